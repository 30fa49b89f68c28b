"""An Aenderung applied to a Bestand in memory, for tests that live through many of them."""

from __future__ import annotations

from typing import Any

from netzint.modell.arten import NACH_NAME
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import to_klartext
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Schritt, Setzen


def apply(bestand: Bestand, aenderung: Aenderung) -> Bestand:
    """The Bestand as the Aenderung makes it; entries go through their models again."""
    assert not {e.kennung for e in aenderung.neu} & bestand.eintraege.keys()
    plain: dict[tuple[str, str], Any] = {}
    for step in aenderung.gesetzt:
        key = (step.art, step.kennung)
        if key not in plain:
            plain[key] = to_klartext(bestand.nach_art[NACH_NAME[step.art].model][step.kennung])
        _set(plain[key], step)
    changed: list[Eintrag] = [
        NACH_NAME[art].model.model_validate({**felder, "kennung": kennung}) for (art, kennung), felder in plain.items()
    ]
    return bestand.replaced([*aenderung.neu, *changed])


def _set(node: Any, step: Schritt) -> None:
    for part, after in zip(step.feld, step.feld[1:], strict=False):
        missing = isinstance(node, dict) and part not in node
        if missing:
            node[part] = [] if isinstance(after, int) else {}
        node = node[part]
    last = step.feld[-1]
    if isinstance(step, Einfuegen):
        node.insert(last, step.wert)
    elif isinstance(step, Setzen) and step.wert is None:
        node.pop(last)
    elif isinstance(step, Setzen) and isinstance(node, list) and last == len(node):
        node.append(step.wert)
    elif isinstance(step, Setzen):
        node[last] = step.wert
