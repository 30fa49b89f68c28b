"""``ag abschliessen``: by Beschluss, or because all that the AG handed in was voted on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import cast

from netzint.modell.antrag import AgAbschliessen
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ag
from netzint.modell.sprache import anzahl, aufzaehlung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa
from netzint.vorgaenge.arbeitsgruppe import (
    abschliessen,
    find_leitung,
    list_eingereicht,
    list_unentschieden,
)
from netzint.vorgaenge.arbeitsgruppe_ende import check_abschluss
from netzint.vorgaenge.beschlussbezug import require_beschluss
from netzint.vorgaenge.beschlussvorlage import bereite_vor


def schliesse_ab(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    am: date | None = None,
    grund: str | None = None,
    beschluss: str | None = None,
    vorlage: bool = False,
    sachverhalt: str | None = None,
) -> Aenderung:
    """Record the Abschluss: by Beschluss, or because all that the AG handed in was voted on.

    With ``vorlage`` a Beschlussvorlage is prepared instead.
    """
    found = find_ag(bestand, ag)
    reason = clean_prosa("--grund", grund) if grund is not None else None
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "ag_abschliessen", found.kennung)
        antrag = cast(AgAbschliessen, decided.antrag)
        return abschliessen(bestand, found, decided.kennung, am or antrag.am or decided.am, reason or antrag.grund)
    if vorlage:
        check_abschluss(bestand, found, am or stichtag)
        return bereite_vor(
            bestand, vergeben, stichtag=stichtag, vorgang="ag-abschliessen",
            antrag={"art": "ag_abschliessen", "ag": found.kennung, "am": am, "grund": reason},
            betreff=f"Abschluss der {found.name}", sachverhalt=sachverhalt,
            berichterstattung=find_leitung(bestand, found, stichtag),
        )  # fmt: skip
    return _by_votes(bestand, found, am, reason, stichtag)


def _by_votes(bestand: Bestand, ag: Arbeitsgruppe, am: date | None, grund: str | None, stichtag: date) -> Aenderung:
    """„When the Strategiegruppe has voted on all that it handed in“; before ``erfasst_ab`` nobody asks for it."""
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    check_abschluss(bestand, ag, tag)
    if bestand.netzwerk is not None and tag < bestand.netzwerk.erfasst_ab:
        return abschliessen(bestand, ag, None, tag, grund)
    remedy = f"Einen Beschluss vorbereiten: netzint ag abschliessen {ag.kennung} --vorbereiten"
    waiting = [e.kennung.upper() for e in list_unentschieden(bestand, ag)]
    if waiting:
        raise ablehnen(f"Die Strategiegruppe hat über {aufzaehlung(waiting)} noch nicht abgestimmt.", remedy)
    handed_in = len(list_eingereicht(bestand, ag))
    if not handed_in:
        raise ablehnen(f"{ag.kennung} hat keine Empfehlung eingereicht; ihr Abschluss braucht einen Beschluss.", remedy)
    what = anzahl(handed_in, "eingereichte Empfehlung", "eingereichten Empfehlungen")
    default = f"Die Strategiegruppe hat über alle {what} abgestimmt.\n"
    if handed_in == 1:
        default = "Die Strategiegruppe hat über die eingereichte Empfehlung abgestimmt.\n"
    return abschliessen(bestand, ag, None, tag, grund or default)
