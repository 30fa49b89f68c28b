"""The shipped workflows by their form: valid, pinned, and with no more rights than each step needs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.mitgeliefert.laeufer import ABLAEUFE, WURZEL, read_ablauf

BIN = Path(sys.executable).parent
GITHUB = ("github.yml", "github-kommentar.yml", "github-fristen.yml")
EIGENER = WURZEL / ".github" / "workflows" / "pruefung.yml"
ALLE = (*(ABLAEUFE / name for name in GITHUB), EIGENER)

FESTGELEGT = {
    "actions/checkout": "9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0",
    "actions/setup-python": "a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "github/codeql-action/upload-sarif": "95e58e9a2cdfd71adc6e0353d5c52f41a045d225 # v4.35.2",
}
"""Taken from the workflows of several independent public repositories that pin the same commit for the same version,
python/cpython among them for all but the last two lines' upload (``git ls-remote https://github.com/OWNER/NAME
refs/tags/VERSION`` says the same to whoever has a network). A newer one is entered here and in the workflows."""

DARF_SCHREIBEN = {
    ("github.yml", "sarif"): {"security-events"},
    ("github-kommentar.yml", "kommentar"): {"pull-requests"},
    ("github-fristen.yml", "issue"): {"issues"},
}


def check_schema(schema: str, *dateien: Path) -> subprocess.CompletedProcess[str]:
    """Against the public schemas of SchemaStore, which check-jsonschema brings along."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *map(str, dateien)]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def run_zizmor(ordner: Path) -> subprocess.CompletedProcess[str]:
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona", "regular", str(ordner)]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def lay_out(ordner: Path, *dateien: Path) -> Path:
    """As they lie in a repository: zizmor takes other places for something else."""
    target = ordner / ".github" / "workflows"
    target.mkdir(parents=True)
    for datei in dateien:
        (target / datei.name).write_bytes(datei.read_bytes())
    return ordner


def list_jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(name, job, value) for name in GITHUB for job, value in read_ablauf(name)["jobs"].items()]


def test_die_ablaeufe_fuer_github_entsprechen_dem_oeffentlichen_schema(tmp_path: Path) -> None:
    falsch = tmp_path / "falsch.yml"
    falsch.write_text("on: push\njobs: {a: {runs-on: x, steps: [{uses: 1}]}}\n", "utf-8")

    assert check_schema("github-workflows", *ALLE).returncode == 0
    assert check_schema("github-workflows", falsch).returncode == 1


def test_der_ablauf_fuer_gitlab_entspricht_dem_oeffentlichen_schema(tmp_path: Path) -> None:
    falsch = tmp_path / "falsch.yml"
    falsch.write_text("auftrag: {script: [a], artifacts: {reports: {codequality: 1}}}\n", "utf-8")

    assert check_schema("gitlab-ci", ABLAEUFE / "gitlab.yml").returncode == 0
    assert check_schema("gitlab-ci", falsch).returncode == 1


def test_zizmor_hat_nichts_einzuwenden_und_haette_es_sonst(tmp_path: Path) -> None:
    gut = run_zizmor(lay_out(tmp_path / "gut", *ALLE))
    boese = tmp_path / "boese.yml"
    skript = "echo ${{ github.event.pull_request.title }}"
    boese.write_text(f"on: pull_request_target\njobs: {{a: {{runs-on: x, steps: [{{run: '{skript}'}}]}}}}\n", "utf-8")

    assert gut.returncode == 0, gut.stdout + gut.stderr
    assert "No findings to report" in gut.stdout
    assert run_zizmor(lay_out(tmp_path / "schlecht", boese)).returncode > 10


def test_nur_eine_einwendung_ist_ausgenommen_und_sagt_warum() -> None:
    ausgenommen = [line for datei in ALLE for line in datei.read_text("utf-8").splitlines() if "zizmor: ignore" in line]

    assert [line.strip().partition("] ")[2] for line in ausgenommen] == [
        "nichts aus dem Antrag wird ausgecheckt oder ausgeführt"
    ]


def test_jede_aktion_ist_auf_einen_commit_festgelegt_ueberall_auf_denselben() -> None:
    benutzt = {use for datei in ALLE for use in re.findall(r"uses: (.+)", datei.read_text("utf-8"))}

    assert benutzt == {f"{name}@{pin}" for name, pin in FESTGELEGT.items()}


def test_kein_ablauf_kennt_ein_geheimnis_oder_laeuft_mit_rechten_fuer_einen_antrag() -> None:
    for datei in ALLE:
        text = datei.read_text("utf-8")
        assert "secrets." not in text
        assert "pull_request_target" not in text


def test_ohne_ausdruecklichen_grund_darf_kein_auftrag_etwas() -> None:
    assert [read_ablauf(name)["permissions"] for name in GITHUB] == [{}, {}, {}]
    schreibend = {
        (name, job): {right for right, value in inhalt["permissions"].items() if value == "write"}
        for name, job, inhalt in list_jobs()
    }
    assert {job: rights for job, rights in schreibend.items() if rights} == DARF_SCHREIBEN


@pytest.mark.parametrize(("name", "job"), DARF_SCHREIBEN)
def test_wer_schreiben_darf_checkt_nichts_aus_und_installiert_nichts(name: str, job: str) -> None:
    steps = read_ablauf(name)["jobs"][job]["steps"]
    text = str(steps)

    assert "actions/checkout" not in text
    assert not re.search(r"\b(pip|python|netzint [a-z]|git (fetch|checkout))\b", text.replace("`netzint vergleich", ""))


def test_kein_skript_enthaelt_einen_ausdruck_und_kein_checkout_behaelt_das_token() -> None:
    steps = [step for _, _, inhalt in list_jobs() for step in inhalt["steps"]]

    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []
    checkouts = [step["with"] for step in steps if "actions/checkout" in step.get("uses", "")]
    assert [value["persist-credentials"] for value in checkouts] == [False, False, False]


def test_der_antrag_wird_nie_ausgecheckt() -> None:
    checkout = read_ablauf("github.yml")["jobs"]["antrag"]["steps"][0]
    gitlab = read_ablauf("gitlab.yml")[".netzint"]["variables"]

    assert checkout["with"]["ref"] == "${{ github.event.merge_group.base_ref || github.base_ref }}"
    assert (gitlab["GIT_CHECKOUT"], gitlab["GIT_DEPTH"]) == ("false", "0")


def test_der_kommentar_folgt_auf_den_ablauf_der_so_heisst() -> None:
    ausloeser = read_ablauf("github-kommentar.yml")[True]

    assert ausloeser == {"workflow_run": {"workflows": [read_ablauf("github.yml")["name"]], "types": ["completed"]}}


def test_gitlab_und_github_setzen_den_stand_auf_dieselbe_weise_zusammen() -> None:
    github = str(read_ablauf("github.yml")["jobs"]["antrag"]["steps"])
    gitlab = str(read_ablauf("gitlab.yml")[".netzint"]["before_script"])
    zeile = re.search(r"baum=.*?mktree -z\)", gitlab)

    assert zeile
    assert zeile[0].replace('"$2"', '"$ANTRAG"') in github


def test_was_gitlab_sonst_noch_tut_stoert_keine_datei_die_es_einbindet() -> None:
    assert {name.removeprefix(".").partition("-")[0] for name in read_ablauf("gitlab.yml")} == {"netzint"}


def test_alle_auftraege_haben_eine_grenze_der_zeit() -> None:
    assert all(inhalt["timeout-minutes"] <= 10 for _, _, inhalt in list_jobs())
    assert read_ablauf("gitlab.yml")[".netzint"]["timeout"] == "10 minutes"
