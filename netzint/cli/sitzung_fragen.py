"""Which Sitzung is meant, asked on a terminal if nobody said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netzint.cli import fragen
from netzint.cli.lesen import read_head
from netzint.cli.optionen import wort_argument

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

SitzungArgument = Annotated[str | None, wort_argument("KENNUNG", "Die Sitzung, z. B. sg-2026-03.")]
GEPLANT = ("terminiert", "eingeladen")


def ask_sitzung(wurzel: Path, tag: date, kennung: str | None, zustaende: Collection[str] = GEPLANT) -> str:
    """The Sitzung that was named, or one of those in these states. Raises NetzintFehler where nobody can be asked."""
    if kennung:
        return kennung
    auswahl: list[tuple[str, str]] = []
    if fragen.is_dialog():
        from netzint.modell.sprache import datum
        from netzint.recht.zustaende import BEZEICHNUNG

        planned = [s for s in read_head(wurzel, tag).bestand.sitzungen.values() if s.zustand in zustaende]
        ordered = sorted(planned, key=lambda s: (s.datum, s.kennung))
        auswahl = [(s.kennung, f"{datum(s.datum)} ({BEZEICHNUNG[s.zustand]})") for s in ordered]
    vorschlag = auswahl[0][0] if len(auswahl) == 1 else ""
    return fragen.ask_eintrag("Sitzung", auswahl, option="KENNUNG", vorschlag=vorschlag)
