"""The steps of an Empfehlung follow one another: nothing comes after what ends it, or ends a wording (R14)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.regeln.empfehlungsfassungen import an_fassung
from netzint.regeln.empfehlungsweg import list_abgestimmte
from netzint.regeln.gemeinsam import an_antrag, list_abstimmungen
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@regel("E204", Schwere.FEHLER, "R14", je="empfehlung")
def fassung_ist_schon_entschieden(bestand: Bestand) -> Verstoesse:
    """Über eine Fassung wurde abgestimmt, obwohl über sie schon endgültig abgestimmt war.

    Warum: „Finale Abstimmung“ (Akteure im Netzwerk Integration): je Wortlaut gilt genau eine. Was vertagt oder nicht
    beschlussfähig ist, kommt dagegen wieder, und was zurückverwiesen ist, in einer neuen Fassung.

    Beispiel: he-2026-01, Fassung 1, ist im März abgelehnt und im Juli angenommen worden.

    Abhilfe: Für die zweite Abstimmung eine neue Fassung einreichen; war die erste falsch vermerkt, sie in ihrer Sitzung
    unter „berichtigungen“ berichtigen.
    """
    for empfehlung, votes in list_abgestimmte(bestand):
        decided: dict[int, Entscheidung] = {}
        for vote in votes:
            first = decided.setdefault(vote.fassung, vote) if vote.endgueltig else decided.get(vote.fassung, vote)
            if first is vote or (first.am == vote.am and not vote.endgueltig) or _is_accounted(bestand, first, vote):
                continue
            text = (
                f"Über Fassung {vote.fassung} der Empfehlung {empfehlung.kennung} ist schon am {deutsch(first.am)} "
                f"endgültig abgestimmt worden ({first.beschluss})"
            )
            yield verstoss(an_antrag(vote), text, vote.beschluss, empfehlung.kennung)


def _is_accounted(bestand: Bestand, first: Entscheidung, vote: Entscheidung) -> bool:
    """Whether the first result was corrected since, or the second vote says that it takes it up again (S406)."""
    found = bestand.beschluesse.get(vote.beschluss)
    if found is not None and found.top.wiederaufnahme == first.beschluss:
        return True
    entry, _, beschluss = first.beschluss.partition("/")
    source = bestand.sitzungen.get(entry) or bestand.umlaeufe.get(entry)
    corrected = source.berichtigungen if source is not None else ()
    return any(b.zu == beschluss and isinstance(b.statt, dict) and "ergebnis" in b.statt for b in corrected)


@regel("E212", Schwere.FEHLER, "R14", je="empfehlung")
def zurueckverwiesene_fassung_kommt_wieder(bestand: Bestand) -> Verstoesse:
    """Über eine Fassung wurde noch einmal abgestimmt, obwohl sie an die AG zurückverwiesen war.

    Warum: „Finale Abstimmung über die Umsetzung der von den operativen Arbeitsgruppen erarbeiteten konkreten
    Handlungsempfehlungen“ (Akteure im Netzwerk Integration): Was zurückverwiesen ist, erarbeitet die AG neu und reicht
    es als neue Fassung ein.

    Beispiel: he-2026-01, Fassung 1, ist im März zurückverwiesen und im Juli angenommen worden.

    Abhilfe: Die neue Fassung in der Empfehlung nachtragen und im Antrag nennen; war die Sache nur vertagt, das Ergebnis
    der ersten Abstimmung berichtigen.
    """
    start = erfasst_ab(bestand)
    for empfehlung, votes in list_abgestimmte(bestand):
        returned: dict[int, Entscheidung] = {}
        for vote in votes:
            first = returned.get(vote.fassung)
            if first is not None and start <= first.am < vote.am:
                text = (
                    f"Fassung {vote.fassung} der Empfehlung {empfehlung.kennung} ist am {deutsch(first.am)} an die AG "
                    f"zurückverwiesen worden ({first.beschluss}), {vote.beschluss} stimmt noch einmal über sie ab"
                )
                yield verstoss(an_antrag(vote), text, vote.beschluss, empfehlung.kennung)
            if vote.ergebnis == "zurueckverwiesen":
                returned.setdefault(vote.fassung, vote)


@regel("E210", Schwere.FEHLER, "R14", je="empfehlung")
def nach_dem_zurueckziehen_kommt_nichts_neues(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist zurückgezogen, und danach ist noch eine Fassung entstanden oder eingereicht worden.

    Warum: Mit dem Zurückziehen endet der Weg einer Empfehlung; was die AG später erarbeitet, ist eine neue.

    Beispiel: Zurückgezogen am 14.09.2026, Fassung 2 eingereicht am 05.10.2026.

    Abhilfe: Das Datum berichtigen, oder die Fassung als neue Empfehlung mit neuer Nummer eintragen.
    """
    for empfehlung in bestand.empfehlungen.values():
        withdrawn = empfehlung.zurueckgezogen
        if withdrawn is None or not empfehlung.fassungen or withdrawn.am < empfehlung.fassungen[0].vom:
            continue  # withdrawn before there was anything: E209
        if any(vote.am > withdrawn.am for vote in list_abstimmungen(bestand, empfehlung.kennung)):
            continue  # and even voted on: E206
        for nr, fassung in enumerate(empfehlung.fassungen):
            feld, day = ("eingereicht", fassung.eingereicht) if fassung.vom <= withdrawn.am else ("vom", fassung.vom)
            if day is not None and day > withdrawn.am:
                what = "eingereicht" if feld == "eingereicht" else "entstanden"
                text = (
                    f"{empfehlung.kennung} ist am {deutsch(withdrawn.am)} zurückgezogen, "
                    f"Fassung {fassung.nr} aber am {deutsch(day)} {what}"
                )
                yield verstoss(an_fassung(empfehlung, nr, feld), text, str(fassung.nr))


@regel("E211", Schwere.FEHLER, "R14", je="empfehlung")
def entfallenes_war_eingereicht(bestand: Bestand) -> Verstoesse:
    """Die Nummer einer Empfehlung ist entfallen, obwohl die Arbeitsgruppe die Empfehlung schon eingereicht hatte.

    Warum: „entfallen“ heißt, dass die Nummer nie gebraucht wurde. Was eingereicht ist, nimmt die AG zurück, wenn sie es
    nicht mehr will.

    Beispiel: „entfallen: {am: 2026-01-14, …}“, und Fassung 1 ist am 10.12.2025 eingereicht.

    Abhilfe: „zurueckgezogen“ statt „entfallen“ eintragen, oder „eingereicht“ streichen.
    """
    for empfehlung in bestand.empfehlungen.values():
        if empfehlung.entfallen is None or list_abstimmungen(bestand, empfehlung.kennung):
            continue  # voted on: E207
        handed = next(((f.nr, f.eingereicht) for f in empfehlung.fassungen if f.eingereicht), None)
        if handed is not None:
            text = (
                f"Die Nummer {empfehlung.kennung} ist am {deutsch(empfehlung.entfallen.am)} entfallen, Fassung "
                f"{handed[0]} ist aber am {deutsch(handed[1])} eingereicht"
            )
            yield verstoss(empfehlung.an("entfallen"), text, str(handed[0]))


REGELN: tuple[Regel, ...] = (
    fassung_ist_schon_entschieden,
    zurueckverwiesene_fassung_kommt_wieder,
    nach_dem_zurueckziehen_kommt_nichts_neues,
    entfallenes_war_eingereicht,
)
