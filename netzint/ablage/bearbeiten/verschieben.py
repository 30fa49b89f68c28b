"""Moving an item within its list, with the comments that are its own; what stands between the items stays in place."""

from __future__ import annotations

from itertools import pairwise

from netzint.ablage.bearbeiten.baum import Kind, Knoten, UngewohntFehler, has_kommentar
from netzint.ablage.bearbeiten.text import Dokument
from netzint.ablage.bearbeiten.zeilen import find_kopfkommentar, skip_innere_kommentare


def move(dok: Dokument, liste: Knoten, von: int, nach: int) -> None:
    """Take out the item with number ``von`` and put it in so that it has the number ``nach``."""
    if liste.klammern and has_kommentar(dok.text, liste):
        raise UngewohntFehler  # whose is it?
    betroffen = liste.kinder[min(von, nach) : max(von, nach) + 1]
    strecken = [_find_strecke(dok, kind, is_block=liste.is_block) for kind in betroffen]
    start, ende = strecken[0][0], strecken[-1][1]
    if dok.has_gemischte_enden(start, ende):
        raise UngewohntFehler
    teile = [dok.text[a:b] for a, b in strecken]
    dazwischen = [dok.text[links[1] : rechts[0]] for links, rechts in pairwise(strecken)]
    teile.insert(len(teile) - 1 if nach > von else 0, teile.pop(0 if nach > von else -1))
    dok.splice(start, ende, "".join(map("".join, zip(teile, [*dazwischen, ""], strict=True))))


def _find_strecke(dok: Dokument, kind: Kind, *, is_block: bool) -> tuple[int, int]:
    """Where the text of an item begins and ends; in block style with the comments above, behind and in it."""
    if not is_block:
        return kind.start, kind.knoten.ende
    ende = skip_innere_kommentare(dok, dok.find_zeilenende(kind.knoten.ende), kind.spalte)
    return find_kopfkommentar(dok, kind), ende
