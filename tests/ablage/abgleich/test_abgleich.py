"""What an Abgleich does when all goes well: fetched, put on top, sent, and nothing of the user's touched."""

from __future__ import annotations

import pytest

from netzint.modell.fehler import Ausgang
from tests import bau
from tests.ablage.abgleich.welt import LIES, NOTIZ, Klon, Welt, bei, melde

THEMA = "daten/themen/thema-beispiel.yaml"


def test_wo_alles_gleich_ist_geschieht_nichts(welt: Welt) -> None:
    before = welt.anna.stand()
    lauf = welt.anna.abgleich()

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert "auf dem Server (origin/main) ist alles gleich" in lauf.aus
    assert welt.anna.stand() == before


def test_eigene_vorgaenge_werden_hochgeladen(welt: Welt) -> None:
    melde(welt.anna, "Dolmetschen")
    head = welt.anna.head
    lauf = welt.anna.abgleich()

    assert "nichts Neues von den anderen, 1 eigener Vorgang" in lauf.aus
    assert "  BEDARF-2026-01 aufgenommen" in lauf.aus
    assert "Hochgeladen nach origin/main." in lauf.aus
    assert welt.anna.head == head == welt.anna.server


def test_was_die_anderen_taten_wird_uebernommen_und_erzaehlt(voraus: Welt) -> None:
    lauf = voraus.bert.abgleich()

    assert "  Bedarf BEDARF-2026-01: Angelegt: " in lauf.aus
    assert voraus.bert.head == voraus.anna.head
    assert voraus.bert.git("status", "--porcelain") == ""


def test_eigene_aenderungen_im_ordner_bleiben_liegen(beide: Welt) -> None:
    beide.bert.write(LIES, b"meine Fassung\n")
    beide.bert.write(NOTIZ, b"meine Notiz\n")
    beide.bert.write("vorgemerkt.txt", b"vorgemerkt\n")
    beide.bert.git("add", "vorgemerkt.txt")

    assert beide.bert.abgleich().ausgang == Ausgang.GUT
    assert set(beide.bert.git("status", "--porcelain").splitlines()) == {
        f" M {LIES}",
        f"?? {NOTIZ}",
        "A  vorgemerkt.txt",
    }
    assert beide.bert.read(LIES) == b"meine Fassung\n"


def test_jeder_eigene_vorgang_bleibt_ein_commit_mit_worten_und_tag(welt: Welt) -> None:
    welt.anna.tu("thema", "neu", "Wohnen")
    welt.anna.abgleich()
    melde(welt.bert, "Fahrtkosten")
    welt.bert.tu("bedarf", "zuordnen", "bedarf-2026-01", "--thema", "thema-beispiel")
    form = "--format=%an %ae %ai%n%B"
    before = welt.bert.git("log", form, "-2")
    lauf = welt.bert.abgleich()

    assert "Ihre Vorgänge, auf den Stand der anderen gesetzt" in lauf.aus
    assert welt.bert.git("log", form, "-2") == before
    assert welt.bert.git("rev-parse", "HEAD~2") == welt.anna.head
    assert welt.bert.server == welt.bert.head
    assert welt.bert.git("rev-list", "--merges", "HEAD") == ""


def test_verschiedene_felder_eines_eintrags_kommen_zusammen(welt: Welt) -> None:
    welt.anna.tu("thema", "aendern", "thema-beispiel", "--titel", "Neuer Titel")
    welt.anna.abgleich()
    welt.bert.tu("thema", "aendern", "thema-beispiel", "--beschreibung", "Worum es geht.")

    assert welt.bert.abgleich().ausgang == Ausgang.GUT
    assert b"Neuer Titel" in welt.bert.read(THEMA)
    assert b"Worum es geht." in welt.bert.read(THEMA)


def test_was_schon_gleich_auf_dem_server_liegt_wird_nicht_wiederholt(welt: Welt) -> None:
    for klon in (welt.anna, welt.bert):
        klon.tu("thema", "aendern", "thema-beispiel", "--titel", "Derselbe Titel")
    melde(welt.bert, "Fahrtkosten")
    welt.anna.abgleich()
    lauf = welt.bert.abgleich()

    assert "Nicht mehr nötig" in lauf.aus
    assert len(welt.bert.betreffe(welt.anna.head)) == 1


def test_andere_dateien_werden_zeilenweise_zusammengefuehrt_und_genannt(welt: Welt) -> None:
    welt.anna.write(LIES, b"EINS\nzwei\ndrei\nvier\n")
    welt.anna.setze_fest()
    welt.anna.abgleich()
    welt.bert.write(LIES, b"eins\nzwei\ndrei\nVIER\n")
    welt.bert.setze_fest()
    lauf = welt.bert.abgleich()

    assert "nicht mit netzint festgeschrieben" in lauf.aus
    assert welt.bert.read(LIES) == b"EINS\nzwei\ndrei\nVIER\n"


