"""People with their Mandate and offices, as a list and one by one."""

from __future__ import annotations

from datetime import date

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.strategiegruppe import name_of_seat
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.finden import find_ag, find_mitglied
from netzint.modell.mitglied import WORTE, Mitglied
from netzint.modell.sprache import datum, fold

_OHNE_SITZ = {GESCHAEFTSSTELLE: "Geschäftsstelle", STRATEGIEGRUPPE: "Strategiegruppe"}


def liste(bestand: Bestand, stichtag: date, gremium: str | None = None) -> Bericht:
    """Everyone who has a Mandat on the day, Gremium by Gremium, or in one of them."""
    wanted = _read_gremium(bestand, gremium) if gremium else None
    order = {sitz.kennung: n for n, sitz in enumerate(bestand.sitze(stichtag))}
    held = [m for m in bestand.mandate if m.mandat.gilt_am(stichtag) and wanted in (None, m.mandat.gremium)]
    held.sort(key=lambda m: _place_in_order(m, order))
    rows = tuple(_row(bestand, m, stichtag) for m in held)
    spalten = (
        ("platz", "Platz"),
        ("name", "Name"),
        ("rolle", "Rolle"),
        ("von", "Seit"),
        ("bis", "Bis"),
        ("kennung", "Kennung"),
        ("gremium", "Gremium"),
        ("sitz", "Sitz"),
        ("funktion", "Funktion"),
        ("stelle", "Stelle"),
    )
    tabelle = Tabelle(
        "mandate",
        "Mandate",
        spalten,
        rows,
        worte={**WORTE, "ordentlich": "ordentlich"},
        verborgen=("gremium", "sitz", "funktion", "stelle"),
    )
    people = len({m.mitglied.kennung for m in held})
    zahlen = Tabelle("zahlen", "Zahlen", (("mandate", "Mandate"), ("personen", "Personen")), ((len(held), people),),
                     nur_daten=True)  # fmt: skip
    satz = f"{len(held)} Mandate von {people} Personen."
    return Bericht("netzint.mitglieder/1", f"Mitglieder am {datum(stichtag)}", (satz,), (tabelle, zahlen))


def _read_gremium(bestand: Bestand, text: str) -> str:
    return fold(text) if fold(text) in _OHNE_SITZ else find_ag(bestand, text).kennung


def _place_in_order(held: MandatVon, order: dict[str, int]) -> tuple[int, str, int, str, str]:
    """The Strategiegruppe seat by seat, then the office, then AG by AG; whoever leads comes first."""
    mandat = held.mandat
    first = {STRATEGIEGRUPPE: 0, GESCHAEFTSSTELLE: 1}.get(mandat.gremium, 2)
    rank = ("ordentlich", "leitung", "stellvertretend", "staendig", "mitarbeit", "sachverstaendig", "gast")
    seat = order.get(mandat.sitz or "", len(order))
    return first, mandat.gremium, seat, str(rank.index(mandat.rolle)), held.mitglied.kennung


def _row(bestand: Bestand, held: MandatVon, tag: date) -> tuple[Zelle, ...]:
    person, mandat = held.mitglied, held.mandat
    amt = next(iter(person.aemter_am(tag)), None)
    return (
        name_of_platz(bestand, held),
        person.voller_name,
        mandat.rolle,
        mandat.von,
        mandat.bis,
        person.kennung,
        mandat.gremium,
        mandat.sitz,
        (amt.funktion or amt.amt) if amt else None,
        amt.stelle if amt else None,
    )


def name_of_platz(bestand: Bestand, held: MandatVon) -> str:
    """What a Mandat is in: the seat or the Gremium, as people call it."""
    sitz = bestand.alle_sitze.get(held.mandat.sitz or "")
    if sitz is not None:
        return name_of_seat(bestand, sitz)
    ag = bestand.arbeitsgruppen.get(held.mandat.gremium)
    return ag.name if ag else _OHNE_SITZ.get(held.mandat.gremium, held.mandat.gremium)


