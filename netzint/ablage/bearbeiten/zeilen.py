"""Edits where each node has lines of its own (block style)."""

from __future__ import annotations

import re

from netzint.ablage.bearbeiten.baum import Kind, Knoten, UngewohntFehler
from netzint.ablage.bearbeiten.text import Dokument
from netzint.ablage.yamltext import join_strich, render_feld, render_punkt, render_value
from netzint.modell.klartext import Klartext

_KOMMENTAR = re.compile(r"(?:^| )#.*$")


def replace(dok: Dokument, kind: Kind, wert: Klartext, *, block: bool = False) -> None:
    """Another value for a key or list item; ``block`` writes it without brackets."""
    alt = kind.knoten
    vorne = kind.spalte + kind.kopfende - kind.start + 1
    inline, zeilen = render_value(wert, kind.spalte, vorne, block=block, stufe=_find_stufe(dok.text, kind))
    if not zeilen and not alt.is_block and not alt.is_prosa:
        dok.splice_vor_kommentar(alt.start, alt.ende, inline, alt.ende)
        return
    if not alt.is_block and "\n" in dok.text[kind.kopfende : alt.start]:
        raise UngewohntFehler
    kommentar, spalte = _find_kommentar(dok, kind)
    zwischen = _find_zwischenzeilen(dok, kind)
    if zwischen and inline.startswith("|"):
        raise UngewohntFehler
    kopf = " " * kind.spalte + dok.text[kind.start : kind.kopfende]
    if inline or not isinstance(kind.name, int) or zwischen:
        zeilen = [f"{kopf} {inline}" if inline else kopf, *zwischen, *zeilen]
    else:
        zeilen = join_strich(kopf, zeilen)
    if kommentar:
        zeilen[0] += " " * max(2, spalte - len(zeilen[0])) + kommentar
    dok.splice(kind.kopfende, dok.find_zeilenende(alt.ende), "\n".join(zeilen)[len(kopf) :])


def _find_kommentar(dok: Dokument, kind: Kind) -> tuple[str, int]:
    """The comment behind a node and its column."""
    alt = kind.knoten
    start = alt.start if alt.is_prosa else kind.kopfende if alt.is_block else alt.ende
    ende = dok.find_zeilenende(start)
    match = _KOMMENTAR.search(dok.text[start:ende])
    if match is None or (alt.is_block and alt.start < ende):  # that one belongs to the first child
        return "", 0
    kommentar = match[0].lstrip(" ")
    return kommentar, ende - len(kommentar) - dok.find_zeilenanfang(start)


def _find_zwischenzeilen(dok: Dokument, kind: Kind) -> list[str]:
    """The comment lines between a key or dash and the block below it."""
    if not kind.knoten.is_block:
        return []
    return dok.text[kind.kopfende : kind.knoten.start].split("\n")[1:-1]


def insert(dok: Dokument, behaelter: Knoten, stelle: int, name: str | int, wert: Klartext) -> None:
    """A new child before the one at ``stelle``, or behind the last."""
    kinder = behaelter.kinder
    spalte = kinder[0].spalte
    zeilen = render_punkt(wert, spalte) if isinstance(name, int) else render_feld(name, wert, spalte)
    if stelle == 0:
        start = find_kopfkommentar(dok, kinder[0]) if isinstance(name, int) else kinder[0].start
        dok.splice(start, start, "\n".join(zeilen).lstrip(" ") + "\n" + " " * spalte)
        return
    ende = dok.find_zeilenende(kinder[stelle - 1].knoten.ende)
    dok.insert_zeilen(skip_innere_kommentare(dok, ende, spalte), zeilen)


def remove(dok: Dokument, behaelter: Knoten, nr: int) -> None:
    """Take out a child that is not the only one; comments above and below it stay."""
    kind = behaelter.kinder[nr]
    anfang, ende = dok.find_zeilenanfang(kind.start), dok.find_zeilenende(kind.knoten.ende)
    if not dok.text[anfang : kind.start].strip(" "):
        dok.remove_zeilen(anfang, ende)
        return
    naechstes = behaelter.kinder[nr + 1].start  # it stands behind a dash, so it is the first
    if dok.find_zeilenanfang(naechstes) == ende + 1:
        dok.splice(kind.start, naechstes, "")
    else:  # a comment between them keeps its line
        dok.splice(len(dok.text[: kind.start].rstrip(" ")), ende, "")


def find_kopfkommentar(dok: Dokument, kind: Kind) -> int:
    """Where a list item begins together with the comment lines right above it that stand as far in as it does."""
    start = kind.start
    while dok.find_zeilenanfang(start) == start - kind.spalte and start > kind.spalte:
        davor = dok.find_zeilenanfang(start - kind.spalte - 1)
        zeile = dok.text[davor : start - kind.spalte - 1]
        if not zeile.startswith(" " * kind.spalte + "#"):
            break
        start = davor + kind.spalte
    return start


def skip_innere_kommentare(dok: Dokument, ende: int, spalte: int) -> int:
    """The end of the last line that still belongs to the node above: comments that stand further in than it."""
    stelle = ende
    while stelle < len(dok.text):
        zeile = dok.text[stelle + 1 : dok.find_zeilenende(stelle + 1)]
        stelle += 1 + len(zeile)
        inhalt = zeile.lstrip(" ")
        if inhalt.startswith("#") and len(zeile) - len(inhalt) > spalte:
            ende = stelle
        elif inhalt:
            break
    return ende


def _find_stufe(text: str, kind: Kind) -> int:
    """How far a block scalar is indented, so that a line of it that stays the same is not touched."""
    alt = kind.knoten
    if alt.art != "|":
        return 2
    zeile = next((z for z in text[alt.start : alt.ende].split("\n")[1:] if z.strip(" ")), "")
    eigene = next((z for z in alt.wert.split("\n") if z.strip(" ")), "")
    stufe = len(zeile) - len(zeile.lstrip(" ")) - (len(eigene) - len(eigene.lstrip(" "))) - kind.spalte
    return stufe if 1 <= stufe <= 9 else 2
