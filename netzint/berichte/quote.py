"""The quota of the Strategiegruppe on a day, in words: which benches are full, and with people who fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.berichte.strategiegruppe import name_of_seat, quorum
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import BANKNAMEN, Sitz
from netzint.modell.sprache import aufzaehlung, datum
from netzint.regeln.eignung import lack_on


class Bank(NamedTuple):
    """One bench on one day."""

    sitze: int
    besetzt: int
    maengel: tuple[str, ...]
    """Who does not fit there, and why; which seat has more than one."""

    @property
    def erfuellt(self) -> bool:
        """Whether each seat is taken by somebody who fits."""
        return self.besetzt == self.sitze and not self.maengel


def look_at_baenke(bestand: Bestand, tag: date) -> dict[str, Bank]:
    """Every bench of the Fassung of a day."""
    held = bestand.ordentliche(tag)
    found: dict[str, Bank] = {}
    for sitz in bestand.sitze(tag):
        before = found.get(sitz.bank, Bank(0, 0, ()))
        there = held.get(sitz.kennung)
        lacks = (*before.maengel, *_list_maengel(bestand, sitz, there, tag))
        found[sitz.bank] = Bank(before.sitze + 1, before.besetzt + (there is not None), lacks)
    return found


def _list_maengel(bestand: Bestand, sitz: Sitz, there: MandatVon | None, tag: date) -> Iterator[str]:
    all_there = [m for m in bestand.mandate_nach_sitz.get(sitz.kennung, ()) if m.mandat.gilt_am(tag)]
    people = sorted({m.mitglied.kennung for m in all_there if m.mandat.rolle == "ordentlich"})
    if len(people) > 1:
        yield f"Sitz {name_of_seat(bestand, sitz).replace(' – ', '/')} doppelt besetzt ({aufzaehlung(people)})"
    lack = lack_on(bestand, there, tag)[1] if there else ""
    if there and lack:
        yield f"{there.mitglied.kennung}: {lack}"


def tell_quote(bestand: Bestand, bank: str, tag: date) -> str:
    """``Quote erfüllt``, or what is wanting on this bench."""
    found = look_at_baenke(bestand, tag).get(bank)
    if found is None:
        return ""
    return "Quote erfüllt" if found.erfuellt else f"Quote nicht erfüllt: {_tell_bank(bank, found)}"


def _tell_bank(bank: str, found: Bank) -> str:
    parts = [f"{BANKNAMEN[bank]} {found.besetzt} von {found.sitze} Sitzen besetzt"] if (
        found.besetzt < found.sitze or not found.maengel
    ) else []  # fmt: skip
    return "; ".join((*parts, *(f"{lack}" for lack in found.maengel)))


def compare_quote(alt: Bestand, neu: Bestand, tag: date) -> str:
    """Seats taken, benches and quorum of a day before and after; empty if they are the same."""
    before, after = look_at_baenke(alt, tag), look_at_baenke(neu, tag)
    if before == after and _quorum(alt, tag) == _quorum(neu, tag):
        return ""
    taken = [sum(bank.besetzt for bank in state.values()) for state in (before, after)]
    seats = [sum(bank.sitze for bank in state.values()) for state in (before, after)]
    benches = "; ".join(_compare_baenke(before, after))
    old, new = (_of(*counts) for counts in zip(taken, seats, strict=True))
    if not after:
        return f"Besetzung am {datum(tag)}: {old} → kein Sitz: An diesem Tag gilt dann keine Geschäftsordnung"
    first = f"Besetzung am {datum(tag)}: " + (f"{old} → {new} Sitzen" if old != new else f"wie bisher {new} Sitzen")
    quote = _tell_alle(after)
    need = _tell_quorum(_quorum(alt, tag), _quorum(neu, tag), taken[1])
    return "; ".join(filter(None, (f"{first} ({benches})" if benches else first, quote, need)))


def _of(taken: int, seats: int) -> str:
    return f"{taken} von {seats}"


def _compare_baenke(before: dict[str, Bank], after: dict[str, Bank]) -> Iterator[str]:
    for bank in {**before, **after}:
        old, new = before.get(bank, Bank(0, 0, ())), after.get(bank, Bank(0, 0, ()))
        if old[:2] != new[:2]:
            yield f"{BANKNAMEN[bank]} {_of(old.besetzt, old.sitze)} → {_of(new.besetzt, new.sitze)}"


def _tell_alle(baenke: dict[str, Bank]) -> str:
    wanting = [_tell_bank(bank, found) for bank, found in baenke.items() if not found.erfuellt]
    return f"Quote nicht erfüllt: {'; '.join(wanting)}" if wanting else "Quote erfüllt"


def _quorum(bestand: Bestand, tag: date) -> int:
    held = bestand.ordentliche(tag)
    return quorum(bestand, tag, sum(sitz.kennung in held for sitz in bestand.sitze(tag)))


def _tell_quorum(old: int, new: int, taken: int) -> str:
    short = "; so viele Mitglieder gibt es dann nicht" if taken < new else ""
    return f"beschlussfähig ab {new} Anwesenden" + (f" (bisher {old})" if old != new else "") + short
