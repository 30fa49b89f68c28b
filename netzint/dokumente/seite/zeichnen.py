"""What all pictures share: text that fits a width, and a picture as plain data for the template.

Measures are units of the picture's ``viewBox``, at full width about a CSS pixel. Each picture is drawn twice: for wide
screens and paper, and for narrow screens, where a picture made smaller could not be read.
"""

from __future__ import annotations

from typing import Any

Form = dict[str, Any]
"""A shape: ``art`` (the template's macro) and its measures."""

FETT, MAGER = 0.64, 0.57
"""The width of a letter as a share of the size of type: fonts differ, so it is that of a wide one."""
BREIT, SCHMAL = 800, 300
"""The widths of pictures."""


def fold(text: str, breite: float, groesse: float, zeilen: int, weite: float = FETT) -> list[str]:
    """Text in at most so many lines of a width; words too long for a line are parted, what is too much is cut."""
    room = max(4, int(breite / (groesse * weite)))
    lines: list[str] = []
    for word in _parts(text.split(), room):
        if lines and len(lines[-1]) + 1 + len(word) <= room and not lines[-1].endswith("\u2011"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > zeilen:
        lines = [*lines[: zeilen - 1], f"{lines[zeilen - 1][: room - 1].rstrip()}…"]
    return lines


def _parts(words: list[str], room: int) -> list[str]:
    """Words none of which is longer than a line; hyphens that a name has are where it is parted first."""
    parts: list[str] = []
    for word in words:
        rest = word
        while len(rest) > room:
            cut = rest.rfind("-", 1, room) + 1
            parts.append(rest[:cut] if cut > 1 else f"{rest[: room - 1]}-")
            rest = rest[cut:] if cut > 1 else rest[room - 1 :]
        parts.append(rest)
    return parts


def text(x: float, y: float, inhalt: str, klasse: str = "", anker: str = "start") -> Form:
    """A line of text; ``y`` is its base line."""
    return {"art": "text", "x": round(x, 1), "y": round(y, 1), "inhalt": inhalt, "klasse": klasse, "anker": anker}


def kasten(x: float, y: float, breite: float, hoehe: float, klasse: str, rund: float = 0) -> Form:
    """A rectangle."""
    place = {"x": x, "y": y, "breite": max(breite, 0), "hoehe": hoehe}
    return {"art": "kasten", "klasse": klasse, "rund": rund, **{key: round(value, 1) for key, value in place.items()}}


def linie(x1: float, y1: float, x2: float, y2: float, klasse: str) -> Form:
    """A straight line."""
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return {"art": "linie", "klasse": klasse, **{key: round(value, 1) for key, value in ends.items()}}


def pfad(d: str, klasse: str) -> Form:
    """A path in SVG's own words."""
    return {"art": "pfad", "d": d, "klasse": klasse}


def licht(x: float, y: float, radius: float, ampel: str) -> Form:
    """A traffic light; every colour has a shape of its own."""
    return {"art": "licht", "x": round(x, 1), "y": round(y, 1), "r": radius, "ampel": ampel}


def bild(
    name: str, titel: str, beschreibung: str, breit: tuple[float, list[Form]], schmal: tuple[float, list[Form]]
) -> Form:
    """A picture: its name for people who listen, and its shapes in both widths with the height of each."""
    views = (("breit", BREIT, *breit), ("schmal", SCHMAL, *schmal))
    return {
        "name": name,
        "titel": titel,
        "beschreibung": beschreibung,
        "ansichten": [{"name": n, "breite": w, "hoehe": round(h, 1), "formen": forms} for n, w, h, forms in views],
    }
