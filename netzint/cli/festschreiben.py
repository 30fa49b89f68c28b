"""``netzint festschreiben`` and ``netzint formatieren``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import heute
from netzint.cli.ausgabe import Farbig, Stil, show, show_nebenbei
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Probe, Wurzel
from netzint.cli.rendern import check_vorlagen
from netzint.cli.vorgang_ausgabe import diff, show_ausgefuehrt
from netzint.modell.fehler import Ausgang
from netzint.modell.sprache import anzahl

if TYPE_CHECKING:
    from netzint.ablage.formatieren.dateien import Formatiert

Dateien = Annotated[
    list[str] | None, typer.Argument(metavar="[DATEI …]", help="Nur diese Dateien; sonst alle in daten/.")
]


def festschreiben(*, wurzel: Wurzel = Path(), probe: Probe = False) -> int:
    """Von Hand geänderte Daten und Vorlagen prüfen und festschreiben.

    Alles, was in daten/ und vorlagen/ geändert ist, wird ein einziger Vorgang; --probe zeigt vorher den Unterschied.
    """
    from netzint.ablage.festschreiben import record

    tell_journal(wurzel)
    return show_ausgefuehrt(record(wurzel, heute.today(), check_vorlagen, probe=probe))


def formatieren(dateien: Dateien = None, *, wurzel: Wurzel = Path(), probe: Probe = False) -> int:
    """Dateien in die übliche Form bringen."""
    from netzint.ablage.formatieren.dateien import formatiere_dateien

    tell_journal(wurzel)
    return _show_formatiert(formatiere_dateien(wurzel, tuple(dateien or ()), probe=probe), probe=probe)


def _show_formatiert(result: Formatiert, *, probe: bool) -> int:
    if probe and result.geaendert:
        wie_viele = anzahl(len(result.geaendert), "Datei", "Dateien")
        show(Farbig("Probe: ", Stil.HINWEIS), f"{wie_viele} in die übliche Form zu bringen. Es wurde nichts geändert.")
    for pfad, before, after in result.geaendert:
        for line in diff(pfad, before, after) if probe else [pfad]:
            show(line)
    for pfad, reason in result.abgelehnt:
        show_nebenbei(f"{pfad}: {reason} Näheres: netzint pruefen")
    if not result.geaendert and not result.abgelehnt:
        show("Es gab nichts in die übliche Form zu bringen.")
    elif result.geaendert and not probe:
        show("Festschreiben: netzint festschreiben")
    return Ausgang.BEFUNDE if result.abgelehnt else Ausgang.GUT
