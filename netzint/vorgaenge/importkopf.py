"""The headings of a table that is taken in: understood however people write them, and whatever order they have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.sprache import aufzaehlung, fold
from netzint.vorgaenge.angaben import falsch
from netzint.vorgaenge.importart import Importart
from netzint.vorgaenge.importzeile import Zeile, Zeilenfehler, undo_formel

ANFANG = 20
"""So many rows may stand above the headings."""


def read_zeilen(art: Importart, rows: Sequence[Sequence[str]]) -> tuple[list[Zeile], list[Zeilenfehler]]:
    """The rows under their headings. Raises NetzintFehler (wrong usage) where no headings are to be found."""
    kopf = _find_kopf(art, rows)
    felder, fehler = _read_kopf(art, rows[kopf], kopf + 1)
    zeilen = []
    for nr, row in enumerate(rows[kopf + 1 :], kopf + 2):
        cells = [undo_formel(cell.strip()) for cell in row]
        if _is_fremd(art, cells):
            break
        if not any(cells):
            continue
        texte = {feld: cell for feld, cell in zip(felder, cells, strict=False) if feld and cell}
        zeilen.append(Zeile(nr, texte, art.spalten))
        if any(cells[len(felder) :]):
            zeilen[-1].tell("", "Die Zeile hat mehr Zellen als die Überschrift.", "Fehlen Anführungszeichen?")
    if not zeilen and not fehler:
        raise falsch(
            "In der Datei steht keine Zeile mit Angaben.", "Unter der Überschrift eintragen, was einzulesen ist."
        )
    return zeilen, fehler


def _plain(titel: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(titel))


def _names(art: Importart) -> dict[str, str]:
    """Every heading that is understood, as it is compared, with its field."""
    found = {_plain(name): "" for name in art.egal}
    for spalte in art.spalten:
        found |= {_plain(name): spalte.feld for name in (spalte.titel, spalte.feld, *spalte.auch)}
    return found


def _is_fremd(art: Importart, cells: Sequence[str]) -> bool:
    return tuple(cell for cell in cells if cell) in art.fremd


def _find_kopf(art: Importart, rows: Sequence[Sequence[str]]) -> int:
    """The row of headings: the one among the first that has most of them; our own lists may begin with others."""
    names = _names(art)
    rated = [(sum(_plain(c) in names for c in row if c.strip()), -at) for at, row in enumerate(rows[:ANFANG])]
    best, at = max(rated, default=(0, 0))
    if best == 0:
        hinweis = f"Eine leere Tabelle zum Ausfüllen: netzint importieren {art.name} --muster"
        raise falsch("In der Datei steht keine Überschrift, die zu verstehen ist.", hinweis)
    return -at


def _read_kopf(art: Importart, row: Sequence[str], nr: int) -> tuple[list[str], list[Zeilenfehler]]:
    names, felder = _names(art), list[str]()
    fehler: list[Zeilenfehler] = []
    titel = {spalte.feld: spalte.titel for spalte in art.spalten}
    own = any(names.get(_plain(cell)) == "" for cell in row)  # our own list: words for people, then for machines
    for at, cell in enumerate(row):
        name = _plain(cell)
        if name and name not in names:
            known = [t for t in titel.values() if t]
            hinweis = meinten_sie(cell, known, f"Es gibt: {', '.join(known)}.")
            fehler.append(Zeilenfehler(nr, column(at), f"Die Überschrift „{cell.strip()}“ ist unbekannt.", hinweis))
        feld = names.get(name, "")
        if feld and feld in felder:
            felder[felder.index(feld)] = ""
            if not own:
                fehler.append(Zeilenfehler(nr, column(at), f"„{titel[feld]}“ steht zweimal da.", "Eine streichen."))
        felder.append(feld)
    missing = [spalte.titel for spalte in art.spalten if spalte.pflicht and spalte.feld not in felder]
    if missing and "kennung" not in felder:  # with it a table may say no more than what changes
        text = f"Es {'fehlt die Spalte' if len(missing) == 1 else 'fehlen die Spalten'} {aufzaehlung(missing)}."
        fehler.append(Zeilenfehler(nr, "", text, f"Ein Muster: netzint importieren {art.name} --muster"))
    return felder, fehler


def column(at: int) -> str:
    """The letters that a spreadsheet gives to a column: 0 → A, 27 → AB."""
    letters = ""
    while at >= 0:
        letters, at = chr(ord("A") + at % 26) + letters, at // 26 - 1
    return letters
