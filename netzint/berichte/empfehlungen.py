"""Empfehlungen as a list."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_ag, find_stelle, find_ziel
from netzint.modell.sprache import anzahl, datum
from netzint.recht.annahme import find_annahme
from netzint.recht.empfehlungsweg import list_fehlendes, stand_der_empfehlung
from netzint.recht.zustaende import BEZEICHNUNG

_SPALTEN = (
    ("kennung", "Empfehlung"),
    ("titel", "Titel"),
    ("arbeitsgruppe", "AG"),
    ("stand", "Stand"),
    ("fassung", "Fassung"),
    ("fehlt", "Was als Nächstes fehlt"),
    ("wer", "Wer"),
    ("bis", "Bis"),
)


class Auswahl(NamedTuple):
    """Which Empfehlungen are wanted; what is empty restricts nothing."""

    ag: str = ""
    stand: str = ""
    stelle: str = ""
    ziel: str = ""
    nur_offene: bool = False


def liste(bestand: Bestand, stichtag: date, auswahl: Auswahl) -> Bericht:
    """The Empfehlungen that there were on a day, each with its state and what is missing next."""
    wanted = _resolve(bestand, auswahl)
    known = (e for e in bestand.empfehlungen.values() if is_known(e, stichtag))
    rows = tuple(_row(bestand, e, stichtag) for e in known if _is_wanted(bestand, e, wanted, stichtag))
    hidden = ("arbeitsgruppe", "fassung", "wer")
    table = Tabelle(
        "empfehlungen", "Empfehlungen", _SPALTEN, rows, "keine, die dazu passt", worte=BEZEICHNUNG, verborgen=hidden
    )
    count = anzahl(len(rows), "Empfehlung", "Empfehlungen")
    zahl = Tabelle("zahlen", "Zahlen", (("anzahl", "Anzahl"),), ((len(rows),),), nur_daten=True)
    titel = f"Empfehlungen, Stand {datum(stichtag)}"
    return Bericht("netzint.empfehlungen/1", titel, (f"{count}.",), (zahl, table))


def is_known(empfehlung: Empfehlung, tag: date) -> bool:
    """Whether there was a wording of it on a day."""
    return any(f.vom <= tag for f in empfehlung.fassungen)


def _resolve(bestand: Bestand, auswahl: Auswahl) -> Auswahl:
    return auswahl._replace(
        ag=auswahl.ag and find_ag(bestand, auswahl.ag).kennung,
        stelle=auswahl.stelle and find_stelle(bestand, auswahl.stelle).kennung,
        ziel=auswahl.ziel and find_ziel(bestand, auswahl.ziel).kennung,
    )


def _is_wanted(bestand: Bestand, empfehlung: Empfehlung, auswahl: Auswahl, tag: date) -> bool:
    if auswahl.ag and empfehlung.arbeitsgruppe != auswahl.ag:
        return False
    if auswahl.ziel and auswahl.ziel not in empfehlung.ziele:
        return False
    if auswahl.stelle and auswahl.stelle not in _stellen(bestand, empfehlung, tag):
        return False
    if auswahl.nur_offene and not list_fehlendes(bestand, empfehlung, tag):
        return False
    return not auswahl.stand or stand_der_empfehlung(bestand, empfehlung, tag) == auswahl.stand


def _stellen(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> set[str]:
    """The Adressaten of the wording that counts, and wherever it went."""
    annahme = find_annahme(bestand, empfehlung, tag)
    known = [f for f in empfehlung.fassungen if f.vom <= tag]
    fassung = annahme.fassung if annahme and annahme.fassung else known[-1]
    return {*(a.stelle for a in fassung.adressaten), *(w.stelle for w in empfehlung.weiterleitungen if w.am <= tag)}


def _row(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> tuple[Zelle, ...]:
    missing = list_fehlendes(bestand, empfehlung, tag)
    more = f" (und {len(missing) - 1} weitere)" if len(missing) > 1 else ""
    return (
        empfehlung.kennung.upper(),
        empfehlung.titel,
        empfehlung.arbeitsgruppe,
        stand_der_empfehlung(bestand, empfehlung, tag),
        max(f.nr for f in empfehlung.fassungen if f.vom <= tag),
        f"{missing[0].text.removesuffix('.')}{more}" if missing else "",
        missing[0].wer if missing else None,
        missing[0].bis if missing else None,
    )
