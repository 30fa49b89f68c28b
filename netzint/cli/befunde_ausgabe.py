"""How findings are shown: to people by file with the line and a marker, to machines as JSON or to GitHub."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.cli.ausgabe import Farbig, Stil, show, show_daten
from netzint.cli.befunde_gegen import Gegen, find_aenderung, json_gegen, split, text_alte, text_behoben
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
_ENDUNG = {"sarif": "sarif", "junit": "xml", "codequality": "json"}


class Pruefung(NamedTuple):
    """What a run of ``pruefen`` has found. ``stand`` is a commit, or empty for the work tree."""

    befunde: Sequence[Befund]
    dateien: int
    stichtag: date
    stand: str = ""
    gegen: Gegen | None = None
    """What it was compared with; the findings are in order then."""
    streng: bool = False

    @property
    def sortiert(self) -> tuple[Befund, ...]:
        """The findings in the order in which they are shown."""
        return tuple(self.befunde) if self.gegen else sort_befunde(tuple(self.befunde))


def count(befunde: Sequence[Befund]) -> dict[Schwere, int]:
    """How many there are of each Schwere."""
    return {schwere: sum(b.schwere is schwere for b in befunde) for schwere in Schwere}


def zaehle(befunde: Sequence[Befund]) -> str:
    """``2 Fehler, 1 Warnung, 3 Hinweise``"""
    zahlen = [
        f"{_zahl(zahl)} {WORT[schwere] if zahl == 1 else MEHRZAHL[schwere]}"
        for schwere, zahl in count(befunde).items()
        if zahl
    ]
    return ", ".join(zahlen) or "keine Befunde"


def zusammenfassung(befunde: Sequence[Befund], dateien: int) -> str:
    """``2 Fehler, 1 Warnung, 3 Hinweise in 57 Dateien``."""
    zahlen = zaehle(befunde) if befunde else "Keine Befunde"
    return f"{zahlen} in {_zahl(dateien)} {'Datei' if dateien == 1 else 'Dateien'}"


def _zahl(zahl: int) -> str:
    return f"{zahl:,}".replace(",", ".")


def show_pruefung(pruefung: Pruefung, form: str, zeilen_von: Callable[[str], Sequence[str]]) -> None:
    """Show a Pruefung in one of the forms of ``pruefen``. ``zeilen_von`` gives the lines of a file for a path."""
    if form == "json":
        hand_out(json_text(SCHEMA, build_json(pruefung)), form)
    elif form in ("csv", "xlsx"):
        kopf, rows = build_tabelle(pruefung)
        hand_out(csv_text(kopf, rows) if form == "csv" else build_xlsx([Blatt("Befunde", kopf, rows)]), form)
    elif form in ("sarif", "junit", "codequality"):
        hand_out(_build_fremdes(pruefung, form), _ENDUNG[form])
    elif form == "github":
        refuse_nach()
        show_daten("".join(f"{zeile}\n" for zeile in github_zeilen(pruefung)))
    else:
        refuse_nach()
        for teile in text_zeilen(pruefung, zeilen_von):
            show(*teile)


def _build_fremdes(pruefung: Pruefung, form: str) -> str:
    from netzint.cli import befunde_maschinen as maschinen

    if form == "junit":
        return maschinen.build_junit(pruefung.sortiert, pruefung.gegen, streng=pruefung.streng)
    build = maschinen.build_sarif if form == "sarif" else maschinen.build_codequality
    return build(pruefung.sortiert, pruefung.gegen)


def build_tabelle(pruefung: Pruefung) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    """The findings as a table; with a comparison the last column says which are new."""
    rows: list[tuple[str | int, ...]] = [tuple(_befund_json(b).values()) for b in pruefung.sortiert]
    if pruefung.gegen is None:
        return SPALTEN, rows
    marked = zip(rows, pruefung.gegen.neu, strict=True)
    return (*SPALTEN, "Neu"), [(*row, "ja" if neu else "nein") for row, neu in marked]


def build_json(pruefung: Pruefung) -> dict[str, Any]:
    """The content of the JSON document, without its ``schema``."""
    zahlen = count(pruefung.befunde)
    befunde: list[dict[str, Any]] = [
        {key: None if value == "" else value for key, value in _befund_json(b).items()} for b in pruefung.sortiert
    ]
    inhalt: dict[str, Any] = {
        "stichtag": pruefung.stichtag.isoformat(),
        "stand": pruefung.stand or None,
        "befunde": befunde,
        "zusammenfassung": {
            "fehler": zahlen[Schwere.FEHLER],
            "warnungen": zahlen[Schwere.WARNUNG],
            "hinweise": zahlen[Schwere.HINWEIS],
            "dateien": pruefung.dateien,
        },
    }
    if pruefung.gegen is None:
        return inhalt
    for row, neu, told in zip(befunde, pruefung.gegen.neu, pruefung.gegen.aenderungen, strict=True):
        row |= {"neu": neu, "aenderung": list(told)}
    return inhalt | {"gegen": json_gegen(pruefung.sortiert, pruefung.gegen)}


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


def github_zeilen(pruefung: Pruefung) -> Iterator[str]:
    """One annotation for each finding; with a comparison for the new ones only.

    GitHub shows ten of a kind: what was there before would hide what the request adds. One line says how much it is.
    """
    if pruefung.gegen is None:
        yield from map(github_befund, pruefung.sortiert)
        return
    neue, alte = split(pruefung.sortiert, pruefung.gegen)
    yield from map(github_befund, neue)
    text = f"{pruefung.gegen.tell_basis()}. Neu: {zaehle(neue)}. Schon vorher: {zaehle(alte)}."
    yield github_zeile("notice", {"title": "netzint"}, text)


def text_zeilen(pruefung: Pruefung, zeilen_von: Callable[[str], Sequence[str]]) -> Iterator[Teile]:
    """The text for people, line by line, in pieces with their looks."""
    gegen = pruefung.gegen
    if gegen is None:
        yield from _text_gruppen(pruefung, pruefung.sortiert, zeilen_von)
        yield (f"{zusammenfassung(pruefung.befunde, pruefung.dateien)}.",)
        return
    neue, alte = split(pruefung.sortiert, gegen)
    yield (f"{gegen.tell_basis()}.",)
    yield ()
    if neue:
        yield (Farbig("Neu:", Stil.STARK),)
        yield from _text_gruppen(pruefung, neue, zeilen_von)
    yield from text_alte(alte, gegen)
    yield from text_behoben(gegen)
    dateien = f"{_zahl(pruefung.dateien)} {'Datei' if pruefung.dateien == 1 else 'Dateien'}"
    yield (f"Neu: {zaehle(neue)}. Schon vorher: {zaehle(alte)}. Geprüft: {dateien}.",)


def _text_gruppen(
    pruefung: Pruefung, shown: Sequence[Befund], zeilen_von: Callable[[str], Sequence[str]]
) -> Iterator[Teile]:
    for pfad, gruppe in groupby(shown, key=lambda b: b.pfad):
        befunde = list(gruppe)
        quelle = zeilen_von(pfad) if pfad and any(b.zeile for b in befunde) else ()
        yield (Farbig(pfad or OHNE_DATEI, Stil.STARK),)
        for befund in befunde:
            yield from _befund_zeilen(befund, quelle)
            for satz in find_aenderung(pruefung.sortiert, pruefung.gegen, befund) if pruefung.gegen else ():
                yield ("    ", Farbig("± ", Stil.LEISE), satz)
        yield ()


def _befund_zeilen(befund: Befund, quelle: Sequence[str]) -> Iterator[Teile]:
    stil = STIL[befund.schwere]
    ort = ":".join(str(zahl) for zahl in (befund.zeile, befund.spalte) if zahl)
    kennung = f" ({befund.kennung})" if befund.kennung and befund.kennung not in befund.text else ""
    yield (
        "  ",
        Farbig(f"{ort}  " if ort else "", Stil.LEISE),
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
