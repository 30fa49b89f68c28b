"""``daten/geschaeftsordnung.yaml``: law as data. Each Fassung applies from its day on; the code holds no limit."""

from typing import Literal

from pydantic import Field

from netzint.modell.geschaeftsordnung_werte import BAENKE
from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.typen import (
    AnteilWert,
    Bank,
    BeschlussRef,
    Datum,
    JaNein,
    Kennung,
    Koerperschaft,
    StelleRef,
    Zahl,
    Zeile,
)

Stellvertretungsart = Literal["keine", "persoenlich", "pool"]

BANKNAMEN = BAENKE


class Sitz(Angabe):
    """One of the twelve seats: its bench and what the person on it must bring."""

    kennung: Kennung = Field(description="beginnt mit „sitz-“")
    bezeichnung: Zeile | None = Field(None, description="wie der Sitz in Listen heißt; sonst aus den Angaben gebildet")
    bank: Bank = Field(description="Bank: ministerium, landesverbaende, kommunen, integrationsbeauftragte")
    stelle: StelleRef | None = Field(None, description="der Sitz gehört dieser Stelle")
    koerperschaft: Koerperschaft | None = Field(None, description="die Person kommt aus Gemeinde, Stadt oder Landkreis")
    amt: Literal["leitung", "integrationsbeauftragung"] | None = Field(
        None, description="welches Amt die Person dort hat"
    )
    benannt_von: tuple[StelleRef, ...] = Field(description="wer für diesen Sitz benennen darf")

    @property
    def name(self) -> str:
        """What the seat is called in lists: its Bezeichnung, or one made of its data, e.g. ``Kommunen – Stadt``."""
        if self.bezeichnung:
            return self.bezeichnung
        rest = self.koerperschaft or self.kennung.rpartition("-")[2]
        return f"{BANKNAMEN[self.bank]} – {rest.capitalize() if len(rest) > 1 else rest.upper()}"


class Vorsitz(Angabe):
    """Which bench chairs, and which one stands in."""

    bank: Bank = Field(description="stellt den Vorsitz")
    vertretung: Bank | None = Field(None, description="stellt die Vertretung im Vorsitz")


class SitzungenJeJahr(Angabe):
    """How many held Sitzungen a calendar year should see."""

    mindestens: Zahl = Field(description="so viele sollten es sein")
    hoechstens: Zahl = Field(description="mehr sollten es nicht sein")


class Ladungsfrist(Angabe):
    """Calendar days between dispatch and Sitzung; neither of the two days counts."""

    soll: Zahl = Field(description="Tage; darunter gibt es eine Warnung")
    muss: Zahl = Field(description="Tage; darunter ist es ein Fehler")


class Beschlussfaehigkeit(Angabe):
    """How many must be present for a valid vote."""

    anteil: AnteilWert = Field(description="z. B. mehr_als_1/2 oder mindestens_1/2")
    bezug: Literal["soll", "besetzt"] = Field(description="Anteil von allen Sitzen (soll) oder von den besetzten")
    mindestens: Zahl = Field(description="so viele auf jeden Fall")
    zweite_ladung: Zahl = Field(description="so viele genügen nach zweiter Ladung zum selben Gegenstand")
    bei_befangenheit: AnteilWert | None = Field(
        None, description="Anteil, der genügt, wenn mehr als die Hälfte der Mitglieder befangen ist"
    )


class Abstimmungsrecht(Angabe):
    """How votes are counted: of the votes cast, abstentions do not count."""

    mehrheit: Literal["einfach"] | AnteilWert = Field(
        description="einfach (mehr Ja als Nein) oder z. B. mindestens_2/3"
    )
    gleichstand: Literal["vorsitz", "abgelehnt"] = Field(description="was bei Stimmengleichheit gilt")


class Umlaufrecht(Angabe):
    """The written procedure."""

    erlaubt: JaNein = Field(description="ob im Umlauf beschlossen werden darf")
    frist: Zahl = Field(description="Tage für Stimme oder Widerspruch")


class Strategiegruppenrecht(Angabe):
    """Everything that the Geschäftsordnung says of the Strategiegruppe."""

    sitze: tuple[Sitz, ...] = Field(description="alle Sitze, ausdrücklich")
    vorsitz: Vorsitz = Field(description="wer leitet")
    stellvertretung: Stellvertretungsart = Field(description="keine, persoenlich oder pool; gehört zum Sitz")
    befangen_vertretung: JaNein = Field(description="ob die Stellvertretung einer befangenen Person abstimmt")
    amtszeit: Zahl | None = Field(None, description="Monate; fehlt sie, ist die Amtszeit unbegrenzt")
    sitzungen_je_jahr: SitzungenJeJahr = Field(description="wie oft getagt werden soll")
    sitzungsabstand: Zahl = Field(description="Wochen bis zum Vorschlag für die nächste Sitzung")
    ladungsfrist: Ladungsfrist = Field(description="Tage zwischen Versand und Sitzung")
    beschlussfaehigkeit: Beschlussfaehigkeit = Field(description="wie viele da sein müssen")
    abstimmung: Abstimmungsrecht = Field(description="wie gezählt wird")
    umlauf: Umlaufrecht = Field(description="Umlaufverfahren")


class Arbeitsgruppenrecht(Angabe):
    """What applies to every AG."""

    karenz: Zahl = Field(description="Tage, die nach dem Ende noch etwas von der AG datiert sein darf")


class Fristenrecht(Angabe):
    """Periods of the circle of work, in days."""

    rueckmeldung: Zahl = Field(description="Tage bis zur ersten Antwort auf eine Weiterleitung")
    bedarf_alt: Zahl = Field(description="Tage, nach denen ein offener Bedarf auf die Tagesordnung kommt")
    amtsende: Zahl = Field(description="Tage, die ein Mandat oder eine Ausnahme vor dem Ende unter Fristen steht")


class Koerperschaften(Angabe):
    """Which kinds of municipality count as what: legally a Stadt is a Gemeinde too, for the seats it is not."""

    gemeinde: tuple[Zeile, ...] = Field(description="Art oder Status, der als Gemeinde zählt")
    stadt: tuple[Zeile, ...] = Field(description="Art oder Status, der als Stadt zählt")
    landkreis: tuple[Zeile, ...] = Field(description="Art oder Status, der als Landkreis zählt")


class Fassung(Angabe):
    """One wording of the Geschäftsordnung; a Sitzung is judged by the Fassung of its day."""

    gilt_ab: Datum = Field(description="erster Tag")
    beschluss: BeschlussRef | None = Field(
        None, description="Beschluss der Strategiegruppe, auf dem sie beruht; die erste braucht keinen"
    )
    strategiegruppe: Strategiegruppenrecht = Field(description="die Strategiegruppe")
    arbeitsgruppen: Arbeitsgruppenrecht = Field(description="die Arbeitsgruppen")
    fristen: Fristenrecht = Field(description="Fristen in Tagen")
    koerperschaften: Koerperschaften = Field(description="was als Gemeinde, Stadt, Landkreis zählt")
    leitungsaemter: tuple[Zeile, ...] = Field(description="Funktionen, die eine Kommunalverwaltung leiten")
    quellen: dict[str, str] = Field(
        default_factory=dict, description="woher ein Wert kommt; was hier fehlt, ist eine Annahme"
    )


class Geschaeftsordnung(Eintrag):
    """Die Geschäftsordnung in allen ihren Fassungen."""

    fassungen: tuple[Fassung, ...] = Field(description="die Fassungen, die älteste zuerst")
