"""Reading: from the files of the work tree or of a commit to the Bestand, and to findings about what is no entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.angaben import Gedaechtnis, recall
from netzint.ablage.cache.ordner import Vergessen, open_cache
from netzint.ablage.fortschritt import count_along
from netzint.ablage.lesen.arbeitsordner import Arbeitsordner, hash_inhalt
from netzint.ablage.lesen.ohne_gc import without_gc
from netzint.ablage.lesen.parallel import read_neue
from netzint.ablage.lesen.quelle import Quelle, lay_over, open_arbeitsordner, open_commit
from netzint.ablage.lesen.teile import (
    NETZWERK,
    Teil,
    build_bestand,
    check_format,
    make_teil,
    validate,
    with_kennung,
)
from netzint.ablage.lesen.teile import locate as locate  # noqa: PLC0414 (the write path asks for it here)
from netzint.modell.arten import NACH_NAME, art_of_pfad, place_of
from netzint.modell.befund import Befund, sort_befunde

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand
    from netzint.modell.fach import Fach
    from netzint.modell.grund import Eintrag


class Gelesenes(NamedTuple):
    """What reading gave. ``befunde`` are those of reading alone (families L and F), with their places."""

    bestand: Bestand
    befunde: tuple[Befund, ...]
    stand_oid: str | None
    dateien: int
    quelle: Quelle
    teile: Mapping[str, Teil]
    gedaechtnis: Gedaechtnis
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

    def keep(self) -> None:
        """Let the cache know what has been read."""
        self.gedaechtnis.keep(partial(_list_inhalte, self.teile))

    def laid_over(self, overlay: Mapping[str, bytes | None]) -> Gelesenes:
        """The same with these contents in place of the old ones; only they are read."""
        return self.beside(lay_over(self.quelle, overlay), overlay)

    def beside(self, quelle: Quelle, pfade: Collection[str]) -> Gelesenes:
        """What another source gives that differs in these files only; only they are read."""
        kept = {**self.teile}
        for pfad in pfade:
            kept.pop(pfad, None)
        teile = kept | _read_teile(quelle, kept, self.gedaechtnis)
        changed = {place[0].name for place in map(art_of_pfad, pfade) if place}
        known = {art: fach for art, fach in self.bestand.faecher.items() if art not in changed}
        return _put_together(quelle, self.stand_oid, teile, self.gedaechtnis, self, known)


def read_bestand(
    wurzel: Path, stand: str | None = None, overlay: Mapping[str, bytes | None] | None = None, *, cache: bool = True
) -> Gelesenes:
    """Read the work tree (``stand`` None), a commit by its id, or nothing ("": no commit yet), below ``overlay``."""
    store = open_cache(wurzel) if cache else None
    if stand is None:
        ordner = Arbeitsordner(wurzel, store)
        ordner.learn()
        gelesen = assemble(open_arbeitsordner(ordner), None, Gedaechtnis(store))
        if store:
            ordner.keep(gelesen.inhalte())
    else:
        gelesen = assemble(open_commit(wurzel, stand), stand, Gedaechtnis(store))
    return gelesen.laid_over(overlay) if overlay else gelesen


def assemble(
    quelle: Quelle, stand: str | None, gedaechtnis: Gedaechtnis, meanwhile: Callable[[], object] = lambda: None
) -> Gelesenes:
    """Read and validate everything, and put it together."""
    with without_gc():
        teile = _read_teile(quelle, (), gedaechtnis, meanwhile)
    gelesen = _put_together(quelle, stand, teile, gedaechtnis)
    gelesen.keep()
    return gelesen


def _put_together(
    quelle: Quelle,
    stand: str | None,
    teile: Mapping[str, Teil],
    gedaechtnis: Gedaechtnis,
    davor: Gelesenes | None = None,
    known: Mapping[str, Fach] = MappingProxyType({}),
) -> Gelesenes:
    make = partial(_make_eintrag, quelle, teile, gedaechtnis, davor)
    zu_neu = check_format(_recall_netzwerk(teile, gedaechtnis), quelle.read) if NETZWERK in teile else None
    if zu_neu:
        empty = build_bestand({}, (), make, gedaechtnis.recall_merkmal, {}, quelle.read)
        return Gelesenes(empty, (zu_neu,), stand, len(quelle.dateien), quelle, teile, gedaechtnis, zu_neu=True)
    namen = [with_kennung(b, b.pfad) for b in quelle.befunde]
    befunde = sort_befunde([*namen, *(b for teil in teile.values() for b in teil.befunde)])
    bestand = build_bestand(teile, namen, make, gedaechtnis.recall_merkmal, known, quelle.read)
    return Gelesenes(bestand, befunde, stand, len(quelle.dateien), quelle, teile, gedaechtnis)


def _recall_netzwerk(teile: Mapping[str, Teil], gedaechtnis: Gedaechtnis) -> Mapping[str, object] | None:
    inhalt = teile[NETZWERK].inhalt
    angaben = gedaechtnis.find("netzwerk", inhalt) if inhalt else None
    return recall(angaben) if angaben is not None else None


def _read_teile(
    quelle: Quelle,
    kept: Collection[str],
    gedaechtnis: Gedaechtnis,
    meanwhile: Callable[[], object] = lambda: None,
) -> dict[str, Teil]:
    """The parts of all files but those that are kept."""
    pfade = quelle.dateien if not kept else [pfad for pfad in quelle.dateien if pfad not in kept]
    unchanged = gedaechtnis.list_unchanged(quelle.ids) if len(pfade) > len(kept) else {}
    # Most files are as they were last time: at 10,000 of them each call counts.
    teile = {pfad: Teil(None, (), unchanged[pfad], gueltig=True) for pfad in pfade if pfad in unchanged}
    neue = []
    for pfad in pfade if not teile else [pfad for pfad in pfade if pfad not in unchanged]:
        inhalt = quelle.ids.get(pfad)
        if inhalt and gedaechtnis.knows(pfad, inhalt):
            teile[pfad] = Teil(None, (), inhalt, gueltig=True)
        else:
            neue.append(pfad)
    return teile | dict(_read_neue(quelle, neue, gedaechtnis, meanwhile))


def _read_neue(
    quelle: Quelle, neue: Sequence[str], gedaechtnis: Gedaechtnis, meanwhile: Callable[[], object]
) -> Iterator[tuple[str, Teil]]:
    quelle.load(neue)
    for gelesen in count_along("Dateien gelesen", read_neue(neue, quelle.read, gedaechtnis, meanwhile), len(neue)):
        teil = make_teil(gelesen, quelle.read)
        if teil.gueltig and gelesen.angaben is not None:
            gedaechtnis.note(place_of(gelesen.pfad)[0].name, gelesen.inhalt, gelesen.angaben)
        yield gelesen.pfad, teil


def _list_inhalte(teile: Mapping[str, Teil]) -> Mapping[str, list[str]]:
    """The content ids of the entries by kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for pfad, teil in teile.items():
        found[place_of(pfad)[0].name].append(teil.inhalt)
    return found


