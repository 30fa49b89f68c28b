"""``daten/ziele/``: strategic aims."""

from datetime import date, timedelta

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import BeschlussRef, Bis, Prosa, Von, Zeile


class Zielfassung(Angabe):
    """How the Ziel was worded up to a day."""

    beschreibung: Prosa = Field(description="früherer Wortlaut")
    bis: Bis = Field(description="letzter Tag")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss, auf dem diese Fassung beruhte")


class Ziel(Eintrag):
    """Ein strategisches Ziel."""

    titel: Zeile = Field(description="Titel")
    beschreibung: Prosa = Field(description="Wortlaut des Ziels")
    ab: Von = Field(description="erster Tag")
    beschluss: BeschlussRef | None = Field(
        None, description="Beschluss der Strategiegruppe über den geltenden Wortlaut"
    )
    frueher: tuple[Zielfassung, ...] = Field((), description="frühere Fassungen")
    bis: Bis | None = Field(None, description="letzter Tag")

    @property
    def seit(self) -> date:
        """The first day of the wording that counts now."""
        return max([self.ab, *(f.bis + timedelta(days=1) for f in self.frueher)])

    def beschreibung_am(self, tag: date) -> str:
        """The wording on a day."""
        earlier = sorted((f for f in self.frueher if f.bis >= tag), key=lambda f: f.bis)
        return earlier[0].beschreibung if earlier else self.beschreibung
