"""What is different between two Bestände."""

from __future__ import annotations

from datetime import date

from netzint.berichte.aenderungen import LAENGSTER, compare_bestaende, letzte_sitzung
from tests import bau


def test_gleiche_bestaende_unterscheiden_sich_in_nichts() -> None:
    assert (
        compare_bestaende(bau.bestand(bau.mitglied("ministerium-1")), bau.bestand(bau.mitglied("ministerium-1"))) == ()
    )


def test_neues_geaendertes_und_geloeschtes_wird_genannt() -> None:
    alt = bau.bestand(bau.mitglied("ministerium-1"), bau.mitglied("ministerium-2"))
    neu = bau.bestand(bau.mitglied("ministerium-1", titel="Dr."), bau.mitglied("ministerium-3"))

    found = {change.kennung: change.saetze[0] for change in compare_bestaende(alt, neu)}

    assert list(found) == ["ministerium-1", "ministerium-3", "ministerium-2"]
    assert found["ministerium-1"] == "Titel eingetragen: Dr."
    assert found["ministerium-3"].startswith("Angelegt")
    assert found["ministerium-2"].startswith("Gelöscht")


def test_lange_saetze_werden_gekuerzt() -> None:
    alt, neu = (bau.bestand(bau.thema(beschreibung=f"{wort}\n" * 90)) for wort in ("vorher", "nachher"))

    (change,) = compare_bestaende(alt, neu)

    assert len(change.saetze[0]) <= LAENGSTER
    assert change.saetze[0].endswith("…")


def test_die_letzte_sitzung_ist_die_letzte_gehaltene_vor_dem_tag() -> None:
    held = [
        bau.sitzung(f"sg-2026-0{nr}", datum=tag, anwesend=["ministerium-1"])
        for nr, tag in ((1, "2026-02-01"), (2, "2026-07-01"))
    ]
    world = bau.bestand(*held, bau.sitzung("sg-2026-03", datum="2026-09-01"))

    found = [letzte_sitzung(world, day) for day in (date(2026, 2, 1), date(2026, 7, 1), date(2026, 12, 1))]

    assert [s.kennung if s else None for s in found] == [None, "sg-2026-01", "sg-2026-02"]
