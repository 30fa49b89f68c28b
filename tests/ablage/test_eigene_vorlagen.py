"""The templates as they are shipped, told from those that an office has changed."""

from __future__ import annotations

import sys

import pytest

from netzint.ablage.eigene_vorlagen import is_mitgeliefert, read_vorlagen
from netzint.cli.rendern import check_vorlagen


def test_was_mitgeliefert_wird_wird_erkannt() -> None:
    assert is_mitgeliefert(read_vorlagen())


def test_das_handbuch_daneben_darf_anders_sein_oder_fehlen() -> None:
    vorlagen = read_vorlagen()
    without = {name: data for name, data in vorlagen.items() if name != "README.md"}

    assert is_mitgeliefert(without)
    assert is_mitgeliefert(without | {"README.md": b"Unsere Vorlagen\n"})


@pytest.mark.parametrize("anders", [{"einladung.md.j2": b"Hallo\n"}, {"eigene.md.j2": b""}, {"brief.docx": b"PK"}])
def test_eine_geaenderte_oder_neue_ist_nicht_mitgeliefert(anders: dict[str, bytes]) -> None:
    assert not is_mitgeliefert(read_vorlagen() | anders)


def test_eine_die_fehlt_faellt_auf() -> None:
    vorlagen = read_vorlagen()
    del vorlagen["einladung.md.j2"]

    assert not is_mitgeliefert(vorlagen)


def test_wo_alles_mitgeliefert_ist_wird_nichts_auseinandergenommen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "netzint.dokumente.pipeline", None)  # importing it would fail

    assert check_vorlagen(read_vorlagen()) == ()


def test_eine_geaenderte_vorlage_wird_geprueft() -> None:
    befunde = check_vorlagen(read_vorlagen() | {"einladung.md.j2": b"{{ gibt_es_nicht }}\n"})

    assert any(befund.pfad == "vorlagen/einladung.md.j2" for befund in befunde)
