"""The entries of one kind, made when they are first asked for.

Of files that are known to be right, ten thousand models need not be made before the first one is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from netzint.modell.grund import Eintrag
from netzint.modell.merkmale import MERKMALE, Merkmal, Schlicht

T = TypeVar("T")


class Fach:
    """``make`` gives the entry of a Kennung and is asked at most once for each.

    ``recall`` gives what was kept of its Merkmal, so that it need not be made for that; None where nothing is known.
    """

    def __init__(
        self,
        kennungen: Iterable[str],
        make: Callable[[str], Eintrag],
        recall: Callable[[str], Schlicht | None] = lambda _: None,
    ) -> None:
        self.kennungen: Mapping[str, None] = dict.fromkeys(sorted(kennungen))
        self._make = make
        self._recall = recall
        self._made: dict[str, Eintrag] = {}
        self._merkmale: dict[str, Merkmal] | None = None

    def get(self, kennung: str) -> Eintrag:
        """One entry, which must be there."""
        if kennung not in self._made:
            self._made[kennung] = self._make(kennung)
        return self._made[kennung]

    def exchange(self, art: str, gone: Fach, come: Fach) -> Fach:
        """The same entries, of this kind, but for some."""
        kept = self.kennungen.keys() - gone.kennungen.keys()

        def make(kennung: str) -> Eintrag:
            return (come if kennung in come.kennungen else self).get(kennung)

        def recall(kennung: str) -> Schlicht | None:
            return self.merkmale(art)[kennung] if kennung not in come.kennungen else None

        return Fach(kept | come.kennungen.keys(), make, recall)

    @cached_property
    def gemacht(self) -> Mapping[str, Any]:
        """All of them in the order of their Kennungen, made."""
        return MappingProxyType({kennung: self.get(kennung) for kennung in self.kennungen})

    @property
    def alle(self) -> Mapping[str, Any]:
        """The same; what is only looked up is made by itself."""
        return self.gemacht if "gemacht" in self.__dict__ else _Nachschlag(self)

    def merkmale(self, art: str) -> Mapping[str, Any]:
        """The Merkmale of all entries, which are of this kind."""
        if self._merkmale is None:
            of, recall = MERKMALE[art]
            kept = ((kennung, self._recall(kennung)) for kennung in self.kennungen)
            self._merkmale = {k: recall(plain) if plain is not None else of(self.get(k)) for k, plain in kept}
        return self._merkmale


class _Nachschlag(Mapping[str, Any]):
    """Of 2,200 people a rule may look up four: only they are made. Whoever lists them gets them all."""

    def __init__(self, fach: Fach) -> None:
        self._fach = fach

    def __getitem__(self, kennung: str) -> Any:
        if kennung not in self._fach.kennungen:
            raise KeyError(kennung)
        return self._fach.get(kennung)

    def __contains__(self, kennung: object) -> bool:
        return kennung in self._fach.kennungen

    def __iter__(self) -> Iterator[str]:
        return iter(self._fach.kennungen)

    def __len__(self) -> int:
        return len(self._fach.kennungen)

    def keys(self) -> KeysView[str]:
        return self._fach.kennungen.keys()

    def values(self) -> ValuesView[Any]:
        return self._fach.gemacht.values()

    def items(self) -> ItemsView[str, Any]:
        return self._fach.gemacht.items()


class Nachgesehen(dict[str, T]):
    """Answers by Kennung, each found when it is first asked for."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, kennung: str) -> T:
        self[kennung] = answer = self._find(kennung)
        return answer


def make_fach(eintraege: Mapping[str, Eintrag]) -> Fach:
    """Entries that are made already."""
    return Fach(eintraege, eintraege.__getitem__)


def sort_into_faecher(eintraege: Iterable[Eintrag]) -> dict[str, Fach]:
    """Entries by the name of their kind."""
    by_art: dict[str, dict[str, Eintrag]] = defaultdict(dict)
    for eintrag in sorted(eintraege, key=attrgetter("kennung")):
        by_art[type(eintrag).__name__.lower()][eintrag.kennung] = eintrag
    return {art: make_fach(entries) for art, entries in by_art.items()}
