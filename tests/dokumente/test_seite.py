"""The page: pictures with words, tables beside them, nothing foreign, nothing that is not public."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.dokumente.seite.abschnitt import Blick, look, split_long
from netzint.dokumente.seite.empfehlungsbild import SCHRITTE
from netzint.dokumente.seite.erklaerung import erklaerung
from netzint.dokumente.seite.seite import build_seite, write_seite
from netzint.dokumente.seite.zeichnen import FETT, fold
from netzint.dokumente.seite.zeitleiste import Achse, tell_rest
from netzint.dokumente.umgebung import to_plain
from netzint.modell.bestand import Bestand
from netzint.recht.oeffentlichkeit import is_empfehlung_oeffentlich
from netzint.recht.zustaende import EMPFEHLUNG
from tests import bau
from tests.beispiel import read_beispiel
from tests.browser import faelle
from tests.buero import STICHTAG

LEER = {"meta", "link", "br", "hr", "img", "path", "rect", "circle", "line", "input"}


class Leser(HTMLParser):
    """Reads the page back: elements with their attributes, and the words of each element's text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elemente: list[tuple[str, dict[str, str | None]]] = []
        self.texte: list[tuple[str, str]] = []
        self._offen: list[str] = []
        self.feed(text)
        assert self._offen == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elemente.append((tag, dict(attrs)))
        if tag not in LEER:
            self._offen.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elemente.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._offen.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texte.append((self._offen[-1] if self._offen else "", " ".join(data.split())))

    def alle(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elemente if name == tag]

    def worte(self, *tags: str) -> str:
        return "\n".join(text for tag, text in self.texte if not tags or tag in tags)


@cache
def seite(*, oeffentlich: bool = False) -> str:
    return write_seite(look(read_beispiel(), STICHTAG, oeffentlich=oeffentlich)).decode()


def abschnitte(blick: Blick) -> dict[str, Any]:
    return {part["kennung"]: part for part in build_seite(blick)["abschnitte"]}


@pytest.mark.parametrize("oeffentlich", [False, True])
def test_die_seite_steht_fuer_sich_allein(*, oeffentlich: bool) -> None:
    text = seite(oeffentlich=oeffentlich)
    leser = Leser(text)
    (policy,) = [m["content"] for m in leser.alle("meta") if m.get("http-equiv") == "Content-Security-Policy"]

    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert {"script", "link", "img", "iframe", "object", "style"} & {t for t, _ in leser.elemente} == {"style"}
    assert not any(name.startswith("on") or name in ("src", "style") for _, attrs in leser.elemente for name in attrs)
    assert re.findall(r"url\((?!#)|@import", text) == []


def test_gleiche_daten_geben_gleiche_bytes() -> None:
    fresh = Bestand(read_beispiel().iter_eintraege())

    assert write_seite(look(fresh, STICHTAG)).decode() == seite()


@pytest.mark.parametrize("oeffentlich", [False, True])
def test_jedes_bild_hat_titel_beschreibung_und_eine_tabelle(*, oeffentlich: bool) -> None:
    leser = Leser(seite(oeffentlich=oeffentlich))
    pictures = [attrs for attrs in leser.alle("svg") if attrs.get("role") == "img"]
    ids = [attrs["id"] for _, attrs in leser.elemente if "id" in attrs]

    assert len(pictures) == 2 * 5
    assert all(p["aria-labelledby"] in ids and p["aria-describedby"] in ids for p in pictures)
    assert len(ids) == len(set(ids))
    for part in abschnitte(look(read_beispiel(), STICHTAG, oeffentlich=oeffentlich)).values():
        assert bool(part["tabellen"]) or not part["bilder"]


def test_verweise_innerhalb_der_seite_fuehren_ans_ziel() -> None:
    leser = Leser(seite())
    ids = {attrs["id"] for _, attrs in leser.elemente if "id" in attrs}
    targets = {str(a["href"])[1:] for a in leser.alle("a") if str(a["href"]).startswith("#")}

    assert {"inhalt", "oben", "barrierefreiheit", "zusammensetzung", "fristen", "aenderungen"} <= targets <= ids


