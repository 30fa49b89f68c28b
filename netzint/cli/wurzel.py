"""Where the data are."""

from __future__ import annotations

from pathlib import Path

from netzint.modell.fehler import Ausgang, NetzintFehler

MERKMAL = Path("daten", "netzwerk.yaml")
"""The file that makes a folder one of netzint's."""

_ANLEGEN = "Mit --wurzel ORDNER einen anderen nennen, oder mit „netzint init ORDNER“ einen neuen anlegen."


def find_wurzel() -> Path:
    """The nearest folder from here upwards that has ``daten/netzwerk.yaml``."""
    hier = Path.cwd()
    for ordner in (hier, *hier.parents):
        if (ordner / MERKMAL).is_file():
            return ordner
    raise NetzintFehler(
        f"Weder „{hier}“ noch ein Ordner darüber enthält {MERKMAL.as_posix()}.", _ANLEGEN, Ausgang.AUFRUF
    )


def check_wurzel(ordner: Path) -> Path:
    """The folder that was named. A missing netzwerk.yaml is for ``pruefen`` to report, a missing folder is not."""
    if not ordner.is_dir():
        raise NetzintFehler(f"Den Ordner „{ordner}“ gibt es nicht.", _ANLEGEN, Ausgang.AUFRUF)
    if not (ordner / MERKMAL.parent).is_dir():
        text = f"Der Ordner „{ordner}“ enthält keinen Ordner {MERKMAL.parent}."
        above = next((folder for folder in ordner.resolve().parents if (folder / MERKMAL).is_file()), None)
        raise NetzintFehler(text, f"Meinten Sie „{above}“?" if above else _ANLEGEN, Ausgang.AUFRUF)
    return ordner.resolve()
