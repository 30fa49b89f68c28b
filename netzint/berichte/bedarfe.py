"""Bedarfe on a day: how old the open ones are, and how long it took from one to an AG (R23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bedarf import Bedarf
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_bedarf
from netzint.modell.sprache import anzahl, datum
from netzint.recht.fristen import is_alter_bedarf

OFFEN = ("gemeldet", "zugeordnet")
WORTE = {
    "gemeldet": "offen",
    "zugeordnet": "zugeordnet",
    "aufgegriffen": "aufgegriffen",
    "erledigt": "erledigt",
    "abgegeben": "abgegeben",
    "nicht_weiterverfolgt": "nicht weiterverfolgt",
    "entfallen": "entfallen",
}


class Weg(NamedTuple):
    """What had become of a Bedarf by a day."""

    bedarf: Bedarf
    stand: str
    thema: str | None
    ag: Arbeitsgruppe | None
    """The first AG on its Thema that was set up after it was reported."""
    vorlauf: int | None
    """Days from the report to the beginning of that AG."""
    alter: int | None
    """Days since the report, while it is open."""


def trace(bestand: Bestand, bedarf: Bedarf, tag: date) -> Weg:
    """What had become of a Bedarf by a day."""
    stand, thema = "gemeldet", None
    if bedarf.zugeordnet and bedarf.zugeordnet.am <= tag:
        stand, thema = "zugeordnet", bedarf.zugeordnet.thema
    if bedarf.erledigt and bedarf.erledigt.am <= tag:
        stand = bedarf.erledigt.art
    if bedarf.entfallen and bedarf.entfallen.am <= tag:
        stand = "entfallen"
    ag = _first_ag(bestand, bedarf, thema, tag) if thema else None
    reported = bedarf.gemeldet.am
    return Weg(
        bedarf,
        stand,
        thema,
        ag,
        (ag.mandat.von - reported).days if ag else None,
        (tag - reported).days if stand in OFFEN and reported <= tag else None,
    )


def _first_ag(bestand: Bestand, bedarf: Bedarf, thema: str, tag: date) -> Arbeitsgruppe | None:
    since = bedarf.gemeldet.am
    fitting = [a for a in bestand.arbeitsgruppen.values() if a.thema == thema and since <= a.mandat.von <= tag]
    return min(fitting, key=lambda a: (a.mandat.von, a.kennung), default=None)


def list_wege(bestand: Bestand, tag: date) -> tuple[Weg, ...]:
    """All Bedarfe that were reported by a day, the oldest first."""
    known = sorted(bestand.bedarfe.values(), key=lambda b: (b.gemeldet.am, b.kennung))
    return tuple(trace(bestand, bedarf, tag) for bedarf in known if bedarf.gemeldet.am <= tag)


def liste(bestand: Bestand, stichtag: date, *, nur_offene: bool = False) -> Bericht:
    """All Bedarfe, or the open ones."""
    wege = list_wege(bestand, stichtag)
    shown = [w for w in wege if w.alter is not None or not nur_offene]
    rows = tuple(
        (
            w.bedarf.gemeldet.am,
            w.bedarf.titel,
            stelle_kurz(bestand, w.bedarf.gemeldet.von, stichtag),
            w.stand,
            w.alter,
            w.thema,
            w.ag.kennung if w.ag else None,
            w.vorlauf,
            w.bedarf.kennung,
        )
        for w in shown
    )
    spalten = (
        ("gemeldet", "Gemeldet"),
        ("titel", "Titel"),
        ("von", "Von"),
        ("stand", "Stand"),
        ("alter", "Alter (Tage)"),
        ("thema", "Thema"),
        ("ag", "AG"),
        ("vorlauf", "Tage bis AG"),
        ("kennung", "Kennung"),
    )
    hidden = ("von", "thema", "ag")
    titel = "Offene Bedarfe" if nur_offene else "Bedarfe"
    tabelle = Tabelle("bedarfe", titel, spalten, rows, worte=WORTE, verborgen=hidden)
    return Bericht(
        "netzint.bedarfe/1",
        f"Bedarfe am {datum(stichtag)}",
        tuple(_saetze(bestand, wege, stichtag)),
        (_zahlen(wege), tabelle),
        tuple(_schritte(wege)),
    )


def _saetze(bestand: Bestand, wege: tuple[Weg, ...], tag: date) -> Iterator[str]:
    offen = [w for w in wege if w.stand == "gemeldet"]
    zugeordnet = [w for w in wege if w.stand == "zugeordnet"]
    yield f"{len(offen)} offen, {len(zugeordnet)} einem Thema zugeordnet, {len(wege)} insgesamt."
    fassung = bestand.fassung(tag)
    old = [w for w in offen if fassung and is_alter_bedarf(w.bedarf.gemeldet.am, tag, fassung.fristen)]
    if old and fassung:
        limit = anzahl(fassung.fristen.bedarf_alt, "Tag", "Tagen")
        yield f"Seit mehr als {limit} offen: {', '.join(w.bedarf.kennung.upper() for w in old)}."
    lead = sorted(w.vorlauf for w in wege if w.vorlauf is not None)
    if lead:
        what = anzahl(len(lead), "Bedarf", "Bedarfe")
        yield f"Von der Meldung bis zur Arbeitsgruppe: im Mittel {_median(lead)} Tage ({what})."


def _median(numbers: list[int]) -> int:
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) // 2


def _zahlen(wege: tuple[Weg, ...]) -> Tabelle:
    """The numbers of the sentences again, for machines."""
    lead = sorted(w.vorlauf for w in wege if w.vorlauf is not None)
    ages = [w.alter for w in wege if w.stand == "gemeldet" and w.alter is not None]
    row: dict[str, Zelle] = {
        "insgesamt": len(wege),
        "offen": len(ages),
        "zugeordnet": sum(w.stand == "zugeordnet" for w in wege),
        "aeltester_tage": max(ages, default=None),
        "mit_ag": len(lead),
        "vorlauf_mittel_tage": _median(lead) if lead else None,
    }
    return Tabelle("zahlen", "Zahlen", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _schritte(wege: tuple[Weg, ...]) -> Iterator[tuple[str, str]]:
    first = next((w.bedarf for w in wege if w.stand == "gemeldet"), None)
    if first is not None:
        yield f"netzint bedarf zuordnen {first.kennung}", "den ältesten offenen Bedarf einem Thema zuordnen"


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One Bedarf with all that became of it."""
    bedarf = find_bedarf(bestand, text)
    weg = trace(bestand, bedarf, stichtag)
    rows = tuple(_stationen(bestand, weg, stichtag))
    spalten = (("am", "Am"), ("was", "Was"), ("tage", "Nach Tagen"), ("kennung", "Kennung"))
    known = bedarf.gemeldet.am <= stichtag
    saetze = [f"Stand am {datum(stichtag)}: {WORTE[weg.stand] if known else 'noch nicht gemeldet'}."]
    if weg.alter is not None:
        saetze.append(f"Seit {anzahl(weg.alter, 'Tag', 'Tagen')} gemeldet.")
    if bedarf.beschreibung:
        saetze.append(" ".join(bedarf.beschreibung.split()))
    return Bericht(
        "netzint.bedarf/1",
        f"{bedarf.kennung.upper()}: {bedarf.titel}",
        tuple(saetze),
        (_daten(weg), Tabelle("stationen", "Verlauf", spalten, rows)),
        tuple(_next(weg)),
    )


