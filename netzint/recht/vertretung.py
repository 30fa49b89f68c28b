"""Who may vote for whom. Whether the represented person is really away is for the attendance list to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netzint.modell.geschaeftsordnung import Sitz, Stellvertretungsart
    from netzint.modell.mitglied import Mandat

_GREMIUM = "strategiegruppe"


def may_represent(
    art: Stellvertretungsart, vertretung: Mandat, vertreten: Mandat, sitze: Mapping[str, Sitz], tag: date
) -> bool:
    """Whether the holder of one Mandat may stand in for the holder of the other on a day."""
    return why_not_represent(art, vertretung, vertreten, sitze, tag) is None


def why_not_represent(
    art: Stellvertretungsart, vertretung: Mandat, vertreten: Mandat, sitze: Mapping[str, Sitz], tag: date
) -> str | None:
    """The reason against it as half a German sentence, or None.

    art: ``persoenlich`` lets in the deputy of the same seat, ``pool`` any deputy of the same bench, ``keine`` nobody.
    sitze: the seats of the Fassung of that day by Kennung.
    """
    if art == "keine":
        return "die Geschäftsordnung kennt keine Stellvertretung"
    if not _holds(vertreten, "ordentlich", tag):
        return "vertreten wird nur, wer an diesem Tag ordentliches Mitglied der Strategiegruppe ist"
    if not _holds(vertretung, "stellvertretend", tag):
        return "an diesem Tag besteht keine Stellvertretung in der Strategiegruppe"
    if art == "persoenlich":
        return None if vertretung.sitz == vertreten.sitz else "die Stellvertretung gilt nur für den eigenen Sitz"
    bank = _bank(vertretung, sitze)
    return None if bank and bank == _bank(vertreten, sitze) else "die Stellvertretung gilt nur für die eigene Bank"


def deputy_votes(*, anwesend: bool, befangen: bool, befangen_vertretung: bool) -> bool:
    """Whether a deputy's vote counts: never beside the represented person's own, by the setting if that is befangen."""
    return befangen_vertretung if befangen else not anwesend


def _holds(mandat: Mandat, rolle: str, tag: date) -> bool:
    return mandat.gremium == _GREMIUM and mandat.sitz is not None and mandat.rolle == rolle and mandat.gilt_am(tag)


def _bank(mandat: Mandat, sitze: Mapping[str, Sitz]) -> str | None:
    sitz = sitze.get(mandat.sitz or "")
    return sitz.bank if sitz else None
