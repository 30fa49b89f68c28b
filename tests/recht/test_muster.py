"""The presets: what ``netzint init`` lays down."""

from __future__ import annotations

from collections import Counter
from datetime import date

from netzint.modell.geschaeftsordnung import Fassung
from netzint.recht.muster import Muster, fassung, gemo_bw, sitze, strategiegruppe, vwvfg
from tests import bau


def test_zwoelf_sitze_auf_vier_baenken() -> None:
    assert Counter(sitz.bank for sitz in sitze()) == {
        "ministerium": 3,
        "landesverbaende": 3,
        "kommunen": 3,
        "integrationsbeauftragte": 3,
    }
    assert len({sitz.kennung for sitz in sitze()}) == 12


def test_kommunen_und_beauftragte_kommen_aus_gemeinde_stadt_und_landkreis() -> None:
    placed = [(s.bank, s.koerperschaft, s.amt) for s in sitze() if s.koerperschaft]

    assert placed == [
        ("kommunen", "gemeinde", "leitung"),
        ("kommunen", "stadt", "leitung"),
        ("kommunen", "landkreis", "leitung"),
        ("integrationsbeauftragte", "gemeinde", "integrationsbeauftragung"),
        ("integrationsbeauftragte", "stadt", "integrationsbeauftragung"),
        ("integrationsbeauftragte", "landkreis", "integrationsbeauftragung"),
    ]


def test_die_beiden_muster_so_wie_sie_in_der_datei_stehen() -> None:
    def told(muster: Muster) -> tuple[str, int, int, str | None, str]:
        recht = muster.beschlussfaehigkeit
        relief = str(recht.bei_befangenheit) if recht.bei_befangenheit else None
        return str(recht.anteil), recht.mindestens, recht.zweite_ladung, relief, muster.abstimmung.gleichstand

    assert told(vwvfg()) == ("mehr_als_1/2", 3, 1, None, "vorsitz")
    assert told(gemo_bw()) == ("mindestens_1/2", 1, 3, "mindestens_1/4", "abgelehnt")


def test_die_bezugsgroesse_laesst_sich_waehlen() -> None:
    assert [m("besetzt").beschlussfaehigkeit.bezug for m in (vwvfg, gemo_bw)] == ["besetzt", "besetzt"]


def test_die_vorgabe_ist_die_der_tests() -> None:
    laid_down = fassung(date(2020, 6, 1)).model_copy(update={"quellen": {}})

    assert laid_down == Fassung.model_validate(bau.fassung())


def test_ein_anderes_muster_aendert_nur_was_es_regelt() -> None:
    other, usual = strategiegruppe(gemo_bw()), strategiegruppe()

    assert {feld for feld in type(usual).model_fields if getattr(other, feld) != getattr(usual, feld)} == {
        "beschlussfaehigkeit",
        "abstimmung",
    }
