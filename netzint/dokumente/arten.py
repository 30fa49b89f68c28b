"""The kinds of documents and the variables that their templates may use. A new kind is one more entry in ALLE."""

from __future__ import annotations

from typing import Any, NamedTuple

from netzint.dokumente.felder import Feld, make_example
from netzint.dokumente.variablen import (
    BESCHLUSSKONTROLLE,
    BESCHLUSSVORLAGE,
    DOKUMENT,
    GREMIUM,
    HERKUNFT,
    NETZWERK,
    SITZUNG,
    TOPS,
    UNTERLAGEN,
    VERTEILER,
)
from netzint.dokumente.variablen_niederschrift import NIEDERSCHRIFT
from netzint.dokumente.variablen_schreiben import AUSZUG, WEITERLEITUNG


class Art(NamedTuple):
    """One kind of document. Its template is ``<name>.md.j2``."""

    name: str
    titel: str
    wofuer: str
    felder: tuple[Feld, ...]

    @property
    def vorlage(self) -> str:
        """The name of the template's file."""
        return f"{self.name}.md.j2"

    def example(self, *, full: bool = True) -> dict[str, Any]:
        """Example data, or the same with everything empty that may be empty."""
        return make_example(self.felder, full=full)


_BRIEF = (NETZWERK, DOKUMENT, HERKUNFT)
_IMMER = (*_BRIEF, GREMIUM, SITZUNG)

ALLE: dict[str, Art] = {
    art.name: art
    for art in (
        Art("tagesordnung", "Tagesordnung", "die Tagesordnung einer Sitzung", (*_IMMER, TOPS, BESCHLUSSKONTROLLE)),
        Art("einladung", "Einladung", "die Einladung zu einer Sitzung", (*_IMMER, TOPS, UNTERLAGEN, VERTEILER)),
        Art(
            "beschlussvorlage",
            "Beschlussvorlage",
            "die Vorlage zu einem Tagesordnungspunkt",
            (*_IMMER, BESCHLUSSVORLAGE),
        ),
        Art(
            "weiterleitung",
            "Weiterleitungsschreiben",
            "das Schreiben, mit dem eine Empfehlung an eine Stelle geht",
            (*_BRIEF, WEITERLEITUNG),
        ),
        Art("beschlussauszug", "Beschlussauszug", "der Auszug zu einem Tagesordnungspunkt", (*_BRIEF, AUSZUG)),
        Art("niederschrift", "Niederschrift", "die Niederschrift einer Sitzung", (*_IMMER, NIEDERSCHRIFT)),
    )
}
