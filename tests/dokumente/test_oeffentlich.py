"""The form for the public: nothing that is not marked, and a word in the place of what is left out."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.dokumente.arten import ALLE
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.oeffentlich import NameImText, find_oeffentliche
from netzint.dokumente.oeffentlich_wahl import OHNE, PRUEFUNGEN
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.dokumente.sitzungspaket import find_paket, write_paket
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.recht.oeffentlichkeit import NICHT_OEFFENTLICH, publish
from tests.beispiel import read_beispiel
from tests.dokumente.geheimnis import LEUTE, SITZUNG, TOPS, VORLAGEN, Fall, build, list_secrets, read_words

TAG = date(2026, 11, 22)
FRAGEN = (
    *((SITZUNG, art) for art in ("tagesordnung", "niederschrift", "beschlussauszug", "vorlagenmappe")),
    *((kennung, "") for kennung in (*VORLAGEN, f"{SITZUNG}/he-2026-01", "jahresbericht-2026")),
)
FLAGGEN = st.tuples(
    st.tuples(*[st.booleans()] * TOPS),
    st.tuples(*[st.booleans()] * len(VORLAGEN)),
    st.frozensets(st.sampled_from(LEUTE)),
)


def publish_all(fall: Fall, vorlagen: Vorlagen, formate: tuple[str, ...]) -> dict[str, bytes]:
    """Every document of the Sitzung and of the year that has a form for the public."""
    files: dict[str, bytes] = {}
    for kennung, art in FRAGEN:
        try:
            found = find_oeffentliche(fall.bestand, kennung, TAG, art)
        except NameImText:  # the last look found what should not have come so far
            raise
        except NetzintFehler:
            continue
        files |= erzeuge([a for a in found if art in ("", a.art)], vorlagen, kennung.replace("/", "-"), formate)
    return files


def find_leaks(fall: Fall, files: dict[str, bytes]) -> list[tuple[str, str]]:
    texts = {name: read_words(name, data) for name, data in files.items()}
    return [(name, word) for name, text in texts.items() for word in sorted(list_secrets(fall)) if word in text]


@settings(max_examples=25, deadline=None)
@given(FLAGGEN)
def test_kein_wort_das_nicht_oeffentlich_ist_steht_in_einer_oeffentlichen_fassung(
    alle_vorlagen: Vorlagen, flaggen: tuple[Any, ...]
) -> None:
    fall = build(*flaggen)

    assert find_leaks(fall, publish_all(fall, alle_vorlagen, ("md", "html"))) == []


@pytest.mark.parametrize("seed", range(3))
def test_auch_in_pdf_word_libreoffice_und_paket_nicht(alle_vorlagen: Vorlagen, seed: int) -> None:
    draw = random.Random(seed)
    flags = [tuple(draw.random() < 0.5 for _ in range(n)) for n in (TOPS, len(VORLAGEN))]
    fall = build(flags[0], flags[1], frozenset(draw.sample(LEUTE, 5)))
    formate = tuple(SCHREIBER)
    paket = find_paket(fall.bestand, SITZUNG, TAG, oeffentlich=True)
    files = publish_all(fall, alle_vorlagen, formate)
    zipped = erzeuge(paket.auftraege, alle_vorlagen, "", ("md", "pdf"))
    files["paket.zip"] = write_paket(fall.bestand, paket, alle_vorlagen, zipped, ("md", "pdf"))

    assert {name.rpartition(".")[2] for name in files} == {*formate, "zip"}
    assert find_leaks(fall, files) == []


def test_die_suche_findet_jedes_wort_wo_es_stehen_darf(alle_vorlagen: Vorlagen) -> None:
    """The negative control: the same search over the same files of a Sitzung in which everything is public."""
    fall = build((True,) * TOPS, (True,) * len(VORLAGEN), frozenset(LEUTE))
    closed = build((False,) * TOPS, (False,) * len(VORLAGEN), frozenset())
    files = publish_all(fall, alle_vorlagen, tuple(SCHREIBER))

    for form in SCHREIBER:
        text = "\n".join(read_words(name, data) for name, data in files.items() if name.endswith(form))
        assert [w for words in fall.vorlagen.values() for w in words[:2] if w not in text] == []
        assert [words[0] for words in fall.tops if words[0] not in text] == []
        assert fall.leute["ministerium-1"] in text
        assert any(word in text for word in list_secrets(closed))


def test_in_der_tagesordnung_bleibt_jede_nummer_an_ihrem_platz(alle_vorlagen: Vorlagen) -> None:
    (auftrag,) = find_oeffentliche(read_beispiel(), SITZUNG, TAG, "tagesordnung")
    (data,) = erzeuge((auftrag,), alle_vorlagen, "x", ("md",)).values()

    assert [top["nummer"] for top in auftrag.daten["tops"]] == [str(nr) for nr in range(1, 11)]
    assert f"| 5 | {NICHT_OEFFENTLICH} | – |" in data.decode()
    assert "| 4 | Beteiligungswerkstätten mit Jugendlichen (neue Fassung)<br>" in data.decode()
    assert "Fassung für die Öffentlichkeit" in data.decode()


def approved(base: Bestand) -> Bestand:
    sitzung = base.sitzungen[SITZUNG]
    assert sitzung.niederschrift is not None
    noted = sitzung.niederschrift.model_copy(update={"genehmigt": "sg-2026-03/niederschrift"})
    return base.replaced([sitzung.model_copy(update={"niederschrift": noted})])


def test_die_niederschrift_sagt_was_nichtoeffentlich_beraten_wurde(alle_vorlagen: Vorlagen) -> None:
    (auftrag,) = find_oeffentliche(approved(read_beispiel()), SITZUNG, TAG, "niederschrift")
    (name,) = files = erzeuge((auftrag,), alle_vorlagen, "x", ("md",))
    text = files[name].decode()

    assert name == f"x/niederschrift-{SITZUNG}-oeffentlich.md"
    assert "TOP 5 wurde nichtöffentlich beraten." in text
    assert "TOP 4 wurde" not in text
    assert "Die neue Fassung nimmt die Hinweise vom Februar auf." in text
    assert "9 Ja, 0 Nein, 1 Enthaltung" in text
    assert "| (Name nicht öffentlich) | Ministerium – A |" in text


def test_wer_den_eigenen_namen_freigibt_steht_mit_ihm_da() -> None:
    base = approved(read_beispiel())
    person = base.mitglieder["ministerium-1"].model_copy(update={"oeffentlich": True})
    (auftrag,) = find_oeffentliche(base.replaced([person]), SITZUNG, TAG, "niederschrift")

    names = [row["name"] for row in auftrag.daten["niederschrift"]["anwesend"]]
    assert names[0] == "Frau Dr. Karin Beispiel-Ott"
    assert set(names[1:]) == {"(Name nicht öffentlich)"}


def test_die_beschlussfaehigkeit_ist_dieselbe_wie_in_der_fassung_fuer_das_haus() -> None:
    base = approved(read_beispiel())
    own = next(a for a in find_auftraege(base, SITZUNG, TAG) if a.art == "niederschrift")
    (public,) = find_oeffentliche(base, SITZUNG, TAG, "niederschrift")

    assert public.daten["niederschrift"]["beschlussfaehigkeit"] == own.daten["niederschrift"]["beschlussfaehigkeit"][:1]


@pytest.mark.parametrize(
    ("kennung", "art", "text"),
    [
        (SITZUNG, "verteiler", "nennt Personen und ihre Adressen"),
        (SITZUNG, "anwesenheitsliste", "trägt ihre Unterschriften"),
        (SITZUNG, "einladung", "öffentlich ist die Tagesordnung"),
        (SITZUNG, "niederschrift", "noch nicht genehmigt"),
        ("beschlusskontrolle", "", "bewertet einzelne Stellen"),
        ("bv-2026-007", "", "BV-2026-007 ist nicht als öffentlich gekennzeichnet"),
        ("he-2026-01", "", "an die es gerichtet ist"),
        (f"{SITZUNG}/he-2026-03", "", "TOP 5 der Sitzung SG-2026-02 ist nicht öffentlich"),
    ],
)
def test_was_keine_oeffentliche_fassung_hat_wird_mit_grund_abgelehnt(kennung: str, art: str, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        find_oeffentliche(read_beispiel(), kennung, TAG, art)

    assert caught.value.ausgang is Ausgang.ABGELEHNT


def test_ein_name_im_freien_text_eines_oeffentlichen_punktes_faellt_auf() -> None:
    base = approved(read_beispiel())
    sitzung = base.sitzungen[SITZUNG]
    tops = list(sitzung.tagesordnung)
    tops[3] = tops[3].model_copy(update={"verlauf": "Dazu spricht Karin\nBeispiel-Ott."})
    named = base.replaced([sitzung.model_copy(update={"tagesordnung": tuple(tops)})])

    with pytest.raises(NameImText, match=r"der Name einer Person \(ministerium-1\)") as caught:
        find_oeffentliche(named, SITZUNG, TAG, "niederschrift")
    assert "netzint mitglied aendern ministerium-1 --oeffentlich" in caught.value.hinweis
    with pytest.raises(NameImText):
        find_paket(named, SITZUNG, TAG, oeffentlich=True)


def test_die_mappe_sagt_welche_vorlage_fehlt(alle_vorlagen: Vorlagen) -> None:
    public = read_beispiel().beschlussvorlagen["bv-2026-006"].model_copy(update={"oeffentlich": True})
    (auftrag,) = find_oeffentliche(read_beispiel().replaced([public]), SITZUNG, TAG, "vorlagenmappe")
    (data,) = erzeuge((auftrag,), alle_vorlagen, "x", ("md",)).values()

    assert "Die Vorlage zu TOP 5 ist nicht öffentlich." in data.decode()
    assert "## 1. Beschlussvorlage BV-2026-006" in data.decode()
    assert data.decode().count("******") == 1


def test_der_oeffentliche_jahresbericht_hat_dieselben_zahlen_und_keine_anlage() -> None:
    (own,) = find_auftraege(read_beispiel(), "jahresbericht-2026", TAG)
    (public,) = find_oeffentliche(read_beispiel(), "jahresbericht-2026", TAG)
    a, b = own.daten["jahr"], public.daten["jahr"]

    assert (a["zahlen"], a["anwesenheit"], a["sitzungen"]) == (b["zahlen"], b["anwesenheit"], b["sitzungen"])
    assert [row["titel"] for row in b["beschluesse"]][-1] == "Beteiligungswerkstätten mit Jugendlichen (neue Fassung)"
    assert len(b["beschluesse"]) < len(a["beschluesse"])
    assert (b["anlage"], b["aenderungen"], b["bedarfe"]) == ("", [], [])


def test_jede_art_ist_entschieden() -> None:
    """A new kind has no form for the public until somebody decides that it has one."""
    assert PRUEFUNGEN.keys() == {
        "tagesordnung", "vorlagenmappe", "jahresbericht", "beschlussvorlage", "tischvorlage", "niederschrift",
        "beschlussauszug",
    }  # fmt: skip
    assert PRUEFUNGEN.keys() <= ALLE.keys()
    assert not PRUEFUNGEN.keys() & OHNE.keys()


def test_der_veroeffentlichte_bestand_kennt_keine_namen_und_keine_erreichbarkeit() -> None:
    seen = publish(read_beispiel())

    assert {person.name for person in seen.mitglieder.values()} == {"(Name nicht öffentlich)"}
    assert {person.dienstlich for person in seen.mitglieder.values()} == {None}
    assert all(
        t.titel == NICHT_OEFFENTLICH for s in seen.sitzungen.values() for t in s.tagesordnung if not t.oeffentlich
    )
