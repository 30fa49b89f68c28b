"""The privileged steps, with a recorder in place of ``gh``: what they write where, and what they take for data only."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.mitgeliefert.laeufer import NUMMER, Ergebnis, find_schritt, put_programm, run_schritt

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="die Läufer von GitHub und GitLab sind Linux"),
    pytest.mark.skipif(
        not os.environ.get("CI") and not (shutil.which("jq") and shutil.which("unzip")),
        reason="jq oder unzip fehlt; auf den Läufern von GitHub sind sie da",
    ),
]

HIER = "repos/amt/netz"
KOPF, ZIEL, VORFAHR = "a" * 40, "b" * 40, "c" * 40
MARKE = "<!-- netzint-vergleich -->"
KOMMENTARE = f"{HIER}/issues/{NUMMER}/comments"
GH = """
printf '%s\\n' "$*" >> "$OBEN/gerufen"
for angabe in "$@"; do
  case $angabe in
    body=@*) cp "${angabe#body=@}" "$OBEN/text" ;;
    repos/*) pfad=${angabe%%\\?*}; antwort="$OBEN/antworten/${pfad//\\//_}" ;;
  esac
done
cat "$antwort"
"""


class Schmiede:
    """GitHub's answers as files, and what it was asked."""

    def __init__(self, oben: Path) -> None:
        self.oben, self.ordner = oben, oben / "leer"
        self.ordner.mkdir()
        (oben / "antworten").mkdir()
        put_programm(self.ordner, "gh", GH)
        self.answer(f"{HIER}/pulls", [{"number": NUMMER, "head": {"sha": KOPF}, "base": {"sha": ZIEL}}])
        self.answer(f"{HIER}/compare/{ZIEL}...{KOPF}", {"merge_base_commit": {"sha": VORFAHR}})
        self.tree(VORFAHR, daten="1", vorlagen="1")
        self.tree(KOPF, daten="2", vorlagen="1")
        self.answer(KOMMENTARE, [])
        self.answer(f"{HIER}/issues/comments/5", {})
        self.lay_down(b"**Sitz** Stadt: besetzt\n")

    def answer(self, pfad: str, value: object) -> None:
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        (self.oben / "antworten" / pfad.replace("/", "_")).write_bytes(data)

    def tree(self, commit: str, **inhalt: str) -> None:
        names = {name.replace("punkt_", "."): oid for name, oid in inhalt.items()}
        entries = [{"path": path, "mode": "040000", "sha": oid} for path, oid in names.items()]
        self.answer(f"{HIER}/git/trees/{commit}", {"tree": entries, "truncated": False})

    def lay_down(self, text: bytes, *, size: int = 1000, name: str = f"netzint-vergleich-{NUMMER}") -> None:
        """The artifact of the run."""
        with zipfile.ZipFile(self.oben / "ablage.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("vergleich.md", text)
        artefakt = {"id": 3, "name": name, "expired": False, "size_in_bytes": size}
        self.answer(f"{HIER}/actions/runs/9/artifacts", {"artifacts": [artefakt]})
        self.answer(f"{HIER}/actions/artifacts/3/zip", (self.oben / "ablage.zip").read_bytes())

    def comment(self, **kontext: str) -> Ergebnis:
        event = {
            "github.token": "x",
            "github.event.workflow_run.id": "9",
            "github.event.workflow_run.html_url": "https://github.example/lauf/9",
            "github.event.workflow_run.conclusion": "success",
            "github.event.workflow_run.head_sha": KOPF,
            "github.event.workflow_run.head_repository.owner.login": "jemand",
            "github.event.workflow_run.head_branch": "antrag",
        }
        schritt = find_schritt("github-kommentar.yml", "kommentar", "Kommentar schreiben oder erneuern")
        return run_schritt(schritt, self.ordner, event | kontext, OBEN=str(self.oben))

    @property
    def geschrieben(self) -> list[str]:
        """What was asked for other than to read."""
        lines = (self.oben / "gerufen").read_text("utf-8").splitlines()
        return [line for line in lines if "--method" in line and "--method GET" not in line]

    @property
    def text(self) -> str:
        return (self.oben / "text").read_text("utf-8")


@pytest.fixture
def schmiede(tmp_path: Path) -> Schmiede:
    return Schmiede(tmp_path)


def bemerkung(nummer: int, wer: str, text: str = MARKE) -> dict[str, Any]:
    return {"id": nummer, "user": {"login": wer}, "body": f"{text}\nfrüher"}


def test_der_erste_kommentar_zeigt_ergebnis_und_vergleich(schmiede: Schmiede) -> None:
    done = schmiede.comment()

    assert done.ausgang == 0, done.fehler
    assert schmiede.geschrieben == [f"api --method POST {KOMMENTARE} -F body=@kommentar.md"]
    assert schmiede.text.splitlines() == [
        MARKE,
        "**Prüfung: bestanden** ([zum Lauf](https://github.example/lauf/9))",
        "",
        "**Sitz** Stadt: besetzt",
    ]


def test_ein_spaeterer_lauf_erneuert_den_eigenen_kommentar_und_nie_einen_fremden(schmiede: Schmiede) -> None:
    schmiede.answer(KOMMENTARE, [bemerkung(4, "jemand"), bemerkung(5, "github-actions[bot]")])
    schmiede.comment(**{"github.event.workflow_run.conclusion": "failure"})

    assert schmiede.geschrieben == [f"api --method PATCH {HIER}/issues/comments/5 -F body=@kommentar.md"]
    assert "**Prüfung: nicht bestanden**" in schmiede.text


def test_ein_ueberholter_stand_bekommt_keinen_kommentar(schmiede: Schmiede) -> None:
    schmiede.answer(f"{HIER}/pulls", [{"number": NUMMER, "head": {"sha": "d" * 40}, "base": {"sha": ZIEL}}])

    assert schmiede.comment().ausgang == 0
    assert schmiede.geschrieben == []


def test_zu_welchem_antrag_ein_text_gehoert_sagt_nicht_der_text(schmiede: Schmiede) -> None:
    schmiede.lay_down(b"gemeint ist ein anderer", name="netzint-vergleich-8")
    schmiede.comment()

    assert schmiede.geschrieben == [f"api --method POST {KOMMENTARE} -F body=@kommentar.md"]
    assert "gemeint" not in schmiede.text
    assert "Einen Vergleich gibt es hier nicht" in schmiede.text


def test_wer_die_pruefung_selbst_aendert_bekommt_keinen_vergleich_gezeigt(schmiede: Schmiede) -> None:
    schmiede.tree(VORFAHR, daten="1", vorlagen="1", punkt_github="1")
    schmiede.tree(KOPF, daten="2", vorlagen="2", punkt_github="2")
    schmiede.comment()

    assert "Außerhalb von `daten/` geändert und nicht mitgeprüft: `.github` `vorlagen`" in schmiede.text
    assert "ändert die Prüfung selbst" in schmiede.text
    assert "**Sitz**" not in schmiede.text


def test_ein_name_aus_dem_antrag_schreibt_nichts_in_den_kommentar(schmiede: Schmiede) -> None:
    schmiede.tree(KOPF, **{"daten": "2", "vorlagen": "1", "a`\n@alle [x](y)": "1"})
    schmiede.comment()

    assert "`a???alle??x??y?`" in schmiede.text


@pytest.mark.parametrize("antwort", [{"tree": [], "truncated": True}, {"message": "Not Found"}])
def test_was_sich_nicht_ganz_ansehen_laesst_bleibt_ohne_kommentar(schmiede: Schmiede, antwort: object) -> None:
    schmiede.answer(f"{HIER}/git/trees/{KOPF}", antwort)

    assert schmiede.comment().ausgang != 0
    assert schmiede.geschrieben == []


def test_ein_riesiger_text_wird_gekuerzt_und_ein_riesiges_paket_gar_nicht_geholt(schmiede: Schmiede) -> None:
    schmiede.lay_down(b"x" + "ä".encode() * 200_000)  # cut in the middle of a letter
    assert schmiede.comment().ausgang == 0
    assert len(schmiede.text.encode()) < 61_000
    assert "gekürzt; der ganze Vergleich steht [beim Lauf]" in schmiede.text

    schmiede.lay_down(b"x", size=2_000_000)
    schmiede.comment()
    assert "Einen Vergleich gibt es hier nicht" in schmiede.text


def test_ein_kaputtes_paket_und_steuerzeichen_schaden_nicht(schmiede: Schmiede) -> None:
    schmiede.lay_down(b"gut\x1b[31m\x00 \xff\xfe\x07schlecht\n")
    schmiede.comment()
    assert "gut[31m schlecht" in schmiede.text

    schmiede.answer(f"{HIER}/actions/artifacts/3/zip", b"kein Archiv")
    assert schmiede.comment().ausgang == 0


def test_die_fristen_stehen_in_einem_einzigen_issue(schmiede: Schmiede) -> None:
    schritt = find_schritt("github-fristen.yml", "issue", "Issue schreiben oder erneuern")
    kontext = {"github.token": "x", "needs.fristen.outputs.fristen": "ICAgIDEuIERlemVtYmVyCg=="}
    schmiede.answer(f"{HIER}/issues", [{"number": 4, "body": None}])
    run_schritt(schritt, schmiede.ordner, kontext, OBEN=str(schmiede.oben))
    schmiede.answer(f"{HIER}/issues", [{"number": 4, "body": None}, {"number": 5, "body": schmiede.text}])
    schmiede.answer(f"{HIER}/issues/5", {})
    schmiede.answer(f"{HIER}/issues/5/comments", {})
    run_schritt(schritt, schmiede.ordner, kontext, OBEN=str(schmiede.oben))

    assert schmiede.text == "<!-- netzint-fristen -->\n\n    1. Dezember\n"
    assert [line.split()[2:4] for line in schmiede.geschrieben] == [
        ["POST", f"{HIER}/issues"],
        ["PATCH", f"{HIER}/issues/5"],
        ["POST", f"{HIER}/issues/5/comments"],
    ]
