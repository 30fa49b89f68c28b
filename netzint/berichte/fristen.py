"""The one source of all deadlines: what is due when, at whom, and which entry it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netzint.berichte.tabelle import Tabelle, Tage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import datum
from netzint.recht.fristen import letzter_versandtag
from netzint.recht.wiedervorlage import list_wiedervorlagen
from netzint.recht.zustaende import agstand


class Frist(NamedTuple):
    """One deadline."""

    am: date
    art: str
    text: str
    kennung: str


def list_fristen(bestand: Bestand, stichtag: date, bis: date) -> tuple[Frist, ...]:
    """All deadlines up to a day, the earliest first; overdue ones too, as long as they are open."""
    found = (frist for quelle in QUELLEN for frist in quelle(bestand, stichtag))
    return tuple(sorted(frist for frist in found if frist.am <= bis))


def default_bis(bestand: Bestand, stichtag: date) -> date:
    """How far ahead one looks: the period of the Geschäftsordnung."""
    fassung = bestand.fassung(stichtag)
    return stichtag + timedelta(days=fassung.fristen.amtsende if fassung else 90)


def fristen_tabelle(bestand: Bestand, stichtag: date, bis: date) -> Tabelle:
    """The deadlines as a table."""
    rows = tuple(
        (frist.am, Tage((frist.am - stichtag).days), frist.art, frist.text, frist.kennung)
        for frist in list_fristen(bestand, stichtag, bis)
    )
    spalten = (("am", "Am"), ("tage", "Wann"), ("art", "Frist"), ("text", "Worum es geht"), ("kennung", "Kennung"))
    return Tabelle("fristen", f"Fristen bis {datum(bis)}", spalten, rows)


def ladungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """When the Einladung of each planned Sitzung has to go out."""
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        fassung = bestand.fassung(sitzung.datum)
        if sitzung.zustand == "terminiert" and sitzung.datum >= stichtag and fassung is not None:
            am = letzter_versandtag(sitzung.datum, fassung.strategiegruppe.ladungsfrist.soll)
            yield Frist(am, "Ladung", f"Einladung zur Sitzung am {datum(sitzung.datum)} versenden", sitzung.kennung)


def sitzungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """The days of planned Sitzungen; past ones wait for their minutes or their cancellation."""
    for sitzung in bestand.sitzungen.values():
        if sitzung.zustand in ("terminiert", "eingeladen"):
            art = "Sitzung" if sitzung.datum >= stichtag else "Sitzung nachtragen"
            yield Frist(sitzung.datum, art, f"Sitzung der {gremium_name(bestand, sitzung.gremium)}", sitzung.kennung)


def gremium_name(bestand: Bestand, gremium: str) -> str:
    """The name of a Gremium, as it stands behind „der“."""
    ag = bestand.arbeitsgruppen.get(gremium)
    return ag.name if ag else gremium.capitalize()


def niederschriften(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Minutes of held Sitzungen that are not approved: due at the next Sitzung."""
    coming = [s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand in ("terminiert", "eingeladen")]
    naechste = min((s.datum for s in coming if s.datum >= stichtag), default=None)
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        offen = sitzung.zustand == "durchgefuehrt" and not (sitzung.niederschrift and sitzung.niederschrift.genehmigt)
        recorded = bestand.netzwerk is None or sitzung.datum >= bestand.netzwerk.erfasst_ab
        if offen and recorded and naechste is not None:
            yield Frist(naechste, "Niederschrift", f"Sitzung vom {datum(sitzung.datum)} genehmigen", sitzung.kennung)


def arbeitsgruppen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of the Mandate of AGs."""
    for ag in bestand.arbeitsgruppen.values():
        if agstand(ag, stichtag) != "abgeschlossen":
            yield Frist(ag.ende, "AG-Mandat", f"{ag.name}: Verlängerung oder Abschluss beschließen", ag.kennung)


def wiedervorlagen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """First replies and Wiedervorlagen of forwarded Empfehlungen."""
    for faellig in list_wiedervorlagen(bestand, stichtag):
        name = stelle_kurz(bestand, faellig.weiterleitung.stelle, stichtag)
        art = "Wiedervorlage" if faellig.beantwortet else "Rückmeldung"
        text = f"„{faellig.empfehlung.titel}“ ({name})"
        yield Frist(faellig.am, art, text, faellig.empfehlung.kennung)


def stelle_kurz(bestand: Bestand, kennung: str, tag: date) -> str:
    """The name of a Stelle as short as it goes."""
    stelle = bestand.stellen.get(kennung)
    return (stelle.kurz or stelle.name_am(tag)) if stelle else kennung


def mandate(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of Mandate in the Strategiegruppe that lie ahead."""
    for entry in bestand.mandate_in(STRATEGIEGRUPPE):
        if entry.mandat.bis is not None and entry.mandat.bis >= stichtag:
            yield Frist(entry.mandat.bis, "Mandat", f"Mandat auf {entry.mandat.sitz} endet", entry.mitglied.kennung)


def ausnahmen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of waivers; lapsed ones are findings."""
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.bis >= stichtag:
            yield Frist(ausnahme.bis, "Ausnahme", f"Ausnahme von Regel {ausnahme.regel} endet", ausnahme.kennung)


def umlaeufe(bestand: Bestand, _stichtag: date) -> Iterator[Frist]:
    """Ends of running Umlaufverfahren."""
    for umlauf in bestand.umlaeufe.values():
        if umlauf.abschluss is None and not umlauf.entfallen:
            yield Frist(umlauf.frist, "Umlauf", f"{umlauf.titel}: auszählen", umlauf.kennung)


QUELLEN = (
    ladungen,
    sitzungen,
    niederschriften,
    arbeitsgruppen,
    wiedervorlagen,
    mandate,
    ausnahmen,
    umlaeufe,
)
