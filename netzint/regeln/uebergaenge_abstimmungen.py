"""What was voted on, and how, stays as it was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.beschluss import Beschluss
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.klartext import plain_wert
from netzint.modell.sitzung import Sitzung
from netzint.modell.umlauf import Umlauf
from netzint.recht.siegel import siegel
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.vorlagenstand import find_entscheidung
from netzint.regeln.wechsel import Wechsel, vergleiche

GESIEGELT = ("wortlaut", "massnahme", "pruefbar", "adressaten")


@uebergangsregel("N101", fach="R15")
def beschlossener_wortlaut_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Der Wortlaut einer Empfehlung ist geändert, über den schon abgestimmt oder der schon weitergeleitet war.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen“ (Akteure im Netzwerk Integration): Was
    weitergeleitet wird, ist der Wortlaut, über den abgestimmt wurde. Auch wer das Siegel mit ändert, ändert ihn.

    Beispiel: In Fassung 1 von he-2024-01 ist nach der Abstimmung aus „sollen“ ein „müssen“ geworden.

    Abhilfe: Die Fassung so wiederherstellen, wie sie beschlossen wurde; die Änderung als neue Fassung einreichen. War
    sie falsch abgeschrieben: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Empfehlung):
        for nr, fassung in enumerate(alt.fassungen):
            grund = _why_sealed(uebergang.alt, alt, fassung)
            now = neu.fassung(fassung.nr)
            if not grund or (now is not None and siegel(now) == siegel(fassung)):
                continue
            place = neu.an("fassungen", neu.fassungen.index(now)) if now else neu.an("fassungen")
            if list_offene(alt, neu, _compare_wortlaut(neu, nr, fassung, now)):
                text = f"Fassung {fassung.nr} von {alt.kennung} ist geändert, obwohl sie {grund}"
                yield verstoss(place, text, str(fassung.nr))


def _compare_wortlaut(
    neu: Empfehlung, nr: int, alt: Empfehlungsfassung, now: Empfehlungsfassung | None
) -> list[Wechsel]:
    davor = ("fassungen", nr)
    if now is None:
        return [Wechsel(("fassungen",), davor, plain_wert(alt), None)]
    found = vergleiche(alt, now, ("fassungen", neu.fassungen.index(now)), davor)
    return [change for change in found if change.davor[2] in GESIEGELT]


def is_gesiegelt(bestand: Bestand, empfehlung: Empfehlung, change: Wechsel) -> bool:
    """Whether it is the wording, and fixed: then N101 speaks of it."""
    if change.davor[0] != "fassungen" or not isinstance(nr := (*change.davor, "")[1], int):
        return False
    whole_or_wording = len(change.davor) == 2 or change.davor[2] in GESIEGELT
    return whole_or_wording and bool(_why_sealed(bestand, empfehlung, empfehlung.fassungen[nr]))


def _why_sealed(bestand: Bestand, empfehlung: Empfehlung, fassung: Empfehlungsfassung) -> str:
    votes = bestand.entscheidungen.get(empfehlung.kennung, ())
    vote = next((v for v in votes if v.fassung == fassung.nr and v.endgueltig), None)
    if vote is not None:
        return f"mit dem Beschluss {vote.beschluss} vom {deutsch(vote.am)} feststeht"
    last = empfehlung.fassungen[-1:] == (fassung,)
    return "schon weitergeleitet ist" if empfehlung.weiterleitungen and last else ""


@uebergangsregel("N102", fach="R14")
def festgehaltene_abstimmung_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Eine Abstimmung einer abgeschlossenen Sitzung ist geändert, verschwunden oder dazugekommen, ohne Vermerk.

    Warum: „Finale Abstimmung über die Umsetzung der … konkreten Handlungsempfehlungen“ (Akteure im Netzwerk
    Integration): Auf dem Ergebnis beruht alles Weitere. Eine Korrektur ist ein Eintrag, nie ein stilles Überschreiben.
    Solange die Sitzung nicht abgeschlossen ist, darf berichtigt werden, was gerade eingegeben wurde.

    Beispiel: In sg-2024-01 sind aus 9 Ja-Stimmen 8 geworden und aus einer Nein-Stimme zwei.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint berichtigen KENNUNG --zu BESCHLUSS.
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        if alt.ist_abgeschlossen:
            yield from _compare_abstimmungen(alt, neu)


def _compare_abstimmungen(alt: Sitzung, neu: Sitzung) -> Verstoesse:
    now = {b.kennung: ("tagesordnung", t, "beschluesse", n) for t, n, b in _iter_beschluesse(neu)}
    after = {b.kennung: b for _, _, b in _iter_beschluesse(neu)}
    for t, n, beschluss in _iter_beschluesse(alt):
        davor = ("tagesordnung", t, "beschluesse", n)
        name = f"{alt.kennung}/{beschluss.kennung}"
        if beschluss.kennung not in after:
            if list_offene(alt, neu, [Wechsel(davor[:-1], davor, plain_wert(beschluss), None)]):
                yield verstoss(neu.an("tagesordnung"), f"Der Beschluss {name} ist verschwunden", name)
            continue
        found = vergleiche(beschluss, after[beschluss.kennung], now[beschluss.kennung], davor)
        open_ones = list_offene(alt, neu, [change for change in found if not _is_nachgesiegelt(change)])
        if open_ones:
            yield verstoss(
                neu.an(*open_ones[0].feld), f"Der Beschluss {name} ist geändert: {tell_alle(open_ones)}", name
            )
    yield from _find_nachgeschobene(alt, neu)


def _find_nachgeschobene(alt: Sitzung, neu: Sitzung) -> Verstoesse:
    """Votes that nobody took: after the Sitzung was closed none is recorded any more."""
    before = {beschluss.kennung for _, _, beschluss in _iter_beschluesse(alt)}
    for t, n, beschluss in _iter_beschluesse(neu):
        place = ("tagesordnung", t, "beschluesse", n)
        added = Wechsel(place, place[:-1], None, plain_wert(beschluss))
        if beschluss.kennung not in before and list_offene(alt, neu, [added]):
            name = f"{alt.kennung}/{beschluss.kennung}"
            yield verstoss(neu.an(*place), f"Der Beschluss {name} ist nach dem Abschluss dazugekommen", name)


def _iter_beschluesse(sitzung: Sitzung) -> Iterator[tuple[int, int, Beschluss]]:
    for t, top in enumerate(sitzung.tagesordnung):
        for n, beschluss in enumerate(top.beschluesse):
            yield t, n, beschluss


def _is_nachgesiegelt(change: Wechsel) -> bool:
    """A Siegel may be set later, where there was none."""
    return "siegel" in change.feld and change.alt is None


_OFFEN = ("titel", "frist", "befangen", "widerspruch", "abschluss", "entfallen", "abweichung", "berichtigungen")
"""What may change in an Umlauf that runs."""
_IMMER = ("titel", "entfallen", "abweichung", "berichtigungen")


@uebergangsregel("N103", fach="R14")
def umlauf_ist_nachtraeglich_geaendert(uebergang: Uebergang) -> Verstoesse:
    """In einem Umlaufverfahren ist geändert, was schon versandt, abgestimmt oder festgestellt war.

    Warum: Im Umlauf ist das Schriftliche alles, was es gibt: Antrag, Frist, wer gefragt wurde und wer wie geantwortet
    hat. „Finale Abstimmung über die Umsetzung“ (Akteure im Netzwerk Integration) ist auch diese.

    Beispiel: In um-2026-01 ist nach dem Abschluss aus einem „nein“ ein „ja“ geworden.

    Abhilfe: Den alten Stand wiederherstellen; war etwas falsch eingetragen: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Umlauf):
        changes = [change for change in vergleiche(alt, neu) if _is_fest(alt, change)]
        open_ones = list_offene(alt, neu, changes)
        if open_ones:
            yield verstoss(neu.an(*open_ones[0].feld), f"{alt.kennung} ist geändert: {tell_alle(open_ones)}")


