"""``netzint pruefen --gegen BASIS``: only what is new counts, and what must not change afterwards is reported."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ZIEL = "daten/ziele/ziel-zugang.yaml"
HE = "daten/empfehlungen/he-2022-01.yaml"
SITZUNG = "daten/sitzungen/sg-2025-01.yaml"
VOTE = ("ja: 8\n        nein: 2", "ja: 7\n        nein: 3")


@pytest.fixture(autouse=True)
def ohne_vorlagen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying out the templates takes longer than all the rest, and says nothing about two states or forms."""
    monkeypatch.setattr("netzint.cli.pruefen.check_vorlagen", lambda _vorlagen: ())


def daten(rufe: Rufe, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rufe("pruefen", "--format", "json", *args).aus)
    return found


def neue(rufe: Rufe, *args: str) -> list[str]:
    return [b["code"] for b in daten(rufe, "--gegen", "main", *args)["befunde"] if b["neu"]]


def zweige(buero: Path) -> None:
    git(buero, "checkout", "-q", "-b", "antrag")


def test_nur_neue_fehler_fuehren_zum_ausgang_eins(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    commit_all(buero, "alter Fehler")
    zweige(buero)

    assert rufe("pruefen").ausgang == Ausgang.BEFUNDE
    assert rufe("pruefen", "--gegen", "main").ausgang == Ausgang.GUT
    replace(buero, "daten/ziele/ziel-teilhabe.yaml", "titel: ", "titl: ")
    lauf = rufe("pruefen", "--gegen", "main")
    assert lauf.ausgang == Ausgang.BEFUNDE
    vorn, hinten = lauf.aus.split("Schon in ")
    assert "ziel-teilhabe.yaml" in vorn.split("Neu:")[1]
    assert ZIEL not in vorn
    assert f"{ZIEL}:2 F101" in hinten


def test_mit_streng_zaehlen_auch_neue_warnungen_und_keine_alten(buero: Path, rufe: Rufe) -> None:
    zweige(buero)
    assert rufe("pruefen", "--streng").ausgang == Ausgang.BEFUNDE
    assert rufe("pruefen", "--streng", "--gegen", "main").ausgang == Ausgang.GUT
    replace(buero, "daten/stellen/stadt-musterstadt.yaml", 'ags: "08999001"', 'ags: "08111001"')

    assert rufe("pruefen", "--gegen", "main").ausgang in (Ausgang.GUT, Ausgang.BEFUNDE)
    assert rufe("pruefen", "--streng", "--gegen", "main").ausgang == Ausgang.BEFUNDE


def test_verglichen_wird_mit_dem_gemeinsamen_stand(buero: Path, rufe: Rufe) -> None:
    basis = git(buero, "rev-parse", "HEAD")
    zweige(buero)
    replace(buero, ZIEL, "titel: Zugang", "titel: Guter Zugang")
    commit_all(buero, "eigene Änderung")
    git(buero, "checkout", "-q", "main")
    (buero / "daten/bedarfe/bedarf-2026-05.yaml").write_text(
        "titel: Neu\ngemeldet: {von: staedtetag, am: 2026-11-12}\n", encoding="utf-8"
    )
    commit_all(buero, "main geht weiter")
    git(buero, "checkout", "-q", "antrag")

    found = daten(rufe, "--gegen", "main")
    assert found["gegen"]["commit"] == basis
    assert [b["code"] for b in found["befunde"] if b["neu"]] == []
    assert f"Verglichen mit {basis[:12]}, dem gemeinsamen Stand mit „main“." in rufe("pruefen", "--gegen", "main").aus


def test_ein_geaenderter_beschluss_nennt_die_geaenderten_worte(buero: Path, rufe: Rufe) -> None:
    replace(buero, HE, "jährlicher Austausch", "Austausch alle zwei Jahre")
    lauf = rufe("pruefen", "--gegen", "main")

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert "Fehler N101 Fassung 1 von he-2022-01 ist geändert, obwohl sie schon weitergeleitet ist" in lauf.aus
    assert "[jährlicher Austausch. → Austausch alle zwei Jahre.]" in lauf.aus


def test_die_gesiegelte_fassung_nennt_fassung_und_beschluss(buero: Path, rufe: Rufe) -> None:
    replace(
        buero, "daten/empfehlungen/he-2024-03.yaml", "gemeinsame Beschaffung, wer möchte.", "gemeinsame Beschaffung."
    )
    found = daten(rufe, "--gegen", "HEAD")["befunde"]
    befund = next(b for b in found if b["code"] == "N101")

    assert "Fassung 2 von he-2024-03" in befund["text"]
    assert "sg-2025-01/he-2024-03" in befund["text"]
    assert any("wer möchte" in satz for satz in befund["aenderung"])


def test_mit_einer_berichtigung_ist_die_aenderung_in_ordnung(buero: Path, rufe: Rufe) -> None:
    replace(buero, SITZUNG, *VOTE)
    assert neue(rufe) == ["N102"]
    with (buero / SITZUNG).open("a", encoding="utf-8") as file:
        file.write(
            "berichtigungen:\n  - zu: he-2024-03\n    am: 2026-11-20\n    statt: {ja: 8, nein: 2}\n"
            "    grund: |\n      Zählfehler.\n"
        )

    assert neue(rufe) == []
    replace(buero, SITZUNG, "statt: {ja: 8, nein: 2}", "statt: {ja: 9, nein: 1}")
    assert neue(rufe) == ["N102"]


RUECKMELDUNG = ("empfehlung", "umsetzung", "he-2026-01", "--stelle", "gemeindetag", "--status", "teilweise")
HE_26 = "daten/empfehlungen/he-2026-01.yaml"


@pytest.fixture
def vorgang(buero: Path, rufe: Rufe) -> str:
    """An act that ``basis`` has; what comes now is judged against it."""
    assert rufe(*RUECKMELDUNG, "--am", "2026-11-20").ausgang == Ausgang.GUT
    git(buero, "branch", "-f", "basis")
    return git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()


def schweren(rufe: Rufe) -> list[tuple[str, str]]:
    return [(b["code"], b["schwere"]) for b in daten(rufe, "--gegen", "basis")["befunde"] if b["code"][0] == "N"]


def test_was_zurueckgenommen_wurde_ist_ein_hinweis(buero: Path, rufe: Rufe, vorgang: str) -> None:
    assert rufe("zuruecknehmen", vorgang, "--grund", "Verwechselt.").ausgang == Ausgang.GUT

    found = [b for b in daten(rufe, "--gegen", "basis")["befunde"] if b["code"] == "N301"]
    assert [b["schwere"] for b in found] == ["hinweis"]
    assert f"zurückgenommen in {git(buero, 'rev-parse', 'HEAD')[:12]}" in found[0]["text"]
    assert rufe("pruefen", "--gegen", "basis").ausgang == Ausgang.GUT


def test_auch_in_einem_zusammengefassten_commit_ist_es_zurueckgenommen(buero: Path, rufe: Rufe, vorgang: str) -> None:
    rufe("zuruecknehmen", vorgang, "--grund", "Verwechselt.")
    message = git(buero, "log", "-1", "--format=%B")
    git(buero, "reset", "-q", "--soft", "basis")
    git(buero, "commit", "-q", "--no-verify", "-m", f"Antrag (#17)\n\n* {message}\n\n* Noch etwas")

    assert schweren(rufe) == [("N301", "hinweis")]


@pytest.mark.parametrize("wen", ["v-000000000000", "einen eigenen"])
def test_die_behauptung_allein_nimmt_nichts_zurueck(buero: Path, rufe: Rufe, vorgang: str, wen: str) -> None:
    assert vorgang
    replace(buero, "daten/empfehlungen/he-2022-01.yaml", "jährlicher Austausch", "Austausch")
    commit_all(buero, "Vorgang\n\nVorgang: empfehlung-umsetzung\nVorgang-Id: v-0123456789ab\n")
    number = wen if wen.startswith("v-") else "v-0123456789ab"
    text = f"Zurückgenommen\n\nGrund.\n\nBetrifft den Vorgang {number}.\n\nVorgang: zuruecknehmen\nKennung: he-2022-01"
    git(buero, "commit", "-q", "--no-verify", "--allow-empty", "-m", text)

    assert schweren(rufe) == [("N101", "fehler")]


def test_was_neben_der_ruecknahme_geaendert_ist_bleibt_ein_fehler(buero: Path, rufe: Rufe, vorgang: str) -> None:
    rufe("zuruecknehmen", vorgang, "--grund", "Verwechselt.")
    replace(buero, HE_26, "stelle: gemeindetag\n    am: 2026-07-20", "stelle: gemeindetag\n    am: 2026-07-19")
    commit_all(buero, "nebenbei")

    assert schweren(rufe) == [("N302", "fehler"), ("N301", "hinweis")]


def test_was_wiederhergestellt_ist_fehlt_nicht(buero: Path, rufe: Rufe, vorgang: str) -> None:
    rufe("zuruecknehmen", vorgang, "--grund", "Verwechselt.")
    again = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    assert rufe("zuruecknehmen", again, "--grund", "Doch richtig.").ausgang == Ausgang.GUT

    assert schweren(rufe) == []


def test_eine_frueher_geloeschte_kennung_wird_in_der_geschichte_gefunden(buero: Path, rufe: Rufe) -> None:
    thema = buero / "daten/themen/thema-neu.yaml"
    thema.write_text("titel: Erstes\naufgenommen: 2025-03-01\n", encoding="utf-8")
    commit_all(buero, "angelegt")
    thema.unlink()
    commit_all(buero, "gelöscht")
    zweige(buero)

    thema.write_text("titel: Zweites\naufgenommen: 2026-10-01\n", encoding="utf-8")
    assert neue(rufe) == ["N403"]
    thema.write_text("titel: Erstes\naufgenommen: 2025-03-01\n", encoding="utf-8")
    assert neue(rufe) == []


def test_ein_stand_laesst_sich_vergleichen_ohne_den_ordner(buero: Path, rufe: Rufe) -> None:
    zweige(buero)
    replace(buero, SITZUNG, *VOTE)
    commit_all(buero, "Ergebnis geändert")
    git(buero, "checkout", "-q", "main")

    assert neue(rufe) == []
    assert neue(rufe, "--stand", "antrag") == ["N102"]


def test_pruefen_gegen_aendert_nichts_und_sagt_zweimal_dasselbe(buero: Path, rufe: Rufe) -> None:
    replace(buero, SITZUNG, *VOTE)
    before = state(buero)
    erste = rufe("pruefen", "--gegen", "HEAD").aus

    assert rufe("pruefen", "--gegen", "HEAD").aus == erste
    shutil.rmtree(buero / ".git/netzint/cache")
    assert rufe("pruefen", "--gegen", "HEAD").aus == erste
    assert state(buero) == before


def test_eine_spaltung_ohne_gemeinsame_geschichte_wird_erklaert(buero: Path, rufe: Rufe) -> None:
    git(buero, "checkout", "-q", "--orphan", "fremd")
    commit_all(buero, "anderer Anfang")
    lauf = rufe("pruefen", "--gegen", "main")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert "keine gemeinsame Geschichte" in lauf.fehler


def test_ohne_commit_gibt_es_nichts_zu_vergleichen(buero: Path, rufe: Rufe) -> None:
    git(buero, "checkout", "-q", "--orphan", "leer")
    lauf = rufe("pruefen", "--gegen", "main")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "noch nichts festgeschrieben" in lauf.fehler


@pytest.mark.parametrize("basis", ["gibtsnicht", "origin/main"])
def test_ein_unbekannter_stand_wird_erklaert(buero: Path, rufe: Rufe, basis: str) -> None:
    lauf = rufe("pruefen", "--gegen", basis)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert f"Den Stand „{basis}“ gibt es nicht." in lauf.fehler
    assert "git fetch" in lauf.fehler


def test_in_einem_flachen_klon_steht_wie_die_geschichte_zu_holen_ist(
    buero: Path, rufe: Rufe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(buero, "tag", "anfang")
    replace(buero, ZIEL, "titel: Zugang", "titel: Guter Zugang")
    commit_all(buero, "zwei")
    klon = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{buero}", str(klon))
    monkeypatch.chdir(klon)
    ohne = rufe("pruefen", "--gegen", "anfang")
    git(klon, "fetch", "-q", "--depth", "1", "origin", "tag", "anfang")
    fern = rufe("pruefen", "--gegen", "anfang")

    for lauf in (ohne, fern):
        assert lauf.ausgang == Ausgang.UMGEBUNG
        assert all(wort in lauf.fehler for wort in ("fetch-depth: 0", "git fetch --unshallow", "GIT_DEPTH"))
    git(klon, "fetch", "-q", "--unshallow")
    assert rufe("pruefen", "--gegen", "anfang").ausgang == Ausgang.GUT


def test_wer_eine_unlesbare_datei_repariert_aendert_darin_nichts_anderes(buero: Path, rufe: Rufe) -> None:
    sitzung = "daten/sitzungen/sg-2025-01.yaml"
    replace(buero, sitzung, "gremium: strategiegruppe", "gremum: strategiegruppe")
    commit_all(buero, "unlesbar")
    replace(buero, sitzung, "gremum: strategiegruppe", "gremium: strategiegruppe")
    assert rufe("pruefen", "--gegen", "HEAD").ausgang == Ausgang.GUT

    replace(buero, sitzung, "ja: 8", "ja: 7")
    lauf = rufe("pruefen", "--gegen", "HEAD")
    assert lauf.ausgang == Ausgang.BEFUNDE
    assert "N102 Der Beschluss sg-2025-01/he-2024-03 ist geändert: Ja: 8 → 7" in lauf.aus
    assert "N102" in rufe("festschreiben").fehler
    (buero / sitzung).unlink()
    assert "N405" in rufe("pruefen", "--gegen", "HEAD").aus


@pytest.mark.parametrize("frage", [("--gegen", "HEAD"), ("--zusammen", "HEAD", "HEAD~1")])
def test_ein_stand_mit_neuerem_format_wird_nicht_beurteilt(buero: Path, rufe: Rufe, frage: tuple[str, ...]) -> None:
    replace(buero, "daten/netzwerk.yaml", "format: 1", "format: 2")
    commit_all(buero, "neueres Format")
    replace(buero, "daten/netzwerk.yaml", "format: 2", "format: 1")
    lauf = rufe("pruefen", *frage)

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "neueres Format" in lauf.fehler


def test_was_besser_geworden_ist_wird_gezaehlt(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    commit_all(buero, "Fehler")
    replace(buero, ZIEL, "titl: ", "titel: ")

    assert daten(rufe, "--gegen", "HEAD")["gegen"]["behoben"] > 0


def test_die_geschichte_des_standes_entscheidet_ob_eine_fassung_schon_galt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/geschaeftsordnung.yaml", "ladungsfrist: {soll: 14", "ladungsfrist: {soll: 21")

    assert "N601" in neue(rufe)
