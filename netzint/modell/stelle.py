"""``daten/stellen/``: bodies that name, report, are addressed: ministry, associations, municipalities, others."""

from datetime import date
from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import Bis, Mailadresse, Prosa, StelleRef, Zeile

Stellenart = Literal[
    "ministerium", "landesverband", "gemeinde", "stadt", "landkreis", "behoerde", "traeger", "hochschule", "sonstige"
]
Kommunalstatus = Literal["stadtkreis", "grosse_kreisstadt"]
KOMMUNEN = ("gemeinde", "stadt", "landkreis")


class Frueher(Angabe):
    """How a Stelle was called, or what it was, up to a day. What is not said did not change."""

    name: Zeile | None = Field(None, description="früherer Name")
    art: Stellenart | None = Field(None, description="frühere Art")
    status: Kommunalstatus | None = Field(None, description="früherer Status")
    bis: Bis = Field(description="letzter Tag")


class Stelle(Eintrag):
    """Eine Stelle: Ministerium, Landesverband, Kommune oder eine andere Einrichtung."""

    name: Zeile = Field(description="voller Name")
    kurz: Zeile | None = Field(None, description="Kurzname für Tabellen")
    art: Stellenart = Field(description="was für eine Stelle das ist")
    status: Kommunalstatus | None = Field(None, description="nur bei Städten: stadtkreis oder grosse_kreisstadt")
    ags: Zeile | None = Field(
        None, description="Amtlicher Gemeindeschlüssel: 8 Ziffern, Landkreis 5; in Anführungszeichen"
    )
    anschrift: Prosa | None = Field(None, description="Postanschrift")
    e_mail: Mailadresse | None = Field(None, description="Poststelle")
    frueher: tuple[Frueher, ...] = Field((), description="frühere Namen und Arten")
    bis: Bis | None = Field(None, description="letzter Tag, wenn es die Stelle nicht mehr gibt")
    nachfolge: StelleRef | None = Field(None, description="worin die Stelle aufgegangen ist")

    def name_am(self, tag: date) -> str:
        """The name on a day."""
        return next((f.name for f in self._frueher_am(tag) if f.name), self.name)

    def art_am(self, tag: date) -> str:
        """The kind on a day."""
        return next((f.art for f in self._frueher_am(tag) if f.art), self.art)

    def status_am(self, tag: date) -> str | None:
        """The status on a day; a Gemeinde of those days had none."""
        earlier = self._frueher_am(tag)
        if any(f.art for f in earlier):
            return next((f.status for f in earlier if f.status), None)
        return next((f.status for f in earlier if f.status), self.status)

    def _frueher_am(self, tag: date) -> tuple[Frueher, ...]:
        return tuple(sorted((f for f in self.frueher if f.bis >= tag), key=lambda f: f.bis))
