"""``mitglied benennen`` and ``nachbenennen`` as decisions: who may sit where, and what the refusal says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Mitglied
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from netzint.vorgaenge import mitglied
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.mitglied_person import Person
from netzint.vorgaenge.mitglied_sitz import Angaben
from tests import bau
from tests.vorgaenge.zwoelf import person, zwoelf

STICHTAG = bau.STICHTAG
AB = date(2026, 12, 1)
NEU = Person(name="Ida Neu", stelle="stadt-b", funktion="Bürgermeisterin", amt_seit=date(2024, 5, 1))
FREI = ("kommunen-stadt",)


def benennen(
    bestand: Bestand, sitz: str, who: Person = NEU, durch: str | None = "staedtetag", **rest: Any
) -> Aenderung:
    angaben = Angaben(sitz, durch, rest.pop("am", STICHTAG), rest.pop("ab", AB), rest.pop("bis", None))
    vergeben = rest.pop("vergeben", list(bestand.eintraege))
    return mitglied.benennen(bestand, vergeben, stichtag=STICHTAG, angaben=angaben, person=who, **rest)


def nachbenennen(bestand: Bestand, sitz: str, who: Person = NEU, durch: str = "staedtetag", **rest: Any) -> Aenderung:
    angaben = Angaben(sitz, durch, STICHTAG, rest.pop("ab", AB))
    return mitglied.nachbenennen(
        bestand, list(bestand.eintraege), stichtag=STICHTAG, angaben=angaben, person=who, **rest
    )


def refused(
    bestand: Bestand, sitz: str, who: Person = NEU, durch: str | None = "staedtetag", **rest: Any
) -> NetzintFehler:
    with pytest.raises(NetzintFehler) as caught:
        benennen(bestand, sitz, who, durch, **rest)
    return caught.value


def neue_person(aenderung: Aenderung) -> Mitglied:
    first = aenderung.neu[0]
    assert isinstance(first, Mitglied)
    return first


def test_eine_neue_person_bekommt_die_naechste_nummer_ihres_sitzes() -> None:
    bestand = zwoelf(ohne=FREI)
    aenderung = benennen(bestand, "kommunen-stadt", vergeben=[*bestand.eintraege, "kommunen-stadt-7"])
    ida = neue_person(aenderung)

    assert ida.kennung == "kommunen-stadt-8"
    assert (ida.name, ida.aemter[0].amt, ida.aemter[0].stelle) == ("Ida Neu", "leitung", "stadt-b")
    assert [(m.sitz, m.rolle, m.von) for m in ida.mandate] == [("sitz-kommunen-stadt", "ordentlich", AB)]
    assert ida.mandate[0].benannt is not None
    assert (ida.mandate[0].benannt.durch, ida.mandate[0].benannt.am) == ("staedtetag", STICHTAG)
    assert "Neu" not in aenderung.betreff


def test_die_sitze_des_ministeriums_zaehlen_gemeinsam() -> None:
    bestand = zwoelf(ohne=("ministerium-b",))
    who = Person(name="Ida Neu", amt_seit=AB)

    assert neue_person(benennen(bestand, "sitz-ministerium-b", who, None)).kennung == "ministerium-1"


def test_nach_der_benennung_melden_die_regeln_nichts_neues() -> None:
    before = zwoelf(ohne=FREI)
    after = before.replaced(benennen(before, "Kommunen – Stadt").neu)
    codes = {b.code for b in judge(before, AB, ALLE)}

    assert {b.code for b in judge(after, AB, ALLE)} == codes - {"Q103"}


def test_eine_bekannte_person_bekommt_ein_weiteres_mandat() -> None:
    mandat = {"gremium": "ag-beispiel", "rolle": "staendig", "von": "2025-09-01"}
    leiter = bau.mitglied("kommunen-stadt-3", name="Person kommunen-stadt 3", mandate=[mandat],
                          aemter=[bau.amt(stelle="stadt-b", amt="leitung", funktion="Bürgermeister")])  # fmt: skip
    bestand = zwoelf(leiter, ohne=FREI)
    aenderung = benennen(bestand, "kommunen-stadt", Person(kennung="person kommunen-stadt 3"))

    assert aenderung.neu == ()
    assert [(s.kennung, s.feld) for s in aenderung.gesetzt] == [("kommunen-stadt-3", ("mandate", 1))]


def test_ein_besetzter_sitz_wird_abgelehnt_und_der_freie_genannt() -> None:
    error = refused(zwoelf(ohne=("kommunen-gemeinde",)), "kommunen-stadt")

    assert error.ausgang is Ausgang.ABGELEHNT
    assert "besetzt: kommunen-stadt-1 seit 1. Februar 2025" in error.text
    assert "netzint mitglied nachbenennen sitz-kommunen-stadt" in error.hinweis
    assert "„Kommunen – Gemeinde“ (sitz-kommunen-gemeinde; benennen darf Gemeindetag, Staedtetag oder" in error.hinweis


def test_auch_ein_spaeteres_mandat_macht_den_sitz_besetzt() -> None:
    later = person("kommunen-stadt", 2, von="2027-03-01")

    assert "ist am 1. März 2027 besetzt" in refused(zwoelf(later, ohne=FREI), "kommunen-stadt").text


def test_ein_befristetes_mandat_passt_vor_das_spaetere() -> None:
    later = person("kommunen-stadt", 2, von="2027-03-01")
    aenderung = benennen(zwoelf(later, ohne=FREI), "kommunen-stadt", bis=date(2027, 2, 28))

    assert neue_person(aenderung).mandate[0].bis == date(2027, 2, 28)


def test_wer_nicht_benennen_darf_wird_genannt_und_wer_es_darf() -> None:
    error = refused(zwoelf(ohne=(*FREI, "gemeindetag")), "gemeindetag", Person(name="Ida Neu"))

    assert error.text == "Staedtetag darf für den Sitz „Landesverbände – Gemeindetag“ nicht benennen."
    assert "Benennen darf: Gemeindetag." in error.hinweis
    assert "Frei wäre für Staedtetag: „Kommunen – Stadt“" in error.hinweis


def test_fehlt_wer_benannt_hat_sagt_die_ablehnung_wer_es_darf() -> None:
    error = refused(zwoelf(ohne=FREI), "kommunen-stadt", durch=None)

    assert error.ausgang is Ausgang.AUFRUF
    assert "Mit --durch angeben: Gemeindetag, Staedtetag oder Landkreistag." in error.hinweis


def test_wer_das_verlangte_amt_nicht_hat_wird_abgelehnt_und_der_passende_sitz_genannt() -> None:
    error = refused(zwoelf(ohne=("kommunen-gemeinde",)), "kommunen-gemeinde")

    assert "verlangt Leitung der Verwaltung in einer Gemeinde" in error.text
    assert "stadt-b zählt als Stadt" in error.text
    assert "„Kommunen – Stadt“ (sitz-kommunen-stadt, besetzt mit kommunen-stadt-1" in error.hinweis


def test_eine_fremde_person_auf_dem_sitz_eines_verbands_ist_nur_ein_hinweis() -> None:
    who = Person(name="Ida Neu", stelle="stadt-b", amt_seit=AB)
    aenderung = benennen(zwoelf(ohne=("staedtetag",)), "staedtetag", who)

    assert any("verlangt ein Amt bei staedtetag" in hinweis for hinweis in aenderung.hinweise)


def test_wer_schon_einen_sitz_hat_bekommt_keinen_zweiten() -> None:
    error = refused(zwoelf(ohne=FREI), "kommunen-stadt", Person(kennung="beauftragte-stadt-1"))

    assert "jede Person hat nur eine Stimme" in error.text
    assert "netzint mitglied abberufen beauftragte-stadt-1" in error.hinweis


def test_wer_vertritt_rueckt_auf_statt_benannt_zu_werden() -> None:
    deputy = person("kommunen-stadt", 2, rolle="stellvertretend")
    error = refused(zwoelf(deputy, ohne=FREI), "kommunen-stadt", Person(kennung="kommunen-stadt-2"))

    assert "netzint mitglied aufruecken kommunen-stadt-2 --sitz sitz-kommunen-stadt" in error.hinweis


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        ({"am": date(2026, 11, 23)}, "liegt in der Zukunft"),
        ({"ab": date(2026, 11, 21)}, "benannt wurde erst am 22. November 2026"),
        ({"bis": date(2026, 11, 30)}, "liegt vor dem ersten"),
        ({"am": date(2020, 1, 1), "ab": date(2020, 1, 2)}, "vor der Gründung des Netzwerks"),
    ],
)
def test_tage_die_nicht_sein_koennen_werden_abgelehnt(rest: dict[str, Any], text: str) -> None:
    error = refused(zwoelf(ohne=FREI), "kommunen-stadt", **rest)

    assert error.ausgang is Ausgang.AUFRUF
    assert text in error.text


def test_vor_dem_erfassen_darf_die_benennung_fehlen() -> None:
    long_ago = date(2024, 1, 1)
    aenderung = benennen(zwoelf(ohne=FREI), "kommunen-stadt", durch=None, am=long_ago, ab=long_ago,
                         who=NEU._replace(amt_seit=date(2020, 1, 1)))  # fmt: skip

    assert neue_person(aenderung).mandate[0].benannt is None


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (Person(), "Es fehlt, um wen es geht."),
        (Person(kennung="kommunen-stadt-1", name="X Y"), "schließen sich aus"),
        (Person(name="Ida Neu"), "Es fehlt, wo die Person tätig ist."),
        (Person(name="Ida Neu", stelle="stad-b"), "Eine Stelle „stad-b“ gibt es nicht."),
        (Person(name="Ida Neu", stelle="stadt-b", anrede="Fräulein"), "„Fräulein“ ist bei --anrede nicht möglich."),
        (Person(name="Ida Neu", stelle="stadt-b", e_mail="ida"), "„ida“ ist keine E-Mail-Adresse."),
        (Person(name="Ida Neu", stelle="stadt-b", amt="Chefin"), "„Chefin“ ist bei --amt nicht möglich."),
        (Person(name=" "), "Die Angabe zu --name ist leer."),
        (Person(kennung="niemand-1"), "Ein Mitglied „niemand-1“ gibt es nicht."),
        (Person(kennung="staedtetag-1", e_mail="a@b.example"), "--e-mail gehört zu einer neuen Person"),
    ],
)
def test_eine_person_die_nicht_gemeint_sein_kann(who: Person, text: str) -> None:
    error = refused(zwoelf(ohne=FREI), "kommunen-stadt", who)

    assert error.ausgang is Ausgang.AUFRUF
    assert text in error.text
    assert error.hinweis


def test_eine_namensgleiche_person_wird_nachgefragt() -> None:
    namesake = Person(name="person  Staedtetag 1", stelle="stadt-b", funktion="Bürgermeister", amt_seit=AB)
    error = refused(zwoelf(ohne=FREI), "kommunen-stadt", namesake)

    assert error.text == "Eine Person dieses Namens ist schon erfasst: staedtetag-1."
    other = benennen(zwoelf(ohne=FREI), "kommunen-stadt", namesake._replace(namensgleich=True))
    assert neue_person(other).kennung == "kommunen-stadt-1"


def test_eine_aufgeloeste_stelle_wird_abgelehnt_und_die_nachfolge_genannt() -> None:
    gone = bau.stelle("stadt-d", "stadt", ags="08999003", bis="2025-12-31", nachfolge="stadt-b")
    error = refused(zwoelf(gone, ohne=FREI), "kommunen-stadt", Person(name="Ida Neu", stelle="stadt-d"))

    assert (error.text, error.hinweis) == ("stadt-d gibt es nur bis 31. Dezember 2025.", "Die Nachfolge ist stadt-b.")


def test_ein_beginn_des_amts_wird_nicht_stillschweigend_erfunden() -> None:
    aenderung = benennen(zwoelf(ohne=FREI), "kommunen-stadt", NEU._replace(amt_seit=None))

    assert any("steht jetzt der 1. Dezember 2026; war er früher: netzint berichtigen" in h for h in aenderung.hinweise)


def test_die_nachbenennung_beendet_das_bisherige_mandat_am_tag_davor() -> None:
    aenderung = nachbenennen(zwoelf(), "kommunen-stadt", vorher="amt beendet")
    last = date(2026, 11, 30)

    assert aenderung.gesetzt == (
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "bis"), last),
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "ende"), {"grund": "amt_beendet", "am": STICHTAG}),
    )
    assert neue_person(aenderung).kennung == "kommunen-stadt-2"
    assert aenderung.betreff.endswith("bisher kommunen-stadt-1")


def test_die_nachbenennung_folgt_auf_ein_festes_ende() -> None:
    before = person("kommunen-stadt", bis="2026-12-31", ende={"grund": "niedergelegt", "am": "2026-11-01"})
    aenderung = nachbenennen(zwoelf(before), "kommunen-stadt", ab=None)

    assert neue_person(aenderung).mandate[0].von == date(2027, 1, 1)
    assert aenderung.gesetzt == ()


def test_die_nachbenennung_nennt_was_am_ausscheiden_haengt() -> None:
    planned = bau.sitzung("sg-2026-01", datum="2026-12-10", leitung="kommunen-stadt-1",
                          einladung={"versandt": "2026-11-20", "verteiler": ["kommunen-stadt-1"]})  # fmt: skip
    hinweise = nachbenennen(zwoelf(planned), "kommunen-stadt").hinweise

    assert "SG-2026-01 ist schon eingeladen: die Einladung nachreichen." in hinweise
    assert "kommunen-stadt-1: SG-2026-01 am 10.12.2026: die Leitung neu bestimmen." in hinweise
    assert any("ausladen" in hinweis for hinweis in hinweise)


def test_auf_einem_nie_besetzten_sitz_gibt_es_keine_nachfolge() -> None:
    with pytest.raises(NetzintFehler, match="saß noch niemand") as caught:
        nachbenennen(zwoelf(ohne=FREI), "kommunen-stadt")

    assert "netzint mitglied benennen sitz-kommunen-stadt" in caught.value.hinweis


def test_wer_nachfolgt_beginnt_nach_dem_bisherigen() -> None:
    with pytest.raises(NetzintFehler, match="besetzt: kommunen-stadt-1 seit 1"):
        mitglied.nachbenennen(
            zwoelf(person("kommunen-stadt", von="2026-07-01")), [], stichtag=STICHTAG, person=NEU,
            angaben=Angaben("kommunen-stadt", "staedtetag", date(2026, 6, 1), date(2026, 7, 1)),
        )  # fmt: skip


def test_ein_unbekannter_sitz_wird_mit_vorschlag_abgelehnt() -> None:
    assert "Meinten Sie" in refused(zwoelf(), "kommunen-stat").hinweis


def test_die_geschaeftsstelle_hat_eigene_nummern_und_braucht_keine_benennung() -> None:
    bestand = zwoelf()
    who = Person(name="Ida Neu", stelle="ministerium")
    aenderung = mitglied.in_geschaeftsstelle(bestand, ["gs-1"], person=who, rolle="Leitung", ab=AB)
    ida = neue_person(aenderung)

    assert ida.kennung == "gs-2"
    assert [(m.gremium, m.rolle, m.benannt) for m in ida.mandate] == [("geschaeftsstelle", "leitung", None)]
    with pytest.raises(NetzintFehler, match="gehört schon zur Geschäftsstelle"):
        mitglied.in_geschaeftsstelle(bestand.replaced([ida]), [], person=Person(kennung="gs-2"), ab=AB)


def test_viele_freie_sitze_stehen_nach_denen_geordnet_die_benennen_duerfen() -> None:
    many = ("kommunen-stadt", "kommunen-gemeinde", "kommunen-landkreis", "gemeindetag", "staedtetag")
    error = refused(zwoelf(ohne=many), "ministerium-a", durch="ministerium")

    assert (
        "sitz-gemeindetag (benennen darf Gemeindetag); sitz-staedtetag (benennen darf Staedtetag); "
        "sitz-kommunen-gemeinde, sitz-kommunen-stadt, sitz-kommunen-landkreis (benennen darf Gemeindetag, "
    ) in error.hinweis


def test_ein_titel_vor_dem_namen_ist_ein_titel() -> None:
    neu = neue_person(benennen(zwoelf(ohne=FREI), "kommunen-stadt", Person(name="Frau Dr. Ida Neu", stelle="stadt-b")))

    assert (neu.name, neu.titel, neu.anrede) == ("Ida Neu", "Dr.", "Frau")


def test_beginnt_das_amt_erst_spaeter_so_steht_es_dabei() -> None:
    late = Person(name="Ida Neu", stelle="stadt-b", amt_seit=date(2030, 1, 1))

    assert (
        "das Amt bei stadt-b beginnt erst am 1. Januar 2030" in refused(zwoelf(ohne=FREI), "kommunen-stadt", late).text
    )
