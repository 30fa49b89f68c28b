"""What became of an Empfehlung elsewhere, before a vote on it is recorded: a wording is decided on once."""

from __future__ import annotations

from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sprache import datum
from netzint.modell.umlauf import Umlauf
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.vorgaenge.angaben import ablehnen


def check_sitzung(bestand: Bestand, empfehlung: Empfehlung, sitzung: str, tag: date, voted: int) -> None:
    """Raises NetzintFehler if a Sitzung of this day cannot decide on a wording: what came after it, or runs now."""
    he, later = empfehlung.kennung.upper(), _find_ende(bestand, empfehlung, sitzung, nach=tag, fassung=voted)
    if later:
        raise ablehnen(f"{he} {later}.", "Hier lässt sich nur noch vertagen: --ergebnis vertagt")
    running = next((u for u in bestand.umlaeufe.values() if _is_laufend(u, empfehlung.kennung)), None)
    if running is not None:
        raise ablehnen(
            f"Über {he} läuft das Umlaufverfahren {running.kennung.upper()} bis zum {datum(running.frist)}.",
            "Widerspricht ein Mitglied dem Verfahren, entscheidet die Sitzung: "
            f"netzint umlauf widerspruch {running.kennung} MITGLIED. Soll sie es ohnehin: netzint umlauf entfallen "
            f"{running.kennung}. Sonst hier vertagen: --ergebnis vertagt",
        )


def check_juengere(empfehlung: Empfehlung, voted: int, tag: date) -> None:
    """Raises NetzintFehler if there is a wording younger than the day on which another one was accepted for good."""
    he = empfehlung.kennung
    for fassung in empfehlung.fassungen:
        if fassung.nr != voted and max(fassung.vom, fassung.eingereicht or fassung.vom) > tag:
            raise ablehnen(
                f"{he.upper()} hat schon eine Fassung {fassung.nr} vom {datum(fassung.vom)}; abgestimmt wurde am "
                f"{datum(tag)} über Fassung {voted}, und nach der Annahme ändert sich der Wortlaut nicht mehr.",
                f"Gilt die Annahme, zuerst Fassung {fassung.nr} zurücknehmen: netzint zuruecknehmen VORGANG (welchen, "
                f"zeigt netzint verlauf {he}). Soll die nächste Sitzung darüber entscheiden: --ergebnis vertagt",
            )


def check_umlauf(bestand: Bestand, umlauf: Umlauf) -> None:
    """Raises NetzintFehler if what an Umlauf is about has been settled elsewhere."""
    if not isinstance(umlauf.antrag, EmpfehlungAntrag):
        return
    for kennung in umlauf.antrag.empfehlungen:
        empfehlung = bestand.empfehlungen.get(kennung)
        settled = _find_ende(bestand, empfehlung, umlauf.kennung, nach=date.min) if empfehlung else ""
        if settled:
            raise ablehnen(
                f"{kennung.upper()} {settled}; der Umlauf ist damit gegenstandslos.",
                f"Ihn aufgeben: netzint umlauf entfallen {umlauf.kennung}",
            )


def is_gegenstandslos(bestand: Bestand, kennung: str, umlauf: Umlauf) -> bool:
    """Whether an Empfehlung has been settled by anything but this Umlauf."""
    empfehlung = bestand.empfehlungen.get(kennung)
    return empfehlung is None or bool(_find_ende(bestand, empfehlung, umlauf.kennung, nach=date.min))


def is_erledigter_umlauf(bestand: Bestand, umlauf: Umlauf) -> bool:
    """Whether nothing is left of what an Umlauf was about: each of its Empfehlungen was settled otherwise."""
    antrag = umlauf.antrag
    found = antrag.empfehlungen if isinstance(antrag, EmpfehlungAntrag) else ()
    return bool(found) and all(is_gegenstandslos(bestand, he, umlauf) for he in found)


def _find_ende(bestand: Bestand, empfehlung: Empfehlung, ausser: str, *, nach: date, fassung: int = 0) -> str:
    """How an Empfehlung, or one Fassung of it, was settled after a day by anything but ``ausser``; "" if it was not."""
    back = empfehlung.zurueckgezogen
    if back is not None and back.am > nach:
        return f"ist am {datum(back.am)} zurückgezogen worden"
    for vote in bestand.entscheidungen.get(empfehlung.kennung, ()):
        newest = vote.fassung in (empfehlung.fassungen[-1].nr, fassung) or vote.angenommen
        if vote.am <= nach or vote.beschluss.partition("/")[0] == ausser:
            continue
        if vote.endgueltig and newest:
            return f"ist inzwischen entschieden: am {datum(vote.am)} ({vote.beschluss})"
        if vote.fassung == fassung:
            result = BEZEICHNUNG[vote.ergebnis]
            return f"stand danach noch einmal an: am {datum(vote.am)} ({vote.beschluss}), {result}"
    return ""


def _is_laufend(umlauf: Umlauf, empfehlung: str) -> bool:
    antrag = umlauf.antrag
    about = isinstance(antrag, EmpfehlungAntrag) and empfehlung in antrag.empfehlungen
    return about and umlauf.abschluss is None and umlauf.entfallen is None
