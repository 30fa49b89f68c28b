"""Verteiler, attendance list, Beschlusskontrolle and Vorlagenmappe, made of the example data."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.fehler import NetzintFehler
from netzint.modell.mitglied import Dienstlich
from tests.beispiel import read_beispiel

TAG = date(2026, 11, 22)
SITZUNG = "sg-2026-02"


def text(alle_vorlagen: Vorlagen, kennung: str, art: str = "") -> str:
    (auftrag,) = find_auftraege(read_beispiel(), kennung, TAG, art)
    (data,) = erzeuge((auftrag,), alle_vorlagen, "x", ("md",)).values()
    return data.decode()


def test_der_verteiler_nennt_jeden_eingeladenen_einmal_und_zaehlt_fehlende_adressen(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, SITZUNG, "verteiler")
    invited = read_beispiel().sitzungen[SITZUNG].einladung
    assert invited is not None

    people = [read_beispiel().mitglieder[kennung] for kennung in invited.verteiler]
    assert [markdown.count(f"| {p.voller_name} |") for p in people] == [1] * 12
    assert "**4. Sitzung der Strategiegruppe am 7. Juli 2026**" in markdown
    assert "Eingeladen wurde am 16. Juni 2026." in markdown
    missing = sum(not (p.dienstlich and p.dienstlich.e_mail) for p in people)
    assert (f"Ohne E-Mail-Adresse: {missing} Person" in markdown) == (missing > 0)


def test_die_strategiegruppe_und_jede_gruppe_haben_einen_verteiler(alle_vorlagen: Vorlagen) -> None:
    assert "**Strategiegruppe**" in text(alle_vorlagen, "strategiegruppe", "verteiler")
    assert "Stand vom 22. November 2026." in text(alle_vorlagen, "ag-demokratiebildung", "verteiler")


def test_ein_verteiler_nennt_nur_dienstliche_adressen(alle_vorlagen: Vorlagen) -> None:
    person = (
        read_beispiel()
        .mitglieder["ministerium-1"]
        .model_copy(update={"dienstlich": Dienstlich(e_mail="amt@ministerium.example", telefon=None)})
    )
    (auftrag,) = find_auftraege(read_beispiel().replaced([person]), SITZUNG, TAG, "verteiler")

    (row,) = [row for row in auftrag.daten["liste"]["personen"] if row["name"] == person.voller_name]
    assert row["e_mail"] == "amt@ministerium.example"


def test_auf_der_anwesenheitsliste_hat_jeder_platz_fuer_seine_unterschrift(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, SITZUNG, "anwesenheitsliste")

    assert "| Frau Dr. Karin Beispiel-Ott | Ministerium – A |  |" in markdown
    assert markdown.count("|  |  |  |\n") == 4, "für unangemeldete Gäste"
    assert markdown.index("## Mitglieder") < markdown.index("## Geschäftsstelle") < markdown.index("## Gäste")


def test_eine_stellvertretung_unterschreibt_fuer_die_vertretene_person() -> None:
    vorher = read_beispiel().sitzungen[SITZUNG]
    offen = vorher.model_copy(update={"einladung": None})
    (auftrag,) = find_auftraege(read_beispiel().replaced([offen]), SITZUNG, TAG, "anwesenheitsliste")

    (group,) = [g for g in auftrag.daten["anwesenheit"] if g["titel"] == "Stellvertretungen"]
    assert group["personen"]
    assert all(row["platz"].startswith(("für ", "Sitz unbesetzt")) for row in group["personen"])


def test_in_einer_gruppe_steht_die_rolle_statt_des_sitzes(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, "ag-demokratiebildung-sitzung-2026-02", "anwesenheitsliste")

    assert "| Leitung |  |" in markdown
    assert "| ständiges Mitglied |  |" in markdown


def test_die_beschlusskontrolle_nennt_zu_jeder_stelle_stand_und_ampel_in_worten(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, "beschlusskontrolle")

    assert "24 Umsetzungen: 7 grün, 7 gelb, 2 rot, 8 grau; 2 überfällig." in markdown
    assert "| **rot:** nicht aufgegriffen<br>_13.10.2025_ |" in markdown
    assert "abgegeben an Landesstelle." in markdown
    assert "Nachweis: 60.000 Euro, 15. Juni 2026" in markdown
    assert "_Wiedervorlage 12.10.2026, überfällig_" in markdown
    assert markdown.count("\n| HE-") == 24


def test_die_beschlusskontrolle_gilt_fuer_ihren_tag() -> None:
    (auftrag,) = find_auftraege(read_beispiel(), "beschlusskontrolle", date(2025, 6, 1))

    assert (auftrag.kennung, auftrag.datum) == ("2025-06-01", date(2025, 6, 1))
    reds = {row["empfehlung"] for row in auftrag.daten["kontrolle"]["zeilen"] if row["ampel"] == "rot"}
    assert reds == {"HE-2022-03"}, "HE-2024-04 griff der Landkreis erst im Oktober nicht auf"


def test_die_mappe_beginnt_mit_dem_inhalt_und_jede_vorlage_mit_einer_neuen_seite(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, SITZUNG, "vorlagenmappe")

    link = "[BV-2026-006](#1-beschlussvorlage-bv-2026-006)"
    assert f"| 1 | {link} | 4 | Beteiligungswerkstätten mit Jugendlichen (neue Fassung) |" in markdown
    for nr, vorlage in enumerate(("BV-2026-006", "BV-2026-007", "BV-2026-008", "BV-2025-008"), 1):
        assert f"******\n\n## {nr}. Beschlussvorlage {vorlage}\n" in markdown
    assert markdown.count("\n# ") == 1
    assert markdown.count("\n---\n") == 2, "ein Briefkopf, ein Fuß"


def test_in_der_mappe_steht_jedes_wort_der_einzelnen_vorlage(alle_vorlagen: Vorlagen) -> None:
    whole = text(alle_vorlagen, SITZUNG, "vorlagenmappe").replace("#", "")

    for vorlage in ("bv-2026-006", "bv-2026-007", "bv-2026-008"):
        alone = text(alle_vorlagen, vorlage).replace("#", "")
        body = alone.split("---\n", 1)[1].rsplit("\n---\n", 1)[0].split("\n\n")[1:]
        assert [part for part in body if part not in whole and "Beschlussvorlage BV" not in part] == []


def test_eine_mappe_ohne_vorlagen_sagt_es(alle_vorlagen: Vorlagen) -> None:
    markdown = text(alle_vorlagen, "ag-demokratiebildung-sitzung-2026-01", "vorlagenmappe")

    assert "Zu dieser Sitzung gibt es keine Beschlussvorlagen." in markdown
    assert "******" not in markdown


def test_die_pruefsumme_der_mappe_aendert_sich_mit_jeder_vorlage(alle_vorlagen: Vorlagen) -> None:
    base = read_beispiel()
    other = base.beschlussvorlagen["bv-2026-007"].model_copy(update={"sachverhalt": "Anders."})
    files = [
        erzeuge(find_auftraege(b, SITZUNG, TAG, "vorlagenmappe"), alle_vorlagen, "x", ("md",))
        for b in (base, base, base.replaced([other]))
    ]

    assert files[0] == files[1] != files[2]


@pytest.mark.parametrize(("kennung", "wort"), [("beschlusskontrole", "beschlusskontrolle"), ("jahresbericht", "2026")])
def test_ein_tippfehler_in_einer_adresse_wird_verstanden(kennung: str, wort: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        find_auftraege(read_beispiel(), kennung, TAG)

    assert caught.value.hinweis.startswith("Meinten Sie")
    assert wort in caught.value.hinweis
