"""Numbers that both sides gave since they parted, found in the history: what was deleted there counts, too."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.lesen.bestand import Gelesenes
from netzint.ablage.schreibweg.fremdes import list_foreign_changes
from netzint.ablage.schreibweg.versetzen import Wechsel, list_wechsel
from netzint.ablage.transaktion import known_kennungen
from netzint.modell.arten import art_of_pfad
from netzint.vorgaenge.umnummern import Umnummerung, give_anew, is_nummer
from netzint.vorgaenge.umnummern_sitzung import Seiten, find_punkte
from netzint.vorgaenge.versandtes import refuse_versandte


class Staende(NamedTuple):
    """Three states as they were read: where both sides parted, the own one and that of the others."""

    basis: Gelesenes
    eigene: Gelesenes
    fremde: Gelesenes


def find_umnummerung(wurzel: Path, staende: Staende, commits: tuple[str, str, str]) -> Umnummerung:
    """What of the own side has to be called otherwise. ``commits``: the ids of the three states.

    Raises NetzintFehler where that must not be, because it was sent.
    """
    basis, eigene, fremde = commits
    own, theirs = list_wechsel(wurzel, basis, eigene), list_wechsel(wurzel, basis, fremde)
    given = _list_vergebene(wurzel, basis, fremde)
    doppelte = _find_doppelte(own, theirs, given)
    refuse_versandte(staende.eigene.bestand, doppelte)
    known = known_kennungen(wurzel, staende.eigene.bestand, eigene, list_foreign_changes(wurzel))
    netzwerk = staende.fremde.bestand.netzwerk
    known |= given | set(staende.fremde.bestand.art_nach_kennung)
    known |= set(netzwerk.nicht_mehr_vergeben if netzwerk else ())
    both = {w.pfad for w in own} & {w.pfad for w in theirs}
    sitzungen = [place[1] for place in map(art_of_pfad, both) if place and place[0].name == "sitzung"]
    found = find_punkte(Seiten(*(stand.bestand for stand in staende)), {*sitzungen} - doppelte)
    return found._replace(kennungen=give_anew(doppelte, known))


def _list_vergebene(wurzel: Path, basis: str, fremde: str) -> frozenset[str]:
    """Every Kennung that the others have given since."""
    args = ("log", "--no-renames", "--diff-filter=A", "--name-only", "-z", "--format=", f"{basis}..{fremde}", "--")
    names = gitlesen.run(wurzel, *args, "daten/").decode("utf-8", "replace").split("\0")
    return frozenset(place[1] for place in (art_of_pfad(name.strip("\n")) for name in names) if place)


def _find_doppelte(own: tuple[Wechsel, ...], theirs: tuple[Wechsel, ...], given: frozenset[str]) -> set[str]:
    """What is word for word the same on both sides is one thing, not two."""
    there = {wechsel.pfad: wechsel.neu for wechsel in theirs}
    found = set()
    for wechsel in own:
        place = art_of_pfad(wechsel.pfad) if wechsel.alt is None else None
        if place and place[1] in given and is_nummer(*place) and there.get(wechsel.pfad) != wechsel.neu:
            found.add(place[1])
    return found
