"""``beschlussvorlage neu``: a free motion, or one or several Empfehlungen, laid before the Strategiegruppe."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import GESCHAEFTSSTELLE, Bestand
from netzint.modell.finden import find_empfehlung
from netzint.modell.meldungen import require
from netzint.recht.empfehlungsweg import running_umlauf
from netzint.vorgaenge.abstimmbar import require_abstimmbar, word_fassungen
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.beschlussvorlage import next_steps, refuse_zweite
from netzint.vorgaenge.beschlussvorlage_angaben import Angaben, clean_angaben
from netzint.vorgaenge.nummern import next_kennung


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    angaben: Angaben,
    empfehlungen: Collection[str] = (),
    stichtag: date,
) -> Aenderung:
    """Write a Beschlussvorlage. Raises NetzintFehler if an Empfehlung cannot be voted on or has its Vorlage already."""
    if bool(empfehlungen) == (angaben.beschlossen is not None):
        text = "Eine Vorlage beantragt entweder einen freien Beschluss oder die Abstimmung über Empfehlungen."
        raise falsch(text, "Angeben mit --beschlossen TEXT oder mit --empfehlung he-2026-04.")
    found = list(dict.fromkeys(find_empfehlung(bestand, name).kennung for name in empfehlungen))
    values = {"federfuehrung": GESCHAEFTSSTELLE, **_of_empfehlungen(bestand, found, stichtag)}
    if angaben.beschlossen is not None:
        values["antrag"] = {"art": "sonstiges", "wortlaut": clean_prosa("--beschlossen", angaben.beschlossen)}
    values |= clean_angaben(bestand, angaben)
    if "betreff" not in values:
        raise falsch("Es fehlt der Betreff.", 'Zum Beispiel: netzint beschlussvorlage neu "Termin des Fachtags" …')
    given = {feld: wert for feld, wert in values.items() if wert is not None}
    kennung = next_kennung("bv", stichtag.year, vergeben)
    vorlage = require(Beschlussvorlage, {"kennung": kennung, "vom": stichtag, **given})
    refuse_zweite(bestand, vorlage)
    return Aenderung(
        "beschlussvorlage-neu",
        f"Beschlussvorlage {kennung.upper()} angelegt",
        neu=(vorlage,),
        danach=(
            *(() if vorlage.sachverhalt else (_schreiben(kennung),)),
            *next_steps(bestand, kennung, stichtag),
            (f"netzint umlauf neu --vorlage {kennung}", "oder schriftlich darüber abstimmen lassen"),
        ),
    )


def _schreiben(kennung: str) -> tuple[str, str]:
    return (f"netzint beschlussvorlage aendern {kennung}", "den Sachverhalt schreiben")


def _of_empfehlungen(bestand: Bestand, empfehlungen: list[str], tag: date) -> dict[str, Any]:
    """Motion, and what a single one gives besides: its title, and the AG that worked it out."""
    if not empfehlungen:
        return {}
    for kennung in empfehlungen:
        running = running_umlauf(bestand, kennung)
        if running is not None:
            text = f"Über {kennung.upper()} wird schon im Umlaufverfahren {running.kennung.upper()} abgestimmt."
            raise ablehnen(text, f"Ansehen: netzint umlauf zeigen {running.kennung}")
    numbers = [require_abstimmbar(bestand, kennung, tag) for kennung in empfehlungen]
    antrag = {"art": "empfehlung", "empfehlungen": empfehlungen, **word_fassungen(numbers)}
    groups = {bestand.empfehlungen[kennung].arbeitsgruppe for kennung in empfehlungen}
    found: dict[str, Any] = {"antrag": antrag, **({"federfuehrung": groups.pop()} if len(groups) == 1 else {})}
    return found | ({"betreff": bestand.empfehlungen[empfehlungen[0]].titel} if len(empfehlungen) == 1 else {})
