"""What every test gets: a world of its own, and golden files with one switch to accept them."""

from __future__ import annotations

import gc
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from netzint.cli import deutsch
from tests import buero as buero_bauen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

if not os.environ.get("CI"):  # there hypothesis has a profile of its own, which draws the same examples each time
    settings.register_profile("ohne-uhr", deadline=None)  # a busy machine is no failure
    settings.load_profile("ohne-uhr")

ERWARTET = Path(__file__).parent / "erwartet"
SCHALTER = "--erwartet-annehmen"
LANGE = (
    "test_seiten_im_browser",
    "test_zwei_zeiten",
    "test_urteilen",
    "test_kreislauf",
    "test_urteil",
    "test_readme",
    "test_fragen",
    "test_zwei_jahre",
)
"""Modules that take longest start first: otherwise the last one runs alone, and the other processes wait for it."""
STOERENDE_UMGEBUNG = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_ACTIONS", "XDG_CONFIG_HOME", "EMAIL")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch that writes golden files instead of comparing with them."""
    parser.addoption(SCHALTER, action="store_true", help="erwartete Ausgaben neu schreiben; danach git diff ansehen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long modules first. Property tests are not traced: that takes three times as long and shows nothing new."""
    order = {name: at for at, name in enumerate(LANGE)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.no_cover)


def pytest_collection_finish() -> None:
    """Nothing of what has been collected is garbage before the end: nobody has to look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def langes_leben() -> Iterator[None]:
    """A call of netzint has a short life of its own; this process lives through many thousands.

    What a call sets aside for its life would never be freed, and what it builds for it, like the parser of its command,
    would be built a thousand times alike.
    """
    built: dict[tuple[str, int], Any] = {}
    build = deutsch.build_befehl

    def build_once(name: str, eintrag: Any) -> Any:
        key = (name, id(eintrag))
        if key not in built:
            built[key] = build(name, eintrag)
        return built[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", lambda: None)
        patch.setattr(deutsch, "build_befehl", build_once)
        yield


@pytest.fixture(autouse=True)
def eigene_welt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code and data share this repository: a test that forgets its folder must not find it, or anybody's git setup."""
    heim, hier = tmp_path / "heim", tmp_path / "hier"
    heim.mkdir()
    hier.mkdir()
    gitconfig = heim / "gitconfig"
    gitconfig.touch()
    for name in [*STOERENDE_UMGEBUNG, *(name for name in os.environ if name.startswith("GIT_"))]:
        monkeypatch.delenv(name, raising=False)
    for name, wert in {
        "HOME": str(heim),
        "USERPROFILE": str(heim),
        "GIT_CONFIG_GLOBAL": str(gitconfig),
        "GIT_CONFIG_NOSYSTEM": "1",
        "TZ": "UTC",
    }.items():
        monkeypatch.setenv(name, wert)
    if hasattr(time, "tzset"):
        time.tzset()
    monkeypatch.chdir(hier)


@pytest.fixture(scope="session")
def buerovorlage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: every test gets a copy."""
    return buero_bauen.found(tmp_path_factory.mktemp("vorlage") / "büro")


@pytest.fixture(scope="session")
def buerovorlage_alle_formate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, where every letter comes in all formats that netzint makes of its own accord."""
    return buero_bauen.found(tmp_path_factory.mktemp("vorlage") / "büro", formate="")


@pytest.fixture
def buero(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository made of the shipped example, as the current folder, on 22 November 2026.

    Its letters come as Markdown only, unless the test is marked ``alle_formate``.
    """
    name = "buerovorlage_alle_formate" if request.node.get_closest_marker("alle_formate") else "buerovorlage"
    wurzel = tmp_path / "büro"
    shutil.copytree(request.getfixturevalue(name), wurzel, symlinks=True)
    monkeypatch.chdir(wurzel)
    monkeypatch.setattr("netzint.cli.heute.today", lambda: buero_bauen.STICHTAG)
    return wurzel


@pytest.fixture(scope="session")
def vorrat() -> dict[str, Path]:
    """What ``vorbereite`` has set aside: module, name of the state, formats → folder."""
    return {}


@pytest.fixture
def vorbereite(
    buero: Path, request: pytest.FixtureRequest, vorrat: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Callable[[], object]], None]:
    """``vorbereite("geplant", lambda: rufe("sitzung", "neu"))``: brings the office to a state, which is made once.

    Every test gets a copy. A state is known by its name, so the name stands for these very steps.
    """
    formate = "alle" if request.node.get_closest_marker("alle_formate") else "md"

    def bring(name: str, steps: Callable[[], object]) -> None:
        key = f"{request.module.__name__}:{name}:{formate}"
        if key not in vorrat:
            steps()
            vorrat[key] = tmp_path_factory.mktemp("vorrat") / "büro"
            shutil.copytree(buero, vorrat[key], symlinks=True)
            return
        os.chdir(buero.parent)
        buero.rename(buero.with_name("unbenutzt"))
        shutil.copytree(vorrat[key], buero, symlinks=True)
        os.chdir(buero)

    return bring


@pytest.fixture
def erwartet(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``erwartet("cli/hilfe.txt", text)`` compares with a golden file; a missing one fails, the switch writes it."""
    annehmen = bool(request.config.getoption(SCHALTER))

    def compare(name: str, text: str) -> None:
        datei = ERWARTET / name
        if annehmen:
            datei.parent.mkdir(parents=True, exist_ok=True)
            datei.write_bytes(text.encode())
            return
        if not datei.is_file():
            pytest.fail(f"tests/erwartet/{name} fehlt; mit {SCHALTER} anlegen und ansehen")
        assert text == datei.read_bytes().decode(), f"anders als tests/erwartet/{name}; annehmen mit {SCHALTER}"

    return compare
