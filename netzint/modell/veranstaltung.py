"""``daten/veranstaltungen/``: Fachtage and the like. No quorum, no votes."""

from pydantic import Field

from netzint.modell.grund import Nummeriert
from netzint.modell.sitzung import Absage, Form, Terminaenderung, Verlegung
from netzint.modell.typen import AgRef, Datum, JaNein, Prosa, ThemaRef, Uhrzeit, Zeile


class Veranstaltung(Nummeriert):
    """Eine Veranstaltung für die Fachöffentlichkeit."""

    titel: Zeile = Field(description="Titel")
    art: Zeile = Field(description="Fachtag, Informationsveranstaltung oder eine andere Art")
    datum: Datum = Field(description="(erster) Tag")
    bis: Datum | None = Field(None, description="letzter Tag, wenn es mehrere sind")
    beginn: Uhrzeit | None = Field(None, description='Uhrzeit in Anführungszeichen: "10:00"')
    ende: Uhrzeit | None = Field(None, description='Uhrzeit in Anführungszeichen: "16:00"')
    ort: Zeile | None = Field(None, description="Ort")
    form: Form = Field("praesenz", description="praesenz, video oder hybrid")
    programm: Prosa | None = Field(None, description="Programm")
    themen: tuple[ThemaRef, ...] = Field((), description="Themen")
    arbeitsgruppen: tuple[AgRef, ...] = Field((), description="beteiligte AGs")
    oeffentlich: JaNein = Field(default=True, description="ob sie öffentlich ist")
    verlegt: tuple[Verlegung, ...] = Field((), description="frühere Termine")
    geaendert: tuple[Terminaenderung, ...] = Field(
        (), description="was sich am Termin geändert hat; netzint trägt es ein"
    )
    abgesagt: Absage | None = Field(None, description="wenn sie nicht stattfindet")
