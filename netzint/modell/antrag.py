"""Motions: what a Beschluss is about. A closed list, told apart by ``art``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netzint.modell.grund import Angabe
from netzint.modell.typen import AgRef, Bis, EmpfehlungRef, Prosa, SitzungRef, ThemaRef, Zahl, ZielRef


class EmpfehlungAntrag(Angabe):
    """Final vote on one or (en bloc) several Empfehlungen in a fixed wording."""

    art: Literal["empfehlung"] = Field(description="Abstimmung über Empfehlungen")
    empfehlungen: tuple[EmpfehlungRef, ...] = Field(min_length=1, description="worüber abgestimmt wird")
    fassung: Zahl = Field(1, description="Nummer der Fassung")


class AgEinsetzen(Angabe):
    """Set up an AG."""

    art: Literal["ag_einsetzen"] = Field(description="eine AG einsetzen")
    ag: AgRef = Field(description="die AG")
    thema: ThemaRef | None = Field(None, description="das vorgegebene Thema")


class AgVerlaengern(Angabe):
    """Prolong an AG."""

    art: Literal["ag_verlaengern"] = Field(description="eine AG verlängern")
    ag: AgRef = Field(description="die AG")
    bis: Bis = Field(description="neues Ende")
    staendige_mitglieder: Zahl | None = Field(None, description="neue Zahl, wenn sie sich ändert")


class AgAbschliessen(Angabe):
    """Close an AG."""

    art: Literal["ag_abschliessen"] = Field(description="eine AG abschließen")
    ag: AgRef = Field(description="die AG")


class NiederschriftAntrag(Angabe):
    """Approve minutes."""

    art: Literal["niederschrift"] = Field(description="eine Niederschrift genehmigen")
    sitzung: SitzungRef = Field(description="wessen Niederschrift genehmigt wird")


class SchwerpunktAntrag(Angabe):
    """Make a Thema a Themenschwerpunkt."""

    art: Literal["schwerpunkt"] = Field(description="ein Thema zum Themenschwerpunkt machen")
    thema: ThemaRef = Field(description="das Thema")


class ZielAntrag(Angabe):
    """Adopt a strategic aim."""

    art: Literal["ziel"] = Field(description="ein strategisches Ziel beschließen")
    ziel: ZielRef = Field(description="das Ziel")


class SonstigerAntrag(Angabe):
    """Anything else: the list of the group's tasks is open."""

    art: Literal["sonstiges"] = Field(description="etwas anderes beschließen")
    wortlaut: Prosa | None = Field(None, description="was beschlossen wird")


Antrag = Annotated[
    EmpfehlungAntrag
    | AgEinsetzen
    | AgVerlaengern
    | AgAbschliessen
    | NiederschriftAntrag
    | SchwerpunktAntrag
    | ZielAntrag
    | SonstigerAntrag,
    Field(discriminator="art"),
]
