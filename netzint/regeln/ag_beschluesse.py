"""Beschlüsse of an AG: no quorum, but votes that can be, and a result that follows from them."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN, ENTSCHIEDEN, Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss


def _stimmen(beschluss: Beschluss) -> int:
    counts = (beschluss.ja, beschluss.nein, beschluss.enthaltung, beschluss.nicht_teilgenommen)
    return sum(count or 0 for count in counts)


@regel("B108", Schwere.FEHLER, je="sitzung")
def ag_hat_mehr_stimmen_als_anwesende(bestand: Bestand) -> Verstoesse:
    """In der Sitzung einer Arbeitsgruppe sind mehr Stimmen vermerkt, als Personen da waren.

    Warum: Für Arbeitsgruppen gilt keine Beschlussfähigkeit; mehr Stimmen als Anwesende kann es trotzdem nicht geben.

    Beispiel: Sechs Personen stehen unter „anwesend“, vermerkt sind 7 Ja.

    Abhilfe: Die Zahlen oder die Anwesenheit berichtigen.
    """
    for entry in bestand.beschluesse.values():
        there, votes = len(entry.sitzung.anwesend), _stimmen(entry.beschluss)
        if entry.sitzung.gremium != STRATEGIEGRUPPE and 0 < there < votes:
            text = f"Beim Beschluss {entry.kennung} sind {votes} Stimmen vermerkt, da waren {there} Personen"
            yield verstoss(entry.an("ja"), text, entry.beschluss.kennung)


@regel("B109", Schwere.FEHLER, je="sitzung")
def ag_ergebnis_widerspricht_den_stimmen(bestand: Bestand) -> Verstoesse:
    """In der Sitzung einer Arbeitsgruppe widerspricht das Ergebnis den Stimmen.

    Warum: Angenommen ist, was mehr Ja- als Nein-Stimmen hat.

    Beispiel: 3 Ja, 4 Nein, „ergebnis: angenommen“.

    Abhilfe: Die Zahlen oder das Ergebnis berichtigen.
    """
    for entry in bestand.beschluesse.values():
        b = entry.beschluss
        if entry.sitzung.gremium == STRATEGIEGRUPPE or b.ja is None or b.nein is None:
            continue
        if b.ergebnis in ENTSCHIEDEN and (b.ja > b.nein) != (b.ergebnis in ANGENOMMEN):
            text = f"Der Beschluss {entry.kennung} hat {b.ja} Ja und {b.nein} Nein, vermerkt ist „{b.ergebnis}“"
            yield verstoss(entry.an("ergebnis"), text, b.kennung)


REGELN: tuple[Regel, ...] = (ag_hat_mehr_stimmen_als_anwesende, ag_ergebnis_widerspricht_den_stimmen)
