"""Wordings of Empfehlungen that were voted on: whoever changes one is told so, with Fassung and Beschluss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netzint.berichte.vergleich import WEG, Unterschied
from netzint.berichte.vergleichssatz import with_tops
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlungsfassung
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
    if not any(map(_is_wortlaut, found)):
        return tuple(found)
    votes = [*alt.entscheidungen.get(kennung, ()), *neu.entscheidungen.get(kennung, ())]

    def warn(d: Unterschied) -> str:
        state = alt if _is_weg(d) else neu
        fassung = state.empfehlungen[kennung].fassungen[int(d.feld[1])]
        told = [v for v in votes if v.fassung == fassung.nr]
        return _warn(neu, told) if told else _warn_versandt(alt, kennung, fassung)

    return tuple(d._replace(text=d.text + warn(d)) if _is_wortlaut(d) else d for d in found)


def _is_weg(d: Unterschied) -> bool:
    """Whether a whole Fassung is gone: then its place is that in the older state."""
    return d.art == WEG and len(d.feld) == 2


def _is_wortlaut(d: Unterschied) -> bool:
    if d.feld[:1] != ("fassungen",) or len(d.feld) < 2 or not isinstance(d.feld[1], int):
        return False
    return _is_weg(d) or (len(d.feld) > 2 and d.feld[2] in VERSIEGELT)


def _warn_versandt(alt: Bestand, kennung: str, fassung: Empfehlungsfassung) -> str:
    """The vote may lie before the time that is recorded: what has been sent is fixed all the same."""
    before = alt.empfehlungen.get(kennung)
    was_last = before is not None and before.fassungen and before.fassungen[-1].nr == fassung.nr
    sent = _tell_weiterleitungen(alt, kennung, f"Fassung {fassung.nr}") if was_last else ""
    return f" – Achtung: {sent}" if sent else ""


def _warn(neu: Bestand, votes: Sequence[Entscheidung]) -> str:
    last = votes[-1]
    result = BEZEICHNUNG.get(last.ergebnis, last.ergebnis)
    sealed = ", mit Siegel" if last.siegel else ""
    sent = _tell_weiterleitungen(neu, last.empfehlung, "; sie") if last.angenommen else ""
    return (
        f" – Achtung: über Fassung {last.fassung} wurde am {datum(last.am)} abgestimmt "
        f"(Beschluss {with_tops(neu)(last.beschluss)}: {result}{sealed}){sent}"
    )


def _tell_weiterleitungen(bestand: Bestand, kennung: str, was: str) -> str:
    entry = bestand.empfehlungen.get(kennung)
    sent = [f"{w.stelle} ({datum(w.am)})" for w in (entry.weiterleitungen if entry else ())]
    return f"{was} ist weitergeleitet an {aufzaehlung(sent)}" if sent else ""
