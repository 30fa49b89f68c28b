"""Whatever two people do: afterwards both clones are alike and clean, or the second one is told why not and is as it
was. No Vorgang is lost, and it does not matter who comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from netzint.ablage.lesen.bestand import read_bestand
from netzint.ablage.transaktion import findings
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import new_fehler
from netzint.modell.fehler import Ausgang
from tests.ablage.abgleich.welt import Klon, Welt, make_welt
from tests.buero import STICHTAG

pytestmark = pytest.mark.no_cover
WORTE = ("Wohnen", "Arbeit", "Sprache", "Ehrenamt")
Akt = Callable[[Klon, Random], tuple[str, ...]]


def _melden(_klon: Klon, zufall: Random) -> tuple[str, ...]:
    return ("bedarf", "melden", zufall.choice(WORTE), "--stelle", "stadt-a")


def _zuordnen(klon: Klon, zufall: Random) -> tuple[str, ...]:
    bedarfe = sorted(path.stem for path in (klon.wurzel / "daten/bedarfe").glob("*.yaml")) or ["bedarf-2026-01"]
    return ("bedarf", "zuordnen", zufall.choice(bedarfe), "--thema", "thema-beispiel")


def _punkt(klon: Klon, zufall: Random) -> tuple[str, ...]:
    weil = f"wegen {zufall.choice(('BEDARF-2026-01', 'einer Anfrage'))}"
    return ("sitzung", "top", "neu", "sg-2026-03", zufall.choice(WORTE), "--weil", weil)


def _titel(_klon: Klon, zufall: Random) -> tuple[str, ...]:
    feld = zufall.choice(("--titel", "--beschreibung"))
    return ("thema", "aendern", "thema-beispiel", feld, zufall.choice(WORTE))


def _benennen(_klon: Klon, zufall: Random) -> tuple[str, ...]:
    verband = zufall.choice(("staedtetag", "gemeindetag"))
    name = f"{zufall.choice(('Kim', 'Robin'))} {zufall.choice(('Erfunden', 'Ausgedacht'))}"
    return ("mitglied", "benennen", f"sitz-{verband}", "--name", name, "--stelle", verband, "--funktion", "Referat",
            "--durch", verband)  # fmt: skip


def _zuruecknehmen(klon: Klon, _zufall: Random) -> tuple[str, ...]:
    vorgang = klon.git("log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    return ("zuruecknehmen", vorgang or "v-000000000000", "--grund", "Irrtum.")


AKTE: tuple[Akt, ...] = (_melden, _melden, _zuordnen, _punkt, _titel, _benennen, _zuruecknehmen)


def _handle(klon: Klon, zufall: Random, hoechstens: int) -> None:
    for _ in range(zufall.randint(1, hoechstens)):
        lauf = klon.rufe(*zufall.choice(AKTE)(klon, zufall))
        assert lauf.ausgang in (Ausgang.GUT, Ausgang.AUFRUF, Ausgang.ABGELEHNT), lauf.fehler


def _vorgaenge(klon: Klon) -> list[str]:
    return klon.git("log", "--format=%(trailers:key=Vorgang-Id,valueonly,separator=)").split()


def _fehler(klon: Klon) -> tuple[object, ...]:
    found = findings(read_bestand(klon.wurzel, stand=klon.head, cache=False), STICHTAG)
    return new_fehler((), found)


def _gleiche_ab(erster: Klon, zweiter: Klon) -> bool:
    """Whether both could be brought together."""
    assert erster.abgleich().ausgang == Ausgang.GUT
    before, server, own = zweiter.stand(), zweiter.server, _vorgaenge(zweiter)
    lauf = zweiter.abgleich()
    if lauf.ausgang:
        assert lauf.ausgang == Ausgang.ABGELEHNT, lauf.fehler
        assert (zweiter.stand(), zweiter.server) == (before, server)
        return False
    assert erster.abgleich().ausgang == Ausgang.GUT
    assert erster.head == zweiter.head == zweiter.server
    assert _fehler(zweiter) == ()
    assert erster.git("status", "--porcelain") == zweiter.git("status", "--porcelain") == ""
    all_of_them = _vorgaenge(zweiter)
    assert len(all_of_them) == len(set(all_of_them))
    assert lauf.aus.count("Nicht mehr nötig") or set(own) <= set(all_of_them)
    return True


def _zahl(klon: Klon) -> dict[str, int]:
    """How many entries of each kind there are: numbers may differ, things may not."""
    found: dict[str, int] = {}
    for pfad in klon.git("ls-files", "daten").splitlines():
        art, _ = art_of_pfad(pfad) or (None, "")
        found[art.name if art else ""] = found.get(art.name if art else "", 0) + 1
    return found


def _spiele(vorbild: Path, ordner: Path, saat: int, hoechstens: int) -> bool:
    welten = [make_welt(vorbild, ordner / name) for name in ("hin", "her")]
    for welt in welten:
        for nr, klon in enumerate((welt.anna, welt.bert)):
            _handle(klon, Random(10 * saat + nr), hoechstens)
    hin, her = welten
    ging = [_gleiche_ab(hin.anna, hin.bert), _gleiche_ab(her.bert, her.anna)]
    assert ging[0] == ging[1]
    if ging[0]:
        assert _zahl(hin.anna) == _zahl(her.anna)
    return ging[0]


@pytest.mark.parametrize("saat", [1])
def test_die_reihenfolge_ist_gleich_und_niemand_verliert_etwas(
    vorbild: Path, tmp_path: Path, welt: Welt, saat: int
) -> None:
    _spiele(vorbild, tmp_path, saat, 2)


@pytest.mark.lang
def test_auch_bei_vielen_wuerfen_ist_die_reihenfolge_gleich(vorbild: Path, tmp_path: Path, welt: Welt) -> None:
    ging = [_spiele(vorbild, tmp_path / str(saat), saat, 4) for saat in range(100, 124)]

    assert 0 < sum(ging) < len(ging)
