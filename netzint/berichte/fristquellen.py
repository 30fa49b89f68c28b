"""Where deadlines come from: one small generator per kind. :mod:`netzint.berichte.fristen` puts them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Niederschrift, Sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.agzeiten import ende_am, list_bekannte
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.empfehlungsweg import hand_over
from netzint.recht.fristen import amtszeit_bis
from netzint.recht.sitzungszeit import GEPLANT, list_geplante, sitzung_am, termin_am, zustand_am
from netzint.recht.versand import tell_einladen, versandtag
from netzint.recht.wiedervorlage import list_wiedervorlagen
from netzint.recht.zustaende import agstand
from netzint.regeln.ausfuehrung import list_unausgefuehrte
from netzint.regeln.offene_tops import list_offene_tops

ANGENOMMEN = ("angenommen", "geaendert_angenommen")


class Frist(NamedTuple):
    """One deadline. Of one Kennung and kind there may be several; ``zusatz`` tells them apart."""

    am: date
    art: str
    text: str
    kennung: str
    zusatz: str = ""
    befehl: str = ""
    """What to type when it is time; empty for a mere date."""


Quelle = Callable[[Bestand, date], Iterator[Frist]]


def ladungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """When the Einladung of each planned Sitzung has to go out."""
    for sitzung in list_geplante(bestand, stichtag):
        if sitzung.datum >= stichtag and sitzung.zustand == "terminiert":
            text = f"Einladung zur Sitzung am {datum(sitzung.datum)} versenden"
            am, k = versandtag(bestand, sitzung), sitzung.kennung
            yield Frist(am, "Ladung", text, k, befehl=f"netzint sitzung einladen {k}")


def sitzungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """The days of planned Sitzungen; past ones wait for their minutes or their cancellation."""
    for sitzung in bestand.sitzungen.values():
        stand, am = zustand_am(sitzung, stichtag), termin_am(sitzung, stichtag)
        if stand in GEPLANT and (am >= stichtag or is_erfasst(bestand, am)):
            art = "Sitzung" if am >= stichtag else "Sitzung nachtragen"
            text, k = f"Sitzung der {gremium_name(bestand, sitzung.gremium)}", sitzung.kennung
            must_ask = stand == "terminiert" and sitzung.gremium == STRATEGIEGRUPPE
            befehl = tell_einladen(bestand, sitzung, stichtag) if must_ask else f"netzint sitzung beginnen {k}"
            yield Frist(am, art, text, k, befehl=befehl if am <= stichtag else "")


def is_erfasst(bestand: Bestand, tag: date) -> bool:
    """Whether a day lies in the time that is recorded in full."""
    return bestand.netzwerk is None or tag >= bestand.netzwerk.erfasst_ab


def gremium_name(bestand: Bestand, gremium: str) -> str:
    """The name of a Gremium, as it stands behind „der“."""
    ag = bestand.arbeitsgruppen.get(gremium)
    return ag.name if ag else {GESCHAEFTSSTELLE: "Geschäftsstelle"}.get(gremium, gremium.capitalize())


def abschluesse(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Held Sitzungen that are not closed; first every TOP that asks for a vote needs its result."""
    for sitzung in bestand.sitzungen.values():
        if _wants_abschluss(bestand, sitzung, stichtag):
            k, when, left = sitzung.kennung, datum(sitzung.datum), list_offene_tops(bestand, sitzung)
            if left:
                text = f"Sitzung vom {when}: {anzahl(len(left), 'Punkt', 'Punkte')} noch ohne Ergebnis"
                befehl = f"netzint sitzung abstimmen {k} {sitzung.tagesordnung[left[0]].nummer or left[0] + 1}"
                yield Frist(sitzung.datum, "Abstimmung", text, k, befehl=befehl)
            else:
                text = f"Sitzung vom {when}: Beschlossenes ausführen"
                yield Frist(sitzung.datum, "Abschluss", text, k, befehl=f"netzint sitzung abschliessen {k}")


def _wants_abschluss(bestand: Bestand, sitzung: Sitzung | None, stichtag: date) -> bool:
    if sitzung is None or zustand_am(sitzung, stichtag) != "durchgefuehrt":
        return False
    return not sitzung_am(sitzung, stichtag).ist_abgeschlossen and is_erfasst(bestand, sitzung.datum)


def ausfuehrungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """What was decided and not carried out since, unless closing its Sitzung will do it."""
    for offen in list_unausgefuehrte(bestand):
        where, _, beschluss = offen.kennung.partition("/")
        if offen.am <= stichtag and not _wants_abschluss(bestand, bestand.sitzungen.get(where), stichtag):
            text = f"Beschluss vom {datum(offen.am)} ausführen"
            yield Frist(offen.am, "Ausführung", text, where, beschluss, offen.befehl)


def niederschriften(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Minutes to be written and to be approved: by the next Sitzung, or by when the next one would usually be."""
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        minutes, k = sitzung_am(sitzung, stichtag).niederschrift, sitzung.kennung
        if zustand_am(sitzung, stichtag) != "durchgefuehrt" or not is_erfasst(bestand, sitzung.datum):
            continue
        if minutes is None:
            text = f"Niederschrift der Sitzung vom {datum(sitzung.datum)} schreiben"
            befehl = "" if _wants_abschluss(bestand, sitzung, stichtag) else f"netzint sitzung niederschrift {k}"
            yield Frist(_naechste(bestand, sitzung, stichtag), "Niederschrift", text, k, "schreiben", befehl)
        elif not _is_genehmigt(bestand, minutes, stichtag):
            text = f"Niederschrift der Sitzung vom {datum(sitzung.datum)} genehmigen"
            yield Frist(_naechste(bestand, sitzung, stichtag), "Niederschrift", text, k, "genehmigen")


def _is_genehmigt(bestand: Bestand, minutes: Niederschrift, tag: date) -> bool:
    approved = bestand.tag_des_beschlusses(minutes.genehmigt) if minutes.genehmigt else date.max
    return approved is None or approved <= tag


def _naechste(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> date:
    coming = [s.datum for s in list_geplante(bestand, stichtag) if s.datum >= stichtag]
    fassung = bestand.fassung(sitzung.datum)
    weeks = fassung.strategiegruppe.sitzungsabstand if fassung else 17
    return min(coming, default=sitzung.datum + timedelta(weeks=weeks))


def arbeitsgruppen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of the Mandate of AGs, as they were decided by the day."""
    for ag in list_bekannte(bestand, stichtag):
        if agstand(ag, stichtag) != "abgeschlossen":
            text = f"{ag.name}: Verlängerung oder Abschluss beschließen"
            yield Frist(
                ende_am(bestand, ag, stichtag),
                "AG-Mandat",
                text,
                ag.kennung,
                befehl=f"netzint ag verlaengern {ag.kennung}",
            )


def weiterleitungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Accepted Empfehlungen that went to nobody yet: since the day of the vote."""
    for empfehlung in bestand.empfehlungen.values():
        votes = [e for e in bestand.entscheidungen.get(empfehlung.kennung, ()) if e.angenommen and e.am <= stichtag]
        if votes and empfehlungsstand(empfehlung, votes, stichtag) in ANGENOMMEN:
            text, k = f"„{empfehlung.titel}“ weiterleiten", empfehlung.kennung
            yield Frist(votes[-1].am, "Weiterleitung", text, k, befehl=f"netzint empfehlung weiterleiten {k}")


def wiedervorlagen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """First replies and Wiedervorlagen of forwarded Empfehlungen."""
    for faellig in list_wiedervorlagen(bestand, stichtag):
        stelle, k = faellig.weiterleitung.stelle, faellig.empfehlung.kennung
        art, verb = ("Wiedervorlage", "ueberpruefen") if faellig.beantwortet else ("Rückmeldung", "rueckmeldung")
        ended = hand_over(bestand, k, stelle, stichtag)
        where = stelle_kurz(bestand, stelle, stichtag) + (", besteht nicht mehr: abgeben" if ended else "")
        text = f"„{faellig.empfehlung.titel}“ ({where})"
        yield Frist(faellig.am, art, text, k, stelle, ended or f"netzint empfehlung {verb} {k} --stelle {stelle}")


def stelle_kurz(bestand: Bestand, kennung: str, tag: date) -> str:
    """The name of a Stelle as short as it goes."""
    stelle = bestand.stellen.get(kennung)
    return (stelle.kurz or stelle.name_am(tag)) if stelle else kennung


def bedarfe(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """The day from which an open Bedarf comes onto the Tagesordnung because nobody took it up."""
    fassung = bestand.fassung(stichtag)
    for bedarf in bestand.bedarfe.values() if fassung else ():
        settled = (bedarf.zugeordnet, bedarf.erledigt, bedarf.entfallen)
        if fassung and bedarf.gemeldet.am <= stichtag and not any(s and s.am <= stichtag for s in settled):
            am, k = bedarf.gemeldet.am + timedelta(days=fassung.fristen.bedarf_alt), bedarf.kennung
            text = f"„{bedarf.titel}“, gemeldet am {datum(bedarf.gemeldet.am)}"
            yield Frist(am, "Bedarf", text, k, befehl=f"netzint bedarf zuordnen {k}")


def mandate(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of Mandate in the Strategiegruppe that lie ahead."""
    for entry in bestand.mandate_in(STRATEGIEGRUPPE):
        sitz = bestand.alle_sitze.get(entry.mandat.sitz or "")
        if entry.mandat.bis is not None and entry.mandat.bis >= stichtag and sitz is not None:
            role = "Stellvertretung" if entry.mandat.rolle == "stellvertretend" else "Mandat"
            befehl = f"netzint mitglied zeigen {entry.mitglied.kennung}"
            yield Frist(
                entry.mandat.bis, "Mandat", f"{role} endet: {sitz.name}", entry.mitglied.kennung, str(entry.nr), befehl
            )


def amtszeiten(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of terms, where the Geschäftsordnung has terms; overdue ones too, as long as nobody else was named."""
    fassung = bestand.fassung(stichtag)
    months = fassung.strategiegruppe.amtszeit if fassung else None
    for sitz, entry in bestand.ordentliche(stichtag).items() if months else ():
        am, k = amtszeit_bis(entry.mandat.von, months or 0), entry.mitglied.kennung
        befehl = f"netzint mitglied zeigen {k}"
        yield Frist(am, "Amtszeit", f"Amtszeit endet: {bestand.alle_sitze[sitz].name}", k, sitz, befehl)


def ausnahmen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of waivers; lapsed ones are findings."""
    for ausnahme in bestand.ausnahmen.values():
        decided = bestand.tag_des_beschlusses(ausnahme.beschluss) or stichtag
        if decided <= stichtag <= ausnahme.ende and ausnahme.beendet is None:
            text = f"Ausnahme von Regel {ausnahme.regel} endet"
            befehl = f"netzint ausnahme zeigen {ausnahme.kennung}"
            yield Frist(ausnahme.ende, "Ausnahme", text, ausnahme.kennung, befehl=befehl)


def umlaeufe(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Ends of Umlaufverfahren that are sent and not closed."""
    for umlauf in bestand.umlaeufe.values():
        ends = (umlauf.abschluss, umlauf.entfallen)
        if umlauf.versandt <= stichtag and not any(end and end.am <= stichtag for end in ends):
            befehl = f"netzint umlauf abschliessen {umlauf.kennung}"
            yield Frist(umlauf.frist, "Umlauf", f"{umlauf.titel}: auszählen", umlauf.kennung, befehl=befehl)


def veranstaltungen(bestand: Bestand, stichtag: date) -> Iterator[Frist]:
    """Days of Veranstaltungen that lie ahead."""
    for event in bestand.veranstaltungen.values():
        off = any(end and end.am <= stichtag for end in (event.abgesagt, event.entfallen))
        if event.datum >= stichtag and not off:
            yield Frist(event.datum, "Veranstaltung", f"{event.art}: {event.titel}", event.kennung)


QUELLEN: tuple[Quelle, ...] = (
    ladungen,
    sitzungen,
    abschluesse,
    ausfuehrungen,
    niederschriften,
    arbeitsgruppen,
    weiterleitungen,
    wiedervorlagen,
    bedarfe,
    mandate,
    amtszeiten,
    ausnahmen,
    umlaeufe,
    veranstaltungen,
)
