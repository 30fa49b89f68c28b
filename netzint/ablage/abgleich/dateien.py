"""One file of both sides becomes one: data by entry and key, everything else line by line."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.binaer import is_binaer
from netzint.ablage.gitaufruf import execute
from netzint.modell.arten import art_of_pfad

_GELOESCHT = "auf der einen Seite gelöscht, auf der anderen geändert"
_VERSCHIEDEN = "auf beiden Seiten verschieden geändert"
_NEU = "auf beiden Seiten neu, mit verschiedenem Inhalt"


class Vereint(NamedTuple):
    """The content, or German half-sentences about what nobody but a person can decide."""

    inhalt: bytes
    offen: tuple[str, ...] = ()


def merge_datei(basis: bytes | None, unser: bytes | None, ihr: bytes | None, pfad: str) -> Vereint:
    """Merge the own content with that of the others; None: the file is not there."""
    if unser is None or ihr is None:
        return Vereint(b"", (f"{pfad}: {_GELOESCHT}",))
    if art_of_pfad(pfad):
        from netzint.ablage.zusammenfuehren.datei import merge

        # Whoever comes later stands behind: additions of the others first, as they have them already.
        merged = merge(basis, ihr, unser, pfad)
        offen = tuple(": ".join(filter(None, (pfad, k.stelle, k.satz))) for k in merged.konflikte)
        return Vereint(merged.text, offen)
    if any(map(is_binaer, (basis or b"", unser, ihr))):
        return Vereint(b"", (f"{pfad}: {_VERSCHIEDEN if basis is not None else _NEU}",))
    return _merge_zeilen(basis, unser, ihr, pfad)


def _merge_zeilen(basis: bytes | None, unser: bytes, ihr: bytes, pfad: str) -> Vereint:
    with tempfile.TemporaryDirectory(prefix="netzint-") as folder:
        names = ("unser", "basis", "ihr")
        for name, data in zip(names, (unser, basis or b"", ihr), strict=True):
            (Path(folder) / name).write_bytes(data)
        code, output = execute(Path(folder), ("merge-file", "-p", "-q", *names), None)
    return Vereint(output, (f"{pfad}: {_VERSCHIEDEN if basis is not None else _NEU}",) if code else ())
