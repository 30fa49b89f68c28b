"""``netzint stelle aufgehen-in|schliessen``: a Stelle ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from netzint.cli import heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.optionen import Probe, Wurzel, tag_option
from netzint.cli.stelle import Ab, Stelle
from netzint.cli.vorgang import fuehre_aus

Zum = Annotated[date | None, tag_option("--zum", "--bis", hilfe="Der letzte Tag, an dem es sie gibt; sonst heute.")]


def aufgehen_in(
    kennung: Stelle,
    nachfolge: Annotated[
        str, eintrag_argument("NACHFOLGE", "Worin sie aufgeht: Kennung oder Name.", "Worin geht sie auf", "stellen")
    ],
    *,
    wurzel: Wurzel = Path(),
    ab: Ab = None,
    probe: Probe = False,
) -> int:
    """Eine Stelle in einer anderen aufgehen lassen."""
    from functools import partial

    from netzint.vorgaenge import stelle_ende

    tag = heute.today()
    act = partial(stelle_ende.aufgehen_in, stichtag=tag, kennung=kennung, ziel=nachfolge, ab=ab or tag)
    return fuehre_aus(wurzel, act, probe=probe)


def schliessen(kennung: Stelle, *, wurzel: Wurzel = Path(), zum: Zum = None, probe: Probe = False) -> int:
    """Eine Stelle ohne Nachfolge enden lassen; die Ämter dort enden mit ihr.

    Was danach noch offen ist, wird genannt: Sitze, Empfehlungen, Einträge im Verzeichnis. Gibt es eine Nachfolge:
    netzint stelle aufgehen-in
    """
    from functools import partial

    from netzint.vorgaenge import stelle_ende

    tag = heute.today()
    act = partial(stelle_ende.schliessen, stichtag=tag, kennung=kennung, zum=zum or tag)
    return fuehre_aus(wurzel, act, probe=probe)
