"""The hooks before a commit: netzint checks what is about to be committed. Somebody else's hooks are left alone."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.einrichtung.aufruf import build_aufruf

NAMEN = ("pre-commit", "pre-merge-commit")
_KENNZEICHEN = "# Angelegt von „netzint einrichten“; entfernt mit „netzint einrichten --zuruecknehmen“."
_VORLAGE = """#!/bin/sh
{kennzeichen}
netzint() {{ {aufruf} "$@"; }}
netzint --version >/dev/null 2>&1 || {{
    echo "netzint ist dort nicht mehr, wo es war; dieser Commit wird nicht geprüft. Danach: netzint einrichten" >&2
    exit 0
}}
netzint haken {name}
"""


class Zustand(StrEnum):
    """What is there in the place of a hook."""

    FEHLT = "fehlt"
    DA = "da"
    VERALTET = "veraltet"
    """Ours, from another installation."""
    FREMD = "fremd"
    ANDERSWO = "anderswo"
    """git looks for hooks in a folder that is not this clone's alone."""


class Haken(NamedTuple):
    """One hook."""

    name: str
    pfad: Path
    zustand: Zustand


def read_haken(wurzel: Path) -> tuple[Haken, ...]:
    """Both hooks as they are."""
    args = ("--path-format=absolute", "--git-path", "hooks", "--git-common-dir")
    lines = os.fsdecode(gitlesen.run(wurzel, "rev-parse", *args)).splitlines()
    ordner, gemeinsam = Path(lines[0]), Path(lines[1])
    eigener = ordner.resolve() == (gemeinsam / "hooks").resolve()
    return tuple(Haken(name, ordner / name, _judge(name, ordner / name, eigener=eigener)) for name in NAMEN)


def _judge(name: str, pfad: Path, *, eigener: bool) -> Zustand:
    if is_eigener(pfad):
        return Zustand.DA if pfad.read_bytes() == _build(name) else Zustand.VERALTET
    if os.path.lexists(pfad):
        return Zustand.FREMD
    return Zustand.FEHLT if eigener else Zustand.ANDERSWO


def is_eigener(pfad: Path) -> bool:
    """Whether this hook is ours and nothing was added to it: what netzint writes, it has checked already."""
    try:
        data = pfad.read_bytes()
    except OSError:
        return False
    ours = _build(pfad.name).split(b"\n")
    lines = data.split(b"\n")
    # all but the line that says where netzint is
    return len(lines) == len(ours) and all(a == b for nr, (a, b) in enumerate(zip(lines, ours, strict=True)) if nr != 2)


def write_haken(haken: Haken) -> None:
    """Put it there, whole or not at all."""
    haken.pfad.parent.mkdir(parents=True, exist_ok=True)
    beside = haken.pfad.with_name(f"{haken.pfad.name}.netzint-neu")
    beside.write_bytes(_build(haken.name))
    beside.chmod(0o755)
    beside.replace(haken.pfad)


def _build(name: str) -> bytes:
    return _VORLAGE.format(kennzeichen=_KENNZEICHEN, aufruf=build_aufruf(), name=name).encode()
