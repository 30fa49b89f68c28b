"""The way of an Empfehlung: handed in, voted on, and then settled (R14)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.entscheidung import Entscheidung
from netzint.regeln.ansichten import entscheidungen
from netzint.regeln.empfehlungsfassungen import an_fassung
from netzint.regeln.gemeinsam import an_antrag, je_bestand, list_abstimmungen
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@je_bestand
def list_abgestimmte(bestand: Bestand) -> tuple[tuple[Empfehlung, tuple[Entscheidung, ...]], ...]:
    """Every Empfehlung that the Strategiegruppe has voted on, with its votes."""
    voted = (bestand.empfehlungen.get(kennung) for kennung in entscheidungen(bestand))
    found = ((empfehlung, list_abstimmungen(bestand, empfehlung.kennung)) for empfehlung in voted if empfehlung)
    return tuple((empfehlung, votes) for empfehlung, votes in found if votes)


@regel("E201", Schwere.FEHLER, "R14", je="empfehlung")
def abgestimmte_fassung_gibt_es_nicht(bestand: Bestand) -> Verstoesse:
    """Ein Beschluss nennt eine Fassung, die die Empfehlung nicht hat.

    Warum: Abgestimmt wird über einen festen Wortlaut; ohne die Fassung weiß niemand, was beschlossen ist.

    Beispiel: „fassung: 2“, die Empfehlung hat aber nur Fassung 1.

    Abhilfe: Die Nummer im Antrag berichtigen oder die beschlossene Fassung in der Empfehlung nachtragen.
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        for vote in votes:
            if empfehlung.fassung(vote.fassung) is None:
                text = f"Die Empfehlung {empfehlung.kennung} hat keine Fassung {vote.fassung} ({vote.beschluss})"
                yield verstoss(an_antrag(vote, "fassung"), text, vote.beschluss, empfehlung.kennung)


@regel("E202", Schwere.FEHLER, "R14", je="empfehlung")
def abgestimmt_wird_nur_ueber_eingereichtes(bestand: Bestand) -> Verstoesse:
    """Es wurde über eine Fassung abgestimmt, die an diesem Tag noch nicht eingereicht war.

    Warum: „Finale Abstimmung über die Umsetzung der von den operativen Arbeitsgruppen erarbeiteten konkreten
    Handlungsempfehlungen“ (Akteure im Netzwerk Integration): Erst wenn die AG sie eingereicht hat, ist sie erarbeitet.
    Bei „geaendert_angenommen“ genügt es, dass die Fassung eingereicht war, die in der Sitzung geändert wurde.

    Beispiel: Sitzung am 12.03.2026, „eingereicht: 2026-04-02“ oder gar nicht.

    Abhilfe: Den Tag der Einreichung nachtragen oder berichtigen.
    """
    start = erfasst_ab(bestand)
    for empfehlung, votes in list_abgestimmte(bestand):
        for vote in votes:
            voted = empfehlung.fassung(vote.fassung)
            if voted is None or vote.am < start or _was_eingereicht(empfehlung, voted, vote):
                continue
            handed = f"erst am {deutsch(voted.eingereicht)}" if voted.eingereicht else "nicht"
            text = (
                f"Fassung {vote.fassung} der Empfehlung {empfehlung.kennung} ist {handed} eingereicht, "
                f"abgestimmt wurde am {deutsch(vote.am)} ({vote.beschluss})"
            )
            place = an_fassung(empfehlung, empfehlung.fassungen.index(voted), "eingereicht")
            yield verstoss(place, text, str(vote.fassung), vote.beschluss)


def _was_eingereicht(empfehlung: Empfehlung, voted: Empfehlungsfassung, vote: Entscheidung) -> bool:
    """Whether the wording was handed in by the day of the vote, or the one that the Sitzung changed into it."""
    changed = vote.ergebnis == "geaendert_angenommen"
    basis = [f for f in empfehlung.fassungen if f is voted or (changed and f.nr < voted.nr)]
    return any(f.eingereicht is not None and f.eingereicht <= vote.am for f in basis)


