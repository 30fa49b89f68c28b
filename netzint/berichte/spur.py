"""The trace of any Kennung: where it came from, and what became of it, as two trees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netzint.berichte.noch_nicht import refuse_noch_nicht
from netzint.berichte.spur_faden import KETTE, Punkt, punkt_of
from netzint.berichte.spur_folgen import folgen
from netzint.berichte.spur_quellen import quellen
from netzint.berichte.spur_worte import Worte, describe
from netzint.berichte.tabelle import Baum, Bericht, Knoten
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_beschluss, find_in_allen
from netzint.modell.sprache import datum
from netzint.recht.agzeiten import bekannt_seit
from netzint.recht.sitzungszeit import GEPLANT as SITZUNG_GEPLANT

Faden = Callable[[Bestand, Punkt], list[Punkt]]
WEITER = (*KETTE, "beschluss", "weiterleitung", "stand")
"""Where the thread goes on; anything else is named and left."""

GEPLANT = ("sitzung", "veranstaltung")
"""What is there long before its day."""


def spur(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """The whole chain through a Kennung, backwards and forwards, as known on a day.

    Raises NetzintFehler (wrong usage) if there was none yet.
    """
    start = _find(bestand, text)
    worte = describe(bestand, start, stichtag)
    if start.art not in GEPLANT:
        refuse_noch_nicht(f"{worte.art} {start.kennung}", _seit(bestand, start, worte), stichtag)
    back = _grow(bestand, start, stichtag, quellen)
    forth = _grow(bestand, start, stichtag, folgen)
    since = f" ({datum(worte.am)})" if worte.am else ""
    return Bericht(
        "netzint.spur/1",
        f"Spur von {start.kennung}",
        (f"{worte.art}: {worte.text}{since}",),
        baeume=(
            Baum("woher", "Woher es kommt", back, "nichts erfasst"),
            Baum("wohin", "Was daraus wurde", forth, "noch nichts"),
        ),
    )


def seit_of(bestand: Bestand, kennung: str) -> date | None:
    """Since when an entry is there, as far as a day tells; None for what is planned, or has no first day."""
    start = punkt_of(bestand, kennung)
    return None if start.art in GEPLANT else _seit(bestand, start, describe(bestand, start, date.max))


def _seit(bestand: Bestand, start: Punkt, worte: Worte) -> date | None:
    """Since when there is something to tell of it; an AG is there when it is decided on, before it begins."""
    ag = bestand.arbeitsgruppen.get(start.kennung)
    return bekannt_seit(bestand, ag) if ag else worte.am


def _find(bestand: Bestand, text: str) -> Punkt:
    """The place that somebody means: any entry, a Beschluss ``x/y``, a seat; people, AGs … also by name."""
    name = text.strip().lower()
    if name in bestand.beschluesse or name in bestand.umlaufbeschluesse:
        return Punkt("beschluss", name)
    if name in bestand.eintraege:
        return punkt_of(bestand, name)
    if name in bestand.alle_sitze:
        return Punkt("sitz", name)
    if "/" in name:
        return Punkt("beschluss", find_beschluss(bestand, name))
    return punkt_of(bestand, find_in_allen(bestand, text).kennung)


def _grow(bestand: Bestand, start: Punkt, tag: date, faden: Faden) -> tuple[Knoten, ...]:
    """What hangs on a place, all the way. Each place is followed once; what the branch comes from is left out."""
    seen: set[Punkt] = set()

    def grow(punkt: Punkt, branch: frozenset[Punkt]) -> tuple[Knoten, ...]:
        found = [(p, describe(bestand, p, tag)) for p in faden(bestand, punkt) if p not in branch]
        known = sorted((pair for pair in found if _is_there(bestand, *pair, tag)), key=_order)
        return tuple(node(p, worte, branch) for p, worte in known)

    def node(punkt: Punkt, worte: Worte, branch: frozenset[Punkt]) -> Knoten:
        again = punkt in seen
        seen.add(punkt)
        kinder = grow(punkt, branch | {punkt}) if punkt.art in WEITER and not again else ()
        repeated = again and punkt.art in WEITER and bool(faden(bestand, punkt))
        return Knoten(worte.kennung, worte.art, worte.text, worte.am, kinder, repeated)

    return grow(start, frozenset({start}))


def _is_there(bestand: Bestand, punkt: Punkt, worte: Worte, tag: date) -> bool:
    """Whether it had happened by a day, or is planned: a Sitzung that is not held yet, a Veranstaltung."""
    if worte.am is None or worte.am <= tag:
        return True
    return punkt.art == "veranstaltung" or (
        punkt.art == "sitzung" and bestand.sitzungen[punkt.kennung].zustand in SITZUNG_GEPLANT
    )


def _order(pair: tuple[Punkt, Worte]) -> tuple[date, str]:
    return pair[1].am or date.min, pair[0].kennung
