"""``daten/ziele/``: strategic aims."""

from __future__ import annotations

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import BeschlussRef, Bis, Prosa, Von, Zeile


class Zielfassung(Angabe):
    """How the Ziel was worded up to a day."""

    beschreibung: Prosa = Field(description="früherer Wortlaut")
    bis: Bis = Field(description="letzter Tag")


class Ziel(Eintrag):
    """Ein strategisches Ziel."""

    titel: Zeile = Field(description="Titel")
    beschreibung: Prosa = Field(description="Wortlaut des Ziels")
    ab: Von = Field(description="erster Tag")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss der Strategiegruppe")
    frueher: tuple[Zielfassung, ...] = Field((), description="frühere Fassungen")
    bis: Bis | None = Field(None, description="letzter Tag")
