"""Forwards on the thread: what follows from an entry. What has no place in the chain is told by references alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netzint.berichte.spur_faden import Faden, Punkt, empfehlungen_of, punkt_of
from netzint.modell.bestand import Bestand
from netzint.modell.verweise import iter_verweise


def folgen(bestand: Bestand, punkt: Punkt) -> list[Punkt]:
    """What follows from a place."""
    return list(dict.fromkeys(_FOLGEN.get(punkt.art, _named_in)(bestand, punkt)))


def _of_bedarf(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    bedarf = bestand.bedarfe[punkt.kennung]
    if bedarf.zugeordnet:
        yield Punkt("thema", bedarf.zugeordnet.thema)


def _of_thema(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield from (
        Punkt("arbeitsgruppe", ag.kennung) for ag in bestand.arbeitsgruppen.values() if ag.thema == punkt.kennung
    )
    for va in bestand.veranstaltungen.values():
        if punkt.kennung in va.themen:
            yield Punkt("veranstaltung", va.kennung)


def _of_ziel(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield from (Punkt("empfehlung", e.kennung) for e in bestand.empfehlungen.values() if punkt.kennung in e.ziele)


def _of_ag(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    ag = bestand.arbeitsgruppen[punkt.kennung]
    for entry in (*ag.verlaengerungen, *ag.mandatsaenderungen, *((ag.abschluss,) if ag.abschluss else ())):
        if entry.beschluss:
            yield Punkt("beschluss", entry.beschluss)
    yield from (Punkt("sitzung", s.kennung) for s in bestand.sitzungen_von(punkt.kennung))
    yield from (Punkt("empfehlung", e.kennung) for e in bestand.empfehlungen_von(punkt.kennung))


def _of_empfehlung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    """Its papers and votes; what was forwarded hangs on the vote that accepted it, if there is one."""
    he = punkt.kennung
    papers = [v for v in bestand.beschlussvorlagen.values() if he in empfehlungen_of(v.antrag)]
    yield from (Punkt("beschlussvorlage", v.kennung) for v in papers)
    by_paper = {p for v in papers for p in _of_vorlage(bestand, Punkt("beschlussvorlage", v.kennung))}
    votes = [Punkt("beschluss", e.beschluss) for e in bestand.entscheidungen.get(he, ())]
    yield from (vote for vote in votes if vote not in by_paper)
    if not any(e.angenommen for e in bestand.entscheidungen.get(he, ())):
        yield from _forwarded(bestand, he)


def _of_vorlage(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    """The Beschlüsse of the TOPs that it lay under; where none is taken yet, the Sitzung."""
    for sitzung in bestand.sitzungen.values():
        for top in sitzung.tagesordnung:
            if top.vorlage == punkt.kennung:
                taken = [Punkt("beschluss", f"{sitzung.kennung}/{b.kennung}") for b in top.beschluesse]
                yield from taken or [Punkt("sitzung", sitzung.kennung, top.kennung)]
    for kennung, umlauf in bestand.umlaufbeschluesse.items():
        if umlauf.vorlage == punkt.kennung:
            yield Punkt("beschluss", kennung)


def _of_sitzung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    if punkt.teil:
        return
    for top in bestand.sitzungen[punkt.kennung].tagesordnung:
        if top.vorlage and not top.beschluesse:
            yield Punkt("beschlussvorlage", top.vorlage)
        yield from (Punkt("beschluss", f"{punkt.kennung}/{b.kennung}") for b in top.beschluesse)


def _of_umlauf(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield Punkt("beschluss", f"{punkt.kennung}/{bestand.umlaeufe[punkt.kennung].beschluss}")


def _of_beschluss(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    """What rests on it: forwarded Empfehlungen, AGs, Ziele, Themen, Ausnahmen; or where it was taken up again."""
    kennung = punkt.kennung
    for he in bestand.empfehlungen:
        if any(e.beschluss == kennung and e.angenommen for e in bestand.entscheidungen.get(he, ())):
            yield from _forwarded(bestand, he)
    for ag in bestand.arbeitsgruppen.values():
        if ag.mandat.beschluss == kennung:
            yield Punkt("arbeitsgruppe", ag.kennung)
    resting = (
        *((t.kennung, t.schwerpunkt.beschluss) for t in bestand.themen.values() if t.schwerpunkt),
        *((z.kennung, z.beschluss) for z in bestand.ziele.values()),
        *((a.kennung, b) for a in bestand.ausnahmen.values() for b in a.beschluesse),
    )
    yield from (punkt_of(bestand, entry) for entry, beschluss in resting if beschluss == kennung)
    for other in bestand.beschluesse.values():
        if other.top.wiederaufnahme == kennung:
            yield Punkt("beschluss", other.kennung)


def _forwarded(bestand: Bestand, he: str) -> Iterator[Punkt]:
    yield from (Punkt("weiterleitung", he, w.stelle) for w in bestand.empfehlungen[he].weiterleitungen)


def _of_weiterleitung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    for weiterleitung in bestand.empfehlungen[punkt.kennung].weiterleitungen:
        if weiterleitung.stelle == punkt.teil:
            yield from (Punkt("stand", punkt.kennung, punkt.teil, nr) for nr in range(len(weiterleitung.stand)))


def _of_stelle(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield from (Punkt("bedarf", b.kennung) for b in bestand.bedarfe.values() if b.gemeldet.von == punkt.kennung)
    for he, empfehlung in bestand.empfehlungen.items():
        if any(w.stelle == punkt.kennung for w in empfehlung.weiterleitungen):
            yield Punkt("weiterleitung", he, punkt.kennung)
    known = {*bestand.bedarfe, *bestand.empfehlungen}
    yield from (p for p in _named_in(bestand, punkt) if p.kennung not in known)


def _nothing(_bestand: Bestand, _punkt: Punkt) -> Iterator[Punkt]:
    yield from ()


def _of_sitz(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield from (Punkt("mitglied", m.mitglied.kennung) for m in bestand.mandate_nach_sitz.get(punkt.kennung, ()))


def _named_in(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    for entry in bestand.iter_eintraege():
        if entry.kennung != punkt.kennung and any(v.ziel == punkt.kennung for v in iter_verweise(entry)):
            yield punkt_of(bestand, entry.kennung)


_FOLGEN: Mapping[str, Faden] = {
    "bedarf": _of_bedarf,
    "thema": _of_thema,
    "ziel": _of_ziel,
    "arbeitsgruppe": _of_ag,
    "empfehlung": _of_empfehlung,
    "beschlussvorlage": _of_vorlage,
    "sitzung": _of_sitzung,
    "umlauf": _of_umlauf,
    "beschluss": _of_beschluss,
    "weiterleitung": _of_weiterleitung,
    "stand": _nothing,
    "stelle": _of_stelle,
    "sitz": _of_sitz,
}