def _is_fest(umlauf: Umlauf, change: Wechsel) -> bool:
    name, free = str(change.feld[0]), _IMMER if umlauf.abschluss else _OFFEN
    if name in free or _is_nachgesiegelt(change):
        return False
    # While it runs, answers come in, and one that was entered wrongly is entered again.
    return umlauf.abschluss is not None or name != "stimmen" or change.neu is None


_VORGELEGT = (
    "betreff", "vom", "antrag", "federfuehrung", "berichterstattung", "beschlussvorschlag", "sachverhalt",
    "begruendung", "finanzielle_auswirkungen", "anlagen",
)  # fmt: skip
"""What of a Beschlussvorlage was on the table."""


@uebergangsregel("N104", fach="R14")
def entschiedene_beschlussvorlage_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Eine Beschlussvorlage ist geändert oder entfallen, obwohl über sie schon entschieden ist.

    Warum: „Finale Abstimmung über die Umsetzung der … konkreten Handlungsempfehlungen“ (Akteure im Netzwerk
    Integration): Worüber abgestimmt wurde, steht in der Vorlage. Wer sie nachträglich ändert, ändert, was die
    Mitglieder vor sich hatten.

    Beispiel: In bv-2025-002 sind aus 15.000 Euro nach der Abstimmung 25.000 Euro geworden.

    Abhilfe: Den alten Stand wiederherstellen; war etwas falsch abgeschrieben: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Beschlussvorlage):
        found = list_offene(alt, neu, [c for c in vergleiche(alt, neu) if _is_vorgelegt(c)])
        decided = find_entscheidung(uebergang.alt, alt, date.max) if found else ""
        if decided:
            text = f"{alt.kennung} ist geändert, obwohl mit {decided} entschieden ist: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text)


def _is_vorgelegt(change: Wechsel) -> bool:
    """The Beratungsfolge goes on with each Sitzung, but what stands in it stays; what was decided does not lapse."""
    name = change.feld[0]
    lapses = name == "entfallen" and change.alt is None
    return name in _VORGELEGT or lapses or (name == "beratungsfolge" and change.alt is not None)


REGELN: tuple[Uebergangsregel, ...] = (
    beschlossener_wortlaut_ist_geaendert,
    festgehaltene_abstimmung_ist_geaendert,
    umlauf_ist_nachtraeglich_geaendert,
    entschiedene_beschlussvorlage_ist_geaendert,
)
