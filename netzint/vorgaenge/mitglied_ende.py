"""Vorgänge around ends: of a Mandat, by Abberufung or otherwise, and of an office."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import get_args

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.finden import find_ag, find_mitglied, find_stelle
from netzint.modell.mitglied import WORTE, Amtsart, Mitglied
from netzint.modell.sprache import aufzaehlung, datum, fold
from netzint.regeln.ausscheiden import deputies_of, list_folgen, running_in
from netzint.regeln.sitzlage import name_of_sitz, seat_on
from netzint.regeln.tage import day_after, last_day
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.mitglied_mitwirkung import check_mitwirkung
from netzint.vorgaenge.mitglied_person import end_mandat, parse_wert
from netzint.vorgaenge.mitglied_platz import check_start, lack_of, who_may_name
from netzint.vorgaenge.mitglied_sitz import ENDEGRUENDE

Schritte = tuple[tuple[str, str], ...]


def abberufen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    mitglied: str,
    am: date,
    zum: date | None = None,
    grund: str = "abberufen",
    gremium: str | None = None,
) -> Aenderung | None:
    """A Mandat ends. ``am`` is the day it was declared, ``zum`` the last day; who died leaves everything."""
    person = find_mitglied(bestand, mitglied)
    check_nicht_kuenftig("--am", am, stichtag)
    bis, why = zum or am, parse_wert("--endegrund", grund, ENDEGRUENDE)
    died = why == "verstorben"
    chosen = _choose(bestand, person, gremium, bis, alle=died)
    ends = [m for m in chosen if m.mandat.bis != bis or m.mandat.ende is None]
    coming = [
        nr for nr, m in enumerate(person.mandate) if m.von > bis and (died or m.gremium == chosen[0].mandat.gremium)
    ]
    if died:
        _check_begonnen(person, coming, bis, stichtag)
    offices = (*_end_offices(person, bis), *_take_out(person, coming)) if died else ()
    if not ends and not offices:
        return None
    for held in ends:
        check_mitwirkung(bestand, person.kennung, held.mandat.gremium, bis)
    steps = (*(step for m in ends for step in end_mandat(person, m.nr, bis, why, am)), *offices)
    left = dict.fromkeys(m.mandat.gremium for m in chosen)
    where = aufzaehlung([_place(bestand, m) for m in chosen]) or "alle, auch künftige"
    what = "Mandat" if len(chosen) == 1 else "Mandate" if chosen else "Ämter und Mandate"
    betreff = f"{what} von {person.kennung} bis {datum(bis)}: {where} ({WORTE.get(why, why)})"
    folgen = list_folgen(bestand, person, tuple(left), day_after(bis))
    hinweise = (*(f"{folge.text}." for folge in folgen), *_vacancies(bestand, chosen, bis))
    if not died:
        hinweise += tuple(_tell_coming(person, nr) for nr in coming)
    danach = _after(bestand, chosen, day_after(bis))
    return Aenderung("mitglied-abberufen", betreff, gesetzt=steps, hinweise=hinweise, danach=danach)


def amt_beendet(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    mitglied: str,
    zum: date,
    am: date | None = None,
    stelle: str | None = None,
    amt: str | None = None,
    mandat_endet: bool = False,
) -> Aenderung | None:
    """An office ends on a day; the Mandat that rests on it goes on, unless it is to end with it."""
    person = find_mitglied(bestand, mitglied)
    nr = _choose_office(bestand, person, zum, stelle, amt)
    held = person.aemter[nr]
    steps: tuple[Schritt, ...] = ()
    if held.bis != zum:
        steps = (Setzen("mitglied", person.kennung, ("aemter", nr, "bis"), zum),)
    aemter = (*person.aemter[:nr], held.model_copy(update={"bis": zum}), *person.aemter[nr + 1 :])
    after = person.model_copy(update={"aemter": aemter})
    check_start(bestand, person, after)
    betreff = f"{person.kennung}: Amt bei {held.stelle} endet am {datum(zum)}"
    if mandat_endet:
        day = am or min(zum, stichtag)
        ended = abberufen(
            bestand, (), stichtag=stichtag, mitglied=person.kennung, am=day, zum=zum, grund="amt_beendet",
            gremium=STRATEGIEGRUPPE,
        )  # fmt: skip
        if ended is not None:
            betreff, steps = f"{betreff}, damit auch das Mandat", (*steps, *ended.gesetzt)
            remarks = (*_directory(bestand, person, held.stelle, zum), *ended.hinweise)
            return Aenderung("mitglied-amt-beendet", betreff, gesetzt=steps, hinweise=remarks, danach=ended.danach)
    if not steps:
        return None
    hinweise = (*_going_on(bestand, after, day_after(zum)), *_directory(bestand, person, held.stelle, zum))
    danach = _after_office(after, day_after(zum))
    return Aenderung("mitglied-amt-beendet", betreff, gesetzt=steps, hinweise=hinweise, danach=danach)


def _choose(bestand: Bestand, person: Mitglied, gremium: str | None, bis: date, *, alle: bool) -> tuple[MandatVon, ...]:
    """The Mandate that end: those in the Gremium named, in the Strategiegruppe, or the only ones there are."""
    running = tuple(m for m in running_in(bestand, person, bis) if m.mandat.von <= bis)
    if alle:
        return running
    wanted = _read_gremium(bestand, gremium) if gremium else None
    found = list(dict.fromkeys(m.mandat.gremium for m in running))
    if wanted is None:
        wanted = STRATEGIEGRUPPE if STRATEGIEGRUPPE in found else found[0] if len(found) == 1 else None
    if wanted is None and found:
        raise falsch(f"{person.kennung} hat mehrere Mandate.", f"Mit --gremium angeben: {aufzaehlung(found)}.")
    chosen = tuple(m for m in running if m.mandat.gremium == wanted)
    if chosen:
        return chosen
    where = f" in „{wanted}“" if wanted else ""
    raise ablehnen(f"{person.kennung} hat am {datum(bis)} kein Mandat{where}.{_last_end(person, wanted, bis)}",
                   f"Alle Mandate zeigt: netzint mitglied zeigen {person.kennung}")  # fmt: skip


def _last_end(person: Mitglied, gremium: str | None, tag: date) -> str:
    ends = [m.bis for m in person.mandate if m.bis is not None and m.bis < tag and gremium in (None, m.gremium)]
    return f" Das letzte endete am {datum(max(ends))}." if ends else ""


def _read_gremium(bestand: Bestand, text: str) -> str:
    if fold(text) in (STRATEGIEGRUPPE, GESCHAEFTSSTELLE):
        return fold(text)
    return find_ag(bestand, text).kennung


def _end_offices(person: Mitglied, bis: date) -> tuple[Schritt, ...]:
    running = [nr for nr, amt in enumerate(person.aemter) if amt.von <= bis < last_day(amt)]
    return tuple(Setzen("mitglied", person.kennung, ("aemter", nr, "bis"), bis) for nr in running)


def _take_out(person: Mitglied, mandate: list[int]) -> tuple[Schritt, ...]:
    """Mandate that will not begin; from behind, so that the numbers hold."""
    return tuple(Setzen("mitglied", person.kennung, ("mandate", nr), None) for nr in reversed(mandate))


def _check_begonnen(person: Mitglied, mandate: list[int], bis: date, stichtag: date) -> None:
    """Refuse an end before a Mandat that has begun meanwhile: who has died before cannot have taken it up."""
    begun = [person.mandate[nr].von for nr in mandate if person.mandate[nr].von <= stichtag]
    if begun:
        raise falsch(
            f"{person.kennung} hat am {datum(min(begun))} noch ein Mandat angetreten, nach dem {datum(bis)}.",
            "--am und --zum prüfen.",
        )


def _tell_coming(person: Mitglied, nr: int) -> str:
    verlauf = f"soll es nicht beginnen, den Vorgang zurücknehmen: netzint verlauf {person.kennung}"
    return f"Das Mandat, das am {datum(person.mandate[nr].von)} beginnt, bleibt; {verlauf}"


def _place(bestand: Bestand, held: MandatVon) -> str:
    if held.mandat.sitz is None:
        return f"{WORTE[held.mandat.rolle]} in {held.mandat.gremium}"
    return f"{WORTE[held.mandat.rolle]} auf dem Sitz {name_of_sitz(bestand, held.mandat.sitz)}"


def _vacancies(bestand: Bestand, ended: tuple[MandatVon, ...], bis: date) -> Iterator[str]:
    """Which seats are vacant then, who may name for them, and how many are left."""
    tag = day_after(bis)
    fassung = bestand.fassung(tag)
    free = [m.mandat.sitz for m in ended if m.mandat.rolle == "ordentlich" and m.mandat.sitz]
    for kennung in free:
        sitz = seat_on(fassung, kennung)
        who = who_may_name(bestand, sitz, tag) if sitz else ""
        yield f"Der Sitz {name_of_sitz(bestand, kennung)} ist ab {datum(tag)} nicht besetzt; benennen darf {who}."
    if free and fassung is not None:
        left = len(bestand.ordentliche(tag).keys() - set(free))
        yield f"Besetzt sind dann {left} von {len(fassung.strategiegruppe.sitze)} Sitzen."


def _after(bestand: Bestand, ended: tuple[MandatVon, ...], tag: date) -> Schritte:
    steps: list[tuple[str, str]] = []
    for held in ended:
        if held.mandat.rolle == "ordentlich" and held.mandat.sitz:
            deputies = deputies_of(bestand, held.mandat.sitz, tag)
            steps += [(f"netzint mitglied aufruecken {k}", "die Stellvertretung rückt auf") for k in deputies]
            steps.append((f"netzint mitglied nachbenennen {held.mandat.sitz}", "jemand anderes folgt nach"))
            steps.append(tell_anfrage(held.mandat.sitz))
        elif held.mandat.rolle == "stellvertretend" and held.mandat.sitz:
            steps.append((f"netzint mitglied stellvertretung {held.mandat.sitz}", "eine neue Stellvertretung"))
    return tuple(steps[:4])


def tell_anfrage(sitz: str) -> tuple[str, str]:
    """The letter that asks who is to sit there next."""
    return (f"netzint dokument erzeugen {sitz}", "bei der Stelle anfragen, wer nachfolgt (Brief)")


def _choose_office(bestand: Bestand, person: Mitglied, zum: date, stelle: str | None, amt: str | None) -> int:
    """The place of the office that ends: the only one that runs, or the one at the Stelle and of the kind named."""
    where = find_stelle(bestand, stelle).kennung if stelle else None
    kind = parse_wert("--amt", amt, get_args(Amtsart)) if amt else None
    running = [nr for nr, a in enumerate(person.aemter) if a.von <= zum <= last_day(a)]
    there = [nr for nr in running if where in (None, person.aemter[nr].stelle)]
    found = [nr for nr in there if kind in (None, person.aemter[nr].amt)]
    if len(found) == 1:
        return found[0]
    names = aufzaehlung([f"{person.aemter[nr].amt} bei {person.aemter[nr].stelle}" for nr in running])
    if found:
        raise falsch(f"{person.kennung} hat mehrere Ämter: {names}.", "Mit --stelle oder --amt angeben, welches endet.")
    has = f"Es gibt: {names}." if running else f"Alle Ämter zeigt: netzint mitglied zeigen {person.kennung}"
    raise ablehnen(f"{person.kennung} hat am {datum(zum)} kein solches Amt.", has)


def _going_on(bestand: Bestand, after: Mitglied, tag: date) -> Iterator[str]:
    """Seats that ask for what the person no longer has."""
    for mandat in after.mandate:
        sitz = seat_on(bestand.fassung(tag), mandat.sitz)
        if sitz and mandat.rolle == "ordentlich" and mandat.gilt_am(tag) and lack_of(bestand, after, sitz, tag):
            name, who = name_of_sitz(bestand, sitz.kennung), who_may_name(bestand, sitz, tag)
            yield f"Das Mandat auf dem Sitz {name} läuft weiter; Nachbenennung prüfen, benennen darf {who}."


def _after_office(after: Mitglied, tag: date) -> Schritte:
    held = next((m for m in after.mandate if m.rolle == "ordentlich" and m.gilt_am(tag)), None)
    if held is None:
        return ()
    ende = f"netzint mitglied abberufen {after.kennung} --endegrund amt_beendet"
    return (
        (f"netzint mitglied nachbenennen {held.sitz}", "wenn jemand nachfolgt"),
        *((tell_anfrage(held.sitz),) if held.sitz else ()),
        (ende, "wenn das Mandat ohne Nachfolge enden soll"),
    )


def _directory(bestand: Bestand, person: Mitglied, stelle: str, zum: date) -> Iterator[str]:
    for entry in bestand.beauftragte.values():
        if entry.mitglied == person.kennung and entry.stelle == stelle and last_day(entry) > zum:
            ende = f"netzint beauftragte beenden {entry.kennung}"
            yield f"Im Verzeichnis der Beauftragten steht noch {entry.kennung}; beenden: {ende}"
