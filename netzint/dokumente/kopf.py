"""What every writer must know of a document besides its words."""

from __future__ import annotations

from typing import NamedTuple


class Kopf(NamedTuple):
    """The document's own data for title bar, properties and page feet. Days are ISO text; empty means none."""

    kennung: str
    netzwerk: str
    nummer: str = ""
    aktenzeichen: str = ""
    datum: str = ""
    vorgang: str = ""
    pruefsumme: str = ""
    stelle: str = ""
    anschrift: str = ""
    """Of the office; several lines."""
    e_mail: str = ""
    art: str = ""
    fassung: str = ""
    """Of netzint itself: another one may make other bytes of the same inputs."""
    oeffentlich: bool = False
    briefbogen: str = ""
    """The digest of the letterhead, in the formats that have one."""

    @property
    def zeichen(self) -> str:
        """What stands in the foot of every page: ``Aktenzeichen · Nummer``."""
        return " · ".join(part for part in (self.aktenzeichen, self.nummer or self.kennung.upper()) if part)
