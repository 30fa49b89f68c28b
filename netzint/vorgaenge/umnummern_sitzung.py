"""What two sides called the same inside one Sitzung that both have: TOPs, their numbers, and Beschlüsse."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.umnummern import Punkt, Umnummerung


class Seiten(NamedTuple):
    """What both sides started from, and what each has made of it."""

    basis: Bestand
    eigene: Bestand
    fremde: Bestand


class _Staende(NamedTuple):
    """The same of one Sitzung."""

    basis: Sitzung
    eigene: Sitzung
    fremde: Sitzung


def find_punkte(seiten: Seiten, kennungen: Collection[str]) -> Umnummerung:
    """The own TOPs and Beschlüsse of these Sitzungen that the others have named or numbered so, too, but not meant.

    Raises NetzintFehler where the minutes are written already: they name the Beschluss.
    """
    tops: list[Punkt] = []
    nummern: list[Punkt] = []
    beschluesse: list[Punkt] = []
    for kennung in sorted(kennungen):
        found = [bestand.sitzungen.get(kennung) for bestand in seiten]
        basis, eigene, fremde = found
        if basis is not None and eigene is not None and fremde is not None:
            staende = _Staende(basis, eigene, fremde)
            tops += _find_tops(staende)
            nummern += _find_nummern(staende)
            beschluesse += _find_beschluesse(staende)
    return Umnummerung(tops=tuple(tops), nummern=tuple(nummern), beschluesse=tuple(beschluesse))


def _find_tops(staende: _Staende) -> Iterator[Punkt]:
    """Two free TOPs whose titles are different, but begin so alike that the Kennung is the same."""
    before = {top.kennung for top in staende.basis.tagesordnung}
    theirs = {top.kennung: top.titel for top in staende.fremde.tagesordnung if top.kennung not in before}
    taken = {top.kennung for sitzung in staende for top in sitzung.tagesordnung}
    for top in staende.eigene.tagesordnung:
        if theirs.get(top.kennung, top.titel) != top.titel:
            neu = _free(top.kennung, taken)
            taken.add(neu)
            yield Punkt(staende.eigene.kennung, top.kennung, top.kennung, neu)


def _free(kennung: str, taken: Collection[str]) -> str:
    return next(k for n in range(2, len(taken) + 3) if (k := f"{kennung}-{n}") not in taken)


def _find_nummern(staende: _Staende) -> Iterator[Punkt]:
    """TOPs that came, or were moved, after the Einladung, behind the same item."""
    if staende.basis.einladung is None:
        return
    basis, eigene, fremde = (
        {top.kennung: top.nummer for top in sitzung.tagesordnung if top.nummer} for sitzung in staende
    )
    theirs = {nummer: top for top, nummer in fremde.items() if basis.get(top) != nummer}
    taken = {*basis.values(), *eigene.values(), *fremde.values()}
    for top, nummer in eigene.items():
        if basis.get(top) != nummer and theirs.get(nummer, top) != top and "." in nummer:
            haupt = nummer.rpartition(".")[0]
            neu = next(n for i in range(1, len(taken) + 2) if (n := f"{haupt}.{i}") not in taken)
            taken.add(neu)
            yield Punkt(staende.eigene.kennung, top, nummer, neu)


def _find_beschluesse(staende: _Staende) -> Iterator[Punkt]:
    """Two votes on different motions."""
    basis, eigene, fremde = map(_by_kennung, staende)
    taken = {*basis, *eigene, *fremde}
    for kennung, (top, beschluss) in eigene.items():
        if kennung in basis or kennung not in fremde:
            continue
        if (top, beschluss.antrag) != (fremde[kennung][0], fremde[kennung][1].antrag):
            _refuse_niederschrift(staende.eigene, kennung)
            neu = _free(kennung, taken)
            taken.add(neu)
            yield Punkt(staende.eigene.kennung, top, kennung, neu)


def _by_kennung(sitzung: Sitzung) -> dict[str, tuple[str, Beschluss]]:
    return {b.kennung: (top.kennung, b) for top in sitzung.tagesordnung for b in top.beschluesse}


def _refuse_niederschrift(sitzung: Sitzung, kennung: str) -> None:
    if sitzung.niederschrift is not None:
        name = f"{sitzung.kennung}/{kennung}"
        raise ablehnen(
            f"Zwei verschiedene Beschlüsse heißen {name}: einer von Ihnen, einer von den anderen. Ihre Niederschrift "
            "nennt Ihren schon; darum bekommt er keinen neuen Namen.",
            f"Es wurde nichts geändert. Bitte absprechen, was gilt; Ihre Vorgänge zeigt: netzint verlauf "
            f"{sitzung.kennung}",
        )
