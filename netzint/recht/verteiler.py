"""Who is invited to a Sitzung: by right, for information, as a guest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung


class Verteiler(NamedTuple):
    """Kennungen of people, each once."""

    mitglieder: tuple[str, ...]
    """Who sits on the day of the Sitzung: all of them must be invited."""
    vertretungen: tuple[str, ...]
    """Their deputies, who get the Einladung for information."""
    gaeste: tuple[str, ...]
    """The Leitungen of the AGs whose matters are on the Tagesordnung."""

    @property
    def geladen(self) -> tuple[str, ...]:
        """Members and deputies."""
        return self.mitglieder + self.vertretungen


def list_verteiler(bestand: Bestand, sitzung: Sitzung) -> Verteiler:
    """Computed for the day of the Sitzung: seat by seat in the order of the Geschäftsordnung; an AG: all its people."""
    if sitzung.gremium != STRATEGIEGRUPPE:
        people = (m.mitglied.kennung for m in bestand.mandate_in(sitzung.gremium, sitzung.datum))
        return Verteiler(tuple(dict.fromkeys(people)), (), ())
    taken = bestand.ordentliche(sitzung.datum)
    seats = [sitz.kennung for sitz in bestand.sitze(sitzung.datum)]
    mitglieder = tuple(dict.fromkeys(taken[s].mitglied.kennung for s in seats if s in taken))
    vertretungen = _without(_deputies(bestand, sitzung, seats), mitglieder)
    return Verteiler(mitglieder, vertretungen, _without(_leitungen(bestand, sitzung), mitglieder + vertretungen))


def list_eingeladen(bestand: Bestand, sitzung: Sitzung) -> dict[str, str]:
    """Who was invited, and as what („Mitglied“ …); before the dispatch: who is to be invited."""
    due, sent = list_verteiler(bestand, sitzung), sitzung.einladung
    geladen, gaeste = (sent.verteiler, sent.gaeste) if sent and sent.verteiler else (due.geladen, due.gaeste)
    roles = {k: "Stellvertretung" if k in due.vertretungen else "Mitglied" for k in geladen}
    return roles | dict.fromkeys(gaeste, "Gast")


def _without(people: Iterator[str], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(person for person in dict.fromkeys(people) if person not in known)


def _deputies(bestand: Bestand, sitzung: Sitzung, seats: list[str]) -> Iterator[str]:
    fassung = bestand.fassung(sitzung.datum)
    if fassung is None or fassung.strategiegruppe.stellvertretung == "keine":
        return
    mandate = bestand.mandate_in(STRATEGIEGRUPPE, sitzung.datum)
    for seat in seats:
        for m in mandate:
            if m.mandat.rolle == "stellvertretend" and m.mandat.sitz == seat:
                yield m.mitglied.kennung


def _leitungen(bestand: Bestand, sitzung: Sitzung) -> Iterator[str]:
    for ag in dict.fromkeys(_arbeitsgruppen(bestand, sitzung)):
        for m in bestand.mandate_in(ag, sitzung.datum):
            if m.mandat.rolle == "leitung":
                yield m.mitglied.kennung


def _arbeitsgruppen(bestand: Bestand, sitzung: Sitzung) -> Iterator[str]:
    """The AGs that TOPs name, and those whose Empfehlungen are voted on."""
    for top in sitzung.tagesordnung:
        if top.abgesetzt:
            continue
        yield from (k for k in top.bezug if k in bestand.arbeitsgruppen)
        vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
        if vorlage is not None and isinstance(vorlage.antrag, EmpfehlungAntrag):
            hes = (bestand.empfehlungen.get(he) for he in vorlage.antrag.empfehlungen)
            yield from (he.arbeitsgruppe for he in hes if he is not None)
