"""Letterheads from the office's side: changed in a word processor, checked, committed, renewed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.cli import heute
from netzint.modell.fehler import Ausgang
from netzint.vorgaenge.erneuern import VERZEICHNIS
from tests.bau import STICHTAG
from tests.buero import commit_all, git, state
from tests.dokumente import odfbogen, wordbogen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

DOCX, ODT = Path("vorlagen/brief.docx"), Path("vorlagen/brief.odt")


def _eigener() -> bytes:
    """A letterhead of the office's own, with bytes in it that look like Windows line ends."""
    from netzint.dokumente.paket import pack, unpack

    teile = unpack(wordbogen.build())
    return pack({**teile, "word/media/logo.png": b"\x89PNG\r\n\x1a\n\r\n\0"}, ("[Content_Types].xml",))


def test_ein_in_word_geaenderter_briefbogen_wird_unveraendert_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    eigener = _eigener()
    DOCX.write_bytes(eigener)

    lauf = rufe("festschreiben")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert DOCX.read_bytes() == eigener
    assert git(buero, "status", "--porcelain") == ""
    assert git(buero, "rev-parse", "HEAD:vorlagen/brief.docx") == git(buero, "hash-object", "--no-filters", str(DOCX))


def test_die_probe_zeigt_keine_zeichen_aus_der_datei(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    DOCX.write_bytes(_eigener())

    lauf = rufe("festschreiben", "--probe")

    assert lauf.ausgang == Ausgang.GUT
    assert f"{DOCX}: {len(wordbogen.build())} Bytes (kein Text) → {len(_eigener())} Bytes (kein Text)\n" in lauf.aus
    assert "PK" not in lauf.aus
    assert state(buero)[0] == before[0]


def test_ein_briefbogen_mit_fehler_wird_abgelehnt_und_pruefen_nennt_ihn(buero: Path, rufe: Rufe) -> None:
    from netzint.dokumente.paket import pack, unpack

    teile = unpack(odfbogen.build())
    ODT.write_bytes(
        pack({**teile, "content.xml": teile["content.xml"].replace(b"absender", b"absnder")}, ("mimetype",))
    )
    kopf = git(buero, "rev-parse", "HEAD")

    festschreiben, pruefen = rufe("festschreiben"), rufe("pruefen")

    assert festschreiben.ausgang == Ausgang.ABGELEHNT
    assert (
        "vorlagen/brief.odt: V103 Das Feld „absnder“ gibt es nicht. → Meinten Sie „absender“?" in festschreiben.fehler
    )
    assert git(buero, "rev-parse", "HEAD") == kopf
    assert pruefen.ausgang == Ausgang.BEFUNDE
    assert "V103" in pruefen.aus


def test_wo_gitattributes_ihn_fuer_text_haelt_wird_das_gesagt(buero: Path, rufe: Rufe) -> None:
    (buero / ".gitattributes").write_bytes(b"vorlagen/** text eol=lf\n")
    commit_all(buero, "Alte Angaben")
    DOCX.write_bytes(_eigener())

    lauf = rufe("festschreiben")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "behandelt „vorlagen/brief.docx“ als Text" in lauf.fehler
    assert "*.docx binary" in lauf.fehler


def test_was_word_daneben_legt_wird_nie_festgeschrieben(buero: Path, rufe: Rufe) -> None:
    (buero / ".gitignore").write_bytes((Path(__file__).parents[2] / "netzint/mitgeliefert/gitignore").read_bytes())
    commit_all(buero, "Wie ausgeliefert")
    for name in ("~$brief.docx", ".~lock.brief.odt#"):
        (buero / "vorlagen" / name).write_bytes(b"offen")

    assert rufe("festschreiben").aus == "Es gibt nichts zu tun.\n"
    assert rufe("pruefen", "--streng").ausgang in (Ausgang.GUT, Ausgang.BEFUNDE)
    assert "brief" not in rufe("pruefen").aus


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_dokumente_entstehen_mit_dem_briefbogen_des_bueros(buero: Path, rufe: Rufe, tmp_path: Path, form: str) -> None:
    lauf = rufe("dokument", "erzeugen", "bv-2026-001", "--format", form, "--nach", str(tmp_path / "ziel"))

    (datei,) = (tmp_path / "ziel").iterdir()
    assert (lauf.ausgang, datei.suffix) == (Ausgang.GUT, f".{form}")
    assert "Geschäftsstelle".encode() in datei.read_bytes()


def test_ohne_briefbogen_wird_gesagt_wie_er_wiederkommt(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    DOCX.unlink()

    lauf = rufe("dokument", "erzeugen", "bv-2026-001", "--format", "docx", "--nach", str(tmp_path / "ziel"))

    assert lauf.ausgang != Ausgang.GUT
    assert "Der Briefbogen „brief.docx“ fehlt" in lauf.fehler
    assert "netzint init . --erneuern" in lauf.fehler
    assert "V116" in rufe("pruefen").aus


def test_formatieren_laesst_briefboegen_in_ruhe(buero: Path, rufe: Rufe) -> None:
    DOCX.write_bytes(_eigener())

    assert rufe("formatieren").ausgang == Ausgang.GUT
    assert DOCX.read_bytes() == _eigener()


@pytest.fixture
def netz(rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(heute, "today", lambda: STICHTAG)
    assert rufe("init", "netz").ausgang == 0
    monkeypatch.chdir("netz")
    return Path()


def _als_frueher_gelegt(data: bytes) -> None:
    """An earlier netzint laid down this letterhead, as its list says."""
    from hashlib import sha256

    verzeichnis = Path(VERZEICHNIS)
    zeilen = [zeile for zeile in verzeichnis.read_text("utf-8").splitlines() if not zeile.endswith(str(DOCX))]
    verzeichnis.write_bytes(
        "\n".join(sorted([*zeilen, f"{sha256(data).hexdigest()}  {DOCX}"], key=lambda z: z[66:])).encode() + b"\n"
    )


def test_init_legt_beide_briefboegen_hin_und_git_haelt_sie_nicht_fuer_text(netz: Path) -> None:
    assert (DOCX.read_bytes(), ODT.read_bytes()) == (wordbogen.build(), odfbogen.build())
    assert git(netz, "check-attr", "text", str(DOCX), str(ODT)).count(": unset") == 2
    assert git(netz, "status", "--porcelain") == ""


def test_ein_unberuehrter_briefbogen_wird_erneuert(netz: Path, rufe: Rufe) -> None:
    DOCX.write_bytes(b"PK alt\0")
    _als_frueher_gelegt(b"PK alt\0")
    commit_all(netz, "Alter Stand")

    assert rufe("init", ".", "--erneuern").ausgang == Ausgang.GUT
    assert DOCX.read_bytes() == wordbogen.build()


@pytest.mark.parametrize("schalter", [(), ("--auch-geaenderte",)])
def test_ein_eigener_briefbogen_bleibt(netz: Path, rufe: Rufe, schalter: tuple[str, ...]) -> None:
    DOCX.write_bytes(_eigener())
    commit_all(netz, "Eigener Briefbogen")

    lauf = rufe("init", ".", "--erneuern", *schalter)

    assert lauf.ausgang == Ausgang.GUT
    assert DOCX.read_bytes() == _eigener()
    assert "brief.docx" not in lauf.aus


def test_ein_fehlender_briefbogen_kommt_wieder(netz: Path, rufe: Rufe) -> None:
    DOCX.unlink()
    commit_all(netz, "Ohne Briefbogen")

    assert rufe("init", ".", "--erneuern").ausgang == Ausgang.GUT
    assert DOCX.read_bytes() == wordbogen.build()
