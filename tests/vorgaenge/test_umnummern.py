"""New numbers for what both sides have numbered alike: found in the data, replaced wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.umnummern import Punkt, Umnummerung, give_anew, is_nummer
from netzint.vorgaenge.umnummern_sitzung import Seiten, find_punkte
from netzint.vorgaenge.versandtes import refuse_versandte
from tests.bau import beschluss, bestand, empfehlung, make, sitzung, top

UM = Umnummerung(
    {"sg-2026-04": "sg-2026-05", "kommunen-stadt-2": "kommunen-stadt-3"},
    beschluesse=(Punkt("sg-2026-01", "verschiedenes", "verschiedenes", "verschiedenes-2"),),
)


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("sg-2026-04", "sg-2026-05"),
        ("zu SG-2026-04.", "zu SG-2026-05."),
        ("sg-2026-04/he-2026-01", "sg-2026-05/he-2026-01"),
        ("kennung: niederschrift-sg-2026-04", "kennung: niederschrift-sg-2026-05"),
        ("sg-2026-040 und ag-sg-2026-041", "sg-2026-040 und ag-sg-2026-041"),
        ("[kommunen-stadt-2]", "[kommunen-stadt-3]"),
        ("sitz-kommunen-stadt-2 kommunen-stadt-21", "sitz-kommunen-stadt-2 kommunen-stadt-21"),
        ("kommunen-stadt-2-a", "kommunen-stadt-2-a"),
        ("sg-2026-01/verschiedenes", "sg-2026-01/verschiedenes-2"),
        ("SG-2026-01/verschiedenes", "SG-2026-01/verschiedenes-2"),
        ("sg-2026-02/verschiedenes", "sg-2026-02/verschiedenes"),
    ],
)
def test_ersetzt_wird_die_ganze_kennung_und_sonst_nichts(alt: str, neu: str) -> None:
    assert UM.rename(alt) == neu


def test_tauschen_zwei_kennungen_kommt_keine_in_die_quere() -> None:
    um = Umnummerung({"he-2026-01": "he-2026-02", "he-2026-02": "he-2026-03"})

    assert um.rename("he-2026-01 he-2026-02") == "he-2026-02 he-2026-03"


NACHRICHT = """Punkt a auf die Tagesordnung von SG-2026-01 genommen (TOP 2.1)

- Sitzung SG-2026-01: TOP 2.1 „A“: Kennung a, Nummer
  2.1, nicht 2.10 und nicht TOP 2.11; Beschluss b: angenommen

