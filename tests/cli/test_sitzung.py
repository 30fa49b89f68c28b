"""``netzint sitzung neu``: the whole way from the call to the commit and the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

NEU = "daten/sitzungen/sg-2026-03.yaml"


def tagesordnung(buero: Path, pfad: str = NEU) -> list[str]:
    text = (buero / pfad).read_text(encoding="utf-8")
    return [line.removeprefix("  - kennung: ") for line in text.splitlines() if line.startswith("  - kennung: ")]


@pytest.mark.alle_formate
def test_ohne_angaben_entsteht_die_naechste_sitzung(
    buero: Path, rufe: Rufe, erwartet: Callable[[str, str], None]
) -> None:
    lauf = rufe("sitzung", "neu")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    commit = git(buero, "rev-parse", "HEAD")[:10]
    assert git(buero, "status", "--porcelain") == ""
    assert git(buero, "rev-list", "--count", "HEAD") == "2"
    vorgang = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    erwartet("cli/sitzung_neu.txt", lauf.aus.replace(commit, "0123456789").replace(vorgang, "v-0123456789ab"))
    erwartet("cli/sitzung_neu.yaml", (buero / NEU).read_text(encoding="utf-8"))


def test_der_commit_nennt_vorgang_und_kennungen_aber_keinen_menschen(buero: Path, rufe: Rufe) -> None:
    git(buero, "config", "netzint.bearbeitung", "ab")
    git(buero, "config", "user.name", "Erika Mustermann")
    rufe("sitzung", "neu")

    trailers = git(buero, "log", "-1", "--format=%(trailers:only,unfold)").splitlines()
    assert [line.partition(": ")[0] for line in trailers] == [
        "Vorgang", "Vorgang-Id", "Kennung", "Kennung", "Kennung", "Bearbeitung", "Netzint-Version",
    ]  # fmt: skip
    assert {"Vorgang: sitzung-neu", "Kennung: sg-2026-03", "Bearbeitung: ab"} <= set(trailers)
    assert git(buero, "log", "-1", "--format=%s") == "Sitzung SG-2026-03 am 15. Dezember 2026 angelegt"
    everything = git(buero, "cat-file", "-p", "HEAD")
    assert "Mustermann" not in everything
    assert "geschaeftsstelle@netzwerk.example" in everything
    names = [p.read_text(encoding="utf-8").split("\n", 1)[0] for p in (buero / "daten/mitglieder").glob("*.yaml")]
    assert not [n for n in names if n.removeprefix("name: ") in everything]


def test_jeder_vorgang_hat_eine_eigene_nummer(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    rufe("sitzung", "neu")

    ids = git(buero, "log", "-2", "--format=%(trailers:key=Vorgang-Id,valueonly)").split()
    assert len(set(ids)) == 2


def test_drei_sitzungen_nacheinander_planen_voraus_ohne_etwas_doppelt(buero: Path, rufe: Rufe) -> None:
    laeufe = [rufe("sitzung", "neu") for _ in range(3)]

    assert [lauf.ausgang for lauf in laeufe] == [0, 0, 0]
    agendas = [tagesordnung(buero, f"daten/sitzungen/sg-2026-0{n}.yaml") for n in (3, 4, 5)]
    fest = {"begruessung", "tagesordnung", "verschiedenes", "naechste-termine"}
    matters = [top for agenda in agendas for top in agenda if top not in fest]
    texts = [(buero / f"daten/sitzungen/sg-2026-0{n}.yaml").read_text(encoding="utf-8") for n in (3, 4, 5)]
    assert {top for top in matters if matters.count(top) > 1} == {"ueberpruefung", "offene-bedarfe"}
    assert "die älteste am 30. September 2026" in texts[0]
    assert "die älteste am 15. Januar 2027" in texts[1]
    assert "eine Wiedervorlage fällig am 15. April 2027" in texts[2]
    assert "bezug: [bedarf-2025-03]" in texts[0]
    assert "bedarf-2025-03" not in texts[2]
    assert "niederschrift-sg-2026-03" in agendas[1]
    assert "niederschrift-sg-2026-04" in agendas[2]
    assert rufe("pruefen").ausgang == Ausgang.GUT


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("--datum", "2026-13-01"), "Einen Monat 13 gibt es nicht."),
        (("--datum", "31.11.2026"), "Den 31. November 2026 gibt es nicht"),
        (("--datum", "neulich"), "„neulich“ ist kein Datum."),
        (("--datum", "gestern"), "Der 21. November 2026 liegt in der Vergangenheit."),
        (("--datum", ""), "ist kein Datum."),
        (("--datum", "2026-11-21"), "liegt in der Vergangenheit."),
        (("--beginn", "25:00"), "Die Uhrzeit 25:00 gibt es nicht"),
        (("--ort", ""), "Die Angabe zu --ort ist leer."),
        (("--ort", "x" * 301), "hat 301 Zeichen; erlaubt sind 300."),
        (("--mit", ""), "Die Angabe zu --mit ist leer."),
        (("--mit", "\u200b\u00ad"), "Die Angabe zu --mit ist leer."),
        (("--mit", "x" * 301), "hat 301 Zeichen; erlaubt sind 300."),
        (("--mit", "\udcff"), "kein gültiges UTF-8"),
        (("--form", "persönlich"), "Die Form „persönlich“ gibt es nicht."),
        (("--ohne", "begruessung"), "steht auf jeder Tagesordnung."),
        (("--ohne", "he-2026-5"), "Meinten Sie „he-2026-05“?"),
        (("--ohne", "ministerium-1"), "Weglassen kann man: niederschrift-sg-2026-02,"),
        (("--dtum", "2026-12-03"), "Meinten Sie „--datum“?"),
        (("quatsch",), "Überzählige Angabe: „quatsch“."),
    ],
)
def test_was_nicht_gemeint_sein_kann_wird_abgelehnt(buero: Path, rufe: Rufe, args: tuple[str, ...], text: str) -> None:
    before = state(buero)
    lauf = rufe("sitzung", "neu", *args)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert text in lauf.fehler
    assert "→" in lauf.fehler
    assert state(buero) == before


def test_ein_belegter_tag_wird_abgelehnt_und_die_sitzung_genannt(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    lauf = rufe("sitzung", "neu", "--datum", "15.12.2026")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Am 15. Dezember 2026 ist schon die Sitzung SG-2026-03." in lauf.fehler
    assert "netzint sitzung zeigen sg-2026-03" in lauf.fehler


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("2026-12-25", "Der 25. Dezember 2026 ist ein Feiertag (Erster Weihnachtstag)."),
        ("2027-02-06", "Der 6. Februar 2027 ist ein Samstag."),
        ("2027-03-11", "Am 11. März 2027 ist auch VA-2027-01."),
        ("2026-11-25", "Die Ladungsfrist von 14 Tagen ist nicht mehr zu halten"),
    ],
)
def test_ein_gewaehlter_ungewoehnlicher_tag_gilt_aber_wird_genannt(
    buero: Path, rufe: Rufe, tag: str, text: str
) -> None:
    lauf = rufe("sitzung", "neu", "--datum", tag)

    assert lauf.ausgang == Ausgang.GUT
    assert text in lauf.fehler
    assert f"datum: {tag}" in (buero / NEU).read_text(encoding="utf-8")


def test_getipptes_wird_gesaeubert_und_steht_so_in_der_datei(buero: Path, rufe: Rufe) -> None:
    rufe(
        "sitzung",
        "neu",
        "--ort",
        "  Go\u0308p\u00adpingen,\nRathaus ",
        "--mit",
        "Lo\u0308sungs\u200bwege: neu",
        "--beginn",
        "9.30",
    )

    text = (buero / NEU).read_text(encoding="utf-8")
    assert "ort: Göppingen, Rathaus\n" in text
    assert 'titel: "Lösungswege: neu"\n' in text
    assert 'beginn: "09:30"\n' in text


def test_punkte_lassen_sich_weglassen_und_aufnehmen(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("sitzung", "neu", "--ohne", "HE-2026-05", "--ohne", "ueberpruefung", "--mit", "Jahresplanung")

    tops = tagesordnung(buero)
    assert lauf.ausgang == Ausgang.GUT
    assert tops[-3:] == ["jahresplanung", "verschiedenes", "naechste-termine"]
    assert not {"he-2026-05", "ueberpruefung"} & set(tops)
    assert not (buero / "daten/beschlussvorlagen/bv-2026-011.yaml").exists()


@pytest.mark.alle_formate
def test_eine_probe_zeigt_alles_und_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    lauf = rufe("sitzung", "neu", "--probe", "--datum", "2026-12-25")

    assert (lauf.ausgang, state(buero)) == (Ausgang.GUT, before)
    assert "+++ b/daten/sitzungen/sg-2026-03.yaml\n" in lauf.aus
    assert "+datum: 2026-12-25\n" in lauf.aus
    assert "  ausgabe/sg-2026-03/einladung-sg-2026-03 (pdf, docx, html, md)\n" in lauf.aus
    assert "  ausgabe/sg-2026-03/termin-sg-2026-03.ics\n" in lauf.aus
    assert "Es wurde nichts geändert." in lauf.aus
    assert "Feiertag" in lauf.fehler


def test_nummern_anderer_zweige_werden_nicht_noch_einmal_vergeben(
    buero: Path, rufe: Rufe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two clones: what the other one pushed on a branch is known after a fetch, though it is not merged."""
    other = tmp_path / "anderer"
    git(tmp_path, "clone", "-q", str(buero), str(other))
    git(other, "switch", "-q", "-c", "entwurf")
    assert rufe("-C", str(other), "sitzung", "neu").ausgang == Ausgang.GUT
    git(buero, "fetch", "-q", str(other), "entwurf:refs/remotes/anderer/entwurf")

    lauf = rufe("sitzung", "neu")

    assert "Sitzung SG-2026-04 am 15. Dezember 2026 angelegt" in lauf.aus
    assert "daten/beschlussvorlagen/bv-2026-012.yaml" in lauf.aus
    assert git(buero, "ls-files", NEU) == ""


