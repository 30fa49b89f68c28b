"""„Meinten Sie …?“ for Kennungen."""

from __future__ import annotations

import pytest

from netzint.modell.aehnlich import meinten_sie

BEKANNT = ("sg-2025-02", "sg-2026-01", "sg-2026-02", "ag-demokratiebildung-sitzung-2026-02", "offene-bedarfe")


@pytest.mark.parametrize(
    ("getippt", "vorschlag"),
    [
        ("sg-2026-2", "Meinten Sie „sg-2026-02“?"),
        ("SG 2026/02", "Meinten Sie „sg-2026-02“?"),
        ("offene-bedrafe", "Meinten Sie „offene-bedarfe“?"),
        ("Offene Bedärfe", "Meinten Sie „offene-bedarfe“?"),
        ("quatsch", "sonst"),
        ("", "sonst"),
    ],
)
def test_was_gemeint_sein_kann_wird_vorgeschlagen(getippt: str, vorschlag: str) -> None:
    assert meinten_sie(getippt, BEKANNT, "sonst") == vorschlag


def test_mehrere_aehnliche_werden_genannt_aber_hoechstens_drei() -> None:
    assert meinten_sie("sg-2026-9", BEKANNT).count("„") in {2, 3}
    assert meinten_sie("sg-2026-02", []) == ""
