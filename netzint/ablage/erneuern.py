"""The shipped files of an existing repository brought up to this version: one Vorgang by the one write path."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint import __version__
from netzint.ablage import gitlesen
from netzint.ablage.anfang import NETZWERK
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.baum import art_of_mode
from netzint.ablage.lesen.blick import DATEI
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.mitgeliefert import read_beigaben
from netzint.ablage.transaktion import (
    Ausgefuehrt,
    Entwurf,
    carry_out,
    findings,
    make_entwurf,
    refuse_new_fehler,
    require_head,
)
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.erneuern import VERZEICHNIS, Erneuerung, compare, erneuern, is_erneuerbar, read_verzeichnis


class Erneuert(NamedTuple):
    """What was done, and what differs because somebody has changed it: path → (as it is, as it is shipped)."""

    result: Ausgefuehrt | None
    eigene: Mapping[str, tuple[bytes, bytes]]


def renew(wurzel: Path, stichtag: date, *, auch_geaenderte: bool, probe: bool) -> Erneuert:
    """Renew what was shipped, as it stands in HEAD. Raises NetzintFehler where there is no network."""
    if not (wurzel / NETZWERK).is_file():
        raise NetzintFehler(f"In „{wurzel}“ liegt kein Netzwerk.", f'Ein neues anlegen: netzint init "{wurzel}"')
    mitgeliefert = {p: data for p, data in read_beigaben().items() if is_erneuerbar(p) and p != VERZEICHNIS}
    eigene: dict[str, tuple[bytes, bytes]] = {}

    def entwurf(head: str) -> Entwurf | None:
        vorhanden = _read_stand(wurzel, head, mitgeliefert)
        todo = compare(vorhanden, mitgeliefert, auch_geaenderte=auch_geaenderte)
        eigene.clear()
        eigene.update({pfad: (vorhanden[pfad], mitgeliefert[pfad]) for pfad in todo.eigene})
        return _draft(wurzel, head, todo, vorhanden, stichtag) if todo.nachher else None

    require_head(wurzel)
    return Erneuert(carry_out(wurzel, entwurf, probe=probe), eigene)


def _read_stand(wurzel: Path, head: str, mitgeliefert: Collection[str]) -> dict[str, bytes]:
    """The files of a commit that are shipped, or once were."""

    def read(*pfade: str) -> dict[str, bytes]:
        tree = gitlesen.list_tree(wurzel, head, pfade)
        oids = {pfad: oid for mode, oid, pfad in tree if art_of_mode(mode) == DATEI}
        blobs = gitlesen.read_blobs(wurzel, list(oids.values()))
        return {pfad: blobs[oid] for pfad, oid in oids.items()}

    verzeichnis = read(VERZEICHNIS)
    return verzeichnis | read(*mitgeliefert, *(read_verzeichnis(verzeichnis.get(VERZEICHNIS)) or ()))


def _draft(wurzel: Path, head: str, todo: Erneuerung, vorhanden: Mapping[str, bytes], stichtag: date) -> Entwurf:
    before = lesen.read_bestand(wurzel, stand=head)
    refuse_newer_format(before)
    after = before.laid_over(todo.nachher)
    refuse_new_fehler(lambda: findings(before, stichtag), findings(after, stichtag), after.read)
    entwurf = make_entwurf(wurzel, head, before, after, erneuern(__version__), todo.nachher)
    return entwurf._replace(vorher={pfad: vorhanden.get(pfad) for pfad in todo.nachher})
