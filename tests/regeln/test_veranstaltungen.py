"""Veranstaltungen end after they began."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.veranstaltungen import veranstaltung_endet_vor_ihrem_beginn
from tests.bau import make
from tests.regeln.urteil import gemeldet


@pytest.mark.parametrize(
    ("felder", "found"),
    [
        ({"beginn": "10:00", "ende": "16:00"}, 0),
        ({"beginn": "10:00", "ende": "09:00"}, 1),
        ({"beginn": "10:00", "ende": "09:00", "bis": "2026-06-11"}, 1),
        ({"beginn": "10:00", "ende": "09:00", "bis": "2026-06-12"}, 0),
        ({"ende": "09:00"}, 0),
    ],
)
def test_eine_veranstaltung_endet_nach_ihrem_beginn(felder: dict[str, Any], found: int) -> None:
    entry = make("veranstaltung", "va-2026-01", titel="Fachtag", art="Fachtag", datum="2026-06-11", **felder)

    assert gemeldet(veranstaltung_endet_vor_ihrem_beginn, entry) == [("S501", "va-2026-01")] * found
