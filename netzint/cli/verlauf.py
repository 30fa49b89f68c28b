"""``netzint verlauf``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import hand_over
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read, tell_journal
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel, resolve_zeit
from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from netzint.modell.arten import Art


def verlauf(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Der Eintrag, z. B. sg-2026-03, oder sein Name.")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Zeigen, wann, durch wen und warum ein Eintrag geändert wurde."""
    from netzint.ablage import geschichte, gitlesen
    from netzint.ablage.cache.graph import open_graph

    zeit = resolve_zeit(wurzel, stichtag, stand)
    commit = zeit.commit or gitlesen.head(wurzel)
    if not commit:
        raise NetzintFehler("Hier ist noch nichts festgeschrieben.", "Zuerst: netzint festschreiben")
    graph = open_graph(wurzel)
    asked_before = graph is not None and graph.is_worth_making()
    art, name = _find(wurzel, kennung, commit, stand)
    stationen = geschichte.read_stationen(wurzel, art, name, commit, graph)
    from netzint.berichte.verlauf import verlauf as make

    if not stand:
        stationen = geschichte.with_offenem(stationen, wurzel, art, name, zeit.stichtag)
    show_bericht(make(name, stationen, zeit.stichtag), form)
    if graph is not None and asked_before:
        hand_over()  # first the answer, then what makes the next one quicker
        graph.extend(commit)


def _find(wurzel: Path, kennung: str, commit: str, stand: str) -> tuple[Art, str]:
    """The entry that is meant: by its Kennung, also of one that is gone, without reading all others; or by its name."""
    from netzint.ablage.geschichte import find_art

    name = kennung.strip().lower().partition("/")[0]  # what is known of a Beschluss stands with its Sitzung
    art = find_art(wurzel, name, commit)
    if art is not None:
        tell_journal(wurzel)
        return art, name
    from netzint.modell.arten import NACH_NAME
    from netzint.modell.finden import find_in_allen

    bestand = read(wurzel, stand=stand).bestand
    entry = find_in_allen(bestand, "geschaeftsordnung" if name in bestand.alle_sitze else kennung)
    return NACH_NAME[type(entry).__name__.lower()], entry.kennung
