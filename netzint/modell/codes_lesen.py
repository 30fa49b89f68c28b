"""The codes of reading: bytes and characters (L1), YAML (L2 to L4), paths (L5)."""

from __future__ import annotations

from netzint.modell.codes_aufbau import AUFBAU
from netzint.modell.codes_pfade import PFADE
from netzint.modell.codes_zeichen import ZEICHEN
from netzint.modell.katalog import Codeeintrag

LESEN: tuple[Codeeintrag, ...] = (*ZEICHEN, *AUFBAU, *PFADE)
NACH_CODE = {eintrag.code: eintrag for eintrag in LESEN}
