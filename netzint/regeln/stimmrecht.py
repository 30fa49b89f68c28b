"""Who may vote on what: the seats at the moment of each vote of the Strategiegruppe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, BeschlussIn, Bestand, MandatVon
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.recht.abstimmung import Auszaehlung, Sitzlage, count_abstimmung
from netzint.recht.vertretung import deputy_votes
from netzint.regeln.besetzung import Besetzung, mandate_am
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.sitzlage import may_be_unread
from netzint.regeln.tage import erfasst_ab

_Gezaehlt = dict[tuple[Sitzlage, date], Auszaehlung]
"""Counts that were made already, by the Fassung that they follow."""


class Stimmlage(NamedTuple):
    """One vote, who was entitled to it, and the counts that follow."""

    eintrag: BeschlussIn
    berechtigt: tuple[str, ...]
    """Who could vote, each for one seat."""
    lage: Sitzlage
    auszaehlung: Auszaehlung

    @property
    def beschluss(self) -> Beschluss:
        """What was recorded."""
        return self.eintrag.beschluss

    @property
    def ist_gezaehlt(self) -> bool:
        """Whether votes for and against are recorded."""
        return self.beschluss.ja is not None and self.beschluss.nein is not None


class _Platz(NamedTuple):
    """Someone present, with the seat whose vote it is."""

    person: str
    sitz: str
    vertritt: str | None
    nicht_bei: tuple[str, ...]


class _Saal(NamedTuple):
    """A Sitzung with what is the same for all of its votes."""

    sitzung: Sitzung
    fassung: Fassung
    places: tuple[_Platz, ...]
    soll: int
    taken: Mapping[str, MandatVon]
    alle_geladen: bool


@je_bestand
def list_stimmlagen(bestand: Bestand) -> tuple[Stimmlage, ...]:
    """Every vote of the Strategiegruppe that can be judged: recorded time, attendance list, everybody readable."""
    besetzung = Besetzung(bestand)
    known: _Gezaehlt = {}
    found: list[Stimmlage] = []
    for _, group in groupby(bestand.beschluesse.values(), key=lambda entry: entry.sitzung.kennung):
        votes = tuple(group)
        saal = _enter(bestand, besetzung, votes[0].sitzung)
        if saal is not None:
            found += _judge(saal, votes, known)
    return tuple(found)


def _enter(bestand: Bestand, besetzung: Besetzung, sitzung: Sitzung) -> _Saal | None:
    fassung = bestand.fassung(sitzung.datum)
    is_ours = sitzung.gremium == STRATEGIEGRUPPE and sitzung.datum >= erfasst_ab(bestand)
    if fassung is None or not is_ours or not is_lesbar(bestand, sitzung):
        return None
    taken = besetzung.am(sitzung.datum, _reached(sitzung))
    if fassung.strategiegruppe.beschlussfaehigkeit.bezug == "besetzt":
        vacant = (sitz.kennung for sitz in fassung.strategiegruppe.sitze if sitz.kennung not in taken)
        if any(may_be_unread(bestand, sitz) for sitz in vacant):
            return None
    return _furnish(bestand, sitzung, fassung, taken)


def _furnish(bestand: Bestand, sitzung: Sitzung, fassung: Fassung, taken: Mapping[str, MandatVon]) -> _Saal:
    soll = len(fassung.strategiegruppe.sitze)
    return _Saal(sitzung, fassung, _places(bestand, sitzung), soll, taken, _are_all_geladen(taken, sitzung))


def compute_stimmlage(
    bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss
) -> Stimmlage | None:
    """One vote of the Strategiegruppe as it is about to be recorded; None if it cannot be judged."""
    fassung = bestand.fassung(sitzung.datum)
    if fassung is None or not is_lesbar(bestand, sitzung):
        return None
    saal = _furnish(bestand, sitzung, fassung, Besetzung(bestand).am(sitzung.datum, _reached(sitzung)))
    return next(_judge(saal, (BeschlussIn(sitzung, top, beschluss, (0, 0)),), {}))


def is_lesbar(bestand: Bestand, sitzung: Sitzung) -> bool:
    """Whether there is an attendance list and everybody on it is known."""
    people = [person for a in sitzung.anwesend for person in (a.mitglied, a.fuer) if person is not None]
    return bool(people) and all(person in bestand.mitglieder for person in people)


def _places(bestand: Bestand, sitzung: Sitzung) -> tuple[_Platz, ...]:
    """The seats that were taken, in person or by a deputy. Whether that deputy was the right one says another rule."""
    found = []
    for a in sitzung.anwesend:
        own = _seat(bestand, a.mitglied, sitzung.datum)
        seat = own or (_seat(bestand, a.fuer, sitzung.datum) if a.fuer else None)
        if seat is not None:
            found.append(_Platz(a.mitglied, seat, None if own else a.fuer, a.nicht_bei))
    return tuple(found)


def _seat(bestand: Bestand, person: str, tag: date) -> str | None:
    held = mandate_am(bestand.mitglieder[person], tag, "ordentlich")
    return (held[0].sitz or person) if held else None


def _reached(sitzung: Sitzung) -> set[str]:
    """Who was invited. Who came, was stood in for or excused themselves had heard of it."""
    reached = {*(sitzung.einladung.verteiler if sitzung.einladung else ()), *sitzung.entschuldigt}
    reached.update(person for a in sitzung.anwesend for person in (a.mitglied, a.fuer) if person)
    return reached


def _are_all_geladen(taken: Mapping[str, MandatVon], sitzung: Sitzung) -> bool:
    """Whether nobody was left out."""
    if sitzung.einladung is None or not sitzung.einladung.verteiler:
        return True
    reached, sent = _reached(sitzung), sitzung.einladung.versandt
    return all(m.mitglied.kennung in reached or not m.mandat.gilt_am(sent) for m in taken.values())


def _judge(saal: _Saal, votes: tuple[BeschlussIn, ...], known: _Gezaehlt) -> Iterator[Stimmlage]:
    """Count each vote. Most of them are alike, so equal ones are counted once."""
    recht = saal.fassung.strategiegruppe
    may_leave = any(place.nicht_bei for place in saal.places)
    entitled: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for entry in votes:
        beschluss = entry.beschluss
        who = (entry.top.kennung if may_leave else "", beschluss.befangen)
        if who not in entitled:
            entitled[who] = _entitled(saal.places, *who, by_setting=recht.befangen_vertretung)
        lage = Sitzlage(
            soll=saal.soll,
            besetzt=len(saal.taken),
            anwesend=len(entitled[who]),
            ja=beschluss.ja or 0,
            nein=beschluss.nein or 0,
            enthaltung=beschluss.enthaltung or 0,
            nicht_teilgenommen=beschluss.nicht_teilgenommen or 0,
            befangen=_count_befangene(saal, beschluss.befangen),
            leitung_stimmberechtigt=saal.sitzung.leitung in entitled[who],
            stimme_leitung=_stimme_leitung(saal.sitzung, beschluss),
            zweite_ladung=_is_zweite_ladung(saal.sitzung, entry.top),
            alle_geladen=saal.alle_geladen,
        )
        key = (lage, saal.fassung.gilt_ab)
        if key not in known:
            known[key] = count_abstimmung(lage, recht.beschlussfaehigkeit, recht.abstimmung)
        yield Stimmlage(entry, entitled[who], lage, known[key])


def _entitled(places: tuple[_Platz, ...], top: str, befangen: tuple[str, ...], *, by_setting: bool) -> tuple[str, ...]:
    """Who could vote: everybody there with a seat, or for one, who is not befangen."""
    here = [p for p in places if top not in p.nicht_bei]
    in_person = {p.person for p in here if p.vertritt is None}
    by_seat: dict[str, str] = {}
    for place in here:
        stands_in = place.vertritt is not None and deputy_votes(
            anwesend=place.vertritt in in_person, befangen=place.vertritt in befangen, befangen_vertretung=by_setting
        )
        if place.person not in befangen and (place.vertritt is None or stands_in):
            by_seat.setdefault(place.sitz, place.person)
    return tuple(by_seat.values())


def _count_befangene(saal: _Saal, befangen: tuple[str, ...]) -> int:
    """Seats, not people: who has none does not count, and a member and the deputy who came for it count once."""
    if not befangen:
        return 0
    seats = {m.mitglied.kennung: sitz for sitz, m in saal.taken.items()} | {p.person: p.sitz for p in saal.places}
    return len({seats[person] for person in befangen if person in seats})


def _stimme_leitung(sitzung: Sitzung, beschluss: Beschluss) -> Literal["ja", "nein"] | None:
    if beschluss.stimme_leitung is not None or beschluss.namentlich is None:
        return beschluss.stimme_leitung
    if sitzung.leitung in beschluss.namentlich.ja:
        return "ja"
    return "nein" if sitzung.leitung in beschluss.namentlich.nein else None


def _is_zweite_ladung(sitzung: Sitzung, top: Tagesordnungspunkt) -> bool:
    """The relief holds for what is taken up again from the Sitzung that the second Ladung names."""
    first, again = sitzung.zweite_ladung_zu, top.wiederaufnahme
    return first is not None and again is not None and again.partition("/")[0] == first
