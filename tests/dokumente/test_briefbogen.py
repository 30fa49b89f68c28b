"""The shipped letterheads: how they are made, and what they are."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from zipfile import ZipFile

import pytest

from netzint.dokumente.briefbogen import BRIEFBOGEN, FELDER, GEPRUEFT, fill_felder
from netzint.dokumente.briefpruefung import check_briefbogen
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.paket import open_stream
from tests.dokumente import odfbogen, wordbogen
from tests.dokumente.conftest import ORDNER

BAUEN: dict[str, Callable[[], bytes]] = {"brief.docx": wordbogen.build, "brief.odt": odfbogen.build}


@pytest.mark.parametrize("name", BAUEN)
def test_der_mitgelieferte_briefbogen_ist_so_gebaut(name: str, request: pytest.FixtureRequest) -> None:
    data = BAUEN[name]()
    if request.config.getoption("--erwartet-annehmen"):
        (ORDNER / name).write_bytes(data)

    assert (ORDNER / name).read_bytes() == data


def test_geprueft_sind_genau_die_mitgelieferten() -> None:
    """After a change of the letterheads their new digests go into ``GEPRUEFT``."""
    assert {sha256(bauen()).hexdigest() for bauen in BAUEN.values()} == GEPRUEFT


def test_zu_jedem_format_gibt_es_einen() -> None:
    assert set(BRIEFBOGEN.values()) == set(BAUEN)


@pytest.mark.parametrize("name", BAUEN)
def test_an_ihm_ist_nichts_auszusetzen(name: str) -> None:
    assert list(check_briefbogen(name, BAUEN[name]())) == []


@pytest.mark.parametrize("name", BAUEN)
def test_git_aendert_nichts_an_ihm_auch_wo_gitattributes_alt_ist(name: str) -> None:
    """Where an office's .gitattributes still says that everything in vorlagen/ is text."""
    assert b"\r\n" not in BAUEN[name]()


@pytest.mark.parametrize("name", BAUEN)
def test_er_ist_klein_und_haengt_von_keiner_uhr_ab(name: str) -> None:
    with ZipFile(open_stream(BAUEN[name]())) as paket:
        stempel = {info.date_time for info in paket.infolist()}

    assert stempel == {(1980, 1, 1, 0, 0, 0)}
    assert len(BAUEN[name]()) < 40_000


def test_jedes_feld_hat_einen_wert_ausser_der_stelle_fuer_das_schreiben() -> None:
    werte = fill_felder(Kopf("bv-2026-007", "Netz", datum="2026-11-12", anschrift="Weg 1\n70000 Ort"), "Titel")

    assert ["inhalt", *sorted(werte)] == ["inhalt", *sorted(feld.name for feld in FELDER if feld.name != "inhalt")]
    assert (werte["zeichen"], werte["datum"], werte["absender"]) == (
        "BV-2026-007", "12. November 2026", "Weg 1, 70000 Ort",
    )  # fmt: skip
