"""Numbers that two sides gave at the same time: the own ones are given anew, and with them all that names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from netzint.modell.arten import Art, jahr_und_nummer
from netzint.modell.befund import Befund
from netzint.modell.grund import Nummeriert
from netzint.vorgaenge.nummern import next_kennung

_PERSON = re.compile(r"(.+)-(\d+)")


class Punkt(NamedTuple):
    """Something inside a Sitzung that is called ``neu`` from now on. ``top``: the Kennung of the TOP it is or is in."""

    sitzung: str
    top: str
    alt: str
    neu: str


class Umnummerung(NamedTuple):
    """All that is called otherwise; by what it was called."""

    kennungen: Mapping[str, str] = MappingProxyType({})
    tops: tuple[Punkt, ...] = ()
    """Kennungen of TOPs."""
    nummern: tuple[Punkt, ...] = ()
    """Numbers of TOPs: 8.1 → 8.2."""
    beschluesse: tuple[Punkt, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kennungen or self.tops or self.nummern or self.beschluesse)

    def rename(self, text: str) -> str:
        """The same text with the new Kennungen, in capitals where the old ones were."""
        names = {**self.kennungen, **{f"{b.sitzung}/{b.alt}": f"{b.sitzung}/{b.neu}" for b in self.beschluesse}}
        if not names:
            return text
        pattern = "|".join(map(_pattern, sorted(names, key=len, reverse=True)))
        return re.sub(pattern, lambda found: _like(found[0], names[found[0].lower()]), text, flags=re.IGNORECASE)

    def rename_nachricht(self, text: str, sitzungen: Collection[str]) -> str:
        """The same message of a commit that changed these Sitzungen."""
        for worte, punkte in (
            ("TOP|Nummer", self.nummern),
            ("Punkt|Kennung", self.tops),
            ("Beschluss|Kennung", self.beschluesse),
        ):
            for punkt in punkte:
                text = _rename_nach(text, worte, punkt) if punkt.sitzung in sitzungen else text
        return self.rename(text)

    def rename_befund(self, befund: Befund) -> Befund:
        """The same finding about the data after it."""
        schluessel = tuple(map(self.rename, befund.schluessel))
        return befund._replace(kennung=self.rename(befund.kennung), schluessel=schluessel)

    def tell(self) -> tuple[tuple[str, str], ...]:
        """What is called otherwise, as people name it: pairs of before and after."""
        told = [(alt.upper(), neu.upper()) for alt, neu in self.kennungen.items()]
        told += [(f"{n.sitzung.upper()} TOP {n.alt}", f"TOP {n.neu}") for n in self.nummern]
        told += [(f"{t.sitzung.upper()} Punkt {t.alt}", f"Punkt {t.neu}") for t in self.tops]
        return (*told, *((f"{b.sitzung}/{b.alt}", f"{b.sitzung}/{b.neu}") for b in self.beschluesse))


def rename_nummer(text: str, punkt: Punkt) -> str:
    """The same text with the new number of a TOP."""
    return _rename_nach(text, "TOP", punkt)


def _rename_nach(text: str, worte: str, punkt: Punkt) -> str:
    """What comes behind one of these words (``a|b``), also on the next line."""
    return re.sub(rf"\b({worte})(\s+){re.escape(punkt.alt)}(?![\w-]|\.\d)", rf"\g<1>\g<2>{punkt.neu}", text)


def _pattern(name: str) -> str:
    """A Kennung with a year may be part of a longer one (``niederschrift-sg-2026-04``), one of a person is not."""
    if jahr_und_nummer(name):
        return rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])"
    return rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])"


def _like(old: str, new: str) -> str:
    if not old.isupper():
        kennung, slash, _ = old.partition("/")
        return f"{kennung}{slash}{new.partition('/')[2]}" if slash else new
    return new.upper()


def is_nummer(art: Art, kennung: str) -> bool:
    """Whether the next one gets the next number: then two of them are two things, not one that was laid down twice."""
    if art.name == "mitglied":
        return _PERSON.fullmatch(kennung) is not None
    return issubclass(art.model, Nummeriert) and jahr_und_nummer(kennung) is not None


def give_anew(doppelte: Collection[str], vergeben: Collection[str]) -> dict[str, str]:
    """The next number for each of these Kennungen. ``vergeben``: all that either side, or anybody, has given."""
    found: dict[str, str] = {}
    for kennung in sorted(doppelte):
        parts = jahr_und_nummer(kennung)
        also = found.values()
        found[kennung] = next_kennung(parts[0], parts[1], vergeben, also) if parts else _next(kennung, vergeben, also)
    return found


def _next(kennung: str, vergeben: Collection[str], also: Collection[str]) -> str:
    match = _PERSON.fullmatch(kennung)
    if match is None:
        raise ValueError(kennung)
    given = (_PERSON.fullmatch(name) for name in (*vergeben, *also))
    numbers = [int(other[2]) for other in given if other and other[1] == match[1]]
    return f"{match[1]}-{max(numbers, default=0) + 1:0{len(match[2])}}"
