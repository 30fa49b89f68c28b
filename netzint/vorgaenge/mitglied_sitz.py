"""What all namings share: a place that can be taken, a person on it, and the end of whoever was there."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple, get_args

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.finden import find_sitz, find_stelle
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.meldungen import require
from netzint.modell.mitglied import Endegrund, Mandat, Mitglied
from netzint.modell.sprache import datum
from netzint.regeln.ausscheiden import GEPLANT, deputies_of, list_folgen
from netzint.regeln.sitzlage import sitzname, with_rolle
from netzint.regeln.tage import day_after, day_before, last_day
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.mitglied_mitwirkung import check_ladung, check_mitwirkung
from netzint.vorgaenge.mitglied_person import (
    Gewaehlt,
    Person,
    Vorgabe,
    add_mandat,
    choose,
    end_mandat,
)
from netzint.vorgaenge.mitglied_platz import (
    Benannt,
    Platz,
    check_benennung,
    check_days,
    check_eignung,
    check_person,
    ordinary_on,
)

ENDEGRUENDE = tuple(grund for grund in get_args(Endegrund) if grund not in ("aufgerueckt", "ag_abgeschlossen"))
"""The reasons that a person can state; the others follow from acts of their own."""
_BUCHSTABE = re.compile(r"-[a-z]$")


class Angaben(NamedTuple):
    """A naming as it was typed."""

    sitz: str
    durch: str | None
    am: date
    ab: date | None = None
    bis: date | None = None


def read_platz(bestand: Bestand, angaben: Angaben, rolle: str, stichtag: date) -> tuple[Platz, Benannt]:
    """What was typed as a seat and a naming that can be."""
    sitz = find_sitz(bestand, angaben.sitz, angaben.ab or angaben.am)
    platz = Platz(sitz, rolle, angaben.ab or first_day(bestand, sitz, rolle, angaben.am), angaben.bis)
    check_days(bestand, angaben.am, platz, stichtag)
    only = sitz.benannt_von[0] if len(sitz.benannt_von) == 1 else None
    durch = angaben.durch or only
    benannt = Benannt(find_stelle(bestand, durch) if durch else None, angaben.am)
    check_benennung(bestand, platz, benannt)
    return platz, benannt


def first_day(bestand: Bestand, sitz: Sitz, rolle: str, am: date) -> date:
    """The day of the naming, or the day after the end that was fixed for who sits there."""
    held = with_rolle(bestand.mandate_nach_sitz.get(sitz.kennung, ()), rolle)
    ends = [m.mandat.bis for m in held if m.mandat.bis is not None and m.mandat.bis >= am]
    return day_after(max(ends)) if ends else am


def find_predecessor(bestand: Bestand, platz: Platz) -> MandatVon | None:
    """Who sits there on the first day and began before it."""
    held = ordinary_on(bestand, platz.sitz.kennung)
    return next((m for m in held if m.mandat.von < platz.von <= last_day(m.mandat)), None)


def take(
    bestand: Bestand, vergeben: Collection[str], platz: Platz, benannt: Benannt, person: Person, vorgang: str
) -> Aenderung:
    sitz = platz.sitz
    vorgabe = Vorgabe(_BUCHSTABE.sub("", sitz.kennung.removeprefix("sitz-")), sitz.stelle, sitz.amt or "mitarbeit")
    return occupy(bestand, choose(bestand, vergeben, person, vorgabe, platz.von), platz, benannt, vorgang)


def occupy(bestand: Bestand, chosen: Gewaehlt, platz: Platz, benannt: Benannt, vorgang: str) -> Aenderung:
    """The person on the seat, once everything about her has been judged."""
    person = chosen.mitglied
    check_person(bestand, person, platz)
    if platz.rolle == "ordentlich":
        check_ladung(bestand, person.kennung, platz.von, platz.bis)
    hinweise = (*chosen.hinweise, *check_eignung(bestand, person, platz), *_invited(bestand, platz))
    felder = {"gremium": STRATEGIEGRUPPE, "sitz": platz.sitz.kennung, "rolle": platz.rolle, "von": platz.von}
    felder |= {"bis": platz.bis} if platz.bis else {}
    felder |= {"benannt": {"durch": benannt.durch.kennung, "am": benannt.am}} if benannt.durch else {}
    what = "Stellvertretung" if platz.rolle == "stellvertretend" else "ordentliches Mitglied"
    betreff = f"{person.kennung} ab {datum(platz.von)} {what} auf dem Sitz {sitzname(platz.sitz)}"
    schritte = tuple(_next_steps(bestand, platz, person, benannt.am))
    return write(chosen, require(Mandat, felder), Aenderung(vorgang, betreff, hinweise=hinweise, danach=schritte))


def write(chosen: Gewaehlt, mandat: Mandat, aenderung: Aenderung) -> Aenderung:
    if chosen.ist_neu:
        return aenderung._replace(neu=(chosen.mitglied.model_copy(update={"mandate": (mandat,)}),))
    return aenderung._replace(gesetzt=(*chosen.schritte, add_mandat(chosen.mitglied, mandat)))


def with_end(
    bestand: Bestand, taken: Aenderung, before: MandatVon | None, platz: Platz, grund: str, am: date
) -> Aenderung:
    """The same act with the end of the predecessor's Mandat, and a word about what hangs on that."""
    if before is None:
        return taken
    person = before.mitglied
    check_mitwirkung(bestand, person.kennung, STRATEGIEGRUPPE, day_before(platz.von))
    steps = end_mandat(person, before.nr, day_before(platz.von), grund, am)
    folgen = list_folgen(bestand, person, (STRATEGIEGRUPPE,), platz.von)
    betreff = f"{taken.betreff}, bisher {person.kennung}"
    hinweise = tuple(f"{person.kennung}: {folge.text}." for folge in folgen)
    return taken._replace(betreff=betreff, gesetzt=(*steps, *taken.gesetzt), hinweise=(*taken.hinweise, *hinweise))


def _invited(bestand: Bestand, platz: Platz) -> list[str]:
    """Planned Sitzungen whose Einladung went out already."""
    late = [s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand in GEPLANT and s.datum >= platz.von]
    return [f"{s.kennung.upper()} ist schon eingeladen: die Einladung nachreichen." for s in late if s.einladung]


def _next_steps(bestand: Bestand, platz: Platz, person: Mitglied, am: date) -> list[tuple[str, str]]:
    fassung, seat = bestand.fassung(am), platz.sitz.kennung
    known = fassung is None or any(sitz.kennung == seat for sitz in fassung.strategiegruppe.sitze)
    ab = "" if known else f" --ab {platz.von}"
    steps = [(f"netzint mitglied zeigen {person.kennung}", "die Angaben zur Person ansehen")]
    if platz.rolle == "ordentlich" and not set(deputies_of(bestand, seat, platz.von)) - {person.kennung}:
        steps.append((f"netzint mitglied stellvertretung {seat}{ab}", "eine Stellvertretung eintragen"))
    return [*steps, ("netzint strategiegruppe", "sehen, wer auf welchem Sitz sitzt")]
