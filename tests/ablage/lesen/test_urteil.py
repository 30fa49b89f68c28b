"""After each change only some rules are asked again; the answer is the one that a run without memory gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from netzint.ablage.cache.angaben import Gedaechtnis
from netzint.ablage.cache.ordner import Cacheordner, open_cache
from netzint.ablage.lesen.bestand import read_bestand
from netzint.ablage.lesen.urteil import judge_gelesenes
from netzint.regeln.alle import ALLE
from netzint.regeln.register import Regel, judge
from tests import beispiel
from tests.ablage.lesen.haus import commit, init, pruefe, write
from tests.bau import STICHTAG
from tests.regeln.test_mutationen import MUTATIONEN

pytestmark = pytest.mark.no_cover

AUSNAHME = """\
regel: {code}
beschluss: sg-2026-01/genehmigung
bis: 2026-12-31
grund: |
  Zur Probe.
"""


@pytest.fixture
def wurzel(tmp_path: Path) -> Path:
    """The shipped example as a repository without a commit."""
    root = tmp_path / "repo"
    lay(root, {}, beispiel.load())
    init(root)
    return root


def lay(wurzel: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write what is different below daten/."""
    for name in before.keys() - after.keys():
        (wurzel / "daten" / name).unlink()
    for name, text in after.items():
        if before.get(name) != text:
            write(wurzel, f"daten/{name}", text.encode())


