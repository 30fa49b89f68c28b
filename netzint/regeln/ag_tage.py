"""A1 and A2, continued: nothing of an AG is older than the AG, and it closes when it was decided that it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.antrag import AgAbschliessen
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


@regel("A112", Schwere.FEHLER, "R09", je=("arbeitsgruppe", "sitzung"))
def etwas_ist_aelter_als_die_ag(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung, ein Konzept oder ein Bericht ist älter als die Arbeitsgruppe.

    Warum: „Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein, die sich mit dem von ihr
    vorgegebenen Thema eingehend befassen“ (Akteure im Netzwerk Integration): erst die Einsetzung, dann die Arbeit.

    Beispiel: Die AG beginnt am 01.07.2025, ihre erste Sitzung war am 12.05.2025.

    Abhilfe: Das Datum oder den Beginn der AG berichtigen.
    """
    for ag in bestand.arbeitsgruppen.values():
        for ort, day, words in _dated(bestand, ag):
            if day < ag.mandat.von:
                text = f"{words} vom {deutsch(day)} ist älter als {ag.kennung} (ab {deutsch(ag.mandat.von)})"
                yield verstoss(ort, text, ag.kennung, str(day))


def _dated(bestand: Bestand, ag: Arbeitsgruppe) -> Iterator[tuple[Ort, date, str]]:
    """What of an AG has a day, but for its Empfehlungen (E109) and Mandate (A204)."""
    for sitzung in bestand.sitzungen_von(ag.kennung):
        if not (sitzung.abgesagt or sitzung.entfallen):
            yield sitzung.an("datum"), sitzung.datum, "Die Sitzung"
    yield from ((ag.an("konzepte", i, "vom"), k.vom, "Das Konzept") for i, k in enumerate(ag.konzepte))
    yield from ((ag.an("berichte", i, "vom"), b.vom, "Der Bericht") for i, b in enumerate(ag.berichte))


@regel("A209", Schwere.WARNUNG, "R13", je="arbeitsgruppe")
def ag_ist_an_anderem_tag_abgeschlossen(bestand: Bestand) -> Verstoesse:
    """Eine AG ist an einem anderen Tag abgeschlossen, als es beschlossen wurde, oder schon davor.

    Warum: „Bereits eingesetzte Arbeitsgruppen (abgeschlossen)“ (Akteure im Netzwerk Integration): Seit wann, sagt der
    Beschluss; nennt er keinen Tag, so ist es frühestens seiner.

    Beispiel: abschluss: {am: 2025-06-30, …}, der Beschluss ist vom 08.07.2025 und nennt keinen Tag.

    Abhilfe: Den Tag des Abschlusses berichtigen.
    """
    for ag in bestand.arbeitsgruppen.values():
        lage = find_beschluss(bestand, ag.abschluss.beschluss) if ag.abschluss else None
        if ag.abschluss is None or lage is None or not isinstance(lage.antrag, AgAbschliessen):
            continue
        closed, fixed, decided = ag.abschluss.am, lage.antrag.am, lage.am
        if not lage.accepts("ag_abschliessen", ag.kennung) or decided is None:
            continue  # A206
        if closed != fixed if fixed else closed < decided:
            wanted = f"beschlossen ist der {deutsch(fixed)}" if fixed else f"der Beschluss ist vom {deutsch(decided)}"
            text = f"{ag.kennung} ist am {deutsch(closed)} abgeschlossen, {wanted}"
            yield verstoss(ag.an("abschluss", "am"), text, ag.abschluss.beschluss or "")


REGELN: tuple[Regel, ...] = (etwas_ist_aelter_als_die_ag, ag_ist_an_anderem_tag_abgeschlossen)
