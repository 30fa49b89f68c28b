"""What the rules have to say of what was read: from memory where nothing that they read has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netzint.ablage.cache.angaben import Gedaechtnis, recall
from netzint.ablage.cache.ordner import Vergessen
from netzint.ablage.cache.urteile import Erinnerung
from netzint.ablage.fortschritt import count_along
from netzint.ablage.lesen.bestand import Gelesenes
from netzint.ablage.lesen.ohne_gc import without_gc
from netzint.ablage.lesen.teile import validate
from netzint.modell.arten import NACH_NAME, place_of
from netzint.modell.befund import Befund
from netzint.modell.urteil import STICHTAG, UNLESBAR, Urteile, nur_kennungen

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand
    from netzint.modell.grund import Eintrag
    from netzint.modell.merkmale import Schlicht
    from netzint.regeln.register import Regel
    from netzint.regeln.urteilen import Unterschied

Inhalte = Mapping[str, dict[str, str]]
"""Content ids by kind and Kennung."""


def judge_gelesenes(gelesen: Gelesenes, stichtag: date, *, remember: bool = False) -> tuple[Befund, ...]:
    """The findings of all rules, without lines and columns.

    ``remember``: this state takes the place of the one that was judged last, if there is one.
    """
    with without_gc():
        return _judge_gelesenes(gelesen, stichtag, remember=remember)


def _judge_gelesenes(gelesen: Gelesenes, stichtag: date, *, remember: bool) -> tuple[Befund, ...]:
    known, erinnerung = gelesen.gedaechtnis.erinnerung, _describe(gelesen, stichtag)
    if known is None:
        from netzint.regeln.alle import ALLE
        from netzint.regeln.urteilen import judge_all

        urteile: Urteile = judge_all(gelesen.bestand, stichtag, _count_along(ALLE))
    else:
        urteile = _judge_again(gelesen, stichtag, known, erinnerung)
    # Without a cache contents have no ids: every state would look like the one that was judged first.
    if gelesen.gedaechtnis.merkt and (remember or known is None):
        gelesen.keep()  # of what is remembered everything has to be there, or next time nothing can be compared with it
        gelesen.gedaechtnis.remember(erinnerung._replace(urteile=urteile, merkmale=_list_merkmale(gelesen.bestand)))
    return tuple(befund for urteil in urteile.values() for befund in urteil.befunde)


def _describe(gelesen: Gelesenes, stichtag: date) -> Erinnerung:
    inhalte = {pfad: teil.inhalt for pfad, teil in gelesen.teile.items() if teil.gueltig}
    bemaengelt = frozenset(pfad for pfad, teil in gelesen.teile.items() if teil.befunde)
    unlesbar = (gelesen.bestand.unlesbar, str(gelesen.bestand.erfasst_ab_trotzdem))
    return Erinnerung(inhalte, bemaengelt, unlesbar, stichtag.isoformat(), {}, {})


def _list_merkmale(bestand: Bestand) -> dict[str, dict[str, Schlicht]]:
    from netzint.modell.merkmale import MERKMALE

    return {art: {k: tuple(merkmal) for k, merkmal in bestand.merkmale(art).items()} for art in MERKMALE}


def _judge_again(gelesen: Gelesenes, stichtag: date, known: Erinnerung, now: Erinnerung) -> Urteile:
    gone, come = _compare(known.inhalte, now.inhalte, gelesen.gedaechtnis)
    namen = {UNLESBAR} if known.unlesbar != now.unlesbar else set()
    namen |= {STICHTAG} if known.stichtag != now.stichtag else set()
    for art in gone.keys() | come.keys():
        namen.add(art)
        namen |= {nur_kennungen(art)} if gone[art].keys() != come[art].keys() else set()
    if not namen:
        return known.urteile
    from netzint.regeln.alle import ALLE
    from netzint.regeln.urteilen import judge_again

    anders = _make_unterschied(frozenset(namen), gone, come, gelesen)
    return judge_again(gelesen.bestand, stichtag, _count_along(ALLE), known.urteile, anders)


def _count_along(regeln: Sequence[Regel]) -> Iterable[Regel]:
    return count_along("Regeln geprüft", regeln, len(regeln), schritt=1)


def _compare(before: Mapping[str, str], after: Mapping[str, str], gedaechtnis: Gedaechtnis) -> tuple[Inhalte, Inhalte]:
    """Which entries are gone or were different, which are new or different; comments make no difference."""
    gone: Inhalte = defaultdict(dict)
    come: Inhalte = defaultdict(dict)
    for pfad in {pfad for pfad, _ in before.items() ^ after.items()}:
        (art, kennung), old, new = place_of(pfad), before.get(pfad), after.get(pfad)
        if old and new and gedaechtnis.says_the_same(art.name, old, new):
            continue
        for inhalte, inhalt in ((gone, old), (come, new)):
            if inhalt is not None:
                inhalte[art.name][kennung] = inhalt
    return gone, come


def _make_unterschied(namen: frozenset[str], gone: Inhalte, come: Inhalte, gelesen: Gelesenes) -> Unterschied:
    from netzint.modell.fach import Fach
    from netzint.regeln.urteilen import Unterschied

    find = gelesen.gedaechtnis.find
    arten = [
        art
        for art in gone.keys() | come.keys()
        if all(find(art, inhalt) is not None for inhalt in gone.get(art, {}).values())
    ]
    vorher = {art: Fach(gone[art], partial(_make_eintrag, gelesen.gedaechtnis, art, gone[art])) for art in arten}
    nachher = {art: Fach(come[art], gelesen.bestand.faecher[art].get) for art in arten if come[art]}
    return Unterschied(namen, vorher, nachher)


def _make_eintrag(gedaechtnis: Gedaechtnis, art: str, inhalte: Mapping[str, str], kennung: str) -> Eintrag:
    """An entry as it was."""
    angaben = gedaechtnis.find(art, inhalte[kennung])
    eintrag, _ = validate(NACH_NAME[art], kennung, recall(angaben)) if angaben is not None else (None, ())
    if eintrag is None:
        raise Vergessen
    return eintrag
