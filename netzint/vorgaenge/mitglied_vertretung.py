"""Vorgänge around deputies: standing in on a seat, and moving up to it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.finden import find_mitglied
from netzint.modell.mitglied import Mandat, Mitglied
from netzint.modell.sprache import aufzaehlung, datum
from netzint.regeln.sitzlage import with_rolle
from netzint.regeln.tage import day_before, last_day
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.mitglied_mitwirkung import check_mitwirkung
from netzint.vorgaenge.mitglied_person import (
    Gewaehlt,
    Person,
    end_mandat,
    parse_wert,
)
from netzint.vorgaenge.mitglied_platz import (
    check_free,
    tell_free,
)
from netzint.vorgaenge.mitglied_sitz import ENDEGRUENDE, Angaben, find_predecessor, occupy, read_platz, take, with_end


def stellvertretung(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    angaben: Angaben,
    person: Person,
    abloesen: bool = False,
) -> Aenderung:
    """Somebody stands in on a seat; with ``abloesen`` in place of who did so far."""
    platz, benannt = read_platz(bestand, angaben, "stellvertretend", stichtag)
    fassung = bestand.fassung(platz.von)
    art = fassung.strategiegruppe.stellvertretung if fassung else "keine"
    if art == "keine":
        text = f"Die Geschäftsordnung sieht am {datum(platz.von)} keine Stellvertretung vor."
        raise ablehnen(text, "Dort steht unter „stellvertretung“, was gilt.")
    running = with_rolle(bestand.mandate_nach_sitz.get(platz.sitz.kennung, ()), "stellvertretend")
    before = tuple(m for m in running if m.mandat.von < platz.von <= last_day(m.mandat)) if abloesen else ()
    if art == "persoenlich":
        check_free(bestand, platz, [m.mitglied.kennung for m in before])
    taken = take(bestand, vergeben, platz, benannt, person, "mitglied-stellvertretung")
    bis = day_before(platz.von)
    for held in before:
        check_mitwirkung(bestand, held.mitglied.kennung, STRATEGIEGRUPPE, bis)
    ends = [step for m in before for step in end_mandat(m.mitglied, m.nr, bis, "nachbenannt", benannt.am)]
    return taken._replace(gesetzt=(*ends, *taken.gesetzt))


def aufruecken(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    mitglied: str,
    angaben: Angaben,
    vorher: str = "nachbenannt",
) -> Aenderung:
    """A deputy becomes ordentlich: the deputy Mandate end, and that of whoever sits there, the day before."""
    person = find_mitglied(bestand, mitglied)
    seat = angaben.sitz or _own_seat(bestand, person, angaben.ab or angaben.am)
    platz, benannt = read_platz(bestand, angaben._replace(sitz=seat), "ordentlich", stichtag)
    deputies = [m for m in _deputy_mandate(person) if last_day(m.mandat) >= platz.von]
    if not deputies or any(m.mandat.von >= platz.von for m in deputies):
        text = f"{person.kennung} ist am {datum(day_before(platz.von))} keine Stellvertretung."
        raise ablehnen(text, f"Ohne Stellvertretung: netzint mitglied benennen {platz.sitz.kennung}")
    before = find_predecessor(bestand, platz)
    check_free(bestand, platz, (before.mitglied.kennung,) if before else ())
    bis = day_before(platz.von)
    ended = tuple(m.model_copy(update={"bis": bis}) if _is_one_of(m, deputies) else m for m in person.mandate)
    after = person.model_copy(update={"mandate": ended})
    ends = tuple(step for m in deputies for step in end_mandat(person, m.nr, bis, "aufgerueckt", benannt.am))
    taken = occupy(bestand, Gewaehlt(after, ist_neu=False, schritte=ends), platz, benannt, "mitglied-aufruecken")
    grund = parse_wert("--endegrund", vorher, ENDEGRUENDE)
    return with_end(bestand, taken, before, platz, grund, benannt.am)


def _deputy_mandate(person: Mitglied) -> list[MandatVon]:
    held = (MandatVon(person, nr, mandat) for nr, mandat in enumerate(person.mandate))
    return [m for m in held if m.mandat.gremium == STRATEGIEGRUPPE and m.mandat.rolle == "stellvertretend"]


def _is_one_of(mandat: Mandat, held: list[MandatVon]) -> bool:
    return any(mandat is m.mandat for m in held)


def _own_seat(bestand: Bestand, person: Mitglied, tag: date) -> str:
    seats = sorted({m.mandat.sitz for m in _deputy_mandate(person) if last_day(m.mandat) >= tag and m.mandat.sitz})
    if len(seats) == 1:
        return seats[0]
    if seats:
        raise falsch(f"{person.kennung} vertritt auf mehreren Sitzen.", f"Mit --sitz angeben: {aufzaehlung(seats)}.")
    text = f"{person.kennung} ist am {datum(tag)} keine Stellvertretung."
    raise ablehnen(text, f"Auf einen freien Sitz: netzint mitglied benennen SITZ\n{tell_free(bestand, tag)}")
