"""Majority and quorum, example by example, and what must hold for any numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.beschluss import Beschlussergebnis
from netzint.modell.geschaeftsordnung import Abstimmungsrecht
from netzint.modell.typen import Anteil, parse_anteil
from netzint.recht.abstimmung import (
    Auszaehlung,
    Ergebnis,
    Sitzlage,
    compare_stimmen,
    count_abstimmung,
    find_quorum,
    fits_ergebnis,
    smallest_zahl,
)
from netzint.recht.muster import Muster, gemo_bw, vwvfg

MUSTER = (vwvfg(), vwvfg("besetzt"), gemo_bw(), gemo_bw("besetzt"))


def lage(ja: int = 0, nein: int = 0, enthaltung: int = 0, **andere: Any) -> Sitzlage:
    """Twelve seats, all taken; present is who voted."""
    felder = {"soll": 12, "besetzt": 12, "anwesend": ja + nein + enthaltung, **andere}
    return Sitzlage(ja=ja, nein=nein, enthaltung=enthaltung, **felder)


def count(sitzlage: Sitzlage, muster: Muster = MUSTER[0], mehrheit: str = "einfach") -> Auszaehlung:
    """One vote under a preset, if wanted with another majority."""
    recht = Abstimmungsrecht.model_validate({"mehrheit": mehrheit, "gleichstand": muster.abstimmung.gleichstand})
    return count_abstimmung(sitzlage, muster.beschlussfaehigkeit, recht)


@pytest.mark.parametrize(
    ("anteil", "basis", "zahl"),
    [
        ("mindestens_2/3", 9, 6),
        ("mehr_als_2/3", 9, 7),
        ("mindestens_2/3", 10, 7),
        ("mehr_als_1/2", 12, 7),
        ("mehr_als_1/2", 11, 6),
        ("mindestens_1/2", 12, 6),
        ("mindestens_1/2", 11, 6),
        ("mindestens_1/4", 12, 3),
        ("mindestens_1/4", 9, 3),
        ("mindestens_1/1", 12, 12),
        ("mehr_als_1/2", 0, 1),
    ],
)
def test_anteile_werden_ohne_rundung_zu_zahlen(anteil: str, basis: int, zahl: int) -> None:
    assert smallest_zahl(parse_anteil(anteil), basis) == zahl


@given(st.booleans(), st.integers(1, 99), st.integers(1, 99), st.integers(0, 10_000))
def test_die_kleinste_zahl_erfuellt_den_anteil_und_eine_weniger_nicht(
    strikt: bool,  # noqa: FBT001
    zaehler: int,
    nenner: int,
    basis: int,
) -> None:
    def satisfies(zahl: int) -> bool:
        asked = Fraction(zaehler, nenner) * basis
        return zahl > asked if strikt else zahl >= asked

    zahl = smallest_zahl(Anteil(strikt, zaehler, nenner), basis)

    assert satisfies(zahl)
    assert not satisfies(zahl - 1)


@pytest.mark.parametrize(
    ("muster", "sitzlage", "noetig", "faehig"),
    [
        (vwvfg(), lage(7), 7, True),
        (vwvfg(), lage(6), 7, False),
        (vwvfg(), lage(6, besetzt=10), 7, False),
        (vwvfg("besetzt"), lage(6, besetzt=10), 6, True),
        (vwvfg("besetzt"), lage(2, besetzt=3), 3, False),
        (vwvfg(), lage(1, zweite_ladung=True), 1, True),
        (vwvfg(), lage(0, zweite_ladung=True), 1, False),
        (vwvfg(), lage(5, befangen=7), 7, False),
        (vwvfg(), lage(12, alle_geladen=False), 7, False),
        (gemo_bw(), lage(6), 6, True),
        (gemo_bw(), lage(5), 6, False),
        (gemo_bw("besetzt"), lage(5, besetzt=9), 5, True),
        (gemo_bw(), lage(3, befangen=7), 3, True),
        (gemo_bw(), lage(3, befangen=6), 6, False),
        (gemo_bw(), lage(2, befangen=7), 3, False),
        (gemo_bw(), lage(3, zweite_ladung=True), 3, True),
        (gemo_bw(), lage(2, zweite_ladung=True), 3, False),
        (gemo_bw("besetzt"), lage(2, besetzt=4, zweite_ladung=True), 2, True),
        (gemo_bw("besetzt"), lage(0, besetzt=0), 1, False),
        (gemo_bw(), lage(12, alle_geladen=False), 6, False),
    ],
)
def test_beschlussfaehig_ist_wer_auf_einem_der_wege_genug_hat(
    muster: Muster, sitzlage: Sitzlage, noetig: int, *, faehig: bool
) -> None:
    ausgezaehlt = count(sitzlage, muster)

    assert (ausgezaehlt.noetig, ausgezaehlt.beschlussfaehig) == (noetig, faehig)


def test_ohne_beschlussfaehigkeit_aendert_auch_einstimmigkeit_nichts() -> None:
    ausgezaehlt = count(lage(6))

    assert (ausgezaehlt.mehrheit, ausgezaehlt.ergebnis) == ("ja", "nicht_beschlussfaehig")


def test_ganz_ohne_anwesende_beschliesst_auch_die_laxeste_geschaeftsordnung_nichts() -> None:
    lax = vwvfg("besetzt").beschlussfaehigkeit.model_copy(
        update={"anteil": parse_anteil("mindestens_1/2"), "mindestens": 0, "zweite_ladung": 0}
    )

    for sitzlage in (lage(0, besetzt=0), lage(0, zweite_ladung=True)):
        assert find_quorum(sitzlage, lax).noetig == 1


def test_enthaltungen_zaehlen_weder_fuer_noch_gegen() -> None:
    assert count(lage(1, 0, 11)).ergebnis == "angenommen"
    assert count(lage(0, 1, 11)).ergebnis == "abgelehnt"
    assert count(lage(0, 0, 12)).ergebnis == "abgelehnt"


@pytest.mark.parametrize(
    ("gleichstand", "berechtigt", "stimme", "ergebnis"),
    [
        ("vorsitz", True, "ja", "angenommen"),
        ("vorsitz", True, "nein", "abgelehnt"),
        ("vorsitz", True, None, "abgelehnt"),
        ("vorsitz", False, "ja", "abgelehnt"),
        ("abgelehnt", True, "ja", "abgelehnt"),
    ],
)
def test_bei_gleichstand_entscheidet_die_leitung_nur_mit_eigener_stimme(
    gleichstand: str, stimme: str | None, ergebnis: str, *, berechtigt: bool
) -> None:
    muster = vwvfg() if gleichstand == "vorsitz" else gemo_bw()
    ausgezaehlt = count(lage(4, 4, leitung_stimmberechtigt=berechtigt, stimme_leitung=stimme), muster)

    assert (ausgezaehlt.mehrheit, ausgezaehlt.ergebnis) == ("gleichstand", ergebnis)


@pytest.mark.parametrize(
    ("ja", "nein", "mehrheit", "ergebnis"),
    [
        (6, 3, "mindestens_2/3", "ja"),
        (5, 3, "mindestens_2/3", "nein"),
        (6, 3, "mehr_als_2/3", "nein"),
        (4, 4, "mindestens_2/3", "nein"),
        (4, 4, "mehr_als_1/2", "gleichstand"),
        (4, 4, "mindestens_1/2", "ja"),
        (0, 0, "mindestens_1/2", "nein"),
        (0, 0, "mehr_als_1/2", "gleichstand"),
    ],
)
def test_andere_mehrheiten_gelten_von_den_abgegebenen_stimmen(ja: int, nein: int, mehrheit: str, ergebnis: str) -> None:
    assert compare_stimmen(ja, nein, parse_anteil(mehrheit)) == ergebnis


def test_bei_zwei_dritteln_rettet_die_leitung_keinen_gleichstand() -> None:
    sitzlage = lage(4, 4, leitung_stimmberechtigt=True, stimme_leitung="ja")

    assert count(sitzlage, mehrheit="mindestens_2/3").ergebnis == "abgelehnt"


@pytest.mark.parametrize(
    ("ausgezaehlt", "satz"),
    [
        (
            count(lage(4, 2, 1)),
            "7 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. 4 Ja gegen 2 Nein bei 1 Enthaltung: angenommen.",
        ),
        (
            count(lage(4, 2, 2, anwesend=10, nicht_teilgenommen=2, befangen=1)),
            (
                "10 von 12 Sitzen anwesend (1 befangen), nötig sind 7: beschlussfähig. "
                "4 Ja gegen 2 Nein bei 2 Enthaltungen, 2 ohne Stimmabgabe: angenommen."
            ),
        ),
        (
            count(lage(6)),
            "6 von 12 Sitzen anwesend, nötig sind 7: nicht beschlussfähig. Ein Beschluss ist nicht zustande gekommen.",
        ),
        (
            count(lage(12, alle_geladen=False)),
            (
                "12 von 12 Sitzen anwesend, aber nicht alle geladen: nicht beschlussfähig. "
                "Ein Beschluss ist nicht zustande gekommen."
            ),
        ),
        (
            count(lage(1, 1, zweite_ladung=True, leitung_stimmberechtigt=True, stimme_leitung="ja")),
            (
                "2 von 12 Sitzen anwesend, nach zweiter Ladung genügt 1: beschlussfähig. "
                "1 Ja gegen 1 Nein, bei Stimmengleichheit entscheidet die Stimme der Leitung (Ja): angenommen."
            ),
        ),
        (
            count(lage(4, 4)),
            (
                "8 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. "
                "4 Ja gegen 4 Nein, Stimmengleichheit ohne entscheidende Stimme der Leitung: abgelehnt."
            ),
        ),
        (
            count(lage(2, 2, befangen=7, besetzt=11), gemo_bw("besetzt")),
            (
                "4 von 11 besetzten Sitzen anwesend (7 befangen), bei Befangenheit von mehr als der Hälfte genügen 3: "
                "beschlussfähig. 2 Ja gegen 2 Nein, Stimmengleichheit: abgelehnt."
            ),
        ),
        (
            count(lage(5, 3), mehrheit="mindestens_2/3"),
            "8 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. 5 Ja gegen 3 Nein, nötig sind 6 Ja: abgelehnt.",
        ),
    ],
)
def test_das_ergebnis_erklaert_sich_selbst(ausgezaehlt: Auszaehlung, satz: str) -> None:
    assert ausgezaehlt.erklaerung == satz


@pytest.mark.parametrize(
    ("gezaehlt", "vermerkt", "passt"),
    [
        ("angenommen", "angenommen", True),
        ("angenommen", "geaendert_angenommen", True),
        ("angenommen", "vertagt", True),
        ("angenommen", "abgelehnt", False),
        ("abgelehnt", "abgelehnt", True),
        ("abgelehnt", "geaendert_angenommen", False),
        ("abgelehnt", "vertagt", False),
        ("nicht_beschlussfaehig", "nicht_beschlussfaehig", True),
        ("nicht_beschlussfaehig", "zurueckverwiesen", True),
        ("nicht_beschlussfaehig", "angenommen", False),
        ("angenommen", "nicht_beschlussfaehig", False),
    ],
)
def test_ein_vermerktes_ergebnis_passt_zur_auszaehlung_oder_nicht(
    gezaehlt: Ergebnis, vermerkt: Beschlussergebnis, *, passt: bool
) -> None:
    assert fits_ergebnis(gezaehlt, vermerkt) is passt


@st.composite
def lagen(draw: st.DrawFn) -> tuple[Sitzlage, Muster, str]:
    """Any Sitzlage that adds up, with a preset and a majority."""
    soll = draw(st.integers(1, 30))
    besetzt = draw(st.integers(0, soll))
    parts = [draw(st.integers(0, besetzt)) for _ in range(5)]
    while sum(parts) > besetzt:
        parts[parts.index(max(parts))] -= 1
    ja, nein, enthaltung, stumm, befangen = parts
    sitzlage = Sitzlage(
        soll=soll,
        besetzt=besetzt,
        anwesend=ja + nein + enthaltung + stumm,
        ja=ja,
        nein=nein,
        enthaltung=enthaltung,
        nicht_teilgenommen=stumm,
        befangen=befangen,
        leitung_stimmberechtigt=draw(st.booleans()),
        stimme_leitung=draw(st.sampled_from(["ja", "nein", None])),
        zweite_ladung=draw(st.booleans()),
        alle_geladen=draw(st.booleans()),
    )
    mehrheit = draw(st.sampled_from(["einfach", "mehr_als_1/2", "mindestens_2/3", "mehr_als_3/4"]))
    return sitzlage, draw(st.sampled_from(MUSTER)), mehrheit


@given(lagen())
def test_eine_ja_stimme_mehr_macht_angenommenes_nie_hinfaellig(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    more = sitzlage._replace(ja=sitzlage.ja + 1, anwesend=sitzlage.anwesend + 1)

    if count(sitzlage, muster, mehrheit).ergebnis == "angenommen":
        assert count(more, muster, mehrheit).ergebnis == "angenommen"


@given(lagen())
def test_eine_nein_stimme_mehr_macht_abgelehntes_nie_angenommen(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    more = sitzlage._replace(nein=sitzlage.nein + 1, anwesend=sitzlage.anwesend + 1)

    if count(sitzlage, muster, mehrheit).ergebnis == "abgelehnt":
        assert count(more, muster, mehrheit).ergebnis == "abgelehnt"


@given(lagen())
def test_wer_von_nein_zu_ja_wechselt_schadet_dem_antrag_nie(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    if sitzlage.nein and count(sitzlage, muster, mehrheit).ergebnis == "angenommen":
        turned = sitzlage._replace(ja=sitzlage.ja + 1, nein=sitzlage.nein - 1)

        assert count(turned, muster, mehrheit).ergebnis == "angenommen"


@given(lagen())
def test_eine_enthaltung_mehr_aendert_an_der_mehrheit_nichts(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    more = sitzlage._replace(enthaltung=sitzlage.enthaltung + 1, anwesend=sitzlage.anwesend + 1)

    assert count(more, muster, mehrheit).mehrheit == count(sitzlage, muster, mehrheit).mehrheit


@given(lagen())
def test_mehr_anwesende_und_eine_zweite_ladung_nehmen_die_beschlussfaehigkeit_nie(
    fall: tuple[Sitzlage, Muster, str],
) -> None:
    sitzlage, muster, _ = fall
    more = sitzlage._replace(anwesend=sitzlage.anwesend + 1, nicht_teilgenommen=sitzlage.nicht_teilgenommen + 1)
    second = sitzlage._replace(zweite_ladung=True)

    if count(sitzlage, muster).beschlussfaehig:
        assert count(more, muster).beschlussfaehig
        assert count(second, muster).beschlussfaehig
    assert find_quorum(second, muster.beschlussfaehigkeit).noetig <= count(sitzlage, muster).noetig


@given(lagen())
def test_angenommen_wird_nichts_ohne_ja_stimme(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    silent = sitzlage._replace(ja=0, anwesend=sitzlage.anwesend - sitzlage.ja, stimme_leitung=None)

    assert count(silent, muster, mehrheit).ergebnis != "angenommen"


@given(lagen())
def test_die_erklaerung_nennt_was_gezaehlt_wurde(fall: tuple[Sitzlage, Muster, str]) -> None:
    sitzlage, muster, mehrheit = fall
    ausgezaehlt = count(sitzlage, muster, mehrheit)

    assert ausgezaehlt.erklaerung.startswith(f"{sitzlage.anwesend} von ")
    if ausgezaehlt.beschlussfaehig:
        assert f"{sitzlage.ja} Ja gegen {sitzlage.nein} Nein" in ausgezaehlt.erklaerung
        assert ausgezaehlt.erklaerung.endswith(f": {ausgezaehlt.ergebnis}.")
