"""What is about to be committed past netzint, judged before it is: git calls the hook, the hook calls this."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gitordner import find_git_ordner
from netzint.ablage.lesen.pruefung import Ergebnis, Weitere, check
from netzint.ablage.schreibweg.haken import VORGANG
from netzint.modell.befund import Befund, Schwere, new_fehler


class Vorgemerkt(NamedTuple):
    """What was judged, and the Fehler that no state had on which the commit would stand."""

    ergebnis: Ergebnis
    neue: tuple[Befund, ...]


def check_vorgemerktes(wurzel: Path, stichtag: date, weitere: Weitere) -> Vorgemerkt | None:
    """Judge git's index. None: netzint itself is committing, and has judged already. Raises NetzintFehler."""
    if os.environ.get(VORGANG):
        return None
    index = os.environ.get("GIT_INDEX_FILE")  # for „git commit DATEI“ git makes one of its own
    baum = gitlesen.run(wurzel, "write-tree", mehr={"GIT_INDEX_FILE": index} if index else {}).decode().strip()
    ergebnis = check(wurzel, stichtag, baum, weitere=weitere)
    neue = tuple(befund for befund in ergebnis.befunde if befund.schwere is Schwere.FEHLER)
    for stand in _eltern(wurzel) if neue else ():
        neue = new_fehler(check(wurzel, stichtag, stand, weitere=weitere).befunde, neue)
    return Vorgemerkt(ergebnis, neue)


def _eltern(wurzel: Path) -> list[str]:
    """The commits on which the next one would stand."""
    ordner = find_git_ordner(wurzel)
    heads = [gitlesen.head(wurzel)]
    with suppress(OSError):
        heads += (ordner / "MERGE_HEAD").read_text("ascii").split() if ordner else []
    return [head for head in heads if head]
