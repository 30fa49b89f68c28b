"""``ag mitglied``: who leads an AG, belongs to it, is its guest or expert, and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import get_args

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.finden import find_ag, find_mitglied
from netzint.modell.meldungen import require
from netzint.modell.mitglied import STAENDIGE, Endegrund, Mandat
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.zustaende import agstand
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.mitglied_ende import abberufen
from netzint.vorgaenge.mitglied_mitwirkung import check_mitwirkung
from netzint.vorgaenge.mitglied_person import Person, Vorgabe, add_mandat, choose, end_mandat, parse_wert

ROLLEN = ("leitung", "staendig", "gast", "sachverstaendig")
WORTE = {
    "leitung": "Leitung",
    "staendig": "ständiges Mitglied",
    "gast": "Gast",
    "sachverstaendig": "sachverständig",
}


def aufnehmen(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    person: Person,
    rolle: str,
    ab: date | None = None,
) -> Aenderung:
    """Somebody comes into an AG, or gets another role there; the earlier role ends the day before.

    Raises NetzintFehler if the AG is not at work then, or has no place left: the number is fixed by Beschluss.
    """
    found = find_ag(bestand, ag)
    role = parse_wert("--rolle", rolle, ROLLEN)
    von = ab or max(stichtag, found.mandat.von)
    _check_zeit(found, von)
    vorgabe = Vorgabe(praefix=found.kennung, ziffern=2)
    chosen = choose(bestand, vergeben, person, vorgabe, von)
    kennung = chosen.mitglied.kennung
    held = _find_mandat(bestand, found, kennung, von)
    ended = _end_earlier(held, role, von)
    _check_zahl(bestand, found, kennung, role, von)
    mandat = require(Mandat, {"gremium": found.kennung, "rolle": role, "von": von})
    steps: tuple[Schritt, ...] = (*chosen.schritte, *ended)
    neu = chosen.mitglied
    if chosen.ist_neu:
        neu = neu.model_copy(update={"mandate": (mandat,)})
    else:
        steps += (add_mandat(neu, mandat),)
    return Aenderung(
        "ag-mitglied",
        f"{kennung} ab {datum(von)} in {found.kennung} ({WORTE[role]})",
        neu=(neu,) if chosen.ist_neu else (),
        gesetzt=steps,
        hinweise=(*chosen.hinweise, *_remarks(bestand, found, kennung, role, von)),
        danach=((f"netzint ag zeigen {found.kennung}", "die Mitglieder der Arbeitsgruppe ansehen"),),
    )


def _check_zeit(ag: Arbeitsgruppe, von: date) -> None:
    stand = agstand(ag, von)
    if von < ag.mandat.von:
        raise ablehnen(
            f"{ag.kennung} beginnt erst am {datum(ag.mandat.von)}.", f"Ein --ab ab dem {datum(ag.mandat.von)} angeben."
        )
    if stand == "abgeschlossen" and ag.abschluss is not None:
        raise ablehnen(
            f"{ag.kennung} ist seit dem {datum(ag.abschluss.am)} abgeschlossen; neue Mitglieder gibt es nicht mehr.",
            "Ein früheres --ab angeben, wenn etwas nachzutragen ist.",
        )
    if von > ag.ende:
        raise ablehnen(
            f"Das Mandat von {ag.kennung} endet am {datum(ag.ende)}, vor dem {datum(von)}.",
            f"Zuerst verlängern: netzint ag verlaengern {ag.kennung} --bis JJJJ-MM-TT",
        )


def _find_mandat(bestand: Bestand, ag: Arbeitsgruppe, kennung: str, tag: date) -> MandatVon | None:
    """The Mandat of a person in the AG that runs on a day, or begins after it."""
    own = (m for m in bestand.mandate_in(ag.kennung) if m.mitglied.kennung == kennung)
    return next((m for m in own if m.mandat.bis is None or m.mandat.bis >= tag), None)


def _end_earlier(held: MandatVon | None, role: str, von: date) -> tuple[Schritt, ...]:
    """The steps that end an earlier role the day before a new one."""
    if held is None:
        return ()
    kennung = held.mitglied.kennung
    if held.mandat.rolle == role:
        raise ablehnen(
            f"{kennung} hat diese Rolle schon seit dem {datum(held.mandat.von)} ({WORTE[role]}).",
            "Eine andere --rolle wählen oder nichts tun.",
        )
    if held.mandat.von >= von:
        raise ablehnen(
            f"{kennung} ist dort ab dem {datum(held.mandat.von)} schon {WORTE.get(held.mandat.rolle, '')} eingetragen.",
            f"Für den Wechsel ein --ab nach dem {datum(held.mandat.von)} angeben.",
        )
    return (Setzen("mitglied", kennung, ("mandate", held.nr, "bis"), von - timedelta(days=1)),)


def _check_zahl(bestand: Bestand, ag: Arbeitsgruppe, kennung: str, role: str, von: date) -> None:
    """Leitung and ständige Mitglieder count against the number that the Beschluss fixed (R12)."""
    if role not in STAENDIGE:
        return
    for tag in sorted({von, *_changes(bestand, ag, von)}):
        people = {m.mitglied.kennung for m in bestand.mandate_in(ag.kennung, tag) if m.mandat.rolle in STAENDIGE}
        fixed = ag.zahl_am(tag)
        if len(people | {kennung}) > fixed:
            number = anzahl(len(people - {kennung}), "ständiges Mitglied", "ständige Mitglieder")
            raise ablehnen(
                f"{ag.kennung} hat am {datum(tag)} schon {number}, festgelegt sind {fixed}.",
                "Mit --rolle gast oder sachverstaendig aufnehmen, ein Mandat mit --bis beenden, oder die "
                f"Strategiegruppe beschließt eine höhere Zahl: netzint ag aendern {ag.kennung}",
            )


def _changes(bestand: Bestand, ag: Arbeitsgruppe, von: date) -> Iterator[date]:
    """The later days on which there may be more people or fewer places."""
    yield from (m.mandat.von for m in bestand.mandate_in(ag.kennung) if m.mandat.von > von)
    yield from (day for day in ag.zahlwechsel if day > von)


def _remarks(bestand: Bestand, ag: Arbeitsgruppe, kennung: str, role: str, von: date) -> Iterator[str]:
    if role == "leitung":
        others = [m.mitglied.kennung for m in bestand.mandate_in(ag.kennung, von) if m.mandat.rolle == "leitung"]
        if others and others != [kennung]:
            yield f"Die Leitung hat auch {aufzaehlung(others)}; endet sie, ist das mit --bis einzutragen."
    if role in STAENDIGE:
        people = {m.mitglied.kennung for m in bestand.mandate_in(ag.kennung, von) if m.mandat.rolle in STAENDIGE}
        number = len(people | {kennung})
        yield f"{number} von {ag.zahl_am(von)} ständigen Mitgliedern sind damit eingetragen."


def ausscheiden(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    person: str,
    bis: date,
    grund: str = "niedergelegt",
) -> Aenderung | None:
    """Somebody leaves an AG; who died leaves everything else, too. Raises NetzintFehler if she is not in it then."""
    found = find_ag(bestand, ag)
    mitglied = find_mitglied(bestand, person)
    reason = parse_wert("--endegrund", grund, [g for g in get_args(Endegrund) if g not in _NICHT_HIER])
    own = [m for m in bestand.mandate_in(found.kennung) if m.mitglied.kennung == mitglied.kennung]
    if not own:
        raise ablehnen(
            f"{mitglied.kennung} gehört nicht zu {found.kennung}.", f"Wer dazugehört: netzint ag zeigen {found.kennung}"
        )
    running = next((m for m in own if m.mandat.gilt_am(bis)), None)
    if running is None:
        raise ablehnen(
            f"{mitglied.kennung} hat am {datum(bis)} kein Mandat in {found.kennung}.",
            f"Die Zeiten zeigt: netzint mitglied zeigen {mitglied.kennung}",
        )
    if bis > found.ende:
        raise falsch(f"Das Mandat von {found.kennung} endet schon am {datum(found.ende)}.", "Ein früheres --bis.")
    if reason == "verstorben":
        check_nicht_kuenftig("--bis", bis, stichtag)
        return abberufen(bestand, (), stichtag=stichtag, mitglied=mitglied.kennung, am=bis, grund=reason)
    check_mitwirkung(bestand, mitglied.kennung, found.kennung, bis)
    return Aenderung(
        "ag-mitglied",
        f"{mitglied.kennung} bis {datum(bis)} in {found.kennung}",
        gesetzt=end_mandat(mitglied, running.nr, bis, reason, min(bis, stichtag)),
        danach=((f"netzint ag mitglied {found.kennung}", "jemanden nachrücken lassen"),),
    )


_NICHT_HIER = ("ag_abgeschlossen", "aufgerueckt", "nachbenannt")
"""Reasons that acts of their own set."""
