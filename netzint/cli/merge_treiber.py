"""``netzint merge-treiber``, as a person calls it."""

from __future__ import annotations

from typing import Annotated

import typer

from netzint.cli import treiber

Basis = Annotated[str, typer.Argument(metavar="BASIS", help="Die Fassung, von der beide ausgehen (%O); leer: keine.")]
Unser = Annotated[
    str, typer.Argument(metavar="UNSER", help="Die eigene Fassung (%A); das Ergebnis kommt an ihre Stelle.")
]
Ihr = Annotated[str, typer.Argument(metavar="IHR", help="Die fremde Fassung (%B).")]
Pfad = Annotated[
    str, typer.Argument(metavar="PFAD", help="Wie die Datei heißt, z. B. daten/ziele/ziel-teilhabe.yaml (%P).")
]


def merge_treiber(basis: Basis, unser: Unser, ihr: Ihr, pfad: Pfad) -> int:
    """Zwei Fassungen einer Datei Angabe für Angabe zusammenführen; Git ruft das selbst auf.

    Eingetragen wird es mit „netzint einrichten“. Was nur eine Seite geändert hat, wird übernommen; wo beide denselben
    Wert verschieden geändert haben, stehen danach beide Fassungen mit Marken in der Datei, und der Ausgang ist 1.
    """
    return treiber.run(basis, unser, ihr, pfad)
