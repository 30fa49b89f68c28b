"""Which children of three states are the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netzint.ablage.leser.bau import Wert
from netzint.ablage.zusammenfuehren import punkte
from netzint.ablage.zusammenfuehren.baum import Block, Klammer, to_wert

Behaelter = Block | Klammer


def list_kinder(behaelter: Behaelter | None) -> Sequence[Any]:
    """The children of a list or mapping that may not be there."""
    return behaelter.kinder if behaelter else ()


def identify(
    basis: Block | Klammer | None, unser: Block | Klammer, ihr: Block | Klammer, liste: str
) -> list[list[Any]]:
    """Names for the children of all three, the same for what is the same."""
    if unser.art == "zuordnung":
        return [[kind.name for kind in list_kinder(seite)] for seite in (basis, unser, ihr)]
    alt, links, rechts = (
        [punkte.make_punkt(liste, to_wert(k.knoten)) for k in list_kinder(s)] for s in (basis, unser, ihr)
    )
    zu_links, zu_rechts = punkte.pair(alt, links), punkte.pair(alt, rechts)
    verschwunden = [nr for nr in range(len(alt)) if nr not in zu_links.values() and nr not in zu_rechts.values()]
    for paare, neu in ((zu_links, links), (zu_rechts, rechts)):
        punkte.pair_umbenannte(alt, neu, paare, verschwunden)
    neu_links = [nr for nr in range(len(links)) if nr not in zu_links]
    neu_rechts = [nr for nr in range(len(rechts)) if nr not in zu_rechts]
    gleiche = punkte.pair([links[nr] for nr in neu_links], [rechts[nr] for nr in neu_rechts], aehnlich=False)
    beide = {neu_rechts[rechts_nr]: neu_links[links_nr] for rechts_nr, links_nr in gleiche.items()}
    ids_links = [("alt", zu_links[nr]) if nr in zu_links else ("neu", nr) for nr in range(len(links))]
    ids_rechts: list[Any] = []
    for nr in range(len(rechts)):
        eigene = ("neu", beide[nr]) if nr in beide else ("ihr", nr)
        ids_rechts.append(("alt", zu_rechts[nr]) if nr in zu_rechts else eigene)
    return [[("alt", nr) for nr in range(len(alt))], ids_links, ids_rechts]


def name_kind(key: Any, states: Sequence[Any]) -> str:
    """What a child is called in the path of a Konflikt."""
    if isinstance(key, str):
        return key
    wert: Wert = next(to_wert(kind.knoten) for kind in states if kind)
    found = punkte.make_punkt("", wert).schluessel if isinstance(wert, dict) else None
    if isinstance(found, tuple):
        return " ".join(map(str, found))
    return f"Nr. {key[1] + 1}"
