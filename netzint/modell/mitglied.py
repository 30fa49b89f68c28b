"""``daten/mitglieder/``: people. Their names stand in these files only; everywhere else stands the Kennung."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import Bis, Datum, GremiumRef, JaNein, Mailadresse, SitzRef, StelleRef, Von, Zeile

Amtsart = Literal["leitung", "integrationsbeauftragung", "mitarbeit"]
Rolle = Literal["ordentlich", "stellvertretend", "leitung", "staendig", "gast", "sachverstaendig", "mitarbeit"]
Endegrund = Literal[
    "abberufen", "amt_beendet", "aufgerueckt", "nachbenannt", "niedergelegt", "verstorben", "ag_abgeschlossen"
]
STAENDIGE = ("leitung", "staendig")
"""The roles that count against the fixed number of an AG."""
WORTE: Mapping[str, str] = MappingProxyType(
    {
        "ordentlich": "ordentliches Mitglied",
        "stellvertretend": "Stellvertretung",
        "leitung": "Leitung",
        "staendig": "ständiges Mitglied",
        "gast": "Gast",
        "sachverstaendig": "sachverständig",
        "mitarbeit": "Mitarbeit",
        "integrationsbeauftragung": "Integrationsbeauftragung",
        "amt_beendet": "Amt beendet",
        "aufgerueckt": "aufgerückt",
        "ag_abgeschlossen": "AG abgeschlossen",
    }
)
"""What people call the roles, kinds of office and reasons; the other reasons are called what they are."""


class Dienstlich(Angabe):
    """Official contact data. Private contact data never stand here."""

    e_mail: Mailadresse | None = Field(None, description="dienstliche Adresse")
    telefon: Zeile | None = Field(None, description="dienstliche Nummer")


class Amt(Angabe):
    """What the person is at a Stelle, and when."""

    von: Von = Field(description="erster Tag")
    bis: Bis | None = Field(None, description="letzter Tag")
    stelle: StelleRef = Field(description="wo")
    amt: Amtsart = Field(description="leitung, integrationsbeauftragung oder mitarbeit")
    funktion: Zeile | None = Field(None, description="Amtsbezeichnung, z. B. Oberbürgermeisterin")

    def gilt_am(self, tag: date) -> bool:
        """Whether the office is held on a day."""
        return self.von <= tag and (self.bis is None or tag <= self.bis)


class Benennung(Angabe):
    """By whom and when the person was named."""

    durch: StelleRef = Field(description="benennende Stelle")
    am: Datum = Field(description="Tag der Benennung")


class Mandatsende(Angabe):
    """Why and when a Mandat was ended."""

    grund: Endegrund = Field(description="warum das Mandat endet")
    am: Datum = Field(description="Tag der Erklärung")


class Mandat(Angabe):
    """A place in a Gremium: a seat of the Strategiegruppe, a role in an AG or in the Geschäftsstelle."""

    gremium: GremiumRef = Field(description="strategiegruppe, geschaeftsstelle oder die Kennung einer AG")
    sitz: SitzRef | None = Field(None, description="Sitz in der Strategiegruppe; auch bei Stellvertretung")
    rolle: Rolle = Field(description="ordentlich, stellvertretend; in AGs leitung, staendig, gast, sachverstaendig")
    von: Von = Field(description="erster Tag")
    bis: Bis | None = Field(None, description="letzter Tag")
    benannt: Benennung | None = Field(None, description="wer benannt hat und wann")
    ende: Mandatsende | None = Field(None, description="warum das Mandat endet")

    def gilt_am(self, tag: date) -> bool:
        """Whether the Mandat is held on a day."""
        return self.von <= tag and (self.bis is None or tag <= self.bis)


class Mitglied(Eintrag):
    """Eine Person mit ihren Ämtern und Mandaten."""

    name: Zeile = Field(description="Vor- und Nachname")
    titel: Zeile | None = Field(None, description="akademischer Grad")
    anrede: Literal["Frau", "Herr"] | None = Field(None, description="Frau, Herr; sonst weglassen")
    dienstlich: Dienstlich | None = Field(None, description="dienstliche Kontaktdaten; private nie")
    oeffentlich: JaNein = Field(
        default=False, description="ob der Name in Unterlagen für die Öffentlichkeit stehen darf"
    )
    aemter: tuple[Amt, ...] = Field((), description="Ämter, das älteste zuerst")
    mandate: tuple[Mandat, ...] = Field((), description="Mandate, das älteste zuerst")

    @property
    def voller_name(self) -> str:
        """Name with title, as it stands in lists."""
        return f"{self.titel} {self.name}" if self.titel else self.name

    def aemter_am(self, tag: date) -> tuple[Amt, ...]:
        """The offices held on a day."""
        return tuple(amt for amt in self.aemter if amt.gilt_am(tag))