Beschluss: sg-2026-01/b
"""


def test_die_nachricht_nennt_die_neuen_namen_nur_fuer_diese_sitzung() -> None:
    punkte = [Punkt("sg-2026-01", "a", alt, neu) for alt, neu in (("a", "a-2"), ("2.1", "2.2"), ("b", "b-2"))]
    um = Umnummerung(tops=(punkte[0],), nummern=(punkte[1],), beschluesse=(punkte[2],))
    wanted = NACHRICHT.replace("2.1)", "2.2)").replace("TOP 2.1 ", "TOP 2.2 ").replace("2.1,", "2.2,")
    wanted = wanted.replace("Punkt a", "Punkt a-2").replace("Kennung a", "Kennung a-2")

    assert um.rename_nachricht(NACHRICHT, ["sg-2026-01"]) == wanted.replace("ss b", "ss b-2").replace("/b", "/b-2")
    assert um.rename_nachricht("Punkt a (TOP 2.1)", ["sg-2026-02"]) == "Punkt a (TOP 2.1)"


def test_ein_befund_ist_danach_derselbe() -> None:
    befund = Befund("S101", Schwere.FEHLER, "text", kennung="sg-2026-04", schluessel=("sg-2026-04",))

    assert UM.rename_befund(befund).identitaet == ("S101", "sg-2026-05", (), ("sg-2026-05",))


def test_die_neue_nummer_ist_hoeher_als_jede_vergebene() -> None:
    vergeben = ["bv-2026-007", "bv-2026-009", "bv-2025-020", "ag-x-09", "ag-x-10", "ag-xy-30", "bv-2026-008"]

    assert give_anew(["bv-2026-008", "bv-2026-007"], vergeben) == {
        "bv-2026-007": "bv-2026-010",
        "bv-2026-008": "bv-2026-011",
    }
    assert give_anew(["ag-x-09"], vergeben) == {"ag-x-09": "ag-x-11"}


@pytest.mark.parametrize(
    ("art", "kennung", "ist"),
    [
        ("sitzung", "sg-2026-01", True),
        ("umlauf", "um-2026-01", True),
        ("mitglied", "ag-x-09", True),
        ("thema", "thema-wohnen-2", False),
        ("beauftragte", "ib-stadt-2", False),
    ],
)
def test_nur_nummern_werden_neu_vergeben(art: str, kennung: str, ist: bool) -> None:  # noqa: FBT001
    assert is_nummer(NACH_NAME[art], kennung) is ist


def _seiten(eigene: list[dict[str, Any]], fremde: list[dict[str, Any]], **felder: Any) -> Seiten:
    """One Sitzung with TOPs 1 and 2, and what each side has added."""
    basis = [top("begruessung", nummer="1"), top("verschiedenes", nummer="2")]

    def make_stand(mehr: list[dict[str, Any]], **more: Any) -> Bestand:
        names = {t["kennung"] for t in mehr}
        tops = [*(t for t in basis if t["kennung"] not in names), *mehr]
        return bestand(sitzung(einladung={"versandt": "2026-02-01"}, tagesordnung=tops, **more))

    return Seiten(make_stand([]), make_stand(eigene, **felder), make_stand(fremde))


def test_zwei_punkte_mit_derselben_unternummer_bekommen_zwei() -> None:
    seiten = _seiten([top("a", nummer="1.1"), top("b", nummer="1.2")], [top("c", nummer="1.1")])

    assert find_punkte(seiten, ["sg-2026-01"]).nummern == (Punkt("sg-2026-01", "a", "1.1", "1.3"),)


def test_derselbe_punkt_auf_beiden_seiten_behaelt_seine_nummer() -> None:
    seiten = _seiten([top("a", nummer="1.1")], [top("a", nummer="1.1")])

    assert not find_punkte(seiten, ["sg-2026-01"])


def test_punkte_mit_verschiedenen_titeln_und_gleicher_kennung_sind_zwei() -> None:
    seiten = _seiten([top("a", titel="Eins")], [top("a", titel="Zwei")])

    assert find_punkte(seiten, ["sg-2026-01"]).tops == (Punkt("sg-2026-01", "a", "a", "a-2"),)


def _verschiedenes(wortlaut: str, **felder: Any) -> list[dict[str, Any]]:
    vote = beschluss("verschiedenes", antrag={"art": "sonstiges", "wortlaut": wortlaut}, **felder)
    return [top("verschiedenes", nummer="2", beschluesse=[vote])]


def test_zwei_verschiedene_antraege_sind_zwei_beschluesse() -> None:
    found = find_punkte(_seiten(_verschiedenes("Eins.\n"), _verschiedenes("Zwei.\n")), ["sg-2026-01"])

    assert found.beschluesse == (Punkt("sg-2026-01", "verschiedenes", "verschiedenes", "verschiedenes-2"),)


def test_dieselbe_abstimmung_auf_beiden_seiten_ist_ein_beschluss() -> None:
    seiten = _seiten(_verschiedenes("Eins.\n", ja="7"), _verschiedenes("Eins.\n", ja="6"))

    assert not find_punkte(seiten, ["sg-2026-01"])


def test_ein_beschluss_in_der_niederschrift_behaelt_seinen_namen() -> None:
    seiten = _seiten(_verschiedenes("Eins.\n"), _verschiedenes("Zwei.\n"), niederschrift={"vom": "2026-03-20"})

    with pytest.raises(NetzintFehler, match="nennt Ihren schon"):
        find_punkte(seiten, ["sg-2026-01"])


UMLAUF = {
    "titel": "Umlauf", "versandt": "2026-03-01", "frist": "2026-03-15", "beschluss": "beschluss",
    "antrag": {"art": "empfehlung", "empfehlungen": ["he-2026-01"]},
}  # fmt: skip
EINLADUNG = {"versandt": "2026-02-01", "verteiler": ["staedtetag-1"]}
TISCHVORLAGE = top(vorlage="bv-2026-001", tischvorlage="ja")
ENTFALLEN = {"am": "2026-03-02", "grund": "Irrtum.\n"}
WEITERLEITUNG = {"stelle": "ministerium", "am": "2026-12-10"}


@pytest.mark.parametrize(
    ("stand", "kennung"),
    [
        (bestand(make("umlauf", "um-2026-01", **UMLAUF)), "um-2026-01"),
        (bestand(make("umlauf", "um-2026-01", **UMLAUF)), "he-2026-01"),
        (bestand(empfehlung(weiterleitungen=[WEITERLEITUNG])), "he-2026-01"),
        (bestand(sitzung(einladung=EINLADUNG)), "sg-2026-01"),
        (bestand(sitzung(einladung=EINLADUNG)), "staedtetag-1"),
        (bestand(sitzung(einladung=EINLADUNG, tagesordnung=[top(vorlage="bv-2026-001")])), "bv-2026-001"),
        (bestand(sitzung(niederschrift={"vom": "2026-03-20"}, anwesend=["staedtetag-1"])), "staedtetag-1"),
    ],
)
def test_was_versandt_ist_und_was_es_nennt_aendert_sich_nicht(stand: Bestand, kennung: str) -> None:
    with pytest.raises(NetzintFehler, match=f"{kennung.upper()} ist zweimal vergeben"):
        refuse_versandte(stand, [kennung])


@pytest.mark.parametrize(
    ("stand", "kennung"),
    [
        (bestand(make("umlauf", "um-2026-01", **UMLAUF, entfallen=ENTFALLEN)), "um-2026-01"),
        (bestand(empfehlung()), "he-2026-01"),
        (bestand(sitzung(einladung=EINLADUNG, anwesend=["staedtetag-2"])), "staedtetag-2"),
        (bestand(sitzung(einladung=EINLADUNG, tagesordnung=[TISCHVORLAGE])), "bv-2026-001"),
        (bestand(sitzung(tagesordnung=[top(vorlage="bv-2026-001")])), "bv-2026-001"),
    ],
)
def test_was_niemand_vor_sich_hat_darf_anders_heissen(stand: Bestand, kennung: str) -> None:
    refuse_versandte(stand, [kennung])
