"""The scripts of the file for GitLab, with recorders in place of ``pip`` and ``curl``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.buero import git, replace
from tests.mitgeliefert.laeufer import Ergebnis, make_antrag, make_klon, put_programm, read_ablauf, run_bash

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="die Läufer von GitHub und GitLab sind Linux")

API = "https://gitlab.example/api/v4"
GEHEIM = "glpat-erfunden"
MARKE = "<!-- netzint-vergleich -->"
PYTHON = """
if [ "$1 $2" = "-m pip" ]; then printf '%s\\n' "$*" >> "$OBEN/pip"; else exec REAL "$@"; fi
""".replace("REAL", sys.executable)
CURL = """
printf '%s\\n' "$*" >> "$OBEN/gerufen"
for angabe in "$@"; do
  case $angabe in
    @*) cat "${angabe#@}" >> "$OBEN/kopfzeilen" ;;
    body@*) cp "${angabe#body@}" "$OBEN/text" ;;
    https://*) adresse=${angabe#https://gitlab.example/api/v4/}; adresse=${adresse%%\\?*} ;;
  esac
done
cat "$OBEN/antworten/${adresse//\\//_}"
"""


@pytest.fixture
def klon(forge: Path, tmp_path: Path) -> Path:
    """As the runner leaves it with GIT_CHECKOUT=false: all branches fetched, nothing of the request checked out."""
    klon = make_klon(forge, tmp_path)
    put_programm(klon, "python", PYTHON)
    return klon


def run(klon: Path, job: str, **mehr: str) -> Ergebnis:
    """A job as GitLab's runner runs it: both parts in one shell."""
    lines = [*read_ablauf("gitlab.yml")[".netzint"]["before_script"], *read_ablauf("gitlab.yml")[job]["script"]]
    umgebung = {
        "OBEN": str(klon.parent),
        "NETZINT_QUELLE": "git+https://x",
        "CI_API_V4_URL": API,
        "CI_PROJECT_ID": "3",
        "CI_COMMIT_BRANCH": "main",
        "CI_COMMIT_SHA": git(klon, "rev-parse", "main"),
        "CI_PIPELINE_CREATED_AT": "2026-11-22T10:00:00Z",
    }
    return run_bash("\n".join(lines), klon, **umgebung | mehr)


