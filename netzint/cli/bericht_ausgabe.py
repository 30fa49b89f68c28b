"""How a Bericht is shown: as text with tables for people, as JSON or CSV for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.cli.ausgabe import Farbig, Stil, show, show_daten, show_tabelle
from netzint.cli.formate import csv_text, json_text

if TYPE_CHECKING:
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
        tabelle.schluessel: [dict(zip((key for key, _ in tabelle.spalten), row, strict=True)) for row in tabelle.zeilen]
        for tabelle in bericht.tabellen
    }
    steps = [{"befehl": befehl, "grund": grund} for befehl, grund in bericht.schritte]
    return {"titel": bericht.titel, "saetze": list(bericht.saetze), **tables, "schritte": steps}


def _csv(tabelle: Tabelle, *, first: bool) -> str:
    rows = [[_cell(cell) if not isinstance(cell, int) else cell for cell in row] for row in tabelle.zeilen]
    text = csv_text([title for _, title in tabelle.spalten], rows)
    return text if first else text.lstrip("\ufeff")


def _show_text(bericht: Bericht) -> None:
    show(Farbig(bericht.titel, Stil.STARK))
    for satz in bericht.saetze:
        show(satz)
    for tabelle in bericht.tabellen:
        show()
        show(Farbig(tabelle.titel, Stil.STARK))
        if tabelle.zeilen:
            rows = [[_cell(cell) for cell in row] for row in tabelle.zeilen]
            show_tabelle([title for _, title in tabelle.spalten], rows)
        else:
            show(f"  {tabelle.leer}")
    if bericht.schritte:
        show()
        show_schritte(bericht.schritte)


def show_schritte(schritte: tuple[tuple[str, str], ...]) -> None:
    """The next sensible commands, with what they are for."""
    show(Farbig("Nächste Schritte", Stil.STARK))
    width = max(len(befehl) for befehl, _ in schritte)
    for befehl, grund in schritte:
        show("  ", Farbig(befehl.ljust(width), Stil.HINWEIS), "  ", grund)


def _cell(cell: Zelle) -> str:
    return "" if cell is None else str(cell)
