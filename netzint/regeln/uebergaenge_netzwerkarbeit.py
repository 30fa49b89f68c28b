"""Bedarfe, Ziele, Themenschwerpunkte and Veranstaltungen stay as they were recorded."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.bedarf import Bedarf
from netzint.modell.thema import Thema
from netzint.modell.veranstaltung import Veranstaltung
from netzint.modell.ziel import Ziel
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, vergleiche


@uebergangsregel("N801", fach="R23")
def meldung_oder_erledigung_eines_bedarfs_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Bei einem Bedarf ist geändert, wer ihn wann gemeldet hat oder was daraus wurde.

    Warum: „bestehende Bedarfe im Integrationsbereich möglichst frühzeitig zu eruieren“ (Hintergrund zum Netzwerk
    Integration): Ob das gelingt, zeigen der Tag der Meldung und der Tag, an dem etwas daraus wurde. Titel und
    Beschreibung dürfen besser werden, und ein offener Bedarf darf zu einem anderen Thema kommen.

    Beispiel: bedarf-2025-01 war am 08.07.2025 aufgegriffen, und „erledigt“ ist auf einmal gestrichen.

    Abhilfe: Den alten Stand wiederherstellen; war etwas falsch eingetragen: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Bedarf):
        found = list_offene(alt, neu, [c for c in vergleiche(alt, neu) if _is_gemeldet(alt, c)])
        if found:
            yield verstoss(neu.an(*found[0].feld), f"Bei {alt.kennung} ist geändert: {tell_alle(found)}")


def _is_gemeldet(alt: Bedarf, change: Wechsel) -> bool:
    name = change.feld[0]
    if name == "zugeordnet":
        return change.alt is not None and (change.neu is None or alt.erledigt is not None)
    return name == "gemeldet" or (name == "erledigt" and alt.erledigt is not None)


@uebergangsregel("N802", fach="R18")
def wortlaut_eines_ziels_ist_ueberschrieben(uebergang: Uebergang) -> Verstoesse:
    """Der Wortlaut eines Ziels ist überschrieben, oder ab wann und auf welchem Beschluss er gilt.

    Warum: „Formulierung von strategischen Zielen“ (Akteure im Netzwerk Integration) ist Sache der Strategiegruppe. Ein
    neuer Wortlaut kommt mit seinem Beschluss dazu, und der bisherige bleibt unter „frueher“ stehen.

    Beispiel: In ziel-zugang steht „beim zweiten Versuch“ statt „beim ersten Versuch“, und unter „frueher“ steht nichts.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint ziel fortschreiben; war der Wortlaut falsch abgeschrieben:
    netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Ziel):
        found = list_offene(alt, neu, list(_iter_ueberschriebenes(alt, neu)))
        if found:
            yield verstoss(neu.an(*found[0].feld), f"In {alt.kennung} ist überschrieben: {tell_alle(found)}")


def _iter_ueberschriebenes(alt: Ziel, neu: Ziel) -> Iterator[Wechsel]:
    """What is different and not kept as an earlier wording."""
    kept = any(f.beschreibung == alt.beschreibung and f.beschluss == alt.beschluss for f in neu.frueher)
    for change in vergleiche(alt, neu):
        name = change.feld[0]
        is_moved = name in ("beschreibung", "beschluss") and kept
        if name in ("beschreibung", "ab", "beschluss", "frueher", "bis") and change.alt is not None and not is_moved:
            yield change


@uebergangsregel("N803", fach="R17")
def themenschwerpunkt_ist_gestrichen_oder_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Bei einem Thema ist gestrichen oder geändert, seit wann und durch welchen Beschluss es Themenschwerpunkt ist.

    Warum: „Identifikation von Themenschwerpunkten“ (Akteure im Netzwerk Integration) ist Sache der Strategiegruppe;
    auf dem Schwerpunkt beruht die Einsetzung von Arbeitsgruppen. Ein Thema, das nicht weiter verfolgt wird, bekommt
    einen letzten Tag.

    Beispiel: In thema-sprachmittlung ist „schwerpunkt“ gestrichen.

    Abhilfe: Den alten Stand wiederherstellen, dann: netzint thema beenden; war etwas falsch eingetragen: netzint
    berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Thema):
        changes = [c for c in vergleiche(alt, neu) if c.feld[0] in ("schwerpunkt", "bis") and c.alt is not None]
        found = list_offene(alt, neu, changes)
        if found:
            yield verstoss(neu.an(*found[0].feld), f"In {alt.kennung} ist geändert: {tell_alle(found)}")


@uebergangsregel("N804", fach="R20")
def veranstaltung_ist_stillschweigend_verlegt(uebergang: Uebergang) -> Verstoesse:
    """Eine Veranstaltung hat einen anderen Tag, ohne verlegt zu sein, oder ihre Absage oder Verlegung ist verschwunden.

    Warum: „temporär zusätzlich Fachtage, Informationsveranstaltungen etc.“ (Akteure im Netzwerk Integration): Zu einer
    Veranstaltung ist öffentlich eingeladen. Dass sie verlegt oder abgesagt wurde, muss stehen bleiben; was war, war an
    seinem Tag.

    Beispiel: In va-2025-01 steht der 15.10.2025 statt des 14.10.2025, und unter „verlegt“ steht nichts.

    Abhilfe: Den alten Stand wiederherstellen. Was noch kommt: netzint veranstaltung verlegen; war der Tag falsch
    eingetragen: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Veranstaltung):
        moved = any(v.von == alt.datum for v in neu.verlegt[len(alt.verlegt) :])
        changes = [c for c in vergleiche(alt, neu) if c.alt is not None and _is_termin(alt, c, uebergang, moved=moved)]
        found = list_offene(alt, neu, changes)
        if found:
            text = f"{alt.kennung} am {deutsch(alt.datum)} ist geändert: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text)


def _is_termin(alt: Veranstaltung, change: Wechsel, uebergang: Uebergang, *, moved: bool) -> bool:
    name = change.feld[0]
    if name == "datum":
        return not moved or alt.datum < uebergang.tag
    if name == "bis":
        return (alt.bis or alt.datum) < uebergang.tag
    return name in ("verlegt", "abgesagt")


REGELN: tuple[Uebergangsregel, ...] = (
    meldung_oder_erledigung_eines_bedarfs_ist_geaendert,
    wortlaut_eines_ziels_ist_ueberschrieben,
    themenschwerpunkt_ist_gestrichen_oder_geaendert,
    veranstaltung_ist_stillschweigend_verlegt,
)
