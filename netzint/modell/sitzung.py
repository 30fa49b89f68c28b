"""``daten/sitzungen/``: Sitzungen of the Strategiegruppe and of AGs, from the date to the approved minutes."""

from typing import Any, Literal

from pydantic import Field, model_validator

from netzint.modell.beschluss import Beschluss
from netzint.modell.grund import Angabe, Nummeriert
from netzint.modell.typen import (
    BeschlussRef,
    Datum,
    GremiumRef,
    JaNein,
    Kennung,
    MitgliedRef,
    Prosa,
    SitzungRef,
    StelleRef,
    Uhrzeit,
    VorlageRef,
    Zeile,
)

Sitzungsstand = Literal["terminiert", "eingeladen", "durchgefuehrt", "abgesagt", "entfallen"]
Form = Literal["praesenz", "video", "hybrid"]
Terminangabe = Literal["ort", "beginn", "ende", "form", "titel", "bis"]


class Einladung(Angabe):
    """What was sent to whom, and when."""

    versandt: Datum = Field(description="Tag des Versands")
    verteiler: tuple[MitgliedRef, ...] = Field((), description="wer eingeladen wurde, Stellvertretungen zur Kenntnis")
    gaeste: tuple[MitgliedRef, ...] = Field((), description="als Gäste eingeladen, z. B. die Leitung einer AG")
    inhalt: Zeile | None = Field(None, description="Prüfsumme der versandten Einladung, wie sie in ihrem Fuß steht")
    grund: Prosa | None = Field(None, description="bei verkürzter Ladungsfrist: warum")


class Verlegung(Angabe):
    """An earlier date that was given up."""

    von: Datum = Field(description="der aufgegebene Termin")
    am: Datum = Field(description="Tag der Verlegung")
    eingeladen: Datum | None = Field(None, description="wann zu diesem Termin schon eingeladen war")
    grund: Prosa | None = Field(None, description="warum")


class Terminaenderung(Angabe):
    """Place, time or form changed on the same day; calendars tell from it which of two versions is the newer."""

    am: Datum = Field(description="Tag der Änderung")
    was: tuple[Terminangabe, ...] = Field(description="was sich geändert hat: ort, beginn, ende, form, titel, bis")


class Absage(Angabe):
    """The Sitzung does not take place."""

    am: Datum = Field(description="Tag der Absage")
    grund: Prosa = Field(description="warum")


class Absetzung(Angabe):
    """A TOP that was taken off after the Einladung: it keeps its place and its number, and is not dealt with."""

    am: Datum = Field(description="Tag der Absetzung")
    grund: Prosa = Field(description="warum")


class Umstellung(Angabe):
    """A TOP that was moved after the Einladung."""

    am: Datum = Field(description="Tag der Umstellung")
    nummer: Zeile = Field(description="die Nummer, mit der eingeladen wurde")
    grund: Prosa = Field(description="warum")


class Tagesordnungspunkt(Angabe):
    """A TOP. Its number is its place; from the Einladung on it stands fixed in ``nummer``."""

    kennung: Kennung = Field(description="in der Sitzung eindeutig")
    nummer: Zeile | None = Field(None, description="fest ab der Einladung, z. B. 3 oder 3.1")
    titel: Zeile = Field(description="wie er auf der Tagesordnung steht")
    weil: Zeile | None = Field(None, description="warum er auf der Tagesordnung steht")
    vorlage: VorlageRef | None = Field(None, description="Beschlussvorlage")
    tischvorlage: JaNein = Field(default=False, description="nach der Einladung dazugekommen")
    abgesetzt: Absetzung | None = Field(None, description="nach der Einladung von der Tagesordnung genommen")
    umgestellt: tuple[Umstellung, ...] = Field((), description="nach der Einladung an einen anderen Platz gestellt")
    oeffentlich: JaNein = Field(default=False, description="ob der Punkt öffentlich ist")
    wiederaufnahme: BeschlussRef | None = Field(None, description="früherer Beschluss (vertagt, nicht beschlussfähig)")
    bezug: tuple[Kennung, ...] = Field((), description="wovon der Punkt handelt (Kennungen)")
    verlauf: Prosa | None = Field(None, description="Gang der Beratung")
    beschluesse: tuple[Beschluss, ...] = Field((), description="Beschlüsse zu diesem Punkt")


