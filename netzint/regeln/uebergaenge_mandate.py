"""Who sat in a Gremium when stays as it was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.befund import Schwere
from netzint.modell.klartext import plain_wert
from netzint.modell.mitglied import Mitglied
from netzint.modell.stelle import Stelle
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.tage import deutsch, last_day
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, pair_items, vergleiche

_ENDE = ("bis", "ende")


def _iter_begonnene(uebergang: Uebergang) -> Iterator[tuple[Mitglied, Mitglied, int, int | None]]:
    """Each Mandat of a changed person that has begun: who, its number, and what number it has now."""
    for alt, neu in uebergang.geaendert(Mitglied):
        for a, b in pair_items(alt.mandate, neu.mandate):
            if a is not None and alt.mandate[a].von <= uebergang.tag:
                yield alt, neu, a, b


@uebergangsregel("N501", fach="R03")
def begonnenes_mandat_ist_verschwunden(uebergang: Uebergang) -> Verstoesse:
    """Ein Mandat, das schon begonnen hat, ist verschwunden.

    Warum: Die Mitglieder werden „von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt“
    (Akteure im Netzwerk Integration). Wer benannt war, war es; nach den Mandaten richtet sich, wer abstimmen durfte.

    Beispiel: Bei staedtetag-1 ist das Mandat ab 01.02.2025 gestrichen.

    Abhilfe: Das Mandat wiederherstellen. Es endet mit „bis“ (netzint mitglied abberufen); ein falsch eingetragenes
    berichtigt: netzint mitglied mandat-berichtigen.
    """
    for alt in uebergang.geloescht(Mitglied):
        begun = [mandat for mandat in alt.mandate if mandat.von <= uebergang.tag]
        if begun:
            yield verstoss(alt, f"{alt.kennung} ist gelöscht, hatte aber ein Mandat ab {deutsch(begun[0].von)}")
    for alt, neu, a, b in _iter_begonnene(uebergang):
        gone = Wechsel(("mandate",), ("mandate", a), plain_wert(alt.mandate[a]), None)
        if b is None and list_offene(alt, neu, [gone]):
            mandat = alt.mandate[a]
            text = f"Das Mandat von {alt.kennung} in {mandat.gremium} ab {deutsch(mandat.von)} ist verschwunden"
            yield verstoss(neu.an("mandate"), text, mandat.gremium, str(mandat.von))


@uebergangsregel("N502", fach="R03")
def begonnenes_mandat_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Ein Mandat, das schon begonnen hat, hat einen anderen ersten Tag, Sitz, eine andere Rolle oder Benennung.

    Warum: Die Mitglieder werden „von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt“
    (Akteure im Netzwerk Integration). Wer rückwirkend ändert, wer wann auf welchem Sitz saß, ändert auch, wer
    abstimmen durfte.

    Beispiel: Das Mandat von staedtetag-1 beginnt auf einmal am 01.04.2025 statt am 01.02.2025.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint mitglied mandat-berichtigen KENNUNG.
    """
    for alt, neu, a, b in _iter_begonnene(uebergang):
        if b is None:
            continue
        changes = vergleiche(alt.mandate[a], neu.mandate[b], ("mandate", b), ("mandate", a))
        found = list_offene(alt, neu, [c for c in changes if c.feld[2] not in _ENDE])
        if found:
            text = f"Das Mandat von {alt.kennung} in {alt.mandate[a].gremium} ist rückwirkend geändert"
            yield verstoss(neu.an(*found[0].feld), f"{text}: {tell_alle(found)}", alt.mandate[a].gremium, str(a))


