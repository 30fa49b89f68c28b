"""The house itself: directions of imports, sizes, language, and what must not be touched where."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

pytestmark = pytest.mark.no_cover

CHECKOUT = Path(__file__).parents[1]
HAUS = CHECKOUT / "netzint"
TESTS = CHECKOUT / "tests"

STOCKWERK = {"modell": 0, "recht": 1, "regeln": 2, "vorgaenge": 3, "berichte": 3, "dokumente": 4, "ablage": 4, "cli": 5}
BIBLIOTHEKEN = {
    "modell": {"pydantic", "pydantic_core", "annotated_types", "rapidfuzz"},
    "recht": {"holidays"},
    "regeln": {"rapidfuzz"},
    "vorgaenge": {"rapidfuzz"},
    "berichte": set[str](),
    "dokumente": {
        *("jinja2", "markupsafe", "markdown_it", "rapidfuzz", "icalendar", "docx", "docxtpl", "lxml", "pypdf", "typst"),
    },
    "ablage": {"git", "ruamel", "_ruamel_yaml", "filelock", "pydantic", "pydantic_core", "rapidfuzz"},
    "cli": {"typer", "rich", "rapidfuzz", "xlsxwriter"},
}
REINE_RAEUME = ("modell", "recht", "regeln", "vorgaenge", "berichte", "dokumente")
UNREINE_MODULE = {
    "os", "io", "sys", "subprocess", "socket", "time", "random", "secrets", "tempfile", "shutil", "glob", "urllib",
    "http", "threading", "multiprocessing", "asyncio", "signal", "locale", "platform", "getpass", "logging", "ctypes",
}  # fmt: skip
UNREINE_RUFE = {"open", "print", "input", "exec", "eval", "__import__"}
UHRZEITEN = {"now", "utcnow", "today", "fromtimestamp", "localtime"}
NUR_POSIX = {"fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "posix", "syslog", "readline", "crypt"}
NUR_POSIX_NAMEN = {
    "fork",
    "posix_spawn",
    "posix_spawnp",
    "setsid",
    "SIGALRM",
    "SIGKILL",
    "alarm",
    "setitimer",
    "mkfifo",
}
OBERSTE_EBENE = {
    "netzint", "daten", "vorlagen", "tests",
    "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
}  # fmt: skip

ZEILEN_JE_MODUL = 250
ZEILEN_JE_FUNKTION = 40
# Each exception with its reason; one that is needed no longer fails, too.
ZU_LANGE_MODULE: dict[str, str] = {}
ZU_LANGE_FUNKTIONEN: dict[str, str] = {}
UNREIN_MIT_GRUND = {
    "dokumente/vorlagenpruefung.py": "starts the child process that renders foreign templates within limits",
    "dokumente/kind.py": "is that child process",
    "dokumente/pdfworte.py": "starts the child process that reads foreign PDF files within limits",
    "dokumente/pdfkind.py": "is that child process",
    "dokumente/paket.py": "the libraries for packages of word processors want streams; these are in memory",
}
KREISE_MIT_GRUND = {
    ("netzint.regeln.berichtigungen", "netzint.regeln.alle"): "a rule about waivers and corrections knows all rules",
}
"""Imports that close a circle."""


@cache
def _baum(pfad: Path) -> ast.Module:
    return ast.parse(pfad.read_bytes(), str(pfad))


@cache
def _knoten(pfad: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_baum(pfad)))


@pytest.fixture(scope="module", autouse=True)
def vergessen() -> Iterator[None]:
    """Millions of nodes would slow down every later test in this process."""
    yield
    _knoten.cache_clear()
    _baum.cache_clear()


def _module(ordner: Path = HAUS) -> list[Path]:
    return sorted(pfad for pfad in ordner.rglob("*.py") if "mitgeliefert" not in pfad.parts)


def _name(pfad: Path) -> str:
    return pfad.relative_to(HAUS).as_posix()


def _raum(pfad: Path) -> str:
    teile = pfad.relative_to(HAUS).parts
    return teile[0] if len(teile) > 1 else ""


def _raum_module(*raeume: str) -> list[Path]:
    return [pfad for pfad in _module() if _raum(pfad) in raeume]


def _importe(knoten_darin: Iterable[ast.AST]) -> Iterator[str]:
    """Full names of what is imported by these nodes: ``netzint.ablage.leser``, ``os``, ``datetime.date``."""
    for knoten in knoten_darin:
        if isinstance(knoten, ast.Import):
            yield from (alias.name for alias in knoten.names)
        elif isinstance(knoten, ast.ImportFrom):
            yield from (f"{'.' * knoten.level}{knoten.module or ''}.{alias.name}" for alias in knoten.names)


def _funktionen(pfad: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [k for k in _knoten(pfad) if isinstance(k, ast.FunctionDef | ast.AsyncFunctionDef)]


def _laenge(knoten: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (knoten.end_lineno or knoten.lineno) - knoten.lineno + 1


def _darf_importieren(quelle: str, ziel: str) -> bool:
    if quelle == ziel or ziel == "__version__":
        return True
    return bool(quelle) and ziel in STOCKWERK and STOCKWERK[ziel] < STOCKWERK[quelle]


def test_importe_fuehren_nur_nach_unten() -> None:
    fehler = []
    for pfad in _module():
        for name in _importe(_knoten(pfad)):
            teile = name.split(".")
            erlaubt = _raum(pfad) == "" or teile[0] != "netzint" or _darf_importieren(_raum(pfad), teile[1])
            if not erlaubt or name.startswith("."):
                fehler.append(f"{_name(pfad)} importiert {name}")

    assert fehler == []


def test_module_bilden_keinen_kreis() -> None:
    """Nor where one of them imports late or for types only: each can be read, and moved, without the other."""
    namen = {".".join(("netzint", *pfad.relative_to(HAUS).with_suffix("").parts)): pfad for pfad in _module()}
    graph = {name: {i for z in _importe(_knoten(pfad)) for i in (z, z.rpartition(".")[0])} & namen.keys() - {name}
             for name, pfad in namen.items()}  # fmt: skip
    for quelle, ziel in KREISE_MIT_GRUND:
        graph[quelle].remove(ziel)

    assert _find_kreis(graph) == []
    assert _find_kreis({**graph, "netzint.modell.fehler": {"netzint.cli.start"}}) != []


def _find_kreis(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fehler:
        return [str(name) for name in fehler.args[1]]
    return []


def test_jeder_raum_kennt_nur_seine_bibliotheken() -> None:
    fehler = []
    for pfad in _module():
        bekannt = BIBLIOTHEKEN.get(_raum(pfad), set()) | sys.stdlib_module_names | {"netzint"}
        fehler += [f"{_name(pfad)} importiert {n}" for n in _importe(_knoten(pfad)) if n.split(".")[0] not in bekannt]

    assert fehler == []


def test_nur_die_tabellen_importieren_nach_namen_und_nur_im_eigenen_raum() -> None:
    """An import by name escapes the test of directions, so only tables may do it, each within its own room."""
    rufe = {}
    for pfad in _module():
        for knoten in _knoten(pfad):
            if isinstance(knoten, ast.Call) and ast.unparse(knoten.func).endswith("import_module"):
                rufe[_name(pfad)] = ast.unparse(knoten.args[0]).removeprefix("f").strip("'\"")

    assert {name: ziel.split("{")[0] for name, ziel in rufe.items()} == {
        "cli/deutsch.py": "netzint.cli.",
        "modell/arten.py": "netzint.modell.",
    }


@pytest.mark.parametrize("raum", REINE_RAEUME)
def test_reine_raeume_kennen_weder_uhr_noch_platte_noch_umgebung(raum: str) -> None:
    fehler = []
    for pfad in _raum_module(raum):
        if _name(pfad) not in UNREIN_MIT_GRUND:
            fehler += [f"{_name(pfad)}: {was}" for was in _unreines(_knoten(pfad))]

    assert fehler == []


def _unreines(alle: tuple[ast.AST, ...]) -> Iterator[str]:
    for name in _importe(alle):
        kopf, _, rest = name.partition(".")
        if kopf in UNREINE_MODULE or (kopf == "pathlib" and not rest.startswith("Pure")):
            yield name
    for ruf in (k.func for k in alle if isinstance(k, ast.Call)):
        if isinstance(ruf, ast.Name) and ruf.id in UNREINE_RUFE:
            yield f"{ruf.id}()"
        elif isinstance(ruf, ast.Attribute) and ruf.attr in UHRZEITEN:
            yield f".{ruf.attr}()"


def test_nur_ein_modul_der_stimme_weiss_welcher_tag_ist() -> None:
    rufer = set()
    for pfad in _raum_module("cli"):
        rufe = [k.func for k in _knoten(pfad) if isinstance(k, ast.Call)]
        if any(isinstance(r, ast.Attribute) and r.attr == "now" for r in rufe):
            rufer.add(_name(pfad))

    assert rufer == {"cli/heute.py"}


def test_niemand_spricht_an_der_ausgabe_vorbei() -> None:
    fehler = []
    for pfad in _module():
        namen = {k.func.id for k in _knoten(pfad) if isinstance(k, ast.Call) and isinstance(k.func, ast.Name)}
        quelle = pfad.read_text(encoding="utf-8")
        schreibt = re.search(r"sys\.std(out|err)\.(buffer|write)|typer\.s?echo", quelle)
        darf = _name(pfad) in {"cli/ausgabe.py", "dokumente/kind.py", "dokumente/pdfkind.py"}
        if "print" in namen or (schreibt and not darf):
            fehler.append(_name(pfad))

    assert fehler == []


def test_kein_modul_verlangt_am_kopf_posix() -> None:
    fehler = []
    for pfad in _module():
        for knoten in _ausserhalb_von_funktionen(_baum(pfad)):
            if isinstance(knoten, ast.Import | ast.ImportFrom):
                verboten = {n for n in _importe([knoten]) if n.split(".")[0] in NUR_POSIX}
            else:
                verboten = {knoten.attr} & NUR_POSIX_NAMEN if isinstance(knoten, ast.Attribute) else set()
            fehler += [f"{_name(pfad)}: {was}" for was in verboten]

    assert fehler == []


def _ausserhalb_von_funktionen(baum: ast.AST) -> Iterator[ast.AST]:
    for kind in ast.iter_child_nodes(baum):
        if not isinstance(kind, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield kind
            yield from _ausserhalb_von_funktionen(kind)


def test_paketdateien_enthalten_nur_ihren_docstring() -> None:
    fehler = [
        _name(p) for p in HAUS.glob("*/**/__init__.py") if len(_baum(p).body) != 1 or not ast.get_docstring(_baum(p))
    ]

    assert fehler == []


def test_kein_modul_ist_zu_lang() -> None:
    laengen = {_name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in _module()}

    assert {n: z for n, z in laengen.items() if z > ZEILEN_JE_MODUL and n not in ZU_LANGE_MODULE} == {}
    assert {n for n in ZU_LANGE_MODULE if laengen.get(n, 0) <= ZEILEN_JE_MODUL} == set()


def test_keine_funktion_ist_zu_lang() -> None:
    laengen = {f"{_name(p)}:{f.name}": _laenge(f) for p in _module() for f in _funktionen(p)}

    assert {n: z for n, z in laengen.items() if z > ZEILEN_JE_FUNKTION and n not in ZU_LANGE_FUNKTIONEN} == {}
    assert {n for n in ZU_LANGE_FUNKTIONEN if laengen.get(n, 0) <= ZEILEN_JE_FUNKTION} == set()


def test_die_meisten_funktionen_sind_kurz() -> None:
    laengen = [_laenge(f) for p in _module() for f in _funktionen(p)]

    assert median(laengen) < 10


def test_namen_im_programm_sind_ascii() -> None:
    fehler = []
    for pfad in [*_module(), *_module(TESTS)]:
        for knoten in _knoten(pfad):
            namen = [getattr(knoten, feld, None) for feld in ("id", "name", "attr", "arg")]
            fehler += [f"{pfad.name}: {n}" for n in namen if isinstance(n, str) and not n.isascii()]

    assert fehler == []


ENGLISCH = re.compile(
    r"(?<![\w.-])(the|is|are|not|and|of|should|must|when|with|without|returns?|file|invalid|missing)(?![\w-])"
)
DEUTSCH = re.compile(
    r"(?<!\w)(?<!- )(und|nicht|ist|sind|eine[nrsm]?|wird|oder|für|dass|auch|kann|wenn|beim|zur|zum)(?!\w)"
)
ZITAT = re.compile(r"nicht teilgenommen|„[^“]*“|``[^`]*``|`[^`]*`|\"[^\"]*\"", re.DOTALL)


def test_namen_von_tests_sind_deutsche_saetze() -> None:
    fehler = []
    for pfad in _module(TESTS):
        for funktion in _funktionen(pfad):
            worte = funktion.name.split("_")
            if worte[0] == "test" and (len(worte) < 4 or ENGLISCH.search(" ".join(worte[1:]))):
                fehler.append(f"{pfad.relative_to(TESTS)}: {funktion.name}")

    assert fehler == []


def test_meldungen_an_menschen_sind_deutsch() -> None:
    fehler = []
    for pfad in _module():
        for knoten in _knoten(pfad):
            if isinstance(knoten, ast.Call) and isinstance(knoten.func, ast.Name) and knoten.func.id == "NetzintFehler":
                texte = [k.value for k in ast.walk(knoten) if isinstance(k, ast.Constant) and isinstance(k.value, str)]
                fehler += [f"{_name(pfad)}: {t}" for t in texte if ENGLISCH.search(ZITAT.sub("", t))]

    assert fehler == []


def test_docstrings_fuer_programmierer_sind_englisch() -> None:
    fehler = []
    for pfad in _module():
        for knoten in _knoten(pfad):
            if isinstance(knoten, ast.Module | ast.ClassDef | ast.FunctionDef) and not _is_handbuch(knoten):
                text = ZITAT.sub("", ast.get_docstring(knoten) or "")
                if treffer := DEUTSCH.search(text):
                    fehler.append(f"{_name(pfad)}: {getattr(knoten, 'name', 'Modul')}: {treffer[0]}")

    assert fehler == []


def _is_handbuch(knoten: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    """Docstrings of rules, commands and data models are read by the Geschäftsstelle, so they are German."""
    if isinstance(knoten, ast.ClassDef) and knoten.bases:
        return True
    schmuck = "" if isinstance(knoten, ast.Module) else " ".join(ast.unparse(d) for d in knoten.decorator_list)
    return "regel(" in schmuck or (isinstance(knoten, ast.FunctionDef) and knoten.name in _befehle())


@cache
def _befehle() -> frozenset[str]:
    quellen = [pfad.read_text(encoding="utf-8") for pfad in (HAUS / "cli").glob("befehle*.py")]
    return frozenset(re.findall(r'"\w+:(\w+)"', "".join(quellen)))


LANGSAM = (
    "pydantic", "rich", "git", "jinja2", "ruamel", "_ruamel_yaml", "markdown_it", "rapidfuzz", "holidays", "typst",
    "docx", "lxml",
)  # fmt: skip


@pytest.mark.parametrize("aufruf", [["--help"], ["--version"], ["sitzung", "--help"]])
def test_die_hilfe_laedt_nichts_langsames(aufruf: list[str]) -> None:
    programm = (
        f"import sys, json; from netzint.cli.start import run; run({aufruf!r}); print(json.dumps(list(sys.modules)))"
    )
    ergebnis = subprocess.run([sys.executable, "-c", programm], capture_output=True, check=True, encoding="utf-8")
    geladen = {name.split(".")[0] for name in json.loads(ergebnis.stdout.splitlines()[-1])}

    assert "typer" in geladen or aufruf == ["--version"]
    assert geladen & set(LANGSAM) == set()


def test_auf_der_obersten_ebene_liegt_nur_was_dort_hingehoert() -> None:
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("kein Git-Arbeitsverzeichnis")
    befehl = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ausgabe = subprocess.run(befehl, cwd=CHECKOUT, capture_output=True, check=True, encoding="utf-8").stdout
    namen = {pfad.split("/")[0] for pfad in ausgabe.split("\0") if pfad}

    assert {name for name in namen if not name.startswith(".")} - OBERSTE_EBENE == set()
