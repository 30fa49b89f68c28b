"""The pass over the tokens: what YAML can do and an entry must not (tags, anchors, documents …)."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.ablage.leser.bau import MAX_TIEFE
from netzint.ablage.leser.befund import Position, befund
from netzint.ablage.leser.ereignisse import Ereignis, Quelle
from netzint.ablage.leser.syntax import ANWEISUNG
from netzint.modell.befund import Befund

_EINFACH = {
    "TagToken": ("L201", "Hier steht eine YAML-Typangabe („!“)"),
    "AnchorToken": ("L202", "Hier steht ein YAML-Anker („&“)"),
    "AliasToken": ("L203", "Hier steht ein Verweis auf einen YAML-Anker („*“)"),
    "DocumentEndToken": ("L206", "Hier steht das Dokumentende „...“"),
    "DirectiveToken": ("L205", ANWEISUNG),
}
_STUFEN = {
    "FlowSequenceStartToken": 1,
    "FlowMappingStartToken": 1,
    "BlockSequenceStartToken": 1,
    "BlockMappingStartToken": 1,
    "FlowSequenceEndToken": -1,
    "FlowMappingEndToken": -1,
    "BlockEndToken": -1,
}
_ENDE = ("DocumentEndToken", "DirectiveToken")
_RAHMEN = ("StreamStartToken", "DocumentStartToken")


def find_marken(quelle: Quelle) -> Iterator[Befund]:
    """The findings up to the end of the first document; syntax errors are raised as the parser raises them."""
    get = quelle.tokens()
    content = False
    tiefe = 0
    # Both scanners take quadratic time for deep nesting; the builder refuses it anyway.
    while tiefe <= MAX_TIEFE and (token := get()) is not None:
        name = type(token).__name__
        tiefe += _STUFEN.get(name, 0)
        if name in _EINFACH:
            code, satz = _EINFACH[name]
            yield befund(code, _place(token), satz)
        elif name == "DocumentStartToken":
            yield _document_start(token, content=content)
        elif name == "KeyToken" and token.end_mark.column != token.start_mark.column:
            yield befund("L208", _place(token), "Hier beginnt ein Schlüssel mit „?“")
        if name in _ENDE or (name == "DocumentStartToken" and content):
            break  # what follows is no part of the entry
        content = content or name not in _RAHMEN


def _document_start(token: Ereignis, *, content: bool) -> Befund:
    if content:
        return befund("L207", _place(token), "Hier beginnt mit „---“ ein zweites Dokument")
    return befund("L206", _place(token), "Die Datei beginnt mit „---“; das ist nicht nötig und nicht erlaubt")


def _place(token: Ereignis) -> Position:
    return Position(token.start_mark.line + 1, token.start_mark.column + 1)
