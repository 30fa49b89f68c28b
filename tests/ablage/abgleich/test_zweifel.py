"""On any doubt everything stays as it was, and the person hears what to do."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.ablage.abgleich import netz
from netzint.modell.fehler import Ausgang
from tests import bau
from tests.ablage.abgleich.welt import LIES, Klon, Welt, bei, make_welt, melde, prepare


def _check_unveraendert(klon: Klon, ausgang: Ausgang, *worte: str) -> None:
    before, server = klon.stand(), klon.server
    lauf = klon.abgleich()

    assert (lauf.ausgang, lauf.aus) == (ausgang, "")
    for wort in worte:
        assert wort in lauf.fehler
    assert "→ " in lauf.fehler
    assert (klon.stand(), klon.server) == (before, server)


def _titel(klon: Klon, titel: str) -> None:
    klon.tu("thema", "aendern", "thema-beispiel", "--titel", titel)


def _streite(welt: Welt) -> None:
    _titel(welt.anna, "Annas Titel")
    welt.anna.abgleich()
    _titel(welt.bert, "Berts Titel")


@pytest.fixture
def streit(vorbild: Path, tmp_path: Path) -> Welt:
    """Both have given one Thema another title, and Anna's is on the server."""
    return make_welt(prepare(vorbild, "streit", _streite), tmp_path / "welt")


@pytest.fixture
def wohnen(vorbild_voraus: Path, tmp_path: Path) -> Welt:
    """Anna has uploaded something, and Bert has done something else."""
    ordner = prepare(vorbild_voraus, "wohnen", lambda welt: welt.bert.tu("thema", "neu", "Wohnen"))
    return make_welt(ordner, tmp_path / "welt")


def test_dieselbe_stelle_verschieden_geaendert_entscheidet_ein_mensch(streit: Welt) -> None:
    _check_unveraendert(streit.bert, Ausgang.ABGELEHNT, "dieselbe Stelle verschieden", "thema-beispiel.yaml: titel")


def test_nach_dem_zuruecknehmen_gilt_was_die_anderen_schrieben(streit: Welt) -> None:
    welt = streit
    melde(welt.bert, "Fahrtkosten")
    vorgang = welt.bert.git("log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)", "HEAD~1").strip()
    welt.bert.tu("zuruecknehmen", vorgang, "--grund", "Annas Titel gilt.")

    assert welt.bert.abgleich().ausgang == Ausgang.GUT
    assert b"Annas Titel" in welt.bert.read("daten/themen/thema-beispiel.yaml")
    assert len(welt.bert.betreffe(welt.anna.head)) == 1


def test_allein_gueltig_und_zusammen_nicht(welt: Welt) -> None:
    for klon, name in ((welt.anna, "Robin Erfunden"), (welt.bert, "Kim Ausgedacht")):
        klon.tu("mitglied", "benennen", "sitz-staedtetag", "--name", name, "--stelle", "staedtetag",
                "--funktion", "Referat", "--durch", "staedtetag")  # fmt: skip
    welt.anna.abgleich()

    _check_unveraendert(
        welt.bert, Ausgang.ABGELEHNT, "Jeder Stand für sich ist gültig", "zusammen verstoßen", "Q102", "staedtetag-2"
    )


def test_was_am_stand_der_anderen_nicht_geschehen_darf(welt: Welt) -> None:
    """Each state is valid, and so is both together; but what a Kennung meant on the server it must go on to mean."""
    welt.anna.setze_fest(bau.thema("thema-wohnen", titel="Wohngeld"))
    (welt.anna.wurzel / "daten/themen/thema-wohnen.yaml").unlink()
    welt.anna.setze_fest()
    welt.anna.git("push", "-q")
    welt.bert.tu("thema", "neu", "Wohnen")

    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, "zusammen verstoßen", "N403", "netzint zuruecknehmen v-")


