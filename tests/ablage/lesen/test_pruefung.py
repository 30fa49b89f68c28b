"""Reading and all rules as one answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from netzint.ablage.lesen.bestand import locate
from netzint.ablage.lesen.pruefung import check
from netzint.modell.befund import Befund, Schwere, sort_befunde
from tests.ablage.lesen.haus import STELLE, cache_of, commit, pruefe, write
from tests.bau import STICHTAG

MITGLIED = b"""name: Erika Beispiel
mandate:
  - gremium: strategiegruppe
    sitz: sitz-gibtesnicht
    rolle: ordentlich
    von: 2025-03-01
"""
VORLAGENBEFUND = Befund("V101", Schwere.FEHLER, "Kaputt", pfad="vorlagen/einladung.md.j2", zeile=1)


def test_befunde_von_regeln_stehen_an_ihrer_zeile(wurzel: Path) -> None:
    write(wurzel, "daten/mitglieder/kommunen-stadt-1.yaml", MITGLIED)
    result = pruefe(wurzel)
    found = next(b for b in result.befunde if b.code == "K101" and b.feld[-1:] == ("sitz",))

    assert (found.pfad, found.zeile, found.spalte) == ("daten/mitglieder/kommunen-stadt-1.yaml", 4, 11)
    assert result.lines(found.pfad)[found.zeile - 1] == "    sitz: sitz-gibtesnicht"
    assert list(result.befunde) == list(sort_befunde(result.befunde))


def test_ein_stand_wird_mit_seinen_eigenen_zeilen_gezeigt(wurzel: Path) -> None:
    write(wurzel, "daten/mitglieder/kommunen-stadt-1.yaml", MITGLIED)
    old = commit(wurzel)
    write(wurzel, "daten/mitglieder/kommunen-stadt-1.yaml", b"# anders\n" + MITGLIED)
    here, first, second = pruefe(wurzel), pruefe(wurzel, old), pruefe(wurzel, old)

    for result in (first, second):
        assert [b._replace(zeile=b.zeile + 1 if "kommunen-stadt-1" in b.pfad else b.zeile) for b in result.befunde] == [
            *here.befunde
        ]
        assert result.lines("daten/mitglieder/kommunen-stadt-1.yaml") == MITGLIED.decode().split("\n")
        assert result.stand_oid == old


def test_befunde_zu_vorlagen_kommen_von_aussen_dazu(wurzel: Path) -> None:
    seen: list[Mapping[str, bytes]] = []

    def weitere(vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
        seen.append(vorlagen)
        return (VORLAGENBEFUND,)

    results = [check(wurzel, STICHTAG, weitere=weitere) for _ in range(2)]
    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    results.append(check(wurzel, date(2026, 12, 1), weitere=weitere))

    assert all(VORLAGENBEFUND in result.befunde for result in results)
    assert seen == [{"einladung.md.j2": b"Einladung\n"}]  # asked once: nothing about the templates has changed
    write(wurzel, "vorlagen/einladung.md.j2", b"neu\n")
    check(wurzel, STICHTAG, weitere=weitere)
    assert seen[1:] == [{"einladung.md.j2": b"neu\n"}]


def test_ohne_die_frage_nach_vorlagen_gilt_deren_antwort_nicht(wurzel: Path) -> None:
    check(wurzel, STICHTAG, weitere=lambda _: (VORLAGENBEFUND,))

    assert VORLAGENBEFUND not in pruefe(wurzel).befunde


def test_neuere_daten_sind_der_einzige_befund(wurzel: Path) -> None:
    datei = wurzel / "daten/netzwerk.yaml"
    datei.write_bytes(datei.read_bytes().replace(b"format: 1", b"format: 7"))

    for _ in range(2):
        assert [b.code for b in check(wurzel, STICHTAG, weitere=lambda _: (VORLAGENBEFUND,)).befunde] == ["F120"]


def test_der_stichtag_entscheidet_mit(wurzel: Path) -> None:
    answers = {day: pruefe(wurzel, stichtag=day).befunde for day in (date(2020, 7, 1), STICHTAG, date(2020, 7, 1))}

    assert answers == {day: pruefe(wurzel, stichtag=day, cache=False).befunde for day in answers}
    assert len(list(cache_of(wurzel).glob("antwort-*"))) == 2


@pytest.mark.parametrize(
    ("befund", "ort"),
    [
        (Befund("Q1", Schwere.FEHLER, "", pfad="daten/stellen/neu.yaml", feld=("art",)), (2, 6)),
        (Befund("Q1", Schwere.FEHLER, "", pfad="daten/stellen/neu.yaml", feld=("art", "x", 3)), (2, 6)),
        (Befund("Q1", Schwere.FEHLER, "", pfad="daten/stellen/neu.yaml"), (1, 1)),
        (Befund("Q1", Schwere.FEHLER, "", pfad="daten/stellen/weg.yaml", feld=("art",)), (0, 0)),
        (Befund("V1", Schwere.FEHLER, "", pfad="vorlagen/a.md.j2", feld=("art",)), (0, 0)),
        (Befund("Q1", Schwere.FEHLER, "", pfad="daten/stellen/neu.yaml", zeile=7, feld=("art",)), (7, 0)),
        (Befund("Q1", Schwere.FEHLER, ""), (0, 0)),
    ],
)
def test_der_ort_eines_befunds_wird_in_seiner_datei_gesucht(befund: Befund, ort: tuple[int, int]) -> None:
    located = locate([befund], {"daten/stellen/neu.yaml": STELLE}.get)

    assert [(b.zeile, b.spalte) for b in located] == [ort]
