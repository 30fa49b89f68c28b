"""Edits by hand beside what they change: what no act of netzint may do afterwards, no editor may do either."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.ablage.gegen.pruefung import group_pfade
from netzint.ablage.gegen.verlauf import find_einstige
from netzint.modell.befund import Befund

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes


def judge_hand(
    wurzel: Path, before: Gelesenes, after: Gelesenes, pfade: Collection[str], stichtag: date
) -> tuple[Befund, ...]:
    """What the rules about two states say of these files. Acts are not asked: they may do what they do."""
    from netzint.regeln.uebergaenge import UEBERGAENGE
    from netzint.regeln.uebergang import Uebergang, judge_uebergang

    touched = [pfad for pfad in pfade if pfad.startswith("daten/")]
    if not before.stand_oid or not touched:
        return ()
    added = [pfad for pfad in touched if pfad not in before.teile]
    einst = find_einstige(wurzel, before.stand_oid, added)
    uebergang = Uebergang(before.bestand, after.bestand, stichtag, einst, group_pfade(touched))
    return tuple(judge_uebergang(uebergang, UEBERGAENGE))
