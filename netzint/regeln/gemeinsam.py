"""What rules about Empfehlungen, Sitzungen and Umläufe share: which votes count, and how numbers are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TypeVar

from netzint.modell.befund import Ort
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.regeln.ansichten import entscheidungen, gremien_der_sitzungen

T = TypeVar("T")


def je_bestand(make: Callable[[Bestand], T]) -> Callable[[Bestand], T]:
    """Compute once for each Bestand what several rules ask for."""

    @wraps(make)
    def get(bestand: Bestand) -> T:
        return bestand.derive(make)

    return get


def aufzaehlung(names: Sequence[str]) -> str:
    """Names in one German phrase, joined by commas and a last "und"."""
    return " und ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def tage(count: int) -> str:
    """A number of days: ``1 Tag``, ``12 Tage``."""
    return "1 Tag" if count == 1 else f"{count} Tage"


def is_strategiegruppe(bestand: Bestand, beschluss: str) -> bool:
    """Whether ``x/y`` is a vote of the Strategiegruppe, in a Sitzung or in writing; an AG has no final say."""
    return gremien_der_sitzungen(bestand).get(beschluss.partition("/")[0], STRATEGIEGRUPPE) == STRATEGIEGRUPPE


@je_bestand
def list_annahmen(bestand: Bestand) -> dict[str, Entscheidung]:
    """The vote of the Strategiegruppe that accepted each Empfehlung; the last one, if several did."""
    votes = (vote for kennung in entscheidungen(bestand) for vote in list_abstimmungen(bestand, kennung))
    return {vote.empfehlung: vote for vote in votes if vote.angenommen}


def list_abstimmungen(bestand: Bestand, empfehlung: str) -> tuple[Entscheidung, ...]:
    """The votes of the Strategiegruppe on an Empfehlung, the earliest first."""
    return tuple(e for e in entscheidungen(bestand).get(empfehlung, ()) if is_strategiegruppe(bestand, e.beschluss))


def an_antrag(entscheidung: Entscheidung, *feld: str | int) -> Ort:
    """The place of a value in the motion that was voted on; an Umlauf has it beside its Abschluss."""
    ort = entscheidung.ort
    base = ort.feld[:-1] if ort.feld[-1:] == ("abschluss",) else ort.feld
    return ort._replace(feld=(*base, "antrag", *feld))
