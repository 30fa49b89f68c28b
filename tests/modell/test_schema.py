"""The JSON Schemas: current, accepted by an independent reader, and of one mind with the models."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from netzint.ablage.leser.datei import parse
from netzint.ablage.mitgeliefert import read_beispiele
from netzint.modell.arten import ARTEN, NACH_NAME, Art, art_of_pfad
from netzint.modell.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).parents[2]
SCHEMAS = CHECKOUT / "netzint" / "mitgeliefert" / "schemas"
BEISPIELE = read_beispiele()
NAMEN = [art.name for art in ARTEN]


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as yaml-language-server reads it: dates are text, only true and false are truth values."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), first)


def load(text: str) -> Any:
    return yaml.load(text, EditorLoader)  # noqa: S506 - a SafeLoader with fewer resolvers


@cache
def schema(art: str) -> dict[str, Any]:
    return build_schema(NACH_NAME[art], BEISPIELE[art].wert)


@cache
def _pruefer(art: str) -> Draft202012Validator:
    return Draft202012Validator(schema(art), format_checker=FormatChecker())


def fehler(art: str, wert: Any) -> list[str]:
    return [f"{fund.json_path}: {fund.message}" for fund in _pruefer(art).iter_errors(wert)]


def passt_zum_modell(art: Art, wert: Any) -> bool:
    """The model gets text where the editor has numbers."""

    def as_text(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: as_text(item) for key, item in value.items()}
        return [as_text(item) for item in value] if isinstance(value, list) else str(value)

    try:
        art.model.model_validate({"kennung": "a", **as_text(wert)})
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("art", NAMEN)
def test_die_mitgelieferten_schemas_sind_aktuell(art: str, request: pytest.FixtureRequest) -> None:
    datei = SCHEMAS / f"{art}.json"
    text = json.dumps(schema(art), indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--erwartet-annehmen"):
        datei.parent.mkdir(exist_ok=True)
        datei.write_text(text, encoding="utf-8", newline="\n")

    assert datei.read_text(encoding="utf-8") == text, "mit --erwartet-annehmen erneuern"


def test_es_liegen_nur_schemas_die_es_gibt() -> None:
    assert {datei.stem for datei in SCHEMAS.iterdir()} == set(NAMEN)


@pytest.mark.parametrize("art", NAMEN)
def test_jedes_schema_ist_selbst_gueltig(art: str) -> None:
    Draft202012Validator.check_schema(schema(art))

    assert schema(art)["additionalProperties"] is False
    assert "kennung" not in schema(art)["properties"]


def test_die_daten_dieses_repositorys_passen_zu_den_schemas() -> None:
    gefunden, zahl = [], 0
    for datei in sorted((CHECKOUT / "daten").rglob("*.yaml")):
        ort = art_of_pfad(datei.relative_to(CHECKOUT).as_posix())
        assert ort is not None
        zahl += 1
        wert = load(datei.read_text(encoding="utf-8"))
        gefunden += [f"{datei.name} {fund}" for fund in fehler(ort[0].name, wert)]

    assert gefunden == []
    assert zahl > 100


@pytest.mark.parametrize("art", NAMEN)
def test_das_beispiel_jeder_art_passt_zu_schema_und_modell(art: str) -> None:
    beispiel = BEISPIELE[art]
    ort = art_of_pfad(beispiel.pfad)

    assert parse(beispiel.text.encode()).befunde == ()
    assert ort is not None
    assert ort[0].model.model_validate({"kennung": ort[1], **beispiel.wert}).kennung == ort[1]
    assert fehler(art, load(beispiel.text)) == []


def stellen(wert: Any, weg: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in plain data."""
    items = wert.items() if isinstance(wert, dict) else enumerate(wert) if isinstance(wert, list) else ()
    for key, item in items:
        yield (*weg, key)
        yield from stellen(item, (*weg, key))


def veraendert(wert: Any, weg: tuple[str | int, ...], neu: Any) -> Any:
    """A copy with one value replaced; ``None`` takes it out."""
    kopie = copy.deepcopy(wert)
    ort = kopie
    for teil in weg[:-1]:
        ort = ort[teil]
    if neu is None:
        del ort[weg[-1]]
    else:
        ort[weg[-1]] = neu
    return kopie


@pytest.mark.parametrize("neu", [None, "", "Ein Satz.", "2026-13-01", -1, 7, [], {}])
@pytest.mark.parametrize("art", NAMEN)
def test_schema_und_modell_nehmen_und_verweigern_dasselbe(art: str, neu: Any) -> None:
    """Every value of every example is taken out or replaced; both judge alike.

    Only a bare number as text is more to netzint (it reads text) than to an editor (which wants quotes).
    """
    wert = load(BEISPIELE[art].text)
    uneins = []
    for weg in stellen(wert):
        anders = veraendert(wert, weg, neu)
        if isinstance(neu, int) and not isinstance(_an(wert, weg), int):
            continue
        if (fehler(art, anders) == []) is not passt_zum_modell(NACH_NAME[art], anders):
            uneins.append(".".join(map(str, weg)))

    assert uneins == []


