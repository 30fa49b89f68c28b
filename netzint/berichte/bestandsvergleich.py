"""Two states of everything, compared by meaning: what a reviewer has to know, what matters most first.

Pure: which entries to look at may be said by whoever knows which files differ; what the rules found is handed in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from netzint.berichte.agwechsel import iter_ag_saetze
from netzint.berichte.beschlusswirkung import iter_beschlusswirkung
from netzint.berichte.eignungswechsel import list_eignung, tell_eignung
from netzint.berichte.empfehlungssiegel import tell_siegel
from netzint.berichte.fassungswechsel import tell_fassungen
from netzint.berichte.geschaeftsordnungswechsel import iter_fassungen
from netzint.berichte.nennung import KNAPP, write_out
from netzint.berichte.sitzwechsel import Wechsel, is_told, list_wechsel, tell_besetzung, tell_wechsel
from netzint.berichte.vergleich import ANDERS, NEU, WEG, Unterschied, compare_eintraege
from netzint.berichte.vergleichssatz import GRUPPEN, PERSONEN, Satz, hide_personen, make_satz, tell_inhalt, with_tops
from netzint.berichte.vergleichswirkung import Wirkung, find_wirkung
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import to_klartext
from netzint.modell.mitglied import Mandat, Mitglied

Paar = tuple[Eintrag | None, Eintrag | None]
"""An entry in the older and in the newer state; None: it is not there."""


class Vergleich(NamedTuple):
    """What is different, sentence by sentence in the order of the groups, and what that does."""

    saetze: tuple[Satz, ...]
    wirkung: Wirkung
    eintraege: int
    """So many entries are different."""
    stichtag: date

    @property
    def leer(self) -> bool:
        """Whether nothing at all is different."""
        return not (self.saetze or any(self.wirkung))


def list_paare(alt: Bestand, neu: Bestand) -> list[Paar]:
    """Every entry that is not the same in both states, kind by kind."""
    before = {(type(entry), entry.kennung): entry for entry in alt.iter_eintraege()}
    pairs: list[Paar] = [(before.pop((type(e), e.kennung), None), e) for e in neu.iter_eintraege()]
    pairs += [(entry, None) for entry in before.values()]
    return [(old, new) for old, new in pairs if old is None or new is None or (old is not new and old != new)]


def compare_staende(
    alt: Bestand,
    neu: Bestand,
    befunde_alt: Sequence[Befund] = (),
    befunde_neu: Sequence[Befund] = (),
    stichtag: date = date.min,
    *,
    paare: Sequence[Paar] | None = None,
    weitere: Iterable[Satz] = (),
) -> Vergleich:
    """The whole comparison. ``paare``: the entries that may be different; ``weitere``: what else differs."""
    pairs = list_paare(alt, neu) if paare is None else paare
    told = sorted((*tell_paare(alt, neu, pairs), *weitere), key=lambda satz: _ORDNUNG[satz.gruppe])
    anders: dict[str, set[str]] = defaultdict(set)
    for paar in pairs:
        anders[art_of_paar(paar)] |= {entry.kennung for entry in paar if entry is not None}
    wirkung = find_wirkung(alt, neu, (befunde_alt, befunde_neu), stichtag, anders)
    return Vergleich(tuple(told), wirkung, sum(old != new for old, new in pairs), stichtag)


def tell_paare(alt: Bestand, neu: Bestand, paare: Sequence[Paar], *, inhalt: bool = True) -> tuple[Satz, ...]:
    """The sentences about entries, in the order of the groups. ``inhalt``: of new ones also what stands in
    them, of votes how they count."""
    changed = {art_of_paar(paar) for paar in paare}
    wechsel = list_wechsel(alt, neu) if changed & {"mitglied", "geschaeftsordnung"} else ()
    found = list(_iter_sitze(alt, neu, wechsel, paare)) if changed & _SITZE else []
    umbenannt = find_umbenannte(paare)
    for paar in paare:
        kennung = next(entry.kennung for entry in paar if entry is not None)
        if kennung in umbenannt:
            found.append(_tell_umbenannt(art_of_paar(paar), kennung, umbenannt[kennung], is_neu=paar[0] is None))
        else:
            found += _tell_paar(alt, neu, paar, wechsel, inhalt=inhalt)
    found += iter_ag_saetze(alt, neu, paare)
    found += iter_beschlusswirkung(alt, neu, paare) if inhalt else ()
    old_tops, new_tops = with_tops(alt), with_tops(neu)
    named = [satz if satz.prosa else satz._replace(text=old_tops(new_tops(satz.text))) for satz in found]
    return tuple(sorted(named, key=_rank))


def _rank(satz: Satz) -> tuple[int, int, str]:
    """Groups, in them kinds, in them entries; what is told of one entry stays in its order."""
    return _ORDNUNG[satz.gruppe], _ARTEN.get(satz.art, 0), satz.kennung


_ORDNUNG = {gruppe: nr for nr, gruppe in enumerate(GRUPPEN)}
_ARTEN = {"sitz": -2, "quote": -1, **{art: nr for nr, art in enumerate(NACH_NAME)}}


def art_of_paar(paar: Paar) -> str:
    """The kind of a pair."""
    entry = paar[1] if paar[0] is None else paar[0]
    return type(entry).__name__.lower()


_SITZE = {"mitglied", "stelle", "geschaeftsordnung"}
"""On what it depends who sits where, and fits there."""


def _iter_sitze(alt: Bestand, neu: Bestand, wechsel: Sequence[Wechsel], paare: Sequence[Paar]) -> Iterator[Satz]:
    eignung = list_eignung(alt, neu)
    for text in (*(tell_wechsel(alt, neu, w) for w in wechsel), *tell_eignung(neu, eignung)):
        yield Satz("sitze", "sitz", "", text)
    days = [w.am for w in eignung]
    days += [day for paar in paare if art_of_paar(paar) == "geschaeftsordnung" for day in _first_days(paar)]
    for text in tell_besetzung(alt, neu, wechsel, days):
        yield Satz("sitze", "quote", "", text)


def _first_days(paar: Paar) -> Iterator[date]:
    entry: Any
    for entry in filter(None, paar):
        yield from (fassung.gilt_ab for fassung in entry.fassungen)


def _tell_paar(alt: Bestand, neu: Bestand, paar: Paar, wechsel: Sequence[Wechsel], *, inhalt: bool) -> list[Satz]:
    old, new = paar
    entry: Eintrag = new or old  # type: ignore[assignment]  # one of the two is there
    art = art_of_paar(paar)
    differences = compare_eintraege(old, new)
    if old is None and new is not None and inhalt:
        known = () if art in PERSONEN else KNAPP
        differences = (*differences, *(d for d in tell_inhalt(new) if d.feld[0] not in known))
    if isinstance(entry, Mitglied):
        differences = tuple(d for d in differences if not _is_elsewhere(d, paar, wechsel))
    if art == "empfehlung":
        differences = tell_fassungen(new, tell_siegel(alt, neu, entry.kennung, differences))
    if art == "geschaeftsordnung":
        differences = iter_fassungen(paar, differences)
    if inhalt:
        differences = tuple(_write_out(paar, d) for d in differences)
    return [make_satz(art, entry.kennung, d) for d in hide_personen(art, paar, differences)]


def find_umbenannte(paare: Sequence[Paar]) -> dict[str, str]:
    """Of entries that went and came with the same contents: the other Kennung of each."""
    gone = {_inhalt(old): old.kennung for old, new in paare if old is not None and new is None}
    found: dict[str, str] = {}
    for old, new in paare if gone else ():
        was = gone.pop(_inhalt(new), None) if old is None and new is not None else None
        if was is not None and new is not None:
            found |= {was: new.kennung, new.kennung: was}
    return found


def _inhalt(entry: Eintrag) -> tuple[str, str]:
    return type(entry).__name__, repr(to_klartext(entry))


def _tell_umbenannt(art: str, kennung: str, andere: str, *, is_neu: bool) -> Satz:
    text = f"Angelegt: was bisher {andere} war" if is_neu else f"Gelöscht: steht mit demselben Inhalt als {andere} da"
    return make_satz(art, kennung, Unterschied((), text, art=NEU if is_neu else WEG))


def _write_out(paar: Paar, d: Unterschied) -> Unterschied:
    """What came or went as a whole is to be read as a whole."""
    if d.art == ANDERS:
        return d
    value: Any = paar[0] if d.art == WEG else paar[1]
    for part in d.feld:
        if isinstance(value, tuple):
            value = dict(enumerate(value)).get(int(part))
        else:
            value = value.get(part) if isinstance(value, dict) else getattr(value, str(part), None)
    return d._replace(text=write_out(d.text, value))


def _is_elsewhere(unterschied: Unterschied, paar: Paar, wechsel: Sequence[Wechsel]) -> bool:
    """Whether the sentences about seats or AGs have told this of a person already."""
    feld = unterschied.feld
    if len(feld) < 2 or feld[0] != "mandate" or not isinstance(feld[1], int):
        return False
    side = 0 if unterschied.art == WEG and len(feld) == 2 else 1
    person: Any = paar[side]
    mandat: Mandat = person.mandate[feld[1]]
    if mandat.gremium != STRATEGIEGRUPPE:
        return mandat.gremium.startswith("ag-")
    if len(feld) == 2 and unterschied.art in (NEU, WEG):
        return is_told(wechsel, mandat.sitz, mandat.rolle, person.kennung, "alt" if side == 0 else "neu")
    before: Any = paar[0]
    same = [m for m in before.mandate if (m.sitz, m.rolle) == (mandat.sitz, mandat.rolle)] if before else []
    ended = any(m.von == mandat.von and m.bis != mandat.bis for m in same)
    return ended and feld[2] in ("bis", "ende") and any(
        is_told(wechsel, mandat.sitz, mandat.rolle, person.kennung, side) for side in ("alt", "neu")
    )  # fmt: skip
