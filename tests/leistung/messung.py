"""Print each figure of the bar for speed as a ratio to its reference in the same run.

``python -m tests.leistung.messung [--dateien 10000] [--nur NAME] [--voll] [--runden 5] [--mit-npm] [--mit-pip]``
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.leistung.messgeraet import Aufruf, measure
from tests.leistung.messreihen import REIHEN, Stand, Werkbank, Zeile

_KOPF = ("Zahl", "Vergleich", "Vergleich", "gemessen", "Verhältnis", "Ziel", "")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Messen, wie schnell netzint ist.")
    parser.add_argument("--dateien", type=int, default=10_000, help="Größe des großen Bestands")
    parser.add_argument("--runden", type=int, default=5)
    parser.add_argument("--nur", default="", metavar="NAME", help="nur Zeilen, deren Name das enthält")
    parser.add_argument("--voll", action="store_true", help="auch mit zehnmal so vielen Dateien")
    parser.add_argument("--mit-npm", action="store_true", help="ajv-cli dafür installieren (npm)")
    parser.add_argument("--mit-pip", action="store_true", help="yamale und check-jsonschema dafür installieren (PyPI)")
    parser.add_argument("--ordner", type=Path, help="wo die Bestände liegen und bleiben; sonst ein Ordner auf Zeit")
    wahl = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netzint-messung-") as zeitweilig:
        ordner = wahl.ordner or Path(zeitweilig)
        ordner.mkdir(parents=True, exist_ok=True)
        bank = Werkbank(ordner, wahl.dateien, wahl.runden, voll=wahl.voll, npm=wahl.mit_npm, pip=wahl.mit_pip)
        _write(f"{_describe(bank)}\n\n")
        _write(_row(_KOPF) + "\n" + _row(("---",) * len(_KOPF)) + "\n")
        for reihe in REIHEN:
            if wahl.nur in reihe.name:
                _write("".join(f"{_row(_cells(zeile))}\n" for zeile in reihe.measure(bank)))
    return 0


def _describe(bank: Werkbank) -> str:
    python, git = measure(Aufruf((sys.executable, "-c", "pass")), Aufruf(("git", "--version")), runden=bank.runden)
    kerne = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    version = sys.version.split()[0]
    base = f"python -c pass: {python * 1e3:.1f} ms · git --version: {git * 1e3:.1f} ms"
    return f"Python {version}, {kerne} Kerne, Median aus {bank.runden} Läufen\n{base}"


def _cells(zeile: Zeile) -> tuple[str, ...]:
    vergleich = _seconds(zeile.vergleich) if zeile.vergleich is not None else "–"
    gemessen = f"{zeile.gemessen:.0f} MiB" if zeile.in_mib and zeile.gemessen is not None else _seconds(zeile.gemessen)
    verhaeltnis = "–" if zeile.verhaeltnis is None or zeile.in_mib else f"{zeile.verhaeltnis:.2f}"
    urteil = zeile.grund or {Stand.GUT: "erreicht", Stand.VERFEHLT: "verfehlt"}[zeile.stand]
    return (zeile.zahl, zeile.womit, vergleich, gemessen, verhaeltnis, zeile.ziel, urteil)


def _seconds(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value * 1e3:.1f} ms" if value < 1 else f"{value:.2f} s"


def _row(cells: tuple[str, ...]) -> str:
    widths = (58, 30, 10, 10, 10, 8, 0)
    return " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
