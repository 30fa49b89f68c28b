"""What tests of acts that rest on a Beschluss share: a Sitzung that decided something, and refusals as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from tests.bau import beschluss, sitzung, top

HEUTE = date(2026, 11, 22)
TAG = date(2026, 3, 12)
"""The day of the Sitzung that decided."""


def beschlossen(antrag: dict[str, Any], ergebnis: str = "angenommen", gremium: str = "strategiegruppe") -> Sitzung:
    """``sg-2026-01/b`` decided a motion on 12 March 2026."""
    found = beschluss("b", antrag=antrag, ergebnis=ergebnis)
    return sitzung("sg-2026-01", gremium=gremium, tagesordnung=[top(beschluesse=[found])])


def abgelehnt(act: Callable[..., object], *args: object, **felder: object) -> tuple[Ausgang, str, str]:
    """How an act refuses: exit code, what is wrong, what to do."""
    with pytest.raises(NetzintFehler) as refused:
        act(*args, **felder)
    return refused.value.ausgang, refused.value.text, refused.value.hinweis
