"""``abgleichen``: fetch, put the own Vorgänge on top, judge, ask the server, move the branch, send.

Up to the one step that moves the branch nothing has changed but what this clone knows of the server. After it the own
Vorgänge stand on top of the others'; sending them may be repeated at any time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.abgleich import netz
from netzint.ablage.abgleich.ergebnis import Abgeglichen
from netzint.ablage.abgleich.gegenstelle import Gegenstelle, find_gegenstelle, set_gegenstelle
from netzint.ablage.abgleich.runde import Frage, Runde, decide
from netzint.ablage.abgleich.urteil import Vorlagenpruefung
from netzint.ablage.schreibweg.ablauf import recover
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.repository import Kopf, Repository, open_repository, read_kopf, read_ref
from netzint.ablage.schreibweg.versetzen import check_zweig, move_zweig
from netzint.ablage.schreibweg.zustand import require_ruhe
from netzint.ablage.transaktion import require_head
from netzint.modell.fehler import Ausgang, NetzintFehler

VERSUCHE = 4
"""So often somebody else may be faster."""
UEBERHOLT = "Auf dem Server kamen immer wieder neue Vorgänge der anderen hinzu."


class Auftrag(NamedTuple):
    """What is asked. ``server``: another server than the one that the branch belongs to; ``probe``: fetch and tell."""

    wurzel: Path
    stichtag: date
    check_vorlagen: Vorlagenpruefung
    server: str = ""
    probe: bool = False
    hochladen: bool = True


class _Ort(NamedTuple):
    """What stays the same in one round."""

    auftrag: Auftrag
    repository: Repository
    kopf: Kopf
    gegenstelle: Gegenstelle


def abgleichen(auftrag: Auftrag) -> Abgeglichen:
    """Bring this clone and the server together. Raises NetzintFehler; then HEAD, index and work tree are untouched."""
    require_head(auftrag.wurzel)
    hints = () if auftrag.probe else recover(auftrag.wurzel)
    done = Abgeglichen("", hinweise=hints)
    for _ in range(VERSUCHE):
        ort = _look(auftrag)
        netz.fetch(auftrag.wurzel, ort.gegenstelle.server)
        reach("geholt")
        result = _run_once(ort)
        done = done.followed_by(result)
        if not result.ueberholt:
            return done
    if not done.zahl_fremde:
        raise NetzintFehler(f"{UEBERHOLT} Es wurde nichts geändert.", "Kurz warten, dann noch einmal: netzint abgleich")
    return done._replace(grund=UEBERHOLT, ausgang=Ausgang.UMGEBUNG)


def _look(auftrag: Auftrag) -> _Ort:
    repository = open_repository(auftrag.wurzel)
    kopf = read_kopf(auftrag.wurzel)
    require_ruhe(repository, kopf)
    return _Ort(auftrag, repository, kopf, find_gegenstelle(auftrag.wurzel, kopf.ref, auftrag.server))


def _run_once(ort: _Ort) -> Abgeglichen:
    """One round, up to the server. The answer says if somebody was faster."""
    auftrag, gegenstelle = ort.auftrag, ort.gegenstelle
    fremde = read_ref(auftrag.wurzel, gegenstelle.verfolgt)
    frage = Frage(ort.repository, ort.kopf.commit, fremde, gegenstelle, auftrag.stichtag, auftrag.check_vorlagen)
    runde = decide(frage)
    reach("aufgesetzt")
    if runde.versatz:
        check_zweig(ort.repository, runde.versatz)
    if auftrag.probe:
        return runde.bericht._replace(probe=True)
    if runde.neu_aufgesetzt and runde.senden and auftrag.hochladen and _ask(ort, runde):
        return Abgeglichen(gegenstelle.name, ueberholt=True)
    bericht = _move(ort, runde)
    return _send(ort, runde, bericht) if runde.senden and auftrag.hochladen else bericht


def _ask(ort: _Ort, runde: Runde) -> bool:
    """Whether somebody was faster. The server, and the user's hook, may refuse before anything changes here."""
    there = ort.gegenstelle
    refused = netz.push(ort.auftrag.wurzel, there.server, runde.ziel, there.ref, probe=True)
    if refused and not refused.ueberholt:
        raise _refuse(refused.worte)
    reach("angefragt")
    return refused is not None


def _move(ort: _Ort, runde: Runde) -> Abgeglichen:
    if runde.versatz is None:
        return runde.bericht
    result = move_zweig(ort.auftrag.wurzel, runde.versatz)
    reach("versetzt")
    hints = (*result.hinweise, *runde.bericht.hinweise)
    return runde.bericht._replace(hinweise=hints, ausgang=result.ausgang)


def _send(ort: _Ort, runde: Runde, bericht: Abgeglichen) -> Abgeglichen:
    """Send. Once the branch has moved, whatever fails is told, not raised: it may be repeated."""
    there, moved = ort.gegenstelle, runde.versatz is not None
    try:
        refused = netz.push(ort.auftrag.wurzel, there.server, runde.ziel, there.ref, gefragt=runde.neu_aufgesetzt)
    except NetzintFehler as error:
        if not moved:
            raise
        return bericht._replace(grund=error.text, ausgang=Ausgang.UMGEBUNG)
    if refused is None:
        reach("hochgeladen")
        if there.neu:
            set_gegenstelle(ort.auftrag.wurzel, there, ort.kopf.ref)
        return bericht._replace(hochgeladen=True)
    if refused.ueberholt:
        return bericht._replace(ueberholt=True)
    if not moved:
        raise _refuse(refused.worte)
    return bericht._replace(grund=f"Der Server nimmt sie nicht an: „{refused.worte}“", ausgang=Ausgang.UMGEBUNG)


def _refuse(worte: str) -> NetzintFehler:
    text = "Der Server (oder eine Prüfung vor dem Hochladen) nimmt Ihre Vorgänge nicht an; es wurde nichts geändert."
    return NetzintFehler(text, f"Git meldet: „{worte}“")
