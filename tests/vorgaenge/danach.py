"""A Bestand after an Aenderung: the entries as they would be written, edited as text and read again."""

from __future__ import annotations

from collections import Counter
from datetime import date

from netzint.ablage.leser.datei import parse
from netzint.ablage.umsetzen import to_dateien
from netzint.ablage.yamltext import dump_eintrag
from netzint.modell.arten import NACH_NAME, art_of_pfad
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from netzint.vorgaenge.aenderung import Aenderung


def write(bestand: Bestand, aenderung: Aenderung) -> dict[str, str]:
    """The files that an Aenderung would write: path → text."""
    entries = bestand.iter_eintraege()
    before = {NACH_NAME[type(e).__name__.lower()].pfad(e.kennung): dump_eintrag(e) for e in entries}
    written = to_dateien(aenderung, before.get)
    return {pfad: data.decode() for pfad, data in written.items()}


def nach(bestand: Bestand, aenderung: Aenderung | None) -> Bestand:
    """The Bestand that an Aenderung leaves behind, read from the text that it writes."""
    assert aenderung is not None
    found = []
    for pfad, text in write(bestand, aenderung).items():
        place = art_of_pfad(pfad)
        wert = parse(text.encode()).wert
        assert place is not None
        assert wert is not None
        found.append(place[0].model.model_validate({**wert, "kennung": place[1]}))
    return bestand.replaced(found)


def neue_befunde(before: Bestand, after: Bestand, tag: date) -> list[tuple[str, str]]:
    """Code and Kennung of each Fehler and Warnung that is there afterwards and was not before."""
    counts = [Counter(_loud(bestand, tag)) for bestand in (before, after)]
    return sorted((counts[1] - counts[0]).elements())


def _loud(bestand: Bestand, tag: date) -> list[tuple[str, str]]:
    return [(b.code, b.kennung) for b in judge(bestand, tag, ALLE) if b.schwere is not Schwere.HINWEIS]
