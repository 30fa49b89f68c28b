"""``netzint umlauf …``."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Am,
    Format,
    Formatwahl,
    PflichtGrund,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    prosa_option,
    tag_option,
    text_option,
    wort_argument,
)
from netzint.cli.umlauf_fragen import ask_aenderung, ask_gefragte, ask_sache, ask_umlauf
from netzint.cli.vorgang import fuehre_aus

UmlaufArgument = Annotated[str | None, wort_argument("KENNUNG", "Der Umlauf, z. B. um-2026-01.")]
MitgliedArgument = Annotated[str | None, wort_argument("MITGLIED", "Wer geantwortet hat: Kennung oder Name.")]
WiderspruchArgument = Annotated[str | None, wort_argument("MITGLIED", "Wer widersprochen hat: Kennung oder Name.")]
StimmeArgument = Annotated[str | None, wort_argument("STIMME", "ja, nein oder enthaltung.")]
TitelArgument = Annotated[
    str | None,
    wort_argument("TITEL", "Worum es geht; sonst wie Vorlage oder Empfehlung. Auch als --titel.", pflicht=False),
]
Vorlage = Annotated[
    str | None, text_option("--vorlage", metavar="BV", hilfe="Über diese Beschlussvorlage, z. B. bv-2026-009.")
]
Empfehlung = Annotated[
    str | None, text_option("--empfehlung", metavar="HE", hilfe="Über diese Empfehlung, z. B. he-2026-04.")
]
Beschlossen = Annotated[
    str | None, prosa_option("--beschlossen", hilfe="Über diesen freien Beschluss; dazu der TITEL.")
]
Titel = Annotated[str | None, text_option("--titel", hilfe="Worum es geht; sonst wie Vorlage oder Empfehlung.")]
Frist = Annotated[
    date | None, tag_option("--frist", hilfe="Der letzte Tag für Antworten; sonst laut Geschäftsordnung.")
]
NeueFrist = Annotated[date | None, tag_option("--frist", hilfe="Der neue letzte Tag; kürzer wird die Frist nie.")]
Befangen = Annotated[
    list[str] | None, text_option("--befangen", metavar="PERSON", hilfe="Ist befangen und stimmt nicht ab.")
]
Korrigieren = Annotated[bool, typer.Option("--korrigieren", help="Die schon eingetragene Stimme ersetzen.")]


def neu(
    angabe: TitelArgument = None,
    *,
    wurzel: Wurzel = Path(),
    vorlage: Vorlage = None,
    empfehlung: Empfehlung = None,
    beschlossen: Beschlossen = None,
    titel: Titel = None,
    frist: Frist = None,
    befangen: Befangen = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine Sache zur schriftlichen Abstimmung an alle Mitglieder geben.

    Es braucht genau eine Sache: eine Beschlussvorlage, eine Empfehlung oder einen freien Beschluss.
    """
    from netzint.vorgaenge.umlauf import Frage
    from netzint.vorgaenge.umlauf import neu as act

    tag = heute.today()
    frage = Frage(vorlage, empfehlung, beschlossen, fragen.take_name(angabe, titel, "--titel"), frist)
    frage = ask_sache(wurzel, tag, frage._replace(befangen=tuple(befangen or ())))
    return fuehre_aus(wurzel, partial(act, frage=frage, am=am or tag, stichtag=tag), probe=probe)


