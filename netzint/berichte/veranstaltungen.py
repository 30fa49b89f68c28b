"""Veranstaltungen: those to come, those that were, and each with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Tage, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_veranstaltung
from netzint.modell.sprache import aufzaehlung, datum, wochentag
from netzint.modell.veranstaltung import Veranstaltung

WORTE = {
    "geplant": "geplant",
    "gewesen": "war schon",
    "abgesagt": "abgesagt",
    "entfallen": "entfallen",
    "praesenz": "Präsenz",
    "video": "Video",
    "hybrid": "hybrid",
}


def stand_am(event: Veranstaltung, tag: date) -> str:
    """``geplant``, ``gewesen``, ``abgesagt`` or ``entfallen``."""
    if event.entfallen and event.entfallen.am <= tag:
        return "entfallen"
    if event.abgesagt and event.abgesagt.am <= tag:
        return "abgesagt"
    return "gewesen" if (event.bis or event.datum) < tag else "geplant"


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """The next ones first, then those that were, the latest first."""
    events = sorted(bestand.veranstaltungen.values(), key=lambda v: (v.datum, v.kennung))
    coming = [v for v in events if (v.bis or v.datum) >= stichtag]
    past = [v for v in reversed(events) if (v.bis or v.datum) < stichtag]
    tables = (
        _tabelle("kommend", "Kommende Veranstaltungen", coming, stichtag),
        _tabelle("vergangen", "Vergangene Veranstaltungen", past, stichtag),
    )
    schritte = () if coming else (("netzint veranstaltung neu", "eine Veranstaltung anlegen"),)
    return Bericht("netzint.veranstaltungen/1", f"Veranstaltungen am {datum(stichtag)}", (), tables, schritte)


def _tabelle(schluessel: str, titel: str, events: Iterable[Veranstaltung], tag: date) -> Tabelle:
    rows = tuple(
        (v.datum, v.bis, Tage((v.datum - tag).days), v.art, v.titel, v.ort, stand_am(v, tag), v.kennung) for v in events
    )
    spalten = (
        ("datum", "Datum"),
        ("bis", "Bis"),
        ("tage", "Wann"),
        ("art", "Art"),
        ("titel", "Titel"),
        ("ort", "Ort"),
        ("stand", "Stand"),
        ("kennung", "Kennung"),
    )
    return Tabelle(schluessel, titel, spalten, rows, worte=WORTE, verborgen=("tage",))


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One Veranstaltung."""
    event = find_veranstaltung(bestand, text)
    earlier = Tabelle(
        "verlegt",
        "Frühere Termine",
        (("von", "Termin"), ("am", "Verlegt am"), ("grund", "Grund")),
        tuple((v.von, v.am, " ".join(v.grund.split()) if v.grund else None) for v in event.verlegt),
    )
    return Bericht(
        "netzint.veranstaltung/1",
        f"{event.kennung.upper()}: {event.titel}",
        tuple(_saetze(bestand, event, stichtag)),
        (_daten(event, stichtag), *((earlier,) if event.verlegt else (earlier._replace(nur_daten=True),))),
        tuple(_schritte(event, stichtag)),
    )


def _saetze(bestand: Bestand, event: Veranstaltung, tag: date) -> Iterator[str]:
    until = f" bis {datum(event.bis)}" if event.bis and event.bis != event.datum else ""
    clock = f", {event.beginn}{f'–{event.ende}' if event.ende else ''} Uhr" if event.beginn else ""
    place = f", {event.ort}" if event.ort else ""
    public = "öffentlich" if event.oeffentlich else "nicht öffentlich"
    yield f"{event.art} am {wochentag(event.datum)}, {datum(event.datum)}{until}{clock}{place}"
    yield f"{WORTE[event.form]}, {public}, {WORTE[stand_am(event, tag)]}."
    themen = [bestand.themen[t].titel if t in bestand.themen else t for t in event.themen]
    if themen:
        yield f"{'Thema' if len(themen) == 1 else 'Themen'}: {aufzaehlung(themen)} ({', '.join(event.themen)})."
    ags = [bestand.arbeitsgruppen[a].name if a in bestand.arbeitsgruppen else a for a in event.arbeitsgruppen]
    if ags:
        yield f"Beteiligt: {aufzaehlung(ags)} ({', '.join(event.arbeitsgruppen)})."
    if event.abgesagt and event.abgesagt.am <= tag:
        yield f"Abgesagt am {datum(event.abgesagt.am)}: {' '.join(event.abgesagt.grund.split())}"
    if event.programm:
        yield from (f"Programm: {line}" if not n else line for n, line in enumerate(event.programm.splitlines()))


def _daten(event: Veranstaltung, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kennung": event.kennung,
        "titel": event.titel,
        "art": event.art,
        "datum": event.datum,
        "bis": event.bis,
        "beginn": event.beginn,
        "ende": event.ende,
        "ort": event.ort,
        "form": event.form,
        "stand": stand_am(event, tag),
        "oeffentlich": "ja" if event.oeffentlich else "nein",
        "themen": ", ".join(event.themen),
        "arbeitsgruppen": ", ".join(event.arbeitsgruppen),
    }
    return Tabelle("veranstaltung", "Veranstaltung", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _schritte(event: Veranstaltung, tag: date) -> Iterator[tuple[str, str]]:
    if stand_am(event, tag) != "geplant":
        return
    if event.programm is None:
        yield f"netzint veranstaltung aendern {event.kennung}", "das Programm nachtragen"
    yield f"netzint veranstaltung verlegen {event.kennung}", "auf einen anderen Tag verlegen"
