"""What became of an entry, change by change, in words: ``netzint verlauf``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
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


class Wandel(NamedTuple):
    """What a change did to an entry. Text and numbers only: it can be kept."""

    texte: tuple[str, ...]
    berichtigung: bool
    vorher: bool
    """Whether there was an entry before it."""
    nachher: bool
    lesbar: bool = True
    """Whether both states are entries; otherwise something broken was recorded, and only the fact can be told."""


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
    inhalt: str
    """The id of the contents after it; empty if the file is gone."""
    wandel: Wandel


def verlauf(kennung: str, stationen: Iterable[Station], stichtag: date) -> Bericht:
    """The life of an entry up to a day, the oldest change first; corrections are told apart from real changes."""
    rows: list[tuple[Zelle, ...]] = []
    lines: list[str] = []
    for station in stationen:
        if station.am <= stichtag:
            art, texts = _art(station), _tell(station.wandel)
            rows += [_row(station, art, text) for text in texts]
            lines += ["", _head(station, art), *(f"  {text}" for text in texts)]
    tabelle = Tabelle("verlauf", "Verlauf", SPALTEN, tuple(rows), nur_daten=True)
    satz = () if rows else (f"Bis zum {datum(stichtag)} wurde nichts festgeschrieben.",)
    return Bericht("netzint.verlauf/1", f"Verlauf von {kennung.upper()}", (*satz, *lines), (tabelle,))


def _tell(wandel: Wandel) -> tuple[str, ...]:
    if not wandel.lesbar:
        return ("Der Stand davor oder danach war nicht lesbar.",)
    return wandel.texte or ("Nur die Schreibweise wurde geändert.",)


def _art(station: Station) -> str:
    wandel = station.wandel
    if station.vorgang == "zuruecknehmen":
        return ZURUECK
    if wandel.lesbar and not (wandel.vorher and wandel.nachher):
        return GELOESCHT if wandel.vorher else ANGELEGT
    return BERICHTIGT if wandel.berichtigung else GEAENDERT


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