def test_das_sitzbild_nennt_die_sitze_und_zeigt_vakanz_durch_form_und_wort() -> None:
    world = Bestand(e for e in read_beispiel().iter_eintraege() if e.kennung != "ministerium-2")
    (picture,) = abschnitte(look(world, STICHTAG))["zusammensetzung"]["bilder"]

    for view in picture["ansichten"]:
        frames = [f["klasse"] for f in view["formen"] if f["art"] == "kasten" and f["klasse"].startswith("platz")]
        words = [f["inhalt"] for f in view["formen"] if f["art"] == "text"]
        assert len(frames) == 12
        assert [f for f in frames if "frei" in f] == ["platz frei ministerium"]
        assert "nicht besetzt" in " ".join(words)
        assert "Aylin Probe" in " ".join(words)
    assert picture["titel"] == "Sitze der Strategiegruppe: 11 von 12 Sitzen besetzt"
    assert "Ministerium – Sitz B: nicht besetzt" in picture["beschreibung"]


def test_jeder_stand_einer_empfehlung_steht_an_genau_einer_stelle_des_weges() -> None:
    assert sorted(stand for step in SCHRITTE for stand in step.staende) == sorted(EMPFEHLUNG)


@pytest.mark.parametrize(
    ("tag", "rest"),
    [
        (date(2026, 6, 1), "beginnt in 30 Tagen"),
        (date(2026, 7, 1), "noch 6 Monate"),
        (date(2026, 12, 1), "noch 30 Tage"),
        (date(2026, 12, 31), "letzter Tag"),
        (date(2027, 1, 1), "seit 1 Tag abgelaufen"),
        (date(2027, 6, 1), "seit 5 Monaten abgelaufen"),
        (date(2030, 1, 1), "seit 3 Jahren abgelaufen"),
    ],
)
def test_die_zeitleiste_sagt_wie_viel_zeit_bleibt(tag: date, rest: str) -> None:
    ag = bau.arbeitsgruppe("ag-probe", mandat={**MANDAT, "von": "2026-07-01", "bis": "2026-12-31"})

    assert tell_rest(ag, tag) == rest


MANDAT = {"auftrag": "Etwas erarbeiten.", "staendige_mitglieder": "9", "beschluss": "sg-2026-01/einsetzung"}


def test_zwanzig_arbeitsgruppen_bekommen_mehrere_bilder_mit_denselben_jahren() -> None:
    pictures = abschnitte(look(faelle.crowd(read_beispiel()), STICHTAG))["arbeitsgruppen"]["bilder"]
    years = [
        [f["inhalt"] for f in p["ansichten"][0]["formen"] if f["art"] == "text" and f["inhalt"].isdigit()]
        for p in pictures
    ]

    assert [p["titel"].rpartition(", ")[2] for p in pictures] == ["Teil 1 von 2", "Teil 2 von 2"]
    assert years[0] == years[1] != []


def test_sechzig_empfehlungen_stehen_alle_in_der_tabelle_und_gekuerzt_im_bild() -> None:
    part = abschnitte(look(faelle.crowd(read_beispiel()), STICHTAG))["empfehlungen"]
    words = [f["inhalt"] for f in part["bilder"][0]["ansichten"][0]["formen"] if f["art"] == "text"]

    assert len(part["tabellen"][0]["zeilen"]) == 71
    assert "und 45 weitere" in words


def test_ein_leeres_netzwerk_hat_eine_seite_mit_saetzen_statt_bildern() -> None:
    text = write_seite(look(Bestand(()), STICHTAG)).decode()

    assert Leser(text).worte("p").count("Noch") >= 3
    assert "Die Geschäftsordnung nennt noch keine Sitze." in text


def test_die_ampel_steht_auch_in_worten_da() -> None:
    (table,) = abschnitte(look(read_beispiel(), STICHTAG))["umsetzung"]["tabellen"]
    lights = {cell["text"] for row in table["zeilen"] for cell in row if cell["art"] == "ampel"}

    assert {"grün", "gelb", "rot", "grau"} == lights


