"""Random acts of all kinds on the whole circle: every refusal is explained, every accepted state is clean.

The walks call the real commands; only git and the disk are replaced by memory. A failing walk prints its commands, so
that it can be typed again in a copy of the example.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.buero import STICHTAG, state
from tests.kreislauf import akte_gefuehrt as gefuehrt
from tests.kreislauf import akte_gremien as gremien
from tests.kreislauf import akte_hand as hand
from tests.kreislauf import akte_ordnung as ordnung
from tests.kreislauf import akte_pflege as pflege
from tests.kreislauf import akte_sitzungen as sitzungen
from tests.kreislauf import akte_tabellen as tabellen
from tests.kreislauf import akte_vorlagen as vorlagen
from tests.kreislauf import zusagen
from tests.kreislauf.repository import Repository
from tests.kreislauf.welt import Buero, Geschehen, Welt, aus_beispiel, leer, make_buero
from tests.kreislauf.wurf import Wurf

pytestmark = pytest.mark.no_cover
Akt = Callable[[Wurf], list[str]]
AKTE: dict[Akt, float] = {
    gremien.besetzen: 2, gremien.mitglied: 3, gremien.stelle: 1, gremien.bedarf: 1, gremien.thema: 1.5, gremien.ag: 2,
    ordnung.ordnung: 1.5, ordnung.netzwerk: 0.3, ordnung.aufgeben: 0.7, gremien.umlauf: 2.5, gremien.veranstaltung: 0.7,
    pflege.pflegen: 2.5, gremien.verzeichnis: 1, sitzungen.planen: 1.5, vorlagen.beschlussvorlage: 1.5,
    sitzungen.tagesordnung: 2, sitzungen.einladen: 2, sitzungen.beginnen: 2.5, sitzungen.abstimmen: 4,
    sitzungen.abschliessen: 3, sitzungen.empfehlung: 3, sitzungen.umsetzung: 4, sitzungen.korrektur: 1.5,
    tabellen.einlesen: 0.8, tabellen.erklaeren: 0.4, sitzungen.warten: 2.5, hand.bearbeiten: 1.5,
    gefuehrt.fuehren: 11, gefuehrt.verfolgen: 5, gefuehrt.vorbereiten: 3,
}  # fmt: skip
"""Every kind of act, with how often it is done."""
ZAHL = st.integers(0, 2**32 - 1)


class Gang:
    """One walk: acts, and after each what must hold."""

    def __init__(self, buero: Buero, *, kalt: float = 1.0) -> None:
        self.buero = buero
        self.kalt = kalt
        """How often an accepted state is read and judged anew, as if for the first time."""
        self.befehle: list[str] = [f"# Stichtag {buero.welt.heute}"]
        self.ratsche: Counter[str] = Counter()
        self.angenommen: Counter[str] = Counter()
        self.abgelehnt: Counter[str] = Counter()

    def tu(self, akt: Akt, zufall: Random) -> Geschehen | None:
        """Do one act. None: time went by."""
        welt = self.buero.welt
        fehler, davor = zusagen.list_fehler(welt), copy.copy(welt)
        davor.dateien, davor.gegeben = dict(welt.dateien), set(welt.gegeben)
        befehl = akt(Wurf(welt, zufall))
        if welt.heute != davor.heute:
            self.befehle.append(f"# Stichtag {welt.heute}")
            zusagen.check_zeit(fehler, fehler := zusagen.list_fehler(welt))
        if not befehl:
            return None
        geschehen = self.rufe(*befehl)
        if geschehen.ausgang:
            self.abgelehnt[zusagen.name_of(geschehen.befehl)] += 1
            zusagen.check_abgelehnt(geschehen, davor.dateien, welt)
            if zusagen.is_ratsche(geschehen):
                zusagen.count_ratsche(geschehen, self.ratsche)
        elif geschehen.aenderung is not None:
            self.angenommen[zusagen.name_of(geschehen.befehl)] += 1
            zusagen.check_angenommen(geschehen, davor, fehler, welt, kalt=zufall.random() < self.kalt)
            self.frage(geschehen, zufall)
        return geschehen

    def rufe(self, *befehl: str) -> Geschehen:
        """Call a command, and note it for whoever wants to do the same."""
        self.befehle.append(Geschehen(befehl, 0, "", "", None, None, {}).zeile)
        return self.buero.rufe(*befehl)

    def frage(self, geschehen: Geschehen, zufall: Random) -> None:
        """Ask something about what was touched, and one of the general questions."""
        about = zusagen.fragen_zu(geschehen.dateien)
        for frage in (*zufall.sample(about, min(1, len(about))), zufall.choice(zusagen.FRAGEN)):
            zusagen.check_frage(self.buero, frage, zufall.choice(("text", "json")))


def lauf(gang: Gang, schritte: int, zufall: Random) -> Gang:
    """So many random acts. Whatever goes wrong is told with all commands up to there."""
    try:
        for _ in range(schritte):
            gang.tu(zufall.choices(tuple(AKTE), tuple(AKTE.values()))[0], zufall)
    except AssertionError as error:
        error.add_note("\n".join(gang.befehle))
        raise
    return gang


@pytest.mark.parametrize(("make", "saat"), [(aus_beispiel, 1), (aus_beispiel, 2), (leer, 3)])
def test_jede_ablehnung_ist_erklaert_und_jeder_angenommene_stand_sauber(
    make: Callable[..., Welt], saat: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gang = lauf(Gang(make_buero(make(STICHTAG), tmp_path, monkeypatch), kalt=0.2), 220, Random(saat))

    assert not gang.ratsche, f"nur die Regeln haben abgelehnt, nicht der Vorgang: {dict(gang.ratsche)}"
    assert gang.angenommen.total() > 30, gang.abgelehnt
    assert gang.abgelehnt.total() > 30, gang.angenommen


@pytest.mark.lang
@pytest.mark.parametrize("saat", range(100, 124))
def test_auch_lange_wege_bleiben_sauber(saat: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    welt = leer(STICHTAG) if saat % 3 == 0 else aus_beispiel(STICHTAG)
    gang = lauf(Gang(make_buero(welt, tmp_path, monkeypatch)), 600, Random(saat))

    for frage in zusagen.FRAGEN:
        zusagen.check_frage(gang.buero, frage, "json")
    assert not gang.ratsche, f"nur die Regeln haben abgelehnt, nicht der Vorgang: {dict(gang.ratsche)}"


@pytest.mark.parametrize("schritte", [25, pytest.param(200, marks=pytest.mark.lang)])
def test_im_repository_wird_aus_jedem_vorgang_genau_ein_commit(
    schritte: int, buero: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ort, zufall = Repository(buero, STICHTAG, monkeypatch, capsys), Random(7)
    getan: Counter[str] = Counter()
    while getan.total() < schritte:
        befehl = zufall.choices(tuple(AKTE), tuple(AKTE.values()))[0](Wurf(ort, zufall))
        if not befehl or befehl[0] == "zuruecknehmen":
            continue
        davor = state(buero)
        ausgang = ort.rufe(*befehl)
        getan[f"{ausgang}"] += 1
        if ausgang:
            assert (ausgang in (2, 3), state(buero)) == (True, davor), befehl
        elif state(buero)[0] != davor[0]:
            ort.check_commit(davor[0], befehl)
            if zufall.random() < 0.3:
                ort.check_zuruecknehmen(davor[0])
    assert getan["0"] > schritte / 5, getan


class Kreislauf(RuleBasedStateMachine):
    """The same acts, drawn by hypothesis: what fails is made as short as can be."""

    ordner: Path
    monkeypatch: pytest.MonkeyPatch

    @initialize(beispiel=st.booleans())
    def beginne(self, *, beispiel: bool) -> None:
        """Start from the shipped example or an empty network."""
        welt = aus_beispiel(STICHTAG) if beispiel else leer(STICHTAG)
        self.gang = Gang(make_buero(welt, self.ordner, self.monkeypatch))

    def _tu(self, akt: Akt, zahl: int) -> None:
        self.gang.tu(akt, Random(zahl))

    @rule(zahl=ZAHL, akt=st.sampled_from(tuple(AKTE)))
    def irgendetwas(self, zahl: int, akt: Akt) -> None:
        """Any act."""
        self._tu(akt, zahl)

    @rule(zahl=ZAHL)
    def sitzung(self, zahl: int) -> None:
        """The next Sitzung is led on."""
        self._tu(gefuehrt.fuehren, zahl)

    @rule(zahl=ZAHL)
    def empfehlung(self, zahl: int) -> None:
        """An Empfehlung is led on."""
        self._tu(gefuehrt.verfolgen, zahl)

    @precondition(lambda self: self.gang.buero.welt.vorgaenge)
    @rule(zahl=ZAHL)
    def zurueck(self, zahl: int) -> None:
        """Something is taken back or put right."""
        self._tu(sitzungen.korrektur, zahl)

    @rule(tage=st.integers(1, 100))
    def warte(self, tage: int) -> None:
        """Time goes by."""
        welt = self.gang.buero.welt
        before = zusagen.list_fehler(welt)
        welt.heute += timedelta(tage)
        zusagen.check_zeit(before, zusagen.list_fehler(welt))


@pytest.mark.parametrize(("beispiele", "schritte"), [(6, 15), pytest.param(150, 60, marks=pytest.mark.lang, id="lang")])
def test_hypothesis_findet_keinen_stand_aus_dem_es_nicht_weitergeht(
    beispiele: int, schritte: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kreislauf, "ordner", tmp_path, raising=False)
    monkeypatch.setattr(Kreislauf, "monkeypatch", monkeypatch, raising=False)
    phases = (Phase.explicit, Phase.generate, Phase.shrink)
    run_state_machine_as_test(
        Kreislauf,
        settings=settings(
            max_examples=beispiele,
            stateful_step_count=schritte,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=phases,
        ),
    )
