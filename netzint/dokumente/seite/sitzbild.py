"""The seats of the Strategiegruppe around their table: who sits where, and what is vacant."""

from __future__ import annotations

from typing import Any, NamedTuple

from netzint.dokumente.seite.zeichnen import BREIT, MAGER, SCHMAL, Form, bild, fold, kasten, pfad, text
from netzint.modell.geschaeftsordnung import BANKNAMEN
from netzint.modell.sprache import anzahl

_LUECKE = 10.0
_HOCH, _ZEILE = 92.0, 46.0


class Sitzplatz(NamedTuple):
    """A seat and what is written on it."""

    bank: str
    sitz: str
    """Its name without that of the bench."""
    person: str
    besetzt: bool


def draw_sitze(plaetze: list[Sitzplatz], quorum: int) -> dict[str, Any]:
    """The picture; benches stand around the table, on narrow screens one below the other."""
    taken = sum(p.besetzt for p in plaetze)
    numbers = f"{taken} von {anzahl(len(plaetze), 'Sitz', 'Sitzen')} besetzt"
    names = "; ".join(f"{BANKNAMEN[p.bank]} – {p.sitz}: {p.person}" for p in plaetze)
    return bild(
        "sitze",
        f"Sitze der Strategiegruppe: {numbers}",
        f"{names}.",
        _draw_tisch(plaetze, numbers, f"beschlussfähig ab {quorum}" if quorum else ""),
        _draw_liste(plaetze),
    )


def _by_bank(plaetze: list[Sitzplatz]) -> list[list[Sitzplatz]]:
    return [[p for p in plaetze if p.bank == bank] for bank in dict.fromkeys(p.bank for p in plaetze)]


def _draw_tisch(plaetze: list[Sitzplatz], numbers: str, quorum: str) -> tuple[float, list[Form]]:
    """The first bench on the left, the last one on the right, the others side by side at the head of the table."""
    benches = _by_bank(plaetze)
    sides = (benches[0], benches[-1]) if len(benches) > 2 else ([], [])
    head = [p for bench in (benches[1:-1] if len(benches) > 2 else benches) for p in bench]
    width = (BREIT - _LUECKE * (max(len(head), 6) - 1)) / max(len(head), 6)
    rows = max(len(sides[0]), len(sides[1]))
    top = 26.0
    forms: list[Form] = []
    start = (BREIT - len(head) * (width + _LUECKE) + _LUECKE) / 2
    places = [(start + nr * (width + _LUECKE), top) for nr in range(len(head))]
    forms += _name_benches(head, places, width)
    low = top + _HOCH + 2 * _LUECKE + 22
    for side, x in ((sides[0], 0.0), (sides[1], BREIT - width)):
        below = [(x, low + nr * (_HOCH + _LUECKE)) for nr in range(len(side))]
        forms += _name_benches(side, below, width, to_end=x > 0)
        head, places = [*head, *side], [*places, *below]
    for platz, (x, y) in zip(head, places, strict=True):
        forms += _draw_karte(platz, x, y, width)
    height = low + max(rows * (_HOCH + _LUECKE) - _LUECKE, 96)
    return height + 2, [*_draw_mitte(width, low, height, numbers, quorum), *forms]


def _name_benches(
    seats: list[Sitzplatz], places: list[tuple[float, float]], width: float, *, to_end: bool = False
) -> list[Form]:
    forms = []
    for nr, (platz, (x, y)) in enumerate(zip(seats, places, strict=True)):
        if nr == 0 or platz.bank != seats[nr - 1].bank:
            name = BANKNAMEN[platz.bank]
            forms.append(text(x + (width if to_end else 0), y - 9, name, "bank", "end" if to_end else "start"))
    return forms


def _draw_mitte(width: float, top: float, bottom: float, numbers: str, quorum: str) -> list[Form]:
    """The table, with the number of seats taken on it."""
    left, middle = width + 3 * _LUECKE, (top + bottom) / 2
    forms = [kasten(left, top, BREIT - 2 * left, bottom - top, "tisch", 26)]
    forms.append(text(BREIT / 2, middle - (2 if quorum else -8), numbers, "gross", "middle"))
    if quorum:
        forms.append(text(BREIT / 2, middle + 24, quorum, "leise", "middle"))
    return forms


def _draw_karte(platz: Sitzplatz, x: float, y: float, width: float) -> list[Form]:
    """A seat: a filled card with a person, or a dashed one with an empty chair."""
    klasse = "platz" if platz.besetzt else "platz frei"
    lines = fold(platz.person, width - 18, 13, 3)
    kopf = fold(platz.sitz, width - 36, 12, 1, MAGER)
    return [
        kasten(x + 1, y + 1, width - 2, _HOCH - 2, f"{klasse} {platz.bank}", 9),
        *_draw_figur(x + width - 19, y + 17, platz),
        text(x + 10, y + 21, kopf[0] if kopf else "", "leise"),
        *(
            text(x + 10, y + 44 + nr * 16, line, "person" if platz.besetzt else "vakant")
            for nr, line in enumerate(lines)
        ),
    ]


def _draw_figur(x: float, y: float, platz: Sitzplatz) -> list[Form]:
    """Head and shoulders; of a vacant seat the outline."""
    klasse = f"figur {platz.bank}" if platz.besetzt else f"figur frei {platz.bank}"
    head = f"M{x - 4:.1f} {y - 5:.1f}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    body = f"M{x - 8:.1f} {y + 9:.1f}c0 -11 16 -11 16 0z"
    return [pfad(head + body, klasse)]


def _draw_liste(plaetze: list[Sitzplatz]) -> tuple[float, list[Form]]:
    forms, y = [], 4.0
    for bench in _by_bank(plaetze):
        forms.append(text(0, y + 18, BANKNAMEN[bench[0].bank], "bank"))
        y += 28
        for platz in bench:
            forms.append(
                kasten(
                    1, y + 1, SCHMAL - 2, _ZEILE - 4, f"{'platz' if platz.besetzt else 'platz frei'} {platz.bank}", 8
                )
            )
            forms += _draw_figur(22, y + 21, platz)
            forms.append(text(42, y + 17, fold(platz.sitz, SCHMAL - 52, 12, 1, MAGER)[0], "leise"))
            name = fold(platz.person, SCHMAL - 52, 14, 1)[0]
            forms.append(text(42, y + 34, name, "person" if platz.besetzt else "vakant"))
            y += _ZEILE
        y += 6
    return y, forms
