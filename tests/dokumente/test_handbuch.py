"""The manual of the templates is made from the declarations and is current."""

from __future__ import annotations

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.felder import complete, list_paths
from netzint.dokumente.handbuch import write_readme
from tests.dokumente.conftest import ORDNER


def test_vorlagen_readme_ist_aktuell(request: pytest.FixtureRequest) -> None:
    datei = ORDNER / "README.md"
    if request.config.getoption("--erwartet-annehmen"):
        datei.write_text(write_readme(), encoding="utf-8", newline="\n")

    assert datei.read_text(encoding="utf-8") == write_readme()


@pytest.mark.parametrize("art", ALLE)
def test_jede_variable_steht_im_handbuch_mit_erklaerung(art: str) -> None:
    text = write_readme()

    assert [path for path, feld in list_paths(ALLE[art].felder) if f"| `{path}` | {feld.text}" not in text] == []
    assert [path for path, feld in list_paths(ALLE[art].felder) if not feld.text] == []


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("art", ALLE)
def test_die_beispiele_passen_zu_ihrer_beschreibung(art: str, full: bool) -> None:  # noqa: FBT001 - parametrised
    beispiel = ALLE[art].example(full=full)

    assert complete(ALLE[art].felder, beispiel) == beispiel
