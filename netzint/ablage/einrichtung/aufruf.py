"""How git calls netzint: through a shell, on Windows through that of Git for Windows, from any folder."""

from __future__ import annotations

import shlex
import sys

MODUL = "-P -m netzint"
"""``-P``: a folder ``netzint`` among the data must not be taken for the program."""


def build_aufruf() -> str:
    """This very installation, whatever blanks and quotation marks its path has."""
    if not sys.executable:
        return "netzint"
    program = sys.executable.replace("\\", "/") if sys.platform == "win32" else sys.executable
    return f"{shlex.quote(program)} {MODUL}"
