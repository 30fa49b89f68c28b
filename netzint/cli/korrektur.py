"""``netzint berichtigen`` and ``netzint zuruecknehmen``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.aufruffehler import Angabefehler
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Am, Grund, Probe, Wurzel, text_option
from netzint.cli.vorgang import fuehre_aus
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt

WIDERSPRUCH = (
    "So berichtigt widerspräche der Eintrag dem, was sonst festgehalten ist:",
    "Was zusammengehört, in einem Zug berichtigen (--setze mehrmals), oder zuerst das andere berichtigen.",
)


def _split(setze: str) -> tuple[str, str]:
    feld, gleich, wert = setze.partition("=")
    if not gleich or not feld.strip():
        raise Angabefehler(f"„{setze}“ ist keine Angabe der Form FELD=WERT, z. B. ja=9.")
    return feld.strip(), wert.strip()


def berichtigen(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Der Eintrag, oder SITZUNG/BESCHLUSS.")],
    *,
    wurzel: Wurzel = Path(),
    setze: Annotated[
        list[str] | None,
        text_option(
            "--setze", metavar="FELD=WERT", hilfe="Der richtige Wert, z. B. ja=9; leer nimmt ihn heraus. Mehrmals."
        ),
    ] = None,
    zu: Annotated[
        str | None, text_option("--zu", metavar="TEIL", hilfe="Der Teil, z. B. he-2026-04 oder mandate.1.")
    ] = None,
    grund: Grund = None,
    beschluss: Annotated[
        str | None, text_option("--beschluss", metavar="X/Y", hilfe="Der Beschluss, auf dem die Berichtigung beruht.")
    ] = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine falsche Angabe berichtigen; was vorher dort stand, bleibt vermerkt."""
    from functools import partial

    from netzint.vorgaenge.berichtigen import berichtigen as berichtige

    werte = dict(map(_split, setze or ()))
    grund = grund or fragen.ask_text("Warum", option="--grund")
    vorgang = partial(
        berichtige, stichtag=heute.today(), kennung=kennung, zu=zu or "", werte=werte, grund=grund,
        beschluss=beschluss, am=am,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe, widerspruch=WIDERSPRUCH)


def zuruecknehmen(
    vorgang: Annotated[str, typer.Argument(metavar="VORGANG", help="Die Nummer des Vorgangs, z. B. v-0123456789ab.")],
    *,
    wurzel: Wurzel = Path(),
    grund: Grund = None,
    probe: Probe = False,
) -> int:
    """Einen Vorgang durch die entgegengesetzte Änderung zurücknehmen."""
    from netzint.ablage.zuruecknehmen import take_back

    tell_journal(wurzel)
    grund = grund or fragen.ask_text("Warum", option="--grund")
    return show_ausgefuehrt(take_back(wurzel, vorgang, grund, stichtag=heute.today(), probe=probe))
