"""daten/README.md is made from the models and is current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netzint.ablage.mitgeliefert import read_beispiele
from netzint.berichte.datenhandbuch import FORMEN, TITEL, write_datenhandbuch, write_ordner
from netzint.modell.arten import ARTEN, NACH_NAME
from netzint.modell.grund import GEMEINSAM

DATEI = Path(__file__).parents[2] / "daten" / "README.md"
TEXT = write_datenhandbuch(read_beispiele())
NAMEN = [art.name for art in ARTEN]


def abschnitt(art: str) -> str:
    return TEXT.split(f"\n## {TITEL[art]}\n")[1].split("\n## ")[0]


def test_das_datenhandbuch_ist_aktuell(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--erwartet-annehmen"):
        DATEI.write_text(TEXT, encoding="utf-8", newline="\n")

    assert DATEI.read_text(encoding="utf-8") == TEXT, "mit --erwartet-annehmen erneuern"


@pytest.mark.parametrize("art", NAMEN)
def test_jedes_feld_jeder_art_steht_mit_seiner_bedeutung_da(art: str) -> None:
    zeilen = abschnitt(art)
    felder = NACH_NAME[art].model.model_fields

    for name, feld in felder.items():
        if name not in (*GEMEINSAM, "kennung"):
            pflicht = "**nötig**" if feld.is_required() else ""
            treffer = re.search(rf"^\| `{name}` \| (.*?) \| .* \| (.*) \|$", zeilen, re.MULTILINE)
            assert treffer is not None, name
            assert (treffer[1], treffer[2].split("; sonst `")[0]) == (pflicht, feld.description)


@pytest.mark.parametrize("art", NAMEN)
def test_jede_art_zeigt_ihr_beispiel_und_die_form_ihrer_kennung(art: str) -> None:
    beispiel = read_beispiele()[art]

    assert f"```yaml\n# {beispiel.pfad}\n{beispiel.text}```" in abschnitt(art)
    assert NACH_NAME[art].form in abschnitt(art)


def test_verschachtelte_angaben_stehen_mit_ihrem_ganzen_weg() -> None:
    assert "| `mandate[].benannt.durch` | **nötig** | Kennung (stelle) | benennende Stelle |" in abschnitt("mitglied")
    assert "| `beginn` |  | Uhrzeit |" in abschnitt("sitzung")
    assert "| `anwesend` |  | Liste: Kennung (mitglied) oder Block |" in abschnitt("sitzung")
    assert "| `beispieldaten` |  | `ja` · `nein` | ja, wenn alles hier erfunden ist; sonst `nein` |" in abschnitt(
        "netzwerk"
    )


def test_antraege_stehen_einmal_und_jede_art_des_antrags_mit_dem_was_dazugehoert() -> None:
    antraege = TEXT.split("\n## Anträge\n")[1].split("\n## ")[0]

    assert antraege.count("`antrag.art: ") == 8
    assert "| `antrag.art: ag_verlaengern` | **nötig** |  | **eine AG verlängern** |" in antraege
    assert "| `antrag.bis` | **nötig** | Datum oder Monat | neues Ende |" in antraege


def test_gemeinsame_angaben_stehen_nur_einmal() -> None:
    assert TEXT.count("| `berichtigungen` |") == 1
    assert TEXT.count("| `abweichung[].regel` |") == 1


def test_jede_form_hat_ihr_eigenes_wort() -> None:
    assert len(FORMEN) == len(set(FORMEN.values()))


@pytest.mark.parametrize("name", [art.name for art in ARTEN if art.ordner])
def test_der_hinweis_im_ordner_fuehrt_an_die_richtige_stelle(name: str) -> None:
    ziel = re.search(r"README\.md#(\S+)\)", write_ordner(NACH_NAME[name]))

    assert ziel is not None
    assert ziel[1] in {zeile[3:].lower().replace(" ", "-") for zeile in TEXT.splitlines() if zeile.startswith("## ")}
