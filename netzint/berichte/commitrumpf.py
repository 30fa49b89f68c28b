"""The comparison as the body of a commit: what a Vorgang changed, in lines of 72 columns, without any person's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from netzint.berichte.bestandsvergleich import Paar, tell_paare
from netzint.berichte.vergleichssatz import Satz, name_eintrag
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl

BREITE = 72
ZEILEN = 60
"""So many lines at most; then the rest is counted."""
EINTRAEGE = 40
"""So many entries are compared: after importing a table of thousands nobody reads the body."""
_WORTLAUT = ("wortlaut", "massnahme", "auftrag", "beschreibung", "beschlussvorschlag", "titel")
"""Prose that is decided on is quoted; what people wrote about it stands in the files only."""
_FORGE = re.compile(r"(?<=[@#])(?=\w)")
"""A forge closes issues and calls people whom a commit names so."""
_ANREDE = re.compile(r"\b(?:Frau|Herrn?) (?:(?:Prof|Dr)\. )*(\w[\w-]+)")
SATZ = 400


def build_rumpf(
    alt: Bestand,
    neu: Bestand,
    paare: Sequence[Paar],
    weitere: Iterable[Satz] = (),
    namen: Callable[[], Mapping[str, str]] = dict,
) -> str:
    """What is different, entry by entry. ``namen``: the names of people and their Kennungen, asked for if need be."""
    saetze = [*tell_paare(alt, neu, paare[:EINTRAEGE], inhalt=False), *weitere]
    lines = list(_iter_lines(saetze))
    text = "\n".join(lines)
    if "„" in text or "[" in text:
        lines = [_hide(line, namen()) for line in lines]
    wrapped = [part for line in lines for part in _wrap(line)]
    left = len(paare) - EINTRAEGE
    rest = [f"… und {anzahl(left, 'weiterer Eintrag', 'weitere Einträge')}"] if left > 0 else []
    if len(wrapped) > ZEILEN:
        wrapped = [*wrapped[: ZEILEN - 1], "… und weitere Änderungen"]
    return "\n".join([*wrapped, *rest])


def _iter_lines(saetze: Iterable[Satz]) -> Iterator[str]:
    for name, some in groupby(saetze, key=name_eintrag):
        for text in dict.fromkeys(map(_shorten, some)):
            yield f"- {name}: {text}" if name else f"- {text}"


def _shorten(satz: Satz) -> str:
    if satz.prosa and satz.feld.rpartition(".")[2] not in _WORTLAUT and " geändert: " in satz.text:
        return satz.text.partition(" geändert: ")[0] + " geändert"
    line = " ".join(satz.text.split())
    return line if len(line) <= SATZ else f"{line[: SATZ - 1]}…"


def _hide(line: str, namen: Mapping[str, str]) -> str:
    """The same with the Kennung in place of each name that is known."""
    for name, kennung in namen.items():
        if name in line:
            line = line.replace(name, kennung)
    last = {name.split()[-1]: kennung for name, kennung in namen.items() if name.split()}
    return _ANREDE.sub(lambda m: last.get(m[1], m[0]), line)


def _wrap(line: str) -> list[str]:
    safe = _FORGE.sub(" ", line)
    return wrap(safe, BREITE, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
