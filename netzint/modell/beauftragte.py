"""``daten/beauftragte/``: the directory of Integrationsbeauftragte by Kommune."""

from typing import Literal

from pydantic import Field

from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Dienstlich
from netzint.modell.typen import Bis, MitgliedRef, StelleRef, Von, Zeile


class Beauftragte(Eintrag):
    """Eine kommunale Integrationsbeauftragte oder ein Integrationsbeauftragter."""

    stelle: StelleRef = Field(description="die Kommune")
    von: Von = Field(description="erster Tag")
    bis: Bis | None = Field(None, description="letzter Tag")
    mitglied: MitgliedRef | None = Field(None, description="wenn die Person als Mitglied erfasst ist; dann ohne Namen")
    name: Zeile | None = Field(None, description="Vor- und Nachname")
    anrede: Literal["Frau", "Herr"] | None = Field(None, description="Frau, Herr; sonst weglassen")
    dienstlich: Dienstlich | None = Field(None, description="dienstliche Kontaktdaten; private nie")
