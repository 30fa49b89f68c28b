"""How a Bericht is shown: as text with tables for people, as JSON or CSV for machines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from netzint.cli.ausgabe import SCHMAL, Farbig, Stil, screen_width, show, show_tabelle
from netzint.cli.baum import build_zeilen, show_baum, to_json
from netzint.cli.formate import csv_text, json_text
from netzint.cli.tabelle import zeilenweise
from netzint.cli.xlsx import Blatt, build_xlsx
from netzint.cli.zieldatei import hand_out, refuse_nach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netzint.berichte.tabelle import Bericht, Tabelle, Zelle

AMPEL = {"gruen": "● grün", "gelb": "● gelb", "rot": "● rot", "grau": "○ grau"}
_FARBEN = {"gruen": Stil.GUT, "gelb": Stil.WARNUNG, "rot": Stil.FEHLER, "grau": Stil.LEISE}


def show_bericht(bericht: Bericht, form: str) -> None:
    """Show a Bericht as ``text``, ``json``, ``csv`` (tables one below the other) or ``xlsx`` (a sheet for each)."""
    if form == "json":
        hand_out(json_text(bericht.schema, build_json(bericht)), form)
    elif form == "csv":
        hand_out("\r\n".join(_csv(tabelle, first=nr == 0) for nr, tabelle in enumerate(_all_tables(bericht))), form)
    elif form == "xlsx":
        hand_out(build_xlsx([_blatt(tabelle) for tabelle in _all_tables(bericht)]), form)
    else:
        refuse_nach()
        _show_text(bericht)


def _all_tables(bericht: Bericht) -> tuple[Tabelle, ...]:
    return (*bericht.tabellen, *(build_zeilen(baum) for baum in bericht.baeume))


def _blatt(tabelle: Tabelle) -> Blatt:
    """A table as people read it, but with days and numbers as what they are."""
    ampel = [key == tabelle.ampel for key, _ in tabelle.spalten]
    rows = [
        [_sheet_cell(cell, AMPEL if is_ampel else tabelle.worte) for is_ampel, cell in zip(ampel, row, strict=True)]
        for row in tabelle.zeilen
    ]
    return Blatt(tabelle.titel, [title for _, title in tabelle.spalten], rows)


def _sheet_cell(cell: Zelle, worte: Mapping[str, str]) -> Zelle:
    return worte.get(cell, cell) if isinstance(cell, str) else cell


def build_json(bericht: Bericht) -> dict[str, Any]:
    """The content of the JSON document, without its ``schema``: each table as a list of objects."""
    tables = {
        tabelle.schluessel: [
            dict(zip((key for key, _ in tabelle.spalten), row, strict=True)) for row in _plain_rows(tabelle)
        ]
        for tabelle in bericht.tabellen
    }
    trees = {baum.schluessel: [to_json(knoten) for knoten in baum.knoten] for baum in bericht.baeume}
    steps = [{"befehl": befehl, "grund": grund} for befehl, grund in bericht.schritte]
    return {"titel": bericht.titel, "saetze": list(bericht.saetze), **tables, **trees, "schritte": steps}


def _csv(tabelle: Tabelle, *, first: bool) -> str:
    rows = [["" if cell is None else cell for cell in row] for row in _plain_rows(tabelle)]
    text = csv_text([title for _, title in tabelle.spalten], rows)
    return text if first else text.lstrip("\ufeff")


def _plain_rows(tabelle: Tabelle) -> list[list[str | int | None]]:
    """The rows for machines: Kennungen as the data have them, whatever people read in capitals; empty is None."""
    from netzint.berichte.spalten import is_kennung

    names = [is_kennung(tabelle.schluessel, key) for key, _ in tabelle.spalten]
    return [
        [
            None if cell in (None, "") else str(cell).lower() if is_name else _json(cell)
            for is_name, cell in zip(names, row, strict=True)
        ]
        for row in tabelle.zeilen
    ]


def _show_text(bericht: Bericht) -> None:
    show(Farbig(bericht.titel, Stil.STARK))
    for satz in bericht.saetze:
        for zeile in _fold(satz):
            show(zeile)
    for tabelle in bericht.tabellen:
        if not tabelle.nur_daten:
            show()
            _show_tabelle(tabelle)
    for baum in bericht.baeume:
        show()
        show_baum(baum)
    if bericht.schritte:
        show()
        show_schritte(bericht.schritte, knapp=any(t.hoechstens for t in bericht.tabellen))


def _show_tabelle(tabelle: Tabelle) -> None:
    """What is empty in every row takes no room on the screen."""
    show(Farbig(tabelle.titel, Stil.STARK))
    rows = _put_in_brackets(tabelle, [_texts(tabelle, row) for row in tabelle.zeilen])
    shown = [n for n, (key, _) in enumerate(tabelle.spalten) if key not in tabelle.verborgen]
    used = [n for n in shown if any(row[n] for row in rows)]
    if used and tabelle.hoechstens and screen_width() >= SCHMAL:
        _show_zeilenweise([[row[n] for n in used] for row in rows], tabelle.hoechstens)
    elif used:
        farben = {AMPEL[licht]: stil for licht, stil in _FARBEN.items()} if tabelle.ampel else {}
        show_tabelle([tabelle.spalten[n][1] for n in used], [[row[n] for n in used] for row in rows], farben)
    else:
        show(f"  {tabelle.leer}")


def _show_zeilenweise(rows: list[list[str]], hoechstens: int) -> None:
    shown = rows if len(rows) <= hoechstens else rows[: hoechstens - 1]
    for zeile in zeilenweise(shown, screen_width()):
        show(zeile)
    if len(shown) < len(rows):
        show("  … und weiteres")


def _texts(tabelle: Tabelle, row: tuple[Zelle, ...]) -> list[str]:
    """A row for people; the traffic light has words of its own, so that nobody needs to see its colour."""
    keys = [key for key, _ in tabelle.spalten]
    return [
        AMPEL.get(str(cell), "") if key == tabelle.ampel else _text(cell, tabelle.worte)
        for key, cell in zip(keys, row, strict=True)
    ]


def _put_in_brackets(tabelle: Tabelle, rows: list[list[str]]) -> list[list[str]]:
    keys = [key for key, _ in tabelle.spalten]
    extra, main = tabelle.in_klammern
    if extra:
        von, nach = keys.index(extra), keys.index(main)
        for row in rows:
            row[nach] += f" ({row[von]})" if row[von] else ""
            row[von] = ""
    return rows


def show_schritte(schritte: tuple[tuple[str, str], ...], *, knapp: bool = False) -> None:
    """The next sensible commands, with what they are for; ``knapp``: only where that takes no line of its own."""
    show(Farbig("Nächste Schritte", Stil.STARK))
    width = max(len(befehl) for befehl, _ in schritte)
    beside = all(width + len(grund) + 4 <= screen_width() for _, grund in schritte)
    for befehl, grund in schritte:
        if knapp and not beside:
            fits = len(befehl) + len(grund) + 4 <= screen_width()
            show("  ", Farbig(befehl, Stil.HINWEIS), f"  {grund}" if fits else "")
        elif beside:
            show("  ", Farbig(befehl.ljust(width), Stil.HINWEIS), "  ", grund)
        else:
            show("  ", Farbig(befehl, Stil.HINWEIS))
            show("      ", grund)


def _fold(satz: str) -> list[str]:
    """A sentence in lines of the screen; words stay whole, and what is set in stays so."""
    from textwrap import wrap

    width = screen_width()
    if len(satz) <= width:
        return [satz]
    einzug = satz[: len(satz) - len(satz.lstrip())]
    return wrap(satz, width, break_long_words=False, break_on_hyphens=False, subsequent_indent=einzug)


def _text(cell: Zelle, worte: Mapping[str, str]) -> str:
    """For people: days as they write them, closed values in their words."""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return "" if cell is None else worte.get(str(cell), str(cell))


def _json(cell: Zelle) -> str | int | None:
    """For machines: days as ISO, numbers as numbers."""
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, int) else cell