def test_eine_von_hand_angefangene_nummer_wird_nicht_ueberschrieben(buero: Path, rufe: Rufe) -> None:
    (buero / NEU).write_text("gremium: strategiegruppe\n", encoding="utf-8")
    lauf = rufe("sitzung", "neu")

    assert "daten/sitzungen/sg-2026-04.yaml" in lauf.aus
    assert "Nicht berücksichtigt, weil nicht festgeschrieben: daten/sitzungen/sg-2026-03.yaml." in lauf.fehler
    assert (buero / NEU).read_text(encoding="utf-8") == "gremium: strategiegruppe\n"


def test_fremde_aenderungen_werden_genannt_und_bleiben(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Neuer ")
    (buero / "notiz.txt").write_text("meins", encoding="utf-8")
    git(buero, "add", "notiz.txt")
    before = git(buero, "status", "--porcelain")
    lauf = rufe("sitzung", "neu")

    assert lauf.ausgang == Ausgang.GUT
    assert "nicht festgeschrieben: daten/ziele/ziel-zugang.yaml." in lauf.fehler
    assert git(buero, "status", "--porcelain") == before
    assert "notiz.txt" not in git(buero, "show", "--name-only", "--format=", "HEAD")


def test_aus_einem_unterordner_und_mit_wurzel_geht_es_ebenso(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(buero / "daten" / "ziele")
    assert "sg-2026-03.yaml" in rufe("sitzung", "neu").aus
    monkeypatch.chdir(buero.parent)
    assert "sg-2026-04.yaml" in rufe("-C", "büro", "sitzung", "neu").aus
    assert "sg-2026-05.yaml" in rufe("sitzung", "neu", "-C", str(buero)).aus


def test_eine_kaputte_vorlage_lehnt_ab_und_aendert_nichts(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/einladung.md.j2", "sitzung.nummer", "sitzung.numer")
    commit_all(buero, "Vorlage")
    before = state(buero)
    lauf = rufe("sitzung", "neu")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "einladung.md.j2" in lauf.fehler
    assert "Zeile 2" in lauf.fehler
    assert "Meinten Sie „nummer“?" in lauf.fehler


def test_eine_unlesbare_fremde_datei_haelt_nicht_auf_und_wird_genannt(buero: Path, rufe: Rufe) -> None:
    (buero / "daten/ziele/ziel-zugang.yaml").write_text("titel: [", encoding="utf-8")
    commit_all(buero, "kaputt")
    lauf = rufe("sitzung", "neu")

    assert lauf.ausgang == Ausgang.GUT
    assert "Nicht lesbar und darum nicht berücksichtigt: daten/ziele/ziel-zugang.yaml." in lauf.fehler


def test_ohne_lesbares_netzwerk_fehlt_der_absender(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/netzwerk.yaml", "e_mail: ", "e_mail: kein ")
    commit_all(buero, "kaputt")
    before = state(buero)
    lauf = rufe("sitzung", "neu")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "netzwerk.yaml" in lauf.fehler


@pytest.mark.parametrize("befehl", [("sitzung", "neu"), ("lage",), ("sitzung", "liste"), ("dokument", "erzeugen", "x")])
def test_daten_eines_neueren_formats_werden_weder_gezeigt_noch_geaendert(
    buero: Path, rufe: Rufe, befehl: tuple[str, ...]
) -> None:
    replace(buero, "daten/netzwerk.yaml", "format: 1", "format: 2")
    commit_all(buero, "neuer")
    before = state(buero)
    lauf = rufe(*befehl)

    assert (lauf.ausgang, lauf.aus, state(buero)) == (Ausgang.ABGELEHNT, "", before)
    assert "Format 2" in lauf.fehler
    assert "netzint aktualisieren" in lauf.fehler


def test_ein_haken_der_ablehnt_laesst_alles_wie_es_war(buero: Path, rufe: Rufe) -> None:
    haken = buero / ".git/hooks/commit-msg"
    haken.parent.mkdir(exist_ok=True)
    haken.write_text("#!/bin/sh\necho 'Heute nicht.' >&2\nexit 1\n", encoding="utf-8")
    haken.chmod(0o755)
    before = state(buero)
    lauf = rufe("sitzung", "neu")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "Heute nicht." in lauf.fehler


def test_ist_ausgabe_nicht_beschreibbar_steht_der_commit_und_der_rest_laesst_sich_nachholen(
    buero: Path, rufe: Rufe
) -> None:
    (buero / "ausgabe").write_text("im Weg", encoding="utf-8")
    lauf = rufe("sitzung", "neu")

    assert lauf.ausgang == Ausgang.NACHZUZIEHEN
    assert "netzint dokument erzeugen sg-2026-03" in lauf.fehler
    assert git(buero, "log", "-1", "--format=%s").startswith("Sitzung SG-2026-03")
    (buero / "ausgabe").unlink()
    assert rufe("dokument", "erzeugen", "sg-2026-03").ausgang == Ausgang.GUT


def test_ohne_commit_wird_gesagt_was_zuerst_zu_tun_ist(buero: Path, rufe: Rufe) -> None:
    git(buero, "checkout", "-q", "--orphan", "leer")
    for args in (("sitzung", "neu"), ("sitzung", "neu", "--probe")):
        lauf = rufe(*args)
        assert lauf.ausgang == Ausgang.ABGELEHNT
        assert "Zuerst: netzint festschreiben" in lauf.fehler


def test_ohne_zweig_wird_gesagt_wie_man_zu_einem_kommt(buero: Path, rufe: Rufe) -> None:
    git(buero, "checkout", "-q", "--detach")
    before = state(buero)
    lauf = rufe("sitzung", "neu")

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    assert "git switch main" in lauf.fehler


def test_mitten_in_einer_zusammenfuehrung_wird_abgelehnt(buero: Path, rufe: Rufe) -> None:
    (buero / ".git/MERGE_HEAD").write_text(git(buero, "rev-parse", "HEAD") + "\n", encoding="utf-8")
    before = git(buero, "rev-parse", "HEAD")
    lauf = rufe("sitzung", "neu")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "Merge" in lauf.fehler or "Zusammenführ" in lauf.fehler
    assert git(buero, "rev-parse", "HEAD") == before


def test_ohne_git_wird_gesagt_was_fehlt(buero: Path, rufe: Rufe) -> None:
    (buero / ".git").rename(buero / "git")
    for args in (("sitzung", "neu"), ("sitzung", "neu", "--probe"), ("festschreiben",)):
        lauf = rufe(*args)
        assert lauf.ausgang == Ausgang.UMGEBUNG
        assert "kein Git-Repository" in lauf.fehler
    assert rufe("lage").ausgang == Ausgang.GUT
