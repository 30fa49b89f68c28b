"""The life of an Empfehlung is kept: no step vanishes from it, and none moves to another day."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.empfehlung import Empfehlung
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.uebergaenge_abstimmungen import is_gesiegelt
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, vergleiche

_SCHRITTE = ("arbeitsgruppe", "fassungen", "weiterleitungen", "zurueckgezogen")


@uebergangsregel("N301", fach="R16")
def schritt_einer_empfehlung_ist_verschwunden(uebergang: Uebergang) -> Verstoesse:
    """Aus dem Leben einer Empfehlung ist ein Schritt verschwunden.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration) braucht die ganze Geschichte:
    jede Fassung, jede Einreichung, jede Weiterleitung und jede Rückmeldung.

    Beispiel: Bei he-2024-01 fehlt die Rückmeldung des Städtetags vom 12.06.2024.

    Abhilfe: Den Schritt wiederherstellen. War er falsch eingetragen, so wie es war berichtigen (netzint berichtigen
    KENNUNG) oder den Vorgang zurücknehmen (netzint zuruecknehmen VORGANG).
    """
    for alt, neu, changes in _iter_schritte(uebergang):
        gone = [change for change in changes if change.neu is None and _is_schritt(change)]
        for change in list_offene(alt, neu, gone):
            text = f"Aus {alt.kennung} ist ein Schritt verschwunden: {tell_alle([change])}"
            yield verstoss(neu.an(*change.feld), text, ".".join(map(str, change.davor)))


@uebergangsregel("N302", fach="R16")
def schritt_einer_empfehlung_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Ein Schritt im Leben einer Empfehlung hat einen anderen Tag oder einen anderen Inhalt, ohne dass es vermerkt ist.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration): Fristen und Wiedervorlagen
    rechnen von den Tagen der Schritte an. Eine Korrektur ist ein Eintrag, nie ein stilles Überschreiben.

    Beispiel: Bei he-2024-01 liegt die Weiterleitung an das Ministerium auf einmal eine Woche früher.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint berichtigen KENNUNG.
    """
    for alt, neu, changes in _iter_schritte(uebergang):
        kept = [change for change in changes if change.neu is not None or not _is_schritt(change)]
        found = list_offene(alt, neu, [change for change in kept if change.alt is not None])
        if found:
            yield verstoss(neu.an(*found[0].feld), f"In {alt.kennung} ist geändert: {tell_alle(found)}")


def _iter_schritte(uebergang: Uebergang) -> Iterator[tuple[Empfehlung, Empfehlung, list[Wechsel]]]:
    """Each changed Empfehlung, with what is different in its steps; what N101 speaks of is left out."""
    for alt, neu in uebergang.geaendert(Empfehlung):
        found = [c for c in vergleiche(alt, neu) if c.feld[0] in _SCHRITTE]
        yield alt, neu, [c for c in found if not _is_entwurf(alt, c) and not is_gesiegelt(uebergang.alt, alt, c)]


def _is_schritt(change: Wechsel) -> bool:
    """Whether it is a step as a whole: an item of a list of steps, the day it was handed in, or the withdrawal."""
    last = change.davor[-1]
    listed = isinstance(last, int) and change.davor[-2] in ("fassungen", "weiterleitungen", "stand")
    return listed or last in ("eingereicht", "zurueckgezogen")


def _is_entwurf(alt: Empfehlung, change: Wechsel) -> bool:
    """A wording that was not handed in is a draft, which the AG may change; whose it is may change until then."""
    if change.davor[0] == "arbeitsgruppe":
        return all(fassung.eingereicht is None for fassung in alt.fassungen)
    if change.davor[0] != "fassungen" or len(change.davor) < 2:
        return False
    nr = change.davor[1]
    return isinstance(nr, int) and alt.fassungen[nr].eingereicht is None


REGELN: tuple[Uebergangsregel, ...] = (
    schritt_einer_empfehlung_ist_verschwunden,
    schritt_einer_empfehlung_ist_geaendert,
)
