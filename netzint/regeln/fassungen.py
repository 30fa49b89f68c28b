"""G1, continued: a Fassung of the Geschäftsordnung rests on a Beschluss of the Strategiegruppe, and follows it."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.netzwerk import iter_fassung_orte
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@regel("G108", Schwere.FEHLER, "R01")
def fassung_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Der Beschluss, auf dem eine Fassung der Geschäftsordnung beruht, ist keiner, oder nicht der Strategiegruppe.

    Warum: „Die Strategiegruppe ist das strategische und organisatorische Gremium des Netzwerkes Integration“ (Akteure
    im Netzwerk Integration): Wie sie arbeitet, beschließt sie selbst.

    Beispiel: beschluss: sg-2026-01/geschaeftsordnung, dort abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen; eine Fassung, die es nicht gibt, hebt „netzint geschaeftsordnung aufheben“
    auf, solange sie nicht gilt.
    """
    for ort, fassung in iter_fassung_orte(bestand):
        lage = find_beschluss(bestand, fassung.beschluss)
        if lage and (lage.gremium != STRATEGIEGRUPPE or lage.ergebnis not in ANGENOMMEN):
            result = f"{lage.gremium}: {lage.ergebnis or 'offen'}"
            text = f"{fassung.beschluss} ist kein angenommener Beschluss der Strategiegruppe ({result})"
            yield verstoss(ort._replace(feld=(*ort.feld, "beschluss")), text, str(fassung.gilt_ab))


@regel("G109", Schwere.FEHLER, "R01")
def fassung_gilt_vor_ihrem_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Fassung der Geschäftsordnung gilt schon an dem Tag, an dem sie beschlossen wurde, oder früher.

    Warum: Eine Sitzung tagt nach der Fassung ihres Tages. Über die neue stimmt sie noch nach der alten ab; sie gilt
    frühestens ab dem Tag danach.

    Beispiel: gilt_ab: 2026-02-24, und beschlossen ist es am 24.02.2026.

    Abhilfe: Den ersten Tag der Fassung oder den Beschluss berichtigen.
    """
    for ort, fassung in iter_fassung_orte(bestand):
        lage = find_beschluss(bestand, fassung.beschluss)
        decided = lage.am if lage and lage.ergebnis in ANGENOMMEN else None
        if decided is not None and fassung.gilt_ab <= decided:
            text = f"Die Fassung ab {deutsch(fassung.gilt_ab)} ist erst am {deutsch(decided)} beschlossen"
            yield verstoss(ort._replace(feld=(*ort.feld, "gilt_ab")), text, str(fassung.gilt_ab))


@regel("G110", Schwere.WARNUNG, "R01")
def spaetere_fassung_ohne_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine spätere Fassung der Geschäftsordnung nennt keinen Beschluss.

    Warum: Ohne ihn lässt sich nicht zeigen, warum von diesem Tag an etwas anderes gilt. Die erste Fassung, und was vor
    dem Tag liegt, ab dem alles erfasst ist, braucht keinen.

    Beispiel: Die zweite Fassung mit gilt_ab: 2026-01-01, ohne „beschluss“.

    Abhilfe: Den Beschluss nachtragen: netzint berichtigen geschaeftsordnung --zu fassungen.2 --setze beschluss=X/Y
    """
    for nr, (ort, fassung) in enumerate(iter_fassung_orte(bestand)):
        if nr and fassung.beschluss is None and fassung.gilt_ab >= erfasst_ab(bestand):
            yield verstoss(
                ort, f"Die Fassung ab {deutsch(fassung.gilt_ab)} nennt keinen Beschluss", str(fassung.gilt_ab)
            )


REGELN: tuple[Regel, ...] = (
    fassung_ist_nicht_beschlossen,
    fassung_gilt_vor_ihrem_beschluss,
    spaetere_fassung_ohne_beschluss,
)
