"""Two states of an entry, compared by meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.ablage.lesen.teile import validate
from netzint.berichte.vergleich import compare_eintraege
from netzint.berichte.wertworte import iter_geschlossene
from netzint.berichte.wortvergleich import compare_worte
from netzint.modell.arten import NACH_NAME
from netzint.modell.feldnamen import feldname, wertname
from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import find_models
from tests.beispiel import read_beispiel


def saetze(alt: Eintrag | None, neu: Eintrag | None) -> list[str]:
    return [difference.text for difference in compare_eintraege(alt, neu)]


def changed(entry: Eintrag, **werte: Any) -> Eintrag:
    return type(entry).model_validate({**to_klartext(entry), "kennung": entry.kennung, **werte})


def test_ein_wert_steht_mit_seinem_alten_und_seinem_neuen_da() -> None:
    sitzung = read_beispiel().sitzungen["sg-2026-02"]

    assert saetze(sitzung, changed(sitzung, ort="Ulm")) == ["Ort: „Musterburg, Haus der Begegnung“ → Ulm"]
    assert saetze(sitzung, changed(sitzung, ort=None)) == ["Ort gestrichen (war: „Musterburg, Haus der Begegnung“)"]
    assert saetze(changed(sitzung, ort=None), changed(sitzung, ort="Ulm")) == ["Ort eingetragen: Ulm"]


def test_neu_und_fort_ist_ein_satz() -> None:
    ziel = read_beispiel().ziele["ziel-teilhabe"]

    assert saetze(None, ziel) == [f"Angelegt: Titel „{ziel.titel}“"]
    assert saetze(ziel, None) == [f"Gelöscht: Titel „{ziel.titel}“"]
    assert saetze(ziel, ziel) == []


def test_ein_mandat_das_endet_wird_beim_namen_genannt() -> None:
    person = read_beispiel().mitglieder["kommunen-stadt-2"]
    plain = to_klartext(person)
    plain["mandate"] = [{**plain["mandate"][0], "bis": "2027-01-31"}]  # type: ignore[index,dict-item]
    neu = type(person).model_validate({**plain, "kennung": person.kennung})

    assert saetze(changed(person, mandate=to_klartext(person)["mandate"][:1]), neu) == [  # type: ignore[index]
        "Mandat sitz-kommunen-stadt (ordentlich) ab 1. Oktober 2025: Bis eingetragen: 31. Januar 2027"
    ]


def test_listen_nennen_was_kam_was_ging_und_was_umgestellt_ist() -> None:
    sitzung = read_beispiel().sitzungen["sg-2026-02"]
    tops = [to_klartext(top) for top in sitzung.tagesordnung]

    ohne = changed(sitzung, tagesordnung=tops[:-1])
    name = f"TOP {sitzung.tagesordnung[-1].nummer} „Verschiedenes, nächste Termine“"
    assert saetze(sitzung, ohne)[0].startswith(f"{name} gestrichen")
    assert saetze(ohne, sitzung)[0].startswith(f"{name} eingetragen")
    moved = saetze(sitzung, changed(sitzung, tagesordnung=[tops[1], tops[0], *tops[2:]]))
    assert len(moved) == 1
    assert moved[0].startswith("Tagesordnung: Reihenfolge geändert, jetzt TOP 2 „Genehmigung der Tagesordnung“, TOP ")


def test_ein_wortlaut_wird_wort_fuer_wort_verglichen() -> None:
    empfehlung = read_beispiel().empfehlungen["he-2026-01"]
    plain: Any = to_klartext(empfehlung)
    first, _, rest = plain["fassungen"][0]["wortlaut"].partition(" ")
    plain["fassungen"][0]["wortlaut"] = f"Alle {rest}"
    neu = type(empfehlung).model_validate({**plain, "kennung": empfehlung.kennung})

    (satz,) = saetze(empfehlung, neu)
    assert satz.startswith(f"Fassung 1: Wortlaut geändert: [{first} → Alle] ")


def test_anderer_umbruch_ist_keine_aenderung_des_wortlauts() -> None:
    ziel = read_beispiel().ziele["ziel-teilhabe"]
    anders = changed(ziel, beschreibung=ziel.beschreibung.replace(" ", "\n"))

    assert saetze(ziel, anders) == ["Beschreibung: nur anders umbrochen"]


def test_eine_berichtigung_ist_als_solche_zu_erkennen() -> None:
    sitzung = read_beispiel().sitzungen["sg-2026-02"]
    vermerk = {"zu": "ort", "am": "2026-08-01", "statt": {"ort": "Musterburg"}, "grund": "Tippfehler\n"}
    found = compare_eintraege(sitzung, changed(sitzung, ort="Ulm", berichtigungen=[vermerk]))

    assert [(d.berichtigung, d.text) for d in found] == [
        (True, "Berichtigt: Ort, vorher Musterburg (Grund: Tippfehler)"),
        (False, "Ort: „Musterburg, Haus der Begegnung“ → Ulm"),
    ]


def edited(entry: Eintrag, edit: Callable[[Any], object]) -> Eintrag:
    plain: Any = to_klartext(entry)
    edit(plain)
    return type(entry).model_validate({**plain, "kennung": entry.kennung})


LANG = "Die Strategiegruppe beschließt, dass die Kommunen bis zum Ende des Jahres 2027 alle Vordrucke übersetzen"


def test_eine_aenderung_am_ende_eines_langen_textes_ist_zu_sehen() -> None:
    vorlage = read_beispiel().beschlussvorlagen["bv-2025-006"]
    alt = changed(vorlage, beschlussvorschlag=[f"{LANG} sollen.\n", "Die AG berichtet.\n"], betreff=f"{LANG} sollen")
    neu = changed(vorlage, beschlussvorschlag=["Neu.\n", f"{LANG} müssen.\n", "Die AG berichtet.\n"],
                  betreff=f"{LANG} müssen")  # fmt: skip

    assert saetze(alt, neu) == [
        "Betreff geändert: … 2027 alle Vordrucke übersetzen [sollen → müssen]",
        "Beschlussvorschlag: Neu. eingetragen",
        "Beschlussvorschlag geändert: … 2027 alle Vordrucke übersetzen [sollen. → müssen.]",
    ]


def test_was_in_einem_neuen_teil_steht_behaelt_seinen_namen() -> None:
    he = read_beispiel().empfehlungen["he-2022-01"]
    (satz,) = saetze(edited(he, lambda p: p["weiterleitungen"].pop()), he)
    (fassung,) = saetze(edited(he, lambda p: p.update(fassungen=[])), he)

    assert "Stand vom 14. Februar 2023 (Status umgesetzt) und Stand vom 8. Juli 2025 (Status erledigt, " in satz
    assert "Adressat ministerium (Rolle federführend, Frist 30. Juni 2024) und Adressat staedtetag (Rolle" in fassung


def test_ein_sitz_mit_einer_anderen_stelle_ist_derselbe_sitz() -> None:
    ordnung = read_beispiel().geschaeftsordnung
    assert ordnung is not None

    def edit(p: Any) -> None:
        p["fassungen"][0]["strategiegruppe"]["sitze"][3]["stelle"] = "staedtetag"

    assert saetze(ordnung, edited(ordnung, edit)) == [
        "Geschäftsordnung ab 1. Juni 2020: Strategiegruppe: Sitz sitz-gemeindetag: Stelle: gemeindetag → staedtetag"
    ]


def test_alle_nummern_einer_tagesordnung_sind_ein_satz() -> None:
    sitzung = read_beispiel().sitzungen["sg-2026-02"]
    ohne = edited(sitzung, lambda p: [top.pop("nummer") for top in p["tagesordnung"]])

    assert saetze(ohne, sitzung) == ["Tagesordnung: Nummern eingetragen: 1, 2, 3, 4, 5, 6, 7, 8, 9 und 10"]
    assert saetze(sitzung, ohne) == ["Tagesordnung: Nummern gestrichen"]


def test_eine_berichtigung_nennt_teile_und_tage_wie_menschen_sie_nennen() -> None:
    person = read_beispiel().mitglieder["kommunen-stadt-2"]
    statt = {"benannt": {"durch": "staedtetag", "am": "2025-09-30"}}
    vermerk = {"zu": "mandate.1", "am": "2026-11-20", "statt": statt, "grund": "Vertippt.\n"}

    assert saetze(person, changed(person, berichtigungen=[vermerk])) == [
        "Berichtigt: Mandate 1, vorher Benannt (Durch staedtetag, Am 30. September 2025) (Grund: Vertippt.)"
    ]


@pytest.mark.parametrize("art", sorted(NACH_NAME))
def test_geschlossene_werte_stehen_da_wie_man_sie_schreibt(art: str) -> None:
    def list_werte(model: type[Angabe], seen: set[type[Angabe]]) -> Iterator[str]:
        seen.add(model)
        for feld in model.model_fields.values():
            yield from iter_geschlossene(feld.annotation)
            for teil in find_models(feld.annotation):
                yield from list_werte(teil, seen) if teil not in seen else ()

    for wert in set(list_werte(NACH_NAME[art].model, set())):
        assert not re.search(r"_|[aou]e(?!u)", wertname(wert)), wert


def leaves(wert: Any, feld: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every value of an entry that has no parts of its own."""
    items = wert.items() if isinstance(wert, dict) else enumerate(wert) if isinstance(wert, list) else ()
    found = False
    for key, value in items:
        found = True
        yield from leaves(value, (*feld, key))
    if not found and feld:
        yield feld


