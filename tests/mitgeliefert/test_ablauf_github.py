"""The scripts of the workflow for GitHub, run against good, bad and hostile requests."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.buero import git, replace
from tests.mitgeliefert.laeufer import Ergebnis, find_schritt, make_antrag, make_klon, put_programm, run_schritt

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="die Läufer von GitHub und GitLab sind Linux")

STAND = "Den Stand zusammensetzen, der geprüft wird"
STADT_3 = "daten/mitglieder/kommunen-stadt-3.yaml"


@pytest.fixture
def klon(forge: Path, tmp_path: Path) -> Path:
    return make_klon(forge, tmp_path)


def run(klon: Path, titel: str, job: str = "antrag", **kontext: str) -> Ergebnis:
    return run_schritt(find_schritt("github.yml", job, titel), klon, kontext)


def compose(klon: Path, antrag: str) -> dict[str, str]:
    """The context after the step that puts together what is judged."""
    done = run(klon, STAND, **{"github.token": "geheim", "github.sha": antrag})
    assert done.ausgang == 0, done.fehler
    assert "geheim" not in (klon / ".git" / "config").read_text("utf-8")
    return {f"steps.stand.outputs.{name}": value for name, value in done.ausgaben(klon).items()}


def extend_wortlaut(ordner: Path) -> None:
    replace(ordner, "daten/ziele/ziel-teilhabe.yaml", "titel: ", "titel: Auch künftig ")


def occupy_twice(ordner: Path) -> None:
    replace(ordner, STADT_3, "rolle: stellvertretend", "rolle: ordentlich")


def remove_daten(ordner: Path) -> None:
    git(ordner, "rm", "-rq", "daten")


def test_ein_guter_antrag_besteht_und_wird_in_worten_gezeigt(klon: Path) -> None:
    kontext = compose(klon, make_antrag(klon, extend_wortlaut))
    geprueft = run(klon, "Prüfen", **kontext)
    verglichen = run(klon, "Vergleichen", **kontext)

    assert (geprueft.ausgang, verglichen.ausgang) == (0, 0), geprueft.aus + verglichen.fehler
    assert "Auch künftig" in (klon.parent / "summary.md").read_text("utf-8")
    assert "Auch künftig" in (klon.parent / "temp" / "vergleich.md").read_text("utf-8")


def test_geprueft_wird_alles_vom_zielzweig_mit_den_daten_des_antrags(klon: Path) -> None:
    def aendern(ordner: Path) -> None:
        extend_wortlaut(ordner)
        (ordner / "vorlagen" / "einladung.md.j2").write_text("anders", "utf-8")

    antrag = make_antrag(klon, aendern)
    kontext = compose(klon, antrag)
    basis, stand = kontext["steps.stand.outputs.basis"], kontext["steps.stand.outputs.stand"]

    assert git(klon, "diff", "--name-only", basis, stand) == "daten/ziele/ziel-teilhabe.yaml"
    assert git(klon, "rev-parse", f"{stand}^@") == basis == git(klon, "rev-parse", "main")
    assert git(klon, "log", "-1", "--format=%cI", stand) == git(klon, "log", "-1", "--format=%cI", antrag)
    assert git(klon, "status", "--porcelain") == ""


def plant(ordner: Path) -> None:
    """All that a request might bring along to have something of its own run, shown or read."""
    occupy_twice(ordner)
    (ordner / ".gitattributes").write_text("* filter=boese diff=boese merge=boese\n", "utf-8")
    (ordner / ".githooks").mkdir()
    (ordner / ".githooks" / "post-checkout").write_text("#!/bin/sh\ntouch ../gelaufen\n", "utf-8")
    for name in ("netzint.py", "pip.py", "sitecustomize.py", "yaml.py"):
        (ordner / name).write_text("open('../gelaufen', 'w')\n", "utf-8")
    (ordner / ".netzint").mkdir(exist_ok=True)
    (ordner / ".netzint" / "netzint.txt").write_text("boese\n", "utf-8")
    endlos = "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    for vorlage in (ordner / "vorlagen").glob("*.md.j2"):
        vorlage.write_text(endlos, "utf-8")
    (ordner / "daten" / "ziele" / "ziel-geheim.yaml").symlink_to("/etc/passwd")
    (ordner / "daten" / "ziele" / "a\n::set-output name=stand::b.yaml").write_text("titel: x\n", "utf-8")
    (ordner / "neben\n::error::den Daten").write_text("x", "utf-8")


def test_ein_falscher_antrag_faellt_durch_und_was_er_mitbringt_bleibt_ohne_wirkung(klon: Path) -> None:
    for name in ("filter.boese.smudge", "filter.boese.clean", "diff.boese.textconv", "merge.boese.driver"):
        git(klon, "config", name, f"touch {klon.parent}/gelaufen; cat")  # as a runner has git-lfs set up for everybody
    antrag = make_antrag(klon, plant)
    done = run(klon, STAND, **{"github.token": "geheim", "github.sha": antrag})
    kontext = {f"steps.stand.outputs.{name}": value for name, value in done.ausgaben(klon).items()}
    geprueft = run(klon, "Prüfen", **kontext)
    verglichen = run(klon, "Vergleichen", **kontext)
    sarif = run(klon, "Befunde als SARIF", **kontext)

    assert sorted(kontext) == [f"steps.stand.outputs.{name}" for name in ("basis", "stand", "ziel")]
    assert not (klon.parent / "gelaufen").exists()
    assert git(klon, "status", "--porcelain") == ""
    assert [line for line in done.aus.splitlines() if line.startswith("::error")] == []
    assert "?neben?n??error??den?Daten?" in done.aus
    befehle = {line.split(" ")[0] for line in geprueft.aus.splitlines() if line.startswith("::")}
    assert befehle <= {"::error", "::warning", "::notice"}
    assert (geprueft.ausgang, verglichen.ausgang, sarif.ausgang) == (1, 0, 0)
    assert f"::error file={STADT_3},line=" in geprueft.aus
    assert "Q102" in (klon.parent / "temp" / "netzint.sarif").read_text("utf-8")
    assert "V1" not in geprueft.aus  # the templates are those of main
    assert "root:" not in geprueft.aus + (klon.parent / "summary.md").read_text("utf-8")


def test_der_zielzweig_darf_weiter_sein_als_die_zusammenfuehrung(klon: Path) -> None:
    antrag = make_antrag(klon, extend_wortlaut)
    herkunft = klon.parent / "herkunft"
    replace(herkunft, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Inzwischen ")
    git(herkunft, "commit", "-q", "-a", "-m", "inzwischen")
    git(klon, "pull", "-q")
    kontext = compose(klon, antrag)
    basis, stand = kontext["steps.stand.outputs.basis"], kontext["steps.stand.outputs.stand"]

    assert git(klon, "diff", "--name-only", basis, stand) == "daten/ziele/ziel-teilhabe.yaml"


def test_fehlen_die_daten_im_antrag_ganz_so_ist_das_ein_befund(klon: Path) -> None:
    kontext = compose(klon, make_antrag(klon, remove_daten))
    geprueft = run(klon, "Prüfen", **kontext)

    assert geprueft.ausgang == 1
    assert "L509" in geprueft.aus


@pytest.mark.parametrize(
    ("datei", "quelle", "gerufen"),
    [
        ("", "git+https://x", "-m pip install --quiet git+https://x"),
        ("netzint==1\n", "", "-m pip install --quiet --requirement .netzint/netzint.txt"),
        ("", "", ""),
    ],
)
def test_woher_netzint_kommt_sagt_die_variable_oder_der_zielzweig(
    klon: Path, datei: str, quelle: str, gerufen: str
) -> None:
    put_programm(klon, "python", f'printf "%s" "$*" > {klon.parent}/gerufen\n')
    if datei:
        (klon / ".netzint").mkdir()
        (klon / ".netzint" / "netzint.txt").write_text(datei, "utf-8")
    done = run(klon, "netzint installieren", **{"vars.NETZINT_QUELLE": quelle})

    assert done.ausgang == (0 if gerufen else 1)
    assert (klon.parent / "gerufen").read_text("utf-8") == gerufen if gerufen else "NETZINT_QUELLE" in done.aus


def test_ein_stand_des_hauptzweigs_wird_als_ganzes_geprueft(klon: Path) -> None:
    occupy_twice(klon)
    git(klon, "commit", "-q", "-a", "-m", "falsch")
    geprueft = run(klon, "Prüfen", "stand")

    assert geprueft.ausgang == 1
    assert "::error file=" in geprueft.aus


def test_fristen_stehen_als_woertlicher_text_in_der_zusammenfassung(klon: Path) -> None:
    schritt = find_schritt("github-fristen.yml", "fristen", "Fristen")
    done = run_schritt(schritt, klon, {})
    summary = (klon.parent / "summary.md").read_text("utf-8")

    assert done.ausgang == 0, done.fehler
    assert summary.strip()
    assert all(line.startswith("    ") for line in summary.splitlines())
    assert list(done.ausgaben(klon)) == ["fristen"]


def test_zu_viele_fristen_werden_gekuerzt_auch_mitten_in_einem_buchstaben(klon: Path) -> None:
    put_programm(klon, "netzint", "printf x; printf 'ä%.0s' {1..90000}\n")
    done = run_schritt(find_schritt("github-fristen.yml", "fristen", "Fristen"), klon, {})
    summary = (klon.parent / "summary.md").read_bytes()

    assert done.ausgang == 0, done.fehler
    assert len(summary) < 60_000
    assert summary.decode("utf-8").endswith("ää\n\n    … gekürzt\n")
