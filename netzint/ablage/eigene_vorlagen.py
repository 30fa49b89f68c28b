"""The templates as they are shipped: what a new network gets, and what the tests have tried out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_LIESMICH = "README.md"


def find_ordner() -> Path:
    """In the wheel they lie beside the rest; in a checkout they are the repository's own."""
    package = Path(__file__).parents[1]
    packed = package / "mitgeliefert" / "vorlagen"
    return packed if packed.is_dir() else package.parent / "vorlagen"


def read_vorlagen() -> dict[str, bytes]:
    """The files by name."""
    return {pfad.name: pfad.read_bytes() for pfad in sorted(find_ordner().iterdir()) if pfad.is_file()}


def is_mitgeliefert(vorlagen: Mapping[str, bytes]) -> bool:
    """Whether these files (name → bytes) are the shipped ones, all of them and nothing else; but for what is read."""
    shipped = read_vorlagen()
    return {**vorlagen, _LIESMICH: b""} == {**shipped, _LIESMICH: b""}
