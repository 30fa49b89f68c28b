"""What a Vorgang decides: new entries and changed fields, not yet written anywhere. ``--probe`` shows it."""

from __future__ import annotations

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


class Aenderung(NamedTuple):
    """One Vorgang: becomes exactly one commit, or nothing."""

    vorgang: str
    """The kind of the Vorgang, as the trailer names it: ``sitzung-neu``."""
    betreff: str
    """One German sentence for the commit's subject; Kennungen, never a person's name."""
    neu: tuple[Eintrag, ...] = ()
    gesetzt: tuple[Setzen, ...] = ()
    beschluss: str | None = None
    """The Beschluss it rests on, ``x/y``."""
    beruehrt: tuple[str, ...] = ()
    """Kennungen that it touches beside those: entries that were edited by hand."""

    hinweise: tuple[str, ...] = ()
    """What is worth a word but forbids nothing; German sentences for the person who acts."""

    @property
    def kennungen(self) -> tuple[str, ...]:
        """The Kennungen it touches, in order, each once."""
        return tuple(
            dict.fromkeys([*(e.kennung for e in self.neu), *(s.kennung for s in self.gesetzt), *self.beruehrt])
        )
