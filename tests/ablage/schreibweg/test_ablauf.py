"""What one Vorgang does when nothing goes wrong."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from netzint.ablage.schreibweg import ablauf
from netzint.ablage.schreibweg.fremdes import list_foreign_changes
from netzint.ablage.schreibweg.plan import Plan
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg.welt import (
    BEARBEITET,
    NAIV,
    NETZINT,
    UNVERFOLGT,
    VORGEMERKT,
    A,
    B,
    C,
    Schreiber,
    Welt,
    build_plan,
    find_verstoesse,
)


def test_ein_vorgang_ist_genau_ein_commit_und_der_ordner_stimmt_mit_ihm_ueberein(welt: Welt) -> None:
    before = welt.head
    result = welt.commit({A: b"titel: neu\n", B: None, C: b"titel: c\n", "daten/neu/tief/x.yaml": b"x: 1\n"})

    assert (result.ausgang, result.hinweise) == (Ausgang.GUT, ())
    assert result.commit == welt.head
    assert result.pfade == (
        "daten/neu/tief/x.yaml",
        A,
        B,
        C,
    )
    assert welt.git("rev-parse", "HEAD^") == before
    assert welt.git("status", "--porcelain", "-uall") == ""
    assert welt.git("diff-files") == ""  # not even in need of a refresh
    assert welt.read(A) == b"titel: neu\n"
    assert welt.read(B) is None
    assert welt.git("show", "--name-status", "--format=", "HEAD").splitlines() == [
        "A\tdaten/neu/tief/x.yaml",
        f"M\t{A}",
        f"D\t{B}",
        f"A\t{C}",
    ]
    assert welt.git("fsck", "--strict", "--no-dangling") == ""


@pytest.mark.parametrize("path", ["daten/ziele/größere Räume.yaml", ".github/workflows/pruefen.yml", "x" * 200, "[a]"])
def test_auch_ungewoehnliche_namen_gehen(welt: Welt, path: str) -> None:
    for content in (b"x: 1\n", b"x: 2\n"):
        assert welt.commit({path: content}).ausgang is Ausgang.GUT
        assert welt.read(path) == content
    assert welt.commit({path: None}).ausgang is Ausgang.GUT
    assert welt.git("status", "--porcelain") == ""


def test_die_nachricht_hat_betreff_rumpf_und_trailer_in_nfc(welt: Welt) -> None:
    plan = build_plan({A: b"x: 1\n"}, welt.head, "Sitzung fu\u0308r\nHeute\x07 angelegt ")
    ablauf.commit(welt.wurzel, lambda _: plan)

    assert welt.git("log", "-1", "--format=%B").rstrip() == (
        "Sitzung für Heute angelegt\n\nErste Zeile.\n\nNetzint-Vorgang: sitzung neu\nNetzint-Version: 0.1.0"
    )
    assert welt.git("log", "-1", "--format=%(trailers:key=Netzint-Vorgang,valueonly)").strip() == "sitzung neu"


def test_urheber_ist_die_geschaeftsstelle_auch_ohne_oder_mit_anderer_identitaet(
    welt: Welt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Erika Mustermann")
    welt.git("config", "user.useConfigOnly", "true")
    welt.commit({A: b"x: 1\n"})

    wanted = "Geschäftsstelle <gs@netzwerk.example>"
    assert welt.git("log", "-1", "--format=%an <%ae>|%cn <%ce>") == f"{wanted}|{wanted}"
    assert "Erika" not in welt.git("log", "-g", "-1", "--format=%gn %gs")
    assert os.environ["GIT_AUTHOR_NAME"] == "Erika Mustermann"


def test_ohne_urheber_wird_abgelehnt(welt: Welt) -> None:
    before = welt.snapshot()
    plan = build_plan({A: b"x: 1\n"}, welt.head)._replace(autor_mail=" ")

    with pytest.raises(NetzintFehler, match="Name oder E-Mail") as caught:
        ablauf.commit(welt.wurzel, lambda _: plan)

    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert welt.snapshot() == before


@pytest.mark.parametrize("dateien", [{}, {A: b"titel: a\n"}, {C: None}])
def test_was_nichts_aendert_ergibt_keinen_commit(welt: Welt, dateien: dict[str, bytes | None]) -> None:
    before = welt.snapshot()

    assert ablauf.commit(welt.wurzel, lambda head: build_plan(dateien, head)) is None
    assert ablauf.commit(welt.wurzel, lambda _: None) is None
    assert welt.snapshot() == before


def test_der_erste_commit_entsteht_auf_einem_zweig_der_noch_keinen_hat(tmp_path: Path) -> None:
    welt = Welt(tmp_path / "leer")
    welt.wurzel.mkdir()
    welt.git("init", "-q")
    heads: list[str] = []

    def plane(head: str) -> Plan:
        heads.append(head)
        return build_plan({A: b"x: 1\n"}, head)

    result = ablauf.commit(welt.wurzel, plane)

    assert heads == [""]
    assert result is not None
    assert welt.git("rev-list", "--count", "HEAD") == "1"
    assert welt.git("status", "--porcelain") == ""


def test_ein_repository_mit_sha256_geht_auch(tmp_path: Path) -> None:
    welt = Welt(tmp_path / "lang")
    welt.wurzel.mkdir()
    welt.git("init", "-q", "--object-format=sha256")
    welt.commit({A: b"x: 1\n"})
    result = welt.commit({A: b"x: 2\n", B: b"x: 1\n"})

    assert len(result.commit) == 64
    assert welt.git("status", "--porcelain") == ""


def test_rechte_einer_datei_bleiben(welt: Welt) -> None:
    (welt.wurzel / A).chmod(0o755)
    welt.git("commit", "-q", "-a", "-m", "ausführbar")
    welt.commit({A: b"x: 2\n"})

    assert stat.S_IMODE((welt.wurzel / A).stat().st_mode) == 0o755
    assert welt.git("ls-tree", "HEAD", A).startswith("100755")
    assert welt.git("status", "--porcelain") == ""


def test_ein_leerer_ordner_verschwindet_mit_seiner_letzten_datei(welt: Welt) -> None:
    welt.commit({"daten/neu/tief/x.yaml": b"x: 1\n"})
    welt.commit({"daten/neu/tief/x.yaml": None})

    assert not (welt.wurzel / "daten/neu").exists()
    assert welt.git("ls-tree", "-r", "--name-only", "HEAD", "daten/neu") == ""


@pytest.mark.parametrize("schreiber", [NETZINT, NAIV], ids=lambda s: s.name)
def test_fremde_aenderungen_bleiben_vorgemerkt_bearbeitet_und_unverfolgt(
    gestoerte_welt: Welt, schreiber: Schreiber
) -> None:
    before, dateien = gestoerte_welt.head, {A: b"titel: neu\n", B: None, C: b"titel: c\n"}
    schreiber.commit(gestoerte_welt.wurzel, lambda head: build_plan(dateien, head))

    kept = find_verstoesse(gestoerte_welt, before, dateien) == []
    assert kept == (schreiber is NETZINT)


def test_was_nicht_beruecksichtigt_wurde_laesst_sich_nennen(gestoerte_welt: Welt) -> None:
    gestoerte_welt.write("vorlagen/neu für alle.md.j2", b"x")

    assert UNVERFOLGT not in list_foreign_changes(gestoerte_welt.wurzel)
    assert list_foreign_changes(gestoerte_welt.wurzel, ("daten/", "vorlagen/")) == (
        BEARBEITET,
        VORGEMERKT,
        "vorlagen/neu für alle.md.j2",
    )


@pytest.mark.parametrize("staged", [True, False])
def test_ein_ziel_das_schon_so_geaendert_ist_wird_festgeschrieben(gestoerte_welt: Welt, *, staged: bool) -> None:
    before = gestoerte_welt.head
    gestoerte_welt.write(A, b"titel: von Hand\n")
    gestoerte_welt.write(C, b"titel: c\n")
    (gestoerte_welt.wurzel / B).unlink()
    gestoerte_welt.git("add", *(["-A"] if staged else ["-N"]), A, C, *([B] if staged else []))
    dateien = {A: b"titel: von Hand\n", B: None, C: b"titel: c\n"}

    assert gestoerte_welt.commit(dateien).ausgang is Ausgang.GUT
    assert find_verstoesse(gestoerte_welt, before, dateien) == []


def test_hoert_die_bewegung_nicht_auf_wird_abgelehnt(welt: Welt) -> None:
    before = welt.snapshot()
    with pytest.raises(NetzintFehler, match="immer wieder Commits"):
        ablauf.commit(welt.wurzel, lambda _: build_plan({A: b"titel: neu\n"}, "0" * 40))
    assert welt.snapshot() == before


def test_ohne_betreff_wird_abgelehnt(welt: Welt) -> None:
    with pytest.raises(NetzintFehler, match="keinen Betreff"):
        ablauf.commit(welt.wurzel, lambda head: build_plan({A: b"titel: neu\n"}, head, " \n"))


def test_bewegt_sich_head_waehrend_des_rechnens_wird_neu_gerechnet(welt: Welt) -> None:
    heads: list[str] = []

    def plane(head: str) -> Plan:
        heads.append(head)
        if len(heads) == 1:
            welt.write("anderes.txt", b"x")
            welt.git("add", "anderes.txt")
            welt.git("commit", "-q", "-m", "dazwischen")
        return build_plan({A: b"titel: neu\n"}, head)

    result = ablauf.commit(welt.wurzel, plane)

    assert result is not None
    assert welt.git("log", "--format=%s", "-2").splitlines() == ["Sitzung angelegt", "dazwischen"]
    assert heads[1] == welt.git("rev-parse", "HEAD^")
    assert welt.git("status", "--porcelain") == ""
