"""What netzint brings along for a new network: first data, templates, schemas, settings. All of it as bytes."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from netzint.ablage.eigene_vorlagen import find_ordner
from netzint.ablage.leser.datei import parse
from netzint.berichte.datenhandbuch import Beispiel, write_datenhandbuch, write_ordner
from netzint.modell.arten import ARTEN, art_of_pfad
from netzint.vorgaenge.erneuern import VERZEICHNIS, is_erneuerbar, write_verzeichnis

ZIELE = {
    "daten": "daten",
    "schemas": ".netzint/schemas",
    "vscode": ".vscode",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "workflows/github.yml": ".github/workflows/netzint.yml",
    "workflows/github-kommentar.yml": ".github/workflows/netzint-kommentar.yml",
    "workflows/github-fristen.yml": ".github/workflows/netzint-fristen.yml",
    "workflows/gitlab.yml": ".gitlab-ci.yml",
}
"""Where each file or folder of ``netzint/mitgeliefert/`` goes; undotted, it does nothing in our own repository."""


def read_beigaben() -> dict[str, bytes]:
    """Every file of a new network but netzwerk.yaml: path from its root → content."""
    found = _read_tree("vorlagen", find_ordner())
    with as_file(files("netzint") / "mitgeliefert") as folder:
        for source, target in ZIELE.items():
            found |= _read_tree(target, folder / source)
    found["daten/README.md"] = write_datenhandbuch(read_beispiele()).encode()
    found |= {f"daten/{art.ordner}/README.md": write_ordner(art).encode() for art in ARTEN if art.ordner}
    found[VERZEICHNIS] = write_verzeichnis({pfad: data for pfad, data in found.items() if is_erneuerbar(pfad)})
    return found


def read_liesmich(name: str) -> bytes:
    """The README.md of a new network of this name."""
    return f"# {name}\n\n".encode() + (files("netzint") / "mitgeliefert" / "README.md").read_bytes()


def read_beispiele() -> dict[str, Beispiel]:
    """One example file for each kind of entry."""
    found = {}
    with as_file(files("netzint") / "mitgeliefert") as folder:
        for pfad, data in sorted(_read_tree("daten", folder / "beispiele").items()):
            kind = art_of_pfad(pfad)
            if kind is not None:
                found[kind[0].name] = Beispiel(pfad, data.decode(), parse(data).wert or {})
    return found


def _read_tree(target: str, source: Path) -> dict[str, bytes]:
    if source.is_file():
        return {target: source.read_bytes()}
    paths = (path for path in sorted(source.rglob("*")) if path.is_file())
    return {f"{target}/{path.relative_to(source).as_posix()}": path.read_bytes() for path in paths}
