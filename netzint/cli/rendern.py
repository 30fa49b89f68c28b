"""Brings Vorgänge and documents together: the rooms themselves do not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from netzint.dokumente.auftrag import Auftrag
    from netzint.dokumente.pipeline import Vorlagen
    from netzint.modell.befund import Befund
    from netzint.modell.bestand import Bestand
    from netzint.modell.sitzung import Sitzung
    from netzint.vorgaenge.aenderung import Aenderung


def rendern(
    bestand: Bestand,
    aenderung: Aenderung,
    vorlagen: Mapping[str, bytes],
    vorgang: str = "",
    *,
    stichtag: date,
    arten: Collection[str] = (),
) -> dict[str, bytes]:
    """The documents (or those of these kinds) of every Sitzung that a Vorgang touches; cancelled: its calendar file.

    For an Empfehlung the letters to the Stellen that the Vorgang forwards it to or checks; for an AG those to its new
    members, and its Abschlussbericht.
    Each carries ``vorgang``, the own id of the Vorgang. A broken template raises before anything is written.
    """
    from netzint.dokumente.auswahl import list_formate
    from netzint.dokumente.erzeugen import find_auftraege
    from netzint.dokumente.pipeline import Vorlagen

    decoded = Vorlagen.decode(vorlagen)
    formate = list_formate(bestand, decoded)
    dateien: dict[str, bytes] = {}
    for kennung in aenderung.kennungen:
        sitzung = bestand.sitzungen.get(kennung)
        if sitzung is not None and sitzung.zustand not in ("abgesagt", "entfallen"):
            auftraege = [a for a in find_auftraege(bestand, kennung, stichtag) if not arten or a.art in arten]
            dateien |= erzeuge_alle(auftraege, decoded, kennung, formate, vorgang)
        if sitzung is not None:
            dateien |= _termin(bestand, sitzung, arten)
        if kennung in bestand.beschlussvorlagen and not any(k in bestand.sitzungen for k in aenderung.kennungen):
            dateien |= _papier(bestand, kennung, decoded, stichtag, vorgang)
    for ordner, letters in _briefe(bestand, aenderung, stichtag).items():
        wanted = [a for a in letters if not arten or a.art in arten]
        dateien |= erzeuge_alle(wanted, decoded, ordner, formate, vorgang)
    return dateien


def _briefe(bestand: Bestand, aenderung: Aenderung, stichtag: date) -> dict[str, tuple[Auftrag, ...]]:
    """The letters and reports that a Vorgang is about, by the Kennung that they are filed under."""
    from netzint.dokumente.schreiben import neue_weiterleitungen
    from netzint.dokumente.schreiben_ag import neue_papiere
    from netzint.dokumente.schreiben_stelle import neue_wiedervorlagen

    empfehlung = next((k for k in aenderung.kennungen if k in bestand.empfehlungen), "")
    checked = aenderung.vorgang == "empfehlung-ueberpruefen"
    make = neue_wiedervorlagen(bestand, aenderung, stichtag) if checked else neue_weiterleitungen(bestand, aenderung)
    return {empfehlung: make, **neue_papiere(bestand, aenderung, stichtag)}


def _termin(bestand: Bestand, sitzung: Sitzung, arten: Collection[str]) -> dict[str, bytes]:
    """The calendar file of a Sitzung that is still to come, or is called off."""
    from netzint.dokumente.termindatei import ART, termindatei

    if sitzung.zustand in ("durchgefuehrt", "entfallen") or (arten and ART not in arten):
        return {}
    return termindatei(bestand, sitzung.kennung, sitzung.kennung)


def _papier(bestand: Bestand, kennung: str, vorlagen: Vorlagen, stichtag: date, vorgang: str) -> dict[str, bytes]:
    """A Beschlussvorlage that was changed, beside the other Unterlagen of the Sitzung that it stands in."""
    from netzint.dokumente.auswahl import list_formate
    from netzint.dokumente.erzeugen import find_auftraege
    from netzint.regeln.vorlagenstand import find_vorlagenlage

    lage = find_vorlagenlage(bestand, bestand.beschlussvorlagen[kennung], stichtag)
    if lage.stand not in ("tagesordnung", "versandt"):
        return {}
    papers, formate = find_auftraege(bestand, kennung, stichtag), list_formate(bestand, vorlagen)
    return erzeuge_alle(papers, vorlagen, lage.wo, formate, vorgang)


def erzeuge_alle(
    auftraege: Collection[Auftrag], vorlagen: Vorlagen, ordner: str, formate: Collection[str] = (), vorgang: str = ""
) -> dict[str, bytes]:
    """Render these documents, and say how far it is. ``vorgang``: the Vorgang that they come from, if not their own."""
    from netzint.ablage.fortschritt import count_along
    from netzint.ablage.reihe import Reihe
    from netzint.dokumente.erzeugen import erzeuge

    named = [auftrag._replace(vorgang=vorgang or auftrag.vorgang) for auftrag in auftraege]
    with Reihe() as reihe:
        counted = count_along("Dokumente erzeugt", named, len(named))
        return erzeuge(counted, vorlagen, ordner, formate, reihe.start)


def check_vorlagen(vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
    """The findings about templates and letterheads, for ``pruefen`` and ``festschreiben``.

    Where all is as it was shipped, the tests have looked; what takes templates apart need not even be imported.
    """
    from netzint.ablage.eigene_vorlagen import is_mitgeliefert, read_vorlagen

    if is_mitgeliefert(vorlagen):
        return ()
    from netzint.dokumente.pipeline import Vorlagen
    from netzint.dokumente.vorlagenpruefung import check_vorlagen as check

    decoded = Vorlagen.decode(vorlagen)
    return check(decoded.texte, briefbogen=decoded.briefbogen, erprobt=Vorlagen.decode(read_vorlagen()).texte)