@pytest.mark.parametrize("art", NAMEN)
def test_unbekannte_schluessel_werden_in_jedem_block_verweigert(art: str) -> None:
    wert = load(BEISPIELE[art].text)
    offen = {"quellen", "statt"}
    bloecke = [()] + [weg for weg in stellen(wert) if isinstance(_an(wert, weg), dict) and weg[-1] not in offen]

    for weg in bloecke:
        assert fehler(art, veraendert(wert, (*weg, "gibt_es_nicht"), "x")), weg


def _an(wert: Any, weg: tuple[str | int, ...]) -> Any:
    for teil in weg:
        wert = wert[teil]
    return wert


def _angaben(block: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(block, dict):
        yield from block.get("properties", {}).items()
        for teil in block.values():
            yield from _angaben(teil)
    elif isinstance(block, list):
        for teil in block:
            yield from _angaben(teil)


@pytest.mark.parametrize("art", NAMEN)
def test_jede_angabe_ist_dem_editor_auf_deutsch_erklaert(art: str) -> None:
    assert [name for name, angabe in _angaben(schema(art)) if not angabe.get("description")] == []


def _wege(art: str) -> Iterator[tuple[str, Any]]:
    """Every field of every block, with its place."""
    wurzel = schema(art)
    for ort, block in ((art, wurzel), *wurzel["$defs"].items()):
        for weg in (block, *block.get("anyOf", ())):
            yield from ((f"{ort}.{name}", angabe) for name, angabe in weg.get("properties", {}).items())


@pytest.mark.parametrize("art", NAMEN)
def test_jede_angabe_hat_ein_beispiel_das_passt(art: str) -> None:
    """An independent reader holds each example to the very field it stands at."""
    falsch = []
    for ort, angabe in _wege(art):
        pruefer = Draft202012Validator({**angabe, "$defs": schema(art)["$defs"]}, format_checker=FormatChecker())
        beispiele = angabe.get("examples", [])
        falsch += [ort] if not beispiele else []
        falsch += [f"{ort}: {f.message}" for beispiel in beispiele for f in pruefer.iter_errors(beispiel)]

    assert falsch == []


@pytest.mark.parametrize("art", NAMEN)
def test_feste_werte_sind_erklaert(art: str) -> None:
    werte = [block for block in _bloecke(schema(art)) if "enum" in block]

    assert all(len(block["enumDescriptions"]) == len(block["enum"]) for block in werte)
    assert all(all(block["enumDescriptions"]) for block in werte)


def _bloecke(block: Any) -> Iterator[dict[str, Any]]:
    if isinstance(block, dict):
        yield block
    for teil in block.values() if isinstance(block, dict) else block if isinstance(block, list) else ():
        yield from _bloecke(teil)


@pytest.mark.parametrize("art", NAMEN)
def test_kein_beispiel_ist_nur_ein_platzhalter(art: str) -> None:
    assert [ort for ort, angabe in _wege(art) if "Ein Text" in json.dumps(angabe["examples"], ensure_ascii=False)] == []


def test_was_ein_editor_von_einer_angabe_sieht() -> None:
    sitzung = schema("sitzung")["properties"]
    mandat = schema("mitglied")["$defs"]["Mandat"]["properties"]

    assert sitzung["datum"] == {"description": "Tag", "type": "string", "format": "date", "examples": ["2026-07-07"]}
    assert sitzung["form"]["enum"] == ["praesenz", "video", "hybrid"]
    assert sitzung["form"]["default"] == "praesenz"
    assert mandat["sitz"]["$comment"] == "Kennung: sitz"
    assert mandat["sitz"]["examples"] == ["sitz-kommunen-stadt"]
    assert schema("veranstaltung")["properties"]["oeffentlich"]["enum"] == ["ja", "nein"]
    assert schema("veranstaltung")["properties"]["oeffentlich"]["default"] == "ja"
    assert schema("empfehlung")["$defs"]["Nachweis"]["properties"]["betrag_eur"]["type"] == "integer"


@pytest.mark.parametrize(
    ("datei", "ordner"),
    [
        (".vscode/settings.json", "netzint/mitgeliefert/schemas"),
        ("netzint/mitgeliefert/vscode/settings.json", ".netzint/schemas"),
    ],
)
def test_der_editor_kennt_zu_jeder_art_ihr_schema(datei: str, ordner: str) -> None:
    schemas = json.loads((CHECKOUT / datei).read_text(encoding="utf-8"))["yaml.schemas"]

    assert schemas == {f"{ordner}/{art.name}.json": art.pfad("*" if art.ordner else art.name) for art in ARTEN}
