"""Two sides change one file: what comes of it, and what only a person can decide."""

from __future__ import annotations

import pytest

from netzint.ablage.leser.datei import parse
from netzint.ablage.zusammenfuehren.datei import merge
from netzint.ablage.zusammenfuehren.ergebnis import Zusammengefuehrt

PFAD = "daten/sitzungen/sg-2026-03.yaml"
BASIS = """\
# Kopf der Datei

gremium: strategiegruppe
datum: 2026-12-03
beginn: "10:00"
ort: Stuttgart       # Haus der Beispiele
# über der Einladung
einladung: {versandt: 2026-11-12, verteiler: [ministerium-1, staedtetag-1]}
tagesordnung:
  - kennung: begruessung
    titel: Begrüßung
  # zum zweiten
  - kennung: he-2026-04
    titel: Erstinformation
    verlauf: |
      Die AG berichtet.
      Es wird gefragt.

      Am Ende wird abgestimmt.
    beschluesse:
      - kennung: he-2026-04
        ja: 9        # ausgezählt
        nein: 1
    # am Ende des zweiten
  - kennung: verschiedenes
    titel: Verschiedenes
anwesend:
  - ministerium-1
  - {mitglied: staedtetag-1, nicht_bei: [verschiedenes]}
# Ende
"""


def merge_texte(unser: str, ihr: str, basis: str | None = BASIS, pfad: str = PFAD) -> Zusammengefuehrt:
    return merge(None if basis is None else basis.encode(), unser.encode(), ihr.encode(), pfad)


def edit(*paare: tuple[str, str], text: str = BASIS) -> str:
    for alt, neu in paare:
        assert text.count(alt) == 1, alt
        text = text.replace(alt, neu)
    return text


ORT = ("ort: Stuttgart       # Haus der Beispiele", "ort: Ulm  # Haus der Beispiele")
ZWEITER = "tagesordnung › he-2026-04"
OHNE_ZWEITEN = (BASIS[BASIS.index("  # zum zweiten") : BASIS.index("  - kennung: versch")], "")


@pytest.mark.parametrize(
    ("unser", "ihr"),
    [
        pytest.param([ORT], [('"10:00"', '"11:00"')], id="zwei Felder"),
        pytest.param([("ja: 9 ", "ja: 8 ")], [("nein: 1", "nein: 2")], id="zwei Felder eines Beschlusses"),
        pytest.param([("11-12", "11-13")], [("staedtetag-1]}\nt", "staedtetag-2]}\nt")], id="in einer Klammer"),
        pytest.param(
            [("[verschiedenes]}", "[begruessung]}")], [("- ministerium-1", "- ministerium-2")], id="Anwesende"
        ),
        pytest.param([("# ausgezählt", "# nachgezählt")], [("ja: 9", "ja: 8")], id="Kommentar und Wert einer Zeile"),
        pytest.param(
            [("# zum zweiten", "# Zum Zweiten")], [("titel: Erst", "titel: Neue Erst")], id="Kommentar darüber"
        ),
        pytest.param([("berichtet.", "trägt vor.")], [("Am Ende", "Zuletzt")], id="zwei Absätze eines Textes"),
        pytest.param([("# Kopf der Datei", "# Der Kopf")], [("# Ende", "# Schluss")], id="Kopf und Fuß"),
        pytest.param([OHNE_ZWEITEN], [("titel: Begr", "titel: Die Begr")], id="ein Punkt gestrichen"),
        pytest.param([("    # am Ende des zweiten\n", "")], [("nein: 1", "nein: 2")], id="Kommentar gestrichen"),
    ],
)
def test_verschiedenes_wird_zusammengefuehrt_und_beruehrt_nur_seine_zeilen(
    unser: list[tuple[str, str]], ihr: list[tuple[str, str]]
) -> None:
    merged = merge_texte(edit(*unser), edit(*ihr))

    assert merged == Zusammengefuehrt(edit(*unser, *ihr).encode())
    assert merge_texte(edit(*ihr), edit(*unser)) == merged


def test_dieselbe_aenderung_zaehlt_einmal() -> None:
    unser = edit(ORT, ("  - kennung: versch", "  - kennung: neu\n    titel: Neu\n  - kennung: versch"))
    ihr = edit(("  - kennung: versch", "  - kennung: neu\n    titel: Neu\n  - kennung: versch"))

    assert merge_texte(unser, ihr).text.decode() == unser


