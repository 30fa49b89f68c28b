"""Whether somebody may take a seat: it is free, the right Stelle names, and the person has what the seat asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.mitglied import Mandat, Mitglied
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.stelle import Stelle
from netzint.regeln.eignung import asked_of, lack_on
from netzint.regeln.sitzlage import seat_on, sitzname, with_rolle
from netzint.regeln.tage import erfasst_ab, last_day
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch

_STRENG = ("kommunen", "integrationsbeauftragte")
"""Benches on which the wrong person is a Fehler; elsewhere the Stelle may name somebody from outside."""
GENANNT = 3
"""So many free seats are described one by one."""


class Platz(NamedTuple):
    """A seat that is to be taken, in which role and in which period."""

    sitz: Sitz
    rolle: str
    von: date
    bis: date | None = None


class Benannt(NamedTuple):
    """By whom somebody was named, and when; before everything was recorded it may be unknown."""

    durch: Stelle | None
    am: date


def describe(bestand: Bestand, sitz: Sitz, tag: date) -> str:
    """``„Kommunen – Stadt“ (sitz-kommunen-stadt; benennen darf Gemeindetag oder Städtetag)``"""
    return f"{sitzname(sitz)} ({sitz.kennung}; benennen darf {who_may_name(bestand, sitz, tag)})"


def who_may_name(bestand: Bestand, sitz: Sitz, tag: date) -> str:
    """The Stellen that may name for a seat, by their short names."""
    stellen = [bestand.stellen.get(kennung) for kennung in sitz.benannt_von]
    names = [s.kurz or s.name_am(tag) if s else k for s, k in zip(stellen, sitz.benannt_von, strict=True)]
    return " oder ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names) or "niemand"


def tell_free(bestand: Bestand, tag: date) -> str:
    """Which seats are free on a day and later, and who may name for them."""
    free = [sitz for sitz in bestand.sitze(tag) if is_free(bestand, sitz.kennung, tag)]
    if not free:
        return f"Ab {datum(tag)} ist kein Sitz frei."
    return f"Frei ab {datum(tag)}: {_list_sitze(bestand, free, tag)}."


def _list_sitze(bestand: Bestand, sitze: list[Sitz], tag: date) -> str:
    """Some in full; many by their Kennungen, together with those for which the same Stellen may name."""
    if len(sitze) <= GENANNT:
        return aufzaehlung([describe(bestand, sitz, tag) for sitz in sitze])
    groups: dict[str, list[str]] = {}
    for sitz in sitze:
        groups.setdefault(who_may_name(bestand, sitz, tag), []).append(sitz.kennung)
    return "; ".join(f"{', '.join(known)} (benennen darf {who})" for who, known in groups.items())


def is_free(bestand: Bestand, sitz: str, tag: date) -> bool:
    """Whether nobody sits there on a day or later."""
    return not any(last_day(m.mandat) >= tag for m in ordinary_on(bestand, sitz))


def ordinary_on(bestand: Bestand, sitz: str) -> list[MandatVon]:
    """The ordentliche Mandate of a seat by their first days."""
    return with_rolle(bestand.mandate_nach_sitz.get(sitz, ()), "ordentlich")


def check_days(bestand: Bestand, am: date, platz: Platz, stichtag: date) -> None:
    """Refuse days that cannot be: named ahead of today, a Mandat before its naming or before the network."""
    check_nicht_kuenftig("--am", am, stichtag)
    if am > platz.von and platz.von >= erfasst_ab(bestand):
        text = f"Das Mandat kann nicht am {datum(platz.von)} beginnen: benannt wurde erst am {datum(am)}."
        raise falsch(text, "Mit --am den Tag der Benennung angeben oder mit --ab einen späteren ersten Tag.")
    if platz.bis is not None and platz.bis < platz.von:
        raise falsch(f"Der letzte Tag ({datum(platz.bis)}) liegt vor dem ersten ({datum(platz.von)}).", "--bis prüfen.")
    if bestand.netzwerk and platz.von < bestand.netzwerk.gegruendet:
        text = f"Der {datum(platz.von)} liegt vor der Gründung des Netzwerks ({datum(bestand.netzwerk.gegruendet)})."
        raise falsch(text, "--ab und --am prüfen.")


def check_benennung(bestand: Bestand, platz: Platz, benannt: Benannt) -> None:
    """Refuse a Stelle that may not name for the seat on the day of the naming."""
    sitz = seat_on(bestand.fassung(benannt.am), platz.sitz.kennung) or platz.sitz
    if benannt.durch is None:
        if platz.von >= erfasst_ab(bestand):
            who = who_may_name(bestand, sitz, benannt.am)
            raise falsch(f"Es fehlt, wer für den Sitz {sitzname(sitz)} benannt hat.", f"Mit --durch angeben: {who}.")
        return
    if benannt.durch.kennung in sitz.benannt_von:
        return
    others = [s for s in bestand.sitze(platz.von) if benannt.durch.kennung in s.benannt_von]
    free = [s for s in others if is_free(bestand, s.kennung, platz.von)]
    name = benannt.durch.kurz or benannt.durch.name
    listed = _list_sitze(bestand, free, platz.von)
    own = f"Frei wäre für {name}: {listed}." if free else f"Für {name} ist kein Sitz frei."
    raise ablehnen(
        f"{name} darf für den Sitz {sitzname(sitz)} nicht benennen.",
        f"Benennen darf: {who_may_name(bestand, sitz, benannt.am)}.\n{own}",
    )


def check_free(bestand: Bestand, platz: Platz, ausser: Collection[str] = ()) -> None:
    """Refuse a seat that somebody has in the period; ``ausser`` are people whose Mandat ends with this act."""
    end = platz.bis or date.max
    for held in with_rolle(bestand.mandate_nach_sitz.get(platz.sitz.kennung, ()), platz.rolle):
        if held.mitglied.kennung in ausser or held.mandat.von > end or last_day(held.mandat) < platz.von:
            continue
        if platz.rolle == "ordentlich":
            raise _taken(bestand, platz, held)
        raise ablehnen(
            f"Für den Sitz {sitzname(platz.sitz)} gibt es schon eine Stellvertretung: {_since(held)}.",
            "Soll sie abgelöst werden: zusätzlich --abloesen; sie endet dann am Tag davor.",
        )


def _taken(bestand: Bestand, platz: Platz, held: MandatVon) -> Exception:
    kennung = platz.sitz.kennung
    nach = f"Eine Nachfolge trägt ein: netzint mitglied nachbenennen {kennung}"
    return ablehnen(
        f"Der Sitz {sitzname(platz.sitz)} ist am {datum(max(platz.von, held.mandat.von))} besetzt: {_since(held)}.",
        f"{nach}\n{tell_free(bestand, platz.von)}",
    )


def _since(held: MandatVon) -> str:
    bis = f" bis {datum(held.mandat.bis)}" if held.mandat.bis else ""
    return f"{held.mitglied.kennung} seit {datum(held.mandat.von)}{bis}"


def check_person(bestand: Bestand, mitglied: Mitglied, platz: Platz) -> None:
    """Refuse somebody who has a seat already, or stands in, in the same period: one person, one vote."""
    end = platz.bis or date.max
    for mandat in mitglied.mandate:
        if mandat.gremium != STRATEGIEGRUPPE or mandat.von > end or last_day(mandat) < platz.von:
            continue
        if mandat.rolle == platz.rolle == "stellvertretend" and mandat.sitz != platz.sitz.kennung:
            continue
        raise _busy(bestand, mitglied, mandat, platz)


def _busy(bestand: Bestand, mitglied: Mitglied, mandat: Mandat, platz: Platz) -> Exception:
    sitz = bestand.alle_sitze.get(mandat.sitz or "")
    where = sitzname(sitz) if sitz else f"„{mandat.sitz}“"
    since = f"seit {datum(mandat.von)}" if mandat.von <= platz.von else f"ab {datum(mandat.von)}"
    if mandat.rolle == "stellvertretend" and platz.rolle == "ordentlich":
        return ablehnen(
            f"{mitglied.kennung} vertritt {since} auf dem Sitz {where}; beides zugleich geht nicht.",
            f"Soll die Person aufrücken: netzint mitglied aufruecken {mitglied.kennung} --sitz {platz.sitz.kennung}",
        )
    role = "ist ordentliches Mitglied" if mandat.rolle == "ordentlich" else "vertritt schon"
    return ablehnen(
        f"{mitglied.kennung} {role} auf dem Sitz {where} ({since}); jede Person hat nur eine Stimme.",
        f"Zuerst beenden: netzint mitglied abberufen {mitglied.kennung}\n{tell_free(bestand, platz.von)}",
    )


def check_eignung(bestand: Bestand, mitglied: Mitglied, platz: Platz) -> tuple[str, ...]:
    """Refuse somebody who lacks what the seat asks for; where that is only unusual, it is worth a word."""
    grund = lack_of(bestand, mitglied, platz.sitz, platz.von)
    if not grund:
        return tuple(_remark_title(bestand, mitglied, platz))
    asked = f"Der Sitz {sitzname(platz.sitz)} verlangt {asked_of(platz.sitz)}; am {datum(platz.von)}"
    later = [amt for amt in mitglied.aemter if amt.von > platz.von]
    grund += "".join(f"; das Amt bei {amt.stelle} beginnt erst am {datum(amt.von)}" for amt in later)
    if platz.rolle != "ordentlich":
        return (f"{asked} passt das nicht ({grund}); aufrücken kann die Person so nicht.",)
    if platz.sitz.bank not in _STRENG:
        return (f"{asked} passt das nicht: {grund}. Ist das Amt nur noch nicht eingetragen: netzint mitglied aendern",)
    fitting = [_tell_seat(bestand, sitz, platz.von) for sitz in list_fitting(bestand, mitglied, platz.von)]
    passt = f"Zu dieser Person passt: {'; '.join(fitting)}." if fitting else tell_free(bestand, platz.von)
    if not mitglied.aemter_am(platz.von):
        passt = f"Hat die Person ein neues Amt: zusätzlich --stelle, --funktion und --amt-seit angeben.\n{passt}"
    raise ablehnen(f"{asked} passt das nicht: {grund}.", passt)


def lack_of(bestand: Bestand, mitglied: Mitglied, sitz: Sitz, tag: date) -> str:
    """What a person would lack on a seat on a day; empty if nothing."""
    mandat = Mandat.model_construct(
        gremium=STRATEGIEGRUPPE, sitz=sitz.kennung, rolle="ordentlich", von=tag, bis=None, benannt=None, ende=None
    )
    return lack_on(bestand, MandatVon(mitglied, 0, mandat), tag)[1]


def list_fitting(bestand: Bestand, mitglied: Mitglied, tag: date) -> tuple[Sitz, ...]:
    """The seats whose demands a person meets on a day, taken or not."""
    return tuple(sitz for sitz in bestand.sitze(tag) if not lack_of(bestand, mitglied, sitz, tag))


def _tell_seat(bestand: Bestand, sitz: Sitz, tag: date) -> str:
    held = bestand.ordentliche(tag).get(sitz.kennung)
    state = f"besetzt mit {held.mitglied.kennung}" if held else "frei"
    return f"{sitzname(sitz)} ({sitz.kennung}, {state}; benennen darf {who_may_name(bestand, sitz, tag)})"


def _remark_title(bestand: Bestand, mitglied: Mitglied, platz: Platz) -> Iterator[str]:
    fassung = bestand.fassung(platz.von)
    if fassung is None or platz.sitz.amt != "leitung" or platz.rolle != "ordentlich":
        return
    for amt in mitglied.aemter_am(platz.von):
        if amt.amt == "leitung" and amt.funktion not in fassung.leitungsaemter:
            name = f"„{amt.funktion}“ ist" if amt.funktion else "Ohne --funktion ist das Amt"
            yield f"{name} keine Amtsbezeichnung einer Leitung ({', '.join(fassung.leitungsaemter)})."


def check_start(bestand: Bestand, before: Mitglied, after: Mitglied) -> None:
    """Refuse a change of offices that makes a Mandat wrong from its first day."""
    for mandat in after.mandate:
        sitz = seat_on(bestand.fassung(mandat.von), mandat.sitz)
        if sitz is None or mandat.rolle != "ordentlich" or sitz.bank not in _STRENG:
            continue
        grund = lack_of(bestand, after, sitz, mandat.von)
        if grund and not lack_of(bestand, before, sitz, mandat.von):
            raise ablehnen(
                f"Der Sitz {sitzname(sitz)} verlangt {asked_of(sitz)}; am {datum(mandat.von)}, dem ersten Tag des "
                f"Mandats, passte das dann nicht: {grund}.",
                "Den Tag prüfen; war die Person nie geeignet: netzint zuruecknehmen mit dem Vorgang der Benennung.",
            )
