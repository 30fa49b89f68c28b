"""Who belongs to which AG from when on, in two states, and how many ständige Mitglieder that makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from netzint.berichte.vergleich import NEU, WEG, Unterschied, compare_eintraege
from netzint.berichte.vergleichssatz import Satz
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import STAENDIGE, WORTE, Mandat, Mitglied
from netzint.modell.sprache import datum


def iter_ag_saetze(
    alt: Bestand, neu: Bestand, paare: Sequence[tuple[Eintrag | None, Eintrag | None]]
) -> Iterator[Satz]:
    """Mandate in AGs that came, ended or changed, under their AG; then the numbers that they change."""
    days: dict[str, set[date]] = defaultdict(set)
    for old, new in paare:
        if isinstance(old, Arbeitsgruppe) and isinstance(new, Arbeitsgruppe) and old.ende != new.ende:
            text = f"Mandatsende: {datum(old.ende)} → {datum(new.ende)}"
            yield Satz("arbeitsgruppen", "arbeitsgruppe", new.kennung, text, "ende")
        if not isinstance(new or old, Mitglied):
            continue
        for unterschied in _list_unterschiede(old, new):
            mandat = _find_mandat((old, new), unterschied)
            if mandat is None or not mandat.gremium.startswith("ag-"):
                continue
            days[mandat.gremium] |= {mandat.von}
            who = (new or old).kennung  # type: ignore[union-attr]  # one of the two is there
            text = _tell(who, mandat, unterschied)
            yield Satz("arbeitsgruppen", "arbeitsgruppe", mandat.gremium, text, f"{who}.{_spell(unterschied)}")
    for ag in sorted(days):
        for text in _tell_zahlen(alt, neu, ag, max(days[ag])):
            yield Satz("arbeitsgruppen", "arbeitsgruppe", ag, text)


def _list_unterschiede(old: Eintrag | None, new: Eintrag | None) -> Sequence[Unterschied]:
    if old is not None and new is not None:
        return compare_eintraege(old, new)
    person: Any = new or old
    return [Unterschied(("mandate", nr), "", art=NEU if old is None else WEG) for nr in range(len(person.mandate))]


def _find_mandat(paar: tuple[Any, Any], unterschied: Unterschied) -> Mandat | None:
    feld = unterschied.feld
    if len(feld) < 2 or feld[0] != "mandate" or not isinstance(feld[1], int):
        return None
    side = 0 if unterschied.art == WEG and len(feld) == 2 else 1
    found: Mandat = paar[side].mandate[feld[1]]
    return found


def _tell(who: str, mandat: Mandat, unterschied: Unterschied) -> str:
    if len(unterschied.feld) > 2:
        return f"{who}: {unterschied.text.partition(': ')[2]} (Mandat ab {datum(mandat.von)})"
    role = WORTE.get(mandat.rolle, mandat.rolle)
    bis = f" bis {datum(mandat.bis)}" if mandat.bis else ""
    by = f"; benannt durch {mandat.benannt.durch} am {datum(mandat.benannt.am)}" if mandat.benannt else ""
    end = f"; Ende: {WORTE.get(mandat.ende.grund, mandat.ende.grund)} ({datum(mandat.ende.am)})" if mandat.ende else ""
    gone = "gestrichen: " if unterschied.art == WEG else ""
    return f"{who}: {gone}{role} ab {datum(mandat.von)}{bis}{by}{end}"


def _spell(unterschied: Unterschied) -> str:
    return ".".join(map(str, unterschied.feld))


def _tell_zahlen(alt: Bestand, neu: Bestand, ag: str, tag: date) -> Iterator[str]:
    entry = neu.arbeitsgruppen.get(ag)
    if entry is None:
        return
    old, new = (sum(m.mandat.rolle in STAENDIGE for m in b.mandate_in(ag, tag)) for b in (alt, neu))
    if old != new:
        over = "; das sind zu viele" if new > entry.zahl_am(tag) else ""
        yield f"ständige Mitglieder am {datum(tag)}: {old} → {new} von {entry.zahl_am(tag)}{over}"
