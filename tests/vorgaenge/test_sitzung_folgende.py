"""A Beschlussvorlage is laid before one Sitzung: the earlier one takes it, unless the later one is invited to."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.vorgaenge import sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.rahmen import Rahmen
from tests import bau
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf
from tests.vorgaenge.danach import nach, neue_befunde

STICHTAG = date(2026, 11, 22)
SPAET, FRUEH = (
    Rahmen(date(2027, 4, 20), "Ulm", "10:00", "praesenz"),
    Rahmen(date(2026, 12, 15), "Ulm", "10:00", "praesenz"),
)


def neu(bestand: Bestand, rahmen: Rahmen) -> Aenderung:
    return sitzung.neu(bestand, [*bestand.eintraege], stichtag=STICHTAG, rahmen=rahmen)


def mit_spaeterer(**felder: Any) -> Bestand:
    before = bau.bestand(*die_zwoelf(), bau.thema(), bau.arbeitsgruppe(), bau.empfehlung())
    later = nach(before, neu(before, SPAET))
    return later.replaced([later.sitzungen["sg-2026-01"].model_copy(update=felder)])


def tops(bestand: Bestand, kennung: str) -> list[str]:
    return [top.kennung for top in bestand.sitzungen[kennung].tagesordnung if top.vorlage]


def test_die_fruehere_sitzung_nimmt_der_spaeteren_die_vorlage_ab() -> None:
    before = mit_spaeterer()
    aenderung = neu(before, FRUEH)
    after = nach(before, aenderung)

    assert (tops(before, "sg-2026-01"), tops(after, "sg-2026-01")) == (["he-2026-01"], [])
    assert tops(after, "sg-2026-02") == ["he-2026-01"]
    assert "Von der späteren Sitzung SG-2026-01 hierher genommen: he-2026-01." in aenderung.hinweise
    assert neue_befunde(before, after, STICHTAG) == []


def test_wozu_schon_eingeladen_ist_das_bleibt_bei_der_spaeteren() -> None:
    einladung = bau.sitzung(einladung={"versandt": "2026-11-20"}).einladung
    before = mit_spaeterer(einladung=einladung)
    after = nach(before, neu(before, FRUEH))

    assert tops(after, "sg-2026-01") == ["he-2026-01"]
    assert tops(after, "sg-2026-02") == []


def test_auch_was_wieder_aufgenommen_wird_kommt_in_die_fruehere() -> None:
    vote = bau.beschluss("haushalt", antrag={"art": "sonstiges"}, ergebnis="vertagt")
    held = bau.sitzung(datum="2026-07-07", anwesend=[*PERSONEN], tagesordnung=[bau.top("haushalt", beschluesse=[vote])])
    first = bau.bestand(*die_zwoelf(), held)
    before = nach(first, neu(first, SPAET))
    after = nach(before, neu(before, FRUEH))

    assert [s.kennung for s in after.sitzungen.values() if "haushalt" in [t.kennung for t in s.tagesordnung]] == [
        "sg-2026-01",
        "sg-2026-03",
    ]
