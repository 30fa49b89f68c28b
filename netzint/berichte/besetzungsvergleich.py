"""The seats of the Strategiegruppe in two Bestände, compared for one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.strategiegruppe import name_of_seat, quorum
from netzint.berichte.tabelle import Tabelle, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import BANKNAMEN, Sitz
from netzint.modell.mitglied import Mitglied
from netzint.regeln.ausscheiden import deputies_of, list_folgen, running_in
from netzint.regeln.eignung import lack_on
from netzint.regeln.sitzlage import AMTSNAMEN, KOERPERSCHAFTSNAMEN


def holder(bestand: Bestand, sitz: Sitz, tag: date) -> str | None:
    """Who sits on a seat on a day."""
    held = bestand.ordentliche(tag).get(sitz.kennung)
    return held.mitglied.kennung if held else None


def zahlen(before: Bestand, after: Bestand, tag: date) -> Tabelle:
    """How many seats are taken, how many must be present, how many may be missing; before and after."""
    seats = before.sitze(tag)
    taken = [sum(holder(b, sitz, tag) is not None for sitz in seats) for b in (before, after)]
    noetig = [quorum(before, tag, number) for number in taken]
    spare = [max(0, t - n) for t, n in zip(taken, noetig, strict=True)]
    keys = ("sitze", "bisher", "dann", "quorum_bisher", "quorum_dann", "fehlen_bisher", "fehlen_dann", "ab")
    row: tuple[Zelle, ...] = (len(seats), *taken, *noetig, *spare, tag)
    return Tabelle("zahlen", "Zahlen", tuple((key, key) for key in keys), (row,), nur_daten=True)


def sitze(before: Bestand, after: Bestand, tag: date) -> Tabelle:
    """Seat by seat: who sits there, who would, and whether that fits."""
    rows = tuple(_row(before, after, sitz, tag) for sitz in before.sitze(tag))
    spalten = (
        ("sitz_name", "Sitz"),
        ("bisher", "Bisher"),
        ("dann", "Dann"),
        ("befund", "Befund"),
        ("sitz", "Kennung"),
    )
    return Tabelle("besetzung", "Zusammensetzung", spalten, rows, verborgen=("sitz",))


def _row(before: Bestand, after: Bestand, sitz: Sitz, tag: date) -> tuple[Zelle, ...]:
    old, new = holder(before, sitz, tag), holder(after, sitz, tag)
    if new is None:
        befund = "wird frei" if old else "ist frei"
    else:
        held = after.ordentliche(tag)[sitz.kennung]
        befund = "bleibt" if new == old else f"neu: {held.mitglied.voller_name}"
        lack = lack_on(after, held, tag)[1]
        befund += f"; passt nicht: {lack}" if lack else ""
    return name_of_seat(before, sitz), old, new, befund, sitz.kennung


def baenke(before: Bestand, after: Bestand, tag: date) -> Tabelle:
    """Bench by bench: how many of its seats are taken, and which bodies would be missing."""
    seats = before.sitze(tag)
    rows = []
    for bank in dict.fromkeys(sitz.bank for sitz in seats):
        own = [sitz for sitz in seats if sitz.bank == bank]
        old, new = ([s for s in own if holder(b, s, tag)] for b in (before, after))
        missing = ", ".join(name_of_seat(before, s).rpartition(" – ")[2] for s in own if s not in new)
        rows.append((bank, len(own), len(old), len(new), missing or None))
    spalten = (("bank", "Bank"), ("sitze", "Sitze"), ("bisher", "Bisher"), ("dann", "Dann"), ("fehlt", "Es fehlt"))
    return Tabelle("baenke", "Bänke", spalten, tuple(rows), worte=BANKNAMEN)


def folgen(bestand: Bestand, leaving: Sequence[Mitglied], tag: date) -> Tabelle:
    """AGs, Sitzungen and open TOPs that are touched when these people leave altogether."""
    rows = []
    for person in leaving:
        gremien = {m.mandat.gremium for m in running_in(bestand, person, tag)}
        rows += [(person.kennung, f.art, f.text, f.kennung) for f in list_folgen(bestand, person, gremien, tag)]
    spalten = (("mitglied", "Mitglied"), ("art", "Was"), ("text", "Was zu tun wäre"), ("kennung", "Kennung"))
    return Tabelle("folgen", "Was daran hängt", spalten, tuple(rows), "nichts")


def suche(bestand: Bestand, tag: date) -> Tabelle:
    """What kind of person would fill each seat that is free on a day, and who may name her."""
    taken = bestand.ordentliche(tag)
    rows = tuple(_wanted(bestand, sitz, tag) for sitz in bestand.sitze(tag) if sitz.kennung not in taken)
    spalten = (
        ("sitz_name", "Sitz"),
        ("herkunft", "Aus"),
        ("funktion", "Funktion"),
        ("benannt_von", "Benennen darf"),
        ("aufruecken", "Aufrücken könnte"),
        ("bank", "Bank"),
        ("sitz", "Kennung"),
    )
    leer = "kein Sitz ist frei"
    return Tabelle("suche", "Gesucht wird", spalten, rows, leer, worte=BANKNAMEN, verborgen=("bank", "sitz"))


def _wanted(bestand: Bestand, sitz: Sitz, tag: date) -> tuple[Zelle, ...]:
    if sitz.koerperschaft:
        origin = KOERPERSCHAFTSNAMEN[sitz.koerperschaft]
    else:
        origin = stelle_kurz(bestand, sitz.stelle, tag) if sitz.stelle else "beliebig"
    return (
        name_of_seat(bestand, sitz),
        origin,
        AMTSNAMEN[sitz.amt] if sitz.amt else "beliebig",
        " oder ".join(stelle_kurz(bestand, kennung, tag) for kennung in sitz.benannt_von),
        ", ".join(deputies_of(bestand, sitz.kennung, tag)) or "niemand",
        sitz.bank,
        sitz.kennung,
    )
