"""What the office has to do, the most urgent first, each with a command that exists."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.berichte.aufgaben import MEHRERE, RANG, ZWECK, list_aufgaben, tell_wann
from netzint.modell.grund import Eintrag
from tests import bau
from tests.regeln.strategiegruppe import die_zwoelf, person

STICHTAG = date(2026, 11, 22)


def befehle(*eintraege: Eintrag, nachtraege: dict[str, int] | None = None) -> list[str]:
    found = list_aufgaben(bau.bestand(*die_zwoelf(), *eintraege), STICHTAG, nachtraege or {})
    return [aufgabe.befehl for aufgabe in found]


def geplant(tag: str = "2026-12-10", **felder: Any) -> Eintrag:
    return bau.sitzung("sg-2026-03", datum=tag, **felder)


def test_ohne_sitzung_ist_die_naechste_anzulegen() -> None:
    assert befehle() == ["netzint sitzung neu"]


def test_was_erst_in_wochen_faellig_wird_ist_noch_keine_aufgabe() -> None:
    assert befehle(geplant("2027-03-10")) == []


def test_vor_der_sitzung_wird_ergaenzt_dann_eingeladen_und_am_tag_begonnen() -> None:
    assert befehle(geplant(), nachtraege={"sg-2026-03": 1}) == [
        "netzint sitzung fortschreiben sg-2026-03",
        "netzint sitzung einladen sg-2026-03",
    ]
    assert befehle(geplant("2026-11-22", einladung={"versandt": "2026-11-01"})) == [
        "netzint sitzung beginnen sg-2026-03",
    ]


def test_eine_vergangene_sitzung_geht_vor_und_eine_vakanz_kommt_spaeter() -> None:
    past = bau.sitzung("sg-2026-02", datum="2026-11-12")
    gone = person("staedtetag-1", bis="2026-11-01")

    assert befehle(geplant(), past, gone) == [
        "netzint sitzung einladen sg-2026-02 --am 2026-10-28",
        "netzint sitzung einladen sg-2026-03",
        "netzint mitglied was-waere-wenn --suche",
    ]


def test_nach_der_sitzung_wird_abgeschlossen_und_die_niederschrift_geschrieben() -> None:
    held = bau.sitzung("sg-2026-02", datum="2026-11-12", anwesend=["staedtetag-1"])

    closed = held.model_copy(update={"abgeschlossen": date(2026, 11, 12)})

    assert befehle(geplant("2027-03-10"), held) == ["netzint sitzung abschliessen sg-2026-02"]
    assert befehle(geplant("2027-03-10"), closed) == ["netzint sitzung niederschrift sg-2026-02"]


def test_in_der_sitzung_kommt_zuerst_das_naechste_ergebnis() -> None:
    tops = [bau.top("begruessung"), bau.top("he-2026-01", titel="Ein Titel")]
    running = bau.sitzung("sg-2026-02", datum="2026-11-22", anwesend=["staedtetag-1"], tagesordnung=tops)

    assert befehle(geplant("2027-03-10"), running, bau.empfehlung()) == ["netzint sitzung abstimmen sg-2026-02 2"]


def test_mehrere_einer_art_sind_eine_zeile_mit_dem_dringendsten() -> None:
    sent = [
        bau.empfehlung(f"he-2026-0{n}", weiterleitungen=[{"stelle": "ministerium", "am": f"2026-0{n}-01"}])
        for n in (2, 1)
    ]
    found = list_aufgaben(bau.bestand(*die_zwoelf(), geplant("2027-03-10"), *sent), STICHTAG, {})

    assert [(a.text, a.befehl) for a in found] == [
        ("2 Rückmeldungen stehen aus", "netzint empfehlung rueckmeldung he-2026-01 --stelle ministerium")
    ]


def test_wann_etwas_faellig_war_oder_ist_steht_in_worten() -> None:
    late, soon = (
        list_aufgaben(bau.bestand(*die_zwoelf(), geplant(tag)), STICHTAG)[0] for tag in ("2026-12-05", "2026-12-10")
    )

    assert tell_wann(late, STICHTAG) == "seit 20. November 2026"
    assert tell_wann(soon, STICHTAG) == "bis 25. November 2026"
    assert tell_wann(soon, date(2026, 11, 25)) == "heute"
    assert tell_wann(soon._replace(am=None), STICHTAG) == ""


def test_jede_art_hat_einen_zweck_und_wo_es_mehrere_geben_kann_ein_wort_dafuer() -> None:
    assert set(RANG) == set(ZWECK)
    assert set(RANG) - set(MEHRERE) == {"Termin", "Vakanz", "Zweite Ladung", "Besetzung"}


def test_nach_einer_sitzung_ohne_beschlussfaehigkeit_wird_zuerst_noch_einmal_geladen() -> None:
    vote = {"kennung": "haushalt", "antrag": {"art": "sonstiges"}, "ergebnis": "nicht_beschlussfaehig"}
    first = bau.sitzung(
        "sg-2026-02", datum="2026-11-19", anwesend=["staedtetag-1"], abgeschlossen="2026-11-19",
        tagesordnung=[bau.top("haushalt", beschluesse=[vote])], niederschrift={"vom": "2026-11-20", "fuehrung": "gs-1"},
    )  # fmt: skip
    again = "netzint sitzung neu --zweite-ladung-zu sg-2026-02"

    assert again in befehle(*die_zwoelf(), first)
    assert "netzint sitzung neu" not in befehle(*die_zwoelf(), first)
    assert again in befehle(*die_zwoelf(), first, geplant("2027-03-10"))
    assert again not in befehle(*die_zwoelf(), first, geplant("2026-12-15", zweite_ladung_zu="sg-2026-02"))


def test_in_einem_leeren_netzwerk_werden_zuerst_die_sitze_besetzt() -> None:
    found = list_aufgaben(bau.bestand(), STICHTAG)

    assert [(a.text, a.befehl) for a in found] == [
        ("12 Sitze sind unbesetzt", "netzint mitglied benennen sitz-ministerium-a"),
        ("Die nächste Sitzung anlegen", "netzint sitzung neu"),
    ]
