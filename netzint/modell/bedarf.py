"""``daten/bedarfe/``: needs reported from the field: by whom, when, and what became of them."""

from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe, Nummeriert
from netzint.modell.typen import Datum, Prosa, StelleRef, ThemaRef, Zeile


class Meldung(Angabe):
    """Who reported the Bedarf, and when."""

    von: StelleRef = Field(description="meldende Stelle")
    am: Datum = Field(description="Tag der Meldung")


class Zuordnung(Angabe):
    """The Thema under which the Bedarf is followed."""

    thema: ThemaRef = Field(description="Thema im Themenspeicher")
    am: Datum = Field(description="Tag der Zuordnung")


class Erledigung(Angabe):
    """What became of the Bedarf."""

    am: Datum = Field(description="Tag")
    art: Literal["aufgegriffen", "erledigt", "abgegeben", "nicht_weiterverfolgt"] = Field(
        description="was daraus wurde"
    )
    grund: Prosa | None = Field(None, description="Erläuterung")
    an: StelleRef | None = Field(None, description="bei „abgegeben“: an wen")


class Bedarf(Nummeriert):
    """Ein gemeldeter Bedarf."""

    titel: Zeile = Field(description="Titel")
    beschreibung: Prosa | None = Field(None, description="was gebraucht wird")
    gemeldet: Meldung = Field(description="wer und wann")
    zugeordnet: Zuordnung | None = Field(None, description="zu welchem Thema")
    erledigt: Erledigung | None = Field(None, description="was daraus wurde")
