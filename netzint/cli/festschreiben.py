"""``netzint festschreiben`` and ``netzint formatieren``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import heute
from netzint.cli.ausgabe import show
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Probe, Wurzel
from netzint.cli.rendern import check_vorlagen
from netzint.cli.vorgang_ausgabe import diff, show_ausgefuehrt

Dateien = Annotated[
    list[Path] | None, typer.Argument(metavar="[DATEI …]", help="Nur diese Dateien; sonst alle in daten/.")
]


def festschreiben(*, wurzel: Wurzel = Path(), probe: Probe = False) -> int:
    """Von Hand geänderte Daten und Vorlagen prüfen und festschreiben."""
    from netzint.ablage.festschreiben import record

    tell_journal(wurzel)
    return show_ausgefuehrt(record(wurzel, heute.today(), check_vorlagen, probe=probe))


def formatieren(dateien: Dateien = None, *, wurzel: Wurzel = Path(), probe: Probe = False) -> None:
    """Dateien in die übliche Form bringen."""
    from netzint.ablage.formatieren import formatiere_dateien

    changed = formatiere_dateien(wurzel, tuple(dateien or ()), probe=probe)
    for pfad, before, after in changed:
        show(pfad)
        if probe:
            for line in diff(pfad, before, after):
                show(line)
    if not changed:
        show("Alle Dateien haben schon die übliche Form.")
    elif not probe:
        show("Festschreiben: netzint festschreiben")
