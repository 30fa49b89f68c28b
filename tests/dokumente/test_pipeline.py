"""From data to files: golden documents, edges, repeatability, form of the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Dokument, Vorlagen, render

Schreiben = Callable[..., Dokument]
Erwartet = Callable[[str, str], None]
LANGES_WORT = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsges"


@pytest.mark.parametrize("art", ALLE)
@pytest.mark.parametrize("endung", ["md", "html"])
@pytest.mark.parametrize("full", [True, False], ids=["voll", "leer"])
def test_das_beispiel_sieht_aus_wie_erwartet(
    schreiben: Schreiben,
    erwartet: Erwartet,
    art: str,
    endung: str,
    full: bool,  # noqa: FBT001 - parametrised
) -> None:
    name = art if full else f"{art}-leer"

    erwartet(f"dokumente/{name}.{endung}", schreiben(art, full=full).dateien[endung].decode())


@pytest.mark.parametrize("art", ALLE)
def test_zweimal_dasselbe_gibt_dieselben_bytes(schreiben: Schreiben, art: str) -> None:
    assert schreiben(art) == schreiben(art)


def test_eine_leere_tagesordnung_sagt_dass_sie_leer_ist(schreiben: Schreiben) -> None:
    markdown = schreiben("tagesordnung", tops=[]).dateien["md"].decode()

    assert "Die Tagesordnung steht noch nicht fest." in markdown


def test_ein_einziger_punkt_genuegt(schreiben: Schreiben) -> None:
    markdown = schreiben("tagesordnung", tops=[{"nummer": "1", "titel": "Begrüßung"}]).dateien["md"].decode()

    assert "| 1 | Begrüßung | – |" in markdown


def test_sechzig_punkte_stehen_alle_da(schreiben: Schreiben) -> None:
    tops = [{"nummer": str(n), "titel": f"Punkt {n}", "weil": "auf Antrag"} for n in range(1, 61)]

    html = schreiben("einladung", tops=tops).dateien["html"].decode()

    assert [f">{n}</th>" in html for n in range(1, 61)] == [True] * 60


def test_ein_sehr_langes_wort_bleibt_ganz(schreiben: Schreiben) -> None:
    assert len(LANGES_WORT) == 60

    dokument = schreiben("tagesordnung", tops=[{"nummer": "1", "titel": LANGES_WORT}])

    assert LANGES_WORT in dokument.dateien["md"].decode()
    assert f"<td>{LANGES_WORT}</td>" in dokument.dateien["html"].decode()


def test_eine_lange_tabelle_behaelt_jede_zeile(schreiben: Schreiben) -> None:
    zeilen = [
        {"empfehlung": f"HE-2026-{n:02}", "titel": "a|b", "stelle": "Städtetag", "stand": "offen"} for n in range(200)
    ]

    dokument = schreiben("tagesordnung", beschlusskontrolle=zeilen)

    assert dokument.dateien["md"].decode().count("<br>a\\|b |") == 200
    assert dokument.dateien["html"].decode().count("<br>a|b</th>") == 200


def test_der_titel_ist_die_einzige_ueberschrift_erster_ebene(schreiben: Schreiben) -> None:
    assert schreiben("einladung").titel == "Einladung zur 14. Sitzung der Strategiegruppe"


@pytest.mark.parametrize(
    ("text", "wort"),
    [("## A", "Titel"), ("# A\n\n# B", "Titel"), ("## A\n\n# B", "Titel"), ("# A\n\n### B", "Ebene"), ("", "Titel")],
)
def test_eine_vorlage_ohne_ordnung_wird_abgelehnt(vorlagen: dict[str, str], text: str, wort: str) -> None:
    with pytest.raises(VorlagenFehler, match=wort):
        render(
            Vorlagen({**vorlagen, "einladung.md.j2": text}, {}),
            "einladung",
            ALLE["einladung"].example(),
            Kopf("x", "N"),
        )


def test_eine_fehlende_vorlage_wird_genannt() -> None:
    with pytest.raises(VorlagenFehler, match=r"einladung\.md\.j2 fehlt"):
        render(Vorlagen({}, {}), "einladung", ALLE["einladung"].example(), Kopf("x", "N"))


@pytest.mark.parametrize("daten", [{"gibt_es_nicht": 1}, {"gremium": None}])
def test_falsche_angaben_sind_ein_fehler_im_programm(schreiben: Schreiben, daten: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="variable"):
        schreiben("einladung", **daten)


class _Form(HTMLParser):
    """Which tags are open, what was seen, and whether everything is closed in order."""

    LEER = frozenset({"meta", "br", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.offen: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.LEER:
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.offen.pop() == tag


@pytest.mark.parametrize("art", ALLE)
def test_das_html_ist_zugaenglich_und_in_sich_geschlossen(schreiben: Schreiben, art: str) -> None:
    form = _Form()
    html = schreiben(art).dateien["html"].decode()

    form.feed(html)

    names = [tag for tag, _ in form.tags]
    assert form.offen == []
    assert ("html", {"lang": "de"}) in form.tags
    assert {names.count(tag) for tag in ("title", "main", "h1", "header", "footer")} == {1}
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in form.tags if tag == "th")
    assert not {"script", "link", "img", "iframe"} & set(names)
    assert not re.search(r"url\(|@import|javascript:", html)


def test_ein_boeser_name_bricht_weder_aus_titel_noch_aus_stil_aus(alle_vorlagen: Vorlagen) -> None:
    boese = '</style></title><script>"x"</script>'
    kopf = Kopf(boese, boese, boese, boese, boese, boese, boese)

    html = render(alle_vorlagen, "einladung", ALLE["einladung"].example(), kopf).dateien["html"].decode()

    assert "<script" not in html
    assert html.count("</style>") == 1
    assert html.count("</title>") == 1
