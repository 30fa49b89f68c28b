"""SARIF, JUnit and Code Quality: what other programs read, held to their public schemas."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from lxml import etree

from netzint.cli.befunde_gegen import Gegen
from netzint.cli.befunde_maschinen import build_codequality, build_junit, build_sarif, fingerprints
from netzint.cli.zeichen import is_harmlos
from netzint.modell.befund import Befund, Schwere
from netzint.modell.fehler import Ausgang
from tests.buero import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Erwartet = Callable[[str, str], None]

SCHEMAS = Path(__file__).parent / "schemas"
ZIEL = "daten/ziele/ziel-zugang.yaml"
STUFEN = {"info", "minor", "major", "critical", "blocker"}
BOESE = st.text(
    alphabet=st.one_of(st.sampled_from("\x00\x1b\u202e\ufffe\ud800<>&\"']:#[\n\r\t“ß👍"), st.characters()), max_size=25
)
BEFUNDE = st.lists(
    st.builds(
        Befund,
        code=st.sampled_from(("F101", "Q102", "N101")),
        schwere=st.sampled_from(list(Schwere)),
        text=BOESE,
        hinweis=BOESE,
        pfad=st.sampled_from(("", ZIEL, "daten/ziele/ä b.yaml")),
        zeile=st.integers(0, 3),
        spalte=st.integers(0, 3),
        kennung=st.sampled_from(("", "ziel-zugang")),
        schluessel=st.tuples(BOESE),
    ),
    max_size=5,
)


@pytest.fixture(autouse=True)
def ohne_vorlagen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying out the templates takes longer than all the rest, and says nothing about two states or forms."""
    monkeypatch.setattr("netzint.cli.pruefen.check_vorlagen", lambda _vorlagen: ())


