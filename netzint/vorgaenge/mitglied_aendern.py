"""Vorgang: what is known of a person changes: name, contact, office."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import get_args

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_mitglied, find_stelle
from netzint.modell.klartext import Klartext
from netzint.modell.meldungen import require
from netzint.modell.mitglied import Amt, Amtsart, Dienstlich, Mitglied
from netzint.modell.sprache import aufzaehlung, datum
from netzint.regeln.tage import day_before, last_day
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import ANREDEN, Person, add_amt, clean_mail, parse_wert, refuse_ended
from netzint.vorgaenge.mitglied_platz import check_start
from netzint.vorgaenge.personenname import split_name

OHNE = ("titel", "anrede", "e-mail", "telefon", "funktion")
PERSONENFELDER: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "titel": ("titel",),
    "anrede": ("anrede",),
    "e-mail": ("dienstlich", "e_mail"),
    "telefon": ("dienstlich", "telefon"),
}


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    mitglied: str,
    neu: Person,
    ohne: Collection[str] = (),
) -> Aenderung | None:
    """Change what was typed and take out what ``ohne`` names. With ``amt_seit`` an office begins on that day."""
    person = find_mitglied(bestand, mitglied)
    gone = tuple(parse_wert("--ohne", text, OHNE) for text in ohne)
    if neu.name is not None:
        name, titel, anrede = split_name(clean_zeile("--name", neu.name))
        neu = neu._replace(name=name, titel=neu.titel or titel, anrede=neu.anrede or anrede)
    typed = {"name": neu.name, "titel": neu.titel, "anrede": neu.anrede, "e-mail": neu.e_mail, "telefon": neu.telefon}
    office = (neu.stelle, neu.amt, neu.funktion, neu.amt_seit)
    if not gone and not any(value is not None for value in (*typed.values(), *office, neu.oeffentlich)):
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --e-mail ADRESSE oder --funktion TEXT.")
    both = [name for name in gone if typed.get(name) is not None]
    if both:
        raise falsch(f"--{both[0]} und --ohne {both[0]} schließen sich aus.", "Eines davon weglassen.")
    steps: list[Schritt] = [*_set_fields(person, typed, gone), *_mark(person, neu.oeffentlich)]
    hinweise: tuple[str, ...] = ()
    if any(value is not None for value in office) or "funktion" in gone:
        more, hinweise = _change_office(bestand, person, neu, stichtag, leer="funktion" in gone)
        steps += more
    if not steps:
        return None
    fields = aufzaehlung(list(dict.fromkeys(_name_of(step) for step in steps)))
    betreff = f"Angaben zu {person.kennung} geändert ({fields})"
    danach = ((f"netzint mitglied zeigen {person.kennung}", "die Angaben zur Person ansehen"),)
    return Aenderung("mitglied-aendern", betreff, gesetzt=tuple(steps), hinweise=hinweise, danach=danach)


def _name_of(step: Schritt) -> str:
    last = str(step.feld[-1])
    names = {"e_mail": "E-Mail", "oeffentlich": "Öffentlichkeit"}
    return "Amt" if step.feld[0] == "aemter" else names.get(last, last.title())


def _mark(person: Mitglied, oeffentlich: bool | None) -> Iterator[Setzen]:  # noqa: FBT001 - as it was typed
    """Whether the public may read the name; no is what counts where nothing is said."""
    if oeffentlich is not None and oeffentlich != person.oeffentlich:
        yield Setzen("mitglied", person.kennung, ("oeffentlich",), oeffentlich or None)


def _set_fields(person: Mitglied, typed: dict[str, str | None], gone: tuple[str, ...]) -> Iterator[Setzen]:
    """Steps for what is different from what stands there."""
    contact = person.dienstlich or Dienstlich.model_construct(e_mail=None, telefon=None)
    now: dict[str, str | None] = {"name": person.name, "titel": person.titel, "anrede": person.anrede}
    now |= {"e-mail": contact.e_mail, "telefon": contact.telefon}
    for name, feld in PERSONENFELDER.items():
        text = typed[name]
        wert: Klartext | None = clean_person(name, text) if text is not None else None
        if (text is not None or name in gone) and wert != now[name]:
            yield Setzen("mitglied", person.kennung, feld, wert)


def clean_person(name: str, text: str) -> str:
    """A value about a person, as it was typed with the option ``--name``, ``--anrede`` …"""
    if name == "anrede":
        return parse_wert("--anrede", text, ANREDEN)
    return clean_mail(text) if name == "e-mail" else clean_zeile(f"--{name}", text)


def _change_office(
    bestand: Bestand, person: Mitglied, neu: Person, stichtag: date, *, leer: bool
) -> tuple[list[Schritt], tuple[str, ...]]:
    """A new office from a day on, or a correction of the one that runs."""
    amt = parse_wert("--amt", neu.amt, get_args(Amtsart)) if neu.amt is not None else None
    stelle = find_stelle(bestand, neu.stelle) if neu.stelle is not None else None
    tag = neu.amt_seit or stichtag
    if stelle is not None:
        refuse_ended(stelle, tag)
    nr = _find_running(person, stelle.kennung if stelle else None, tag, required=neu.amt_seit is None or stelle is None)
    held = person.aemter[nr] if nr is not None else None
    funktion = clean_zeile("--funktion", neu.funktion) if neu.funktion is not None else None
    felder: dict[str, Klartext | None] = {
        "stelle": stelle.kennung if stelle else held.stelle if held else None,
        "amt": amt or (held.amt if held else "mitarbeit"),
        "funktion": None if leer else funktion or (held.funktion if held and neu.amt_seit is None else None),
    }
    if neu.amt_seit is None and held is not None and nr is not None:
        return _correct(bestand, person, nr, felder), ()
    return _begin(bestand, person, nr, require(Amt, {k: v for k, v in {"von": tag, **felder}.items() if v}))


def _find_running(person: Mitglied, stelle: str | None, tag: date, *, required: bool) -> int | None:
    """The office that is meant: the one at the Stelle, or the only one that runs on the day."""
    running = [nr for nr, amt in enumerate(person.aemter) if amt.von <= tag <= last_day(amt)]
    there = [nr for nr in running if person.aemter[nr].stelle == stelle]
    if len(there) == 1:
        return there[0]
    if len(running) == 1 and required:
        return running[0]
    later = [amt for amt in person.aemter if amt.von > tag]
    if required and not running and len(later) == 1:
        richtig = f"netzint berichtigen {person.kennung} --setze aemter.{later[0].stelle}.von=TAG"
        raise falsch(f"Das Amt bei {later[0].stelle} beginnt erst am {datum(later[0].von)}.", f"Früher: {richtig}")
    if required:
        names = aufzaehlung([f"{person.aemter[nr].amt} bei {person.aemter[nr].stelle}" for nr in running]) or "keines"
        text = f"Welches Amt von {person.kennung} gemeint ist, ist offen; am {datum(tag)} läuft: {names}."
        raise falsch(text, "Mit --stelle angeben; ein neues Amt beginnt mit --amt-seit.")
    return None


def _correct(bestand: Bestand, person: Mitglied, nr: int, felder: dict[str, Klartext | None]) -> list[Schritt]:
    held = person.aemter[nr]
    changed = {name: wert for name, wert in felder.items() if wert != getattr(held, name)}
    aemter = (*person.aemter[:nr], held.model_copy(update=changed), *person.aemter[nr + 1 :])
    check_start(bestand, person, person.model_copy(update={"aemter": aemter}))
    return [Setzen("mitglied", person.kennung, ("aemter", nr, name), wert) for name, wert in changed.items()]


def _begin(bestand: Bestand, person: Mitglied, nr: int | None, amt: Amt) -> tuple[list[Schritt], tuple[str, ...]]:
    """The new office; one of the same kind at the same Stelle ends the day before, another one goes on."""
    aemter, steps = list(person.aemter), list[Schritt]()
    if nr is not None and aemter[nr].stelle == amt.stelle:
        if aemter[nr].von >= amt.von:
            raise falsch(f"Das Amt bei {amt.stelle} begann schon am {datum(aemter[nr].von)}.", "--amt-seit prüfen.")
        aemter[nr] = aemter[nr].model_copy(update={"bis": day_before(amt.von)})
        steps.append(Setzen("mitglied", person.kennung, ("aemter", nr, "bis"), day_before(amt.von)))
    for place, other in enumerate(aemter, 1):
        if (other.stelle, other.amt) == (amt.stelle, amt.amt) and other.von >= amt.von:
            text = f"Das Amt „{other.amt}“ bei {other.stelle} ist ab {datum(other.von)} schon eingetragen."
            zu = f"--zu aemter.{place} --setze von={amt.von.isoformat()}"
            raise falsch(text, f"Seinen Beginn berichtigen: netzint berichtigen {person.kennung} {zu} --grund …")
    check_start(bestand, person, person.model_copy(update={"aemter": (*aemter, amt)}))
    steps.append(add_amt(person, amt))
    beside = [a for a in aemter if a.gilt_am(amt.von)]
    ende = f"netzint mitglied amt-beendet {person.kennung}"
    return steps, tuple(f"Das Amt bei {a.stelle} läuft weiter; sonst: {ende}" for a in beside)
