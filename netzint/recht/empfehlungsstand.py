"""The state of an Empfehlung on a day, computed from its wordings, the votes on it and the reports of the Stellen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from netzint.recht.fristen import stand_am
from netzint.recht.zustaende import AMPEL, OFFEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from netzint.modell.empfehlung import Empfehlung, Weiterleitung
    from netzint.modell.entscheidung import Entscheidung
    from netzint.recht.zustaende import Ampel, Empfehlungsstand

_OHNE_FOLGE = ("nicht_beschlussfaehig", "widersprochen")


def empfehlungsstand(empfehlung: Empfehlung, entscheidungen: Iterable[Entscheidung], tag: date) -> Empfehlungsstand:
    """The state on a day. Votes without a quorum and Umläufe that were objected to change nothing: it comes back.

    Given up or withdrawn goes before everything, then what the Stellen reported, then the vote, then the wordings.
    A wording newer than the vote counts again where the vote did not accept.
    """
    if empfehlung.entfallen and empfehlung.entfallen.am <= tag:
        return "entfallen"
    if empfehlung.zurueckgezogen and empfehlung.zurueckgezogen.am <= tag:
        return "zurueckgezogen"
    statuses = _reported(empfehlung, tag)
    if statuses:
        return sum_up(statuses)
    votes = [e for e in entscheidungen if e.am <= tag and e.ergebnis not in _OHNE_FOLGE]
    last = max(reversed(votes), key=lambda e: e.am) if votes else None
    return _from_vote(empfehlung, last, tag)


def sum_up(statuses: Iterable[str]) -> Empfehlungsstand:
    """One state for all Stellen to which an Empfehlung was forwarded. Where it was passed on, others report."""
    found = set(statuses) - {"abgegeben"} or {"offen"}
    if found == {"offen"}:
        return "weitergeleitet"
    if found == {"erledigt"}:
        return "erledigt"
    if found == {"nicht_aufgegriffen"}:
        return "nicht_aufgegriffen"
    if found <= {"umgesetzt", "erledigt"}:
        return "umgesetzt"
    return "teilweise" if found & {"teilweise", "umgesetzt", "erledigt"} else "in_umsetzung"


def ampel_am(weiterleitung: Weiterleitung, tag: date) -> Ampel:
    """The traffic light of the Umsetzung at one Stelle on a day.

    What was closed keeps the light of what it was closed as: a Stelle that declined has not carried it out.
    """
    known = sorted((stand for stand in weiterleitung.stand if stand.am <= tag), key=lambda stand: stand.am)
    before = [stand.status for stand in known if stand.status != "erledigt"]
    last = before[-1] if before else "offen"
    closed = bool(known) and known[-1].status == "erledigt"
    return "gruen" if closed and last in OFFEN else AMPEL[last]


def _reported(empfehlung: Empfehlung, tag: date) -> list[str]:
    forwarded = [w for w in empfehlung.weiterleitungen if w.am <= tag]
    stands = [stand_am(weiterleitung, tag) for weiterleitung in forwarded]
    return [stand.status if stand else "offen" for stand in stands]


def _from_vote(empfehlung: Empfehlung, last: Entscheidung | None, tag: date) -> Empfehlungsstand:
    newer = [f for f in empfehlung.fassungen if f.vom <= tag and (last is None or f.nr > last.fassung)]
    if last is None:
        return "eingereicht" if any(f.eingereicht and f.eingereicht <= tag for f in newer) else "erarbeitet"
    ergebnis = cast("Empfehlungsstand", last.ergebnis)
    if last.angenommen:
        return ergebnis
    if any(f.eingereicht and f.eingereicht <= tag for f in newer):
        return "eingereicht"
    return "erarbeitet" if newer and ergebnis != "vertagt" else ergebnis
