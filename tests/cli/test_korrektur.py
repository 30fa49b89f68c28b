"""Correcting, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state
from tests.cli.conftest import Lauf

Rufe = Callable[..., Lauf]


def vorgang_id(buero: Path, rev: str = "HEAD") -> str:
    return git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)", rev).strip()


def dateien(buero: Path, rev: str) -> str:
    return git(buero, "ls-tree", "-r", rev, "daten")


def test_eine_berichtigung_steht_neben_dem_richtigen_wert(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")

    assert lauf.ausgang == Ausgang.GUT
    changed = [line for line in git(buero, "show", "-U0", "--format=").splitlines() if line[:1] in "+-"][2:]
    assert changed == [
        "-ort: Musterburg, Haus der Begegnung",
        "+ort: Ulm",
        "+berichtigungen:",
        "+  - zu: ort",
        "+    am: 2026-11-22",
        "+    statt:",
        "+      ort: Musterburg, Haus der Begegnung",
        "+    grund: |",
        "+      Tippfehler",
    ]
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_eine_falsche_zahl_wird_mit_ihrer_rechnung_abgelehnt(buero: Path, rufe: Rufe) -> None:
    before = state(buero)

    lauf = rufe("berichtigen", "sg-2026-02/he-2026-01", "--setze", "ja=3", "--grund", "Zählfehler")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "anwesend und stimmberechtigt waren" in lauf.fehler
    assert state(buero) == before


def test_ohne_grund_und_ohne_gleichheitszeichen_ist_es_ein_falscher_aufruf(buero: Path, rufe: Rufe) -> None:
    assert rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm").ausgang == Ausgang.AUFRUF
    lauf = rufe("berichtigen", "sg-2026-02", "--setze", "ort", "--grund", "x")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "FELD=WERT" in lauf.fehler
    assert git(buero, "rev-list", "--count", "HEAD") == "1"


def test_zurueckgenommene_nummern_bleiben_als_entfallen_stehen(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    lauf = rufe("zuruecknehmen", vorgang_id(buero), "--grund", "Termin verwechselt")

    assert lauf.ausgang == Ausgang.GUT
    assert git(buero, "log", "-1", "--format=%s").startswith("Zurückgenommen: Sitzung SG-2026-03")
    text = (buero / "daten/sitzungen/sg-2026-03.yaml").read_text("utf-8")
    assert text.endswith("entfallen:\n  am: 2026-11-22\n  grund: |\n    Termin verwechselt\n")
    assert rufe("pruefen").ausgang == Ausgang.GUT
    assert "SG-2026-04" in rufe("sitzung", "neu").aus


def test_die_kennung_einer_zurueckgenommenen_person_wird_nie_wieder_vergeben(buero: Path, rufe: Rufe) -> None:
    angaben = ("--name", "Uwe Neu", "--stelle", "ministerium", "--amt", "mitarbeit")
    rufe("mitglied", "stellvertretung", "ministerium-b", *angaben)
    assert (buero / "daten/mitglieder/ministerium-6.yaml").is_file()
    lauf = rufe("zuruecknehmen", vorgang_id(buero), "--grund", "falsche Person")

    assert lauf.ausgang == Ausgang.GUT
    assert not (buero / "daten/mitglieder/ministerium-6.yaml").exists()
    assert "nicht_mehr_vergeben: [ministerium-6]\n" in (buero / "daten/netzwerk.yaml").read_text("utf-8")
    rufe("mitglied", "stellvertretung", "ministerium-b", *angaben)
    assert (buero / "daten/mitglieder/ministerium-7.yaml").is_file()
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_ein_zurueckgenommener_vorgang_laesst_sich_wiederherstellen(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    rufe("zuruecknehmen", vorgang_id(buero), "--grund", "Termin verwechselt")
    rufe("zuruecknehmen", vorgang_id(buero), "--grund", "doch richtig")

    assert dateien(buero, "HEAD") == dateien(buero, "HEAD~2")
    assert git(buero, "log", "-1", "--format=%s").startswith("Wiederhergestellt: Sitzung SG-2026-03")


def test_spaeteres_an_anderer_stelle_bleibt_erhalten(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    number = vorgang_id(buero)
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "gremium:", "# nachgesehen\ngremium:")
    rufe("festschreiben")
    lauf = rufe("zuruecknehmen", number, "--grund", "war doch richtig")

    assert lauf.ausgang == Ausgang.GUT
    text = (buero / "daten/sitzungen/sg-2026-02.yaml").read_text("utf-8")
    assert "# nachgesehen\n" in text
    assert "ort: Musterburg" in text
    assert "berichtigungen" not in text


def test_spaeteres_an_derselben_stelle_wird_nicht_ueberschrieben(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    number = vorgang_id(buero)
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Aalen", "--grund", "noch ein Tippfehler")
    before = state(buero)
    lauf = rufe("zuruecknehmen", number, "--grund", "war doch richtig")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "Dieselben Stellen wurden seither noch einmal geändert" in lauf.fehler
    assert state(buero) == before


def test_worauf_schon_anderes_beruht_wird_nicht_zurueckgenommen(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/themen/thema-wohnen.yaml", "titel:", "titel:")
    (buero / "daten/stellen/stadt-neustadt.yaml").write_bytes(b"name: Stadt Neustadt\nart: stadt\n")
    rufe("festschreiben")
    number = vorgang_id(buero)
    (buero / "daten/bedarfe/bedarf-2026-05.yaml").write_bytes(
        b"titel: Raum\ngemeldet: {von: stadt-neustadt, am: 2026-11-01}\n"
    )
    rufe("festschreiben")
    lauf = rufe("zuruecknehmen", number, "--grund", "falsch")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert lauf.fehler.startswith("Fehler: Auf diesem Vorgang beruht schon anderes:")
    assert "bedarf-2026-05" in lauf.fehler


@pytest.mark.parametrize("name", ["v-000000000000", "Sitzung", "--", "0123456789", "HEAD~7"])
def test_einen_unbekannten_vorgang_gibt_es_nicht(buero: Path, rufe: Rufe, name: str) -> None:
    assert rufe("zuruecknehmen", "--grund", "x", "--", name).ausgang == Ausgang.AUFRUF


def test_der_anfang_und_fremde_commits_lassen_sich_nicht_zuruecknehmen(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/netzwerk.yaml", "name:", "# hier\nname:")
    commit_all(buero, "von Hand")

    assert "ist kein Vorgang von netzint: „von Hand“" in rufe("zuruecknehmen", "HEAD", "--grund", "x").fehler
    assert rufe("zuruecknehmen", "HEAD~1", "--grund", "x").fehler.startswith("Fehler: Der Anfang lässt sich nicht")


def test_im_grund_steht_kein_name(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    lauf = rufe("zuruecknehmen", vorgang_id(buero), "--grund", "Erika Beispiel hat abgesagt")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "steht der Name von" in lauf.fehler
    assert "Erika" not in lauf.fehler


def test_die_probe_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    before = state(buero)
    lauf = rufe("zuruecknehmen", vorgang_id(buero), "--grund", "x", "--probe")

    assert lauf.ausgang == Ausgang.GUT
    assert "+entfallen:" in lauf.aus
    assert state(buero) == before
