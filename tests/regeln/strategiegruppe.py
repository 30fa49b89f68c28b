"""The twelve and their Sitzung: what rules about votes need around them."""

from __future__ import annotations

from typing import Any

from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung
from tests.bau import SITZE, mandat, mitglied, sitzung, top

PERSONEN = tuple(s["kennung"].removeprefix("sitz-") + "-1" for s in SITZE)
"""``ministerium-a-1``, …, ``beauftragte-landkreis-1``: one on each seat since 1 February 2025."""
LEITUNG = PERSONEN[0]


def die_zwoelf() -> list[Mitglied]:
    """Someone on every seat."""
    return [person(kennung) for kennung in PERSONEN]


def person(kennung: str, **felder: Any) -> Mitglied:
    """Whoever sits on the seat of that name: ``staedtetag-1`` on ``sitz-staedtetag``. Keys change the Mandat."""
    return mitglied(kennung, mandate=[mandat(sitz=f"sitz-{kennung.rsplit('-', 1)[0]}", **felder)])


def vertretung(kennung: str, **felder: Any) -> Mitglied:
    """A deputy for the seat of that name."""
    return person(kennung, rolle="stellvertretend", **felder)


def gehalten(*tops: dict[str, Any], **felder: Any) -> Sitzung:
    """A held and closed Sitzung of 12 March 2026 to which all twelve were invited and came."""
    normal: dict[str, Any] = {
        "einladung": {"versandt": "2026-02-12", "verteiler": list(PERSONEN)},
        "leitung": LEITUNG,
        "tagesordnung": list(tops) or [top()],
        "anwesend": list(PERSONEN),
        "abgeschlossen": "2026-03-12",
    }
    return sitzung(**{**normal, **felder})


def abstimmung(ja: int = 12, nein: int = 0, enthaltung: int = 0, **felder: Any) -> dict[str, Any]:
    """A TOP with one vote."""
    counts = {"ja": str(ja), "nein": str(nein), "enthaltung": str(enthaltung)}
    vote = {"kennung": "beschluss", "antrag": {"art": "sonstiges"}, **counts, "ergebnis": "angenommen", **felder}
    return top("antrag", beschluesse=[vote])
