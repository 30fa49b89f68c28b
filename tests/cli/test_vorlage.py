"""``netzint vorlage …``: templates listed, explained, tried out and checked by whoever looks after them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.dokumente.arten import MIT_VORLAGE
from netzint.dokumente.felder import list_paths
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.dokumente.vorlagenpruefung import Grenzen
from netzint.dokumente.vorschau import find_art, preview
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.buero import replace, state

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ANFANG = {"pdf": b"%PDF-", "docx": b"PK", "odt": b"PK", "html": b"<!doctype html>"}


def test_die_liste_nennt_jede_art_mit_ihrer_datei(buero: Path, rufe: Rufe) -> None:
    rows = json.loads(rufe("vorlage", "liste", "--format", "json").aus)["vorlagen"]

    assert [row["dokumentart"] for row in rows] == list(MIT_VORLAGE)
    assert all((buero / row["vorlage_datei"]).is_file() for row in rows)


@pytest.mark.parametrize("art", MIT_VORLAGE)
def test_zu_jeder_art_werden_alle_variablen_erklaert(buero: Path, rufe: Rufe, art: str) -> None:
    rows = json.loads(rufe("vorlage", "variablen", art, "--format", "json").aus)["variablen"]

    assert [row["variable"] for row in rows] == [path for path, _ in list_paths(MIT_VORLAGE[art].felder)]
    assert all(row["bedeutung"] and row["wahlfrei"] in ("ja", "nein") for row in rows)


def test_die_vorschau_als_text_steht_am_bildschirm(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    voll, leer = rufe("vorlage", "vorschau", "einladung"), rufe("vorlage", "vorschau", "einladung", "--leer")

    assert "\n# Einladung zur 14. Sitzung der Strategiegruppe\n" in voll.aus
    assert "https://video.example/nibw-14" in voll.aus
    assert "https://video.example/nibw-14" not in leer.aus
    assert len(leer.aus) < len(voll.aus)
    assert state(buero) == before


@pytest.mark.parametrize("form", ANFANG)
def test_die_vorschau_in_anderen_formen_wird_eine_datei(buero: Path, rufe: Rufe, form: str) -> None:
    lauf = rufe("vorlage", "vorschau", "Beschlussauszug", "--format", form)
    again = rufe("vorlage", "vorschau", "beschlussauszug.md.j2", "--format", form.upper(), "--nach", "hier." + form)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, f"ausgabe/vorschau/beschlussauszug.{form}\n")
    data = (buero / lauf.aus.strip()).read_bytes()
    assert data.startswith(ANFANG[form])
    assert again.aus == f"hier.{form}\n"
    assert Path(f"hier.{form}").read_bytes() == data


@pytest.mark.parametrize("art", MIT_VORLAGE)
@pytest.mark.parametrize("leer", [(), ("--leer",)])
def test_jede_art_hat_eine_vorschau(buero: Path, rufe: Rufe, art: str, leer: tuple[str, ...]) -> None:
    lauf = rufe("vorlage", "vorschau", art, *leer)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert lauf.aus.count("# ") >= 1


@pytest.mark.parametrize(
    ("aufruf", "worte"),
    [
        (("einlaudng",), "Eine Vorlage für „einlaudng“ gibt es nicht.\n→ Meinten Sie „einladung“?"),
        (("einladung", "--format", "xyz"), "Das Format „xyz“ gibt es für „einladung“ nicht."),
        (("mail", "--format", "pdf"), "Das Format „pdf“ gibt es für „mail“ nicht.\n→ Möglich: md, html."),
    ],
)
def test_was_es_nicht_gibt_wird_gesagt(buero: Path, rufe: Rufe, aufruf: tuple[str, ...], worte: str) -> None:
    lauf = rufe("vorlage", "vorschau", *aufruf)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert worte in lauf.fehler


@pytest.mark.parametrize(
    ("alt", "neu", "worte"),
    [
        ("lade ich", "{{ sitzung.otr }} lade ich", "einladung.md.j2, Zeile"),
        ("lade ich", "{% if %} lade ich", "Vorlage einladung.md.j2, Zeile"),
        ("lade ich", "{{ ''.__class__.__mro__ }} lade ich", "Vorlage einladung.md.j2, Zeile"),
    ],
)
def test_ein_fehler_in_der_vorlage_wird_mit_zeile_und_abhilfe_gesagt(
    buero: Path, rufe: Rufe, alt: str, neu: str, worte: str
) -> None:
    replace(buero, "vorlagen/einladung.md.j2", alt, neu)
    vorschau, pruefen = rufe("vorlage", "vorschau", "einladung"), rufe("vorlage", "pruefen", "einladung")

    assert vorschau.ausgang == Ausgang.ABGELEHNT
    assert worte in vorschau.fehler
    assert "→ " in vorschau.fehler
    assert pruefen.ausgang == Ausgang.BEFUNDE
    assert "Fehler V1" in pruefen.aus


def test_eine_vorlage_die_nicht_fertig_wird_haelt_niemanden_auf(buero: Path) -> None:
    texte = {p.name: p.read_text(encoding="utf-8") for p in (buero / "vorlagen").glob("*.j2")}
    schleife = "{% for a in range(99999) %}{% for b in range(99999) %}{{ a * b }}{% endfor %}{% endfor %}"
    for text in (schleife, "{% for a in range(90000) %}{{ 'x' * 900 }}{% endfor %}"):
        with pytest.raises(NetzintFehler) as gesagt:
            preview(Vorlagen({**texte, "einladung.md.j2": text}, {}), "einladung", "md", grenzen=Grenzen(cpu_s=1))
        assert "einladung.md.j2" in gesagt.value.text
        assert gesagt.value.hinweis


def test_nur_das_kind_fuellt_eine_vorlage_aus(buero: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a template does, it does not do it here."""

    def refuse(*_: object) -> str:
        raise AssertionError("ausgefüllt im eigenen Prozess")

    monkeypatch.setattr("netzint.dokumente.umgebung.fill_in", refuse)
    monkeypatch.setattr("netzint.dokumente.pipeline.fill_in", refuse)
    vorlagen = Vorlagen.decode({p.name: p.read_bytes() for p in (buero / "vorlagen").iterdir()})

    assert preview(vorlagen, "einladung", "md").decode().count("# Einladung") == 1


