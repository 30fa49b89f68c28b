"""Options that mean the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from netzint.cli import heute, optionen
from netzint.cli.optionen import Probe, Stichtag, Streng, Wurzel, resolve_zeit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf


@pytest.fixture
def bestand() -> Path:
    """A folder that looks like one of netzint's."""
    daten = Path.cwd() / "bestand" / "daten"
    daten.mkdir(parents=True)
    (daten / "netzwerk.yaml").touch()
    return daten.parent


@pytest.fixture
def welche_wurzel(befehl: Callable[..., Lauf]) -> Callable[..., Path | Lauf]:
    """The folder that a command gets, or how the call ended."""
    gesehen: list[Path] = []

    def merken(wurzel: Wurzel = Path()) -> None:
        gesehen.append(wurzel)

    def call(*args: str) -> Path | Lauf:
        lauf = befehl(merken, *args)
        return gesehen[-1] if lauf.ausgang == 0 else lauf

    return call


@pytest.mark.parametrize("unterordner", [".", "daten", "daten/sitzungen"])
def test_die_wurzel_wird_von_hier_aufwaerts_gefunden(
    bestand: Path, welche_wurzel: Callable[..., Path | Lauf], monkeypatch: pytest.MonkeyPatch, unterordner: str
) -> None:
    (bestand / unterordner).mkdir(exist_ok=True)
    monkeypatch.chdir(bestand / unterordner)

    assert welche_wurzel() == bestand


@pytest.mark.parametrize("option", ["--wurzel", "-C"])
def test_die_wurzel_kann_genannt_werden(bestand: Path, welche_wurzel: Callable[..., Path | Lauf], option: str) -> None:
    assert welche_wurzel(option, "bestand") == bestand


def test_die_wurzel_kann_auch_vor_dem_befehl_stehen(
    bestand: Path, befehl: Callable[..., Lauf], rufe: Callable[..., Lauf]
) -> None:
    gesehen: list[Path] = []

    def merken(wurzel: Wurzel = Path()) -> None:
        gesehen.append(wurzel)

    befehl(merken, "-C", "bestand")
    rufe("-C", "bestand", "lage")

    assert gesehen == [bestand, bestand]


def test_ohne_daten_sagt_netzint_wie_man_anfaengt(welche_wurzel: Callable[..., Path | Lauf]) -> None:
    lauf = welche_wurzel()

    assert not isinstance(lauf, Path)
    assert lauf.ausgang == 2
    assert "netzint init ORDNER" in lauf.fehler


@pytest.mark.parametrize(
    ("ordner", "grund"),
    [("fehlt", "Den Ordner „fehlt“ gibt es nicht."), (".", "Der Ordner „.“ enthält keinen Ordner daten.")],
)
def test_eine_falsche_wurzel_wird_benannt(welche_wurzel: Callable[..., Path | Lauf], ordner: str, grund: str) -> None:
    lauf = welche_wurzel("-C", ordner)

    assert not isinstance(lauf, Path)
    assert (lauf.ausgang, lauf.fehler.split("\n")[0]) == (2, f"Fehler: {grund}")


@pytest.mark.parametrize(
    ("args", "gesehen"), [((), ""), (("--stichtag", "commit"), "commit"), (("--stichtag", "1.2.2026"), "2026-02-01")]
)
def test_der_stichtag_kommt_als_text_an(befehl: Callable[..., Lauf], args: tuple[str, ...], gesehen: str) -> None:
    werte: list[str] = []

    def merken(stichtag: Stichtag = "", *, probe: Probe = False, streng: Streng = False) -> None:
        werte.append(stichtag)

    assert befehl(merken, *args).ausgang == 0
    assert werte == [gesehen]


def test_ohne_angabe_gilt_heute_und_der_arbeitsordner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heute, "today", lambda: date(2026, 11, 22))

    assert resolve_zeit(Path()) == (date(2026, 11, 22), "")
    assert resolve_zeit(Path(), "2026-02-01") == (date(2026, 2, 1), "")


def test_stand_und_commit_werden_von_git_beantwortet(monkeypatch: pytest.MonkeyPatch) -> None:
    from netzint.ablage import gitlesen

    monkeypatch.setattr(gitlesen, "resolve_stand", lambda _, stand: f"id-{stand}")
    monkeypatch.setattr(gitlesen, "head", lambda _: "id-head")
    monkeypatch.setattr(
        gitlesen, "committer_date", lambda _, rev: date(2026, 1, 1) if rev == "id-alt" else date(2026, 5, 5)
    )

    assert resolve_zeit(Path(), "commit", "alt") == (date(2026, 1, 1), "id-alt")
    assert resolve_zeit(Path(), "commit") == (date(2026, 5, 5), "")


def test_heute_ist_der_tag_in_berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    class Uhr(datetime):
        """Half past ten in the evening, world time: in Berlin the next day has begun."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 7, 1, 22, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(heute, "datetime", Uhr)

    assert heute.today() == date(2026, 7, 2)


def test_alle_optionen_haben_eine_deutsche_hilfe() -> None:
    namen = ("Wurzel", "Stichtag", "Stand", "Format", "Pruefformat", "Probe", "Streng", "Datum", "Uhrzeit")
    hilfen = [getattr(optionen, name).__metadata__[0].help for name in namen]

    assert all(hilfe.endswith(".") for hilfe in hilfen)
