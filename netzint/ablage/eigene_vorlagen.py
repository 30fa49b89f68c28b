"""The templates as they are shipped: what a new network gets, and what the tests have tried out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def find_ordner() -> Path:
    """In the wheel they lie beside the rest; in a checkout they are the repository's own."""
    packed = Path(str(files("netzint"))) / "mitgeliefert" / "vorlagen"
    return packed if packed.is_dir() else packed.parents[2] / "vorlagen"


def read_vorlagen() -> dict[str, bytes]:
    """The files by name."""
    return {pfad.name: pfad.read_bytes() for pfad in sorted(find_ordner().iterdir()) if pfad.is_file()}
