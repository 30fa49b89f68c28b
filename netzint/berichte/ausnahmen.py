"""Waivers, and what of them lapses soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.noch_nicht import refuse_noch_nicht
from netzint.berichte.tabelle import Bericht, Tabelle, Tage, Zelle
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ausnahme
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.fristen import is_bald
from netzint.regeln.ausnahmen import list_gedeckt

WORTE = {"gilt": "gilt", "endet_bald": "endet bald", "abgelaufen": "abgelaufen", "beendet": "beendet"}


def stand_am(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> str:
    """``gilt``, ``endet_bald``, ``abgelaufen`` or ``beendet``. What is ended on purpose is no cause for a reminder."""
    if ausnahme.ende < tag:
        return "beendet" if ausnahme.beendet else "abgelaufen"
    fassung = bestand.fassung(tag)
    soon = fassung and not ausnahme.beendet and is_bald(ausnahme.ende, tag, fassung.fristen)
    return "endet_bald" if soon else "gilt"


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All waivers decided by a day; what ends first stands first."""
    decided = bestand.tag_des_beschlusses
    known = [a for a in bestand.ausnahmen.values() if (decided(a.beschluss) or stichtag) <= stichtag]
    known.sort(key=lambda a: (a.ende < stichtag, a.ende, a.kennung))
    soon = [a.kennung for a in known if stand_am(bestand, a, stichtag) == "endet_bald"]
    saetze = (f"Bald zu Ende: {aufzaehlung(soon)}.",) if soon else ()
    schritte = tuple((f"netzint ausnahme verlaengern {k}", "wenn die Strategiegruppe das beschließt") for k in soon)
    titel = f"Ausnahmen am {datum(stichtag)}"
    tabelle = _tabelle(bestand, known, stichtag)
    return Bericht("netzint.ausnahmen/1", titel, saetze, (tabelle,), schritte)


def _tabelle(bestand: Bestand, known: list[Ausnahme], stichtag: date) -> Tabelle:
    titles = _titles() if known else {}
    rows = tuple(
        (
            a.ende,
            Tage((a.ende - stichtag).days),
            stand_am(bestand, a, stichtag),
            a.regel,
            titles.get(a.regel, ""),
            ", ".join(a.fuer) or "alle",
            " ".join(a.grund.split()),
            a.beschluss,
            a.kennung,
        )
        for a in known
    )
    spalten = (
        ("bis", "Bis"),
        ("tage", "Wann"),
        ("stand", "Stand"),
        ("regel", "Regel"),
        ("titel", "Wovon"),
        ("fuer", "Für"),
        ("grund", "Grund"),
        ("beschluss", "Beschluss"),
        ("kennung", "Kennung"),
    )
    hidden = ("titel", "grund", "beschluss", "tage")
    return Tabelle("ausnahmen", "Ausnahmen", spalten, rows, worte=WORTE, verborgen=hidden)


def _titles() -> dict[str, str]:
    """What each rule says. Imported late: the table of all rules is long."""
    from netzint.regeln.alle import ALLE

    return {rule.code: rule.titel for rule in ALLE}


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One waiver: of what, until when, by which Beschlüsse, and what it covers on the day."""
    ausnahme = find_ausnahme(bestand, text)
    decided = bestand.tag_des_beschlusses(ausnahme.beschluss)
    refuse_noch_nicht(f"Die Ausnahme {ausnahme.kennung}", decided, stichtag)
    return Bericht(
        "netzint.ausnahme/1",
        f"Ausnahme {ausnahme.kennung} von Regel {ausnahme.regel}",
        tuple(_saetze(bestand, ausnahme, stichtag)),
        (_daten(bestand, ausnahme, stichtag), _verlaengerungen(ausnahme), _gedeckt(bestand, ausnahme, stichtag)),
        tuple(_schritte(bestand, ausnahme, stichtag)),
    )


def _saetze(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> Iterator[str]:
    titel = _titles().get(ausnahme.regel, "Diese Regel gibt es nicht.")
    yield f"Wovon: {titel}"
    yield f"Für: {', '.join(ausnahme.fuer) or 'alle'}."
    decided = bestand.tag_des_beschlusses(ausnahme.beschluss)
    when = f" am {datum(decided)}" if decided else ""
    yield f"Beschlossen{when} durch {ausnahme.beschluss}, bis zum {datum(ausnahme.bis)}."
    yield f"Warum: {' '.join(ausnahme.grund.split())}"
    if ausnahme.beendet is not None:
        by = f" durch {ausnahme.beendet.beschluss}" if ausnahme.beendet.beschluss else ""
        yield f"Beendet zum {datum(ausnahme.beendet.zum)}{by}: {' '.join(ausnahme.beendet.grund.split())}"
    yield f"Stand am {datum(tag)}: {WORTE[stand_am(bestand, ausnahme, tag)]} (Ende: {datum(ausnahme.ende)})."


def _daten(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    ended = ausnahme.beendet
    row: dict[str, Zelle] = {
        "kennung": ausnahme.kennung,
        "regel": ausnahme.regel,
        "titel": _titles().get(ausnahme.regel, ""),
        "fuer": ", ".join(ausnahme.fuer) or "alle",
        "stand": stand_am(bestand, ausnahme, tag),
        "beschluss": ausnahme.beschluss,
        "beschlossen_am": bestand.tag_des_beschlusses(ausnahme.beschluss),
        "bis": ausnahme.bis,
        "ende": ausnahme.ende,
        "grund": " ".join(ausnahme.grund.split()),
        "beendet": ended.zum if ended else None,
        "beendet_durch": ended.beschluss if ended else None,
        "beendet_weil": " ".join(ended.grund.split()) if ended else None,
    }
    return Tabelle("ausnahme", "Ausnahme", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _verlaengerungen(ausnahme: Ausnahme) -> Tabelle:
    rows = tuple((v.bis, v.beschluss, " ".join((v.grund or "").split()) or None) for v in ausnahme.verlaengerungen)
    spalten = (("bis", "Bis"), ("beschluss", "Beschluss"), ("grund", "Grund"))
    return Tabelle("verlaengerungen", "Verlängerungen", spalten, rows)


def _gedeckt(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> Tabelle:
    rows = tuple((b.text, b.ort.kennung) for b in list_gedeckt(bestand, ausnahme, tag))
    titel = "Was sie betrifft" if ausnahme.ende >= tag else "Was sie beträfe"
    return Tabelle("befunde", titel, (("text", "Befund"), ("kennung", "Kennung")), rows, "nichts")


def _schritte(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> Iterator[tuple[str, str]]:
    if ausnahme.beendet is not None:
        return
    if stand_am(bestand, ausnahme, tag) != "gilt":
        yield f"netzint ausnahme verlaengern {ausnahme.kennung}", "wenn die Strategiegruppe das beschlossen hat"
    yield f"netzint ausnahme beenden {ausnahme.kennung}", "wenn sie nicht mehr gebraucht wird"
