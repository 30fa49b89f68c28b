"""Tagesordnung: TOPs that can be told apart, numbered, in order, and taken up again for a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.merkmale import Sitzungsmerkmal
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.regeln.beschlusslage import find_beschluss, why_not_again
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import erfasst_ab
from netzint.regeln.vorlagen import gegenstand, same_antrag

_NUMMER = re.compile(r"[1-9]\d*(\.[1-9]\d*)*")


def _iter_tops(
    bestand: Bestand, passt: Callable[[Sitzungsmerkmal], object]
) -> Iterator[tuple[Sitzung, int, Tagesordnungspunkt]]:
    """The TOPs of all Sitzungen with such a Merkmal."""
    for sitzung in bestand.sitzungen_mit(passt):
        for t, top in enumerate(sitzung.tagesordnung):
            yield sitzung, t, top


def _an(sitzung: Sitzung, t: int, *feld: str | int) -> Ort:
    return sitzung.an("tagesordnung", t, *feld)


@regel("S401", Schwere.FEHLER, je="sitzung")
def top_kennung_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Zwei TOPs einer Sitzung haben dieselbe Kennung.

    Warum: „nicht_bei“ und andere Angaben nennen einen TOP bei seiner Kennung.

    Beispiel: Zwei TOPs mit „kennung: verschiedenes“.

    Abhilfe: Einem der beiden eine andere Kennung geben.
    """
    for sitzung in bestand.sitzungen.values():
        seen: set[str] = set()
        for t, top in enumerate(sitzung.tagesordnung):
            if top.kennung in seen:
                text = f"Die Sitzung {sitzung.kennung} hat mehrere TOPs „{top.kennung}“"
                yield verstoss(_an(sitzung, t, "kennung"), text, top.kennung)
            seen.add(top.kennung)


@regel("S402", Schwere.FEHLER, je="sitzung")
def top_nummer_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Zwei TOPs einer Sitzung haben dieselbe Nummer.

    Warum: Einladung, Vorlagen und Niederschrift nennen den TOP bei seiner Nummer.

    Beispiel: Zwei TOPs mit „nummer: "4"“.

    Abhilfe: Einem der beiden die richtige Nummer geben.
    """
    for sitzung in bestand.sitzungen.values():
        seen: set[str] = set()
        for t, top in enumerate(sitzung.tagesordnung):
            if top.nummer is not None and top.nummer in seen:
                text = f"Die Sitzung {sitzung.kennung} hat mehrere TOPs mit der Nummer {top.nummer}"
                yield verstoss(_an(sitzung, t, "nummer"), text, top.kennung)
            seen.add(top.nummer or "")


@regel("S403", Schwere.WARNUNG, je="sitzung")
def top_hat_keine_nummer(bestand: Bestand) -> Verstoesse:
    """Nach dem Versand der Einladung fehlt einem TOP die feste Nummer.

    Warum: Bis zur Einladung ergibt die Reihenfolge die Nummern. Danach stehen sie fest, denn so haben alle sie
    vor sich.

    Beispiel: sg-2026-03 ist eingeladen, der TOP „verschiedenes“ hat keine „nummer“.

    Abhilfe: Die Nummer aus der versandten Tagesordnung eintragen, für eine Tischvorlage die nächste freie.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.entfallen or all(top.nummer for top in sitzung.tagesordnung):
            continue
        if sitzung.einladung is None and not any(top.nummer for top in sitzung.tagesordnung):
            continue
        if not any(top.nummer for top in sitzung.tagesordnung):
            text = f"Zu {sitzung.kennung} ist eingeladen, die TOPs haben aber keine festen Nummern"
            yield verstoss(sitzung.an("tagesordnung"), text)
            continue
        for t, top in enumerate(sitzung.tagesordnung):
            if not top.nummer:
                text = f"Der TOP „{top.titel}“ in {sitzung.kennung} hat keine Nummer, andere schon"
                yield verstoss(_an(sitzung, t, "nummer"), text, top.kennung)


