"""``daten/netzwerk.yaml``: what this network is, and since when it is recorded here."""

from typing import Literal

from pydantic import Field

from netzint.modell.barrierefreiheit import Barrierefreiheit
from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import Datum, JaNein, Kennung, Mailadresse, Prosa, Von, Zahl, Zeile

Ausgabeformat = Literal["pdf", "docx", "odt", "html", "md"]

FORMAT = 1
"""The data format that this netzint reads and writes."""


class Geschaeftsstelle(Angabe):
    """The office: author of every commit, sender of every letter."""

    name: Zeile = Field(description="wie sie in Briefen heißt")
    anschrift: Prosa = Field(description="Postanschrift, eine Zeile je Zeile")
    e_mail: Mailadresse = Field(description="Adresse der Geschäftsstelle; auch Autor der Commits")
    telefon: Zeile | None = Field(None, description="dienstliche Nummer")


class Netzwerk(Eintrag):
    """Die Angaben zum Netzwerk selbst."""

    format: Zahl = Field(description="Format der Daten; dieses netzint liest Format 1")
    name: Zeile = Field(description="Name des Netzwerks")
    gegruendet: Von = Field(description="Monat der Gründung; davor darf nichts datiert sein")
    erfasst_ab: Datum = Field(description="ab hier ist alles erfasst; davor sind Beschlüsse und Benennungen freiwillig")
    geschaeftsstelle: Geschaeftsstelle = Field(description="die Geschäftsstelle")
    barrierefreiheit: Barrierefreiheit | None = Field(
        None, description="für die Erklärung zur Barrierefreiheit auf der Seite, die „netzint bericht“ schreibt"
    )
    formate: tuple[Ausgabeformat, ...] = Field(
        (), description="welche Dateien aus jedem Schreiben werden; ohne Angabe pdf, docx, html und md"
    )
    kalenderdomain: Zeile | None = Field(
        None,
        description="woran Kalender die Termine wiedererkennen; netzint trägt sie ein, wenn die Adresse wechselt",
    )
    nicht_mehr_vergeben: tuple[Kennung, ...] = Field(
        (), description="Kennungen von Personen, deren Eintrag zurückgenommen wurde; netzint setzt sie"
    )
    beispieldaten: JaNein = Field(default=False, description="ja, wenn alles hier erfunden ist")
