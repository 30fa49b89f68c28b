"""Who a letter or mail goes to, at which address: of a Sitzung, a Gremium, a Bank, a Stelle, the directory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netzint.modell.adresse import Adressbuch, Adresse, to_adresse
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.mitglied import Dienstlich
from netzint.modell.sitzung import Sitzung
from netzint.modell.stelle import KOMMUNEN
from netzint.recht.verteiler import list_eingeladen

MITGLIED, VERTRETUNG, GAST = "Mitglied", "Stellvertretung", "Gast"
BEAUFTRAGTE, STELLE = "Integrationsbeauftragung", "Stelle"
_ROLLEN = {"stellvertretend": VERTRETUNG, "gast": GAST, "sachverstaendig": GAST}


class Empfaenger(NamedTuple):
    """Somebody a mail is meant for."""

    kennung: str
    name: str
    als: str
    e_mail: str
    """In ASCII, fit for a header; "" if there is none."""
    offen: bool
    """Whether the other receivers may see the address."""


def of_sitzung(bestand: Bestand, sitzung: Sitzung, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """Who was invited; before the dispatch: who is to be invited."""
    return _people(bestand, list_eingeladen(bestand, sitzung), buch)


def of_gremium(bestand: Bestand, gremium: str, tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """Everybody with a Mandat there on a day; of the Strategiegruppe in the order of the seats, deputies after them."""
    if gremium == STRATEGIEGRUPPE:
        return _on_seats(bestand, [s.kennung for s in bestand.sitze(tag)], tag, buch)
    roles = {m.mitglied.kennung: _ROLLEN.get(m.mandat.rolle, MITGLIED) for m in bestand.mandate_in(gremium, tag)}
    return _people(bestand, roles, buch)


def of_bank(bestand: Bestand, bank: str, tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """Who sits on the seats of a Bank on a day, and their deputies."""
    return _on_seats(bestand, [s.kennung for s in bestand.sitze(tag) if s.bank == bank], tag, buch)


def of_beauftragten(bestand: Bestand, tag: date, buch: Adressbuch, stelle: str = "") -> tuple[Empfaenger, ...]:
    """The Integrationsbeauftragten in office on a day, or those of one Kommune; hidden from one another.

    They are no Gremium: nobody of them has to know the addresses of the others.
    """
    found = []
    for entry in bestand.beauftragte.values():
        if entry.von <= tag and (entry.bis is None or tag <= entry.bis) and stelle in ("", entry.stelle):
            person = bestand.mitglieder.get(entry.mitglied or "")
            name = person.voller_name if person else entry.name or entry.kennung
            kennungen = (entry.kennung, entry.mitglied or "")
            adresse = _find(buch, kennungen, entry.dienstlich or (person.dienstlich if person else None))
            found.append(Empfaenger(entry.kennung, name, BEAUFTRAGTE, adresse.e_mail, offen=False))
    return tuple(found)


def of_stelle(bestand: Bestand, kennung: str, tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """The central address of a Stelle."""
    entry = bestand.stellen[kennung]
    adresse = buch.get(kennung) or Adresse(to_adresse(entry.e_mail or ""), offen=True)
    return (Empfaenger(kennung, entry.name_am(tag), STELLE, adresse.e_mail, adresse.offen),)


def of_kommune(bestand: Bestand, kennung: str, tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """Whom a letter to a Stelle reaches: its central address; of a Kommune also who works there for the network."""
    if bestand.stellen[kennung].art not in KOMMUNEN:
        return of_stelle(bestand, kennung, tag, buch)
    people = {
        m.kennung: MITGLIED
        for m in bestand.mitglieder.values()
        if any(amt.stelle == kennung for amt in m.aemter_am(tag)) and any(mandat.gilt_am(tag) for mandat in m.mandate)
    }
    return unique(
        (
            *of_stelle(bestand, kennung, tag, buch),
            *_people(bestand, people, buch),
            *of_beauftragten(bestand, tag, buch, kennung),
        )
    )


def of_person(bestand: Bestand, kennung: str, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """One person."""
    return _people(bestand, {kennung: MITGLIED}, buch)


def unique(people: Iterable[Empfaenger]) -> tuple[Empfaenger, ...]:
    """Nobody and no address twice; the first one counts. One without an address yields to the same with one."""
    by_address: dict[str, Empfaenger] = {}
    for person in people:
        by_address.setdefault(person.e_mail.casefold() or person.kennung, person)
    reached = {p.kennung for p in by_address.values() if p.e_mail}
    return tuple(p for p in by_address.values() if p.e_mail or p.kennung not in reached)


def _on_seats(bestand: Bestand, seats: list[str], tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """The ordinary members in the order of the seats, then the deputies."""
    roles: dict[str, str] = {}
    for kennung, role in _iter_roles(bestand, seats, tag):
        roles.setdefault(kennung, role)
    return _people(bestand, roles, buch)


def _iter_roles(bestand: Bestand, seats: list[str], tag: date) -> Iterator[tuple[str, str]]:
    mandate = bestand.mandate_in(STRATEGIEGRUPPE, tag)
    for rolle, name in (("ordentlich", MITGLIED), ("stellvertretend", VERTRETUNG)):
        for seat in seats:
            yield from ((m.mitglied.kennung, name) for m in mandate if (m.mandat.sitz, m.mandat.rolle) == (seat, rolle))


def _people(bestand: Bestand, roles: Mapping[str, str], buch: Adressbuch) -> tuple[Empfaenger, ...]:
    found = []
    for kennung, role in roles.items():
        entry = bestand.mitglieder.get(kennung)
        adresse = _find(buch, (kennung,), entry.dienstlich if entry else None)
        found.append(Empfaenger(kennung, entry.voller_name if entry else kennung, role, *adresse))
    return tuple(found)


def _find(buch: Adressbuch, kennungen: tuple[str, ...], dienstlich: Dienstlich | None) -> Adresse:
    """The office's own list counts before the data."""
    own = next((buch[kennung] for kennung in kennungen if kennung in buch), None)
    return own or Adresse(to_adresse((dienstlich.e_mail if dienstlich else None) or ""), offen=True)
