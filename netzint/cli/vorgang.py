"""The one way from a command to a Vorgang and back to the person: run it, say what came of it and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzint.cli import heute
from netzint.cli.lesen import tell_journal
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from netzint.ablage.transaktion import Vorgang


def fuehre_aus(
    wurzel: Path,
    vorgang: Vorgang,
    *,
    probe: bool,
    dokumente: bool = False,
    arten: Collection[str] = (),
    widerspruch: tuple[str, str] = ("", ""),
) -> int:
    """Run a Vorgang today and say what came of it.

    ``dokumente``: those of the Sitzungen it touches are made, too; with ``arten`` only those of these kinds.
    ``widerspruch``: how it is said, and what helps, if the rules have new Fehler; for acts that may change anything.
    """
    from functools import partial

    from netzint.ablage import transaktion
    from netzint.cli.rendern import rendern

    tell_journal(wurzel)
    tag = heute.today()
    make = partial(rendern, stichtag=tag, arten=arten) if dokumente or arten else None
    done = transaktion.run(wurzel, vorgang, stichtag=tag, rendern=make, probe=probe, widerspruch=widerspruch)
    return show_ausgefuehrt(done)
