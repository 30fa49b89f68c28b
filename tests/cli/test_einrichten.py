"""``netzint einrichten``: git merges, compares and checks as netzint wants it, in this clone and nowhere else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.einrichtung.aufruf import build_aufruf
from netzint.ablage.leser.datei import parse
from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SITZUNG = "daten/sitzungen/sg-2026-02.yaml"
ORT = "ort: Musterburg, Haus der Begegnung"
ATTRIBUTE = "daten/*.yaml merge=netzint diff=netzint\ndaten/**/*.yaml merge=netzint diff=netzint\n"


@pytest.fixture
def klon(buero: Path) -> Path:
    """A fresh clone: its ``.gitattributes`` ask for the driver, and git knows none."""
    git(buero, "config", "--remove-section", "merge.netzint")
    (buero / ".gitattributes").write_text(ATTRIBUTE, "utf-8")
    commit_all(buero, "Attribute")
    return buero


@pytest.fixture
def zwei_zweige(klon: Path, rufe: Rufe) -> Path:
    """Set up; ``zweig`` has changed one field of a Sitzung, ``main`` another one in the next line but one."""
    git(klon, "switch", "-q", "-c", "zweig")
    replace(klon, SITZUNG, 'ende: "12:15"', 'ende: "12:30"')
    commit_all(klon, "Ende")
    git(klon, "switch", "-q", "main")
    replace(klon, SITZUNG, ORT, "ort: Neustadt")
    commit_all(klon, "Ort")
    assert rufe("einrichten").ausgang == Ausgang.GUT
    return klon


def test_es_traegt_alles_ein_und_beim_zweiten_mal_nichts(
    klon: Path, rufe: Rufe, erwartet: Callable[[str, str], None]
) -> None:
    erster = rufe("einrichten")
    konfiguration = (klon / ".git/config").read_bytes()
    zweiter = rufe("einrichten")

    assert (erster.ausgang, zweiter.ausgang, zweiter.aus.split("\n")[-2]) == (0, 0, "Es war nichts zu ändern.")
    assert (klon / ".git/config").read_bytes() == konfiguration
    assert b"netzint_treiber %O %A %B %P" in konfiguration
    assert os.access(klon / ".git/hooks/pre-commit", os.X_OK)
    assert git(klon, "status", "--porcelain") == ""
    erwartet("cli/einrichten.txt", erster.aus)


def test_die_probe_aendert_nichts(klon: Path, rufe: Rufe) -> None:
    vorher = (klon / ".git/config").read_bytes()

    assert rufe("einrichten", "--probe").aus.endswith("Probe: Es wurde nichts geändert.\n")
    assert (klon / ".git/config").read_bytes() == vorher
    assert not (klon / ".git/hooks/pre-commit").exists()


def test_zuruecknehmen_nimmt_genau_das_eigene_weg(klon: Path, rufe: Rufe) -> None:
    vorher = git(klon, "config", "--local", "--list")
    rufe("einrichten")

    assert rufe("einrichten", "--zuruecknehmen").aus.count("entfernt") == 4
    assert git(klon, "config", "--local", "--list") == vorher
    assert not (klon / ".git/hooks/pre-commit").exists()
    assert rufe("einrichten", "--zuruecknehmen").aus == "Es war nichts zu ändern.\n"


def test_ein_eigener_hook_und_ein_eigener_treiber_bleiben(klon: Path, rufe: Rufe) -> None:
    haken = klon / ".git/hooks/pre-commit"
    haken.parent.mkdir(exist_ok=True)
    haken.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    git(klon, "config", "merge.netzint.driver", "mein-treiber %A")

    lauf = rufe("einrichten")

    assert "Dort liegt schon ein eigener Hook" in lauf.aus
    assert "„merge.netzint.driver“ steht schon auf „mein-treiber %A“." in lauf.aus
    rufe("einrichten", "--zuruecknehmen")
    assert haken.read_text("utf-8") == "#!/bin/sh\nexit 0\n"
    assert git(klon, "config", "merge.netzint.driver") == "mein-treiber %A"


def test_wo_git_die_hooks_anderswo_sucht_wird_nichts_abgelegt(klon: Path, rufe: Rufe) -> None:
    git(klon, "config", "core.hooksPath", "haken")

    assert "core.hooksPath" in rufe("einrichten").aus
    assert not (klon / "haken").exists()


def test_die_attribute_fehlen_und_das_wird_gesagt(buero: Path, rufe: Rufe) -> None:
    (buero / ".gitattributes").unlink(missing_ok=True)

    assert "netzint init . --erneuern" in rufe("einrichten").aus


def test_ein_verknuepfter_arbeitsordner_teilt_die_einrichtung(klon: Path, rufe: Rufe) -> None:
    neben = klon.parent / "neben"
    git(klon, "worktree", "add", "-q", str(neben))

    assert rufe("-C", str(neben), "einrichten").ausgang == Ausgang.GUT
    assert rufe("einrichten").aus.endswith("Es war nichts zu ändern.\n")


def test_die_lage_erinnert_bis_eingerichtet_ist(klon: Path, rufe: Rufe) -> None:
    assert rufe("lage").fehler.endswith("Einmal: netzint einrichten\n")
    rufe("einrichten")
    assert rufe("lage").fehler == ""


def test_ein_neues_netzwerk_ist_gleich_eingerichtet(tmp_path: Path, rufe: Rufe) -> None:
    assert rufe("init", str(tmp_path / "neu")).ausgang == Ausgang.GUT

    assert rufe("-C", str(tmp_path / "neu"), "einrichten").aus.count("schon da") == 5


def test_der_aufruf_haelt_leerzeichen_und_anfuehrungszeichen_aus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/mein ‚O'Hara‘/python")
    assert build_aufruf() == """'/opt/mein ‚O'"'"'Hara‘/python' -P -m netzint"""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", r"C:\Program Files\Python\python.exe")
    assert build_aufruf() == "'C:/Program Files/Python/python.exe' -P -m netzint"


@pytest.mark.parametrize("art", ["merge", "rebase", "cherry-pick"])
def test_git_fuehrt_zwei_felder_einer_datei_zusammen(zwei_zweige: Path, art: str) -> None:
    """A folder ``netzint`` among the data must not be taken for the program."""
    klon = zwei_zweige
    (klon / "netzint").mkdir()
    (klon / "netzint" / "__init__.py").write_text("raise SystemExit(7)\n", "utf-8")
    if art == "rebase":
        git(klon, "switch", "-q", "zweig")
    git(klon, *{"merge": ("merge", "-q", "zweig"), "rebase": ("rebase", "-q", "main")}.get(art, (art, "zweig")))

    text = (klon / SITZUNG).read_text("utf-8")
    assert "ort: Neustadt\n" in text
    assert 'ende: "12:30"\n' in text
    assert git(klon, "status", "--porcelain", "--untracked-files=no") == ""


def test_ohne_einrichten_haette_git_hier_einen_konflikt(zwei_zweige: Path, rufe: Rufe) -> None:
    """The negative control: neighbouring lines are one place to git."""
    rufe("einrichten", "--zuruecknehmen")

    assert "CONFLICT" in git(zwei_zweige, "merge", "zweig", check=False)


def test_ein_widerspruch_wird_markiert(zwei_zweige: Path) -> None:
    klon = zwei_zweige
    git(klon, "switch", "-q", "zweig")
    replace(klon, SITZUNG, ORT, "ort: Altstadt")
    git(klon, "commit", "-q", "--no-verify", "-am", "Anderer Ort")

    assert "CONFLICT" in git(klon, "merge", "main", check=False)
    text = (klon / SITZUNG).read_text("utf-8")
    assert (
        f"<<<<<<< unser Stand\nort: Altstadt\n||||||| gemeinsamer Ausgangspunkt\n{ORT}\n=======\nort: Neustadt\n"
        in text
    )
    assert {befund.code for befund in parse(text.encode()).befunde} == {"L119"}


@pytest.mark.parametrize("weg", ["fort", "ohne netzint"])
def test_ist_netzint_dort_nicht_mehr_geht_beim_zusammenfuehren_keine_seite_verloren(
    zwei_zweige: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch, weg: str
) -> None:
    """git leaves our side alone in the file where a driver fails, without a mark of theirs."""
    klon, programm = zwei_zweige, zwei_zweige.parent / "v %O 'Ö' \\" / "python"
    monkeypatch.setattr(sys, "executable", str(programm))
    assert rufe("einrichten").aus.count("erneuert") == 4
    if weg == "ohne netzint":
        programm.parent.mkdir()
        programm.write_text("#!/bin/sh\nexit 1\n", "utf-8")
        programm.chmod(0o755)

    assert (rufe("lage").fehler != "") == (weg == "fort")
    assert "+ort: Neustadt" in git(klon, "diff", "HEAD~1", "HEAD", "--", SITZUNG)
    assert "CONFLICT" in git(klon, "merge", "zweig", check=False)
    text = (klon / SITZUNG).read_text("utf-8")
    assert text.index("<<<<<<< unser Stand") < text.index("ort: Neustadt") < text.index(">>>>>>> ihr Stand")
    assert 'ende: "12:30"' in text


def test_der_hook_haelt_einen_neuen_fehler_auf_und_laesst_alte_durch(klon: Path, rufe: Rufe) -> None:
    replace(klon, SITZUNG, "datum: 2026-07-07", "datum: 2026-02-30")
    commit_all(klon, "Ein alter Fehler")
    rufe("einrichten")
    replace(klon, SITZUNG, ORT, "ort: Neustadt")
    git(klon, "commit", "-q", "-am", "Daneben")

    replace(klon, "daten/ziele/ziel-zugang.yaml", "titel:", "tittel:")
    vorher = git(klon, "rev-parse", "HEAD")

    git(klon, "commit", "-q", "-am", "Vertippt", check=False)
    assert git(klon, "rev-parse", "HEAD") == vorher


def test_der_hook_sagt_was_er_ablehnt(klon: Path, rufe: Rufe) -> None:
    replace(klon, "daten/ziele/ziel-zugang.yaml", "titel:", "tittel:")
    git(klon, "add", "-A")

    lauf = rufe("haken", "pre-commit")

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert "tittel" in lauf.aus
    assert "git commit --no-verify" in lauf.fehler


def test_ein_vorgang_von_netzint_ruft_den_eigenen_hook_nicht(
    klon: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netzint.ablage.schreibweg import prozess

    rufe("einrichten")
    gerufen: list[tuple[str, ...]] = []
    monkeypatch.setattr(prozess, "execute_haken", lambda _, *args, **__: gerufen.append(args))

    assert rufe("bedarf", "melden", "Dolmetschende", "--stelle", "landkreistag").ausgang == Ausgang.GUT
    assert gerufen == []


def test_in_einem_fremden_hook_weiss_netzint_dass_schon_geprueft_ist(
    klon: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(klon, "daten/ziele/ziel-zugang.yaml", "titel:", "tittel:")
    git(klon, "add", "-A")
    monkeypatch.setenv("NETZINT_VORGANG", "1")

    assert rufe("haken", "pre-commit") == (0, "", "")


def test_der_treiber_sagt_jeden_widerspruch_und_aendert_sonst_nichts(tmp_path: Path, rufe: Rufe) -> None:
    namen = {"b": "titel: A\nort: U\n", "u": "titel: B\nort: U\n", "i": "titel: C\nort: V\n"}
    for name, text in namen.items():
        (tmp_path / name).write_text(text, "utf-8")
    pfade = [str(tmp_path / name) for name in "bui"]

    lauf = rufe("merge-treiber", *pfade, "daten/ziele/ziel-x.yaml")

    assert lauf == (1, "", "netzint: daten/ziele/ziel-x.yaml: „titel“ ist auf beiden Seiten verschieden geändert.\n")
    assert (tmp_path / "u").read_text("utf-8").endswith(">>>>>>> ihr Stand\nort: V\n")
    assert (tmp_path / "b").read_text("utf-8") == namen["b"]


def test_auch_ein_fehler_im_treiber_ist_ein_konflikt(
    tmp_path: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("netzint.ablage.zusammenfuehren.treiber.merge", fail)
    for name in "bui":
        (tmp_path / name).write_text(f"titel: {name}\n", "utf-8")

    lauf = rufe("merge-treiber", *(str(tmp_path / name) for name in "bui"), "daten/x.yaml")

    assert lauf.ausgang == 1
    assert "titel: u\n" in (tmp_path / "u").read_text("utf-8")
    assert "titel: i\n" in (tmp_path / "u").read_text("utf-8")
    assert (
        rufe("merge-treiber", str(tmp_path / "fehlt"), *(str(tmp_path / n) for n in "ui"), "daten/x.yaml").ausgang == 1
    )
