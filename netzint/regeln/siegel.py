"""Siegel: what was voted on is still what stands there (R15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.befund import Ort, Schwere
from netzint.modell.beschluss import ENTSCHIEDEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import anzahl
from netzint.recht.siegel import siegel
from netzint.regeln.empfehlungsfassungen import an_fassung
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


class _Gesiegelt(NamedTuple):
    """A vote with its Siegel, from a Sitzung of the Strategiegruppe or an Umlauf."""

    kennung: str
    antrag: Antrag
    siegel: tuple[str, ...]
    ergebnis: str
    am: date
    ort: Ort


@je_bestand
def _list_abgestimmte(bestand: Bestand) -> tuple[_Gesiegelt, ...]:
    """Every vote that has a Siegel or should have one."""
    found = []
    for kennung, entry in bestand.beschluesse.items():
        b = entry.beschluss
        if entry.sitzung.gremium == STRATEGIEGRUPPE and (b.siegel or b.antrag.art == "empfehlung"):
            found.append(_Gesiegelt(kennung, b.antrag, b.siegel, b.ergebnis, entry.sitzung.datum, entry.an("siegel")))
    for kennung, umlauf in bestand.umlaufbeschluesse.items():
        am, result = (umlauf.abschluss.am, umlauf.abschluss.ergebnis) if umlauf.abschluss else (umlauf.frist, "")
        found.append(_Gesiegelt(kennung, umlauf.antrag, umlauf.siegel, result, am, umlauf.an("siegel")))
    return tuple(found)


@regel("B301", Schwere.FEHLER, "R15", je="sitzung umlauf")
def zahl_der_siegel_stimmt_nicht(bestand: Bestand) -> Verstoesse:
    """Ein Beschluss hat nicht ein Siegel je Empfehlung.

    Warum: Das Siegel hält den Wortlaut fest, über den abgestimmt wurde. Bei mehreren Empfehlungen in einem Antrag steht
    eines je Empfehlung, in derselben Reihenfolge; andere Anträge haben keines.

    Beispiel: „empfehlungen: [he-2026-04, he-2026-05]“ mit nur einem Siegel.

    Abhilfe: Das fehlende Siegel nachtragen (netzint empfehlung siegeln), wenn feststeht, dass der Wortlaut noch der
    beschlossene ist.
    """
    for vote in _list_abgestimmte(bestand):
        wanted = len(vote.antrag.empfehlungen) if isinstance(vote.antrag, EmpfehlungAntrag) else 0
        if vote.siegel and len(vote.siegel) != wanted:
            text = f"Der Beschluss {vote.kennung} hat {len(vote.siegel)} Siegel bei {wanted} Empfehlungen"
            yield verstoss(vote.ort, text, vote.kennung)


@regel("B302", Schwere.WARNUNG, "R15", je="sitzung umlauf")
def siegel_fehlt(bestand: Bestand) -> Verstoesse:
    """Eine endgültige Abstimmung über eine Empfehlung hat kein Siegel.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen“ (Akteure im Netzwerk Integration): Weitergeleitet
    wird der Wortlaut, über den abgestimmt wurde; ohne Siegel fällt eine spätere Änderung nicht auf.

    Beispiel: „ergebnis: angenommen“ ohne „siegel“.

    Abhilfe: Das Siegel nachtragen (netzint empfehlung siegeln), wenn feststeht, dass der Wortlaut noch der beschlossene
    ist.
    """
    start = erfasst_ab(bestand)
    for vote in _list_abgestimmte(bestand):
        is_final = isinstance(vote.antrag, EmpfehlungAntrag) and vote.ergebnis in ENTSCHIEDEN
        if is_final and not vote.siegel and vote.am >= start:
            text = f"Der Beschluss {vote.kennung} vom {deutsch(vote.am)} hat kein Siegel"
            yield verstoss(vote.ort, text, vote.kennung)


@regel("B303", Schwere.FEHLER, "R15", je=("sitzung umlauf", "empfehlung"))
def wortlaut_ist_nach_der_abstimmung_geaendert(bestand: Bestand) -> Verstoesse:
    """Der Wortlaut einer Empfehlung ist nach der Abstimmung geändert worden.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen“ (Akteure im Netzwerk Integration): Was
    weitergeleitet wird, ist der Wortlaut, über den abgestimmt wurde. Das Siegel umfasst Wortlaut, Maßnahme, prüfbares
    Ergebnis und Adressaten; neue Zeilenumbrüche ändern es nicht.

    Beispiel: In Fassung 2 von he-2026-04 ist nach der Sitzung ein Adressat dazugekommen.

    Abhilfe: Die Fassung so wiederherstellen, wie sie beschlossen wurde; die Änderung als neue Fassung einreichen, nach
    der Annahme als neue Empfehlung.
    """
    for vote in _list_abgestimmte(bestand):
        antrag = vote.antrag
        if not isinstance(antrag, EmpfehlungAntrag) or len(vote.siegel) != len(antrag.empfehlungen):
            continue
        for kennung, sealed in zip(antrag.empfehlungen, vote.siegel, strict=True):
            empfehlung = bestand.empfehlungen.get(kennung)
            fassung = empfehlung.fassung(antrag.vorgelegt[kennung]) if empfehlung else None
            if empfehlung and fassung and siegel(fassung) != sealed:
                text = (
                    f"Fassung {fassung.nr} der Empfehlung {kennung} ist nicht mehr die, über die am "
                    f"{deutsch(vote.am)} abgestimmt wurde ({vote.kennung}): Das Siegel passt nicht"
                )
                yield verstoss(an_fassung(empfehlung, empfehlung.fassungen.index(fassung)), text, vote.kennung)


@regel("B304", Schwere.FEHLER, "R14", je="sitzung umlauf beschlussvorlage")
def zahl_der_fassungen_stimmt_nicht(bestand: Bestand) -> Verstoesse:
    """Ein Antrag über mehrere Empfehlungen nennt nicht eine Fassung je Empfehlung.

    Warum: „Finale Abstimmung über die Umsetzung der … Handlungsempfehlungen“ (Akteure im Netzwerk Integration):
    Abgestimmt wird über einen bestimmten Wortlaut. Haben die Empfehlungen verschiedene Fassungen, steht unter
    „fassungen“ eine Nummer je Empfehlung, in derselben Reihenfolge, und „fassung“ fehlt.

    Beispiel: „empfehlungen: [he-2026-04, he-2026-05]“ mit „fassungen: [2]“.

    Abhilfe: Die Nummern ergänzen, oder „fassungen“ weglassen und „fassung“ für alle angeben.
    """
    for kennung, ort, antrag in _iter_antraege(bestand):
        if not isinstance(antrag, EmpfehlungAntrag) or not antrag.fassungen:
            continue
        number, wanted = len(antrag.fassungen), len(antrag.empfehlungen)
        if number != wanted:
            text = f"Der Antrag von {kennung} nennt {anzahl(number, 'Fassung', 'Fassungen')} zu {wanted} Empfehlungen"
            yield verstoss(ort, text, kennung)
        elif antrag.fassung != 1:
            yield verstoss(ort, f"Der Antrag von {kennung} nennt „fassung“ und „fassungen“ zugleich", kennung)


@regel("B305", Schwere.FEHLER, "R14", je="sitzung umlauf beschlussvorlage")
def empfehlung_steht_zweimal_im_antrag(bestand: Bestand) -> Verstoesse:
    """Ein Antrag nennt dieselbe Empfehlung zweimal.

    Warum: „Finale Abstimmung über die Umsetzung der … Handlungsempfehlungen“ (Akteure im Netzwerk Integration): Über
    einen Wortlaut wird einmal abgestimmt; meist ist eine andere Empfehlung gemeint.

    Beispiel: „empfehlungen: [he-2026-04, he-2026-04]“.

    Abhilfe: Die zweite Nennung streichen, oder die Empfehlung nennen, die gemeint ist.
    """
    for kennung, ort, antrag in _iter_antraege(bestand):
        named = antrag.empfehlungen if isinstance(antrag, EmpfehlungAntrag) else ()
        for nr, he in enumerate(named):
            if he in named[:nr]:
                place = ort._replace(feld=(*ort.feld[:-1], "empfehlungen", nr))
                yield verstoss(place, f"Der Antrag von {kennung} nennt {he} mehrmals", kennung, he)


def _iter_antraege(bestand: Bestand) -> Iterator[tuple[str, Ort, Antrag]]:
    """Every motion, by the Kennung that it stands under, and its place."""
    for kennung, entry in bestand.beschluesse.items():
        yield kennung, entry.an("antrag", "fassungen"), entry.beschluss.antrag
    for umlauf in bestand.umlaeufe.values():
        yield umlauf.kennung, umlauf.an("antrag", "fassungen"), umlauf.antrag
    for vorlage in bestand.beschlussvorlagen.values():
        yield vorlage.kennung, vorlage.an("antrag", "fassungen"), vorlage.antrag


REGELN: tuple[Regel, ...] = (
    zahl_der_siegel_stimmt_nicht,
    siegel_fehlt,
    wortlaut_ist_nach_der_abstimmung_geaendert,
    zahl_der_fassungen_stimmt_nicht,
    empfehlung_steht_zweimal_im_antrag,
)
