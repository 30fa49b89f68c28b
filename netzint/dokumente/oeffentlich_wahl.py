"""Which documents have a form for the public, and why the others have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.jahr import BERICHT
from netzint.dokumente.listen import MAPPE
from netzint.dokumente.papiere import TISCHVORLAGE, VORLAGE
from netzint.dokumente.schreiben import AUSZUG
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung

OHNE: Mapping[str, str] = MappingProxyType(
    {
        "einladung": "Eine Einladung geht an die Eingeladenen; öffentlich ist die Tagesordnung.",
        "verteiler": "Ein Verteiler nennt Personen und ihre Adressen.",
        "anwesenheitsliste": "Eine Anwesenheitsliste nennt Personen und trägt ihre Unterschriften.",
        "beschlusskontrolle": "Die Beschlusskontrolle bewertet einzelne Stellen.",
    }
)
"""Kinds that have no form for the public, with the reason; letters have none because they go to somebody."""
_BRIEF = "Ein Schreiben geht an die Person oder Stelle, an die es gerichtet ist."
FREIGABE = "Öffentlich machen: netzint {} aendern {} --oeffentlich"


def find_grund(bestand: Bestand, auftrag: Auftrag) -> str:
    """Why there is no form for the public; "" if there is one."""
    if auftrag.art in OHNE:
        return OHNE[auftrag.art]
    check = PRUEFUNGEN.get(auftrag.art)
    return check(bestand, auftrag) if check else _BRIEF


def _check_nothing(_bestand: Bestand, _auftrag: Auftrag) -> str:
    return ""


def _check_vorlage(bestand: Bestand, auftrag: Auftrag) -> str:
    entry = bestand.beschlussvorlagen.get(auftrag.kennung)
    if entry is None:
        return "Ein Punkt, der ohne Vorlage auf dem Tisch liegt, steht in der Tagesordnung."
    if entry.oeffentlich:
        return ""
    return f"{entry.kennung.upper()} ist nicht als öffentlich gekennzeichnet. " + FREIGABE.format(
        "beschlussvorlage", entry.kennung
    )


def _check_niederschrift(bestand: Bestand, auftrag: Auftrag) -> str:
    noted = bestand.sitzungen[auftrag.kennung].niederschrift
    return (
        "" if noted and noted.genehmigt else "Die Niederschrift ist noch nicht genehmigt; öffentlich wird sie danach."
    )


def _check_auszug(bestand: Bestand, auftrag: Auftrag) -> str:
    for sitzung, nr in iter_tops(bestand):
        top = sitzung.tagesordnung[nr]
        if auftrag.kennung == f"{sitzung.kennung}-{top.kennung}":
            name = f"TOP {top.nummer or nr + 1} der Sitzung {sitzung.kennung.upper()}"
            return "" if top.oeffentlich else f"{name} ist nicht öffentlich."
    return "Ein Umlaufverfahren ist nicht öffentlich."


def iter_tops(bestand: Bestand) -> Iterator[tuple[Sitzung, int]]:
    """Every TOP: its Sitzung, and its place there."""
    return ((s, nr) for s in bestand.sitzungen.values() for nr in range(len(s.tagesordnung)))


PRUEFUNGEN: Mapping[str, Callable[[Bestand, Auftrag], str]] = MappingProxyType(
    {
        "tagesordnung": _check_nothing,
        MAPPE: _check_nothing,
        BERICHT: _check_nothing,
        VORLAGE: _check_vorlage,
        TISCHVORLAGE: _check_vorlage,
        "niederschrift": _check_niederschrift,
        AUSZUG: _check_auszug,
    }
)
"""Kinds that may have one, with what has to be asked of each document."""
