"""Waivers: each says of what, until when, and rests on a Beschluss."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.ausnahme import Ausnahme
from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.berichtigungen import feste_codes, known_regeln
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, Verstoss, regel, verstoss
from netzint.regeln.tage import deutsch


def list_gedeckt(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> tuple[Verstoss, ...]:
    """What the rule says on a day about the entries that the waiver is for."""
    rule = known_regeln().get(ausnahme.regel)
    breaches = rule.verstoesse(bestand, tag) if rule else ()
    return tuple(breach for breach in breaches if not ausnahme.fuer or breach.ort.kennung in ausnahme.fuer)


@regel("X101", Schwere.FEHLER, erlaesslich=False)
def ausgenommene_regel_gibt_es_nicht(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme nennt eine Regel, die es nicht gibt.

    Warum: Eine Ausnahme gilt für genau eine Regel, genannt mit ihrem Code.

    Beispiel: „regel: Q9999“.

    Abhilfe: Den Code berichtigen; „netzint regel“ zeigt alle.
    """
    known = {*known_regeln(), *feste_codes()} if bestand.ausnahmen else set()
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.regel not in known:
            text = f"Die Ausnahme {ausnahme.kennung} nennt die Regel „{ausnahme.regel}“, die es nicht gibt"
            yield verstoss(ausnahme.an("regel"), text, ausnahme.regel)


