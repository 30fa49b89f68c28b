"""Motions: what a Beschluss is about. A closed list, told apart by ``art``."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from netzint.modell.grund import Angabe
from netzint.modell.typen import (
    AgRef,
    Bis,
    Datum,
    EmpfehlungRef,
    NeueAgRef,
    NeuesZielRef,
    Prosa,
    SitzungRef,
    ThemaRef,
    Von,
    Zahl,
    Zeile,
)


class EmpfehlungAntrag(Angabe):
    """Final vote on one or (en bloc) several Empfehlungen in a fixed wording."""

    art: Literal["empfehlung"] = Field(description="Abstimmung über Empfehlungen")
    empfehlungen: tuple[EmpfehlungRef, ...] = Field(min_length=1, description="worüber abgestimmt wird")
    fassung: Zahl = Field(1, description="Nummer der Fassung")
    fassungen: tuple[Zahl, ...] = Field(
        (),
        description="statt „fassung“, wenn sie verschieden sind: eine je Empfehlung, in derselben Reihenfolge",
    )

    @property
    def vorgelegt(self) -> dict[str, int]:
        """The number of the wording of each Empfehlung; one that ``fassungen`` leaves out has the common number."""
        numbers = dict(zip(self.empfehlungen, self.fassungen, strict=False))
        return {kennung: numbers.get(kennung, self.fassung) for kennung in self.empfehlungen}


class AgEinsetzen(Angabe):
    """Set up an AG. What is to be fixed stands here until the AG is there."""

    art: Literal["ag_einsetzen"] = Field(description="eine AG einsetzen")
    ag: NeueAgRef = Field(description="die AG, auch eine künftige; dann mit allem Folgenden")
    name: Zeile | None = Field(None, description="voller Name")
    thema: ThemaRef | None = Field(None, description="das vorgegebene Thema")
    auftrag: Prosa | None = Field(None, description="was die AG erarbeiten soll")
    staendige_mitglieder: Zahl | None = Field(None, description="Zahl der ständigen Mitglieder")
    von: Von | None = Field(None, description="erster Tag")
    bis: Bis | None = Field(None, description="voraussichtlich letzter Tag")

    @property
    def vollstaendig(self) -> bool:
        """Whether the AG can be set up from it."""
        fixed = (self.name, self.thema, self.auftrag, self.staendige_mitglieder, self.von, self.bis)
        return all(value is not None for value in fixed)


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
    am: Datum | None = Field(None, description="Tag des Abschlusses; fehlt er, der Tag des Beschlusses")
    grund: Prosa | None = Field(None, description="warum")


class NiederschriftAntrag(Angabe):
    """Approve minutes."""

    art: Literal["niederschrift"] = Field(description="eine Niederschrift genehmigen")
    sitzung: SitzungRef = Field(description="wessen Niederschrift genehmigt wird")


class SchwerpunktAntrag(Angabe):
    """Make a Thema a Themenschwerpunkt."""

    art: Literal["schwerpunkt"] = Field(description="ein Thema zum Themenschwerpunkt machen")
    thema: ThemaRef = Field(description="das Thema")


class ZielAntrag(Angabe):
    """Adopt a strategic aim, or a new wording of it."""

    art: Literal["ziel"] = Field(description="ein strategisches Ziel oder seinen neuen Wortlaut beschließen")
    ziel: NeuesZielRef = Field(description="das Ziel, auch ein künftiges; dann mit Titel und Wortlaut")
    titel: Zeile | None = Field(None, description="Titel")
    beschreibung: Prosa | None = Field(None, description="Wortlaut des Ziels")

    @property
    def vollstaendig(self) -> bool:
        """Whether the Ziel can be laid down from it."""
        return self.titel is not None and self.beschreibung is not None


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


def list_vorhaben(antraege: Iterable[Antrag]) -> frozenset[str]:
    """The AGs and Ziele that motions describe completely, so that they may be named before they are there."""
    found: set[str] = set()
    for antrag in antraege:
        if isinstance(antrag, AgEinsetzen) and antrag.vollstaendig:
            found.add(antrag.ag)
        elif isinstance(antrag, ZielAntrag) and antrag.vollstaendig:
            found.add(antrag.ziel)
    return frozenset(found)
