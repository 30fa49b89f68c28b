"""How often the Strategiegruppe meets in a calendar year (R08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


def _held_by_year(bestand: Bestand) -> Mapping[int, list[Sitzung]]:
    """Held Sitzungen by calendar year; by video too, votes in writing not."""
    found: dict[int, list[Sitzung]] = defaultdict(list)
    for sitzung in bestand.sitzungen_von():
        if sitzung.zustand == "durchgefuehrt" and sitzung.datum >= erfasst_ab(bestand):
            found[sitzung.datum.year].append(sitzung)
    return found


@regel("S151", Schwere.WARNUNG, "R08")
def zu_wenige_sitzungen_im_jahr(bestand: Bestand, stichtag: date) -> Verstoesse:
    """In einem abgelaufenen Jahr hat die Strategiegruppe seltener getagt, als die Geschäftsordnung vorsieht.

    Warum: „Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt.“ (Akteure im Netzwerk
    Integration). Es zählen die durchgeführten Sitzungen des Kalenderjahrs, auch per Video; Umlaufverfahren nicht.

    Beispiel: 2025 gab es nur eine Sitzung.

    Abhilfe: Prüfen, ob eine Sitzung nicht eingetragen ist; sonst für das nächste Jahr früher einladen.
    """
    start = erfasst_ab(bestand)
    if bestand.geschaeftsordnung is None or start.year >= stichtag.year:
        return
    if any(kennung.startswith("sg-") for kennung in bestand.unlesbar):
        return
    held = _held_by_year(bestand)
    fassungen = bestand.geschaeftsordnung.fassungen
    for year in range(start.year + (start > date(start.year, 1, 1)), stichtag.year):
        fassung = bestand.fassung(date(year, 12, 31))
        count = len(held.get(year, ()))
        if fassung is None or count >= fassung.strategiegruppe.sitzungen_je_jahr.mindestens:
            continue
        place = ("fassungen", fassungen.index(fassung), "strategiegruppe", "sitzungen_je_jahr", "mindestens")
        wanted = fassung.strategiegruppe.sitzungen_je_jahr.mindestens
        text = f"{year} hat die Strategiegruppe {_mal(count)} getagt, vorgesehen ist mindestens {_mal(wanted)}"
        yield verstoss(bestand.geschaeftsordnung.an(*place), text, str(year))


def _mal(count: int) -> str:
    return "nicht" if count == 0 else f"{count}-mal"


@regel("S152", Schwere.WARNUNG, "R08")
def zu_viele_sitzungen_im_jahr(bestand: Bestand) -> Verstoesse:
    """In einem Jahr hat die Strategiegruppe öfter getagt, als die Geschäftsordnung vorsieht.

    Warum: „Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt.“ (Akteure im Netzwerk
    Integration). Es zählen die durchgeführten Sitzungen des Kalenderjahrs, auch per Video; Umlaufverfahren nicht.

    Beispiel: Die vierte Sitzung des Jahres 2026.

    Abhilfe: Prüfen, ob eine Sitzung doppelt eingetragen ist; sonst eine Ausnahme beschließen lassen.
    """
    for year, sitzungen in _held_by_year(bestand).items():
        for number, sitzung in enumerate(sitzungen, start=1):
            fassung = bestand.fassung(sitzung.datum)
            if fassung is not None and number > fassung.strategiegruppe.sitzungen_je_jahr.hoechstens:
                most = fassung.strategiegruppe.sitzungen_je_jahr.hoechstens
                text = (
                    f"Die Sitzung {sitzung.kennung} am {deutsch(sitzung.datum)} ist die {number}. im Jahr {year}, "
                    f"vorgesehen sind höchstens {most}"
                )
                yield verstoss(sitzung.an("datum"), text)


REGELN: tuple[Regel, ...] = (zu_wenige_sitzungen_im_jahr, zu_viele_sitzungen_im_jahr)
