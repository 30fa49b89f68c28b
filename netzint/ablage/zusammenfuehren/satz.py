"""From the tree to text; around what is left open stand git's marks, with a word on whose side is whose."""

from __future__ import annotations

from collections.abc import Sequence

from netzint.ablage.zusammenfuehren.baum import (
    Block,
    Glied,
    Kind,
    Klammer,
    Knoten,
    Offen,
    OffeneProsa,
    OffeneZeilen,
    Prosa,
    Schlicht,
    Zeile,
    Zeilen,
    choose_prosa,
    choose_zeilen,
)

UNSER, BASIS, IHR = "unser", "basis", "ihr"
MARKEN = (
    "<<<<<<< unser Stand",
    "||||||| gemeinsamer Ausgangspunkt",
    "=======",
    ">>>>>>> ihr Stand",
)


def render(block: Block, wahl: str = "") -> str:
    """The text of a file. With ``wahl`` one side is taken wherever something is left open, else it is marked."""
    return "".join(f"{line}\n" for line in _block(block, block.einzug, wahl))


def render_einzeln(kind: Kind | Glied | None) -> str | None:
    """A child by itself, for a message."""
    if kind is None:
        return None
    if isinstance(kind, Glied):
        return _glied(kind, UNSER).strip()
    return "\n".join(_kind(kind._replace(davor=()), 0, UNSER))


def mark(unser: Sequence[str], basis: Sequence[str], ihr: Sequence[str]) -> list[str]:
    """The lines of all three states with marks around them."""
    return [MARKEN[0], *unser, MARKEN[1], *basis, MARKEN[2], *ihr, MARKEN[3]]


def _block(block: Block, spalte: int, wahl: str) -> list[str]:
    lines = [line for kind in block.kinder for line in _child(kind, spalte, wahl)]
    return lines + _zeilen(block.fuss, spalte, wahl)


def _child(kind: Kind | Offen, spalte: int, wahl: str) -> list[str]:
    davor = _zeilen(kind.davor, spalte, wahl)
    if isinstance(kind, Kind) and (wahl or not _is_offen_vorn(kind)):
        return davor + _kind(kind, spalte, wahl)
    if wahl:
        return davor + _state(kind, spalte, wahl)
    return davor + mark(*(_state(kind, spalte, seite) for seite in (UNSER, BASIS, IHR)))


def _state(kind: Kind | Offen, spalte: int, wahl: str) -> list[str]:
    """What one side has here."""
    chosen = kind.choose(wahl) if isinstance(kind, Offen) else kind
    if not isinstance(chosen, Kind):
        return []
    return _zeilen(chosen.davor if isinstance(kind, Offen) else (), spalte, wahl) + _kind(chosen, spalte, wahl)


def _kind(kind: Kind, spalte: int, wahl: str) -> list[str]:
    kopf = " " * spalte + kind.kopf
    knoten = kind.knoten
    if isinstance(knoten, Block):
        lines = _block(knoten, spalte + knoten.einzug, wahl)
        return _attach(kopf, knoten, spalte, lines) if knoten.angehaengt else [kopf + kind.danach, *lines]
    if isinstance(knoten, Prosa):
        return [kopf + knoten.kopf + kind.danach, *_prosa(knoten, spalte, wahl)]
    return (kopf + _inline(knoten, wahl) + kind.danach).split("\n")


def _attach(kopf: str, knoten: Block, spalte: int, lines: list[str]) -> list[str]:
    """A block behind its dash; comments above its first line go above the dash."""
    innen = spalte + knoten.einzug
    davor = next((nr for nr, line in enumerate(lines) if not _is_beiwerk(line)), 0)
    kommentare = [" " * spalte + line.lstrip(" ") if line.startswith(" ") else line for line in lines[:davor]]
    return [*kommentare, kopf.ljust(innen) + lines[davor][innen:], *lines[davor + 1 :]]


def _is_beiwerk(line: str) -> bool:
    return line.lstrip(" ").startswith(("#", *(marke.partition(" ")[0] for marke in MARKEN))) or not line.strip(" ")


def _prosa(prosa: Prosa, spalte: int, wahl: str) -> list[str]:
    rand = " " * (spalte + prosa.stufe)

    def indent(lines: Sequence[str]) -> list[str]:
        return [rand + line if line else "" for line in lines]

    if wahl:
        return indent(choose_prosa(prosa, wahl))
    found: list[str] = []
    for line in prosa.zeilen:
        found += mark(*map(indent, line)) if isinstance(line, OffeneProsa) else indent([line])
    return found


def _zeilen(zeilen: Zeilen, spalte: int, wahl: str) -> list[str]:
    def indent(lines: Sequence[Zeile]) -> list[str]:
        return [line.text if line.fest else " " * spalte + line.text for line in lines]

    if wahl:
        return indent(choose_zeilen(zeilen, wahl))
    found: list[str] = []
    for line in zeilen:
        found += mark(*map(indent, line)) if isinstance(line, OffeneZeilen) else indent([line])
    return found


def _inline(knoten: Schlicht | Klammer, wahl: str) -> str:
    if isinstance(knoten, Schlicht):
        return knoten.text
    glieder = [kind.choose(wahl) if isinstance(kind, Offen) else kind for kind in knoten.kinder]
    return knoten.auf + ",".join(_glied(glied, wahl) for glied in glieder if isinstance(glied, Glied)) + knoten.zu


def _glied(glied: Glied, wahl: str) -> str:
    return glied.vor + glied.kopf + _inline(glied.knoten, wahl) + glied.nach


def _is_offen_vorn(kind: Kind | Offen) -> bool:
    """Whether something is left open on the line with which a child begins: then all of it is marked."""
    if isinstance(kind, Offen):
        return True
    knoten = kind.knoten
    if isinstance(knoten, Block):
        return knoten.angehaengt and _is_offen_vorn(knoten.kinder[0])
    return isinstance(knoten, Klammer) and _has_offen(knoten)


def _has_offen(knoten: Knoten) -> bool:
    return isinstance(knoten, Klammer) and any(isinstance(k, Offen) or _has_offen(k.knoten) for k in knoten.kinder)