def _make_eintrag(
    quelle: Quelle,
    teile: Mapping[str, Teil],
    gedaechtnis: Gedaechtnis,
    davor: Gelesenes | None,
    name: str,
    kennung: str,
) -> Eintrag:
    """The entry of a kind and a Kennung: made already, here or in what this was laid over, or to be made now."""
    art = NACH_NAME[name]
    pfad = art.pfad(kennung)
    teil = teile[pfad]
    if teil.eintrag is not None:
        return teil.eintrag
    if davor is not None and davor.teile.get(pfad) is teil:
        return davor.bestand.faecher[name].get(kennung)
    angaben = gedaechtnis.find(name, teil.inhalt)
    wert = recall(angaben) if angaben is not None else _read_again(quelle, pfad, teil.inhalt)
    eintrag, _ = validate(art, kennung, wert)
    if eintrag is None:
        raise Vergessen
    return eintrag


def _read_again(quelle: Quelle, pfad: str, inhalt: str) -> Mapping[str, object]:
    """What the cache knew a moment ago and another process has thrown away."""
    from netzint.ablage.leser.datei import parse

    data = quelle.read(pfad)
    wert = parse(data).wert if data is not None and hash_inhalt(data) == inhalt else None
    if wert is None:
        raise Vergessen
    return wert
