"""``daten/umlaeufe/``: decisions in writing between two Sitzungen."""

from typing import Literal

from pydantic import Field

from netzint.modell.antrag import Antrag
from netzint.modell.beschluss import Beschlussergebnis
from netzint.modell.grund import Angabe, Nummeriert
from netzint.modell.typen import Datum, Kennung, MitgliedRef, Siegelwert, VorlageRef, Zeile


class Umlaufstimme(Angabe):
    """One answer. Who does not answer did not take part."""

    mitglied: MitgliedRef = Field(description="wer")
    am: Datum = Field(description="Eingang")
    stimme: Literal["ja", "nein", "enthaltung"] = Field(description="ja, nein oder enthaltung")


class Widerspruch(Angabe):
    """An objection to the procedure: it ends the Umlauf, the matter comes onto the next Tagesordnung."""

    mitglied: MitgliedRef = Field(description="wer")
    am: Datum = Field(description="Eingang")


class Umlaufabschluss(Angabe):
    """The result that was recorded."""

    am: Datum = Field(description="Tag")
    ergebnis: Beschlussergebnis | Literal["widersprochen"] = Field(description="Ergebnis")


class Umlauf(Nummeriert):
    """Ein Umlaufverfahren."""

    titel: Zeile = Field(description="worum es geht")
    versandt: Datum = Field(description="Tag des Versands")
    frist: Datum = Field(description="letzter Tag für Stimme oder Widerspruch")
    vorlage: VorlageRef | None = Field(None, description="Beschlussvorlage")
    beschluss: Kennung = Field(description="Kennung des Beschlusses; „um-2026-01/…“ nennt ihn von außen")
    antrag: Antrag = Field(description="worüber abgestimmt wird")
    siegel: tuple[Siegelwert, ...] = Field((), description="Prüfsumme des Wortlauts, eine je Empfehlung")
    verteiler: tuple[MitgliedRef, ...] = Field((), description="wer befragt wurde")
    widerspruch: tuple[Widerspruch, ...] = Field((), description="Widersprüche gegen das Verfahren")
    stimmen: tuple[Umlaufstimme, ...] = Field((), description="Stimmen in der Reihenfolge des Eingangs")
    befangen: tuple[MitgliedRef, ...] = Field((), description="wer befangen ist")
    abschluss: Umlaufabschluss | None = Field(None, description="Ergebnis")
