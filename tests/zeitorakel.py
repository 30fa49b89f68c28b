"""The same questions answered by brute force over the plain files: nothing of netzint is used here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Daten = dict[str, dict[str, dict[str, Any]]]

RUECKMELDUNG = timedelta(days=84)
OHNE_FOLGE = ("nicht_beschlussfaehig", "widersprochen")
ANGENOMMEN = ("angenommen", "geaendert_angenommen")


def load(wurzel: Path) -> Daten:
    """Folder → Kennung → what its file says."""
    found: Daten = {}
    for pfad in sorted((wurzel / "daten").glob("*/*.yaml")):
        found.setdefault(pfad.parent.name, {})[pfad.stem] = _parse(pfad.read_text("utf-8"))
    return found


@cache
def _parse(text: str) -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load(text))


def tage(daten: Daten, ordner: str) -> list[date]:
    """Every day that the files of a folder name: where something begins, ends or happens."""
    return sorted({_von(wert) for entry in daten[ordner].values() for wert in _werte(entry)})


def _werte(wert: Any) -> Iterator[date]:
    if isinstance(wert, dict | list):
        for item in wert.values() if isinstance(wert, dict) else wert:
            yield from _werte(item)
    elif isinstance(wert, date):
        yield wert


def _von(wert: Any) -> date:
    return wert if isinstance(wert, date) else date.fromisoformat(f"{wert}-01")


def _bis(wert: Any) -> date:
    if isinstance(wert, date) or wert is None:
        return wert or date.max
    year, month = map(int, wert.split("-"))
    return date(year, month, monthrange(year, month)[1])


def _mandate(daten: Daten, gremium: str, tag: date) -> Iterator[tuple[str, dict[str, Any]]]:
    for kennung, person in daten["mitglieder"].items():
        for mandat in person.get("mandate", ()):
            if mandat["gremium"] == gremium and _von(mandat["von"]) <= tag <= _bis(mandat.get("bis")):
                yield kennung, mandat


def sitze(daten: Daten, tag: date) -> dict[str, str]:
    """Who sits on which seat of the Strategiegruppe."""
    held = _mandate(daten, "strategiegruppe", tag)
    return {mandat["sitz"]: kennung for kennung, mandat in held if mandat["rolle"] == "ordentlich"}


def ag_mitglieder(daten: Daten, ag: str, tag: date) -> set[tuple[str, str]]:
    """Who belongs to an AG, in which role; of a closed one those who did when it closed."""
    closed = daten["arbeitsgruppen"][ag].get("abschluss")
    day = min(tag, _bis(closed["am"])) if closed else tag
    return {(kennung, mandat["rolle"]) for kennung, mandat in _mandate(daten, ag, day)}


def ag_bekannt(daten: Daten, ag: str, tag: date) -> bool:
    """Whether the AG was decided on, or had begun, by a day."""
    mandat = daten["arbeitsgruppen"][ag]["mandat"]
    where = (mandat.get("beschluss") or "").partition("/")[0]
    decided = daten["sitzungen"].get(where, {}).get("datum")
    voted = daten.get("umlaeufe", {}).get(where, {}).get("abschluss", {}).get("am")
    return any(_von(day) <= tag for day in (mandat["von"], decided, voted) if day)


def ag_stand(daten: Daten, ag: str, tag: date) -> str:
    """eingesetzt, aktiv, ausgelaufen or abgeschlossen."""
    entry = daten["arbeitsgruppen"][ag]
    if entry.get("abschluss") and _bis(entry["abschluss"]["am"]) <= tag:
        return "abgeschlossen"
    first = entry["mandat"]
    if tag < _von(first["von"]):
        return "eingesetzt"
    periods = [(first["von"], first["bis"]), *((v["ab"], v["bis"]) for v in entry.get("verlaengerungen", ()))]
    return "aktiv" if any(_von(von) <= tag <= _bis(bis) for von, bis in periods) else "ausgelaufen"


def _votes(daten: Daten, he: str) -> Iterator[tuple[date, str, int]]:
    """Day, result and wording of each vote on an Empfehlung that counts."""
    found = [
        (sitzung["datum"], beschluss["antrag"], beschluss["ergebnis"])
        for sitzung in daten["sitzungen"].values()
        for top in sitzung.get("tagesordnung", ())
        for beschluss in top.get("beschluesse", ())
    ]
    umlaeufe = [u for u in daten["umlaeufe"].values() if "abschluss" in u]
    found += [(u["abschluss"]["am"], u["antrag"], u["abschluss"]["ergebnis"]) for u in umlaeufe]
    for am, antrag, ergebnis in found:
        if he in antrag.get("empfehlungen", ()) and ergebnis not in OHNE_FOLGE:
            yield am, ergebnis, antrag.get("fassung", 1)


def he_stand(daten: Daten, he: str, tag: date) -> str:
    """The state of an Empfehlung: its life told again from the beginning, event by event."""
    entry = daten["empfehlungen"][he]
    for ende in ("entfallen", "zurueckgezogen"):
        if ende in entry and entry[ende]["am"] <= tag:
            return ende
    reports = [_letzter(w, tag)["status"] for w in entry.get("weiterleitungen", ()) if w["am"] <= tag]
    if reports:
        return _sum_up({status for status in reports if status != "abgegeben"} or {"offen"})
    events = [(f["vom"], 0, "fassung", f["nr"]) for f in entry["fassungen"]]
    events += [(f["eingereicht"], 1, "eingereicht", f["nr"]) for f in entry["fassungen"] if "eingereicht" in f]
    events += [(am, 2, ergebnis, nr) for am, ergebnis, nr in _votes(daten, he)]
    state, voted = "", 0
    for _, _, what, nr in sorted(event for event in events if event[0] <= tag):
        if what not in ("fassung", "eingereicht"):
            state, voted = what, nr
        elif nr > voted and state not in ANGENOMMEN:
            keeps = state in ("eingereicht", "vertagt") and what == "fassung"
            state = state if keeps else "erarbeitet" if what == "fassung" else "eingereicht"
    return state


def _letzter(weiterleitung: dict[str, Any], tag: date) -> dict[str, Any]:
    known = [stand for stand in weiterleitung.get("stand", ()) if stand["am"] <= tag]
    last = max((stand["am"] for stand in known), default=None)
    return [stand for stand in known if stand["am"] == last][-1] if known else {"status": "offen"}


def _sum_up(statuses: set[str]) -> str:
    alone = {"offen": "weitergeleitet", "erledigt": "erledigt", "nicht_aufgegriffen": "nicht_aufgegriffen"}
    if len(statuses) == 1 and statuses <= set(alone):
        return alone[statuses.pop()]
    if statuses <= {"umgesetzt", "erledigt"}:
        return "umgesetzt"
    return "teilweise" if statuses & {"teilweise", "umgesetzt", "erledigt"} else "in_umsetzung"


def wiedervorlagen(daten: Daten, tag: date) -> dict[tuple[str, str], date]:
    """What is to be asked again, and when: by Empfehlung and Stelle."""
    found = {}
    for he, entry in daten["empfehlungen"].items():
        for weiter in entry.get("weiterleitungen", ()):
            if weiter["am"] <= tag and "entfallen" not in entry:
                due = _wiedervorlage(weiter, _letzter(weiter, tag))
                if due is not None:
                    found[he, weiter["stelle"]] = due
    return found


def _wiedervorlage(weiter: dict[str, Any], last: dict[str, Any]) -> date | None:
    sent, reported = cast("date", weiter["am"]), cast("date | None", last.get("am"))
    if reported is None:
        return cast("date | None", weiter.get("antwort_bis")) or sent + RUECKMELDUNG
    if last["status"] in ("erledigt", "abgegeben"):
        return None
    if "wiedervorlage" in last:
        return cast("date", last["wiedervorlage"])
    if last["status"] not in ("offen", "in_umsetzung", "teilweise"):
        return None
    promised = cast("date | None", last.get("bis"))
    return promised if promised and promised > reported else reported + RUECKMELDUNG
