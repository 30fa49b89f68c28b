"""Look-ups by Kennung and by day."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.bestand import Bestand
from tests import bau

TAG = date(2026, 3, 12)


def test_eine_sitzung_wird_nach_der_fassung_ihres_tages_beurteilt() -> None:
    law = bau.geschaeftsordnung(bau.fassung("2020-06-01"), bau.fassung("2026-01-01", stellvertretung="pool"))
    bestand = bau.bestand(law)

    arten = [
        f.strategiegruppe.stellvertretung
        for tag in (date(2025, 12, 31), date(2026, 1, 1))
        if (f := bestand.fassung(tag))
    ]
    assert arten == ["persoenlich", "pool"]


def test_vor_der_ersten_fassung_gilt_die_erste() -> None:
    fassung = bau.bestand().fassung(date(1999, 1, 1))

    assert fassung is not None
    assert fassung.gilt_ab == date(2020, 6, 1)


def test_ohne_geschaeftsordnung_gibt_es_weder_fassung_noch_sitze() -> None:
    assert Bestand(()).fassung(TAG) is None
    assert Bestand(()).sitze(TAG) == ()


@pytest.mark.parametrize(
    ("tag", "besetzt"),
    [(date(2025, 1, 31), False), (date(2025, 2, 1), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_von_und_bis_zaehlen_mit(tag: date, besetzt: bool) -> None:  # noqa: FBT001 - a column of the table
    bestand = bau.bestand(bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-06-30")]))

    assert ("sitz-staedtetag" in bestand.ordentliche(tag)) is besetzt


def test_eine_stellvertretung_besetzt_keinen_sitz() -> None:
    deputy = bau.mitglied("staedtetag-2", mandate=[bau.mandat(rolle="stellvertretend")])

    assert bau.bestand(deputy).ordentliche(TAG) == {}


def test_ein_beschluss_wird_von_aussen_mit_sitzung_und_kennung_genannt() -> None:
    held = bau.sitzung("sg-2026-01", tagesordnung=[bau.top("a", beschluesse=[bau.beschluss("x")])])
    bestand = bau.bestand(held)

    assert bestand.beschluesse["sg-2026-01/x"].an("ja").feld == ("tagesordnung", 0, "beschluesse", 0, "ja")
    assert bestand.tag_des_beschlusses("sg-2026-01/x") == TAG
    assert bestand.tag_des_beschlusses("sg-2026-01/y") is None


def test_entscheidungen_aus_sitzung_und_umlauf_stehen_nach_ihrem_tag() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    held = bau.sitzung("sg-2026-01", tagesordnung=[bau.top("a", beschluesse=[bau.beschluss("x", antrag=antrag)])])
    umlauf = bau.make(
        "umlauf", "um-2026-01", titel="T", versandt="2026-01-05", frist="2026-01-20", beschluss="y", antrag=antrag,
        abschluss={"am": "2026-01-21", "ergebnis": "vertagt"},
    )  # fmt: skip

    votes = bau.bestand(held, umlauf).entscheidungen["he-2026-01"]
    assert [(v.beschluss, v.ergebnis, v.endgueltig) for v in votes] == [
        ("um-2026-01/y", "vertagt", False),
        ("sg-2026-01/x", "angenommen", True),
    ]


def test_ersetzte_eintraege_lassen_das_uebrige_wie_es_war() -> None:
    before = bau.bestand(bau.sitzung("sg-2026-01"), bau.thema())
    after = before.replaced([bau.sitzung("sg-2026-01", ort="Ulm")])

    assert after.sitzungen["sg-2026-01"].ort == "Ulm"
    assert before.sitzungen["sg-2026-01"].ort is None
    assert after.themen == before.themen


def test_was_unlesbar_ist_gilt_nicht_als_fehlend() -> None:
    bestand = bau.bestand(unlesbar=("ag-x",))

    assert bestand.known("ag-x")
    assert not bestand.known("ag-y")
