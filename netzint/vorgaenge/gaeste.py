"""Guests of a Sitzung: who was invited as one, who came, and for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_mitglied, find_stelle
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Gast, Sitzung
from netzint.vorgaenge.angaben import clean_zeile, falsch


def parse_gast(bestand: Bestand, sitzung: Sitzung, text: str) -> Gast:
    """``WER:FUNKTION``: somebody who is on record, or a Stelle. Raises NetzintFehler (wrong usage) for a member."""
    name, _, funktion = (part.strip() for part in text.partition(":"))
    role = clean_zeile("--gast", funktion) if funktion else None
    person = _find_person(bestand, name)
    if person is None:
        return Gast(stelle=find_stelle(bestand, name).kennung, funktion=role)
    if _belongs(person, sitzung):
        raise falsch(f"{person.kennung} gehört selbst zum Gremium.", f"Eintragen mit: --da {person.kennung}")
    return Gast(mitglied=person.kennung, funktion=role or _find_funktion(bestand, person.kennung, sitzung.datum))


def _find_person(bestand: Bestand, text: str) -> Mitglied | None:
    """Somebody who is on record; anything else is taken for a Stelle."""
    try:
        return find_mitglied(bestand, text)
    except NetzintFehler:
        return None


def _belongs(person: Mitglied, sitzung: Sitzung) -> bool:
    return any(m.gremium == sitzung.gremium and m.gilt_am(sitzung.datum) for m in person.mandate)


def drop_gast(bestand: Bestand, gaeste: Sequence[Gast], text: str) -> list[Gast]:
    """The guests without one of them. Raises NetzintFehler (wrong usage) if nobody of that name is among them."""
    name = text.partition(":")[0].strip()
    person = _find_person(bestand, name)
    wanted = (person.kennung if person else name.lower(), name.lower())
    kept = [g for g in gaeste if g.mitglied not in wanted and g.stelle not in wanted]
    if len(kept) == len(gaeste):
        known = [g.mitglied or g.stelle or "" for g in gaeste]
        raise falsch(f"„{name}“ steht nicht unter den Gästen.", f"Dort stehen: {', '.join(known) or 'keine'}.")
    return kept


def list_eingeladene_gaeste(bestand: Bestand, sitzung: Sitzung, da: Iterable[Gast] = ()) -> list[Gast]:
    """Those whom the Einladung names as guests, with what they are invited for, but for those who are on the list."""
    listed = {gast.mitglied for gast in da}
    invited = sitzung.einladung.gaeste if sitzung.einladung else ()
    people = (bestand.mitglieder[k] for k in invited if k in bestand.mitglieder and k not in listed)
    guests = (person.kennung for person in people if not _belongs(person, sitzung))
    return [Gast(mitglied=k, funktion=_find_funktion(bestand, k, sitzung.datum)) for k in guests]


def _find_funktion(bestand: Bestand, person: str, tag: date) -> str | None:
    """For what somebody comes as a guest: as Leitung of an AG, if that is what the person is."""
    led = (m.gremium for m in bestand.mitglieder[person].mandate if m.rolle == "leitung" and m.gilt_am(tag))
    names = (bestand.arbeitsgruppen[ag].name for ag in led if ag in bestand.arbeitsgruppen)
    return next((f"Leitung der {name}" for name in names), None)


def remark_gaeste(sitzung: Sitzung, missing: Iterable[Gast]) -> Iterator[str]:
    """Which invited guests are not on the list; said once, when the Sitzung begins."""
    names = [gast.mitglied for gast in missing if gast.mitglied]
    if names and not sitzung.anwesend:
        yield (
            f"Als Gast eingeladen, nicht eingetragen: {', '.join(names)}. Doch da: "
            f"netzint sitzung anwesend {sitzung.kennung} --gast {names[0]}"
        )