def without(wert: Any, feld: tuple[str | int, ...]) -> Any:
    head, *rest = feld
    copy = dict(wert) if isinstance(wert, dict) else list(wert)
    if rest:
        copy[head] = without(copy[head], tuple(rest))  # type: ignore[index]
    else:
        del copy[head]  # type: ignore[arg-type]
    return copy


@pytest.mark.parametrize("art", sorted(NACH_NAME))
def test_jedes_feld_das_fehlt_wird_genannt(art: str) -> None:
    entries = read_beispiel().nach_art.get(NACH_NAME[art].model, {})
    tried = 0
    for entry in list(entries.values())[:6]:
        plain = to_klartext(entry)
        for feld in leaves(plain):
            neu = validate(NACH_NAME[art], entry.kennung, without(plain, feld))[0]
            if neu is None:
                continue
            tried += 1
            texts = " ".join(saetze(entry, neu))
            assert texts, (entry.kennung, feld)
            name = next(str(part) for part in reversed(feld) if isinstance(part, str))
            value = bau_text(plain, feld)
            assert feldname(name) in texts or name in texts or value in texts, (entry.kennung, feld, texts)
    assert tried or art in ("netzwerk", "ausnahme", "thema", "ziel"), art


def bau_text(plain: Any, feld: tuple[str | int, ...]) -> str:
    for part in feld:
        plain = plain[part]
    return str(plain)


WORTE = st.lists(st.sampled_from(["die", "Kommunen", "sollen", "übersetzen", "bis", "2027."]), max_size=12)


@given(WORTE, WORTE)
def test_aus_dem_wortvergleich_gehen_beide_wortlaute_hervor(alt: list[str], neu: list[str]) -> None:
    text = compare_worte(" ".join(alt), " ".join(neu))

    if "…" not in text:
        assert _one_side(text, 0) == " ".join(alt)
        assert _one_side(text, 1) == " ".join(neu)
    assert (alt == neu) == ("[" not in text)


def _one_side(text: str, side: int) -> str:
    import re

    def choose(match: re.Match[str]) -> str:
        inner = match[1]
        if inner.startswith("+ "):
            return inner[2:] if side else ""
        if inner.startswith("– "):
            return "" if side else inner[2:]
        return inner.split(" → ")[side]

    return " ".join(re.sub(r"\[([^]]*)\]", choose, text).split())


def test_ein_neuer_absatz_ist_zu_sehen() -> None:
    assert compare_worte("eins zwei", "eins\n\nzwei") == "eins [+ ¶] zwei"