def test_geprueft_wird_was_pruefen_findet_nur_ohne_die_daten(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/einladung.md.j2", "lade ich", "{{ sitzung.otr }} lade ich")
    (buero / "vorlagen" / "einladung2.md.j2").write_text("# Neu\n", encoding="utf-8")
    replace(buero, "daten/ziele/ziel-zugang.yaml", "titel: ", "tittel: ")
    alles, nur = (
        json.loads(rufe(*b, "--format", "json").aus)["befunde"] for b in (["pruefen"], ["vorlage", "pruefen"])
    )

    assert nur == [b for b in alles if b["pfad"].startswith("vorlagen/")]
    assert {b["pfad"] for b in nur} == {"vorlagen/einladung.md.j2", "vorlagen/einladung2.md.j2"}


def test_eine_datei_von_anderswo_wird_geprueft_als_laege_sie_schon_da(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    fremd = tmp_path / "einladung.md.j2"
    fremd.write_text("# Einladung\n\n{{ sitzung.otr }}\n", encoding="utf-8")
    lauf = rufe("vorlage", "pruefen", str(fremd))

    assert lauf.ausgang == Ausgang.BEFUNDE
    assert "3:" in lauf.aus or "3 │" in lauf.aus
    assert "Meinten Sie" in lauf.aus
    assert rufe("vorlage", "pruefen").ausgang == Ausgang.GUT


def test_ein_name_den_es_nicht_gibt_bekommt_einen_vorschlag(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("vorlage", "pruefen", "einladnug")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Meinten Sie „einladung“?" in lauf.fehler


def test_fehler_in_anderen_vorlagen_werden_erwaehnt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/niederschrift.md.j2", "#", "{% if %}#")
    lauf = rufe("vorlage", "pruefen", "einladung")

    assert lauf.ausgang == Ausgang.GUT
    assert "Fehler haben auch: vorlagen/niederschrift.md.j2." in lauf.aus


def test_eine_art_wird_auch_am_titel_und_am_pfad_erkannt() -> None:
    assert [find_art(t) for t in ("Einladung", "vorlagen/einladung.md.j2", "WEITERLEITUNGSSCHREIBEN", "mail")] == [
        "einladung", "einladung", "weiterleitung", "mail",
    ]  # fmt: skip
    assert set(ANFANG) | {"md"} == set(SCHREIBER)
