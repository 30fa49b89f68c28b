"""A2: who belongs to an AG and how many, and what has to be done before it counts as closed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl
from netzint.recht.zustaende import agstand
from netzint.regeln.ansichten import Zugehoerig, entscheidungen, staendige
from netzint.regeln.arbeitsgruppen import grace_of
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.sitzlage import may_be_unread
from netzint.regeln.tage import day_after, deutsch, erfasst_ab, in_order, last_day, latest


@regel("A201", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def ag_hat_zu_viele_staendige_mitglieder(bestand: Bestand) -> Verstoesse:
    """Eine AG hat an einem Tag mehr ständige Mitglieder, als für sie festgelegt sind.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration). Leitung und ständige Mitglieder zählen, Gäste und Sachverständige
    nicht.

    Beispiel: staendige_mitglieder: 9, ab 01.03.2026 gibt es zehn.

    Abhilfe: Ein Mandat beenden oder seine Rolle ändern; eine höhere Zahl kann die Strategiegruppe beschließen.
    """
    for ag in bestand.arbeitsgruppen.values():
        for too_many in _iter_too_many(ag, _list_staendige(bestand, ag)):
            text = f"Am {deutsch(too_many.tag)} hat {ag.kennung} {too_many.zahl} ständige Mitglieder"
            text += f", festgelegt sind {too_many.festgelegt}"
            yield verstoss(ag.an("mandat", "staendige_mitglieder"), text, str(too_many.tag))


class _Stand(NamedTuple):
    tag: date
    zahl: int
    festgelegt: int


def _list_staendige(bestand: Bestand, ag: Arbeitsgruppe) -> list[Zugehoerig]:
    return [person for person in staendige(bestand).get(ag.kennung, ()) if in_order(person)]


def _iter_too_many(ag: Arbeitsgruppe, people: list[Zugehoerig]) -> Iterator[_Stand]:
    """The first day of each period in which there are too many; a change of number within it goes on."""
    changes: dict[date, list[tuple[str, int]]] = defaultdict(list)
    for kennung, von, bis in people:
        changes[von].append((kennung, 1))
        if bis is not None:
            changes[day_after(bis)].append((kennung, -1))
    for day in ag.zahlwechsel:
        changes[day] += ()
    active: Counter[str] = Counter()
    exceeded = False
    for day in sorted(changes):
        active.update(dict(_summed(changes[day])))
        active = +active
        fixed = ag.zahl_am(day)
        if len(active) > fixed and not exceeded:
            yield _Stand(day, len(active), fixed)
        exceeded = len(active) > fixed


def _summed(changes: list[tuple[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for kennung, change in changes:
        total[kennung] += change
    return total


@regel("A202", Schwere.HINWEIS, "R12", je="arbeitsgruppe")
def ag_hat_zu_wenige_staendige_mitglieder(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine aktive AG hat am Stichtag weniger ständige Mitglieder, als für sie festgelegt sind.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration). Weniger sind kein Fehler.

    Beispiel: staedtetag-4 hat die AG verlassen, seither sind es acht von neun.

    Abhilfe: Um eine Nachbenennung bitten, oder die Lücke hinnehmen.
    """
    for ag in bestand.arbeitsgruppen.values():
        if agstand(ag, stichtag) != "aktiv" or may_be_unread(bestand, ag.kennung):
            continue
        people = {p.kennung for p in _list_staendige(bestand, ag) if p.von <= stichtag <= last_day(p)}
        if len(people) < ag.zahl_am(stichtag):
            there = anzahl(len(people), "ständiges Mitglied", "ständige Mitglieder")
            text = f"{ag.kennung} hat {there}, festgelegt sind {ag.zahl_am(stichtag)}"
            yield verstoss(ag.an("mandat", "staendige_mitglieder"), text)


