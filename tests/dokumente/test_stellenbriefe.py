"""Benennungsanfrage and Wiedervorlage: whom a Stelle is asked for, and how the Umsetzung goes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.kontext_brief import erbeten_bis
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.schreiben_stelle import neue_wiedervorlagen
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Amt, Mitglied
from netzint.vorgaenge.empfehlung_stand import Meldung
from netzint.vorgaenge.empfehlung_umsetzung import ueberpruefen
from tests import bau
from tests.beispiel import read_beispiel
from tests.regeln.strategiegruppe import die_zwoelf, person, vertretung
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.empfehlungsfaelle import HE, angenommen

TAG = date(2026, 4, 1)
STADT = "sitz-kommunen-stadt"


def zwoelf(*ersatz: Any, ohne: str = "", **recht: Any) -> Bestand:
    """The twelve with their Stellen; who is given replaces who is called so."""
    given = {e.kennung: e for e in ersatz}
    people = [_im_amt(given.pop(p.kennung, p)) for p in die_zwoelf() if p.kennung != ohne]
    stellen = [bau.stelle(v, "landesverband") for v in bau.VERBAENDE]
    stellen += [bau.stelle(f"{k}-x", k) for k in bau.KOERPERSCHAFTEN]
    return bau.bestand(
        bau.geschaeftsordnung(bau.fassung(**recht)), bau.stelle("ministerium", "ministerium"), *stellen, *people,
        *given.values(),
    )  # fmt: skip


def _im_amt(mitglied: Mitglied) -> Mitglied:
    """The same person with the office that the seat asks for."""
    bank, _, seat = mitglied.kennung.rpartition("-")[0].partition("-")
    kind = {"kommunen": "leitung", "beauftragte": "integrationsbeauftragung"}.get(bank, "mitarbeit")
    office = {"von": "2019-05-01", "stelle": f"{seat}-x" if kind != "mitarbeit" else bank, "amt": kind}
    return mitglied.model_copy(update={"aemter": (Amt.model_validate(office),)})


def texte(base: Bestand, kennung: str, vorlagen: Vorlagen, tag: date = TAG, art: str = "") -> dict[str, str]:
    auftraege = find_auftraege(base, kennung, tag, art)
    return {n: d.decode() for n, d in erzeuge(auftraege, vorlagen, "x", ("md",)).items()}


def test_jede_benennende_stelle_bekommt_eine_anfrage_und_weiss_von_den_anderen(alle_vorlagen: Vorlagen) -> None:
    found = texte(zwoelf(ohne="kommunen-stadt-1"), STADT, alle_vorlagen)

    assert list(found) == [f"x/benennungsanfrage-sitz-kommunen-stadt-{v}.md" for v in bau.VERBAENDE]
    text = found["x/benennungsanfrage-sitz-kommunen-stadt-staedtetag.md"]
    assert "Er ist noch nicht besetzt." in text
    assert "**die Leiterin oder den Leiter der Kommunalverwaltung einer Stadt**" in text
    assert "Als Stadt zählen hier Städte, Große Kreisstädte und Stadtkreise." in text
    assert "Benennen dürfen für diesen Sitz auch: Gemeindetag und Landkreistag." in text
    assert "bis **Mittwoch, 29. April 2026**" in text
    assert "Bitte nennen Sie uns auch eine Person, die das Mitglied persönlich vertritt." in text


def test_ein_mandat_das_bald_endet_wird_rechtzeitig_angefragt(alle_vorlagen: Vorlagen) -> None:
    ending = person("ministerium-a-1", bis="2026-04-20")
    (text,) = texte(zwoelf(ending), "sitz-ministerium-a", alle_vorlagen).values()

    assert "endet am 20. April 2026." in text
    assert "bis **Montag, 20. April 2026**" in text
    assert "**eine Person Ihres Hauses**" in text
    assert "Benennen darf" not in text


def test_wer_schon_nachbenannt_ist_wird_nicht_mehr_gesucht() -> None:
    ending, next_one = person("staedtetag-1", bis="2026-04-30"), person("staedtetag-2", von="2026-05-01")
    base = zwoelf(ending, next_one, vertretung("staedtetag-3"))

    with pytest.raises(NetzintFehler, match="Alle Sitze der Strategiegruppe sind besetzt"):
        find_auftraege(base, "strategiegruppe", TAG, "benennungsanfrage")
    with pytest.raises(NetzintFehler, match="ist besetzt, auch auf absehbare Zeit") as caught:
        find_auftraege(base, "sitz-staedtetag", TAG)
    assert caught.value.ausgang is Ausgang.AUFRUF


def test_die_strategiegruppe_fragt_fuer_alle_offenen_sitze() -> None:
    base = zwoelf(person("staedtetag-1", bis="2026-04-30"), ohne="landkreistag-1")
    found = find_auftraege(base, "strategiegruppe", TAG, "benennungsanfrage")

    assert [a.kennung for a in found] == ["sitz-staedtetag-staedtetag", "sitz-landkreistag-landkreistag"]


@pytest.mark.parametrize(("recht", "fragt"), [("persoenlich", True), ("keine", False), ("pool", False)])
def test_fehlt_nur_die_stellvertretung_wird_nur_nach_ihr_gefragt(
    recht: str,
    fragt: bool,  # noqa: FBT001 - parametrised
    alle_vorlagen: Vorlagen,
) -> None:
    base = zwoelf(stellvertretung=recht)

    if not fragt:
        with pytest.raises(NetzintFehler, match="ist besetzt"):
            find_auftraege(base, "sitz-staedtetag", TAG)
        return
    (text,) = texte(base, "sitz-staedtetag", alle_vorlagen).values()
    assert "eine Stellvertretung ist nicht benannt." in text
    assert "eine Person, die das Mitglied persönlich vertritt." in text
    assert "Ihres Verbands" not in text


def test_wer_das_amt_verloren_hat_gibt_anlass_zur_nachfrage(alle_vorlagen: Vorlagen) -> None:
    base = zwoelf()
    lost = base.mitglieder["kommunen-stadt-1"].model_copy(update={"aemter": ()})
    found = texte(base.replaced([lost]), "strategiegruppe", alle_vorlagen, art="benennungsanfrage")

    assert len(found) == 3
    assert all("hat das Amt nicht mehr, das der Sitz voraussetzt." in text for text in found.values())


def test_das_ende_der_amtszeit_ist_ein_anlass(alle_vorlagen: Vorlagen) -> None:
    (text,) = texte(zwoelf(amtszeit="12"), "sitz-staedtetag", alle_vorlagen).values()

    assert "Die Amtszeit von" in text
    assert "endete am 1. Februar 2026." in text


@pytest.mark.parametrize(
    ("sitzung", "bis"),
    [(None, date(2026, 4, 29)), ("2026-05-07", date(2026, 4, 22)), ("2026-04-20", date(2026, 4, 29))],
)
def test_erbeten_wird_die_antwort_vor_der_naechsten_einladung(sitzung: str | None, bis: date) -> None:
    planned = [bau.sitzung("sg-2026-02", datum=sitzung)] if sitzung else []

    assert erbeten_bis(bau.bestand(*planned), TAG) == bis


def test_erbeten_wird_nie_bis_zu_einem_freien_tag() -> None:
    assert erbeten_bis(bau.bestand(), date(2026, 3, 14)) == date(2026, 4, 13), "11. April ist ein Samstag"
    assert erbeten_bis(bau.bestand(), date(2026, 11, 27)) == date(2027, 1, 7), "25. Dezember, zwischen den Jahren"


def fall(*stand: dict[str, Any]) -> Bestand:
    return angenommen(weiterleitungen=[{"stelle": "ministerium", "am": "2026-04-01", "stand": list(stand)}])


def test_ohne_antwort_wird_an_die_erste_rueckmeldung_erinnert(alle_vorlagen: Vorlagen) -> None:
    (text,) = texte(fall(), HE, alle_vorlagen, date(2026, 7, 1), "wiedervorlage").values()

    assert "am 1. April 2026 haben wir Ihnen" in text
    assert "bis zum 24. Juni 2026 gebeten; sie liegt uns noch nicht vor." in text
    assert "bis **Mittwoch, 29. Juli 2026**" in text
    assert "Die Kommunen informieren mehrsprachig." in text
    assert "Ihre Stelle ist dabei **federführend**" in text


def test_was_die_stelle_mitgeteilt_hat_steht_im_schreiben(alle_vorlagen: Vorlagen) -> None:
    proof = {"betrag_eur": "250000", "am": "2026-05-30"}
    stand = {
        "am": "2026-06-01", "status": "in_umsetzung", "wer": "Referat 41", "bis": "2026-12-31",
        "wiedervorlage": "2026-09-01", "grund": "Mittel fehlen.\n", "nachweis": proof,
    }  # fmt: skip
    (text,) = texte(fall(stand), HE, alle_vorlagen, date(2026, 9, 2), "wiedervorlage").values()

    row = "| 01.06.2026 | in Umsetzung | Referat 41 | 31.12.2026 | Mittel fehlen. Nachweis: 250.000 Euro, vom 30. Mai"
    assert row in text
    assert "Am 1. September 2026 war die Sache zur Wiedervorlage vorgesehen." in text
    assert "wie weit die Umsetzung ist" in text


def test_ohne_gueltiges_siegel_nennt_der_brief_keinen_wortlaut(alle_vorlagen: Vorlagen) -> None:
    from tests.vorgaenge.empfehlungsfaelle import abstimmung, bestand, eingereicht, hefassung

    sent = [{"stelle": "ministerium", "am": "2026-04-01"}]
    changed = eingereicht(fassungen=[hefassung(wortlaut="heimlich geändert")], weiterleitungen=sent)
    base = bestand(changed, abstimmung(eingereicht()))
    (text,) = texte(base, HE, alle_vorlagen, date(2026, 7, 1), "wiedervorlage").values()

    assert "heimlich" not in text
    assert "Um eine erste Rückmeldung hatten wir" in text


def test_was_nicht_faellig_ist_wird_nicht_angemahnt() -> None:
    with pytest.raises(NetzintFehler, match=r"keine Wiedervorlage fällig; die nächste ist es am 24\. Juni 2026"):
        find_auftraege(fall(), HE, date(2026, 6, 1), "wiedervorlage")
    done = {"am": "2026-06-01", "status": "erledigt", "vermerk": "Fertig.\n"}
    with pytest.raises(NetzintFehler, match=r"keine Wiedervorlage fällig\.") as caught:
        find_auftraege(fall(done), HE, date(2026, 9, 1), "wiedervorlage")
    assert caught.value.ausgang is Ausgang.AUFRUF


def test_ohne_wunsch_entsteht_zu_einer_empfehlung_die_weiterleitung_allein() -> None:
    assert [a.art for a in find_auftraege(fall(), HE, date(2026, 9, 1))] == ["weiterleitung"]
    with pytest.raises(NetzintFehler, match="die Art „brief“ nicht") as caught:
        find_auftraege(fall(), HE, date(2026, 9, 1), "brief")
    assert caught.value.hinweis == "Es gibt: weiterleitung und wiedervorlage."


def test_die_ueberpruefung_schreibt_der_stelle_wann_wieder_gefragt_wird() -> None:
    before, tag = fall({"am": "2026-06-01", "status": "in_umsetzung"}), date(2026, 9, 1)
    meldung = Meldung("ministerium", vermerk="Läuft.", wiedervorlage=date(2027, 3, 1))
    act = ueberpruefen(before, (), kennung=HE, status=None, meldung=meldung, stichtag=tag)

    (auftrag,) = neue_wiedervorlagen(apply(before, act), act, tag)

    assert auftrag.kennung == "he-2026-01-ministerium"
    assert auftrag.daten["wiedervorlage"]["bis"] == "2027-03-01"
    assert auftrag.daten["wiedervorlage"]["stand"][-1]["text"] == "Läuft."


def test_im_beispiel_sind_zwei_stellen_ueberfaellig(alle_vorlagen: Vorlagen) -> None:
    tag = date(2026, 11, 22)
    (answered,) = texte(read_beispiel(), "he-2022-02", alle_vorlagen, tag, "wiedervorlage").values()
    (silent,) = texte(read_beispiel(), "he-2026-01", alle_vorlagen, tag, "wiedervorlage").values()

    assert "Referat Sprachförderung | 31.12.2026 | Der Zuschuss läuft, die Mustervereinbarung fehlt noch." in answered
    assert "## Wortlaut der Empfehlung" not in answered, "der Beschluss von 2022 ist nicht erfasst"
    assert "hatten wir bis zum 12. Oktober 2026 gebeten" in silent
    assert "Landkreis Modellgau" in silent


def test_im_beispiel_war_der_sitz_der_stadt_im_sommer_2025_vakant(alle_vorlagen: Vorlagen) -> None:
    found = texte(read_beispiel(), "strategiegruppe", alle_vorlagen, date(2025, 6, 1), "benennungsanfrage")

    city = found["x/benennungsanfrage-sitz-kommunen-stadt-staedtetag.md"]
    assert "seit dem 1. Mai 2025 nicht besetzt" in city