def request(klon: Path, sitz_doppelt: bool = False) -> dict[str, str]:  # noqa: FBT001, FBT002 (says no more than its name)
    """A merge request whose branch the runner has fetched; main is ahead of it. What GitLab says about it."""

    def aendern(ordner: Path) -> None:
        replace(ordner, "daten/ziele/ziel-teilhabe.yaml", "titel: ", "titel: Auch künftig ")
        (ordner / "vorlagen" / "einladung.md.j2").write_text("{{ kaputt", "utf-8")
        if sitz_doppelt:
            replace(ordner, "daten/mitglieder/kommunen-stadt-3.yaml", "rolle: stellvertretend", "rolle: ordentlich")

    make_antrag(klon, aendern)
    herkunft = klon.parent / "herkunft"
    replace(herkunft, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Inzwischen ")
    git(herkunft, "commit", "-q", "-a", "-m", "inzwischen")
    git(klon, "fetch", "-q")
    return {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_COMMIT_SHA": git(klon, "rev-parse", "refs/remotes/origin/antrag"),
        "CI_COMMIT_BRANCH": "",
    }


def test_ein_guter_antrag_besteht_auch_mit_dem_neueren_zielzweig_zusammen(klon: Path) -> None:
    done = run(klon, "netzint-antrag", **request(klon))

    assert done.ausgang == 0, done.aus + done.fehler
    assert (klon.parent / "pip").read_text("utf-8") == "-m pip install --quiet git+https://x\n"
    assert "Außerhalb von daten/ geändert und hier nicht ausprobiert: vorlagen" in done.aus
    verglichen = (klon / "netzint-vergleich.md").read_text("utf-8")
    assert "Auch künftig" in verglichen
    assert "Inzwischen" not in verglichen
    assert isinstance(json.loads((klon / "netzint-codequality.json").read_text("utf-8")), list)
    assert "<testsuites" in (klon / "netzint-junit.xml").read_text("utf-8")
    assert git(klon, "status", "--porcelain", "--untracked-files=no") == ""


def test_ein_antrag_der_einen_sitz_doppelt_besetzt_faellt_durch(klon: Path) -> None:
    done = run(klon, "netzint-antrag", **request(klon, sitz_doppelt=True))
    gemeldet = json.loads((klon / "netzint-codequality.json").read_text("utf-8"))

    assert done.ausgang == 1
    assert "daten/mitglieder/kommunen-stadt-3.yaml" in {befund["location"]["path"] for befund in gemeldet}
    assert "Q102" in done.aus


def test_fristen_gibt_es_als_text_und_als_kalender(klon: Path) -> None:
    done = run(klon, "netzint-fristen")

    assert done.ausgang == 0, done.fehler
    assert (klon / "netzint-fristen.txt").read_text("utf-8") in done.aus
    assert (klon / "netzint-fristen.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def answer(klon: Path, pfad: str, value: object) -> None:
    target = klon.parent / "antworten" / pfad.replace("/", "_")
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(value), "utf-8")


def test_kommentiert_wird_von_der_geschuetzten_seite_und_nur_was_zu_diesem_projekt_gehoert(klon: Path) -> None:
    sha = request(klon)["CI_COMMIT_SHA"]
    git(klon, "switch", "-q", "--detach", "origin/main")
    gut = {"iid": 7, "sha": sha, "source_project_id": 3, "target_project_id": 3, "target_branch": "main"}
    hier = "projects/3/merge_requests"
    answer(klon, "user", {"id": 42})
    answer(klon, hier, [gut, {**gut, "iid": 8, "source_project_id": 4}, {**gut, "iid": 9, "sha": "f" * 40}])
    fremd = {"id": 1, "author": {"id": 5}, "body": MARKE}
    answer(klon, f"{hier}/7/notes", [fremd, {"id": 2, "author": {"id": 42}, "body": f"{MARKE}\nfrüher"}])
    answer(klon, f"{hier}/7/notes/2", {})
    put_programm(klon, "curl", CURL)
    done = run(klon, "netzint-kommentare", CI_COMMIT_SHA=git(klon, "rev-parse", "HEAD"), NETZINT_TOKEN=GEHEIM)

    assert done.ausgang == 0, done.fehler
    text = (klon.parent / "text").read_text("utf-8")
    assert text.startswith(f"{MARKE}\n**Prüfung: bestanden** (Stand {sha[:10]})\n")
    assert "Auch künftig" in text
    gerufen = (klon.parent / "gerufen").read_text("utf-8")
    assert GEHEIM not in gerufen
    assert [line.partition("--request ")[2] for line in gerufen.splitlines() if "--request" in line] == [
        f"PUT --data-urlencode body@kommentar.md {API}/{hier}/7/notes/2"
    ]
    assert set((klon.parent / "kopfzeilen").read_text("utf-8").splitlines()) == {f"PRIVATE-TOKEN: {GEHEIM}"}


def test_ein_riesiger_vergleich_wird_gekuerzt_auch_mitten_in_einem_buchstaben(klon: Path) -> None:
    sha = request(klon)["CI_COMMIT_SHA"]
    antrag = {"iid": 7, "sha": sha, "source_project_id": 3, "target_project_id": 3, "target_branch": "main"}
    answer(klon, "user", {"id": 42})
    answer(klon, "projects/3/merge_requests", [antrag])
    answer(klon, "projects/3/merge_requests/7/notes", [])
    put_programm(klon, "curl", CURL)
    put_programm(klon, "netzint", "printf x; printf 'ä%.0s' {1..90000}\n")
    done = run(klon, "netzint-kommentare", CI_COMMIT_SHA=git(klon, "rev-parse", "origin/main"), NETZINT_TOKEN=GEHEIM)

    assert done.ausgang == 0, done.fehler
    text = (klon.parent / "text").read_bytes()
    assert len(text) < 61_000
    assert text.decode("utf-8").endswith("ää\n\n… gekürzt\n")


def test_das_token_gibt_es_nur_auf_der_geschuetzten_seite() -> None:
    regeln = {name: job["rules"][0]["if"] for name, job in read_ablauf("gitlab.yml").items() if "rules" in job}
    mit_token = [
        name for name, job in read_ablauf("gitlab.yml").items() if "NETZINT_TOKEN" in str(job.get("script", ""))
    ]

    assert mit_token == ["netzint-kommentare"]
    assert regeln["netzint-kommentare"].endswith('$CI_COMMIT_REF_PROTECTED == "true"')
    assert regeln["netzint-antrag"] == '$CI_PIPELINE_SOURCE == "merge_request_event"'
