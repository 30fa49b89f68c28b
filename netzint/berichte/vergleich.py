"""Two states of an entry, compared by meaning: German sentences instead of changed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netzint.berichte.ereignisse import buendle, tell_ereignis
from netzint.berichte.nennung import describe, is_lang, nenne, write_out
from netzint.berichte.wertworte import in_worten
from netzint.berichte.wortvergleich import compare_worte
from netzint.modell.befund import Feldpfad
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Berichtigung, Eintrag, ordered_fields
from netzint.modell.paare import Paar, pair_by
from netzint.modell.sprache import aufzaehlung
from netzint.regeln.wechsel import pair_items

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
    basis = f"; Beschluss {entry.beschluss}" if entry.beschluss else ""
    parts = entry.zu.split(".")
    place = re.sub(r": (\d+)(?=:|$)", r" \1", ": ".join(p if "-" in p else feldname(p) for p in parts))
    statt: object = entry.statt
    if isinstance(statt, dict) and [*statt] == parts[-1:]:
        statt = statt[parts[-1]]
    before = write_out(describe(statt), statt)
    return f"Berichtigt: {place}, vorher {before} (Grund: {' '.join(entry.grund.split())}{basis})"


def _compare_felder(alt: Angabe, neu: Angabe, feld: Feldpfad, wo: str) -> Iterator[Unterschied]:
    if type(alt) is not type(neu):
        yield Unterschied(feld, f"{wo}{describe(alt)} → {describe(neu)}")
        return
    for name in ordered_fields(type(neu)):
        before, after = getattr(alt, name), getattr(neu, name)
        if before != after or str(before) != str(after):
            before, after = (in_worten(type(neu), name, value) for value in (before, after))
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
    """Also what is too long to be shown whole: the difference may lie behind what is."""
    return isinstance(neu, str) and isinstance(alt, str) and any("\n" in t or is_lang(t) for t in (alt, neu))


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
    kept = [(alt[a], neu[b], b) for a, b in pairs if a is not None and b is not None]
    found = [d for old, new, b in kept for d in _compare_item(old, new, (*feld, b), wo, name)]
    yield from _gather_nummern(found, neu, feld, f"{wo}{name}")
    yield from _tell_order([(a, b) for a, b in pairs if a is not None and b is not None], neu, feld, (wo, name))


def _compare_item(alt: Any, neu: Any, feld: Feldpfad, wo: str, name: str) -> Iterator[Unterschied]:
    if isinstance(neu, Angabe):
        yield from _compare_felder(alt, neu, feld, f"{wo}{nenne(neu, name)}: ")
    elif alt != neu:
        yield from _compare_wert(alt, neu, feld, wo, name)


def _gather_nummern(found: list[Unterschied], neu: tuple[Any, ...], feld: Feldpfad, wo: str) -> Iterator[Unterschied]:
    """The same differences; the numbers that all TOPs get with the Einladung, or lose, are one."""
    numbered = [d for d in found if d.feld[len(feld) + 1 :] == ("nummer",) and d.art != ANDERS]
    if len(numbered) < 2 or len({d.art for d in numbered}) > 1:
        yield from found
        return
    yield from (d for d in found if d not in numbered)
    art = numbered[0].art
    given = aufzaehlung([neu[int(d.feld[-2])].nummer for d in numbered]) if art == NEU else ""
    text = f"Nummern eingetragen: {given}" if art == NEU else "Nummern gestrichen"
    yield Unterschied(feld, f"{wo}: {text}", art=art)


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
        items = [neu[b] for b in sorted(b for _, b in kept)]
        names = aufzaehlung([nenne(item, wo[1]) if isinstance(item, Angabe) else describe(item) for item in items])
        yield Unterschied(feld, f"{wo[0]}{wo[1]}: Reihenfolge geändert, jetzt {names}")


def _rest(item: Any) -> str:
    text = describe(item) if isinstance(item, Angabe) else ""
    return f": {text}" if text else ""


def _pair(alt: Sequence[Any], neu: Sequence[Any]) -> list[Paar]:
    """Which item became which. Words are what they are, but a long text may have been changed."""
    parts = any(isinstance(item, Angabe) for item in (*alt, *neu))
    pairs = pair_items(alt, neu) if parts else pair_by(alt, neu, (lambda item: item, _kind_of_text))
    return sorted(pairs, key=lambda pair: (pair[1] if pair[1] is not None else pair[0] or 0, pair[1] is None))


def _kind_of_text(item: Any) -> Any:
    return "text" if isinstance(item, str) and is_lang(item) else None
