"""The filters and tests that a template has, each with the sentence that vorlagen/README.md shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler
from netzint.dokumente.inert import Markdown, flatten, make_inert

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
LONGEST = 100_000


class Filter(NamedTuple):
    """One filter, with what the manual says about it."""

    function: Callable[..., Any]
    text: str
    beispiel: str


def _fail(what: str, wert: object) -> VorlagenFehler:
    shown = flatten(str(wert))[:60]
    return VorlagenFehler(SCHEITERT, f"„{shown}“ {what}.", "Prüfen Sie, ob die richtige Variable dasteht.")


def _date(wert: object) -> date:
    try:
        return date.fromisoformat(str(wert))
    except ValueError:
        raise _fail("ist kein Tag (JJJJ-MM-TT)", wert) from None


def _datum(wert: object) -> str:
    """Long form. A month alone (2021-10) is possible too: data before the start of records may be that coarse."""
    month = re.fullmatch(r"(\d{4})-(\d{2})", str(wert))
    if month and 1 <= int(month[2]) <= 12:
        return f"{MONATE[int(month[2]) - 1]} {month[1]}"
    tag = _date(wert)
    return f"{tag.day}. {MONATE[tag.month - 1]} {tag.year}"


def _kurzdatum(wert: object) -> str:
    return f"{_date(wert):%d.%m.%Y}"


def _wochentag(wert: object) -> str:
    return WOCHENTAGE[_date(wert).weekday()]


def _zahl(wert: object, stellen: int = 0) -> str:
    """German number: point for thousands, comma for decimals."""
    if isinstance(wert, bool) or not isinstance(wert, int | float):
        raise _fail("ist keine Zahl", wert)
    if stellen not in range(7):
        raise VorlagenFehler(SCHEITERT, "Nachkommastellen sind 0 bis 6.", "Zum Beispiel: {{ wert | zahl(2) }}.")
    return f"{wert:,.{stellen}f}".translate(str.maketrans(",.", ".,"))


def _words(werte: Iterable[object]) -> list[str]:
    if isinstance(werte, str) or not isinstance(werte, Iterable):
        raise _fail("ist keine Liste", werte)
    words = [flatten(str(wert)) for wert in werte]
    if sum(map(len, words)) > LONGEST:
        raise _fail("ist zu lang", "Die Liste")
    return words


def _liste(werte: Iterable[object], wort: str = "und") -> str:
    words = _words(werte)
    return f"{', '.join(words[:-1])} {wort} {words[-1]}" if len(words) > 1 else "".join(words)


def _zeilen(wert: object) -> Markdown:
    lines = (flatten(line) for line in str(wert).splitlines())
    return Markdown("<br>".join(make_inert(line) for line in lines if line))


def _prosa(wert: object, ebene: int = 3) -> Markdown:
    if not 2 <= ebene <= 6:
        raise _fail("ist keine Ebene von 2 bis 6", ebene)
    from netzint.dokumente.lesen import parse_baum
    from netzint.dokumente.md import write_md
    from netzint.dokumente.ordnung import shift_headings

    return Markdown(write_md(shift_headings(parse_baum(str(wert)), ebene)).rstrip("\n"))


def _nummeriert(werte: Iterable[object]) -> Markdown:
    from netzint.dokumente.baum import Liste
    from netzint.dokumente.lesen import parse_baum
    from netzint.dokumente.md import write_md

    if isinstance(werte, str) or not isinstance(werte, Iterable):
        raise _fail("ist keine Liste", werte)
    punkte = tuple(parse_baum(str(wert)) for wert in werte)
    return Markdown(write_md((Liste(punkte, beginn=1),)).rstrip("\n") if punkte else "")


def is_leer(wert: object) -> bool:
    """Nothing to show: no value, empty text, empty list."""
    return wert is None or wert in ("", [], {}, ())


def _sonst(wert: object, ersatz: object = "–") -> object:
    return ersatz if is_leer(wert) else wert


def _mehrzahl(anzahl: object, eins: str, viele: str) -> str:
    if isinstance(anzahl, bool) or not isinstance(anzahl, int):
        raise _fail("ist keine Anzahl", anzahl)
    return f"{anzahl} {eins if anzahl == 1 else viele}"


def _anzahl(werte: object) -> int:
    if not isinstance(werte, list | tuple | dict):
        raise _fail("ist keine Liste", werte)
    return len(werte)


def _gross(wert: object) -> str:
    return str(wert).upper()


FILTER: dict[str, Filter] = {
    "datum": Filter(_datum, "Datum in Worten", "{{ sitzung.datum | datum }} → 3. Dezember 2026"),
    "kurzdatum": Filter(_kurzdatum, "Datum in Ziffern", "{{ sitzung.datum | kurzdatum }} → 03.12.2026"),
    "wochentag": Filter(_wochentag, "Wochentag eines Datums", "{{ sitzung.datum | wochentag }} → Donnerstag"),
    "zahl": Filter(_zahl, "Zahl mit Tausenderpunkt, auf Wunsch mit Nachkommastellen",
        "{{ 1234.5 | zahl(2) }} → 1.234,50"),
    "liste": Filter(_liste,
        "Aufzählung im Satz; ein anderes Bindewort in Klammern",
        '{{ anlagen | liste }} → A, B und C; {{ anlagen | liste("oder") }}'),
    "mehrzahl": Filter(_mehrzahl, "Anzahl mit Einzahl oder Mehrzahl", '{{ 2 | mehrzahl("Tag", "Tage") }} → 2 Tage'),
    "anzahl": Filter(_anzahl, "Anzahl der Einträge einer Liste", "{{ tops | anzahl }} → 9"),
    "gross": Filter(_gross, "Großbuchstaben, für Kennungen", "{{ dokument.kennung | gross }} → BV-2026-007"),
    "sonst": Filter(_sonst,
        "Ersatz für einen leeren Wert; ohne Angabe ein Strich", '{{ sitzung.ort | sonst("noch offen") }}'),
    "zeilen": Filter(_zeilen, "mehrzeiliger Text, jede Zeile für sich (Anschrift)",
        "{{ netzwerk.anschrift | zeilen }}"),
    "nummeriert": Filter(_nummeriert,
        "nummerierte Liste aus Einträgen, die Markdown enthalten dürfen; steht allein in ihrer Zeile",
        "{{ beschlussvorlage.beschlussvorschlag | nummeriert }}"),
    "prosa": Filter(_prosa,
        "Text, der Markdown enthalten darf: Absätze, Listen, Hervorhebungen. Steht allein in seiner Zeile;"
        " Überschriften darin beginnen auf Ebene 3, mit prosa(2) auf Ebene 2",
        "{{ beschlussvorlage.sachverhalt | prosa }}"),
}  # fmt: skip

PRUEFUNGEN: dict[str, tuple[Callable[[object], bool], str, str]] = {
    "leer": (is_leer, "nichts eingetragen", "{% if anlagen is leer %}"),
}
