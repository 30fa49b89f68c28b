"""In which line of its file a value stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netzint.ablage.lesen.bestand import locate
from netzint.berichte.suche import Fund
from netzint.modell.befund import Befund, Schwere
from netzint.modell.sprache import fold


def find_zeilen(funde: Sequence[Fund], read: Callable[[str], bytes | None]) -> tuple[Fund, ...]:
    """The same with their lines: of a long text the one in which the place begins."""
    places = locate([Befund("", Schwere.HINWEIS, "", pfad=f.pfad, feld=f.feld) for f in funde], read)
    return tuple(
        fund._replace(zeile=_refine(fund, max(place.zeile, 1), read(fund.pfad) or b""))
        for fund, place in zip(funde, places, strict=True)
    )


def _refine(fund: Fund, zeile: int, data: bytes) -> int:
    """Down from the first line of a text to the one with the words in the middle of the excerpt."""
    lines = data.decode("utf-8", "replace").splitlines()
    words = [fold(word) for word in fund.treffer.split()]
    if not words:
        return zeile
    for nr in range(zeile - 1, len(lines)):
        if words[0] in fold(lines[nr]):
            return nr + 1
        if nr >= zeile and lines[nr].strip() and not lines[nr].startswith(" "):
            break
    return zeile
