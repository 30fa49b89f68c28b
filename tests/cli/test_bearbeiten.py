"""``netzint bearbeiten``: the person's own editor, a judged commit, and a text that is never lost."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ZIEL = "daten/ziele/ziel-zugang.yaml"
ENTWURF = f"ausgabe/entwuerfe/{ZIEL}"
KOPF = "import os, pathlib, sys\ndatei = pathlib.Path(sys.argv[-1])\ntext = datei.read_bytes()\n"
UMBENANNT = "datei.write_bytes(text.replace(b'titel: ', b'titel: Neuer ', 1))"
FALSCH = "datei.write_bytes(text.replace(b'titel: ', b'tittel: ', 1))"


class Editor:
    """Writes programs that play an editor, and makes one of them the editor of this test."""

    def __init__(self, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ordner, self.monkeypatch = ordner, monkeypatch

    def __call__(self, *schritte: str, name: str = "editor") -> str:
        """Each opening does the next of these steps; the last one again and again."""
        zaehler = self.ordner / f"{name}.zahl"
        steps = "".join(f"{'el' if nr else ''}if nr == {nr}:\n    {s}\n" for nr, s in enumerate(schritte[:-1]))
        last = f"else:\n    {schritte[-1]}\n" if steps else f"{schritte[-1]}\n"
        count = f"zahl = pathlib.Path({str(zaehler)!r})\nnr = len(zahl.read_bytes()) if zahl.exists() else 0\n"
        more = "zahl.write_bytes(b'x' * (nr + 1))\n"
        programm = self.ordner / f"{name}.py"
        programm.write_text(KOPF + count + more + steps + last, encoding="utf-8")
        befehl = f'"{sys.executable}" "{programm}"'
        self.monkeypatch.setenv("VISUAL", befehl)
        return befehl


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    monkeypatch.delenv("EDITOR", raising=False)
    return Editor(tmp_path, monkeypatch)


@pytest.fixture
def antworten(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody sits there; what she will answer, in order."""
    found: list[str] = []
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_: found.pop(0))
    yield found
    assert found == [], "diese Antworten wollte niemand wissen"


