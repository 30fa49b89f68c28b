"""Who was there, put right after the Sitzung is closed: as a whole, because somebody may come or go."""

from __future__ import annotations

from typing import Any

from netzint.modell.grund import Angabe
from netzint.modell.klartext import Klartext, plain_wert, to_klartext
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Schritt
from netzint.vorgaenge.sitzung_verlauf import list_steps

FELD = "anwesend"


def is_anwesend(teil: Angabe, feld: str) -> bool:
    """Whether it is the list of those present of a whole Sitzung."""
    return feld == FELD and isinstance(teil, Sitzung)


def read_anwesende(sitzung: Sitzung, text: str) -> list[Klartext]:
    """``ministerium-1, ministerium-4:ministerium-2`` as the file has it; with a colon somebody stands in for another.

    Who was on the list before, and for the same, stays as it was: when they came and went.
    """
    known: dict[str, Any] = {a.mitglied: plain_wert(a) for a in sitzung.anwesend}
    represents = {a.mitglied: a.fuer or "" for a in sitzung.anwesend}
    found: dict[str, Klartext] = {}
    for item in text.lower().split(","):
        person, colon, fuer = (part.strip() for part in item.partition(":"))
        if not person:
            continue
        same = person in known and (not colon or represents[person] == fuer)
        found[person] = known[person] if same else {"mitglied": person, "fuer": fuer} if fuer else person
    return list(found.values())


def anwesend_steps(sitzung: Sitzung, neu: Any) -> list[Schritt]:
    """From the list as it is to the new one, touching only what differs."""
    before: Any = to_klartext(sitzung).get(FELD, [])
    return list_steps(sitzung.kennung, FELD, before, neu or [])
