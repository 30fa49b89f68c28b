"""How the reader makes its findings: severity and remedy come from the catalogue."""

from __future__ import annotations

from typing import NamedTuple

from netzint.modell.befund import Befund, Feldpfad


class Position(NamedTuple):
    """A place in a file; both count from 1, columns in characters."""

    zeile: int
    spalte: int


def befund(code: str, ort: Position, text: str, feld: Feldpfad = (), pfad: str = "") -> Befund:
    """One finding of the code; the catalogue is loaded only now, for most files have none."""
    from netzint.modell.codes_lesen import NACH_CODE

    eintrag = NACH_CODE[code]
    return Befund(
        code, eintrag.schwere, text, eintrag.abhilfe, pfad=pfad, zeile=ort.zeile, spalte=ort.spalte, feld=feld
    )
