"""Nothing falls through: every field of every model of the example is changed, and named in the comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from netzint.berichte.bestandsvergleich import tell_paare
from netzint.berichte.vergleichssatz import PERSOENLICH
from netzint.modell.feldnamen import feldname
from netzint.modell.geschaeftsordnung_werte import WERTE
from netzint.modell.sprache import datum
from netzint.recht.zustaende import BEZEICHNUNG
from tests import bau
from tests.beispiel import read_beispiel
from tests.berichte.feldaenderungen import Feldaenderung, fill, iter_aenderungen
from tests.felder import list_felder

JE_ART = {"sitzung": 3, "mitglied": 6, "empfehlung": 3, "arbeitsgruppe": 3, "geschaeftsordnung": 1}
AUSNAHME = bau.make("ausnahme", "ausnahme-q301", regel="Q301", beschluss="sg-2026-02/x", bis="2027-01-01", grund="G\n")
"""The example has none."""
_JE_FELD = 4
"""A field is changed so many times; a list of twelve people says the same twelve times."""
_ANDERS_GENANNT = {"gaeste": "Gast"}


def _choose() -> Iterable[Any]:
    for entries in read_beispiel().replaced([AUSNAHME]).nach_art.values():
        chosen = sorted(entries.values(), key=lambda e: (-len(repr(e)), e.kennung))
        picked = chosen[: JE_ART.get(type(chosen[0]).__name__.lower(), 2)]
        yield from picked
        yield from map(fill, picked)


def _worte(wert: Any) -> Iterable[str]:
    """How a value may be spelled."""
    if isinstance(wert, dict | list):
        for part in wert.values() if isinstance(wert, dict) else wert:
            yield from _worte(part)
    elif wert is not None:
        text = str(wert)
        yield " ".join(text.split())[:40]
        if text in BEZEICHNUNG:
            yield BEZEICHNUNG[text]
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            yield datum(date.fromisoformat(text))
            yield datum(date.fromisoformat(text) + timedelta(days=1))  # a seat is vacant from the day after


def _is_named(aenderung: Feldaenderung, texte: str) -> bool:
    key = next(str(part) for part in reversed(aenderung.pfad) if isinstance(part, str))
    names = [feldname(key), _ANDERS_GENANNT.get(key, ""), *(w.name for w in WERTE if w.pfad[-1] == key)]
    values = [*_worte(aenderung.neu), *_worte(aenderung.alt)]
    return any(word and word.lower() in texte.lower() for word in (*names, *values))


@pytest.fixture(scope="module")
def gefunden() -> dict[str, list[tuple[Feldaenderung, str]]]:
    found: dict[str, list[tuple[Feldaenderung, str]]] = {}
    for entry in _choose():
        bestand = read_beispiel().replaced([entry])
        for change in iter_aenderungen(entry, lambda feld: len(found.get(feld, ())) < _JE_FELD):
            told = tell_paare(bestand, bestand.replaced([change.eintrag]), [(entry, change.eintrag)])
            found.setdefault(change.feld, []).append((change, " ".join(satz.text for satz in told)))
    return found


def test_jede_aenderung_jedes_feldes_wird_genannt(gefunden: dict[str, list[tuple[Feldaenderung, str]]]) -> None:
    unnamed = [
        f"{feld} {'.'.join(map(str, c.pfad))}: {c.alt!r} → {c.neu!r}: {texte!r}"
        for feld, changes in gefunden.items()
        for c, texte in changes
        if not texte or not _is_named(c, texte)
    ]

    assert not unnamed, "\n".join(unnamed[:20])


def test_jedes_feld_jedes_modells_wurde_geaendert(gefunden: dict[str, list[tuple[Feldaenderung, str]]]) -> None:
    fixed = {
        f
        for f in list_felder()
        if f.endswith(".art") and f.startswith(("Ag", "Sonstig", "Empf", "Nied", "Schw", "Ziel"))
    }
    wanted = {feld for feld, has_parts in list_felder().items() if not has_parts} - fixed

    assert "\n".join(sorted(wanted - gefunden.keys())) == ""


def test_von_personen_wird_nur_gesagt_dass_sich_name_und_adresse_aendern(
    gefunden: dict[str, list[tuple[Feldaenderung, str]]],
) -> None:
    for model in ("Mitglied", "Beauftragte"):
        for feld in PERSOENLICH:
            for change, texte in gefunden.get(f"{model}.{feld}", []):
                values = [w for w in (*_worte(change.alt), *_worte(change.neu)) if len(w) > 4]
                assert not [w for w in values if w in texte], texte
