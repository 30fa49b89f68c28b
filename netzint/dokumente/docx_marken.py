"""Where to fold and to punch a letter in Word: short lines at the edge of the first sheet, mere decoration."""

from __future__ import annotations

from netzint.dokumente.din5008 import FALZ_BREITE, FALZMARKEN, LOCH_BREITE, LOCHMARKE, MARKEN_LINKS
from netzint.dokumente.docx_stile import LEISE

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FORM = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_RAEUME = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_A}" xmlns:wps="{_FORM}"'
)
_SCHMUCK = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_EMU = 36_000
"""Units of drawings per mm."""
_DICKE = 5_080
"""0.4 points."""
_ERSTE = 9_001
"""Numbers of drawings; those of a letterhead are smaller."""


def write_marken() -> str:
    """A run with all of them; it may stand in any paragraph of the first page."""
    marks = [("Falzmarke", y, FALZ_BREITE) for y in FALZMARKEN] + [("Lochmarke", LOCHMARKE, LOCH_BREITE)]
    return "".join(_write(_ERSTE + nr, name, y, width) for nr, (name, y, width) in enumerate(marks))


def _write(number: int, name: str, y: float, width: float) -> str:
    cx = round(width * _EMU)
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{round(mm * _EMU)}</wp:posOffset></wp:position{axis}>'
        for axis, mm in (("H", MARKEN_LINKS), ("V", y))
    )
    line = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_DICKE}"><a:solidFill><a:srgbClr val="{LEISE}"/></a:solidFill></a:ln>'
    )
    return (
        f'<w:r><mc:AlternateContent {_RAEUME}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" '
        f'layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}<wp:extent cx="{cx}" cy="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="{name}">{_SCHMUCK}</wp:docPr><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_FORM}"><wps:wsp><wps:cNvCnPr/><wps:spPr>{line}</wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
