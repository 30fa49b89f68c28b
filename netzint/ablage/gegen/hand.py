"""Edits by hand beside what they change: what no act of netzint may do afterwards, no editor may do either."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.gegen.pruefung import group_pfade, list_geaenderte
from netzint.ablage.gegen.verlauf import find_einstige, with_lesbare
from netzint.modell.befund import Befund, Schwere, new_fehler

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
    readable = with_lesbare(wurzel, before, touched)
    uebergang = Uebergang(readable.bestand, after.bestand, stichtag, einst, group_pfade(touched))
    return tuple(judge_uebergang(uebergang, UEBERGAENGE))


class Seiten(NamedTuple):
    """Where two sides parted, what the one made of it, the other side, and both together."""

    basis: Gelesenes
    eigene: Gelesenes
    fremde: Gelesenes
    zusammen: Gelesenes


def judge_seiten(
    wurzel: Path, seiten: Seiten, stichtag: date, rename: Callable[[Befund], Befund] = lambda befund: befund
) -> tuple[Befund, ...]:
    """What may not be done to the other side's state, though it might be done to that on which the own changes rest.

    ``rename``: what is called otherwise in both together.
    """
    basis, eigene, fremde, zusammen = seiten
    there = judge_hand(wurzel, fremde, zusammen, list_geaenderte(fremde, zusammen), stichtag)
    if not any(befund.schwere is Schwere.FEHLER for befund in there):
        return ()
    own = judge_hand(wurzel, basis, eigene, list_geaenderte(basis, eigene), stichtag)
    return new_fehler(tuple(map(rename, own)), there)
