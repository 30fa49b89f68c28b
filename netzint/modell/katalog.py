"""The catalogue of codes: what a finding means and what to do about it. A code is a promise and is never used again."""

from __future__ import annotations

from typing import NamedTuple

from netzint.modell.befund import Schwere


class Codeeintrag(NamedTuple):
    """One code. Everything here is German: ``netzint regel CODE`` prints it."""

    code: str
    schwere: Schwere
    titel: str
    warum: str
    abhilfe: str
    beispiel: str
