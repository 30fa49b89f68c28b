"""``ag bericht``: what an AG delivers beside its Empfehlungen: reports, and Konzepte (R24)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.arbeitsgruppe import Agbericht, Arbeitsgruppe, Ergebnis
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ag
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.recht.fristen import karenz_bis
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile
from netzint.vorgaenge.mitglied_person import parse_wert

ARTEN = {"zwischenbericht": "Zwischenbericht", "abschlussbericht": "Abschlussbericht", "konzept": "Konzept"}


def bericht(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    art: str,
    titel: str | None = None,
    am: date | None = None,
    link: str | None = None,
    inhalt: str | None = None,
) -> Aenderung:
    """Record a report or a Konzept of an AG. Raises NetzintFehler if it is dated before the AG or too long after it."""
    found = find_ag(bestand, ag)
    kind = parse_wert("--art", art, tuple(ARTEN))
    vom = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    _check_tag(bestand, found, vom)
    name = clean_zeile("--titel", titel) if titel is not None else f"{ARTEN[kind]} der {found.name}"
    values = {
        "titel": name,
        "vom": vom,
        "link": clean_zeile("--link", link) if link is not None else None,
        "inhalt": clean_prosa("--inhalt", inhalt) if inhalt is not None else None,
    }
    result: Ergebnis | Agbericht = require(Ergebnis, values)
    if kind != "konzept":
        result = require(Agbericht, {**values, "art": kind})
    feld, known = ("konzepte", len(found.konzepte)) if kind == "konzept" else ("berichte", len(found.berichte))
    if (name, vom) in {(r.titel, r.vom) for r in found.konzepte} | {(r.titel, r.vom) for r in found.berichte}:
        raise ablehnen(
            f"„{name}“ vom {datum(vom)} ist schon eingetragen.", f"Ansehen: netzint ag zeigen {found.kennung}"
        )
    return Aenderung(
        "ag-bericht",
        f"{ARTEN[kind]} von {found.kennung} vom {datum(vom)} eingetragen",
        gesetzt=(Setzen("arbeitsgruppe", found.kennung, (feld, known), to_klartext(result)),),
        danach=tuple(_next_steps(found, kind)),
    )


def _next_steps(ag: Arbeitsgruppe, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "abschlussbericht" and ag.abschluss is None:
        yield f"netzint ag abschliessen {ag.kennung}", "die Arbeitsgruppe abschließen"
    yield f"netzint ag zeigen {ag.kennung}", "alle Berichte und Konzepte ansehen"


def _check_tag(bestand: Bestand, ag: Arbeitsgruppe, vom: date) -> None:
    if vom < ag.mandat.von:
        raise ablehnen(f"{ag.kennung} beginnt erst am {datum(ag.mandat.von)}.", "Den Tag mit --am berichtigen.")
    end = min(ag.ende, ag.abschluss.am) if ag.abschluss else ag.ende
    fassung = bestand.fassung(end)
    last = karenz_bis(end, fassung.arbeitsgruppen) if fassung else end
    if vom > last:
        raise ablehnen(
            f"{ag.kennung} endete am {datum(end)}; bis zum {datum(last)} darf noch etwas nachkommen.",
            "Den Tag mit --am berichtigen, oder die AG verlängern lassen.",
        )
