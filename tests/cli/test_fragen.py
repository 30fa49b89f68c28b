"""What holds for all questions together: their options, their forms, and the schemas of these forms."""

from __future__ import annotations

import csv
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from netzint.berichte.antwortschema import BEFUND, build_pruefung_schema, build_schema
from netzint.berichte.leere_zellen import LEER
from netzint.cli.befunde_ausgabe import SCHEMA as PRUEFUNG
from netzint.modell.sprache import MONATE
from tests import buero as buero_bauen
from tests import karg as karg_bauen
from tests.beispiel import read_beispiel
from tests.cli.fragen import AUSNAHME, KEINE_FRAGE, NACH_NAME, OHNE_DATEN, iter_befehle, optionen
from tests.cli.runde import Antwort, ask, ask_alle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AUSGABEN = Path(__file__).parents[2] / "netzint" / "mitgeliefert" / "ausgaben"
NAMEN = sorted(NACH_NAME)


@pytest.fixture(scope="module")
def antworten(buerovorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Antwort]]:
    """Every question, asked once for all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("netzint.cli.heute.today", lambda: buero_bauen.STICHTAG)
        beispiel = tmp_path_factory.mktemp("fragen") / "netz"
        shutil.copytree(buerovorlage, beispiel, symlinks=True)
        lay_down_ausnahme(beispiel)
        karg = karg_bauen.found(tmp_path_factory.mktemp("karg") / "netz")
        lay_down_ausnahme(karg, nur=True)
        leer = tmp_path_factory.mktemp("leer") / "netz"
        assert ask(leer.parent, "init", str(leer), "--name", "Netzwerk Probe").ausgang == 0
        yield ask_alle(beispiel, karg, leer, patch)


def lay_down_ausnahme(wurzel: Path, *, nur: bool = False) -> None:
    """A waiver, and unless ``nur`` what follows on it; an AG whose Auftrag and number are changed by Beschluss."""
    changes = (("--mitglieder", "11", "--ab", "2026-01-01"), ("--auftrag", "Auch die Jugend.", "--ab", "2026-11-22"))
    for change in changes:
        ag = ("ag", "aendern", "ag-demokratiebildung", *change, "--beschluss", "sg-2025-02/fachtag-2025")
        assert ask(wurzel, *ag).ausgang == 0, ag
    about = ("--grund", "Die Amtszeit endet bald.")
    neu = ("--regel", "Q301", "--beschluss", "sg-2025-02/fachtag-2025", "--bis", "2026-12-31", *about)
    assert ask(wurzel, "ausnahme", "neu", *neu).ausgang == 0
    if nur:
        return
    more = ("--beschluss", "sg-2026-02/he-2026-01", "--bis", "2027-06-30")
    assert ask(wurzel, "ausnahme", "verlaengern", AUSNAHME, *more).ausgang == 0
    assert ask(wurzel, "ausnahme", "beenden", AUSNAHME, "--zum", "2027-03-31", *about).ausgang == 0


def test_jeder_befehl_mit_format_steht_in_der_tabelle_der_fragen() -> None:
    with_format = {name for name, command in iter_befehle() if "--format" in optionen(command)}

    assert with_format - KEINE_FRAGE == set(NACH_NAME)


def test_wer_nichts_aendert_ist_eine_frage() -> None:
    acts = {"init", "formatieren"}
    reading = {name for name, command in iter_befehle() if "--probe" not in optionen(command)}

    assert reading - acts <= set(NACH_NAME) | KEINE_FRAGE


@pytest.mark.parametrize("name", sorted(set(NAMEN) - OHNE_DATEN))
def test_jede_frage_kennt_beide_zeiten_und_alle_formen(name: str) -> None:
    known = optionen(dict(iter_befehle())[name])

    assert {"--stichtag", "--stand", "--format"} <= set(known)
    assert {"text", "json", "csv"} <= set(known["--format"])


def _build_schemas(antworten: Iterable[Antwort]) -> dict[str, dict[str, Any]]:
    berichte: dict[str, list[Any]] = {}
    for antwort in antworten:
        if antwort.bericht is not None:
            berichte.setdefault(antwort.bericht.schema, []).append(antwort.bericht)
    return {PRUEFUNG: build_pruefung_schema(PRUEFUNG)} | {name: build_schema(found) for name, found in berichte.items()}


def _datei(schema: str) -> Path:
    return AUSGABEN / f"{schema.replace('/', '-')}.json"


def test_die_mitgelieferten_schemas_der_ausgaben_sind_aktuell(
    antworten: list[Antwort], request: pytest.FixtureRequest
) -> None:
    made = {name: json.dumps(s, indent=2, ensure_ascii=False) + "\n" for name, s in _build_schemas(antworten).items()}
    if request.config.getoption("--erwartet-annehmen"):
        AUSGABEN.mkdir(exist_ok=True)
        for name, text in made.items():
            _datei(name).write_text(text, encoding="utf-8", newline="\n")

    assert {p.name for p in AUSGABEN.iterdir()} == {_datei(name).name for name in made}
    for name, text in made.items():
        assert _datei(name).read_text(encoding="utf-8") == text, f"{name}: mit --erwartet-annehmen erneuern"


@cache
def _pruefer(schema: str) -> Draft202012Validator:
    found = json.loads(_datei(schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, format_checker=FormatChecker())


def test_jede_antwort_passt_zu_ihrem_schema(antworten: list[Antwort]) -> None:
    wrong = [
        f"{a.name}: {fund.json_path}: {fund.message}"
        for a in antworten
        for fund in _pruefer(a.daten["schema"]).iter_errors(a.daten)
    ]

    assert not wrong, "\n".join(wrong)


NICHT_GEZEIGT = frozenset(
    {
        "barrieren.alternative",
        "barrieren.begruendung",
        "ausnahme.beschlossen_am",
        "ausnahme.titel",
        "ausnahmen.titel",
        "umlauf.noetig",
        "umlauf.abgeschlossen",
        "mandate.funktion",
        "mandate.stelle",
        "verlegt.grund",
        "anwesenheit.anteil",
        "beschluesse.erklaerung",
        "verlauf.commit",
        "empfehlung.ziele",
        "veranstaltung.themen",
        "vakanzen.benannt_von",
        "sitze.benannt_von",
        "aenderungen.beschluss",
        "befundwandel.hinweis",
        "befundwandel.kennung",
        "befundwandel.pfad",
        "unterschiede.kennung",
    }
)
"""Cells that may be empty, though none of the answers here has such a one."""


def test_null_ist_genau_da_erlaubt_wo_eine_zelle_leer_sein_kann(antworten: list[Antwort]) -> None:
    tables = [tabelle for a in antworten if a.bericht is not None for tabelle in a.bericht.tabellen]
    seen = {
        f"{tabelle.schluessel}.{key}"
        for tabelle in tables
        for row in tabelle.zeilen
        for (key, _), cell in zip(tabelle.spalten, row, strict=True)
        if cell in (None, "")
    }
    declared = {f"{tabelle}.{key}" for tabelle, keys in LEER.items() for key in keys}
    known = {f"{tabelle.schluessel}.{key}" for tabelle in tables for key, _ in tabelle.spalten}

    assert sorted(seen - declared) == []
    assert sorted(declared - seen) == sorted(NICHT_GEZEIGT)
    assert sorted(declared - known) == []


def test_jedes_schema_gehoert_zu_einer_einzigen_form(antworten: list[Antwort]) -> None:
    """Tables may be missing from an answer only if the others have them in common: two shapes are two schemas."""
    forms: dict[str, set[frozenset[str]]] = {}
    for antwort in antworten:
        if antwort.bericht is not None:
            tables = (tabelle.schluessel for tabelle in antwort.bericht.tabellen)
            trees = (baum.schluessel for baum in antwort.bericht.baeume)
            forms.setdefault(antwort.bericht.schema, set()).add(frozenset((*tables, *trees)))

    assert [name for name, found in forms.items() if not frozenset.intersection(*found)] == []


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from _objects(part)


@pytest.mark.parametrize("datei", sorted(AUSGABEN.iterdir()), ids=lambda datei: datei.stem)
def test_jedes_schema_ist_geschlossen_und_auf_deutsch_erklaert(datei: Path) -> None:
    schema = json.loads(datei.read_text(encoding="utf-8"))

    for block in _objects(schema):
        assert block["additionalProperties"] is False
        assert [name for name, part in block["properties"].items() if not part.get("description")] == []


DATUM = re.compile(r"\b(\d{1,2})\.(\d{2})\.(\d{4})\b")
DATUM_IN_WORTEN = re.compile(rf"\b(\d{{1,2}})\. ({'|'.join(MONATE)}) (\d{{4}})\b")
WORT = re.compile(r"\w+(?:[-/]\w+)*")
ZITAT = re.compile(r"^ +\d+ │ .*$", re.MULTILINE)
"""The line of a file that ``pruefen`` quotes; the JSON names file and line instead."""


def _values(text: str, kennungen: Iterable[str] = ()) -> set[str]:
    """The days (as ISO), the numbers, and the Kennungen in a text."""
    text = DATUM.sub(lambda m: f"{m[3]}-{m[2]}-{int(m[1]):02}", text)
    text = DATUM_IN_WORTEN.sub(lambda m: f"{m[3]}-{MONATE.index(m[2]) + 1:02}-{int(m[1]):02}", text)
    return {w.lower() for w in WORT.findall(text) if w in kennungen or any(z.isdecimal() for z in w)}


def _leaves(daten: Any) -> Iterator[str]:
    """Every value in JSON as text; of a negative number people read the amount."""
    if isinstance(daten, dict | list):
        for item in daten.values() if isinstance(daten, dict) else daten:
            yield from _leaves(item)
    elif daten is not None:
        yield str(daten).removeprefix("-")


def _kennungen() -> frozenset[str]:
    bestand = read_beispiel()
    return frozenset((*bestand.eintraege, *bestand.alle_sitze, *bestand.beschluesse, *bestand.umlaufbeschluesse))


def test_jede_zahl_und_jede_kennung_des_textes_steht_im_json(antworten: list[Antwort]) -> None:
    known = _kennungen()
    missing = {}
    for antwort in antworten:
        said = {value for leaf in _leaves(antwort.daten) for value in _values(leaf, known)}
        lost = _values(ZITAT.sub("", antwort.text), known) - said
        if lost:
            missing[antwort.name] = sorted(lost)

    assert not missing, "\n".join(f"{name}: {lost}" for name, lost in missing.items())


def test_die_suche_nach_zahlen_und_kennungen_findet_sie() -> None:
    """The test above would be worth nothing if it saw nothing."""
    text = "Am 3. Dezember 2026 sind 7 von 12 da (sitz-gemeindetag), fällig am 01.02.2027: HE-2026-04 bei ministerium."

    assert _values(text, {"sitz-gemeindetag", "ministerium"}) == {
        "2026-12-03", "7", "12", "sitz-gemeindetag", "2027-02-01", "he-2026-04", "ministerium",
    }  # fmt: skip


def _bloecke(text: str) -> list[list[list[str]]]:
    """The tables of a CSV document: heading and rows."""
    assert text.startswith("\ufeff")
    bloecke: list[list[list[str]]] = [[]]
    for zeile in csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"):
        if zeile:
            bloecke[-1].append(zeile)
        else:
            bloecke.append([])
    return bloecke


def _zelle(wert: Any) -> str:
    """What a cell shows: one line, with a mark in front of what a spreadsheet would run."""
    text = "" if wert is None else " ".join(str(wert).splitlines())
    return f"'{text}" if isinstance(wert, str) and text.startswith(("=", "+", "-", "@")) else text


def _flach(knoten: Iterable[dict[str, Any]], ebene: int = 1) -> Iterator[tuple[Any, ...]]:
    for one in knoten:
        yield (ebene, one["am"], one["art"], one["text"], one["kennung"])
        yield from _flach(one["kinder"], ebene + 1)


def _zeilen(antwort: Antwort) -> list[list[list[str]]]:
    """The rows that the JSON has, in the order of the Bericht."""
    if antwort.bericht is None:
        return [[[_zelle(befund[key]) for key in BEFUND] for befund in antwort.daten["befunde"]]]
    tables = [
        [[_zelle(zeile[key]) for key, _ in tabelle.spalten] for zeile in antwort.daten[tabelle.schluessel]]
        for tabelle in antwort.bericht.tabellen
    ]
    trees = [_flach(antwort.daten[baum.schluessel]) for baum in antwort.bericht.baeume]
    return tables + [[[_zelle(wert) for wert in zeile] for zeile in tree] for tree in trees]


def test_csv_hat_dieselben_zeilen_wie_json(antworten: list[Antwort]) -> None:
    for antwort in antworten:
        assert [block[1:] for block in _bloecke(antwort.csv)] == _zeilen(antwort), antwort.name
