"""How changes of a Fassung are written: into a copy that becomes a new Fassung, or into one that lies ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.klartext import Klartext, to_klartext
from netzint.vorgaenge.aenderung import Einfuegen, Setzen
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt
from netzint.vorgaenge.geschaeftsordnung_lage import ART, fassungen

Eintragung = Setzen | Einfuegen


def apply_schritte(wert: dict[str, Klartext], changed: Iterable[Schritt]) -> dict[str, Klartext]:
    """Plain data with the changes in it; ``wert`` itself is changed."""
    for step in changed:
        part: Any = wert
        for name, below in pairwise(step.feld):
            part = part.setdefault(name, [] if isinstance(below, int) else {}) if isinstance(part, dict) else part[name]
        last = step.feld[-1]
        if step.einfuegen or (isinstance(part, list) and last == len(part)):
            part.insert(last, step.wert)
        elif step.wert is None:
            part.pop(last, None) if isinstance(part, dict) else part.pop(last)
        else:
            part[last] = step.wert
    return wert


def quellenschritte(
    base: Fassung, changed: Sequence[Schritt], named: Mapping[str, str], sonst: str
) -> Iterator[Schritt]:
    """What is noted as the source of what was changed: what was named, else the Beschluss."""
    wanted = {**{step.quelle: sonst for step in changed if step.quelle}, **named}
    new = {key: text for key, text in wanted.items() if base.quellen.get(key) != text}
    if new and not base.quellen:
        yield Schritt(("quellen",), dict(new))
    else:
        yield from (Schritt(("quellen", key), text) for key, text in new.items())


def umsetzen(nr: int, changed: Iterable[Schritt]) -> Iterator[Eintragung]:
    """The changes as steps in the Fassung of this number."""
    for step in changed:
        feld = ("fassungen", nr, *step.feld)
        if step.einfuegen and step.wert is not None:
            yield Einfuegen(ART, ART, feld, step.wert)
        else:
            yield Setzen(ART, ART, feld, step.wert)


def einsetzen(bestand: Bestand, neu: Fassung) -> tuple[int, tuple[Eintragung, ...]]:
    """The step that puts a new Fassung at its place in time, and its number there."""
    known = fassungen(bestand)
    nr = sum(f.gilt_ab < neu.gilt_ab for f in known)
    step = Setzen if nr == len(known) else Einfuegen
    return nr, (step(ART, ART, ("fassungen", nr), to_klartext(neu)),)