@regel("A203", Schwere.HINWEIS, je=("arbeitsgruppe", "mitglied"))
def ag_hat_keine_leitung(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine aktive AG hat am Stichtag niemanden, der sie leitet.

    Warum: Die Leitung reicht die Empfehlungen ein und berichtet der Strategiegruppe; ohne sie fehlt der
    Ansprechpartner.

    Beispiel: Das Mandat mit rolle: leitung endete am 31.08.2026.

    Abhilfe: Die neue Leitung eintragen: netzint ag mitglied AG --rolle leitung
    """
    for ag in bestand.arbeitsgruppen.values():
        if agstand(ag, stichtag) != "aktiv" or may_be_unread(bestand, ag.kennung):
            continue
        if all(m.mandat.rolle != "leitung" for m in bestand.mandate_in(ag.kennung, stichtag)):
            yield verstoss(ag, f"{ag.kennung} hat am {deutsch(stichtag)} keine Leitung")


@regel("A204", Schwere.WARNUNG, je=("arbeitsgruppe", "mitglied"))
def mandat_liegt_ausserhalb_der_ag(bestand: Bestand) -> Verstoesse:
    """Ein Mandat in einer AG beginnt vor der AG oder nach ihrem Ende, oder es endet später als sie.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration): Mitglied ist man nur, solange es die AG gibt. Ein Mandat ohne „bis“
    endet mit der AG.

    Beispiel: Die AG beginnt am 01.07.2025, ein Mandat in ihr am 01.05.2025.

    Abhilfe: Beginn oder Ende des Mandats an den Zeitraum der AG anpassen.
    """
    for ag in bestand.arbeitsgruppen.values():
        last = max(ag.ende, ag.abschluss.am) if ag.abschluss else ag.ende
        grace = grace_of(bestand, ag)
        for mandat in bestand.mandate_in(ag.kennung):
            von, bis = mandat.mandat.von, mandat.mandat.bis
            key = (ag.kennung, str(von))
            if latest(von) < ag.mandat.von:
                text = f"Das Mandat beginnt am {deutsch(von)}, {ag.kennung} erst am {deutsch(ag.mandat.von)}"
                yield verstoss(mandat.an("von"), text, *key)
            elif last < von <= grace:
                text = f"Das Mandat beginnt am {deutsch(von)}, {ag.kennung} endete am {deutsch(last)}"
                yield verstoss(mandat.an("von"), text, *key)
            elif bis is not None and bis > last >= von:
                text = f"Das Mandat endet am {deutsch(bis)}, {ag.kennung} schon am {deutsch(last)}"
                yield verstoss(mandat.an("bis"), text, *key)


@regel("A205", Schwere.FEHLER, "R13", je="arbeitsgruppe")
def abschluss_liegt_vor_dem_beginn(bestand: Bestand) -> Verstoesse:
    """Eine AG ist abgeschlossen, bevor sie begonnen hat.

    Warum: „Bereits eingesetzte Arbeitsgruppen (abgeschlossen)“ (Akteure im Netzwerk Integration): Abschließen kann man
    nur, was schon eingesetzt war.

    Beispiel: mandat: {von: 2025-07-01, …} und abschluss: {am: 2024-06-30}

    Abhilfe: Eines der beiden Daten berichtigen.
    """
    for ag in bestand.arbeitsgruppen.values():
        if ag.abschluss is not None and ag.abschluss.am < ag.mandat.von:
            text = f"Der Abschluss am {deutsch(ag.abschluss.am)} liegt vor dem Beginn am {deutsch(ag.mandat.von)}"
            yield verstoss(ag.an("abschluss", "am"), text)


@regel("A206", Schwere.FEHLER, "R13", je="arbeitsgruppe")
def abschlussbeschluss_passt_nicht(bestand: Bestand) -> Verstoesse:
    """Der genannte Beschluss hat diese AG nicht abgeschlossen.

    Warum: „Bereits eingesetzte Arbeitsgruppen (abgeschlossen)“ (Akteure im Netzwerk Integration). Wird ein Beschluss
    genannt, muss es ein angenommener Antrag ag_abschliessen über diese AG sein.

    Beispiel: Der Beschluss betrifft eine andere AG, oder er wurde vertagt.

    Abhilfe: Den richtigen Beschluss nennen oder die Angabe streichen.
    """
    for ag in bestand.arbeitsgruppen.values():
        kennung = ag.abschluss.beschluss if ag.abschluss else None
        lage = find_beschluss(bestand, kennung)
        if lage is not None and not lage.accepts("ag_abschliessen", ag.kennung):
            text = f"{kennung} ist kein angenommener Antrag der Strategiegruppe, {ag.kennung} abzuschließen"
            yield verstoss(ag.an("abschluss", "beschluss"), text, kennung or "")


@regel("A207", Schwere.WARNUNG, "R14", je=("arbeitsgruppe", "empfehlung"))
def abgeschlossen_mit_offenen_empfehlungen(bestand: Bestand) -> Verstoesse:
    """Eine AG ist abgeschlossen, obwohl über eine ihrer eingereichten Empfehlungen noch nicht abgestimmt ist.

    Warum: „Finale Abstimmung über die Umsetzung der von den operativen Arbeitsgruppen erarbeiteten konkreten
    Handlungsempfehlungen“ (Akteure im Netzwerk Integration): Sie steht bei dieser Empfehlung noch aus.

    Beispiel: abschluss: {am: 2026-06-30}, he-2026-02 ist seit 01.05.2026 eingereicht.

    Abhilfe: Die Empfehlung auf die nächste Tagesordnung setzen, oder eintragen, dass die AG sie
    zurückzieht: netzint empfehlung zurueckziehen KENNUNG
    """
    start = erfasst_ab(bestand)
    votes = entscheidungen(bestand)
    for ag in bestand.arbeitsgruppen.values():
        for empfehlung in bestand.empfehlungen_von(ag.kennung) if ag.abschluss else ():
            decided = any(vote.endgueltig for vote in votes.get(empfehlung.kennung, ()))
            if empfehlung.entfallen or empfehlung.zurueckgezogen or decided:
                continue
            if any(f.eingereicht and f.eingereicht >= start for f in empfehlung.fassungen):
                text = f"{ag.kennung} ist abgeschlossen, über {empfehlung.kennung} ist noch nicht abgestimmt"
                yield verstoss(ag.an("abschluss"), text, empfehlung.kennung)


@regel("A208", Schwere.WARNUNG)
def ag_name_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Zwei AGs haben denselben Namen oder Alias.

    Warum: Wer eine AG beim Namen sucht, soll genau eine finden; meist ist dieselbe AG zweimal angelegt worden.

    Beispiel: Der Name der einen AG steht unter „aliase“ der anderen.

    Abhilfe: Einen der Namen ändern oder die AGs zusammenführen.
    """
    seen: dict[str, str] = {}
    for ag in bestand.arbeitsgruppen.values():
        places = [(("name",), ag.name), *((("aliase", i), alias) for i, alias in enumerate(ag.aliase))]
        for feld, name in places:
            other = seen.setdefault(" ".join(name.casefold().split()), ag.kennung)
            if other != ag.kennung:
                yield verstoss(ag.an(*feld), f"So heißt auch {other}", other)


REGELN: tuple[Regel, ...] = (
    ag_hat_zu_viele_staendige_mitglieder,
    ag_hat_zu_wenige_staendige_mitglieder,
    ag_hat_keine_leitung,
    mandat_liegt_ausserhalb_der_ag,
    abschluss_liegt_vor_dem_beginn,
    abschlussbeschluss_passt_nicht,
    abgeschlossen_mit_offenen_empfehlungen,
    ag_name_ist_doppelt,
)
