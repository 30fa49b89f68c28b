"""A Beschlussvorlage that prepares a decision: the next Tagesordnung proposes it by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from netzint.modell.antrag import Antrag, SonstigerAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.regeln.beschlusslage import gegenstand
from netzint.regeln.vorlagen import same_antrag
from netzint.regeln.vorlagenstand import is_entschieden
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, clean_zeile
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import ENTFAELLT


def bereite_vor(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    vorgang: str,
    antrag: dict[str, Any],
    betreff: str,
    sachverhalt: str | None = None,
    berichterstattung: str | None = None,
) -> Aenderung:
    """A new Beschlussvorlage with this motion. Raises NetzintFehler if there is an open one on the same matter."""
    kennung = next_kennung("bv", stichtag.year, vergeben)
    values = {
        "kennung": kennung,
        "betreff": clean_zeile("--betreff", betreff),
        "vom": stichtag,
        "antrag": {key: value for key, value in antrag.items() if value is not None},
        "federfuehrung": "geschaeftsstelle",
        "berichterstattung": berichterstattung,
        "sachverhalt": clean_prosa("--sachverhalt", sachverhalt) if sachverhalt else None,
    }
    vorlage = require(Beschlussvorlage, values)
    refuse_zweite(bestand, vorlage)
    return Aenderung(
        vorgang,
        f"Beschlussvorlage {kennung.upper()} vorbereitet",
        neu=(vorlage,),
        hinweise=tuple(_remark_related(bestand, vorlage)),
        danach=next_steps(bestand, kennung, stichtag),
    )


def refuse_zweite(bestand: Bestand, vorlage: Beschlussvorlage) -> None:
    """Raises NetzintFehler if another Vorlage on the same matter is open."""
    other = find_offene(bestand, vorlage.antrag)
    if other is not None:
        raise ablehnen(
            f"Dazu liegt schon {other.kennung.upper()} vom {datum(other.vom)} vor: {other.betreff}.",
            f"Ihren Text ändern: netzint beschlussvorlage aendern {other.kennung}; sie aufgeben: "
            f"netzint beschlussvorlage entfallen {other.kennung}",
        )


def _remark_related(bestand: Bestand, vorlage: Beschlussvorlage) -> Iterator[str]:
    """Other open proposals about the same AG, Thema or Ziel; both may be meant, as alternatives."""
    about = gegenstand(vorlage.antrag)
    for other in bestand.beschlussvorlagen.values():
        if about and gegenstand(other.antrag) == about and not (other.entfallen or is_entschieden(bestand, other)):
            yield f"Zu {about} liegt auch {other.kennung.upper()} vor: {other.betreff}."


def find_offene(bestand: Bestand, antrag: Antrag) -> Beschlussvorlage | None:
    """The Beschlussvorlage on the same matter that has not been decided; of free motions one of the same wording."""
    if isinstance(antrag, SonstigerAntrag):
        free = (v for v in bestand.beschlussvorlagen.values() if v.entfallen is None and v.antrag == antrag)
        return next((v for v in free if not is_entschieden(bestand, v)), None)
    valid = (v for v in bestand.beschlussvorlagen.values() if v.entfallen is None)
    same = (v for v in valid if same_antrag(v.antrag, antrag, ""))
    return next((v for v in same if not is_entschieden(bestand, v)), None)


def next_steps(bestand: Bestand, kennung: str, stichtag: date) -> tuple[tuple[str, str], ...]:
    """How it comes onto a Tagesordnung: of one that is recorded late, of the next one planned, or of a new one."""
    why = "die Vorlage auf die Tagesordnung setzen"
    waiting = [s for s in bestand.sitzungen_von() if s.zustand not in ENTFAELLT and not s.ist_abgeschlossen]
    for sitzung in waiting:
        if sitzung.datum < stichtag:
            return ((f"netzint sitzung top neu {sitzung.kennung} --vorlage {kennung}", why),)
        if sitzung.zustand != "durchgefuehrt":
            return ((f"netzint sitzung fortschreiben {sitzung.kennung}", why),)
    return (("netzint sitzung neu", "die nächste Sitzung anlegen; die Vorlage kommt auf die Tagesordnung"),)
