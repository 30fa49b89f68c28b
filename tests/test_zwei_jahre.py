"""The story of a network: two whole years from ``init`` on, with commands only. It reads in ``zwei_jahre.txt``."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from netzint.ablage.gegen.basis import Basis
from netzint.ablage.gegen.pruefung import judge
from netzint.ablage.lesen.pruefung import check
from netzint.cli import start
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang
from tests.buero import git, state

ABSTAND = 20
"""So many steps lie between two states that are compared."""
SPAETER = ("sitzung beginnen", "sitzung abschliessen", "umlauf abschliessen")
"""What is proposed early because it comes next: its reason says on which day."""
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
    staende: list[tuple[str, date]] = []
    vorschlaege: dict[str, str] = {}
    monkeypatch.setattr("netzint.cli.heute.today", lambda: tag)
    # What becomes of the letters in other formats is shown elsewhere; to set and to print takes half of the time.
    monkeypatch.setattr("netzint.dokumente.auswahl.list_formate", lambda *_: ("md",))
    for nr, schritt in enumerate(read_schritte()):
        tag = schritt.tag
        where = f"zwei_jahre.txt:{schritt.zeile}: {schritt.aufruf}"
        before = state(Path()) if Path("daten").is_dir() else None
        assert _call(schritt.aufruf) == schritt.ausgang, f"{where}\n{capsys.readouterr().err}"
        said = capsys.readouterr()
        if schritt.ausgang == Ausgang.GUT:
            if schritt.aufruf.startswith("init "):
                monkeypatch.chdir("netz")
            assert not _fehler(tag), where
            for form, befehl in _find_vorschlaege(said.out):
                if form not in vorschlaege:
                    vorschlaege[form] = _try_vorschlag(befehl, form, capsys)
            staende += [(git(Path(), "rev-parse", "HEAD"), tag)] if nr % ABSTAND == 0 else []
        else:
            assert said.err.startswith("Fehler: "), where
            assert "\n→ " in said.err, where
            assert state(Path()) == before, where
    assert {form: gesagt for form, gesagt in vorschlaege.items() if gesagt} == {}
    assert len(vorschlaege) >= 50
    _check_uebergaenge(staende, git(Path(), "rev-parse", "HEAD"))
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


def _find_vorschlaege(aus: str) -> Iterator[tuple[str, str]]:
    """The commands that were proposed, each with its form: the words without what names an entry."""
    for befehl in re.findall(r"^  netzint (.+?)(?:  .*)?$|netzint (zuruecknehmen v-\S+)$", aus, re.MULTILINE):
        words = shlex.split("".join(befehl))
        yield " ".join(w for nr, w in enumerate(words) if nr == 0 or (w.isalpha() and w.islower())), "".join(befehl)


def _try_vorschlag(befehl: str, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What speaks against typing a proposed command as it stands; it may ask for more, or have its day later."""
    if re.search(r"…|\b[A-ZÄÖÜ]{3,}\b", befehl):
        return f"{befehl}: Platzhalter"
    code, gesagt = start.run([*shlex.split(befehl), "--probe"]), capsys.readouterr().err
    if "--probe gibt es nicht" in gesagt:
        code, gesagt = _call(befehl), capsys.readouterr().err
    asks = code == Ausgang.AUFRUF and re.match(r"Fehler: (Es fehl(t|en)\b|Die neue Fassung wäre wortgleich)", gesagt)
    later = code == Ausgang.ABGELEHNT and form in SPAETER
    return "" if code == Ausgang.GUT or asks or later else f"{befehl}: {code} {gesagt}"


def _fehler(tag: date) -> list[str]:
    return [f"{b.pfad}:{b.zeile} {b.code} {b.text}" for b in check(Path(), tag).befunde if b.schwere is Schwere.FEHLER]


def _check_uebergaenge(staende: list[tuple[str, date]], letzter: str) -> None:
    """What acts have done is right for the rules about two states, over short ways and over long ones."""
    ways = [(alt, neu, tag) for (alt, tag), (neu, _) in pairwise(staende)]
    ways += [(alt, letzter, tag) for alt, tag in staende[::3]]
    for alt, neu, tag in ways:
        found = judge(Path(), Basis("", alt, neu), neu, tag)
        assert [n.befund for n in found if n.befund.schwere is not Schwere.HINWEIS] == [], f"{alt}..{neu}"


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
