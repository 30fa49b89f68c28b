"""Letters by DIN 5008 form A, and pages on which nothing overlaps: read back from the PDF, in mm."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.pipeline import Dokument
from tests.dokumente.pdfleser import Ort, orte
from tests.dokumente.test_pdf import maengel, setze

pytestmark = pytest.mark.no_cover

Schreiben = Callable[..., Dokument]
GENAU, ETWA = 0.1, 0.6
LANGES_WORT = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsges"

BRIEF = """\
**Netzwerk**

Stelle

---

{anschrift}

| Angabe | Inhalt |
| --- | --- |
{info}

# Betreff

{text}

---

Fuß
"""


def brief(anschrift: str = "Städtetag<br>Weg 1<br>70000 Stadt", text: str = "Text", infos: int = 3) -> list[Ort]:
    info = "\n".join(f"| Zeile {n} | Wert {n} |" for n in range(infos))
    data = setze(BRIEF.format(anschrift=anschrift, info=info, text=text))
    assert maengel(data) == []
    return list(orte(data))


def find(found: list[Ort], text: str) -> Ort:
    return next(ort for ort in found if ort.text.startswith(text))


def ueberdeckt(found: list[Ort]) -> list[tuple[str, str]]:
    """Lines of text that lie on one another: of words that ran over."""
    texte = [ort for ort in found if ort.text and ort.groesse > 2]
    return [(a.text, b.text) for a, b in combinations(texte, 2) if a.seite == b.seite and _meet(a, b)]


def _meet(a: Ort, b: Ort) -> bool:
    wide = min(a.rechts, b.rechts) - max(a.links, b.links)
    high = min(a.unten, b.unten) - max(a.oben, b.oben)
    return wide > 0.3 and high > 0.5 * min(a.unten - a.oben, b.unten - b.oben)


def ausserhalb(found: list[Ort], rechts: float = 190.0) -> list[str]:
    """Text beyond the margins."""
    return [o.text for o in found if o.text and (o.links < 24.9 or o.rechts > rechts + 0.2 or o.unten > 290)]


def test_die_anschrift_steht_im_feld_des_fensters() -> None:
    found = brief()
    erste, letzte = find(found, "Städtetag"), find(found, "70000")

    assert erste.links == pytest.approx(25, abs=GENAU)
    assert erste.oben == pytest.approx(27 + 17.7, abs=ETWA)
    assert letzte.unten < 27 + 45
    assert letzte.oben - erste.oben == pytest.approx(2 * 12 * 25.4 / 72, abs=GENAU)


def test_ueber_der_anschrift_steht_klein_der_absender() -> None:
    absender = find(brief(), "Geschäftsstelle des Netzwerks Integration ·")

    assert 27 < absender.oben < absender.unten < 27 + 17.7
    assert absender.rechts < 105
    assert absender.groesse < 8


@pytest.mark.parametrize("zeilen", [1, 6, 7, 10, 16])
def test_auch_eine_lange_anschrift_bleibt_im_feld(zeilen: int) -> None:
    found = brief("<br>".join(f"Anschrift {n}" for n in range(zeilen)))
    stehen = [ort for ort in found if ort.text.startswith("Anschrift")]

    assert len(stehen) == zeilen
    assert all(ort.oben > 26.9 and ort.unten < 72.6 and ort.links > 20 and ort.rechts < 105 for ort in stehen)
    assert ueberdeckt(found) == []


def test_der_infoblock_steht_rechts_oben() -> None:
    found = brief()

    assert find(found, "Zeile 0").links == pytest.approx(125, abs=GENAU)
    assert find(found, "Zeile 0").oben == pytest.approx(32, abs=2)
    assert all(ort.rechts <= 200 for ort in found if ort.text.startswith(("Zeile", "Wert")))


def test_der_betreff_steht_unter_dem_anschriftfeld() -> None:
    betreff = find(brief(), "Betreff")

    assert betreff.links == pytest.approx(25, abs=GENAU)
    assert betreff.oben == pytest.approx(27 + 45 + 8.46, abs=ETWA)


def test_nur_ein_sehr_langer_infoblock_schiebt_den_betreff_nach_unten() -> None:
    found = brief(infos=16)

    assert find(found, "Betreff").oben > find(found, "Zeile 15").unten
    assert ueberdeckt(found) == []


def test_falzmarken_und_lochmarke_stehen_nur_auf_dem_ersten_blatt() -> None:
    marken = [ort for ort in brief(text="Absatz.\n\n" * 60) if not ort.text and ort.rechts < 20]

    assert sorted(ort.oben for ort in marken) == pytest.approx([87, 148.5, 192], abs=GENAU)
    assert {ort.seite for ort in marken} == {0}


def test_das_zweite_blatt_hat_einen_kleinen_kopf_und_dieselben_raender() -> None:
    zweites = [ort for ort in brief(text="Absatz.\n\n" * 60) if ort.seite == 1]
    kopf = find(zweites, "Netzwerk Integration")

    assert kopf.unten < 27
    assert kopf.groesse < 9
    assert find(zweites, "Absatz").links == pytest.approx(25, abs=GENAU)
    assert find(zweites, "Absatz").oben == pytest.approx(27, abs=1)


def test_was_kein_brief_ist_hat_weder_marken_noch_anschriftfeld(schreiben: Schreiben) -> None:
    found = orte(schreiben("tagesordnung", formate=("pdf",)).dateien["pdf"])

    assert [ort for ort in found if not ort.text and ort.rechts < 20] == []


@pytest.mark.parametrize("art", ALLE)
@pytest.mark.parametrize("full", [True, False], ids=["voll", "leer"])
def test_nichts_liegt_uebereinander_oder_ausserhalb(
    schreiben: Schreiben,
    art: str,
    full: bool,  # noqa: FBT001 - parametrised
) -> None:
    found = list(orte(schreiben(art, full=full, formate=("pdf",)).dateien["pdf"]))

    assert ueberdeckt(found) == []
    assert ausserhalb([ort for ort in found if ort.oben > 75]) == []


@pytest.mark.parametrize(
    "wort",
    [LANGES_WORT, "n1:" + "0f" * 40, f"https://a.example/{'0f' * 40}/teil?wert=1", "person@sehr-langer-name.example"],
)
@pytest.mark.parametrize("spalten", [1, 2, 3, 4, 6, 8])
def test_lange_worte_bleiben_in_ihrer_spalte(wort: str, spalten: int) -> None:
    row = "| " + " | ".join([wort] * spalten) + " |\n"
    data = setze(f"# {wort}\n\n{wort} {wort}\n\n- {wort}\n\n> {wort}\n\n{row}{'| --- ' * spalten}|\n{row}")
    found = list(orte(data))

    assert maengel(data) == []
    assert ueberdeckt(found) == []
    assert ausserhalb(found) == []


def test_sechzig_punkte_und_zweihundert_zeilen_wiederholen_den_kopf_der_tabelle(schreiben: Schreiben) -> None:
    tops = [{"nummer": str(n), "titel": f"{LANGES_WORT} {n}", "weil": "auf Antrag"} for n in range(1, 61)]
    control = [
        {"empfehlung": f"HE-2026-{n:02}", "titel": "Titel", "stelle": LANGES_WORT, "stand": "offen"} for n in range(200)
    ]
    data = schreiben("tagesordnung", tops=tops, beschlusskontrolle=control, formate=("pdf",)).dateien["pdf"]
    found = list(orte(data))
    seiten = {ort.seite for ort in found}

    assert maengel(data) == []
    assert {ort.seite for ort in found if ort.text in ("Gegenstand", "Empfehlung")} == seiten - {max(seiten)} | {
        ort.seite for ort in found if ort.text.startswith("HE-2026-199")
    }
    assert ueberdeckt(found) == []
    assert ausserhalb(found) == []
