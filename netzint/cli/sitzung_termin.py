"""``netzint sitzung verlegen``, ``absagen`` and ``entfallen``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import eingabe, fragen, heute
from netzint.cli.ausgabe import show
from netzint.cli.optionen import Am, PflichtDatum, PflichtGrund, Probe, Uhrzeit, Wurzel, german, text_option
from netzint.cli.sitzung import Ort, Sitzungsform
from netzint.cli.sitzung_fragen import TERMINIERT, SitzungArgument, ask_sitzung
from netzint.cli.vorgang import fuehre_aus


def verlegen(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    datum: PflichtDatum = None,
    ort: Ort = None,
    beginn: Uhrzeit = None,
    form: Sitzungsform = None,
    grund: PflichtGrund = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine Sitzung auf einen anderen Tag verlegen.

    War schon eingeladen, so ist zum neuen Tag noch einmal einzuladen; es steht da, wer zu benachrichtigen ist.
    """
    from netzint.vorgaenge.rahmen import Wunsch
    from netzint.vorgaenge.sitzung_termin import verlegen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung)
    neu = datum or fragen.ask_datum("Neuer Tag", option="--datum")
    why = grund or fragen.ask_prosa("Warum wird verlegt?", option="--grund")
    wunsch = Wunsch(neu, ort, beginn, form)
    vorgang = partial(act, kennung=sitzung, stichtag=tag, wunsch=wunsch, grund=why, am=am)
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def aendern(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    ort: Annotated[str | None, text_option("--ort", hilfe="Der neue Ort.")] = None,
    beginn: Uhrzeit = None,
    ende: Annotated[
        str | None,
        typer.Option(
            "--ende", metavar="HH:MM", show_default=False, parser=german(eingabe.parse_uhrzeit), help="Das Ende."
        ),
    ] = None,
    form: Annotated[str | None, text_option("--form", metavar="FORM", hilfe="praesenz, video oder hybrid.")] = None,
    probe: Probe = False,
) -> int:
    """Ort, Uhrzeit oder Form einer geplanten Sitzung ändern.

    Der Tag bleibt; einen anderen Tag setzt „netzint sitzung verlegen“.
    """
    from netzint.vorgaenge.sitzung_aendern import aendern as act

    sitzung = ask_sitzung(wurzel, heute.today(), kennung)
    if not (ort or beginn or ende or form) and fragen.is_dialog():
        ort = fragen.ask_text("Neuer Ort (leer: wie bisher)", option="--ort", leer=True) or None
        beginn = _ask_uhrzeit("Neuer Beginn", "--beginn")
        ende = _ask_uhrzeit("Neues Ende", "--ende")
    vorgang = partial(act, kennung=sitzung, stichtag=heute.today(), ort=ort, beginn=beginn, ende=ende, form=form)
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def _ask_uhrzeit(frage: str, option: str) -> str | None:
    """A time, or nothing: asked again until it is one of the two."""
    while True:
        text = fragen.ask_text(f"{frage} (leer: wie bisher)", option=option, leer=True)
        try:
            return eingabe.parse_uhrzeit(text) if text else None
        except eingabe.Eingabefehler as fehler:
            show(str(fehler))


def absagen(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    grund: PflichtGrund = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine Sitzung absagen.

    Was auf ihrer Tagesordnung stand und noch offen ist, kommt von selbst auf die nächste.
    """
    from netzint.vorgaenge.sitzung_termin import absagen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung)
    why = grund or fragen.ask_prosa("Warum wird abgesagt?", option="--grund")
    vorgang = partial(act, kennung=sitzung, stichtag=tag, grund=why, am=am)
    return fuehre_aus(wurzel, vorgang, probe=probe, arten=("termin",))


def entfallen(
    kennung: SitzungArgument = None, *, wurzel: Wurzel = Path(), grund: PflichtGrund = None, probe: Probe = False
) -> int:
    """Eine versehentlich angelegte Sitzung aufgeben; ihre Nummer bleibt verbraucht.

    Das geht nur, solange niemand eingeladen ist; danach wird abgesagt.
    """
    from netzint.vorgaenge.sitzung_termin import entfallen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, TERMINIERT)
    why = grund or fragen.ask_prosa("Warum entfällt sie?", option="--grund")
    return fuehre_aus(wurzel, partial(act, kennung=sitzung, stichtag=tag, grund=why), probe=probe)
