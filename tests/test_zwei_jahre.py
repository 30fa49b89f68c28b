"""The story of a network: two whole years from ``init`` on, with commands only. It reads in ``zwei_jahre.txt``."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from netzint.ablage.lesen.pruefung import check
from netzint.cli import start
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang
from tests.buero import git, state

GESCHICHTE = Path(__file__).parent / "zwei_jahre.txt"


class Schritt(NamedTuple):
    """One call on a day, and the exit code it has to end with."""

    zeile: int
    tag: date
    aufruf: str
    ausgang: int


def read_schritte() -> Iterator[Schritt]:
    """The steps of the story."""
    tag = date.min
    for nr, line in enumerate(GESCHICHTE.read_text("utf-8").splitlines(), 1):
        if line.startswith("["):
            tag = date.fromisoformat(line.strip("[]"))
        elif line and not line.startswith("#"):
            code, colon, rest = line.partition(": ")
            refused = bool(colon) and code.isdigit()
            yield Schritt(nr, tag, rest if refused else line, int(code) if refused else Ausgang.GUT)


@pytest.mark.no_cover
def test_zwei_jahre_eines_netzwerks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], erwartet: Callable[[str, str], None]
) -> None:
    tag = date.min
    monkeypatch.setattr("netzint.cli.heute.today", lambda: tag)
    for schritt in read_schritte():
        tag = schritt.tag
        where = f"zwei_jahre.txt:{schritt.zeile}: {schritt.aufruf}"
        before = state(Path()) if Path("daten").is_dir() else None
        assert _call(schritt.aufruf) == schritt.ausgang, f"{where}\n{capsys.readouterr().err}"
        said = capsys.readouterr()
        if schritt.ausgang == Ausgang.GUT:
            if schritt.aufruf.startswith("init "):
                monkeypatch.chdir("netz")
            assert not _fehler(tag), where
        else:
            assert said.err.startswith("Fehler: "), where
            assert "\n→ " in said.err, where
            assert state(Path()) == before, where
    erwartet("zwei_jahre/daten.txt", _tell_daten())
    for name, call in (
        ("lage", "lage"),
        ("kontrolle", "beschlusskontrolle"),
        ("spur", "spur bedarf-2027-01"),
        ("geschaeftsordnung", "geschaeftsordnung zeigen"),
    ):
        assert _call(call) == Ausgang.GUT
        erwartet(f"zwei_jahre/{name}.txt", capsys.readouterr().out)
    assert git(Path(), "status", "--porcelain") == ""


def _call(aufruf: str) -> int:
    if "{letzter}" in aufruf:
        number = git(Path(), "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
        aufruf = aufruf.replace("{letzter}", number)
    return start.run(shlex.split(aufruf))


def _fehler(tag: date) -> list[str]:
    return [f"{b.pfad}:{b.zeile} {b.code} {b.text}" for b in check(Path(), tag).befunde if b.schwere is Schwere.FEHLER]


def _tell_daten() -> str:
    """Everything that was recorded; the Geschäftsordnung, which is long, is told by its own command."""
    paths = sorted(path for path in Path("daten").rglob("*.yaml") if path.stem != "geschaeftsordnung")
    return "".join(f"# {path.as_posix()}\n{path.read_text('utf-8')}\n" for path in paths)


def test_die_geschichte_erzaehlt_was_in_einem_netzwerk_vorkommt() -> None:
    calls = [schritt.aufruf for schritt in read_schritte()]
    days = [schritt.tag for schritt in read_schritte()]

    assert (days[-1] - days[0]).days > 600
    assert days == sorted(days)
    for part in (
        "mitglied nachbenennen", "ag einsetzen", "ag abschliessen", "--zweite-ladung-zu", "--stimme-leitung",
        "--befangen", "umlauf neu", "umlauf entfallen", "beschlussvorlage aendern",
        "--ergebnis geaendert_angenommen", "--antwort nicht-aufgegriffen", "berichtigen ",
        "zuruecknehmen ", "empfehlung erledigen", "sitzung verlegen", "--antrag verlaengern", "mitglied aufruecken",
    ):  # fmt: skip
        assert any(part in call for call in calls), part
