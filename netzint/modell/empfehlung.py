"""``daten/empfehlungen/``: Handlungsempfehlungen, their wordings, to whom they went and what came of them.

The results of votes stand in the Sitzung, not here.
"""

from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe, Nummeriert
from netzint.modell.typen import AgRef, Datum, Link, Prosa, StelleRef, Zahl, Zeile, ZielRef

Umsetzungsstatus = Literal[
    "offen", "in_umsetzung", "teilweise", "umgesetzt", "nicht_aufgegriffen", "abgegeben", "erledigt"
]


class Adressat(Angabe):
    """To whom the Empfehlung is addressed."""

    stelle: StelleRef = Field(description="Stelle")
    rolle: Literal["federfuehrend", "beteiligt"] = Field(description="federfuehrend oder beteiligt")
    frist: Datum | None = Field(None, description="bis wann umgesetzt sein soll")


class Empfehlungsfassung(Angabe):
    """One wording. The Siegel of a vote covers wortlaut, massnahme, pruefbar and adressaten."""

    nr: Zahl = Field(description="laufende Nummer der Fassung")
    vom: Datum = Field(description="Tag der Fassung")
    eingereicht: Datum | None = Field(None, description="Tag, an dem die AG sie eingereicht hat")
    wortlaut: Prosa = Field(description="die Empfehlung selbst")
    massnahme: Prosa = Field(description="die konkrete Maßnahme")
    pruefbar: Zeile = Field(description="woran man die Umsetzung erkennt")
    adressaten: tuple[Adressat, ...] = Field(description="an wen sie sich richtet")


class Nachweis(Angabe):
    """Evidence of implementation."""

    link: Link | None = Field(None, description="wo es nachzulesen ist")
    betrag_eur: Zahl | None = Field(None, description="eingesetzte Mittel in Euro")
    am: Datum | None = Field(None, description="Tag")


class Umsetzungsstand(Angabe):
    """What was known of the implementation at one Stelle on a day."""

    am: Datum = Field(description="Tag der Rückmeldung oder Prüfung")
    status: Umsetzungsstatus = Field(description="Stand der Umsetzung")
    wer: Zeile | None = Field(None, description="wer dort zuständig ist (Referat, Amt; keine Namen)")
    bis: Datum | None = Field(None, description="bis wann umgesetzt sein soll")
    wiedervorlage: Datum | None = Field(None, description="wann wieder gefragt wird")
    grund: Prosa | None = Field(None, description="Begründung, bei „nicht_aufgegriffen“ nötig")
    vermerk: Prosa | None = Field(None, description="Erledigungsvermerk, oder was eine Prüfung ergab")
    an: StelleRef | None = Field(None, description="bei „abgegeben“: an wen")
    nachweis: Nachweis | None = Field(None, description="Nachweis")


class Weiterleitung(Angabe):
    """One record per Stelle: what was forwarded when, and what came of it."""

    stelle: StelleRef = Field(description="an wen")
    am: Datum = Field(description="Tag der Weiterleitung")
    antwort_bis: Datum | None = Field(None, description="erste Rückmeldung erbeten bis")
    stand: tuple[Umsetzungsstand, ...] = Field((), description="Rückmeldungen und Prüfungen, die älteste zuerst")


class Zurueckziehung(Angabe):
    """The AG took the Empfehlung back before the vote."""

    am: Datum = Field(description="Tag")
    grund: Prosa = Field(description="warum")


class Empfehlung(Nummeriert):
    """Eine Handlungsempfehlung einer Arbeitsgruppe."""

    titel: Zeile = Field(description="Titel")
    arbeitsgruppe: AgRef = Field(description="die AG, die sie erarbeitet hat")
    ziele: tuple[ZielRef, ...] = Field((), description="Ziele, denen sie dient")
    begruendung: Prosa | None = Field(None, description="Begründung")
    fassungen: tuple[Empfehlungsfassung, ...] = Field(description="die Fassungen, die älteste zuerst")
    zurueckgezogen: Zurueckziehung | None = Field(None, description="wenn die AG sie zurückgezogen hat")
    weiterleitungen: tuple[Weiterleitung, ...] = Field((), description="eine je Stelle")

    def fassung(self, nr: int) -> Empfehlungsfassung | None:
        """The wording with this number."""
        for fassung in self.fassungen:  # a generator would cost more than the search; it is asked for all the time
            if fassung.nr == nr:
                return fassung
        return None
