"""Brings Vorgänge and documents together: the rooms themselves do not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netzint.modell.befund import Befund
    from netzint.modell.bestand import Bestand
    from netzint.vorgaenge.aenderung import Aenderung


def rendern(
    bestand: Bestand, aenderung: Aenderung, vorlagen: Mapping[str, bytes], *, stichtag: date
) -> dict[str, bytes]:
    """The documents of every Sitzung that a Vorgang lays down. A broken template raises before anything is written."""
    from netzint.dokumente.erzeugen import erzeuge, find_auftraege

    texts = decode_vorlagen(vorlagen)
    dateien: dict[str, bytes] = {}
    for eintrag in aenderung.neu:
        if eintrag.kennung in bestand.sitzungen:
            dateien |= erzeuge(find_auftraege(bestand, eintrag.kennung, stichtag), texts, eintrag.kennung)
    return dateien


def decode_vorlagen(vorlagen: Mapping[str, bytes]) -> dict[str, str]:
    """Templates as text, by file name below ``vorlagen/``."""
    return {name: data.decode("utf-8", "replace") for name, data in vorlagen.items() if name.endswith(".j2")}


def check_vorlagen(vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
    """The findings about templates, for ``pruefen`` and ``festschreiben``."""
    from netzint.dokumente.vorlagenpruefung import check_vorlagen as check

    return check(decode_vorlagen(vorlagen))
