"""Blobs and trees of the new commit, made from HEAD's trees.

Only the folders on the way to a target are read and written again, so the cost does not grow with the repository,
and nothing that the user has staged can slip in.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import prozess

ORDNER_MODUS = "40000"
_PACK_TYPE = {"tree": 2, "blob": 3}


class Glied(NamedTuple):
    """A name in a tree points to this: the mode as git writes it, and the object's id."""

    modus: str
    oid: str


Ordner = dict[str, Glied]


class Objekt(NamedTuple):
    """An object still to be written."""

    art: str
    inhalt: bytes


def object_id(art: str, data: bytes, objektformat: str) -> str:
    """The id git gives an object."""
    return hashlib.new(objektformat, f"{art} {len(data)}\0".encode() + data, usedforsecurity=False).hexdigest()


def list_parents(path: str) -> list[str]:
    """The folders above a path, the top ("") first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]


def read_ordner(wurzel: Path, commit: str, paths: Iterable[str]) -> dict[str, Ordner]:
    """The folders of a commit on the way to these paths, by path; what is no folder there is left out."""
    if not commit:
        return {"": {}}
    folders = sorted({parent for path in paths for parent in list_parents(path)} | {""})
    names = {f"{commit}:{folder}" if folder else f"{commit}^{{tree}}": folder for folder in folders}
    found = gitlesen.read_objects(wurzel, list(names))
    return {names[name]: _parse_ordner(raw, len(oid)) for name, (oid, art, raw) in found.items() if art == "tree"}


def _parse_ordner(raw: bytes, digits: int) -> Ordner:
    ordner: Ordner = {}
    start, width = 0, digits // 2
    while start < len(raw):
        end = raw.index(b"\0", start)
        modus, _, name = raw[start:end].partition(b" ")
        start = end + 1 + width
        ordner[name.decode("utf-8", "surrogateescape")] = Glied(modus.decode(), raw[end + 1 : start].hex())
    return ordner


def build_baum(
    ordner: Mapping[str, Ordner], changes: Mapping[str, Glied | None], objektformat: str
) -> tuple[str, list[Objekt]]:
    """The id of the new top tree and all trees that are new. Emptied folders disappear."""
    touched = {parent for path in changes for parent in list_parents(path)} | {""}
    work = {folder: dict(ordner.get(folder, {})) for folder in touched}
    for path, glied in changes.items():
        _set(work, path, glied)
    objects: list[Objekt] = []
    for folder in sorted(touched, key=lambda name: (-name.count("/"), name)):
        if folder:
            _set(work, folder, _add_baum(work[folder], objects, objektformat) if work[folder] else None)
    return _add_baum(work[""], objects, objektformat).oid, objects


def _set(work: dict[str, Ordner], path: str, glied: Glied | None) -> None:
    folder, _, name = path.rpartition("/")
    if glied is None:
        work[folder].pop(name, None)
    else:
        work[folder][name] = glied


def _add_baum(ordner: Ordner, objects: list[Objekt], objektformat: str) -> Glied:
    rows = sorted((_sort_name(name, glied), name, glied) for name, glied in ordner.items())
    raw = b"".join(
        f"{glied.modus} {name}\0".encode("utf-8", "surrogateescape") + bytes.fromhex(glied.oid)
        for _, name, glied in rows
    )
    objects.append(Objekt("tree", raw))
    return Glied(ORDNER_MODUS, object_id("tree", raw, objektformat))


def _sort_name(name: str, glied: Glied) -> bytes:
    """git sorts folders as if their names ended in a slash."""
    return (name + "/" * (glied.modus == ORDNER_MODUS)).encode("utf-8", "surrogateescape")


def write_objekte(wurzel: Path, objects: Iterable[Objekt], objektformat: str) -> None:
    """Write all objects durably in one git process, which checks their form and that nothing they name is missing.

    A pack stream is the only input that carries blobs and trees together.
    """
    unique = list(dict.fromkeys(objects))
    body = b"PACK" + (2).to_bytes(4, "big") + len(unique).to_bytes(4, "big") + b"".join(map(_pack, unique))
    pack = body + hashlib.new(objektformat, body, usedforsecurity=False).digest()
    prozess.require(prozess.execute(wurzel, "unpack-objects", "-q", "--strict", input=pack), "git unpack-objects")


def _pack(objekt: Objekt) -> bytes:
    size = len(objekt.inhalt)
    head = bytearray([_PACK_TYPE[objekt.art] << 4 | size & 15])
    size >>= 4
    while size:
        head[-1] |= 128
        head.append(size & 127)
        size >>= 7
    return bytes(head) + zlib.compress(objekt.inhalt)
