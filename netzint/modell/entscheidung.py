"""Votes on Empfehlungen, from Sitzungen and Umläufe alike, in the order of their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.befund import Ort
from netzint.modell.beschluss import ANGENOMMEN, ENTSCHIEDEN

if TYPE_CHECKING:
    from netzint.modell.umlauf import Umlauf
    from netzint.modell.zugehoerig import BeschlussIn


class Entscheidung(NamedTuple):
    """One vote on one Empfehlung in one wording."""

    empfehlung: str
    fassung: int
    beschluss: str
    """``x/y``"""
    am: date
    ergebnis: str
    siegel: str | None
    ort: Ort
    """The place of the Beschluss."""

    @property
    def angenommen(self) -> bool:
        """Whether it may be forwarded."""
        return self.ergebnis in ANGENOMMEN

    @property
    def endgueltig(self) -> bool:
        """Whether it ends the matter: a final vote."""
        return self.ergebnis in ENTSCHIEDEN


def collect_entscheidungen(
    beschluesse: Mapping[str, BeschlussIn], umlaeufe: Mapping[str, Umlauf]
) -> Mapping[str, tuple[Entscheidung, ...]]:
    """All votes by the Kennung of the Empfehlung; the earliest first."""
    found: dict[str, list[Entscheidung]] = defaultdict(list)
    for entscheidung in (*_from_sitzungen(beschluesse), *_from_umlaeufe(umlaeufe)):
        found[entscheidung.empfehlung].append(entscheidung)
    return {empfehlung: tuple(sorted(votes, key=lambda e: (e.am, e.beschluss))) for empfehlung, votes in found.items()}


def _from_sitzungen(beschluesse: Mapping[str, BeschlussIn]) -> Iterator[Entscheidung]:
    for kennung, entry in beschluesse.items():
        antrag, beschluss, day = entry.beschluss.antrag, entry.beschluss, entry.sitzung.datum
        if isinstance(antrag, EmpfehlungAntrag):
            for nr, he in enumerate(antrag.empfehlungen):
                seal = beschluss.siegel[nr] if nr < len(beschluss.siegel) else None
                yield Entscheidung(he, antrag.vorgelegt[he], kennung, day, beschluss.ergebnis, seal, entry.an())


def _from_umlaeufe(umlaeufe: Mapping[str, Umlauf]) -> Iterator[Entscheidung]:
    for kennung, umlauf in umlaeufe.items():
        antrag, abschluss = umlauf.antrag, umlauf.abschluss
        if isinstance(antrag, EmpfehlungAntrag) and abschluss is not None:
            for nr, he in enumerate(antrag.empfehlungen):
                seal = umlauf.siegel[nr] if nr < len(umlauf.siegel) else None
                ort = umlauf.an("abschluss")
                yield Entscheidung(he, antrag.vorgelegt[he], kennung, abschluss.am, abschluss.ergebnis, seal, ort)
