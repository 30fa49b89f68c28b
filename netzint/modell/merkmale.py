"""Of an entry only what the whole Bestand is sorted by, as plain data that outlive the run.

Who sits in a Gremium is looked up among 2,200 people: with their Merkmale at hand only those who do are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.modell.antrag import list_vorhaben
from netzint.modell.mitglied import STAENDIGE

if TYPE_CHECKING:
    from datetime import date

    from netzint.modell.antrag import Antrag
    from netzint.modell.arbeitsgruppe import Arbeitsgruppe
    from netzint.modell.beauftragte import Beauftragte
    from netzint.modell.beschlussvorlage import Beschlussvorlage
    from netzint.modell.empfehlung import Empfehlung
    from netzint.modell.mitglied import Mitglied
    from netzint.modell.sitzung import Sitzung
    from netzint.modell.stelle import Stelle
    from netzint.modell.umlauf import Umlauf


class Mitgliedsmerkmal(NamedTuple):
    """The Gremien of all Mandate of a person."""

    gremien: tuple[str, ...]
    staendig: tuple[tuple[str, str, str], ...]
    """In which AG the person counts, from when to when, as the file says; "" where there is no end."""


class Gruppenmerkmal(NamedTuple):
    """Since when there is an AG, as the file says."""

    von: str


class Stellenmerkmal(NamedTuple):
    """What a Stelle is and was."""

    ags: str
    bis: str
    """The last day as the file says; "" where it still exists."""
    nachfolge: str
    art: str
    frueher: tuple[tuple[str, str], ...]
    """What it was before, each with its last day (``2026-12-03``), in their order."""

    def art_am(self, tag: date) -> str:
        """The kind on a day."""
        return next((art for art, bis in self.frueher if bis >= tag.isoformat()), self.art)


class Beauftragtenmerkmal(NamedTuple):
    """Who is entered for which Kommune, from when to when, as the file says; "" where there is no end."""

    stelle: str
    von: str
    bis: str


class Sitzungsmerkmal(NamedTuple):
    """Whose Sitzung it is and when, and what in it has to do with others."""

    gremium: str
    datum: str
    """``2026-12-03``"""
    entfallen: bool
    leute: frozenset[str]
    """Who is said to have been there, to have led it, or to be excused."""
    beschluesse: tuple[str, ...]
    vorhaben: tuple[str, ...]
    """What its Beschlüsse describe completely."""
    vorlagen: bool
    """Whether a TOP names a Beschlussvorlage."""
    knuepft_an: bool
    """Whether it says of another Sitzung that it goes on from there, or that its minutes were approved there."""


class Empfehlungsmerkmal(NamedTuple):
    """Whose Empfehlung it is."""

    arbeitsgruppe: str
    fassungen: tuple[tuple[int, bool], ...]
    """The numbers of its wordings, each with whether it was handed in."""


class Antragsmerkmal(NamedTuple):
    """The Vorhaben that a motion describes."""

    vorhaben: tuple[str, ...]


Merkmal = (
    Mitgliedsmerkmal
    | Gruppenmerkmal
    | Stellenmerkmal
    | Beauftragtenmerkmal
    | Sitzungsmerkmal
    | Empfehlungsmerkmal
    | Antragsmerkmal
)
Schlicht = tuple[Any, ...]
"""A Merkmal as it is kept."""


def _of_mitglied(mitglied: Mitglied) -> Mitgliedsmerkmal:
    staendig = tuple((m.gremium, str(m.von), str(m.bis or "")) for m in mitglied.mandate if m.rolle in STAENDIGE)
    return Mitgliedsmerkmal(tuple(sorted({mandat.gremium for mandat in mitglied.mandate})), staendig)


def _of_arbeitsgruppe(ag: Arbeitsgruppe) -> Gruppenmerkmal:
    return Gruppenmerkmal(str(ag.mandat.von))


def _of_stelle(stelle: Stelle) -> Stellenmerkmal:
    frueher = sorted((f for f in stelle.frueher if f.art), key=lambda f: f.bis)
    before = tuple((str(f.art), f.bis.isoformat()) for f in frueher)
    return Stellenmerkmal(stelle.ags or "", str(stelle.bis or ""), stelle.nachfolge or "", stelle.art, before)


def _of_beauftragte(eintrag: Beauftragte) -> Beauftragtenmerkmal:
    return Beauftragtenmerkmal(eintrag.stelle, str(eintrag.von), str(eintrag.bis or ""))


def _of_sitzung(sitzung: Sitzung) -> Sitzungsmerkmal:
    antraege: dict[str, Antrag] = {}
    for top in sitzung.tagesordnung:
        for beschluss in top.beschluesse:
            antraege.setdefault(beschluss.kennung, beschluss.antrag)
    return Sitzungsmerkmal(
        gremium=sitzung.gremium,
        datum=sitzung.datum.isoformat(),
        entfallen=sitzung.entfallen is not None,
        leute=frozenset(_list_leute(sitzung)),
        beschluesse=tuple(antraege),
        vorhaben=tuple(sorted(list_vorhaben(antraege.values()))),
        vorlagen=any(top.vorlage is not None for top in sitzung.tagesordnung),
        knuepft_an=_goes_on(sitzung),
    )


def _list_leute(sitzung: Sitzung) -> Iterator[str]:
    yield from (entry.mitglied for entry in sitzung.anwesend)
    yield from sitzung.entschuldigt
    if sitzung.leitung:
        yield sitzung.leitung


def _goes_on(sitzung: Sitzung) -> bool:
    approved = sitzung.niederschrift is not None and sitzung.niederschrift.genehmigt is not None
    return approved or bool(sitzung.zweite_ladung_zu) or any(top.wiederaufnahme for top in sitzung.tagesordnung)


def _of_empfehlung(empfehlung: Empfehlung) -> Empfehlungsmerkmal:
    fassungen = tuple((fassung.nr, fassung.eingereicht is not None) for fassung in empfehlung.fassungen)
    return Empfehlungsmerkmal(empfehlung.arbeitsgruppe, fassungen)


def _of_antrag(entry: Umlauf | Beschlussvorlage) -> Antragsmerkmal:
    return Antragsmerkmal(tuple(sorted(list_vorhaben([entry.antrag]))))


class Merkmalart(NamedTuple):
    """How the Merkmal of a kind is made: of an entry, or of what was kept."""

    of: Callable[[Any], Merkmal]
    recall: Callable[[Schlicht], Merkmal]


MERKMALE: Mapping[str, Merkmalart] = {
    "stelle": Merkmalart(_of_stelle, Stellenmerkmal._make),
    "mitglied": Merkmalart(_of_mitglied, Mitgliedsmerkmal._make),
    "arbeitsgruppe": Merkmalart(_of_arbeitsgruppe, Gruppenmerkmal._make),
    "sitzung": Merkmalart(_of_sitzung, Sitzungsmerkmal._make),
    "empfehlung": Merkmalart(_of_empfehlung, Empfehlungsmerkmal._make),
    "umlauf": Merkmalart(_of_antrag, Antragsmerkmal._make),
    "beschlussvorlage": Merkmalart(_of_antrag, Antragsmerkmal._make),
    "beauftragte": Merkmalart(_of_beauftragte, Beauftragtenmerkmal._make),
}
"""By kind. A Merkmal depends on nothing but its entry."""
