"""Entries by kind, and who reads what is noted.

Whoever reads the same as last time will say the same: so a Bestand notes, kind by kind, what is read of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Generic, TypeVar

from netzint.modell.arten import ARTEN, NACH_NAME
from netzint.modell.fach import Fach, make_fach
from netzint.modell.grund import Eintrag
from netzint.modell.urteil import UNLESBAR, nur_kennungen

T = TypeVar("T")
E = TypeVar("E", bound=Eintrag)


_LEER = make_fach({})


class Faecher:
    """The kinds, what has been derived from them, and what has been read.

    What is read is noted in ``gelesen``: a kind (``sitzung``), only its Kennungen (``sitzung/``), ``unlesbar``, or the
    name of an ``Ansicht``.
    """

    def __init__(self, faecher: Mapping[str, Fach], unlesbar: Iterable[str], erfasst_ab: date | None) -> None:
        self.faecher = {art.name: faecher[art.name] for art in ARTEN if art.name in faecher}
        self._unlesbar, self._erfasst_ab = frozenset(unlesbar), erfasst_ab
        self._abgeleitet: dict[object, tuple[Any, frozenset[str]]] = {}
        self.ganz = self
        """Of a part of a Bestand the whole: it is asked for Kennungen and for an ``Ansicht``."""
        self._anders: frozenset[str] = frozenset()
        self.gelesen: set[str] = set()

    @contextmanager
    def note_reading(self) -> Iterator[set[str]]:
        """The names of what is read meanwhile."""
        outer, self.gelesen = self.gelesen, set()
        try:
            yield self.gelesen
        finally:
            self.gelesen = outer

    def von_art(self, art: str) -> Mapping[str, Any]:
        """The entries of a kind by Kennung."""
        self.gelesen.add(art)
        return self.faecher.get(art, _LEER).alle

    def merkmale(self, art: str) -> Mapping[str, Any]:
        """The Merkmale of a kind by Kennung; an entry is made only if nothing is known of it."""
        self.gelesen.add(art)
        return self.faecher.get(art, _LEER).merkmale(art)

    def kennungen(self, art: str) -> Collection[str]:
        """The Kennungen of a kind, in order; no entry is made."""
        self.gelesen.add(nur_kennungen(art))
        return self.ganz.faecher.get(art, _LEER).kennungen.keys()

    @property
    def unlesbar(self) -> frozenset[str]:
        """The Kennungen whose files exist but could not be read: what refers to them is not called missing."""
        self.gelesen.add(UNLESBAR)
        return self._unlesbar

    @property
    def erfasst_ab_trotzdem(self) -> date | None:
        """Of a netzwerk.yaml that could not be read the day from which everything is recorded, if that could be."""
        self.gelesen.add(UNLESBAR)
        return self._erfasst_ab

    def find(self, kennung: str) -> Eintrag | None:
        """The entry of a Kennung, whatever its kind; where two kinds share one, the later kind wins."""
        art = self.art_nach_kennung.get(kennung)
        if art is None:
            return None
        self.gelesen.add(art)
        return self.faecher[art].get(kennung)

    @property
    def art_nach_kennung(self) -> Mapping[str, str]:
        """The kind of every Kennung."""
        return self.derive(_list_arten)

    def derive(self, make: Callable[[Any], T]) -> T:
        """What a function makes of this Bestand, once; whoever asks has read what it was made from."""
        value, gelesen = self.derive_unnoted(make)
        self.gelesen |= gelesen
        return value

    def derive_unnoted(self, make: Callable[[Any], T]) -> tuple[T, frozenset[str]]:
        """The same, and what it was made from."""
        known = self._abgeleitet.get(make) or self.ganz._inherited(make, self._anders)  # noqa: SLF001
        if known is None:
            with self.note_reading() as gelesen:
                value = make(self)
            known = self._abgeleitet[make] = (value, frozenset(gelesen))
            if self._anders.isdisjoint(gelesen):
                self.ganz._abgeleitet[make] = known  # noqa: SLF001
        return known

    def _inherited(self, make: object, anders: frozenset[str]) -> tuple[Any, frozenset[str]] | None:
        """What was derived here from kinds that are not different in a part."""
        known = self._abgeleitet.get(make)
        return known if known and known[1].isdisjoint(anders) else None

    def become_part_of(self, ganz: Faecher, anders: Iterable[str]) -> None:
        """From now on this is a part of another Bestand, with other entries in these kinds."""
        self.ganz, self._anders = ganz, frozenset(anders)


def _list_arten(faecher: Faecher) -> dict[str, str]:
    return {kennung: art for art in NACH_NAME for kennung in faecher.kennungen(art)}


class abgeleitet(Generic[T]):  # noqa: N801 (used like ``cached_property``)
    """An attribute that is derived once; unlike ``cached_property``, what it was made from is noted for each reader."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __get__(self, bestand: Faecher, owner: object = None) -> T:
        return bestand.derive(self._make)


class Ansicht(Generic[T]):
    """A function that derives something which changes more seldom than the entries; only its own name is noted.

    What the entries of the named kinds add to it, each adds by itself. So it is the same as before if what the changed
    ones add is the same as before.
    """

    def __init__(self, arten: Collection[str], make: Callable[[Any], T]) -> None:
        self.arten = frozenset(arten)
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __call__(self, bestand: Faecher) -> T:
        bestand.gelesen.add(self.name)
        return bestand.ganz.derive_unnoted(self.make)[0]


def ansicht(*arten: str) -> Callable[[Callable[[Any], T]], Ansicht[T]]:
    """Make a function an ``Ansicht`` of these kinds."""
    return lambda make: Ansicht(arten, make)


class Alle(Generic[E]):
    """An attribute: all entries of a kind by Kennung."""

    def __init__(self, model: type[E]) -> None:
        self._art = model.__name__.lower()

    def __get__(self, bestand: Faecher, owner: object = None) -> Mapping[str, E]:
        return bestand.von_art(self._art)


class Einzige(Generic[E]):
    """An attribute: the only entry of a kind, or None."""

    def __init__(self, model: type[E]) -> None:
        self._art = model.__name__.lower()

    def __get__(self, bestand: Faecher, owner: object = None) -> E | None:
        return bestand.von_art(self._art).get(self._art)
