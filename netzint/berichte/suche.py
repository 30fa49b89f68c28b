"""Where a text stands in the data: ``netzint suche``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from netzint.berichte.spur import seit_of
from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.berichte.worte import wort_of
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Feldpfad
from netzint.modell.bestand import Bestand
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.sprache import anzahl, datum, fold

_ZEICHEN = dict.fromkeys(range(0x300, 0x370))
"""Dots and accents, once they are signs of their own."""
UMGEBUNG = 35
"""Signs shown before and behind the place."""


class Fund(NamedTuple):
    """One value in which the text stands."""

    art: str
    kennung: str
    pfad: str
    feld: Feldpfad
    ausschnitt: str
    """The place with a little around it, in one line."""
    treffer: str
    """What was found, folded."""
    zeile: int = 0
    """The line in the file, from 1 on; 0 until it is looked up."""


def find_funde(bestand: Bestand, text: str) -> tuple[Fund, ...]:
    """All values that hold the text, or (if none does) all of its words; large and small letters and umlauts alike.

    An umlaut may be typed as such, written out, or without its dots: Überlingen is found by ueberlingen and uberlingen.
    """
    wanted = " ".join(fold(text).split())
    if not wanted:
        return ()
    values = [(entry, feld, value) for entry in bestand.iter_eintraege() for feld, value in _iter_werte(entry)]
    folded = [(entry, feld, value, _fold_beides(value)) for entry, feld, value in values]
    found = [_make(entry, feld, value, wanted) for entry, feld, value, plain in folded if wanted in plain]
    if not found:
        words = wanted.split()
        matching = (entry for entry in folded if all(word in entry[3] for word in words))
        found = [_make(entry, feld, value, words[0]) for entry, feld, value, _ in matching]
    return tuple(found)


def _fold_beides(text: str) -> str:
    """Both foldings of a text, in lines of their own."""
    return fold(text) if text.isascii() else f"{fold(text)}\n{_strip_marks(text)}"


def _strip_marks(text: str) -> str:
    """Letters without dots and accents: ``Überlingen`` → ``uberlingen``."""
    return normalize("NFD", text.casefold()).translate(_ZEICHEN)


def _iter_werte(entry: Eintrag) -> Iterator[tuple[Feldpfad, str]]:
    yield (), entry.kennung
    yield from _iter_felder(entry, ())


def _iter_felder(teil: Angabe, feld: Feldpfad) -> Iterator[tuple[Feldpfad, str]]:
    for name in ordered_fields(type(teil)):
        yield from _iter_wert(getattr(teil, name), (*feld, name))


def _iter_wert(wert: Any, feld: Feldpfad) -> Iterator[tuple[Feldpfad, str]]:
    """Every text, day and number below, with its place; of days also the way people write them."""
    if isinstance(wert, Angabe):
        yield from _iter_felder(wert, feld)
    elif isinstance(wert, tuple) and not hasattr(wert, "_fields"):
        for nr, item in enumerate(wert):
            yield from _iter_wert(item, (*feld, nr))
    elif isinstance(wert, dict):
        for key, item in wert.items():
            yield from _iter_wert(item, (*feld, str(key)))
    elif isinstance(wert, date):
        yield feld, f"{wert} ({wert:%d.%m.%Y})"
    elif wert is not None and not isinstance(wert, bool):
        yield feld, " ".join(str(wert).split())


def _make(entry: Eintrag, feld: Feldpfad, wert: str, wanted: str) -> Fund:
    art = type(entry).__name__.lower()
    return Fund(art, entry.kennung, NACH_NAME[art].pfad(entry.kennung), feld, _cut(wert, wanted), wanted)


def _cut(wert: str, wanted: str) -> str:
    """The place with what stands around it; folding makes ``ä`` two letters, so it is searched for letter by letter."""
    starts = (n for n in range(len(wert)) if any(f(wert[n:]).startswith(wanted) for f in (fold, _strip_marks)))
    start = next(starts, 0)
    von, bis = max(0, start - UMGEBUNG), start + len(wanted) + UMGEBUNG
    return f"{'…' if von else ''}{wert[von:bis].strip()}{'…' if bis < len(wert) else ''}"


def drop_spaetere(bestand: Bestand, funde: Sequence[Fund], stichtag: date) -> tuple[Fund, ...]:
    """The places in entries that were there on a day already."""
    there = {k: seit is None or seit <= stichtag for k in {f.kennung for f in funde} for seit in [seit_of(bestand, k)]}
    return tuple(fund for fund in funde if there[fund.kennung])


def suche(text: str, funde: Sequence[Fund], stichtag: date, spaetere: int = 0) -> Bericht:
    """The places as a table, by kind and Kennung. ``spaetere``: so many stand in entries that came after the day."""
    rows = tuple(
        (fund.kennung, wort_of(fund.art), fund.zeile, tell_feld(fund.feld), fund.ausschnitt, fund.pfad)
        for fund in funde
    )
    spalten = (
        ("kennung", "Kennung"),
        ("art", "Art"),
        ("zeile", "Zeile"),
        ("feld", "Feld"),
        ("text", "Fundstelle"),
        ("pfad", "Datei"),
    )
    tabelle = Tabelle("funde", "Fundstellen", spalten, rows, leer="nichts gefunden", verborgen=("pfad",))
    entries = len({fund.kennung for fund in funde})
    satz = f"{anzahl(len(rows), 'Fundstelle', 'Fundstellen')} in {anzahl(entries, 'Eintrag', 'Einträgen')}."
    more = f"{anzahl(spaetere, 'weitere Fundstelle', 'weitere Fundstellen')} in Einträgen, die es am {datum(stichtag)} "
    saetze = (satz, *((f"{more}noch nicht gab.",) if spaetere else ()))
    danach = ((f"netzint spur {funde[0].kennung}", "sehen, womit der Eintrag zusammenhängt"),) if funde else ()
    return Bericht("netzint.suche/1", f"Suche nach „{text}“", saetze, (tabelle,), danach)


def tell_feld(feld: Feldpfad) -> str:
    """``("mandate", 0, "von")`` → ``Mandate 1: Von``."""
    parts: list[str] = []
    for part in feld:
        if isinstance(part, int):
            parts[-1] += f" {part + 1}"
        else:
            parts.append(feldname(part))
    return ": ".join(parts) or "Kennung"
