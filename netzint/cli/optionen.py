"""Options that mean the same in every command, each written once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer
from typer._click.core import ParameterSource

from netzint.cli import eingabe, heute
from netzint.cli.aufruffehler import Angabefehler
from netzint.cli.hilfe import PFLICHT
from netzint.cli.wurzel import check_wurzel, find_wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def german(parse: Callable[[str], T]) -> Callable[[str], T]:
    """A parser as an option uses it: its refusal becomes a usage error. Values that are parsed already pass."""

    def parse_option(value: str) -> T:
        try:
            return parse(str(value))
        except eingabe.Eingabefehler as fehler:
            raise Angabefehler(str(fehler)) from fehler

    return parse_option


def _resolve_wurzel(ctx: typer.Context, value: Path) -> Path:
    if ctx.resilient_parsing:
        return value
    if ctx.get_parameter_source("wurzel") is ParameterSource.COMMANDLINE:
        return check_wurzel(value)
    global_wert = ctx.find_root().params.get("wurzel")
    return check_wurzel(Path(global_wert)) if global_wert else find_wurzel()


class Formatwahl(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class Pruefformatwahl(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    CODEQUALITY = "codequality"


Wurzel = Annotated[
    Path,
    typer.Option(
        "--wurzel", "-C", metavar="ORDNER", show_default=False, callback=_resolve_wurzel,
        help="Der Ordner mit den Daten; sonst der nächste von hier aufwärts.",
    ),
]  # fmt: skip
"""Write ``wurzel: Wurzel = Path()``; the command gets the folder that was given or found."""

Stichtag = Annotated[
    str,
    typer.Option(
        "--stichtag", metavar="JJJJ-MM-TT|commit", show_default=False, parser=german(eingabe.parse_stichtag),
        help="Der Tag, für den die Antwort gilt; „commit“ nimmt das Datum des Standes. Sonst heute.",
    ),
]  # fmt: skip
"""Write ``stichtag: Stichtag = ""`` and hand it to ``resolve_zeit``."""

Stand = Annotated[
    str,
    typer.Option(
        "--stand", metavar="JJJJ-MM-TT|REV", show_default=False, parser=german(eingabe.parse_stand),
        help="Der Stand, der damals bekannt war: ein Datum (letzter Commit des Tages) oder eine Revision.",
    ),
]  # fmt: skip
"""Write ``stand: Stand = ""``; empty is the work tree."""

Format = Annotated[Formatwahl, typer.Option("--format", case_sensitive=False, help="Die Form der Ausgabe.")]
Pruefformat = Annotated[Pruefformatwahl, typer.Option("--format", case_sensitive=False, help="Die Form der Ausgabe.")]
Probe = Annotated[bool, typer.Option("--probe", help="Nur zeigen, was geschähe; nichts ändern.")]
Streng = Annotated[bool, typer.Option("--streng", help="Auch Warnungen führen zum Ausgang 1.")]

Datum = Annotated[
    date | None,
    typer.Option(
        "--datum", metavar="JJJJ-MM-TT", show_default=False, parser=german(eingabe.parse_datum),
        help="Der Tag, auch in der Form 3.12.2026, 3.12. oder morgen.",
    ),
]  # fmt: skip
"""Write ``datum: Datum = None``; likewise ``beginn: Uhrzeit = None``."""

Uhrzeit = Annotated[
    "str | None",
    typer.Option(
        "--beginn", metavar="HH:MM", show_default=False, parser=german(eingabe.parse_uhrzeit),
        help="Der Beginn.",
    ),
]  # fmt: skip


def tag_option(*namen: str, hilfe: str, pflicht: bool = False) -> Any:
    """An option for a day; ``Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag.")] = None``.

    ``pflicht``, here and below: the command needs it, and asks for it at a terminal if it is missing.
    """
    return typer.Option(
        *namen, metavar="JJJJ-MM-TT", show_default=False, parser=german(eingabe.parse_datum), help=_mark(hilfe, pflicht)
    )


def _mark(hilfe: str, pflicht: bool) -> str:  # noqa: FBT001 (says no more than its name)
    return hilfe + PFLICHT if pflicht else hilfe


def text_option(*namen: str, hilfe: str, metavar: str = "TEXT", pflicht: bool = False) -> Any:
    """An option for a line of text or a Kennung, or (as ``list[str] | None``) for several."""
    return typer.Option(*namen, metavar=metavar, show_default=False, help=_mark(hilfe, pflicht))


def prosa_option(*namen: str, hilfe: str, pflicht: bool = False) -> Any:
    """An option for text of several lines; ``@DATEI`` takes it from a file."""
    return typer.Option(
        *namen,
        metavar="TEXT|@DATEI",
        show_default=False,
        parser=german(eingabe.parse_prosa),
        help=_mark(hilfe, pflicht),
    )


def wort_argument(metavar: str, hilfe: str, *, pflicht: bool = True) -> Any:
    """An Angabe, asked for at a terminal if it is missing; ``Annotated[str | None, wort_argument(…)] = None``."""
    return typer.Argument(metavar=metavar, show_default=False, help=_mark(hilfe, pflicht))


Am = Annotated[date | None, tag_option("--am", hilfe="Der Tag, an dem es geschah; sonst heute.")]
"""Write ``am: Am = None``; likewise ``grund: Grund = None``."""
Grund = Annotated[str | None, prosa_option("--grund", hilfe="Die Begründung.")]
PflichtGrund = Annotated[str | None, prosa_option("--grund", hilfe="Die Begründung.", pflicht=True)]
PflichtDatum = Annotated[
    date | None, tag_option("--datum", hilfe="Der Tag, auch in der Form 3.12.2026, 3.12. oder morgen.", pflicht=True)
]


class Zeit(NamedTuple):
    """The two times of a question: the day it is asked for, and the state of knowledge."""

    stichtag: date
    commit: str
    """The commit to read; empty is the work tree."""


def resolve_zeit(wurzel: Path, stichtag: str = "", stand: str = "") -> Zeit:
    """What ``--stichtag`` and ``--stand`` mean here and today."""
    from netzint.ablage import gitlesen

    commit = gitlesen.resolve_stand(wurzel, stand) if stand else ""
    if stichtag == "commit":
        return Zeit(gitlesen.committer_date(wurzel, commit or _require_head(wurzel)), commit)
    return Zeit(date.fromisoformat(stichtag) if stichtag else heute.today(), commit)


def _require_head(wurzel: Path) -> str:
    from netzint.ablage import gitlesen

    head = gitlesen.head(wurzel)
    if not head and not gitlesen.is_repository(wurzel):
        text = "Hier ist kein Git-Repository; einen Commit, dessen Datum gelten könnte, gibt es nicht."
        raise NetzintFehler(text, "Bei --stichtag ein Datum angeben.", Ausgang.AUFRUF)
    if not head:
        text = "Hier gibt es noch keinen Commit, dessen Datum gelten könnte."
        raise NetzintFehler(text, "Bei --stichtag ein Datum angeben.", Ausgang.AUFRUF)
    return head
