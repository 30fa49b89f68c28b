"""What an earlier Sitzung takes from the agendas of later ones: a matter is laid before one Sitzung."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Schritt, Setzen
from netzint.vorgaenge.vorschlag import Vorschlag


def _iter_later(bestand: Bestand, tag: date, zustand: str) -> Iterator[Sitzung]:
    return (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.datum > tag and s.zustand == zustand)


def list_announced(bestand: Bestand, tag: date) -> frozenset[str]:
    """Vorlagen that a later Sitzung was invited to with: they stay there."""
    tops = (top for sitzung in _iter_later(bestand, tag, "eingeladen") for top in sitzung.tagesordnung)
    return frozenset(top.vorlage for top in tops if top.vorlage and not top.abgesetzt)


def take_from_later(
    bestand: Bestand, tag: date, vorschlaege: Collection[Vorschlag]
) -> tuple[list[Schritt], tuple[str, ...]]:
    """Steps that take these matters off later Sitzungen that nobody is invited to yet, and what to say.

    A matter is known by its Vorlage, or by what it takes up again.
    """
    taken = {name for v in vorschlaege for name in (v.vorlage, v.wiederaufnahme) if name}
    steps: list[Schritt] = []
    said = []
    for sitzung in _iter_later(bestand, tag, "terminiert"):
        gone = [nr for nr, top in enumerate(sitzung.tagesordnung) if taken & {top.vorlage, top.wiederaufnahme}]
        steps += [Setzen("sitzung", sitzung.kennung, ("tagesordnung", nr), None) for nr in reversed(gone)]
        if gone:
            names = ", ".join(sitzung.tagesordnung[nr].kennung for nr in gone)
            said.append(f"Von der späteren Sitzung {sitzung.kennung.upper()} hierher genommen: {names}.")
    return steps, tuple(said)
