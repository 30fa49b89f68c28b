"""Who sits on which seat from when on, in two states: seat by seat what is different, and what of the quota."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.quote import compare_quote, tell_quote
from netzint.berichte.strategiegruppe import name_of_seat
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.mitglied import WORTE
from netzint.modell.sprache import aufzaehlung, datum

ROLLEN = ("ordentlich", "stellvertretend")
_TAGE = 6
"""On so many days of change the whole composition is told."""
_VOM = ("ministerium", "landesverband")


class Wechsel(NamedTuple):
    """A seat in a period in which other people sit on it than before; no ``bis``: from then on."""

    sitz: str
    rolle: str
    von: date
    bis: date | None
    alt: tuple[str, ...]
    neu: tuple[str, ...]


def list_wechsel(alt: Bestand, neu: Bestand) -> tuple[Wechsel, ...]:
    """All of them, in the order of the seats and of the days."""
    seats = dict.fromkeys((*neu.alle_sitze, *alt.alle_sitze, *neu.mandate_nach_sitz, *alt.mandate_nach_sitz))
    return tuple(
        wechsel
        for sitz in seats
        for rolle in ROLLEN
        for wechsel in _compare(sitz, rolle, _on(alt, sitz, rolle), _on(neu, sitz, rolle))
    )


def _on(bestand: Bestand, sitz: str, rolle: str) -> list[MandatVon]:
    return [m for m in bestand.mandate_nach_sitz.get(sitz, ()) if m.mandat.rolle == rolle]


def _compare(sitz: str, rolle: str, old: Sequence[MandatVon], new: Sequence[MandatVon]) -> Iterator[Wechsel]:
    days = sorted({day for m in (*old, *new) for day in (m.mandat.von, _following(m)) if day is not None})
    running: Wechsel | None = None
    for day, after in zip(days, [*days[1:], None], strict=False):
        before, then = _there(old, day), _there(new, day)
        end = after - timedelta(days=1) if after else None
        if running and (before, then) == running[-2:] and before != then:
            running = running._replace(bis=end)
            continue
        if running:
            yield running
        running = Wechsel(sitz, rolle, day, end, before, then) if before != then else None
    if running:
        yield running


def _following(m: MandatVon) -> date | None:
    return m.mandat.bis + timedelta(days=1) if m.mandat.bis else None


def _there(mandate: Sequence[MandatVon], tag: date) -> tuple[str, ...]:
    return tuple(sorted({m.mitglied.kennung for m in mandate if m.mandat.gilt_am(tag)}))


def tell_wechsel(alt: Bestand, neu: Bestand, wechsel: Wechsel) -> str:
    """``Sitz Kommunen/Stadt: vakant → kommunen-stadt-3 ab 1. März 2027 (benannt vom Städtetag); Quote erfüllt``."""
    sitz = neu.alle_sitze.get(wechsel.sitz) or alt.alle_sitze.get(wechsel.sitz)
    leer = "vakant" if wechsel.rolle == "ordentlich" else "niemand"
    since = _vakant_seit(alt, wechsel) if leer == "vakant" and not wechsel.alt else None
    before, after = (aufzaehlung(people) or leer for people in (wechsel.alt, wechsel.neu))
    before += f" seit {datum(since)}" if since else ""
    bis = f" bis {datum(wechsel.bis)}" if wechsel.bis else ""
    known = "; ".join(_tell_grund(neu, wechsel))
    quote = tell_quote(neu, sitz.bank, wechsel.von) if sitz and wechsel.rolle == "ordentlich" else ""
    text = f"{_name(neu, sitz, wechsel)}: {before} → {after} ab {datum(wechsel.von)}{bis}"
    return text + (f" ({known})" if known else "") + (f"; {quote}" if quote else "")


def _vakant_seit(alt: Bestand, wechsel: Wechsel) -> date | None:
    """The first day on which nobody sat on an empty seat; None if nobody ever did."""
    ends = [m.mandat.bis for m in _on(alt, wechsel.sitz, wechsel.rolle) if m.mandat.bis and m.mandat.bis < wechsel.von]
    return max(ends) + timedelta(days=1) if ends else None


def _name(bestand: Bestand, sitz: Sitz | None, wechsel: Wechsel) -> str:
    name = name_of_seat(bestand, sitz).replace(" – ", "/") if sitz else wechsel.sitz
    return f"Sitz {name}" + ("" if wechsel.rolle == "ordentlich" else ", Stellvertretung")


def _tell_grund(neu: Bestand, wechsel: Wechsel) -> Iterator[str]:
    """Who named those who come, and why those who leave do."""
    mandate = _on(neu, wechsel.sitz, wechsel.rolle)
    coming = [m for m in mandate if _is_in(m, wechsel.neu, wechsel.alt) and m.mandat.gilt_am(wechsel.von)]
    for m in coming:
        named = m.mandat.benannt
        if named:
            yield f"benannt {_by(neu, named.durch, named.am)} am {datum(named.am)}"
    leaving = [m for m in mandate if _is_in(m, wechsel.alt, wechsel.neu) and _following(m) == wechsel.von]
    for m in (*leaving, *(m for m in coming if m.mandat.bis and m.mandat.bis == wechsel.bis)):
        if m.mandat.ende:
            grund = WORTE.get(m.mandat.ende.grund, m.mandat.ende.grund)
            yield f"{m.mitglied.kennung}: {grund}, erklärt am {datum(m.mandat.ende.am)}"


def _is_in(m: MandatVon, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return m.mitglied.kennung in some and m.mitglied.kennung not in others


def _by(bestand: Bestand, kennung: str, tag: date) -> str:
    stelle = bestand.stellen.get(kennung)
    word = "vom" if stelle and stelle.art in _VOM else "durch:"
    return f"{word} {stelle_kurz(bestand, kennung, tag)}"


def tell_besetzung(alt: Bestand, neu: Bestand, wechsel: Sequence[Wechsel], weitere: Sequence[date]) -> Iterator[str]:
    """The quota before and after on each day on which a seat changes hands, as far as it is different."""
    days = sorted({w.von for w in wechsel if w.rolle == "ordentlich"} | set(weitere))
    told: set[str] = set()
    for day in days[:_TAGE]:
        text = compare_quote(alt, neu, day)
        rest = text.partition(": ")[2]
        if text and rest not in told:
            told.add(rest)
            yield text


def is_told(wechsel: Sequence[Wechsel], sitz: str | None, rolle: str, wer: str, seite: str) -> bool:
    """Whether a Mandat of somebody on a seat is part of what has been told, in the older or the newer state."""
    return any(w.sitz == sitz and w.rolle == rolle and wer in (w.alt if seite == "alt" else w.neu) for w in wechsel)
