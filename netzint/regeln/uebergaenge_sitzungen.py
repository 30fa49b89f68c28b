"""What a Sitzung was invited to, who was there, and what its minutes say, stays as it was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.klartext import plain_wert
from netzint.modell.sitzung import Sitzung
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, vergleiche

_ANWESENHEIT = ("anwesend", "entschuldigt", "leitung")
_TERMIN = ("gremium", "datum", "abgesagt")
_ANDERSWO = (*_ANWESENHEIT, *_TERMIN, "einladung", "entfallen", "abweichung", "berichtigungen")
"""What other rules speak of, or what comes later."""
_SACHE = ("titel", "vorlage", "bezug", "verlauf")
"""By what a TOP is known to be about the same matter."""


def _changes(alt: Sitzung, neu: Sitzung, *felder: str) -> list[Wechsel]:
    """What is different in these fields, and not accounted for."""
    found = [change for change in vergleiche(alt, neu) if change.feld[0] in felder]
    return list_offene(alt, neu, found)


@uebergangsregel("N201", fach="R14")
def anwesenheit_ist_nachtraeglich_geaendert(uebergang: Uebergang) -> Verstoesse:
    """In einer abgeschlossenen Sitzung ist die Anwesenheit geändert, ohne dass es vermerkt ist.

    Warum: An der Anwesenheit hängen Beschlussfähigkeit und Mehrheit jeder Abstimmung: „Finale Abstimmung über die
    Umsetzung“ (Akteure im Netzwerk Integration).

    Beispiel: In sg-2024-01 fehlt staedtetag-1 auf einmal unter den Anwesenden.

    Abhilfe: Den alten Stand wiederherstellen; war er falsch, die Änderung mit einer Berichtigung versehen, die nennt,
    was dastand (zu: anwesend).
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        found = _changes(alt, neu, *_ANWESENHEIT) if alt.ist_abgeschlossen else []
        if found:
            yield verstoss(neu.an(*found[0].feld), f"Die Anwesenheit in {alt.kennung} ist geändert: {tell_alle(found)}")


@uebergangsregel("N202", fach="R14")
def punkt_ist_von_der_versandten_tagesordnung_verschwunden(uebergang: Uebergang) -> Verstoesse:
    """Ein TOP ist verschwunden, obwohl zu dieser Tagesordnung schon eingeladen war.

    Warum: Wer eingeladen ist, bereitet sich auf die versandte Tagesordnung vor. Danach verschwindet nichts mehr: Ein
    Punkt wird abgesetzt und behält seinen Platz und seine Nummer.

    Beispiel: TOP 4 von sg-2026-03 steht nach dem Versand nicht mehr in der Datei.

    Abhilfe: Den Punkt wiederherstellen und absetzen: netzint sitzung top streichen KENNUNG TOP --grund …
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        now = {top.kennung for top in neu.tagesordnung}
        for nr, top in enumerate(alt.tagesordnung if _is_out(alt) and not _is_verlegt(alt, neu) else ()):
            gone = Wechsel(("tagesordnung",), ("tagesordnung", nr), plain_wert(top), None)
            if top.kennung not in now and list_offene(alt, neu, [gone]):
                number = f"TOP {top.nummer}" if top.nummer else "Der TOP"
                text = f"{number} ({top.kennung}) steht nicht mehr auf der Tagesordnung von {alt.kennung}"
                yield verstoss(neu.an("tagesordnung"), text, top.kennung)


def _is_out(sitzung: Sitzung) -> bool:
    return sitzung.einladung is not None or sitzung.zustand == "durchgefuehrt"


def _is_verlegt(alt: Sitzung, neu: Sitzung) -> bool:
    """Whether it was moved meanwhile: what was fixed by the Einladung is free again."""
    return len(neu.verlegt) > len(alt.verlegt)


@uebergangsregel("N203", fach="R14")
def nummer_eines_punktes_ist_neu_vergeben(uebergang: Uebergang) -> Verstoesse:
    """Die Nummer oder die Kennung eines TOPs steht nach der Einladung für etwas anderes.

    Warum: Beschlüsse, Auszüge und Schreiben nennen TOPs mit Nummer und Kennung. Was einmal für einen Punkt stand, darf
    nie für einen anderen stehen.

    Beispiel: „TOP 4“ von sg-2026-03 war die Empfehlung he-2026-04 und ist jetzt ein Bericht.

    Abhilfe: Den alten Punkt wiederherstellen; der neue bekommt eine eigene Nummer: netzint sitzung top neu.
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        if not _is_out(alt) or _is_verlegt(alt, neu):
            continue
        given = {top.nummer: (nr, top) for nr, top in enumerate(alt.tagesordnung) if top.nummer}
        known = {top.kennung: (nr, top) for nr, top in enumerate(alt.tagesordnung)}
        for nr, top in enumerate(neu.tagesordnung):
            before = given.get(top.nummer or "")
            same = known.get(top.kennung)
            if before and before[1].kennung != top.kennung and not _is_frei(neu, before[1].kennung):
                text = f"TOP {top.nummer} von {alt.kennung} war {before[1].kennung} und ist jetzt {top.kennung}"
                yield verstoss(neu.an("tagesordnung", nr, "nummer"), text, top.kennung)
            elif same and (changes := _other_matter(alt, neu, same[0], nr)):
                text = f"Der TOP {top.kennung} von {alt.kennung} handelt von etwas anderem: {tell_alle(changes)}"
                yield verstoss(neu.an("tagesordnung", nr), text, top.kennung)


