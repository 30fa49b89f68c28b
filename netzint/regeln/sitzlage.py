"""What rules about seats share: how a seat is called, which Mandate are ordentlich, what a Stelle counts as."""

from __future__ import annotations

import re
from datetime import date

from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import Fassung, Sitz
from netzint.modell.stelle import Stelle

KOERPERSCHAFTSNAMEN = {"gemeinde": "Gemeinde", "stadt": "Stadt", "landkreis": "Landkreis"}
AMTSNAMEN = {"leitung": "Leitung der Verwaltung", "integrationsbeauftragung": "Integrationsbeauftragung"}
_ZAHL_AM_ENDE = re.compile(r"(-[0-9]+)+$")


def sitzname(sitz: Sitz) -> str:
    """How a seat is called in messages: as in lists, in quotation marks."""
    return f"„{sitz.name}“"


def name_of_sitz(bestand: Bestand, kennung: str) -> str:
    """The same by Kennung; a seat that no Fassung knows is called by its Kennung."""
    sitz = bestand.alle_sitze.get(kennung)
    return sitzname(sitz) if sitz else f"„{kennung}“"


def with_rolle(mandate: tuple[MandatVon, ...], rolle: str) -> list[MandatVon]:
    """Those of a role, in the same order."""
    return [m for m in mandate if m.mandat.rolle == rolle]


def seat_on(fassung: Fassung | None, kennung: str | None) -> Sitz | None:
    """A seat as a Fassung describes it."""
    sitze = fassung.strategiegruppe.sitze if fassung else ()
    return next((s for s in sitze if s.kennung == kennung), None)


def koerperschaft_on(stelle: Stelle, fassung: Fassung, tag: date) -> str | None:
    """What a Stelle counts as on a day: gemeinde, stadt, landkreis, or None. Its status goes before its kind."""
    listed = {"gemeinde": fassung.koerperschaften.gemeinde, "stadt": fassung.koerperschaften.stadt}
    listed["landkreis"] = fassung.koerperschaften.landkreis
    for value in (stelle.status_am(tag), stelle.art_am(tag)):
        found = next((name for name, values in listed.items() if value in values), None)
        if found:
            return found
    return None


def stem(kennung: str) -> list[str]:
    """The parts of a Kennung without ``sitz-`` and without its number: ``kommunen-stadt-2`` → kommunen, stadt."""
    plain = _ZAHL_AM_ENDE.sub("", kennung.removeprefix("sitz-"))
    return plain.split("-")


def begins_like(kennung: str, platz: str) -> bool:
    """Whether a person's Kennung begins like the seat or AG: ``ministerium-1`` does like ``sitz-ministerium-a``."""
    if kennung.startswith(platz.removeprefix("sitz-")):
        return True
    return all(a == b for a, b in zip(stem(kennung), stem(platz), strict=False))


def may_be_unread(bestand: Bestand, platz: str) -> bool:
    """Whether a file that could not be read may be that of someone on this seat or in this AG."""
    return any(begins_like(kennung, platz) for kennung in bestand.unlesbar)