def _sitzung(klon: Klon, **felder: object) -> None:
    punkte = [bau.top("begruessung", nummer="1"), bau.top("bericht", nummer="2", titel="Bericht")]
    klon.setze_fest(bau.sitzung("sg-2027-01", datum="2027-02-10", **{"tagesordnung": punkte, **felder}))


@pytest.mark.parametrize("wer", ["anna", "bert"])
def test_was_eine_inzwischen_versandte_einladung_sagt_aendert_sich_nicht(welt: Welt, wer: str) -> None:
    _sitzung(welt.anna)
    welt.anna.abgleich()
    welt.bert.abgleich()
    einer, anderer = (welt.anna, welt.bert) if wer == "anna" else (welt.bert, welt.anna)
    _sitzung(einer, einladung={"versandt": "2026-11-20"})
    anderer.tu("sitzung", "top", "aendern", "sg-2027-01", "bericht", "--titel", "Ein anderer Bericht")
    welt.anna.abgleich()

    satz = "Die anderen haben inzwischen zu SG-2027-01" if wer == "anna" else "Sie haben zu SG-2027-01 eingeladen"
    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, satz)


def test_der_genannte_ausweg_geht_auch_fuer_von_hand_geaendertes(streit: Welt) -> None:
    pfad = "daten/themen/thema-beispiel.yaml"
    streit.bert.write(pfad, streit.bert.read(pfad).replace(b"Berts Titel", b"Noch ein Titel"))
    streit.bert.setze_fest()
    wege = [line.strip() for line in streit.bert.abgleich().fehler.replace("→", "").splitlines()]
    befehl = next(line for line in wege if line.startswith("git restore"))

    assert any(line.startswith("netzint zuruecknehmen v-") for line in wege)
    streit.bert.git(*befehl.split()[1:])
    streit.bert.tu("festschreiben")
    assert streit.bert.abgleich().ausgang == Ausgang.GUT
    assert b"Annas Titel" in streit.bert.read(pfad)


def test_ein_alter_fehler_steht_keinem_abgleich_im_weg(welt: Welt) -> None:
    welt.anna.setze_fest(bau.thema("thema-neu"), bau.empfehlung(arbeitsgruppe="ag-gibt-es-nicht"))
    welt.anna.git("push", "-q")
    melde(welt.bert, "Fahrtkosten")

    assert welt.bert.abgleich().ausgang == Ausgang.GUT


def _zusammenfuehren(klon: Klon) -> None:
    klon.git("switch", "-q", "-c", "neben", "HEAD~1")
    klon.write("neben.txt", b"neben\n")
    klon.setze_fest()
    klon.git("switch", "-q", "main")
    klon.git("merge", "-q", "--no-edit", "neben")


def _unter_wasser(klon: Klon) -> None:
    (klon.wurzel / ".git/rebase-merge").mkdir()


ZUSTAENDE: dict[str, tuple[Callable[[Klon], object], str]] = {
    "kein Zweig": (lambda klon: klon.git("checkout", "-q", "--detach"), "gehört zu keinem Zweig"),
    "kein Gegenüber": (lambda klon: klon.git("branch", "--unset-upstream"), "--server origin"),
    "kein Server": (lambda klon: klon.git("remote", "remove", "origin"), "mit keinem Server verbunden"),
    "im Gange": (_unter_wasser, "rebase"),
    "Zusammenführung": (_zusammenfuehren, "eine Zusammenführung (merge)"),
    "geändert": (lambda klon: klon.write("daten/bedarfe/bedarf-2026-01.yaml", b"titel: x\n"), "nicht festgeschrieben"),
    "anderswo": (lambda klon: klon.git("push", "-q", "origin", "HEAD:refs/heads/zweitens"), "liegen schon auf"),
}


@pytest.mark.parametrize("name", ZUSTAENDE)
def test_in_einem_zweifelhaften_zustand_bleibt_alles_wie_es_war(wohnen: Welt, name: str) -> None:
    change, wort = ZUSTAENDE[name]
    change(wohnen.bert)

    _check_unveraendert(wohnen.bert, Ausgang.ABGELEHNT, wort)