@pytest.mark.parametrize(
    ("unser", "ihr", "stelle", "satz"),
    [
        (ORT, ("ort: Stuttgart ", "ort: Aalen "), "ort", "verschieden geändert"),
        (("ja: 9 ", "ja: 8 "), ("ja: 9 ", "ja: 7 "), f"{ZWEITER} › beschluesse › he-2026-04 › ja", "geändert"),
        (("11-12", "11-13"), ("11-12", "11-14"), "einladung › versandt", "verschieden geändert"),
        (("wird gefragt", "wurde gefragt"), ("wird gefragt", "ist gefragt"), f"{ZWEITER} › verlauf", "geändert"),
        (("# Ende", "# Schluss"), ("# Ende", "# Aus"), "Kommentar", "verschieden geändert"),
        (OHNE_ZWEITEN, ("nein: 1", "nein: 2"), ZWEITER, "auf der einen Seite gelöscht"),
        (ORT, ("ort: Stuttgart       # Haus der Beispiele\n", ""), "ort", "auf der einen Seite gelöscht"),
    ],
)  # fmt: skip
def test_nur_derselbe_wert_verschieden_geaendert_ist_ein_konflikt(
    unser: tuple[str, str], ihr: tuple[str, str], stelle: str, satz: str
) -> None:
    merged = merge_texte(edit(unser), edit(ihr))

    assert [konflikt.stelle for konflikt in merged.konflikte] == [stelle]
    assert satz in merged.konflikte[0].satz
    assert {befund.code for befund in parse(merged.text).befunde} == {"L119"}


def test_die_marken_stehen_genau_um_den_wert() -> None:
    merged = merge_texte(edit(ORT, ("nein: 1", "nein: 2")), edit(("ort: Stuttgart", "ort: Aalen")))

    marked = (
        "<<<<<<< unser Stand\nort: Ulm  # Haus der Beispiele\n||||||| gemeinsamer Ausgangspunkt\n"
        "ort: Stuttgart       # Haus der Beispiele\n=======\nort: Aalen       # Haus der Beispiele\n>>>>>>> ihr Stand\n"
    )
    assert merged.text.decode() == edit((ORT[0] + "\n", marked), ("nein: 1", "nein: 2"))


def test_in_einer_klammer_steht_zwischen_den_marken_was_sonst_schon_zusammengefuehrt_ist() -> None:
    unser = edit(("2026-11-12, verteiler", "2026-11-13, verteiler"))
    ihr = edit(
        ("{versandt: 2026-11-12, verteiler: [ministerium-1,", "{versandt: 2026-11-14, verteiler: [ministerium-2,")
    )

    text = merge_texte(unser, ihr).text.decode()

    assert "einladung: {versandt: 2026-11-13, verteiler: [ministerium-2, staedtetag-1]}\n|||||||" in text
    assert "einladung: {versandt: 2026-11-14, verteiler: [ministerium-2, staedtetag-1]}\n>>>>>>>" in text


def test_verschiedene_zugaenge_an_einer_stelle_bleiben_beide() -> None:
    unser = edit(("  - kennung: versch", "  - kennung: a\n    titel: A\n  - kennung: versch"))
    ihr = edit(("  - kennung: versch", "  # dazu\n  - kennung: b\n    titel: B\n  - kennung: versch"))

    merged = merge_texte(unser, ihr)

    dazu = "  - kennung: a\n    titel: A\n  # dazu\n  - kennung: b\n    titel: B\n  - kennung: versch"
    assert merged == Zusammengefuehrt(edit(("  - kennung: versch", dazu)).encode())


def test_zugaenge_mit_einem_tag_stehen_nach_dem_tag() -> None:
    basis = "stelle: a\nstand:\n  - {am: 2026-01-01, status: offen}\n"
    unser, ihr = (
        f"{basis}  - {{am: 2026-03-01, status: umgesetzt}}\n",
        f"{basis}  - {{am: 2026-02-01, status: offen}}\n",
    )

    merged = merge_texte(unser, ihr, basis)

    assert merged.text.decode().split("\n")[2:5] == [*ihr.split("\n")[2:4], unser.split("\n")[3]]


def test_neue_felder_stehen_in_der_ordnung_des_formats() -> None:
    basis = "gremium: strategiegruppe\ndatum: 2026-12-03\n"

    merged = merge_texte(f"{basis}ort: Ulm\n", f'{basis}beginn: "10:00"\n', basis)

    assert merged.text.decode() == f'{basis}beginn: "10:00"\nort: Ulm\n'


