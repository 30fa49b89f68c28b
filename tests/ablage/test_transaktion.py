"""The upper half of the write path: judged before anything is written, one commit or nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from netzint.ablage import gitlesen, transaktion
from netzint.ablage.cache.ordner import ORDNER as CACHE
from netzint.ablage.gitordner import EIGENER_ORDNER
from netzint.ablage.lesen.bestand import read_bestand
from netzint.ablage.schreibweg.fremdes import list_foreign_changes
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests import bau
from tests.buero import STICHTAG, commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from netzint.ablage.transaktion import Rendern

THEMA = bau.make("thema", "thema-neu", titel="Neu", beschreibung="Worum es geht.\n", aufgenommen="2026-11-01")
TITEL = Setzen("ziel", "ziel-zugang", ("titel",), "Zugang für alle")


def lauf(
    buero: Path, aenderung: Aenderung | None, *, rendern: Rendern | None = None, probe: bool = False
) -> transaktion.Ausgefuehrt | None:
    def vorgang(_bestand: Bestand, _vergeben: Collection[str]) -> Aenderung | None:
        return aenderung

    return transaktion.run(buero, vorgang, stichtag=STICHTAG, rendern=rendern, probe=probe)


def test_ein_vorgang_wird_genau_ein_commit(buero: Path) -> None:
    result = lauf(buero, Aenderung("thema-neu", "Thema aufgenommen", neu=(THEMA,), gesetzt=(TITEL,)))

    assert result is not None
    assert git(buero, "rev-list", "--count", "HEAD") == "2"
    assert git(buero, "rev-parse", "HEAD") == result.commit
    assert git(buero, "status", "--porcelain") == ""
    assert result.pfade == ("daten/themen/thema-neu.yaml", "daten/ziele/ziel-zugang.yaml")
    assert (result.hinweise, result.ausgang) == ((), Ausgang.GUT)


def test_die_beschlussgrundlage_und_alle_kennungen_stehen_im_nachspann(buero: Path) -> None:
    lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,), beschluss="sg-2026-02/niederschrift", beruehrt=("he-2026-05",)))

    message = git(buero, "log", "-1", "--format=%B")
    lines = git(buero, "log", "-1", "--format=%(trailers:only)").splitlines()
    assert message.startswith(
        "X\n\n- Ziel ziel-zugang: Titel: „Zugang zur Verwaltung“ → „Zugang für alle“\n\nVorgang: x\n"
    )
    assert "Beschluss: sg-2026-02/niederschrift" in lines
    assert [line for line in lines if line.startswith("Kennung: ")] == ["Kennung: ziel-zugang", "Kennung: he-2026-05"]


def test_wer_nichts_zu_tun_hat_schreibt_nichts(buero: Path) -> None:
    before = state(buero)

    assert lauf(buero, None) is None
    assert lauf(buero, None, probe=True) is None
    assert state(buero) == before


def test_neue_fehler_lehnen_ab_und_nennen_die_stelle_in_den_neuen_bytes(buero: Path) -> None:
    before = state(buero)
    falsch = Setzen("empfehlung", "he-2026-05", ("arbeitsgruppe",), "ag-gibtsnicht")
    with pytest.raises(NetzintFehler) as caught:
        lauf(buero, Aenderung("x", "X", gesetzt=(falsch,)))

    text = (buero / "daten/empfehlungen/he-2026-05.yaml").read_text(encoding="utf-8")
    zeile = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("arbeitsgruppe: "))
    assert f"daten/empfehlungen/he-2026-05.yaml:{zeile}:16: K" in caught.value.text
    assert (caught.value.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)


def test_auch_ohne_cache_lehnen_neue_fehler_ab(buero: Path) -> None:
    cache = buero / ".git" / EIGENER_ORDNER / CACHE
    shutil.rmtree(cache)
    cache.symlink_to(buero)
    sitz = Setzen("mitglied", "ministerium-1", ("mandate", 0, "sitz"), "sitz-gibt-es-nicht")

    with pytest.raises(NetzintFehler, match="K101 „sitz-gibt-es-nicht“"):
        lauf(buero, Aenderung("x", "X", gesetzt=(sitz,)), probe=True)


def test_ein_alter_fehler_haelt_einen_anderen_vorgang_nicht_auf(buero: Path) -> None:
    replace(buero, "daten/empfehlungen/he-2026-05.yaml", "arbeitsgruppe: ag-", "arbeitsgruppe: ag-gibtsnicht-")
    commit_all(buero, "alt")

    assert lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,))) is not None


def test_viele_neue_fehler_werden_gezaehlt_statt_aufgezaehlt(buero: Path) -> None:
    falsch = tuple(bau.empfehlung(f"he-2026-{n}", arbeitsgruppe="ag-gibtsnicht") for n in range(21, 34))
    with pytest.raises(NetzintFehler) as caught:
        lauf(buero, Aenderung("x", "X", neu=falsch))

    assert "… und " in caught.value.text
    assert len(caught.value.text.splitlines()) == transaktion.GENANNT + 2


def test_dokumente_werden_vor_dem_commit_gemacht(buero: Path) -> None:
    def rendern(*_: object) -> Mapping[str, bytes]:
        raise NetzintFehler("Vorlage kaputt")

    before = state(buero)
    with pytest.raises(NetzintFehler, match="Vorlage kaputt"):
        lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,)), rendern=rendern)
    assert state(buero) == before


def test_dokumente_sehen_den_bestand_wie_er_sein_wird(buero: Path) -> None:
    def rendern(
        bestand: Bestand, _aenderung: Aenderung, vorlagen: Mapping[str, bytes], _vorgang: str
    ) -> Mapping[str, bytes]:
        return {"x.md": bestand.ziele["ziel-zugang"].titel.encode() + str("fuss.md.j2" in vorlagen).encode()}

    result = lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,)), rendern=rendern)

    assert result is not None
    assert result.dokumente == ("ausgabe/x.md",)
    assert (buero / "ausgabe/x.md").read_text(encoding="utf-8") == "Zugang für alleTrue"


def test_eine_probe_gibt_vorher_und_nachher_und_aendert_nichts(buero: Path) -> None:
    before = state(buero)
    result = lauf(buero, Aenderung("x", "X", neu=(THEMA,), gesetzt=(TITEL,), hinweise=("Achtung.",)), probe=True)

    assert result is not None
    assert result.vorher["daten/themen/thema-neu.yaml"] is None
    assert b"Zugang f\xc3\xbcr alle" in (result.nachher["daten/ziele/ziel-zugang.yaml"] or b"")
    assert (result.commit, result.hinweise, state(buero)) == ("", ("Achtung.",), before)


def test_kennungen_aus_allen_zweigen_und_aus_dem_ordner_sind_bekannt(buero: Path) -> None:
    git(buero, "switch", "-q", "-c", "nebenan")
    (buero / "daten/sitzungen/sg-2026-07.yaml").write_text("x: y\n", encoding="utf-8")
    commit_all(buero, "nebenan")
    git(buero, "switch", "-q", "main")
    (buero / "daten/sitzungen/sg-2026-08.yaml").write_text("x: y\n", encoding="utf-8")

    head, fremd = gitlesen.head(buero), list_foreign_changes(buero)
    known = transaktion.known_kennungen(buero, read_bestand(buero, stand=head).bestand, head, fremd)

    assert {"sg-2026-02", "sg-2026-07", "sg-2026-08"} <= known


def test_was_von_hand_geaendert_ist_wird_nur_einmal_gesucht(buero: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 10,000 files git takes as long for that as for the commit itself."""
    asked: list[str] = []
    real = gitlesen.run

    def note(wurzel: Path, *args: str, **more: Any) -> bytes:
        asked.append(args[0])
        return real(wurzel, *args, **more)

    monkeypatch.setattr(gitlesen, "run", note)
    (buero / "daten/themen/thema-nebenbei.yaml").write_text("x: y\n", encoding="utf-8")
    result = lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,)))

    assert result is not None
    assert "thema-nebenbei" in result.hinweise[-1]
    assert asked.count("status") == 1


@pytest.mark.parametrize("probe", [False, True])
def test_ein_ziel_das_von_hand_geaendert_ist_wird_nicht_ueberschrieben(buero: Path, probe: bool) -> None:  # noqa: FBT001
    replace(buero, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Mein ")
    before = state(buero)
    if probe:
        lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,)), probe=True)
    else:
        with pytest.raises(NetzintFehler, match=r"ziel-zugang\.yaml"):
            lauf(buero, Aenderung("x", "X", gesetzt=(TITEL,)))
    assert state(buero) == before


def test_ohne_commit_und_ohne_repository_wird_gesagt_was_fehlt(buero: Path) -> None:
    assert transaktion.require_head(buero) == git(buero, "rev-parse", "HEAD")
    git(buero, "checkout", "-q", "--orphan", "leer")
    with pytest.raises(NetzintFehler, match="noch nichts festgeschrieben"):
        transaktion.require_head(buero)
    (buero / ".git").rename(buero / "git")
    with pytest.raises(NetzintFehler, match="kein Git-Repository") as caught:
        transaktion.require_head(buero)
    assert caught.value.ausgang is Ausgang.UMGEBUNG
