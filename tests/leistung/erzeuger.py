"""Make a repository of any size: realistic, valid under all rules, the same bytes for the same seed.

``python -m tests.leistung.erzeuger ORDNER --dateien 10000 --seed 1 [--commits N]``
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.leistung import geschichte, grundlage, personen
from tests.leistung.gruppen import write_ag_sitzungen, write_gruppen, write_mitglieder, write_themen_und_ziele
from tests.leistung.sitzungen import Tafel
from tests.leistung.wege import plan_einreichungen
from tests.leistung.welt import Welt

KLEINSTE = 100
VORLAGEN = Path(__file__).parents[2] / "vorlagen"


def generate(dateien: int, seed: int = 1) -> dict[str, str]:
    """Path → text of so many entries, in a fixed order."""
    if dateien < KLEINSTE:
        raise ValueError(f"at least {KLEINSTE} files: twelve seats and one AG need as many")
    welt = Welt(dateien, seed)
    personen.write_stellen(welt)
    plaetze = personen.write_strategiegruppe(welt)
    grundlage.write_grundlage(welt)
    write_themen_und_ziele(welt)
    gruppen = write_gruppen(welt)
    members = write_mitglieder(welt, gruppen)
    write_ag_sitzungen(welt, gruppen, members)
    personen.write_beauftragte(welt)
    grundlage.write_veranstaltungen(welt)
    tafel = Tafel(welt, plaetze)
    tafel.decide_gruppen(gruppen)
    for einreichung in plan_einreichungen(welt, gruppen):
        tafel.decide(einreichung)
    tafel.write()
    grundlage.fill_with_bedarfe(welt)
    return dict(sorted(welt.dateien.items()))


def write_ordner(ordner: Path, dateien: dict[str, str]) -> None:
    """Lay the files down."""
    for unter in sorted({str(Path(pfad).parent) for pfad in dateien}):
        (ordner / unter).mkdir(parents=True, exist_ok=True)
    for pfad, text in dateien.items():
        (ordner / pfad).write_bytes(text.encode("utf-8", "surrogateescape"))


def build(ordner: Path, dateien: int, seed: int = 1, commits: int = 0) -> dict[str, str]:
    """A whole repository in an empty folder; with ``commits`` under git, with so long a history."""
    entries = generate(dateien, seed)
    shipped = [*sorted(VORLAGEN.glob("*.j2")), *sorted(VORLAGEN.glob("brief.*"))]
    entries |= {f"vorlagen/{pfad.name}": pfad.read_bytes().decode("utf-8", "surrogateescape") for pfad in shipped}
    entries[".gitattributes"] = "daten/** text eol=lf\n*.docx binary\n*.odt binary\n"
    entries[".gitignore"] = "ausgabe/\n"
    if commits:
        entries = geschichte.import_history(ordner, entries, commits, seed)
    write_ordner(ordner, entries)
    if commits:
        geschichte.refresh_index(ordner)
    return entries


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Einen großen, gültigen Bestand erzeugen.")
    parser.add_argument("ordner", type=Path, metavar="ORDNER")
    parser.add_argument("--dateien", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commits", type=int, default=0, help="auch eine Geschichte in Git, mit so vielen Commits")
    wahl = parser.parse_args()
    if wahl.ordner.exists() and any(wahl.ordner.iterdir()):
        parser.error(f"{wahl.ordner} ist nicht leer")
    wahl.ordner.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    entries = build(wahl.ordner, wahl.dateien, wahl.seed, wahl.commits)
    size = sum(len(text.encode()) for text in entries.values())
    seconds = time.perf_counter() - start
    sys.stdout.write(f"{len(entries)} Dateien, {size / len(entries):.0f} Byte im Mittel, {seconds:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
