"""The shipped example as the tests know it, whatever somebody has tried out in this clone meanwhile.

``netzint sitzung neu`` is meant to be tried here: what it adds to ``daten/`` has higher numbers than the shipped files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from netzint.ablage.lesen.bestand import read_bestand
from netzint.modell.arten import jahr_und_nummer
from netzint.modell.bestand import Bestand

WURZEL = Path(__file__).parents[1]
LETZTE = {"sg": (2026, 2), "bv": (2026, 9)}
"""The highest shipped numbers of the series that ``sitzung neu`` continues."""


def load() -> dict[str, str]:
    """The entries of the example: path below ``daten/`` → text."""
    folder = WURZEL / "daten"
    paths = sorted(p for p in folder.rglob("*.yaml") if _is_shipped(p.stem))
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in paths}


def _is_shipped(kennung: str) -> bool:
    parts = jahr_und_nummer(kennung)
    return parts is None or parts[1:] <= LETZTE.get(parts[0], parts[1:])


@cache
def read_beispiel() -> Bestand:
    """The example as a Bestand, read as every Bestand is read."""
    overlay = {f"daten/{name}": text.encode() for name, text in load().items()}
    return read_bestand(WURZEL, stand="", overlay=overlay, cache=False).bestand


def lay_down(ordner: Path, *, formate: str = "md") -> Path:
    """Copy the example with its templates into a folder, which is made if need be.

    Its letters come as Markdown only, unless ``formate`` says otherwise (``pdf, docx``; "": whatever netzint makes of
    its own accord): to set and print every one of them would take longer than all else that the tests do.
    """
    for name, text in load().items():
        target = ordner / "daten" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_with_formate(name, text, formate).encode())
    (ordner / "vorlagen").mkdir(parents=True, exist_ok=True)
    for template in sorted((WURZEL / "vorlagen").iterdir()):
        (ordner / "vorlagen" / template.name).write_bytes(template.read_bytes())
    for name in ("daten/README.md", ".gitattributes", ".gitignore"):
        (ordner / name).write_bytes((WURZEL / name).read_bytes())
    return ordner


def _with_formate(name: str, text: str, formate: str) -> str:
    if name != "netzwerk.yaml" or not formate:
        return text
    return text.replace("beispieldaten:", f"formate: [{formate}]\nbeispieldaten:", 1)
