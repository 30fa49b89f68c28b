"""``netzint haken``: what the hooks call that ``netzint einrichten`` has put there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import heute
from netzint.cli.ausgabe import show_nebenbei
from netzint.cli.befunde_ausgabe import Pruefung, show_pruefung
from netzint.cli.optionen import Pruefformatwahl, Wurzel
from netzint.cli.rendern import check_vorlagen
from netzint.modell.fehler import Ausgang

Name = Annotated[str, typer.Argument(metavar="HOOK", help="Welcher Hook ruft: pre-commit oder pre-merge-commit.")]


def haken(name: Name, *, wurzel: Wurzel = Path()) -> int:
    """Vor einem Commit prüfen, was vorgemerkt ist; Git ruft das selbst auf.

    Abgelehnt wird nur ein Fehler, den es vorher nicht gab. Commits, die netzint selbst macht, sind schon geprüft.
    """
    from netzint.ablage.vorgemerkt import check_vorgemerktes

    geprueft = check_vorgemerktes(wurzel, heute.today(), check_vorlagen)
    if geprueft is None or not geprueft.neue:
        return Ausgang.GUT
    pruefung = Pruefung(geprueft.neue, geprueft.ergebnis.dateien, heute.today())
    show_pruefung(pruefung, Pruefformatwahl.TEXT, geprueft.ergebnis.lines)
    show_nebenbei(
        f"Nicht festgeschrieben (Hook „{name}“). Beheben und wiederholen, oder bewusst: git commit --no-verify"
    )
    if name == "pre-merge-commit":
        show_nebenbei("Zurück vor das Zusammenführen: git merge --abort")
    return Ausgang.BEFUNDE
