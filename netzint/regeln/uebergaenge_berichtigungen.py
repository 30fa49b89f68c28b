"""What was put right stays on record."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.arten import NACH_NAME
from netzint.modell.grund import Berichtigung, Eintrag
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, pair_items, vergleiche


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
            for entry in _list_ueberschriebene(alt, neu):
                text = f"In {alt.kennung} ist die Berichtigung zu „{entry.zu}“ gestrichen oder geändert"
                yield verstoss(neu.an("berichtigungen"), text, entry.zu)


def _list_ueberschriebene(alt: Eintrag, neu: Eintrag) -> Iterator[Berichtigung]:
    """Those that no other accounts for: as a whole, or by what was changed in them."""
    before, after = alt.berichtigungen, neu.berichtigungen
    for a, b in pair_items(before, after):
        if a is None or (b is not None and repr(before[a]) == repr(after[b])):
            continue
        there = ("berichtigungen", a)
        whole = [Wechsel(there[:1], there, before[a].model_dump(), None)]
        parts = whole if b is None else list(vergleiche(before[a], after[b], ("berichtigungen", b), there))
        if list_offene(alt, neu, whole) and list_offene(alt, neu, parts):
            yield before[a]


REGELN: tuple[Uebergangsregel, ...] = (berichtigung_ist_gestrichen_oder_geaendert,)
