"""The short way for files that look as netzint writes them: line by line, without a YAML parser.

It knows a small part of YAML and is certain of it: keys, list items, values of one line, „|“ texts indented by two,
brackets of one line. Of everything else it says None, and the exact reader decides. Tests hold both ways equal.
"""

from __future__ import annotations

import re
from typing import Any

from netzint.ablage.leser.dialekt import WORTE, is_mehrdeutig

_TIEFE = 8
"""Deeper nesting is left to the exact reader, which knows the limit."""

_LEER = r"(?: (?:[ ]*\#.*)? \n)*"
_ENDE = rf"(?:[ ]+\#.*)? \n {_LEER}"
_RAND = r"\1 (?(2)(?(3)[ ]{2})) [ ]{2}"
"""A text is indented from its key, wherever that stands."""
_ZEILE = re.compile(
    rf"""
    ([ ]*) (-[ ])? (?: ([a-z][a-z0-9_.-]*) : (?: [ ]+(?=[^ \#]) | (?=[ \n])) )?
    (
        \|-? \n+ {_RAND}[^ \n].* (?: \n+ {_RAND}.* )*
      | "[^"\\\n]*" | '[^'\n]*'
      | \[.*\] | \{{.*\}}
      | [^-+.=~<?:,\[\]{{}}\#&*!|>'"%@` \n] [^:\#\n]* (?: (?: :(?![ \n]) | (?<![ ])\# ) [^:\#\n]* )* (?<![ ])
    )? {_ENDE}
  | (.+)
    """,
    re.VERBOSE,
)
_find_anfang = re.compile(_LEER, re.VERBOSE).match

_WORT = r"(?:[a-z][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[1-9][0-9]*|0)"
_TEIL = rf'(?:{_WORT}|"[^"\\]*")'
_LISTE = rf"\[{_TEIL}(?:, {_TEIL})*\]"
_PAAR = rf"([a-z][a-z0-9_]*): ({_TEIL}|{_LISTE})"
_is_liste = re.compile(_LISTE).fullmatch
_is_zuordnung = re.compile(rf"\{{{_PAAR}(?:, {_PAAR})*\}}").fullmatch
_list_teile = re.compile(_TEIL).findall
_list_paare = re.compile(_PAAR).findall


def read_zeilen(text: str) -> dict[str, Any] | None:  # noqa: C901 (one loop: here goes the time of reading)
    """The value of a file that ``clean_text`` has let through, or None: not certain."""
    start = _find_anfang(text)
    root: dict[str, Any] = {}
    here: Any = root
    spalte = 0  # where the entries of what is open begin
    stapel: list[tuple[Any, int]] = []
    offen = ""  # a key whose value stands below it
    for rand, strich, key, wert, fremd in _ZEILE.findall(text, start.end() if start else 0):
        tiefe = len(rand)
        if offen:
            if tiefe < spalte or (tiefe == spalte and not strich) or len(stapel) > _TIEFE:
                return None
            stapel.append((here, spalte))
            here[offen] = here = [] if strich else {}
            spalte, offen = tiefe, ""
        while tiefe < spalte or (stapel and tiefe == spalte and not strich and type(here) is list):
            here, spalte = stapel.pop()
        if fremd or tiefe != spalte or (type(here) is list) != bool(strich) or not (key or (strich and wert)):
            return None
        if strich and key:
            stapel.append((here, spalte))
            here.append({})
            here, spalte = here[-1], tiefe + 2
        value = _read_wert(wert, spalte) if wert else None
        if not key:
            here.append(value)
        elif key in here or key in WORTE:
            return None
        elif wert:
            here[key] = value
        else:
            offen = key
        if wert and value is None:
            return None
    return root if root and not offen else None


def _read_wert(wert: str, spalte: int) -> Any:
    first = wert[0]
    if first.isalpha():
        return None if wert in WORTE else wert
    if first in "\"'":
        return wert[1:-1]
    if first == "|":
        head, _, body = wert.partition("\n")
        text = f"\n{body}".replace("\n" + " " * (spalte + 2), "\n")[1:]
        return text + "\n" if head == "|" else text
    if first == "[":
        return _read_liste(wert) if _is_liste(wert) else None
    if first == "{":
        return _read_zuordnung(wert) if _is_zuordnung(wert) else None
    return None if is_mehrdeutig(wert) else wert


def _read_zuordnung(text: str) -> dict[str, Any] | None:
    paare = _list_paare(text)
    found: dict[str, Any] = dict(paare)
    for key, value in paare:
        if value[0] == "[":
            found[key] = _read_liste(value)
        elif value[0] == '"':
            found[key] = value[1:-1]
        elif value in WORTE:
            return None
    return found if len(found) == len(paare) and WORTE.isdisjoint(found) and None not in found.values() else None


def _read_liste(text: str) -> list[str] | None:
    teile: list[str] = _list_teile(text)
    return [teil[1:-1] if teil[0] == '"' else teil for teil in teile] if WORTE.isdisjoint(teile) else None
