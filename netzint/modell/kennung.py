"""What a Kennung may look like. Paths are made of nothing else, so no Kennung can leave its folder."""

from __future__ import annotations

import re
from collections.abc import Collection

LAENGSTE = 60
RESERVIERT = frozenset(("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))))
"""Names that Windows keeps for devices: a file of that name cannot be checked out there."""

_FORM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)


def is_kennung(text: str) -> bool:
    """Whether ``text`` can be a Kennung and thereby a file name on every system."""
    return len(text) <= LAENGSTE and _FORM.fullmatch(text) is not None and text not in RESERVIERT


def all_kennungen(namen: Collection[str], endung: str) -> bool:
    """Whether each of the names is a Kennung and this ending; faster than asking for each of thousands."""
    together = "".join([f"{name}\n" for name in namen])
    each = rf"(?:{_FORM.pattern}){re.escape(endung)}\n"
    if together.count("\n") > len(namen) or re.fullmatch(f"(?:{each})*+", together, re.ASCII) is None:
        return False
    reserved = {f"{name}{endung}" for name in RESERVIERT}
    return max(map(len, namen), default=0) <= LAENGSTE + len(endung) and reserved.isdisjoint(namen)


def why_not_kennung(text: str) -> str:
    """A German half-sentence that continues „Das ist keine Kennung: …“; empty for a Kennung."""
    if is_kennung(text):
        return ""
    if not text:
        return "sie ist leer"
    if len(text) > LAENGSTE:
        return f"sie hat {len(text)} Zeichen, erlaubt sind {LAENGSTE}"
    if text in RESERVIERT:
        return f"„{text}“ ist unter Windows einem Gerät vorbehalten"
    if not "a" <= text[0] <= "z":
        return "sie muss mit einem Kleinbuchstaben (a–z) beginnen"
    if wrong := next((char for char in text if not re.match("[a-z0-9-]", char)), ""):
        return f"„{wrong}“ ist nicht erlaubt, nur Kleinbuchstaben (a–z), Ziffern und einzelne Bindestriche"
    return "Bindestriche stehen nur einzeln und zwischen zwei Wörtern"
