"""``netzint dokument …``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.angabe import eintrag_argument
from netzint.cli.ausgabe import show
from netzint.cli.lesen import read
from netzint.cli.optionen import Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Mapping

Oeffentlich = Annotated[
    bool,
    typer.Option(
        "--oeffentlich", help="Die Fassung für die Öffentlichkeit: nur, was als öffentlich gekennzeichnet ist."
    ),
]
Formate = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="FORMAT", help="Nur pdf, docx, odt, html oder md; mehrere mit Komma."),
]


Kennung = Annotated[
    str, typer.Argument(metavar="KENNUNG", help="Was gemeint ist, z. B. sg-2026-03, he-2026-04, ag-wohnen.")
]
Art = Annotated[
    str,
    typer.Option(
        "--art", metavar="ART", help="Nur diese: tagesordnung, einladung, beschlussvorlage, beschlussauszug …"
    ),
]
Nach = Annotated[Path | None, typer.Option("--nach", metavar="ORDNER", help="Der Zielordner; sonst ausgabe/KENNUNG.")]


def erzeugen(
    kennung: Kennung,
    *,
    wurzel: Wurzel = Path(),
    art: Art = "",
    form: Formate = None,
    nach: Nach = None,
    oeffentlich: Oeffentlich = False,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """Die Dokumente zu einer Kennung neu erzeugen.

    Eine Sitzung, Vorlage, ein Beschluss (x/y) oder Umlauf: ihre Unterlagen. Eine Empfehlung: die Weiterleitungen; mit
    --art wiedervorlage die Rückfragen an Stellen, deren Antwort oder Bericht fällig ist. Eine Arbeitsgruppe oder eines
    ihrer Mitglieder: die Einsetzungsschreiben; ist sie abgeschlossen, der Abschlussbericht (mit
    --art abschlussbericht vorher als Entwurf). Ein Sitz (sitz-…): die Anfragen an die Stellen, die ihn besetzen
    dürfen; „strategiegruppe“ mit --art benennungsanfrage: die zu allen Sitzen, die unbesetzt sind oder es bald werden.
    „wiedervorlagen“: alle Rückfragen, die fällig sind, auf einmal.

    Zu einer Sitzung nur mit --art: beschlussauszug, vorlagenmappe (alle Beschlussvorlagen in einem Dokument),
    anwesenheitsliste und verteiler. Einen Verteiler haben auch „strategiegruppe“ und jede Arbeitsgruppe. Ohne eigenen
    Eintrag gibt es „beschlusskontrolle“ und „jahresbericht-2026“ (jedes Jahr).
    """
    from netzint.cli.auftraege import find_gemeinte, find_name, render_gewaehlte
    from netzint.dokumente.auswahl import choose

    frage = read(wurzel, stichtag, stand)
    name = find_name(frage.bestand, kennung)
    found = find_gemeinte(wurzel, frage, name, art.lower(), oeffentlich=oeffentlich)
    ordner = "" if nach else name.partition("/")[0]
    _write(wurzel, nach, render_gewaehlte(wurzel, frage, choose(found, art.lower(), form or ()), ordner))


def paket(
    sitzung: Annotated[str, eintrag_argument("SITZUNG", "Die Sitzung, z. B. sg-2026-03.", "Sitzung", "sitzungen")],
    *,
    wurzel: Wurzel = Path(),
    form: Formate = None,
    oeffentlich: Oeffentlich = False,
    nach: Nach = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """Alle Unterlagen einer Sitzung in eine ZIP-Datei packen, mit Inhaltsverzeichnis.

    Darin sind Tagesordnung, Einladung, Vorlagen und Vorlagenmappe, Auszüge, Niederschrift, Verteiler, Anwesenheitsliste
    und der Termin, soweit es sie gibt; README.html sagt, was was ist.
    """
    from netzint.cli.auftraege import render_paket
    from netzint.dokumente.auswahl import choose
    from netzint.dokumente.sitzungspaket import find_paket

    frage = read(wurzel, stichtag, stand)
    inhalt = find_paket(frage.bestand, sitzung, frage.stichtag, oeffentlich=oeffentlich)
    _, formate = choose((), "", form or ())
    ordner = "" if nach else f"{inhalt.sitzung.kennung}/"
    _write(wurzel, nach, {f"{ordner}{inhalt.name}.zip": render_paket(wurzel, frage, inhalt, formate)})


def _write(wurzel: Path, nach: Path | None, dateien: Mapping[str, bytes]) -> None:
    """Write the files, and say where they are. Raises NetzintFehler (environment)."""
    from netzint.ablage.ausgabe import ORDNER, write_dokumente

    written, problem = write_dokumente(nach or wurzel / ORDNER, dateien, gewaehlt=nach is not None)
    for pfad in written:
        show(str(nach / pfad) if nach else f"{ORDNER}/{pfad}")
    if problem:
        hinweis = "Platz und Schreibrechte prüfen, oder mit --nach einen anderen Ordner nennen."
        raise NetzintFehler(problem, hinweis, Ausgang.UMGEBUNG)
