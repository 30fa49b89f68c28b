"""Who is meant by a Gremium, a Bank, the directory, a Kommune, a person; and at which address."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.berichte import empfaenger
from netzint.berichte.empfaenger_wahl import choose_empfaenger
from netzint.modell.adresse import Adresse
from netzint.modell.fehler import NetzintFehler
from tests import bau
from tests.beispiel import read_beispiel

TAG = date(2026, 11, 22)


def chosen(*worte: str) -> list[str]:
    return [p.kennung for p in choose_empfaenger(read_beispiel(), worte, TAG, {})]


def test_die_strategiegruppe_steht_in_der_ordnung_der_sitze_die_stellvertretungen_danach() -> None:
    people = choose_empfaenger(read_beispiel(), ["Strategiegruppe"], TAG, {})

    assert [p.als for p in people] == ["Mitglied"] * 12 + ["Stellvertretung"] * 7
    assert people[0].kennung == "ministerium-1"


def test_eine_bank_sind_ihre_sitze() -> None:
    assert chosen("bank-kommunen") == chosen("Kommunen")
    assert chosen("kommunen")[:3] == ["kommunen-gemeinde-1", "kommunen-stadt-2", "kommunen-landkreis-1"]


def test_das_verzeichnis_nennt_nur_wer_im_amt_ist_und_bleibt_verdeckt() -> None:
    people = choose_empfaenger(read_beispiel(), ["beauftragte"], TAG, {})

    assert "ib-landkreis-modellgau" not in [p.kennung for p in people]
    assert {p.offen for p in people} == {False}


def test_eine_kommune_sind_ihre_poststelle_und_wer_dort_taetig_ist() -> None:
    assert chosen("Stadt Musterstadt") == ["stadt-musterstadt", "ag-demokratiebildung-01", "kommunen-stadt-2"]


def test_mehrere_worte_zusammen_nennen_niemanden_zweimal() -> None:
    assert len(chosen("strategiegruppe", "bank-kommunen", "Erika Beispiel")) == 19


@pytest.mark.parametrize(
    ("wort", "hinweis"),
    [
        ("ministerium", "Bitte eines davon nennen: bank-ministerium und stelle-ministerium."),
        ("strategiegrupe", "Meinten Sie „strategiegruppe“?"),
        ("bank-xyz", "Möglich sind: strategiegruppe"),
    ],
)
def test_was_unklar_ist_wird_nachgefragt(wort: str, hinweis: str) -> None:
    with pytest.raises(NetzintFehler) as found:
        chosen(wort)

    assert found.value.hinweis.startswith(hinweis)


def test_das_adressbuch_geht_vor_und_eine_unbrauchbare_adresse_ist_keine() -> None:
    world = bau.bestand(
        bau.mitglied("staedtetag-1", dienstlich={"e_mail": "a@b.example"}),
        bau.mitglied("staedtetag-2", dienstlich={"e_mail": "a,b@c.example"}),
    )
    buch = {"staedtetag-1": Adresse("privat@x.example", offen=False)}

    assert empfaenger.of_person(world, "staedtetag-1", {})[0][3:] == ("a@b.example", True)
    assert empfaenger.of_person(world, "staedtetag-1", buch)[0][3:] == ("privat@x.example", False)
    assert empfaenger.of_person(world, "staedtetag-2", {})[0].e_mail == ""


def test_eine_adresse_steht_nur_einmal_da() -> None:
    people = [empfaenger.Empfaenger(k, k, "Mitglied", mail, offen=True) for k, mail in
              (("a", "X@y.example"), ("b", "x@Y.example"), ("c", ""), ("c", "c@y.example"), ("d", ""))]  # fmt: skip

    assert [(p.kennung, p.e_mail) for p in empfaenger.unique(people)] == [
        ("a", "X@y.example"), ("c", "c@y.example"), ("d", ""),
    ]  # fmt: skip
