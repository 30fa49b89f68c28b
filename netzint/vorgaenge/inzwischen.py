"""What became of an Empfehlung elsewhere, before a vote on it is recorded: a wording is decided on once."""

from __future__ import annotations

from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sprache import datum
from netzint.modell.umlauf import Umlauf
from netzint.vorgaenge.angaben import ablehnen


def check_sitzung(bestand: Bestand, empfehlung: Empfehlung, sitzung: str, tag: date) -> None:
    """Raises NetzintFehler if a Sitzung of this day cannot decide, because of what came after it or runs now."""
    he, later = empfehlung.kennung.upper(), _find_ende(bestand, empfehlung, sitzung, nach=tag)
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


def _find_ende(bestand: Bestand, empfehlung: Empfehlung, ausser: str, *, nach: date) -> str:
    """How an Empfehlung was settled after a day, by anything but the Sitzung or Umlauf ``ausser``; "" if it was not."""
    back = empfehlung.zurueckgezogen
    if back is not None and back.am > nach:
        return f"ist am {datum(back.am)} zurückgezogen worden"
    for vote in bestand.entscheidungen.get(empfehlung.kennung, ()):
        newest = vote.fassung == empfehlung.fassungen[-1].nr or vote.angenommen
        if vote.endgueltig and newest and vote.am > nach and vote.beschluss.partition("/")[0] != ausser:
            return f"ist inzwischen entschieden: am {datum(vote.am)} ({vote.beschluss})"
    return ""


def _is_laufend(umlauf: Umlauf, empfehlung: str) -> bool:
    antrag = umlauf.antrag
    about = isinstance(antrag, EmpfehlungAntrag) and empfehlung in antrag.empfehlungen
    return about and umlauf.abschluss is None and umlauf.entfallen is None
