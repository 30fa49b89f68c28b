"""Each open step of the circle puts its matter on the next Tagesordnung, with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.regeln.bedarfe import bedarf_ist_lange_offen
from netzint.regeln.register import judge
from netzint.vorgaenge.sitzung import compute_vorschlaege
from netzint.vorgaenge.vorschlag import Vorschlag
from tests import bau

STICHTAG = date(2026, 11, 22)
TAG = date(2027, 2, 9)


def vorschlaege(*eintraege: Eintrag, tag: date = TAG) -> dict[str, Vorschlag]:
    bestand: Bestand = bau.bestand(*eintraege)
    return {v.kennung: v for v in compute_vorschlaege(bestand, STICHTAG, tag)}


def gehalten(kennung: str, datum: str, *tops: dict[str, Any], **felder: Any) -> Eintrag:
    return bau.sitzung(kennung, datum=datum, anwesend=["staedtetag-1"], tagesordnung=list(tops), **felder)


def antrag(*empfehlungen: str) -> dict[str, Any]:
    return {"art": "empfehlung", "empfehlungen": list(empfehlungen), "fassung": "1"}


def test_ein_leeres_netzwerk_hat_die_festen_punkte_und_seine_vakanzen() -> None:
    assert list(vorschlaege()) == ["begruessung", "tagesordnung", "vakanzen", "verschiedenes", "naechste-termine"]


def test_die_niederschrift_der_letzten_sitzung_wird_zur_genehmigung_vorgelegt() -> None:
    found = vorschlaege(gehalten("sg-2026-02", "2026-07-16"))

    assert found["niederschrift-sg-2026-02"].titel == "Genehmigung der Niederschrift der Sitzung vom 16. Juli 2026"


def test_eine_genehmigte_niederschrift_kommt_nicht_wieder() -> None:
    approval = bau.beschluss("niederschrift", antrag={"art": "niederschrift", "sitzung": "sg-2026-01"})
    found = vorschlaege(
        gehalten("sg-2026-01", "2026-03-12"),
        gehalten("sg-2026-02", "2026-07-16", bau.top("niederschrift", beschluesse=[approval])),
    )

    assert "niederschrift-sg-2026-01" not in found
    assert "niederschrift-sg-2026-02" in found


def test_eine_eingereichte_empfehlung_bekommt_einen_punkt_mit_vorlage() -> None:
    found = vorschlaege(bau.empfehlung("he-2026-01"))["he-2026-01"]

    assert found.antrag == antrag("he-2026-01")
    assert found.weil == "am 2. November 2026 von der Arbeitsgruppe eingereicht"


def test_eine_nicht_eingereichte_empfehlung_steht_nicht_darauf() -> None:
    fassung = bau.hefassung()
    del fassung["eingereicht"]

    assert "he-2026-01" not in vorschlaege(bau.empfehlung("he-2026-01", fassungen=[fassung]))


def test_eine_erst_nach_dem_stichtag_eingereichte_empfehlung_steht_nicht_darauf() -> None:
    fassung = bau.hefassung(eingereicht="2026-11-23")

    assert "he-2026-01" not in vorschlaege(bau.empfehlung("he-2026-01", fassungen=[fassung]))


def test_ueber_eine_abgestimmte_empfehlung_wird_nicht_noch_einmal_abgestimmt() -> None:
    vote = bau.beschluss("he-2026-01", antrag=antrag("he-2026-01"), ergebnis="abgelehnt")
    held = gehalten("sg-2026-03", "2026-11-10", bau.top("he-2026-01", beschluesse=[vote]))

    assert "he-2026-01" not in vorschlaege(bau.empfehlung("he-2026-01"), held)


def test_eine_neue_fassung_nach_der_ablehnung_kommt_wieder() -> None:
    vote = bau.beschluss("he-2026-01", antrag=antrag("he-2026-01"), ergebnis="abgelehnt")
    held = gehalten("sg-2026-03", "2026-11-10", bau.top("he-2026-01", beschluesse=[vote]))
    zweite = bau.hefassung(nr="2", vom="2026-11-15", eingereicht="2026-11-20")
    found = vorschlaege(bau.empfehlung("he-2026-01", fassungen=[bau.hefassung(), zweite]), held)

    assert found["he-2026-01"].antrag == {**antrag("he-2026-01"), "fassung": "2"}


def test_eine_zurueckgezogene_empfehlung_steht_nicht_darauf() -> None:
    he = bau.empfehlung("he-2026-01", zurueckgezogen={"am": "2026-11-10", "grund": "überholt\n"})

    assert "he-2026-01" not in vorschlaege(he)


def test_eine_vorhandene_beschlussvorlage_wird_wieder_verwendet() -> None:
    vorlage = bau.make(
        "beschlussvorlage",
        "bv-2026-004",
        betreff="Information",
        vom="2026-11-05",
        antrag=antrag("he-2026-01"),
        federfuehrung="ag-beispiel",
    )

    assert vorschlaege(bau.empfehlung("he-2026-01"), vorlage)["he-2026-01"].vorlage == "bv-2026-004"


def test_vertagtes_kommt_mit_seinem_grund_wieder() -> None:
    vote = bau.beschluss("haushalt", ja="0", ergebnis="vertagt")
    found = vorschlaege(gehalten("sg-2026-02", "2026-07-16", bau.top("haushalt", beschluesse=[vote])))["haushalt"]

    assert found.wiederaufnahme == "sg-2026-02/haushalt"
    assert found.weil == "in der Sitzung vom 16. Juli 2026 vertagt"


def test_was_mangels_beschlussfaehigkeit_offen_blieb_kommt_wieder() -> None:
    vote = bau.beschluss("haushalt", ergebnis="nicht_beschlussfaehig")
    found = vorschlaege(gehalten("sg-2026-02", "2026-07-16", bau.top("haushalt", beschluesse=[vote])))["haushalt"]

    assert found.weil == "in der Sitzung vom 16. Juli 2026 ohne Beschlussfähigkeit aufgerufen"


def test_wieder_aufgenommenes_kommt_nicht_ein_drittes_mal() -> None:
    first = bau.beschluss("haushalt", ergebnis="vertagt")
    second = bau.top("haushalt", wiederaufnahme="sg-2026-01/haushalt", beschluesse=[bau.beschluss("haushalt")])
    found = vorschlaege(
        gehalten("sg-2026-01", "2026-03-12", bau.top("haushalt", beschluesse=[first])),
        gehalten("sg-2026-02", "2026-07-16", second),
    )

    assert "haushalt" not in found


def test_ein_umlauf_mit_widerspruch_kommt_auf_die_naechste_tagesordnung() -> None:
    umlauf = bau.make(
        "umlauf",
        "um-2026-01",
        titel="Zeitplan",
        versandt="2026-09-01",
        frist="2026-09-15",
        beschluss="zeitplan",
        antrag={"art": "sonstiges"},
        widerspruch=[{"mitglied": "staedtetag-1", "am": "2026-09-03"}],
    )
    found = vorschlaege(umlauf)["zeitplan"]

    assert (found.wiederaufnahme, found.weil) == (
        "um-2026-01/zeitplan",
        "im Umlaufverfahren UM-2026-01 wurde widersprochen",
    )


def test_ein_mandat_das_vor_der_sitzung_danach_endet_steht_zur_entscheidung() -> None:
    found = vorschlaege(bau.arbeitsgruppe())["ende-ag-beispiel"]

    assert found.titel == "Verlängerung oder Abschluss: AG „Beispiel“"
    assert found.weil.startswith("Mandat endete am 31. Dezember 2026, vor der Sitzung danach")


def test_ein_mandat_das_lange_laeuft_bringt_nur_den_bericht() -> None:
    mandat = {"auftrag": "Lange.\n", "staendige_mitglieder": "9", "von": "2025-07-01", "bis": "2029-12-31"}
    found = vorschlaege(bau.arbeitsgruppe(mandat=mandat))

    assert "ende-ag-beispiel" not in found
    assert found["bericht-ag-beispiel"].weil == "aktiv bis 31. Dezember 2029"


def test_eine_abgeschlossene_ag_berichtet_nicht_mehr() -> None:
    found = vorschlaege(bau.arbeitsgruppe(abschluss={"am": "2026-10-01"}))

    assert not [kennung for kennung in found if "ag-beispiel" in kennung]


def test_faellige_ueberpruefungen_sind_ein_einziger_punkt() -> None:
    forwarded = [{"stelle": s, "am": "2026-06-01", "antwort_bis": "2026-08-24"} for s in ("ministerium", "staedtetag")]
    found = vorschlaege(bau.empfehlung("he-2026-01", weiterleitungen=forwarded))["ueberpruefung"]

    assert found.bezug == ("he-2026-01",)
    assert found.weil == "2 Wiedervorlagen bis zum Sitzungstag fällig, die älteste am 24. August 2026"


def test_neue_themen_und_alte_bedarfe_kommen_zur_sprache() -> None:
    bedarf = bau.make("bedarf", "bedarf-2026-01", titel="Lotsen", gemeldet={"von": "staedtetag", "am": "2026-03-02"})
    frisch = bau.make("bedarf", "bedarf-2026-02", titel="Räume", gemeldet={"von": "staedtetag", "am": "2026-11-02"})
    found = vorschlaege(
        bau.thema("thema-wohnen", titel="Wohnen", aufgenommen="2026-10-01"),
        bedarf,
        frisch,
        gehalten("sg-2026-02", "2026-07-16"),
    )

    assert found["neue-themen"].bezug == ("thema-wohnen",)
    assert found["offene-bedarfe"].bezug == ("bedarf-2026-01",)


def test_die_naechste_veranstaltung_wird_angekuendigt() -> None:
    event = bau.make("veranstaltung", "va-2027-01", titel="Fachtag Sprache", art="Fachtag", datum="2027-04-20")

    assert vorschlaege(event)["veranstaltungen"].weil == "als nächste am 20. April 2027: Fachtag Sprache"


def test_was_auf_einer_frueher_geplanten_sitzung_steht_wird_nicht_noch_einmal_vorgeschlagen() -> None:
    planned = bau.sitzung(
        "sg-2026-03", datum="2026-12-15", tagesordnung=[bau.top("he-2026-01"), bau.top("bericht-ag-beispiel")]
    )
    found = vorschlaege(bau.empfehlung("he-2026-01"), bau.empfehlung("he-2026-02"), bau.arbeitsgruppe(), planned)

    assert "he-2026-01" not in found
    assert "bericht-ag-beispiel" not in found
    assert "he-2026-02" in found
    assert found["niederschrift-sg-2026-03"].weil == "vorherige Sitzung, noch zu halten"


def test_ein_sammelpunkt_nimmt_auf_was_auf_der_frueheren_sitzung_noch_nicht_steht() -> None:
    """Or a Wiedervorlage due between two planned Sitzungen would stand on neither."""
    planned = bau.sitzung(
        "sg-2026-03",
        datum="2026-12-15",
        tagesordnung=[
            bau.top("ueberpruefung", bezug=["he-2026-01"]),
            bau.top("neue-themen", bezug=["thema-a"]),
            bau.top("vakanzen", bezug=[sitz["kennung"] for sitz in bau.SITZE[1:]]),
        ],
    )
    wege = [
        {"stelle": "ministerium", "am": "2026-06-01", "antwort_bis": "2026-12-01"},
        {"stelle": "staedtetag", "am": "2026-06-01", "antwort_bis": "2027-01-31"},
    ]
    themen = [bau.thema(f"thema-{x}", aufgenommen="2026-11-01") for x in "ab"]
    found = vorschlaege(bau.empfehlung("he-2026-01", weiterleitungen=wege), *themen, planned)

    assert found["ueberpruefung"].weil == "eine Wiedervorlage fällig am 31. Januar 2027"
    assert found["neue-themen"].bezug == ("thema-b",)
    assert found["vakanzen"].bezug == ("sitz-ministerium-a",)


def test_ein_sammelpunkt_faellt_weg_wenn_alles_schon_auf_der_frueheren_steht() -> None:
    alle = [sitz["kennung"] for sitz in bau.SITZE]
    planned = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[bau.top("vakanzen", bezug=alle)])

    assert "vakanzen" not in vorschlaege(planned)


def test_ein_punkt_unter_anderem_namen_zaehlt_nach_seiner_vorlage() -> None:
    vorlage = bau.make(
        "beschlussvorlage",
        "bv-2026-004",
        betreff="X",
        vom="2026-11-05",
        antrag=antrag("he-2026-01"),
        federfuehrung="ag-x",
    )
    planned = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[bau.top("sprache", vorlage="bv-2026-004")])

    assert "he-2026-01" not in vorschlaege(bau.empfehlung("he-2026-01"), vorlage, planned)


def test_tagesordnung_und_regel_halten_denselben_bedarf_fuer_alt() -> None:
    for gemeldet, alt in (("2026-08-13", False), ("2026-08-12", True)):  # 180 und 181 Tage vor der Sitzung
        bedarf = bau.make("bedarf", "bedarf-2026-01", titel="Lotsen", gemeldet={"von": "staedtetag", "am": gemeldet})

        assert ("offene-bedarfe" in vorschlaege(bedarf)) is alt
        assert bool(judge(bau.bestand(bedarf), TAG, (bedarf_ist_lange_offen,))) is alt


def umlauf_ueber(he: str, **felder: Any) -> Eintrag:
    normal = {"titel": "Beispiel", "versandt": "2026-11-10", "frist": "2026-11-24", "beschluss": he}
    return bau.make("umlauf", "um-2026-01", antrag=antrag(he), **{**normal, **felder})


def test_eine_empfehlung_aus_einem_umlauf_bekommt_ihre_beschlussvorlage() -> None:
    objection = [{"mitglied": "staedtetag-1", "am": "2026-11-12"}]
    found = vorschlaege(bau.empfehlung("he-2026-01"), umlauf_ueber("he-2026-01", widerspruch=objection))["he-2026-01"]

    assert (found.wiederaufnahme, found.antrag) == ("um-2026-01/he-2026-01", antrag("he-2026-01"))


def test_was_vertagt_und_jetzt_im_umlauf_ist_steht_nicht_auf_der_tagesordnung() -> None:
    vote = bau.beschluss("he-2026-01", antrag=antrag("he-2026-01"), ergebnis="vertagt")
    before = gehalten("sg-2026-02", "2026-11-05", bau.top("he-2026-01", beschluesse=[vote]))

    assert "he-2026-01" in vorschlaege(bau.empfehlung("he-2026-01"), before)
    assert "he-2026-01" not in vorschlaege(bau.empfehlung("he-2026-01"), before, umlauf_ueber("he-2026-01"))