@regel("E203", Schwere.FEHLER, "R14")
def nur_die_strategiegruppe_entscheidet(bestand: Bestand) -> Verstoesse:
    """Eine Arbeitsgruppe hat über etwas beschlossen, was nur die Strategiegruppe entscheidet.

    Warum: „Finale Abstimmung“ und „Einberufung von themenspezifischen operativen Arbeitsgruppen“ sind Aufgaben der
    Strategiegruppe (Akteure im Netzwerk Integration). Eine AG erarbeitet und reicht ein.

    Beispiel: In einer Sitzung der AG steht ein Beschluss mit „antrag: {art: empfehlung, …}“.

    Abhilfe: In der AG als „art: sonstiges“ festhalten; die finale Abstimmung gehört in die Strategiegruppe.
    """
    for kennung, entry in bestand.beschluesse.items():
        art = entry.beschluss.antrag.art
        if entry.sitzung.gremium != STRATEGIEGRUPPE and (art == "empfehlung" or art.startswith("ag_")):
            text = f"Der Beschluss {kennung} ist von {entry.sitzung.gremium}; entscheiden kann nur die Strategiegruppe"
            yield verstoss(entry.an("antrag", "art"), text, entry.beschluss.kennung)


@regel("E205", Schwere.FEHLER, "R14", je="empfehlung")
def nach_der_annahme_kommt_nichts_neues(bestand: Bestand) -> Verstoesse:
    """Nach der Annahme einer Empfehlung ist noch eine neue Fassung entstanden oder abgestimmt worden.

    Warum: Mit der Annahme steht der Wortlaut fest; weitergeleitet wird, worüber abgestimmt wurde.

    Beispiel: Fassung 1 ist am 12.03.2026 angenommen, Fassung 2 ist vom 20.04.2026.

    Abhilfe: Was sich danach noch ändern soll, als neue Empfehlung mit neuer Nummer einreichen.
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        accepted = next((v for v in votes if v.angenommen), None)
        if accepted is None:
            continue
        settled = f"Die Empfehlung {empfehlung.kennung} ist seit {deutsch(accepted.am)} angenommen"
        for nr, fassung in enumerate(empfehlung.fassungen):
            if max(fassung.vom, fassung.eingereicht or fassung.vom) > accepted.am and fassung.nr != accepted.fassung:
                text = f"{settled} ({accepted.beschluss}), Fassung {fassung.nr} ist jünger"
                yield verstoss(an_fassung(empfehlung, nr, "vom"), text, str(fassung.nr))
        for vote in votes:
            voted = empfehlung.fassung(vote.fassung)
            if vote.am > accepted.am and vote.fassung != accepted.fassung and voted and voted.vom <= accepted.am:
                text = f"{settled} ({accepted.beschluss}), {vote.beschluss} stimmt noch einmal ab"
                yield verstoss(an_antrag(vote), text, vote.beschluss, empfehlung.kennung)


@regel("E206", Schwere.FEHLER, "R14", je="empfehlung")
def zurueckgezogenes_ist_abgestimmt(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist zurückgezogen, und trotzdem wurde über sie entschieden.

    Warum: Zurückziehen kann die AG nur, worüber noch nicht endgültig abgestimmt ist, nach einer Ablehnung also nur eine
    neue Fassung; danach wird nicht mehr abgestimmt.

    Beispiel: Zurückgezogen am 20.04.2026, angenommen am 12.03.2026.

    Abhilfe: Den Tag berichtigen, oder „zurueckgezogen“ herausnehmen: netzint berichtigen KENNUNG --setze
    zurueckgezogen=
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        withdrawn = empfehlung.zurueckgezogen
        wrong = [v for v in votes if withdrawn and (v.am > withdrawn.am or _settles(v, empfehlung))]
        if withdrawn and wrong:
            text = (
                f"Die Empfehlung {empfehlung.kennung} ist am {deutsch(withdrawn.am)} zurückgezogen, "
                f"am {deutsch(wrong[0].am)} aber zur Abstimmung gekommen ({wrong[0].beschluss}: {wrong[0].ergebnis})"
            )
            yield verstoss(empfehlung.an("zurueckgezogen", "am"), text, wrong[0].beschluss)


def _settles(vote: Entscheidung, empfehlung: Empfehlung) -> bool:
    """Whether nothing is left to take back: it was accepted, or nothing newer came after the rejection."""
    return vote.angenommen or (vote.endgueltig and all(f.nr <= vote.fassung for f in empfehlung.fassungen))


@regel("E207", Schwere.FEHLER, "R14", je="empfehlung")
def entfallenes_ist_abgestimmt(bestand: Bestand) -> Verstoesse:
    """Die Nummer einer Empfehlung ist entfallen, und trotzdem wurde über sie abgestimmt.

    Warum: „entfallen“ heißt, dass die Nummer nie gebraucht wurde. Was abgestimmt ist, bleibt Teil der Geschichte.

    Beispiel: „entfallen: {am: 2026-01-10, …}“, und sg-2026-01 hat über die Empfehlung abgestimmt.

    Abhilfe: „entfallen“ streichen; gemeint ist vielleicht „zurueckgezogen“.
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        if empfehlung.entfallen is not None:
            text = f"Die Empfehlung {empfehlung.kennung} ist entfallen, {votes[0].beschluss} hat aber abgestimmt"
            yield verstoss(empfehlung.an("entfallen"), text, votes[0].beschluss)


