"""Asking at a terminal which entry is meant, where it was not typed: its Kennungen and names are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzint.cli import fragen, heute

if TYPE_CHECKING:
    from pathlib import Path

    from netzint.modell.bestand import Bestand
    from netzint.modell.grund import Eintrag


def ask_aus(wurzel: Path, sammlung: str, frage: str, text: str | None, option: str = "KENNUNG") -> str:
    """What was typed; otherwise one of a collection of the Bestand („themen“, „stellen“ …), asked at a terminal."""
    if text is not None:
        return text
    if not fragen.is_dialog():
        return fragen.ask_eintrag(frage, (), option=option)
    from functools import partial

    from netzint.modell.arten import ARTEN
    from netzint.modell.finden import find_eintrag

    bestand = _read(wurzel)
    art = next(art.name for art in ARTEN if art.ordner == sammlung)
    finde = partial(find_eintrag, bestand, art)
    return fragen.ask_eintrag(frage, _list(bestand, sammlung), option=option, finde=finde)


def _read(wurzel: Path) -> Bestand:
    from netzint.cli.lesen import read_head

    return read_head(wurzel, heute.today()).bestand


def _list(bestand: Bestand, sammlung: str) -> list[tuple[str, str]]:
    entries: dict[str, Eintrag] = getattr(bestand, sammlung)
    return [(kennung, _name(entry)) for kennung, entry in entries.items()]


def _name(entry: Eintrag) -> str:
    found = next((getattr(entry, feld) for feld in ("name", "titel", "stelle", "regel") if hasattr(entry, feld)), "")
    return str(found or getattr(entry, "stelle", ""))