def test_eine_probe_sieht_nur_nach(beide: Welt) -> None:
    before, server = beide.bert.stand(), beide.bert.server
    lauf = beide.bert.abgleich("--probe")

    assert lauf.aus.startswith("Probe: ")
    assert "Es wurde nichts geändert, nur nachgesehen." in lauf.aus
    assert "BEDARF-2026-01 → BEDARF-2026-02" in lauf.aus
    assert (beide.bert.stand(), beide.bert.server) == (before, server)


def test_ohne_hochladen_weiss_der_server_nichts_davon(beide: Welt) -> None:
    lauf = beide.bert.abgleich("--ohne-hochladen")

    assert "Noch nicht hochgeladen." in lauf.aus
    assert beide.bert.server == beide.anna.head == beide.bert.git("rev-parse", "HEAD~1")
    assert "Hochgeladen" in beide.bert.abgleich().aus
    assert beide.bert.server == beide.bert.head


@pytest.mark.parametrize("punkt", [pytest.param("geholt", marks=pytest.mark.lang), "angefragt", "versetzt"])
def test_wer_langsamer_ist_setzt_noch_einmal_auf(beide: Welt, punkt: str) -> None:
    welt = beide
    melde(welt.anna, "Drei")
    bei(punkt, lambda: welt.anna.git("push", "-q"))
    lauf = welt.bert.abgleich()

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert "Hochgeladen" in lauf.aus
    assert [b.split()[0] for b in welt.bert.betreffe(welt.anna.head)] == ["BEDARF-2026-03"]
    assert welt.bert.server == welt.bert.head


def test_der_erste_abgleich_mit_einem_leeren_server_legt_den_zweig_an(welt: Welt) -> None:
    welt.anna.git("init", "-q", "--bare", "../leer.git")
    welt.anna.git("remote", "add", "neu", "../leer.git")
    lauf = welt.anna.abgleich("--server", "neu")

    assert "Hochgeladen nach neu/main." in lauf.aus
    assert welt.anna.git("ls-remote", "neu", "main").startswith(welt.anna.head)
    assert welt.anna.git("rev-parse", "--abbrev-ref", "@{upstream}") == "origin/main"


def test_ohne_festgelegten_server_wird_der_genannte_gemerkt(welt: Welt) -> None:
    welt.anna.git("branch", "--unset-upstream")
    melde(welt.anna, "Dolmetschen")

    assert "Hochgeladen" in welt.anna.abgleich("--server", "origin").aus
    assert welt.anna.git("rev-parse", "--abbrev-ref", "@{upstream}") == "origin/main"


def test_die_eigenen_wege_zum_server_gelten(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    weg = welt.server.parent / "weg.sh"
    weg.write_bytes(b'#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n')
    weg.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(weg))
    monkeypatch.setenv("GIT_DIR", str(welt.server))
    welt.anna.git("remote", "set-url", "origin", f"ssh://nirgends.invalid{welt.server}")
    monkeypatch.delenv("GIT_DIR")
    melde(welt.anna, "Dolmetschen")

    assert "Hochgeladen" in welt.anna.abgleich().aus


def _lage(klon: Klon) -> list[str]:
    return [line for line in klon.tu("lage").aus.splitlines() if line.startswith("Abgleich: ")]


def test_die_lage_sagt_was_auf_den_abgleich_wartet(welt: Welt) -> None:
    assert _lage(welt.anna) == []
    melde(welt.anna, "Dolmetschen")
    assert _lage(welt.anna) == ["Abgleich: 1 Vorgang noch nicht hochgeladen (netzint abgleich)."]
    welt.anna.abgleich()
    welt.bert.git("fetch", "-q")
    assert _lage(welt.bert) == ["Abgleich: 1 Änderung der anderen noch nicht geholt (netzint abgleich)."]
    welt.bert.git("branch", "--unset-upstream")
    assert _lage(welt.bert) == []


def test_neue_warnungen_die_erst_zusammen_entstehen_werden_genannt(welt: Welt) -> None:
    welt.anna.setze_fest(bau.sitzung("sg-2027-01", datum="2027-03-10"))
    welt.anna.abgleich()
    welt.bert.setze_fest(bau.sitzung("sg-2027-02", datum="2027-03-10"))
    lauf = welt.bert.abgleich()

    assert "Neue Warnung S" in lauf.fehler
    assert lauf.ausgang == Ausgang.GUT
