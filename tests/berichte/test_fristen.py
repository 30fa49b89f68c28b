"""One source of all deadlines."""

from __future__ import annotations

from datetime import date

from netzint.berichte.fristen import default_bis, fristen_tabelle, list_fristen
from netzint.berichte.fristen import fristen as fristen_bericht
from netzint.berichte.tabelle import Tage
from netzint.modell.grund import Eintrag
from tests import bau

STICHTAG = date(2026, 11, 22)
WEIT = date(2030, 1, 1)


def fristen(*eintraege: Eintrag, bis: date = WEIT) -> list[tuple[str, str, str]]:
    return [(f.am.isoformat(), f.art, f.kennung) for f in list_fristen(bau.bestand(*eintraege), STICHTAG, bis)]


def test_ohne_offenes_gibt_es_keine_fristen() -> None:
    assert fristen() == []


def test_eine_geplante_sitzung_hat_ladung_und_tag() -> None:
    assert fristen(bau.sitzung("sg-2027-01", datum="2027-02-09")) == [
        ("2027-01-25", "Ladung", "sg-2027-01"),
        ("2027-02-09", "Sitzung", "sg-2027-01"),
    ]


def test_eine_vergangene_sitzung_ohne_niederschrift_ist_nachzutragen() -> None:
    assert fristen(bau.sitzung("sg-2026-01", datum="2026-03-12")) == [
        ("2026-03-12", "Sitzung nachtragen", "sg-2026-01")
    ]
    assert fristen(bau.sitzung("sg-2024-01", datum="2024-03-12")) == []


def test_eine_niederschrift_ist_in_der_naechsten_sitzung_zu_genehmigen() -> None:
    held = bau.sitzung("sg-2026-01", anwesend=["staedtetag-1"])
    coming = bau.sitzung("sg-2027-01", datum="2027-02-09", einladung={"versandt": "2027-01-10"})

    assert ("2027-02-09", "Niederschrift", "sg-2026-01") in fristen(held, coming)


def test_das_ende_einer_ag_ist_eine_frist_bis_zum_abschluss() -> None:
    assert fristen(bau.arbeitsgruppe()) == [("2026-12-31", "AG-Mandat", "ag-beispiel")]
    assert fristen(bau.arbeitsgruppe(abschluss={"am": "2026-11-01"})) == []


def test_eine_ausstehende_rueckmeldung_bleibt_auch_ueberfaellig_stehen() -> None:
    he = bau.empfehlung(weiterleitungen=[{"stelle": "ministerium", "am": "2026-06-01", "antwort_bis": "2026-08-24"}])

    assert fristen(he) == [("2026-08-24", "Rückmeldung", "he-2026-01")]


def test_eine_erledigte_empfehlung_hat_keine_frist_mehr() -> None:
    done = {"stelle": "ministerium", "am": "2026-06-01", "stand": [{"am": "2026-10-01", "status": "erledigt"}]}

    assert fristen(bau.empfehlung(weiterleitungen=[done])) == []


def test_mandate_und_ausnahmen_die_enden_stehen_darin() -> None:
    ending = bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-12-31")])
    waiver = bau.make(
        "ausnahme", "ausnahme-x", regel="S101", beschluss="sg-2026-01/x", bis="2027-01-31", grund="Übergang\n"
    )

    assert fristen(ending, waiver) == [
        ("2026-12-31", "Mandat", "staedtetag-1"),
        ("2027-01-31", "Ausnahme", "ausnahme-x"),
    ]


def test_der_blick_reicht_so_weit_wie_die_geschaeftsordnung_sagt() -> None:
    assert default_bis(bau.bestand(), STICHTAG) == date(2027, 2, 20)
    assert fristen(bau.sitzung("sg-2027-01", datum="2027-06-09"), bis=date(2027, 2, 20)) == []


def test_der_abstand_steht_in_worten() -> None:
    today = bau.sitzung("sg-2026-03", datum="2026-11-22", einladung={"versandt": "2026-11-01"})
    bestand = bau.bestand(bau.sitzung("sg-2026-02", datum="2026-11-21"), today)

    distances = [row[1] for row in fristen_tabelle(bestand, STICHTAG, WEIT).zeilen]

    assert distances == [-1, 0]
    assert [str(tage) for tage in distances] == ["überfällig seit 1 Tag", "heute"]
    assert str(Tage(1)) == "in 1 Tag"
    assert str(Tage(23)) == "in 23 Tagen"


