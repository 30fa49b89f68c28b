"""An Empfehlung on its way: the Bestand at each station, for the tests of its acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Eintrag
from netzint.recht.siegel import siegel
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests import bau

STICHTAG = date(2026, 11, 22)
HE = "he-2026-01"
ADRESSATEN = [
    {"stelle": "ministerium", "rolle": "federfuehrend", "frist": "2027-06-30"},
    {"stelle": "staedtetag", "rolle": "beteiligt"},
]


def hefassung(**felder: Any) -> dict[str, Any]:
    """A wording of March 2026 for two Stellen."""
    return bau.hefassung(**{"vom": "2026-03-02", "eingereicht": "2026-03-10", "adressaten": ADRESSATEN, **felder})


def eingereicht(**felder: Any) -> Empfehlung:
    """Handed in on 10 March 2026."""
    return bau.empfehlung(HE, **{"fassungen": [hefassung()], **felder})


def umfeld(*weitere: Eintrag) -> tuple[Eintrag, ...]:
    """What an Empfehlung needs around it."""
    ziel = bau.make("ziel", "ziel-teilhabe", titel="Teilhabe", beschreibung="Alle nehmen teil.\n", ab="2021-01")
    behoerde = bau.stelle("landesstelle")
    return (bau.arbeitsgruppe(), bau.thema(), ziel, behoerde, *weitere)


def abstimmung(empfehlung: Empfehlung, ergebnis: str = "angenommen", **felder: Any) -> Eintrag:
    """The Sitzung of 12 March 2026 that voted on the newest Fassung, sealed."""
    newest = empfehlung.fassungen[-1]
    vote = bau.beschluss(
        HE,
        **{
            "antrag": {"art": "empfehlung", "empfehlungen": [HE], "fassung": str(newest.nr)},
            "siegel": [siegel(newest)],
            "ergebnis": ergebnis,
            **felder,
        },
    )
    return bau.sitzung("sg-2026-01", datum="2026-03-12", tagesordnung=[bau.top(HE, beschluesse=[vote])])


def bestand(empfehlung: Empfehlung | None = None, *weitere: Eintrag) -> Bestand:
    """The Empfehlung in its surroundings."""
    own = (empfehlung,) if empfehlung else ()
    return bau.bestand(*umfeld(), *own, *weitere)


def angenommen(**felder: Any) -> Bestand:
    """Accepted on 12 March 2026, and forwarded as ``felder`` say."""
    empfehlung = eingereicht(**felder)
    return bestand(empfehlung, abstimmung(empfehlung))


def weitergeleitet(*stand: dict[str, Any], stelle: str = "ministerium") -> Bestand:
    """Accepted, forwarded to one Stelle on 1 April 2026, with these reports."""
    return angenommen(weiterleitungen=[{"stelle": stelle, "am": "2026-04-01", "stand": list(stand)}])


def einziger(aenderung: Aenderung) -> Setzen:
    """The one step of an Aenderung."""
    (step,) = aenderung.gesetzt
    assert isinstance(step, Setzen)
    return step


def gesetzt(aenderung: Aenderung) -> list[tuple[Any, Any]]:
    """Field and value of each step."""
    return [(step.feld, step.wert) for step in aenderung.gesetzt if isinstance(step, Setzen)]
