"""The seats as a picture of text: a box for each bench, two side by side where the screen is wide enough."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netzint.cli.ausgabe import Farbig, Stil
from netzint.cli.tabelle import wrap
from netzint.cli.zeichen import escape, width

if TYPE_CHECKING:
    from netzint.berichte.tabelle import Tabelle, Zelle

HOECHSTENS = 100
"""A picture gets no wider than this."""
_ZWEI = 76
"""From so many columns on two boxes stand side by side."""
BESETZT, FREI = "●", "○"

Teile = list[str | Farbig]


def draw(tabelle: Tabelle, breite: int) -> list[Teile]:
    """The lines of the picture, each made of pieces; what is vacant or does not fit stands out, in words too."""
    keys = [key for key, _ in tabelle.spalten]
    rows = [dict(zip(keys, row, strict=True)) for row in tabelle.zeilen]
    total = min(breite, HOECHSTENS)
    wide = (total - 2) // 2 if total >= _ZWEI else total
    benches = list(dict.fromkeys(str(row["bank"]) for row in rows))
    boxes = [_box(tabelle.worte.get(b, b), [r for r in rows if r["bank"] == b], wide) for b in benches]
    if wide == total:
        return [line for box in boxes for line in _close(box, len(box), wide)]
    lines: list[Teile] = []
    for n in range(0, len(boxes), 2):
        pair = boxes[n : n + 2]
        high = max(map(len, pair))
        closed = [_close(box, high, wide) for box in pair]
        lines += [[part for box in parts for part in (*box, "  ")][:-1] for parts in zip(*closed, strict=True)]
    return lines


def _box(titel: str, rows: list[dict[str, Zelle]], breite: int) -> list[tuple[str, str]]:
    """The inner lines of a bench, each with its look."""
    inner = breite - 4
    lines = [(titel, Stil.STARK)]
    for row in rows:
        lines += [("", ""), *_seat(row, inner)]
    return lines


def _seat(row: dict[str, Zelle], breite: int) -> list[tuple[str, str]]:
    """One seat: its name, who sits there since when, who stands in; or that it is vacant and who may name."""
    seat = str(row["sitz_name"]).rpartition(" – ")[2]
    if row["mitglied"] is None:
        since = f" seit {_tag(row['vakant_seit'])}" if row["vakant_seit"] else ""
        lines = [(f"{FREI} {seat}: nicht besetzt{since}", Stil.WARNUNG)]
        lines += [(f"benennen darf {row['benannt_von']}", "")]
    else:
        until = f" bis {_tag(row['bis'])}" if row["bis"] else ""
        lines = [(f"{BESETZT} {seat}: {row['name']}", "")]
        lines += [(f"{row['mitglied']}, seit {_tag(row['von'])}{until}", Stil.LEISE)]
        lines += [(f"! passt nicht: {row['mangel']}", Stil.WARNUNG)] if row["mangel"] else []
    deputy = f"Vertretung: {row['vertretung_name']}" if row["vertretung"] else "keine Stellvertretung"
    lines += [(deputy, ""), (str(row["vertretung"]), Stil.LEISE)] if row["vertretung"] else [(deputy, Stil.LEISE)]
    first, *more = lines
    return [*_wrap(first, breite, ""), *(part for line in more for part in _wrap(line, breite, "  "))]


def _wrap(line: tuple[str, str], breite: int, einzug: str) -> list[tuple[str, str]]:
    text, stil = line
    parts = wrap(escape(text), breite - len(einzug) - (0 if einzug else 2))
    return [(einzug + part if n == 0 or einzug else f"  {part}", stil) for n, part in enumerate(parts)]


def _close(box: list[tuple[str, str]], high: int, breite: int) -> list[Teile]:
    """The lines with a frame around them, filled up to a height."""
    inner = breite - 4
    lines: list[Teile] = [["┌" + "─" * (breite - 2) + "┐"]]
    for text, stil in [*box, *[("", "")] * (high - len(box))]:
        lines.append(["│ ", Farbig(text, stil) if stil else text, " " * max(0, inner - width(text)), " │"])
    return [*lines, ["└" + "─" * (breite - 2) + "┘"]]


def _tag(cell: Zelle) -> str:
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else str(cell)
