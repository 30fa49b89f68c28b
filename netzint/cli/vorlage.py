"""``netzint vorlage …``: the templates of documents, for whoever looks after them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import heute
from netzint.cli.ausgabe import show
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Pruefformat, Pruefformatwahl, Stand, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netzint.modell.befund import Befund

VORSCHAU = "vorschau"
"""Below ``ausgabe/``, where previews lie."""

Art = Annotated[
    str, typer.Argument(metavar="ART", help="Die Art des Dokuments, z. B. einladung; alle zeigt „vorlage liste“.")
]


def liste(*, wurzel: Wurzel = Path(), form: Format = Formatwahl.TEXT) -> None:  # noqa: ARG001 (as every question)
    """Alle Arten von Dokumenten zeigen, die eine Vorlage haben."""
    from netzint.dokumente.vorlagenliste import list_arten

    show_bericht(list_arten(), form)


def variablen(art: Art, *, wurzel: Wurzel = Path(), form: Format = Formatwahl.TEXT) -> None:  # noqa: ARG001
    """Zeigen, was in einer Vorlage eingesetzt werden kann: Variable, Bedeutung, Beispiel."""
    from netzint.dokumente.vorlagenliste import list_variablen
    from netzint.dokumente.vorschau import find_art

    show_bericht(list_variablen(find_art(art)), form)


def pruefen(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", show_default=False, help="Nur diese Vorlage, oder eine Datei, die anderswo liegt."
        ),
    ] = None,
    *,
    wurzel: Wurzel = Path(),
    stand: Stand = "",
    form: Pruefformat = Pruefformatwahl.TEXT,
) -> int:
    """Nur die Vorlagen prüfen, auch solche, die noch nicht festgeschrieben sind.

    Eine Datei, die anderswo liegt, wird geprüft, als läge sie schon unter ihrem Namen in vorlagen/.
    """
    from netzint.cli.befunde_ausgabe import Pruefung, count, show_pruefung
    from netzint.cli.rendern import check_vorlagen
    from netzint.modell.befund import Schwere, sort_befunde

    frage = read(wurzel, "", stand)
    vorlagen = dict(frage.gelesen.vorlagen())
    only = _choose(wurzel, vorlagen, name) if name else ""
    reading = tuple(b for b in frage.gelesen.befunde if b.pfad.startswith("vorlagen/"))
    found = sort_befunde(reading + check_vorlagen(vorlagen))
    shown = tuple(b for b in found if b.pfad == f"vorlagen/{only}") if only else found

    def lines(pfad: str) -> Sequence[str]:
        return vorlagen.get(pfad.removeprefix("vorlagen/"), b"").decode("utf-8", "replace").splitlines()

    dateien = 1 if only else len(vorlagen)
    show_pruefung(Pruefung(shown, dateien, heute.today(), frage.gelesen.stand_oid or ""), form, lines)
    if form is Pruefformatwahl.TEXT:
        _tell_others(found, shown)
    return Ausgang.BEFUNDE if count(shown)[Schwere.FEHLER] else Ausgang.GUT


def _choose(wurzel: Path, vorlagen: dict[str, bytes], name: str) -> str:
    """The file that is meant; one that lies elsewhere is laid over the others."""
    from netzint.modell.aehnlich import meinten_sie

    bare = Path(name.replace("\\", "/")).name
    path = Path(name)
    if path.is_file() and path.resolve().parent != (wurzel / "vorlagen").resolve():
        vorlagen[path.name] = path.read_bytes()
        return path.name
    known = next((n for n in (bare, f"{bare}.md.j2", f"{bare}.j2") if n in vorlagen), None)
    if known is None:
        plain = [n.removesuffix(".md.j2") for n in vorlagen]
        hinweis = meinten_sie(bare.removesuffix(".md.j2"), plain, "Alle zeigt: netzint vorlage liste")
        raise NetzintFehler(f"Eine Vorlage „{name}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)
    return known


def _tell_others(found: tuple[Befund, ...], shown: tuple[Befund, ...]) -> None:
    """A template is filled in only while all of them can be read."""
    from netzint.modell.befund import Schwere

    others = sorted({b.pfad for b in found if b not in shown and b.schwere is Schwere.FEHLER})
    if others:
        show(f"Fehler haben auch: {', '.join(others)}. Solange wird nicht alles probeweise ausgefüllt.")


def vorschau(
    art: Art,
    *,
    wurzel: Wurzel = Path(),
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="md, html, pdf, docx oder odt; sonst md.")
    ] = "md",
    leer: Annotated[
        bool, typer.Option("--leer", help="Mit möglichst leeren Angaben statt mit allen Beispieldaten.")
    ] = False,
    nach: Annotated[
        Path | None,
        typer.Option(
            "--nach",
            metavar="DATEI",
            show_default=False,
            help="Die Zieldatei; sonst ausgabe/vorschau, md am Bildschirm.",
        ),
    ] = None,
    stand: Stand = "",
) -> None:
    """Eine Vorlage mit erfundenen Beispieldaten ausgefüllt zeigen; nichts wird geöffnet."""
    from netzint.dokumente.pipeline import Vorlagen
    from netzint.dokumente.vorschau import find_art, find_format, preview

    name = find_art(art)
    ending = find_format(name, form)
    vorlagen: Mapping[str, bytes] = read(wurzel, "", stand).gelesen.vorlagen()
    data = preview(Vorlagen.decode(vorlagen), name, ending, full=not leer)
    if ending == "md" and nach is None:
        for line in data.decode().splitlines():
            show(line)
        return
    _write(wurzel, nach, f"{name}{'-leer' if leer else ''}.{ending}", data)


def _write(wurzel: Path, nach: Path | None, name: str, data: bytes) -> None:
    from netzint.ablage.ausgabe import ORDNER, write_dokumente

    if nach is not None and nach.is_dir():
        nach /= name
    folder = nach.parent if nach else wurzel / ORDNER / VORSCHAU
    written, problem = write_dokumente(folder, {nach.name if nach else name: data}, gewaehlt=nach is not None)
    if problem:
        hinweis = "Platz und Schreibrechte prüfen, oder mit --nach eine andere Datei nennen."
        raise NetzintFehler(problem, hinweis, Ausgang.UMGEBUNG)
    show(str(nach) if nach else f"{ORDNER}/{VORSCHAU}/{written[0]}")
