"""``netzint sitzung …``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read, tell_journal
from netzint.cli.optionen import Datum, Format, Formatwahl, Probe, Stand, Stichtag, Uhrzeit, Wurzel, text_option
from netzint.cli.sitzung_fragen import ask_wunsch
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt

Ort = Annotated[
    str | None, typer.Option("--ort", metavar="TEXT", show_default=False, help="Der Ort; sonst wie zuletzt.")
]
Sitzungsform = Annotated[
    str | None,
    typer.Option("--form", metavar="FORM", show_default=False, help="praesenz, video, hybrid; sonst wie zuletzt."),
]
Ohne = Annotated[
    list[str] | None,
    typer.Option(
        "--ohne",
        metavar="TOP",
        show_default=False,
        help="Diesen Punkt weglassen: Kennung, Titel oder Nummer, wie --probe sie zeigt. Mehrmals möglich.",
    ),
]
Mit = Annotated[
    list[str] | None,
    typer.Option("--mit", metavar="TITEL", show_default=False, help="Einen freien Punkt aufnehmen. Mehrmals möglich."),
]
Nachtragen = Annotated[
    bool, typer.Option("--nachtragen", help="Die Sitzung hat an diesem --datum schon stattgefunden.")
]
WelcheSitzung = Annotated[
    str,
    eintrag_argument(
        "[KENNUNG]", "Die Sitzung, z. B. sg-2026-03, oder ihr Tag; sonst die nächste.", "Sitzung", "sitzungen",
        naechste=True,
    ),
]  # fmt: skip


def neu(
    *,
    wurzel: Wurzel = Path(),
    datum: Datum = None,
    ort: Ort = None,
    beginn: Uhrzeit = None,
    form: Sitzungsform = None,
    ohne: Ohne = None,
    mit: Mit = None,
    zweite_ladung_zu: Annotated[
        str | None,
        text_option(
            "--zweite-ladung-zu", metavar="KENNUNG", hilfe="Zweite Ladung nach dieser Sitzung ohne Beschlussfähigkeit."
        ),
    ] = None,
    nachtragen: Nachtragen = False,
    probe: Probe = False,
) -> int:
    """Eine Sitzung anlegen und ihre Tagesordnung vorschlagen.

    Mit --nachtragen eine, die schon stattgefunden hat: Auf ihrer Tagesordnung stehen die festen Punkte, was damals
    eingereicht oder vertagt war, und was Sie mit --mit und „sitzung top neu“ dazunehmen. Danach folgen wie sonst
    „einladen“ (--am: der Tag von damals), „beginnen“, „abstimmen“, „abschliessen“ und „niederschrift“.
    """
    from functools import partial

    from netzint.ablage import transaktion
    from netzint.cli.rendern import rendern
    from netzint.vorgaenge import sitzung
    from netzint.vorgaenge.rahmen import Wunsch

    tell_journal(wurzel)
    tag = heute.today()
    wunsch, past = ask_wunsch(wurzel, tag, Wunsch(datum, ort, beginn, form), zweite_ladung_zu, nachtrag=nachtragen)
    vorgang = partial(sitzung.plane, stichtag=tag, wunsch=wunsch, zweite_ladung_zu=zweite_ladung_zu, nachtrag=past)
    vorgang = partial(vorgang, ohne=tuple(ohne or ()), mit=tuple(mit or ()))
    papers = None if past else partial(rendern, stichtag=tag)
    return show_ausgefuehrt(transaktion.run(wurzel, vorgang, stichtag=tag, rendern=papers, probe=probe))


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Alle Sitzungen mit Datum und Zustand zeigen."""
    from netzint.berichte import sitzungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(sitzungen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    kennung: WelcheSitzung = "",
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Sitzung mit ihrer Tagesordnung zeigen."""
    from netzint.berichte import sitzungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(sitzungen.zeigen(frage.bestand, kennung, frage.stichtag), form)


def verteiler(
    kennung: WelcheSitzung = "",
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Zeigen, wer zu einer Sitzung eingeladen ist oder wird, mit Adressen."""
    from netzint.berichte import verteiler as bericht

    frage = read(wurzel, stichtag, stand)
    show_bericht(bericht.verteiler(frage.bestand, kennung, frage.stichtag), form)
