"""Who chairs a Sitzung: who was named, or whom the Geschäftsordnung proposes among those present."""

from __future__ import annotations

from collections.abc import Collection

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied
from netzint.modell.sitzung import Anwesend, Sitzung
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.anwesenheit import Liste


def choose_leitung(bestand: Bestand, liste: Liste, named: str | None) -> str | None:
    """Who chairs: who was named, who did before, or whom the Geschäftsordnung proposes among those present."""
    if named is not None:
        person = find_mitglied(bestand, named)
        if person.kennung not in liste.da:
            text = f"{person.kennung} steht nicht unter den Anwesenden und kann die Sitzung nicht leiten."
            raise ablehnen(text, f"Zuerst: --da {person.kennung}")
        return person.kennung
    if liste.sitzung.leitung in liste.da:
        return liste.sitzung.leitung
    proposed = propose_leitung(bestand, liste.sitzung, tuple(liste.da.values()))
    if proposed:
        liste.hinweise.append(f"Als Leitung vorgeschlagen: {proposed} (anders: --leitung).")
    else:
        liste.hinweise.append("Wer die Sitzung leitet, bitte mit --leitung angeben.")
    return proposed


def propose_leitung(bestand: Bestand, sitzung: Sitzung, da: Collection[Anwesend]) -> str | None:
    """Of those present the first from the bench that chairs, then from the one that stands in; in an AG its Leitung."""
    people = {a.mitglied: a.fuer or a.mitglied for a in da}
    if sitzung.gremium != STRATEGIEGRUPPE:
        mandate = bestand.mandate_in(sitzung.gremium, sitzung.datum)
        chairs = (m.mitglied.kennung for m in mandate if m.mandat.rolle == "leitung")
        return next((k for k in chairs if k in people), None)
    fassung = bestand.fassung(sitzung.datum)
    taken = bestand.ordentliche(sitzung.datum)
    for bank in (fassung.strategiegruppe.vorsitz.bank, fassung.strategiegruppe.vorsitz.vertretung) if fassung else ():
        seats = [s.kennung for s in bestand.sitze(sitzung.datum) if s.bank == bank and s.kennung in taken]
        for holder in (taken[seat].mitglied.kennung for seat in seats):
            found = holder if holder in people else next((p for p, fuer in people.items() if fuer == holder), None)
            if found:
                return found
    return None
