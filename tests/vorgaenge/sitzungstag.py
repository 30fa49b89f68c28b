"""A Sitzung of the twelve on its day: what acts of the day start from."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests.bau import arbeitsgruppe, bestand, empfehlung, sitzung, thema, top
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN, die_zwoelf, vertretung

TAG = date(2026, 3, 12)
STAEDTETAG, GEMEINDETAG = "staedtetag-1", "gemeindetag-1"


def geladen(*tops: dict[str, Any], **felder: Any) -> Sitzung:
    """A Sitzung of 12 March 2026 to which the twelve are invited."""
    normal: dict[str, Any] = {
        "einladung": {"versandt": "2026-02-12", "verteiler": list(PERSONEN)},
        "tagesordnung": list(tops) or [top("begruessung"), top("eins"), top("zwei")],
    }
    return sitzung(**{**normal, **felder})


def eroeffnet(*tops: dict[str, Any], fehlt: tuple[str, ...] = (), **felder: Any) -> Sitzung:
    """The same, begun; all twelve are there but those who are missing."""
    normal = {"leitung": LEITUNG, "anwesend": [p for p in PERSONEN if p not in fehlt]}
    return geladen(*tops, **{**normal, **felder})


def saal(*eintraege: Eintrag) -> Bestand:
    """A Bestand with the twelve, a deputy of the Städtetag, an AG and two Empfehlungen that it handed in."""
    return bestand(
        *die_zwoelf(), vertretung("staedtetag-2"), thema(), arbeitsgruppe(),
        eingereicht("he-2026-01"), eingereicht("he-2026-02"), *eintraege,
    )  # fmt: skip


def eingereicht(kennung: str, **felder: Any) -> Eintrag:
    """An Empfehlung handed in before the Sitzung."""
    from tests.bau import hefassung

    return empfehlung(kennung, fassungen=[hefassung(vom="2026-01-20", eingereicht="2026-02-02")], **felder)


def werte(aenderung: Aenderung | None) -> dict[str, Any]:
    """What is set, by its path as text: ``tagesordnung.1.beschluesse.0``."""
    assert aenderung is not None
    assert all(isinstance(schritt, Setzen) for schritt in aenderung.gesetzt)
    return {".".join(map(str, s.feld)): s.wert for s in aenderung.gesetzt if isinstance(s, Setzen)}
