"""What was put right stays on record."""

from __future__ import annotations

from netzint.modell.arten import NACH_NAME
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.vermerke import list_neue, list_offene
from netzint.regeln.wechsel import Wechsel


@uebergangsregel("N701")
def berichtigung_ist_gestrichen_oder_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Eine Berichtigung ist gestrichen oder geändert.

    Warum: Eine Korrektur ist ein Eintrag, nie ein stilles Überschreiben. Wer den Eintrag nimmt, nimmt auch den
    Nachweis dessen, was vorher dastand.

    Beispiel: Aus sg-2024-01 ist der Vermerk verschwunden, dass das Ergebnis einer Abstimmung berichtigt wurde.

    Abhilfe: Die Berichtigung wiederherstellen. War sie selbst falsch: als weitere Berichtigung, die sie nennt
    (zu: berichtigungen.1).
    """
    for art in NACH_NAME.values():
        for alt, neu in uebergang.geaendert(art.model):
            for entry in list_neue(neu, alt):
                nr = alt.berichtigungen.index(entry)
                change = Wechsel(("berichtigungen",), ("berichtigungen", nr), entry.model_dump(), None)
                if list_offene(alt, neu, [change]):
                    text = f"In {alt.kennung} ist die Berichtigung zu „{entry.zu}“ gestrichen oder geändert"
                    yield verstoss(neu.an("berichtigungen"), text, entry.zu)


REGELN: tuple[Uebergangsregel, ...] = (berichtigung_ist_gestrichen_oder_geaendert,)
