"""The deadlines of two states, as far as they can differ.

Most sources judge the entries of a kind one by one: of them only the changed ones are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netzint.berichte import fristquellen as quellen
from netzint.berichte.fristquellen import QUELLEN, Frist, Quelle
from netzint.modell.bestand import Bestand
from netzint.modell.fach import Fach

NEU, ENTFAELLT, VERSCHOBEN = "neu", "entfällt", "verschoben"
_RANG = {VERSCHOBEN: 0, NEU: 1, ENTFAELLT: 2}
ALLES = frozenset({"geschaeftsordnung", "netzwerk"})
"""If one of these is different, any deadline may be."""
EINZELN: Mapping[Quelle, str] = {
    quellen.sitzungen: "sitzung",
    quellen.abschluesse: "sitzung",
    quellen.arbeitsgruppen: "arbeitsgruppe",
    quellen.weiterleitungen: "empfehlung",
    quellen.wiedervorlagen: "empfehlung",
    quellen.bedarfe: "bedarf",
    quellen.ausnahmen: "ausnahme",
    quellen.umlaeufe: "umlauf",
    quellen.veranstaltungen: "veranstaltung",
}
"""Sources whose deadlines are one entry's own, and its kind."""
GEMEINSAM: Mapping[Quelle, frozenset[str]] = {
    quellen.ladungen: frozenset({"sitzung"}),
    quellen.niederschriften: frozenset({"sitzung"}),
    quellen.mandate: frozenset({"mitglied"}),
    quellen.amtszeiten: frozenset({"mitglied"}),
    quellen.ausfuehrungen: frozenset(
        {"sitzung", "umlauf", "arbeitsgruppe", "thema", "ziel", "empfehlung", "beschlussvorlage"}
    ),
}
"""Sources that look at many entries at once, and the kinds on which they depend."""


class Fristwirkung(NamedTuple):
    """A deadline in two states."""

    wie: str
    am: date
    bisher: date | None
    art: str
    text: str
    kennung: str


Anders = Mapping[str, Collection[str]]
"""The Kennungen of what is different, by kind."""


def compare_fristen(alt: Bestand, neu: Bestand, stichtag: date, anders: Anders) -> tuple[Fristwirkung, ...]:
    """What has another day, what is new, what is gone; each the earliest first."""
    if not anders:
        return ()
    wider = {**anders, "empfehlung": {*anders.get("empfehlung", ()), *_voted_on((alt, neu), anders)}}
    old, new = (list(_iter_fristen(state, stichtag, wider)) for state in (alt, neu))
    return _pair(old, new)


def _voted_on(staende: Iterable[Bestand], anders: Anders) -> Iterator[str]:
    """The Empfehlungen that are voted on in a Sitzung or an Umlauf that is different."""
    for state in staende:
        for kennung in anders.get("sitzung", ()):
            sitzung = state.sitzungen.get(kennung)
            for top in sitzung.tagesordnung if sitzung else ():
                for beschluss in top.beschluesse:
                    yield from getattr(beschluss.antrag, "empfehlungen", ())
        for kennung in anders.get("umlauf", ()):
            umlauf = state.umlaeufe.get(kennung)
            yield from getattr(umlauf.antrag, "empfehlungen", ()) if umlauf else ()


def _iter_fristen(bestand: Bestand, stichtag: date, anders: Anders) -> Iterator[Frist]:
    everything = not ALLES.isdisjoint(anders)
    for quelle in QUELLEN:
        art = EINZELN.get(quelle)
        if everything or (art is None and not GEMEINSAM[quelle].isdisjoint(anders)):
            yield from quelle(bestand, stichtag)
        elif art is not None and anders.get(art):
            there = bestand.faecher.get(art)
            known = [kennung for kennung in anders[art] if there is not None and kennung in there.kennungen]
            if there is not None and known:
                yield from quelle(bestand.restricted({art: Fach(known, there.get)}), stichtag)


def _pair(old: list[Frist], new: list[Frist]) -> tuple[Fristwirkung, ...]:
    before, after = ({(f.art, f.kennung, f.zusatz): f for f in sorted(some, reverse=True)} for some in (old, new))
    found = []
    for key in {**before, **after}:
        a, b = before.get(key), after.get(key)
        if b is None and a is not None:
            found.append(Fristwirkung(ENTFAELLT, a.am, None, a.art, a.text, a.kennung))
        elif b is not None and (a is None or a.am != b.am):
            wie, bisher = (NEU, None) if a is None else (VERSCHOBEN, a.am)
            found.append(Fristwirkung(wie, b.am, bisher, b.art, b.text, b.kennung))
    return tuple(sorted(found, key=lambda f: (_RANG[f.wie], f.am, f.art, f.kennung, f.text)))