def test_aenderungen_stehen_mit_kennung_und_satz_da() -> None:
    seit = read_beispiel().sitzungen["sg-2026-02"]
    part = abschnitte(look(read_beispiel(), STICHTAG, seit=seit, davor=faelle.before()))["aenderungen"]
    rows = {row[0]["text"]: row[2]["punkte"] for row in part["tabellen"][0]["zeilen"]}

    assert set(rows) == {"HE-2025-01", "HE-2026-01", "HE-2026-07", "VA-2027-01"}
    assert rows["HE-2026-07"][0].startswith("Angelegt")


def test_ohne_frueheren_stand_sagt_die_seite_das() -> None:
    seit = read_beispiel().sitzungen["sg-2026-02"]
    part = abschnitte(look(read_beispiel(), STICHTAG, seit=seit))["aenderungen"]

    assert "nicht festgeschrieben" in part["saetze"][0]


def test_oeffentlich_fehlen_namen_titel_und_interne_abschnitte() -> None:
    world, text = read_beispiel(), seite(oeffentlich=True)
    hidden = [e.titel for e in world.empfehlungen.values() if not is_empfehlung_oeffentlich(world, e)]

    assert set(abschnitte(look(world, STICHTAG)))
    assert {"fristen", "aenderungen"} & set(abschnitte(look(world, STICHTAG, oeffentlich=True))) == set()
    assert [p.name for p in world.mitglieder.values() if not p.oeffentlich and p.name in text] == []
    assert hidden != []
    assert [titel for titel in hidden if titel in text] == []
    assert [b.titel for b in world.bedarfe.values() if b.titel in text] == []


@given(st.sets(st.sampled_from(sorted(read_beispiel().mitglieder))))
def test_oeffentlich_stehen_genau_die_namen_die_es_duerfen(gezeigt: set[str]) -> None:
    people = read_beispiel().mitglieder
    seated = {m.mitglied.kennung for m in read_beispiel().ordentliche(STICHTAG).values()}
    unique = {k: f"Wort{nr:04}wort" for nr, k in enumerate(people)}
    marked = [
        p.model_copy(update={"name": unique[k], "titel": None, "oeffentlich": k in gezeigt}) for k, p in people.items()
    ]
    text = write_seite(look(read_beispiel().replaced(marked), STICHTAG, oeffentlich=True)).decode()
    shown = {k for k, word in unique.items() if word in text}

    assert shown <= gezeigt
    assert gezeigt & seated <= shown


def test_oeffentlich_bleiben_punkte_ohne_kennzeichen_ungenannt() -> None:
    tops = [
        {"kennung": "a", "titel": "Geheimes", "weil": "Vertrauliches"},
        {"kennung": "b", "titel": "Offenes", "oeffentlich": "ja"},
    ]
    world = read_beispiel().replaced([bau.sitzung("sg-2026-03", datum="2026-12-03", tagesordnung=tops)])
    text = write_seite(look(world, STICHTAG, oeffentlich=True)).decode()

    assert "Offenes" in text
    assert "Nichtöffentlicher Tagesordnungspunkt" in text
    assert ("Geheimes" in text, "Vertrauliches" in text) == (False, False)


def test_was_in_den_daten_nach_html_aussieht_bleibt_text() -> None:
    boese = '<script>alert("1")</script></svg>{{ 1 }}'
    people = read_beispiel().mitglieder
    world = read_beispiel().replaced([people["ministerium-1"].model_copy(update={"name": boese, "titel": None})])
    leser = Leser(write_seite(look(world, STICHTAG)).decode())

    assert leser.alle("script") == []
    assert boese in leser.worte("td")


def test_die_vorlage_bekommt_nur_einfache_daten() -> None:
    daten = build_seite(look(read_beispiel(), STICHTAG))

    assert to_plain(daten) == daten


def test_ohne_angaben_liegt_keine_erklaerung_vor_und_der_kontakt_steht_da() -> None:
    world = read_beispiel()
    assert world.netzwerk is not None
    text = write_seite(
        look(world.replaced([world.netzwerk.model_copy(update={"barrierefreiheit": None})]), STICHTAG)
    ).decode()

    assert "liegt noch nicht vor" in text
    assert f"mailto:{world.netzwerk.geschaeftsstelle.e_mail}" in text