def test_auf_eine_durchgefuehrte_sitzung_folgen_abschluss_und_niederschrift() -> None:
    assert fristen(bau.sitzung("sg-2026-01", datum="2026-11-17", anwesend=["staedtetag-1"])) == [
        ("2026-11-17", "Abschluss", "sg-2026-01"),
        ("2027-03-16", "Niederschrift", "sg-2026-01"),
    ]


def test_was_beschlossen_und_nicht_ausgefuehrt_ist_steht_mit_seinem_befehl_da() -> None:
    vote = bau.beschluss("ende", antrag={"art": "ag_abschliessen", "ag": "ag-beispiel"})
    held = bau.sitzung(
        anwesend=["staedtetag-1"],
        tagesordnung=[bau.top("ende", beschluesse=[vote])],
        niederschrift={"vom": "2026-03-13"},
    )
    found = list_fristen(bau.bestand(held, bau.arbeitsgruppe()), STICHTAG, WEIT)

    assert ("Ausführung", "ende", "netzint sitzung abschliessen sg-2026-01") in [
        (f.art, f.zusatz, f.befehl) for f in found
    ]


def test_eine_angenommene_empfehlung_ist_weiterzuleiten() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    tops = [bau.top("he", beschluesse=[bau.beschluss("he", antrag=antrag)])]
    held = bau.sitzung(datum="2026-11-17", anwesend=["staedtetag-1"], tagesordnung=tops, abgeschlossen="2026-11-17")
    sent = bau.empfehlung(weiterleitungen=[{"stelle": "ministerium", "am": "2026-11-20"}])

    assert ("2026-11-17", "Weiterleitung", "he-2026-01") in fristen(held, bau.empfehlung())
    assert "Weiterleitung" not in [art for _, art, _ in fristen(held, sent)]


def test_ein_offener_bedarf_hat_den_tag_an_dem_er_auf_die_tagesordnung_kommt() -> None:
    bedarf = {"titel": "Fahrten", "gemeldet": {"von": "staedtetag", "am": "2026-11-01"}}
    open_ = bau.make("bedarf", "bedarf-2026-01", **bedarf)
    taken = bau.make("bedarf", "bedarf-2026-02", **bedarf, zugeordnet={"thema": "thema-beispiel", "am": "2026-11-02"})

    assert fristen(open_, taken) == [("2027-04-30", "Bedarf", "bedarf-2026-01")]


def test_hat_die_geschaeftsordnung_eine_amtszeit_so_endet_sie() -> None:
    law = bau.geschaeftsordnung(bau.fassung(amtszeit="24"))

    assert fristen(bau.mitglied(), law) == [("2027-02-01", "Amtszeit", "staedtetag-1")]


def test_eine_veranstaltung_ist_ein_termin_solange_sie_nicht_abgesagt_ist() -> None:
    felder = {"titel": "Mitreden", "art": "Fachtag", "datum": "2027-03-11"}
    off = {"am": "2026-11-01", "grund": "Zeit.\n"}

    assert fristen(bau.make("veranstaltung", "va-2027-01", **felder)) == [("2027-03-11", "Veranstaltung", "va-2027-01")]
    assert fristen(bau.make("veranstaltung", "va-2027-01", **felder, abgesagt=off)) == []


def test_ein_laufender_umlauf_ist_nach_seiner_frist_auszuzaehlen() -> None:
    umlauf = {
        "titel": "Fachtag", "versandt": "2026-11-10", "frist": "2026-11-24", "beschluss": "fachtag",
        "antrag": {"art": "sonstiges"},
    }  # fmt: skip

    assert fristen(bau.make("umlauf", "um-2026-01", **umlauf)) == [("2026-11-24", "Umlauf", "um-2026-01")]


def test_eine_zu_ergaenzende_tagesordnung_ist_vor_dem_versand_faellig_und_danach_zur_sitzung() -> None:
    def faellig(**felder: str) -> list[str]:
        bestand = bau.bestand(bau.sitzung("sg-2027-01", datum="2027-02-09", **felder))
        found = list_fristen(bestand, STICHTAG, WEIT, {"sg-2027-01": 2})
        return [f.am.isoformat() for f in found if f.art == "Tagesordnung"]

    assert faellig() == ["2027-01-25"]
    assert faellig(einladung={"versandt": "2026-11-20"}) == ["2027-02-09"]  # type: ignore[arg-type]


