"""The network in figures, year by year: ``netzint kennzahlen``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.geschaeftsordnung import BANKNAMEN
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.recht.empfehlungsstand import ampel_am

_FERTIG = ("umgesetzt", "erledigt")
"""What is reported where an Empfehlung was carried out; what was only closed is told apart by its light."""
KEINE_ZAHLEN = "Noch ist nichts erfasst, was sich zählen lässt."

ARBEIT = {
    "sitzungen": "Sitzungen",
    "ag_sitzungen": "AG-Sitzungen",
    "beschluesse": "Beschlüsse",
    "umlaeufe": "Umläufe",
    "veranstaltungen": "Veranstaltungen",
    "bedarfe": "Bedarfe",
}
EMPFEHLUNGEN = {
    "eingereicht": "Eingereicht",
    "angenommen": "Angenommen",
    "abgelehnt": "Abgelehnt",
    "weiterleitungen": "Weiterleitungen",
    "umgesetzt": "Umgesetzt (je Stelle)",
}


class Strecke(NamedTuple):
    """A way through the circle: what it is called, and for each Empfehlung the year it ended in and its days."""

    name: str
    dauern: tuple[tuple[int, int], ...]


def kennzahlen(bestand: Bestand, stichtag: date, jahr: int | None = None) -> Bericht:
    """What was done in each year, or in one, as known on a day; the running year counts up to that day."""
    held = [s for s in bestand.sitzungen.values() if s.zustand == "durchgefuehrt" and s.datum <= stichtag]
    done = _count(_arbeit(bestand, held), stichtag)
    advised = _count(_empfehlungen(bestand), stichtag)
    years = [jahr] if jahr is not None else sorted({year for c in (*done.values(), *advised.values()) for year in c})
    return Bericht(
        "netzint.kennzahlen/1",
        f"Kennzahlen bis {datum(stichtag)}",
        _tell_nothing((*done.values(), *advised.values()), years),
        (
            _tabelle("arbeit", "Sitzungen und Beschlüsse", ARBEIT, done, years),
            _tabelle("empfehlungen", "Empfehlungen", EMPFEHLUNGEN, advised, years),
            _anwesenheit(bestand, held, years),
            _dauern(bestand, years, stichtag),
        ),
    )


def _tell_nothing(counts: Iterable[Counter[int]], years: Sequence[int]) -> tuple[str, ...]:
    """A sentence, if all there is are zeros."""
    if any(count[year] for count in counts for year in years):
        return ()
    return (f"Im Jahr {years[0]} ist nichts erfasst, was sich zählen lässt." if years else KEINE_ZAHLEN,)


def _count(ereignisse: Mapping[str, Iterable[date]], stichtag: date) -> dict[str, Counter[int]]:
    """How often each thing happened in each year, up to a day."""
    return {key: Counter(day.year for day in days if day <= stichtag) for key, days in ereignisse.items()}


def _tabelle(
    key: str, titel: str, namen: Mapping[str, str], counts: Mapping[str, Counter[int]], years: Iterable[int]
) -> Tabelle:
    rows = tuple((year, *(counts[name][year] for name in namen)) for year in years)
    return Tabelle(key, titel, (("jahr", "Jahr"), *namen.items()), rows)


def _arbeit(bestand: Bestand, held: Iterable[Sitzung]) -> dict[str, list[date]]:
    """The days of what the network did. A vote without a quorum decided nothing."""
    own = {s.kennung: s.datum for s in held}
    events = [v for v in bestand.veranstaltungen.values() if not (v.abgesagt or v.entfallen)]
    return {
        "sitzungen": [s.datum for s in held if s.gremium == STRATEGIEGRUPPE],
        "ag_sitzungen": [s.datum for s in held if s.gremium != STRATEGIEGRUPPE],
        "beschluesse": [
            own[b.sitzung.kennung]
            for b in bestand.beschluesse.values()
            if b.sitzung.kennung in own and b.beschluss.ergebnis != "nicht_beschlussfaehig"
        ],
        "umlaeufe": [u.abschluss.am for u in bestand.umlaeufe.values() if u.abschluss],
        "veranstaltungen": [v.datum for v in events],
        "bedarfe": [b.gemeldet.am for b in bestand.bedarfe.values() if not b.entfallen],
    }


def _empfehlungen(bestand: Bestand) -> dict[str, list[date]]:
    """The days of what became of the Empfehlungen."""
    entries = [e for e in bestand.empfehlungen.values() if not e.entfallen]
    votes = [v for e in entries for v in bestand.entscheidungen.get(e.kennung, ())]
    return {
        "eingereicht": [day for e in entries if (day := _eingereicht(e))],
        "angenommen": [v.am for v in votes if v.ergebnis in ANGENOMMEN],
        "abgelehnt": [v.am for v in votes if v.ergebnis == "abgelehnt"],
        "weiterleitungen": [w.am for e in entries for w in e.weiterleitungen],
        "umgesetzt": [day for e in entries for day in _umgesetzt(e)],
    }


def _eingereicht(empfehlung: Empfehlung) -> date | None:
    """The day on which it was handed in first."""
    return min((f.eingereicht for f in empfehlung.fassungen if f.eingereicht), default=None)


def _umgesetzt(empfehlung: Empfehlung) -> Iterator[date]:
    """For each Stelle the day on which it first reported that it is done."""
    for weiterleitung in empfehlung.weiterleitungen:
        days = [stand.am for stand in weiterleitung.stand if stand.status in _FERTIG]
        done = next((day for day in sorted(days) if ampel_am(weiterleitung, day) == "gruen"), None)
        if done is not None:
            yield done


def _anwesenheit(bestand: Bestand, held: Iterable[Sitzung], years: Iterable[int]) -> Tabelle:
    """Of the seats that were taken: how often somebody sat there, in person or by a deputy."""
    rows: list[tuple[Zelle, ...]] = []
    sitzungen = [s for s in held if s.gremium == STRATEGIEGRUPPE]
    for year in years:
        count = Counter(pair for s in sitzungen if s.datum.year == year for pair in _plaetze(bestand, s))
        for bank, name in BANKNAMEN.items() if count else ():
            own, deputy, away = (count[bank, how] for how in ("selbst", "vertreten", "gefehlt"))
            total = own + deputy + away
            share = f"{100 * (own + deputy) // total} %" if total else ""
            rows.append((year, name, own, deputy, away, share))
    spalten = (
        ("jahr", "Jahr"),
        ("bank", "Bank"),
        ("selbst", "Selbst da"),
        ("vertreten", "Vertreten"),
        ("gefehlt", "Gefehlt"),
        ("anteil", "Anwesend"),
    )
    return Tabelle("anwesenheit", "Anwesenheit in der Strategiegruppe", spalten, tuple(rows))


def _plaetze(bestand: Bestand, sitzung: Sitzung) -> Iterator[tuple[str, str]]:
    """Each taken seat of that day: its Bank, and whether its holder came, was represented, or was missing."""
    own = {a.mitglied for a in sitzung.anwesend if a.fuer is None}
    represented = {a.fuer for a in sitzung.anwesend if a.fuer is not None}
    taken = bestand.ordentliche(sitzung.datum)
    for sitz in bestand.sitze(sitzung.datum):
        holder = taken.get(sitz.kennung)
        if holder is not None:
            person = holder.mitglied.kennung
            yield sitz.bank, "selbst" if person in own else "vertreten" if person in represented else "gefehlt"


def _dauern(bestand: Bestand, years: Iterable[int], stichtag: date) -> Tabelle:
    rows: list[tuple[Zelle, ...]] = []
    for year in years:
        for strecke in _strecken(bestand, stichtag):
            days = [length for ended, length in strecke.dauern if ended == year]
            if days:
                rows.append((year, strecke.name, len(days), min(days), round(median(days)), max(days)))
    spalten = (
        ("jahr", "Jahr"),
        ("strecke", "Strecke"),
        ("anzahl", "Anzahl"),
        ("kuerzeste", "Kürzeste (Tage)"),
        ("median", "Mittlere (Tage)"),
        ("laengste", "Längste (Tage)"),
    )
    return Tabelle("dauern", "Dauer bis zum Abschluss im jeweiligen Jahr", spalten, tuple(rows))


def _strecken(bestand: Bestand, stichtag: date) -> Iterator[Strecke]:
    decided, forwarded, answered, done = [], [], [], []
    for empfehlung in bestand.empfehlungen.values():
        start = _eingereicht(empfehlung)
        votes = [v.am for v in bestand.entscheidungen.get(empfehlung.kennung, ()) if v.endgueltig]
        accepted = [v.am for v in bestand.entscheidungen.get(empfehlung.kennung, ()) if v.angenommen]
        decided += [(start, min(votes))] if start and votes else []
        for weiterleitung in empfehlung.weiterleitungen:
            forwarded += [(min(accepted), weiterleitung.am)] if accepted else []
            answered += [(weiterleitung.am, min(s.am for s in weiterleitung.stand))] if weiterleitung.stand else []
        done += [(start, day) for day in _umgesetzt(empfehlung)] if start else []
    for name, pairs in (
        ("Einreichung bis Beschluss", decided),
        ("Beschluss bis Weiterleitung", forwarded),
        ("Weiterleitung bis zur ersten Rückmeldung", answered),
        ("Einreichung bis Umsetzung (je Stelle)", done),
    ):
        yield Strecke(name, tuple((end.year, (end - begin).days) for begin, end in pairs if begin <= end <= stichtag))
