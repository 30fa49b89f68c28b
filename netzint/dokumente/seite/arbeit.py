"""The sections about work: Empfehlungen and what came of them, dates, Fristen, changes, Bedarfe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from netzint.berichte.aenderungen import compare_bestaende
from netzint.berichte.bedarfe import liste as bericht_bedarfe
from netzint.berichte.beschlusskontrolle import kontrolle_tabelle, list_kontrolle
from netzint.berichte.empfehlungen import is_known
from netzint.berichte.fristen import default_bis, fristen_tabelle
from netzint.berichte.fristquellen import gremium_name
from netzint.berichte.tabelle import Zelle
from netzint.berichte.veranstaltungen import stand_am
from netzint.dokumente.seite.abschnitt import Blick, Daten, abschnitt, liste, show_kennung, tafel, tafel_of
from netzint.dokumente.seite.empfehlungsbild import draw_ampel, draw_weg
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.empfehlungsweg import list_fehlendes, stand_der_empfehlung
from netzint.recht.sitzungszeit import naechste_sitzung
from netzint.recht.zustaende import BEZEICHNUNG

HOECHSTENS = 6
"""So many sentences about one entry; the rest shows ``netzint verlauf``."""


def empfehlungen(blick: Blick) -> Daten:
    """Where each Empfehlung stands."""
    known = [e for e in blick.bestand.empfehlungen.values() if is_known(e, blick.tag)]
    if not known:
        return abschnitt("empfehlungen", "Handlungsempfehlungen", ["Noch gibt es keine Handlungsempfehlung."])
    staende = {e.kennung: stand_der_empfehlung(blick.bestand, e, blick.tag) for e in known}
    named = [e for e in known if blick.may_name(e.kennung)]
    bild = draw_weg(dict(staende), {e.kennung: e.kennung.removeprefix("he-") for e in named})
    rows = [_empfehlung(blick, e, BEZEICHNUNG[staende[e.kennung]]) for e in named]
    kopf = ("Nummer", "Titel", "Stand", *(() if blick.oeffentlich else ("Was als Nächstes fehlt",)))
    table = tafel("Die Handlungsempfehlungen im Einzelnen", kopf, rows, "keine ist öffentlich")
    saetze = [
        f"{anzahl(len(known), 'Handlungsempfehlung', 'Handlungsempfehlungen')}, von der Arbeit bis zur Umsetzung."
    ]
    if hidden := len(known) - len(named):
        saetze.append(f"{anzahl(hidden, 'ist', 'sind')} nicht öffentlich und nur mitgezählt.")
    return abschnitt("empfehlungen", "Handlungsempfehlungen", saetze, [bild], [table])


def _empfehlung(blick: Blick, e: Empfehlung, stand: str) -> tuple[str, ...]:
    row = (e.kennung.upper(), e.titel, stand)
    if blick.oeffentlich:
        return row
    missing = list_fehlendes(blick.bestand, e, blick.tag)
    more = f" (und {len(missing) - 1} weitere)" if len(missing) > 1 else ""
    return (*row, f"{missing[0].text}{more}" if missing else "nichts")


def umsetzung(blick: Blick) -> Daten:
    """What came of the accepted ones at each Stelle, with traffic lights."""
    rows = [k for k in list_kontrolle(blick.bestand, blick.tag) if blick.may_name(k.empfehlung.kennung)]
    if not rows:
        satz = "Noch ist nichts weitergeleitet, dessen Umsetzung zu verfolgen wäre."
        return abschnitt("umsetzung", "Stand der Umsetzung", [satz])
    spalten = {"empfehlung": "Empfehlung", "stelle_name": "Stelle", "ampel": "Ampel", "status": "Stand", "seit": "Seit"}
    if not blick.oeffentlich:
        spalten |= {"naeheres": "Näheres"}
    table = tafel_of(kontrolle_tabelle(blick.bestand, rows, blick.tag), spalten, titel="Die Umsetzung im Einzelnen")
    satz = "Je Empfehlung und Stelle. Die Empfehlungen sind Rat: Eine Stelle kann sie mit Begründung ablehnen."
    return abschnitt("umsetzung", "Stand der Umsetzung", [satz], [draw_ampel(Counter(k.ampel for k in rows))], [table])


def termine(blick: Blick) -> Daten:
    """The next Sitzungen and Veranstaltungen, and what is on the next Tagesordnung."""
    kopf = ("Tag", "Was", "Ort", "Stand", "Nummer")
    tables = [tafel("Sitzungen und Veranstaltungen", kopf, _termine(blick), "keine eingetragen", 1)]
    upcoming = naechste_sitzung(blick.worte, blick.tag)
    if upcoming is not None and upcoming.tagesordnung:
        tops = ((top.nummer or str(nr), top.titel) for nr, top in enumerate(upcoming.tagesordnung, 1))
        title = f"Tagesordnung der {upcoming.kennung.upper()} am {datum(upcoming.datum)}"
        tables.append(tafel(title, ("TOP", "Titel"), tops))
    return abschnitt("termine", "Nächste Termine", (), (), tables)


def _termine(blick: Blick) -> list[tuple[Zelle, ...]]:
    sitzungen = (s for s in blick.worte.sitzungen.values() if s.zustand in ("terminiert", "eingeladen"))
    events = (v for v in blick.worte.veranstaltungen.values() if stand_am(v, blick.tag) == "geplant")
    rows = [
        (s.datum, f"Sitzung der {gremium_name(blick.bestand, s.gremium)}", s.ort, BEZEICHNUNG[s.zustand], s.kennung)
        for s in sitzungen
        if s.datum >= blick.tag
    ]
    rows += [(v.datum, f"{v.art}: {v.titel}", v.ort, "geplant", v.kennung) for v in events]
    ordered = sorted(rows, key=lambda row: (row[0], row[4]))
    return [(*row[:4], row[4].upper()) for row in ordered]


def fristen(blick: Blick) -> Daten:
    """All that is due, the overdue first."""
    bis = default_bis(blick.bestand, blick.tag)
    tabelle = fristen_tabelle(blick.bestand, blick.tag, bis, blick.nachtraege)
    late = sum(row[0] < blick.tag for row in tabelle.zeilen)  # type: ignore[operator]
    satz = f"{anzahl(len(tabelle.zeilen), 'Frist', 'Fristen')} bis {datum(bis)}, davon {late} überfällig."
    spalten = {"am": "Am", "tage": "Wann", "art": "Frist", "text": "Worum es geht", "kennung": "Kennung"}
    return abschnitt("fristen", "Fristen", [satz], (), [tafel_of(tabelle, spalten, 3, "Die Fristen im Einzelnen")])


def aenderungen(blick: Blick) -> Daten:
    """What was recorded since the last Sitzung."""
    titel = "Änderungen seit der letzten Sitzung"
    if blick.seit is None:
        return abschnitt("aenderungen", titel, ["Noch hat keine Sitzung der Strategiegruppe stattgefunden."])
    since = f"{blick.seit.kennung.upper()} am {datum(blick.seit.datum)}"
    if blick.davor is None:
        satz = f"Zum Vergleich fehlt der Stand vom Tag der letzten Sitzung ({since}): Er ist nicht festgeschrieben."
        return abschnitt("aenderungen", titel, [satz])
    found = compare_bestaende(blick.davor, blick.bestand)
    rows = [(show_kennung(c.kennung), f"{c.art}: {c.name}", liste(list(_shorten(c.saetze)))) for c in found]
    satz = f"Was seit der {since} eingetragen wurde: {anzahl(len(found), 'Eintrag', 'Einträge')}."
    table = tafel("Die Änderungen im Einzelnen", ("Kennung", "Eintrag", "Was sich geändert hat"), rows, "nichts")
    return abschnitt("aenderungen", titel, [satz], (), [table])


def _shorten(saetze: tuple[str, ...]) -> Iterator[str]:
    yield from saetze[:HOECHSTENS]
    if len(saetze) > HOECHSTENS:
        yield f"und {len(saetze) - HOECHSTENS} weitere Angaben"


def bedarfe(blick: Blick) -> Daten:
    """The open ones and how old they are; for the public their number."""
    bericht = bericht_bedarfe(blick.bestand, blick.tag, nur_offene=True)
    if blick.oeffentlich:
        return abschnitt("bedarfe", "Gemeldete Bedarfe", bericht.saetze[:1])
    keys = [key for key, _ in bericht.tabellen[1].spalten]
    table = bericht.tabellen[1]._replace(
        zeilen=tuple(_age(row, keys.index("alter")) for row in bericht.tabellen[1].zeilen)
    )
    spalten = {
        "kennung": "Nummer",
        "titel": "Bedarf",
        "von": "Gemeldet von",
        "gemeldet": "Am",
        "stand": "Stand",
        "alter": "Alter",
    }
    return abschnitt(
        "bedarfe",
        "Gemeldete Bedarfe",
        bericht.saetze,
        (),
        [tafel_of(table, spalten, 1, "Die offenen Bedarfe im Einzelnen")],
    )


def _age(row: tuple[Zelle, ...], at: int) -> tuple[Zelle, ...]:
    days = row[at]
    return (*row[:at], anzahl(days, "Tag", "Tage") if isinstance(days, int) else None, *row[at + 1 :])
