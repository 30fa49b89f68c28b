"""``netzint sitzung top …``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.optionen import Am, Grund, Probe, Wurzel, text_option, wort_argument
from netzint.cli.vorgang import fuehre_aus

Sitzung = Annotated[str, typer.Argument(metavar="KENNUNG", help="Die Sitzung, z. B. sg-2026-03.")]
Top = Annotated[str, typer.Argument(metavar="TOP", help="Der Punkt: seine Nummer, seine Kennung oder sein Titel.")]
Vor = Annotated[str | None, text_option("--vor", metavar="TOP", hilfe="Vor diesen Punkt stellen.")]
Nach = Annotated[str | None, text_option("--nach", metavar="TOP", hilfe="Hinter diesen Punkt stellen.")]


def neu(
    kennung: Sitzung,
    angabe: Annotated[str | None, wort_argument("TITEL", "Wie er heißen soll; auch als --titel möglich.")] = None,
    *,
    wurzel: Wurzel = Path(),
    titel: Annotated[str | None, text_option("--titel", hilfe="Wie er heißen soll.")] = None,
    weil: Annotated[str | None, text_option("--weil", hilfe="Warum er auf der Tagesordnung steht.")] = None,
    vor: Vor = None,
    nach: Nach = None,
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

    name = fragen.take_name(angabe, titel, "--titel") or fragen.ask_text("Titel des Punktes", option="TITEL")
    punkt = Punkt(name, weil, vorlage, tuple(bezug or ()), wiederaufnahme, oeffentlich)
    return fuehre_aus(wurzel, partial(act, kennung=kennung, punkt=punkt, vor=vor, nach=nach), probe=probe)


def verschieben(
    kennung: Sitzung,
    top: Top,
    *,
    wurzel: Wurzel = Path(),
    vor: Vor = None,
    nach: Nach = None,
    grund: Grund = None,
    probe: Probe = False,
) -> int:
    """Einen Punkt an einen anderen Platz stellen; nach der Einladung nur mit Grund."""
    from netzint.vorgaenge.sitzung_top import verschieben as act

    if not vor and not nach:
        nach = fragen.ask_text("Hinter welchen Punkt", option="--vor oder --nach")
    vorgang = partial(act, kennung=kennung, top=top, stichtag=heute.today(), vor=vor, nach=nach, grund=grund)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def streichen(
    kennung: Sitzung,
    top: Top,
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

    vorgang = partial(act, kennung=kennung, top=top, stichtag=heute.today(), grund=grund, am=am)
    return fuehre_aus(wurzel, partial(vorgang, mit_vorlage=mit_vorlage), probe=probe)


def aendern(
    kennung: Sitzung,
    top: Top,
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

    punkt = Punkt(titel or "", weil, vorlage, tuple(bezug or ()), None, oeffentlich)
    return fuehre_aus(wurzel, partial(top_aendern, kennung=kennung, top=top, punkt=punkt), probe=probe)
