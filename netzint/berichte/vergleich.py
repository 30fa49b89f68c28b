"""Two states of an entry, compared by meaning: German sentences instead of changed lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from netzint.berichte.nennung import describe, nenne
from netzint.berichte.wortvergleich import compare_worte
from netzint.modell.befund import Feldpfad
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Berichtigung, Eintrag, ordered_fields
from netzint.modell.sprache import aufzaehlung

_SCHLUESSEL = ("kennung", "nr", "gilt_ab", "stelle", "mitglied", "regel", "versandt")
"""The fields by which items of a list are known again; without them by all they say, and then by their place."""


class Unterschied(NamedTuple):
    """One difference: where it is in the newer state (or was in the older), and what it is in a sentence."""

    feld: Feldpfad
    text: str
    berichtigung: bool = False
    """A correction of what had been recorded wrongly, not a change of the matter."""


def compare_eintraege(alt: Eintrag | None, neu: Eintrag | None) -> tuple[Unterschied, ...]:
    """All differences between two states of one entry; None: it was not there yet, or is there no longer."""
    if alt is None or neu is None:
        entry = alt or neu
        words = "" if entry is None else describe(entry, knapp=True)
        what = f": {words}" if words else ""
        return (Unterschied((), f"{'Angelegt' if alt is None else 'Gelöscht'}{what}"),) if entry else ()
    corrections = [
        Unterschied(("berichtigungen", nr), _tell_correction(entry), berichtigung=True)
        for nr, entry in enumerate(neu.berichtigungen)
        if nr >= len(alt.berichtigungen)
    ]
    told = (d for d in _compare_felder(alt, neu, (), "") if not corrections or d.feld[:1] != ("berichtigungen",))
    return (*corrections, *told)


def compare_angaben(alt: Angabe, neu: Angabe) -> tuple[Unterschied, ...]:
    """All differences between two parts of the same kind."""
    return tuple(_compare_felder(alt, neu, (), ""))


def _tell_correction(entry: Berichtigung) -> str:
    statt = entry.statt
    if isinstance(statt, dict):
        statt = ", ".join(f"{feldname(str(key))} {_plain(value)}" for key, value in statt.items())
    basis = f"; Beschluss {entry.beschluss}" if entry.beschluss else ""
    return f"Berichtigt: {entry.zu}, vorher {statt} (Grund: {' '.join(entry.grund.split())}{basis})"


def _plain(value: object) -> str:
    return " ".join(str(value).split())


def _compare_felder(alt: Angabe, neu: Angabe, feld: Feldpfad, wo: str) -> Iterator[Unterschied]:
    if type(alt) is not type(neu):
        yield Unterschied(feld, f"{wo}{describe(alt)} → {describe(neu)}")
        return
    for name in ordered_fields(type(neu)):
        before, after = getattr(alt, name), getattr(neu, name)
        if before != after or str(before) != str(after):
            yield from _compare_wert(before, after, (*feld, name), wo, feldname(name))


def _compare_wert(alt: Any, neu: Any, feld: Feldpfad, wo: str, name: str) -> Iterator[Unterschied]:
    if isinstance(alt, Angabe) and isinstance(neu, Angabe):
        yield from _compare_felder(alt, neu, feld, f"{wo}{name}: ")
    elif isinstance(alt, tuple) and isinstance(neu, tuple) and not hasattr(neu, "_fields"):
        yield from _compare_liste(alt, neu, feld, wo, name)
    elif isinstance(alt, dict) and isinstance(neu, dict):
        for key in sorted(key for key in {*alt, *neu} if alt.get(key) != neu.get(key)):
            yield from _compare_wert(alt.get(key), neu.get(key), (*feld, key), f"{wo}{name}: ", str(key))
    else:
        yield Unterschied(feld, f"{wo}{_tell_wert(alt, neu, name)}")


def _tell_wert(alt: Any, neu: Any, name: str) -> str:
    if alt is None:
        return f"{name} eingetragen: {describe(neu)}"
    if neu is None:
        return f"{name} gestrichen (war: {describe(alt)})"
    if isinstance(neu, str) and isinstance(alt, str) and ("\n" in neu or "\n" in alt):
        if alt.split() == neu.split():
            return f"{name}: nur anders umbrochen"
        return f"{name} geändert: {compare_worte(alt, neu)}"
    return f"{name}: {describe(alt)} → {describe(neu)}"


def _compare_liste(
    alt: tuple[Any, ...], neu: tuple[Any, ...], feld: Feldpfad, wo: str, name: str
) -> Iterator[Unterschied]:
    pairs = _pair(alt, neu)
    for a, b in pairs:
        if b is None:
            yield Unterschied((*feld, a or 0), f"{wo}{nenne(alt[a or 0], name)} gestrichen{_rest(alt[a or 0])}")
        elif a is None:
            yield Unterschied((*feld, b), f"{wo}{nenne(neu[b], name)} eingetragen{_rest(neu[b])}")
        elif isinstance(neu[b], Angabe):
            yield from _compare_felder(alt[a], neu[b], (*feld, b), f"{wo}{nenne(neu[b], name)}: ")
        elif alt[a] != neu[b]:
            yield from _compare_wert(alt[a], neu[b], (*feld, b), wo, name)
    kept = [(a, b) for a, b in pairs if a is not None and b is not None]
    if [b for _, b in sorted(kept)] != sorted(b for _, b in kept):
        names = aufzaehlung([nenne(neu[b], name) for b in sorted(b for _, b in kept)])
        yield Unterschied(feld, f"{wo}{name}: Reihenfolge geändert, jetzt {names}")


def _rest(item: Any) -> str:
    text = describe(item) if isinstance(item, Angabe) else ""
    return f": {text}" if text else ""


def _pair(alt: Sequence[Any], neu: Sequence[Any]) -> list[tuple[int | None, int | None]]:
    """Which item became which: equal ones first, then those of the same key, then what is left in its order."""
    open_a, open_b = list(range(len(alt))), list(range(len(neu)))
    pairs: list[tuple[int | None, int | None]] = []

    def match(key: Callable[[Any], Any]) -> None:
        for b in list(open_b):
            wanted = key(neu[b])
            found = next((a for a in open_a if wanted is not None and key(alt[a]) == wanted), None)
            if found is not None:
                pairs.append((found, b))
                open_a.remove(found)
                open_b.remove(b)

    match(lambda item: item)
    match(_key)
    match(lambda item: type(item) if isinstance(item, Angabe) and _key(item) is None else None)
    pairs += [(a, None) for a in open_a]
    pairs += [(None, b) for b in open_b]
    return sorted(pairs, key=lambda pair: (pair[1] if pair[1] is not None else pair[0] or 0, pair[1] is None))


def _key(item: Any) -> Any:
    if not isinstance(item, Angabe):
        return None
    found = tuple(getattr(item, name) for name in _SCHLUESSEL if getattr(item, name, None) is not None)
    return found or None
