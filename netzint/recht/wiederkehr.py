"""What a Sitzung left open comes back by itself; after one without quorum a second Ladung brings relief for it."""

from __future__ import annotations

from datetime import date

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.bestand import STRATEGIEGRUPPE, BeschlussIn, Bestand
from netzint.modell.sitzung import Sitzung

OHNE = "nicht_beschlussfaehig"
JEDESMAL = ("begruessung", "tagesordnung", "verschiedenes", "naechste-termine")
"""TOPs of every Sitzung; each time they are about this one, so nothing of them comes back."""
_ENTFAELLT = ("abgesagt", "entfallen")


def list_wiederaufgenommen(bestand: Bestand, tag: date = date.max) -> frozenset[str]:
    """Beschlüsse and Umläufe that stand on the Tagesordnung of a Sitzung again.

    A Sitzung after a day to which nobody is invited yet does not count: one on that day comes first.
    """
    return frozenset(
        top.wiederaufnahme
        for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE)
        if sitzung.zustand not in _ENTFAELLT and not (sitzung.datum > tag and sitzung.zustand == "terminiert")
        for top in sitzung.tagesordnung
        if top.wiederaufnahme and not top.abgesetzt
    )


def is_erledigt(bestand: Bestand, entry: BeschlussIn) -> bool:
    """Whether the same matter was decided later without naming what it takes up."""
    if isinstance(entry.beschluss.antrag, EmpfehlungAntrag):
        return is_abgestimmt(bestand, entry.beschluss.antrag, entry.sitzung.datum)
    return any(
        other.sitzung.datum > entry.sitzung.datum and other.beschluss.antrag == entry.beschluss.antrag
        and other.beschluss.antrag.art != "sonstiges"
        for other in bestand.beschluesse.values()
    )  # fmt: skip


def is_abgestimmt(bestand: Bestand, antrag: Antrag, since: date = date.min) -> bool:
    """Whether the final vote is out on all Empfehlungen of a motion."""
    if not isinstance(antrag, EmpfehlungAntrag):
        return False
    return all(
        any(e.endgueltig and e.am >= since for e in bestand.entscheidungen.get(he, ())) for he in antrag.empfehlungen
    )


def list_zweite_ladungen(bestand: Bestand, stichtag: date) -> tuple[Sitzung, ...]:
    """Held Sitzungen without quorum whose matters nobody has invited to again."""
    invited = {s.zweite_ladung_zu for s in bestand.sitzungen.values() if s.zustand not in _ENTFAELLT}
    resumed = list_wiederaufgenommen(bestand)
    found = {
        entry.sitzung.kennung: entry.sitzung
        for kennung, entry in bestand.beschluesse.items()
        if entry.beschluss.ergebnis == OHNE
        and entry.top.kennung not in JEDESMAL
        and kennung not in resumed
        and entry.sitzung.gremium == STRATEGIEGRUPPE
        and entry.sitzung.kennung not in invited
        and entry.sitzung.ist_abgeschlossen
        and entry.sitzung.datum <= stichtag
        and not is_erledigt(bestand, entry)
    }
    return tuple(found.values())
