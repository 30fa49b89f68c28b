"""What Vorgänge ask of typed values, and how they refuse: what is wrong, and what to do next."""

from __future__ import annotations

import re
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import datum

_AUFZAEHLUNG = re.compile(r"^(?:[-–—•*·]+ )+")
ZEILE = 300
"""Characters that one line of text may have."""


def falsch(text: str, hinweis: str) -> NetzintFehler:
    """Wrong usage: what was typed cannot be meant."""
    return NetzintFehler(text, hinweis, Ausgang.AUFRUF)


def ablehnen(text: str, hinweis: str) -> NetzintFehler:
    """A refusal: what was typed can be meant, but not now or not so; nothing was changed."""
    return NetzintFehler(text, hinweis, Ausgang.ABGELEHNT)


def clean_zeile(option: str, text: str) -> str:
    """Typed text for a field of one line: line breaks become blanks. Refused if it is empty or too long.

    The mark of a list before it, as it comes along when it is copied, is no part of it.
    """
    line = _AUFZAEHLUNG.sub("", " ".join(text.split()), count=1)
    if not line:
        raise falsch(f"Die Angabe zu {option} ist leer.", "Text angeben oder weglassen.")
    if len(line) > ZEILE:
        text = f"Die Angabe zu {option} hat {len(line)} Zeichen; erlaubt sind {ZEILE}."
        raise falsch(text, "Kürzer fassen; Ausführliches gehört in die Beschlussvorlage.")
    if not any(char.isalnum() for char in line):
        raise falsch(
            f"„{line}“ bei {option} sagt nichts: Es hat weder Buchstaben noch Ziffern.", "In Worten schreiben."
        )
    return line


def clean_prosa(option: str, text: str) -> str:
    """Typed text of several lines, as it stands in a block: no blanks at line ends, one line end at the end."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    if not lines:
        raise falsch(f"Die Angabe zu {option} ist leer.", "Text angeben oder weglassen.")
    return "\n".join(lines) + "\n"


def check_nicht_kuenftig(option: str, tag: date, stichtag: date) -> date:
    """The day itself. Refused if it lies ahead: what has not happened yet is not recorded."""
    if tag > stichtag:
        raise falsch(
            f"Der {datum(tag)} liegt in der Zukunft ({option}).",
            f"Eingetragen wird, was geschehen ist: höchstens {datum(stichtag)}.",
        )
    return tag


def check_nach_gruendung(bestand: Bestand, option: str, tag: date) -> date:
    """The day itself. Refused if there was no network yet: mostly a slip in the year."""
    if bestand.netzwerk is not None and tag < bestand.netzwerk.gegruendet:
        raise falsch(
            f"Der {datum(tag)} liegt vor der Gründung des Netzwerks ({datum(bestand.netzwerk.gegruendet)}).",
            f"{option} prüfen; meist ist es ein Schreibfehler im Jahr.",
        )
    return tag
