"""``netzint init --erneuern``: what is shown of it."""

from __future__ import annotations

from pathlib import Path

from netzint.cli import heute
from netzint.cli.ausgabe import Farbig, Stil, show
from netzint.cli.lesen import tell_journal
from netzint.cli.vorgang_ausgabe import diff, show_ausgefuehrt


def erneuere(ziel: Path, *, auch_geaenderte: bool, probe: bool) -> int:
    """Renew the shipped files, and show what was left because somebody has changed it."""
    from netzint.ablage.erneuern import renew

    tell_journal(ziel)
    erneuert = renew(ziel, heute.today(), auch_geaenderte=auch_geaenderte, probe=probe)
    ausgang = show_ausgefuehrt(erneuert.result)
    if erneuert.eigene:
        show()
        show(Farbig("Von Hand geändert und darum so gelassen: ", Stil.HINWEIS), ", ".join(erneuert.eigene))
        for pfad, (eigen, neu) in erneuert.eigene.items():
            for line in diff(pfad, eigen, neu):
                show(line)
        show(f'Auch diese erneuern: netzint init "{ziel}" --erneuern --auch-geaenderte')
    return ausgang
