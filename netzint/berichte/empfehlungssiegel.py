"""Wordings of Empfehlungen that were voted on: whoever changes one is told so, with Fassung and Beschluss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netzint.berichte.vergleich import Unterschied
from netzint.berichte.vergleichssatz import with_tops
from netzint.modell.bestand import Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.zustaende import BEZEICHNUNG

VERSIEGELT = frozenset({"wortlaut", "massnahme", "pruefbar", "adressaten"})
"""What the Siegel of a vote covers."""


def tell_siegel(
    alt: Bestand, neu: Bestand, kennung: str, unterschiede: Iterable[Unterschied]
) -> tuple[Unterschied, ...]:
    """The same differences; each in a wording that was voted on says by which Beschluss."""
    found = list(unterschiede)
    touched = {d.feld[1] for d in found if _is_wortlaut(d) and isinstance(d.feld[1], int)}
    if not touched:
        return tuple(found)
    votes = [*alt.entscheidungen.get(kennung, ()), *neu.entscheidungen.get(kennung, ())]
    numbers = {nr: _nummer(alt, neu, kennung, nr) for nr in touched}
    return tuple(
        d._replace(text=d.text + _warn(neu, [v for v in votes if v.fassung == numbers[d.feld[1]]]))
        if _is_wortlaut(d) and d.feld[1] in numbers
        else d
        for d in found
    )


def _is_wortlaut(d: Unterschied) -> bool:
    return d.feld[:1] == ("fassungen",) and len(d.feld) > 2 and d.feld[2] in VERSIEGELT


def _nummer(alt: Bestand, neu: Bestand, kennung: str, nr: int) -> int:
    for state in (neu, alt):
        entry = state.empfehlungen.get(kennung)
        if entry is not None and nr < len(entry.fassungen):
            return entry.fassungen[nr].nr
    return 0


def _warn(neu: Bestand, votes: Sequence[Entscheidung]) -> str:
    if not votes:
        return ""
    last = votes[-1]
    result = BEZEICHNUNG.get(last.ergebnis, last.ergebnis)
    sealed = ", mit Siegel" if last.siegel else ""
    sent = _tell_weiterleitungen(neu, last.empfehlung) if last.angenommen else ""
    return (
        f" – Achtung: über Fassung {last.fassung} wurde am {datum(last.am)} abgestimmt "
        f"(Beschluss {with_tops(neu)(last.beschluss)}: {result}{sealed}){sent}"
    )


def _tell_weiterleitungen(neu: Bestand, kennung: str) -> str:
    entry = neu.empfehlungen.get(kennung)
    sent = [f"{w.stelle} ({datum(w.am)})" for w in (entry.weiterleitungen if entry else ())]
    return f"; sie ist weitergeleitet an {aufzaehlung(sent)}" if sent else ""
