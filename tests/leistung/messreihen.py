"""The figures one by one: what is measured against what, and what is to be reached."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.leistung import fremde
from tests.leistung.dokumentzeit import one_more
from tests.leistung.messgeraet import Aufruf, Fehlgeschlagen, measure, measure_speicher, netzint, read_once, run_once
from tests.leistung.satzzeit import buendel
from tests.leistung.seitenzeit import page
from tests.leistung.vergleichszeit import AENDERUNGEN, build_hundert, gegen, lesen, vergleich
from tests.leistung.werkbank import FRUEHER, Werkbank

__all__ = ["REIHEN", "Reihe", "Stand", "Werkbank", "Zeile"]


class Stand(Enum):
    """What became of a figure."""

    GUT = "erreicht"
    VERFEHLT = "verfehlt"
    OFFEN = "nicht gemessen"


class Zeile(NamedTuple):
    """One row of the table."""

    zahl: str
    womit: str
    vergleich: float | None
    gemessen: float | None
    ziel: str
    grenze: float
    grund: str = ""
    """Why there is no figure."""
    schneller: bool = False
    """The limit is a lower one: so many times faster than the reference."""
    in_mib: bool = False

    @property
    def verhaeltnis(self) -> float | None:
        """Measured to reference, or the other way round."""
        if self.vergleich is None or self.gemessen is None:
            return self.gemessen
        return self.vergleich / self.gemessen if self.schneller else self.gemessen / self.vergleich

    @property
    def stand(self) -> Stand:
        """Whether it was reached."""
        if self.grund or self.verhaeltnis is None:
            return Stand.OFFEN
        reached = self.verhaeltnis >= self.grenze if self.schneller else self.verhaeltnis <= self.grenze
        return Stand.GUT if reached else Stand.VERFEHLT


class Plan(NamedTuple):
    """What a row is before it is measured."""

    zahl: str
    womit: str
    grenze: float
    messen: Callable[[Werkbank], tuple[float, float]]
    """The seconds of the reference and of what is measured."""
    schneller: bool = False
    befehl: str = ""
    """The command it needs, if that may not exist yet."""


class Reihe(NamedTuple):
    """Rows under one name for ``--nur``."""

    name: str
    measure: Callable[[Werkbank], list[Zeile]]


def _rows(plaene: Callable[[Werkbank], Iterator[Plan]]) -> Callable[[Werkbank], list[Zeile]]:
    return lambda bank: [_measure(plan, bank) for plan in plaene(bank)]


def _measure(plan: Plan, bank: Werkbank) -> Zeile:
    ziel = f"{'≥' if plan.schneller else '≤'} {plan.grenze:g}"
    empty = Zeile(plan.zahl, plan.womit, None, None, ziel, plan.grenze, schneller=plan.schneller)
    if plan.befehl and plan.befehl not in bank.befehle:
        return empty._replace(grund="noch nicht")
    try:
        vergleich, gemessen = plan.messen(bank)
    except Fehlgeschlagen as fehler:
        return empty._replace(grund=f"nicht gemessen: {fehler}")
    return empty._replace(vergleich=vergleich, gemessen=gemessen)


_PASS = Aufruf((sys.executable, "-c", "pass"))
_CSAFE = """
import sys, time, pathlib, yaml
files = sorted(pathlib.Path(sys.argv[1], "daten").rglob("*.yaml"))
start = time.perf_counter()
for file in files:
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
print(time.perf_counter() - start)
"""


def _pair(vergleich: Aufruf, gemessen: Aufruf, bank: Werkbank) -> tuple[float, float]:
    first, second = measure(vergleich, gemessen, runden=bank.runden)
    return first, second


def _less_start(vergleich: Aufruf, gemessen: Aufruf, start: Aufruf, bank: Werkbank) -> tuple[float, float]:
    first, second, third = measure(vergleich, gemessen, start, runden=bank.runden)
    return first, second - third


def _start(bank: Werkbank) -> Iterator[Plan]:
    for option in ("--help", "--version"):
        yield Plan(f"netzint {option}", "python -c pass", 6.5, partial(_pair, _PASS, netzint(option)))


def _klein(bank: Werkbank) -> Iterator[Plan]:
    again, fresh = bank.pruefen(bank.klein), bank.pruefen(bank.klein, cache=False)
    yield Plan("pruefen, 100 Dateien, zweiter Lauf", "python -c pass", 7, partial(_pair, _PASS, again))
    yield Plan("pruefen, 100 Dateien, ohne Zwischenspeicher", "python -c pass", 22, partial(_pair, _PASS, fresh))


def _gross(bank: Werkbank) -> Iterator[Plan]:
    csafe = Aufruf((sys.executable, "-c", _CSAFE, str(bank.gross)), kerne=1, eigene_uhr=True)
    for kerne, grenze in ((2, 0.85), (1, 1.2)):
        fresh = bank.pruefen(bank.gross, cache=False, kerne=kerne)
        name = f"pruefen, {bank.zahl} Dateien, ohne Zwischenspeicher, Kerne: {kerne}"
        yield Plan(name, "CSafeLoader, dieselben Dateien", grenze, partial(_pair, csafe, fresh))


def _fremd(bank: Werkbank) -> Iterator[Plan]:
    for name, grenze, holen in (("ajv", 1.7, "--mit-npm"), ("yamale", 2.5, "--mit-pip"),
                                ("check-jsonschema", 18, "--mit-pip")):  # fmt: skip
        yield Plan(f"dasselbe gegen {name}", f"{name} (nur Schema)", grenze,
                   partial(_against, name=name, holen=holen), schneller=True)  # fmt: skip


def _against(bank: Werkbank, *, name: str, holen: str) -> tuple[float, float]:
    program = fremde.find(name, bank.npm_ordner, bank.pip_ordner)
    if program is None:
        raise Fehlgeschlagen(f"{name} fehlt; {holen} holt es")
    if name == "yamale":
        aufrufe = fremde.yamale(program, bank.zitiert / "daten", bank.ordner / "yamale")
    else:
        aufrufe = (fremde.ajv if name == "ajv" else fremde.check_jsonschema)(program, bank.zitiert / "daten")
    own = measure(bank.pruefen(bank.gross, cache=False), runden=min(bank.runden, 3))
    run_once(aufrufe[0])
    return sum(run_once(aufruf) for aufruf in aufrufe), own[0]


def _nochmal(bank: Werkbank) -> Iterator[Plan]:
    start = netzint("pruefen", "--help")
    for ordner, zahl, grenze in ((bank.gross, bank.zahl, 3.0), (bank.riesig, bank.zahl * 10, 2.5)):
        if ordner:
            status = Aufruf(("git", "status", "--porcelain"), ordner)
            name = f"pruefen, {zahl} Dateien, zweiter Lauf, ohne Start"
            yield Plan(name, "git status", grenze, partial(_less_start, status, bank.pruefen(ordner), start))
    changed = bank.pruefen(bank.gross)._replace(vorher=bank.change_one)
    name = f"pruefen, eine von {bank.zahl} Dateien geändert, ohne den Lauf ohne Änderung"
    yield Plan(name, "python -c pass", 40, partial(_less_start, _PASS, changed, bank.pruefen(bank.gross)))
    plain = bank.pruefen(bank.gross)
    for name, earlier in (
        ("pruefen --stand HEAD~100 und davor, zum ersten Mal gefragt", bank.name_another_commit),
        ("dasselbe, wieder gefragt", None),
    ):
        stand = bank.pruefen(bank.gross, "--stand", FRUEHER)._replace(vorher=earlier)
        again = plain._replace(vorher=partial(run_once, plain) if earlier else None)
        yield Plan(name, "zweiter Lauf am Arbeitsordner", 2, partial(_pair, again, stand))


def _wachstum(bank: Werkbank) -> Iterator[Plan]:
    for cache, wort in ((True, "mit"), (False, "ohne")):
        name = f"Wachstum von {bank.zahl} auf {bank.zahl * 10} Dateien, {wort} Zwischenspeicher"
        if bank.riesig is None:
            yield Plan(name, "derselbe Befehl", 11, _needs_voll)
        else:
            small, large = (bank.pruefen(ordner, cache=cache) for ordner in (bank.gross, bank.riesig))
            yield Plan(name, "derselbe Befehl", 11, partial(_pair, small, large))


def _needs_voll(_bank: Werkbank) -> tuple[float, float]:
    raise Fehlgeschlagen("nur mit --voll")


def _vorgang(bank: Werkbank) -> Iterator[Plan]:
    own = netzint("festschreiben", ordner=bank.gross, vorher=bank.change_one)
    commit = Aufruf(("git", "commit", "-q", "-m", "Test", "--", bank.eine), bank.gross, vorher=bank.change_one)
    start = netzint("festschreiben", "--help")
    name = f"ein Vorgang mit seinem Commit, {bank.zahl} Dateien, ohne Start"
    yield Plan(name, "git commit -- f", 4, partial(_less_start, commit, own, start), befehl="festschreiben")


def _verlauf(bank: Werkbank) -> Iterator[Plan]:
    log = Aufruf(("git", "log", "--format=%H", "--", bank.eine), bank.gross)
    own = netzint("verlauf", Path(bank.eine).stem, ordner=bank.gross)
    name = f"netzint verlauf, {bank.commits} Commits, ohne Start"
    for wie, before, each in (
        ("", bank.settle_verlauf, None),
        (", Eintrag zum ersten Mal gefragt", bank.settle_verlauf, bank.forget_texte),
        (", ohne Zwischenspeicher", None, bank.forget_verlauf),
    ):
        plan = partial(_after, before, log, own._replace(vorher=each))
        yield Plan(name + wie, "git log -- f", 1, plan, befehl="verlauf")


def _after(before: Callable[[], None] | None, log: Aufruf, own: Aufruf, bank: Werkbank) -> tuple[float, float]:
    if before:
        before()
    return _less_start(log, own, netzint("--help"), bank)


def _vergleich(bank: Werkbank) -> Iterator[Plan]:
    name = f"vergleich, {bank.zahl} Dateien, {AENDERUNGEN} geändert, ohne Start"
    for wie, bekannt in ((", zum ersten Mal gefragt", False), (", wieder gefragt", True)):
        plan = partial(_compare_hundert, bekannt)
        yield Plan(name + wie, "git diff --name-only und Lesen", 3, plan, befehl="vergleich")


def _compare_hundert(bekannt: bool, bank: Werkbank) -> tuple[float, float]:  # noqa: FBT001 (bound by partial)
    ordner = build_hundert(bank.gross, bank.ordner / f"hundert-{bank.zahl}")
    return _less_start(lesen(ordner), vergleich(ordner, bekannt=bekannt), netzint("vergleich", "--help"), bank)


def _gegen(bank: Werkbank) -> Iterator[Plan]:
    name = f"pruefen --gegen, {bank.zahl} Dateien, {AENDERUNGEN} geändert"
    yield Plan(name, "pruefen, eine Datei geändert", 2, _judge_hundert, befehl="pruefen")


def _judge_hundert(bank: Werkbank) -> tuple[float, float]:
    ordner = build_hundert(bank.gross, bank.ordner / f"hundert-{bank.zahl}")
    return _pair(bank.pruefen(bank.gross)._replace(vorher=bank.change_one), gegen(ordner), bank)


def _sitzung(bank: Werkbank) -> Iterator[Plan]:
    neu = netzint("sitzung", "neu", ordner=bank.frisch, vorher=bank.refresh)
    plan = partial(_pair, _PASS, neu)
    yield Plan("sitzung neu, 100 Dateien, mit Dokumenten", "python -c pass", 60, plan, befehl="sitzung")


def _merge(bank: Werkbank) -> Iterator[Plan]:
    treiber = netzint("merge-treiber", *bank.merge_dateien, "daten/sitzungen/sg-2026-02.yaml")
    plan = partial(_pair, _PASS, treiber._replace(vorher=bank.refresh_merge))
    yield Plan("merge-treiber, eine Sitzung", "python -c pass", 8, plan)


def _dokumente(bank: Werkbank) -> Iterator[Plan]:
    for form in ("docx", "odt"):
        plan = partial(_pair, one_more("md"), one_more(form))
        yield Plan(f"ein Dokument mehr als {form} (≤ 40 ms)", "dasselbe als Markdown", 6, plan)
    zahl = min(1000, bank.zahl)
    yield Plan(f"PDF, jedes von {zahl} (≤ 40 ms)", "Typst allein, dieselben Bäume", 1.6, partial(_buendel, zahl))
    first = ("dokument", "erzeugen", "sg-2025-01", "--art", "tagesordnung", "--format", "pdf")
    own = netzint(*first, "--nach", str(bank.ordner / "nach"), ordner=bank.klein)
    yield Plan("das erste PDF eines Befehls (≤ 0,6 s)", "python -c pass", 57, partial(_pair, _PASS, own))


def _buendel(zahl: int, _bank: Werkbank) -> tuple[float, float]:
    bare, own = read_once(buendel(zahl)).split()
    return float(bare), float(own)


def _speicher(bank: Werkbank) -> list[Zeile]:
    rows = []
    for ordner, zahl, grenze in ((bank.gross, bank.zahl, 150.0), (bank.riesig, bank.zahl * 10, 900.0)):
        row = Zeile(f"Speicher ohne Zwischenspeicher, {zahl} Dateien", "–", None, None, f"≤ {grenze:g}", grenze,
                    in_mib=True)  # fmt: skip
        try:
            peak = measure_speicher(bank.pruefen(ordner, cache=False)) if ordner else None
            reason = "" if peak else "nicht gemessen: nur unter Linux" if ordner else "nicht gemessen: nur mit --voll"
            rows.append(row._replace(gemessen=peak, grund=reason))
        except Fehlgeschlagen as fehler:
            rows.append(row._replace(grund=f"nicht gemessen: {fehler}"))
    return rows


def _seite(bank: Werkbank) -> list[Zeile]:
    row = Zeile("netzint bericht, Beispiel", "–", None, None, "≤ 1 s", 1.0)
    try:
        return [row._replace(gemessen=measure(page(bank.ordner), runden=bank.runden)[0])]
    except Fehlgeschlagen as fehler:
        return [row._replace(grund=f"nicht gemessen: {fehler}")]


REIHEN: tuple[Reihe, ...] = (
    Reihe("start", _rows(_start)),
    Reihe("klein", _rows(_klein)),
    Reihe("gross", _rows(_gross)),
    Reihe("fremd", _rows(_fremd)),
    Reihe("nochmal", _rows(_nochmal)),
    Reihe("wachstum", _rows(_wachstum)),
    Reihe("vorgang", _rows(_vorgang)),
    Reihe("verlauf", _rows(_verlauf)),
    Reihe("vergleich", _rows(_vergleich)),
    Reihe("gegen", _rows(_gegen)),
    Reihe("sitzung", _rows(_sitzung)),
    Reihe("merge", _rows(_merge)),
    Reihe("dokumente", _rows(_dokumente)),
    Reihe("seite", _seite),
    Reihe("speicher", _speicher),
)
