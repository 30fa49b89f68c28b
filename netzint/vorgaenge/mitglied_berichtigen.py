"""Vorgang: a Mandat was recorded wrongly: another seat, another day, another benennende Stelle."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple, get_args

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied, find_sitz, find_stelle
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.mitglied import WORTE, Benennung, Endegrund, Mandat, Mandatsende, Mitglied
from netzint.modell.sprache import aufzaehlung, datum
from netzint.regeln.sitzlage import name_of_sitz
from netzint.regeln.tage import last_day
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.berichtigen import Beleg, make_beleg, record
from netzint.vorgaenge.mitglied_mitwirkung import check_ladung, check_mitwirkung, check_vorher
from netzint.vorgaenge.mitglied_person import parse_wert
from netzint.vorgaenge.mitglied_platz import (
    Benannt,
    Platz,
    check_benennung,
    check_days,
    check_eignung,
    check_free,
    check_person,
)

OHNE = ("bis", "benannt")
_NAMEN = {"sitz": "Sitz", "rolle": "Rolle", "von": "erster Tag", "bis": "letzter Tag", "benannt": "Benennung"}
_NAMEN |= {"ende": "Ende"}


class Richtig(NamedTuple):
    """What is right, as it was typed; None: it is right as it stands."""

    sitz: str | None = None
    rolle: str | None = None
    ab: date | None = None
    bis: date | None = None
    durch: str | None = None
    benannt_am: date | None = None
    endegrund: str | None = None
    ohne: tuple[str, ...] = ()
    tausch: bool = False
    """Whoever is recorded on the right seat belongs on this one."""


class _Fall(NamedTuple):
    """A Mandat as it stands there, and as it should."""

    person: Mitglied
    nr: int
    richtig: Mandat

    @property
    def before(self) -> Mandat:
        return self.person.mandate[self.nr]

    @property
    def rest(self) -> Mitglied:
        """The person without this Mandat."""
        others = (*self.person.mandate[: self.nr], *self.person.mandate[self.nr + 1 :])
        return self.person.model_copy(update={"mandate": others})

    @property
    def changed(self) -> list[str]:
        alt, neu = to_klartext(self.before), to_klartext(self.richtig)
        return [feld for feld in _NAMEN if alt.get(feld) != neu.get(feld)]


def mandat_berichtigen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    mitglied: str,
    mandat: str | None,
    richtig: Richtig,
    grund: str,
    beschluss: str | None = None,
    am: date | None = None,
) -> Aenderung | None:
    """Put a Mandat right, and record beside it what stood there. None if nothing would change.

    Raises NetzintFehler if somebody sits there already, the Stelle may not name, or what was done in it stands against.
    """
    person = find_mitglied(bestand, mitglied)
    nr = _choose(bestand, person, mandat)
    if richtig == Richtig():
        raise falsch("Es fehlt, was richtig ist.", "Zum Beispiel: --ab 2025-03-01, --sitz SITZ oder --durch STELLE")
    own = _Fall(person, nr, require(Mandat, _apply(bestand, person.mandate[nr], richtig)))
    if not own.changed:
        return None
    cases = (own, _find_partner(bestand, own)) if richtig.tausch else (own,)
    without = bestand.replaced([case.rest for case in cases])
    hinweise = tuple(text for case in cases for text in _judge(bestand, without, case, stichtag))
    beleg = make_beleg(bestand, stichtag, am, beschluss, grund)
    names = aufzaehlung([_NAMEN[feld] for feld in own.changed])
    betreff = f"Berichtigt: {tell_mandat(bestand, own.before)} von {person.kennung} ({names})"
    if richtig.tausch:
        betreff = f"Berichtigt: die Sitze von {' und '.join(case.person.kennung for case in cases)} waren vertauscht"
    return Aenderung(
        "mitglied-mandat-berichtigen",
        betreff,
        gesetzt=tuple(step for case in cases for step in _correct(case, beleg)),
        beschluss=beleg.beschluss,
        hinweise=hinweise,
        danach=((f"netzint mitglied zeigen {person.kennung}", "die Mandate der Person ansehen"),),
    )


def _find_partner(bestand: Bestand, own: _Fall) -> _Fall:
    """Who is recorded on the seat that is right; her Mandat belongs on the other one."""
    sitz, role = own.richtig.sitz, own.richtig.rolle
    held = [m for m in bestand.mandate_nach_sitz.get(sitz or "", ()) if m.mandat.rolle == role]
    there = [m for m in held if m.mandat.von <= last_day(own.richtig) and last_day(m.mandat) >= own.richtig.von]
    if sitz == own.before.sitz or len(there) != 1:
        told = "Auf dem richtigen Sitz ist in dieser Zeit niemand oder mehr als eine Person eingetragen."
        raise falsch(told, "--tausch weglassen; den richtigen Sitz mit --sitz angeben.")
    right = there[0].mandat.model_copy(update={"sitz": own.before.sitz})
    return _Fall(there[0].mitglied, there[0].nr, right)


def _correct(case: _Fall, beleg: Beleg) -> Iterator[Setzen]:
    """The steps that put a Mandat right, with what stood there."""
    alt, neu = to_klartext(case.before), to_klartext(case.richtig)
    for feld in case.changed:
        yield from _set(case.person, case.nr, feld, alt.get(feld), neu.get(feld))
    yield from record(case.person, {f"mandate.{case.nr + 1}": {feld: alt.get(feld) for feld in case.changed}}, beleg)


def tell_mandat(bestand: Bestand, mandat: Mandat) -> str:
    """``ordentliches Mitglied auf dem Sitz „Städtetag“ ab 1. März 2025``"""
    where = f"auf dem Sitz {name_of_sitz(bestand, mandat.sitz)}" if mandat.sitz else f"in {mandat.gremium}"
    return f"{WORTE[mandat.rolle]} {where} ab {datum(mandat.von)}"


def _choose(bestand: Bestand, person: Mitglied, text: str | None) -> int:
    """The only Mandat, or the one that is meant: by its number, its seat or its Gremium."""
    if not person.mandate:
        raise ablehnen(f"{person.kennung} hat kein Mandat.", f"Ansehen: netzint mitglied zeigen {person.kennung}")
    everything = range(len(person.mandate))
    wanted = (text or "").strip().lower()
    if wanted.isdecimal():
        fitting = [nr for nr in everything if nr + 1 == int(wanted)]
    else:
        names = [(m.gremium, m.sitz, (m.sitz or "").removeprefix("sitz-")) for m in person.mandate]
        fitting = [nr for nr in everything if text is None or wanted in names[nr]]
    if len(fitting) == 1:
        return fitting[0]
    known = "; ".join(f"{nr + 1}: {tell_mandat(bestand, person.mandate[nr])}" for nr in fitting or everything)
    told = f"{person.kennung} hat mehrere Mandate." if fitting else f"Ein Mandat „{text}“ hat {person.kennung} nicht."
    raise falsch(told, f"Mit --mandat die Nummer angeben. {known}")


def _apply(bestand: Bestand, mandat: Mandat, richtig: Richtig) -> dict[str, Any]:
    """The Mandat as it should stand there; what was typed goes through the same doors as in a naming."""
    plain: dict[str, Any] = dict(to_klartext(mandat))
    gone = {parse_wert("--ohne", text, OHNE) for text in richtig.ohne}
    if richtig.sitz is not None:
        if mandat.gremium != STRATEGIEGRUPPE:
            raise falsch(f"In {mandat.gremium} gibt es keine Sitze.", "--sitz weglassen.")
        plain["sitz"] = find_sitz(bestand, richtig.sitz, richtig.ab or mandat.von).kennung
    if richtig.rolle is not None:
        plain["rolle"] = parse_wert("--rolle", richtig.rolle, roles_in(mandat.gremium))
    plain |= {"von": richtig.ab} if richtig.ab else {}
    plain |= {"bis": richtig.bis} if richtig.bis else {}
    if richtig.durch is not None or richtig.benannt_am is not None:
        plain["benannt"] = _apply_benennung(bestand, mandat, richtig)
    if richtig.endegrund is not None:
        am = mandat.ende.am if mandat.ende else richtig.bis or mandat.bis
        if am is None:
            raise ablehnen("Dieses Mandat ist nicht beendet.", "Beenden: netzint mitglied abberufen")
        why = parse_wert("--endegrund", richtig.endegrund, get_args(Endegrund))
        plain["ende"] = to_klartext(require(Mandatsende, {"grund": why, "am": date.fromordinal(am.toordinal())}))
    if "bis" in gone:
        gone.add("ende")  # a reason without an end says nothing
    return {feld: wert for feld, wert in plain.items() if feld not in gone}


def _apply_benennung(bestand: Bestand, mandat: Mandat, richtig: Richtig) -> Klartext:
    known = mandat.benannt
    durch = find_stelle(bestand, richtig.durch).kennung if richtig.durch is not None else known and known.durch
    tag = richtig.benannt_am or (known and known.am)
    if durch is None or tag is None:
        missing = "--durch" if durch is None else "--benannt-am"
        raise falsch("Zu einer Benennung gehören die Stelle und der Tag.", f"Auch {missing} angeben.")
    return to_klartext(require(Benennung, {"durch": durch, "am": tag}))


def roles_in(gremium: str) -> tuple[str, ...]:
    """The roles that there are in a Gremium."""
    if gremium == STRATEGIEGRUPPE:
        return ("ordentlich", "stellvertretend")
    if gremium == GESCHAEFTSSTELLE:
        return ("leitung", "mitarbeit")
    return ("leitung", "staendig", "gast", "sachverstaendig")


def _judge(bestand: Bestand, ohne: Bestand, case: _Fall, stichtag: date) -> tuple[str, ...]:
    """Whether it can have been so: seat, naming, person, and what was done in the Mandat."""
    before, after, kennung = case.before, case.richtig, case.person.kennung
    if after.bis is not None and after.bis < after.von:
        text = f"Der letzte Tag ({datum(after.bis)}) liegt vor dem ersten ({datum(after.von)})."
        raise falsch(text, "--ab und --bis prüfen.")
    hinweise = _judge_sitz(ohne, case.rest, after, stichtag) if after.sitz else ()
    if last_day(after) < last_day(before):
        check_mitwirkung(bestand, kennung, after.gremium, last_day(after))
    if after.von > before.von:
        check_vorher(bestand, case.rest, after.gremium, before.von, after.von)
    if after.von < before.von and after.rolle == "ordentlich":
        check_ladung(bestand, kennung, after.von, after.bis)
    return hinweise


def _judge_sitz(ohne: Bestand, rest: Mitglied, after: Mandat, stichtag: date) -> tuple[str, ...]:
    """The checks of a naming, in a Bestand in which this Mandat is not there."""
    sitz = find_sitz(ohne, after.sitz or "", after.von)
    platz = Platz(sitz, after.rolle, after.von, after.bis)
    am = after.benannt.am if after.benannt else min(after.von, stichtag)
    check_days(ohne, am, platz, stichtag)
    check_benennung(ohne, platz, Benannt(ohne.stellen.get(after.benannt.durch) if after.benannt else None, am))
    check_free(ohne, platz)
    check_person(ohne, rest, platz)
    return check_eignung(ohne, rest, platz)


def _set(person: Mitglied, nr: int, feld: str, alt: Klartext | None, neu: Klartext | None) -> list[Setzen]:
    """The steps for one field; of a block only the lines that differ."""
    place = ("mandate", nr, feld)
    if isinstance(alt, dict) and isinstance(neu, dict):
        return [Setzen("mitglied", person.kennung, (*place, key), neu[key]) for key in neu if neu[key] != alt.get(key)]
    return [Setzen("mitglied", person.kennung, place, neu)]
