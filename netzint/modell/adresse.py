"""Mail addresses as a header can carry them, and where a private one was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADRESSE = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\.)+[A-Za-z]"
                      r"[A-Za-z0-9-]{0,61}[A-Za-z0-9]")  # fmt: skip
LAENGSTE = 254


class Adresse(NamedTuple):
    """Where mail for somebody goes."""

    e_mail: str
    offen: bool
    """Whether the other receivers may see it: official ones yes, those of the office's own list if it says so."""


Adressbuch = Mapping[str, Adresse]
"""Kennung → address, from the office's own list outside the repository."""


def to_adresse(text: str) -> str:
    """The address in ASCII, or "" if it is none that a mail header can carry without danger (RFC 5321, dot-atom only).

    No quoted local parts, no comments, no lists: so one address can never become two, or a header of its own.
    """
    local, _, host = text.strip().rpartition("@")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    found = f"{local}@{host}"
    return found if len(found) <= LAENGSTE and _ADRESSE.fullmatch(found) else ""
