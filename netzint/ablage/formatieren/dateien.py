"""``netzint formatieren``: odd files of the work tree into the house's form, each whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.formatieren.datei import formatiere
from netzint.ablage.lesen.baum import scan
from netzint.ablage.lesen.blick import read_datei
from netzint.ablage.schreibweg.dateien import write_durable
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.arten import art_of_pfad
from netzint.modell.fehler import Ausgang, NetzintFehler


class Formatiert(NamedTuple):
    """What was (or with ``probe`` would be) changed, and what could not be brought into shape, with the reason."""

    geaendert: tuple[tuple[str, bytes, bytes], ...]
    abgelehnt: tuple[tuple[str, str], ...]


def formatiere_dateien(wurzel: Path, auswahl: Sequence[str], *, probe: bool) -> Formatiert:
    """All entries, or those named by path or Kennung. Raises NetzintFehler (wrong usage) for an unknown name."""
    changed: list[tuple[str, bytes, bytes]] = []
    refused: list[tuple[str, str]] = []
    for pfad in _choose(wurzel, auswahl):
        before = read_datei(wurzel, pfad)
        place = art_of_pfad(pfad)
        if before is None or place is None:
            continue
        try:
            after = formatiere(before, place[0].model)
        except NetzintFehler as error:
            refused.append((pfad, error.text))
            continue
        if after != before:
            if not probe:
                _replace(wurzel, pfad, before, after)
            changed.append((pfad, before, after))
    return Formatiert(tuple(changed), tuple(refused))


def _choose(wurzel: Path, auswahl: Sequence[str]) -> Sequence[str]:
    known = scan(wurzel).dateien
    if not auswahl:
        return known
    by_kennung = {Path(pfad).stem: pfad for pfad in known}
    return [_find(wurzel, name, known, by_kennung) for name in auswahl]


def _find(wurzel: Path, name: str, known: Sequence[str], by_kennung: dict[str, str]) -> str:
    place = Path(name).resolve()
    relative = place.relative_to(wurzel).as_posix() if place.is_relative_to(wurzel) else name
    for candidate in (relative, name):
        if candidate in known:
            return candidate
    if name.lower() in by_kennung:
        return by_kennung[name.lower()]
    hinweis = meinten_sie(name, by_kennung, "Einen Pfad oder eine Kennung angeben.")
    raise NetzintFehler(f"„{name}“ ist kein Eintrag in daten/.", hinweis, Ausgang.AUFRUF)


def _replace(wurzel: Path, pfad: str, before: bytes, after: bytes) -> None:
    """Replace a file that is still what was read: an editor may have saved it meanwhile."""
    if read_datei(wurzel, pfad) != before:
        raise NetzintFehler(f"„{pfad}“ wurde inzwischen von anderer Seite geändert.", "Den Befehl wiederholen.")
    write_durable(wurzel / pfad, after)
