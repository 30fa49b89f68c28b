"""``netzint mitglied mandat-berichtigen``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli import mitglied_optionen as o
from netzint.cli.mitglied_fragen import ask_mitglied
from netzint.cli.optionen import PflichtGrund, Probe, Wurzel, tag_option, text_option
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from netzint.modell.mitglied import Mitglied
    from netzint.vorgaenge.mitglied_berichtigen import Richtig

WIDERSPRUCH = (
    "So berichtigt widerspräche das Mandat dem, was sonst festgehalten ist:",
    "Zuerst berichtigen, was dort festgehalten ist: netzint berichtigen KENNUNG",
)
Mandat = Annotated[
    str | None,
    text_option("--mandat", metavar="NR", hilfe="Welches, wenn es mehrere sind: Nummer, Sitz oder Gremium."),
]
Sitz = Annotated[str | None, text_option("--sitz", metavar="SITZ", hilfe="Der richtige Sitz.")]
Tausch = Annotated[
    bool, typer.Option("--tausch", help="Mit --sitz: Wer dort eingetragen ist, gehört auf den bisherigen Sitz.")
]
Rolle = Annotated[str | None, text_option("--rolle", metavar="ROLLE", hilfe="Die richtige Rolle.")]
Ab = Annotated[date | None, tag_option("--ab", hilfe="Der richtige erste Tag.")]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Der richtige letzte Tag.")]
Durch = Annotated[str | None, text_option("--durch", metavar="STELLE", hilfe="Wer wirklich benannt hat.")]
BenanntAm = Annotated[date | None, tag_option("--benannt-am", hilfe="Der richtige Tag der Benennung.")]
Ohne = Annotated[
    list[str] | None,
    text_option("--ohne", metavar="ANGABE", hilfe="Streichen: bis (es läuft noch), benannt. Mehrmals möglich."),
]
Beschluss = Annotated[
    str | None,
    text_option("--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss, auf dem die Berichtigung beruht."),
]
BerichtigtAm = Annotated[date | None, tag_option("--am", hilfe="Der Tag der Berichtigung; sonst heute.")]


def mandat_berichtigen(
    mitglied: o.MitgliedArgument = None, *, wurzel: Wurzel = Path(), mandat: Mandat = None,
    sitz: Sitz = None, tausch: Tausch = False, rolle: Rolle = None, ab: Ab = None, bis: Bis = None, durch: Durch = None,
    benannt_am: BenanntAm = None, endegrund: o.Endegrund = None, ohne: Ohne = None,
    grund: PflichtGrund = None, beschluss: Beschluss = None, am: BerichtigtAm = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Ein falsch eingetragenes Mandat berichtigen: Sitz, Tage, Benennung; das Bisherige bleibt vermerkt.

    Anzugeben ist nur, was falsch war. War die Eintragung richtig und hat sich seither etwas geändert, sind
    „nachbenennen“, „aufruecken“ oder „abberufen“ gemeint.
    """
    from functools import partial

    from netzint.vorgaenge.mitglied_berichtigen import Richtig
    from netzint.vorgaenge.mitglied_berichtigen import mandat_berichtigen as act

    who = ask_mitglied(wurzel, mitglied)
    richtig = Richtig(sitz, rolle, ab, bis, durch, benannt_am, endegrund, tuple(ohne or ()), tausch)
    if fragen.is_dialog():
        mandat, richtig = _ask(wurzel, who, mandat, richtig)
    grund = grund if grund is not None else fragen.ask_prosa("Warum ist es falsch eingetragen", option="--grund")
    vorgang = partial(act, stichtag=heute.today(), mitglied=who, mandat=mandat, richtig=richtig)
    vorgang = partial(vorgang, grund=grund, beschluss=beschluss, am=am)
    return fuehre_aus(wurzel, vorgang, probe=probe, widerspruch=WIDERSPRUCH)


def _ask(wurzel: Path, who: str, mandat: str | None, richtig: Richtig) -> tuple[str | None, Richtig]:
    """Which Mandat, and value by value what is right; Enter keeps what stands there."""
    from netzint.cli.lesen import read_head
    from netzint.modell.finden import find_mitglied
    from netzint.vorgaenge.mitglied_berichtigen import tell_mandat

    bestand = read_head(wurzel, heute.today()).bestand
    person = find_mitglied(bestand, who)
    if mandat is None and len(person.mandate) > 1:
        known = [(str(nr), tell_mandat(bestand, m)) for nr, m in enumerate(person.mandate, 1)]
        mandat = fragen.ask_eintrag("Welches Mandat", known, option="--mandat")
    if any(richtig) or not person.mandate:
        return mandat, richtig
    return mandat, _ask_werte(person, int(mandat or 1) - 1)


def _ask_werte(person: Mitglied, nr: int) -> Richtig:
    from netzint.vorgaenge.mitglied_berichtigen import Richtig

    now = person.mandate[nr]
    sitz = fragen.ask_text("Sitz", now.sitz, option="--sitz") if now.sitz else None
    ab = fragen.ask_datum("Erster Tag", now.von, option="--ab")
    bis = fragen.ask_datum("Letzter Tag", now.bis, option="--bis") if now.bis else None
    if now.benannt is None:
        return Richtig(sitz, None, ab, bis)
    durch = fragen.ask_text("Benannt durch", now.benannt.durch, option="--durch")
    return Richtig(sitz, None, ab, bis, durch, fragen.ask_datum("Benannt am", now.benannt.am, option="--benannt-am"))