@cache
def sarif_schema() -> Draft4Validator:
    return Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def read_sarif(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert list(sarif_schema().iter_errors(log)) == []
    run: dict[str, Any] = log["runs"][0]
    return run


def read_junit(text: str) -> Any:
    baum = etree.fromstring(text.encode())
    junit_schema().assertValid(baum)
    return baum.find("testsuite")


def beispiel(nr: int, schwere: Schwere = Schwere.FEHLER) -> Befund:
    return Befund("Q102", schwere, f"Text {nr}", "Hinweis", ZIEL, nr, 1, "ziel-zugang", ("titel",), (str(nr),))


def test_sarif_traegt_regeln_mit_hilfe_und_stellen(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "sarif")
    run = read_sarif(lauf.aus)

    assert lauf.ausgang == Ausgang.BEFUNDE
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    wrong = next(r for r in run["results"] if r["ruleId"] == "F101")
    place = wrong["locations"][0]["physicalLocation"]
    assert (wrong["level"], place["artifactLocation"]["uri"], place["region"]) == (
        "error", ZIEL, {"startLine": 2, "startColumn": 1},
    )  # fmt: skip
    assert "baselineState" not in wrong
    erwartet("cli/pruefen.sarif", lauf.aus.replace(run["tool"]["driver"]["version"], "VERSION"))


def test_sarif_sagt_gegen_eine_basis_was_neu_ist(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    run = read_sarif(rufe("pruefen", "--format", "sarif", "--gegen", "HEAD").aus)
    states = {r["ruleId"]: r["baselineState"] for r in run["results"]}

    assert states["F101"] == "new"
    assert set(states.values()) == {"new", "unchanged"}


def test_fingerabdruecke_ueberstehen_das_verschieben_von_zeilen(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    for form in ("sarif", "codequality"):
        before = rufe("pruefen", "--format", form).aus
        replace(buero, ZIEL, "# ", "# \n# \n# ")
        after = rufe("pruefen", "--format", form).aus
        assert before != after
        assert marks(form, before) == marks(form, after)


def marks(form: str, text: str) -> list[str]:
    if form == "codequality":
        return sorted(row["fingerprint"] for row in json.loads(text))
    return sorted(r["partialFingerprints"]["netzint/v1"] for r in read_sarif(text)["results"])


def test_kein_fingerabdruck_steht_fuer_zwei_befunde() -> None:
    same = beispiel(1)

    assert len(set(fingerprints([same, same, same._replace(zeile=9)]))) == 3
    assert fingerprints([same]) == fingerprints([same._replace(zeile=9, text="anders gesagt")])


def test_junit_zaehlt_fehler_und_mit_streng_auch_warnungen(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "junit")
    suite = read_junit(lauf.aus)

    assert int(suite.get("tests")) == len(suite.findall("testcase"))
    failures = len(suite.findall("testcase/failure"))
    assert int(suite.get("failures")) == failures > 0
    streng = read_junit(rufe("pruefen", "--format", "junit", "--streng").aus)
    assert int(streng.get("failures")) > failures
    erwartet("cli/pruefen_junit.xml", lauf.aus)


def test_junit_ohne_befunde_hat_einen_bestandenen_test() -> None:
    suite = read_junit(build_junit([]))

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_junit_uebergeht_was_schon_vorher_war() -> None:
    gegen = Gegen("main", "a" * 40, (False, True), ((), ()))
    suite = read_junit(build_junit([beispiel(1), beispiel(2)], gegen))

    assert (suite.get("failures"), suite.get("skipped")) == ("1", "1")
    assert suite.find("testcase/skipped").get("message").startswith("schon in aaaaaaaaaaaa: ")


def test_code_quality_hat_was_gitlab_verlangt(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "codequality")
    rows = json.loads(lauf.aus)

    assert isinstance(rows, list)
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in STUFEN
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith(("/", "./"))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert next(r["severity"] for r in rows if r["check_name"] == "F101") == "critical"
    erwartet("cli/pruefen_codequality.json", lauf.aus)


def test_code_quality_kennzeichnet_was_schon_vorher_war() -> None:
    gegen = Gegen("main", "a" * 40, (False, True), ((), ()))
    rows = json.loads(build_codequality([beispiel(1), beispiel(2)], gegen))

    assert [row["description"].startswith("(schon vorher) ") for row in rows] == [True, False]


def test_befunde_ohne_datei_haben_ueberall_einen_ort() -> None:
    befund = Befund("Q103", Schwere.WARNUNG, "Ein Sitz ist frei")

    assert json.loads(build_codequality([befund]))[0]["location"]["path"] == "daten/netzwerk.yaml"
    location = read_sarif(build_sarif([befund]))["results"][0]["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": "daten/netzwerk.yaml", "uriBaseId": "%SRCROOT%"}}


@settings(max_examples=40, deadline=None)
@given(BEFUNDE, st.booleans())
def test_kein_text_bricht_aus_seiner_form_aus(befunde: list[Befund], mit_basis: bool) -> None:  # noqa: FBT001
    gegen = Gegen("main", "a" * 40, tuple(nr % 2 == 0 for nr in range(len(befunde))), ((),) * len(befunde))
    beside = gegen if mit_basis else None
    texts = (build_sarif(befunde, beside), build_codequality(befunde, beside), build_junit(befunde, beside))

    assert len(read_sarif(texts[0])["results"]) == len(json.loads(texts[1])) == len(befunde)
    assert len(read_junit(texts[2]).findall("testcase")) == max(1, len(befunde))
    for text in texts:
        assert "##[" not in text
        assert all(is_harmlos(sign) for sign in text.replace("\n", ""))
        assert not any(line.lstrip().startswith("::") for line in text.split("\n"))


def test_pfade_stehen_in_sarif_als_adresse() -> None:
    befund = beispiel(1)._replace(pfad="daten/ziele/ä b.yaml")
    uri = read_sarif(build_sarif([befund]))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert (uri, unquote(uri)) == ("daten/ziele/%C3%A4%20b.yaml", "daten/ziele/ä b.yaml")


@pytest.mark.parametrize("form", ["json", "csv", "github"])
def test_jede_form_unterscheidet_neu_und_alt(buero: Path, rufe: Rufe, form: str) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", form, "--gegen", "HEAD")

    if form == "json":
        assert {b["neu"] for b in json.loads(lauf.aus)["befunde"]} == {True, False}
    elif form == "csv":
        cells = {line.rsplit(";", 1)[1] for line in lauf.aus.strip().splitlines()}
        assert cells == {"Neu", "ja", "nein"}
    else:
        lines = lauf.aus.splitlines()
        assert "F101" in lines[0]
        assert lines[-1].startswith("::notice title=netzint::Verglichen mit ")
        assert not any("E317" in line for line in lines)


def test_die_formen_gehen_auch_in_eine_datei(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("pruefen", "--format", "sarif", "--nach", "bericht.sarif")

    assert (lauf.ausgang, lauf.aus.strip()) == (Ausgang.GUT, "bericht.sarif")
    assert read_sarif((buero / "bericht.sarif").read_text("utf-8"))["results"]
