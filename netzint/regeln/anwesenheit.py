"""Attendance: who was there in what capacity, and who stood in for whom."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Anwesend, Sitzung
from netzint.recht.vertretung import why_not_represent
from netzint.regeln.ansichten import beginn_der_ags
from netzint.regeln.besetzung import mandate_am
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


def _people(sitzung: Sitzung) -> Iterator[tuple[Feldpfad, str]]:
    """Who is said to have been there, or to be excused, with the way to it."""
    for i, entry in enumerate(sitzung.anwesend):
        yield ("anwesend", i, "mitglied"), entry.mitglied
    for i, person in enumerate(sitzung.entschuldigt):
        yield ("entschuldigt", i), person
    if sitzung.leitung and all(entry.mitglied != sitzung.leitung for entry in sitzung.anwesend):
        yield ("leitung",), sitzung.leitung


def find_fremde(bestand: Bestand, sitzung: Sitzung) -> set[str]:
    """Those of them who held no Mandat on that day, neither in the Gremium nor in the Geschäftsstelle."""
    people = {entry.mitglied for entry in sitzung.anwesend}.union(sitzung.entschuldigt)
    if sitzung.leitung:
        people.add(sitzung.leitung)
    day, gremien = sitzung.datum, (sitzung.gremium, GESCHAEFTSSTELLE)
    found = set()
    for person in people & bestand.mitglieder.keys():
        for mandat in bestand.mitglieder[person].mandate:
            if mandat.gremium in gremien and mandat.gilt_am(day):
                break
        else:
            found.add(person)
    return found


@regel("S301", Schwere.FEHLER, je=("sitzung", "mitglied"))
def person_gehoert_nicht_zum_gremium(bestand: Bestand) -> Verstoesse:
    """Jemand steht unter den Anwesenden oder Entschuldigten, hat in dem Gremium an diesem Tag aber kein Mandat.

    Warum: Aus der Anwesenheitsliste ergeben sich Beschlussfähigkeit und Stimmen; Gäste stehen deshalb für sich unter
    „gaeste“. Die Geschäftsstelle darf unter „anwesend“ stehen, sie hat keine Stimme.

    Beispiel: kommunen-stadt-2 steht unter „anwesend“, das Mandat endete aber am 31.10.2026.

    Abhilfe: Das Mandat der Person berichtigen oder sie unter „gaeste“ führen.
    """
    start, known, begins = erfasst_ab(bestand), bestand.mitglieder.keys(), beginn_der_ags(bestand)
    for sitzung in bestand.sitzungen_mit(lambda merkmal: not known.isdisjoint(merkmal.leute)):
        if sitzung.datum < max(start, begins.get(sitzung.gremium, start)):
            continue  # an AG that was not there yet: A112
        strangers = find_fremde(bestand, sitzung)
        for feld, person in _people(sitzung) if strangers else ():
            if person in strangers:
                text = f"{person} hat am {deutsch(sitzung.datum)} kein Mandat in {sitzung.gremium}"
                yield verstoss(sitzung.an(*feld), text, person)


def _vertretungen(bestand: Bestand) -> Iterator[tuple[Sitzung, int, Anwesend, str]]:
    """Everybody who stood in for someone in the Strategiegruppe: the Sitzung, the place, the entry, for whom."""
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        for i, entry in enumerate(sitzung.anwesend):
            if entry.fuer is not None:
                yield sitzung, i, entry, entry.fuer


@regel("S302", Schwere.FEHLER, je="sitzung")
def vertretung_ist_nicht_zulaessig(bestand: Bestand) -> Verstoesse:
    """Jemand vertritt ein Mitglied, ohne dessen Stellvertretung zu sein.

    Warum: Jedes der zwölf ordentlichen Mitglieder hat eine Stimme. Wer sie für ein anderes abgeben darf, sagt die
    Geschäftsordnung mit „stellvertretung“: keine, persoenlich (derselbe Sitz) oder pool (dieselbe Bank).

    Beispiel: „{mitglied: staedtetag-2, fuer: gemeindetag-1}“ bei persönlicher Stellvertretung.

    Abhilfe: „fuer“ berichtigen oder streichen; ohne „fuer“ hat die Stellvertretung keine Stimme.
    """
    start = erfasst_ab(bestand)
    for sitzung, i, entry, represented in _vertretungen(bestand):
        problem = _why_not(bestand, sitzung, entry.mitglied, represented) if sitzung.datum >= start else ""
        if problem:
            text = f"{entry.mitglied} kann {represented} in {sitzung.kennung} nicht vertreten: {problem}"
            yield verstoss(sitzung.an("anwesend", i, "fuer"), text, entry.mitglied, represented)


def _why_not(bestand: Bestand, sitzung: Sitzung, deputy: str, represented: str) -> str:
    """The reason against it; empty if there is none, or if the deputy has no Mandat at all (that is S301)."""
    day, fassung = sitzung.datum, bestand.fassung(sitzung.datum)
    person, member = bestand.mitglieder.get(deputy), bestand.mitglieder.get(represented)
    if fassung is None or person is None or member is None:
        return ""
    if not any(m.gremium == STRATEGIEGRUPPE and m.gilt_am(day) for m in person.mandate):
        return ""
    seats = {s.kennung: s for s in fassung.strategiegruppe.sitze}
    art = fassung.strategiegruppe.stellvertretung
    standing_in = mandate_am(person, day, "stellvertretend") or person.mandate
    stood_for = mandate_am(member, day, "ordentlich") or member.mandate
    reasons = [why_not_represent(art, mine, theirs, seats, day) for mine in standing_in for theirs in stood_for]
    return "" if None in reasons else next(filter(None, reasons), "das Mitglied hat kein Mandat")


@regel("S303", Schwere.FEHLER, je="sitzung")
def vertreten_ist_wer_selbst_da_war(bestand: Bestand) -> Verstoesse:
    """Ein Mitglied wird bei einem TOP vertreten, bei dem es selbst da war oder schon jemand anderes es vertritt.

    Warum: Jeder Sitz hat eine Stimme; die Stellvertretung stimmt nur ab, solange das vertretene Mitglied fehlt.

    Beispiel: staedtetag-1 und „{mitglied: staedtetag-3, fuer: staedtetag-1}“ stehen beide ohne „nicht_bei“ da.

    Abhilfe: Bei beiden mit „nicht_bei“ die TOPs nennen, bei denen sie nicht da waren, oder einen Eintrag streichen.
    """
    for sitzung, i, entry, represented in _vertretungen(bestand):
        for k, other in enumerate(sitzung.anwesend):
            is_doubled = other.fuer == represented and k < i
            if (is_doubled or (other.mitglied == represented and k != i)) and _meet(sitzung, entry, other):
                text = f"{entry.mitglied} vertritt {represented}, {other.mitglied} war aber zur selben Zeit da"
                yield verstoss(sitzung.an("anwesend", i, "fuer"), text, entry.mitglied, represented)
                break


def _meet(sitzung: Sitzung, one: Anwesend, other: Anwesend) -> bool:
    """Whether both were there at some TOP; someone befangen has left the room."""
    if not one.nicht_bei and not other.nicht_bei and not sitzung.tagesordnung:
        return True
    return any(
        top.kennung not in one.nicht_bei
        and top.kennung not in other.nicht_bei
        and not (top.beschluesse and all(other.mitglied in b.befangen for b in top.beschluesse))
        for top in sitzung.tagesordnung
    )


@regel("S304", Schwere.FEHLER, je="sitzung")
def person_steht_doppelt_in_der_anwesenheit(bestand: Bestand) -> Verstoesse:
    """Jemand steht in einer Sitzung zweimal unter den Anwesenden oder den Entschuldigten.

    Warum: Wer doppelt dasteht, würde doppelt gezählt; für Kommen und Gehen gibt es „nicht_bei“.

    Beispiel: ministerium-1 steht zweimal unter „anwesend“.

    Abhilfe: Einen der beiden Einträge streichen.
    """
    for sitzung in bestand.sitzungen.values():
        lists = {"anwesend": [a.mitglied for a in sitzung.anwesend], "entschuldigt": list(sitzung.entschuldigt)}
        for feld, people in lists.items():
            if len(people) == len(set(people)):
                continue
            for i, person in enumerate(people):
                if person in people[:i]:
                    text = f"{person} steht in {sitzung.kennung} mehrmals unter „{feld}“"
                    yield verstoss(sitzung.an(feld, i), text, person)


@regel("S305", Schwere.FEHLER, je="sitzung")
def person_ist_anwesend_und_entschuldigt(bestand: Bestand) -> Verstoesse:
    """Jemand steht in derselben Sitzung unter den Anwesenden und unter den Entschuldigten.

    Warum: Beides zugleich kann nicht sein; wer später kam oder früher ging, steht mit „nicht_bei“ unter „anwesend“.

    Beispiel: kommunen-landkreis-1 steht in beiden Listen.

    Abhilfe: Den falschen der beiden Einträge streichen.
    """
    for sitzung in bestand.sitzungen.values():
        if not sitzung.entschuldigt:
            continue
        present = {a.mitglied for a in sitzung.anwesend}
        for i, person in enumerate(sitzung.entschuldigt):
            if person in present:
                text = f"{person} steht in {sitzung.kennung} unter „anwesend“ und unter „entschuldigt“"
                yield verstoss(sitzung.an("entschuldigt", i), text, person)


@regel("S306", Schwere.FEHLER, je="sitzung")
def nicht_bei_nennt_keinen_top(bestand: Bestand) -> Verstoesse:
    """„nicht_bei“ nennt einen TOP, den die Tagesordnung nicht hat.

    Warum: Daraus ergibt sich, wer bei einer Abstimmung da war; ein Schreibfehler ließe die Person mitzählen.

    Beispiel: „nicht_bei: [verschidenes]“.

    Abhilfe: Die Kennung des TOP berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        known = None
        for i, entry in enumerate(sitzung.anwesend):
            for k, top in enumerate(entry.nicht_bei):
                known = known or {t.kennung for t in sitzung.tagesordnung}
                if top not in known:
                    text = f"Die Sitzung {sitzung.kennung} hat keinen TOP „{top}“ ({entry.mitglied})"
                    yield verstoss(sitzung.an("anwesend", i, "nicht_bei", k), text, entry.mitglied, top)


REGELN: tuple[Regel, ...] = (
    person_gehoert_nicht_zum_gremium,
    vertretung_ist_nicht_zulaessig,
    vertreten_ist_wer_selbst_da_war,
    person_steht_doppelt_in_der_anwesenheit,
    person_ist_anwesend_und_entschuldigt,
    nicht_bei_nennt_keinen_top,
)
