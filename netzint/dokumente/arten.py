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
from netzint.dokumente.variablen_ag import ABSCHLUSS, EINSETZUNG
from netzint.dokumente.variablen_brief import BENENNUNG, BRIEF, WIEDERVORLAGE
from netzint.dokumente.variablen_jahr import JAHR
from netzint.dokumente.variablen_listen import ANWESENHEITSLISTE, FEHLENDE, KONTROLLE, MAPPE, VERTEILERLISTE
from netzint.dokumente.variablen_mail import MAIL
from netzint.dokumente.variablen_niederschrift import NIEDERSCHRIFT
from netzint.dokumente.variablen_schreiben import AUSZUG, WEITERLEITUNG
from netzint.dokumente.variablen_tisch import TISCHVORLAGE, VORLAGE


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
            "die Vorlage zu einem Tagesordnungspunkt oder Umlauf",
            (
                *_BRIEF,
                GREMIUM,
                SITZUNG._replace(text="Die Sitzung; leer bei einem Umlauf", pflicht=False),
                BESCHLUSSVORLAGE,
            ),
        ),
        Art(
            "tischvorlage",
            "Tischvorlage",
            "was nach dem Versand der Einladung auf den Tisch kommt",
            (*_IMMER, TISCHVORLAGE, VORLAGE),
        ),
        Art(
            "weiterleitung",
            "Weiterleitungsschreiben",
            "das Schreiben, mit dem eine Empfehlung an eine Stelle geht",
            (*_BRIEF, WEITERLEITUNG),
        ),
        Art(
            "wiedervorlage",
            "Wiedervorlage",
            "die Rückfrage an eine Stelle, wie es um die Umsetzung einer Empfehlung steht",
            (*_BRIEF, BRIEF, WIEDERVORLAGE),
        ),
        Art(
            "benennungsanfrage",
            "Benennungsanfrage",
            "die Anfrage an eine benennende Stelle, wer einen Sitz einnimmt",
            (*_BRIEF, BRIEF, BENENNUNG),
        ),
        Art(
            "einsetzungsschreiben",
            "Einsetzungsschreiben",
            "das Schreiben an ein Mitglied einer Arbeitsgruppe",
            (*_BRIEF, BRIEF, EINSETZUNG),
        ),
        Art("abschlussbericht", "Abschlussbericht", "der Bericht am Ende einer Arbeitsgruppe", (*_BRIEF, ABSCHLUSS)),
        Art("beschlussauszug", "Beschlussauszug", "der Auszug zu einem Tagesordnungspunkt", (*_BRIEF, AUSZUG)),
        Art("niederschrift", "Niederschrift", "die Niederschrift einer Sitzung", (*_IMMER, NIEDERSCHRIFT)),
        Art("verteiler", "Verteiler", "der Verteiler einer Sitzung oder eines Gremiums", (*_BRIEF, VERTEILERLISTE)),
        Art(
            "anwesenheitsliste",
            "Anwesenheitsliste",
            "die Liste, auf der in der Sitzung unterschrieben wird",
            (*_IMMER, ANWESENHEITSLISTE),
        ),
        Art(
            "vorlagenmappe",
            "Vorlagenmappe",
            "das Deckblatt vor allen Beschlussvorlagen einer Sitzung; sie folgen, jede auf einer neuen Seite",
            (*_IMMER, MAPPE, FEHLENDE),
        ),
        Art(
            "beschlusskontrolle",
            "Beschlusskontrolle",
            "was aus den Empfehlungen bei jeder Stelle geworden ist",
            (*_BRIEF, KONTROLLE),
        ),
        Art("jahresbericht", "Jahresbericht", "der Bericht über ein Jahr", (*_BRIEF, JAHR)),
    )
}

MAILTEXT = Art("mail", "E-Mail", "die Texte der E-Mail-Entwürfe; der Titel wird der Betreff", (NETZWERK, MAIL))
"""A mail is no document: it has no letterhead, no foot, and its text is not filed."""
MIT_VORLAGE: dict[str, Art] = {**ALLE, MAILTEXT.name: MAILTEXT}
"""Everything that has a template of its own."""
