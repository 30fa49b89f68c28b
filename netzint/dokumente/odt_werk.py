"""What an ODF text declares while it is written: styles for single places, and lists that tables may interrupt."""

from __future__ import annotations

from typing import NamedTuple

from netzint.dokumente.odt_stile import FARBE, encode, write_stil

TIEFSTE = 10
"""The format knows ten levels of lists."""
EINZUG = 7.5
_ZEICHEN = ("•", "–", "·")
NUMMERN, PUNKTE = "nzNummern", "nzPunkte"


class Glied(NamedTuple):
    """One list and one of its items around a piece of text."""

    liste: int
    punkt: int
    beginn: int | None


class Stueck(NamedTuple):
    """A finished paragraph or table, and the lists that it stands in; a table can stand in none (ODF 1.3, 5.3.3)."""

    pfad: tuple[Glied, ...]
    xml: str


class Werk:
    """Gathers declarations; each form is declared once."""

    def __init__(self) -> None:
        self._stile: dict[tuple[str, str], str] = {}
        self._andere: list[str] = []
        self._listen = 0
        self._tabellen = 0

    def new_list(self) -> int:
        """A number for a list."""
        self._listen += 1
        return self._listen

    def new_table(self, widths: list[float], form: str = "", mehr: str = "") -> str:
        """Declare a table with columns so wide (mm); its name, to which ``.0``, ``.1`` … are added for the columns."""
        self._tabellen += 1
        name = f"nzTabelle{self._tabellen}"
        place = " ".join(
            filter(None, (form or 'table:align="left" fo:margin-top="1.5mm" fo:margin-bottom="3mm"', mehr))
        )
        self._andere.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{sum(widths):.2f}mm" {place} table:border-model="collapsing"/></style:style>'
        )
        for at, width in enumerate(widths):
            self.declare(f"{name}.{at}", "table-column", f'style:column-width="{width:.2f}mm"')
        return name

    def declare(self, name: str, familie: str, form: str) -> str:
        """Declare a column, row or cell; its name."""
        start = f'<style:style style:name="{name}" style:family="{familie}">'
        xml = f"{start}<style:{familie}-properties {form}/></style:style>"
        if xml not in self._andere:
            self._andere.append(xml)
        return name

    def vary(self, stil: str, absatz: str = "", schrift: str = "", mehr: str = "") -> str:
        """The name of a style like this one with other attributes; without any, of the style itself."""
        form = f"{absatz}|{schrift}|{mehr}"
        if form == "||":
            return encode(stil)
        known = (stil, form) in self._stile
        name = self._stile.setdefault((stil, form), f"nzAbsatz{len(self._stile) + 1}")
        if not known:
            self._andere.append(write_stil(name, "paragraph", stil, absatz, schrift, mehr))
        return name

    def write(self) -> str:
        """All declarations."""
        lists = _write_list_style(NUMMERN, numbered=True) + _write_list_style(PUNKTE, numbered=False)
        return "".join(self._andere) + (lists if self._listen else "")


def _write_list_style(name: str, *, numbered: bool) -> str:
    levels = "".join(_write_level(level, numbered=numbered) for level in range(1, TIEFSTE + 1))
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def _write_level(level: int, *, numbered: bool) -> str:
    kind, sign = (
        ("number", 'style:num-format="1" style:num-suffix="."')
        if numbered
        else ("bullet", f'text:bullet-char="{_ZEICHEN[(level - 1) % len(_ZEICHEN)]}"')
    )
    left = f"{EINZUG * level}mm"
    return (
        f'<text:list-level-style-{kind} text:level="{level}" {sign}>'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{left}" '
        f'fo:text-indent="-{EINZUG}mm" fo:margin-left="{left}"/></style:list-level-properties>'
        f'<style:text-properties fo:color="{FARBE}"/></text:list-level-style-{kind}>'
    )


def assemble(stuecke: list[Stueck]) -> str:
    """The pieces in their lists. An interrupted list goes on: its numbers are written out, an item begun has none."""
    parts: list[str] = []
    open_: list[Glied] = []
    begun: set[tuple[int, int]] = set()
    for stueck in stuecke:
        same = 0
        while same < min(len(open_), len(stueck.pfad)) and open_[same] == stueck.pfad[same]:
            same += 1
        keeps = same < min(len(open_), len(stueck.pfad)) and open_[same].liste == stueck.pfad[same].liste
        while len(open_) > same:
            parts.append(_close(open_.pop(), begun, keep_list=keeps and len(open_) == same))
        for at, glied in enumerate(stueck.pfad[same:]):
            parts.append(_open(glied, begun, list_is_open=keeps and at == 0))
            open_.append(glied)
        parts.append(stueck.xml)
    while open_:
        parts.append(_close(open_.pop(), begun, keep_list=False))
    return "".join(parts)


def _open(glied: Glied, begun: set[tuple[int, int]], *, list_is_open: bool) -> str:
    style = PUNKTE if glied.beginn is None else NUMMERN
    start = "" if list_is_open else f'<text:list text:style-name="{style}">'
    if (glied.liste, glied.punkt) in begun:
        return f"{start}<text:list-header>"
    number = (
        f' text:start-value="{glied.beginn + glied.punkt}"' if glied.beginn is not None and not list_is_open else ""
    )
    return f"{start}<text:list-item{number}>"


def _close(glied: Glied, begun: set[tuple[int, int]], *, keep_list: bool) -> str:
    key = (glied.liste, glied.punkt)
    tag = "list-header" if key in begun else "list-item"
    begun.add(key)
    return f"</text:{tag}>" + ("" if keep_list else "</text:list>")
