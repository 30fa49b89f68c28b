"""Acts on the Geschäftsordnung: from when it may change, what a new Fassung holds, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.geschaeftsordnung_werte import WERTE, Wert, read_wert
from netzint.modell.klartext import to_klartext
from netzint.vorgaenge import geschaeftsordnung_sitz as sitz
from netzint.vorgaenge.aenderung import Einfuegen, Setzen
from netzint.vorgaenge.geschaeftsordnung import Geplant, Rahmen, aendern, aufheben
from netzint.vorgaenge.geschaeftsordnung_angaben import parse, plain, spell
from netzint.vorgaenge.geschaeftsordnung_berichtigen import berichtigen
from tests.bau import STICHTAG, bestand, fassung, geschaeftsordnung, sitzung, top
from tests.regeln.strategiegruppe import abstimmung, die_zwoelf, gehalten, vertretung

BESCHLUSS = "sg-2026-01/beschluss"
AB = date(2027, 1, 1)
DANACH = date(2026, 3, 13)
"""The day after the Sitzung that decides."""


def buero(*weitere: Any) -> Bestand:
    """The twelve, and a Sitzung of 12 March 2026 that accepted BESCHLUSS."""
    return bestand(*die_zwoelf(), gehalten(abstimmung()), *weitere)


def rahmen(ab: date = AB, beschluss: str = BESCHLUSS) -> Rahmen:
    return Rahmen(STICHTAG, ab, beschluss)


def tu(b: Bestand, ab: date = AB, **werte: str) -> Geplant:
    done = aendern(b, rahmen(ab), werte=werte)
    assert done is not None
    return done


def weiter(b: Bestand, done: Geplant) -> Bestand:
    return b.replaced([done.nachher])


def neu(done: Geplant) -> Fassung:
    return done.nachher.fassungen[-1]


def abgelehnt(tue: Callable[[], object]) -> NetzintFehler:
    with pytest.raises(NetzintFehler) as caught:
        tue()
    assert caught.value.hinweis
    return caught.value


def test_eine_neue_fassung_haelt_die_alte_und_nur_das_genannte_ist_anders() -> None:
    done = tu(buero(), ladungsfrist="21", umlauf="nein")

    (step,) = done.aenderung.gesetzt
    assert (type(step), step.feld) == (Setzen, ("fassungen", 1))
    old, new = (to_klartext(f) for f in done.nachher.fassungen)
    assert old["strategiegruppe"] | {  # type: ignore[operator]
        "ladungsfrist": {"soll": 21, "muss": 7}, "umlauf": {"erlaubt": False, "frist": 14}
    } == new["strategiegruppe"]  # fmt: skip
    assert (new["gilt_ab"], new["beschluss"]) == (AB, BESCHLUSS)
    assert new["quellen"] == {
        "strategiegruppe.ladungsfrist.soll": f"Beschluss {BESCHLUSS}",
        "strategiegruppe.umlauf.erlaubt": f"Beschluss {BESCHLUSS}",
    }
    assert done.aenderung.beschluss == BESCHLUSS
    assert done.aenderung.betreff == (
        "Geschäftsordnung in neuer Fassung ab 1. Januar 2027 (Ladungsfrist und Beschlüsse im Umlauf)"
    )


def test_ein_genannter_grund_steht_statt_des_beschlusses_als_quelle() -> None:
    done = aendern(
        buero(), rahmen(), werte={"ladungsfrist": "21"}, quellen=["ladungsfrist=§ 4 Abs. 1", "sitz-gemeindetag=§ 2"]
    )

    assert done is not None
    assert neu(done).quellen == {
        "strategiegruppe.ladungsfrist.soll": "§ 4 Abs. 1",
        "strategiegruppe.sitze.sitz-gemeindetag": "§ 2",
    }


@pytest.mark.parametrize(
    ("feld", "text", "erwartet"),
    [
        ("beschlussfaehig", "mehr als die Hälfte", "mehr_als_1/2"),
        ("beschlussfaehig", "mindestens zwei Drittel", "mindestens_2/3"),
        ("beschlussfaehig", "mindestens 3/4", "mindestens_3/4"),
        ("mehrheit", "Einfach", "einfach"),
        ("mehrheit", "mehr_als_1/2", "mehr_als_1/2"),
        ("beschlussfaehig_befangen", "wie sonst", None),
        ("amtszeit", "unbegrenzt", None),
        ("amtszeit", "60 Monate", 60),
        ("ladungsfrist", "21", 21),
        ("vorsitz", "Landesverbände", "landesverbaende"),
        ("vorsitz_vertretung", "keine", None),
        ("umlauf", "Ja", True),
        ("als_stadt", "Stadt, Große Kreisstadt", ["stadt", "grosse_kreisstadt"]),
        ("leitungsaemter", "Bürgermeister,  Landrätin , Landrätin", ["Bürgermeister", "Landrätin"]),
    ],
)
def test_werte_schreibt_man_wie_man_sie_sagt(feld: str, text: str, erwartet: object) -> None:
    (wert,) = [w for w in WERTE if w.feld == feld]

    assert parse(wert, text.replace("ß", "ss") if feld == "als_stadt" else text) == erwartet


@pytest.mark.parametrize(
    ("feld", "text", "hinweis"),
    [
        ("ladungsfrist", "viele", "So ist es richtig: --ladungsfrist 3 (in Tagen)."),
        ("ladungsfrist", "-1", "--ladungsfrist 3"),
        ("ladungsfrist", "99999", "Möglich: 0 bis 3660."),
        ("amtszeit", "0", "Möglich: 1 bis 1200 oder „unbegrenzt“."),
        ("beschlussfaehig", "alle", "mehr_als_1/2, mindestens_2/3."),
        ("beschlussfaehig", "mindestens 3/2", "mehr_als_1/2"),
        ("mehrheit", "zweidrittel", "oder „einfach“"),
        ("gleichstand", "losen", "Möglich: vorsitz, abgelehnt."),
        ("als_stadt", "dorf", "stadtkreis"),
        ("vorsitz", "", "Text angeben"),
    ],
)
def test_ein_unmoeglicher_wert_sagt_was_moeglich_ist(feld: str, text: str, hinweis: str) -> None:
    fehler = abgelehnt(lambda: aendern(buero(), rahmen(), werte={feld: text}))

    assert fehler.ausgang is Ausgang.AUFRUF
    assert f"--{feld.replace('_', '-')}" in fehler.text
    assert hinweis in fehler.hinweis


@pytest.mark.parametrize("wert", WERTE, ids=lambda w: w.option)
def test_jeder_wert_laesst_sich_so_eingeben_wie_er_angezeigt_wird(wert: Wert) -> None:
    """What stands there is typed again: nothing to do. So each option leads to its own value."""
    text = spell(wert, plain(read_wert(buero().fassung(STICHTAG), wert))).strip('"')

    assert aendern(buero(), rahmen(), werte={wert.feld: text}) is None


def test_an_ihrem_beschluss_und_davor_gilt_eine_fassung_nicht() -> None:
    fehler = abgelehnt(lambda: tu(buero(), date(2026, 3, 12), ladungsfrist="21"))

    assert fehler.ausgang is Ausgang.ABGELEHNT
    assert "frühestens ab dem Tag danach" in fehler.text
    assert "--ab 2026-03-13 oder später" in fehler.hinweis
    assert "netzint geschaeftsordnung berichtigen --ladungsfrist 21 --grund" in fehler.hinweis


def test_nachgetragen_wird_nur_solange_sich_nichts_nach_der_alten_gerichtet_hat() -> None:
    assert neu(tu(buero(), DANACH, ladungsfrist="21")).gilt_ab == DANACH

    spaeter = gehalten(abstimmung(), kennung="sg-2026-02", datum="2026-07-01", abgeschlossen="2026-07-01")
    fehler = abgelehnt(lambda: tu(buero(spaeter), DANACH, ladungsfrist="21"))

    assert "richtet sich schon sg-2026-02 vom 1. Juli 2026" in fehler.text


def test_vor_der_ersten_fassung_gibt_es_keine() -> None:
    fehler = abgelehnt(lambda: tu(buero(), date(2020, 5, 1), ladungsfrist="21"))

    assert "erst ab dem 1. Juni 2020 erfasst" in fehler.text


def test_ohne_angenommenen_beschluss_aendert_sich_nichts() -> None:
    ablehnung = gehalten(abstimmung(1, 11, ergebnis="abgelehnt"))
    b = bestand(*die_zwoelf(), ablehnung)

    assert "wurde nicht angenommen" in abgelehnt(lambda: tu(b, ladungsfrist="21")).text
    assert "gibt es nicht" in abgelehnt(lambda: aendern(b, rahmen(beschluss="sg-1/x"), werte={"umlauf": "nein"})).text


def test_ohne_angabe_wird_gefragt_was_sich_aendern_soll() -> None:
    assert "Es fehlt, was sich ändern soll." in abgelehnt(lambda: aendern(buero(), rahmen(), werte={})).text


def test_eine_kuenftige_fassung_wird_an_ort_und_stelle_geaendert() -> None:
    b = buero()
    b = weiter(b, tu(b, ladungsfrist="21"))

    done = tu(b, umlauf_frist="10")

    assert [(type(s), s.feld, getattr(s, "wert", None)) for s in done.aenderung.gesetzt] == [
        (Setzen, ("fassungen", 1, "strategiegruppe", "umlauf", "frist"), 10),
        (Setzen, ("fassungen", 1, "quellen", "strategiegruppe.umlauf.frist"), f"Beschluss {BESCHLUSS}"),
    ]
    assert done.aenderung.betreff == "Geschäftsordnung ab 1. Januar 2027 geändert (Frist im Umlauf)"


def test_eine_fassung_zwischen_zweien_sagt_dass_die_spaetere_den_alten_stand_hat() -> None:
    b = buero()
    b = weiter(b, tu(b, date(2027, 7, 1), umlauf="nein"))

    done = tu(b, AB, ladungsfrist="21")

    (step,) = done.aenderung.gesetzt
    assert (type(step), step.feld) == (Einfuegen, ("fassungen", 1))
    assert [f.gilt_ab.year * 100 + f.gilt_ab.month for f in done.nachher.fassungen] == [202006, 202701, 202707]
    assert done.aenderung.hinweise == (
        "Die Fassung ab 1. Juli 2027 steht schon fest und hat noch den alten Stand: Ladungsfrist (14 Tage).",
    )
    assert done.aenderung.danach[0][0] == "netzint geschaeftsordnung aendern --ab 2027-07-01 --ladungsfrist 21"


def test_eine_geltende_fassung_aendert_sich_nicht_mehr() -> None:
    b = buero()
    b = weiter(b, tu(b, DANACH, ladungsfrist="21"))

    fehler = abgelehnt(lambda: tu(b, DANACH, ladungsfrist="28"))

    assert "gilt schon; sie ändert sich nicht mehr" in fehler.text
    assert "--ab 2026-11-23" in fehler.hinweis


def test_eine_kuenftige_fassung_laesst_sich_verlegen_und_aufheben() -> None:
    b = buero(gehalten(abstimmung(), kennung="sg-2026-02", datum="2026-07-01", abgeschlossen="2026-07-01"))
    b = weiter(b, tu(b, ladungsfrist="21"))

    moved = aendern(b, rahmen(), werte={}, verlegen_auf=date(2027, 3, 1))
    gone = aufheben(b, rahmen(beschluss="sg-2026-02/beschluss"))

    assert moved is not None
    assert neu(moved).gilt_ab == date(2027, 3, 1)
    assert moved.ab == AB
    assert moved.aenderung.betreff.endswith("Die Fassung ab 1. Januar 2027 gilt erst ab 1. März 2027")
    assert len(gone.nachher.fassungen) == 1
    assert "beruht diese Fassung" in abgelehnt(lambda: aufheben(b, rahmen())).text


def test_verlegt_wird_nicht_ueber_eine_andere_hinweg_und_nichts_was_gilt() -> None:
    b = buero()
    b = weiter(b, tu(b, ladungsfrist="21"))
    b = weiter(b, tu(b, date(2027, 7, 1), ladungsfrist="28"))

    over = abgelehnt(lambda: aendern(b, rahmen(), werte={}, verlegen_auf=date(2027, 7, 1)))
    both = abgelehnt(lambda: aendern(b, rahmen(), werte={"umlauf": "nein"}, verlegen_auf=date(2027, 2, 1)))

    assert "Ab dem 1. Juli 2027 gilt eine andere Fassung." in over.text
    assert "geht nur allein" in both.text
    assert "gilt schon" in abgelehnt(lambda: aufheben(b, rahmen(date(2020, 6, 1)))).text
    assert "Noch nicht gültig: 2027-01-01, 2027-07-01." in abgelehnt(lambda: aufheben(b, rahmen(STICHTAG))).hinweis


def test_grenzen_die_sich_widersprechen_werden_in_worten_abgelehnt() -> None:
    fehler = abgelehnt(lambda: tu(buero(), ladungsfrist="5"))

    assert "So stimmte ab 1. Januar 2027 nicht mehr:" in fehler.text
    assert "„muss“ darf nicht über „soll“ liegen" in fehler.text
    assert "--ladungsfrist 21 --ladungsfrist-mindestens 14" in fehler.hinweis


def test_wer_eine_stellvertretung_hat_muss_erst_gehen_bevor_es_keine_mehr_gibt() -> None:
    b = buero(vertretung("staedtetag-2"))

    fehler = abgelehnt(lambda: tu(b, stellvertretung="keine"))

    assert "staedtetag-2" in fehler.text
    assert fehler.hinweis == (
        "Zuerst die Stellvertretung beenden: netzint mitglied abberufen staedtetag-2 --zum 2026-12-31"
    )


def test_eine_schon_versandte_einladung_wird_nicht_nachtraeglich_zu_kurz() -> None:
    geladen = sitzung(
        "sg-2027-01", datum="2027-01-15", tagesordnung=[top()],
        einladung={"versandt": "2026-12-30", "verteiler": ["staedtetag-1"]},
    )  # fmt: skip

    fehler = abgelehnt(
        lambda: aendern(buero(geladen), rahmen(), werte={"ladungsfrist": "30", "ladungsfrist_mindestens": "20"})
    )

    assert "sg-2027-01" in fehler.text
    assert "Einen späteren ersten Tag angeben" in fehler.hinweis


# The seats


def test_ein_sitz_tritt_an_die_stelle_eines_anderen_und_erbt_was_nicht_gesagt_ist() -> None:
    b = bestand(*(m for m in die_zwoelf() if m.kennung != "ministerium-c-1"), gehalten(abstimmung()))
    before = geschaeftsordnung(fassung() | {"quellen": {"strategiegruppe.sitze.sitz-ministerium-c": "„drei Personen“"}})

    done = sitz.neu(
        b.replaced([before]), (), rahmen(), kennung="Ministerium D", statt="ministerium-c",
        angaben=sitz.Sitzangaben(bezeichnung="Amtsleitung"),
    )  # fmt: skip

    seats = [s.kennung for s in neu(done).strategiegruppe.sitze]
    assert seats[:4] == ["sitz-ministerium-a", "sitz-ministerium-b", "sitz-ministerium-d", "sitz-gemeindetag"]
    seat = neu(done).strategiegruppe.sitze[2]
    assert (seat.bezeichnung, seat.bank, seat.benannt_von) == ("Amtsleitung", "ministerium", ("ministerium",))
    assert neu(done).quellen == {"strategiegruppe.sitze.sitz-ministerium-d": f"Beschluss {BESCHLUSS}"}
    assert done.aenderung.danach[0][0] == "netzint mitglied benennen sitz-ministerium-d --ab 2027-01-01"


def test_wer_auf_dem_sitz_sitzt_muss_erst_gehen() -> None:
    fehler = abgelehnt(
        lambda: sitz.neu(buero(), (), rahmen(), kennung="x", statt="ministerium-c", angaben=sitz.Sitzangaben())
    )

    assert "ministerium-c-1" in fehler.text
    assert "netzint mitglied abberufen ministerium-c-1 --zum 2026-12-31" in fehler.hinweis


def test_eine_bank_behaelt_drei_sitze_oder_es_gibt_eine_ausnahme() -> None:
    b = bestand(*(m for m in die_zwoelf() if m.kennung != "ministerium-c-1"), gehalten(abstimmung()))
    angaben = sitz.Sitzangaben(bank="ministerium", stelle="ministerium", benannt_von=("ministerium",))

    weniger = abgelehnt(lambda: sitz.entfallen(b, rahmen(), sitz="ministerium-c"))
    mehr = abgelehnt(lambda: sitz.neu(b, (), rahmen(), kennung="sitz-ministerium-d", angaben=angaben))

    assert "hat die Bank „Ministerium“ 2 statt 3 Sitze" in weniger.text
    assert "hat die Bank „Ministerium“ 4 statt 3 Sitze" in mehr.text
    assert "netzint ausnahme neu --regel G201" in weniger.hinweis


def test_die_anforderungen_eines_sitzes_aendern_sich_feld_fuer_feld() -> None:
    b = buero()
    b = weiter(b, tu(b, ladungsfrist="21"))

    done = sitz.aendern(b, rahmen(), sitz="sitz-kommunen-stadt", angaben=sitz.Sitzangaben(benannt_von=("staedtetag",)))

    assert done is not None
    assert done.aenderung.gesetzt[0] == Setzen(
        "geschaeftsordnung",
        "geschaeftsordnung",
        ("fassungen", 1, "strategiegruppe", "sitze", 7, "benannt_von"),
        ["staedtetag"],
    )
    assert sitz.aendern(b, rahmen(), sitz="kommunen-stadt", angaben=sitz.Sitzangaben(amt="Leitung")) is None


@pytest.mark.parametrize(
    ("kennung", "angaben", "text"),
    [
        ("gemeindetag", sitz.Sitzangaben(), "gibt oder gab es schon"),
        ("neu", sitz.Sitzangaben(), "Es fehlt, zu welcher Bank"),
        ("neu", sitz.Sitzangaben(bank="kommunen"), "Es fehlt, wer für den Sitz benennen darf."),
        ("neu", sitz.Sitzangaben(bank="kommunen", benannt_von=("niemand",)), "gibt es nicht"),
        ("neu", sitz.Sitzangaben(bank="vorstand"), "„vorstand“ ist bei --bank nicht möglich."),
    ],
)
def test_was_an_einem_neuen_sitz_fehlt_oder_nicht_stimmt_wird_gesagt(
    kennung: str, angaben: sitz.Sitzangaben, text: str
) -> None:
    assert text in abgelehnt(lambda: sitz.neu(buero(), (), rahmen(), kennung=kennung, angaben=angaben)).text


def test_einen_unbekannten_sitz_nennt_die_ablehnung_mit_dem_aehnlichen() -> None:
    fehler = abgelehnt(lambda: sitz.entfallen(buero(), rahmen(), sitz="gemeindetak"))

    assert "Einen Sitz „gemeindetak“ gibt es nicht." in fehler.text
    assert "sitz-gemeindetag" in fehler.hinweis


# Corrections


def richte(b: Bestand, **werte: str) -> Geplant | None:
    return berichtigen(b, stichtag=STICHTAG, ab=None, werte=werte, quellen=(), grund="Tippfehler")


def test_eine_berichtigung_haelt_fest_was_dort_stand() -> None:
    done = richte(buero(), ladungsfrist="10", amtszeit="60")

    assert done is not None
    amtszeit, frist = (b.model_dump(exclude_none=True) for b in done.nachher.berichtigungen)
    assert frist == {"am": STICHTAG, "grund": "Tippfehler\n"} | {
        "zu": "fassungen.1.strategiegruppe.ladungsfrist.soll", "statt": {"soll": 14}
    }  # fmt: skip
    assert (amtszeit["zu"], amtszeit["statt"]) == ("fassungen.1.strategiegruppe.amtszeit", {"amtszeit": "fehlte"})
    assert neu(done).strategiegruppe.amtszeit == 60
    assert richte(buero(), ladungsfrist="14") is None


def test_was_schon_abgestimmt_ist_widerspricht_einer_berichtigung() -> None:
    b = bestand(*die_zwoelf(), gehalten(abstimmung(9), entschuldigt=[], anwesend=[p.kennung for p in die_zwoelf()[:9]]))

    fehler = abgelehnt(lambda: richte(b, beschlussfaehig="mindestens 11/12"))

    assert "So berichtigt widerspräche die Geschäftsordnung dem, was schon festgehalten ist:" in fehler.text
    assert "netzint berichtigen sg-2026-01" in fehler.hinweis


def test_eine_spaetere_fassung_mit_demselben_fehler_wird_genannt() -> None:
    b = buero()
    b = weiter(b, tu(b, umlauf="nein"))

    done = richte(b, ladungsfrist="10")

    assert done is not None
    assert done.aenderung.danach[0][0] == "netzint geschaeftsordnung berichtigen --ab 2027-01-01 --ladungsfrist 10"
