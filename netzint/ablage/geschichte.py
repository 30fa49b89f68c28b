"""The history of one file: which commit changed it when, for whom, and what it said before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netzint.ablage import gitlesen
from netzint.ablage.lesen.nebenher import Nebenher
from netzint.modell.arten import ARTEN, Art, without_form

if TYPE_CHECKING:
    from netzint.berichte.verlauf import Station
    from netzint.modell.grund import Eintrag

_BERLIN = ZoneInfo("Europe/Berlin")
_FELDER = ("Vorgang", "Vorgang-Id", "Bearbeitung", "Beschluss")
_FORM = "%x01%H%x00%ct%x00%s" + "".join(f"%x00%(trailers:key={name},valueonly)" for name in _FELDER) + "%x02"


def read_stationen(wurzel: Path, art: Art, kennung: str, commit: str) -> tuple[Station, ...]:
    """Every change of an entry in the history of a commit, the oldest first. Names of files never change."""
    args = ("log", "--no-renames", "--raw", "--no-abbrev", "-z", f"--format={_FORM}", commit, "--", art.pfad(kennung))
    log = Nebenher(partial(gitlesen.run, wurzel, *args))
    log.start()
    _warm_up(art)
    records = list(_split(log.result()))
    oids = [oid for _, pair in records for oid in pair if oid.strip("0")]
    blobs = gitlesen.read_blobs(wurzel, oids) if oids else {}
    states = {oid: _build(art, kennung, data) for oid, data in blobs.items()}
    found = [_make(head, pair, states) for head, pair in records]
    return tuple(reversed(found))


def _warm_up(art: Art) -> None:
    """Import what takes long; meanwhile git walks through the history."""
    import netzint.ablage.lesen.teile
    import netzint.ablage.leser.datei
    import netzint.berichte.verlauf  # noqa: F401 (only to have it ready)

    art.model  # noqa: B018 (made on first use)


def find_art(wurzel: Path, kennung: str, commit: str) -> Art | None:
    """The kind of the entry that has, or once had, this Kennung in the history of a commit."""
    paths = {art.pfad(kennung): art for art in ARTEN if next(without_form(art, [kennung]), None) is None}
    if not paths:
        return None
    there = gitlesen.read_objects(wurzel, [f"{commit}:{pfad}" for pfad in paths])
    if there:
        return paths[next(iter(there)).partition(":")[2]]
    args = ("log", "-1", "--no-renames", "--format=", "--name-only", "-z", commit, "--", *paths)
    found = gitlesen.run(wurzel, *args).decode("utf-8", "replace").strip("\0\n").split("\0")
    return next((paths[name] for name in found if name in paths), None)


def read_jetzt(wurzel: Path, art: Art, kennung: str) -> Eintrag | None:
    """The entry as its file lies in the work tree; None if there is none, or it is not readable."""
    pfad = wurzel / art.pfad(kennung)
    return _build(art, kennung, pfad.read_bytes()) if pfad.is_file() and not pfad.is_symlink() else None


def _split(output: bytes) -> Iterator[tuple[list[str], tuple[str, str]]]:
    """The fields of each commit, and the content ids of the file before and after it."""
    for record in output.decode("utf-8", "replace").split("\x01")[1:]:
        head, _, raw = record.partition("\x02")
        meta = raw.strip("\0\n").split("\0")[0].split(" ")
        if len(meta) > 3:
            yield head.split("\0"), (meta[2], meta[3])


def _make(head: list[str], pair: tuple[str, str], states: dict[str, Eintrag | None]) -> Station:
    from netzint.berichte.verlauf import Station

    commit, seconds, betreff, vorgang, vorgang_id, wer, beschluss = (part.strip() for part in head)
    old, new = pair
    return Station(
        commit=commit,
        am=datetime.fromtimestamp(int(seconds), _BERLIN).date(),
        betreff=betreff,
        vorgang=vorgang,
        vorgang_id=vorgang_id,
        wer=wer,
        beschluss=beschluss,
        alt=states.get(old),
        neu=states.get(new),
        lesbar=all(not oid.strip("0") or states.get(oid) is not None for oid in pair),
    )


def _build(art: Art, kennung: str, data: bytes) -> Eintrag | None:
    """The entry as this netzint reads it; None if it was not readable."""
    from netzint.ablage.lesen.teile import validate
    from netzint.ablage.leser.datei import parse

    wert = parse(data).wert
    return validate(art, kennung, wert)[0] if wert is not None else None
