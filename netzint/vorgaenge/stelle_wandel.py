"""Vorgänge: a Stelle has another name or kind from a day on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, get_args

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_stelle
from netzint.modell.klartext import Klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.modell.stelle import Frueher, Kommunalstatus, Stelle, Stellenart
from netzint.regeln.eignung import lack_on
from netzint.regeln.sitzlage import name_of_sitz, with_rolle
from netzint.regeln.tage import day_after, day_before, last_day
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import parse_wert
from netzint.vorgaenge.stelle import check_regeln, tell_nachfolge, tell_namensgleiche


def umbenennen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    kennung: str,
    name: str | None,
    ab: date,
    kurz: str | None = None,
    art: str | None = None,
    status: str | None = None,
) -> Aenderung:
    """Another name, kind or status from a day on; what was is kept with its last day."""
    stelle = find_stelle(bestand, kennung)
    changed = _read_change(stelle, name, art, status)
    _check_lasting(stelle, ab)
    earlier = _describe_before(stelle, changed, ab)
    if kurz is not None and kurz != stelle.kurz:
        changed["kurz"] = clean_zeile("--kurz", kurz)
    after = stelle.model_copy(update={**changed, "frueher": (*stelle.frueher, require(Frueher, earlier))})
    check_regeln(bestand, after, stichtag)
    hinweise = tuple(list_effects(bestand, bestand.replaced([after]), ab))
    steps = [Setzen("stelle", stelle.kennung, (field,), wert) for field, wert in changed.items()]
    steps.append(Setzen("stelle", stelle.kennung, ("frueher", len(stelle.frueher)), earlier))
    betreff = f"{stelle.kennung} heißt ab {datum(ab)} „{after.name}“"
    if "name" not in changed:
        betreff = f"{stelle.kennung} ist ab {datum(ab)} von anderer Art oder anderem Status"
    if "name" in changed and stelle.kurz and "kurz" not in changed and stelle.kurz not in after.name:
        befehl = f"netzint stelle aendern {stelle.kennung} --kurz NAME"
        hinweise += (f"Der Kurzname bleibt „{stelle.kurz}“; ändern: {befehl}",)
    hinweise += tell_namensgleiche(bestand, stelle.kennung, changed.get("name"))
    return Aenderung("stelle-umbenennen", betreff, gesetzt=tuple(steps), hinweise=hinweise)


def _read_change(stelle: Stelle, name: str | None, art: str | None, status: str | None) -> dict[str, Klartext | None]:
    """What is different from what stands there; what is no Stadt any more has no status."""
    new: dict[str, Klartext] = {}
    if name is not None:
        new["name"] = clean_zeile("--name", name)
    if art is not None:
        new["art"] = parse_wert("--art", art, get_args(Stellenart))
    if status is not None:
        new["status"] = parse_wert("--status", status.replace("ß", "ss"), get_args(Kommunalstatus))
    if not new:
        raise falsch("Es fehlt, was sich ändert.", "Den neuen Namen mit --name angeben, oder --art, --status.")
    changed: dict[str, Klartext | None] = {k: v for k, v in new.items() if v != getattr(stelle, k)}
    if not changed:
        raise falsch(f"{stelle.kennung} heißt schon so.", "Angeben, was danach anders ist.")
    if changed.get("art", "stadt") != "stadt" and stelle.status is not None:
        changed["status"] = None
    return changed


def _check_lasting(stelle: Stelle, ab: date) -> None:
    """Refuse a day on which the Stelle is no more, or before a change that is recorded already."""
    if stelle.bis is not None and ab > stelle.bis:
        raise ablehnen(f"{stelle.kennung} gibt es nur bis {datum(stelle.bis)}.", tell_nachfolge(stelle))
    last = max((f.bis for f in stelle.frueher), default=None)
    if last is not None and ab <= day_after(last):
        text = f"Für {stelle.kennung} ist schon eine Änderung zum {datum(day_after(last))} eingetragen."
        hinweis = f"Einen späteren Tag mit --ab angeben; ein Schreibfehler: netzint stelle aendern {stelle.kennung}"
        raise ablehnen(text, hinweis)


def _describe_before(stelle: Stelle, changed: dict[str, Klartext | None], ab: date) -> dict[str, Any]:
    """What was until the day before. Kind and status go together: a status that was none cannot be written alone."""
    earlier: dict[str, Any] = {"name": stelle.name} if "name" in changed else {}
    if "art" in changed or "status" in changed:
        earlier["art"] = stelle.art
        if stelle.status is not None:
            earlier["status"] = stelle.status
    return {**earlier, "bis": day_before(ab)}


def list_effects(before: Bestand, after: Bestand, ab: date) -> Iterator[str]:
    """Whoever no longer has what the seat asks for; refused if that makes a Mandat wrong from its first day."""
    for held in with_rolle(after.mandate_in(STRATEGIEGRUPPE), "ordentlich"):
        if last_day(held.mandat) < ab:
            continue
        day = max(ab, held.mandat.von)
        old = next(m for m in before.mandate if m.mitglied.kennung == held.mitglied.kennung and m.nr == held.nr)
        sitz, grund = lack_on(after, held, day)
        if sitz is None or not grund or lack_on(before, old, day)[1]:
            continue
        who = f"{held.mitglied.kennung} auf dem Sitz {name_of_sitz(before, sitz.kennung)}"
        if day == held.mandat.von and sitz.bank in ("kommunen", "integrationsbeauftragte"):
            text = f"{who} passte dann von Anfang an ({datum(day)}) nicht: {grund}."
            raise ablehnen(text, "Den Tag mit --ab prüfen.")
        yield f"{who} passt ab {datum(day)} nicht mehr: {grund}; Nachbenennung prüfen."
