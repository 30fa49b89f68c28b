"""From the value that is wanted to the fewest steps that lead there: what stays equal is not touched."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from netzint.ablage.leser.bau import Wert
from netzint.ablage.yamltext import to_wert
from netzint.modell.befund import Feldpfad
from netzint.modell.fehler import NetzintFehler
from netzint.modell.klartext import Klartext


class Schritt(NamedTuple):
    """One node is replaced, comes in (in a list: before the item that has its number), goes, or moves in its list."""

    art: Literal["ersetzen", "einfuegen", "entfernen", "verschieben"]
    feld: Feldpfad
    wert: Klartext = ""
    nach: int = 0
    """The number that an item has after it was moved."""


class Plan(NamedTuple):
    """The steps, and what the strict reader must find after them."""

    schritte: tuple[Schritt, ...]
    ziel: Wert


def make_plan(bestehend: dict[str, Wert], feld: Feldpfad, wert: Klartext | None) -> Plan:
    """How to set one field, or with ``None`` to take it out together with what it leaves empty."""
    return _plan(bestehend, _plan_entfernen(bestehend, feld) if wert is None else _plan_setzen(bestehend, feld, wert))


def make_plan_einfuegen(bestehend: dict[str, Wert], feld: Feldpfad, wert: Klartext) -> Plan:
    """How to put an item into a list: before the one that has its number, or behind the last."""
    if not isinstance(feld[-1], int):
        raise _unbekannt(feld)
    if _has_weg(bestehend, feld):
        return _plan(bestehend, [Schritt("einfuegen", feld, wert)])
    return _plan(bestehend, _plan_setzen(bestehend, feld, wert))


def make_plan_verschieben(bestehend: dict[str, Wert], feld: Feldpfad, nach: int) -> Plan:
    """How to move an item of a list to another number."""
    if not (isinstance(feld[-1], int) and _has_weg(bestehend, feld) and _has_weg(bestehend, (*feld[:-1], nach))):
        raise _unbekannt(feld)
    return _plan(bestehend, [Schritt("verschieben", feld, nach=nach)] if feld[-1] != nach else [])


def _plan(bestehend: dict[str, Wert], schritte: Iterable[Schritt]) -> Plan:
    ziel: Wert = copy.deepcopy(bestehend)
    schritte = tuple(schritte)
    for schritt in schritte:
        _perform(ziel, schritt)
    return Plan(schritte, ziel)


def _perform(ziel: Any, schritt: Schritt) -> None:
    name: Any
    *weg, name = schritt.feld
    for teil in weg:
        ziel = ziel[teil]
    if schritt.art == "entfernen":
        del ziel[name]
    elif schritt.art == "verschieben":
        ziel.insert(schritt.nach, ziel.pop(name))
    elif schritt.art == "einfuegen" and isinstance(ziel, list):
        ziel.insert(name, to_wert(schritt.wert))
    else:
        ziel[name] = to_wert(schritt.wert)


def _plan_setzen(bestehend: Wert, feld: Feldpfad, wert: Klartext) -> Iterator[Schritt]:
    here: Any = bestehend
    for tiefe, teil in enumerate(feld):
        if not _has(here, teil):
            if not _fits(here, teil):
                raise _unbekannt(feld)
            yield Schritt("einfuegen", feld[: tiefe + 1], _wrap(wert, feld, tiefe + 1))
            return
        here = here[teil]
    yield from _plan_unterschied(here, wert, feld)


def _fits(behaelter: Wert, teil: str | int) -> bool:
    """Whether it can take in a key, or an item behind the last."""
    if isinstance(teil, str):
        return isinstance(behaelter, dict)
    return isinstance(behaelter, list) and teil == len(behaelter)


def _wrap(wert: Klartext, feld: Feldpfad, tiefe: int) -> Klartext:
    """The value with the mappings and lists around it that are still missing."""
    for teil in reversed(feld[tiefe:]):
        if isinstance(teil, int) and teil:
            raise _unbekannt(feld)
        wert = {teil: wert} if isinstance(teil, str) else [wert]
    return wert


def _plan_entfernen(bestehend: Wert, feld: Feldpfad) -> Iterator[Schritt]:
    kette: list[Any] = [bestehend]
    for teil in feld:
        if not _has(kette[-1], teil):
            return
        kette.append(kette[-1][teil])
    while len(kette[-2]) == 1:
        kette.pop()
        feld = feld[:-1]
        if not feld:
            raise NetzintFehler("Die Datei wäre danach leer.", "Stattdessen den ganzen Eintrag löschen oder ersetzen.")
        if isinstance(feld[-1], int):  # a list item cannot just go: the next ones would get its number
            leer: Klartext = {} if isinstance(kette[-1], dict) else []
            yield Schritt("ersetzen", feld, leer)
            return
    yield Schritt("entfernen", feld)


def _plan_unterschied(alt: Wert, neu: Klartext, feld: Feldpfad) -> Iterator[Schritt]:
    if alt == to_wert(neu):
        return
    if isinstance(alt, dict) and isinstance(neu, dict) and alt.keys() & neu.keys():
        yield from (Schritt("entfernen", (*feld, name)) for name in alt if name not in neu)
        for name, wert in neu.items():
            if name in alt:
                yield from _plan_unterschied(alt[name], wert, (*feld, name))
            else:
                yield Schritt("einfuegen", (*feld, name), wert)
    elif isinstance(alt, list) and isinstance(neu, list) and alt and neu:
        yield from _plan_liste(alt, neu, feld)
    else:
        yield Schritt("ersetzen", feld, neu)


def _plan_liste(alt: list[Wert], neu: list[Klartext], feld: Feldpfad) -> Iterator[Schritt]:
    """Items that stay at the beginning and the end are found again; between them, place by place."""
    ziel = [to_wert(item) for item in neu]
    kurz = min(len(alt), len(neu))
    vorn = next((n for n in range(kurz) if alt[n] != ziel[n]), kurz)
    hinten = next((n for n in range(kurz - vorn) if alt[-1 - n] != ziel[-1 - n]), kurz - vorn)
    mitte = kurz - hinten
    for nr in range(vorn, mitte):
        yield from _plan_unterschied(alt[nr], neu[nr], (*feld, nr))
    for nr in range(mitte, len(neu) - hinten):
        yield Schritt("einfuegen", (*feld, nr), neu[nr])
    for nr in reversed(range(mitte, len(alt) - hinten)):
        yield Schritt("entfernen", (*feld, nr))


def _has_weg(wert: Any, feld: Feldpfad) -> bool:
    for teil in feld:
        if not _has(wert, teil):
            return False
        wert = wert[teil]
    return True


def _has(wert: Wert, teil: str | int) -> bool:
    if isinstance(wert, dict):
        return teil in wert
    return isinstance(wert, list) and isinstance(teil, int) and 0 <= teil < len(wert)


def _unbekannt(feld: Feldpfad) -> NetzintFehler:
    return NetzintFehler(
        f"Das Feld „{'.'.join(str(teil) for teil in feld)}“ passt nicht zu dem, was in der Datei steht.",
        "Die Datei ansehen; es wurde nichts geändert.",
    )
