"""The way of the Empfehlungen: how many are at which step, which ones, and what the traffic lights say."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from netzint.dokumente.seite.zeichnen import BREIT, SCHMAL, Form, bild, kasten, licht, pfad, text
from netzint.modell.sprache import anzahl
from netzint.recht.zustaende import Ampel

AMPELN: dict[Ampel, str] = {
    "gruen": "grün: umgesetzt oder erledigt",
    "gelb": "gelb: in Umsetzung oder teilweise",
    "rot": "rot: nicht aufgegriffen",
    "grau": "grau: offen",
}


class Schritt(NamedTuple):
    """A step of the way, and the states that stand at it."""

    name: str
    staende: tuple[str, ...]
    ampel: Ampel | None = None


SCHRITTE = (
    Schritt("erarbeitet", ("erarbeitet", "zurueckverwiesen")),
    Schritt("eingereicht", ("eingereicht", "vertagt")),
    Schritt("angenommen", ("angenommen", "geaendert_angenommen")),
    Schritt("weitergeleitet", ("weitergeleitet",), "grau"),
    Schritt("in Umsetzung", ("in_umsetzung", "teilweise"), "gelb"),
    Schritt("umgesetzt", ("umgesetzt", "erledigt"), "gruen"),
    Schritt("beendet", ("nicht_aufgegriffen", "abgelehnt", "zurueckgezogen", "entfallen")),
)
"""All states of ``recht.zustaende.EMPFEHLUNG``, each at one step; a test holds that."""
_MARKEN = 8
_WEIT = BREIT / len(SCHRITTE)


def draw_weg(staende: dict[str, str], namen: dict[str, str]) -> dict[str, Any]:
    """The steps as a chain of arrows. ``staende``: state by Kennung; ``namen``: those that may be named, in short."""
    steps = [(schritt, [k for k, stand in staende.items() if stand in schritt.staende]) for schritt in SCHRITTE]
    facts = "; ".join(
        f"{schritt.name}: {len(found)}" + _tell([namen[k] for k in found if k in namen]) for schritt, found in steps
    )
    titel = f"Weg der {anzahl(len(staende), 'Handlungsempfehlung', 'Handlungsempfehlungen')}"
    rows = max(min(sum(k in namen for k in found), _MARKEN + 1) for _, found in steps)
    wide: list[Form] = []
    tall: list[Form] = []
    most = max(len(found) for _, found in steps)
    for nr, (schritt, found) in enumerate(steps):
        wide += _draw_pfeil(nr, schritt, len(found), last=nr == len(steps) - 1)
        wide += _draw_marken(nr, [namen[k] for k in found if k in namen])
        tall += _draw_zeile(nr, schritt, len(found), most)
    return bild("weg", titel, f"{facts}.", (84 + rows * 24, wide), (len(steps) * 42 + 4, tall))


def _tell(names: list[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _draw_pfeil(nr: int, schritt: Schritt, number: int, *, last: bool) -> list[Form]:
    """An arrow to the next step; what has ended stands apart."""
    x, y, w, h, tip = nr * _WEIT + (10 if last else 0), 2.0, _WEIT - (12 if last else 4), 66.0, 12.0
    notch = 0.0 if nr == 0 or last else tip
    end = 0.0 if last else tip
    right = f"H{x + w - end:.1f}L{x + w:.1f} {y + h / 2}L{x + w - end:.1f} {y + h}"
    d = f"M{x:.1f} {y}{right}H{x:.1f}L{x + notch:.1f} {y + h / 2}z"
    middle = x + w / 2 + (0 if last or nr == 0 else 3)
    forms = [
        pfad(d, "schritt leer" if number == 0 else "schritt ende" if last else "schritt"),
        text(middle, 32, str(number), "zahl", "middle"),
        text(middle, 54, schritt.name, "stufe", "middle"),
    ]
    return [*forms, licht(middle + 26, 25, 6, schritt.ampel)] if schritt.ampel else forms


def _draw_marken(nr: int, names: list[str]) -> list[Form]:
    shown = names if len(names) <= _MARKEN + 1 else [*names[:_MARKEN], f"und {len(names) - _MARKEN} weitere"]
    last = nr == len(SCHRITTE) - 1
    x, w = nr * _WEIT + (14 if last else 6), _WEIT - (18 if last else 16)
    forms: list[Form] = []
    for row, name in enumerate(shown):
        y = 78 + row * 24
        if row < _MARKEN or len(names) <= _MARKEN + 1:
            forms.append(kasten(x, y, w, 20, "marke", 4))
        forms.append(text(x + w / 2, y + 14.5, name, "klein", "middle"))
    return forms


def _draw_zeile(nr: int, schritt: Schritt, number: int, most: int) -> list[Form]:
    y = nr * 42 + 4.0
    forms = [
        text(2, y + 14, schritt.name, "person"),
        text(SCHMAL - 2, y + 14, str(number), "person", "end"),
        kasten(1, y + 20, SCHMAL - 2, 12, "spur", 3),
        kasten(1, y + 20, (SCHMAL - 2) * number / max(most, 1), 12, "balken", 3),
    ]
    return [*forms, licht(14 + 8.2 * len(schritt.name), y + 9, 6, schritt.ampel)] if schritt.ampel else forms


def draw_ampel(lichter: Counter[Ampel]) -> dict[str, Any]:
    """One bar parted by traffic lights, with the number of each, below it what they mean."""
    total = sum(lichter.values())
    facts = "; ".join(f"{words}: {lichter[light]}" for light, words in AMPELN.items())
    titel = f"Ampel über {anzahl(total, 'Umsetzung', 'Umsetzungen')}"
    views = []
    for width, columns in ((BREIT, 2), (SCHMAL, 1)):
        forms, x = [kasten(1, 2, width - 2, 30, "spur", 4)], 1.0
        for light in AMPELN:
            part = (width - 2) * lichter[light] / total if total else 0
            if part:
                forms.append(kasten(x, 2, part - 2, 30, f"ampel {light}", 4))
            x += part
        for nr, (light, words) in enumerate(AMPELN.items()):
            left, y = (nr % columns) * width / columns, 56 + nr // columns * 24
            forms.append(licht(left + 8, y - 5, 7, light))
            forms.append(text(left + 22, y, f"{lichter[light]} {words}", "klein"))
        views.append((64 + (len(AMPELN) // columns - 1) * 24.0, forms))
    return bild("ampel", titel, f"{facts}.", views[0], views[1])


def draw_abdeckung(zahlen: list[tuple[str, int, int]]) -> dict[str, Any]:
    """A bar for each kind of Kreis: filled as far as it is covered, dashed beyond."""
    facts = "; ".join(f"{name}: {own} von {of}" for name, own, of in zahlen)
    covered, total = sum(own for _, own, _ in zahlen), sum(of for *_, of in zahlen)
    views = []
    for width in (BREIT, SCHMAL):
        forms: list[Form] = []
        for nr, (name, own, of) in enumerate(zahlen):
            y = nr * 54.0
            forms.append(text(2, y + 16, name, "person"))
            forms.append(text(width - 2, y + 16, f"{own} von {of}", "person", "end"))
            forms.append(kasten(1, y + 24, width - 2, 18, "balken kommt", 4))
            if own:
                forms.append(kasten(1, y + 24, (width - 2) * own / of, 18, "balken", 4))
        views.append((len(zahlen) * 54.0, forms))
    titel = f"Integrationsbeauftragte: {covered} von {total} Stadt- und Landkreisen abgedeckt"
    return bild("abdeckung", titel, f"{facts}.", views[0], views[1])
