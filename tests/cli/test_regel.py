"""``netzint regel``: the list, and one rule with all that is known of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netzint.berichte.regeln import catalogue
from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def test_eine_regel_wird_mit_quelle_beispiel_und_abhilfe_erklaert(
    rufe: Rufe, erwartet: Callable[[str, str], None]
) -> None:
    lauf = rufe("regel", "q102")

    assert lauf.ausgang == Ausgang.GUT
    erwartet("cli/regel_q102.txt", lauf.aus)
    erwartet("cli/regel_q102.json", rufe("regel", "Q102", "--format", "json").aus)


def test_die_liste_nennt_jeden_code_genau_einmal(rufe: Rufe) -> None:
    listed = [row["code"] for row in json.loads(rufe("regel", "--format", "json").aus)["regeln"]]

    assert listed == sorted(catalogue())
    assert rufe("regel").aus.startswith("Regeln\n")


def test_jeder_code_laesst_sich_erklaeren(rufe: Rufe) -> None:
    for code in catalogue():
        lauf = rufe("regel", code)
        assert lauf.ausgang == Ausgang.GUT
        assert "Abhilfe: " in lauf.aus, code


def test_ein_unbekannter_code_wird_mit_einem_vorschlag_abgelehnt(rufe: Rufe) -> None:
    lauf = rufe("regel", "Q1003")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Eine Regel „Q1003“ gibt es nicht." in lauf.fehler
    assert "Meinten Sie „Q103" in lauf.fehler
