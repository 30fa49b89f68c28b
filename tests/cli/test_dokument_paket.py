"""``netzint dokument paket``, ``--oeffentlich``, and the addresses of what has no entry of its own."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def test_das_paket_ist_eine_datei_und_beim_zweiten_mal_dieselbe(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    lauf = rufe("dokument", "paket", "SG-2026-02", "--format", "md,html")
    first = (buero / "ausgabe/sg-2026-02/paket-sg-2026-02.zip").read_bytes()
    again = rufe("dokument", "paket", "sg-2026-02", "--format", "md,html", "--nach", str(tmp_path / "versand"))

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, "ausgabe/sg-2026-02/paket-sg-2026-02.zip\n")
    assert again.aus == f"{tmp_path / 'versand'}/paket-sg-2026-02.zip\n"
    assert (tmp_path / "versand/paket-sg-2026-02.zip").read_bytes() == first


def test_eine_kommende_sitzung_bringt_ihren_termin_mit(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    lauf = rufe("dokument", "paket", "sg-2026-03", "--format", "md")

    assert lauf.ausgang == Ausgang.GUT
    with ZipFile(buero / "ausgabe/sg-2026-03/paket-sg-2026-03.zip") as package:
        names = [name.partition("/")[2] for name in package.namelist()]
    assert "termin-sg-2026-03.ics" in names
    assert "niederschrift-sg-2026-03.md" not in names


def test_oeffentlich_entsteht_neben_der_fassung_fuer_das_haus(buero: Path, rufe: Rufe) -> None:
    own = rufe("dokument", "erzeugen", "sg-2026-02", "--art", "tagesordnung", "--format", "md")
    public = rufe("dokument", "erzeugen", "sg-2026-02", "--oeffentlich", "--format", "md")

    assert own.aus == "ausgabe/sg-2026-02/tagesordnung-sg-2026-02.md\n"
    assert public.aus == "ausgabe/sg-2026-02/tagesordnung-sg-2026-02-oeffentlich.md\n"
    text = (buero / "ausgabe/sg-2026-02/tagesordnung-sg-2026-02-oeffentlich.md").read_text("utf-8")
    assert "Planspiele" not in text


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (("sg-2026-02", "--oeffentlich", "--art", "verteiler"), 3, "nennt Personen und ihre Adressen"),
        (("jahresbericht-2019",), 2, "gegründet wurde es 2020"),
        (("jahresbericht",), 2, "Meinten Sie „jahresbericht-2026“"),
        (("beschluskontrolle",), 2, "Meinten Sie „beschlusskontrolle“?"),
        (("sg-2026-02", "--art", "verteilerliste"), 2, "Hier gibt es die Art „verteilerliste“ nicht."),
    ],
)
@pytest.mark.usefixtures("buero")
def test_was_nicht_geht_sagt_warum(rufe: Rufe, args: tuple[str, ...], ausgang: int, text: str) -> None:
    lauf = rufe("dokument", "erzeugen", *args)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler


def commit_on(buero: Path, tag: str) -> None:
    """Commit whatever lies there as if it were that day."""
    env = {**os.environ, "GIT_COMMITTER_DATE": f"{tag}T12:00:00+0100", "GIT_AUTHOR_DATE": f"{tag}T12:00:00+0100"}
    ident = ("-c", "user.name=Jemand", "-c", "user.email=jemand@example.org")
    subprocess.run(["git", *ident, "commit", "-qam", "damals"], cwd=buero, env=env, check=True)


def test_der_jahresbericht_vergleicht_was_am_anfang_festgeschrieben_war(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/themen/thema-wohnen.yaml", "titel: ", "titel: Altes ")
    commit_on(buero, "2025-12-30")
    replace(buero, "daten/themen/thema-wohnen.yaml", "titel: Altes ", "titel: ")
    commit_all(buero, "heute")
    lauf = rufe("dokument", "erzeugen", "Jahresbericht 2026", "--format", "md")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, "ausgabe/jahresbericht-2026/jahresbericht-2026.md\n")
    text = (buero / "ausgabe/jahresbericht-2026/jahresbericht-2026.md").read_text("utf-8")
    assert "Verglichen ist, was am 31. Dezember 2025 und was am 22. November 2026 erfasst war." in text
    assert "### Thema thema-wohnen" in text
    assert "Titel: „Altes " in text


def test_ohne_stand_vom_jahresanfang_sagt_der_bericht_es(buero: Path, rufe: Rufe) -> None:
    rufe("dokument", "erzeugen", "jahresbericht-2025", "--format", "md")

    text = (buero / "ausgabe/jahresbericht-2025/jahresbericht-2025.md").read_text("utf-8")
    assert "Was am 31. Dezember 2024 erfasst war, ist nicht festgehalten" in text
