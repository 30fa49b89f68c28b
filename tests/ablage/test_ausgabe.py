"""Finished documents on the disk: whole, in place of older ones, and never behind somebody's link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.ablage import ausgabe
from netzint.ablage.ausgabe import write_dokumente

if TYPE_CHECKING:
    from pathlib import Path

DOKUMENTE = {"sg-2026-03/a.md": b"A\n", "sg-2026-03/b.html": b"B\n"}


def test_dokumente_ersetzen_aeltere_und_lassen_anderes_liegen(tmp_path: Path) -> None:
    (tmp_path / "sg-2026-03").mkdir()
    (tmp_path / "sg-2026-03" / "a.md").write_bytes(b"alt")
    (tmp_path / "sg-2026-03" / "notiz.txt").write_bytes(b"meins")

    assert write_dokumente(tmp_path, DOKUMENTE) == (tuple(DOKUMENTE), "")
    assert {p.name: p.read_bytes() for p in (tmp_path / "sg-2026-03").iterdir()} == {
        "a.md": b"A\n",
        "b.html": b"B\n",
        "notiz.txt": b"meins",
    }


def test_scheitert_eines_wird_gesagt_welches_und_was_schon_da_ist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(target: Path, data: bytes) -> None:
        if target.name == "b.html":
            raise OSError(28, "No space left on device")
        target.write_bytes(data)

    monkeypatch.setattr(ausgabe, "write_durable", write)

    written, problem = write_dokumente(tmp_path, DOKUMENTE)
    assert written == ("sg-2026-03/a.md",)
    assert problem.startswith("b.html ließ sich nicht schreiben")


def test_ohne_ordner_stehen_die_dateien_im_ziel_selbst(tmp_path: Path) -> None:
    assert write_dokumente(tmp_path / "neu", {"/a.md": b"A\n"}) == (("a.md",), "")
    assert (tmp_path / "neu" / "a.md").read_bytes() == b"A\n"


@pytest.mark.parametrize("wo", ["ordner", "unterordner"])
def test_hinter_eine_verknuepfung_wird_nur_auf_wunsch_geschrieben(tmp_path: Path, wo: str) -> None:
    fremd, ziel = tmp_path / "fremd", tmp_path / "ausgabe"
    fremd.mkdir()
    link = ziel if wo == "ordner" else ziel / "sg-2026-03"
    link.parent.mkdir(exist_ok=True)
    try:
        link.symlink_to(fremd)
    except OSError:
        pytest.skip("Verknüpfungen sind hier nicht erlaubt")

    written, problem = write_dokumente(ziel, DOKUMENTE)
    assert (written, list(fremd.iterdir())) == ((), [])
    assert f"„{link.name}“ ist eine Verknüpfung" in problem
    assert write_dokumente(ziel, DOKUMENTE, gewaehlt=True)[1] == ""


def test_eine_verknuepfte_datei_wird_ersetzt_nicht_beschrieben(tmp_path: Path) -> None:
    fremd = tmp_path / "fremd.txt"
    fremd.write_bytes(b"fremd")
    (tmp_path / "aus" / "sg-2026-03").mkdir(parents=True)
    try:
        (tmp_path / "aus" / "sg-2026-03" / "a.md").symlink_to(fremd)
    except OSError:
        pytest.skip("Verknüpfungen sind hier nicht erlaubt")
    write_dokumente(tmp_path / "aus", DOKUMENTE)

    assert fremd.read_bytes() == b"fremd"
    assert (tmp_path / "aus" / "sg-2026-03" / "a.md").read_bytes() == b"A\n"