class Anwesend(Angabe):
    """Someone present; a bare Kennung in the file means the whole Sitzung in the own right."""

    mitglied: MitgliedRef = Field(description="wer da war")
    fuer: MitgliedRef | None = Field(None, description="in Vertretung für")
    nicht_bei: tuple[Kennung, ...] = Field((), description="bei diesen TOPs nicht da")

    @model_validator(mode="before")
    @classmethod
    def _accept_kennung(cls, value: Any) -> Any:
        return {"mitglied": value} if isinstance(value, str) else value


class Gast(Angabe):
    """A guest, by function, never by name."""

    stelle: StelleRef | None = Field(None, description="woher")
    mitglied: MitgliedRef | None = Field(None, description="wenn die Person erfasst ist")
    funktion: Zeile | None = Field(None, description="in welcher Funktion")


class Niederschrift(Angabe):
    """Who kept the minutes, when they were written, and by which Beschluss they were approved."""

    fuehrung: MitgliedRef | None = Field(None, description="wer sie geführt hat")
    vom: Datum = Field(description="Tag der Niederschrift")
    genehmigt: BeschlussRef | None = Field(None, description="Beschluss über die Genehmigung")


class Sitzung(Nummeriert):
    """Eine Sitzung der Strategiegruppe oder einer Arbeitsgruppe."""

    gremium: GremiumRef = Field(description="strategiegruppe oder die Kennung einer AG")
    datum: Datum = Field(description="Tag")
    beginn: Uhrzeit | None = Field(None, description='Uhrzeit in Anführungszeichen: "10:00"')
    ende: Uhrzeit | None = Field(None, description='Uhrzeit in Anführungszeichen: "12:30"')
    ort: Zeile | None = Field(None, description="Ort oder Zugang zur Videokonferenz")
    form: Form = Field("praesenz", description="praesenz, video oder hybrid")
    verlegt: tuple[Verlegung, ...] = Field((), description="frühere Termine")
    zweite_ladung_zu: SitzungRef | None = Field(
        None, description="zweite Ladung nach dieser Sitzung ohne Beschlussfähigkeit"
    )
    einladung: Einladung | None = Field(None, description="Versand der Einladung")
    geaendert: tuple[Terminaenderung, ...] = Field(
        (), description="was sich nach der Einladung am Termin geändert hat; netzint trägt es ein"
    )
    abgesagt: Absage | None = Field(None, description="wenn die Sitzung nicht stattfindet")
    leitung: MitgliedRef | None = Field(None, description="wer die Sitzung leitet")
    tagesordnung: tuple[Tagesordnungspunkt, ...] = Field((), description="die TOPs in ihrer Reihenfolge")
    anwesend: tuple[Anwesend, ...] = Field((), description="wer da war, auch in Vertretung")
    entschuldigt: tuple[MitgliedRef, ...] = Field((), description="wer entschuldigt fehlte")
    gaeste: tuple[Gast, ...] = Field((), description="Gäste")
    abgeschlossen: Datum | None = Field(None, description="Tag, an dem das Beschlossene ausgeführt wurde")
    niederschrift: Niederschrift | None = Field(None, description="die Niederschrift")

    @property
    def zustand(self) -> Sitzungsstand:
        """The state, computed from what is recorded: terminiert → eingeladen → durchgefuehrt, or abgesagt."""
        if self.entfallen:
            return "entfallen"
        if self.abgesagt:
            return "abgesagt"
        if self.anwesend or self.niederschrift:
            return "durchgefuehrt"
        return "eingeladen" if self.einladung else "terminiert"

    def da_bei(self, top: str) -> set[str]:
        """Who was there at the TOP of this Kennung, in person or represented."""
        here = [a for a in self.anwesend if top not in a.nicht_bei]
        return {person for a in here for person in (a.mitglied, a.fuer) if person is not None}

    @property
    def ist_abgeschlossen(self) -> bool:
        """Whether attendance and votes stand: closed, or (before netzint closed Sitzungen) with its minutes written."""
        return self.abgeschlossen is not None or self.niederschrift is not None
