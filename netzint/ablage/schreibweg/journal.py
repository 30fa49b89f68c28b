"""What is about to become true, durable before it does: from here an interrupted Vorgang is carried on or dropped."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.gitordner import JOURNAL
from netzint.ablage.schreibweg.dateien import sync_folder, write_durable

DATEI = JOURNAL
_KOPF = b"netzint-journal 1 "


class Eintrag(NamedTuple):
    """One file. Modes and ids as in a tree, "" where there is no file.

    ``gesehen`` is the id of the raw bytes that stood in the work tree when we looked ("" if there was no file);
    only what still has these bytes is replaced. ``ohne_baum``: git keeps this file out of the work tree (sparse).
    """

    pfad: str
    alt_modus: str
    alt: str
    neu_modus: str
    neu: str
    gesehen: str
    ohne_baum: bool


class Journal(NamedTuple):
    """One Vorgang between "not yet" and "everywhere"; ``marke`` is in the names of its temporary files."""

    ref: str
    alt: str
    neu: str
    betreff: str
    marke: str
    eintraege: tuple[Eintrag, ...]


class Beschaedigt(Exception):
    """The file is there, but is not what we wrote."""


def write(folder: Path, journal: Journal) -> None:
    """Make the journal durable, in one step."""
    body = json.dumps(journal, ensure_ascii=False).encode()
    write_durable(folder / DATEI, _KOPF + hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def read(folder: Path) -> Journal | None:
    """The open journal, if there is one. Raises Beschaedigt."""
    try:
        head, _, body = (folder / DATEI).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if head != _KOPF + hashlib.sha256(body).hexdigest().encode():
        raise Beschaedigt
    ref, alt, neu, betreff, marke, entries = json.loads(body)
    return Journal(ref, alt, neu, betreff, marke, tuple(Eintrag(*entry) for entry in entries))


def remove(folder: Path) -> None:
    """The Vorgang is everywhere, or nowhere."""
    (folder / DATEI).unlink(missing_ok=True)
    sync_folder(folder)


def set_aside(folder: Path) -> Path:
    """Keep a damaged journal for whoever wants to look."""
    aside = folder / f"{DATEI}.beschaedigt"
    (folder / DATEI).replace(aside)
    sync_folder(folder)
    return aside


def name_paths(entries: tuple[Eintrag, ...]) -> tuple[str, ...]:
    """The paths, for people."""
    return tuple(entry.pfad for entry in entries)
