"""Correcting, and taking back."""

from __future__ import annotations

import re
import shutil
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


@pytest.mark.parametrize(
    ("args", "angaben"),
    [
        (("kommunen-stadt-2",), ("mandate.1.von ", "aemter.stadt-musterstadt.funktion ", "dienstlich.e_mail ")),
        (("Wohnen",), ("titel ", "beschreibung ", "aufgenommen ", "bis ")),
        (("he-2026-01",), ("fassungen.1.wortlaut", "fassungen.1.adressaten.", "ziele ")),
        (("sg-2026-02/he-2026-01",), ("ja ", "nein ", "antrag.fassung ")),
        (("sg-2026-02", "--zu", "einladung"), ("einladung.versandt ",)),
    ],
)
def test_ohne_angabe_zeigt_der_befehl_was_sich_berichtigen_laesst(
    buero: Path, rufe: Rufe, args: tuple[str, ...], angaben: tuple[str, ...]
) -> None:
    before = state(buero)

    lauf = rufe("berichtigen", *args)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert [name for name in angaben if not re.search(rf"^\d+ +{re.escape(name)}", lauf.aus, re.MULTILINE)] == []
    assert state(buero) == before


def test_was_zusammengehoert_wird_mit_ganzen_pfaden_in_einem_zug_berichtigt(buero: Path, rufe: Rufe) -> None:
    more = ("--setze", "mandate.1.benannt.am=1.9.2025", "--setze", "name=Erika Beispiel-Muster")
    lauf = rufe("berichtigen", "kommunen-stadt-2", "--setze", "mandate.1.von=1.9.2025", *more, "--grund", "Irrtum")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    text = (buero / "daten/mitglieder/kommunen-stadt-2.yaml").read_text("utf-8")
    assert "    von: 2025-09-01\n    benannt: {durch: staedtetag, am: 2025-09-01}" in text
    assert [line for line in text.splitlines() if "zu: " in line] == [
        "  - zu: mandate.1", "  - zu: mandate.1.benannt", "  - zu: name",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("setze", "text"),
    [
        ("mandate.7.von=2025-01-01", "„mandate.7“ gibt es in kommunen-stadt-2 nicht."),
        ("mandate.1.vom=2025-01-01", "Das Feld „vom“ gibt es hier nicht."),
        ("mandate.1=x", "„mandate.1“ hat eigene Angaben."),
        ("mandate.1.von=32.1.2025", ""),
    ],
)
def test_ein_pfad_den_es_nicht_gibt_wird_erklaert(buero: Path, rufe: Rufe, setze: str, text: str) -> None:
    before = state(buero)

    lauf = rufe("berichtigen", "kommunen-stadt-2", "--setze", setze, "--grund", "x")

    assert lauf.ausgang in (Ausgang.AUFRUF, Ausgang.ABGELEHNT)
    assert text in lauf.fehler
    assert "\n→ " in lauf.fehler
    assert state(buero) == before


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
    assert "ANGABE=WERT" in lauf.fehler
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


def test_das_spaetere_das_im_weg_steht_ist_mit_nummer_und_satz_genannt(buero: Path, rufe: Rufe) -> None:
    rufe("thema", "neu", "Wege zur Arbeit", "--beschreibung", "Wer zur Arbeit fährt.")
    erster = vorgang_id(buero)
    rufe("bedarf", "melden", "Kein Bus", "--stelle", "ministerium")
    rufe("bedarf", "zuordnen", "bedarf-2026-05", "--thema", "Wege zur Arbeit")
    zweiter = vorgang_id(buero)
    rufe("bedarf", "erledigen", "bedarf-2026-05", "--art", "erledigt", "--grund", "Er fährt.")
    before = state(buero)
    lauf = rufe("zuruecknehmen", erster, "--grund", "doppelt")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert f"\n{zweiter} vom " in lauf.fehler
    assert ": BEDARF-2026-05 dem Thema thema-wege-arbeit zugeordnet\n" in lauf.fehler
    assert f"Zuerst diesen zurücknehmen: netzint zuruecknehmen {zweiter}, danach den anderen." in lauf.fehler
    assert "Meinten Sie" not in lauf.fehler
    assert state(buero) == before


def test_der_genannte_weg_fuehrt_schritt_fuer_schritt_zum_ziel(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    erster = vorgang_id(buero)
    rufe("sitzung", "top", "neu", "sg-2026-03", "Haushalt")
    rufe("sitzung", "einladen", "sg-2026-03", "--grund", "eilt")
    wege = []
    while (lauf := rufe("zuruecknehmen", erster, "--grund", "Irrtum")).ausgang == Ausgang.ABGELEHNT:
        assert "netzint sitzung absagen sg-2026-03" in lauf.fehler
        genannt = re.search(r"netzint zuruecknehmen (v-[0-9a-f]{12})", lauf.fehler)
        assert genannt
        while (danach := rufe("zuruecknehmen", genannt[1], "--grund", "Irrtum")).ausgang == Ausgang.ABGELEHNT:
            genannt = re.search(r"netzint zuruecknehmen (v-[0-9a-f]{12})", danach.fehler)
            assert genannt
        wege.append(danach.aus.split("\n")[0])

    assert [weg.partition("Zurückgenommen: ")[2][:5] for weg in wege] == ["Zur S", "Punkt"]
    assert lauf.ausgang == Ausgang.GUT
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_was_schon_wieder_zurueckgenommen_ist_steht_nicht_im_weg(buero: Path, rufe: Rufe) -> None:
    rufe("bedarf", "melden", "Kein Bus", "--stelle", "ministerium")
    erster = vorgang_id(buero)
    rufe("bedarf", "zuordnen", "bedarf-2026-05", "--thema", "Wohnen")
    rufe("zuruecknehmen", vorgang_id(buero), "--grund", "falsches Thema")

    assert rufe("zuruecknehmen", erster, "--grund", "doppelt").ausgang == Ausgang.GUT


def test_was_von_hand_mit_git_geaendert_ist_ist_kein_vorgang(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    number = vorgang_id(buero)
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "ort: Ulm", "ort: Aalen")
    commit_all(buero, "von Hand")
    lauf = rufe("zuruecknehmen", number, "--grund", "doch richtig")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert re.search(r"\nCommit [0-9a-f]{10} vom .*: von Hand\n", lauf.fehler)
    assert "kein Vorgang von netzint" in lauf.fehler
    assert "netzint berichtigen sg-2026-02" in lauf.fehler


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


@pytest.mark.parametrize(
    "befehl", [("zuruecknehmen", "v-0123456789ab"), ("berichtigen", "netzwerk", "--setze", "name=x")]
)
def test_wo_noch_nichts_festgeschrieben_ist_heisst_es_so(
    buero: Path, rufe: Rufe, tmp_path: Path, befehl: tuple[str, ...]
) -> None:
    leer = tmp_path / "leer"
    shutil.copytree(buero / "daten", leer / "daten")
    git(leer, "init", "-q")
    lauf = rufe("-C", str(leer), *befehl, "--grund", "Versuch")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "Hier ist noch nichts festgeschrieben" in lauf.fehler
    assert "netzint festschreiben" in lauf.fehler


def test_wer_eine_kennung_statt_der_nummer_nennt_erfaehrt_wo_sie_steht(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("zuruecknehmen", "sg-2026-02", "--grund", "Versuch")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "netzint verlauf sg-2026-02" in lauf.fehler
