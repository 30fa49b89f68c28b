"""Every field of every model, and by which commands it was set, changed or put right in a story of commands."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.modell.angabenpfade import name_items
from netzint.modell.arten import NACH_NAME
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.meldungen import find_models
from netzint.modell.typen import Anteil
from tests.cli.fragen import NACH_NAME as NACH_NAME_DER_FRAGE
from tests.kreislauf.welt import Buero
from tests.kreislauf.zusagen import name_of

MODELLE: tuple[type[Eintrag], ...] = tuple(art.model for art in NACH_NAME.values())
VERSUCHE = 3
"""In so many entries a field is tried to be put right."""
UEBERALL = ("abweichung", "berichtigungen")
"""What every entry may carry, and one act sets for all of them."""


class Stelle(NamedTuple):
    """A value in an entry: of which field, and the path by which ``netzint berichtigen`` names it."""

    feld: str
    pfad: str
    wert: object


def name_feld(model: type[Angabe], feld: str) -> str:
    """``Sitzung.ort``; what is the same everywhere is named once."""
    return f"Eintrag.{feld}" if feld in UEBERALL else f"{model.__name__}.{feld}"


def list_felder(models: Iterable[type[Eintrag]] = MODELLE) -> dict[str, bool]:
    """The fields of models and of all that an entry can hold, and whether each holds parts of its own."""
    found: dict[str, bool] = {}
    seen: set[type[Angabe]] = set()

    def walk(model: type[Angabe]) -> None:
        seen.add(model)
        for feld in ordered_fields(model):
            below = tuple(find_models(model.model_fields[feld].annotation))
            found[name_feld(model, feld)] = bool(below)
            for inner in below:
                if inner not in seen:
                    walk(inner)

    for model in models:
        walk(model)
    return found


def iter_stellen(teil: Angabe, davor: str = "") -> Iterator[Stelle]:
    """Every value that is there, parts and what they hold alike."""
    for feld in ordered_fields(type(teil)):
        value = getattr(teil, feld)
        if value in (None, (), {}):
            continue
        yield Stelle(name_feld(type(teil), feld), f"{davor}{feld}", value)
        if isinstance(value, Angabe):
            yield from iter_stellen(value, f"{davor}{feld}.")
        elif isinstance(value, tuple) and isinstance(value[0], Angabe):
            for name, item in zip(name_items(value), value, strict=True):
                yield from iter_stellen(item, f"{davor}{feld}.{name}.")


def _is_frage(aufruf: str) -> bool:
    """Whether it only asks."""
    return name_of(tuple(shlex.split(aufruf))) in NACH_NAME_DER_FRAGE


def _is_teil(value: object) -> bool:
    """Whether it is a part, or parts, with values of their own."""
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, Angabe)


def spell(value: object) -> str:
    """A value as a person would type it."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, tuple) and not isinstance(value, Anteil):
        return ", ".join(map(spell, value))
    return str(value)


def _has_more(before: object, after: object) -> bool:
    """Whether a list of parts got another one: that is how it is set once more."""
    return isinstance(after, tuple) and isinstance(before, tuple) and _is_teil(after) and len(after) > len(before)


class Spur:
    """What a story has touched."""

    def __init__(self) -> None:
        self.gesetzt: dict[str, set[str]] = defaultdict(set)
        self.geaendert: dict[str, set[str]] = defaultdict(set)

    def note_anfang(self, befehl: str, bestand: Bestand) -> None:
        """Which fields are set where everything begins."""
        for entry in bestand.eintraege.values():
            self._note_eintrag(befehl, None, entry)

    def note(self, befehl: str, before: Bestand, after: Bestand) -> None:
        """Which fields a command set for the first time in an entry, and which it gave another value."""
        for kennung, entry in after.eintraege.items():
            old = before.eintraege.get(kennung)
            if old is not entry and old != entry:
                self._note_eintrag(befehl, old, entry)

    def _note_eintrag(self, befehl: str, old: Eintrag | None, new: Eintrag) -> None:
        known = {stelle.pfad: stelle for stelle in iter_stellen(old)} if old else {}
        for stelle in iter_stellen(new):
            was = known.get(stelle.pfad)
            if was is None or was.feld != stelle.feld or _has_more(was.wert, stelle.wert):
                self.gesetzt[stelle.feld].add(befehl)
            elif was.wert != stelle.wert:
                self.geaendert[stelle.feld].add(befehl)

    def berichtige(self, buero: Buero) -> None:
        """Put right one value of each field by the path that ``netzint berichtigen`` names: to what stands there."""
        tried: dict[str, int] = defaultdict(int)
        for entry in buero.welt.bestand.iter_eintraege():
            for stelle in iter_stellen(entry):
                if tried[stelle.feld] >= VERSUCHE or _is_teil(stelle.wert):
                    continue
                words = ("berichtigen", entry.kennung, "--setze", f"{stelle.pfad}={spell(stelle.wert)}", "--grund", "x")
                done = buero.rufe(*words, "--probe")
                tried[stelle.feld] += 1
                if done.ausgang == 0 and done.aus.startswith("Es gibt nichts zu tun."):
                    tried[stelle.feld] = VERSUCHE
                    self.geaendert[stelle.feld].add("berichtigen")

    def erzaehle(self, buero: Buero, schritte: Sequence[tuple[str, date, str]]) -> None:
        """Live a story in memory; every step of it has to be accepted."""
        for wo, tag, aufruf in schritte:
            if _is_frage(aufruf):
                continue
            buero.welt.heute = tag
            words = shlex.split(aufruf.replace("{letzter}", next(reversed(["", *buero.welt.vorgaenge]))))
            before = buero.welt.bestand
            done = buero.rufe(*words)
            assert done.ausgang == 0, f"{wo}: {aufruf}\n{done.fehler}"
            if done.aenderung is not None:
                self.note(name_of(done.befehl), before, buero.welt.bestand)


def read_geschichte(datei: Path) -> list[tuple[str, date, str]]:
    """The calls of a story that are accepted, each with its place and its day; ``init`` is lived before."""
    tag, found = date.min, []
    for nr, line in enumerate(datei.read_text("utf-8").splitlines(), 1):
        if line.startswith("["):
            tag = date.fromisoformat(line.strip("[]"))
        elif line and not line.startswith(("#", "init ", "2: ", "3: ")):
            found.append((f"{datei.name}:{nr}", tag, line))
    return found
