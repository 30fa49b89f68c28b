"""Targets that cannot be written, or that carry somebody's edits, are refused; nothing changes."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg.welt import VORGEMERKT, A, B, C, Welt


def _refuse(welt: Welt, dateien: dict[str, bytes | None], match: str) -> None:
    before = welt.snapshot()
    with pytest.raises(NetzintFehler, match=match) as caught:
        welt.commit(dateien)
    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert caught.value.hinweis
    assert welt.snapshot() == before


def _stage_deletion(welt: Welt) -> None:
    welt.git("rm", "-q", "--cached", A)


def _stage_other(welt: Welt) -> None:
    welt.write(A, b"titel: vorgemerkt\n")
    welt.git("add", A)
    welt.write(A, b"titel: a\n")


AENDERUNGEN: dict[str, Callable[[Welt], object]] = {
    "bearbeitet": lambda welt: welt.write(A, b"titel: von Hand\n"),
    "gelöscht": lambda welt: (welt.wurzel / A).unlink(),
    "vorgemerkt": _stage_other,
    "zum Löschen vorgemerkt": _stage_deletion,
}


@pytest.mark.parametrize("name", AENDERUNGEN)
def test_ein_ziel_mit_fremden_aenderungen_wird_abgelehnt_und_genannt(welt: Welt, name: str) -> None:
    AENDERUNGEN[name](welt)
    _refuse(welt, {A: b"titel: neu\n", B: b"titel: neu\n"}, A)


def test_eine_unverfolgte_datei_im_weg_wird_abgelehnt(welt: Welt) -> None:
    welt.write(C, b"titel: meins\n")
    _refuse(welt, {C: b"titel: c\n"}, C)


def test_eine_vorgemerkte_neue_datei_im_weg_wird_abgelehnt(welt: Welt) -> None:
    welt.write(C, b"titel: meins\n")
    welt.git("add", C)
    (welt.wurzel / C).unlink()
    _refuse(welt, {C: b"titel: c\n"}, C)


def test_ein_fremdes_ziel_hindert_andere_ziele_nicht(gestoerte_welt: Welt) -> None:
    assert gestoerte_welt.commit({A: b"titel: neu\n"}).ausgang is Ausgang.GUT
    _refuse(gestoerte_welt, {VORGEMERKT: b"titel: neu\n"}, VORGEMERKT)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "/etc/x",
            "../x",
            "daten/../x",
            "./x",
            "daten//x",
            "daten/",
            ".git/config",
            "daten/.GIT/x",
            "daten/git~1",
            ".gitmodules",
        ),
        *("a\\b", "daten/x\n", "C:x", "daten/fu\u0308r.yaml", "daten/x.", "daten/x ", "daten/\u200bx", "daten/?"),
    ],
)
def test_unmoegliche_pfade_werden_abgelehnt(welt: Welt, path: str) -> None:
    _refuse(welt, {path: b"x"}, "kein Pfad")


@pytest.mark.parametrize("path", ["daten/sitzungen/A.yaml", "Daten/x.yaml", "daten/Sitzungen/x.yaml"])
def test_namen_die_nur_anders_gross_geschrieben_sind_werden_abgelehnt(welt: Welt, path: str) -> None:
    _refuse(welt, {path: b"x: 1\n"}, "Groß- und Kleinschreibung")


def test_zwei_neue_namen_die_nur_anders_gross_geschrieben_sind_werden_abgelehnt(welt: Welt) -> None:
    _refuse(welt, {"daten/neu/x.yaml": b"x: 1\n", "daten/Neu/y.yaml": b"x: 1\n"}, "Groß- und Kleinschreibung")


def test_alte_schlechte_namen_lassen_sich_aendern_und_loeschen(welt: Welt) -> None:
    oid = welt.git("rev-parse", f"HEAD:{A}")
    odd = ["daten/sitzungen/A.yaml", "daten/fu\u0308r.yaml", "daten/a:b.yaml"]
    for path in odd:
        welt.git("update-index", "--add", "--cacheinfo", f"100644,{oid},{path}")
        welt.write(path, b"titel: a\n")
    welt.git("commit", "-q", "-m", "wie es nicht sein soll")

    assert welt.commit(dict.fromkeys(odd, b"titel: b\n")).ausgang is Ausgang.GUT
    assert welt.commit(dict.fromkeys(odd)).ausgang is Ausgang.GUT
    assert welt.git("status", "--porcelain") == ""


@pytest.mark.parametrize("path", [f"{A}/x.yaml", "daten/sitzungen"])
def test_ordner_und_datei_an_derselben_stelle_werden_abgelehnt(welt: Welt, path: str) -> None:
    _refuse(welt, {path: b"x: 1\n"}, "kein Ordner|keine gewöhnliche Datei")


def _link_target(welt: Welt) -> None:
    (welt.wurzel / C).symlink_to("/etc/passwd")


def _link_parent(welt: Welt) -> None:
    (welt.wurzel / "daten/neu").symlink_to(welt.wurzel.parent)


def _plant_repository(welt: Welt) -> None:
    welt.git("init", "-q", "daten/neu")


def _make_fifo(welt: Welt) -> None:
    os.mkfifo(welt.wurzel / C)


def _make_folder(welt: Welt) -> None:
    welt.write(f"{C}/x", b"")


@pytest.mark.parametrize(
    ("build", "path"),
    [
        (_link_target, C),
        (_link_parent, "daten/neu/x.yaml"),
        (_plant_repository, "daten/neu/x.yaml"),
        (_make_fifo, C),
        (_make_folder, C),
    ],
)
def test_was_im_ordner_keine_datei_ist_wird_nicht_beschrieben(
    welt: Welt, build: Callable[[Welt], None], path: str
) -> None:
    build(welt)
    with pytest.raises(NetzintFehler, match=r"keine gewöhnliche Datei|kein Ordner|anderes Git-Repository"):
        welt.commit({path: b"x: 1\n"})
    assert not (welt.wurzel.parent / "x.yaml").exists()


@pytest.mark.parametrize("modus", ["120000", "160000"])
@pytest.mark.parametrize("below", ["", "/x.yaml"])
def test_verknuepfungen_und_untermodule_im_commit_werden_nicht_ersetzt(welt: Welt, modus: str, below: str) -> None:
    oid = welt.git("hash-object", "-w", A) if modus == "120000" else welt.head
    welt.git("update-index", "--add", "--cacheinfo", f"{modus},{oid},daten/fremd")
    welt.git("commit", "-q", "-m", "fremd")

    _refuse(welt, {f"daten/fremd{below}": b"x: 1\n"}, "kein Ordner|keine gewöhnliche Datei")


def test_nur_andere_zeilenenden_sind_keine_aenderung(welt: Welt) -> None:
    welt.write(A, b"titel: a\r\n")
    assert welt.commit({A: b"titel: neu\n"}).ausgang is Ausgang.GUT
    assert welt.read(A) == b"titel: neu\n"
    assert welt.git("status", "--porcelain") == ""


@pytest.mark.parametrize("attributes", [b"", b"* text=auto\n", b"* text eol=crlf\n", b"* -text\n"])
@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_der_ordner_ist_danach_sauber_wie_auch_immer_zeilenenden_eingestellt_sind(
    welt: Welt, attributes: bytes, autocrlf: str
) -> None:
    welt.write(".gitattributes", attributes)
    welt.git("commit", "-q", "-a", "-m", "attribute")
    welt.git("config", "core.autocrlf", autocrlf)
    welt.commit({A: b"titel: neu\n", C: b"titel: c\n"})

    assert (welt.read(A), welt.read(C)) == (b"titel: neu\n", b"titel: c\n")
    assert welt.git("status", "--porcelain") == ""


def test_windows_zeilenenden_gegen_die_attribute_werden_abgelehnt(welt: Welt) -> None:
    _refuse(welt, {A: b"titel: neu\r\n"}, "Zeilenenden")


def test_ein_umwandelnder_filter_wird_abgelehnt(welt: Welt) -> None:
    welt.write(".gitattributes", b"daten/** filter=fremd\n")
    _refuse(welt, {A: b"titel: neu\n"}, "Umwandlung")


def test_ausgeblendete_dateien_bleiben_ausgeblendet(welt: Welt) -> None:
    welt.git("update-index", "--skip-worktree", A)
    (welt.wurzel / A).unlink()
    welt.git("update-index", "--assume-unchanged", B)
    welt.commit({A: b"titel: neu\n", B: b"titel: neu\n"})

    assert welt.read(A) is None
    assert welt.git("ls-files", "-v", A, B).splitlines() == [f"S {A}", f"h {B}"]
    assert welt.git("ls-files", "-s", A).split()[1] == welt.git("rev-parse", f"HEAD:{A}")
    assert welt.git("status", "--porcelain") == ""


def test_ein_teilweise_ausgecheckter_ordner_bleibt_heil(welt: Welt) -> None:
    welt.git("sparse-checkout", "set", "--cone", "--sparse-index", "vorlagen")
    welt.commit({A: b"titel: neu\n"})

    assert welt.read(A) is None
    assert welt.git("show", f"HEAD:{A}") == "titel: neu"
    assert welt.git("status", "--porcelain") == ""


def test_ein_geteilter_index_bleibt_heil(welt: Welt) -> None:
    welt.git("update-index", "--split-index")
    welt.commit({A: b"titel: neu\n", C: b"titel: c\n"})

    assert welt.git("status", "--porcelain") == ""


def test_viele_ziele_auf_einmal(welt: Welt) -> None:
    result = welt.commit({f"daten/ziele/z{number}.yaml": b"x: %d\n" % number for number in range(300)})

    assert len(result.pfade) == 300
    assert welt.git("status", "--porcelain") == ""