def test_der_bericht_zaehlt_und_nennt_die_befehle_fuer_das_ueberfaellige() -> None:
    bericht = fristen_bericht(bau.bestand(bau.sitzung("sg-2026-01", datum="2026-11-12")), STICHTAG, WEIT, {})

    assert bericht.saetze == ("1 Frist, davon 1 überfällig.",)
    assert bericht.tabellen[0].zeilen == ((1, 1, WEIT),)
    assert bericht.schritte[0][0] == "netzint sitzung einladen sg-2026-01 --am 2026-10-28"
    assert fristen_bericht(bau.bestand(), STICHTAG, None, {}).saetze == ("Nichts steht an.",)


def am(tag: str, *eintraege: Eintrag) -> list[tuple[str, str]]:
    """What was due, as known on a day: what is dated later had not happened yet."""
    return [(f.am.isoformat(), f.art) for f in list_fristen(bau.bestand(*eintraege), date.fromisoformat(tag), WEIT)]


def test_vor_der_genehmigung_war_die_niederschrift_zu_genehmigen_und_davor_zu_schreiben() -> None:
    approval = {
        "kennung": "niederschrift", "antrag": {"art": "niederschrift", "sitzung": "sg-2026-01"},
        "ergebnis": "angenommen", "ja": 1, "nein": 0, "enthaltung": 0,
    }  # fmt: skip
    held = bau.sitzung(
        "sg-2026-01", datum="2026-03-12", anwesend=["staedtetag-1"], abgeschlossen="2026-03-12",
        niederschrift={"vom": "2026-03-20", "genehmigt": "sg-2026-02/niederschrift"},
    )  # fmt: skip
    later = bau.sitzung(
        "sg-2026-02", datum="2026-07-07", anwesend=["staedtetag-1"], abgeschlossen="2026-07-07",
        niederschrift={"vom": "2026-07-07", "genehmigt": "sg-2026-02/niederschrift"},
        tagesordnung=[{"kennung": "niederschrift", "titel": "Niederschrift", "beschluesse": [approval]}],
    )  # fmt: skip
    texts = [
        [
            f.zusatz
            for f in list_fristen(bau.bestand(held, later), date.fromisoformat(tag), WEIT)
            if f.kennung == "sg-2026-01"
        ]
        for tag in ("2026-03-19", "2026-03-20", "2026-07-06", "2026-07-07")
    ]

    assert texts == [["schreiben"], ["genehmigen"], ["genehmigen"], []]


def test_eine_verlaengerung_zaehlt_ab_ihrem_beschluss() -> None:
    longer = bau.arbeitsgruppe(
        verlaengerungen=[{"ab": "2027-01-01", "bis": "2027-06-30", "beschluss": "sg-2026-02/verlaengerung"}]
    )
    vote = {
        "kennung": "verlaengerung", "antrag": {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"},
        "ergebnis": "angenommen", "ja": 1, "nein": 0, "enthaltung": 0,
    }  # fmt: skip
    meeting = bau.sitzung(
        "sg-2026-02", datum="2026-07-07", anwesend=["staedtetag-1"], abgeschlossen="2026-07-07",
        tagesordnung=[{"kennung": "verlaengerung", "titel": "Verlängerung", "beschluesse": [vote]}],
    )  # fmt: skip

    assert ("2026-12-31", "AG-Mandat") in am("2026-07-06", longer, meeting)
    assert ("2027-06-30", "AG-Mandat") in am("2026-07-07", longer, meeting)


def test_ein_umlauf_ist_vom_versand_bis_zum_abschluss_offen() -> None:
    umlauf = bau.make(
        "umlauf", "um-2026-01", titel="Ort", versandt="2026-03-01", frist="2026-03-15", beschluss="ort",
        antrag={"art": "sonstiges", "wortlaut": "Der Ort ist Musterburg."},
        abschluss={"am": "2026-03-16", "ergebnis": "angenommen"},
    )  # fmt: skip
    days = ("2026-02-28", "2026-03-01", "2026-03-15", "2026-03-16")

    assert [("2026-03-15", "Umlauf") in am(tag, umlauf) for tag in days] == [False, True, True, False]


def test_ein_bedarf_war_offen_bis_er_zugeordnet_wurde() -> None:
    bedarf = bau.make(
        "bedarf", "bedarf-2026-01", titel="Wohnen",
        gemeldet={"von": "staedtetag", "am": "2026-01-10"}, zugeordnet={"thema": "thema-beispiel", "am": "2026-05-01"},
    )  # fmt: skip

    assert [am(tag, bedarf) for tag in ("2026-01-09", "2026-01-10", "2026-04-30", "2026-05-01")] == [
        [], [("2026-07-09", "Bedarf")], [("2026-07-09", "Bedarf")], [],
    ]  # fmt: skip
