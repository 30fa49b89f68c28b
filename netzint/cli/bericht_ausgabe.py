"""How a Bericht is shown: as text with tables for people, as JSON or CSV for machines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from netzint.cli.ausgabe import Farbig, Stil, show, show_daten, show_tabelle
from netzint.cli.formate import csv_text, json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netzint.berichte.tabelle import Bericht, Tabelle, Zelle


def show_bericht(bericht: Bericht, form: str) -> None:
    """Show a Bericht as ``text``, ``json`` or ``csv`` (the tables one below the other)."""
    if form == "json":
        show_daten(json_text(bericht.schema, build_json(bericht)))
    elif form == "csv":
        show_daten("\r\n".join(_csv(tabelle, first=nr == 0) for nr, tabelle in enumerate(bericht.tabellen)))
    else:
        _show_text(bericht)


def build_json(bericht: Bericht) -> dict[str, Any]:
    """The content of the JSON document, without its ``schema``: each table as a list of objects."""
    tables = {
        tabelle.schluessel: [
            {key: _json(cell) for (key, _), cell in zip(tabelle.spalten, row, strict=True)} for row in tabelle.zeilen
        ]
        for tabelle in bericht.tabellen
    }
    steps = [{"befehl": befehl, "grund": grund} for befehl, grund in bericht.schritte]
    return {"titel": bericht.titel, "saetze": list(bericht.saetze), **tables, "schritte": steps}


def _csv(tabelle: Tabelle, *, first: bool) -> str:
    rows = [["" if (plain := _json(cell)) is None else plain for cell in row] for row in tabelle.zeilen]
    text = csv_text([title for _, title in tabelle.spalten], rows)
    return text if first else text.lstrip("\ufeff")


def _show_text(bericht: Bericht) -> None:
    show(Farbig(bericht.titel, Stil.STARK))
    for satz in bericht.saetze:
        show(satz)
    for tabelle in bericht.tabellen:
        if not tabelle.nur_daten:
            show()
            _show_tabelle(tabelle)
    if bericht.schritte:
        show()
        show_schritte(bericht.schritte)


def _show_tabelle(tabelle: Tabelle) -> None:
    """What is empty in every row takes no room on the screen."""
    show(Farbig(tabelle.titel, Stil.STARK))
    rows = _put_in_brackets(tabelle, [[_text(cell, tabelle.worte) for cell in row] for row in tabelle.zeilen])
    shown = [n for n, (key, _) in enumerate(tabelle.spalten) if key not in tabelle.verborgen]
    used = [n for n in shown if any(row[n] for row in rows)]
    if used:
        show_tabelle([tabelle.spalten[n][1] for n in used], [[row[n] for n in used] for row in rows])
    else:
        show(f"  {tabelle.leer}")


def _put_in_brackets(tabelle: Tabelle, rows: list[list[str]]) -> list[list[str]]:
    keys = [key for key, _ in tabelle.spalten]
    extra, main = tabelle.in_klammern
    if extra:
        von, nach = keys.index(extra), keys.index(main)
        for row in rows:
            row[nach] += f" ({row[von]})" if row[von] else ""
            row[von] = ""
    return rows


def show_schritte(schritte: tuple[tuple[str, str], ...]) -> None:
    """The next sensible commands, with what they are for."""
    show(Farbig("Nächste Schritte", Stil.STARK))
    width = max(len(befehl) for befehl, _ in schritte)
    for befehl, grund in schritte:
        show("  ", Farbig(befehl.ljust(width), Stil.HINWEIS), "  ", grund)


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
