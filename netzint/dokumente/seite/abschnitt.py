"""What a section of the page is made of: sentences, a picture, tables. All of it plain data for the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netzint.berichte.fristen import KEINE, Nachtraege
from netzint.berichte.tabelle import Tabelle, Tage, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import kurzdatum
from netzint.modell.typen import Monatstag
from netzint.recht.oeffentlichkeit import OHNE_NAMEN, is_empfehlung_oeffentlich, publish

AMPELWORT = {"gruen": "grün", "gelb": "gelb", "rot": "rot", "grau": "grau"}
Daten = dict[str, Any]
_LANG = re.compile(r"\w{25,}")
_STUECK = re.compile(r"\w{1,11}")
_KURZ = re.compile(r"[A-Z]{2,}[-0-9]{4,}")
"""A number like HE-2026-04, which is not parted at the end of a line."""


class Blick(NamedTuple):
    """What the page is made from."""

    bestand: Bestand
    """With everything, for counting and for states."""
    worte: Bestand
    """From which words and names may be taken: the same, or without what is not public."""
    tag: date
    oeffentlich: bool = False
    nachtraege: Nachtraege = KEINE
    seit: Sitzung | None = None
    """The last Sitzung before the day."""
    davor: Bestand | None = None
    """What was known on its day; None if nothing was recorded yet."""

    def may_name(self, kennung: str) -> bool:
        """Whether an Empfehlung may be named."""
        return not self.oeffentlich or is_empfehlung_oeffentlich(self.bestand, self.bestand.empfehlungen[kennung])

    def person(self, name: str, sonst: str) -> str:
        """A name, or what is said instead of one that is not public."""
        return name.replace(OHNE_NAMEN, sonst)


def look(bestand: Bestand, tag: date, *, oeffentlich: bool = False, **mehr: Any) -> Blick:
    """The view for the office, or for the public."""
    return Blick(bestand, publish(bestand) if oeffentlich else bestand, tag, oeffentlich, **mehr)


def abschnitt(
    kennung: str,
    titel: str,
    saetze: Iterable[str] = (),
    bilder: Iterable[Daten] = (),
    tabellen: Iterable[Daten] = (),
) -> Daten:
    """A section with its heading."""
    return {
        "kennung": kennung, "titel": titel, "saetze": list(saetze), "bilder": list(bilder), "tabellen": list(tabellen),
    }  # fmt: skip


def tafel(
    titel: str, kopf: Sequence[str], zeilen: Iterable[Sequence[Zelle | Daten]], leer: str = "keine", zeilenkopf: int = 0
) -> Daten:
    """A table: its caption, headings, rows, and the column that names the row."""
    rows = [[_zelle(value) for value in zeile] for zeile in zeilen]
    return {"titel": titel, "kopf": list(kopf), "zeilen": rows, "leer": leer, "zeilenkopf": zeilenkopf}


def tafel_of(tabelle: Tabelle, spalten: Mapping[str, str], zeilenkopf: int = 0, titel: str = "") -> Daten:
    """Some columns of a Tabelle of ``berichte``: key → heading."""
    keys = [key for key, _ in tabelle.spalten]
    rows = ([_in_words(key, row[keys.index(key)], tabelle) for key in spalten] for row in tabelle.zeilen)
    return tafel(titel or tabelle.titel, list(spalten.values()), rows, tabelle.leer, zeilenkopf)


def _in_words(key: str, value: Zelle, tabelle: Tabelle) -> Zelle | Daten:
    """Closed values as people call them, numbers of entries in capitals."""
    if key == tabelle.ampel:
        return ampel(str(value))
    if key == "kennung":
        return show_kennung(str(value))
    return tabelle.worte.get(value, value) if isinstance(value, str) else value


def show_kennung(kennung: str) -> str:
    """A number as people write it (``HE-2026-04``); other Kennungen as they are."""
    return kennung.upper() if kennung[-1:].isdigit() else kennung


def ampel(licht: str) -> Daten:
    """A cell with a traffic light, in words too."""
    return {"text": AMPELWORT.get(licht, ""), "art": "ampel", "ampel": licht}


def liste(saetze: Sequence[str]) -> Daten:
    """A cell with several sentences."""
    return {"text": "", "art": "liste", "punkte": list(saetze)}


def split_long(text: str) -> str:
    """Text whose very long words may be parted: the column of a table is at least as wide as its longest word."""
    return _LANG.sub(lambda word: "\u00ad".join(_STUECK.findall(word[0])), text)


def _zelle(value: Zelle | Daten) -> Daten:
    if isinstance(value, dict):
        return value
    if isinstance(value, Monatstag):
        return {"text": f"{value.month:02}/{value.year}", "art": "kurz"}
    if isinstance(value, date):
        return {"text": kurzdatum(value), "art": "datum", "iso": value.isoformat()}
    if isinstance(value, Tage):
        return {"text": str(value), "art": ""}
    if isinstance(value, int):
        return {"text": str(value), "art": "zahl"}
    return {"text": value or "–", "art": "kurz" if value and _KURZ.fullmatch(value) else ""}
