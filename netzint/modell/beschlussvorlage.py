"""``daten/beschlussvorlagen/``: what is laid before the Strategiegruppe for decision."""

from typing import Literal

from pydantic import Field

from netzint.modell.antrag import Antrag
from netzint.modell.grund import Angabe, Nummeriert
from netzint.modell.typen import Datum, FederfuehrungRef, GremiumRef, JaNein, MitgliedRef, Prosa, Zeile


class Beratung(Angabe):
    """A step of the Beratungsfolge in another body; that in the Strategiegruppe is known from the Sitzung."""

    gremium: GremiumRef = Field(description="wo beraten wird")
    am: Datum | None = Field(None, description="Tag")
    ergebnis: Literal["zustimmung", "ablehnung", "kenntnis", "vertagt"] | None = Field(None, description="Ergebnis")


class Nachreichung(Angabe):
    """A change after the Unterlagen were sent: the Vorlage lies on the table in a new form."""

    am: Datum = Field(description="Tag der Änderung")
    grund: Prosa = Field(description="warum")


class Beschlussvorlage(Nummeriert):
    """Eine Beschlussvorlage."""

    betreff: Zeile = Field(description="Betreff")
    vom: Datum = Field(description="Tag der Vorlage")
    antrag: Antrag = Field(description="worüber abgestimmt werden soll")
    federfuehrung: FederfuehrungRef = Field(description="wer federführend ist (AG, Stelle oder geschaeftsstelle)")
    berichterstattung: MitgliedRef | None = Field(None, description="wer berichtet")
    beschlussvorschlag: tuple[Prosa, ...] = Field((), description="Punkte; fehlen sie, ergibt sie der Antrag")
    sachverhalt: Prosa | None = Field(None, description="Sachverhalt")
    begruendung: Prosa | None = Field(None, description="Begründung; fehlt sie, gilt die der Empfehlung")
    finanzielle_auswirkungen: Prosa | None = Field(None, description="finanzielle Auswirkungen")
    anlagen: tuple[Zeile, ...] = Field((), description="Anlagen")
    beratungsfolge: tuple[Beratung, ...] = Field((), description="Beratungen in anderen Gremien")
    oeffentlich: JaNein = Field(default=False, description="ob die Vorlage öffentlich ist")
    nachgereicht: tuple[Nachreichung, ...] = Field(
        (), description="Änderungen nach dem Versand; die Vorlage liegt dann als Tischvorlage vor"
    )
