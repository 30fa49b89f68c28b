"""The day of a Sitzung at the command line, from the opening to the minutes; and the Umlauf."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import buero as buero_bauen

if TYPE_CHECKING:
    from collections.abc import Callable

TAG = date(2026, 12, 10)
SG = "sg-2026-03"
BETEILIGTE = (
    "ministerium-1", "ministerium-2", "ministerium-5", "gemeindetag-1", "staedtetag-1", "landkreistag-2",
    "kommunen-stadt-2",
)  # fmt: skip
"""Seven of the twelve: just as many as have to take part in an Umlauf."""


@pytest.fixture
def sitzungstag(
    vorbereite: Callable[..., None], rufe: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """The example with SG-2026-03 invited, on its day; gives ``rufe``, which fails a test on a bug of netzint."""

    def invite() -> None:
        assert rufe("sitzung", "neu", "--datum", TAG.isoformat()).ausgang == 0
        assert rufe("sitzung", "einladen", SG).ausgang == 0

    vorbereite("eingeladen", invite)
    monkeypatch.setattr("netzint.cli.heute.today", lambda: TAG)
    return rufe


def datei(buero: Path, pfad: str) -> str:
    return (buero / "daten" / pfad).read_text("utf-8")


def test_der_ganze_sitzungstag(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    rufe = sitzungstag
    begun = rufe("sitzung", "beginnen", SG.upper(), "--alle", "--entschuldigt", "ministerium-2")
    assert begun.ausgang == 0, begun.fehler
    assert "11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig." in begun.fehler + begun.aus

    assert rufe("sitzung", "abstimmen", SG, "3", "--einstimmig").ausgang == 0
    assert rufe("sitzung", "abstimmen", SG, "he-2026-03", "--ja", "8", "--nein", "2").ausgang == 0
    neu = ("--wortlaut", "Jeder Kreis benennt eine Ansprechstelle für politische Beteiligung.")
    assert rufe("sitzung", "abstimmen", SG, "he-2026-05", "--ja", "11", *neu).ausgang == 0
    assert rufe("sitzung", "abstimmen", SG, "he-2026-06", "--ergebnis", "Zurückverwiesen").ausgang == 0
    longer = ("--antrag", "verlängern", "--bis", "30.9.2027")
    assert rufe("sitzung", "abstimmen", SG, "ende-ag-demokratiebildung", "--einstimmig", *longer).ausgang == 0
    assert rufe("sitzung", "verlauf", SG, "Verschiedenes", "--text", "Dank an alle.").ausgang == 0

    closed = rufe("sitzung", "abschliessen", SG, "--ende", "12:30")
    assert closed.ausgang == 0, closed.fehler
    assert "Beschlüsse ausgeführt" in closed.aus
    assert "beschluss: sg-2026-03/ende-ag-demokratiebildung" in datei(buero, "arbeitsgruppen/ag-demokratiebildung.yaml")
    assert "genehmigt: sg-2026-03/niederschrift-sg-2026-02" in datei(buero, "sitzungen/sg-2026-02.yaml")
    assert "nr: 2" in datei(buero, "empfehlungen/he-2026-05.yaml")
    assert rufe("sitzung", "abschliessen", SG).aus.strip() == "Es gibt nichts zu tun."

    minutes = rufe("sitzung", "niederschrift", SG)
    assert minutes.ausgang == 0, minutes.fehler
    text = (buero / "ausgabe" / SG / f"niederschrift-{SG}.md").read_text("utf-8")
    assert "11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig." in text
    assert "Jeder Kreis benennt eine Ansprechstelle" in text
    assert "| Ergebnis | **geändert angenommen** |" in text
    assert "Dank an alle." in text

    before = buero_bauen.state(buero)
    assert rufe("sitzung", "niederschrift", SG).ausgang == 0
    assert buero_bauen.state(buero) == before


def test_die_datei_aendert_sich_nur_an_ihrer_stelle(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    assert sitzungstag("sitzung", "beginnen", SG, "--alle", "--geht", "kommunen-stadt-2:13").ausgang == 0
    assert sitzungstag("sitzung", "abstimmen", SG, "4", "--ja", "9", "--nein", "3").ausgang == 0

    diff = buero_bauen.git(buero, "diff", "HEAD~2", "HEAD", "--", f"daten/sitzungen/{SG}.yaml").splitlines()
    gone = [line for line in diff if line.startswith("-") and not line.startswith("---")]
    new = [line[1:] for line in diff if line.startswith("+") and not line.startswith("+++")]
    assert gone == []
    assert new[0] == "leitung: ministerium-1"
    assert "  - {mitglied: kommunen-stadt-2, nicht_bei: [verschiedenes, naechste-termine]}" in new
    at = new.index("    beschluesse:")
    assert new[at + 1 : at + 3] == [
        "      - kennung: he-2026-03", "        antrag: {art: empfehlung, empfehlungen: [he-2026-03]}",
    ]  # fmt: skip
    assert new[at + 5 : at + 9] == [
        "        ja: 9", "        nein: 3", "        enthaltung: 0", "        ergebnis: angenommen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "befehl",
    [
        ("sitzung", "beginnen", SG, "--alle"),
        ("sitzung", "abstimmen", SG, "4", "--einstimmig"),
        ("sitzung", "verlauf", SG, "1", "--text", "Lang."),
        ("sitzung", "abschliessen", SG, "--rest-vertagt"),
        ("umlauf", "neu", "--beschlossen", "Ja.", "--titel", "Fachtag"),
    ],
)
def test_eine_probe_aendert_nichts(buero: Path, sitzungstag: Callable[..., Any], befehl: tuple[str, ...]) -> None:
    if befehl[1] not in ("beginnen", "neu"):
        assert sitzungstag("sitzung", "beginnen", SG, "--alle").ausgang == 0
    before = buero_bauen.state(buero)
    lauf = sitzungstag(*befehl, "--probe")

    assert lauf.ausgang == 0, lauf.fehler
    assert lauf.aus.startswith("Probe:")
    assert buero_bauen.state(buero) == before


@pytest.mark.parametrize(
    ("befehl", "ausgang", "text"),
    [
        (("sitzung", "beginnen", "sg-2026-3", "--alle"), 2, "Meinten Sie „sg-2026-03“?"),
        (("sitzung", "beginnen", SG), 2, "--alle"),
        (("sitzung", "beginnen", SG, "--alle", "--entschuldigt", "ministerum-2"), 2, "Meinten Sie „ministerium-2“?"),
        (("sitzung", "abstimmen", SG, "4", "--einstimmig"), 3, "Zuerst: netzint sitzung beginnen sg-2026-03"),
        (("sitzung", "abstimmen", SG, "4", "--ja", "viele"), 2, "viele"),
        (("sitzung", "abstimmen", SG, "4", "--bis", "31.2.2027"), 2, "31. Februar 2027 gibt es nicht"),
        (("sitzung", "abschliessen", SG), 3, "noch nicht eröffnet"),
        (("sitzung", "niederschrift", SG), 3, "noch nicht eröffnet"),
        (("umlauf", "stimme", "um-2026-1", "staedtetag-1", "ja"), 2, "Meinten Sie „um-2026-01“?"),
        (("umlauf", "stimme", "um-2026-01", "staedtetag-1", "ja"), 3, "abgeschlossen"),
        (("umlauf", "stimme", "um-2026-01"), 2, "MITGLIED"),
        (("umlauf", "neu"), 2, "--vorlage"),
    ],
)
def test_was_nicht_geht_sagt_was_zu_tun_ist(
    buero: Path, sitzungstag: Callable[..., Any], befehl: tuple[str, ...], ausgang: int, text: str
) -> None:
    before = buero_bauen.state(buero)
    lauf = sitzungstag(*befehl)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler
    assert buero_bauen.state(buero) == before


def test_pruefen_bleibt_nach_jedem_schritt_frei_von_neuem(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    def befunde() -> set[tuple[str, str]]:
        found = json.loads(sitzungstag("pruefen", "--format", "json").aus)["befunde"]
        return {(b["code"], b["text"]) for b in found if b["schwere"] != "hinweis"}

    before = befunde()
    for befehl in (
        ("beginnen", SG, "--alle"),
        ("abstimmen", SG, "3", "--einstimmig"),
        ("abstimmen", SG, "4", "--ja", "6", "--nein", "6", "--stimme-leitung", "nein"),
        ("abstimmen", SG, "5", "--einstimmig", "--befangen", "staedtetag-1"),
        ("anwesend", SG, "--geht", "staedtetag-1:14"),
        ("abschliessen", SG, "--rest-vertagt"),
        ("niederschrift", SG),
    ):
        lauf = sitzungstag("sitzung", *befehl)
        assert lauf.ausgang == 0, (befehl, lauf.fehler)
        assert befunde() <= before, befehl


def test_wer_da_ist_zeigt_eine_tabelle(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    assert sitzungstag("sitzung", "anwesend", SG).ausgang == 0
    deputy = ("--vertretung", "beauftragte-stadt-2:beauftragte-stadt-1")
    assert sitzungstag("sitzung", "beginnen", SG, "--alle", *deputy).ausgang == 0
    lauf = sitzungstag("sitzung", "anwesend", SG)

    assert "12 von 12 Sitzen anwesend" in lauf.aus
    assert "vertreten (beauftragte-stadt-2)" in lauf.aus
    data = json.loads(sitzungstag("sitzung", "anwesend", SG, "--format", "json").aus)
    assert data["schema"] == "netzint.anwesenheit/1"


def test_ein_umlauf_von_anfang_bis_ende(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    rufe = sitzungstag
    sent = rufe(
        "umlauf", "neu", "--beschlossen", "Der Fachtag findet statt.", "--titel", "Fachtag", "--am", "2026-11-20"
    )
    assert sent.ausgang == 0, sent.fehler
    for person in BETEILIGTE:
        assert rufe("umlauf", "stimme", "um-2026-02", person, "Ja", "--am", "24.11.2026").ausgang == 0
    assert "keine Antwort" in rufe("umlauf", "zeigen", "UM-2026-02").aus
    done = rufe("umlauf", "abschliessen", "um-2026-02")
    assert done.ausgang == 0, done.fehler
    assert "angenommen" in done.aus
    assert "angenommen" in rufe("umlauf", "liste").aus
    assert json.loads(rufe("umlauf", "zeigen", "um-2026-02", "--format", "json").aus)["schema"] == "netzint.umlauf/1"
    text = datei(buero, "umlaeufe/um-2026-02.yaml")
    assert "  - {mitglied: ministerium-1, am: 2026-11-24, stimme: ja}\n" in text
    assert text.endswith("abschluss: {am: 2026-12-10, ergebnis: angenommen}\n")


def test_ein_widerspruch_bringt_die_sache_auf_die_tagesordnung(buero: Path, sitzungstag: Callable[..., Any]) -> None:
    assert sitzungstag("umlauf", "neu", "--beschlossen", "Ja.", "--titel", "Fachtag im Mai").ausgang == 0
    assert sitzungstag("umlauf", "widerspruch", "um-2026-02", "staedtetag-1").ausgang == 0
    planned = sitzungstag("sitzung", "neu", "--datum", "2027-02-02", "--probe")

    assert "im Umlaufverfahren UM-2026-02 wurde widersprochen" in planned.aus
