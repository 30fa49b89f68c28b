"""What the YAML parsers say about broken files, in German. No English sentence gets past this table."""

from __future__ import annotations

import re

from netzint.ablage.leser.befund import Position, befund
from netzint.ablage.leser.ereignisse import Quelle
from netzint.modell.befund import Befund

_BLOCK = "Der Textblock („|“ oder „>“) beginnt nicht richtig: Hinter dem Zeichen endet die Zeile"
_FLUCHT = "Hinter dem umgekehrten Schrägstrich „\\“ steht kein bekanntes Zeichen"
_SCHLUESSEL = "Hier fehlt „:“ hinter dem Schlüssel, oder die Zeile ist falsch eingerückt"

ANWEISUNG = "Hier steht eine YAML-Anweisung („%“)"

_SAETZE: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        "Hier darf kein „: “ stehen: falsch eingerückt, oder dem Text fehlen Anführungszeichen",
    ),
    ("could not find expected ':'", _SCHLUESSEL),
    ("found unexpected end of stream", "Ein Text in Anführungszeichen wird nicht geschlossen"),
    (
        "found unexpected document (separator|indicator)",
        "Mitten in einem Text in Anführungszeichen steht eine Dokumentmarke",
    ),
    ("found unexpected ':'", "In {…} und […] braucht ein Text mit Doppelpunkt Anführungszeichen"),
    (
        "found character .*cannot start any token",
        "Mit diesem Zeichen darf kein Wert beginnen, er braucht Anführungszeichen",
    ),
    (
        "(did not find expected|expected) ',' or '?\\]",
        "In der Liste […] fehlt hier ein Komma oder die schließende Klammer „]“",
    ),
    (
        "(did not find expected|expected) ',' or '?\\}",
        "In der Zuordnung {…} fehlt hier ein Komma oder die schließende Klammer „}“",
    ),
    (".*expected (the )?node content", "Hier fehlt ein Wert, oder ein Zeichen steht zu viel"),
    (
        "block sequence entries are not allowed|sequence entries are not allowed",
        "Hier darf kein Listenpunkt „- “ stehen: Er gehört auf eine eigene Zeile",
    ),
    ("found non-comment content after document end", "Hinter der Dokumentmarke „...“ steht noch etwas"),
    ("found a tab", "Mit Tabulatoren darf nicht eingerückt werden"),
    ("mapping keys are not allowed", "Hier darf kein Schlüssel stehen"),
    (
        "did not find expected key|expected <block end>|did not find expected '-'",
        "Diese Zeile passt nicht zu den Zeilen davor: falsch eingerückt, oder dem Text davor fehlen Anführungszeichen",
    ),
    (
        "(did not find )?expected '?<document start>",
        "Hier steht etwas, das zu keiner Angabe gehört: falsch eingerückt oder eine Klammer zu viel",
    ),
    ("expected chomping|did not find expected comment|expected a comment|.*indentation indicator", _BLOCK),
    ("found unknown escape|expected escape sequence|found invalid Unicode|did not find expected hexdecimal", _FLUCHT),
    (r"chr\(\) arg|.*integer|.*int too large", _FLUCHT),  # Python's own words for numbers beyond all characters
    (".*(directive|version|digit|incompatible)", ANWEISUNG),
    (".*(anchor|alias|alphabetic)", "Zeichen wie „&“ und „*“ am Anfang eines Textes brauchen Anführungszeichen"),
    (
        ".*(tag|URI|expected '!'|expected ' '|whitespace|the expected '>'|codec can't decode)",
        "Ein Text mit „!“ am Anfang braucht Anführungszeichen",
    ),
    ("while scanning an (anchor|alias)", "Zeichen wie „&“ und „*“ am Anfang eines Textes brauchen Anführungszeichen"),
)
_TABELLE = tuple((re.compile(muster), satz) for muster, satz in _SAETZE)
ALLGEMEIN = "Diese Stelle ist in YAML nicht verständlich"


def translate(problem: str) -> str:
    """The German sentence for a parser's English one; a general one if it is not known."""
    return next((satz for muster, satz in _TABELLE if muster.match(problem)), ALLGEMEIN)


def explain_error(error: Exception, quelle: Quelle) -> Befund:
    """The finding for an exception of either parser."""
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    zeile, spalte = (mark.line, mark.column) if mark else quelle.place()
    ort = Position(zeile + 1, spalte + 1)
    if context == "while scanning a directive" or (not mark and quelle.begins_with("%", zeile)):
        return befund("L205", Position(zeile + 1, 1), ANWEISUNG)
    if context.startswith("more indented follow up line"):
        return befund("L309", ort, "Der Textblock beginnt mit einer Zeile, die nur aus Leerzeichen besteht")
    return befund("L301", ort, translate(getattr(error, "problem", None) or context or str(error)))
