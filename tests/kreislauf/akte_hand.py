"""Random edits by hand: an entry in an editor, changed as people change it, rightly and wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from netzint.ablage import handaenderung
from netzint.ablage.editor import Editor
from netzint.ablage.gegen.pruefung import group_pfade
from netzint.ablage.lesen.bestand import Gelesenes
from netzint.cli.bearbeiten import VERWERFEN
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund
from netzint.regeln.uebergaenge import UEBERGAENGE
from netzint.regeln.uebergang import Uebergang, judge_uebergang
from tests.kreislauf.akte_tabellen import find_ordner
from tests.kreislauf.wurf import Wurf

HAND = handaenderung.__name__
"""Imported before anything is replaced: it keeps what it was given then."""


def bearbeiten(w: Wurf) -> list[str]:
    """A day, a number or a word is written anew, a line is lost, or one stands there that nobody knows."""
    kennung = w.aus(w.bestand.eintraege, "")
    eintrag = w.bestand.eintraege.get(kennung)
    if eintrag is None:
        return []
    pfad = NACH_NAME[type(eintrag).__name__.lower()].pfad(kennung)
    lines = w.welt.dateien[pfad].decode().split("\n")
    entwurf = find_ordner() / "entwurf.yaml"
    entwurf.write_bytes("\n".join(_change(w, lines)).encode())
    return ["bearbeiten", kennung, "--aus", str(entwurf)]


def _change(w: Wurf, lines: list[str]) -> list[str]:
    nr = w.zufall.randrange(len(lines))
    if w.ja(0.1):
        return [*lines[:nr], *lines[nr + 1 :]]
    if w.ja(0.05):
        return [*lines[:-1], "quatsch: 1", ""]
    muster: dict[str, Callable[[], str]] = {
        r"\d{4}-\d\d-\d\d": w.tag,
        r"(?<=: )\d+$": lambda: w.zahl((1, 7, 12)),
        r"(?<=[a-z])$": lambda: " neu",
    }
    pattern, neu = w.aus(muster.items(), ("$^", w.zeile))
    fitting = [n for n, line in enumerate(lines) if re.search(pattern, line) and not line.lstrip().startswith("#")]
    at = w.aus(fitting, nr)
    return [*lines[:at], re.sub(pattern, lambda _: neu(), lines[at], count=1), *lines[at + 1 :]]


def judge_hand(
    _wurzel: Path, before: Gelesenes, after: Gelesenes, pfade: Collection[str], tag: date
) -> tuple[Befund, ...]:
    """What the real one judges, of a history that is not asked."""
    uebergang = Uebergang(before.bestand, after.bestand, tag, anders=group_pfade(list(pfade)))
    return tuple(judge_uebergang(uebergang, UEBERGAENGE))


def lay_copy(wurzel: Path, _pfad: str, data: bytes) -> Path:
    """Where the editor, which is closed at once, finds the text."""
    copy = wurzel / "entwurf.yaml"
    copy.write_bytes(data)
    return copy


def _nothing(*_args: object) -> None:
    return None


ERSATZ: tuple[tuple[str, object], ...] = (
    ("netzint.cli.bearbeiten.tell_journal", _nothing),
    ("netzint.cli.bearbeiten._require_dialog", _nothing),
    ("netzint.cli.bearbeiten._Sitzung._ask", lambda *_: VERWERFEN),
    ("netzint.cli.bearbeiten.hand_over", _nothing),
    ("netzint.ablage.editor.find_editor", lambda _: Editor(("true",))),
    ("netzint.ablage.editor.open_editor", lambda *_: 0),
    ("netzint.ablage.editor.list_copies", lambda *_: ()),
    ("netzint.ablage.editor.find_copy", _nothing),
    ("netzint.ablage.editor.lay_copy", lay_copy),
    (f"{HAND}.require_head", lambda _: "0" * 40),
    (f"{HAND}._refuse_edited", _nothing),
    (f"{HAND}.judge_hand", judge_hand),
)
"""The editor, the terminal and the history, which a walk in memory has not."""
