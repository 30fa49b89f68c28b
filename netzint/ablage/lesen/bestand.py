"""Reading: from the files of the work tree or of a commit to the Bestand, and to findings about what is no entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.angaben import Gedaechtnis, Gelesen, recall
from netzint.ablage.cache.ordner import Cacheordner, open_cache
from netzint.ablage.lesen.arbeitsordner import Arbeitsordner
from netzint.ablage.lesen.ohne_gc import without_gc
from netzint.ablage.lesen.parallel import read_neue
from netzint.ablage.lesen.quelle import Quelle, lay_over, open_arbeitsordner, open_commit
from netzint.ablage.lesen.teile import NETZWERK, Teil, build_bestand, check_format, make_teil, with_kennung
from netzint.ablage.lesen.teile import locate as locate  # noqa: PLC0414 (the write path asks for it here)
from netzint.modell.befund import Befund, sort_befunde

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand


class Gelesenes(NamedTuple):
    """What reading gave. ``befunde`` are those of reading alone (families L and F), with their places."""

    bestand: Bestand
    befunde: tuple[Befund, ...]
    stand_oid: str | None
    dateien: int
    quelle: Quelle
    teile: Mapping[str, Teil]
    zu_neu: bool = False
    """The data have a newer format: nothing of them may be judged."""

    def read(self, pfad: str) -> bytes | None:
        """The bytes of a file as they were read, None if there is none."""
        return self.quelle.read(pfad)

    def vorlagen(self) -> Mapping[str, bytes]:
        """The templates by file name below ``vorlagen/``."""
        return self.quelle.vorlagen()

    def inhalte(self) -> dict[str, str]:
        """The content ids of what was read, by path."""
        return {pfad: teil.inhalt for pfad, teil in self.teile.items()}

    def laid_over(self, overlay: Mapping[str, bytes | None]) -> Gelesenes:
        """The same with these contents in place of the old ones; only they are read."""
        quelle = lay_over(self.quelle, overlay)
        kept = {pfad: teil for pfad, teil in self.teile.items() if pfad not in overlay}
        return assemble(quelle, self.stand_oid, None, kept)


def read_bestand(
    wurzel: Path, stand: str | None = None, overlay: Mapping[str, bytes | None] | None = None, *, cache: bool = True
) -> Gelesenes:
    """Read the work tree (``stand`` None), a commit by its id, or nothing ("": no commit yet), below ``overlay``."""
    store = open_cache(wurzel) if cache else None
    if stand is None:
        ordner = Arbeitsordner(wurzel, store)
        ordner.learn()
        gelesen = assemble(open_arbeitsordner(ordner), None, store)
        if store:
            ordner.keep(gelesen.inhalte())
    else:
        gelesen = assemble(open_commit(wurzel, stand), stand, store)
    return gelesen.laid_over(overlay) if overlay else gelesen


def assemble(
    quelle: Quelle,
    stand: str | None,
    cache: Cacheordner | None,
    kept: Mapping[str, Teil] | None = None,
    *,
    meanwhile: Callable[[], object] = lambda: None,
) -> Gelesenes:
    """Read and validate everything that is not among the ``kept`` parts, and put it together."""
    with without_gc():
        teile = dict(kept or {})
        teile.update(_read_teile(quelle, [p for p in quelle.dateien if p not in teile], Gedaechtnis(cache), meanwhile))
    zu_neu = check_format(quelle.read(NETZWERK)) if NETZWERK in teile else None
    if zu_neu:
        empty = build_bestand({}, ())
        return Gelesenes(empty, (zu_neu,), stand, len(quelle.dateien), quelle, teile, zu_neu=True)
    namen = [with_kennung(b, b.pfad) for b in quelle.befunde]
    befunde = sort_befunde([*namen, *(b for teil in teile.values() for b in teil.befunde)])
    return Gelesenes(build_bestand(teile, namen), befunde, stand, len(quelle.dateien), quelle, teile)


def _read_teile(
    quelle: Quelle, pfade: list[str], gedaechtnis: Gedaechtnis, meanwhile: Callable[[], object]
) -> Iterator[tuple[str, Teil]]:
    for gelesen in _read_alle(quelle, pfade, gedaechtnis, meanwhile):
        gedaechtnis.note(gelesen)
        yield gelesen.pfad, make_teil(gelesen, quelle.read)
    gedaechtnis.keep()


def _read_alle(
    quelle: Quelle, pfade: list[str], gedaechtnis: Gedaechtnis, meanwhile: Callable[[], object]
) -> Iterator[Gelesen]:
    bekannt = gedaechtnis.bekannt
    neue = [pfad for pfad in pfade if quelle.ids.get(pfad) not in bekannt]
    quelle.load(neue)
    yield from read_neue(neue, quelle.read, bekannt, meanwhile, merken=gedaechtnis.merkt)
    seen = set(neue)
    for pfad in pfade:
        if pfad not in seen:
            yield recall(pfad, quelle.ids[pfad], bekannt)
