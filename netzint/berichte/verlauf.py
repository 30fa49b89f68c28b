"""What became of an entry, change by change, in words: ``netzint verlauf``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.vergleich import Unterschied, compare_eintraege
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import datum

ANGELEGT, GEAENDERT, BERICHTIGT, ZURUECK, GELOESCHT = (
    "angelegt",
    "geändert",
    "berichtigt",
    "zurückgenommen",
    "gelöscht",
)
SPALTEN = (
    ("am", "Am"),
    ("art", "Art"),
    ("was", "Was"),
    ("vorgang", "Vorgang"),
    ("vorgang_id", "Nummer"),
    ("wer", "Wer"),
    ("beschluss", "Beschluss"),
    ("betreff", "Betreff"),
    ("commit", "Commit"),
)


class Station(NamedTuple):
    """One change of an entry, as the history tells it."""

    commit: str
    """Empty: it is not recorded yet."""
    am: date
    betreff: str
    vorgang: str
    vorgang_id: str
    wer: str
    beschluss: str
    alt: Eintrag | None
    neu: Eintrag | None
    lesbar: bool = True
    """Whether both states are entries; otherwise something broken was recorded, and only the fact can be told."""


def verlauf(kennung: str, stationen: Iterable[Station], stichtag: date) -> Bericht:
    """The life of an entry up to a day, the oldest change first; corrections are told apart from real changes."""
    rows: list[tuple[Zelle, ...]] = []
    lines: list[str] = []
    for station in stationen:
        if station.am <= stichtag:
            found = compare_eintraege(station.alt, station.neu) if station.lesbar else ()
            art = _art(station, found)
            texts = _tell(station, found)
            rows += [_row(station, art, text) for text in texts]
            lines += ["", _head(station, art), *(f"  {text}" for text in texts)]
    tabelle = Tabelle("verlauf", "Verlauf", SPALTEN, tuple(rows), nur_daten=True)
    satz = () if rows else (f"Bis zum {datum(stichtag)} wurde nichts festgeschrieben.",)
    return Bericht("netzint.verlauf/1", f"Verlauf von {kennung.upper()}", (*satz, *lines), (tabelle,))


def with_offenem(stationen: Iterable[Station], jetzt: Eintrag | None, stichtag: date) -> tuple[Station, ...]:
    """The changes and, if what lies there now is something else than was recorded last, that as one more."""
    found = tuple(stationen)
    last = found[-1].neu if found else None
    if jetzt is None or jetzt == last:
        return found
    return (*found, Station("", stichtag, "noch nicht festgeschrieben", "", "", "", "", last, jetzt))


def _tell(station: Station, found: tuple[Unterschied, ...]) -> list[str]:
    if not station.lesbar:
        return ["Der Stand davor oder danach war nicht lesbar."]
    return [difference.text for difference in found] or ["Nur die Schreibweise wurde geändert."]


def _art(station: Station, found: tuple[Unterschied, ...]) -> str:
    if station.vorgang == "zuruecknehmen":
        return ZURUECK
    if station.lesbar and None in (station.alt, station.neu):
        return ANGELEGT if station.alt is None else GELOESCHT
    return BERICHTIGT if any(difference.berichtigung for difference in found) else GEAENDERT


def _head(station: Station, art: str) -> str:
    """``12. November 2026, angelegt (sitzung-neu, v-0123456789ab, Kürzel gs, Beschluss …)``"""
    parts = [station.vorgang, station.vorgang_id, f"Kürzel {station.wer}" if station.wer else ""]
    parts += [f"Beschluss {station.beschluss}" if station.beschluss else ""]
    known = ", ".join(filter(None, parts)) or ("von Hand" if station.commit else "noch nicht festgeschrieben")
    return f"{datum(station.am)}, {art} ({known})"


def _row(station: Station, art: str, text: str) -> tuple[Zelle, ...]:
    return (
        station.am,
        art,
        text,
        station.vorgang,
        station.vorgang_id,
        station.wer,
        station.beschluss,
        station.betreff,
        station.commit,
    )
