"""``sitzung fortschreiben``: what has come and gone is taken over; order and what was put there by hand stay."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Tagesordnungspunkt
from netzint.vorgaenge import sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.rahmen import Rahmen
from netzint.vorgaenge.sitzung_abgleich import compare, count_nachtraege
from netzint.vorgaenge.sitzung_fortschreiben import fortschreiben
from tests import bau
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf
from tests.vorgaenge.danach import nach, neue_befunde

STICHTAG = date(2026, 11, 22)
RAHMEN = Rahmen(date(2027, 2, 9), "Ulm", "10:00", "praesenz")
SG = "sg-2026-01"
EINLADUNG = {"versandt": "2026-11-20", "verteiler": ["staedtetag-1"]}


def geplant(*eintraege: Any, datei: str = SG, **angaben: Any) -> Bestand:
    """A Bestand with a Sitzung whose Tagesordnung was computed from these entries."""
    before = bau.bestand(*die_zwoelf(), bau.thema(), *eintraege)
    known = [f"{datei[:-1]}{int(datei[-1]) - 1}"]
    return nach(before, sitzung.neu(before, known, stichtag=STICHTAG, rahmen=RAHMEN, **angaben))


def tops(bestand: Bestand) -> tuple[Tagesordnungspunkt, ...]:
    return bestand.sitzungen[SG].tagesordnung


def kennungen(bestand: Bestand) -> list[str]:
    return [top.kennung for top in tops(bestand)]


def fort(bestand: Bestand, **angaben: Any) -> Aenderung | None:
    known = [*bestand.eintraege]
    return fortschreiben(bestand, known, **{"kennung": SG, "stichtag": STICHTAG, **angaben})


def eingeladen(bestand: Bestand) -> Bestand:
    entry = bestand.sitzungen[SG]
    numbered = [t.model_copy(update={"nummer": str(n)}) for n, t in enumerate(entry.tagesordnung, 1)]
    plain = bau.sitzung(SG, einladung=EINLADUNG).einladung
    return bestand.replaced([entry.model_copy(update={"einladung": plain, "tagesordnung": tuple(numbered)})])


def test_ist_nichts_gekommen_oder_gegangen_gibt_es_nichts_zu_tun() -> None:
    assert fort(geplant(bau.arbeitsgruppe(), bau.empfehlung())) is None


def test_was_dazukommt_bekommt_platz_begruendung_und_vorlage() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung("he-2026-01"))
    known = before.replaced([bau.empfehlung("he-2026-02")])
    aenderung = fort(known)
    after = nach(known, aenderung)

    assert aenderung is not None
    assert aenderung.betreff == "Tagesordnung von SG-2026-01 fortgeschrieben: 1 Punkt dazu"
    assert kennungen(after)[2:5] == ["he-2026-01", "he-2026-02", "ende-ag-beispiel"]
    top = tops(after)[3]
    assert (top.weil, top.vorlage) == ("am 2. November 2026 von der Arbeitsgruppe eingereicht", "bv-2026-002")
    assert neue_befunde(known, after, STICHTAG) == []
    assert fort(after) is None


def test_was_erledigt_ist_geht_und_seine_vorlage_entfaellt() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung())
    gone = bau.empfehlung(zurueckgezogen={"am": "2026-11-21", "grund": "Überholt.\n"})
    known = before.replaced([gone])
    aenderung = fort(known)
    after = nach(known, aenderung)

    assert aenderung is not None
    assert "HE-2026-01 ist zurückgezogen" in aenderung.hinweise[0]
    assert "he-2026-01" not in kennungen(after)
    assert after.beschlussvorlagen["bv-2026-001"].entfallen is not None
    assert neue_befunde(known, after, STICHTAG) == []
    assert fort(after) is None


def test_eine_abgeschlossene_ag_berichtet_nicht_mehr() -> None:
    before = geplant(bau.arbeitsgruppe())
    known = before.replaced([bau.arbeitsgruppe(abschluss={"am": "2026-11-20"})])

    assert [(w.top.kennung, w.grund) for w in compare(known, known.sitzungen[SG], STICHTAG).erledigt] == [
        ("ende-ag-beispiel", "die AG ist abgeschlossen"),
        ("bericht-ag-beispiel", "die AG ist abgeschlossen"),
    ]


def test_eine_von_hand_gesetzte_reihenfolge_und_freie_punkte_bleiben() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung("he-2026-01"), mit=["Jahresplanung"])
    entry = before.sitzungen[SG]
    by_name = {top.kennung: top for top in entry.tagesordnung}
    order = [
        "begruessung", "tagesordnung", "jahresplanung", "bericht-ag-beispiel", "he-2026-01", "ende-ag-beispiel",
        "verschiedenes", "naechste-termine",
    ]  # fmt: skip
    moved = entry.model_copy(update={"tagesordnung": tuple(by_name[k] for k in order)})
    known = before.replaced([moved, bau.empfehlung("he-2026-02")])
    after = nach(known, fort(known))

    assert [k for k in kennungen(after) if k != "he-2026-02"] == order
    assert kennungen(after).index("he-2026-02") == order.index("he-2026-01") + 1


def test_ein_geaenderter_titel_bleibt_und_eine_neue_begruendung_wird_uebernommen() -> None:
    before = geplant(bau.arbeitsgruppe())
    entry = before.sitzungen[SG]
    renamed = tuple(
        top.model_copy(update={"titel": "Wie weiter?"}) if top.kennung == "ende-ag-beispiel" else top
        for top in entry.tagesordnung
    )
    longer = {"ab": "2027-01-01", "bis": "2027-03-31", "beschluss": "sg-2026-02/x"}
    known = before.replaced(
        [entry.model_copy(update={"tagesordnung": renamed}), bau.arbeitsgruppe(verlaengerungen=[longer])]
    )
    after = nach(known, fort(known))
    top = next(t for t in tops(after) if t.kennung == "ende-ag-beispiel")

    assert top.titel == "Wie weiter?"
    assert top.weil is not None
    assert "31. März 2027" in top.weil


def test_eine_neue_fassung_bekommt_eine_neue_vorlage_und_die_alte_entfaellt() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung())
    second = bau.hefassung(nr="2", vom="2026-11-20", eingereicht="2026-11-21", wortlaut="Anders.\n")
    known = before.replaced([bau.empfehlung(fassungen=[bau.hefassung(), second])])
    after = nach(known, fort(known))
    top = next(t for t in tops(after) if t.kennung == "he-2026-01")

    assert top.vorlage == "bv-2026-002"
    assert getattr(after.beschlussvorlagen["bv-2026-002"].antrag, "fassung", None) == 2
    assert after.beschlussvorlagen["bv-2026-001"].entfallen is not None
    assert neue_befunde(known, after, STICHTAG) == []
    assert fort(after) is None


def test_eine_vertagte_empfehlung_kommt_in_ihrer_neuen_fassung_wieder() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    vote = bau.beschluss("he-2026-01", antrag=antrag, ja="12", ergebnis="vertagt")
    held = bau.sitzung(
        "sg-2026-07", datum="2026-11-12", anwesend=list(PERSONEN),
        tagesordnung=[bau.top("he-2026-01", titel="Information", beschluesse=[vote])],
    )  # fmt: skip
    second = bau.hefassung(nr="2", vom="2026-11-18", eingereicht="2026-11-20", wortlaut="Anders.\n")
    after = geplant(bau.arbeitsgruppe(), held, bau.empfehlung(fassungen=[bau.hefassung(), second]), datei="sg-2026-08")
    top = next(t for t in after.sitzungen["sg-2026-08"].tagesordnung if t.kennung == "he-2026-01")

    assert top.wiederaufnahme == "sg-2026-07/he-2026-01"
    assert top.weil is not None
    assert top.weil.endswith("vertagt, neue Fassung am 20. November 2026 eingereicht")
    assert getattr(after.beschlussvorlagen[top.vorlage or ""].antrag, "fassung", None) == 2


@given(
    before=st.sets(st.integers(1, 6)), dazu=st.sets(st.integers(1, 6)), weg=st.sets(st.integers(1, 6)),
    late=st.booleans(), data=st.data(),
)  # fmt: skip
def test_nach_dem_fortschreiben_steht_genau_das_offene_da_in_der_alten_reihenfolge(
    before: set[int], dazu: set[int], weg: set[int], *, late: bool, data: st.DataObject
) -> None:
    gone = {"am": "2026-11-21", "grund": "Überholt.\n"}
    start = geplant(bau.arbeitsgruppe(), *(bau.empfehlung(f"he-2026-0{n}") for n in before))
    middle = data.draw(st.permutations(start.sitzungen[SG].tagesordnung[2:-2]))
    entry = start.sitzungen[SG]
    shuffled = entry.model_copy(update={"tagesordnung": (*entry.tagesordnung[:2], *middle, *entry.tagesordnung[-2:])})
    now = [bau.empfehlung(f"he-2026-0{n}", **({"zurueckgezogen": gone} if n in weg else {})) for n in before | dazu]
    known = start.replaced([shuffled, *now])
    known = eingeladen(known) if late else known
    aenderung = fort(known)
    after = nach(known, aenderung) if aenderung else known
    old, new = kennungen(known), kennungen(after)

    assert {k for k in new if k.startswith("he-")} == {
        f"he-2026-0{n}" for n in before | dazu if n not in weg or (late and n in before)
    }
    assert [k for k in new if k in old] == [k for k in old if k in new]
    assert (new[:2], new[-2:]) == (old[:2], old[-2:])
    assert fort(after) is None
    numbers = [top.nummer for top in tops(after)]
    assert all(numbers) if late else not any(numbers)
    assert [c for c, _ in neue_befunde(known, after, STICHTAG) if c in ("S402", "S403", "S404", "S405")] == []


def test_nach_der_einladung_kommt_neues_nur_als_tischvorlage_und_nichts_verschwindet() -> None:
    before = eingeladen(geplant(bau.arbeitsgruppe(), bau.empfehlung("he-2026-01")))
    gone = bau.empfehlung("he-2026-01", zurueckgezogen={"am": "2026-11-21", "grund": "Überholt.\n"})
    known = before.replaced([bau.empfehlung("he-2026-02"), gone])
    aenderung = fort(known)
    after = nach(known, aenderung)
    new = next(top for top in tops(after) if top.kennung == "he-2026-02")

    assert aenderung is not None
    assert (new.nummer, new.tischvorlage) == ("5.1", True)
    assert "he-2026-01" in kennungen(after)
    assert any("sitzung top streichen" in text for text in aenderung.hinweise)
    assert {top.nummer for top in tops(before)} < {top.nummer for top in tops(after)}
    assert neue_befunde(known, after, STICHTAG) == []


def test_ein_abgesetzter_punkt_kommt_nicht_noch_einmal() -> None:
    before = eingeladen(geplant(bau.arbeitsgruppe(), bau.empfehlung()))
    entry = before.sitzungen[SG]
    off = bau.sitzung(tagesordnung=[bau.top(abgesetzt={"am": "2026-11-21", "grund": "Zeit.\n"})]).tagesordnung[0]
    tops_off = tuple(
        t.model_copy(update={"abgesetzt": off.abgesetzt}) if t.kennung == "he-2026-01" else t
        for t in entry.tagesordnung
    )

    assert fort(before.replaced([entry.model_copy(update={"tagesordnung": tops_off})])) is None


def test_was_ausgenommen_ist_bleibt_wie_es_war() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung("he-2026-01"))
    known = before.replaced([bau.empfehlung("he-2026-02")])

    assert fort(known, ohne=["HE-2026-02"]) is None
    with pytest.raises(NetzintFehler, match="nichts zu übernehmen") as caught:
        fort(known, ohne=["he-2026-2"])
    assert "Meinten Sie „he-2026-02“?" in caught.value.hinweis
    assert caught.value.ausgang is Ausgang.AUFRUF


def test_die_lage_weiss_wie_viel_zu_uebernehmen_ist() -> None:
    before = geplant(bau.arbeitsgruppe(), bau.empfehlung("he-2026-01"))
    gone = bau.empfehlung("he-2026-01", zurueckgezogen={"am": "2026-11-21", "grund": "Überholt.\n"})
    known = before.replaced([bau.empfehlung("he-2026-02"), gone])

    assert count_nachtraege(before, STICHTAG) == {}
    assert count_nachtraege(known, STICHTAG) == {SG: 2}
    assert count_nachtraege(eingeladen(known), STICHTAG) == {SG: 1}


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({"abgesagt": {"am": "2026-11-01", "grund": "X\n"}}, "ist abgesagt"),
        ({"anwesend": ["staedtetag-1"]}, "ist durchgeführt"),
    ],
)
def test_was_vorbei_ist_laesst_sich_nicht_fortschreiben(felder: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        fort(bau.bestand(bau.sitzung(SG, **felder)))

    assert caught.value.ausgang is Ausgang.ABGELEHNT
