"""A comparison as the text of a pull request: safe on a forge, whatever the data say, and no longer than it accepts.

What a forge would make something of (a mention, a number, an address, HTML, a formula) stands as code, which it leaves
alone; everything else that Markdown knows is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netzint.berichte.bestandsvergleich import Vergleich
from netzint.berichte.vergleichsbericht import Abschnitt, Seiten, list_abschnitte, list_kopf, titel
from netzint.modell.sprache import anzahl, aufzaehlung

HOECHSTENS = 65_536
"""Bytes that a comment on GitHub may have; other forges take more."""
SATZ = 2_000
"""Signs of one sentence: what is longer is cut, so that one text cannot push out all others."""
_ZEICHEN = re.compile(r"([\\*_\[\]])")
_HARMLOS = re.compile(r"(?:[\w.,;()/?'+=*\[\]-]|[^\x00-\x7f])*[:!\"]?")
_VERWEIS = re.compile(r"(?i)www\.|\bgh-\d|(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])")
"""What a forge links to even where no sign of Markdown stands: addresses, issues, commits."""
_ANFANG = re.compile(r"^(\d+)([.)])|^([-+=])")
"""What would begin a list or a heading."""


def build_markdown(vergleich: Vergleich, seiten: Seiten, hoechstens: int = HOECHSTENS) -> str:
    """The whole text; where it would be too long, the last sentences are counted instead."""
    abschnitte = list_abschnitte(vergleich)
    head = "\n\n".join([f"## {escape(titel(seiten))}", *map(escape, list_kopf(vergleich, seiten))]) + "\n"
    lines = [(nr, line) for nr, abschnitt in enumerate(abschnitte) for line in _lines(abschnitt)]
    text = head + "".join(line for _, line in lines)
    if len(text.encode()) <= hoechstens:
        return text
    room = hoechstens - len(head.encode()) - len(_tell_rest(abschnitte).encode())
    kept = []
    for line in lines:
        room -= len(line[1].encode())
        if room < 0:
            break
        kept.append(line)
    left = [a._replace(zeilen=_left(a, sum(nr == n and _is_satz(line) for n, line in kept)))
            for nr, a in enumerate(abschnitte)]  # fmt: skip
    return head + "".join(line for _, line in kept) + _tell_rest(left)


def _left(abschnitt: Abschnitt, told: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rest = [satz for _, saetze in abschnitt.zeilen for satz in saetze][told:]
    return (("", tuple(rest)),) if rest else ()


def _tell_rest(abschnitte: Sequence[Abschnitt]) -> str:
    parts = [f"{a.titel}: {anzahl(a.zahl, 'Satz', 'Sätze')}" for a in abschnitte if a.zahl]
    return (
        f"\n**Weggelassen, weil der Text sonst zu lang wäre:** {aufzaehlung(parts)}. Alles zeigt „netzint vergleich“.\n"
    )


def _is_satz(line: str) -> bool:
    return line.lstrip(" ").startswith("- ") and not line.endswith(":**\n")


def _lines(abschnitt: Abschnitt) -> Iterator[str]:
    yield f"\n### {abschnitt.titel}\n\n"
    for name, saetze in abschnitt.zeilen:
        if name and len(saetze) > 1:
            yield f"- **{escape(name)}:**\n"
            yield from (f"  - {escape(satz)}\n" for satz in saetze)
        else:
            head = f"**{escape(name)}:** " if name else ""
            yield from (f"- {head}{escape(satz)}\n" for satz in saetze)


def escape(text: str) -> str:
    """Text on one line as Markdown that shows just this text, and does nothing."""
    line = " ".join(_visible(text).split())
    line = line if len(line) <= SATZ else f"{line[: SATZ - 1]}…"
    escaped = " ".join(_escape_wort(wort) for wort in line.split(" "))
    return _ANFANG.sub(r"\1\\\2\3", escaped)


def _visible(text: str) -> str:
    """Control, format, bidi and private characters become visible, as everywhere."""
    return "".join(c if c.isprintable() or c == "\n" else f"⟨U+{ord(c):04X}⟩" for c in text)


def _escape_wort(wort: str) -> str:
    """A word: as it is if nothing can be made of it, escaped if only Markdown would, else as code."""
    if _HARMLOS.fullmatch(wort) and not _VERWEIS.search(wort):
        return _ZEICHEN.sub(r"\\\1", wort)
    longest = max((len(run) for run in re.findall(r"`+", wort)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if wort.startswith("`") or wort.endswith("`") else ""
    return f"{fence}{pad}{wort}{pad}{fence}"
