"""``netzint pruefen --zusammen A B``: each valid alone, and what both together break."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SITZUNG = "daten/sitzungen/sg-2026-02.yaml"
ORT = "ort: Musterburg, Haus der Begegnung"
ZIEL = "titel: {}\nbeschreibung: |\n  Ein Ziel.\nab: 2026-01-01\n"


def befunde(lauf: Lauf) -> list[tuple[str, str | None]]:
    return [(befund["code"], befund["kennung"]) for befund in json.loads(lauf.aus)["befunde"]]


def change(ordner: Path, zweig: str, aendern: Callable[[], object]) -> None:
    """A branch of its own from main with one change."""
    git(ordner, "switch", "-q", "-c", zweig, "main")
    aendern()
    if git(ordner, "status", "--porcelain"):
        commit_all(ordner, zweig)


@pytest.fixture
def unberuehrt(buero: Path) -> Iterator[None]:
    """Reading never writes: neither refs nor objects nor the work tree are others afterwards."""
    yield
    assert git(buero, "status", "--porcelain") == ""
    assert not list(buero.glob(".merge_file*"))


def count_objects(ordner: Path) -> str:
    return git(ordner, "count-objects", "-v") + git(ordner, "for-each-ref")


@pytest.mark.usefixtures("unberuehrt")
def test_zwei_gueltige_antraege_die_zusammen_einen_sitz_doppelt_besetzen(buero: Path, rufe: Rufe) -> None:
    rest = ("--stelle", "staedtetag", "--funktion", "Referat", "--ab", "2026-12-01", "--amt-seit", "2026-12-01")
    befehl = partial(rufe, "mitglied", "nachbenennen", "staedtetag", *rest, "--name")
    for zweig, name in (("eins", "Anna Eins"), ("zwei", "Bert Zwei")):
        change(buero, zweig, partial(befehl, name))
        assert rufe("pruefen").ausgang == Ausgang.GUT
    vorher = count_objects(buero)

    lauf = rufe("pruefen", "--zusammen", "eins", "zwei", "--format", "json")

    assert (lauf.ausgang, befunde(lauf)) == (Ausgang.BEFUNDE, [("Q102", "staedtetag-4")])
    assert "Jeder Stand für sich hat das nicht, beide zusammen schon: 1 Fehler." in lauf.fehler
    assert count_objects(buero) == vorher


@pytest.mark.usefixtures("unberuehrt")
def test_verschiedene_felder_einer_datei_passen_zusammen(buero: Path, rufe: Rufe) -> None:
    change(buero, "eins", lambda: replace(buero, SITZUNG, ORT, "ort: Neustadt"))
    change(buero, "zwei", lambda: replace(buero, SITZUNG, 'ende: "12:15"', 'ende: "12:30"'))

    lauf = rufe("pruefen", "--zusammen", "eins", "zwei")

    assert (lauf.ausgang, lauf.fehler.split("\n")[0]) == (Ausgang.GUT, "„eins“ und „zwei“ passen zusammen.")


@pytest.mark.usefixtures("unberuehrt")
def test_widersprueche_werden_wert_fuer_wert_genannt(buero: Path, rufe: Rufe) -> None:
    def make(ort: str, titel: str) -> Callable[[], None]:
        def act() -> None:
            replace(buero, SITZUNG, ORT, f"ort: {ort}")
            (buero / "daten/ziele/ziel-neu.yaml").write_text(ZIEL.format(titel), "utf-8")
            (buero / "notizen.txt").write_text(f"{titel}\n", "utf-8")

        return act

    change(buero, "eins", make("Neustadt", "Eins"))
    change(buero, "zwei", make("Altstadt", "Zwei"))

    lauf = rufe("pruefen", "--zusammen", "eins", "zwei", "--format", "json")

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert befunde(lauf) == [("Z101", "sg-2026-02"), ("Z102", "ziel-neu"), ("Z104", None)]
    assert "„ort: Neustadt“ und „ort: Altstadt“" in lauf.aus


@pytest.mark.usefixtures("unberuehrt")
def test_geloescht_gegen_geaendert(buero: Path, rufe: Rufe) -> None:
    ziel = buero / "daten/ziele/ziel-zugang.yaml"
    change(buero, "eins", ziel.unlink)
    change(buero, "zwei", lambda: replace(buero, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Neuer "))

    lauf = rufe("pruefen", "--zusammen", "zwei", "eins", "--format", "json")

    assert ("Z103", "ziel-zugang") in befunde(lauf)


@pytest.mark.usefixtures("unberuehrt")
def test_was_am_stand_des_anderen_nicht_geschehen_darf(buero: Path, rufe: Rufe) -> None:
    """No rule about one state sees it: what a Kennung meant on the one side, it must go on to mean."""
    thema = buero / "daten/themen/thema-neu.yaml"

    def make(titel: str, tag: str) -> None:
        thema.write_text(f"titel: {titel}\naufgenommen: {tag}\n", "utf-8")
        commit_all(buero, titel)

    change(buero, "eins", partial(make, "Wohngeld", "2026-09-01"))
    thema.unlink()
    commit_all(buero, "Doch nicht")
    change(buero, "zwei", partial(make, "Fahrtkosten", "2026-10-01"))

    for staende in (("eins", "zwei"), ("zwei", "eins")):
        lauf = rufe("pruefen", "--zusammen", *staende, "--format", "json")
        assert (lauf.ausgang, befunde(lauf)) == (Ausgang.BEFUNDE, [("N403", "thema-neu")])


def test_was_ein_stand_allein_schon_hat_ist_nichts_neues(buero: Path, rufe: Rufe) -> None:
    change(buero, "eins", lambda: replace(buero, SITZUNG, "datum: 2026-07-07", "datum: 2026-02-30"))
    change(buero, "zwei", lambda: replace(buero, SITZUNG, ORT, "ort: Neustadt"))

    lauf = rufe("pruefen", "--zusammen", "eins", "zwei", "--format", "json")

    assert (lauf.ausgang, befunde(lauf)) == (Ausgang.GUT, [])
    assert "Befunde haben schon die Stände für sich" in lauf.fehler


def test_staende_ohne_gemeinsame_vorgeschichte(buero: Path, rufe: Rufe) -> None:
    git(buero, "switch", "-q", "--orphan", "fremd")
    git(buero, "commit", "-q", "--allow-empty", "-m", "Anderes")
    git(buero, "switch", "-q", "main")

    lauf = rufe("pruefen", "--zusammen", "main", "fremd")

    assert (lauf.ausgang, "keine gemeinsame Vorgeschichte" in lauf.fehler) == (Ausgang.UMGEBUNG, True)


@pytest.mark.parametrize("weitere", [("--stand", "HEAD"), ("--gegen", "main")])
def test_mit_anderen_staenden_vertraegt_es_sich_nicht(buero: Path, rufe: Rufe, weitere: tuple[str, str]) -> None:
    lauf = rufe("pruefen", "--zusammen", "main", "main", *weitere)

    assert (lauf.ausgang, "--zusammen nennt schon beide Stände" in lauf.fehler) == (Ausgang.AUFRUF, True)


def test_ein_unbekannter_stand_wird_genannt(buero: Path, rufe: Rufe) -> None:
    assert "„gibtsnicht“" in rufe("pruefen", "--zusammen", "main", "gibtsnicht").fehler
