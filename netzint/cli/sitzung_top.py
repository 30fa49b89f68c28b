"""``netzint sitzung top …``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.optionen import Am, Grund, Probe, Wurzel, text_option, wort_argument
from netzint.cli.sitzung_fragen import OFFEN, SitzungArgument, TopArgument, ask_grund, ask_sitzung, ask_top
from netzint.cli.vorgang import fuehre_aus

Vor = Annotated[str | None, text_option("--vor", metavar="TOP", hilfe="Vor diesen Punkt stellen.")]
Hinter = Annotated[str | None, text_option("--hinter", metavar="TOP", hilfe="Hinter diesen Punkt stellen.")]


def neu(
    kennung: SitzungArgument = None,
    angabe: Annotated[str | None, wort_argument("TITEL", "Wie er heißen soll; auch als --titel möglich.")] = None,
    *,
    wurzel: Wurzel = Path(),
    titel: Annotated[str | None, text_option("--titel", hilfe="Wie er heißen soll.")] = None,
    weil: Annotated[str | None, text_option("--weil", hilfe="Warum er auf der Tagesordnung steht.")] = None,
    vor: Vor = None,
    hinter: Hinter = None,
    vorlage: Annotated[
        str | None, text_option("--vorlage", metavar="KENNUNG", hilfe="Die Beschlussvorlage dazu, z. B. bv-2026-010.")
    ] = None,
    bezug: Annotated[
        list[str] | None,
        text_option("--bezug", metavar="KENNUNG", hilfe="Wovon er handelt. Mehrmals möglich."),
    ] = None,
    wiederaufnahme: Annotated[
        str | None,
        text_option("--wiederaufnahme", metavar="BESCHLUSS", hilfe="Was er wieder aufnimmt: sg-2026-02/he-2026-03."),
    ] = None,
    oeffentlich: Annotated[bool, typer.Option("--oeffentlich", help="Der Punkt ist öffentlich.")] = False,
    probe: Probe = False,
) -> int:
    """Einen Punkt auf die Tagesordnung nehmen; nach der Einladung als Tischvorlage."""
    from netzint.vorgaenge.sitzung_top import Punkt
    from netzint.vorgaenge.sitzung_top import neu as act

    sitzung = ask_sitzung(wurzel, heute.today(), kennung, OFFEN)
    name = fragen.take_name(angabe, titel, "--titel") or (
        "" if vorlage else fragen.ask_text("Titel des Punktes", option="TITEL")
    )
    punkt = Punkt(name, weil, vorlage, tuple(bezug or ()), wiederaufnahme, oeffentlich)
    return fuehre_aus(wurzel, partial(act, kennung=sitzung, punkt=punkt, vor=vor, hinter=hinter), probe=probe)


def verschieben(
    kennung: SitzungArgument = None,
    top: TopArgument = None,
    *,
    wurzel: Wurzel = Path(),
    vor: Vor = None,
    hinter: Hinter = None,
    grund: Grund = None,
    probe: Probe = False,
) -> int:
    """Einen Punkt an einen anderen Platz stellen; nach der Einladung nur mit Grund."""
    from netzint.vorgaenge.sitzung_top import verschieben as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, OFFEN)
    which = ask_top(wurzel, tag, sitzung, top)
    if not vor and not hinter and fragen.is_dialog():
        hinter = ask_top(wurzel, tag, sitzung, None, "Hinter welchen Punkt")
    vorgang = partial(act, kennung=sitzung, top=which, stichtag=tag, vor=vor, hinter=hinter)
    return fuehre_aus(wurzel, partial(vorgang, grund=ask_grund(wurzel, tag, vorgang, grund)), probe=probe)


def streichen(
    kennung: SitzungArgument = None,
    top: TopArgument = None,
    *,
    wurzel: Wurzel = Path(),
    grund: Grund = None,
    am: Am = None,
    mit_vorlage: Annotated[
        bool, typer.Option("--mit-vorlage", help="Auch seine Beschlussvorlage aufgeben; ihre Nummer bleibt verbraucht.")
    ] = False,
    probe: Probe = False,
) -> int:
    """Einen Punkt streichen; nach der Einladung bleibt er als abgesetzt stehen, mit Grund."""
    from netzint.vorgaenge.sitzung_top import streichen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, OFFEN)
    which = ask_top(wurzel, tag, sitzung, top)
    vorgang = partial(act, kennung=sitzung, top=which, stichtag=tag, am=am, mit_vorlage=mit_vorlage)
    return fuehre_aus(wurzel, partial(vorgang, grund=ask_grund(wurzel, tag, vorgang, grund)), probe=probe)


def aendern(
    kennung: SitzungArgument = None,
    top: TopArgument = None,
    *,
    wurzel: Wurzel = Path(),
    titel: Annotated[str | None, text_option("--titel", hilfe="Wie er heißen soll.")] = None,
    weil: Annotated[str | None, text_option("--weil", hilfe="Warum er auf der Tagesordnung steht.")] = None,
    vorlage: Annotated[
        str | None, text_option("--vorlage", metavar="KENNUNG", hilfe="Die Beschlussvorlage dazu, z. B. bv-2026-010.")
    ] = None,
    bezug: Annotated[
        list[str] | None, text_option("--bezug", metavar="KENNUNG", hilfe="Wovon er handelt. Mehrmals möglich.")
    ] = None,
    oeffentlich: Annotated[bool, typer.Option("--oeffentlich", help="Der Punkt ist öffentlich.")] = False,
    probe: Probe = False,
) -> int:
    """Titel, Begründung oder Bezug eines Punktes ändern."""
    from netzint.vorgaenge.sitzung_aendern import top_aendern
    from netzint.vorgaenge.sitzung_top import Punkt

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, OFFEN)
    which = ask_top(wurzel, tag, sitzung, top)
    if not (titel or weil or vorlage or bezug or oeffentlich) and fragen.is_dialog():
        titel = fragen.ask_text("Neuer Titel (leer: wie bisher)", option="--titel", leer=True) or None
        weil = fragen.ask_text("Neue Begründung (leer: wie bisher)", option="--weil", leer=True) or None
    punkt = Punkt(titel or "", weil, vorlage, tuple(bezug or ()), None, oeffentlich)
    return fuehre_aus(wurzel, partial(top_aendern, kennung=sitzung, top=which, punkt=punkt), probe=probe)
