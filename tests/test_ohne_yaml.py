"""Nobody has to edit YAML by hand: every field of every model is set by a command, and changed or put right by one.

Two stories are lived in memory; what each command did to which field is noted and stands in ``erwartet/felder.txt``. A
new field without a way turns this red: give it a command, and a line in ``ohne_yaml.txt`` that shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from netzint.modell import stelle
from tests.buero import STICHTAG
from tests.felder import Spur, list_felder, read_geschichte
from tests.kreislauf.welt import Welt, aus_beispiel, leer, make_buero

pytestmark = pytest.mark.no_cover
HIER = Path(__file__).parent
NIE_GEAENDERT = {"Berichtigung.statt": "was vorher dort stand, hält netzint fest"}
"""Values that nobody has to change, each with its reason."""


@pytest.fixture(scope="module")
def spur(tmp_path_factory: pytest.TempPathFactory) -> Spur:
    """What both stories have touched, and what could be put right in the end."""
    found = Spur()
    welten: tuple[tuple[Welt, str], ...] = (
        (aus_beispiel(STICHTAG), "ohne_yaml.txt"), (leer(date(2027, 1, 4)), "zwei_jahre.txt")
    )  # fmt: skip
    for welt, geschichte in welten:
        if geschichte == "zwei_jahre.txt":
            found.note_anfang("init", welt.bestand)
        with pytest.MonkeyPatch.context() as patch:
            buero = make_buero(welt, tmp_path_factory.mktemp("welt"), patch)
            found.erzaehle(buero, read_geschichte(HIER / geschichte))
            found.berichtige(buero)
    return found


def test_jede_angabe_wird_durch_einen_befehl_gesetzt(spur: Spur) -> None:
    assert [feld for feld in list_felder() if not spur.gesetzt[feld]] == []


def test_jede_angabe_laesst_sich_durch_einen_befehl_aendern_oder_berichtigen(spur: Spur) -> None:
    """What has parts of its own is changed part by part."""
    fest = [feld for feld, has_teile in list_felder().items() if not has_teile and not spur.geaendert[feld]]

    assert fest == list(NIE_GEAENDERT)


def test_die_tabelle_sagt_zu_jeder_angabe_womit(spur: Spur, erwartet: Callable[[str, str], None]) -> None:
    lines = ["Angabe | gesetzt durch | geändert oder berichtigt durch"]
    lines += [
        f"{feld} | {', '.join(sorted(spur.gesetzt[feld]))} | {', '.join(sorted(spur.geaendert[feld])) or '–'}"
        for feld in list_felder()
    ]

    erwartet("felder.txt", "".join(f"{line}\n" for line in lines))


def test_ein_neues_feld_ohne_befehl_faellt_auf(spur: Spur) -> None:
    class Stelle(stelle.Stelle):
        """With a field that no command knows."""

        zusatz: str | None = None

    assert [feld for feld in list_felder([Stelle]) if not spur.gesetzt[feld]] == ["Stelle.zusatz"]
