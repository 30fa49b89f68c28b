"""What must not change afterwards is not changed by hand either: refused, with what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.ablage.handaenderung import Abgewiesen, find_datei, record
from netzint.modell.fehler import Ausgang
from tests.buero import STICHTAG, commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SITZUNG = "daten/sitzungen/sg-2025-01.yaml"
VOTE = ("ja: 8\n        nein: 2", "ja: 7\n        nein: 3")
VERMERK = """berichtigungen:
  - zu: he-2024-03
    am: 2026-11-20
    statt: {ja: 8, nein: 2}
    grund: |
      Zählfehler.
"""


def test_eine_still_geaenderte_abstimmung_wird_nicht_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    replace(buero, SITZUNG, *VOTE)
    before = state(buero)
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "N102 Der Beschluss sg-2025-01/he-2024-03 ist geändert: Ja: 8 → 7; Nein: 2 → 3" in lauf.fehler
    assert "netzint berichtigen" in lauf.fehler


def test_mit_ihrer_berichtigung_wird_sie_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    replace(buero, SITZUNG, *VOTE)
    with (buero / SITZUNG).open("a", encoding="utf-8") as file:
        file.write(VERMERK)

    assert rufe("festschreiben").ausgang == Ausgang.GUT
    assert git(buero, "status", "--porcelain") == ""


def test_eine_geloeschte_nummer_wird_nicht_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    (buero / "daten/bedarfe/bedarf-2026-04.yaml").unlink()
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "N405 bedarf-2026-04 ist gelöscht" in lauf.fehler
    assert "entfallen" in lauf.fehler


def test_auch_im_editor_wird_eine_still_geaenderte_abstimmung_abgewiesen(buero: Path) -> None:
    datei = find_datei(buero, "sg-2025-01")
    text = datei.inhalt.replace(VOTE[0].encode(), VOTE[1].encode())

    with pytest.raises(Abgewiesen) as caught:
        record(buero, datei, text, STICHTAG)
    assert [(b.code, b.kennung, b.zeile > 0) for b in caught.value.befunde] == [("N102", "sg-2025-01", True)]
    assert record(buero, datei, text + VERMERK.encode(), STICHTAG, probe=True) is not None


ZU_FRUEH = """weiterleitungen:
  - {stelle: landesstelle-teilhabe, am: 2026-11-01, antwort_bis: 2027-01-24}
"""


def test_was_einen_alten_fehler_behebt_darf_etwas_wegnehmen_aber_nur_dort(buero: Path, rufe: Rufe) -> None:
    """An old violation must not block its own repair: forwarded without having been accepted, and struck again."""
    vertagt = buero / "daten/empfehlungen/he-2026-03.yaml"
    before = vertagt.read_text(encoding="utf-8")
    vertagt.write_text(before + ZU_FRUEH, encoding="utf-8")
    commit_all(buero, "an netzint vorbei")
    assert "he-2026-03.yaml" in rufe("pruefen").aus
    datei = find_datei(buero, "he-2026-03")
    assert record(buero, datei, before.encode(), STICHTAG, probe=True) is not None

    vertagt.write_text(before, encoding="utf-8")
    kept = state(buero)
    assert "Warnung N301" in rufe("pruefen", "--gegen", "HEAD").aus
    replace(buero, "daten/empfehlungen/he-2024-03.yaml", "- am: 2025-06-18", "- am: 2025-06-17")
    assert "N302" in rufe("festschreiben").fehler
    replace(buero, "daten/empfehlungen/he-2024-03.yaml", "- am: 2025-06-17", "- am: 2025-06-18")
    assert state(buero) == kept
    assert rufe("festschreiben").ausgang == Ausgang.GUT


def test_wer_daneben_einen_fehler_behebt_darf_keine_abstimmung_aendern(buero: Path, rufe: Rufe) -> None:
    """The repair excuses what it changes, not the rest of the same Tagesordnung."""
    heil = (buero / SITZUNG).read_text(encoding="utf-8")
    replace(buero, SITZUNG, "vorlage: bv-2025-001", "vorlage: bv-2025-099")
    commit_all(buero, "an netzint vorbei")
    (buero / SITZUNG).write_text(heil, encoding="utf-8")
    replace(buero, SITZUNG, *VOTE)

    assert "Fehler" in rufe("pruefen", "--stand", "HEAD").aus
    assert "N102" in rufe("festschreiben").fehler