def test_die_erklaerung_sagt_was_das_gesetz_verlangt() -> None:
    words = Leser(seite()).worte()

    for part in (
        "in Einklang mit § 10 Absatz 1 des Landes-Behindertengleichstellungsgesetzes (L-BGG)",
        "Diese Seite ist wegen der folgenden Ausnahmen teilweise mit § 10 Absatz 1 L-BGG vereinbar.",
        "Nicht barrierefreie Inhalte",
        "Die Inhalte fallen nicht in den Anwendungsbereich der anwendbaren Rechtsvorschriften",
        "Niederschriften der Jahre 2020 bis 2022",
        "Diese Erklärung wurde am 16. November 2026 erstellt. Sie beruht auf einer Selbstbewertung.",
        "Rückmeldung und Kontaktangaben",
        "geschaeftsstelle@netzwerk.example",
        "Durchsetzungsverfahren",
        "Schlichtungsstelle beim Landeszentrum Barrierefreiheit",
        "Überwachungsstelle für mediale Barrierefreiheit des Landes Baden-Württemberg",
        "https://bw-medial-barrierefrei.de/",
    ):
        assert part in words


def test_die_erklaerung_ordnet_barrieren_nach_ihrem_grund() -> None:
    netzwerk = bau.netzwerk(
        barrierefreiheit={
            "status": "nicht",
            "bewertet": "2026-11-01",
            "bewertet_durch": "die Prüfstelle Muster",
            "ueberprueft": "2026-11-20",
            "gilt_fuer": "https://netzwerk.example/bericht",
            "barrieren": [
                {"was": "Altes", "grund": "unverhaeltnismaessig", "begruendung": "Zu viel."},
                {"was": "Neues", "grund": "unvereinbar", "behoben_bis": "2027-03-31"},
            ],
            "kontakt": {"name": "Anlaufstelle", "telefon": "0711 0"},
        }
    )
    found = erklaerung(netzwerk)

    assert [g["barrieren"][0]["was"] for g in found["gruppen"]] == ["Neues", "Altes"]
    assert found["gruppen"][0]["barrieren"][0]["mehr"] == ["Behoben bis 31. März 2027."]
    assert found["kontakt"]["name"] == "Anlaufstelle"
    assert found["erstellung"] == (
        "Diese Erklärung wurde am 1. November 2026 erstellt. Sie beruht auf einer Bewertung durch die Prüfstelle "
        "Muster. Sie wurde zuletzt am 20. November 2026 überprüft."
    )
    assert found["stand"] == (
        "Diese Seite ist nicht mit § 10 Absatz 1 L-BGG vereinbar. "
        "Die Unvereinbarkeiten und Ausnahmen sind nachstehend aufgeführt."
    )
    assert (found["schlichtung"], found["gilt_fuer"]) == ({}, "https://netzwerk.example/bericht")


@given(st.text(st.characters(categories=("L", "N", "Zs"), include_characters="-"), max_size=120), st.integers(40, 400))
def test_umbrochener_text_passt_in_seine_breite_und_verliert_nichts(text: str, breite: int) -> None:
    room = max(4, int(breite / (13 * FETT)))
    whole = fold(text, breite, 13, 1000)

    assert all(len(line) <= room for line in whole)
    assert "".join(whole).replace(" ", "").replace("-", "") == "".join(text.split()).replace("-", "")
    assert len(fold(text, breite, 13, 2)) <= 2


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_spaetere_tage_liegen_nie_weiter_links(a: date, b: date) -> None:
    achse = Achse(date(2022, 1, 1), date(2027, 12, 31), 1, 798)

    assert (achse.at(a) <= achse.at(b)) or a > b
    assert 1 <= achse.at(a) <= 799


def test_sehr_lange_worte_sind_trennbar_und_kurze_bleiben_wie_sie_sind() -> None:
    assert split_long("Integrationsbeauftragte") == "Integrationsbeauftragte"
    assert split_long(faelle.WORT).replace("\u00ad", "") == faelle.WORT
    assert max(map(len, split_long(faelle.WORT).split("\u00ad"))) <= 11
