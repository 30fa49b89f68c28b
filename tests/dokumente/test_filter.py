"""German dates, lists and numbers."""

from __future__ import annotations

import pytest

from netzint.dokumente.filter import FILTER
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.umgebung import fill_in


@pytest.mark.parametrize(
    ("ausdruck", "erwartet"),
    [
        ("'2026-12-03' | datum", "3. Dezember 2026"),
        ("'2026-03-01' | datum", "1. März 2026"),
        ("'2021-10' | datum", "Oktober 2021"),
        ("'2026-12-03' | kurzdatum", "03.12.2026"),
        ("'2026-12-03' | wochentag", "Donnerstag"),
        ("'2024-02-29' | wochentag", "Donnerstag"),
        ("1234567 | zahl", "1.234.567"),
        ("1234.5 | zahl(2)", "1.234,50"),
        ("[] | liste", ""),
        ("['A'] | liste", "A"),
        ("['A', 'B'] | liste", "A und B"),
        ("['A', 'B', 'C'] | liste", "A, B und C"),
        ("['A', 'B'] | liste('oder')", "A oder B"),
        ("1 | mehrzahl('Tag', 'Tage')", "1 Tag"),
        ("0 | mehrzahl('Tag', 'Tage')", "0 Tage"),
        ("[1, 2] | anzahl", "2"),
        ("'bv-2026-007' | gross", "BV-2026-007"),
        ("'' | sonst", "–"),
        ("'' | sonst('offen')", "offen"),
        ("0 | sonst", "0"),
        ("true", "ja"),
        ("none", ""),
        ("1.5", "1,5"),
    ],
)
def test_ein_filter_gibt_deutsche_worte(ausdruck: str, erwartet: str) -> None:
    markdown = fill_in({"a.md.j2": "x{{ " + ausdruck + " }}"}, "a.md.j2", {})

    assert parse_baum(markdown) == parse_baum(fill_in({"a.md.j2": "x{{ w }}"}, "a.md.j2", {"w": erwartet}))


def test_ueberschriften_in_prosa_ordnen_sich_ein() -> None:
    prosa = fill_in({"a.md.j2": "{{ w | prosa }}"}, "a.md.j2", {"w": "# A\n\n#### B\n\nC"})

    assert prosa == "### A\n\n#### B\n\nC"


def test_ein_beschlussvorschlag_wird_nummeriert() -> None:
    markdown = fill_in({"a.md.j2": "{{ w | nummeriert }}"}, "a.md.j2", {"w": ["Eins\n\n- a", "**Zwei**"]})

    assert markdown == "1. Eins\n   - a\n2. **Zwei**"


def test_jeder_filter_hat_erklaerung_und_beispiel() -> None:
    assert [name for name, entry in FILTER.items() if not entry.text or f"| {name}" not in entry.beispiel] == []
