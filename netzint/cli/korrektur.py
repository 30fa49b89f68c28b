"""``netzint berichtigen`` and ``netzint zuruecknehmen``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.aufruffehler import Angabefehler
from netzint.cli.eingabe import parse_prosa
from netzint.cli.korrektur_fragen import ask_vorgang, ask_werte
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Am, PflichtGrund, Probe, Wurzel, german, prosa_option, text_option, wort_argument
from netzint.cli.vorgang import fuehre_aus
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt
from netzint.modell.fehler import Ausgang

WIDERSPRUCH = (
    "So berichtigt widerspräche der Eintrag dem, was sonst festgehalten ist:",
    "Was zusammengehört, in einem Zug berichtigen (--setze mehrmals), oder zuerst das andere berichtigen.",
)

Setze = Annotated[
    list[str] | None,
    text_option(
        "--setze", metavar="ANGABE=WERT",
        hilfe="Was richtig ist, z. B. ja=9 oder mandate.1.von=1.3.2025; leer nimmt es heraus. Mehrmals möglich.",
    ),
]  # fmt: skip
Zu = Annotated[str | None, text_option("--zu", metavar="TEIL", hilfe="Der Teil, z. B. he-2026-04 oder mandate.1.")]
SetzeGrund = Annotated[str | None, prosa_option("--grund", hilfe="Die Begründung; nötig mit --setze.")]
Beschluss = Annotated[
    str | None,
    text_option("--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss, auf dem die Berichtigung beruht."),
]


def _split(setze: str) -> tuple[str, str]:
    feld, gleich, wert = setze.partition("=")
    if not gleich or not feld.strip():
        raise Angabefehler(f"„{setze}“ ist keine Angabe der Form ANGABE=WERT, z. B. ja=9.")
    return feld.strip(), german(parse_prosa)(wert.strip())


def berichtigen(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Der Eintrag, oder SITZUNG/BESCHLUSS.")],
    *,
    wurzel: Wurzel = Path(),
    setze: Setze = None,
    zu: Zu = None,
    grund: SetzeGrund = None,
    beschluss: Beschluss = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine falsche Angabe berichtigen; was vorher dort stand, bleibt vermerkt.

    Ohne --setze zeigt der Befehl, welche Angaben der Eintrag hat und wie jede heißt. Mehrere Kennungen trennt ein
    Komma, mehrere Texte (Anlagen, weitere Namen) ein Semikolon, mehrere Absätze (Beschlussvorschlag) eine leere Zeile;
    ANGABE=@DATEI nimmt den Text aus einer Datei.
    """
    from functools import partial

    from netzint.vorgaenge.berichtigen import berichtigen as berichtige

    werte = dict(map(_split, setze or ())) or ask_werte(wurzel, kennung, zu or "")
    if not werte:
        return Ausgang.GUT
    grund = grund or fragen.ask_text("Warum", option="--grund")
    vorgang = partial(
        berichtige, stichtag=heute.today(), kennung=kennung, zu=zu or "", werte=werte, grund=grund,
        beschluss=beschluss, am=am,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe, widerspruch=WIDERSPRUCH)


def zuruecknehmen(
    vorgang: Annotated[str | None, wort_argument("VORGANG", "Die Nummer des Vorgangs, z. B. v-0123456789ab.")] = None,
    *,
    wurzel: Wurzel = Path(),
    grund: PflichtGrund = None,
    probe: Probe = False,
) -> int:
    """Einen Vorgang durch die entgegengesetzte Änderung zurücknehmen.

    Seine Nummer steht am Ende jedes Befehls und im Verlauf (netzint verlauf KENNUNG). Beruht schon Späteres auf ihm,
    ist es genannt und zuerst zurückzunehmen. War nur eine Angabe falsch: netzint berichtigen KENNUNG
    """
    from netzint.ablage.zuruecknehmen import take_back

    tell_journal(wurzel)
    vorgang = ask_vorgang(wurzel, vorgang)
    grund = grund or fragen.ask_text("Warum", option="--grund")
    return show_ausgefuehrt(take_back(wurzel, vorgang, grund, stichtag=heute.today(), probe=probe))
