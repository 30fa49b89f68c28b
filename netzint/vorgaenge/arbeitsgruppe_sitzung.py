"""``ag sitzung``: a Sitzung of an AG. The same entry as one of the Strategiegruppe, with simpler rules and agenda."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ag
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum, to_kennung
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import karenz_bis
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import ENTFAELLT, Wunsch, parse_form, round_beginn, taken_days

IN_ARBEIT = ("erarbeitet", "zurueckverwiesen")
WARUM = {"erarbeitet": "in Arbeit", "zurueckverwiesen": "von der Strategiegruppe zurückverwiesen"}
BALD = 120
"""Days before the end of the Mandat from which an AG speaks about its Abschlussbericht."""


def sitzung(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    wunsch: Wunsch,
    mit: Collection[str] = (),
) -> Aenderung:
    """Lay down a Sitzung of an AG with what it works on as its Tagesordnung; a past one may be recorded later.

    Raises NetzintFehler if the AG is not at work on that day, or has a Sitzung then already.
    """
    found = find_ag(bestand, ag)
    if wunsch.datum is None:
        raise falsch("Es fehlt der Tag der Sitzung.", "Bitte mit --datum angeben.")
    check_tag(bestand, found, wunsch.datum)
    last = next((s for s in reversed(bestand.sitzungen_von(found.kennung)) if s.zustand not in ENTFAELLT), None)
    kennung = next_kennung(f"{found.kennung}-sitzung", stichtag.year, vergeben)
    values: dict[str, Any] = {
        "kennung": kennung,
        "gremium": found.kennung,
        "datum": wunsch.datum,
        "beginn": wunsch.beginn or (round_beginn(last.beginn) if last and last.beginn else None),
        "ort": clean_zeile("--ort", wunsch.ort) if wunsch.ort is not None else last.ort if last else None,
        "form": parse_form(wunsch.form) if wunsch.form is not None else last.form if last else "praesenz",
        "tagesordnung": list(_tops(bestand, found, wunsch.datum, mit)),
    }
    neu = require(Sitzung, values)
    next_step = f"netzint sitzung einladen {kennung}", "den Versand der Einladung festhalten"
    if wunsch.datum < stichtag:
        next_step = f"netzint sitzung beginnen {kennung}", "eintragen, wer da war"
    return Aenderung(
        "ag-sitzung",
        f"Sitzung {kennung.upper()} am {datum(wunsch.datum)} angelegt",
        neu=(neu,),
        hinweise=tuple(_remarks(bestand, wunsch.datum)),
        danach=((f"netzint sitzung zeigen {kennung}", "die Tagesordnung ansehen"), next_step),
    )


def check_tag(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> None:
    """An AG meets within its period; a little later is suffered, as with all that it does (karenz)."""
    if tag < ag.mandat.von:
        raise ablehnen(f"{ag.kennung} beginnt erst am {datum(ag.mandat.von)}.", "Ein späteres --datum angeben.")
    if ag.abschluss is not None and tag > ag.abschluss.am:
        raise ablehnen(
            f"{ag.kennung} ist seit dem {datum(ag.abschluss.am)} abgeschlossen.", "Ein früheres --datum angeben."
        )
    fassung = bestand.fassung(ag.ende)
    last = karenz_bis(ag.ende, fassung.arbeitsgruppen) if fassung else ag.ende
    if tag > last:
        raise ablehnen(
            f"Das Mandat von {ag.kennung} endet am {datum(ag.ende)}.",
            f"Zuerst verlängern: netzint ag verlaengern {ag.kennung} --bis JJJJ-MM-TT",
        )
    for other in bestand.sitzungen_von(ag.kennung):
        if other.datum == tag and other.zustand not in ENTFAELLT:
            raise ablehnen(
                f"Am {datum(tag)} ist schon die Sitzung {other.kennung}.",
                f"Ansehen: netzint sitzung zeigen {other.kennung}",
            )


def _tops(bestand: Bestand, ag: Arbeitsgruppe, tag: date, mit: Collection[str]) -> Iterator[dict[str, Any]]:
    """What the AG works on, and what was asked for; each Kennung once."""
    tops = [{"kennung": "begruessung", "titel": "Begrüßung"}, *_work(bestand, ag, tag)]
    taken = {top["kennung"] for top in tops} | {"verschiedenes"}
    for titel in (clean_zeile("--mit", text) for text in mit):
        base = to_kennung(titel)
        kennung = next(k for n in range(1, len(taken) + 2) if (k := base if n == 1 else f"{base}-{n}") not in taken)
        taken.add(kennung)
        tops.append({"kennung": kennung, "titel": titel})
    yield from tops
    yield {"kennung": "verschiedenes", "titel": "Verschiedenes, nächste Termine"}


def _work(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Iterator[dict[str, Any]]:
    for empfehlung in bestand.empfehlungen_von(ag.kennung):
        stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(empfehlung.kennung, ()), tag)
        if stand in IN_ARBEIT:
            yield {
                "kennung": empfehlung.kennung,
                "titel": empfehlung.titel,
                "weil": WARUM[stand],
                "bezug": [empfehlung.kennung],
            }
    for event in bestand.veranstaltungen.values():
        if ag.kennung in event.arbeitsgruppen and event.datum > tag and not (event.abgesagt or event.entfallen):
            titel = f"Beitrag: {event.titel}"[:300]
            weil = f"{event.art} am {datum(event.datum)}"[:300]
            yield {"kennung": event.kennung, "titel": titel, "weil": weil, "bezug": [event.kennung]}
    if (ag.ende - tag).days <= BALD:
        yield {"kennung": "abschlussbericht", "titel": "Abschlussbericht", "weil": f"Mandat bis {datum(ag.ende)}"}


def _remarks(bestand: Bestand, tag: date) -> Iterator[str]:
    if tag in taken_days(bestand):
        yield f"Am {datum(tag)} ist auch eine andere Sitzung oder eine Veranstaltung."
