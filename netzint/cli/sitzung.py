"""``netzint sitzung …``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.ausgabe import show
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read, read_head, tell_journal
from netzint.cli.optionen import Datum, Format, Formatwahl, Probe, Stand, Stichtag, Uhrzeit, Wurzel, text_option
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt
from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from datetime import date

    from netzint.modell.bestand import Bestand
    from netzint.vorgaenge.rahmen import Wunsch

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
        metavar="KENNUNG",
        show_default=False,
        help="Diesen Punkt weglassen; Kennungen zeigt --probe. Mehrmals möglich.",
    ),
]
Mit = Annotated[
    list[str] | None,
    typer.Option("--mit", metavar="TITEL", show_default=False, help="Einen freien Punkt aufnehmen. Mehrmals möglich."),
]


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
    probe: Probe = False,
) -> int:
    """Eine Sitzung anlegen und ihre Tagesordnung vorschlagen."""
    from functools import partial

    from netzint.ablage import transaktion
    from netzint.cli.rendern import rendern
    from netzint.vorgaenge import sitzung
    from netzint.vorgaenge.rahmen import Wunsch

    tell_journal(wurzel)
    tag = heute.today()
    wunsch = _ask_wunsch(wurzel, tag, Wunsch(datum, ort, beginn, form), zweite_ladung_zu)
    vorgang = partial(sitzung.plane, stichtag=tag, wunsch=wunsch, zweite_ladung_zu=zweite_ladung_zu)
    vorgang = partial(vorgang, ohne=tuple(ohne or ()), mit=tuple(mit or ()))
    result = transaktion.run(wurzel, vorgang, stichtag=tag, rendern=partial(rendern, stichtag=tag), probe=probe)
    return show_ausgefuehrt(result, sitzung.next_steps(result.aenderung.neu[0].kennung) if result else ())


def _ask_wunsch(wurzel: Path, tag: date, wunsch: Wunsch, zweite: str | None) -> Wunsch:
    """Ask for what was not given, on a terminal only; Enter takes the proposal."""
    if not fragen.is_dialog():
        return wunsch
    from netzint.vorgaenge.rahmen import apply_wunsch, propose_rahmen
    from netzint.vorgaenge.zweite_ladung import propose_zweite

    bestand = read_head(wurzel, tag).bestand
    rahmen = apply_wunsch(propose_zweite(bestand, tag) if zweite else propose_rahmen(bestand, tag), wunsch)
    return wunsch._replace(
        datum=wunsch.datum or _ask_datum(bestand, tag, rahmen.datum),
        beginn=wunsch.beginn or fragen.ask_uhrzeit("Beginn", rahmen.beginn or "", option="--beginn"),
        ort=wunsch.ort or fragen.ask_text("Ort", rahmen.ort or "", option="--ort", leer=True) or None,
    )


def _ask_datum(bestand: Bestand, tag: date, vorschlag: date) -> date:
    """A day on which a Sitzung can be; asked again otherwise."""
    from netzint.vorgaenge.rahmen import check_datum

    while True:
        datum = fragen.ask_datum("Tag der Sitzung", vorschlag, option="--datum")
        try:
            check_datum(bestand, tag, datum)
        except NetzintFehler as fehler:
            show(fehler.text)
        else:
            return datum


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Alle Sitzungen mit Datum und Zustand zeigen."""
    from netzint.berichte import sitzungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(sitzungen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Die Sitzung, z. B. sg-2026-03.")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Sitzung mit ihrer Tagesordnung zeigen."""
    from netzint.berichte import sitzungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(sitzungen.zeigen(frage.bestand, kennung), form)


def verteiler(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Die Sitzung, z. B. sg-2026-03.")],
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
