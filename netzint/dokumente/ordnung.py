"""The order of a document: its letterhead, title, body and foot, and headings without jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from netzint.dokumente.anker import list_anker, replace_eigene
from netzint.dokumente.baum import (
    Absatz,
    Baum,
    Block,
    Linie,
    Seitenwechsel,
    Tabelle,
    Text,
    Ueberschrift,
    normalise,
    plain_text,
)
from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler


class Ordnung(NamedTuple):
    """A document's parts. The rules that part them are left out; the title stands first in ``rumpf`` too.

    A letter has an ``anschrift`` (paragraphs: who it goes to) and may have an ``infoblock`` (a table of key facts:
    references and day), as DIN 5008 places them; both stand between the letterhead's rule and the title.
    """

    briefkopf: Baum
    anschrift: Baum
    infoblock: Baum
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
    titel = baum[start]
    assert isinstance(titel, Ueberschrift)  # noqa: S101 - for the type checker; _find_title found it
    return Ordnung(*_split_kopf(baum[:start]), plain_text(titel.inhalt), baum[start:end], baum[end + 1 :])


def _split_kopf(kopf: Baum) -> tuple[Baum, Baum, Baum]:
    """Letterhead, address and information block: the letterhead ends at the first rule."""
    rule = next((at for at, block in enumerate(kopf) if isinstance(block, Linie)), len(kopf))
    between = kopf[rule + 1 :]
    address = tuple(block for block in between if isinstance(block, Absatz))
    facts = tuple(block for block in between if isinstance(block, Tabelle) and block.is_angaben)
    if between != (*address, *facts) or len(facts) > 1:
        raise VorlagenFehler(
            SCHEITERT,
            "Zwischen der Linie unter dem Briefkopf und dem Titel steht etwas, das dort keinen Platz hat.",
            "Dorthin gehören nur die Anschrift (Absätze) und danach eine Tabelle „Angabe | Inhalt“.",
        )
    return kopf[:rule], address, facts


def _find_title(baum: Baum) -> int:
    found = [at for at, block in enumerate(baum) if isinstance(block, Ueberschrift)]
    titles = [at for at in found if _level(baum[at]) == 1]
    if len(titles) != 1 or found[0] != titles[0]:
        error = VorlagenFehler(
            SCHEITERT,
            "Ein Schreiben hat genau einen Titel, und keine Überschrift steht vor ihm.",
            "Beginnen Sie genau eine Zeile mit „# “, die Überschriften danach mit „## “.",
        )
        error.ueberschrift = found.index(titles[1]) if len(titles) > 1 else 0 if found else None
        raise error
    return titles[0]


def _level(block: Block) -> int:
    return block.ebene if isinstance(block, Ueberschrift) else 0


def _check_steps(baum: Baum) -> None:
    """A reader who listens steps from heading to heading; a missing level sounds like a missing part."""
    last = 0
    for nr, block in enumerate(block for block in baum if isinstance(block, Ueberschrift)):
        if block.ebene > last + 1:
            error = VorlagenFehler(
                SCHEITERT,
                f"Die Überschrift „{plain_text(block.inhalt)}“ überspringt eine Ebene.",
                f"Beginnen Sie die Zeile mit „{'#' * (last + 1)} “.",
            )
            error.ueberschrift = nr
            raise error
        last = block.ebene


def append_teile(baum: Baum, ordnung: Ordnung, teile: Sequence[Baum]) -> Baum:
    """A document with the bodies of others behind its own and before its foot, each numbered and on a new page.

    A link to ``#teil-2`` leads to the second of them.
    """
    end = len(baum) - len(ordnung.fuss) - bool(ordnung.fuss)
    blocks: list[Block] = []
    starts: list[int] = []
    for nr, teil in enumerate(teile, 1):
        starts.append(end + len(blocks) + 1)
        first, *rest = shift_headings(teil, 2)
        assert isinstance(first, Ueberschrift)  # noqa: S101 - for the type checker; a body begins with its title
        numbered = normalise((Text(f"{nr}. "), *first.inhalt))
        blocks += [Seitenwechsel(), Ueberschrift(first.ebene, numbered), *rest]
    whole = (*baum[:end], *blocks, *baum[end:])
    names = list_anker(whole)
    targets = {f"#teil-{nr}": f"#{names[at]}" for nr, at in enumerate(starts, 1)}
    return replace_eigene(whole, lambda verweis: (replace(verweis, ziel=targets.get(verweis.ziel, verweis.ziel)),))


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
