"""``netzint einrichten``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import Farbig, Stil, show, show_nebenbei
from netzint.cli.optionen import Probe, Wurzel
from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netzint.ablage.einrichtung.klon import Schritt

Zuruecknehmen = Annotated[bool, typer.Option("--zuruecknehmen", help="Alles wieder austragen, was von netzint stammt.")]


def einrichten(*, wurzel: Wurzel = Path(), zuruecknehmen: Zuruecknehmen = False, probe: Probe = False) -> int:
    """Git in diesem Ordner sagen, wie netzint-Daten zusammengeführt, verglichen und geprüft werden.

    Einmal nach jedem „git clone“ nötig, denn Git überträgt so etwas nicht. Es gilt nur für diesen Ordner; eigene Hooks
    werden nicht angerührt. „netzint init“ erledigt es von selbst.
    """
    from netzint.ablage.einrichtung.klon import set_up, take_back
    from netzint.ablage.transaktion import require_repository

    require_repository(wurzel)
    schritte = take_back(wurzel, probe=probe) if zuruecknehmen else set_up(wurzel, probe=probe)
    show_schritte(schritte)
    _show_schluss(schritte, probe=probe)
    return Ausgang.GUT


def show_schritte(schritte: Sequence[Schritt]) -> None:
    """A line for each, and what to do where something stays as it is."""
    for schritt in schritte:
        look = Stil.GUT if schritt.ist_aenderung else Stil.LEISE if schritt.stand == "schon da" else Stil.HINWEIS
        show(f"{schritt.was}: ", Farbig(schritt.stand, look))
        if schritt.hinweis:
            show(f"  → {schritt.hinweis}")


def _show_schluss(schritte: Sequence[Schritt], *, probe: bool) -> None:
    changes = any(schritt.ist_aenderung for schritt in schritte)
    if probe:
        show(Farbig("Probe: ", Stil.HINWEIS), "Es wurde nichts geändert.")
    elif not changes:
        show("Es war nichts zu ändern.")


def remind(wurzel: Path) -> None:
    """Say it where this clone does not merge as its data ask for."""
    from netzint.ablage.einrichtung.klon import find_mangel

    mangel = find_mangel(wurzel)
    if mangel:
        show_nebenbei(f"→ {mangel} Einmal: netzint einrichten")
