"""The help of every command: the same order everywhere, and the truth about what is needed."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from netzint.cli.hilfe import PFLICHT, ZULETZT, is_pflicht
from tests.cli.fragen import iter_befehle
from tests.cli.test_befehle import iter_eintraege

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import Command, Parameter

    from tests.cli.conftest import Lauf

BEFEHLE = dict(iter_befehle())
CLI = Path(__file__).parents[2] / "netzint" / "cli"
ALLEIN = {"lage", "fristen", "pruefen", "regel", "festschreiben", "formatieren"}
"""Besides lists and overviews these need nothing."""


def _hilfe(name: str) -> str:
    befehl = BEFEHLE[name]
    return befehl.get_help(typer.Context(befehl, info_name=f"netzint {name}"))


@pytest.mark.parametrize("name", BEFEHLE)
def test_was_ueberall_gleich_ist_steht_ueberall_am_ende_und_gleich(name: str) -> None:
    hilfe = _hilfe(name)

    namen = re.findall(r"^  (?:-\w, )?(--[\w-]+)", hilfe, re.MULTILINE)
    gemeinsam = [n for n in namen if n in ("--stichtag", "--stand", "--format", "--wurzel", "--probe", "--help")]
    assert namen[-1] == "--help"
    if name != "dokument erzeugen":  # its --format is one of documents
        assert namen[-len(gemeinsam) :] == gemeinsam
    if "--probe" in namen:
        assert namen[-2] == "--probe"
    assert not re.search(r"x[<>]=|<=x", hilfe)


def needs(befehl: Command) -> list[str]:
    return [str(p.name) for p in befehl.params if p.required or is_pflicht(p)]


@pytest.mark.usefixtures("buero")
@pytest.mark.parametrize("name", [name for name, befehl in BEFEHLE.items() if needs(befehl)])
def test_was_pflicht_heisst_wird_ohne_terminal_verlangt(name: str, rufe: Callable[..., Lauf]) -> None:
    lauf = rufe(*name.split())

    assert lauf.ausgang == 2
    assert "fehlt" in lauf.fehler
    assert "[Pflicht]" in _hilfe(name)


def test_die_gemeinsamen_optionen_heissen_ueberall_gleich() -> None:
    seen: dict[str, set[str]] = {}
    for befehl in BEFEHLE.values():
        for param in befehl.params:
            if param.name in ZULETZT and param.name != "form":
                seen.setdefault(str(param.name), set()).add(str(getattr(param, "help", "")))

    assert set(seen) == {"stichtag", "stand", "wurzel", "probe"}
    assert all(len(texte) == 1 for texte in seen.values()), seen


@pytest.mark.parametrize(
    ("args", "satz"),
    [
        (("thema", "neu", "--titel", "A", "--titel", "B"), "Option --titel: Sie steht mehrmals da"),
        (("bedarf", "erledigen", "--am", "2026-11-01", "--am=2026-11-02"), "Option --am: Sie steht mehrmals da"),
        (
            ("veranstaltung", "neu", "--oeffentlich", "--nicht-oeffentlich"),
            "Option --oeffentlich: Sie steht mehrmals da",
        ),
        (
            ("thema", "neu", "Wohnen", "--titel", "Arbeit"),
            "Zweierlei ist angegeben: „Wohnen“ und, mit --titel, „Arbeit“.",
        ),
        (("thema", "neu", "Wohnen", "und", "Arbeit"), "Überzählige Angabe: „und Arbeit“."),
        (("thema", "neu", "…"), "„…“ bei --titel sagt nichts: Es hat weder Buchstaben noch Ziffern."),
        (("thema", "neu", "\u200b"), "Die Angabe zu --titel ist leer."),
        (("thema", "zeigen", "ü" * 5000), "Ein Thema „" + "ü" * 200 + "…“ gibt es nicht."),
        (("ag", "verlaengern", "ag-x", "--mitglieder", "1.200"), "Option --mitglieder: „1.200“ bitte nur mit Ziffern"),
    ],
)
def test_zweideutige_angaben_werden_nicht_geraten(
    buero: Path, rufe: Callable[..., Lauf], args: tuple[str, ...], satz: str
) -> None:
    vorher = sorted(buero.glob("daten/**/*"))

    lauf = rufe(*args)

    assert lauf.ausgang == 2
    assert satz in lauf.fehler
    assert "\n→ " in lauf.fehler
    assert sorted(buero.glob("daten/**/*")) == vorher


@pytest.mark.usefixtures("buero")
@pytest.mark.parametrize("mark", ["- ", "– ", "• ", "- - "])
def test_das_zeichen_einer_liste_vor_einem_titel_ist_keine_option(rufe: Callable[..., Lauf], mark: str) -> None:
    lauf = rufe("thema", "neu", f"{mark}Wohnen im Kreis", "--beschreibung", f"{mark}Eins\n{mark}Zwei", "--probe")

    assert lauf.ausgang == 0, lauf.fehler
    assert "+titel: Wohnen im Kreis\n" in lauf.aus
    assert f"+  {mark}Zwei\n" in lauf.aus


@pytest.mark.usefixtures("buero")
def test_ein_text_der_wie_eine_kurze_option_aussieht_wird_erklaert(rufe: Callable[..., Lauf]) -> None:
    lauf = rufe("thema", "neu", "-Wohnen")

    assert lauf.ausgang == 2
    assert "Soll es ein Text sein, der mit „-“ beginnt, davor „-- “ setzen" in lauf.fehler
    assert rufe("thema", "neu", "--probe", "--", "-Wohnen").ausgang == 0


def _sorte(param: Parameter) -> str:
    metavar = str(param.metavar)
    if getattr(param, "is_flag", False):
        return "Schalter"
    known = {"TEXT|@DATEI": "Text von mehreren Zeilen", "ZAHL": "Zahl", "HH:MM": "Uhrzeit"}
    return "Tag" if metavar.startswith("JJJJ-MM-TT") else known.get(metavar, "Wort")


def test_eine_option_ist_ueberall_von_derselben_sorte() -> None:
    seen: dict[str, set[str]] = {}
    for befehl in BEFEHLE.values():
        for param in befehl.params:
            if param.param_type_name == "option":
                for name in param.opts:
                    seen.setdefault(name, set()).add(_sorte(param))

    assert {name: sorten for name, sorten in seen.items() if len(sorten) > 1} == {
        "--anschrift": {"Wort", "Text von mehreren Zeilen"},  # init takes the lines between commas
    }


def _asked(function: ast.FunctionDef) -> set[str]:
    """The options that a command asks for, whatever else was said."""
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return {
        str(word.value.value)
        for call in calls
        for word in call.keywords
        if word.arg == "option"
        and isinstance(word.value, ast.Constant)
        and not _may_be_empty(call)
        and " oder " not in str(word.value.value)
    }


def _may_be_empty(call: ast.Call) -> bool:
    return any(word.arg in ("leer", "vorschlag") for word in call.keywords) or len(call.args) > 1


def test_was_ein_befehl_erfragt_heisst_in_seiner_hilfe_pflicht_oder_noetig() -> None:
    unmarked = []
    for name, eintrag in iter_eintraege():
        modul, _, gesucht = eintrag.ziel.partition(":")
        tree = ast.parse((CLI / f"{modul}.py").read_text("utf-8"))
        function = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == gesucht)
        helps = {opt: str(getattr(p, "help", "")) for p in BEFEHLE[name].params for opt in (*p.opts, str(p.metavar))}
        for option in _asked(function):
            told = helps.get(option, "")
            if not told.endswith(PFLICHT) and "nötig" not in told:
                unmarked.append(f"{name} {option}: {told}")

    assert sorted(unmarked) == []


@pytest.mark.parametrize("switch", ["--probe", "-h"])
def test_ein_schalter_darf_doppelt_stehen(buero: Path, rufe: Callable[..., Lauf], switch: str) -> None:
    lauf = rufe("thema", "neu", "Wohnen und Ankommen", switch, switch)

    assert lauf.ausgang == 0
    assert not (buero / "daten/themen/thema-wohnen-und-ankommen.yaml").exists()


@pytest.mark.usefixtures("buero")
@pytest.mark.parametrize(
    ("args", "pfad"),
    [
        (("thema", "neu", "Frühe Hilfen"), "thema-fruehe-hilfen"),
        (("thema", "neu", "2027"), "thema-2027"),
        (("thema", "neu", "Von\nund mit"), "thema-neu"),
        (("thema", "neu", "Beauftragtenverzeichnisfortschreibung"), "thema-beauftragtenverzeichnisfortsch"),
        (("bedarf", "melden", "Dolmetschen in Ämtern", "--stelle", "stadt-musterstadt"), "bedarf-2026-"),
        (("ziel", "neu", "Verständigung", "--beschreibung", "Alle."), "ziel-verstaendigung"),
        (("ziel", "neu", "Verständigung", "--beschreibung", "Alle.", "--kennung", "ziel-eigen"), "ziel-eigen"),
        (("veranstaltung", "neu", "Fachtag Sprache", "--art", "Fachtag", "--datum", "3.6.2027"), "VA-2026-02"),
        (("stelle", "neu", "Verein Brücke", "--art", "traeger"), "verein-bruecke"),
        (("stelle", "neu", "--name", "Verein Brücke", "--art", "träger"), "verein-bruecke"),
    ],
)
def test_name_und_titel_gehen_mit_und_ohne_option(rufe: Callable[..., Lauf], args: tuple[str, ...], pfad: str) -> None:
    lauf = rufe(*args, "--probe")

    assert lauf.ausgang == 0, lauf.fehler
    assert pfad in lauf.aus
