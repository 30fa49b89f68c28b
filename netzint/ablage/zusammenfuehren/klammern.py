"""Merging inside of brackets, and bringing one side's brackets and the other's lines into one form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netzint.ablage.zusammenfuehren.baum import Block, Glied, Kind, Klammer, Offen, Schlicht, UneinsFehler


def merge_glied(basis: Any, unser: Any, ihr: Any, knoten: Any) -> Glied:
    """A child in brackets with its merged value."""
    vor, kopf, nach = (
        _pick(basis and getattr(basis, name), getattr(unser, name), getattr(ihr, name))
        for name in ("vor", "kopf", "nach")
    )
    return Glied(unser.name, vor, kopf, knoten, nach)


def put_together(basis: Klammer | None, unser: Klammer, ihr: Klammer, kinder: Sequence[Glied | Offen]) -> Klammer:
    """The bracket around merged children; a blank between any two, none before the first."""
    auf = _pick(basis and basis.auf, unser.auf, ihr.auf)
    zu = _pick(basis and basis.zu, unser.zu, ihr.zu)
    if zu.startswith(",") and not kinder:
        zu = zu[1:]
    anfang = next((k.kinder[0].vor for k in (unser, ihr) if k.kinder and isinstance(k.kinder[0], Glied)), "")
    return Klammer(unser.art, auf, tuple(_space(kind, nr, anfang) for nr, kind in enumerate(kinder)), zu)


def _space(kind: Glied | Offen, nr: int, anfang: str) -> Glied | Offen:
    if isinstance(kind, Offen):
        states = [
            _space_glied(k, nr, anfang) if isinstance(k, Glied) else None for k in (kind.unser, kind.basis, kind.ihr)
        ]
        return Offen(kind.name, (), *states)
    return _space_glied(kind, nr, anfang)


def _space_glied(glied: Glied, nr: int, anfang: str) -> Glied:
    if "#" in glied.vor or (nr and glied.vor):
        return glied
    return glied._replace(vor=" " if nr else anfang)


def align_form(basis: Any, unser: Any, ihr: Any) -> tuple[Any, Any, Any]:
    """Brackets and lines are not merged with each other: where one side has lines, all get them."""
    offen = next((seite for seite in (unser, ihr, basis) if isinstance(seite, Block)), None)
    if offen is None:
        return basis, unser, ihr
    first, second, third = (
        _open(seite, offen) if isinstance(seite, Klammer) else seite for seite in (basis, unser, ihr)
    )
    return first, second, third


def _open(klammer: Klammer, like: Block) -> Block:
    kinder = []
    for glied in klammer.kinder:
        if isinstance(glied, Offen) or "#" in glied.vor + glied.nach:
            raise UneinsFehler
        if klammer.art == "zuordnung":
            kinder.append(Kind(glied.name, (), glied.kopf, glied.knoten, ""))
        else:
            kinder.append(Kind(glied.name, (), "-", _with_blank(glied.knoten), ""))
    if "#" in klammer.auf + klammer.zu:
        raise UneinsFehler
    return Block(klammer.art, like.einzug, tuple(kinder), (), like.angehaengt)


def _with_blank(knoten: Schlicht | Klammer) -> Schlicht | Klammer:
    if isinstance(knoten, Klammer):
        return knoten._replace(auf=" " + knoten.auf.lstrip())
    return knoten._replace(text=" " + knoten.text.lstrip())


def _pick(basis: str | None, unser: str, ihr: str) -> str:
    if "#" in unser + ihr and basis not in (unser, ihr) and unser != ihr:
        raise UneinsFehler
    return ihr if unser == basis else unser
