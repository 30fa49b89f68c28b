"""Whatever is changed in a finished document, in any format: it is never taken for the document that netzint made."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.lesen.bestand import read_bestand
from netzint.berichte.dokumentpruefung import Nachweis, describe_unterschied
from netzint.cli.lesen import Frage
from netzint.cli.nachweis import Datei, Suche, judge
from netzint.dokumente.ausweis import read_ausweis
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pdfkind import extract
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.beispiel import lay_down

if TYPE_CHECKING:
    from pathlib import Path

TAG = date(2026, 11, 22)
_WORT = re.compile(rb">([^<>]*[A-Za-z]{4}[^<>]*)<")


class Welt:
    """The example, read once, and one of its documents in every format."""

    def __init__(self, wurzel: Path) -> None:
        gelesen = read_bestand(wurzel, cache=False)
        self.wurzel, self.frage = wurzel, Frage(gelesen.bestand, TAG, gelesen)
        vorlagen = Vorlagen.decode(gelesen.vorlagen())
        auftraege = [a for a in find_auftraege(gelesen.bestand, "sg-2026-02", TAG) if a.art == "tagesordnung"]
        made = erzeuge(auftraege, vorlagen, "", tuple(SCHREIBER))
        self.dateien = {name.rpartition(".")[2]: data for name, data in made.items()}

    def pruefe(self, form: str, data: bytes) -> Nachweis | None:
        """What is said of it; None if it is refused as no document."""
        name = f"tagesordnung-sg-2026-02.{form}"
        try:
            suche = Suche(self.wurzel, self.frage, Datei(name, data, read_ausweis(name, data)))
            suche.run()
            return judge(suche)
        except NetzintFehler as fehler:
            if fehler.ausgang is Ausgang.AUFRUF and name in fehler.text:
                return None
            raise


@pytest.fixture(scope="module")
def welt(tmp_path_factory: pytest.TempPathFactory) -> Welt:
    wurzel = tmp_path_factory.mktemp("nachweis") / "netz"
    lay_down(wurzel)
    return Welt(wurzel)


@cache
def read_here(name: str, data: bytes) -> str:
    """The words of a PDF without the child, which takes its time to start."""
    try:
        return extract(data)
    except Exception:  # noqa: BLE001 - as in the child
        raise NetzintFehler(name, "", Ausgang.AUFRUF) from None


@pytest.mark.parametrize("form", SCHREIBER)
def test_unveraendert_ist_genau(welt: Welt, form: str) -> None:
    found = welt.pruefe(form, welt.dateien[form])

    assert found is not None
    assert (found.ergebnis, found.unterschied, found.commit) == ("genau", "", "")


@pytest.mark.parametrize(("form", "zahl"), [("md", 60), ("html", 60), ("docx", 40), ("odt", 40), ("pdf", 12)])
def test_ein_geaendertes_zeichen_irgendwo_ist_nie_genau(
    welt: Welt, form: str, zahl: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netzint.dokumente.dateiworte.read_pdf", read_here)
    whole = welt.dateien[form]

    @settings(max_examples=zahl, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.binary(max_size=3), st.integers(0, 3))
    def check(at: int, new: bytes, gone: int) -> None:
        data = whole[:at] + new + whole[at + gone :]
        found = welt.pruefe(form, data)
        assert (found is not None and found.ergebnis == "genau") == (data == whole)

    check()


@pytest.mark.parametrize("form", ["md", "html", "docx", "odt"])
def test_ein_geaendertes_wort_irgendwo_wird_genannt(welt: Welt, form: str) -> None:
    whole, part = welt.dateien[form], {"docx": "word/document.xml", "odt": "content.xml"}.get(form, "")
    text = zipfile.ZipFile(io.BytesIO(whole)).read(part) if part else whole
    visible = text[text.find(b"<body") :] if form == "html" else text
    words = sorted(set(re.findall(rb"[A-Za-z]{5,}", b" ".join(_WORT.findall(visible)) if form != "md" else text)))

    @settings(max_examples=25, deadline=None)
    @given(st.sampled_from(words))
    def check(word: bytes) -> None:
        start = text.find(b"<body") if form == "html" else 0
        before = rb"()(?<![A-Za-z])" if form == "md" else rb"(>[^<>]*?)(?<![A-Za-z])"
        changed = text[:start] + re.sub(before + word + rb"(?![A-Za-z])", rb"\1Unfug", text[start:], count=1)
        assert b"Unfug" in changed
        data = repack(whole, part, changed) if part else changed
        found = welt.pruefe(form, data)
        assert found is not None
        assert found.ergebnis == "geaendert" or (form == "md" and found.ergebnis == "nirgends")
        assert "Unfug" in found.unterschied

    check()


def repack(whole: bytes, part: str, changed: bytes) -> bytes:
    """The package with another content of this part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed if name == part else old.read(name))
    return stream.getvalue()


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_der_unterschied_ist_leer_genau_dann_wenn_keiner_ist(alt: list[str], neu: list[str]) -> None:
    assert (describe_unterschied(alt, neu) == "") == (alt == neu)


def test_ein_riesiger_unterschied_wird_abgekuerzt() -> None:
    text = describe_unterschied([str(nr) for nr in range(20_000)], [str(-nr) for nr in range(20_000)])

    assert text.endswith(" … und mehr")
    assert len(text) < 4_000
