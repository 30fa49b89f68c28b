"""``netzint einrichten``: look at a clone, set it up, take that back. Doing it twice changes nothing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.einrichtung.aufruf import MODUL
from netzint.ablage.einrichtung.haken import Haken, Zustand, read_haken, write_haken
from netzint.ablage.einrichtung.werte import ABSCHNITTE, Wert, read_werte, remove_abschnitt, write_wert
from netzint.ablage.gitordner import find_gemeinsamer_ordner

_MERKMAL = "merge=netzint"
_ABSCHNITT = '[merge "netzint"]'
_AUFRUF = re.compile(rf'driver = "?(?:netzint_treiber\(\) {{ command -v )?(.+?) (?:>/dev/null|{MODUL} merge-treiber)')
_ESCAPED = re.compile(r"\\(.)")
"""git writes a quotation mark and a backslash of a value behind another backslash."""


class Schritt(NamedTuple):
    """What was done (or would be), or why not."""

    was: str
    stand: str
    hinweis: str = ""

    @property
    def ist_aenderung(self) -> bool:
        """Whether something changes."""
        return self.stand in ("eingetragen", "erneuert", "entfernt")


def set_up(wurzel: Path, *, probe: bool) -> tuple[Schritt, ...]:
    """Tell git everything that is missing. Raises NetzintFehler."""
    schritte = []
    for wert in read_werte(wurzel):
        schritt = _plan_wert(wert)
        if schritt.ist_aenderung and not probe:
            write_wert(wurzel, wert)
        schritte += [schritt] if wert.zweck else []
    for haken in read_haken(wurzel):
        schritt = _plan_haken(haken)
        if schritt.ist_aenderung and not probe:
            write_haken(haken)
        schritte.append(schritt)
    return (*schritte, _look_attribute(wurzel))


def _plan_wert(wert: Wert) -> Schritt:
    if wert.ist_fremd:
        return Schritt(wert.zweck, "bleibt", f"„{wert.name}“ steht schon auf „{wert.ist}“.")
    stand = "schon da" if wert.ist == wert.soll else "eingetragen" if wert.ist is None else "erneuert"
    return Schritt(wert.zweck, stand)


def _plan_haken(haken: Haken) -> Schritt:
    was = f"Prüfen vor dem Commit („{haken.name}“)"
    if haken.zustand is Zustand.FREMD:
        hinweis = f"Dort liegt schon ein eigener Hook: {haken.pfad}. Darin aufrufen: netzint haken {haken.name}"
        return Schritt(was, "bleibt", hinweis)
    if haken.zustand is Zustand.ANDERSWO:
        hinweis = f"Git sucht seine Hooks in {haken.pfad.parent} („core.hooksPath“); dort legt netzint nichts ab."
        return Schritt(was, "bleibt", hinweis)
    stand = {Zustand.DA: "schon da", Zustand.FEHLT: "eingetragen", Zustand.VERALTET: "erneuert"}[haken.zustand]
    return Schritt(was, stand)


def _look_attribute(wurzel: Path) -> Schritt:
    was = "Für welche Dateien das gilt („.gitattributes“)"
    if _asks_for_treiber(wurzel):
        return Schritt(was, "schon da")
    return Schritt(was, "fehlt", "Bis dahin wirkt es nicht. Das Mitgelieferte erneuern: netzint init . --erneuern")


def take_back(wurzel: Path, *, probe: bool) -> tuple[Schritt, ...]:
    """Take out whatever is ours, and nothing else. Raises NetzintFehler."""
    return tuple(_take_back(wurzel, probe=probe))


def _take_back(wurzel: Path, *, probe: bool) -> Iterator[Schritt]:
    werte = read_werte(wurzel)
    for abschnitt in ABSCHNITTE:
        there = [wert for wert in werte if wert.name.startswith(f"{abschnitt}.") and wert.ist is not None]
        if there and not any(wert.ist_fremd for wert in there):
            if not probe:
                remove_abschnitt(wurzel, abschnitt)
            yield Schritt(there[-1].zweck or there[-1].name, "entfernt")
    for haken in read_haken(wurzel):
        if haken.zustand in (Zustand.DA, Zustand.VERALTET):
            if not probe:
                haken.pfad.unlink(missing_ok=True)
            yield Schritt(f"Prüfen vor dem Commit („{haken.name}“)", "entfernt")


def find_mangel(wurzel: Path) -> str:
    """What keeps this clone from merging as its data ask for; empty: nothing. Two small files are looked into."""
    ordner = find_gemeinsamer_ordner(wurzel) if _asks_for_treiber(wurzel) else None
    if ordner is None:
        return ""
    config = _read(ordner / "config")
    if _ABSCHNITT not in config:
        return "Git weiß in diesem Ordner noch nicht, wie es Daten zusammenführt."
    called = _AUFRUF.search(config)
    if called and not Path(shlex.split(_ESCAPED.sub(r"\1", called[1]).replace("%%", "%"))[0]).exists():
        return "Git ruft netzint in diesem Ordner dort auf, wo es nicht mehr ist."
    return ""


def _asks_for_treiber(wurzel: Path) -> bool:
    return _MERKMAL in _read(wurzel / ".gitattributes")


def _read(pfad: Path) -> str:
    try:
        return pfad.read_text("utf-8", "replace")
    except OSError:
        return ""