def test_ein_unbekannter_server_ist_ein_falscher_aufruf(welt: Welt) -> None:
    lauf = welt.bert.abgleich("--server", "orgin")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Meinten Sie „origin“?" in lauf.fehler


def test_ein_fremder_anfang_wird_nicht_vermischt(welt: Welt) -> None:
    melde(welt.bert, "Fahrtkosten")
    welt.bert.git("checkout", "-q", "--orphan", "fremd")
    welt.bert.setze_fest()
    welt.bert.git("branch", "-q", "-M", "fremd", "main")
    welt.bert.git("branch", "-q", "--set-upstream-to", "origin/main")

    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, "keinen gemeinsamen Anfang")


@pytest.mark.parametrize("auch_neues", [False, True])
def test_was_auf_dem_server_verschwunden_ist_kommt_nicht_von_selbst_zurueck(voraus: Welt, auch_neues: bool) -> None:  # noqa: FBT001
    voraus.bert.abgleich()
    voraus.anna.git("reset", "-q", "--hard", "HEAD~1")
    if auch_neues:
        voraus.anna.tu("thema", "neu", "Wohnen")
    voraus.anna.git("push", "-q", "--force")

    _check_unveraendert(voraus.bert, Ausgang.ABGELEHNT, "jemand hat dort etwas zurückgesetzt")


def test_ein_server_der_fehlt_haelt_niemanden_auf(welt: Welt) -> None:
    melde(welt.bert, "Fahrtkosten")
    shutil.rmtree(welt.server)

    _check_unveraendert(welt.bert, Ausgang.UMGEBUNG, "nicht zu erreichen")


def test_faellt_der_server_nach_dem_zusammenfuehren_aus_steht_es_da(beide: Welt) -> None:
    bei("versetzt", lambda: shutil.rmtree(beide.server))
    lauf = beide.bert.abgleich()

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "Noch nicht hochgeladen. Der Server ist nicht zu erreichen." in lauf.aus
    assert "nichts geändert" not in lauf.aus
    assert beide.bert.git("rev-parse", "HEAD~1") == beide.anna.head


@pytest.mark.parametrize("beide_taten_etwas", [False, True])
def test_reisst_die_verbindung_beim_hochladen_ab_klaert_es_der_naechste(
    request: pytest.FixtureRequest,
    beide_taten_etwas: bool,  # noqa: FBT001
) -> None:
    welt: Welt = request.getfixturevalue("beide" if beide_taten_etwas else "wohnen")
    klon = welt.bert
    if not beide_taten_etwas:
        klon.git("pull", "-q", "--rebase")
    _hook(welt.server, "post-receive", "x; kill -9 $PPID")
    lauf = klon.abgleich()

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "ob er Ihre Vorgänge hat, ist nicht sicher" in lauf.aus + lauf.fehler
    assert "nichts geändert" not in lauf.aus + lauf.fehler
    assert klon.head == klon.server
    assert "ist alles gleich" in klon.abgleich().aus


def test_ohne_bildschirm_fragt_niemand_nach_einem_kennwort(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    weg = welt.server.parent / "weg.sh"
    weg.write_bytes(b"#!/bin/sh\n(exec 3</dev/tty) 2>/dev/null && exit 7\necho Permission denied >&2\nexit 255\n")
    weg.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(weg))
    welt.bert.git("remote", "set-url", "origin", "ssh://jemand:geheim@nirgends.invalid/x.git")
    lauf = welt.bert.abgleich()

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "lässt Sie nicht hinein" in lauf.fehler
    assert "geheim" not in lauf.fehler


