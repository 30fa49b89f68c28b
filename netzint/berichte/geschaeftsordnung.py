"""The Geschäftsordnung in plain German: what applies on a day, since when, where it comes from, what has changed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.strategiegruppe import name_of_seat, quorum
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.vergleich import compare_angaben
from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung, Sitz
from netzint.modell.geschaeftsordnung_werte import WERTE, quelle_of, read_wert, tell_wert
from netzint.modell.sprache import anzahl, datum
from netzint.regeln.sitzlage import AMTSNAMEN, KOERPERSCHAFTSNAMEN

ANNAHME = "Annahme"
_STAND = {"gilt": "gilt", "frueher": "früher", "kuenftig": "künftig"}
_UNERWAEHNT = ("gilt_ab", "beschluss", "quellen")
"""What every new Fassung has of its own; its other differences are told."""


def zeigen(bestand: Bestand, stichtag: date) -> Bericht:
    """The Fassung of a day: its values and seats with their sources; all Fassungen and what changed between them."""
    known = _fassungen(bestand)
    current = bestand.fassung(stichtag)
    if current is None:
        saetze: tuple[str, ...] = ("Eine Geschäftsordnung ist nicht eingetragen.",)
        tables: tuple[Tabelle, ...] = ()
    else:
        saetze = tuple(_saetze(bestand, known, current, stichtag))
        tables = (_werte(current), _sitze(bestand, current, stichtag))
    tables += (_liste(known, current), _aenderungen(known))
    return Bericht(
        "netzint.geschaeftsordnung/1",
        f"Geschäftsordnung am {datum(stichtag)}",
        saetze,
        tables,
        _schritte(known, stichtag),
    )


def _fassungen(bestand: Bestand) -> list[Fassung]:
    found = bestand.geschaeftsordnung
    return sorted(found.fassungen, key=lambda f: f.gilt_ab) if found else []


def _saetze(bestand: Bestand, known: list[Fassung], current: Fassung, tag: date) -> list[str]:
    basis = f", beschlossen mit {current.beschluss.upper()}" if current.beschluss else ""
    first = f"Es gilt die Fassung ab dem {datum(current.gilt_ab)}{basis}."
    if tag < current.gilt_ab:
        first = f"Erfasst ist sie erst ab dem {datum(current.gilt_ab)}{basis}; bis dahin zählt diese Fassung ebenso."
    seats = len(bestand.sitze(tag))
    taken = sum(sitz.kennung in bestand.ordentliche(tag) for sitz in bestand.sitze(tag))
    second = f"Beschlussfähig ab {quorum(bestand, tag, taken)} Anwesenden bei {taken} besetzten von {seats} Sitzen."
    ahead = [datum(f.gilt_ab) for f in known if f.gilt_ab > tag and f is not current]
    third = [f"Künftig: {anzahl(len(ahead), 'Fassung', 'Fassungen')}, ab {' und ab '.join(ahead)}."] if ahead else []
    return [first, second, *third]


def _werte(fassung: Fassung) -> Tabelle:
    rows = tuple(
        (
            wert.name,
            tell_wert(wert, value := read_wert(fassung, wert)),
            quelle_of(fassung.quellen, wert.schluessel) or ANNAHME,
            f"--{wert.option}",
            wert.schluessel,
            _roh(value),
        )
        for wert in WERTE
    )
    spalten = (
        ("name", "Was"),
        ("wert", "Wert"),
        ("quelle", "Woher"),
        ("option", "Ändern mit"),
        ("feld", "Angabe"),
        ("roh", "In den Daten"),
    )
    return Tabelle("werte", "Was geregelt ist", spalten, rows, verborgen=("feld", "roh"))


def _roh(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return ", ".join(map(str, value)) if isinstance(value, tuple) and not hasattr(value, "_fields") else str(value)


def _sitze(bestand: Bestand, fassung: Fassung, tag: date) -> Tabelle:
    rows = tuple(
        (
            sitz.bank,
            name_of_seat(bestand, sitz),
            tell_herkunft(bestand, sitz, tag),
            " oder ".join(stelle_kurz(bestand, kennung, tag) for kennung in sitz.benannt_von),
            quelle_of(fassung.quellen, f"strategiegruppe.sitze.{sitz.kennung}") or ANNAHME,
            sitz.kennung,
        )
        for sitz in fassung.strategiegruppe.sitze
    )
    spalten = (
        ("bank", "Bank"),
        ("sitz_name", "Sitz"),
        ("herkunft", "Wer dort sitzt"),
        ("benannt_von", "Benennen darf"),
        ("quelle", "Woher"),
        ("sitz", "Kennung"),
    )
    return Tabelle("sitze", "Sitze", spalten, rows, "keine", worte=BANKNAMEN)


def tell_herkunft(bestand: Bestand, sitz: Sitz, tag: date) -> str:
    """Whom a seat is for: from where, and with which office."""
    if sitz.koerperschaft:
        where = KOERPERSCHAFTSNAMEN[sitz.koerperschaft]
    else:
        where = stelle_kurz(bestand, sitz.stelle, tag) if sitz.stelle else "beliebig"
    return f"{where}: {AMTSNAMEN[sitz.amt]}" if sitz.amt else where


def _liste(known: list[Fassung], current: Fassung | None) -> Tabelle:
    ends: list[date | None] = [f.gilt_ab - timedelta(days=1) for f in known[1:]]
    rows = tuple(
        (nr, fassung.gilt_ab, bis, _stand(fassung, current), fassung.beschluss)
        for nr, (fassung, bis) in enumerate(zip(known, [*ends, None], strict=False), 1)
    )
    spalten = (("nr", "Nr."), ("ab", "Gilt ab"), ("bis", "Bis"), ("stand", "Stand"), ("beschluss", "Beschluss"))
    return Tabelle("fassungen", "Fassungen", spalten, rows, worte=_STAND)


def _stand(fassung: Fassung, current: Fassung | None) -> str:
    if fassung is current:
        return "gilt"
    return "frueher" if current is None or fassung.gilt_ab < current.gilt_ab else "kuenftig"


def _aenderungen(known: list[Fassung]) -> Tabelle:
    rows: list[tuple[Zelle, ...]] = []
    for before, after in pairwise(known):
        rows += [(after.gilt_ab, text, after.beschluss) for text in compare_fassungen(before, after)]
    spalten = (("ab", "Ab"), ("text", "Was sich ändert"), ("beschluss", "Beschluss"))
    return Tabelle("aenderungen", "Was sich von Fassung zu Fassung ändert", spalten, tuple(rows), "nichts")


def compare_fassungen(before: Fassung, after: Fassung) -> list[str]:
    """What is different, in sentences: values in the words of their list, seats by meaning."""
    told = []
    for wert in WERTE:
        old, new = read_wert(before, wert), read_wert(after, wert)
        if old != new:
            told.append(f"{wert.name}: {tell_wert(wert, old)} → {tell_wert(wert, new)}")
    return told + [
        d.text for d in compare_angaben(before.strategiegruppe, after.strategiegruppe) if d.feld[0] == "sitze"
    ]


def _schritte(known: list[Fassung], tag: date) -> tuple[tuple[str, str], ...]:
    aendern = ("netzint geschaeftsordnung aendern --help", "von einem Tag an etwas ändern; --probe zeigt die Folgen")
    ahead = [f for f in known if f.gilt_ab > tag]
    aufheben = (
        (f"netzint geschaeftsordnung aufheben --ab {ahead[0].gilt_ab}", "die künftige Fassung aufheben")
        if ahead
        else ()
    )
    return (aendern, *((aufheben,) if aufheben else ()))