def _is_frei(sitzung: Sitzung, kennung: str) -> bool:
    """Whether the TOP that had the number was moved on record."""
    return any(top.kennung == kennung and top.umgestellt for top in sitzung.tagesordnung)


def _other_matter(alt: Sitzung, neu: Sitzung, a: int, b: int) -> list[Wechsel]:
    """What makes it another matter: nothing by which it is known is as it was."""
    before, after = alt.tagesordnung[a], neu.tagesordnung[b]
    kept = [name for name in _SACHE if getattr(before, name) == getattr(after, name)]
    if any(getattr(before, name) for name in kept):
        return []
    found = vergleiche(before, after, ("tagesordnung", b), ("tagesordnung", a))
    return list_offene(alt, neu, [change for change in found if change.feld[2] in _SACHE])


@uebergangsregel("N204", fach="R14")
def genehmigte_niederschrift_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """In einer Sitzung ist geändert, was ihre genehmigte Niederschrift sagt, ohne dass es vermerkt ist.

    Warum: Die Niederschrift ist mit ihrer Genehmigung der Nachweis dessen, was war. Danach hilft nur noch ein Vermerk,
    den jeder sieht.

    Beispiel: Im Verlauf eines TOPs von sg-2024-01 steht nach der Genehmigung ein anderer Satz.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        if alt.niederschrift is None or alt.niederschrift.genehmigt is None:
            continue
        told = [c for c in vergleiche(alt, neu) if c.feld[0] not in _ANDERSWO and not _is_beschluss(c)]
        found = list_offene(alt, neu, told)
        if found:
            text = f"Die Niederschrift von {alt.kennung} ist genehmigt und doch geändert: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text)


def _is_beschluss(change: Wechsel) -> bool:
    return "beschluesse" in change.davor or "beschluesse" in change.feld or change.feld == ("tagesordnung",)


@uebergangsregel("N205", fach="R14")
def versandte_einladung_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Geändert ist, wann, an wen oder mit welchem Inhalt eine Einladung versandt wurde.

    Warum: Was versandt ist, lässt sich nicht zurückholen. Die Prüfsumme unter „inhalt“ weist nach, welche Einladung
    die Mitglieder haben; nach ihrem Tag richtet sich die Ladungsfrist.

    Beispiel: Bei sg-2026-02 steht „versandt: 2026-06-20“, vorher stand dort der 25. Juni.

    Abhilfe: Den alten Stand wiederherstellen. Ein neuer Tag: netzint sitzung verlegen, dann neu einladen; ein
    Schreibfehler: netzint berichtigen KENNUNG --zu einladung.
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        if alt.einladung is None or (_is_verlegt(alt, neu) and _knows_versand(alt, neu)):
            continue
        found = _changes(alt, neu, "einladung")
        if found:
            sent = f"Die Einladung zu {alt.kennung} vom {deutsch(alt.einladung.versandt)}"
            yield verstoss(neu.an(*found[0].feld), f"{sent} ist geändert: {tell_alle(found)}")


def _knows_versand(alt: Sitzung, neu: Sitzung) -> bool:
    sent = alt.einladung.versandt if alt.einladung else None
    return any(moved.eingeladen == sent for moved in neu.verlegt[len(alt.verlegt) :])


@uebergangsregel("N206", fach="R08")
def sitzung_ist_wieder_offen(uebergang: Uebergang) -> Verstoesse:
    """Eine abgeschlossene oder abgesagte Sitzung ist wieder offen, oder sie war auf einmal an einem anderen Tag.

    Warum: „Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt“ (Akteure im Netzwerk
    Integration): Ob und wann eine Sitzung war, steht mit ihrem Abschluss fest.

    Beispiel: Aus sg-2024-01 ist „abgeschlossen“ gestrichen, oder „datum“ ist ein anderes.

    Abhilfe: Den alten Stand wiederherstellen; war etwas falsch eingetragen: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Sitzung):
        found = list_offene(alt, neu, list(_reopened(alt, neu)))
        if found:
            yield verstoss(neu.an(*found[0].feld), f"{alt.kennung} stand schon fest: {tell_alle(found)}")


def _reopened(alt: Sitzung, neu: Sitzung) -> Iterator[Wechsel]:
    approved = alt.niederschrift is not None and alt.niederschrift.genehmigt is not None
    for change in vergleiche(alt, neu):
        name = change.feld[0]
        is_moved = name in _TERMIN and (_is_fest(alt) or (name == "datum" and _is_silently_moved(alt, neu)))
        # The minutes may be written and written again until they are approved, but not vanish.
        is_opened = change.feld in (("abgeschlossen",), ("niederschrift",)) and not approved
        if change.alt is not None and (is_moved or is_opened):
            yield change


def _is_fest(sitzung: Sitzung) -> bool:
    return sitzung.ist_abgeschlossen or sitzung.abgesagt is not None


def _is_silently_moved(alt: Sitzung, neu: Sitzung) -> bool:
    return alt.einladung is not None and not _is_verlegt(alt, neu)


REGELN: tuple[Uebergangsregel, ...] = (
    anwesenheit_ist_nachtraeglich_geaendert,
    punkt_ist_von_der_versandten_tagesordnung_verschwunden,
    nummer_eines_punktes_ist_neu_vergeben,
    genehmigte_niederschrift_ist_geaendert,
    versandte_einladung_ist_geaendert,
    sitzung_ist_wieder_offen,
)
