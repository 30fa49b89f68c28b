"""Findings of a state beside an earlier one: what is new first, what was there before apart, and the change itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.cli.ausgabe import Farbig, Stil
from netzint.modell.befund import Befund, Schwere

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Teile = tuple[str | Farbig, ...]


class Gegen(NamedTuple):
    """What the findings, in their order, are beside those of an earlier state."""

    name: str
    """What was asked for."""
    commit: str
    """The state that was compared with."""
    neu: tuple[bool, ...]
    aenderungen: tuple[tuple[str, ...], ...]
    """In sentences, of each finding that is about a change."""
    behoben: int = 0

    def tell_basis(self) -> str:
        """``Verglichen mit 0123456789ab, dem gemeinsamen Stand mit „main“``"""
        return f"Verglichen mit {self.commit[:12]}, dem gemeinsamen Stand mit „{self.name}“"


def split(befunde: Sequence[Befund], gegen: Gegen) -> tuple[list[Befund], list[Befund]]:
    """The new findings and the old ones, each in order."""
    pairs = list(zip(befunde, gegen.neu, strict=True))
    return [b for b, neu in pairs if neu], [b for b, neu in pairs if not neu]


def find_aenderung(befunde: Sequence[Befund], gegen: Gegen, befund: Befund) -> tuple[str, ...]:
    """What was changed, where a finding is about a change."""
    nr = next(n for n, other in enumerate(befunde) if other is befund)
    return gegen.aenderungen[nr]


def text_alte(befunde: Sequence[Befund], gegen: Gegen) -> Iterator[Teile]:
    """What was there before, one line each: nobody has to do anything about it now."""
    if not befunde:
        return
    yield (Farbig(f"Schon in {gegen.commit[:12]} (führt hier nicht zum Ausgang 1):", Stil.STARK),)
    for pfad, group in groupby(befunde, key=lambda b: b.pfad):
        for befund in group:
            where = f"{pfad}:{befund.zeile}" if befund.zeile else pfad
            yield ("  ", Farbig(where, Stil.LEISE), f" {befund.code} {befund.text}")
    yield ()


def text_behoben(gegen: Gegen) -> Iterator[Teile]:
    """How much is better than it was."""
    if gegen.behoben:
        from netzint.modell.sprache import anzahl

        yield (f"{anzahl(gegen.behoben, 'Befund', 'Befunde')} von dort gibt es nicht mehr.",)


def json_gegen(befunde: Sequence[Befund], gegen: Gegen) -> dict[str, Any]:
    """What the JSON document says of the comparison."""
    neue, _ = split(befunde, gegen)
    return {
        "basis": gegen.name,
        "commit": gegen.commit,
        "behoben": gegen.behoben,
        "neu": {
            "fehler": sum(b.schwere is Schwere.FEHLER for b in neue),
            "warnungen": sum(b.schwere is Schwere.WARNUNG for b in neue),
            "hinweise": sum(b.schwere is Schwere.HINWEIS for b in neue),
        },
    }
