"""The one source of all deadlines: what is due when, at whom, and which entry it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from netzint.berichte.fristquellen import QUELLEN, Frist
from netzint.berichte.tabelle import Bericht, Tabelle, Tage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import anzahl, datum
from netzint.recht.versand import versandtag

Nachtraege = Mapping[str, int]
"""How many changes wait to be taken over into the Tagesordnung of a planned Sitzung, by its Kennung."""
KEINE: Nachtraege = MappingProxyType({})


def list_fristen(bestand: Bestand, stichtag: date, bis: date, nachtraege: Nachtraege = KEINE) -> tuple[Frist, ...]:
    """All deadlines up to a day, the earliest first; overdue ones too, as long as they are open."""
    found = [frist for quelle in QUELLEN for frist in quelle(bestand, stichtag)]
    found += _tagesordnungen(bestand, nachtraege)
    return tuple(sorted(frist for frist in found if frist.am <= bis))


def _tagesordnungen(bestand: Bestand, nachtraege: Nachtraege) -> Iterator[Frist]:
    """Tagesordnungen to be brought up to date: before they are sent, or as Tischvorlage by the day of the Sitzung."""
    for kennung, number in nachtraege.items():
        sitzung = bestand.sitzungen.get(kennung)
        if sitzung is not None:
            am = sitzung.datum if sitzung.einladung else versandtag(bestand, sitzung)
            text = f"{anzahl(number, 'Änderung', 'Änderungen')} aufnehmen"
            yield Frist(am, "Tagesordnung", text, kennung, befehl=f"netzint sitzung fortschreiben {kennung}")


def find_bis(bestand: Bestand, stichtag: date, bis: date | None) -> date:
    """As far as was said, or else as one usually looks. Raises NetzintFehler (wrong usage) for a day already past."""
    if bis is not None and bis < stichtag:
        text = f"Der {datum(bis)} liegt vor dem {datum(stichtag)}, für den gefragt ist."
        raise NetzintFehler(text, "Was überfällig ist, steht immer dabei: netzint fristen", Ausgang.AUFRUF)
    return bis or default_bis(bestand, stichtag)


def default_bis(bestand: Bestand, stichtag: date) -> date:
    """How far ahead one looks: the period of the Geschäftsordnung."""
    fassung = bestand.fassung(stichtag)
    return stichtag + timedelta(days=fassung.fristen.amtsende if fassung else 90)


def fristen_tabelle(bestand: Bestand, stichtag: date, bis: date, nachtraege: Nachtraege = KEINE) -> Tabelle:
    """The deadlines as a table."""
    rows = tuple(
        (frist.am, Tage((frist.am - stichtag).days), frist.art, frist.text, frist.kennung, frist.befehl)
        for frist in list_fristen(bestand, stichtag, bis, nachtraege)
    )
    spalten = (
        ("am", "Am"), ("tage", "Wann"), ("art", "Frist"), ("text", "Worum es geht"), ("kennung", "Kennung"),
        ("befehl", "Befehl"),
    )  # fmt: skip
    return Tabelle("fristen", f"Fristen bis {datum(bis)}", spalten, rows, verborgen=("befehl",))


def fristen(bestand: Bestand, stichtag: date, bis: date | None, nachtraege: Nachtraege) -> Bericht:
    """All deadlines up to a day; without one as far ahead as the Geschäftsordnung looks."""
    until = find_bis(bestand, stichtag, bis)
    found = list_fristen(bestand, stichtag, until, nachtraege)
    late = sum(frist.am < stichtag for frist in found)
    satz = f"{anzahl(len(found), 'Frist', 'Fristen')}, davon {late} überfällig." if found else "Nichts steht an."
    zahlen = Tabelle(
        "zahlen",
        "Zahlen",
        (("fristen", "Fristen"), ("ueberfaellig", "Überfällig"), ("bis", "Bis")),
        ((len(found), late, until),),
        nur_daten=True,
    )
    schritte = tuple((f.befehl, f"{f.art}, fällig am {datum(f.am)}") for f in found if f.befehl and f.am <= stichtag)
    return Bericht(
        "netzint.fristen/1",
        f"Fristen am {datum(stichtag)}",
        (satz,),
        (zahlen, fristen_tabelle(bestand, stichtag, until, nachtraege)),
        tuple(dict(reversed(schritte)).items())[::-1][:3],
    )
