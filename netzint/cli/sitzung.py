"""``netzint sitzung …``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Datum, Format, Formatwahl, Probe, Stand, Stichtag, Uhrzeit, Wurzel
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt

if TYPE_CHECKING:
    from netzint.vorgaenge.sitzung import Rahmen

Ort = Annotated[str, typer.Option("--ort", metavar="TEXT", show_default=False, help="Der Ort; sonst wie zuletzt.")]
Sitzungsform = Annotated[
    str,
    typer.Option("--form", metavar="FORM", help="praesenz, video, hybrid; sonst wie zuletzt."),
]
Ohne = Annotated[
    list[str] | None,
    typer.Option("--ohne", metavar="KENNUNG", show_default=False, help="Diesen Punkt weglassen (mehrmals möglich)."),
]
Mit = Annotated[
    list[str] | None,
    typer.Option("--mit", metavar="TITEL", show_default=False, help="Einen freien Punkt aufnehmen (mehrmals möglich)."),
]


def neu(
    *,
    wurzel: Wurzel = Path(),
    datum: Datum = None,
    ort: Ort = "",
    beginn: Uhrzeit = "",
    form: Sitzungsform = "",
    ohne: Ohne = None,
    mit: Mit = None,
    probe: Probe = False,
) -> int:
    """Eine Sitzung anlegen und ihre Tagesordnung vorschlagen."""
    from functools import partial

    from netzint.ablage import transaktion
    from netzint.cli.rendern import rendern
    from netzint.vorgaenge import sitzung

    tag = heute.today()
    frage = read(wurzel, tag.isoformat(), "HEAD")
    proposed = sitzung.propose_rahmen(frage.bestand, tag)
    chosen = sitzung.override(proposed, datum=datum, ort=ort, beginn=beginn, form=form)
    rahmen = _ask_rahmen(chosen, given=(datum, ort, beginn))
    vorgang = partial(sitzung.neu, stichtag=tag, rahmen=rahmen, ohne=tuple(ohne or ()), mit=tuple(mit or ()))
    result = transaktion.run(wurzel, vorgang, stichtag=tag, rendern=partial(rendern, stichtag=tag), probe=probe)
    return show_ausgefuehrt(result, sitzung.next_steps(result.aenderung.neu[0].kennung) if result else ())


def _ask_rahmen(rahmen: Rahmen, given: tuple[object, ...]) -> Rahmen:
    """Ask for what was not given, on a terminal only; Enter takes the proposal."""
    datum, ort, beginn = given
    if not fragen.is_dialog():
        return rahmen
    return rahmen._replace(
        datum=rahmen.datum if datum else fragen.ask_datum("Tag der Sitzung", rahmen.datum, option="--datum"),
        beginn=rahmen.beginn if beginn else fragen.ask_uhrzeit("Beginn", rahmen.beginn or "", option="--beginn"),
        ort=rahmen.ort if ort else fragen.ask_text("Ort", rahmen.ort or "", option="--ort") or None,
    )


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
