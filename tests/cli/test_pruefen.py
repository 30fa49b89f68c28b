"""``netzint pruefen``: findings for people, for machines and for CI, and what the exit code says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Erwartet = Callable[[str, str], None]

ZIEL = "daten/ziele/ziel-zugang.yaml"


def codes(lauf: Lauf) -> list[str]:
    return [befund["code"] for befund in json.loads(lauf.aus)["befunde"]]


def test_das_beispiel_ist_ohne_fehler(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    lauf = rufe("pruefen")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    erwartet("cli/pruefen.txt", lauf.aus)


def test_warnungen_fuehren_nur_mit_streng_zum_ausgang_eins(buero: Path, rufe: Rufe) -> None:
    assert rufe("pruefen").ausgang == Ausgang.GUT
    assert rufe("pruefen", "--streng").ausgang == Ausgang.BEFUNDE


def test_ein_fehler_steht_mit_datei_zeile_und_marke(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen")

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert f"{ZIEL}\n  2:1  Fehler F101 Den Schlüssel „titl“ gibt es hier nicht." in lauf.aus
    assert "    2 │ titl: " in lauf.aus
    assert "      │ ^\n    → Meinten Sie „titel“?" in lauf.aus


def test_json_hat_genau_die_versprochene_form(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "json")
    daten = json.loads(lauf.aus)

    assert set(daten) == {"schema", "stichtag", "stand", "befunde", "zusammenfassung"}
    assert (daten["schema"], daten["stichtag"], daten["stand"]) == ("netzint.pruefung/1", "2026-11-22", None)
    keys = {"code", "schwere", "pfad", "zeile", "spalte", "kennung", "text", "hinweis"}
    assert all(set(befund) == keys for befund in daten["befunde"])
    places = [(b["pfad"], b["zeile"], b["spalte"], b["code"]) for b in daten["befunde"]]
    assert places == sorted(places)
    assert set(daten["zusammenfassung"]) == {"fehler", "warnungen", "hinweise", "dateien"}
    erwartet("cli/pruefen.json", lauf.aus)


def test_fuer_github_steht_jeder_befund_in_einer_zeile(buero: Path, rufe: Rufe, erwartet: Erwartet) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "github")

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lauf.aus.splitlines())
    erwartet("cli/pruefen_github.txt", lauf.aus)


def test_alle_kaputten_dateien_werden_in_einem_lauf_gemeldet(buero: Path, rufe: Rufe) -> None:
    (buero / ZIEL).write_bytes(b"titel: \xff\n")
    (buero / "daten/themen/thema-wohnen.yaml").write_text("titel: x\ntitel: y\n", encoding="utf-8")
    replace(buero, "vorlagen/fuss.md.j2", "{% endif %}", "")
    replace(buero, "daten/empfehlungen/he-2026-05.yaml", "arbeitsgruppe: ", "arbeitsgruppe: ag-gibtsnicht-")
    befunde = json.loads(rufe("pruefen", "--format", "json").aus)["befunde"]

    fehler = {b["pfad"] for b in befunde if b["schwere"] == "fehler"}
    assert {
        ZIEL,
        "daten/themen/thema-wohnen.yaml",
        "vorlagen/fuss.md.j2",
        "daten/empfehlungen/he-2026-05.yaml",
    } <= fehler


def test_unbekannte_variablen_in_vorlagen_sind_befunde(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/einladung.md.j2", "{{ sitzung.nummer }}", "{{ sitzung.numer }}")
    befund = next(b for b in json.loads(rufe("pruefen", "--format", "json").aus)["befunde"] if b["schwere"] == "fehler")

    assert (befund["pfad"], befund["zeile"], befund["hinweis"]) == (
        "vorlagen/einladung.md.j2", 2, "Meinten Sie „nummer“?",
    )  # fmt: skip


def test_ein_stand_wird_geprueft_ohne_den_ordner_anzusehen(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")

    assert "F101" not in codes(rufe("pruefen", "--stand", "HEAD", "--format", "json"))
    commit_all(buero, "kaputt")
    assert "F101" in codes(rufe("pruefen", "--stand", "HEAD", "--format", "json"))
    assert "F101" not in codes(rufe("pruefen", "--stand", "HEAD~1", "--format", "json"))
    assert json.loads(rufe("pruefen", "--stand", "HEAD", "--format", "json").aus)["stand"] == git(
        buero, "rev-parse", "HEAD"
    )


def test_mit_dem_stichtag_commit_bleibt_ein_gruener_commit_gruen(buero: Path, rufe: Rufe) -> None:
    erste = rufe("pruefen", "--stichtag", "commit", "--format", "json")

    assert json.loads(erste.aus)["stichtag"] == git(buero, "log", "-1", "--format=%cd", "--date=format:%Y-%m-%d")
    assert rufe("pruefen", "--stichtag", "commit", "--format", "json").aus == erste.aus


def test_ein_spaeterer_stichtag_macht_aus_warnungen_keine_fehler(buero: Path, rufe: Rufe) -> None:
    for tag in ("2027-04-01", "2030-01-01", "2100-01-01"):
        assert rufe("pruefen", "--stichtag", tag).ausgang == Ausgang.GUT


def test_neuere_daten_werden_nicht_beurteilt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/netzwerk.yaml", "format: 1", "format: 2")
    replace(buero, ZIEL, "titel: ", "titl: ")
    lauf = rufe("pruefen", "--format", "json")

    assert (lauf.ausgang, codes(lauf)) == (Ausgang.BEFUNDE, ["F120"])


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("--format", "xml"), "Möglich sind: text, json, csv, xlsx, github, sarif, junit, codequality."),
        (("--stichtag", "irgendwann"), "„irgendwann“ ist kein Datum."),
        (("--stand", "nirgends"), "Den Stand „nirgends“ gibt es nicht."),
        (("--strng",), "Meinten Sie „--streng“?"),
    ],
)
def test_falsche_aufrufe_werden_deutlich_abgelehnt(buero: Path, rufe: Rufe, args: tuple[str, ...], text: str) -> None:
    lauf = rufe("pruefen", *args)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert text in lauf.fehler


def test_ohne_commit_gibt_es_kein_datum_des_commits(buero: Path, rufe: Rufe) -> None:
    git(buero, "checkout", "-q", "--orphan", "leer")
    lauf = rufe("pruefen", "--stichtag", "commit")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "noch keinen Commit" in lauf.fehler
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_pruefen_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    replace(buero, ZIEL, "titel: ", "titl: ")
    before = state(buero)
    rufe("pruefen")

    assert state(buero) == before
