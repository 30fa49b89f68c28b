"""``daten/themen/``: the Themenspeicher."""

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import BeschlussRef, Bis, Datum, Prosa, Von, Zeile


class Schwerpunkt(Angabe):
    """Since when the Thema is a Themenschwerpunkt."""

    ab: Datum = Field(description="erster Tag")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss darüber")


class Thema(Eintrag):
    """Ein Thema im Themenspeicher."""

    titel: Zeile = Field(description="Titel")
    beschreibung: Prosa | None = Field(None, description="worum es geht")
    aufgenommen: Von = Field(description="seit wann es im Themenspeicher steht")
    schwerpunkt: Schwerpunkt | None = Field(None, description="wenn es Themenschwerpunkt ist")
    bis: Bis | None = Field(None, description="letzter Tag, wenn es nicht mehr verfolgt wird")
