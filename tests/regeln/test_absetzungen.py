"""TOPs taken off after the Einladung."""

from __future__ import annotations

from typing import Any

from netzint.regeln.absetzungen import abgesetzter_top_hat_einen_beschluss
from netzint.regeln.tagesordnung import vorlage_ist_ohne_beschluss
from tests.bau import beschluss, make, sitzung, top
from tests.regeln.urteil import gemeldet

ABGESETZT = {"am": "2026-03-10", "grund": "Unterlagen fehlen.\n"}


def test_ein_abgesetzter_top_ohne_beschluss_ist_in_ordnung() -> None:
    entry = sitzung(tagesordnung=[top("haushalt", abgesetzt=ABGESETZT)])

    assert gemeldet(abgesetzter_top_hat_einen_beschluss, entry) == []


def test_ein_beschluss_zu_einem_abgesetzten_top_wird_gemeldet() -> None:
    entry = sitzung(tagesordnung=[top("haushalt", abgesetzt=ABGESETZT, beschluesse=[beschluss()])])

    assert gemeldet(abgesetzter_top_hat_einen_beschluss, entry) == [("S409", "sg-2026-01")]


def test_zu_einem_abgesetzten_top_fehlt_kein_ergebnis() -> None:
    vorlage = make(
        "beschlussvorlage", "bv-2026-001", betreff="X", vom="2026-02-01", federfuehrung="geschaeftsstelle",
        antrag={"art": "sonstiges"},
    )  # fmt: skip
    held: dict[str, Any] = {"anwesend": ["staedtetag-1"], "abgeschlossen": "2026-03-12"}
    off, on = (
        sitzung(tagesordnung=[top("x", vorlage="bv-2026-001", **extra)], **held)
        for extra in ({"abgesetzt": ABGESETZT}, {})
    )

    assert gemeldet(vorlage_ist_ohne_beschluss, off, vorlage) == []
    assert gemeldet(vorlage_ist_ohne_beschluss, on, vorlage) == [("S408", "sg-2026-01")]