@regel("X102", Schwere.FEHLER, erlaesslich=False)
def von_dieser_regel_gibt_es_keine_ausnahme(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme betrifft eine Regel, von der es keine geben kann.

    Warum: Manche Regeln halten die Daten selbst zusammen (Verweise, Kennungen, Ausnahmen); davon kann auch die
    Strategiegruppe nicht absehen.

    Beispiel: „regel: K101“ (ein Verweis führt ins Leere).

    Abhilfe: Den Fehler beheben; war eine andere Regel gemeint: netzint berichtigen AUSNAHME --setze regel=CODE
    """
    if not bestand.ausnahmen:
        return
    firm = feste_codes() | {code for code, rule in known_regeln().items() if not rule.erlaesslich}
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.regel in firm:
            text = f"Von der Regel {ausnahme.regel} kann es keine Ausnahme geben ({ausnahme.kennung})"
            yield verstoss(ausnahme.an("regel"), text, ausnahme.regel)


@regel("X103", Schwere.FEHLER, erlaesslich=False)
def ausnahme_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Der Beschluss, auf dem eine Ausnahme beruht, ist kein angenommener Beschluss der Strategiegruppe.

    Warum: Von ihren eigenen Regeln kann nur die Strategiegruppe absehen.

    Beispiel: „beschluss: sg-2026-02/ausnahme“, dort abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen: netzint berichtigen AUSNAHME --setze beschluss=SITZUNG/BESCHLUSS
    """
    for ausnahme in bestand.ausnahmen.values():
        for ort, beschluss, _ in _iter_beschluesse(ausnahme):
            lage = find_beschluss(bestand, beschluss)
            if lage and (lage.gremium != STRATEGIEGRUPPE or lage.ergebnis not in ANGENOMMEN):
                result = lage.ergebnis or "offen"
                text = f"{beschluss} ist kein angenommener Beschluss der Strategiegruppe ({lage.gremium}: {result})"
                yield verstoss(ausnahme.an(*ort, "beschluss"), text, beschluss)


def _iter_beschluesse(ausnahme: Ausnahme) -> Iterator[tuple[Feldpfad, str, date]]:
    """Each Beschluss on which it rests: in which part it stands, and the last day that it gives."""
    yield (), ausnahme.beschluss, ausnahme.bis
    for nr, verlaengerung in enumerate(ausnahme.verlaengerungen):
        yield ("verlaengerungen", nr), verlaengerung.beschluss, verlaengerung.bis
    if ausnahme.beendet is not None and ausnahme.beendet.beschluss is not None:
        yield ("beendet",), ausnahme.beendet.beschluss, date.max


@regel("X104", Schwere.FEHLER, erlaesslich=False)
def ausnahme_ist_abgelaufen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine Ausnahme ist abgelaufen und nicht erneuert.

    Warum: Eine Ausnahme gilt auf Zeit. Dies ist die einzige Regel, bei der ein späterer Stichtag allein einen Fehler
    hinzufügt: Wer eine Ausnahme beschließt, bestimmt selbst, wann wieder hingesehen wird.

    Beispiel: „bis: 2026-06-30“, und der Stichtag ist der 22.11.2026.

    Abhilfe: Sie durch Beschluss verlängern (netzint ausnahme verlaengern) oder beenden (netzint ausnahme beenden).
    """
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.ende < stichtag and ausnahme.beendet is None and not _is_erneuert(bestand, ausnahme):
            text = f"Die Ausnahme {ausnahme.kennung} von der Regel {ausnahme.regel} galt bis {deutsch(ausnahme.ende)}"
            yield verstoss(ausnahme.an("bis"), text)


def _is_erneuert(bestand: Bestand, ausnahme: Ausnahme) -> bool:
    """Whether a later waiver of the same rule covers all that this one did."""
    return any(
        other.regel == ausnahme.regel
        and other.ende > ausnahme.ende
        and (not other.fuer or (ausnahme.fuer and set(ausnahme.fuer) <= set(other.fuer)))
        for other in bestand.ausnahmen.values()
    )


@regel("X105", Schwere.FEHLER, erlaesslich=False)
def ausnahme_endet_vor_ihrem_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme endet vor dem Beschluss, auf dem sie beruht.

    Warum: Sie hätte nie gegolten.

    Beispiel: „bis: 2026-01-31“, der Beschluss ist vom 12.03.2026.

    Abhilfe: Das Datum oder den Beschluss berichtigen.
    """
    for ausnahme in bestand.ausnahmen.values():
        for ort, beschluss, bis in _iter_beschluesse(ausnahme):
            decided = bestand.tag_des_beschlusses(beschluss)
            if decided is not None and bis < decided:
                text = f"{ausnahme.kennung} endet am {deutsch(bis)}, beschlossen ist das am {deutsch(decided)}"
                yield verstoss(ausnahme.an(*ort, "bis"), text)


@regel("X109", Schwere.FEHLER, erlaesslich=False)
def enden_einer_ausnahme_folgen_nicht_aufeinander(bestand: Bestand) -> Verstoesse:
    """Eine Verlängerung endet nicht später als die Ausnahme schon galt, oder das Ende liegt nach ihrer Frist.

    Warum: Eine Verlängerung verschiebt das Ende nach hinten, das Beenden zieht es vor.

    Beispiel: „bis: 2027-12-31“, und eine Verlängerung mit „bis: 2027-06-30“.

    Abhilfe: Das Datum berichtigen: netzint berichtigen AUSNAHME --setze verlaengerungen.1.bis=TAG
    """
    for ausnahme in bestand.ausnahmen.values():
        before = ausnahme.bis
        for nr, verlaengerung in enumerate(ausnahme.verlaengerungen):
            if verlaengerung.bis <= before:
                text = f"Verlängert bis {deutsch(verlaengerung.bis)}, sie galt aber schon bis {deutsch(before)}"
                yield verstoss(ausnahme.an("verlaengerungen", nr, "bis"), text, str(verlaengerung.bis))
            before = max(before, verlaengerung.bis)
        if ausnahme.beendet is not None and ausnahme.beendet.zum > before:
            text = f"Beendet zum {deutsch(ausnahme.beendet.zum)}, sie galt aber nur bis {deutsch(before)}"
            yield verstoss(ausnahme.an("beendet", "zum"), text, str(ausnahme.beendet.zum))


REGELN: tuple[Regel, ...] = (
    ausgenommene_regel_gibt_es_nicht,
    von_dieser_regel_gibt_es_keine_ausnahme,
    ausnahme_ist_nicht_beschlossen,
    ausnahme_ist_abgelaufen,
    ausnahme_endet_vor_ihrem_beschluss,
    enden_einer_ausnahme_folgen_nicht_aufeinander,
)
