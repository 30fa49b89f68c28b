"""The AGs on a day: those at work and those closed (R13), and each with its members and results."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.noch_nicht import refuse_noch_nicht
from netzint.berichte.tabelle import Bericht, Tabelle, Tage, Zelle
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.finden import find_ag
from netzint.modell.mitglied import STAENDIGE
from netzint.modell.sprache import datum
from netzint.recht.agzeiten import aenderungen_am, bekannt_seit, ende_am, list_bekannte, verlaengerungen_am
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.sitzungszeit import sitzung_am, zustand_am
from netzint.recht.zustaende import BEZEICHNUNG, agstand

ROLLEN = {
    "leitung": "Leitung",
    "staendig": "ständig",
    "gast": "Gast",
    "sachverstaendig": "sachverständig",
}
_REIHE = tuple(ROLLEN)


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """Both lists for a day: „Momentan … aktiv“ and „Bereits eingesetzte Arbeitsgruppen (abgeschlossen)“."""
    known = list_bekannte(bestand, stichtag)
    closed = [ag for ag in known if agstand(ag, stichtag) == "abgeschlossen"]
    active = [ag for ag in known if ag not in closed]
    counts = f"{len(active)} eingesetzt und nicht abgeschlossen, {len(closed)} abgeschlossen."
    return Bericht(
        "netzint.arbeitsgruppen/1",
        f"Arbeitsgruppen am {datum(stichtag)}",
        (counts,) if known else (),
        (_active(bestand, active, stichtag), _closed(closed)),
        (("netzint ag einsetzen", "die Einsetzung einer Arbeitsgruppe vorbereiten"),) if not active else (),
    )


def _active(bestand: Bestand, ags: list[Arbeitsgruppe], tag: date) -> Tabelle:
    rows = tuple(
        (
            ag.name_am(tag),
            agstand(ag, tag),
            ag.mandat.von,
            ende := ende_am(bestand, ag, tag),
            Tage((ende - tag).days),
            count_staendige(bestand, ag, tag),
            ag.zahl_am(tag),
            f"{count_staendige(bestand, ag, tag)} von {ag.zahl_am(tag)}",
            ag.thema,
            ag.kennung,
        )
        for ag in ags
    )
    spalten = (
        ("name", "Arbeitsgruppe"),
        ("stand", "Stand"),
        ("von", "Von"),
        ("bis", "Bis"),
        ("rest", "Ende"),
        ("staendige", "Ständige"),
        ("festgelegt", "Festgelegt"),
        ("besetzung", "Ständige"),
        ("thema", "Thema"),
        ("kennung", "Kennung"),
    )
    hidden = ("staendige", "festgelegt", "thema", "rest")
    return Tabelle("aktiv", "Momentan aktiv", spalten, rows, worte=BEZEICHNUNG, verborgen=hidden)


def _closed(ags: list[Arbeitsgruppe]) -> Tabelle:
    rows = tuple(
        (ag.name, ag.mandat.von, ag.abschluss.am, ag.abschluss.beschluss or "", ag.thema, ag.kennung)
        for ag in ags
        if ag.abschluss
    )
    spalten = (
        ("name", "Arbeitsgruppe"),
        ("von", "Von"),
        ("abgeschlossen", "Abgeschlossen"),
        ("beschluss", "Beschluss"),
        ("thema", "Thema"),
        ("kennung", "Kennung"),
    )
    return Tabelle("abgeschlossen", "Bereits abgeschlossen", spalten, rows, verborgen=("thema", "beschluss"))


def count_staendige(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> int:
    """How many people count against the fixed number on a day."""
    return len({m.mitglied.kennung for m in bestand.mandate_in(ag.kennung, tag) if m.mandat.rolle in STAENDIGE})


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One AG on a day."""
    ag = find_ag(bestand, text)
    refuse_noch_nicht(f"Die Arbeitsgruppe {ag.kennung}", bekannt_seit(bestand, ag), stichtag)
    return Bericht(
        "netzint.arbeitsgruppe/1",
        f"{ag.name_am(stichtag)} ({ag.kennung})",
        tuple(_saetze(bestand, ag, stichtag)),
        (
            _daten(bestand, ag, stichtag),
            _verlaengerungen(bestand, ag, stichtag),
            _aenderungen(bestand, ag, stichtag),
            _mitglieder(bestand, ag, stichtag),
            _empfehlungen(bestand, ag, stichtag),
            _ergebnisse(ag, stichtag),
            _sitzungen(bestand, ag, stichtag),
        ),
        tuple(_schritte(ag, stichtag)),
    )