def zeigen(bestand: Bestand, stichtag: date, kennung: str) -> Bericht:
    """One person: how to reach her, her offices and Mandate, each with what it is on the day."""
    person = find_mitglied(bestand, kennung)
    spalten = (
        ("platz", "Platz"),
        ("rolle", "Rolle"),
        ("von", "Von"),
        ("bis", "Bis"),
        ("zeit", "Stand"),
        ("benannt_durch", "Benannt durch"),
        ("benannt_am", "Benannt am"),
        ("grund", "Ende"),
        ("gremium", "Gremium"),
        ("sitz", "Sitz"),
    )
    rows = tuple(_mandat_row(bestand, person, nr, stichtag) for nr in range(len(person.mandate)))
    mandate = Tabelle(
        "mandate",
        "Mandate",
        spalten,
        rows,
        in_klammern=("benannt_am", "benannt_durch"),
        worte={**WORTE, "ordentlich": "ordentlich"},
        verborgen=("gremium", "sitz"),
    )
    titel = f"{person.voller_name} ({person.kennung}) am {datum(stichtag)}"
    tables = (_daten(person), _aemter(bestand, person, stichtag), mandate)
    return Bericht("netzint.mitglied/1", titel, tuple(_saetze(person)), tables, _schritte(person, stichtag))


def _daten(person: Mitglied) -> Tabelle:
    contact = person.dienstlich
    row: dict[str, Zelle] = {
        "kennung": person.kennung,
        "name": person.name,
        "titel": person.titel,
        "anrede": person.anrede,
        "e_mail": contact.e_mail if contact else None,
        "telefon": contact.telefon if contact else None,
    }
    return Tabelle("person", "Person", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _saetze(person: Mitglied) -> list[str]:
    contact = person.dienstlich
    reach = [part for part in (contact.e_mail, contact.telefon) if part] if contact else []
    return [f"Dienstlich erreichbar: {', '.join(reach)}." if reach else "Keine dienstliche Adresse eingetragen."]


def _aemter(bestand: Bestand, person: Mitglied, tag: date) -> Tabelle:
    rows = tuple(
        (
            stelle_kurz(bestand, amt.stelle, tag),
            amt.funktion,
            amt.amt,
            amt.von,
            amt.bis,
            _zeit(amt.von, amt.bis, tag),
            amt.stelle,
        )
        for amt in person.aemter
    )
    spalten = (
        ("stelle_name", "Stelle"),
        ("funktion", "Funktion"),
        ("amt", "Amt"),
        ("von", "Von"),
        ("bis", "Bis"),
        ("zeit", "Stand"),
        ("stelle", "Kennung"),
    )
    return Tabelle("aemter", "Ämter", spalten, rows, worte=WORTE, verborgen=("stelle",))


def _zeit(von: date, bis: date | None, tag: date) -> str:
    if von > tag:
        return "künftig"
    return "läuft" if bis is None or tag <= bis else "beendet"


def _mandat_row(bestand: Bestand, person: Mitglied, nr: int, tag: date) -> tuple[Zelle, ...]:
    mandat = person.mandate[nr]
    return (
        name_of_platz(bestand, MandatVon(person, nr, mandat)),
        mandat.rolle,
        mandat.von,
        mandat.bis,
        _zeit(mandat.von, mandat.bis, tag),
        mandat.benannt.durch if mandat.benannt else None,
        mandat.benannt.am if mandat.benannt else None,
        mandat.ende.grund if mandat.ende else None,
        mandat.gremium,
        mandat.sitz,
    )


def _schritte(person: Mitglied, tag: date) -> tuple[tuple[str, str], ...]:
    running = [m for m in person.mandate if m.bis is None or m.bis >= tag]
    steps = [(f"netzint mitglied aendern {person.kennung}", "Erreichbarkeit, Name oder Amt ändern")]
    if any(m.gremium == STRATEGIEGRUPPE and m.rolle == "ordentlich" for m in running):
        frage = f"netzint mitglied was-waere-wenn --austritt {person.kennung} --suche"
        steps.append((frage, "sehen, was ein Ausscheiden bewirken würde"))
    return tuple(steps)
