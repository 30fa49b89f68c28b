"""Which item of a list is which: by what it is known by, never by its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from netzint.ablage.leser.bau import Wert

_FEST = ("kennung", "nr", "gilt_ab")
"""An item with another value here is another item, in every list."""
_FEST_IN = {
    "abweichung": ("regel",),
    "adressaten": ("stelle",),
    "anwesend": ("mitglied",),
    "stimmen": ("mitglied",),
    "weiterleitungen": ("stelle",),
    "widerspruch": ("mitglied",),
}
_LOSE_IN = {
    "aemter": ("stelle", "amt", "von"),
    "barrieren": ("was",),
    "beratungsfolge": ("gremium", "am"),
    "berichte": ("titel", "vom"),
    "berichtigungen": ("zu", "am"),
    "frueher": ("bis",),
    "gaeste": ("mitglied", "stelle", "funktion"),
    "geaendert": ("am",),
    "konzepte": ("titel", "vom"),
    "mandate": ("gremium", "sitz", "rolle", "von"),
    "mandatsaenderungen": ("ab",),
    "nachgereicht": ("am",),
    "stand": ("am",),
    "umgestellt": ("am",),
    "verlaengerungen": ("ab",),
    "verlegt": ("von", "am"),
}
"""Such an item is known by these fields, but may be put right in them: then the rest of it tells."""
_AEHNLICH = 0.5
_FOLGE = ("gilt_ab", "nr", "von", "ab", "am", "vom", "bis", "datum")
"""Lists of things with a time stand in its order."""


class Punkt(NamedTuple):
    """An item with what it is known by."""

    wert: Wert
    schluessel: Hashable | None
    fest: bool


def make_punkt(liste: str, wert: Wert) -> Punkt:
    """An item of the list with this name."""
    if isinstance(wert, str):
        return Punkt(wert, (wert,), fest=not _is_text(wert))
    if not isinstance(wert, dict):
        return Punkt(wert, None, fest=False)
    names = next(((name,) for name in _FEST if name in wert), _FEST_IN.get(liste))
    felder = names or _LOSE_IN.get(liste, ())
    key = tuple(value for name in felder if isinstance(value := wert.get(name), str))
    return Punkt(wert, key or None, fest=bool(names))


def pair(alt: Sequence[Punkt], neu: Sequence[Punkt], *, aehnlich: bool = True) -> dict[int, int]:
    """Which item of ``neu`` was which in ``alt``. ``aehnlich``: also if what it is known by was put right."""
    paare: dict[int, int] = {}
    _match(alt, neu, paare, lambda punkt: repr(punkt.wert))
    _match(alt, neu, paare, lambda punkt: punkt.schluessel)
    if aehnlich:
        _match_aehnliche(alt, neu, paare)
    return paare


def _match(
    alt: Sequence[Punkt], neu: Sequence[Punkt], paare: dict[int, int], key: Callable[[Punkt], Hashable | None]
) -> None:
    offen: dict[Hashable, list[int]] = {}
    for nr in sorted({*range(len(alt))} - {*paare.values()}):
        offen.setdefault(key(alt[nr]), []).append(nr)
    for nr, punkt in enumerate(neu):
        gesucht = key(punkt)
        if nr not in paare and gesucht is not None and offen.get(gesucht):
            paare[nr] = offen[gesucht].pop(0)


def _match_aehnliche(alt: Sequence[Punkt], neu: Sequence[Punkt], paare: dict[int, int]) -> None:
    frei = sorted({*range(len(alt))} - {*paare.values()})
    kandidaten = [
        (-_compare(alt[a].wert, neu[n].wert), abs(a - n), n, a)
        for n in range(len(neu))
        for a in frei
        if n not in paare and not alt[a].fest and not neu[n].fest
    ]
    for mass, _, n, a in sorted(kandidaten):
        if -mass >= _AEHNLICH and n not in paare and a in frei:
            paare[n] = a
            frei.remove(a)


def pair_umbenannte(
    alt: Sequence[Punkt], neu: Sequence[Punkt], paare: dict[int, int], verschwunden: Sequence[int]
) -> None:
    """Items that are gone on both sides, but that are there by another name: the name is then what they disagree on."""
    for nr, punkt in enumerate(neu):
        for was in verschwunden:
            if nr not in paare and was not in paare.values() and _is_umbenannt(alt[was], punkt):
                paare[nr] = was


def _is_umbenannt(alt: Punkt, neu: Punkt) -> bool:
    if not (alt.fest and neu.fest and isinstance(alt.wert, dict) and isinstance(neu.wert, dict)):
        return False
    keys = {
        name
        for wert in (alt.wert, neu.wert)
        for name, value in wert.items()
        if (value,) in (alt.schluessel, neu.schluessel)
    }
    rest, other = ({name: value for name, value in w.items() if name not in keys} for w in (alt.wert, neu.wert))
    return bool(rest) and _compare(rest, other) > _AEHNLICH


def _compare(alt: Wert, neu: Wert) -> float:
    """How much of two items is the same, from 0 to 1."""
    if isinstance(alt, dict) and isinstance(neu, dict):
        same = sum(alt[name] == neu[name] for name in alt.keys() & neu.keys())
        return same / max(len(alt), len(neu))
    if isinstance(alt, str) and isinstance(neu, str):
        worte, andere = {*alt.split()}, {*neu.split()}
        return len(worte & andere) / max(len(worte), len(andere), 1)
    return 0.0


def _is_text(wert: str) -> bool:
    return " " in wert or "\n" in wert


def zeitfolge(werte: Sequence[Wert]) -> list[tuple[int, str]] | None:
    """Items by their time, to sort them by; None if they have none in common."""
    dicts = [wert for wert in werte if isinstance(wert, dict)]
    feld = next((f for f in _FOLGE if dicts and all(isinstance(w.get(f), str) for w in dicts)), None)
    if feld is None or len(dicts) < len(werte):
        return None
    texte = [str(wert[feld]) for wert in dicts]
    return [(len(text) if text.isdecimal() else 0, text) for text in texte]
