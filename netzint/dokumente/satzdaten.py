"""The tree as plain data for the layout in ``satz/``: Typst source is never made from data."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from netzint.dokumente import din5008, spalten
from netzint.dokumente.anker import list_ziele
from netzint.dokumente.baum import (
    ZEILENHOEHE,
    Absatz,
    Baum,
    Betont,
    Block,
    Linie,
    Liste,
    Seitenwechsel,
    Stark,
    Stueck,
    Tabelle,
    Text,
    Ueberschrift,
    Umbruch,
    Verweis,
    Zeile,
    Zitat,
    plain_text,
)
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.schluss import find_schluss, measure_ende
from netzint.dokumente.woerter import LAENGSTES, split_word

Daten = dict[str, Any]

OHNE_TAG = date(1970, 1, 1)
"""The day of a document that has none: a PDF for the archive must name one, and the same one each time."""
_EINZEILIG = 70
"""So many letters stand on a line in any case; looking for their syllables would be lost time."""
_LANG = 30
"""A title with a longer word may have to divide it; others look calmer with whole words."""
_WORT = re.compile(r"\S+")
_MIT_STRICH = re.compile(r"(\S+-\S+)")
_GANZ = 22
"""So many letters stand on a line of half the letterhead in any case."""


def make_daten(baum: Baum, kopf: Kopf, markdown: str) -> Daten:
    """Everything that the layout has to know of a document, as what JSON can say. Measures are in mm."""
    teile = arrange(baum)
    blocks, end = _mark_thema(teile.rumpf, _blocks(teile.rumpf)), find_schluss(teile.rumpf)
    day = date.fromisoformat(kopf.datum) if kopf.datum else OHNE_TAG
    sender = (kopf.stelle, *kopf.anschrift.split("\n"))
    return {
        "titel": teile.titel,
        "netzwerk": kopf.netzwerk,
        "beschreibung": " · ".join(filter(None, (kopf.zeichen, kopf.netzwerk))),
        "schlagworte": [f"{name}={value}" for name, value in list_herkunft(kopf)],
        "datum": [day.year, day.month, day.day],
        "zeichen": kopf.zeichen,
        "ruecksendung": " · ".join(filter(None, sender)) if kopf.anschrift else "",
        "markdown": markdown,
        "dateiname": f"{kopf.kennung}.md",
        "briefkopf": _letterhead(teile.briefkopf),
        "anschrift": _blocks(teile.anschrift),
        "infoblock": _blocks(teile.infoblock),
        "rumpf": blocks[:end],
        "schluss": blocks[end:],
        "frei": measure_ende(teile.rumpf[end:], teile.fuss) if _takes_row(blocks, end) else 0,
        "fuss": _blocks(teile.fuss),
        "masse": {name.lower().replace("_", "-"): value for name, value in vars(din5008).items() if name.isupper()},
    }


def _takes_row(rumpf: list[Daten], end: int) -> bool:
    """Whether the end of a document goes to the next page with the last row of the table before it.

    Not if it begins with a heading of its own, nor with a row so high that it is parted.
    """
    last = rumpf[end - 1]
    if last["art"] != "tabelle" or not last["zeilen"] or len(last["zeilen"]) - 1 in last["hoch"]:
        return False
    return end == len(rumpf) or rumpf[end]["art"] != "ueberschrift"


def _letterhead(baum: Baum) -> list[Daten]:
    """Its first paragraph is the large name on the left."""
    blocks = _blocks(baum)
    if blocks and blocks[0]["art"] == "absatz":
        blocks[0]["inhalt"] = _keep_whole(blocks[0]["inhalt"])
    return blocks


def _keep_whole(pieces: list[Any]) -> list[Any]:
    """Words like Baden-Württemberg look better on one line, if they surely fit on one."""
    found: list[Any] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts = filter(None, _MIT_STRICH.split(piece))
            found += [["ganz", [part]] if "-" in part and len(part) <= _GANZ else part for part in parts]
        else:
            art, *rest = piece
            found.append([art, _keep_whole(rest[0])] if art in ("stark", "betont", "silben") else piece)
    return found


def _mark_thema(rumpf: Baum, blocks: list[Daten]) -> list[Daten]:
    """A bold paragraph below the title says what it is about: it is set larger."""
    if len(rumpf) > 1 and isinstance(rumpf[1], Absatz) and [type(piece) for piece in rumpf[1].inhalt] == [Stark]:
        blocks[1]["gross"] = True
    return blocks


def _blocks(baum: Baum) -> list[Daten]:
    return [_block(block) for block in baum]


def _block(block: Block) -> Daten:
    match block:
        case Ueberschrift():
            words = plain_text(block.inhalt).split()
            title = _line(block.inhalt, divide=max(map(len, words), default=0) > _LANG)
            return {"art": "ueberschrift", "ebene": block.ebene, "inhalt": title, "anker": block.anker}
        case Absatz():
            return {"art": "absatz", "inhalt": _line(block.inhalt, divide=len(plain_text(block.inhalt)) > _EINZEILIG)}
        case Liste(beginn=None):
            return {"art": "punkte", "punkte": [_blocks(punkt) for punkt in block.punkte]}
        case Liste():
            return {"art": "nummern", "beginn": block.beginn, "punkte": [_blocks(punkt) for punkt in block.punkte]}
        case Tabelle():
            return _table(block)
        case Zitat():
            return {"art": "zitat", "inhalt": _blocks(block.inhalt)}
        case Linie():
            return {"art": "linie"}
        case Seitenwechsel():
            return {"art": "seitenwechsel"}


def _table(tabelle: Tabelle) -> Daten:
    form = spalten.measure(tabelle)

    def write_row(row: tuple[Zeile, ...]) -> list[Any]:
        return [_line(cell, divide=form.may_wrap(cell, at), room=form.count_room(at)) for at, cell in enumerate(row)]

    return {
        "art": "tabelle",
        "angaben": tabelle.is_angaben,
        "zeilenhoehe": ZEILENHOEHE if tabelle.is_unterschriften else 0,
        "groesse": form.groesse,
        "breiten": form.anteile,
        "ausrichtung": [align or "links" for align in tabelle.ausrichtung],
        "kopf": write_row(tuple(map(_unlink, tabelle.kopf))),
        "zeilen": [write_row(row) for row in tabelle.zeilen],
        "hoch": [nr for nr, row in enumerate(tabelle.zeilen) if form.is_high(row)],
        "ziele": ziele if any(ziele := [(*list_ziele(row), "")[0] for row in tabelle.zeilen]) else [],
    }


def _unlink(zeile: Zeile) -> Zeile:
    """Headings of columns come again on each page, and there they are decoration, which must not have links."""
    pieces: list[Stueck] = []
    for piece in zeile:
        if isinstance(piece, Verweis):
            pieces += _unlink(piece.inhalt)
        else:
            pieces.append(type(piece)(_unlink(piece.inhalt)) if isinstance(piece, Stark | Betont) else piece)
    return tuple(pieces)


def _line(zeile: Zeile, *, divide: bool = False, room: int = LAENGSTES) -> list[Any]:
    """``divide``: its words may be divided by syllables; ``room``: so many letters fit on a line, if it is short."""
    parts = [part for piece in zeile for part in _piece(piece, room)]
    return [["silben", parts]] if divide else parts


def _piece(stueck: Stueck, room: int) -> list[Any]:
    match stueck:
        case Text():
            return _words(stueck.text, room)
        case Umbruch():
            return [["umbruch"]]
        case Stark():
            return [["stark", _line(stueck.inhalt, room=room)]]
        case Betont():
            return [["betont", _line(stueck.inhalt, room=room)]]
        case Verweis() if stueck.is_eigener:
            return [["sprung", stueck.ziel[1:], _line(stueck.inhalt, room=room)]]
        case Verweis():
            return [["verweis", stueck.ziel, _line(stueck.inhalt, room=room)]]


def _words(text: str, room: int) -> list[Any]:
    """Plain text, and between it the words that may be parted without a hyphen, in their parts."""
    pieces: list[Any] = []
    start = 0
    for match in _WORT.finditer(text):
        parts = split_word(match[0], room)
        if len(parts) > 1:
            pieces += [text[start : match.start()], ["trennbar", parts]]
            start = match.end()
    return [piece for piece in (*pieces, text[start:]) if piece]
