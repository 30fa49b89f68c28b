"""The order of the TOPs can be changed in the file: everything follows it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SITZUNG, PFAD = "sg-2026-03", "daten/sitzungen/sg-2026-03.yaml"


def _swap(datei: Path, eins: str, zwei: str) -> None:
    """Exchange two TOPs, as with cut and paste."""
    kopf, *tops = re.split(r"(?m)^(?=  - kennung: )", datei.read_text(encoding="utf-8"))
    a, b = (next(n for n, top in enumerate(tops) if f"kennung: {k}\n" in top) for k in (eins, zwei))
    tops[a], tops[b] = tops[b], tops[a]
    datei.write_bytes((kopf + "".join(tops)).encode())


@pytest.mark.alle_formate
def test_die_von_hand_geaenderte_reihenfolge_gilt_ueberall(buero: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "neu", "--datum", "2026-12-15").ausgang == 0
    _swap(buero / PFAD, "he-2026-05", "ueberpruefung")
    assert rufe("festschreiben").ausgang == 0

    gezeigt = rufe("sitzung", "zeigen", SITZUNG, "--format", "json").aus
    assert gezeigt.index('"ueberpruefung"') < gezeigt.index('"he-2026-06"') < gezeigt.index('"he-2026-05"')
    assert json.loads(gezeigt)
    text = rufe("sitzung", "zeigen", SITZUNG).aus
    assert text.index(" ueberpruefung\n") < text.index(" he-2026-06\n") < text.index(" he-2026-05\n")

    assert rufe("dokument", "erzeugen", SITZUNG).ausgang == 0
    for endung in ("md", "html"):
        dokument = (buero / f"ausgabe/{SITZUNG}/tagesordnung-{SITZUNG}.{endung}").read_text(encoding="utf-8")
        orte = [dokument.index(titel) for titel in ("Überprüfung der Umsetzung", "Handreichung für", "Ansprechstelle")]
        assert orte == sorted(orte)