def aendern(
    kennung: UmlaufArgument = None,
    *,
    wurzel: Wurzel = Path(),
    frist: NeueFrist = None,
    titel: Annotated[str | None, text_option("--titel", hilfe="Worum es geht.")] = None,
    befangen: Befangen = None,
    probe: Probe = False,
) -> int:
    """Die Frist eines laufenden Umlaufs verlängern, seinen Titel ändern oder jemanden als befangen eintragen."""
    from netzint.vorgaenge.umlauf_aendern import aendern as act

    umlauf = ask_umlauf(wurzel, kennung)
    vorgang = partial(act, kennung=umlauf, stichtag=heute.today(), titel=titel, frist=frist)
    vorgang = partial(vorgang, befangen=tuple(befangen or ()))
    if not (titel or frist or befangen):
        vorgang = partial(vorgang, **ask_aenderung())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def entfallen(
    kennung: UmlaufArgument = None,
    *,
    wurzel: Wurzel = Path(),
    grund: PflichtGrund = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Einen laufenden Umlauf aufgeben, zum Beispiel weil sich die Sache erledigt hat.

    Was noch zu entscheiden ist, kommt von selbst auf die nächste Tagesordnung. Hat ein Mitglied dem Verfahren
    widersprochen, gehört das in „netzint umlauf widerspruch“.
    """
    from netzint.vorgaenge.umlauf_aendern import entfallen as act

    umlauf = ask_umlauf(wurzel, kennung)
    why = grund or fragen.ask_prosa("Warum wird er aufgegeben?", option="--grund")
    return fuehre_aus(wurzel, partial(act, kennung=umlauf, grund=why, stichtag=heute.today(), am=am), probe=probe)


def stimme(
    kennung: UmlaufArgument = None,
    mitglied: MitgliedArgument = None,
    stimme: StimmeArgument = None,
    *,
    wurzel: Wurzel = Path(),
    am: Am = None,
    korrigieren: Korrigieren = False,
    probe: Probe = False,
) -> int:
    """Die Antwort eines Mitglieds eintragen."""
    from netzint.vorgaenge.umlauf_antworten import STIMMEN
    from netzint.vorgaenge.umlauf_antworten import stimme as act

    tag = heute.today()
    umlauf = ask_umlauf(wurzel, kennung)
    who = ask_gefragte(wurzel, umlauf, mitglied)
    vote = stimme or fragen.ask_wahl("Stimme", STIMMEN, option="STIMME")
    vorgang = partial(act, kennung=umlauf, mitglied=who, stimme=vote, am=am or tag, stichtag=tag)
    return fuehre_aus(wurzel, partial(vorgang, korrigieren=korrigieren), probe=probe)


def widerspruch(
    kennung: UmlaufArgument = None,
    mitglied: WiderspruchArgument = None,
    *,
    wurzel: Wurzel = Path(),
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Einen Widerspruch gegen das Verfahren eintragen; er beendet den Umlauf."""
    from netzint.vorgaenge.umlauf_antworten import widerspruch as act

    tag = heute.today()
    umlauf = ask_umlauf(wurzel, kennung)
    who = ask_gefragte(wurzel, umlauf, mitglied)
    vorgang = partial(act, kennung=umlauf, mitglied=who, am=am or tag, stichtag=tag)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def abschliessen(
    kennung: UmlaufArgument = None, *, wurzel: Wurzel = Path(), am: Am = None, probe: Probe = False
) -> int:
    """Einen Umlauf auszählen und ausführen, was beschlossen ist."""
    from netzint.vorgaenge.umlauf_antworten import abschliessen as act

    tag = heute.today()
    umlauf = ask_umlauf(wurzel, kennung)
    return fuehre_aus(wurzel, partial(act, kennung=umlauf, am=am or tag, stichtag=tag), probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Alle Umlaufverfahren mit Frist und Stand zeigen."""
    from netzint.berichte import umlaeufe

    frage = read(wurzel, stichtag, stand)
    show_bericht(umlaeufe.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    kennung: Annotated[str, eintrag_argument("KENNUNG", "Der Umlauf, z. B. um-2026-01.", "Umlauf", "umlaeufe")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Ein Umlaufverfahren mit allen Antworten zeigen."""
    from netzint.berichte import umlaeufe

    frage = read(wurzel, stichtag, stand)
    show_bericht(umlaeufe.zeigen(frage.bestand, kennung, frage.stichtag), form)