def _saetze(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Iterator[str]:
    thema = bestand.themen.get(ag.thema)
    yield f"Stand am {datum(tag)}: {BEZEICHNUNG[agstand(ag, tag)]}."
    yield f"Thema: {thema.titel if thema else ag.thema} ({ag.thema})."
    yield f"Auftrag: {' '.join(ag.auftrag_am(tag).split())}"
    beschluss = f" durch {ag.mandat.beschluss}" if ag.mandat.beschluss else ""
    yield f"Eingesetzt{beschluss} vom {datum(ag.mandat.von)} bis zum {datum(ag.mandat.bis)}."
    yield f"Ständige Mitglieder: {count_staendige(bestand, ag, tag)} von {ag.zahl_am(tag)}."
    if ag.abschluss is not None and ag.abschluss.am <= tag:
        by = f" durch {ag.abschluss.beschluss}" if ag.abschluss.beschluss else ""
        why = f": {' '.join(ag.abschluss.grund.split())}" if ag.abschluss.grund else "."
        yield f"Abgeschlossen am {datum(ag.abschluss.am)}{by}{why}"


def _daten(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    abschluss = ag.abschluss
    row: dict[str, Zelle] = {
        "kennung": ag.kennung,
        "name": ag.name_am(tag),
        "thema": ag.thema,
        "stand": agstand(ag, tag),
        "von": ag.mandat.von,
        "bis": ag.mandat.bis,
        "ende": ende_am(bestand, ag, tag),
        "staendige": count_staendige(bestand, ag, tag),
        "festgelegt": ag.zahl_am(tag),
        "beschluss": ag.mandat.beschluss,
        "abgeschlossen": abschluss.am if abschluss and abschluss.am <= tag else None,
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("arbeitsgruppe", "Arbeitsgruppe", spalten, (tuple(row.values()),), nur_daten=True)


def _verlaengerungen(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    decided = verlaengerungen_am(bestand, ag, tag)
    rows = tuple((v.ab, v.bis, v.staendige_mitglieder, v.beschluss or "") for v in decided)
    spalten = (("ab", "Ab"), ("bis", "Bis"), ("staendige", "Ständige"), ("beschluss", "Beschluss"))
    return Tabelle("verlaengerungen", "Verlängerungen", spalten, rows)


def _aenderungen(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    rows = tuple(
        (a.ab, " ".join((a.auftrag or "").split()) or None, a.staendige_mitglieder, a.beschluss)
        for a in aenderungen_am(bestand, ag, tag)
    )
    spalten = (("ab", "Ab"), ("auftrag", "Neuer Auftrag"), ("staendige", "Ständige"), ("beschluss", "Beschluss"))
    return Tabelle("mandatsaenderungen", "Änderungen des Mandats", spalten, rows)


def _mitglieder(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    """Who belongs to it on the day; of a closed AG those who did at its end."""
    day = min(tag, ag.abschluss.am) if ag.abschluss else tag
    people = sorted(bestand.mandate_in(ag.kennung, day), key=_rang)
    rows = tuple(
        (
            m.mitglied.voller_name,
            m.mandat.rolle,
            ", ".join(stelle_kurz(bestand, a.stelle, day) for a in m.mitglied.aemter_am(day)),
            m.mandat.von,
            m.mandat.bis,
            m.mitglied.kennung,
        )
        for m in people
    )
    spalten = (
        ("name", "Name"),
        ("rolle", "Rolle"),
        ("stelle", "Stelle"),
        ("von", "Von"),
        ("bis", "Bis"),
        ("kennung", "Kennung"),
    )
    return Tabelle("mitglieder", f"Mitglieder am {datum(day)}", spalten, rows, worte=ROLLEN)


def _rang(entry: MandatVon) -> tuple[int, str]:
    rolle = entry.mandat.rolle
    return (_REIHE.index(rolle) if rolle in _REIHE else len(_REIHE), entry.mitglied.kennung)


def _empfehlungen(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    own = bestand.empfehlungen_von(ag.kennung)
    known = [e for e in own if min((f.vom for f in e.fassungen), default=tag) <= tag]
    rows = tuple(
        (e.kennung, e.titel, empfehlungsstand(e, bestand.entscheidungen.get(e.kennung, ()), tag)) for e in known
    )
    spalten = (("kennung", "Kennung"), ("titel", "Titel"), ("stand", "Stand"))
    return Tabelle("empfehlungen", "Empfehlungen", spalten, rows, worte=BEZEICHNUNG)


def _ergebnisse(ag: Arbeitsgruppe, tag: date) -> Tabelle:
    reports = [(b.vom, b.art or "bericht", b.titel, b.link or "") for b in ag.berichte]
    concepts = [(k.vom, "konzept", k.titel, k.link or "") for k in ag.konzepte]
    rows = tuple(row for row in sorted([*reports, *concepts]) if row[0] <= tag)
    spalten = (("vom", "Vom"), ("art", "Art"), ("titel", "Titel"), ("link", "Link"))
    worte = {
        "bericht": "Bericht",
        "konzept": "Konzept",
        "zwischenbericht": "Zwischenbericht",
        "abschlussbericht": "Abschlussbericht",
    }
    return Tabelle("ergebnisse", "Berichte und Konzepte", spalten, rows, worte=worte)


def _sitzungen(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Tabelle:
    own = [(s, sitzung_am(s, tag)) for s in bestand.sitzungen_von(ag.kennung)]
    rows = tuple((then.datum, zustand_am(s, tag), len(then.anwesend), s.kennung) for s, then in own)
    spalten = (("datum", "Datum"), ("zustand", "Zustand"), ("anwesend", "Anwesend"), ("kennung", "Kennung"))
    return Tabelle("sitzungen", "Sitzungen", spalten, rows, worte=BEZEICHNUNG)


def _schritte(ag: Arbeitsgruppe, tag: date) -> Iterator[tuple[str, str]]:
    stand = agstand(ag, tag)
    if stand == "abgeschlossen":
        return
    if stand == "ausgelaufen":
        yield f"netzint ag verlaengern {ag.kennung}", "die Verlängerung vorbereiten"
        yield f"netzint ag abschliessen {ag.kennung}", "die Arbeitsgruppe abschließen"
        return
    yield f"netzint ag mitglied {ag.kennung}", "jemanden aufnehmen"
    yield f"netzint ag sitzung {ag.kennung}", "eine Sitzung anlegen"