def test_was_stimmt_wird_ein_vorgang_und_die_kopie_geht(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor(UMBENANNT)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert lauf.aus.startswith(f"Fertig: Bearbeitet: ziel-zugang.\n  {ZIEL}\n")
    assert git(buero, "show", "--name-only", "--format=%s", "HEAD").split("\n") == ["Bearbeitet: ziel-zugang", "", ZIEL]
    assert git(buero, "log", "-1", "--format=%(trailers:key=Vorgang,valueonly)").strip() == "bearbeiten"
    assert git(buero, "status", "--porcelain") == ""
    assert not (buero / "ausgabe").exists() or not [*(buero / "ausgabe").rglob("*.yaml")]


def test_bemerkungen_und_reihenfolge_bleiben_wie_man_sie_schreibt(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor("datei.write_bytes(b'# oben\\n' + text + b'# unten\\n')")

    assert rufe("bearbeiten", "ziel-zugang").ausgang == Ausgang.GUT
    text = (buero / ZIEL).read_bytes()
    assert (text[:7], text[-8:]) == (b"# oben\n", b"# unten\n")


def test_windows_zeilenenden_und_eine_marke_am_anfang_sind_keine_aenderung(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    """Nor is a last line without an end."""
    editor("datei.write_bytes(b'\\xef\\xbb\\xbf' + text.rstrip(b'\\n').replace(b'\\n', b'\\r\\n'))")
    before = state(buero)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert (lauf.ausgang, lauf.aus, state(buero)) == (Ausgang.GUT, "Es wurde nichts geändert.\n", before)


@pytest.mark.parametrize("schritt", ["pass", "datei.unlink()"])
def test_ohne_aenderung_geschieht_nichts(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str], schritt: str
) -> None:
    editor(schritt)
    before = state(buero)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.GUT
    assert lauf.aus.endswith("wurde nichts geändert.\n")
    assert state(buero) == before


def test_ein_fehler_wird_mit_seiner_zeile_gezeigt_und_noch_einmal_gefragt(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    antworten += ["1"]
    editor(FALSCH, "datei.write_bytes(text.replace(b'tittel: ', b'titel: Neuer ', 1))")
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.GUT
    assert "So lässt es sich nicht festschreiben:" in lauf.aus
    assert re.search(r"2:1  Fehler F101 Den Schlüssel „tittel“ gibt es hier nicht\.", lauf.aus)
    assert "2 │ tittel: " in lauf.aus
    assert "→ Meinten Sie „titel“?" in lauf.aus
    assert (buero / ZIEL).read_text(encoding="utf-8").startswith("# Erfundenes Beispiel\ntitel: Neuer ")


def test_verwerfen_aendert_nichts_und_laesst_nichts_liegen(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    antworten += ["verwerfen"]
    editor(FALSCH)
    before = state(buero)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert (lauf.ausgang, state(buero)) == (Ausgang.GUT, before)
    assert lauf.aus.endswith("Verworfen; es wurde nichts geändert.\n")


def test_aufgehobenes_laesst_sich_spaeter_zu_ende_bringen(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    antworten += ["3"]
    editor(FALSCH)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert f"Der Text ist aufgehoben: {ENTWURF}" in lauf.fehler
    assert f"netzint bearbeiten ziel-zugang --aus {ENTWURF}" in lauf.fehler
    assert (buero / ENTWURF).read_text(encoding="utf-8").startswith("# Erfundenes Beispiel\ntittel: ")
    assert git(buero, "status", "--porcelain") == ""

    editor("datei.write_bytes(text.replace(b'tittel: ', b'titel: Neuer ', 1))", name="zweiter")
    antworten += ["ja"]
    lauf = rufe("bearbeiten", "ziel-zugang", "--aus", ENTWURF)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert "+titel: Neuer " in lauf.aus
    assert not (buero / ENTWURF).exists()


def test_ein_frueherer_entwurf_wird_genannt_und_nicht_ueberschrieben(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    (buero / ENTWURF).parent.mkdir(parents=True)
    (buero / ENTWURF).write_text("alt\n", encoding="utf-8")
    editor(UMBENANNT)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.GUT
    assert f"Von ziel-zugang liegt noch ein früherer Entwurf da: {ENTWURF}" in lauf.fehler
    assert (buero / ENTWURF).read_text(encoding="utf-8") == "alt\n"


def test_ein_editor_der_abstuerzt_nimmt_den_text_nicht_mit(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor(f"{UMBENANNT}; os.abort()" if sys.platform != "win32" else f"{UMBENANNT}; sys.exit(3)")
    before = git(buero, "rev-parse", "HEAD")
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "endete mit einem Fehler" in lauf.fehler
    assert f"Der Text ist aufgehoben: {ENTWURF}" in lauf.fehler
    assert b"titel: Neuer " in (buero / ENTWURF).read_bytes()
    assert git(buero, "rev-parse", "HEAD") == before


@pytest.mark.skipif(sys.platform == "win32", reason="Signale gibt es so nur unter POSIX")
def test_nach_strg_c_im_editor_liegt_der_text_noch_da(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor(f"{UMBENANNT}; import signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)")
    before = signal.getsignal(signal.SIGINT)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.UNTERBROCHEN
    assert f"Der Text ist aufgehoben: {ENTWURF}" in lauf.fehler
    assert b"titel: Neuer " in (buero / ENTWURF).read_bytes()
    assert signal.getsignal(signal.SIGINT) is before


def test_wurde_der_eintrag_inzwischen_geaendert_bleibt_der_text_aufgehoben(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    fremd = f"import subprocess; ziel = pathlib.Path({str(buero / ZIEL)!r}); {UMBENANNT}"
    ident = "'-c', 'user.name=J', '-c', 'user.email=j@example.org'"
    more = "ziel.write_bytes(text + b'# anders\\n'); "
    commit = f"subprocess.run(['git', {ident}, 'commit', '-qam', 'x'], cwd={str(buero)!r}, check=True)"
    editor(f"{fremd}; {more}{commit}")
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "ziel-zugang ist inzwischen durch einen anderen Vorgang geändert worden." in lauf.fehler
    assert f"Der Text ist aufgehoben: {ENTWURF}" in lauf.fehler
    assert git(buero, "log", "-1", "--format=%s") == "x"
    assert (buero / ZIEL).read_bytes().endswith(b"# anders\n")


def test_was_schon_von_hand_geaendert_ist_wird_vorher_abgelehnt(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor("sys.exit('darf nicht aufgehen')")
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert f"{ZIEL} ist schon von Hand geändert und noch nicht festgeschrieben." in lauf.fehler
    assert not (buero / "ausgabe" / "entwuerfe").exists()


def test_ein_unlesbarer_eintrag_laesst_sich_so_wieder_lesbar_machen(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    replace(buero, ZIEL, "titel: ", "tittel: ")
    commit_all(buero, "kaputt")
    editor("datei.write_bytes(text.replace(b'tittel: ', b'titel: ', 1))")

    assert rufe("bearbeiten", "ziel-zugang").ausgang == Ausgang.GUT
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_ein_alter_fehler_verhindert_keine_aenderung(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    replace(buero, "daten/themen/thema-wohnen.yaml", "titel: ", "tittel: ")
    commit_all(buero, "kaputt")
    editor(UMBENANNT)

    assert rufe("bearbeiten", "ziel-zugang").ausgang == Ausgang.GUT


@pytest.mark.parametrize(("wort", "pfad"), [
    ("Gemeindetag Baden-Württemberg", "daten/stellen/gemeindetag.yaml"),
    ("netzwerk", "daten/netzwerk.yaml"),
    ("geschaeftsordnung", "daten/geschaeftsordnung.yaml"),
])  # fmt: skip
def test_auch_ein_name_und_die_einzelnen_dateien_werden_gefunden(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str], wort: str, pfad: str
) -> None:
    editor("datei.write_bytes(text + b'# gesehen\\n')")

    assert rufe("bearbeiten", wort).ausgang == Ausgang.GUT
    assert (buero / pfad).read_bytes().endswith(b"# gesehen\n")


def test_eine_unbekannte_kennung_wird_mit_einem_vorschlag_abgelehnt(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("bearbeiten", "ziel-zugank")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Meinten Sie „ziel-zugang“?" in lauf.fehler


def test_ohne_bildschirm_geht_kein_editor_auf(buero: Path, rufe: Rufe, editor: Editor) -> None:
    editor(UMBENANNT)
    before = state(buero)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert (lauf.ausgang, state(buero)) == (Ausgang.AUFRUF, before)
    assert f"→ Die Datei {ZIEL} selbst ändern, dann: netzint festschreiben" in lauf.fehler


def test_eine_probe_zeigt_was_geschaehe_und_hebt_den_text_auf(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str]
) -> None:
    editor(UMBENANNT)
    before = git(buero, "rev-parse", "HEAD")
    lauf = rufe("bearbeiten", "ziel-zugang", "--probe")

    assert lauf.ausgang == Ausgang.GUT
    assert "+titel: Neuer " in lauf.aus
    assert f"Der Text ist aufgehoben: {ENTWURF}" in lauf.fehler
    assert git(buero, "rev-parse", "HEAD") == before


def test_den_editor_waehlt_visual_vor_editor_vor_git(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    befehle = [editor(f"datei.write_bytes(text + b'# {n}\\n')", name=n) for n in ("visual", "editor", "git")]
    git(buero, "config", "core.editor", befehle[2])
    for name, value in (("VISUAL", befehle[0]), ("EDITOR", befehle[1]), ("", "")):
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        if name:
            monkeypatch.setenv(name, value)
        assert rufe("bearbeiten", "ziel-zugang").ausgang == Ausgang.GUT

    assert (buero / ZIEL).read_text(encoding="utf-8").endswith("# visual\n# editor\n# git\n")


def test_ein_editor_den_es_nicht_gibt_wird_genannt(
    buero: Path, rufe: Rufe, antworten: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "gibtesnicht --wait")
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "Den Editor „gibtesnicht“ gibt es auf diesem Rechner nicht." in lauf.fehler
    assert "git config --global core.editor" in lauf.fehler


@pytest.mark.skipif(sys.platform == "win32", reason="ein Programm ohne Endung gibt es unter Windows nicht")
@pytest.mark.parametrize(("aufruf", "argumente"), [("code", ["--wait"]), ("code -w -n", ["-w", "-n"])])
def test_vs_code_wird_gesagt_dass_es_warten_soll(
    buero: Path,
    rufe: Rufe,
    antworten: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    aufruf: str,
    argumente: list[str],
) -> None:
    programm, gesehen = tmp_path / "bin" / "code", tmp_path / "gesehen"
    programm.parent.mkdir()
    programm.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{gesehen}"\n', encoding="utf-8")
    programm.chmod(0o755)
    monkeypatch.setenv("PATH", str(programm.parent), prepend=":")
    monkeypatch.setenv("VISUAL", aufruf)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.GUT
    assert gesehen.read_text(encoding="utf-8").split("\n")[:-2] == argumente
    assert ("mit --wait aufgerufen" in lauf.fehler) is (aufruf == "code")


def test_eine_verknuepfung_statt_des_ordners_der_ausgabe_wird_abgelehnt(
    buero: Path, rufe: Rufe, editor: Editor, antworten: list[str], tmp_path: Path
) -> None:
    (tmp_path / "anderswo").mkdir()
    (buero / "ausgabe").symlink_to(tmp_path / "anderswo", target_is_directory=True)
    editor(UMBENANNT)
    lauf = rufe("bearbeiten", "ziel-zugang")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert [*(tmp_path / "anderswo").iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")
def test_strg_c_bei_der_frage_danach_laesst_den_text_liegen(buero: Path, editor: Editor) -> None:
    editor(FALSCH)
    gespraech = speak(buero, "bearbeiten", "ziel-zugang", antworten="\x03", frage="Wie weiter [weiter bearbeiten]: ")

    assert gespraech.ausgang == Ausgang.UNTERBROCHEN
    assert f"Der Text ist aufgehoben: {ENTWURF}" in gespraech.bild.replace("\n", " ").replace("  ", " ")
    assert (buero / ENTWURF).read_text(encoding="utf-8").startswith("# Erfundenes Beispiel\ntittel: ")
