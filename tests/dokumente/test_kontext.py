"""What the documents know: plain data out of the Bestand, in words that people would use."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.dokumente import kontext, kontext_sitzung
from netzint.dokumente.kontext_vorlage import beschlussvorlage
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from tests import bau

TAG = date(2026, 11, 22)


def vorlage(**felder: Any) -> Beschlussvorlage:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    values = {"betreff": "X", "vom": "2026-11-10", "antrag": antrag, "federfuehrung": "ag-beispiel", **felder}
    return Beschlussvorlage.model_validate({"kennung": "bv-2026-001", **values})


def zeige(paper: Beschlussvorlage, *eintraege: Eintrag) -> dict[str, Any]:
    top = bau.top("he-2026-01", vorlage="bv-2026-001")
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[bau.top(), top])
    bestand = bau.bestand(sitzung, paper, bau.arbeitsgruppe(), bau.empfehlung(), *eintraege)
    return beschlussvorlage(bestand, paper, sitzung)


def test_ohne_netzwerk_gibt_es_keinen_briefkopf() -> None:
    with pytest.raises(NetzintFehler, match=r"netzwerk\.yaml"):
        kontext.netzwerk(Bestand([]))


def test_ein_gremium_heisst_so_dass_es_hinter_der_passt() -> None:
    bestand = bau.bestand(bau.arbeitsgruppe())

    assert [kontext.gremium(bestand, k) for k in ("strategiegruppe", "ag-beispiel", "geschaeftsstelle")] == [
        "Strategiegruppe",
        "AG „Beispiel“",
        "Geschäftsstelle",
    ]


@pytest.mark.parametrize(
    ("versandt", "bis"),
    [(date(2026, 11, 20), "2026-12-08"), (date(2026, 12, 8), "2026-12-14"), (date(2026, 12, 14), "")],
)
def test_rueckmeldung_wird_nie_bis_zu_einem_vergangenen_tag_erbeten(versandt: date, bis: str) -> None:
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15")

    assert kontext.sitzung(bau.bestand(sitzung), sitzung, versandt)["rueckmeldung_bis"] == bis


@pytest.mark.parametrize(
    ("ort", "gezeigt", "zugang"),
    [
        ("Rathaus", "Rathaus", ""),
        ("https://video.example/nibw-14", "Videokonferenz", "https://video.example/nibw-14"),
        ("Rathaus, Saal 2 (https://video.example/x)", "Rathaus, Saal 2", "https://video.example/x"),
        (None, "Videokonferenz, die Zugangsdaten folgen", ""),
    ],
)
def test_der_zugang_zur_videokonferenz_steht_fuer_sich(ort: str | None, gezeigt: str, zugang: str) -> None:
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", form="video", **({"ort": ort} if ort else {}))
    found = kontext.sitzung(bau.bestand(sitzung), sitzung, TAG)

    assert (found["ort"], found["zugang"]) == (gezeigt, zugang)


def test_die_ladungsfrist_nennt_feiertage_die_in_sie_fallen() -> None:
    sitzung = bau.sitzung("sg-2027-01", datum="2027-01-12")

    assert kontext.sitzung(bau.bestand(sitzung), sitzung, TAG)["ladungsfrist"] == (
        "Die Ladungsfrist beträgt 14 Tage; die Einladung ist bis zum 28. Dezember 2026 zu versenden. "
        "In die Frist fallen: Neujahr (1. Januar 2027) und Heilige Drei Könige (6. Januar 2027)."
    )


def test_eine_ag_hat_keine_ladungsfrist_und_keine_persoenliche_stellvertretung() -> None:
    sitzung = bau.sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel")
    found = kontext.sitzung(bau.bestand(sitzung, bau.arbeitsgruppe()), sitzung, TAG)

    assert (found["ladungsfrist"], found["stellvertretung"]) == ("", "")


def test_die_zweite_ladung_erklaert_sich() -> None:
    first = bau.sitzung("sg-2026-01")
    second = bau.sitzung("sg-2026-02", datum="2026-12-15", zweite_ladung_zu="sg-2026-01")
    text = kontext.sitzung(bau.bestand(first, second), second, TAG)["zweite_ladung"]

    assert "zweite Ladung nach der Sitzung vom 12. März 2026" in text
    assert "die Anwesenheit von 1 Stimmberechtigten" in text


def test_eine_videokonferenz_ohne_ort_sagt_wie_man_hinkommt() -> None:
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", form="video")

    assert kontext.sitzung(bau.bestand(sitzung), sitzung, TAG)["ort"] == "Videokonferenz, die Zugangsdaten folgen"


def test_eine_abgesagte_sitzung_zaehlt_nicht_in_der_laufenden_nummer() -> None:
    absage = {"am": "2026-05-01", "grund": "Krankheit\n"}
    sitzungen = (
        bau.sitzung("sg-2026-01"),
        bau.sitzung("sg-2026-02", datum="2026-06-01", abgesagt=absage),
        bau.sitzung("sg-2026-03", datum="2026-12-15"),
    )
    bestand = bau.bestand(*sitzungen)

    assert [kontext.sitzung(bestand, s, TAG)["nummer"] for s in sitzungen] == [1, 2, 2]


def test_der_vorschlag_ergibt_sich_aus_dem_antrag() -> None:
    assert zeige(vorlage())["beschlussvorschlag"] == [
        "Die Empfehlung HE-2026-01 „Mehrsprachige Information“ wird in der Fassung 1 angenommen.",
        "Die Geschäftsstelle leitet sie den betroffenen Stellen zu und erbittet Rückmeldung binnen 12 Wochen.",
    ]


@pytest.mark.parametrize(
    ("antrag", "text"),
    [
        (
            {"art": "ag_einsetzen", "ag": "ag-beispiel"},
            "Die AG „Beispiel“ wird vom 1. Juli 2025 bis zum 31. Dezember 2026 mit 9 ständigen Mitgliedern eingesetzt.",
        ),
        ({"art": "ag_einsetzen", "ag": "ag-fehlt"}, "Die Ag-fehlt wird eingesetzt."),
        (
            {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"},
            "Das Mandat der AG „Beispiel“ wird bis zum 30. Juni 2027 verlängert.",
        ),
        ({"art": "ag_abschliessen", "ag": "ag-beispiel"}, "Die AG „Beispiel“ wird abgeschlossen."),
        ({"art": "niederschrift", "sitzung": "sg-2026-02"}, "Die Niederschrift der Sitzung SG-2026-02 wird genehmigt."),
        ({"art": "schwerpunkt", "thema": "thema-x"}, "Das Thema „thema-x“ wird Themenschwerpunkt."),
        ({"art": "ziel", "ziel": "ziel-x"}, "Das strategische Ziel „ziel-x“ wird beschlossen."),
        ({"art": "sonstiges", "wortlaut": "Wir tagen in Ulm.\n"}, "Wir tagen in Ulm.\n"),
    ],
)  # fmt: skip
def test_jede_art_von_antrag_hat_ihre_worte(antrag: dict[str, Any], text: str) -> None:
    assert zeige(vorlage(antrag=antrag))["beschlussvorschlag"] == [text]


@pytest.mark.parametrize(
    ("antrag", "texte"),
    [
        (
            {
                "art": "ag_einsetzen", "ag": "ag-neu", "name": "AG „Neu“", "thema": "thema-x", "auftrag": "Alles.\n",
                "staendige_mitglieder": "7", "von": "2027-05-01", "bis": "2027-12-31",
            },
            [
                "Die AG „Neu“ wird vom 1. Mai 2027 bis zum 31. Dezember 2027 mit 7 ständigen Mitgliedern eingesetzt.",
                "Ihr Auftrag: Alles.\n",
            ],
        ),
        (
            {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30", "staendige_mitglieder": "11"},
            [
                "Das Mandat der AG „Beispiel“ wird bis zum 30. Juni 2027 verlängert.",
                "Die Zahl ihrer ständigen Mitglieder beträgt 11.",
            ],
        ),
        (
            {"art": "ag_abschliessen", "ag": "ag-beispiel", "am": "2026-12-31", "grund": "Fertig.\n"},
            ["Die AG „Beispiel“ wird zum 31. Dezember 2026 abgeschlossen.", "Fertig.\n"],
        ),
        (
            {"art": "ziel", "ziel": "ziel-x", "titel": "Teilhabe", "beschreibung": "Alle nehmen teil.\n"},
            ["Das strategische Ziel „Teilhabe“ wird beschlossen.", "Es lautet: Alle nehmen teil.\n"],
        ),
    ],
)  # fmt: skip
def test_ein_vorbereiteter_antrag_sagt_alles_was_beschlossen_wird(antrag: dict[str, Any], texte: list[str]) -> None:
    assert zeige(vorlage(antrag=antrag))["beschlussvorschlag"] == texte


def test_ein_eigener_vorschlag_geht_vor() -> None:
    assert zeige(vorlage(beschlussvorschlag=["Anders.\n"]))["beschlussvorschlag"] == ["Anders.\n"]


def test_die_beratungsfolge_kennt_fruehere_sitzungen_und_ihr_ergebnis() -> None:
    beschluss = bau.beschluss("he-2026-01", ergebnis="vertagt")
    top = bau.top("he-2026-01", vorlage="bv-2026-001", beschluesse=[beschluss])
    earlier = bau.sitzung("sg-2026-02", datum="2026-07-07", tagesordnung=[top])
    beratung = {"gremium": "ag-beispiel", "am": "2026-06-01", "ergebnis": "zustimmung"}

    folge = zeige(vorlage(beratungsfolge=[beratung]), earlier)["beratungsfolge"]
    assert [(b["gremium"], b["datum"], b["ergebnis"]) for b in folge] == [
        ("AG „Beispiel“", "2026-06-01", "Zustimmung"),
        ("Strategiegruppe", "2026-07-07", "vertagt"),
        ("Strategiegruppe", "2026-12-15", "Beschlussfassung"),
    ]


def test_die_vorlage_zeigt_den_wortlaut_ueber_den_abgestimmt_wird() -> None:
    found = zeige(vorlage())

    assert (found["top"], found["empfehlung"], found["fassung"]) == ("2", "HE-2026-01", 1)
    assert found["wortlaut"] == "Die Kommunen informieren mehrsprachig.\n"
    assert found["adressaten"] == [{"stelle": "Ministerium", "rolle": "federführend", "frist": ""}]


def test_vor_dem_versand_steht_im_verteiler_wer_einen_sitz_hat() -> None:
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15")
    person = bau.mitglied("staedtetag-1", anrede="Frau", titel="Dr.", aemter=[bau.amt(funktion="Dezernentin")])
    found = kontext_sitzung.verteiler(bau.bestand(sitzung, person), sitzung, TAG)

    assert found == [{"name": "Frau Dr. Erika Beispiel", "funktion": "Dezernentin", "stelle": "Staedtetag", "als": ""}]


def test_stellvertretungen_und_gaeste_sind_im_verteiler_als_solche_zu_erkennen() -> None:
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[bau.top("bericht", bezug=["ag-beispiel"])])
    people = (
        bau.mitglied("staedtetag-1"),
        bau.mitglied("staedtetag-2", mandate=[bau.mandat(rolle="stellvertretend")]),
        bau.mitglied("ag-beispiel-01", mandate=[{"gremium": "ag-beispiel", "rolle": "leitung", "von": "2025-07-01"}]),
    )
    found = kontext_sitzung.verteiler(bau.bestand(sitzung, bau.arbeitsgruppe(), *people), sitzung, TAG)

    assert [person["als"] for person in found] == ["", "zur Kenntnis (Stellvertretung)", "als Gast"]


def test_nach_dem_versand_steht_im_verteiler_wer_eingeladen_wurde() -> None:
    einladung = {"versandt": "2026-11-20", "verteiler": ["gs-9", "staedtetag-1"]}
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", einladung=einladung)
    found = kontext_sitzung.verteiler(bau.bestand(sitzung, bau.mitglied()), sitzung, TAG)

    assert [row["name"] for row in found] == ["gs-9", "Erika Beispiel"]


def test_die_beschlusskontrolle_zeigt_nur_was_der_punkt_nennt() -> None:
    weiter = {"stelle": "ministerium", "am": "2026-06-01", "antwort_bis": "2026-08-24"}
    top = bau.top("ueberpruefung", bezug=["he-2026-01"])
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[top])
    hes = (
        bau.empfehlung("he-2026-01", weiterleitungen=[weiter]),
        bau.empfehlung("he-2026-02", weiterleitungen=[weiter]),
    )
    bestand = bau.bestand(sitzung, *hes)

    found = kontext_sitzung.beschlusskontrolle(bestand, sitzung, TAG)
    assert [(row["empfehlung"], row["stand"]) for row in found] == [("HE-2026-01", "noch keine Rückmeldung")]
    ohne = bau.sitzung("sg-2026-04", datum="2026-12-15")
    assert kontext_sitzung.beschlusskontrolle(bestand, ohne, TAG) == []


def test_punkte_bringen_ihre_tabellen_mit() -> None:
    tagesordnung = [
        bau.top("vakanzen", bezug=["sitz-staedtetag"]),
        bau.top("offene-bedarfe", bezug=["bedarf-2026-01"]),
        bau.top("neue-themen", bezug=["thema-beispiel"]),
        bau.top("veranstaltungen", bezug=["va-2027-01"]),
        bau.top("verschiedenes"),
    ]
    sitzung = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=tagesordnung)
    bedarf = bau.make(
        "bedarf", "bedarf-2026-01", titel="Bus", beschreibung="X\n", gemeldet={"von": "staedtetag", "am": "2026-01-02"}
    )
    fachtag = bau.make("veranstaltung", "va-2027-01", titel="Tag", art="fachtag", datum="2027-03-01")
    found = kontext_sitzung.tops(bau.bestand(sitzung, bedarf, bau.thema(), fachtag), sitzung)

    cells = [row["zellen"] for top in found[:4] for row in top["tabelle"]["zeilen"]]
    assert cells[0][1] == "Staedtetag"
    assert cells[1:] == [
        ["BEDARF-2026-01", "Bus", "Staedtetag", "2. Januar 2026"],
        ["Beispiel", "1. Januar 2021"],
        ["1. März 2027", "fachtag", "Tag", "–"],
    ]
    assert "tabelle" not in found[4]