def _stationen(bestand: Bestand, weg: Weg, tag: date) -> Iterator[tuple[Zelle, ...]]:
    bedarf, start = weg.bedarf, weg.bedarf.gemeldet.am
    found: list[tuple[date, str, str]] = []
    von = bedarf.gemeldet.von
    found.append((start, f"gemeldet von {stelle_kurz(bestand, von, start)}", von))
    if bedarf.zugeordnet:
        thema = bestand.themen.get(bedarf.zugeordnet.thema)
        name = thema.titel if thema else bedarf.zugeordnet.thema
        found.append((bedarf.zugeordnet.am, f"dem Thema „{name}“ zugeordnet", bedarf.zugeordnet.thema))
    if weg.ag:
        found.append((weg.ag.mandat.von, f"{weg.ag.name} beginnt", weg.ag.kennung))
    if bedarf.erledigt:
        grund = f": {' '.join(bedarf.erledigt.grund.split())}" if bedarf.erledigt.grund else ""
        an = f" an {stelle_kurz(bestand, bedarf.erledigt.an, tag)}" if bedarf.erledigt.an else ""
        found.append((bedarf.erledigt.am, f"{WORTE[bedarf.erledigt.art]}{an}{grund}", bedarf.erledigt.an or ""))
    for day, what, kennung in sorted(found, key=lambda row: row[0]):
        if day <= tag:
            yield (day, what, (day - start).days, kennung)


def _daten(weg: Weg) -> Tabelle:
    row: dict[str, Zelle] = {
        "kennung": weg.bedarf.kennung,
        "stand": weg.stand,
        "alter_tage": weg.alter,
        "thema": weg.thema,
        "ag": weg.ag.kennung if weg.ag else None,
        "vorlauf_tage": weg.vorlauf,
    }
    return Tabelle("bedarf", "Bedarf", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _next(weg: Weg) -> Iterator[tuple[str, str]]:
    kennung = weg.bedarf.kennung
    if weg.stand == "gemeldet":
        yield f"netzint bedarf zuordnen {kennung}", "einem Thema zuordnen"
    if weg.stand in OFFEN:
        yield f"netzint bedarf erledigen {kennung}", "eintragen, was daraus wurde"
