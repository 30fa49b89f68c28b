"""Taking in a table of a spreadsheet: every row is an entry that is new, changed or as it was, and all is one Vorgang.

Nothing is taken in while anything is wrong; all that is wrong is told at once, with row and column. What a cell leaves
empty stays as it is: a table never takes anything away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.feldnamen import feldname
from netzint.vorgaenge.aenderung import Aenderung, Setzen, join
from netzint.vorgaenge.folgefehler import added_fehler
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importkopf import read_zeilen
from netzint.vorgaenge.importzeile import Zeile, Zeilenfehler

UNVERAENDERT, NEU, GEAENDERT = "unverändert", "neu", "geändert"


class Ergebnis(NamedTuple):
    """What becomes of a row."""

    zeile: int
    was: str
    kennung: str
    angaben: tuple[str, ...] = ()
    """What changes, each as ``E-Mail: alt → neu``."""


class Import(NamedTuple):
    """What a table comes to. With ``fehler`` nothing may be done."""

    zeilen: tuple[Ergebnis, ...]
    fehler: tuple[Zeilenfehler, ...]
    aenderung: Aenderung | None


def take_in(lage: Lage, art: Importart, rows: Sequence[Sequence[str]]) -> Import:
    """All rows of a table."""
    zeilen, fehler = read_zeilen(art, rows)
    found: list[Ergebnis] = []
    parts: list[Aenderung] = []
    nach_kennung: dict[str, Zeile] = {}
    for zeile in zeilen:
        result = art.take(lage, zeile)
        fehler += zeile.fehler
        if result is None or zeile.fehler:
            continue
        if isinstance(result, str):
            found.append(Ergebnis(zeile.nr, UNVERAENDERT, result))
            continue
        parts.append(result)
        lage.vergeben.update(eintrag.kennung for eintrag in result.neu)
        kennung = result.kennungen[0]
        nach_kennung[kennung] = zeile
        was = NEU if result.neu else GEAENDERT
        found.append(Ergebnis(zeile.nr, was, kennung, _tell_changes(lage.bestand, result)))
    if not fehler:
        fehler = _judge(lage, parts, nach_kennung)
    return Import(tuple(found), tuple(sorted(fehler)), _join(art, found, parts) if not fehler else None)


def _join(art: Importart, found: list[Ergebnis], parts: list[Aenderung]) -> Aenderung | None:
    if not parts:
        return None
    counted = [f"{sum(e.was == was for e in found)} {was}" for was in (NEU, GEAENDERT)]
    betreff = f"{art.name.title()} eingelesen ({', '.join(c for c in counted if not c.startswith('0 '))})"
    return join(f"importieren-{art.name}", betreff, parts)._replace(danach=())


def _judge(lage: Lage, parts: list[Aenderung], nach_kennung: Mapping[str, Zeile]) -> list[Zeilenfehler]:
    """What the rules say to the new entries, row by row; the write path judges everything once more."""
    neu = [eintrag for part in parts for eintrag in part.neu]
    if not neu:
        return []
    found: list[Zeilenfehler] = []
    for befund in added_fehler(lage.bestand, lage.bestand.replaced(neu), lage.stichtag):
        zeile = nach_kennung.get(befund.kennung)
        if zeile is not None:
            feld = next((str(f) for f in reversed(befund.feld) if isinstance(f, str)), "")
            found.append(Zeilenfehler(zeile.nr, zeile.titel(feld), befund.text, befund.hinweis))
    return found


def _tell_changes(bestand: Bestand, aenderung: Aenderung) -> tuple[str, ...]:
    told = []
    for step in aenderung.gesetzt:
        wert = step.wert if isinstance(step, Setzen) else ""
        old = _value(bestand.eintraege.get(step.kennung), step.feld)
        name = feldname(next(str(f) for f in reversed(step.feld) if isinstance(f, str)))
        told.append(f"{name}: {_short(old)} → {_short(wert)}")
    return tuple(told) if not aenderung.neu else ()


def _value(value: Any, feld: Sequence[str | int]) -> Any:
    for part in feld:
        if isinstance(part, int):
            value = value[part] if value is not None and part < len(value) else None
        else:
            value = getattr(value, part, None)
    return value


def _short(value: object) -> str:
    if value is None:
        return "leer"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dict):
        return ", ".join(_short(part) for part in value.values())
    text = f"{value:%d.%m.%Y}" if isinstance(value, date) else " ".join(str(value).split())
    return text if len(text) <= 50 else f"{text[:49]}…"
