"""``netzint netzwerk barrierefreiheit``: what the declaration of accessibility says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from netzint.cli import heute
from netzint.cli.optionen import Probe, Wurzel, prosa_option, tag_option, text_option
from netzint.cli.vorgang import fuehre_aus

_STELLE = "mit Semikolon: Name; Straße 1, Ort; Telefon; E-Mail; Link."
Status = Annotated[
    str | None,
    text_option("--status", metavar="STAND", hilfe="Womit die Seite genügt: vollstaendig, teilweise oder nicht."),
]
Bewertet = Annotated[date | None, tag_option("--bewertet", hilfe="Wann die Seite bewertet wurde.")]
Durch = Annotated[
    str | None, text_option("--bewertet-durch", metavar="WER", hilfe="Wer bewertet hat; sonst das Netzwerk selbst.")
]
Ueberprueft = Annotated[date | None, tag_option("--ueberprueft", hilfe="Wann die Erklärung überprüft wurde.")]
GiltFuer = Annotated[str | None, text_option("--gilt-fuer", metavar="LINK", hilfe="Wo die Seite veröffentlicht ist.")]
Kontakt = Annotated[
    str | None,
    text_option(
        "--kontakt", metavar="STELLE", hilfe=f"Wer Barrieren entgegennimmt, {_STELLE} Sonst die Geschäftsstelle."
    ),
]
Schlichtung = Annotated[
    str | None, text_option("--schlichtung", metavar="STELLE", hilfe=f"Die Schlichtungsstelle, {_STELLE}")
]
Ueberwachung = Annotated[
    str | None, text_option("--ueberwachung", metavar="STELLE", hilfe=f"Die Überwachungsstelle, {_STELLE}")
]
Barriere = Annotated[str | None, text_option("--barriere", metavar="WAS", hilfe="Was nicht barrierefrei ist.")]
Warum = Annotated[
    str | None,
    text_option(
        "--weshalb", metavar="GRUND", hilfe="Zur Barriere: unvereinbar, unverhaeltnismaessig oder ausgenommen."
    ),
]
Begruendung = Annotated[str | None, prosa_option("--begruendung", hilfe="Zur Barriere: Näheres.")]
Alternative = Annotated[
    str | None, prosa_option("--alternative", hilfe="Zur Barriere: wie man den Inhalt trotzdem bekommt.")
]
BehobenBis = Annotated[date | None, tag_option("--behoben-bis", hilfe="Zur Barriere: bis wann sie behoben sein soll.")]
Behoben = Annotated[str | None, text_option("--behoben", metavar="WAS", hilfe="Diese Barriere gibt es nicht mehr.")]


def barrierefreiheit(
    *, wurzel: Wurzel = Path(), status: Status = None, bewertet: Bewertet = None, bewertet_durch: Durch = None,
    ueberprueft: Ueberprueft = None, gilt_fuer: GiltFuer = None, kontakt: Kontakt = None,
    schlichtung: Schlichtung = None, ueberwachung: Ueberwachung = None, barriere: Barriere = None,
    weshalb: Warum = None, begruendung: Begruendung = None, alternative: Alternative = None,
    behoben_bis: BehobenBis = None, behoben: Behoben = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eintragen, was in der Erklärung zur Barrierefreiheit steht."""
    from functools import partial

    from netzint.vorgaenge import barrierefreiheit as vorgang

    angaben = vorgang.Angaben(
        status, bewertet, bewertet_durch, ueberprueft, gilt_fuer, kontakt, schlichtung, ueberwachung
    )
    hindernis = vorgang.Hindernis(barriere, weshalb, begruendung, alternative, behoben_bis, behoben)
    act = partial(vorgang.erklaeren, stichtag=heute.today(), angaben=angaben, hindernis=hindernis)
    return fuehre_aus(wurzel, act, probe=probe)