def test_dieselbe_kennung_neu_auf_beiden_seiten_bleibt_als_ganzes_offen() -> None:
    unser = edit(("  - kennung: versch", "  - kennung: a\n    titel: A\n  - kennung: versch"))
    ihr = edit(("  - kennung: versch", "  - kennung: a\n    titel: B\n  - kennung: versch"))

    merged = merge_texte(unser, ihr)

    assert [(k.stelle, k.basis) for k in merged.konflikte] == [("tagesordnung › a", None)]
    assert "<<<<<<< unser Stand\n  - kennung: a\n    titel: A\n" in merged.text.decode()


def test_ein_verschobener_punkt_bleibt_verschoben_und_geaendert() -> None:
    erster, letzter = (
        "  - kennung: begruessung\n    titel: Begrüßung\n",
        "  - kennung: verschiedenes\n    titel: Verschiedenes\n",
    )
    unser = edit((erster, ""), (letzter, letzter + erster))

    merged = merge_texte(unser, edit(("titel: Begrüßung", "titel: Eröffnung")))

    assert merged == Zusammengefuehrt(unser.replace("titel: Begrüßung", "titel: Eröffnung").encode())


def test_eine_gegen_die_andere_verschobene_liste_ist_ein_konflikt() -> None:
    basis = "tagesordnung:\n" + "".join(f"  - {{kennung: {name}}}\n" for name in "abcd")
    unser = basis.replace("  - {kennung: a}\n", "") + "  - {kennung: a}\n"
    ihr = basis.replace("  - {kennung: a}\n", "").replace("c}\n", "c}\n  - {kennung: a}\n")

    assert [konflikt.stelle for konflikt in merge_texte(unser, ihr, basis).konflikte] == ["tagesordnung"]


def test_ein_geoeffneter_block_und_eine_geaenderte_klammer_finden_zusammen() -> None:
    basis = "stand:\n  - {am: 2026-01-01, status: offen}\n"
    unser = basis.replace("offen", "umgesetzt")
    ihr = "stand:\n  - am: 2026-01-01\n    status: offen\n    vermerk: |\n      Lang.\n"

    merged = merge_texte(unser, ihr, basis)

    assert merged == Zusammengefuehrt(ihr.replace("offen", "umgesetzt").encode())


def test_eine_berichtigte_stelle_wird_wiedererkannt() -> None:
    mandat = "mandate:\n  - {gremium: strategiegruppe, sitz: sitz-a, rolle: ordentlich, von: 2026-01-01}\n"

    merged = merge_texte(mandat.replace("01-01", "01-15"), mandat.replace("ordentlich", "stellvertretend"), mandat)

    assert merged == Zusammengefuehrt(
        mandat.replace("01-01", "01-15").replace("ordentlich", "stellvertretend").encode()
    )


def test_schreibweise_weicht_dem_inhalt() -> None:
    merged = merge_texte(edit(("ort: Stuttgart ", 'ort: "Stuttgart" ')), edit(("ort: Stuttgart ", "ort: Ulm ")))

    assert merged == Zusammengefuehrt(edit(("ort: Stuttgart ", "ort: Ulm ")).encode())


def test_zeilenenden_und_dateiende_bleiben() -> None:
    basis = BASIS.replace("\n", "\r\n").removesuffix("\r\n")
    unser, ihr = basis.replace("Stuttgart", "Ulm"), basis.replace('"10:00"', '"11:00"')

    assert merge_texte(unser, ihr, basis).text.decode() == unser.replace('"10:00"', '"11:00"')


def test_ohne_gemeinsamen_ausgangspunkt_kommt_zusammen_was_sich_nicht_widerspricht() -> None:
    assert merge_texte("titel: A\nvon: 2026-01-01\n", "titel: A\nbis: 2026-02-01\n", None).konflikte == ()


def test_zwei_verschiedene_neue_dateien_bleiben_beide_ganz() -> None:
    merged = merge_texte("titel: A\nort: Ulm\n", "titel: B\n", None)

    assert [konflikt.feld for konflikt in merged.konflikte] == [()]
    assert "\ntitel: A\nort: Ulm\n" in merged.text.decode()
    assert "\ntitel: B\n" in merged.text.decode()


