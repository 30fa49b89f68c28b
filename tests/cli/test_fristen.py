"""``netzint fristen``: as a table, for machines, and as a calendar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from netzint.cli.befehle import BEFEHLE
from netzint.cli.deutsch import Gruppeneintrag
from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def test_fristen_stehen_bis_zum_genannten_tag_da(buero: Path, rufe: Rufe) -> None:
    near = json.loads(rufe("fristen", "--bis", "31.12.2026", "--format", "json").aus)
    far = json.loads(rufe("fristen", "--bis", "2027-12-31", "--format", "json").aus)

    assert max(f["am"] for f in near["fristen"]) <= "2026-12-31"
    assert len(far["fristen"]) > len(near["fristen"])
    assert far["zahlen"] == [{"fristen": len(far["fristen"]), "ueberfaellig": 6, "bis": "2027-12-31"}]


def test_als_kalender_stehen_dieselben_fristen_da(buero: Path, rufe: Rufe) -> None:
    rows = json.loads(rufe("fristen", "--format", "json").aus)["fristen"]
    lauf = rufe("fristen", "--ics")
    events = Calendar.from_ical(lauf.aus).walk("VEVENT")

    assert [str(event["SUMMARY"]) for event in events] == [f"{row['art']}: {row['text']}" for row in rows]
    assert len({str(event["UID"]) for event in events}) == len(rows)
    assert rufe("fristen", "--ics").aus == lauf.aus


def test_der_kalender_laesst_sich_in_eine_datei_schreiben(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    ziel = tmp_path / "termine" / "fristen.ics"
    lauf = rufe("fristen", "--nach", str(ziel))

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, f"{ziel}\n")
    assert ziel.read_bytes().endswith(b"END:VCALENDAR\r\n")
    (tmp_path / "datei").touch()
    assert rufe("fristen", "--nach", str(tmp_path / "datei" / "fristen.ics")).ausgang == Ausgang.UMGEBUNG


@pytest.mark.parametrize(
    ("args", "satz"),
    [
        (("--nach", "."), "„.“ ist ein Ordner."),
        (("--nach", ".."), "„..“ ist ein Ordner."),
        (("--ics", "--format", "json"), "--format json passt nicht dazu."),
        (("--nach", "x.ics", "--format", "csv"), "--format csv passt nicht dazu."),
        (("--bis", "21.11.2026"), "Der 21. November 2026 liegt vor dem 22. November 2026"),
        (("--ics", "--bis", "21.11.2026"), "Der 21. November 2026 liegt vor dem 22. November 2026"),
        (("--bis", "2026-12-01", "--stichtag", "2026-12-02"), "liegt vor dem 2. Dezember 2026"),
    ],
)
def test_was_nicht_zusammenpasst_wird_gesagt_und_nichts_geschrieben(
    buero: Path, rufe: Rufe, args: tuple[str, ...], satz: str
) -> None:
    lauf = rufe("fristen", *args)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert satz in lauf.fehler
    assert not (buero / "x.ics").exists()


def test_ein_stichtag_zeigt_was_damals_anstand(buero: Path, rufe: Rufe) -> None:
    assert "Fristen am 1. März 2026" in rufe("fristen", "--stichtag", "1.3.2026").aus


@pytest.mark.parametrize("tag", ["2025-03-01", "2026-01-15", "2026-07-07", "2026-11-22", "2027-04-10"])
def test_jeder_vorgeschlagene_befehl_steht_in_der_befehlstabelle(buero: Path, rufe: Rufe, tag: str) -> None:
    for befehl in ("lage", "fristen"):
        daten = json.loads(rufe(befehl, "--stichtag", tag, "--format", "json").aus)
        proposed = [s["befehl"] for s in daten["schritte"]]
        proposed += [row["befehl"] for row in daten.get("aufgaben", daten["fristen"]) if row["befehl"]]

        assert proposed
        assert [text for text in proposed if not is_known(text)] == []


def is_known(befehl: str) -> bool:
    """Whether the words behind ``netzint`` lead to a command."""
    entry: object = BEFEHLE
    for word in befehl.split()[1:]:
        if not isinstance(entry, Gruppeneintrag):
            break
        entry = entry.eintraege.get(word)
    return entry is not None and not isinstance(entry, Gruppeneintrag)
