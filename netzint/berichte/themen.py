"""The Themenspeicher on a day, and each Thema with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.bedarfe import WORTE as BEDARFSWORTE
from netzint.berichte.bedarfe import list_wege
from netzint.berichte.noch_nicht import refuse_noch_nicht
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_thema
from netzint.modell.sprache import anzahl, datum
from netzint.modell.thema import Thema
from netzint.recht.agzeiten import ende_am, list_bekannte
from netzint.recht.zustaende import BEZEICHNUNG, agstand

WORTE = {"gespeichert": "im Themenspeicher", "schwerpunkt": "Themenschwerpunkt", "beendet": "nicht weiter verfolgt"}


def stand_am(thema: Thema, tag: date) -> str:
    """``gespeichert``, ``schwerpunkt`` or ``beendet``."""
    if thema.bis is not None and thema.bis < tag:
        return "beendet"
    return "schwerpunkt" if thema.schwerpunkt is not None and thema.schwerpunkt.ab <= tag else "gespeichert"


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All Themen taken up by a day; Schwerpunkte first, then the oldest."""
    known = [t for t in bestand.themen.values() if t.aufgenommen <= stichtag]
    rank = {"schwerpunkt": 0, "gespeichert": 1, "beendet": 2}
    known.sort(key=lambda t: (rank[stand_am(t, stichtag)], t.aufgenommen, t.kennung))
    wege, ags = list_wege(bestand, stichtag), list_bekannte(bestand, stichtag)
    rows = tuple(
        (
            t.titel,
            stand_am(t, stichtag),
            t.aufgenommen,
            sum(w.thema == t.kennung for w in wege),
            sum(a.thema == t.kennung for a in ags),
            t.kennung,
        )
        for t in known
    )
    spalten = (
        ("titel", "Thema"),
        ("stand", "Stand"),
        ("aufgenommen", "Seit"),
        ("bedarfe", "Bedarfe"),
        ("ags", "AGs"),
        ("kennung", "Kennung"),
    )
    points = sum(stand_am(t, stichtag) == "schwerpunkt" for t in known)
    saetze = (f"{anzahl(len(known), 'Thema', 'Themen')}, davon {anzahl(points, 'Schwerpunkt', 'Schwerpunkte')}.",)
    tabelle = Tabelle("themen", "Themenspeicher", spalten, rows, "noch leer", worte=WORTE)
    schritte = () if known else (("netzint thema neu", "das erste Thema aufnehmen"),)
    return Bericht("netzint.themen/1", f"Themen am {datum(stichtag)}", saetze if known else (), (tabelle,), schritte)


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One Thema."""
    thema = find_thema(bestand, text)
    refuse_noch_nicht(f"Das Thema {thema.kennung}", thema.aufgenommen, stichtag)
    return Bericht(
        "netzint.thema/1",
        f"Thema „{thema.titel}“ ({thema.kennung})",
        tuple(_saetze(thema, stichtag)),
        (
            _daten(thema, stichtag),
            _bedarfe(bestand, thema, stichtag),
            _ags(bestand, thema, stichtag),
            _veranstaltungen(bestand, thema),
        ),
        tuple(_schritte(bestand, thema, stichtag)),
    )


def _saetze(thema: Thema, tag: date) -> Iterator[str]:
    yield f"Stand am {datum(tag)}: {WORTE[stand_am(thema, tag)]}."
    yield f"Im Themenspeicher seit dem {datum(thema.aufgenommen)}."
    if thema.schwerpunkt and thema.schwerpunkt.ab <= tag:
        by = f" durch {thema.schwerpunkt.beschluss}" if thema.schwerpunkt.beschluss else ""
        yield f"Themenschwerpunkt seit dem {datum(thema.schwerpunkt.ab)}{by}."
    if thema.bis is not None and thema.bis < tag:
        yield f"Verfolgt bis zum {datum(thema.bis)}."
    if thema.beschreibung:
        yield " ".join(thema.beschreibung.split())


def _daten(thema: Thema, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kennung": thema.kennung,
        "titel": thema.titel,
        "stand": stand_am(thema, tag),
        "aufgenommen": thema.aufgenommen,
        "schwerpunkt_ab": thema.schwerpunkt.ab if thema.schwerpunkt else None,
        "beschluss": thema.schwerpunkt.beschluss if thema.schwerpunkt else None,
        "bis": thema.bis,
    }
    return Tabelle("thema", "Thema", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _bedarfe(bestand: Bestand, thema: Thema, tag: date) -> Tabelle:
    own = [w for w in list_wege(bestand, tag) if w.thema == thema.kennung]
    rows = tuple((w.bedarf.gemeldet.am, w.bedarf.titel, w.stand, w.vorlauf, w.bedarf.kennung) for w in own)
    spalten = (
        ("gemeldet", "Gemeldet"),
        ("titel", "Titel"),
        ("stand", "Stand"),
        ("vorlauf", "Tage bis AG"),
        ("kennung", "Kennung"),
    )
    return Tabelle("bedarfe", "Bedarfe", spalten, rows, worte=BEDARFSWORTE)


def _ags(bestand: Bestand, thema: Thema, tag: date) -> Tabelle:
    own = [a for a in list_bekannte(bestand, tag) if a.thema == thema.kennung]
    rows = tuple((a.name_am(tag), agstand(a, tag), a.mandat.von, ende_am(bestand, a, tag), a.kennung) for a in own)
    spalten = (("name", "Name"), ("stand", "Stand"), ("von", "Von"), ("bis", "Bis"), ("kennung", "Kennung"))
    return Tabelle("arbeitsgruppen", "Arbeitsgruppen", spalten, rows, worte=BEZEICHNUNG)


def _veranstaltungen(bestand: Bestand, thema: Thema) -> Tabelle:
    own = [v for v in bestand.veranstaltungen.values() if thema.kennung in v.themen and not v.entfallen]
    rows = tuple((v.datum, v.art, v.titel, v.kennung) for v in sorted(own, key=lambda v: (v.datum, v.kennung)))
    spalten = (("datum", "Datum"), ("art", "Art"), ("titel", "Titel"), ("kennung", "Kennung"))
    return Tabelle("veranstaltungen", "Veranstaltungen", spalten, rows)


def _schritte(bestand: Bestand, thema: Thema, tag: date) -> Iterator[tuple[str, str]]:
    stand = stand_am(thema, tag)
    if stand == "gespeichert":
        yield f"netzint thema zum-schwerpunkt {thema.kennung}", "den Beschluss darüber vorbereiten"
    if stand == "schwerpunkt" and not any(a.thema == thema.kennung for a in bestand.arbeitsgruppen.values()):
        yield f"netzint ag einsetzen --thema {thema.kennung}", "eine Arbeitsgruppe dazu vorbereiten"
