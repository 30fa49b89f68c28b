"""``netzint dokument …``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.ausgabe import show
from netzint.cli.lesen import read
from netzint.cli.optionen import Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler


def erzeugen(
    kennung: Annotated[
        str, typer.Argument(metavar="KENNUNG", help="Eine Sitzung, Vorlage, Empfehlung oder ein Beschluss x/y.")
    ],
    *,
    wurzel: Wurzel = Path(),
    art: Annotated[
        str,
        typer.Option(
            "--art", metavar="ART", help="Nur diese: tagesordnung, einladung, beschlussvorlage, beschlussauszug …"
        ),
    ] = "",
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="Nur dieses Format: md oder html.")] = "",
    nach: Annotated[
        Path | None, typer.Option("--nach", metavar="ORDNER", help="Der Zielordner; sonst ausgabe/KENNUNG.")
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """Die Dokumente zu einer Kennung neu erzeugen."""
    from netzint.ablage.ausgabe import ORDNER, write_dokumente
    from netzint.cli.rendern import decode_vorlagen, erzeuge_alle
    from netzint.dokumente.auswahl import choose
    from netzint.dokumente.erzeugen import find_auftraege

    frage = read(wurzel, stichtag, stand)
    name = kennung.lower()
    auftraege, formate = choose(find_auftraege(frage.bestand, name, frage.stichtag, art), art, form)
    ordner = "" if nach else name.partition("/")[0]
    dateien = erzeuge_alle(auftraege, decode_vorlagen(frage.gelesen.vorlagen()), ordner, formate)
    written, problem = write_dokumente(nach or wurzel / ORDNER, dateien, gewaehlt=nach is not None)
    for pfad in written:
        show(str(nach / pfad) if nach else f"{ORDNER}/{pfad}")
    if problem:
        hinweis = "Platz und Schreibrechte prüfen, oder mit --nach einen anderen Ordner nennen."
        raise NetzintFehler(problem, hinweis, Ausgang.UMGEBUNG)
