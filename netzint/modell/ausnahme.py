"""``daten/ausnahmen/``: waivers. A rule is waived by Beschluss, for a time, with a reason."""

from __future__ import annotations

from pydantic import Field

from netzint.modell.grund import Eintrag
from netzint.modell.typen import BeschlussRef, Datum, Kennung, Prosa, Zeile


class Ausnahme(Eintrag):
    """Eine beschlossene Ausnahme von einer Regel."""

    regel: Zeile = Field(description="Code der Regel, z. B. Q103")
    fuer: tuple[Kennung, ...] = Field((), description="nur für diese Einträge; fehlt es, für alle")
    beschluss: BeschlussRef = Field(description="Beschluss der Strategiegruppe")
    bis: Datum = Field(description="letzter Tag")
    grund: Prosa = Field(description="warum")
