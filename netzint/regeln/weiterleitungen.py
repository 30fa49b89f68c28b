"""Weiterleitung to the betroffene Stellen: only what was accepted, once to each (R15)."""

from __future__ import annotations

from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung, Weiterleitung
from netzint.regeln.ansichten import aufgeloeste
from netzint.regeln.gemeinsam import je_bestand, list_abstimmungen, list_annahmen, tage
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@je_bestand
def list_weiterleitungen(bestand: Bestand) -> tuple[tuple[Empfehlung, int, Weiterleitung], ...]:
    """Every Weiterleitung with its Empfehlung and its place in the list."""
    return tuple(
        (empfehlung, nr, weiterleitung)
        for empfehlung in bestand.empfehlungen.values()
        if empfehlung.weiterleitungen
        for nr, weiterleitung in enumerate(empfehlung.weiterleitungen)
    )


def _votes_may_be_unread(bestand: Bestand) -> bool:
    return any(kennung.startswith(("sg-", "um-")) for kennung in bestand.unlesbar)


@regel("E301", Schwere.FEHLER, "R15", je="empfehlung")
def weitergeleitet_wird_nur_angenommenes(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist weitergeleitet, aber nicht angenommen.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen an die betroffenen Stellen“ (Akteure im Netzwerk
    Integration) folgt auf die „Finale Abstimmung“.

    Beispiel: he-2026-04 ging am 10.12.2026 an den Städtetag, einen Beschluss dazu gibt es nicht.

    Abhilfe: Den Beschluss in seiner Sitzung nachtragen oder die Weiterleitung streichen.
    """
    start = erfasst_ab(bestand)
    unread, accepted = _votes_may_be_unread(bestand), list_annahmen(bestand)
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        if unread or empfehlung.kennung in accepted or any(w.am < start for w in empfehlung.weiterleitungen):
            continue  # forwarded before the records begin: so was it accepted, and may be passed on since
        text = (
            f"Die Empfehlung {empfehlung.kennung} ist am {deutsch(weiterleitung.am)} an {weiterleitung.stelle} "
            "weitergeleitet, aber nicht angenommen"
        )
        yield verstoss(empfehlung.an("weiterleitungen", nr), text, weiterleitung.stelle)


@regel("E302", Schwere.FEHLER, "R15", je="empfehlung")
def weitergeleitet_wird_nach_dem_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist weitergeleitet worden, bevor sie angenommen war.

    Warum: Weitergeleitet wird der Wortlaut, über den abgestimmt wurde; vorher steht er nicht fest.

    Beispiel: Weitergeleitet am 01.03.2026, angenommen am 12.03.2026.

    Abhilfe: Den Tag der Weiterleitung berichtigen.
    """
    annahmen = list_annahmen(bestand)
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        accepted = annahmen.get(empfehlung.kennung)
        if accepted and weiterleitung.am < accepted.am:
            votes = list_abstimmungen(bestand, empfehlung.kennung)
            if any(vote.angenommen and vote.am <= weiterleitung.am for vote in votes):
                continue  # accepted before, and then voted on once more: E204, E205
            text = (
                f"Die Empfehlung {empfehlung.kennung} ging am {deutsch(weiterleitung.am)} an {weiterleitung.stelle}, "
                f"angenommen wurde sie erst am {deutsch(accepted.am)} ({accepted.beschluss})"
            )
            yield verstoss(empfehlung.an("weiterleitungen", nr, "am"), text, weiterleitung.stelle)


@regel("E303", Schwere.FEHLER, "R15", je="empfehlung")
def stelle_hat_zwei_weiterleitungen(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung hat zwei Weiterleitungen an dieselbe Stelle.

    Warum: Zu jeder Empfehlung gibt es je Stelle einen Stand der Umsetzung; zwei könnten einander widersprechen.

    Beispiel: Zwei Einträge mit „stelle: staedtetag“.

    Abhilfe: Die Rückmeldungen unter einer Weiterleitung zusammenführen.
    """
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        if nr and any(other.stelle == weiterleitung.stelle for other in empfehlung.weiterleitungen[:nr]):
            text = f"Die Empfehlung {empfehlung.kennung} ist mehrmals an {weiterleitung.stelle} weitergeleitet"
            yield verstoss(empfehlung.an("weiterleitungen", nr, "stelle"), text, weiterleitung.stelle)


@regel("E304", Schwere.WARNUNG, "R15", je="empfehlung")
def weiterleitung_geht_an_eine_fremde_stelle(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist an eine Stelle weitergeleitet, die der beschlossene Wortlaut nicht nennt.

    Warum: Weitergeleitet wird „an die betroffenen Stellen“ (Akteure im Netzwerk Integration), und welche das sind, ist
    mit beschlossen. Wohin eine Stelle die Sache abgegeben hat und worin sie aufgegangen ist, darf dazukommen.

    Beispiel: Adressaten sind Ministerium und Städtetag, weitergeleitet ist auch an den Landkreistag.

    Abhilfe: Die Stelle prüfen; soll sie Adressat sein, braucht es eine neue Fassung.
    """
    annahmen = list_annahmen(bestand)
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        accepted = annahmen.get(empfehlung.kennung)
        fassung = empfehlung.fassung(accepted.fassung) if accepted else None
        if fassung is None or weiterleitung.stelle in _named(bestand, fassung):
            continue
        if not any(s.an == weiterleitung.stelle for w in empfehlung.weiterleitungen for s in w.stand):
            text = (
                f"Die Empfehlung {empfehlung.kennung} ging an {weiterleitung.stelle}; Fassung {fassung.nr}, über die "
                "abgestimmt wurde, nennt diese Stelle nicht"
            )
            yield verstoss(empfehlung.an("weiterleitungen", nr, "stelle"), text, weiterleitung.stelle)


def _named(bestand: Bestand, fassung: Empfehlungsfassung) -> set[str]:
    """The Adressaten, and what they have become since."""
    stellen = [a.stelle for a in fassung.adressaten]
    ended = aufgeloeste(bestand)
    return {*stellen, *(ended[kennung].nachfolge for kennung in stellen if kennung in ended)}


@regel("E305", Schwere.HINWEIS, "R15", je="empfehlung")
def angenommenes_ist_noch_nicht_weitergeleitet(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine Empfehlung ist angenommen, aber noch nicht an alle Adressaten weitergeleitet.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen an die betroffenen Stellen“ (Akteure im Netzwerk
    Integration). Was liegen bleibt, wird nicht umgesetzt.

    Beispiel: Am 12.03.2026 angenommen, an den Gemeindetag als Adressaten noch nicht weitergeleitet.

    Abhilfe: Weiterleiten und es eintragen: netzint empfehlung weiterleiten KENNUNG
    """
    annahmen = list_annahmen(bestand)
    for empfehlung in bestand.empfehlungen.values():
        accepted = annahmen.get(empfehlung.kennung)
        fassung = empfehlung.fassung(accepted.fassung) if accepted and accepted.am < stichtag else None
        if accepted is None or fassung is None:
            continue
        done = {w.stelle for w in empfehlung.weiterleitungen}
        for stelle in dict.fromkeys(a.stelle for a in fassung.adressaten if not _reached(bestand, a.stelle, done)):
            text = (
                f"Die Empfehlung {empfehlung.kennung} ist seit {deutsch(accepted.am)} angenommen, an {stelle} aber "
                f"noch nicht weitergeleitet ({tage((stichtag - accepted.am).days)})"
            )
            hinweis = f"Weiterleiten und eintragen: netzint empfehlung weiterleiten {empfehlung.kennung}"
            yield verstoss(empfehlung.an("weiterleitungen"), text, stelle, hinweis=hinweis)


def _reached(bestand: Bestand, kennung: str, done: set[str]) -> bool:
    """Whether it went to an Adressat or to its Nachfolge."""
    ended = aufgeloeste(bestand).get(kennung)
    return kennung in done or (ended is not None and ended.nachfolge in done)


@regel("E306", Schwere.FEHLER, "R16", je="empfehlung")
def antwort_ist_vor_der_weiterleitung_erbeten(bestand: Bestand) -> Verstoesse:
    """Die erste Rückmeldung ist auf einen Tag vor der Weiterleitung erbeten.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration): Der Tag steht unter Fristen
    und muss nach der Weiterleitung liegen.

    Beispiel: „am: 2026-12-10“ und „antwort_bis: 2026-03-04“.

    Abhilfe: Das Jahr oder den Tag berichtigen.
    """
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        due = weiterleitung.antwort_bis
        if due is not None and due < weiterleitung.am:
            text = (
                f"Die Antwort von {weiterleitung.stelle} zur Empfehlung {empfehlung.kennung} ist bis {deutsch(due)} "
                f"erbeten, weitergeleitet wurde erst am {deutsch(weiterleitung.am)}"
            )
            yield verstoss(empfehlung.an("weiterleitungen", nr, "antwort_bis"), text, weiterleitung.stelle)


REGELN: tuple[Regel, ...] = (
    weitergeleitet_wird_nur_angenommenes,
    weitergeleitet_wird_nach_dem_beschluss,
    stelle_hat_zwei_weiterleitungen,
    weiterleitung_geht_an_eine_fremde_stelle,
    angenommenes_ist_noch_nicht_weitergeleitet,
    antwort_ist_vor_der_weiterleitung_erbeten,
)
