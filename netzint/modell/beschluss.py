"""A Beschluss: motion, votes, result. Results are structured values, never free text."""

from typing import Literal

from pydantic import Field

from netzint.modell.antrag import Antrag
from netzint.modell.grund import Angabe
from netzint.modell.typen import Kennung, MitgliedRef, Siegelwert, Zahl

Beschlussergebnis = Literal[
    "angenommen", "geaendert_angenommen", "abgelehnt", "vertagt", "zurueckverwiesen", "nicht_beschlussfaehig"
]
ANGENOMMEN = ("angenommen", "geaendert_angenommen")
ENTSCHIEDEN = ("angenommen", "geaendert_angenommen", "abgelehnt")
"""Results that need a quorate vote and end the matter."""


class Namentlich(Angabe):
    """Who voted how, where votes were taken by name."""

    ja: tuple[MitgliedRef, ...] = Field((), description="Ja-Stimmen")
    nein: tuple[MitgliedRef, ...] = Field((), description="Nein-Stimmen")
    enthaltung: tuple[MitgliedRef, ...] = Field((), description="Enthaltungen")


class Beschluss(Angabe):
    """One vote. Ja + Nein + Enthaltung + nicht teilgenommen = present and entitled; Befangene apart."""

    kennung: Kennung = Field(description="in der Sitzung eindeutig; „sg-2026-03/he-2026-04“ nennt ihn von außen")
    antrag: Antrag = Field(description="worüber abgestimmt wurde")
    siegel: tuple[Siegelwert, ...] = Field((), description="Prüfsumme des beschlossenen Wortlauts, eine je Empfehlung")
    ja: Zahl | None = Field(None, description="Ja-Stimmen")
    nein: Zahl | None = Field(None, description="Nein-Stimmen")
    enthaltung: Zahl | None = Field(None, description="Enthaltungen")
    nicht_teilgenommen: Zahl | None = Field(None, description="anwesend und stimmberechtigt, aber ohne Stimme")
    befangen: tuple[MitgliedRef, ...] = Field((), description="nicht anwesend und nicht abstimmend, weil befangen")
    namentlich: Namentlich | None = Field(None, description="bei namentlicher Abstimmung")
    stimme_leitung: Literal["ja", "nein"] | None = Field(None, description="Stimme der Leitung, nur bei Gleichstand")
    ergebnis: Beschlussergebnis = Field(description="Ergebnis")
