"""Who belongs to a Gremium on a day, and who may stand in for whom there."""

from __future__ import annotations

from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung
from netzint.recht.vertretung import why_not_represent
from netzint.regeln.besetzung import mandate_am


def list_mitglieder(bestand: Bestand, sitzung: Sitzung) -> tuple[str, ...]:
    """Who belongs to the Gremium on the day: the ordentliche in the order of the seats, or all of an AG."""
    if sitzung.gremium != STRATEGIEGRUPPE:
        return tuple(dict.fromkeys(m.mitglied.kennung for m in bestand.mandate_in(sitzung.gremium, sitzung.datum)))
    taken = bestand.ordentliche(sitzung.datum)
    return tuple(taken[s.kennung].mitglied.kennung for s in bestand.sitze(sitzung.datum) if s.kennung in taken)


def why_not(bestand: Bestand, deputy: Mitglied, represented: str, tag: date) -> str:
    """The reason why one may not stand in for the other in the Strategiegruppe; empty if there is none."""
    fassung, member = bestand.fassung(tag), bestand.mitglieder[represented]
    if fassung is None:
        return ""
    seats = {s.kennung: s for s in fassung.strategiegruppe.sitze}
    art = fassung.strategiegruppe.stellvertretung
    mine = mandate_am(deputy, tag, "stellvertretend") or deputy.mandate
    theirs = mandate_am(member, tag, "ordentlich") or member.mandate
    reasons = [why_not_represent(art, a, b, seats, tag) for a in mine for b in theirs]
    return "" if None in reasons else next(filter(None, reasons), "es besteht kein Mandat")


def list_stellvertretungen(bestand: Bestand, sitzung: Sitzung, mitglied: str) -> tuple[str, ...]:
    """Who may stand in for a member, by the Geschäftsordnung of the day."""
    mandate = bestand.mandate_in(STRATEGIEGRUPPE, sitzung.datum)
    deputies = (m.mitglied for m in mandate if m.mandat.rolle == "stellvertretend")
    found = (d.kennung for d in deputies if not why_not(bestand, d, mitglied, sitzung.datum))
    return tuple(dict.fromkeys(found))
