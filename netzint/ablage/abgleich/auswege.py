"""What a person can type where two sides do not fit together: which own Vorgänge are in the way, and how they go."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Sequence

from netzint.ablage.abgleich.eigene import Eigener
from netzint.ablage.abgleich.umnummern import rename_pfad
from netzint.vorgaenge.umnummern import Umnummerung

GENANNT = 5


def tell_auswege(eigene: Sequence[Eigener], pfade: Collection[str], um: Umnummerung, gegenstelle: str) -> str:
    """The commands that give way to the others. ``pfade``: what it is about, with the new numbers.

    If no own commit has touched any of it, the reason lies in what they did elsewhere: then all of them are named.
    """
    touching = [(each, _touched(each, pfade, um)) for each in reversed(eigene)]
    beteiligte = [(each, paths) for each, paths in touching if paths] or [(each, []) for each, _ in touching]
    acts = [each for each, _ in beteiligte if each.vorgang_id]
    by_hand = list(dict.fromkeys(p for each, paths in beteiligte if not each.vorgang_id for p in paths))
    lines = ["Bitte absprechen, was gilt."]
    if acts:
        viele = ", die jüngsten zuerst" if len(acts) > 1 else ""
        lines.append(f"Soll gelten, was die anderen taten, Ihres zurücknehmen{viele}:")
        lines += [f'  netzint zuruecknehmen {each.vorgang_id} --grund "…"  ({each.betreff})' for each in acts[:GENANNT]]
        lines += [f"  … und {len(acts) - GENANNT} weitere"] if len(acts) > GENANNT else []
    if by_hand:
        lines.append("Von Hand Geändertes so herstellen, wie es gelten soll; wie es die anderen haben, mit:")
        lines += [f"  git restore --source={gegenstelle} -- {shlex.quote(pfad)}" for pfad in by_hand[:GENANNT]]
        lines.append("und danach: netzint festschreiben")
    wieder = "; was weiter gelten soll, auf dem neuen Stand wiederholen." if acts else "."
    return "\n".join([*lines, f"Dann noch einmal „netzint abgleich“{wieder}"])


def _touched(eigener: Eigener, pfade: Collection[str], um: Umnummerung) -> list[str]:
    """The paths, as they are here now, that this commit has changed and it is about."""
    return [wechsel.pfad for wechsel in eigener.wechsel if rename_pfad(wechsel.pfad, um) in pfade]