@pytest.mark.parametrize("kaputt", ["ort: [offen\n", "ort: &anker x\n", "a: 1\na: 2\n"])
def test_was_nicht_lesbar_ist_fuehrt_git_zeile_fuer_zeile_zusammen(kaputt: str) -> None:
    basis = f"{kaputt}# eins\n# zwei\n# drei\ntitel: A\n"

    merged = merge_texte(basis.replace("titel: A", "titel: B"), f"# davor\n{basis}", basis)
    strittig = merge_texte(basis.replace("titel: A", "titel: B"), basis.replace("titel: A", "titel: C"), basis)

    assert merged == Zusammengefuehrt(f"# davor\n{basis}".replace("titel: A", "titel: B").encode())
    assert [konflikt.feld for konflikt in strittig.konflikte] == [()]
    assert b"<<<<<<< unser Stand\ntitel: B\n" in strittig.text


def test_auch_aus_bytes_die_kein_text_sind_geht_keine_seite_verloren() -> None:
    merged = merge(b"\x00\xff", b"\x00\xfeunser", b"\x00\xfdihr", PFAD)

    assert (len(merged.konflikte), merged.text) == (1, b"\x00\xfeunser")


def test_andere_dateien_als_yaml_fuehrt_git_zusammen() -> None:
    merged = merge_texte(
        "eins\nzwei\ndrei\nVIER\n", "EINS\nzwei\ndrei\nvier\n", "eins\nzwei\ndrei\nvier\n", "daten/README.md"
    )

    assert merged == Zusammengefuehrt(b"EINS\nzwei\ndrei\nVIER\n")


@pytest.mark.parametrize(
    ("unser", "ihr", "einmal"),
    [
        pytest.param(
            "# Kopf\nneu: x\ntitel: A\n", "# Kopf\n# dazu\ntitel: A\n", ("# Kopf", "# dazu"), id="davor ein Feld"
        ),
        pytest.param("titel: B\nort: U\n", "# Kopf\n# dazu\ntitel: A\nort: U\n", ("# dazu",), id="gestrichen"),
        pytest.param("# Kopf\nort: U\n", "# Kopf\nneu: x\nort: U\n", ("# Kopf",), id="erstes Feld gestrichen"),
    ],
)
def test_der_kopf_der_datei_bleibt_und_verdoppelt_sich_nicht(unser: str, ihr: str, einmal: tuple[str, ...]) -> None:
    text = merge_texte(unser, ihr, "# Kopf\ntitel: A\nort: U\n").text.decode()

    assert text.startswith(f"{einmal[0]}\n")
    assert sorted(line for line in text.split("\n") if "#" in line) == sorted(einmal)


def test_was_ueber_dem_naechsten_feld_stand_verdoppelt_sich_auch_beim_zweiten_mal_nicht() -> None:
    basis = "# Kopf\ntitel: A\nort: U\nende: x\n"
    unser, ihr = basis.replace("ort:", "# zum Ort\nort:"), basis.replace("titel: A\n", "")

    einmal = merge_texte(unser, ihr, basis).text.decode()

    assert einmal == "# Kopf\n# zum Ort\nort: U\nende: x\n"
    assert merge_texte(einmal, unser, basis).text.decode() == einmal


@pytest.mark.parametrize("teil", ["  a: 1\n  b: 2\n", "  - a\n  - b\n", "  - a: 1\n    b: 2\n"])
def test_was_beide_zusammen_leeren_geht_und_ein_kommentar_daran_bleibt(teil: str) -> None:
    basis = f"titel: A\nteil:\n{teil}"
    eins, zwei = teil.splitlines(keepends=True)
    links = basis.replace(eins, "  - " if "- a:" in eins else "").replace("  -     b", "  - b")
    rechts = basis.replace(zwei, "")

    assert merge_texte(links, rechts, basis) == Zusammengefuehrt(b"titel: A\n")
    merged = merge_texte(links.replace("teil:", "# wichtig\nteil:"), rechts, basis)
    assert (len(merged.konflikte), b"# wichtig" in merged.text) == (1, True)


def test_ein_eintrag_den_beide_umbenennen_bleibt_einer_und_offen() -> None:
    basis = "fassungen:\n  - nr: 1\n    vom: 2026-01-01\n    wortlaut: Text\n"

    merged = merge_texte(basis.replace("nr: 1", "nr: 2"), basis.replace("nr: 1", "nr: 3"), basis)

    assert [konflikt.stelle for konflikt in merged.konflikte] == ["fassungen › 2 › nr"]
    assert merged.text.decode().count("vom: ") == 3  # once in each state between the marks
