"""The accepted wording of an Empfehlung: what may be forwarded, and whether its Siegel still holds (R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from netzint.modell.bestand import STRATEGIEGRUPPE
from netzint.recht.siegel import siegel

if TYPE_CHECKING:
    from datetime import date

    from netzint.modell.bestand import Bestand
    from netzint.modell.empfehlung import Adressat, Empfehlung, Empfehlungsfassung
    from netzint.modell.entscheidung import Entscheidung

Siegelstand = Literal["gilt", "fehlt", "passt_nicht", "ohne_fassung"]
SIEGELWORTE = {
    "gilt": "Siegel gilt",
    "fehlt": "ohne Siegel",
    "passt_nicht": "Siegel passt nicht",
    "ohne_fassung": "Fassung fehlt",
}


class Annahme(NamedTuple):
    """The vote that accepted an Empfehlung, and the wording that it was about."""

    entscheidung: Entscheidung
    fassung: Empfehlungsfassung | None
    siegelstand: Siegelstand


def find_annahme(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Annahme | None:
    """How the Strategiegruppe accepted an Empfehlung by a day; None if it did not. Of several votes the last."""
    accepted = [e for e in list_entscheidungen(bestand, empfehlung.kennung, tag) if e.angenommen]
    if not accepted:
        return None
    fassung = empfehlung.fassung(accepted[-1].fassung)
    return Annahme(accepted[-1], fassung, judge_siegel(accepted[-1], fassung))


def list_entscheidungen(bestand: Bestand, kennung: str, tag: date) -> tuple[Entscheidung, ...]:
    """The votes of the Strategiegruppe on an Empfehlung up to a day; an AG has no final say."""
    return tuple(
        e
        for e in bestand.entscheidungen.get(kennung, ())
        if e.am <= tag
        and ((sitzung := bestand.sitzungen.get(e.ort.kennung)) is None or sitzung.gremium == STRATEGIEGRUPPE)
    )


def judge_siegel(entscheidung: Entscheidung, fassung: Empfehlungsfassung | None) -> Siegelstand:
    """Whether the wording is still the one that was voted on."""
    if fassung is None:
        return "ohne_fassung"
    if entscheidung.siegel is None:
        return "fehlt"
    return "gilt" if entscheidung.siegel == siegel(fassung) else "passt_nicht"


def open_adressaten(bestand: Bestand, empfehlung: Empfehlung, annahme: Annahme, tag: date) -> tuple[Adressat, ...]:
    """The Adressaten of the accepted wording to whom, or to whose Nachfolge, it was not forwarded by a day."""
    done = {w.stelle for w in empfehlung.weiterleitungen if w.am <= tag}
    adressaten = annahme.fassung.adressaten if annahme.fassung else ()
    later = {a.stelle: stelle.nachfolge for a in adressaten if (stelle := bestand.stellen.get(a.stelle))}
    return tuple(a for a in adressaten if a.stelle not in done and later.get(a.stelle) not in done)


def passed_on(empfehlung: Empfehlung, tag: date) -> tuple[str, ...]:
    """Stellen to which others have passed an Empfehlung on, and to whom it has not been forwarded since."""
    done = {w.stelle for w in empfehlung.weiterleitungen if w.am <= tag}
    targets = (s.an for w in empfehlung.weiterleitungen for s in w.stand if s.am <= tag and s.status == "abgegeben")
    return tuple(dict.fromkeys(t for t in targets if t is not None and t not in done))