@pytest.fixture
def gefragt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the rules that are asked."""
    asked: list[str] = []
    real = Regel.verstoesse

    def note(rule: Regel, *args: object) -> object:
        asked.append(rule.code)
        return real(rule, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Regel, "verstoesse", note)
    return asked


@pytest.mark.parametrize("seed", range(2))
def test_nach_vielen_aenderungen_ist_die_antwort_dieselbe(wurzel: Path, seed: int) -> None:
    zufall = Random(seed)
    now, tag = beispiel.load(), STICHTAG
    for code in zufall.sample(sorted(MUTATIONEN), 40):
        before, now = now, MUTATIONEN[code].apply(beispiel.load())
        if zufall.random() < 0.3:
            now["ausnahmen/ausnahme-probe.yaml"] = AUSNAHME.format(code=code)
        if zufall.random() < 0.3:
            now = {name: f"# Nr. {code}\n{text}" for name, text in now.items()}
        if zufall.random() < 0.2:
            now["stellen/unlesbar.yaml"] = "name: [\n"
        tag = STICHTAG + timedelta(days=zufall.choice((0, 0, 0, 1, 60)))
        lay(wurzel, before, now)

        assert pruefe(wurzel, stichtag=tag)[:4] == pruefe(wurzel, cache=False, stichtag=tag)[:4], code
        if zufall.random() < 0.2:
            stand = commit(wurzel)
            lay(wurzel, now, beispiel.load())
            pruefe(wurzel)

            fresh = pruefe(wurzel, stand, cache=False, stichtag=tag)
            assert pruefe(wurzel, stand, stichtag=tag).befunde == fresh.befunde
            lay(wurzel, beispiel.load(), now)


@pytest.mark.parametrize("damaged", ["urteile", "angaben-sitzung", "angaben-mitglied", "neulich"])
def test_was_fehlt_oder_beschaedigt_ist_wird_neu_ermittelt(wurzel: Path, damaged: str) -> None:
    now = beispiel.load()
    for nr, code in enumerate(("S301", "Q103", "E103", "B102")):
        pruefe(wurzel)
        before, now = now, MUTATIONEN[code].apply(beispiel.load())
        lay(wurzel, before, now)
        path = wurzel / ".git/netzint/cache" / damaged
        path.write_bytes(path.read_bytes()[:-1] if nr % 2 and path.exists() else b"")

        assert pruefe(wurzel)[:4] == pruefe(wurzel, cache=False)[:4]


def test_wer_nichts_davon_liest_wird_nicht_gefragt(wurzel: Path, gefragt: list[str]) -> None:
    pruefe(wurzel)
    gefragt.clear()
    pfad = next(name for name in beispiel.load() if name.startswith("veranstaltungen/"))
    lay(wurzel, {}, {pfad: beispiel.load()[pfad].replace("titel:", "titel: Neue")})
    pruefe(wurzel)

    assert "S501" in gefragt
    assert len(set(gefragt)) < 15


def test_nach_einer_aenderung_von_kommentaren_wird_niemand_gefragt(wurzel: Path, gefragt: list[str]) -> None:
    pruefe(wurzel)
    gefragt.clear()
    lay(wurzel, {}, {name: f"# durchgesehen\n{text}" for name, text in beispiel.load().items()})
    zeilen = {b.zeile for b in pruefe(wurzel).befunde}

    assert gefragt == []
    assert zeilen == {b.zeile for b in pruefe(wurzel, cache=False).befunde}


def test_ein_commit_mit_bekanntem_inhalt_wird_nicht_noch_einmal_beurteilt(wurzel: Path, gefragt: list[str]) -> None:
    pruefe(wurzel)
    stand = commit(wurzel)
    gefragt.clear()

    assert pruefe(wurzel, stand).befunde == pruefe(wurzel).befunde
    assert gefragt == []


def test_was_darueber_gelegt_ist_wird_richtig_beurteilt_und_nicht_gemerkt(wurzel: Path) -> None:
    stand = commit(wurzel)
    pruefe(wurzel)
    kept = remembered(wurzel)
    for code in ("S301", "Q103", "E103", "B102", "K101"):
        changed = MUTATIONEN[code].apply(beispiel.load())
        overlay: dict[str, bytes | None] = {f"daten/{n}": None for n in beispiel.load().keys() - changed.keys()}
        overlay |= {f"daten/{n}": t.encode() for n, t in changed.items() if t != beispiel.load().get(n)}
        after = read_bestand(wurzel, stand).laid_over(overlay)

        assert set(judge_gelesenes(after, STICHTAG)) == set(judge(after.bestand, STICHTAG, ALLE))
        assert remembered(wurzel) == kept


def remembered(wurzel: Path) -> object:
    store = open_cache(wurzel)
    assert isinstance(store, Cacheordner)
    return Gedaechtnis(store).erinnerung


def test_aus_einer_unlesbaren_netzwerkdatei_gilt_weiter_ab_wann_alles_erfasst_ist(wurzel: Path) -> None:
    good = (wurzel / "daten/netzwerk.yaml").read_text(encoding="utf-8")
    bad = good.replace("beispieldaten:", "beispielsdaten:")
    lay(wurzel, beispiel.load(), MUTATIONEN["B102"].apply(beispiel.load()))
    answers = {}
    for name, text in {
        "gut": good,
        "schlecht": bad,
        "später": bad.replace("erfasst_ab: 2025", "erfasst_ab: 2027"),
        "wieder": bad + 'name: "offen\n',
        "zweimal": bad + "erfasst_ab: 2024-01-01\n",
        "unmöglich": bad.replace("erfasst_ab: 2025-01-01", "erfasst_ab: 2025-02-30"),
    }.items():
        write(wurzel, "daten/netzwerk.yaml", text.encode())
        cached = pruefe(wurzel)

        assert cached[:4] == pruefe(wurzel, cache=False)[:4], name
        answers[name] = any(b.code == "B102" for b in cached.befunde)

    heard = ["gut", "schlecht", "wieder"]
    assert [name for name, found in answers.items() if found] == heard


@pytest.mark.parametrize(
    ("datei", "ungeprueft"),
    [("netzwerk.yaml", "was vor der Gründung datiert ist"), ("geschaeftsordnung.yaml", "was sie regelt")],
)
def test_der_befund_sagt_was_bis_dahin_nicht_geprueft_wird(wurzel: Path, datei: str, ungeprueft: str) -> None:
    write(wurzel, f"daten/{datei}", beispiel.load()[datei].encode() + b"unbekannt: 1\n")

    (befund,) = [b for b in pruefe(wurzel).befunde if b.pfad == f"daten/{datei}"]
    assert befund.code == "F101"
    assert f"Bis dahin ungeprüft: {ungeprueft}" in befund.hinweis
