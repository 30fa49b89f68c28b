"""``merge``: three states of one file become one."""

from __future__ import annotations

from typing import NamedTuple

from netzint.ablage.leser.datei import parse
from netzint.ablage.zusammenfuehren import textweise
from netzint.ablage.zusammenfuehren.abgleich import Abgleich
from netzint.ablage.zusammenfuehren.baum import Block, UneinsFehler, UngewohntFehler, to_wert
from netzint.ablage.zusammenfuehren.ergebnis import Zusammengefuehrt
from netzint.ablage.zusammenfuehren.lesen import read
from netzint.ablage.zusammenfuehren.ordnung import Ordnung
from netzint.ablage.zusammenfuehren.satz import IHR, UNSER, render


def merge(basis: bytes | None, unser: bytes, ihr: bytes, pfad: str) -> Zusammengefuehrt:
    """Merge what two sides made of one file. ``basis``: what both started from, None if it is new on both.

    What only one side changed is taken as it stands there, comments included; what both changed alike, once. Only a
    value that both changed differently is a Konflikt. Never raises for anything that is wrong with the contents.
    """
    if unser == ihr or basis == ihr:
        return Zusammengefuehrt(unser)
    if basis == unser:
        return Zusammengefuehrt(ihr)
    if not pfad.endswith(".yaml"):
        return textweise.merge_text(basis, unser, ihr)
    try:
        return merge_yaml(basis, unser, ihr, pfad)
    except UneinsFehler:
        return textweise.mark_all(basis, unser, ihr)
    except UngewohntFehler:
        return _merge_ungewohnt(basis, unser, ihr)


class _Datei(NamedTuple):
    """One state of the file, its lines ended by LF inside."""

    baum: Block
    zeilenende: str
    schluss: str
    """How its last line ends."""


def _read(data: bytes) -> _Datei:
    """Raises UngewohntFehler for what the strict reader refuses, or what the tree does not give back byte for byte."""
    if parse(data).wert is None:
        raise UngewohntFehler
    text = data.decode()
    schluss = "\n" if text.endswith("\n") else ""
    gewandelt = text.replace("\r\n", "\n")
    baum = read(gewandelt + ("" if schluss else "\n"))
    zeilenende = "\r\n" if gewandelt != text else "\n"
    if _write(baum, zeilenende, schluss) != data:
        raise UngewohntFehler
    return _Datei(baum, zeilenende, schluss)


def _write(baum: Block, zeilenende: str, schluss: str) -> bytes:
    text = render(baum)
    return (text if schluss else text.removesuffix("\n")).replace("\n", zeilenende).encode()


def merge_yaml(basis: bytes | None, unser: bytes, ihr: bytes, pfad: str) -> Zusammengefuehrt:
    """By the parts of the file. Raises UngewohntFehler for a form that has none, UneinsFehler if all of it is open."""
    b, u, i = _read(basis) if basis else None, _read(unser), _read(ihr)
    abgleich = Abgleich(Ordnung(pfad))
    merged = abgleich.merge(b.baum if b else None, u.baum, i.baum)
    offen = tuple(abgleich.konflikte)
    for wahl in (UNSER, IHR) if offen else (UNSER,):
        if parse(render(merged, wahl).encode()).wert != to_wert(merged, wahl):
            raise UngewohntFehler
    zeilenende = i.zeilenende if b and b.zeilenende == u.zeilenende else u.zeilenende
    schluss = i.schluss if b and b.schluss == u.schluss else u.schluss
    return Zusammengefuehrt(_write(merged, zeilenende, "\n" if offen else schluss), offen)


def _merge_ungewohnt(basis: bytes | None, unser: bytes, ihr: bytes) -> Zusammengefuehrt:
    """By lines. If both sides can be read, so must what came of it."""
    merged = textweise.merge_text(basis, unser, ihr)
    lesbar = all(parse(data).wert is not None for data in (unser, ihr))
    if lesbar and not merged.konflikte and parse(merged.text).wert is None:
        return textweise.mark_all(basis, unser, ihr)
    return merged
