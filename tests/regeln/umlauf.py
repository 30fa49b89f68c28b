"""An Umlauf among the twelve: what rules about Umläufe start from."""

from __future__ import annotations

from typing import Any

from netzint.modell.umlauf import Umlauf
from tests.regeln.strategiegruppe import PERSONEN


def stimme(mitglied: str, wie: str = "ja", am: str = "2026-03-05") -> dict[str, str]:
    """One answer."""
    return {"mitglied": mitglied, "am": am, "stimme": wie}


def umlauf(**felder: Any) -> Umlauf:
    """Sent to all twelve on 2 March 2026, answered Ja by all, accepted on the last day, 16 March."""
    normal: dict[str, Any] = {
        "kennung": "um-2026-01",
        "titel": "Eins",
        "versandt": "2026-03-02",
        "frist": "2026-03-16",
        "beschluss": "eins",
        "antrag": {"art": "sonstiges"},
        "verteiler": list(PERSONEN),
        "stimmen": [stimme(p) for p in PERSONEN],
        "abschluss": {"am": "2026-03-16", "ergebnis": "angenommen"},
    }
    return Umlauf.model_validate({**normal, **felder})
