"""Brings Vorgänge and documents together: the rooms themselves do not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from netzint.dokumente.auftrag import Auftrag
    from netzint.modell.befund import Befund
    from netzint.modell.bestand import Bestand
    from netzint.vorgaenge.aenderung import Aenderung


def rendern(
    bestand: Bestand,
    aenderung: Aenderung,
    vorlagen: Mapping[str, bytes],
    *,
    stichtag: date,
    arten: Collection[str] = (),
) -> dict[str, bytes]:
    """The documents (or those of these kinds) of every Sitzung that a Vorgang touches, unless it is cancelled.

    For an Empfehlung the letters to the Stellen that the Vorgang forwards it to.
    A broken template raises before anything is written.
    """
    from netzint.dokumente.erzeugen import find_auftraege
    from netzint.dokumente.schreiben import neue_weiterleitungen

    texts = decode_vorlagen(vorlagen)
    dateien: dict[str, bytes] = {}
    for kennung in aenderung.kennungen:
        sitzung = bestand.sitzungen.get(kennung)
        if sitzung is not None and sitzung.zustand not in ("abgesagt", "entfallen"):
            auftraege = [a for a in find_auftraege(bestand, kennung, stichtag) if not arten or a.art in arten]
            dateien |= erzeuge_alle(auftraege, texts, kennung)
        if kennung in bestand.empfehlungen:
            dateien |= erzeuge_alle(neue_weiterleitungen(bestand, aenderung), texts, kennung)
    return dateien


def erzeuge_alle(
    auftraege: Collection[Auftrag], vorlagen: Mapping[str, str], ordner: str, formate: Collection[str] = ()
) -> dict[str, bytes]:
    """Render these documents, and say how far it is."""
    from netzint.ablage.fortschritt import count_along
    from netzint.dokumente.erzeugen import erzeuge

    return erzeuge(count_along("Dokumente erzeugt", auftraege, len(auftraege)), vorlagen, ordner, formate)


def decode_vorlagen(vorlagen: Mapping[str, bytes]) -> dict[str, str]:
    """Templates as text, by file name below ``vorlagen/``."""
    return {name: data.decode("utf-8", "replace") for name, data in vorlagen.items() if name.endswith(".j2")}


def check_vorlagen(vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
    """The findings about templates, for ``pruefen`` and ``festschreiben``."""
    from netzint.dokumente.vorlagenpruefung import check_vorlagen as check

    return check(decode_vorlagen(vorlagen))
