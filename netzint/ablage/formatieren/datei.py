"""Bring an odd file into the house's form; what it says stays the same, and every comment stays with its node."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from netzint.ablage.bearbeiten.baum import UngewohntFehler, read_baum
from netzint.ablage.formatieren.form import Form
from netzint.ablage.formatieren.kommentare import find_kommentare
from netzint.ablage.formatieren.satz import Satz
from netzint.ablage.leser.datei import Gelesen, parse
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.modell.grund import Eintrag

_BOM = b"\xef\xbb\xbf"


def formatiere(data: bytes, model: type[Eintrag]) -> bytes:
    """The file in the house's form. NetzintFehler, with the finding, for what cannot be repaired without guessing.

    Repaired are byte order mark, line ends, decomposed characters, missing final line end and trailing blanks.
    """
    text = _repair(data)
    vorher = _read(text)
    try:
        ergebnis = "".join(f"{line}\n" for line in Satz(text, read_baum(text), Form.of(model)).lines())
        gleich = parse(ergebnis.encode()).wert == vorher.wert and _count(ergebnis) == _count(text)
    except UngewohntFehler:
        gleich = False
    if not gleich:
        satz = "Die Datei lässt sich nicht formatieren, ohne ihren Inhalt zu verändern."
        raise NetzintFehler(satz, "Es wurde nichts geändert; bitte von Hand in Form bringen.", Ausgang.STOERUNG)
    return ergebnis.encode()


def _repair(data: bytes) -> str:
    """The text without what only the bytes have wrong; what is no UTF-8 is for the reader to explain."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        raise _explain(parse(data)) from None
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def _read(text: str) -> Gelesen:
    gelesen = parse(text.encode())
    if gelesen.wert is None:
        raise _explain(gelesen)
    return gelesen


def _explain(gelesen: Gelesen) -> NetzintFehler:
    fehler = [b for b in gelesen.befunde if b.schwere is Schwere.FEHLER]
    weitere = f" Dazu {len(fehler) - 1} weitere Befunde." if len(fehler) > 1 else ""
    return NetzintFehler(f"Zeile {fehler[0].zeile}: {fehler[0].text} ({fehler[0].code}).{weitere}", fehler[0].hinweis)


def _count(text: str) -> Counter[str]:
    return Counter(kommentar.text for kommentar in find_kommentare(text, read_baum(text)) if kommentar.text)
