"""What a public body says about the accessibility of its page (§ 10 L-BGG, §§ 3 to 8 L-BGG-DVO)."""

from typing import Literal

from pydantic import Field

from netzint.modell.grund import Angabe
from netzint.modell.typen import Datum, Link, Mailadresse, Prosa, Zeile

Vereinbarkeit = Literal["vollstaendig", "teilweise", "nicht"]
Lueckengrund = Literal["unvereinbar", "unverhaeltnismaessig", "ausgenommen"]
VEREINBARKEIT = {
    "vollstaendig": "vollständig vereinbar",
    "teilweise": "teilweise vereinbar",
    "nicht": "nicht vereinbar",
}
"""In words."""
LUECKENGRUND = {
    "unvereinbar": "Unvereinbarkeit mit § 10 Absatz 1 L-BGG",
    "unverhaeltnismaessig": "Unverhältnismäßige Belastung",
    "ausgenommen": "Die Inhalte fallen nicht in den Anwendungsbereich der anwendbaren Rechtsvorschriften",
}
"""As the Mustererklärung calls them (L-BGG-DVO, Anlage 1, number 2)."""


class Anlaufstelle(Angabe):
    """Whom people may turn to."""

    name: Zeile = Field(description="wie die Stelle heißt")
    anschrift: Prosa | None = Field(None, description="Postanschrift, eine Zeile je Zeile")
    e_mail: Mailadresse | None = Field(None, description="Adresse")
    telefon: Zeile | None = Field(None, description="Nummer")
    link: Link | None = Field(None, description="Internetseite")


class Barriere(Angabe):
    """Something that not everybody can use, why so, and what helps meanwhile."""

    was: Zeile = Field(description="was nicht barrierefrei ist")
    grund: Lueckengrund = Field(
        description="unvereinbar (noch nicht behoben), unverhaeltnismaessig (Belastung wäre zu hoch), "
        "ausgenommen (fällt nicht unter das Gesetz)"
    )
    begruendung: Prosa | None = Field(None, description="Näheres; bei „unverhaeltnismaessig“ gehört es dazu")
    alternative: Prosa | None = Field(None, description="wie man den Inhalt trotzdem bekommt")
    behoben_bis: Datum | None = Field(None, description="bis wann es behoben sein soll")


class Barrierefreiheit(Angabe):
    """The declaration of accessibility, as far as it is not the same for everybody."""

    status: Vereinbarkeit = Field(
        description="womit die Seite den Anforderungen genügt: vollstaendig, teilweise, nicht"
    )
    bewertet: Datum = Field(description="Tag der Bewertung")
    bewertet_durch: Zeile | None = Field(None, description="wer bewertet hat; ohne Angabe das Netzwerk selbst")
    ueberprueft: Datum | None = Field(None, description="Tag, an dem die Erklärung zuletzt überprüft wurde")
    gilt_fuer: Link | None = Field(None, description="wo die Seite veröffentlicht ist")
    barrieren: tuple[Barriere, ...] = Field((), description="was nicht barrierefrei ist")
    kontakt: Anlaufstelle | None = Field(None, description="wer Barrieren entgegennimmt; sonst die Geschäftsstelle")
    schlichtung: Anlaufstelle | None = Field(None, description="Schlichtungsstelle nach § 10b L-BGG")
    ueberwachung: Anlaufstelle | None = Field(None, description="Überwachungsstelle nach § 10 L-BGG")
