"""An Aenderung as files: new entries written whole, changed fields edited in place."""

from __future__ import annotations

from collections.abc import Callable

from netzint.ablage.yamltext import dump_eintrag
from netzint.modell.arten import NACH_NAME
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Schritt, Verschieben


def to_dateien(aenderung: Aenderung, read: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """Path → bytes to be written. ``read`` gives the bytes of a path as they stand in HEAD, None if it is not there."""
    dateien: dict[str, bytes] = {}
    for eintrag in aenderung.neu:
        pfad = NACH_NAME[type(eintrag).__name__.lower()].pfad(eintrag.kennung)
        if read(pfad) is not None:
            raise NetzintFehler(
                f"{pfad} gibt es schon.", "Der Vorgang würde einen Eintrag überschreiben; es wurde nichts geändert."
            )
        dateien[pfad] = dump_eintrag(eintrag)
    if aenderung.gesetzt:
        _edit(aenderung, read, dateien)
    return dateien


def _edit(aenderung: Aenderung, read: Callable[[str], bytes | None], dateien: dict[str, bytes]) -> None:
    for schritt in aenderung.gesetzt:
        pfad = NACH_NAME[schritt.art].pfad(schritt.kennung)
        before = dateien.get(pfad) or read(pfad)
        if before is None:
            raise NetzintFehler(f"{pfad} gibt es nicht.", "Die Kennung prüfen; es wurde nichts geändert.")
        try:
            dateien[pfad] = _apply(before, schritt)
        except NetzintFehler as error:
            raise NetzintFehler(f"{pfad}: {error.text}", error.hinweis.replace("DATEI", pfad), error.ausgang) from error


def _apply(before: bytes, schritt: Schritt) -> bytes:
    from netzint.ablage.bearbeiten.feld import insert_punkt, move_punkt, set_feld
    from netzint.ablage.formatieren.form import feldordnung

    if isinstance(schritt, Verschieben):
        return move_punkt(before, schritt.feld, schritt.nach)
    ordnung = feldordnung(NACH_NAME[schritt.art].model)
    if isinstance(schritt, Einfuegen):
        return insert_punkt(before, schritt.feld, schritt.wert, ordnung=ordnung)
    return set_feld(before, schritt.feld, schritt.wert, ordnung=ordnung)
