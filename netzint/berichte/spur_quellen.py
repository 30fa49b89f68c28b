"""Backwards on the thread: what an entry came from. What has no place in the chain is told by references alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netzint.berichte.spur_faden import Faden, Punkt, empfehlungen_of, punkt_of
from netzint.modell.antrag import Antrag
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import Bestand
from netzint.modell.verweise import iter_verweise


def quellen(bestand: Bestand, punkt: Punkt) -> list[Punkt]:
    """What a place came from."""
    return list(dict.fromkeys(_QUELLEN.get(punkt.art, _names)(bestand, punkt)))


def _before_thema(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    for bedarf in bestand.bedarfe.values():
        if bedarf.zugeordnet and bedarf.zugeordnet.thema == punkt.kennung:
            yield Punkt("bedarf", bedarf.kennung)
    thema = bestand.themen[punkt.kennung]
    if thema.schwerpunkt and thema.schwerpunkt.beschluss:
        yield Punkt("beschluss", thema.schwerpunkt.beschluss)


def _before_ziel(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    beschluss = bestand.ziele[punkt.kennung].beschluss
    if beschluss:
        yield Punkt("beschluss", beschluss)


def _before_bedarf(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield Punkt("stelle", bestand.bedarfe[punkt.kennung].gemeldet.von)


def _before_ag(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    ag = bestand.arbeitsgruppen[punkt.kennung]
    yield Punkt("thema", ag.thema)
    if ag.mandat.beschluss:
        yield Punkt("beschluss", ag.mandat.beschluss)


def _before_empfehlung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    empfehlung = bestand.empfehlungen[punkt.kennung]
    yield Punkt("arbeitsgruppe", empfehlung.arbeitsgruppe)
    yield from (Punkt("ziel", ziel) for ziel in empfehlung.ziele)


def _before_vorlage(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield from _subjects(bestand, bestand.beschlussvorlagen[punkt.kennung].antrag)


def _before_beschluss(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    """The paper it was about, or else the matter itself; and what it took up again."""
    entry, umlauf = bestand.beschluesse.get(punkt.kennung), bestand.umlaufbeschluesse.get(punkt.kennung)
    vorlage = entry.top.vorlage if entry else umlauf.vorlage if umlauf else None
    antrag = entry.beschluss.antrag if entry else umlauf.antrag if umlauf else None
    if vorlage in bestand.beschlussvorlagen:
        yield Punkt("beschlussvorlage", str(vorlage))
    elif antrag is not None:
        yield from _subjects(bestand, antrag)
    if entry:
        yield Punkt("sitzung", entry.sitzung.kennung, entry.top.kennung)
        if entry.top.wiederaufnahme:
            yield Punkt("beschluss", entry.top.wiederaufnahme)


def _before_sitzung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    sitzung = bestand.sitzungen[punkt.kennung]
    if punkt.teil:
        return
    if sitzung.gremium in bestand.arbeitsgruppen:
        yield Punkt("arbeitsgruppe", sitzung.gremium)
    if sitzung.zweite_ladung_zu:
        yield Punkt("sitzung", sitzung.zweite_ladung_zu)
    for top in sitzung.tagesordnung:
        yield from (punkt_of(bestand, kennung) for kennung in top.bezug if kennung in bestand.eintraege)


def _before_umlauf(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    umlauf = bestand.umlaeufe[punkt.kennung]
    if umlauf.vorlage in bestand.beschlussvorlagen:
        yield Punkt("beschlussvorlage", str(umlauf.vorlage))
    else:
        yield from _subjects(bestand, umlauf.antrag)


def _before_weiterleitung(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    accepted = [e for e in bestand.entscheidungen.get(punkt.kennung, ()) if e.ergebnis in ANGENOMMEN]
    yield Punkt("beschluss", accepted[-1].beschluss) if accepted else Punkt("empfehlung", punkt.kennung)


def _subjects(bestand: Bestand, antrag: Antrag) -> Iterator[Punkt]:
    """What a motion is about. An AG that it is to set up comes after it, not before: then its Thema does."""
    if antrag.art == "ag_einsetzen":
        ag = bestand.arbeitsgruppen.get(antrag.ag)
        thema = antrag.thema or (ag.thema if ag else None)
        names: tuple[str | None, ...] = (thema,)
    else:
        single = (getattr(antrag, feld, None) for feld in ("ag", "thema", "sitzung"))
        names = (*empfehlungen_of(antrag), *single)
    yield from (punkt_of(bestand, name) for name in names if name is not None and name in bestand.eintraege)


def _before_stand(_bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    yield Punkt("weiterleitung", punkt.kennung, punkt.teil)


def _names(bestand: Bestand, punkt: Punkt) -> Iterator[Punkt]:
    entry = bestand.eintraege.get(punkt.kennung)
    for found in iter_verweise(entry) if entry else ():
        if found.ziel in bestand.eintraege:
            yield punkt_of(bestand, found.ziel)
        elif found.ziel in bestand.beschluesse or found.ziel in bestand.umlaufbeschluesse:
            yield Punkt("beschluss", found.ziel)


_QUELLEN: Mapping[str, Faden] = {
    "bedarf": _before_bedarf,
    "thema": _before_thema,
    "ziel": _before_ziel,
    "arbeitsgruppe": _before_ag,
    "empfehlung": _before_empfehlung,
    "beschlussvorlage": _before_vorlage,
    "sitzung": _before_sitzung,
    "umlauf": _before_umlauf,
    "beschluss": _before_beschluss,
    "weiterleitung": _before_weiterleitung,
    "stand": _before_stand,
}
