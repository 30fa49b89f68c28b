"""Two states of an entry, compared by meaning: German sentences instead of changed lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netzint.berichte.ereignisse import buendle, tell_ereignis
from netzint.berichte.nennung import describe, nenne
from netzint.berichte.wortvergleich import compare_worte
from netzint.modell.befund import Feldpfad
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Berichtigung, Eintrag, ordered_fields
from netzint.modell.paare import Paar, pair_by
from netzint.modell.sprache import aufzaehlung

_SCHLUESSEL = ("kennung", "nr", "gilt_ab", "stelle", "mitglied", "regel", "versandt")
"""The fields by which items of a list are known again; without them by all they say, and then by their place."""


NEU, WEG, ANDERS = "neu", "weg", "anders"
"""What a difference is: something came, went, or is different. Of what went the path leads into the older state."""


class Unterschied(NamedTuple):
    """One difference: where it is in the newer state (or was in the older), and what it is in a sentence."""

    feld: Feldpfad
    text: str
    berichtigung: bool = False
    """A correction of what had been recorded wrongly, not a change of the matter."""
    art: str = ANDERS
    prosa: bool = False
    """The sentence quotes prose, word by word."""


def compare_eintraege(alt: Eintrag | None, neu: Eintrag | None) -> tuple[Unterschied, ...]:
    """All differences between two states of one entry; None: it was not there yet, or is there no longer."""
    if alt is None or neu is None:
        entry = alt or neu
        words = "" if entry is None else describe(entry, knapp=True)
        what = f": {words}" if words else ""
        art = NEU if alt is None else WEG
        return (Unterschied((), f"{'Angelegt' if alt is None else 'Gelöscht'}{what}", art=art),) if entry else ()
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
        art = NEU if alt is None else WEG if neu is None else ANDERS
        text = _tell_wert(alt, neu, name)
        yield Unterschied(feld, f"{wo}{text}", art=art, prosa=_is_prosa(alt, neu))


def _is_prosa(alt: Any, neu: Any) -> bool:
    return isinstance(neu, str) and isinstance(alt, str) and ("\n" in neu or "\n" in alt)


def _tell_wert(alt: Any, neu: Any, name: str) -> str:
    if alt is None:
        return tell_ereignis(neu) or f"{name} eingetragen: {describe(neu)}"
    if neu is None:
        return f"{name} gestrichen (war: {describe(alt)})"
    if _is_prosa(alt, neu):
        if alt.split() == neu.split():
            return f"{name}: nur anders umbrochen"
        return f"{name} geändert: {compare_worte(alt, neu)}"
    return f"{name}: {describe(alt)} → {describe(neu)}"


def _compare_liste(
    alt: tuple[Any, ...], neu: tuple[Any, ...], feld: Feldpfad, wo: str, name: str
) -> Iterator[Unterschied]:
    pairs = _pair(alt, neu)
    for art, verb, items in (
        (WEG, "gestrichen", [(a, alt[a]) for a, b in pairs if a is not None and b is None]),
        (NEU, "eingetragen", [(b, neu[b]) for a, b in pairs if a is None and b is not None]),
    ):
        yield from _tell_items(items, feld, wo, name, (art, verb))
    for a, b in pairs:
        if a is None or b is None:
            continue
        if isinstance(neu[b], Angabe):
            yield from _compare_felder(alt[a], neu[b], (*feld, b), f"{wo}{nenne(neu[b], name)}: ")
        elif alt[a] != neu[b]:
            yield from _compare_wert(alt[a], neu[b], (*feld, b), wo, name)
    yield from _tell_order([(a, b) for a, b in pairs if a is not None and b is not None], neu, feld, (wo, name))


def _tell_items(
    items: list[tuple[int, Any]], feld: Feldpfad, wo: str, name: str, wie: tuple[str, str]
) -> Iterator[Unterschied]:
    """What came or went; short items of a kind in one sentence."""
    art, verb = wie
    together = buendle([item for _, item in items], name) if len(items) > 1 else None
    if together is not None:
        yield Unterschied(feld, f"{wo}{together} {verb}", art=art)
        return
    for nr, item in items:
        event = tell_ereignis(item) if art == NEU else None
        yield Unterschied((*feld, nr), f"{wo}{event or f'{nenne(item, name)} {verb}{_rest(item)}'}", art=art)


def _tell_order(
    kept: list[tuple[int, int]], neu: tuple[Any, ...], feld: Feldpfad, wo: tuple[str, str]
) -> Iterator[Unterschied]:
    if [b for _, b in sorted(kept)] != sorted(b for _, b in kept):
        names = aufzaehlung([nenne(neu[b], wo[1]) for b in sorted(b for _, b in kept)])
        yield Unterschied(feld, f"{wo[0]}{wo[1]}: Reihenfolge geändert, jetzt {names}")


def _rest(item: Any) -> str:
    text = describe(item) if isinstance(item, Angabe) else ""
    return f": {text}" if text else ""


def _pair(alt: Sequence[Any], neu: Sequence[Any]) -> list[Paar]:
    """Which item became which: equal ones first, then those of the same key, then what is left in its order."""
    pairs = pair_by(alt, neu, (lambda item: item, _key, _kind_of_rest))
    return sorted(pairs, key=lambda pair: (pair[1] if pair[1] is not None else pair[0] or 0, pair[1] is None))


def _kind_of_rest(item: Any) -> Any:
    return type(item) if isinstance(item, Angabe) and _key(item) is None else None


def _key(item: Any) -> Any:
    if not isinstance(item, Angabe):
        return None
    found = tuple(getattr(item, name) for name in _SCHLUESSEL if getattr(item, name, None) is not None)
    return found or None
