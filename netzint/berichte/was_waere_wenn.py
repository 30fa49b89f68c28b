"""What a change in the Strategiegruppe would do: composition, quota, quorum, AGs, open matters. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netzint.berichte.besetzungsvergleich import baenke, folgen, sitze, suche, zahlen
from netzint.berichte.tabelle import Bericht
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_mitglied, find_sitz, find_stelle
from netzint.modell.geschaeftsordnung import BANKNAMEN, Sitz
from netzint.modell.mitglied import Amt, Mandat, Mitglied
from netzint.modell.sprache import datum
from netzint.modell.stelle import Stelle
from netzint.regeln.eignung import lack_on


class Wechsel(NamedTuple):
    """What is asked: who leaves and who comes, as typed, from which day on."""

    austritte: tuple[str, ...]
    eintritte: tuple[str, ...]
    """``SITZ=WER`` or ``WER``: a person, or a Stelle from which somebody would come."""
    ab: date
    suche: bool = False


def vergleich(bestand: Bestand, wechsel: Wechsel) -> Bericht:
    """The seats before and after, and what hangs on the change. Raises NetzintFehler for what cannot be meant."""
    ab = wechsel.ab
    leaving = [_leaver(bestand, text, ab) for text in wechsel.austritte]
    after = bestand.replaced(_without(person, ab) for person in leaving)
    for number, text in enumerate(wechsel.eintritte, 1):
        after = _enter(after, text, ab, number)
    tables = (zahlen(bestand, after, ab), sitze(bestand, after, ab), baenke(bestand, after, ab))
    tables += (folgen(bestand, leaving, ab), *((suche(after, ab),) if wechsel.suche else ()))
    titel = f"Was wäre ab {datum(ab)}, wenn … (nichts wird geändert)"
    saetze = (*_saetze(tables[0].zeilen[0], after, wechsel), *_tell_ohne_sitz(bestand, leaving, ab))
    return Bericht("netzint.was-waere-wenn/1", titel, saetze, tables)


def _tell_ohne_sitz(bestand: Bestand, leaving: list[Mitglied], ab: date) -> Iterator[str]:
    seated = {held.mitglied.kennung for held in bestand.ordentliche(ab).values()}
    for person in leaving:
        if person.kennung not in seated:
            yield f"{person.kennung} ist am {datum(ab)} kein ordentliches Mitglied; die Besetzung bleibt, wie sie ist."


def _leaver(bestand: Bestand, text: str, ab: date) -> Mitglied:
    person = find_mitglied(bestand, text)
    if not any(m.bis is None or m.bis >= ab for m in person.mandate):
        text = f"{person.kennung} hat am {datum(ab)} kein Mandat, das enden könnte."
        raise NetzintFehler(text, "Wer eines hat, zeigt: netzint mitglied liste", Ausgang.AUFRUF)
    return person


def _without(person: Mitglied, ab: date, gremium: str | None = None) -> Mitglied:
    """The person without any Mandat, or without those in one Gremium, from a day on."""
    last = ab - timedelta(days=1)
    kept = []
    for mandat in person.mandate:
        if gremium not in (None, mandat.gremium) or (mandat.bis is not None and mandat.bis < ab):
            kept.append(mandat)
        elif mandat.von < ab:
            kept.append(mandat.model_copy(update={"bis": last}))
    return person.model_copy(update={"mandate": tuple(kept)})


def _enter(bestand: Bestand, text: str, ab: date, number: int) -> Bestand:
    """The Bestand with somebody on a seat that is free."""
    place, _, who = text.rpartition("=")
    comer = _find_comer(bestand, who.strip())
    sitz = find_sitz(bestand, place, ab) if place else _fitting_seat(bestand, comer, ab, number)
    holder = bestand.ordentliche(ab).get(sitz.kennung)
    if holder is not None:
        name = holder.mitglied.kennung
        hinweis = f"Zusätzlich --austritt {name} angeben oder einen freien Sitz nennen."
        raise NetzintFehler(f"Der Sitz {sitz.kennung} ist am {datum(ab)} mit {name} besetzt.", hinweis, Ausgang.AUFRUF)
    return bestand.replaced([_seated(comer, sitz, ab, number)])


def _find_comer(bestand: Bestand, text: str) -> Mitglied | Stelle:
    try:
        return find_mitglied(bestand, text)
    except NetzintFehler as error:
        if "eindeutig" in error.text:  # people of one name are not to be called unknown
            raise
    try:
        return find_stelle(bestand, text)
    except NetzintFehler as error:
        text = f"„{text}“ ist weder eine Person noch eine Stelle."
        raise NetzintFehler(text, error.hinweis, Ausgang.AUFRUF) from error


def _seated(comer: Mitglied | Stelle, sitz: Sitz, ab: date, number: int) -> Mitglied:
    """Whoever comes, on the seat; somebody from a Stelle has there the office that the seat asks for."""
    mandat = Mandat(gremium=STRATEGIEGRUPPE, sitz=sitz.kennung, rolle="ordentlich", von=ab)
    if isinstance(comer, Stelle):
        amt = Amt(von=ab, stelle=comer.kennung, amt=sitz.amt or "mitarbeit")
        name = f"jemand von {comer.kurz or comer.name}"
        return Mitglied(kennung=f"neu-{number}", name=name, aemter=(amt,), mandate=(mandat,))
    before = _without(comer, ab, STRATEGIEGRUPPE)
    return before.model_copy(update={"mandate": (*before.mandate, mandat)})


def _fitting_seat(bestand: Bestand, comer: Mitglied | Stelle, ab: date, number: int) -> Sitz:
    """The free seat whose demands whoever comes meets."""
    taken = bestand.ordentliche(ab)
    free = [sitz for sitz in bestand.sitze(ab) if sitz.kennung not in taken]
    fitting = [sitz for sitz in free if not _lack(bestand, comer, sitz, ab, number)]
    if len(fitting) == 1:
        return fitting[0]
    named = ", ".join(s.kennung for s in fitting or free) or "keiner; zuerst --austritt angeben"
    which = f"passen mehrere freie Sitze: {named}" if fitting else f"passt kein freier Sitz; frei: {named}"
    hinweis = f"Den Sitz angeben: --eintritt SITZ={comer.kennung}"
    raise NetzintFehler(f"Zu {comer.kennung} {which}.", hinweis, Ausgang.AUFRUF)


def _lack(bestand: Bestand, comer: Mitglied | Stelle, sitz: Sitz, ab: date, number: int) -> str:
    after = bestand.replaced([_seated(comer, sitz, ab, number)])
    return lack_on(after, after.ordentliche(ab)[sitz.kennung], ab)[1]


def _saetze(numbers: tuple[object, ...], after: Bestand, wechsel: Wechsel) -> list[str]:
    total, before, then, noetig_before, noetig, spare_before, spare, _ = map(_number, numbers)
    bisher = f"bisher {noetig_before} und {spare_before}"
    saetze = [
        f"Besetzt: bisher {before}, dann {then} von {total} Sitzen.",
        f"Beschlussfähig ab {noetig} Anwesenden, fehlen dürften {spare} ({bisher}).",
    ]
    if then < noetig:
        saetze[1] = f"Nicht mehr beschlussfähig: nötig sind {noetig} Anwesende, es gäbe nur {then} Mitglieder."
    if not wechsel.austritte and not wechsel.eintritte:
        saetze.insert(0, "Kein Wechsel angegeben (--austritt, --eintritt); gezeigt wird, was ohnehin gilt.")
    fassung = after.fassung(wechsel.ab)
    if fassung is not None:
        bank = fassung.strategiegruppe.vorsitz.bank
        seats = {s.kennung for s in fassung.strategiegruppe.sitze if s.bank == bank}
        if not seats & after.ordentliche(wechsel.ab).keys():
            saetze.append(f"Die Bank {BANKNAMEN[bank]}, die den Vorsitz stellt, wäre nicht besetzt.")
    return saetze


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
