"""Whether those who sit on the seats have what the seats ask for, day by day of change."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung, Sitz
from netzint.modell.mitglied import Amt
from netzint.modell.stelle import Stelle
from netzint.regeln.sitzlage import AMTSNAMEN, KOERPERSCHAFTSNAMEN, koerperschaft_on, seat_on, with_rolle
from netzint.regeln.tage import day_after, day_before, deutsch, in_order, iter_fassungen, last_day

_IN_EINER = {"gemeinde": "einer Gemeinde", "stadt": "einer Stadt", "landkreis": "einem Landkreis"}


class Mangel(NamedTuple):
    """What a person lacks on a seat, for as long as something is lacking."""

    mandat: MandatVon
    sitz: Sitz
    grund: str
    """Half a sentence: ``…, denn {grund}``."""
    von: date
    bis: date

    @property
    def am_anfang(self) -> bool:
        """Whether the Mandat began with it."""
        return self.von == self.mandat.mandat.von


def iter_maengel(bestand: Bestand, banken: Collection[str] = tuple(BANKNAMEN)) -> Iterator[Mangel]:
    """All of them, for ordentliche Mitglieder on these benches; consecutive ones as one, whatever the reason."""
    for kennung, mandate in bestand.mandate_nach_sitz.items():
        sitz = bestand.alle_sitze.get(kennung)
        for mandat in with_rolle(mandate, "ordentlich") if sitz and sitz.bank in banken else ():
            if in_order(mandat.mandat):
                yield from _maengel_of(bestand, mandat)


def _maengel_of(bestand: Bestand, mandat: MandatVon) -> Iterator[Mangel]:
    days = _days_of_change(bestand, mandat)
    running: Mangel | None = None
    for day, after in zip(days, [*days[1:], None], strict=True):
        end = day_before(after) if after else last_day(mandat.mandat)
        sitz, grund = lack_on(bestand, mandat, day)
        if running is not None and grund:
            running = running._replace(bis=end, grund=_go_on(running.grund, grund, day))
            continue
        if running is not None:
            yield running
        running = Mangel(mandat, sitz, grund, day, end) if sitz is not None and grund else None
    if running is not None:
        yield running


def _go_on(before: str, grund: str, day: date) -> str:
    """The reasons of a Mangel that goes on, each with the day from which it is this one."""
    return before if before.endswith(grund) else f"{before}, ab {deutsch(day)}: {grund}"


def _days_of_change(bestand: Bestand, mandat: MandatVon) -> list[date]:
    """The first day of the Mandat and each later one on which an office, a Stelle or the Fassung changes."""
    first, last = mandat.mandat.von, last_day(mandat.mandat)
    days = {day for day, _ in iter_fassungen(bestand, first, last)}
    for amt in mandat.mitglied.aemter:
        days.add(amt.von)
        ends = [amt.bis]
        stelle = bestand.stellen.get(amt.stelle)
        if stelle is not None:
            ends += [stelle.bis, *(earlier.bis for earlier in stelle.frueher)]
        days |= {day_after(end) for end in ends if end is not None}
    return [first, *sorted(day for day in days if first < day <= last)]


def lack_on(bestand: Bestand, mandat: MandatVon, tag: date) -> tuple[Sitz | None, str]:
    """What the person lacks on the seat of a Mandat on a day: half a sentence, or nothing; and the seat."""
    fassung = bestand.fassung(tag)
    sitz = seat_on(fassung, mandat.mandat.sitz)
    if fassung is None or sitz is None:
        return None, ""
    offices = mandat.mitglied.aemter_am(tag)
    if sitz.stelle is not None and sitz.koerperschaft is None and sitz.amt is None:
        return sitz, "" if any(a.stelle == sitz.stelle for a in offices) else f"ein Amt bei {sitz.stelle} fehlt"
    return sitz, _lack_of_office(bestand, fassung, sitz, offices, tag)


def _lack_of_office(bestand: Bestand, fassung: Fassung, sitz: Sitz, offices: tuple[Amt, ...], tag: date) -> str:
    """Why none of the offices is the one that the seat asks for; the best candidate explains it."""
    wanted = AMTSNAMEN[sitz.amt] if sitz.amt else "Amt"
    fitting = [a for a in offices if sitz.amt is None or a.amt == sitz.amt]
    if sitz.amt is None and sitz.koerperschaft is None:
        return ""
    reasons = [lack_of_stelle(bestand.stellen.get(a.stelle), fassung, sitz, tag) for a in fitting]
    if "" in reasons:
        return ""
    if reasons:
        return reasons[0]
    return f"das Amt „{wanted}“ fehlt" if sitz.amt else "ein Amt in einer Kommune fehlt"


def lack_of_stelle(stelle: Stelle | None, fassung: Fassung, sitz: Sitz, tag: date) -> str:
    """Why a Stelle is not one that a seat asks for on a day, or nothing; nothing is said of one that is not known."""
    if stelle is None or sitz.koerperschaft is None:
        return ""
    if stelle.bis is not None and tag > stelle.bis:
        return f"{stelle.kennung} gibt es seit {deutsch(day_after(stelle.bis))} nicht mehr"
    found = koerperschaft_on(stelle, fassung, tag)
    if found == sitz.koerperschaft:
        return ""
    counts = f"zählt als {KOERPERSCHAFTSNAMEN[found]}" if found else "ist keine Kommune"
    return f"{stelle.kennung} {counts}"


def asked_of(sitz: Sitz) -> str:
    """What a seat asks of the person on it, for messages."""
    if sitz.koerperschaft:
        return f"{AMTSNAMEN[sitz.amt] if sitz.amt else 'ein Amt'} in {_IN_EINER[sitz.koerperschaft]}"
    return f"ein Amt bei {sitz.stelle}" if sitz.stelle else AMTSNAMEN.get(sitz.amt or "", "ein Amt")
