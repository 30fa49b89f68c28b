"""Twelve people who fit their seats, and the Kommunen they come from."""

from __future__ import annotations

from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.stelle import Stelle
from tests import bau

FUNKTION = {"gemeinde": "Bürgermeister", "stadt": "Oberbürgermeisterin", "landkreis": "Landrätin"}


def kommunen() -> tuple[Stelle, ...]:
    """One of each kind."""
    return (
        bau.stelle("gemeinde-a", "gemeinde", ags="08999001"),
        bau.stelle("stadt-b", "stadt", ags="08999002"),
        bau.stelle("landkreis-c", "landkreis", ags="08999"),
    )


STELLE = {"gemeinde": "gemeinde-a", "stadt": "stadt-b", "landkreis": "landkreis-c"}


def person(sitz: str, nr: int = 1, **felder: Any) -> Mitglied:
    """Whoever sits on a seat since February 2025, with the office that it asks for; keys change the Mandat."""
    seat = next(s for s in bau.SITZE if s["kennung"] == f"sitz-{sitz}")
    koerperschaft = str(seat.get("koerperschaft", ""))
    amt = bau.amt(stelle=STELLE[koerperschaft] if koerperschaft else seat["stelle"], amt=seat.get("amt", "mitarbeit"))
    if amt["amt"] == "leitung":
        amt["funktion"] = FUNKTION[koerperschaft]
    benannt = {"durch": seat["benannt_von"][0], "am": "2025-01-15"}
    mandat = bau.mandat(sitz=seat["kennung"], benannt=benannt, **felder)
    return bau.mitglied(f"{sitz}-{nr}", name=f"Person {sitz} {nr}", aemter=[amt], mandate=[mandat])


def zwoelf(*eintraege: Eintrag, ohne: tuple[str, ...] = ()) -> Bestand:
    """All seats taken but those named, and whatever else a test adds."""
    sitze = [s["kennung"].removeprefix("sitz-") for s in bau.SITZE]
    people = [person(sitz) for sitz in sitze if sitz not in ohne]
    return bau.bestand(*kommunen(), *people, *eintraege)
