"""How findings are shown: to people by file with the line and a marker, to machines as JSON or to GitHub."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.cli.ausgabe import Farbig, Stil, show, show_daten
from netzint.cli.formate import csv_text, github_zeile, json_text
from netzint.cli.quellzeile import mark
from netzint.cli.xlsx import Blatt, build_xlsx
from netzint.cli.zieldatei import hand_out, refuse_nach
from netzint.modell.befund import Befund, Schwere, sort_befunde

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    Teile = tuple[str | Farbig, ...]

SCHEMA = "netzint.pruefung/1"
WORT = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}
MEHRZAHL = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnungen", Schwere.HINWEIS: "Hinweise"}
STIL = {Schwere.FEHLER: Stil.FEHLER, Schwere.WARNUNG: Stil.WARNUNG, Schwere.HINWEIS: Stil.HINWEIS}
STUFE = {Schwere.FEHLER: "error", Schwere.WARNUNG: "warning", Schwere.HINWEIS: "notice"}
SPALTEN = ("Code", "Schwere", "Datei", "Zeile", "Spalte", "Kennung", "Text", "Hinweis")
OHNE_DATEI = "(ohne Datei)"


class Pruefung(NamedTuple):
    """What a run of ``pruefen`` has found. ``stand`` is a commit, or empty for the work tree."""

    befunde: Sequence[Befund]
    dateien: int
    stichtag: date
    stand: str = ""


def count(befunde: Sequence[Befund]) -> dict[Schwere, int]:
    """How many there are of each Schwere."""
    return {schwere: sum(b.schwere is schwere for b in befunde) for schwere in Schwere}


def zusammenfassung(befunde: Sequence[Befund], dateien: int) -> str:
    """``2 Fehler, 1 Warnung, 3 Hinweise in 57 Dateien``."""
    zahlen = [
        f"{_zahl(zahl)} {WORT[schwere] if zahl == 1 else MEHRZAHL[schwere]}"
        for schwere, zahl in count(befunde).items()
        if zahl
    ]
    return f"{', '.join(zahlen) or 'Keine Befunde'} in {_zahl(dateien)} {'Datei' if dateien == 1 else 'Dateien'}"


def _zahl(zahl: int) -> str:
    return f"{zahl:,}".replace(",", ".")


def show_pruefung(pruefung: Pruefung, form: str, zeilen_von: Callable[[str], Sequence[str]]) -> None:
    """Show a Pruefung in one of the forms of ``pruefen``. ``zeilen_von`` gives the lines of a file for a path."""
    if form == "json":
        hand_out(json_text(SCHEMA, build_json(pruefung)), form)
    elif form in ("csv", "xlsx"):
        rows = [tuple(_befund_json(b).values()) for b in sort_befunde(tuple(pruefung.befunde))]
        hand_out(csv_text(SPALTEN, rows) if form == "csv" else build_xlsx([Blatt("Befunde", SPALTEN, rows)]), form)
    elif form == "github":
        refuse_nach()
        show_daten("".join(f"{github_befund(b)}\n" for b in sort_befunde(tuple(pruefung.befunde))))
    else:
        refuse_nach()
        for teile in text_zeilen(pruefung, zeilen_von):
            show(*teile)


def build_json(pruefung: Pruefung) -> dict[str, Any]:
    """The content of the JSON document, without its ``schema``."""
    zahlen = count(pruefung.befunde)
    return {
        "stichtag": pruefung.stichtag.isoformat(),
        "stand": pruefung.stand or None,
        "befunde": [
            {key: None if value == "" else value for key, value in _befund_json(b).items()}
            for b in sort_befunde(tuple(pruefung.befunde))
        ],
        "zusammenfassung": {
            "fehler": zahlen[Schwere.FEHLER],
            "warnungen": zahlen[Schwere.WARNUNG],
            "hinweise": zahlen[Schwere.HINWEIS],
            "dateien": pruefung.dateien,
        },
    }


def _befund_json(b: Befund) -> dict[str, str | int]:
    return {
        "code": b.code, "schwere": str(b.schwere), "pfad": b.pfad, "zeile": b.zeile, "spalte": b.spalte,
        "kennung": b.kennung, "text": b.text, "hinweis": b.hinweis,
    }  # fmt: skip


def github_befund(b: Befund) -> str:
    """One annotation for GitHub."""
    eigenschaften: dict[str, str | int] = {"file": b.pfad, "line": b.zeile, "col": b.spalte, "title": b.code}
    text = f"{b.text}\n→ {b.hinweis}" if b.hinweis else b.text
    return github_zeile(STUFE[b.schwere], eigenschaften, text)


def text_zeilen(pruefung: Pruefung, zeilen_von: Callable[[str], Sequence[str]]) -> Iterator[Teile]:
    """The text for people, line by line, in pieces with their looks."""
    for pfad, gruppe in groupby(sort_befunde(tuple(pruefung.befunde)), key=lambda b: b.pfad):
        befunde = list(gruppe)
        quelle = zeilen_von(pfad) if pfad and any(b.zeile for b in befunde) else ()
        yield (Farbig(pfad or OHNE_DATEI, Stil.STARK),)
        for befund in befunde:
            yield from _befund_zeilen(befund, quelle)
        yield ()
    yield (f"{zusammenfassung(pruefung.befunde, pruefung.dateien)}.",)


def _befund_zeilen(befund: Befund, quelle: Sequence[str]) -> Iterator[Teile]:
    stil = STIL[befund.schwere]
    ort = f"{befund.zeile}:{befund.spalte}  " if befund.zeile else ""
    kennung = f" ({befund.kennung})" if befund.kennung and befund.kennung not in befund.text else ""
    yield (
        "  ",
        Farbig(ort, Stil.LEISE),
        Farbig(f"{WORT[befund.schwere]} {befund.code}", stil),
        " ",
        befund.text,
        kennung,
    )
    if 1 <= befund.zeile <= len(quelle):
        rand = f"{befund.zeile} │ "
        zeile, marke = mark(quelle[befund.zeile - 1], befund.spalte)
        yield ("    ", Farbig(rand, Stil.LEISE), zeile)
        if befund.spalte:
            yield ("    ", " " * (len(rand) - 2), Farbig("│ ", Stil.LEISE), marke, Farbig("^", stil))
    if befund.hinweis:
        yield ("    ", "→ ", befund.hinweis)
