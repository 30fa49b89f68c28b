"""Finished documents, below ``ausgabe/`` which git ignores: made anew at any time, so a failure here loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from netzint.ablage.schreibweg.dateien import write_durable

ORDNER = "ausgabe"


def write_dokumente(ordner: Path, dokumente: Mapping[str, bytes]) -> tuple[tuple[str, ...], str]:
    """Write each document whole or not at all, replacing an older one.

    Gives the written names and a German sentence on what failed, or "".
    """
    written: list[str] = []
    for name, content in dokumente.items():
        target = ordner / name.lstrip("/")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_durable(target, content)
        except OSError as error:
            return tuple(written), f"{target.name} ließ sich nicht schreiben ({error.strerror})."
        written.append(name.lstrip("/"))
    return tuple(written), ""
