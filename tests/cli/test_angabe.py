"""What a command cannot do without and was not typed: asked for at a terminal, by number where it is an entry."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.lesen import bestand as lesen
from netzint.modell.fehler import Ausgang
from tests.cli.fragen import iter_befehle
from tests.cli.test_hilfe import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf


@pytest.fixture
def tippe(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Somebody sits at the terminal, gives these answers, and leaves with Ctrl-C."""

    def prepare(*antworten: str) -> None:
        rest = iter(antworten)

        def read(zeile: str) -> str:
            print(zeile)
            answer = next(rest, None)
            if answer is None:
                raise KeyboardInterrupt
            return answer

        monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
        monkeypatch.setattr("netzint.cli.fragen._read", read)

    return prepare


@pytest.mark.usefixtures("buero")
def test_jeder_befehl_fragt_am_bildschirm_nach_dem_was_er_braucht(
    rufe: Callable[..., Lauf], tippe: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesen, "read_bestand", cache(lesen.read_bestand))  # nothing changes
    befehle = [name for name, befehl in iter_befehle() if needs(befehl)]
    tippe()

    stumm = {name: lauf for name in befehle if (lauf := rufe(*name.split())).ausgang != Ausgang.UNTERBROCHEN}

    assert len(befehle) > 80
    # Where nothing fits there is nothing to ask; then it says so, and what to do.
    assert {name for name, lauf in stumm.items() if lauf.ausgang != Ausgang.ABGELEHNT} == set()
    assert all("→" in lauf.fehler for lauf in stumm.values()), stumm


@pytest.mark.parametrize(
    ("befehl", "antwort", "titel"),
    [
        ("mitglied zeigen", "23", "Erika Beispiel"),
        ("ag zeigen", "Demokratiebildung", "AG „Demokratiebildung"),
        ("thema zeigen", "7", "Wohnen"),
        ("stelle zeigen", "Stadt Musterstadt", "Stadt Musterstadt"),
        ("empfehlung zeigen", "he-2026-01", "HE-2026-01"),
        ("sitzung zeigen", "18.3.2025", "SG-2025-01"),
        ("spur", "thema-wohnen", "thema-wohnen"),
        ("verlauf", "Erika Beispiel", "KOMMUNEN-STADT-2"),
        ("suche", "Wohnraum", "Wohnraum"),
        ("beauftragte zeigen", "Stadt Musterstadt", "Musterstadt"),
    ],
)
@pytest.mark.usefixtures("buero")
def test_gewaehlt_wird_mit_nummer_kennung_name_oder_tag(
    befehl: str, antwort: str, titel: str, rufe: Callable[..., Lauf], tippe: Callable[..., None]
) -> None:
    tippe(antwort)
    lauf = rufe(*befehl.split())

    assert lauf.ausgang == 0, lauf.fehler
    assert titel in lauf.aus


@pytest.mark.usefixtures("buero")
def test_ohne_terminal_ist_die_naechste_oder_letzte_sitzung_gemeint(rufe: Callable[..., Lauf]) -> None:
    assert rufe("sitzung", "zeigen").aus.startswith("Sitzung SG-2026-02")
    assert rufe("sitzung", "zeigen", "--stichtag", "2025-04-01").aus.startswith("Sitzung SG-2025-02")
    assert rufe("sitzung", "neu").ausgang == 0
    assert rufe("sitzung", "zeigen").aus.startswith("Sitzung SG-2026-03")
    assert "Verteiler SG-2026-03" in rufe("sitzung", "verteiler").aus


@pytest.mark.usefixtures("buero")
def test_am_terminal_ist_die_naechste_sitzung_der_vorschlag(
    rufe: Callable[..., Lauf], tippe: Callable[..., None]
) -> None:
    rufe("sitzung", "neu")
    tippe("")
    lauf = rufe("sitzung", "zeigen")

    assert re.search(r"^  1  sg-2026-03 ", lauf.aus.replace("    1", "  1"), re.MULTILINE)
    assert "Sitzung [sg-2026-03]: " in lauf.aus
    assert "Sitzung SG-2026-03" in lauf.aus


@pytest.mark.usefixtures("buero")
def test_was_es_nicht_gibt_wird_gleich_noch_einmal_gefragt(
    rufe: Callable[..., Lauf], tippe: Callable[..., None]
) -> None:
    tippe("gibtsnicht", "99", "1")
    lauf = rufe("ziel", "zeigen")

    assert lauf.ausgang == 0
    assert "Ein Ziel „gibtsnicht“ gibt es nicht." in lauf.aus
    assert "Bitte eine Zahl von 1 bis" in lauf.aus


@pytest.mark.usefixtures("buero")
def test_zur_wahl_stehen_nur_die_empfehlungen_bei_denen_es_jetzt_geht(
    rufe: Callable[..., Lauf], tippe: Callable[..., None]
) -> None:
    tippe()

    assert re.findall(r"he-\d{4}-\d\d", rufe("empfehlung", "einreichen").aus) == ["he-2026-07"]
    weiterleiten = rufe("empfehlung", "weiterleiten").aus
    assert "he-2026-07" not in weiterleiten


def test_wo_es_nichts_gibt_wird_nicht_gefragt(
    tmp_path: Path, rufe: Callable[..., Lauf], tippe: Callable[..., None]
) -> None:
    assert rufe("init", str(tmp_path / "netz"), "--name", "Netzwerk Probe").ausgang == 0
    tippe()
    lauf = rufe("-C", str(tmp_path / "netz"), "bedarf", "zeigen")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert lauf.fehler == "Fehler: Einen Bedarf gibt es noch nicht.\n→ Zuerst: netzint bedarf melden\n"
    assert rufe("-C", str(tmp_path / "netz"), "thema", "aendern").fehler.endswith("Zuerst: netzint thema neu\n")
    assert "noch keinen Vorgang" in rufe("-C", str(tmp_path / "netz"), "zuruecknehmen").fehler


@pytest.mark.usefixtures("buero")
def test_die_letzten_vorgaenge_stehen_zur_wahl(rufe: Callable[..., Lauf], tippe: Callable[..., None]) -> None:
    rufe("bedarf", "melden", "Dolmetschen", "--stelle", "ministerium")
    tippe("1", "Irrtum")
    lauf = rufe("zuruecknehmen")

    assert lauf.ausgang == 0, lauf.fehler
    assert "BEDARF-2026-05 aufgenommen" in lauf.aus
    assert "Fertig: Zurückgenommen" in lauf.aus