@regel("S404", Schwere.WARNUNG, je="sitzung")
def top_nummern_sind_ungeordnet(bestand: Bestand) -> Verstoesse:
    """Die Nummern der TOPs folgen nicht der Reihenfolge, in der sie stehen.

    Warum: Die TOPs stehen in der Reihenfolge, in der sie behandelt werden; „3.1“ folgt auf „3“.

    Beispiel: Auf den TOP mit der Nummer 5 folgt der mit der Nummer 4.

    Abhilfe: Die TOPs umstellen oder die Nummern berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        if _count_up(sitzung.tagesordnung):
            continue
        before: tuple[int, ...] = ()
        for t, top in enumerate(sitzung.tagesordnung):
            if top.nummer is None:
                continue
            if not _NUMMER.fullmatch(top.nummer):
                text = f"„{top.nummer}“ ist keine TOP-Nummer wie 3 oder 3.1 ({sitzung.kennung})"
                yield verstoss(_an(sitzung, t, "nummer"), text, top.kennung)
                continue
            parts = tuple(map(int, top.nummer.split(".")))
            if parts < before:
                text = f"In {sitzung.kennung} steht der TOP {top.nummer} nach dem TOP {'.'.join(map(str, before))}"
                yield verstoss(_an(sitzung, t, "nummer"), text, top.kennung)
            before = parts


def _count_up(tops: tuple[Tagesordnungspunkt, ...]) -> bool:
    """Whether they simply count 1, 2, 3 …, as nearly all do, or have no numbers yet."""
    numbers = [top.nummer for top in tops]
    return numbers == [str(n) for n in range(1, len(tops) + 1)] or not any(numbers)


@regel("S406", Schwere.FEHLER)
def wiederaufnahme_hat_keinen_anlass(bestand: Bestand) -> Verstoesse:
    """Ein TOP nimmt etwas wieder auf, was nicht offen geblieben ist.

    Warum: Wieder aufgenommen wird, was in einer früheren Sitzung vertagt, zurückverwiesen oder nicht beschlussfähig war
    oder wozu im Umlauf Widerspruch kam. An der Wiederaufnahme hängt auch die Erleichterung nach zweiter Ladung.

    Beispiel: „wiederaufnahme: sg-2026-02/he-2026-04“, dort ist die Empfehlung aber angenommen worden.

    Abhilfe: Den richtigen Beschluss nennen oder „wiederaufnahme“ streichen.
    """
    for sitzung, t, top in _iter_tops(bestand, lambda merkmal: merkmal.knuepft_an):
        lage = find_beschluss(bestand, top.wiederaufnahme)
        problem = why_not_again(sitzung, lage) if lage else ""
        if problem:
            text = f"Der TOP „{top.titel}“ in {sitzung.kennung} nimmt {top.wiederaufnahme} wieder auf; {problem}"
            yield verstoss(_an(sitzung, t, "wiederaufnahme"), text, top.kennung)


@regel("S407", Schwere.WARNUNG)
def wiederaufnahme_gilt_etwas_anderem(bestand: Bestand) -> Verstoesse:
    """Ein TOP nimmt einen Beschluss wieder auf, handelt aber von etwas anderem.

    Warum: Nur dieselbe Sache kann wieder aufgenommen werden; sonst gälte eine Erleichterung nach zweiter Ladung für
    etwas, wozu nicht noch einmal geladen wurde.

    Beispiel: Wieder aufgenommen wird sg-2026-02/he-2026-04, die Vorlage des TOP betrifft he-2026-05.

    Abhilfe: Vorlage, Antrag oder „wiederaufnahme“ berichtigen.
    """
    for sitzung, t, top in _iter_tops(bestand, lambda merkmal: merkmal.knuepft_an):
        lage = find_beschluss(bestand, top.wiederaufnahme)
        if lage is None:
            continue
        vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
        here = set(top.bezug).union(*(_sachen(b.antrag) for b in top.beschluesse))
        here |= _sachen(vorlage.antrag) if vorlage else set()
        before = _sachen(lage.antrag)
        if before and here and not before & here:
            text = f"Der TOP „{top.titel}“ in {sitzung.kennung} handelt nicht von dem, was {top.wiederaufnahme} betraf"
            yield verstoss(_an(sitzung, t, "wiederaufnahme"), text, top.kennung)


def _sachen(antrag: Antrag) -> set[str]:
    """What a motion is about, by Kennung; nothing for a free one."""
    return set(antrag.empfehlungen) if isinstance(antrag, EmpfehlungAntrag) else {gegenstand(antrag)} - {""}


@regel("S408", Schwere.WARNUNG, je="sitzung")
def vorlage_ist_ohne_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung ist abgeschlossen, zu einem TOP mit Beschlussvorlage steht aber kein Beschluss da.

    Warum: Auch eine Vertagung ist ein Ergebnis; ohne Ergebnis bleibt offen, ob die Sache wiederkommt.

    Beispiel: Der TOP mit bv-2026-007 hat kein Feld „beschluesse“.

    Abhilfe: Das Ergebnis der Abstimmung eintragen; wurde nicht abgestimmt, „ergebnis: vertagt“.
    """
    start = erfasst_ab(bestand)
    for sitzung, t, top in _iter_tops(bestand, lambda merkmal: merkmal.vorlagen):
        if top.vorlage is None or top.abgesetzt or top.beschluesse:
            continue
        if sitzung.datum < start or not sitzung.ist_abgeschlossen:
            continue
        vorlage = bestand.beschlussvorlagen.get(top.vorlage)
        taken = [b for other in sitzung.tagesordnung for b in other.beschluesse]
        if vorlage and not any(same_antrag(vorlage.antrag, b.antrag, b.ergebnis) for b in taken):
            text = f"Zum TOP „{top.titel}“ in {sitzung.kennung} mit der Vorlage {top.vorlage} fehlt das Ergebnis"
            yield verstoss(_an(sitzung, t, "beschluesse"), text, top.kennung)


REGELN: tuple[Regel, ...] = (
    top_kennung_ist_doppelt,
    top_nummer_ist_doppelt,
    top_hat_keine_nummer,
    top_nummern_sind_ungeordnet,
    wiederaufnahme_hat_keinen_anlass,
    wiederaufnahme_gilt_etwas_anderem,
    vorlage_ist_ohne_beschluss,
)
