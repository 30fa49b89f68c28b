"""``netzint regel``."""

from __future__ import annotations

from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.optionen import Format, Formatwahl


def regel(
    code: Annotated[
        str,
        typer.Argument(
            metavar="[CODE]",
            help="Eine Regel erklären, z. B. Q102; oder die auflisten, die so beginnen oder davon handeln.",
            show_default=False,
        ),
    ] = "",
    *,
    form: Format = Formatwahl.TEXT,
) -> None:
    """Die Regeln auflisten oder eine erklären."""
    from netzint.berichte import regeln

    show_bericht(regeln.find(code) if code.strip() else regeln.liste(), form)
