"""K1: what one entry says of another leads somewhere, and to the right kind of thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain, islice
from typing import NamedTuple

from netzint.modell.arten import ARTEN, NACH_NAME
from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.verweise import Bekannt, Fundstelle, iter_verweise
from netzint.regeln.ansichten import beschlusskennungen, sitzkennungen, vorhaben
from netzint.regeln.register import EINTRAG, Regel, Verstoesse, regel, verstoss

_GESUCHT = {
    "stelle": "eine Stelle",
    "mitglied": "ein Mitglied",
    "arbeitsgruppe": "eine Arbeitsgruppe",
    "thema": "ein Thema",
    "ziel": "ein Ziel",
    "bedarf": "ein Bedarf",
    "empfehlung": "eine Empfehlung",
    "beschlussvorlage": "eine Beschlussvorlage",
    "sitzung": "eine Sitzung",
    "sitz": "ein Sitz der Geschäftsordnung",
    "gremium": "strategiegruppe oder geschaeftsstelle",
    "beschluss": "ein Beschluss",
    "vorhaben": "ein vollständig beschriebenes Vorhaben",
}
_VORSCHLAEGE = 20
"""So many times a similar Kennung is looked for; in a badly broken Bestand the search would outlast the check."""
_KANDIDATEN = 400


class _Ziele(NamedTuple):
    """What exists, by kind, and which of it cannot be told apart because a file could not be read."""

    nach_art: Mapping[str, Collection[str]]
    unlesbar: frozenset[str]
    ohne_sitze: bool
    """There is no Fassung that could be read: no seat can be called missing."""

    def may_exist(self, ziel: str, arten: tuple[str, ...]) -> bool:
        """Whether the thing may well stand in a file that could not be read."""
        if "sitz" in arten:
            return self.ohne_sitze
        return ziel.split("/", maxsplit=1)[0] in self.unlesbar


def _collect_ziele(bestand: Bestand) -> _Ziele:
    sitze = sitzkennungen(bestand)
    by_kind: dict[str, Collection[str]] = {
        **{art.name: bestand.kennungen(art.name) for art in ARTEN},
        "sitz": sitze or frozenset(),
        "gremium": frozenset({STRATEGIEGRUPPE, GESCHAEFTSSTELLE}),
        "beschluss": beschlusskennungen(bestand),
        "vorhaben": vorhaben(bestand),
    }
    return _Ziele(by_kind, bestand.unlesbar, ohne_sitze=sitze is None)


def _broken(bestand: Bestand, ziele: _Ziele) -> Iterator[tuple[Ort, Fundstelle]]:
    """Every reference that leads nowhere, or to something of another kind."""
    bekannt = Bekannt(ziele.nach_art)
    broken_kinds = (entries.values() for entries in bestand.nach_art.values() if not bekannt.has_all(entries.values()))
    for entry in chain.from_iterable(broken_kinds):
        for found in iter_verweise(entry) if not bekannt.has_all((entry,)) else ():
            if found.ziel not in bekannt.ziele(found.verweis) and not ziele.may_exist(found.ziel, found.verweis.arten):
                yield entry.an(*found.feld), found


@regel("K101", Schwere.FEHLER, erlaesslich=False, je=EINTRAG)
def verweis_fuehrt_ins_leere(bestand: Bestand) -> Verstoesse:
    """Ein Verweis führt zu nichts oder zu etwas anderem, als dort stehen darf.

    Warum: Jede Angabe nennt die andere bei ihrer Kennung; nur so lässt sich der Weg eines Bedarfs bis zur Umsetzung
    verfolgen. Bei „x/y“ steht vor dem Schrägstrich die Sitzung (oder der Umlauf), dahinter der Beschluss.

    Beispiel: stelle: stadt-musterstad, die Datei heißt aber daten/stellen/stadt-musterstadt.yaml.

    Abhilfe: Die Kennung berichtigen oder die fehlende Datei anlegen.
    """
    ziele = _collect_ziele(bestand)
    suggestions: dict[Fundstelle, str] = {}
    for ort, found in _broken(bestand, ziele):
        key = found._replace(feld=())
        if key not in suggestions:
            suggestions[key] = _suggest(found, ziele) if len(suggestions) < _VORSCHLAEGE else ""
        yield verstoss(ort, _describe(bestand, found), found.ziel, hinweis=suggestions[key])


def _describe(bestand: Bestand, found: Fundstelle) -> str:
    wanted = " oder ".join(_GESUCHT[art] for art in found.verweis.arten)
    sitzung, _, beschluss = found.ziel.partition("/")
    if beschluss and (sitzung in bestand.kennungen("sitzung") or sitzung in bestand.kennungen("umlauf")):
        return f"In {sitzung} gibt es keinen Beschluss „{beschluss}“"
    art = bestand.art_nach_kennung.get(sitzung)
    if art is not None:
        return f"„{sitzung}“ ist von anderer Art ({NACH_NAME[art].klasse}); hier steht {wanted}"
    return f"„{found.ziel}“ gibt es nicht; hier steht {wanted}"


def _suggest(found: Fundstelle, ziele: _Ziele) -> str:
    """The nearest Kennung of the right kind; in long lists among those that begin or end alike."""
    start, end = found.ziel[:3], found.ziel[-4:]
    alike = (
        kennung
        for art in found.verweis.arten
        for kennung in ziele.nach_art[art]
        if len(ziele.nach_art[art]) <= _KANDIDATEN or kennung.startswith(start) or kennung.endswith(end)
    )
    close = get_close_matches(found.ziel, sorted(islice(alike, _KANDIDATEN)), n=1, cutoff=0.6)
    return f"Meinten Sie „{close[0]}“?" if close else ""


@regel("K102", Schwere.WARNUNG, je="ausnahme sitzung")
def bezug_ist_unbekannt(bestand: Bestand) -> Verstoesse:
    """Ein Tagesordnungspunkt oder eine Ausnahme nennt eine Kennung, die es nicht gibt.

    Warum: „bezug“ und „fuer“ dürfen alles nennen, was eine Kennung hat; ein Schreibfehler fiele sonst nie auf, und die
    Ausnahme gälte für nichts.

    Beispiel: fuer: [kommunen-stadt-9], es gibt aber nur kommunen-stadt-1 und kommunen-stadt-2.

    Abhilfe: Die Kennung berichtigen oder streichen.
    """
    for ort, kennung in _loose_references(bestand):
        named = kennung in (STRATEGIEGRUPPE, GESCHAEFTSSTELLE) or kennung in bestand.alle_sitze
        if not named and not bestand.known(kennung):
            yield verstoss(ort, f"„{kennung}“ gibt es nicht", kennung)


def _loose_references(bestand: Bestand) -> Iterator[tuple[Ort, str]]:
    for ausnahme in bestand.ausnahmen.values():
        for i, kennung in enumerate(ausnahme.fuer):
            yield ausnahme.an("fuer", i), kennung
    for sitzung in bestand.sitzungen.values():
        for t, top in enumerate(sitzung.tagesordnung):
            for i, kennung in enumerate(top.bezug):
                yield sitzung.an("tagesordnung", t, "bezug", i), kennung


REGELN: tuple[Regel, ...] = (verweis_fuehrt_ins_leere, bezug_ist_unbekannt)
