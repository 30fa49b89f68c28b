"""Finished documents, below ``ausgabe/`` which git ignores: made anew at any time, so a failure here loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from netzint.ablage.schreibweg.dateien import write_durable
from netzint.modell.umgebung import ursache

ORDNER = "ausgabe"


def write_dokumente(
    ordner: Path, dokumente: Mapping[str, bytes], *, gewaehlt: bool = False
) -> tuple[tuple[str, ...], str]:
    """Write each document whole or not at all, replacing an older one.

    ``gewaehlt``: a person named the folder, so it may lie behind a symbolic link; ``ausgabe/`` itself may not, or a
    foreign repository could have us write anywhere. Gives the written names, and in German what failed, or "".
    """
    written: list[str] = []
    for key, content in dokumente.items():
        name = key.lstrip("/")
        target = ordner / name
        link = None if gewaehlt else _find_link(ordner, target)
        if link is not None:
            return tuple(written), f"„{link.name}“ ist eine Verknüpfung; dorthin schreibt netzint nicht von selbst."
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_durable(target, content)
        except OSError as error:
            return tuple(written), f"{target.name} ließ sich nicht schreiben ({ursache(error)})."
        written.append(name)
    return tuple(written), ""


def _find_link(ordner: Path, target: Path) -> Path | None:
    folders = (ordner, *(ordner / part for part in target.relative_to(ordner).parents))
    return next((folder for folder in folders if folder.is_symlink()), None)
