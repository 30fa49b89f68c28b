"""What is told of files whose meaning nobody compares: templates, others, and entries that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from netzint.berichte.vergleichssatz import Satz, hide_personen, make_satz, tell_inhalt
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import anzahl, aufzaehlung

_STELLEN = 8
"""So many places in a template are named."""
_LANG = 4_000
"""Of more lines only the number is told: comparing them would take too long."""


def tell_datei(pfad: str, was: str) -> Satz:
    """One sentence about a file."""
    return Satz("vorlagen", "datei", "", f"{pfad}: {was}")


def tell_unlesbar(
    pfad: str, art: str, kennung: str, lesbar: tuple[bool | None, bool | None], jetzt: Eintrag | None
) -> Iterator[Satz]:
    """A file that is no entry on at least one side; None: there is no file. What can be read now is told."""
    before, after = lesbar
    if after is None:
        yield tell_datei(pfad, "entfernt; war auch vorher nicht lesbar")
    elif after:
        yield tell_datei(pfad, "jetzt lesbar; vorher war sie es nicht")
    else:
        was = (
            "neu, aber nicht lesbar"
            if before is None
            else "nicht mehr lesbar"
            if before
            else "geändert, wie vorher nicht lesbar"
        )
        yield tell_datei(pfad, f"{was} (Näheres: netzint pruefen)")
    if jetzt is not None:
        yield from (make_satz(art, kennung, d) for d in hide_personen(art, (None, jetzt), tell_inhalt(jetzt)))


def tell_vorlage(name: str, alt: bytes | None, neu: bytes | None) -> Satz:
    """A template that came, went or changed, with the lines in which it did."""
    return Satz("vorlagen", "vorlage", "", f"Vorlage {name}: {_tell_zeilen(alt, neu)}")


def _tell_zeilen(alt: bytes | None, neu: bytes | None) -> str:
    if alt is None or neu is None:
        lines = len(((alt or b"") + (neu or b"")).splitlines())
        return f"{'neu' if alt is None else 'entfernt'} ({anzahl(lines, 'Zeile', 'Zeilen')})"
    if b"\0" in alt + neu:
        return f"geändert (keine Textdatei; {len(alt)} → {len(neu)} Bytes)"
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (alt, neu))
    if len(old) + len(new) > _LANG:
        return f"geändert ({len(old)} → {len(new)} Zeilen)"
    changes = [code for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if code[0] != "equal"]
    if not changes:
        return "nur Zeilenenden geändert"
    came, went = sum(b2 - b1 for *_, b1, b2 in changes), sum(a2 - a1 for _, a1, a2, *_ in changes)
    places = [_place(b1, b2) for *_, b1, b2 in changes[:_STELLEN]]
    more = ["weiteren Stellen"] if len(changes) > _STELLEN else []
    return f"geändert in {aufzaehlung([*places, *more])} ({anzahl(came, 'Zeile', 'Zeilen')} neu, {went} weg)"


def _place(first: int, last: int) -> str:
    if last - first <= 1:
        return f"Zeile {first + 1}"
    return f"Zeilen {first + 1}–{last}"
