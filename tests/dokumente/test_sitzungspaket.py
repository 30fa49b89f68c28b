"""All documents of a Sitzung in one ZIP: complete, with contents, and the same bytes each time."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from netzint.dokumente.erzeugen import erzeuge
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.sitzungspaket import find_paket, write_paket
from netzint.dokumente.termindatei import termindatei
from netzint.modell.fehler import NetzintFehler
from tests.beispiel import read_beispiel

TAG = date(2026, 11, 22)


def build(vorlagen: Vorlagen, kennung: str = "sg-2026-02", *, oeffentlich: bool = False) -> bytes:
    base = read_beispiel()
    paket = find_paket(base, kennung, TAG, oeffentlich=oeffentlich)
    files = erzeuge(paket.auftraege, vorlagen, "", ("md", "html")) | termindatei(base, paket.sitzung.kennung, "")
    return write_paket(base, paket, vorlagen, files, ("md", "html"))


def unpack(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_das_paket_enthaelt_alles_zu_einer_sitzung_und_beginnt_mit_dem_inhalt(alle_vorlagen: Vorlagen) -> None:
    files = unpack(build(alle_vorlagen))
    kinds = {name.partition("/")[2].partition("-")[0] for name in files}

    assert next(iter(files)) == "paket-sg-2026-02/README.html"
    assert {name.partition("/")[0] for name in files} == {"paket-sg-2026-02"}
    assert kinds == {
        "tagesordnung", "einladung", "beschlussvorlage", "niederschrift", "vorlagenmappe", "verteiler",
        "anwesenheitsliste", "beschlussauszug", "termin", "README.html", "README.md", "pruefsummen.txt",
    }  # fmt: skip


def test_der_inhalt_sagt_was_jede_datei_ist_und_die_pruefsummen_stimmen(alle_vorlagen: Vorlagen) -> None:
    files = {name.partition("/")[2]: data for name, data in unpack(build(alle_vorlagen)).items()}
    inhalt = files["README.md"].decode()

    name = "niederschrift-sg-2026-02"
    assert f"| {name} ([Text]({name}.md), [Webseite]({name}.html)) | Niederschrift SG-2026-02 | 16.07.2026 |" in inhalt
    linked = re.findall(r'<a href="([^"]+)">', files["README.html"].decode())
    assert {*linked, "README.md", "README.html", "pruefsummen.txt"} == {*files}
    assert "| [termin-sg-2026-02.ics](termin-sg-2026-02.ics) | Termin für den Kalender |" in inhalt
    stems = {name.rpartition(".")[0] for name in files if name.endswith(".md") and name != "README.md"}
    assert [stem for stem in sorted(stems) if f"| {stem} (" not in inhalt] == []
    lines = [line.split("  ") for line in files["pruefsummen.txt"].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "pruefsummen.txt"
    }


def test_die_pruefsumme_im_inhalt_ist_die_im_fuss_des_dokuments(alle_vorlagen: Vorlagen) -> None:
    files = {name.partition("/")[2]: data.decode() for name, data in unpack(build(alle_vorlagen)).items()}
    rows = [line.strip("| ").split(" | ") for line in files["README.md"].splitlines() if "n1:" in line]

    assert rows
    for name, *_, digest in rows:
        assert f"Prüfsumme {digest}" in files[f"{name.partition(' ')[0]}.md"]


def test_zweimal_gepackt_sind_es_dieselben_bytes(alle_vorlagen: Vorlagen) -> None:
    assert build(alle_vorlagen) == build(alle_vorlagen)


def test_oeffentlich_heisst_das_paket_anders_und_enthaelt_nur_oeffentliche_fassungen(alle_vorlagen: Vorlagen) -> None:
    names = unpack(build(alle_vorlagen, oeffentlich=True))
    documents = [n for n in names if n.endswith(".md") and not n.endswith("README.md")]

    assert {name.partition("/")[0] for name in names} == {"paket-sg-2026-02-oeffentlich"}
    assert documents
    assert all(name.endswith("-oeffentlich.md") for name in documents)


def test_eine_sitzung_ohne_vorlagen_hat_keine_mappe_und_was_keine_sitzung_ist_kein_paket(
    alle_vorlagen: Vorlagen,
) -> None:
    names = unpack(build(alle_vorlagen, "ag-demokratiebildung-sitzung-2026-01"))

    assert not [name for name in names if "vorlagenmappe" in name]
    with pytest.raises(NetzintFehler, match="gibt es nicht"):
        find_paket(read_beispiel(), "sg-2026-99", TAG)
