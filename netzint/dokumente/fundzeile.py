"""From a line of the text that came of a template back to the line of the template, for whoever has to mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.markdownleser import list_ueberschriften
from netzint.dokumente.umgebung import fill_in

_TAG = re.compile(r"\{[%#].*?[%#]\}")
_MARKE = re.compile("\u27e6zeile (\\d+) (\\d+)\u27e7")


def locate(error: VorlagenFehler, texte: Mapping[str, str], vorlage: str, daten: Mapping[str, Any]) -> VorlagenFehler:
    """The error with the template and line where it comes from; with the template alone where that cannot be told.

    The template is filled in once more, with a mark at the end of each line of it that leaves one in the text.
    """
    names = sorted(texte)
    marked = {name: _mark(texte[name], nr) for nr, name in enumerate(names)}
    try:
        lines = fill_in(marked, vorlage, daten).split("\n")
        headings = list_ueberschriften("\n".join(_MARKE.sub("", line) for line in lines))
    except VorlagenFehler:
        return error.at(vorlage, 0)
    line = error.zeile if error.ueberschrift is None else headings[error.ueberschrift]
    found = next((m for m in map(_MARKE.search, lines[line - 1 :]) if m), None) if line else None
    return error.at(names[int(found[1])], int(found[2])) if found else error.at(vorlage, 0)


def _mark(text: str, nr: int) -> str:
    """A line with nothing but tags leaves nothing behind, so it gets no mark."""
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(
        f"{line}\u27e6zeile {nr} {zeile}\u27e7" if _TAG.sub("", line).strip() else line for zeile, line in lines
    )
