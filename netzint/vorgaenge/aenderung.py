"""What a Vorgang decides: new entries and changed fields, not yet written anywhere. ``--probe`` shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from netzint.modell.befund import Feldpfad
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import Klartext


class Setzen(NamedTuple):
    """Set one field of an entry; ``None`` takes it out. One step behind the end of a list appends to it."""

    art: str
    kennung: str
    feld: Feldpfad
    wert: Klartext | None


class Einfuegen(NamedTuple):
    """Put a new item into a list: before the one that ``feld`` ends with the number of, or behind the last."""

    art: str
    kennung: str
    feld: Feldpfad
    wert: Klartext


class Verschieben(NamedTuple):
    """Move an item of a list: afterwards it has the number ``nach``, the others close up."""

    art: str
    kennung: str
    feld: Feldpfad
    nach: int


Schritt = Setzen | Einfuegen | Verschieben
"""One step; those of one entry follow each other, a later one counts in what the earlier ones made."""


class Aenderung(NamedTuple):
    """One Vorgang: becomes exactly one commit, or nothing."""

    vorgang: str
    """The kind of the Vorgang, as the trailer names it: ``sitzung-neu``."""
    betreff: str
    """One German sentence for the commit's subject; Kennungen, never a person's name."""
    neu: tuple[Eintrag, ...] = ()
    gesetzt: tuple[Schritt, ...] = ()
    beschluss: str | None = None
    """The Beschluss it rests on, ``x/y``."""
    beruehrt: tuple[str, ...] = ()
    """Kennungen that it touches beside those: entries that were edited by hand."""

    grund: str = ""
    """Why, where the data have no place for it; stands in the commit's body."""
    hinweise: tuple[str, ...] = ()
    """What is worth a word but forbids nothing; German sentences for the person who acts."""
    danach: tuple[tuple[str, str], ...] = ()
    """What makes sense next: pairs of command and reason."""
    korrektur: str = ""
    """How it is put right, where taking back the whole Vorgang is not the way; one German sentence."""

    @property
    def kennungen(self) -> tuple[str, ...]:
        """The Kennungen it touches, in order, each once."""
        return tuple(
            dict.fromkeys([*(e.kennung for e in self.neu), *(s.kennung for s in self.gesetzt), *self.beruehrt])
        )


def join(vorgang: str, betreff: str, teile: Iterable[Aenderung]) -> Aenderung:
    """Several Aenderungen as one Vorgang; what they say about what comes next is kept, each once."""
    parts = tuple(teile)
    return Aenderung(
        vorgang,
        betreff,
        neu=tuple(eintrag for part in parts for eintrag in part.neu),
        gesetzt=tuple(schritt for part in parts for schritt in part.gesetzt),
        beschluss=next((part.beschluss for part in parts if part.beschluss), None),
        beruehrt=tuple(dict.fromkeys(kennung for part in parts for kennung in part.beruehrt)),
        hinweise=tuple(dict.fromkeys(text for part in parts for text in part.hinweise)),
        danach=tuple(dict.fromkeys(schritt for part in parts for schritt in part.danach)),
    )
