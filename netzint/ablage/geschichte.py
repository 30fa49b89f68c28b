"""The history of one file: which commit changed it when, for whom, and what it said before and after.

What a change did, in words, is kept in the cache: the past does not change, and telling it takes all models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netzint.ablage import gitlesen
from netzint.ablage.cache.ordner import open_cache
from netzint.ablage.gitaufruf import KEINE
from netzint.ablage.lesen.arbeitsordner import hash_inhalt
from netzint.ablage.lesen.blick import read_datei
from netzint.ablage.lesen.nebenher import Nebenher
from netzint.berichte.verlauf import Station, Wandel
from netzint.modell.arten import ARTEN, Art, without_form

if TYPE_CHECKING:
    from netzint.ablage.cache.graph import Graph
    from netzint.modell.grund import Eintrag

_BERLIN = ZoneInfo("Europe/Berlin")
_FELDER = ("Vorgang", "Vorgang-Id", "Bearbeitung", "Beschluss")
_FORM = "%x01%H%x00%ct%x00%s" + "".join(f"%x00%(trailers:key={name},valueonly)" for name in _FELDER) + "%x02"
_CACHE = "verlauf-"
_AUFGEHOBEN = 64
"""Of so many entries the history is kept."""

Paar = tuple[str, str]
"""The ids of the contents before and after a change; zeros: there is no file."""


def read_stationen(
    wurzel: Path, art: Art, kennung: str, commit: str, graph: Graph | None = None
) -> tuple[Station, ...]:
    """Every change of an entry in the history of a commit, the oldest first. Names of files never change."""
    args = ("log", "--no-renames", "--raw", "--no-abbrev", "-z", f"--format={_FORM}", commit, "--", art.pfad(kennung))
    log = Nebenher(partial(gitlesen.run, wurzel, *args, mehr=graph.umgebung if graph and graph.ganz else KEINE))
    cache, name = open_cache(wurzel), f"{_CACHE}{art.name}-{kennung}"
    stored: dict[Paar, tuple[object, ...]] = (cache.load(name) if cache else None) or {}
    if not stored:
        log.start()
        _warm_up(art)
    records = list(_split(log.result()))
    known = {pair: Wandel(*plain) for pair, plain in stored.items()}  # type: ignore[arg-type]
    told = _tell_new(wurzel, art, kennung, {pair for _, pair in records} - known.keys())
    if told and cache:
        cache.store(name, {pair: tuple(wandel) for pair, wandel in (known | told).items()})
        cache.prune(_CACHE, _AUFGEHOBEN)
    return tuple(_make(head, pair, (known | told)[pair]) for head, pair in reversed(records))


def _warm_up(art: Art) -> None:
    """Import what takes long; meanwhile git walks through the history."""
    import netzint.ablage.lesen.teile
    import netzint.ablage.leser.datei
    import netzint.berichte.wandel  # noqa: F401 (only to have it ready)

    art.model  # noqa: B018 (made on first use)


def _tell_new(wurzel: Path, art: Art, kennung: str, pairs: set[Paar]) -> dict[Paar, Wandel]:
    if not pairs:
        return {}
    from netzint.berichte.wandel import tell_wandel

    oids = sorted({oid for pair in pairs for oid in pair if _is_there(oid)})
    states = {oid: _build(art, kennung, data) for oid, data in gitlesen.read_blobs(wurzel, oids).items()}

    def tell(old: str, new: str) -> Wandel:
        lesbar = all(not _is_there(oid) or states[oid] is not None for oid in (old, new))
        return tell_wandel(states.get(old), states.get(new), lesbar=lesbar)

    return {pair: tell(*pair) for pair in pairs}


def _is_there(oid: str) -> bool:
    return bool(oid.strip("0"))


def find_art(wurzel: Path, kennung: str, commit: str, umgebung: Mapping[str, str] = KEINE) -> Art | None:
    """The kind of the entry that has, or once had, this Kennung in the history of a commit."""
    paths = {art.pfad(kennung): art for art in ARTEN if next(without_form(art, [kennung]), None) is None}
    if not paths:
        return None
    there = gitlesen.read_objects(wurzel, [f"{commit}:{pfad}" for pfad in paths])
    if there:
        return paths[next(iter(there)).partition(":")[2]]
    args = ("log", "-1", "--no-renames", "--format=", "--name-only", "-z", commit, "--", *paths)
    found = gitlesen.run(wurzel, *args, mehr=umgebung).decode("utf-8", "replace").strip("\0\n").split("\0")
    return next((paths[name] for name in found if name in paths), None)


def with_offenem(
    stationen: tuple[Station, ...], wurzel: Path, art: Art, kennung: str, stichtag: date
) -> tuple[Station, ...]:
    """The changes and, if the file says something else now than was recorded last, that as one more."""
    data = read_datei(wurzel, art.pfad(kennung))
    last = stationen[-1].inhalt if stationen else ""
    if data is None or hash_inhalt(data) == last:
        return stationen
    old = _build(art, kennung, gitlesen.read_blobs(wurzel, [last])[last]) if last else None
    new = _build(art, kennung, data)
    if new is None or new == old:
        return stationen
    from netzint.berichte.wandel import tell_wandel

    betreff = "noch nicht festgeschrieben"
    return (*stationen, Station("", stichtag, betreff, "", "", "", "", hash_inhalt(data), tell_wandel(old, new)))


def _split(output: bytes) -> Iterator[tuple[list[str], Paar]]:
    """The fields of each commit, and the content ids of the file before and after it."""
    for record in output.decode("utf-8", "replace").split("\x01")[1:]:
        head, _, raw = record.partition("\x02")
        meta = raw.strip("\0\n").split("\0")[0].split(" ")
        if len(meta) > 3:
            yield head.split("\0"), (meta[2], meta[3])


def _make(head: list[str], pair: Paar, wandel: Wandel) -> Station:
    commit, seconds, betreff, vorgang, vorgang_id, wer, beschluss = (part.strip() for part in head)
    return Station(
        commit=commit,
        am=datetime.fromtimestamp(int(seconds), _BERLIN).date(),
        betreff=betreff,
        vorgang=vorgang,
        vorgang_id=vorgang_id,
        wer=wer,
        beschluss=beschluss,
        inhalt=pair[1] if _is_there(pair[1]) else "",
        wandel=wandel,
    )


def _build(art: Art, kennung: str, data: bytes) -> Eintrag | None:
    """The entry as this netzint reads it; None if it was not readable."""
    from netzint.ablage.lesen.teile import validate
    from netzint.ablage.leser.datei import parse

    wert = parse(data).wert
    return validate(art, kennung, wert)[0] if wert is not None else None
