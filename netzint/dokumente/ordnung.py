"""The order of a document: its letterhead, title, body and foot, and headings without jumps."""

from __future__ import annotations

from typing import NamedTuple

from netzint.dokumente.baum import Baum, Block, Linie, Ueberschrift, plain_text
from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler


class Ordnung(NamedTuple):
    """A document's parts. The rules that part them are left out; the title stands first in ``rumpf`` too."""

    briefkopf: Baum
    titel: str
    rumpf: Baum
    fuss: Baum


def arrange(baum: Baum) -> Ordnung:
    """The parts of a document: before the only heading of level 1, from it on, and after the last rule.

    Raises VorlagenFehler if there is no title, a second one, or a heading that skips a level.
    """
    start = _find_title(baum)
    _check_steps(baum[start:])
    end = max((at for at, block in enumerate(baum) if isinstance(block, Linie) and at > start), default=len(baum))
    kopf = baum[:start]
    if kopf and isinstance(kopf[-1], Linie):
        kopf = kopf[:-1]
    titel = baum[start]
    assert isinstance(titel, Ueberschrift)  # noqa: S101 - for the type checker; _find_title found it
    return Ordnung(kopf, plain_text(titel.inhalt), baum[start:end], baum[end + 1 :])


def _find_title(baum: Baum) -> int:
    found = [at for at, block in enumerate(baum) if isinstance(block, Ueberschrift)]
    titles = [at for at in found if _level(baum[at]) == 1]
    if len(titles) != 1 or found[0] != titles[0]:
        raise VorlagenFehler(
            SCHEITERT,
            "Ein Schreiben hat genau einen Titel, und keine Überschrift steht vor ihm.",
            "Beginnen Sie genau eine Zeile mit „# “, die Überschriften danach mit „## “.",
        )
    return titles[0]


def _level(block: Block) -> int:
    return block.ebene if isinstance(block, Ueberschrift) else 0


def _check_steps(baum: Baum) -> None:
    """A reader who listens steps from heading to heading; a missing level sounds like a missing part."""
    last = 0
    for block in baum:
        if isinstance(block, Ueberschrift):
            if block.ebene > last + 1:
                raise VorlagenFehler(
                    SCHEITERT,
                    f"Die Überschrift „{plain_text(block.inhalt)}“ überspringt eine Ebene.",
                    f"Beginnen Sie die Zeile mit „{'#' * (last + 1)} “.",
                )
            last = block.ebene


def shift_headings(baum: Baum, ebene: int) -> Baum:
    """Prose with its headings moved so that they start at ``ebene`` and skip no level."""
    used = sorted({_level(block) for block in baum} - {0})
    steps = {old: ebene + at for at, old in enumerate(used)}
    last = ebene - 1
    blocks: list[Block] = []
    for block in baum:
        if isinstance(block, Ueberschrift):
            last = min(steps[block.ebene], last + 1, 6)
            blocks.append(Ueberschrift(last, block.inhalt))
        else:
            blocks.append(block)
    return tuple(blocks)