@regel("E208", Schwere.FEHLER, "R14", je="empfehlung")
def geaendert_angenommen_braucht_neue_fassung(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist geändert angenommen, der Beschluss nennt aber die eingereichte Fassung.

    Warum: Weitergeleitet wird der Wortlaut, über den abgestimmt wurde; wurde er in der Sitzung geändert, ist das eine
    neue Fassung.

    Beispiel: „ergebnis: geaendert_angenommen“ zu Fassung 1, die so von der AG eingereicht war.

    Abhilfe: Den geänderten Wortlaut als neue Fassung eintragen und im Antrag nennen, oder „angenommen“ vermerken.
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        for vote in votes:
            voted = empfehlung.fassung(vote.fassung)
            if vote.ergebnis != "geaendert_angenommen" or voted is None or voted.eingereicht is None:
                continue
            if voted.eingereicht < vote.am or voted is empfehlung.fassungen[0]:
                text = (
                    f"Die Empfehlung {empfehlung.kennung} ist in {vote.beschluss} geändert angenommen, "
                    f"Fassung {vote.fassung} ist aber die, die die AG eingereicht hat"
                )
                yield verstoss(an_antrag(vote, "fassung"), text, vote.beschluss, empfehlung.kennung)


@regel("E209", Schwere.FEHLER, "R14", je="empfehlung")
def zurueckgezogen_vor_der_ersten_fassung(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist zurückgezogen worden, bevor es sie gab.

    Warum: Die Schritte einer Empfehlung folgen aufeinander: erarbeitet, eingereicht, dann vielleicht zurückgezogen.

    Beispiel: Fassung 1 vom 20.10.2026, zurückgezogen am 02.10.2026.

    Abhilfe: Eines der beiden Daten berichtigen.
    """
    for empfehlung in bestand.empfehlungen.values():
        withdrawn = empfehlung.zurueckgezogen
        if withdrawn and empfehlung.fassungen and withdrawn.am < empfehlung.fassungen[0].vom:
            first = deutsch(empfehlung.fassungen[0].vom)
            text = f"{empfehlung.kennung} ist am {deutsch(withdrawn.am)} zurückgezogen, Fassung 1 ist erst vom {first}"
            yield verstoss(empfehlung.an("zurueckgezogen", "am"), text)


REGELN: tuple[Regel, ...] = (
    abgestimmte_fassung_gibt_es_nicht,
    abgestimmt_wird_nur_ueber_eingereichtes,
    nur_die_strategiegruppe_entscheidet,
    nach_der_annahme_kommt_nichts_neues,
    zurueckgezogenes_ist_abgestimmt,
    entfallenes_ist_abgestimmt,
    geaendert_angenommen_braucht_neue_fassung,
    zurueckgezogen_vor_der_ersten_fassung,
)