def test_ein_server_der_schweigt_haelt_niemanden_fest(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    weg = welt.server.parent / "weg.sh"
    weg.write_bytes(b"#!/bin/sh\necho $$ > pid\nexec sleep 60\n")
    weg.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(weg))
    monkeypatch.setattr(netz, "ZEIT", 0.5)
    welt.bert.git("remote", "set-url", "origin", "ssh://nirgends.invalid/x.git")
    lauf = welt.bert.abgleich()

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "nicht geantwortet" in lauf.fehler
    pid, until = int(welt.bert.read("pid")), time.monotonic() + 20
    while _lebt(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _lebt(pid)


def _lebt(pid: int) -> bool:
    try:
        return b"sleep" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _hook(ordner: Path, name: str, text: str = "nein") -> None:
    hook = ordner / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(f"#!/bin/sh\necho {text} >&2\nexit 1\n".encode())
    hook.chmod(0o755)


@pytest.mark.parametrize("beide", [False, True])
def test_eine_eigene_pruefung_vor_dem_hochladen_darf_ablehnen(welt: Welt, beide: bool) -> None:  # noqa: FBT001
    melde(welt.anna, "Dolmetschen")
    if beide:
        welt.anna.abgleich()
    melde(welt.bert, "Fahrtkosten")
    _hook(welt.bert.wurzel / ".git", "pre-push", "so nicht")

    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, "so nicht")


def test_nimmt_der_server_nichts_an_steht_es_da_und_laesst_sich_wiederholen(beide: Welt) -> None:
    _hook(beide.server, "pre-receive")
    lauf = beide.bert.abgleich()

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "Noch nicht hochgeladen. Der Server nimmt sie nicht an" in lauf.aus
    assert beide.bert.git("rev-parse", "HEAD~1") == beide.anna.head == beide.bert.server
    (beide.server / "hooks/pre-receive").unlink()
    assert "Hochgeladen" in beide.bert.abgleich().aus


def test_kommt_im_selben_augenblick_jemand_anderes_an_wird_es_wiederholt(beide: Welt) -> None:
    """The server lets both in, and only when it writes it sees that the branch has moved."""
    melde(beide.anna, "Drei")
    beide.anna.git("push", "-q", "origin", "HEAD:refs/heads/neben")
    hook = beide.server / "hooks/update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(b'#!/bin/sh\ngit update-ref refs/heads/main refs/heads/neben\nrm -- "$0"\n')
    hook.chmod(0o755)
    lauf = beide.bert.abgleich()

    assert (lauf.ausgang, hook.exists()) == (Ausgang.GUT, False)
    assert "Hochgeladen" in lauf.aus
    assert beide.bert.git("rev-parse", "HEAD~1") == beide.anna.head
    assert beide.bert.server == beide.bert.head


def test_was_im_weg_liegt_wird_mit_einem_ausweg_genannt(voraus: Welt) -> None:
    voraus.bert.write("daten/bedarfe/bedarf-2026-01.yaml", b"titel: x\n")
    assert "anderswohin verschieben: daten/bedarfe/bedarf-2026-01.yaml" in voraus.bert.abgleich().fehler
    voraus.bert.git("add", "-A")
    befehl = voraus.bert.abgleich().fehler.strip().rpartition("verwerfen: git ")[2]
    voraus.bert.git(*befehl.split())

    assert voraus.bert.abgleich().ausgang == Ausgang.GUT


def test_zeilen_die_beide_aenderten_bleiben_offen(welt: Welt) -> None:
    for klon, text in ((welt.anna, b"A\n"), (welt.bert, b"B\n")):
        klon.write(LIES, text)
        klon.setze_fest()
    welt.anna.abgleich()

    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, LIES)


def test_verknuepfungen_vom_server_kommen_nicht_in_den_ordner(welt: Welt) -> None:
    (welt.anna.wurzel / "verweis").symlink_to("/etc")
    welt.anna.setze_fest()
    welt.anna.git("push", "-q")

    _check_unveraendert(welt.bert, Ausgang.ABGELEHNT, "keine gewöhnliche Datei")
