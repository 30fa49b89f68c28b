"""The AGs along the years: since when, until when, and how much time is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from netzint.dokumente.seite.zeichnen import BREIT, SCHMAL, Form, bild, fold, kasten, linie, text
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.sprache import anzahl, kurzdatum
from netzint.recht.zustaende import BEZEICHNUNG, agstand

_BALKEN = 18.0
_ECKE = 5.0
_JE_BILD = 10


class Achse(NamedTuple):
    """From a first to a last day over a width."""

    von: date
    bis: date
    links: float
    breite: float

    def at(self, tag: date) -> float:
        """Where a day lies."""
        share = (tag - self.von).days / max(1, (self.bis - self.von).days)
        return self.links + self.breite * min(max(share, 0.0), 1.0)


def tell_rest(ag: Arbeitsgruppe, tag: date) -> str:
    """How much of its time is left, in words."""
    stand = agstand(ag, tag)
    if stand == "abgeschlossen" and ag.abschluss is not None:
        return f"abgeschlossen am {kurzdatum(ag.abschluss.am)}"
    days = (ag.ende - tag).days
    if days < 0:
        return f"seit {_dauer(-days, 'n')} abgelaufen"
    if stand == "eingesetzt":
        return f"beginnt in {_dauer((ag.mandat.von - tag).days, 'n')}"
    return f"noch {_dauer(days)}" if days else "letzter Tag"


def _dauer(days: int, fall: str = "") -> str:
    """Days, from three months on in months, from two years on in years, as one speaks; ``fall`` ends the plural."""
    if days < 90:
        return anzahl(days, "Tag", f"Tage{fall}")
    return f"{days // 30} Monate{fall}" if days < 730 else f"{days // 365} Jahre{fall}"


def draw_zeitleisten(ags: tuple[Arbeitsgruppe, ...], tag: date) -> list[dict[str, Any]]:
    """The pictures: a bar for each AG with its name above, and a line for the day; as many AGs as a sheet has room for.

    All of them show the same years.
    """
    first, last = _spanne(ags, tag)
    parts = [ags[at : at + _JE_BILD] for at in range(0, len(ags), _JE_BILD)]
    pictures = []
    for nr, part in enumerate(parts, 1):
        facts = "; ".join(_tell(ag, tag) for ag in part)
        more = f", Teil {nr} von {len(parts)}" if len(parts) > 1 else ""
        titel = f"Arbeitsgruppen von {first.year} bis {last.year}{more}"
        wide = _draw(part, Achse(first, last, 1, BREIT - 2), tag, 1)
        tall = _draw(part, Achse(first, last, 1, SCHMAL - 2), tag, 2)
        pictures.append(bild(f"zeitleiste-{nr}", titel, f"{facts}.", wide, tall))
    return pictures


def _tell(ag: Arbeitsgruppe, tag: date) -> str:
    period = f"{kurzdatum(ag.mandat.von)} bis {kurzdatum(_ende(ag, tag))}"
    return f"{ag.name_am(tag)}: {period}, {BEZEICHNUNG[agstand(ag, tag)]}, {tell_rest(ag, tag)}"


def _ende(ag: Arbeitsgruppe, tag: date) -> date:
    """Where the bar ends: at the Abschluss, if it is closed."""
    closed = ag.abschluss.am if ag.abschluss and ag.abschluss.am <= tag else None
    return max(ag.mandat.von, closed) if closed else ag.ende


def _spanne(ags: tuple[Arbeitsgruppe, ...], tag: date) -> tuple[date, date]:
    first = min([tag, *(ag.mandat.von for ag in ags)])
    last = max([tag, *(_ende(ag, tag) for ag in ags)])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _draw(ags: tuple[Arbeitsgruppe, ...], achse: Achse, tag: date, zeilen: int) -> tuple[float, list[Form]]:
    breite = achse.breite + 2
    rows: list[Form] = []
    y = 50.0
    for ag in ags:
        lines = fold(ag.name_am(tag), breite - 4, 13, zeilen)
        for nr, line in enumerate(lines):
            rows.append(text(2, y + 14 + nr * 17, line, "person halo"))
        y += 22 + (len(lines) - 1) * 17
        rows += _draw_balken(ag, achse, y, tag)
        y += _BALKEN
        active = "aktiv, " if agstand(ag, tag) == "aktiv" else ""
        rows.append(_place(achse, y + 16, active + tell_rest(ag, tag), ag, tag, breite))
        y += 34
    return y, [*_draw_jahre(achse, y - 8), *_draw_heute(achse, tag, y - 8, breite), *rows]


def _place(achse: Achse, y: float, words: str, ag: Arbeitsgruppe, tag: date, breite: float) -> Form:
    """The words under the bar, at its end if there is room to the left of it, otherwise from its beginning."""
    end, wide = achse.at(_ende(ag, tag)), len(words) * 7
    if end - wide > 4:
        return text(end, y, words, "leise halo", "end")
    return text(min(achse.at(ag.mandat.von), max(2.0, breite - wide - 4)), y, words, "leise halo")


def _draw_balken(ag: Arbeitsgruppe, achse: Achse, y: float, tag: date) -> Iterator[Form]:
    """Filled while at work, hatched when closed, dashed where it is still to come or has run out."""
    stand, ende = agstand(ag, tag), _ende(ag, tag)
    start, end = achse.at(ag.mandat.von), achse.at(ende)
    if stand == "abgeschlossen":
        yield kasten(start, y, max(end - start, 4), _BALKEN, "balken zu", _ECKE)
    elif stand == "eingesetzt":
        yield kasten(start, y, end - start, _BALKEN, "balken kommt", _ECKE)
    else:
        now = achse.at(min(tag, ende))
        yield kasten(start, y, end - start, _BALKEN, "balken kommt", _ECKE)
        yield kasten(start, y, max(now - start, 4), _BALKEN, "balken", _ECKE)
        if tag > ende:
            yield kasten(end, y, achse.at(tag) - end, _BALKEN, "balken ueber", 0)
    for verlaengerung in ag.verlaengerungen:
        if ag.mandat.von < verlaengerung.ab < ende:
            x = achse.at(verlaengerung.ab)
            yield linie(x, y - 3, x, y + _BALKEN + 3, "grenze")


def _draw_jahre(achse: Achse, bottom: float) -> Iterator[Form]:
    years = range(achse.von.year, achse.bis.year + 1)
    step = max(1, -(-len(years) * 44 // int(achse.breite)))
    for nr, year in enumerate(years):
        x = achse.at(date(year, 1, 1))
        yield linie(x, 30, x, bottom, "raster")
        if nr % step == 0:
            yield text(x + 3, 41, str(year), "leise")


def _draw_heute(achse: Achse, tag: date, bottom: float, breite: float) -> Iterator[Form]:
    x = achse.at(tag)
    words = f"Stichtag {kurzdatum(tag)}"
    yield linie(x, 22, x, bottom, "heute")
    half = len(words) * 3.6
    yield text(min(max(x, half), breite - half), 15, words, "heutewort", "middle")
