"""``daten/arbeitsgruppen/``: temporary working groups with a Thema, a fixed number of members and a period."""

from datetime import date
from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import BeschlussRef, Bis, Datum, Link, Prosa, ThemaRef, Von, Zahl, Zeile


class AgMandat(Angabe):
    """What the Strategiegruppe fixed when it set up the AG."""

    auftrag: Prosa = Field(description="was die AG erarbeiten soll")
    staendige_mitglieder: Zahl = Field(description="festgelegte Zahl der ständigen Mitglieder")
    von: Von = Field(description="erster Tag")
    bis: Bis = Field(description="voraussichtlich letzter Tag")
    beschluss: BeschlussRef | None = Field(None, description="Einsetzungsbeschluss")


class Verlaengerung(Angabe):
    """A later end by Beschluss, possibly with another number of members."""

    ab: Datum = Field(description="erster Tag nach dem bisherigen Ende")
    bis: Bis = Field(description="neues Ende")
    staendige_mitglieder: Zahl | None = Field(None, description="neue Zahl, wenn sie sich ändert")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss über die Verlängerung")


class Mandatsaenderung(Angabe):
    """Another Auftrag or number of members by Beschluss, within the period."""

    ab: Datum = Field(description="erster Tag, an dem es gilt")
    auftrag: Prosa | None = Field(None, description="neuer Auftrag, wenn er sich ändert")
    staendige_mitglieder: Zahl | None = Field(None, description="neue Zahl, wenn sie sich ändert")
    beschluss: BeschlussRef = Field(description="Beschluss der Strategiegruppe darüber")


class Abschluss(Angabe):
    """When and why the AG was closed."""

    am: Bis = Field(description="Tag des Abschlusses")
    beschluss: BeschlussRef | None = Field(None, description="Beschluss über den Abschluss")
    grund: Prosa | None = Field(None, description="warum")


class Ergebnis(Angabe):
    """A Konzept that the AG delivered beside its Empfehlungen."""

    titel: Zeile = Field(description="Titel")
    vom: Datum = Field(description="Tag")
    link: Link | None = Field(None, description="wo es liegt")
    inhalt: Prosa | None = Field(None, description="Zusammenfassung")


class Agbericht(Angabe):
    """A report of the AG on its work, under way or at its end."""

    titel: Zeile = Field(description="Titel")
    art: Literal["zwischenbericht", "abschlussbericht"] | None = Field(
        None, description="zwischenbericht oder abschlussbericht"
    )
    vom: Datum = Field(description="Tag")
    link: Link | None = Field(None, description="wo er liegt")
    inhalt: Prosa | None = Field(None, description="Zusammenfassung")


class FruehererName(Angabe):
    """A name the AG had up to a day."""

    name: Zeile = Field(description="früherer Name")
    bis: Bis = Field(description="letzter Tag")


class Arbeitsgruppe(Eintrag):
    """Eine operative Arbeitsgruppe."""

    name: Zeile = Field(description="voller Name")
    aliase: tuple[Zeile, ...] = Field((), description="andere Namen, unter denen sie gesucht wird")
    frueher: tuple[FruehererName, ...] = Field((), description="frühere Namen")
    thema: ThemaRef = Field(description="das eine Thema aus dem Einsetzungsbeschluss")
    mandat: AgMandat = Field(description="Auftrag, Zahl der ständigen Mitglieder, Zeitraum")
    verlaengerungen: tuple[Verlaengerung, ...] = Field((), description="Verlängerungen, die älteste zuerst")
    mandatsaenderungen: tuple[Mandatsaenderung, ...] = Field(
        (), description="neuer Auftrag oder neue Zahl durch Beschluss, die älteste Änderung zuerst"
    )
    konzepte: tuple[Ergebnis, ...] = Field((), description="Konzepte neben den Empfehlungen")
    berichte: tuple[Agbericht, ...] = Field((), description="Zwischen- und Abschlussberichte")
    abschluss: Abschluss | None = Field(None, description="wann und warum die AG abgeschlossen wurde")

    @property
    def ende(self) -> date:
        """The last day of the period, Verlängerungen included (not the day of the Abschluss)."""
        return max([self.mandat.bis, *(v.bis for v in self.verlaengerungen)])

    def name_am(self, tag: date) -> str:
        """The name on a day."""
        earlier = sorted((f for f in self.frueher if f.bis >= tag), key=lambda f: f.bis)
        return earlier[0].name if earlier else self.name

    def zahl_am(self, tag: date) -> int:
        """The fixed number of ständige Mitglieder on a day."""
        numbers = [(v.ab, v.staendige_mitglieder) for v in self.verlaengerungen]
        numbers += [(a.ab, a.staendige_mitglieder) for a in self.mandatsaenderungen]
        fixed = sorted((ab, zahl) for ab, zahl in numbers if zahl is not None and ab <= tag)
        return fixed[-1][1] if fixed else self.mandat.staendige_mitglieder

    def auftrag_am(self, tag: date) -> str:
        """What the AG is to do on a day."""
        changed = [a.auftrag for a in self.mandatsaenderungen if a.ab <= tag and a.auftrag is not None]
        return changed[-1] if changed else self.mandat.auftrag

    @property
    def zahlwechsel(self) -> tuple[date, ...]:
        """The days from which on another number of members may count."""
        return (*(v.ab for v in self.verlaengerungen), *(a.ab for a in self.mandatsaenderungen))
