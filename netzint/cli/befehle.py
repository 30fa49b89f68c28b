"""The table of commands: every word that ``netzint`` understands, its line of help, and where it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperOption

from netzint import __version__
from netzint.cli.ausgabe import show
from netzint.cli.deutsch import Eintrag, Gruppe, Gruppeneintrag

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

VORGABE = "lage"
"""What ``netzint`` alone does."""

SITZUNG = Gruppeneintrag(
    "Sitzungen anlegen, auflisten und ansehen.",
    {
        "neu": Eintrag("Eine Sitzung anlegen und ihre Tagesordnung vorschlagen.", "sitzung:neu"),
        "liste": Eintrag("Alle Sitzungen mit Datum und Zustand zeigen.", "sitzung:liste"),
        "zeigen": Eintrag("Eine Sitzung mit ihrer Tagesordnung zeigen.", "sitzung:zeigen"),
    },
)

DOKUMENT = Gruppeneintrag(
    "Dokumente aus den Daten erzeugen.",
    {"erzeugen": Eintrag("Die Dokumente zu einer Kennung neu erzeugen.", "dokument:erzeugen")},
)

BEFEHLE = Gruppeneintrag(
    "Die Gremienarbeit des Netzwerks: Daten prüfen, Sitzungen vorbereiten, Dokumente erzeugen.\n\n"
    "Ohne Befehl zeigt netzint die Lage.",
    {
        "lage": Eintrag("Zeigen, was heute wichtig ist, und die nächsten Schritte.", "lage:lage"),
        "pruefen": Eintrag("Alle Daten und Vorlagen prüfen.", "pruefen:pruefen"),
        "regel": Eintrag("Die Regeln auflisten oder eine erklären.", "regel:regel"),
        "sitzung": SITZUNG,
        "dokument": DOKUMENT,
        "festschreiben": Eintrag(
            "Von Hand geänderte Daten und Vorlagen prüfen und festschreiben.", "festschreiben:festschreiben"
        ),
        "formatieren": Eintrag("Dateien in die übliche Form bringen.", "festschreiben:formatieren"),
        "init": Eintrag("Einen leeren, gültigen Datenordner für ein Netzwerk anlegen.", "anfang:init"),
    },
)


def _show_version(_ctx: Context, _param: Parameter, value: Any) -> None:
    if value:
        show(f"netzint {__version__}")
        raise typer.Exit


def build_hauptgruppe() -> Gruppe:
    """``netzint`` itself. The folder given here counts for every command (see ``optionen.Wurzel``)."""
    wurzel = TyperOption(
        param_decls=["--wurzel", "-C"],
        metavar="ORDNER",
        help="Der Ordner mit den Daten; sonst der nächste von hier aufwärts.",
    )
    version = TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Die Version zeigen.",
    )
    return Gruppe(
        "netzint",
        BEFEHLE,
        vorgabe=VORGABE,
        params=[wurzel, version],
        context_settings={"help_option_names": ["--help", "-h"]},
    )
