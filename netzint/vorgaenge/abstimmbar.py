"""Whether an Empfehlung can be put to a vote, and in which wording."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.zustaende import BEZEICHNUNG, EMPFEHLUNG, is_erlaubt
from netzint.vorgaenge.angaben import ablehnen


def require_abstimmbar(bestand: Bestand, kennung: str, tag: date, nummer: int | None = None) -> int:
    """The number of the wording to vote on: the one that was named, or the newest that was handed in by a day.

    Raises NetzintFehler if the Empfehlung is not where it can be voted on.
    """
    empfehlung = bestand.empfehlungen[kennung]
    stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(kennung, ()), tag)
    number = nummer or find_eingereichte(empfehlung, tag)
    if not number or empfehlung.fassung(number) is None or not is_erlaubt(EMPFEHLUNG, stand, "angenommen"):
        raise ablehnen(
            f"{kennung.upper()} ist {BEZEICHNUNG[stand]}; abgestimmt wird über eingereichte Empfehlungen.",
            f"Was fehlt, zeigt: netzint empfehlung zeigen {kennung}",
        )
    return number


def find_eingereichte(empfehlung: Empfehlung, tag: date) -> int:
    """The number of the newest wording that was handed in by a day; 0 if there is none."""
    return max((f.nr for f in empfehlung.fassungen if f.eingereicht is not None and f.eingereicht <= tag), default=0)


def word_fassungen(nummern: Sequence[int]) -> dict[str, Any]:
    """How the numbers of the wordings stand in a motion: one for all, or, where they differ, one for each."""
    if len(set(nummern)) > 1:
        return {"fassungen": list(nummern)}
    return {"fassung": nummern[0]} if nummern[0] != 1 else {}
