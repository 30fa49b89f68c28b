"""``netzint festschreiben``: what was edited by hand becomes one judged commit, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ZIEL, THEMA, NEU = "daten/ziele/ziel-zugang.yaml", "daten/themen/thema-wohnen.yaml", "daten/themen/thema-neu.yaml"


def test_ohne_aenderung_gibt_es_nichts_zu_tun(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, lauf.aus, state(buero)) == (Ausgang.GUT, "Es gibt nichts zu tun.\n", before)


def test_geaenderte_neue_und_geloeschte_dateien_werden_ein_commit(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    (buero / NEU).write_bytes((buero / THEMA).read_bytes())
    (buero / "daten/beauftragte/ib-gemeinde-altmuster.yaml").unlink()
    replace(buero, "vorlagen/fuss.md.j2", "Stand", "Stand vom")
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert git(buero, "status", "--porcelain") == ""
    assert git(buero, "show", "--name-status", "--format=", "HEAD").split() == [
        "D", "daten/beauftragte/ib-gemeinde-altmuster.yaml", "A", NEU, "M", ZIEL, "M", "vorlagen/fuss.md.j2",
    ]  # fmt: skip
    assert git(buero, "log", "-1", "--format=%s") == (
        "Von Hand geändert: ib-gemeinde-altmuster, thema-neu, ziel-zugang und 1 weitere Datei"
    )
    trailers = git(buero, "log", "-1", "--format=%(trailers:key=Kennung,valueonly)").split()
    assert trailers == ["ib-gemeinde-altmuster", "thema-neu", "ziel-zugang"]


def test_neue_fehler_lehnen_ab_mit_zeile_und_spalte(buero: Path, rufe: Rufe) -> None:
    replace(
        buero, "daten/empfehlungen/he-2026-05.yaml", "arbeitsgruppe: ag-demokratiebildung", "arbeitsgruppe: ag-demo"
    )
    before = state(buero)
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, lauf.aus, state(buero)) == (Ausgang.ABGELEHNT, "", before)
    zeile = next(
        n for n, line in enumerate((buero / "daten/empfehlungen/he-2026-05.yaml").read_text().splitlines(), 1)
        if line == "arbeitsgruppe: ag-demo"
    )  # fmt: skip
    assert f"daten/empfehlungen/he-2026-05.yaml:{zeile}:16: K" in lauf.fehler
    assert "→ Es wurde nichts geändert. Eine Regel erklärt: netzint regel K" in lauf.fehler


def test_ein_alter_fehler_anderswo_haelt_nicht_auf(buero: Path, rufe: Rufe) -> None:
    replace(buero, THEMA, "titel: ", "titl: ")
    commit_all(buero, "alter Fehler")
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.GUT
    assert f"Nicht lesbar und darum nicht berücksichtigt: {THEMA}." in lauf.fehler


def test_ein_alter_fehler_laesst_sich_beheben(buero: Path, rufe: Rufe) -> None:
    replace(buero, THEMA, "titel: ", "titl: ")
    commit_all(buero, "alter Fehler")
    replace(buero, THEMA, "titl: ", "titel: ")

    assert rufe("festschreiben").ausgang == Ausgang.GUT
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_eine_probe_zeigt_den_unterschied_und_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    (buero / "daten/beauftragte/ib-gemeinde-altmuster.yaml").unlink()
    before = state(buero)
    lauf = rufe("festschreiben", "--probe")

    assert (lauf.ausgang, lauf.fehler, state(buero)) == (Ausgang.GUT, "", before)
    assert f"+++ b/{ZIEL}\n" in lauf.aus
    assert "+titel: Neuer " in lauf.aus
    assert "+++ /dev/null\n" in lauf.aus


def test_vorgemerktes_ausserhalb_bleibt_vorgemerkt(buero: Path, rufe: Rufe) -> None:
    (buero / "notiz.txt").write_text("meins", encoding="utf-8")
    git(buero, "add", "notiz.txt")
    (buero / "lose.txt").write_text("auch", encoding="utf-8")
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    rufe("festschreiben")

    assert git(buero, "status", "--porcelain").splitlines() == ["A  notiz.txt", "?? lose.txt"]
    assert git(buero, "show", "--name-only", "--format=", "HEAD") == ZIEL


def test_auch_was_vorgemerkt_ist_wird_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    git(buero, "add", ZIEL)
    git(buero, "rm", "-q", "daten/beauftragte/ib-gemeinde-altmuster.yaml")

    assert rufe("festschreiben").ausgang == Ausgang.GUT
    assert git(buero, "status", "--porcelain") == ""


@pytest.mark.parametrize("dann", ["geaendert", "geloescht", "zurueck"])
def test_ist_eine_andere_fassung_vorgemerkt_wird_gefragt_welche_gilt(buero: Path, rufe: Rufe, dann: str) -> None:
    old = (buero / ZIEL).read_bytes()
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    git(buero, "add", ZIEL)
    if dann == "geloescht":
        (buero / ZIEL).unlink()
    else:
        (buero / ZIEL).write_bytes(old if dann == "zurueck" else old.replace(b"titel: ", b"titel: Anderer "))
    before = state(buero)
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "In Git ist eine andere Fassung vorgemerkt, als im Ordner liegt:" in lauf.fehler
    assert f"git add {ZIEL}" in lauf.fehler


def test_zum_loeschen_vorgemerkt_aber_noch_da_ist_zweideutig(buero: Path, rufe: Rufe) -> None:
    git(buero, "rm", "-q", "--cached", ZIEL)
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "eine andere Fassung vorgemerkt" in lauf.fehler


def test_ein_hinweis_auf_eine_neue_datei_genuegt(buero: Path, rufe: Rufe) -> None:
    (buero / NEU).write_bytes((buero / THEMA).read_bytes())
    git(buero, "add", "-N", NEU)

    assert rufe("festschreiben").ausgang == Ausgang.GUT
    assert git(buero, "status", "--porcelain") == ""


def test_windows_zeilenenden_werden_hingenommen(buero: Path, rufe: Rufe) -> None:
    text = (buero / ZIEL).read_bytes().replace(b"titel: ", b"titel: Neuer ").replace(b"\n", b"\r\n")
    (buero / ZIEL).write_bytes(text)

    assert rufe("festschreiben").ausgang == Ausgang.GUT
    assert "\r" not in git(buero, "show", f"HEAD:{ZIEL}")
    assert git(buero, "status", "--porcelain") == ""


def test_was_sich_nicht_festschreiben_laesst_wird_mit_der_stelle_gesagt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "datum: 2026-07-07", "datum: 2026-07-32")
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    first, second, *_, last = lauf.fehler.splitlines()
    assert first == "Fehler: So lässt es sich nicht festschreiben:"
    assert second.startswith("daten/sitzungen/sg-2026-02.yaml:3:8: F104 ")
    assert last == "→ Es wurde nichts geändert. Eine Regel erklärt: netzint regel F104"


def test_formatieren_schlaegt_vor_was_gemeint_sein_kann(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("formatieren", "sg-2026-2")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Meinten Sie „sg-2026-02“?" in lauf.fehler


def test_was_sich_nicht_formatieren_laesst_ist_nicht_in_ordnung(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "ort: ", 'ort: "')
    lauf = rufe("formatieren", "sg-2026-02")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.BEFUNDE, "")
    assert "daten/sitzungen/sg-2026-02.yaml: Zeile" in lauf.fehler


def test_eine_kaputte_vorlage_wird_abgelehnt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/einladung.md.j2", "{{ sitzung.nummer }}", "{{ sitzung.numer }}")
    before = state(buero)
    lauf = rufe("festschreiben")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "vorlagen/einladung.md.j2" in lauf.fehler
    assert "Meinten Sie „nummer“?" in lauf.fehler


def test_eine_verknuepfung_in_den_daten_wird_abgelehnt(buero: Path, rufe: Rufe) -> None:
    try:
        (buero / NEU).symlink_to(buero / THEMA)
    except OSError:
        pytest.skip("Verknüpfungen sind hier nicht erlaubt")
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "keine gewöhnliche Datei" in lauf.fehler


def test_der_name_einer_person_steht_nicht_im_commit(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/mitglieder/kommunen-stadt-2.yaml", "name: Erika Beispiel", "name: Erika Mustermann")
    git(buero, "config", "netzint.bearbeitung", "ab")
    rufe("festschreiben")

    message = git(buero, "log", "-1", "--format=%an %ae %cn %ce %B")
    assert "Von Hand geändert: kommunen-stadt-2" in message
    assert "Bearbeitung: ab" in message
    assert "Erika" not in message


def test_die_daten_eines_neueren_formats_werden_nicht_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/netzwerk.yaml", "format: 1", "format: 2")
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "netzint aktualisieren" in lauf.fehler


def test_der_erste_commit_eines_repositorys_entsteht_so(buero: Path, rufe: Rufe) -> None:
    git(buero, "update-ref", "-d", "HEAD")
    git(buero, "rm", "-r", "-q", "--cached", ".")
    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.GUT
    assert git(buero, "rev-list", "--count", "HEAD") == "1"
    assert rufe("sitzung", "neu").ausgang == Ausgang.GUT
