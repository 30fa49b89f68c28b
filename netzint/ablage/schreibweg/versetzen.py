"""The branch to a commit that is there already, with all promises of the write path: nothing of the user's is lost, and
a kill at any time leaves the old state or the new one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import gang
from netzint.ablage.schreibweg.gang import WARTEZEIT, Bereit, Bewegt, Lauf
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Eintrag, Journal
from netzint.ablage.schreibweg.objekte import Glied, read_ordner
from netzint.ablage.schreibweg.plan import Ergebnis
from netzint.ablage.schreibweg.repository import Kopf, Repository
from netzint.ablage.schreibweg.ziele import Ziel, derive_ziele, require_frei
from netzint.modell.fehler import NetzintFehler

_FEHLT = "000000"


class Versatz(NamedTuple):
    """From which commit to which, and how the move is called."""

    basis: str
    neu: str
    betreff: str
    urheber: Mapping[str, str]


class Wechsel(NamedTuple):
    """A path that two commits have differently: what the one has there and the other, None for nothing."""

    pfad: str
    alt: Glied | None
    neu: Glied | None


def move_zweig(wurzel: Path, versatz: Versatz, *, wartezeit: float = WARTEZEIT) -> Ergebnis:
    """Let the current branch stand at ``neu`` and bring work tree and index up to it.

    Raises NetzintFehler, also if HEAD is not at ``basis`` any more; then nothing has changed.
    """
    _, result = gang.run(wurzel, lambda _: versatz, _prepare, wartezeit=wartezeit)
    if result is None:  # pragma: no cover - there always is something to do
        raise RuntimeError
    return result


def check_zweig(repository: Repository, versatz: Versatz) -> None:
    """Raise NetzintFehler where ``move_zweig`` would: something of the user's stands in the way."""
    _require_ziele(repository, versatz)


def list_wechsel(wurzel: Path, alt: str, neu: str) -> tuple[Wechsel, ...]:
    """What is different between two commits, or trees."""
    args = ("diff-tree", "-r", "-z", "--no-renames", "--full-index", "--no-commit-id", alt, neu)
    fields = gitlesen.run(wurzel, *args).decode("utf-8", "surrogateescape").split("\0")[:-1]
    found = []
    for meta, pfad in zip(fields[::2], fields[1::2], strict=True):
        old_mode, new_mode, old, new, _ = meta[1:].split(" ")
        found.append(Wechsel(pfad, _glied(old_mode, old), _glied(new_mode, new)))
    return tuple(found)


def _glied(modus: str, oid: str) -> Glied | None:
    return None if modus == _FEHLT else Glied(modus, oid)


def _prepare(lauf: Lauf, kopf: Kopf, versatz: Versatz) -> Bereit | None:
    if versatz.basis != kopf.commit:
        raise Bewegt
    ziele, entries = _require_ziele(lauf.repository, versatz)
    reach("geprueft")
    offen = Journal(kopf.ref, kopf.commit, versatz.neu, versatz.betreff, secrets.token_hex(4), entries)
    return Bereit(offen, dict(versatz.urheber), {ziel.pfad: ziel.inhalt for ziel in ziele})


def _require_ziele(repository: Repository, versatz: Versatz) -> tuple[tuple[Ziel, ...], tuple[Eintrag, ...]]:
    wurzel = repository.wurzel
    wechsel = list_wechsel(wurzel, versatz.basis, versatz.neu)
    for each in wechsel:
        _require_gewoehnlich(each)
    blobs = gitlesen.read_blobs(wurzel, [each.neu.oid for each in wechsel if each.neu])
    dateien = {each.pfad: blobs[each.neu.oid] if each.neu else None for each in wechsel}
    modi = {each.pfad: each.neu.modus for each in wechsel if each.neu}
    ordner = read_ordner(wurzel, versatz.basis, dateien)
    ziele = derive_ziele(ordner, dateien, repository.objektformat, modi)
    return ziele, require_frei(repository, ziele) if ziele else ()


def _require_gewoehnlich(wechsel: Wechsel) -> None:
    """Links, other repositories and changed rights are not brought into a work tree here, and no odd names."""
    modi = {glied.modus for glied in (wechsel.alt, wechsel.neu) if glied}
    if len(modi) == 1 and modi <= {"100644", "100755"} and "\n" not in wechsel.pfad:
        return
    text = f"„{wechsel.pfad}“ ist keine gewöhnliche Datei (Verknüpfung, Untermodul, geänderte Rechte)."
    raise NetzintFehler(text, "Das bringt netzint nicht in den Ordner; mit Git selbst: git pull --rebase")
