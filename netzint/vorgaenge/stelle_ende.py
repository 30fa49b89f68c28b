"""Vorgänge: a Stelle ends, merged into another one or without a successor; the offices there end with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_stelle
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.stelle import Stelle
from netzint.recht.zustaende import ENDGUELTIG
from netzint.regeln.sitzlage import name_of_sitz
from netzint.regeln.stellen import stelle_gibt_es_nicht_mehr
from netzint.regeln.tage import day_after, day_before, last_day
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.stelle import check_regeln, tell_nachfolge
from netzint.vorgaenge.stelle_wandel import list_effects

SCHRITTE = 4
"""So many next commands are named."""


class _Ende(NamedTuple):
    """What the end of a Stelle does."""

    schritte: tuple[Schritt, ...]
    danach: Bestand
    personen: tuple[Mitglied, ...]
    verzeichnis: tuple[str, ...]
    """The entries of the directory that end."""


def aufgehen_in(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, kennung: str, ziel: str, ab: date
) -> Aenderung:
    """A Stelle is merged into another one."""
    stelle, successor = find_stelle(bestand, kennung), find_stelle(bestand, ziel)
    if stelle.kennung == successor.kennung:
        raise falsch(f"{stelle.kennung} kann nicht in sich selbst aufgehen.", "Die Nachfolge angeben.")
    _check_besteht(stelle)
    if successor.bis is not None and successor.bis < ab:
        raise ablehnen(f"{successor.kennung} gibt es am {datum(ab)} nicht mehr.", tell_nachfolge(successor))
    last = day_before(ab)
    ende = _end(bestand, stelle, last, successor.kennung, stichtag)
    neu = f"--stelle {successor.kennung} --amt-seit {ab}"
    danach = tuple((f"netzint mitglied aendern {p.kennung} {neu}", "wenn sie dort weitermacht") for p in ende.personen)
    return Aenderung(
        "stelle-aufgehen-in",
        f"{stelle.kennung} geht am {datum(ab)} in {successor.kennung} auf",
        gesetzt=ende.schritte,
        hinweise=(*list_effects(bestand, ende.danach, ab), *_remarks(bestand, stelle, last, ende, "an die Nachfolge ")),
        danach=danach[:3],
    )


def schliessen(bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, kennung: str, zum: date) -> Aenderung:
    """A Stelle is no more after a day, and nobody follows."""
    stelle = find_stelle(bestand, kennung)
    _check_besteht(stelle)
    ende = _end(bestand, stelle, zum, None, stichtag)
    ab = day_after(zum)
    return Aenderung(
        "stelle-schliessen",
        f"{stelle.kennung} endet zum {datum(zum)} ohne Nachfolge",
        gesetzt=ende.schritte,
        hinweise=(*list_effects(bestand, ende.danach, ab), *_remarks(bestand, stelle, zum, ende, "")),
        danach=tuple(_next_steps(bestand, stelle, ende, ab))[:SCHRITTE],
    )


def _check_besteht(stelle: Stelle) -> None:
    if stelle.bis is not None:
        falsches = f"Ist der Tag falsch eingetragen: netzint berichtigen {stelle.kennung} --setze bis=JJJJ-MM-TT"
        raise ablehnen(f"{stelle.kennung} gibt es nur bis {datum(stelle.bis)}.", f"{tell_nachfolge(stelle)} {falsches}")


def _end(bestand: Bestand, stelle: Stelle, last: date, nachfolge: str | None, stichtag: date) -> _Ende:
    """The last day of the Stelle, of the offices there and of its entries in the directory.

    Raises NetzintFehler if something is recorded of it that is later than that day.
    """
    late = [f.bis for f in stelle.frueher if f.bis > last]
    if late:
        text = f"Bis {datum(max(late))} ist für {stelle.kennung} ein früherer Name eingetragen."
        raise ablehnen(text, "Einen späteren Tag angeben.")
    ended = stelle.model_copy(update={"bis": last, "nachfolge": nachfolge})
    check_regeln(bestand, ended, stichtag)
    steps: list[Schritt] = [Setzen("stelle", stelle.kennung, ("bis",), last)]
    steps += [Setzen("stelle", stelle.kennung, ("nachfolge",), nachfolge)] if nachfolge else []
    touched: list[Eintrag] = [ended]
    people = tuple(person for person in bestand.mitglieder.values() if _offices(person, stelle.kennung, last))
    for person in people:
        offices = _offices(person, stelle.kennung, last)
        steps += [Setzen("mitglied", person.kennung, ("aemter", nr, "bis"), last) for nr in offices]
        closed = (a.model_copy(update={"bis": last}) if nr in offices else a for nr, a in enumerate(person.aemter))
        touched.append(person.model_copy(update={"aemter": tuple(closed)}))
    entries = [b for b in bestand.beauftragte.values() if b.stelle == stelle.kennung and last_day(b) > last]
    for entry in entries:
        if entry.von > last:
            raise ablehnen(f"Im Verzeichnis beginnt {entry.kennung} erst am {datum(entry.von)}.", "Den Tag prüfen.")
        steps.append(Setzen("beauftragte", entry.kennung, ("bis",), last))
        touched.append(entry.model_copy(update={"bis": last}))
    after = bestand.replaced(touched)
    _check_spaeteres(after, stelle, last)
    return _Ende(tuple(steps), after, people, tuple(entry.kennung for entry in entries))


def _offices(person: Mitglied, stelle: str, last: date) -> list[int]:
    """The offices at a Stelle that would go on after its last day."""
    found = [nr for nr, amt in enumerate(person.aemter) if amt.stelle == stelle and last_day(amt) > last]
    late = [person.aemter[nr].von for nr in found if person.aemter[nr].von > last]
    if late:
        text = f"{person.kennung} hat bei {stelle} ein Amt, das erst am {datum(late[0])} beginnt."
        raise ablehnen(text, f"Zuerst prüfen: netzint mitglied zeigen {person.kennung}")
    return found


def _check_spaeteres(after: Bestand, stelle: Stelle, last: date) -> None:
    """Refuse a last day after which the Stelle has still acted: named, reported, been written to."""
    breaches = [b for b in stelle_gibt_es_nicht_mehr.verstoesse(after, last) if b.schluessel[0] == stelle.kennung]
    if not breaches:
        return
    newest = max(breaches, key=lambda b: b.schluessel[1])
    tag = date.fromisoformat(newest.schluessel[1])
    where = aufzaehlung(sorted({b.ort.kennung for b in breaches}))
    raise ablehnen(
        f"{stelle.kennung} kann nicht zum {datum(last)} enden: Bis zum {datum(tag)} ist sie noch genannt, in {where}.",
        "Einen späteren Tag angeben, oder zuerst berichtigen, was dort festgehalten ist.",
    )


def _remarks(bestand: Bestand, stelle: Stelle, last: date, ende: _Ende, an: str) -> Iterator[str]:
    """What else names the Stelle: directory, Empfehlungen, seats of the Geschäftsordnung."""
    for entry in ende.verzeichnis:
        yield f"Im Verzeichnis der Beauftragten endet {entry} am {datum(last)}."
    for empfehlung in list_offene(bestand, stelle.kennung):
        was = f"{an}abgeben" if an else "an eine andere Stelle abgeben oder erledigen"
        yield f"{empfehlung.kennung.upper()} ist bei {stelle.kennung} noch offen: {was}."
    for empfehlung in _list_kuenftige(bestand, stelle.kennung):
        he = empfehlung.kennung
        step = f"netzint empfehlung fassung {he} --ohne-stelle {stelle.kennung}"
        yield f"{he.upper()} nennt {stelle.kennung} als Adressat; ändern: {step}"
    for sitz in bestand.sitze(day_after(last)):
        if stelle.kennung in (sitz.stelle, *sitz.benannt_von):
            name = name_of_sitz(bestand, sitz.kennung)
            yield f"Die Geschäftsordnung nennt {stelle.kennung} beim Sitz {name}; sie braucht eine neue Fassung."


def list_offene(bestand: Bestand, stelle: str) -> list[Empfehlung]:
    """The Empfehlungen that were forwarded to a Stelle and are not closed there."""
    return [
        empfehlung
        for empfehlung in bestand.empfehlungen.values()
        for sent in empfehlung.weiterleitungen
        if sent.stelle == stelle and not (sent.stand and sent.stand[-1].status in ENDGUELTIG)
    ]


def _list_kuenftige(bestand: Bestand, stelle: str) -> list[Empfehlung]:
    """Those that are meant for it and not voted on finally yet."""
    valid = (e for e in bestand.empfehlungen.values() if not (e.entfallen or e.zurueckgezogen) and e.fassungen)
    asked = (e for e in valid if any(a.stelle == stelle for a in e.fassungen[-1].adressaten))
    return [e for e in asked if not any(v.endgueltig for v in bestand.entscheidungen.get(e.kennung, ()))]


def _next_steps(bestand: Bestand, stelle: Stelle, ende: _Ende, ab: date) -> Iterator[tuple[str, str]]:
    for person in ende.personen:
        seat = next((m.sitz for m in person.mandate if m.gremium == STRATEGIEGRUPPE and m.gilt_am(ab)), None)
        if seat is not None:
            yield f"netzint mitglied nachbenennen {seat}", f"wenn jemand {person.kennung} nachfolgt"
        else:
            yield f"netzint mitglied aendern {person.kennung}", "wenn die Person anderswo weitermacht (--amt-seit)"
    for empfehlung in list_offene(bestand, stelle.kennung):
        he = empfehlung.kennung
        yield f"netzint empfehlung abgeben {he} --stelle {stelle.kennung}", "wenn jetzt jemand anderes zuständig ist"
        yield f"netzint empfehlung erledigen {he} --stelle {stelle.kennung}", "wenn die Sache damit endet"
