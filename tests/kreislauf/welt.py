"""An office without a disk: the real commands act on files that are kept in memory, so that thousands fit a test."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from netzint.ablage import transaktion
from netzint.ablage import zuruecknehmen as zuruecknehmen_ablage
from netzint.ablage.anfang import build_dateien
from netzint.ablage.cache.angaben import Gedaechtnis
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.baum import judge_baum
from netzint.ablage.lesen.blick import DATEI
from netzint.ablage.lesen.quelle import Quelle
from netzint.ablage.lesen.urteil import judge_gelesenes
from netzint.cli import start
from netzint.modell.arten import art_of_pfad
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import anfang
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.zuruecknehmen import Damals, Umkehr
from tests.beispiel import WURZEL, load
from tests.kreislauf import akte_hand


class Geschehen(NamedTuple):
    """What one call came to."""

    befehl: tuple[str, ...]
    ausgang: int
    aus: str
    nebenbei: str
    fehler: tuple[str, str] | None
    """Text and hint of the refusal."""
    aenderung: Aenderung | None
    dateien: Mapping[str, bytes | None]
    """What was written: path → bytes."""

    @property
    def zeile(self) -> str:
        """As one would type it."""
        return "netzint " + " ".join(f'"{w}"' if " " in w or not w else w for w in self.befehl)


class Welt:
    """The files, the day, and everything that was done."""

    def __init__(self, dateien: Mapping[str, bytes], heute: date) -> None:
        self.gedaechtnis = Gedaechtnis(None)
        self.gedaechtnis.merkt = True
        self.heute = heute
        self.dateien = dict(dateien)
        self.gegeben: set[str] = set()
        self.vorgaenge: dict[str, tuple[Damals, Mapping[str, bytes | None], Mapping[str, bytes | None]]] = {}
        self.gelesen = self.read(self.gedaechtnis)
        self.gegeben |= self.kennungen()
        judge_gelesenes(self.gelesen, heute, remember=True)

    @property
    def bestand(self) -> Bestand:
        """Everything as it is."""
        return self.gelesen.bestand

    def kennungen(self) -> set[str]:
        """The Kennungen of all files."""
        return {found[1] for found in map(art_of_pfad, self.dateien) if found}

    def read(self, gedaechtnis: Gedaechtnis) -> lesen.Gelesenes:
        """The files read anew, with or without what is known of their contents."""
        names = tuple((pfad, DATEI) for pfad in self.dateien)
        quelle = Quelle(judge_baum(names), {}, lambda _: None, dict(self.dateien).get, names)
        return lesen.assemble(quelle, "", gedaechtnis)

    def read_kalt(self) -> lesen.Gelesenes:
        """The files read as if for the first time."""
        return self.read(Gedaechtnis(None))

    def schreibe(self, draft: transaktion.Entwurf) -> str:
        """Make a draft true. Gives the number of the Vorgang."""
        vorgang_id = dict(draft.plan.trailer)[transaktion.VORGANG_ID]
        aenderung = draft.aenderung
        damals = Damals("0" * 40, vorgang_id, aenderung.vorgang, aenderung.betreff)
        self.vorgaenge[vorgang_id] = (damals, dict(draft.vorher), dict(draft.nachher))
        for pfad, data in draft.nachher.items():
            self.dateien.pop(pfad, None)
            if data is not None:
                self.dateien[pfad] = data
        self.gelesen = self.read(self.gedaechtnis)
        self.gegeben |= self.kennungen()
        return vorgang_id


def aus_beispiel(heute: date) -> Welt:
    """The shipped example with its templates."""
    dateien = {f"daten/{name}": text.encode() for name, text in load().items()}
    return Welt(dateien | _vorlagen(), heute)


def leer(heute: date) -> Welt:
    """What ``netzint init`` lays down."""
    name = anfang.NAME
    office = anfang.propose_geschaeftsstelle(name)
    angaben = anfang.Angaben(name, office, anfang.ANSCHRIFT, anfang.E_MAIL, anfang.GEGRUENDET, heute)
    dateien = build_dateien(anfang.neu(angaben, heute))
    return Welt(
        {p: d for p, d in dateien.items() if p.startswith("daten/") and p.endswith(".yaml")} | _vorlagen(), heute
    )


def _vorlagen() -> dict[str, bytes]:
    ordner = WURZEL / "vorlagen"
    dateien = [*sorted(ordner.glob("*.j2")), *sorted(ordner.glob("brief.*"))]
    return {f"vorlagen/{datei.name}": datei.read_bytes() for datei in dateien}


class Buero:
    """Calls commands in a world."""

    def __init__(self, welt: Welt, ordner: Path) -> None:
        self.welt = welt
        self.ordner = ordner
        self._draft: transaktion.Entwurf | None = None
        self._fehler: tuple[str, str] | None = None
        (ordner / "daten").mkdir(exist_ok=True)

    def rufe(self, *befehl: str) -> Geschehen:
        """Call ``netzint`` with these words."""
        self._forget()
        aus, nebenbei = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(aus), contextlib.redirect_stderr(nebenbei):
            ausgang = start.run(("--wurzel", str(self.ordner), *befehl))
        draft = self._draft
        said = (aus.getvalue(), nebenbei.getvalue())
        return Geschehen(
            befehl, ausgang, *said, self._fehler, draft and draft.aenderung, draft.nachher if draft else {}
        )

    def _forget(self) -> None:
        self._draft = self._fehler = None

    def carry_out(
        self, _wurzel: Path, entwurf: Callable[[str], transaktion.Entwurf | None], *, probe: bool
    ) -> transaktion.Ausgefuehrt | None:
        """What ``transaktion.carry_out`` does, on the world."""
        draft = entwurf("0" * 40)
        if draft is None:
            return None
        dokumente = tuple(draft.dokumente)
        done = transaktion.Ausgefuehrt(
            draft.aenderung, "", tuple(draft.nachher), dokumente, draft.aenderung.hinweise, Ausgang.GUT,
            draft.vorher, draft.nachher,
        )  # fmt: skip
        if probe:
            return done
        self._draft = draft
        return done._replace(commit="0" * 40, vorgang_id=self.welt.schreibe(draft))

    def find_vorgang(self, _wurzel: Path, _head: str, name: str) -> Damals:
        """What ``zuruecknehmen.find_vorgang`` finds in the history."""
        if name not in self.welt.vorgaenge:
            hinweis = "Die Nummern der Vorgänge zeigt: netzint verlauf KENNUNG"
            raise NetzintFehler(f"Einen Vorgang „{name}“ gibt es hier nicht.", hinweis, Ausgang.AUFRUF)
        return self.welt.vorgaenge[name][0]

    def read_umkehr(self, _wurzel: Path, damals: Damals, _before: lesen.Gelesenes) -> Iterator[Umkehr]:
        """What ``zuruecknehmen`` reads from the history."""
        _, vorher, nachher = self.welt.vorgaenge[damals.vorgang_id]
        for pfad in nachher:
            yield Umkehr(pfad, vorher.get(pfad), nachher[pfad], self.welt.dateien.get(pfad))

    def note_fehler(self, text: str, hinweis: str = "") -> None:
        """What a refusal says."""
        self._fehler = (text, hinweis)


def make_buero(welt: Welt, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> Buero:
    """An office in a world; ``ordner`` is a folder in which nothing is ever looked for."""
    buero = Buero(welt, ordner)

    def read_bestand(*_args: object, **_kwargs: object) -> lesen.Gelesenes:
        return buero.welt.gelesen

    ersatz: Sequence[tuple[str, object]] = (
        ("netzint.ablage.lesen.bestand.read_bestand", read_bestand),
        ("netzint.ablage.transaktion.carry_out", buero.carry_out),
        ("netzint.ablage.transaktion.known_kennungen", lambda *_: frozenset(buero.welt.gegeben)),
        ("netzint.ablage.transaktion.list_foreign_changes", lambda _: ()),
        ("netzint.ablage.transaktion.require_head", lambda _: "0" * 40),
        ("netzint.ablage.zuruecknehmen.require_head", lambda _: "0" * 40),
        ("netzint.ablage.gitlesen.bearbeitung", lambda _: ""),
        ("netzint.cli.vorgang.tell_journal", lambda _: None),
        ("netzint.cli.lesen.tell_journal", lambda _: None),
        ("netzint.cli.korrektur.tell_journal", lambda _: None),
        ("netzint.cli.heute.today", lambda: buero.welt.heute),
        ("netzint.cli.start.show_fehler", buero.note_fehler),
        ("netzint.dokumente.auswahl.list_formate", lambda *_: ("md",)),  # to set and to print takes most of the time
        ("netzint.cli.stoerung.write_bericht", _raise),
        (f"{akte_hand.HAND}.carry_out", buero.carry_out),
        *akte_hand.ERSATZ,
    )
    for name, value in ersatz:
        monkeypatch.setattr(name, value)
    for name in ("carry_out", "find_vorgang"):
        monkeypatch.setattr(zuruecknehmen_ablage, name, getattr(buero, name))
    monkeypatch.setattr(zuruecknehmen_ablage, "_read_umkehr", buero.read_umkehr)
    monkeypatch.setattr(zuruecknehmen_ablage, "list_later", lambda *_: [])
    monkeypatch.setattr(zuruecknehmen_ablage, "require_head", lambda _: "0" * 40)
    return buero


def _raise(fehler: Exception) -> None:
    """A fault of netzint is shown as it is, with its traceback."""
    raise AssertionError("netzint ist abgestürzt") from fehler
