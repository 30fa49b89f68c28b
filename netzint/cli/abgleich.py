"""``netzint abgleich``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import heute
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Probe, Wurzel, text_option

Server = Annotated[
    str,
    text_option("--server", metavar="NAME", hilfe="Ein anderer als der, zu dem der Zweig gehört, z. B. origin."),
]
OhneHochladen = Annotated[bool, typer.Option("--ohne-hochladen", help="Nur holen und zusammenführen.")]


def abgleich(
    *, wurzel: Wurzel = Path(), server: Server = "", ohne_hochladen: OhneHochladen = False, probe: Probe = False
) -> int:
    """Mit dem Server abgleichen: die Vorgänge der anderen holen, eigene darauf setzen, prüfen und hochladen.

    Haben beide Seiten dieselbe Nummer vergeben, bekommen die eigenen Einträge eine neue, mit allem, was sie nennt; nie,
    was schon versandt oder hochgeladen ist. Geht etwas nicht von selbst, bleibt alles, wie es war. Eine Probe holt
    nur, was auf dem Server liegt, und sagt, was daraus würde.
    """
    from netzint.ablage.abgleich.ablauf import Auftrag, abgleichen
    from netzint.cli.abgleich_ausgabe import show_abgeglichen
    from netzint.cli.rendern import check_vorlagen

    tell_journal(wurzel)
    auftrag = Auftrag(wurzel, heute.today(), check_vorlagen, server, probe=probe, hochladen=not ohne_hochladen)
    return show_abgeglichen(abgleichen(auftrag))
