"""``netzint stelle …``: from the call to the commit."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state
from tests.verzeichnis import auszug, satz

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


@pytest.fixture
def verzeichnis(tmp_path: Path) -> str:
    """The excerpt as a file."""
    (tmp_path / "GV100AD.txt").write_text(auszug(), "utf-8")
    return str(tmp_path / "GV100AD.txt")


def test_eine_kommune_kommt_aus_dem_verzeichnis(buero: Path, rufe: Rufe, verzeichnis: str) -> None:
    lauf = rufe("stelle", "neu", "--ags", "08998002", "--register", verzeichnis, "--e-mail", "rathaus@uebungen.example")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "ist schon erfasst: stadt-musterhausen" in lauf.fehler
    rufe("stelle", "aendern", "stadt-musterhausen", "--ohne", "ags")
    lauf = rufe("stelle", "neu", "--ags", "08998002", "--register", verzeichnis, "--e-mail", "rathaus@uebungen.example")
    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert (buero / "daten/stellen/stadt-uebungen.yaml").read_text("utf-8") == (
        'name: Stadt Übungen\nkurz: Übungen\nart: stadt\nstatus: grosse_kreisstadt\nags: "08998002"\n'
        "e_mail: rathaus@uebungen.example\n"
    )


def test_das_verzeichnis_laesst_sich_vermerken_und_befragen(buero: Path, rufe: Rufe, verzeichnis: str) -> None:
    assert rufe("stelle", "register").ausgang == Ausgang.AUFRUF
    before = state(buero)
    assert rufe("stelle", "register", verzeichnis, "--merken").ausgang == Ausgang.GUT
    lauf = rufe("stelle", "register", "muster")

    assert state(buero) == before
    assert "4 Kommunen zu „muster“." in lauf.aus
    assert "Stadt Musterburg" in lauf.aus
    assert "gemeinde-musterdorf" in lauf.aus
    assert rufe("stelle", "neu", "--ags", "08997999").fehler.startswith("Fehler: Den Schlüssel „08997999“ gibt es")


@pytest.mark.usefixtures("buero")
def test_was_das_verzeichnis_vorschlaegt_laesst_sich_so_eingeben(rufe: Rufe, tmp_path: Path) -> None:
    datei = str(tmp_path / "halbes verzeichnis.txt")
    Path(datei).write_text(satz("60", "08111000", "Stuttgart, Landeshauptstadt", "62"), "utf-8")
    lauf = rufe("stelle", "register", datei, "stuttgart")
    vorschlag = next(zeile for zeile in lauf.aus.splitlines() if "netzint stelle neu" in zeile)

    assert "Die Datei nennt nur 1 der 44 Stadt- und Landkreise; ist sie vollständig?" in lauf.aus
    assert shlex.split(vorschlag)[3:7] == ["--ags", "08111000", "--register", datei]
    assert rufe("stelle", "neu", *shlex.split(vorschlag)[3:7], "--probe").ausgang == Ausgang.GUT
    assert rufe("stelle", "neu", "--ags", "8111000", "--register", datei).ausgang == Ausgang.GUT
    assert "Meinten Sie „Stuttgart“?" in rufe("stelle", "register", datei, "Stuttgrat").aus
    assert rufe("stelle", "neu", "stuttgart", "--art", "stadt").ausgang == Ausgang.ABGELEHNT
    gleich = rufe("stelle", "umbenennen", "stadt-musterstadt", "--name", "Stadt Stuttgart").fehler
    assert "So heißt auch stadt-stuttgart" in gleich


def test_eine_umbenennung_behaelt_den_alten_namen(buero: Path, rufe: Rufe) -> None:
    lauf = rufe(
        "stelle",
        "umbenennen",
        "Gemeinde Musterdorf",
        "--name",
        "Stadt Musterdorf",
        "--art",
        "stadt",
        "--ab",
        "1.1.2027",
    )

    assert lauf.ausgang == Ausgang.GUT
    assert "kommunen-gemeinde-1 auf dem Sitz „Kommunen – Gemeinde“ passt ab 1. Januar 2027 nicht mehr" in lauf.fehler
    assert (
        git(buero, "show", "--format=", "--stat", "HEAD").splitlines()[-1]
        == " 1 file changed, 6 insertions(+), 2 deletions(-)"
    )
    assert "Gemeinde Musterdorf" in rufe("stelle", "zeigen", "gemeinde-musterdorf", "--stichtag", "2026-12-31").aus
    assert "Stadt Musterdorf" in rufe("stelle", "liste", "--stichtag", "2027-01-01").aus


def test_eine_stelle_geht_in_einer_anderen_auf(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("stelle", "aufgehen-in", "gemeinde-modellbach", "Stadt Musterhausen", "--ab", "2027-01-01")

    assert lauf.ausgang == Ausgang.GUT
    assert "--stelle stadt-musterhausen --amt-seit 2027-01-01" in lauf.aus
    assert "nachfolge: stadt-musterhausen" in (buero / "daten/stellen/gemeinde-modellbach.yaml").read_text("utf-8")
    assert "bis: 2026-12-31" in (buero / "daten/beauftragte/ib-gemeinde-modellbach.yaml").read_text("utf-8")
    assert "G308" not in rufe("pruefen").aus


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (("neu",), 2, "Es fehlt der Name der Stelle."),
        (("neu", "Amt X"), 2, "Mit --art angeben: ministerium,"),
        (("neu", "Amt X", "--art", "behörd"), 2, "Meinten Sie „behoerde“?"),
        (("neu", "--ags", "08999001", "--register", "fehlt.txt"), 2, "Die Datei „fehlt.txt“ gibt es nicht."),
        (("umbenennen", "stadt-musterstat", "--name", "X"), 2, "Meinten Sie „stadt-musterstadt“"),
        (
            ("umbenennen", "stadt-musterstadt", "--name", "X", "--ab", "31.2.2027"),
            2,
            "Den 31. Februar 2027 gibt es nicht",
        ),
        (("aufgehen-in", "stadt-musterstadt"), 2, "NACHFOLGE"),
        (("aufgehen-in", "gemeinde-altmuster", "stadt-musterstadt"), 3, "Die Nachfolge ist stadt-modellingen."),
        (("aendern", "stadt-musterstadt", "--ags", "0"), 3, "„0“ ist kein Gemeindeschlüssel"),
        (("zeigen", "musterstadt-x"), 2, "gibt es nicht"),
        (("liste", "--art", "kreis"), 2, "„kreis“ ist bei --art nicht möglich."),
    ],
)
def test_was_nicht_geht_wird_abgelehnt_und_erklaert(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: int, text: str
) -> None:
    before = state(buero)
    lauf = rufe("stelle", *args)

    assert (lauf.ausgang, "→" in lauf.fehler) == (ausgang, True)
    assert text in lauf.fehler
    assert state(buero) == before


def test_eine_probe_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    for args in (
        ("neu", "Amt X", "--art", "Behörde"),
        ("umbenennen", "stadt-musterstadt", "--name", "Universitätsstadt Musterstadt"),
        ("aufgehen-in", "gemeinde-musterdorf", "stadt-musterstadt"),
        ("aendern", "stadt-musterstadt", "--kurz", "M"),
    ):
        assert rufe("stelle", *args, "--probe").ausgang == Ausgang.GUT

    assert state(buero) == before


def test_die_liste_der_stellen(buero: Path, rufe: Rufe, erwartet: Callable[[str, str], None]) -> None:
    erwartet("cli/stelle_liste.txt", rufe("stelle", "liste").aus)
    erwartet("cli/stelle_zeigen.txt", rufe("stelle", "zeigen", "stadt-modellingen").aus)
