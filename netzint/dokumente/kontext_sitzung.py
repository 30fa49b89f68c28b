"""What Tagesordnung and Einladung show: the TOPs with their tables, the papers, the Verteiler."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netzint.dokumente.kontext import Daten, person, stelle
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import datum
from netzint.recht.fristen import stand_am
from netzint.recht.verteiler import list_verteiler
from netzint.recht.wiedervorlage import Faellig, list_wiedervorlagen
from netzint.recht.zustaende import BEZEICHNUNG


def tops(bestand: Bestand, sitzung: Sitzung) -> list[Daten]:
    """The TOPs in their order; the number is the place until it is fixed."""
    return [_top(bestand, sitzung, top, nr) for nr, top in enumerate(sitzung.tagesordnung, 1)]


def _top(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, nr: int) -> Daten:
    found: Daten = {
        "nummer": top.nummer or str(nr),
        "titel": f"{top.titel}{_zusatz(top)}",
        "weil": top.weil or "",
        "vorlage": top.vorlage.upper() if top.vorlage else "",
        "oeffentlich": top.oeffentlich,
    }
    make = TABELLEN.get(top.kennung)
    if make is not None and top.bezug:
        found["tabelle"] = make(bestand, top.bezug, sitzung.datum)
    return found


def _zusatz(top: Tagesordnungspunkt) -> str:
    return " (abgesetzt)" if top.abgesetzt else " (Tischvorlage)" if top.tischvorlage else ""


def _vakanzen(bestand: Bestand, bezug: tuple[str, ...], tag: date) -> Daten:
    sitze = [s for s in bestand.sitze(tag) if s.kennung in bezug]
    rows = [[s.name, ", ".join(stelle(bestand, k, tag) for k in s.benannt_von)] for s in sitze]
    return _table("Unbesetzte Sitze", ["Sitz", "benennen darf"], rows)


def _bedarfe(bestand: Bestand, bezug: tuple[str, ...], tag: date) -> Daten:
    found = [bestand.bedarfe[k] for k in bezug if k in bestand.bedarfe]
    rows = [[b.kennung.upper(), b.titel, stelle(bestand, b.gemeldet.von, tag), datum(b.gemeldet.am)] for b in found]
    return _table("Offene Bedarfe", ["Nummer", "Bedarf", "gemeldet von", "gemeldet am"], rows)


def _themen(bestand: Bestand, bezug: tuple[str, ...], _tag: date) -> Daten:
    found = [bestand.themen[k] for k in bezug if k in bestand.themen]
    return _table("Neue Themen", ["Thema", "aufgenommen am"], [[t.titel, datum(t.aufgenommen)] for t in found])


def _veranstaltungen(bestand: Bestand, bezug: tuple[str, ...], _tag: date) -> Daten:
    found = [bestand.veranstaltungen[k] for k in bezug if k in bestand.veranstaltungen]
    rows = [[datum(v.datum), v.art, v.titel, v.ort or "–"] for v in found]
    return _table("Nächste Veranstaltungen", ["Tag", "Art", "Titel", "Ort"], rows)


def _table(titel: str, spalten: list[str], rows: list[list[str]]) -> Daten:
    return {"titel": titel, "spalten": spalten, "zeilen": [{"zellen": row} for row in rows]}


TABELLEN: dict[str, Callable[[Bestand, tuple[str, ...], date], Daten]] = {
    "vakanzen": _vakanzen,
    "offene-bedarfe": _bedarfe,
    "neue-themen": _themen,
    "veranstaltungen": _veranstaltungen,
}
"""Which TOPs bring a table along, by the TOP's Kennung."""


def unterlagen(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    """The papers that go with the Einladung."""
    found = [bestand.beschlussvorlagen.get(t.vorlage or "") for t in sitzung.tagesordnung if not t.abgesetzt]
    return [f"Beschlussvorlage {v.kennung.upper()}: {v.betreff}" for v in found if v is not None]


def beschlusskontrolle(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> list[Daten]:
    """Per Empfehlung and Stelle what is due for Überprüfung; empty if no TOP asks for it."""
    top = next((t for t in sitzung.tagesordnung if t.kennung == "ueberpruefung"), None)
    if top is None:
        return []
    due = list_wiedervorlagen(bestand, stichtag)
    return [
        _kontrolle(bestand, f, stichtag) for f in due if f.am <= sitzung.datum and f.empfehlung.kennung in top.bezug
    ]


def _kontrolle(bestand: Bestand, due: Faellig, stichtag: date) -> Daten:
    stand = stand_am(due.weiterleitung, stichtag)
    return {
        "empfehlung": due.empfehlung.kennung.upper(),
        "titel": due.empfehlung.titel,
        "stelle": stelle(bestand, due.weiterleitung.stelle, stichtag),
        "stand": BEZEICHNUNG[stand.status] if stand else "noch keine Rückmeldung",
        "wer": (stand.wer if stand else None) or "",
        "bis": stand.bis.isoformat() if stand and stand.bis else "",
        "grund": " ".join((stand.grund or "").split()) if stand else "",
    }


def verteiler(bestand: Bestand, sitzung: Sitzung, tag: date) -> list[Daten]:
    """Who was invited, and as what; before the dispatch: who is to be invited, in the order of the seats."""
    due = list_verteiler(bestand, sitzung)
    sent = sitzung.einladung if sitzung.einladung and sitzung.einladung.verteiler else None
    geladen, gaeste = (sent.verteiler, sent.gaeste) if sent else (due.geladen, due.gaeste)
    roles = {k: "zur Kenntnis (Stellvertretung)" if k in due.vertretungen else "" for k in geladen}
    roles |= dict.fromkeys(gaeste, "als Gast")
    return [{**_empfaenger(bestand, kennung, tag), "als": role} for kennung, role in roles.items()]


def _empfaenger(bestand: Bestand, kennung: str, tag: date) -> Daten:
    entry = bestand.mitglieder.get(kennung)
    aemter = entry.aemter_am(tag) if entry else ()
    return {
        "name": person(bestand, kennung),
        "funktion": (aemter[0].funktion or "") if aemter else "",
        "stelle": stelle(bestand, aemter[0].stelle, tag) if aemter else "",
    }
