"""Rules about what lies between two states: what one state alone cannot show.

A rule of this family looks at an older and a newer Bestand; its docstring is the manual, as everywhere. What it finds
is always new, so it is never softened: a change is accounted for by a Berichtigung or by ``entfallen`` in its entry.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar, cast

from netzint.modell.befund import Befund, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.regeln.register import Regel, Regelfunktion, Verstoesse, to_befund

E = TypeVar("E", bound=Eintrag)
_NIEMAND: Mapping[str, Eintrag] = MappingProxyType({})


class Uebergang:
    """Two states, and between them the entries that are different.

    ``tag`` is the day of the change: what has begun by then has begun. ``einst`` has entries that there were before the
    older state and that were deleted, as they were last. ``anders`` names by kind what can be different at all, where
    that is known; otherwise everything is compared.
    """

    def __init__(
        self,
        alt: Bestand,
        neu: Bestand,
        tag: date,
        einst: Mapping[str, Eintrag] = _NIEMAND,
        anders: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self.alt, self.neu, self.tag, self.einst = alt, neu, tag, einst
        self._anders = anders
        self._paare: dict[str, list[tuple[Eintrag | None, Eintrag | None]]] = {}

    def geaendert(self, model: type[E]) -> Iterator[tuple[E, E]]:
        """The entries of a kind that are in both states and not the same, as they were and as they are."""
        return ((alt, neu) for alt, neu in self._of(model) if alt is not None and neu is not None)

    def neue(self, model: type[E]) -> Iterator[E]:
        """The entries of a kind that only the newer state has."""
        return (neu for alt, neu in self._of(model) if alt is None and neu is not None)

    def geloescht(self, model: type[E]) -> Iterator[E]:
        """The entries of a kind that only the older state has; not those that merely cannot be read any more."""
        gone = (alt for alt, neu in self._of(model) if alt is not None and neu is None)
        return (entry for entry in gone if entry.kennung not in self.neu.unlesbar)

    def _of(self, model: type[E]) -> list[tuple[E | None, E | None]]:
        art = model.__name__.lower()
        if art not in self._paare:
            self._paare[art] = list(self._compare(art))
        return cast("list[tuple[E | None, E | None]]", self._paare[art])

    def _compare(self, art: str) -> Iterator[tuple[Eintrag | None, Eintrag | None]]:
        before, after = self.alt.von_art(art), self.neu.von_art(art)
        names = {*before, *after} if self._anders is None else self._anders.get(art, ())
        for kennung in sorted(names):
            old, new = before.get(kennung), after.get(kennung)
            if old != new or str(old) != str(new):
                yield old, new


Uebergangsfunktion = Callable[[Uebergang], Verstoesse]


class Uebergangsregel(Regel):
    """One rule about two states."""

    def __init__(self, code: str, schwere: Schwere, funktion: Uebergangsfunktion, fach: str) -> None:
        super().__init__(code, schwere, cast(Regelfunktion, funktion), fach, erlaesslich=False, je=())
        self._finde = funktion

    def find_befunde(self, uebergang: Uebergang) -> Iterator[Befund]:
        """What it finds, without lines and columns; the remedy names the entry."""
        for breach in self._finde(uebergang):
            befund = to_befund(self, breach)
            yield befund._replace(hinweis=befund.hinweis.replace("KENNUNG", befund.kennung))


def uebergangsregel(
    code: str, schwere: Schwere = Schwere.FEHLER, fach: str = ""
) -> Callable[[Uebergangsfunktion], Uebergangsregel]:
    """Make a rule of a generator."""
    return lambda funktion: Uebergangsregel(code, schwere, funktion, fach)


def judge_uebergang(uebergang: Uebergang, regeln: Iterable[Uebergangsregel]) -> list[Befund]:
    """What these rules find."""
    return [befund for rule in regeln for befund in rule.find_befunde(uebergang)]


def soften_zurueckgenommen(befund: Befund, commit: str) -> Befund:
    """What a Vorgang was taken back for is told, but is no Fehler: the reason stands in its commit."""
    if befund.schwere is Schwere.HINWEIS:
        return befund
    text = f"{befund.text} (zurückgenommen in {commit[:12]}, dort steht der Grund)"
    return befund._replace(schwere=Schwere.HINWEIS, text=text)
