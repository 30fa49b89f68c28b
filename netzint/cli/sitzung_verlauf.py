"""``netzint sitzung beginnen``, ``anwesend``, ``verlauf``, ``niederschrift`` and ``abschliessen``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import anwesenheit_optionen as an
from netzint.cli import eingabe, fragen, heute
from netzint.cli.optionen import (
    Am,
    Format,
    Formatwahl,
    Probe,
    Stand,
    Stichtag,
    Uhrzeit,
    Wurzel,
    german,
    prosa_option,
    text_option,
)
from netzint.cli.sitzung_fragen import EROEFFNET, UNGENEHMIGT, SitzungArgument, TopArgument, ask_sitzung, ask_top
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.anwesenheit import Meldung

Ende = Annotated[
    str | None,
    typer.Option(
        "--ende",
        metavar="HH:MM",
        show_default=False,
        parser=german(eingabe.parse_uhrzeit),
        help="Das Ende.",
    ),
]
Text = Annotated[str | None, prosa_option("--text", hilfe="Was beraten wurde.", pflicht=True)]
Anhaengen = Annotated[bool, typer.Option("--anhaengen", help="An den bisherigen Text anfügen statt ihn zu ersetzen.")]
Vertagt = Annotated[
    list[str] | None,
    text_option("--vertagt", metavar="TOP", hilfe="Nicht behandelt, kommt wieder. Mehrmals möglich."),
]
RestVertagt = Annotated[bool, typer.Option("--rest-vertagt", help="Alles vertagen, was noch kein Ergebnis hat.")]
Fuehrung = Annotated[
    str | None, text_option("--fuehrung", metavar="PERSON", hilfe="Wer die Niederschrift geführt hat.")
]


def beginnen(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    alle: an.Alle = False,
    da: an.Da = None,
    vertretung: an.Vertretung = None,
    entschuldigt: an.Entschuldigt = None,
    unentschuldigt: an.Unentschuldigt = None,
    kommt: an.Kommt = None,
    geht: an.Geht = None,
    gast: an.Gast = None,
    ohne_gast: an.OhneGast = None,
    leitung: an.Leitung = None,
    beginn: Uhrzeit = None,
    probe: Probe = False,
) -> int:
    """Eine Sitzung eröffnen: festhalten, wer da ist; zeigt, ob sie beschlussfähig ist."""
    from netzint.vorgaenge.sitzung_verlauf import beginnen as act

    sitzung = ask_sitzung(wurzel, heute.today(), kennung)
    meldung = an.build_meldung(
        alle=alle, leitung=leitung, da=da, vertretung=vertretung, entschuldigt=entschuldigt,
        unentschuldigt=unentschuldigt, kommt=kommt, geht=geht, gast=gast, ohne_gast=ohne_gast,
    )  # fmt: skip
    meldung = _ask(wurzel, sitzung, meldung)
    vorgang = partial(act, kennung=sitzung, meldung=meldung, beginn=beginn, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def _ask(wurzel: Path, kennung: str, meldung: Meldung) -> Meldung:
    """Ask who is there, if nobody said and somebody can be asked."""
    if meldung.alle or meldung.da or meldung.vertretung or not fragen.is_dialog():
        return meldung
    from netzint.cli.lesen import read_head
    from netzint.modell.finden import find_sitzung

    bestand = read_head(wurzel, heute.today()).bestand
    return an.ask_meldung(bestand, find_sitzung(bestand, kennung), meldung)


def anwesend(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    da: an.Da = None,
    vertretung: an.Vertretung = None,
    entschuldigt: an.Entschuldigt = None,
    unentschuldigt: an.Unentschuldigt = None,
    kommt: an.Kommt = None,
    geht: an.Geht = None,
    nicht_bei: an.NichtBei = None,
    durchgehend: an.Durchgehend = None,
    gast: an.Gast = None,
    ohne_gast: an.OhneGast = None,
    leitung: an.Leitung = None,
    probe: Probe = False,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> int:
    """Zeigen, wer in einer Sitzung da ist, oder mit den Angaben dazu es ändern."""
    from netzint.vorgaenge.sitzung_verlauf import anwesend as act

    sitzung = ask_sitzung(wurzel, heute.today(), kennung, EROEFFNET)
    meldung = an.build_meldung(
        leitung=leitung, da=da, vertretung=vertretung, entschuldigt=entschuldigt, unentschuldigt=unentschuldigt,
        kommt=kommt, geht=geht, nicht_bei=nicht_bei, durchgehend=durchgehend, gast=gast, ohne_gast=ohne_gast,
    )  # fmt: skip
    if meldung.ist_leer:
        return _show_anwesend(wurzel, sitzung, stichtag, stand, form)
    return fuehre_aus(wurzel, partial(act, kennung=sitzung, meldung=meldung), probe=probe)


def _show_anwesend(wurzel: Path, kennung: str, stichtag: str, stand: str, form: Formatwahl) -> int:
    from netzint.berichte.abstimmung import anwesenheit
    from netzint.cli.bericht_ausgabe import show_bericht
    from netzint.cli.lesen import read

    frage = read(wurzel, stichtag, stand)
    show_bericht(anwesenheit(frage.bestand, kennung, frage.stichtag), form)
    return 0


def verlauf(
    kennung: SitzungArgument = None,
    top: TopArgument = None,
    *,
    wurzel: Wurzel = Path(),
    text: Text = None,
    anhaengen: Anhaengen = False,
    probe: Probe = False,
) -> int:
    """Festhalten, was zu einem TOP beraten wurde."""
    from netzint.vorgaenge.sitzung_verlauf import verlauf as act

    sitzung = ask_sitzung(wurzel, heute.today(), kennung, UNGENEHMIGT)
    which = ask_top(wurzel, heute.today(), sitzung, top)
    prosa = text or fragen.ask_prosa("Verlauf", option="--text")
    return fuehre_aus(wurzel, partial(act, kennung=sitzung, top=which, text=prosa, anhaengen=anhaengen), probe=probe)


def niederschrift(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    fuehrung: Fuehrung = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Die Niederschrift einer Sitzung entwerfen und erzeugen; noch einmal aufgerufen, sie neu erzeugen."""
    from netzint.cli.dokument import erzeugen
    from netzint.vorgaenge.niederschrift import niederschrift as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, UNGENEHMIGT)
    vorgang = partial(act, kennung=sitzung, fuehrung=fuehrung, am=am, stichtag=tag)
    if not probe and _is_vermerkt(wurzel, vorgang):
        erzeugen(sitzung, wurzel=wurzel, art="niederschrift", stand="HEAD")
        return 0
    return fuehre_aus(wurzel, vorgang, probe=probe, arten=("niederschrift",))


def _is_vermerkt(wurzel: Path, vorgang: Callable[..., object]) -> bool:
    """Whether only the document is to be made again."""
    from netzint.cli.lesen import read_head

    return vorgang(read_head(wurzel, heute.today()).bestand, ()) is None


def abschliessen(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    ende: Ende = None,
    vertagt: Vertagt = None,
    rest_vertagt: RestVertagt = False,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine Sitzung abschließen und ausführen, was sie beschlossen hat."""
    from netzint.vorgaenge.sitzung_abschluss import abschliessen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, EROEFFNET)
    vorgang = partial(
        act, kennung=sitzung, am=am or tag, stichtag=tag, ende=ende, vertagt=vertagt or (), rest_vertagt=rest_vertagt
    )
    return fuehre_aus(wurzel, vorgang, probe=probe, arten=("niederschrift", "abschlussbericht"))
