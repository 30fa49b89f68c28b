"""Who belongs to which AG from when on, in two states, and how many ständige Mitglieder that makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
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
        for mandat in _list_andere(old, new):
            days[mandat.gremium] |= {mandat.von, *([mandat.bis + timedelta(days=1)] if mandat.bis else [])}
        for unterschied in _list_unterschiede(old, new):
            found = _find_mandat((old, new), unterschied)
            if found is None or not found.gremium.startswith("ag-"):
                continue
            who = (new or old).kennung  # type: ignore[union-attr]  # one of the two is there
            text = _tell(who, found, unterschied)
            yield Satz("arbeitsgruppen", "arbeitsgruppe", found.gremium, text, f"{who}.{_spell(unterschied)}")
    for ag in sorted(days):
        for text in _tell_zahlen(alt, neu, ag, sorted(days[ag])):
            yield Satz("arbeitsgruppen", "arbeitsgruppe", ag, text)


def _list_andere(old: Any, new: Any) -> list[Mandat]:
    """The Mandate in AGs that only one of the two states has."""
    before, after = (entry.mandate if entry else () for entry in (old, new))
    some = (*(m for m in before if m not in after), *(m for m in after if m not in before))
    return [mandat for mandat in some if mandat.gremium.startswith("ag-")]


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


def _tell_zahlen(alt: Bestand, neu: Bestand, ag: str, tage: Sequence[date]) -> Iterator[str]:
    """On each day of the AG on which the number changes, as far as it is another one than before."""
    entry = neu.arbeitsgruppen.get(ag)
    if entry is None:
        return
    told = ""
    for tag in (tag for tag in tage if tag <= entry.ende):
        old, new = (sum(m.mandat.rolle in STAENDIGE for m in b.mandate_in(ag, tag)) for b in (alt, neu))
        due = entry.zahl_am(tag)
        text = f"{old} → {new} von {due}" + ("; das sind zu viele" if new > due else "")
        if old != new and text != told:
            told = text
            yield f"ständige Mitglieder am {datum(tag)}: {text}"
