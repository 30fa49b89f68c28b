"""The rules as a list and one by one: what ``netzint regel`` prints. One catalogue over all families of codes."""

from __future__ import annotations

from collections.abc import Sequence

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.befund import Schwere
from netzint.modell.codes_format import FORMAT
from netzint.modell.codes_lesen import LESEN
from netzint.modell.codes_vorlagen import VORLAGEN
from netzint.modell.codes_zusammen import ZUSAMMEN
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.katalog import Codeeintrag
from netzint.modell.sprache import fold
from netzint.regeln.alle import ALLE
from netzint.regeln.quellen import QUELLEN
from netzint.regeln.register import Regel
from netzint.regeln.uebergaenge import UEBERGAENGE

WORT = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}
_REGELN: tuple[Regel, ...] = (*ALLE, *UEBERGAENGE)
_ZWEI_STAENDE = frozenset(regel.code for regel in UEBERGAENGE)
WANN = (
    "wo zwei Stände zu vergleichen sind: mit „netzint pruefen --gegen BASIS“ oder „--zusammen A B“, und bei "
    "„festschreiben“, „bearbeiten“ und „abgleich“"
)
"""When such a rule is asked at all."""


def catalogue() -> dict[str, Codeeintrag]:
    """Every code that a finding can have, by code."""
    entries = (*LESEN, *FORMAT, *(_entry(regel) for regel in _REGELN), *VORLAGEN, *ZUSAMMEN)
    return {entry.code: entry for entry in sorted(entries)}


def _entry(regel: Regel) -> Codeeintrag:
    return Codeeintrag(regel.code, regel.schwere, regel.titel, regel.warum, regel.abhilfe, regel.beispiel)


def find(text: str) -> Bericht:
    """The rule of a code; or the rules whose codes begin so, that come from this row, or that speak of it."""
    code = text.strip().upper()
    known = catalogue()
    if code in known:
        return erklaere(code)
    rows = _rows()
    family = [entry for entry in rows if entry[0].startswith(code)]
    found = family or [entry for entry in rows if _fits(entry, code, fold(text).split())]
    if found:
        return _list(found, f"Regeln zu „{text}“", *((f"Quelle: {QUELLEN[code]}.",) if code in QUELLEN else ()))
    hinweis = meinten_sie(code, known, "Alle zeigt: netzint regel")
    raise NetzintFehler(f"Eine Regel „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def _fits(row: tuple[str, str, str, str], code: str, words: list[str]) -> bool:
    _, _, titel, fach = row
    return fach == code or all(word in fold(titel) for word in words)


def _rows() -> list[tuple[str, str, str, str]]:
    fach = {regel.code: regel.fach for regel in _REGELN}
    return [(e.code, WORT[e.schwere], _titel(e), fach.get(e.code, "")) for e in catalogue().values()]


def _titel(entry: Codeeintrag) -> str:
    return f"{entry.titel} (nur mit --gegen oder --zusammen)" if entry.code in _ZWEI_STAENDE else entry.titel


def liste() -> Bericht:
    """All codes with their severity, title and the row of the domain table they come from."""
    return _list(_rows(), "Regeln")


def _list(rows: Sequence[tuple[str, str, str, str]], titel: str, *saetze: str) -> Bericht:
    spalten = (("code", "Code"), ("schwere", "Schwere"), ("titel", "Regel"), ("fach", "Quelle"))
    return Bericht(
        "netzint.regeln/1",
        titel,
        (*saetze, f"Es {'ist eine' if len(rows) == 1 else f'sind {len(rows)}'}."),
        (Tabelle("regeln", "Liste", spalten, tuple(rows)),),
        schritte=(
            ("netzint regel CODE", "eine Regel mit Quelle, Beispiel und Abhilfe erklären"),
            ("netzint regel R15", "den Satz einer Quelle und die Regeln dazu"),
        ),
    )


def erklaere(code: str) -> Bericht:
    """One rule in full."""
    entry = catalogue()[code]
    regel = next((r for r in _REGELN if r.code == code), None)
    source = QUELLEN.get(regel.fach, "") if regel else ""
    quoted = not source or source.rpartition("(")[2].split(" ")[0] in entry.warum
    parts = (
        ("Warum", entry.warum),
        ("Quelle", "" if quoted else f"{source}."),
        ("Beispiel", entry.beispiel),
        ("Abhilfe", entry.abhilfe),
    )
    saetze = (f"{WORT[entry.schwere]}: {entry.titel}", *(f"{name}: {text}" for name, text in parts if text))
    if code in _ZWEI_STAENDE:
        saetze += (f"Wann: {WANN}.",)
    if regel is not None and regel.erlaesslich:
        saetze += ("Ausnahme: Die Strategiegruppe kann davon durch Beschluss abweichen (daten/ausnahmen/).",)
    return Bericht("netzint.regel/1", f"Regel {code}", saetze, (_angaben(entry, regel),))


def _angaben(entry: Codeeintrag, regel: Regel | None) -> Tabelle:
    """The same for machines, as one row."""
    row = {
        "code": entry.code,
        "schwere": str(entry.schwere),
        "titel": entry.titel,
        "warum": entry.warum,
        "beispiel": entry.beispiel,
        "abhilfe": entry.abhilfe,
        "fach": regel.fach if regel else "",
        "erlaesslich": "ja" if regel and regel.erlaesslich else "nein",
        "satz": QUELLEN.get(regel.fach, "") if regel else "",
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("regel", "Angaben", spalten, (tuple(row.values()),), nur_daten=True)