@uebergangsregel("N503", fach="R03")
def beendetes_mandat_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Ein Mandat, das schon zu Ende war, endet auf einmal an einem anderen Tag oder gar nicht mehr.

    Warum: „Die Strategiegruppe … besteht aus insgesamt 12 ordentlichen Mitgliedern“ (Akteure im Netzwerk Integration):
    Wer an einem Tag dazugehörte, steht danach fest.

    Beispiel: Bei kommunen-stadt-1 ist „bis: 2025-02-28“ gestrichen.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint mitglied mandat-berichtigen KENNUNG --bis TAG.
    """
    for alt, neu, a, b in _iter_begonnene(uebergang):
        if b is None or last_day(alt.mandate[a]) >= uebergang.tag:
            continue
        changes = vergleiche(alt.mandate[a], neu.mandate[b], ("mandate", b), ("mandate", a))
        found = list_offene(alt, neu, [c for c in changes if c.feld[2] == "bis"])
        if found:
            text = f"Das beendete Mandat von {alt.kennung} in {alt.mandate[a].gremium} ist geändert: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text, alt.mandate[a].gremium, str(a))


@uebergangsregel("N504", Schwere.HINWEIS, fach="R06")
def amt_ist_rueckwirkend_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Ein Amt, das schon begonnen hat, ist gestrichen oder hat einen anderen ersten Tag, eine andere Stelle oder Art.

    Warum: „eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer Stadt und einem Landkreis“
    (Akteure im Netzwerk Integration): Am Amt hängt, wer auf einem Sitz sitzen durfte. Berichtigt werden darf es
    (netzint mitglied aendern); wer den Antrag prüft, soll es aber wissen.

    Beispiel: Bei kommunen-stadt-2 steht im Amt auf einmal ein anderer erster Tag.

    Abhilfe: Prüfen, ob es so gewollt ist. Ein neues Amt: netzint mitglied aendern KENNUNG --amt-seit TAG; mit Vermerk,
    was vorher dastand: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Mitglied):
        changes = [c for c in vergleiche(alt, neu) if c.feld[0] == "aemter" and _is_rueckwirkend(alt, c, uebergang)]
        found = list_offene(alt, neu, changes)
        if found:
            text = f"Ein Amt von {alt.kennung} ist rückwirkend geändert: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text)


def _is_rueckwirkend(alt: Mitglied, change: Wechsel, uebergang: Uebergang) -> bool:
    if change.alt is None or len(change.davor) < 2:
        return False
    amt = alt.aemter[int(change.davor[1])]
    if change.davor[2:] == ("bis",):
        return last_day(amt) < uebergang.tag
    return amt.von <= uebergang.tag and change.davor[2:] != ("funktion",)


@uebergangsregel("N505", Schwere.HINWEIS, fach="R06")
def stelle_ist_rueckwirkend_eine_andere(uebergang: Uebergang) -> Verstoesse:
    """Art, Status oder Gemeindeschlüssel einer Stelle ist überschrieben, als hätte es immer gegolten.

    Warum: „aus einer Gemeinde, einer Stadt und einem Landkreis“ (Akteure im Netzwerk Integration): Nach der Art der
    Kommune richtet sich, wer auf einem Sitz sitzen durfte, auch für die Tage, die vorbei sind.

    Beispiel: Aus „art: gemeinde“ ist bei gemeinde-musterdorf „art: stadt“ geworden, und unter „frueher“ steht nichts.

    Abhilfe: Gilt es erst seit einem Tag: netzint stelle umbenennen KENNUNG --ab TAG. War es schon immer falsch
    eingetragen, prüfen, ob sich an der Quote früherer Tage etwas ändert.
    """
    for alt, neu in uebergang.geaendert(Stelle):
        recorded = len(neu.frueher) > len(alt.frueher)
        changes = [c for c in vergleiche(alt, neu) if _is_ueberschrieben(alt, c, uebergang, recorded=recorded)]
        found = list_offene(alt, neu, changes)
        if found:
            yield verstoss(neu.an(*found[0].feld), f"{alt.kennung} ist rückwirkend geändert: {tell_alle(found)}")


def _is_ueberschrieben(alt: Stelle, change: Wechsel, uebergang: Uebergang, *, recorded: bool) -> bool:
    name = change.feld[0]
    if name in ("art", "status"):
        return not recorded
    if name == "bis":
        return alt.bis is not None and alt.bis < uebergang.tag
    return name in ("ags", "frueher", "nachfolge") and change.alt is not None


REGELN: tuple[Uebergangsregel, ...] = (
    begonnenes_mandat_ist_verschwunden,
    begonnenes_mandat_ist_geaendert,
    beendetes_mandat_ist_geaendert,
    amt_ist_rueckwirkend_geaendert,
    stelle_ist_rueckwirkend_eine_andere,
)
