"""A new network becomes a repository: a folder, git, and one first commit by the same write path as any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.mitgeliefert import read_beigaben, read_liesmich
from netzint.ablage.schreibweg import ablauf, prozess
from netzint.ablage.schreibweg.repository import read_kopf
from netzint.ablage.transaktion import Ausgefuehrt, Entwurf, carry_out, findings, make_entwurf, refuse_new_fehler
from netzint.ablage.umsetzen import to_dateien
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung

GIT = ".git"
NETZWERK = Path("daten", "netzwerk.yaml")
GEZEIGT = 5
"""So many names of what lies in the way are told."""


def require_leer(ordner: Path) -> None:
    """Refuse a folder in which something lies. An empty git repository does not count."""
    there = next(path for path in (ordner, *ordner.parents) if path.exists())
    if not there.is_dir():
        raise NetzintFehler(f"„{there}“ ist eine Datei.", "Einen Ordner nennen, den es noch nicht gibt.")
    if not str(ordner).isprintable():  # git could not tell us where it stands
        raise NetzintFehler("Der Name des Ordners enthält unsichtbare Zeichen.", "Einen anderen Ordner nennen.")
    lying = sorted(entry.name for entry in ordner.iterdir() if entry.name != GIT) if ordner.is_dir() else []
    if (ordner / NETZWERK).is_file():
        hinweis = (
            f'Es ist schon angelegt: „cd "{ordner}"“, dann „netzint lage“. '
            f'Mitgeliefertes auf neuen Stand bringen: netzint init "{ordner}" --erneuern'
        )
        raise NetzintFehler(f"In „{ordner}“ liegt schon ein Netzwerk.", hinweis)
    if lying:
        more = f" und {len(lying) - GEZEIGT} weitere" if len(lying) > GEZEIGT else ""
        verb = "liegt" if len(lying) == 1 else "liegen"
        text = f"Der Ordner „{ordner}“ ist nicht leer: darin {verb} {', '.join(lying[:GEZEIGT])}{more}."
        raise NetzintFehler(text, "Einen anderen Ordner nennen, oder diesen vorher leeren.")
    if gitlesen.is_repository(ordner) and read_kopf(ordner).commit:
        text = f"In „{ordner}“ liegt schon ein Git-Repository mit Commits."
        raise NetzintFehler(text, "Einen anderen Ordner nennen.")


def find_umgebendes(ordner: Path) -> str:
    """The git repository around the folder that is to be laid down; empty if there is none."""
    above = next(folder for folder in ordner.parents if folder.is_dir())
    return gitlesen.run(above, "rev-parse", "--show-toplevel", check=False).decode("utf-8", "replace").strip()


def finish(ordner: Path) -> tuple[str, ...]:
    """Carry on a laying down that was cut short after its commit; what was done, () if nothing was."""
    if ablauf.check_journal(ordner) is None:
        return ()
    return ablauf.recover(ordner)


def create(ordner: Path, aenderung: Aenderung, stichtag: date) -> Ausgefuehrt:
    """Lay down the network. Cut short at any instant, the next call starts again or carries on."""
    gitlesen.check_git()
    require_leer(ordner)
    dateien = build_dateien(aenderung)
    ordner.mkdir(parents=True, exist_ok=True)
    if not gitlesen.is_repository(ordner):
        prozess.require(prozess.execute(ordner, "init", "--quiet", "--initial-branch=main"), "git init")
    result = carry_out(ordner, lambda head: _draft(ordner, head, aenderung, dateien, stichtag), probe=False)
    if result is None:  # pragma: no cover - a first commit is never empty
        raise NetzintFehler("Es wurde nichts angelegt.", "Den Befehl wiederholen.", Ausgang.UMGEBUNG)
    return result


def build_dateien(aenderung: Aenderung) -> dict[str, bytes]:
    """Every file of the new network by its path: what is shipped, with the Aenderung on top."""
    beigaben = read_beigaben()
    name = getattr(aenderung.neu[0], "name", "")
    return beigaben | {"README.md": read_liesmich(name)} | _as_bytes(to_dateien(aenderung, beigaben.get))


def _as_bytes(dateien: Mapping[str, bytes | None]) -> dict[str, bytes]:
    return {pfad: data for pfad, data in dateien.items() if data is not None}


def _draft(ordner: Path, head: str, aenderung: Aenderung, dateien: Mapping[str, bytes], stichtag: date) -> Entwurf:
    before = lesen.read_bestand(ordner, stand=head)
    after = lesen.read_bestand(ordner, stand=head, overlay=dateien)
    refuse_new_fehler(tuple, findings(after, stichtag), after.read)
    return make_entwurf(ordner, head, before, after, aenderung, dateien)
