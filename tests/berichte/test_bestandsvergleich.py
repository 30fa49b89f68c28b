"""Two states of everything: what a reviewer is told, sentence by sentence, and what the change does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.berichte.bestandsvergleich import Vergleich, compare_staende
from netzint.berichte.vergleichsbericht import Seite, Seiten, build_bericht
from netzint.berichte.vergleichsmarkdown import HOECHSTENS, build_markdown, escape
from netzint.berichte.vergleichssatz import Satz
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import to_klartext
from tests import bau
from tests.beispiel import read_beispiel

SEITEN = Seiten(Seite("12ab34cd56 vom 20. November 2026", "12ab34cd56"), Seite("jetziger Stand"))


def change(art: str, kennung: str, edit: Callable[[Any], None]) -> Eintrag:
    """An entry of the example, changed by hand."""
    entry = read_beispiel().von_art(art)[kennung]
    plain: Any = to_klartext(entry)
    edit(plain)
    changed: Eintrag = type(entry).model_validate({**plain, "kennung": kennung})
    return changed


def compare(*neu: Eintrag, alt: Bestand | None = None) -> Vergleich:
    before = alt or read_beispiel()
    return compare_staende(before, before.replaced(neu), (), (), bau.STICHTAG)


def saetze(*neu: Eintrag, alt: Bestand | None = None) -> list[str]:
    return [satz.text for satz in compare(*neu, alt=alt).saetze]


def refilled() -> tuple[Eintrag, Eintrag]:
    """The seat of the Städte changes hands on 1 March 2027."""
    end = {"bis": "2027-02-28", "ende": {"grund": "amt_beendet", "am": "2026-11-20"}}
    new = bau.mandat(sitz="sitz-kommunen-stadt", von="2027-03-01", benannt={"durch": "staedtetag", "am": "2026-11-21"})
    return (
        change("mitglied", "kommunen-stadt-2", lambda p: p["mandate"][0].update(end)),
        change("mitglied", "kommunen-stadt-3", lambda p: p["mandate"].append(new)),
    )


def test_gleiche_staende_unterscheiden_sich_in_nichts() -> None:
    bestand = read_beispiel()
    found = compare_staende(bestand, bestand.replaced(()), (), (), bau.STICHTAG)

    assert found.leer
    assert found.eintraege == 0
    assert build_bericht(found, SEITEN).saetze == ("Nichts ist anders.",)


def test_ein_sitz_nennt_wer_geht_wer_kommt_ab_wann_und_die_quote() -> None:
    old, new = refilled()

    assert saetze(old, new)[0] == (
        "Sitz Kommunen/Stadt: kommunen-stadt-2 → kommunen-stadt-3 ab 1. März 2027 (benannt vom Städtetag am "
        "21. November 2026; kommunen-stadt-2: Amt beendet, erklärt am 20. November 2026); Quote erfüllt"
    )
    assert [s for s in saetze(old, new) if "Mandat" in s] == []


def test_ein_frei_werdender_sitz_sagt_was_an_der_quote_fehlt() -> None:
    old, _ = refilled()
    told = saetze(old)

    assert told[0].startswith("Sitz Kommunen/Stadt: kommunen-stadt-2 → vakant ab 1. März 2027")
    assert told[0].endswith("; Quote nicht erfüllt: Kommunen 2 von 3 Sitzen besetzt")
    assert told[1] == (
        "Besetzung am 1. März 2027: 12 von 12 → 11 von 12 Sitzen (Kommunen 3 von 3 → 2 von 3); "
        "Quote nicht erfüllt: Kommunen 2 von 3 Sitzen besetzt; beschlussfähig ab 7 Anwesenden"
    )


def test_ohne_geschaeftsordnung_gibt_es_keine_sitze_und_keine_erfuellte_quote() -> None:
    alt = read_beispiel()
    neu = Bestand(entry for entry in alt.iter_eintraege() if entry.kennung != "geschaeftsordnung")

    assert next(satz.text for satz in compare_staende(alt, neu, (), (), bau.STICHTAG).saetze) == (
        "Besetzung am 1. Juni 2020: 12 von 12 → kein Sitz: An diesem Tag gilt dann keine Geschäftsordnung"
    )


def test_ein_vakanter_sitz_wird_besetzt() -> None:
    leaves, comes = refilled()
    without = read_beispiel().replaced([leaves])

    assert saetze(comes, alt=without)[0][:83] == (
        "Sitz Kommunen/Stadt: vakant seit 1. März 2027 → kommunen-stadt-3 ab 1. März 2027 (b"
    )


def test_wer_nicht_auf_den_sitz_passt_wird_genannt() -> None:
    leaves, _ = refilled()
    new = bau.mandat(sitz="sitz-kommunen-stadt", von="2027-03-01")
    wrong = change("mitglied", "gemeindetag-2", lambda p: p["mandate"].append(new))

    assert "Quote nicht erfüllt: gemeindetag-2: " in saetze(leaves, wrong)[0]


def test_eine_ag_wird_mit_ihrem_beschluss_verlaengert() -> None:
    more = {"ab": "2027-04-01", "bis": "2027-09-30", "beschluss": "sg-2026-02/verlaengerung-demokratiebildung"}
    ag = change("arbeitsgruppe", "ag-demokratiebildung", lambda p: p["verlaengerungen"].append(more))
    found = compare(ag)

    told = [satz.text for satz in found.saetze]
    assert told[0].startswith("verlängert bis 30. September 2027, ab 1. April 2027 (Beschluss SG-2026-02 TOP ")
    assert told[1] == "Mandatsende: 31. März 2027 → 30. September 2027"
    assert [(f.wie, f.art, f.am, f.bisher) for f in found.wirkung.fristen] == [
        ("verschoben", "AG-Mandat", date(2027, 9, 30), date(2027, 3, 31))
    ]


def test_ein_mandat_in_einer_ag_steht_unter_ihr_mit_der_zahl() -> None:
    new = {"gremium": "ag-demokratiebildung", "rolle": "staendig", "von": "2026-12-01"}
    person = change("mitglied", "gs-1", lambda p: p["mandate"].append(new))
    found = compare(person).saetze

    assert [(s.gruppe, s.kennung) for s in found] == [("arbeitsgruppen", "ag-demokratiebildung")] * 2
    assert found[0].text == "gs-1: ständiges Mitglied ab 1. Dezember 2026"
    assert found[1].text.startswith("ständige Mitglieder am 1. Dezember 2026: ")


def test_wer_aus_einer_ag_ausscheidet_aendert_die_zahl_am_tag_danach() -> None:
    end = {"bis": "2026-12-31", "ende": {"grund": "niedergelegt", "am": "2026-11-20"}}
    person = change("mitglied", "ag-demokratiebildung-02", lambda p: p["mandate"][0].update(end))

    assert "ständige Mitglieder am 1. Januar 2027: 8 → 7 von 10" in saetze(person)


def test_eine_neue_fassung_wird_neben_die_vorige_gestellt() -> None:
    neu = {"nr": "3", "vom": "2026-11-20", "wortlaut": "Alles.\n"}
    he = change("empfehlung", "he-2026-01", lambda p: p["fassungen"].append({**p["fassungen"][1], **neu}))
    told = saetze(he)

    assert told[0] == "Fassung 3 vom 20. November 2026, eingereicht am 20. Mai 2026"
    assert told[1].startswith("Fassung 3 gegenüber Fassung 2: Wortlaut geändert: [")
    assert len(told) == 2
    assert "Achtung" not in told[1]


def test_was_weitergeleitet_ist_steht_auch_ohne_abstimmung_fest() -> None:
    def edit(p: Any) -> None:
        p["fassungen"][0]["pruefbar"] = "Zahl"

    assert saetze(change("empfehlung", "he-2022-01", edit))[0].endswith(
        " – Achtung: Fassung 1 ist weitergeleitet an ministerium (5. Dezember 2022) und staedtetag (5. Dezember 2022)"
    )
    gone = saetze(change("empfehlung", "he-2026-01", lambda p: p["fassungen"].pop()))[0]
    assert "gestrichen" in gone
    assert "Achtung: über Fassung 2 wurde am 7. Juli 2026 abgestimmt" in gone


def test_ein_neuer_langer_text_ist_ganz_zu_lesen() -> None:
    text = "Alle Kommunen sollen ihre Vordrucke übersetzen und in einfacher Sprache anbieten. " * 3
    neu = bau.make("ziel", "ziel-neu", titel="Neu", beschreibung=f"{text.strip()}\n", ab="2026-11-01")

    assert f"Beschreibung: „{text.strip()}“" in saetze(neu)


def test_was_nur_eine_andere_kennung_hat_wird_so_genannt() -> None:
    bestand = read_beispiel()
    thema = bestand.themen["thema-wohnen"]
    neu = thema.model_copy(update={"kennung": "thema-wohnraum"})
    found = compare_staende(bestand, bestand.replaced([neu]), (), (), bau.STICHTAG, paare=[(thema, None), (None, neu)])

    assert [s.text for s in found.saetze] == [
        "Gelöscht: steht mit demselben Inhalt als thema-wohnraum da",
        "Angelegt: was bisher thema-wohnen war",
    ]


def test_dateien_stehen_nach_den_eintraegen() -> None:
    ziel = change("ziel", "ziel-teilhabe", lambda p: p.update(titel="Anders"))
    inhalt = Satz("uebriges", "ziel", "ziel-zugang", "Titel: Zugang")
    bestand = read_beispiel()
    weitere = (Satz("vorlagen", "datei", "", "a.yaml: jetzt lesbar"), inhalt)
    found = compare_staende(bestand, bestand.replaced([ziel]), (), (), bau.STICHTAG, weitere=weitere)

    assert [s.gruppe for s in found.saetze] == ["uebriges", "uebriges", "vorlagen"]


def test_eine_abstimmung_nennt_antrag_zahlen_und_ergebnis() -> None:
    vote = {
        "kennung": "verschiedenes", "antrag": {"art": "sonstiges", "wortlaut": "Ein Fachtag findet statt.\n"},
        "ja": "9", "nein": "1", "enthaltung": "1", "ergebnis": "angenommen",
    }  # fmt: skip
    sitzung = change("sitzung", "sg-2026-02", lambda p: p["tagesordnung"][-1].update(beschluesse=[vote]))
    satz = compare(sitzung).saetze[0]

    assert satz.gruppe == "beschluesse"
    assert "Beschluss verschiedenes: angenommen mit 9 Ja, 1 Nein, 1 Enthaltung; Antrag: " in satz.text
    assert "Ein Fachtag findet statt." in satz.text


def test_ein_versiegelter_wortlaut_der_sich_aendert_nennt_fassung_und_beschluss() -> None:
    he = change("empfehlung", "he-2026-01", lambda p: p["fassungen"][1].update(massnahme="Etwas ganz anderes.\n"))
    (satz,) = compare(he).saetze

    assert satz.text.startswith("Fassung 2: Maßnahme geändert: ")
    assert "Achtung: über Fassung 2 wurde am 7. Juli 2026 abgestimmt (Beschluss " in satz.text
    assert "angenommen, mit Siegel)" in satz.text


def test_die_schritte_einer_empfehlung_lesen_sich_als_schritte() -> None:
    sent = {"stelle": "ministerium", "am": "2026-11-20", "stand": [{"am": "2026-11-21", "status": "in_umsetzung"}]}
    he = change("empfehlung", "he-2026-04", lambda p: p.update(weiterleitungen=[sent]))
    back = change(
        "empfehlung", "he-2026-05", lambda p: p.update(zurueckgezogen={"am": "2026-11-20", "grund": "Nein.\n"})
    )

    assert saetze(he)[0].startswith("weitergeleitet an ministerium am 20. November 2026; Stand ")
    assert saetze(back) == ["von der AG zurückgezogen am 20. November 2026; Grund Nein."]


def test_sitzungen_nennen_absage_tops_und_anwesenheit() -> None:
    def edit(p: Any) -> None:
        p["tagesordnung"] = [p["tagesordnung"][1], p["tagesordnung"][0], *p["tagesordnung"][2:-1]]
        p["anwesend"] = p["anwesend"][:-2]
        p["abgesagt"] = {"am": "2026-07-01", "grund": "Sturm.\n"}

    told = " | ".join(saetze(change("sitzung", "sg-2026-02", edit)))

    for part in ("abgesagt am 1. Juli 2026; Grund Sturm.", "Reihenfolge geändert, jetzt TOP 2", "gestrichen",
                 "Anwesenheit (2 Einträge): "):  # fmt: skip
        assert part in told


def test_eine_neue_fassung_der_geschaeftsordnung_nennt_werte_quorum_und_fristen() -> None:
    new = bau.fassung("2026-12-01", ladungsfrist={"soll": "21", "muss": "7"}, beschlussfaehigkeit={
        "anteil": "mindestens_3/4", "bezug": "soll", "mindestens": "3", "zweite_ladung": "1"})  # fmt: skip
    alt = bau.bestand(bau.netzwerk(), bau.geschaeftsordnung(), bau.sitzung("sg-2027-01", datum="2027-02-01"))
    found = compare_staende(alt, alt.replaced([bau.geschaeftsordnung(bau.fassung(), new)]), (), (), bau.STICHTAG)

    told = [satz.text for satz in found.saetze]
    assert any("beschlussfähig ab 9 Anwesenden (bisher 7)" in text for text in told)
    assert "neue Fassung, gilt ab 1. Dezember 2026" in told
    assert "ab 1. Dezember 2026: Ladungsfrist: 14 Tage → 21 Tage" in told
    assert [(f.wie, f.art) for f in found.wirkung.fristen] == [("verschoben", "Ladung")]


def test_befunde_die_kommen_und_gehen_werden_unterschieden() -> None:
    gone = Befund("S202", Schwere.WARNUNG, "Zu spät", kennung="sg-2026-02", zeile=3)
    come = Befund("B102", Schwere.FEHLER, "Zu viele", kennung="sg-2026-02")
    bestand = read_beispiel()
    moved = gone._replace(zeile=9, code="S203")
    found = compare_staende(bestand, bestand, (gone, moved), (come, moved._replace(zeile=1)), bau.STICHTAG)

    assert (found.wirkung.neue, found.wirkung.erledigte) == ((come,), (gone,))


def test_ein_neuer_eintrag_sagt_was_in_ihm_steht_ein_geloeschter_was_er_war() -> None:
    neu = bau.make("ziel", "ziel-neu", titel="Neues Ziel", beschreibung="Alle kommen an.\n", ab="2026-11-01")
    bestand = read_beispiel()
    found = compare(neu).saetze

    assert found[0].text == "Angelegt: Titel „Neues Ziel“"
    assert "Beschreibung: „Alle kommen an.“" in [s.text for s in found]
    back = compare_staende(bestand.replaced([neu]), bestand, (), (), bau.STICHTAG)
    assert [s.text for s in back.saetze] == ["Gelöscht: Titel „Neues Ziel“"]


def test_von_einer_person_steht_nur_die_kennung_da() -> None:
    person = read_beispiel().mitglieder["kommunen-stadt-2"]
    vermerk = {"zu": "name", "am": "2026-11-01", "statt": "Erika Muster", "grund": "Frau Beispiel heißt so.\n"}
    new = change("mitglied", person.kennung, lambda p: p.update(name="Frieda Neu", berichtigungen=[vermerk]))
    text = build_markdown(compare(new), SEITEN) + "\n".join(build_bericht(compare(new), SEITEN).saetze)

    assert "Name geändert" in text
    for word in ("Erika", "Frieda", "Beispiel heißt", "Muster"):
        assert word not in text


def test_was_am_meisten_zaehlt_steht_zuerst() -> None:
    old, new = refilled()
    ziel = change("ziel", "ziel-teilhabe", lambda p: p.update(titel="Anders"))
    he = change("empfehlung", "he-2026-01", lambda p: p.update(titel="Anders"))

    assert list(dict.fromkeys(s.gruppe for s in compare(ziel, he, old, new).saetze)) == [
        "sitze", "empfehlungen", "uebriges",
    ]  # fmt: skip


def rich() -> Vergleich:
    """A comparison with something in every group."""
    old, new = refilled()
    more = {"ab": "2027-04-01", "bis": "2027-09-30", "beschluss": "sg-2026-02/verlaengerung-demokratiebildung"}
    changed = [
        old,
        new,
        change("arbeitsgruppe", "ag-demokratiebildung", lambda p: p["verlaengerungen"].append(more)),
        change("empfehlung", "he-2026-01", lambda p: p["fassungen"][1].update(pruefbar="Zahl der Kommunen")),
        change("sitzung", "sg-2026-02", lambda p: p["tagesordnung"][3]["beschluesse"][0].update(ja="8", nein="1")),
        change("ziel", "ziel-zugang", lambda p: p.update(titel="@alle <b>Zugang</b> #12 `x` [a](b)")),
    ]
    befund = Befund("B102", Schwere.FEHLER, "Es fehlt *eine* Stimme", "Prüfen.", "daten/sitzungen/sg-2026-02.yaml")
    datei = Satz("vorlagen", "vorlage", "", "Vorlage kopf.md.j2: geändert in Zeile 3 (1 Zeile neu, 1 weg)")
    bestand = read_beispiel()
    return compare_staende(bestand, bestand.replaced(changed), (), (befund,), bau.STICHTAG, weitere=(datei,))


def test_der_vergleich_liest_sich_so(erwartet: Callable[[str, str], None]) -> None:
    bericht = build_bericht(rich(), SEITEN)

    erwartet("berichte/vergleich.txt", "\n".join((bericht.titel, *bericht.saetze)) + "\n")
    erwartet("berichte/vergleich.md", build_markdown(rich(), SEITEN))


def test_ein_zu_langer_text_sagt_was_er_weglaesst() -> None:
    found = rich()
    short = build_markdown(found, SEITEN, 1_900)
    huge = found._replace(saetze=tuple(found.saetze[-1]._replace(text="ß" * 3000) for _ in range(60)))

    assert len(short.encode()) <= 1_900
    assert "**Weggelassen, weil der Text sonst zu lang wäre:** " in short
    assert "Wirkung auf Befunde: 1 Satz" in short
    assert len(build_markdown(huge, SEITEN).encode()) <= HOECHSTENS


BOESE = (
    "@niemand", "<script>alert(1)</script>", "#12", "owner/repo#3", "GH-7", "![x](http://x)", "[x](y)", "`a`", "``",
    "*a*", "_a_", "~~a~~", "|", "www.x.de", "http://x.de", "a@b.de", "&lt;", "$x$", ":smile:", "!12", "%3",
    "~label", "deadbeef12", "1.", "-", "+", ">", "#", "---", "===", "\\", "[ ]", "[^1]", "{{x}}", "<!--",
    "\u202e", "\n", "/close",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(BOESE), st.text(max_size=6)), max_size=6))
def test_daten_werden_in_markdown_zu_nichts_als_text(teile: list[str]) -> None:
    from markdown_it import MarkdownIt

    line = f"- {escape(' '.join(teile))}\n"
    tokens = MarkdownIt("commonmark", {"linkify": False, "html": True}).enable("strikethrough").parse(line)
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}

    assert kinds <= {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open",
        "paragraph_close", "inline", "text", "code_inline",
    }, line  # fmt: skip
    plain = "".join(c.content for t in tokens for c in t.children or () if c.type == "text")
    for mark in ("@", "#", "://", "www.", "<", "$", "~"):
        assert mark not in plain, line


@pytest.mark.parametrize("art", sorted(NACH_NAME))
def test_jede_art_hat_ihre_gruppe(art: str) -> None:
    from netzint.berichte.vergleichssatz import GRUPPEN, gruppe_of

    assert gruppe_of(art, ()) in GRUPPEN
