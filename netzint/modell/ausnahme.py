"""``daten/ausnahmen/``: waivers. A rule is waived by Beschluss, for a time, with a reason."""

from datetime import date

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import BeschlussRef, Datum, Kennung, Prosa, Zeile


class Ausnahmeverlaengerung(Angabe):
    """A later end, by a Beschluss of its own."""

    bis: Datum = Field(description="neuer letzter Tag")
    beschluss: BeschlussRef = Field(description="Beschluss der Strategiegruppe über die Verlängerung")
    grund: Prosa | None = Field(None, description="warum verlängert wurde")


class Ausnahmeende(Angabe):
    """It is not needed any more, or has lapsed and nobody renews it."""

    zum: Datum = Field(description="letzter Tag, an dem sie gilt")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss darüber, wenn es einen gab")
    grund: Prosa = Field(description="warum sie endet")


class Ausnahme(Eintrag):
    """Eine beschlossene Ausnahme von einer Regel."""

    regel: Zeile = Field(description="Code der Regel, z. B. Q103")
    fuer: tuple[Kennung, ...] = Field((), description="nur für diese Einträge; fehlt es, für alle")
    beschluss: BeschlussRef = Field(description="Beschluss der Strategiegruppe")
    bis: Datum = Field(description="letzter Tag")
    grund: Prosa = Field(description="warum")
    verlaengerungen: tuple[Ausnahmeverlaengerung, ...] = Field((), description="Verlängerungen, die älteste zuerst")
    beendet: Ausnahmeende | None = Field(None, description="wenn sie beendet und nicht erneuert ist")

    @property
    def frist(self) -> date:
        """The last day it was granted for, Verlängerungen included."""
        return max([self.bis, *(v.bis for v in self.verlaengerungen)])

    @property
    def beschluesse(self) -> tuple[str, ...]:
        """All Beschlüsse about it, the first one first."""
        ended = self.beendet.beschluss if self.beendet else None
        return (self.beschluss, *(v.beschluss for v in self.verlaengerungen), *((ended,) if ended else ()))

    @property
    def ende(self) -> date:
        """The last day on which it counts."""
        return min(self.frist, self.beendet.zum) if self.beendet else self.frist
