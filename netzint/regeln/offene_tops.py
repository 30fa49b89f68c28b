"""Which TOPs of a Sitzung wait for a decision: what lies before it and has no result yet."""

from __future__ import annotations

from netzint.modell.antrag import EmpfehlungAntrag, SonstigerAntrag
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.regeln.vorlagen import same_antrag


def list_offene_tops(bestand: Bestand, sitzung: Sitzung) -> tuple[int, ...]:
    """The places of the TOPs that ask for a vote and have none.

    What was taken off, is withdrawn or was accepted elsewhere asks for none. A vote at another TOP counts too, where
    it was on the same matter (en bloc). In an AG no TOP has to be voted on.
    """
    if sitzung.gremium != STRATEGIEGRUPPE:
        return ()
    return tuple(
        nr
        for nr, top in enumerate(sitzung.tagesordnung)
        if not top.beschluesse and not top.abgesetzt and _asks(bestand, top) and not _is_settled(bestand, sitzung, top)
    )


def _asks(bestand: Bestand, top: Tagesordnungspunkt) -> bool:
    begins = ("niederschrift", "ende-ag-")
    return bool(top.vorlage or top.wiederaufnahme or top.kennung in bestand.empfehlungen) or top.kennung.startswith(
        begins
    )


def _is_settled(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt) -> bool:
    about = _list_empfehlungen(bestand, top)
    done = bool(about) and all(_is_beyond(bestand, sitzung, kennung) for kennung in about)
    return done or _is_voted(bestand, sitzung, top)


def _list_empfehlungen(bestand: Bestand, top: Tagesordnungspunkt) -> tuple[str, ...]:
    vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
    if vorlage is not None and isinstance(vorlage.antrag, EmpfehlungAntrag):
        return tuple(kennung for kennung in vorlage.antrag.empfehlungen if kennung in bestand.empfehlungen)
    return (top.kennung,) if top.kennung in bestand.empfehlungen else ()


def _is_beyond(bestand: Bestand, sitzung: Sitzung, kennung: str) -> bool:
    """Whether an Empfehlung was withdrawn, or accepted elsewhere, before the Sitzung came to it."""
    empfehlung = bestand.empfehlungen[kennung]
    back = empfehlung.zurueckgezogen or empfehlung.entfallen
    if back is not None and back.am <= sitzung.datum:
        return True
    votes = bestand.entscheidungen.get(kennung, ())
    return any(
        v.angenommen and v.am <= sitzung.datum and v.beschluss.partition("/")[0] != sitzung.kennung for v in votes
    )


def _is_voted(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt) -> bool:
    vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
    votes = [b for other in sitzung.tagesordnung for b in other.beschluesse]
    is_free = vorlage is not None and isinstance(vorlage.antrag, SonstigerAntrag)  # other free motions are not on it
    if vorlage is not None and not is_free and any(same_antrag(vorlage.antrag, b.antrag, b.ergebnis) for b in votes):
        return True
    return any(isinstance(b.antrag, EmpfehlungAntrag) and top.kennung in b.antrag.empfehlungen for b in votes)
