"""What matters today, on one screen: ``netzint lage``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from netzint.berichte.fristen import default_bis, fristen_tabelle, stelle_kurz
from netzint.berichte.sitzungen import naechste_sitzung
from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import anzahl, datum, wochentag
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import letzter_versandtag
from netzint.recht.zustaende import BEZEICHNUNG, EMPFEHLUNG, agstand


def lage(bestand: Bestand, stichtag: date) -> Bericht:
    """The next Sitzung, the seats, the AGs with the time they have left, the Empfehlungen by state, the Fristen."""
    name = bestand.netzwerk.name if bestand.netzwerk else "Netzwerk"
    bis = default_bis(bestand, stichtag)
    return Bericht(
        "netzint.lage/1",
        f"{name}: Lage am {datum(stichtag)}",
        (_sitzung(bestand, stichtag), _sitze(bestand, stichtag)),
        (
            _sitzung_daten(bestand, stichtag),
            _sitze_daten(bestand, stichtag),
            vakanzen(bestand, stichtag),
            arbeitsgruppen(bestand, stichtag),
            empfehlungen(bestand, stichtag),
            fristen_tabelle(bestand, stichtag, bis),
        ),
        tuple(_schritte(bestand, stichtag))[:3],
    )


def _sitzung(bestand: Bestand, stichtag: date) -> str:
    sitzung = naechste_sitzung(bestand, stichtag)
    if sitzung is None:
        return "Nächste Sitzung: noch keine angelegt."
    tag = f"{wochentag(sitzung.datum)}, {datum(sitzung.datum)}"
    return f"Nächste Sitzung: {sitzung.kennung.upper()} am {tag} ({BEZEICHNUNG[sitzung.zustand]})."


def _sitze(bestand: Bestand, stichtag: date) -> str:
    number, held = _count_sitze(bestand, stichtag)
    return f"Strategiegruppe: {held} von {number} Sitzen besetzt."


def _count_sitze(bestand: Bestand, stichtag: date) -> tuple[int, int]:
    sitze, taken = bestand.sitze(stichtag), bestand.ordentliche(stichtag)
    return len(sitze), sum(sitz.kennung in taken for sitz in sitze)


def _sitze_daten(bestand: Bestand, stichtag: date) -> Tabelle:
    spalten = (("sitze", "Sitze"), ("besetzt", "Besetzt"))
    return Tabelle("sitze", "Sitze", spalten, (_count_sitze(bestand, stichtag),), nur_daten=True)


def _sitzung_daten(bestand: Bestand, stichtag: date) -> Tabelle:
    sitzung = naechste_sitzung(bestand, stichtag)
    rows = ((sitzung.kennung, sitzung.datum, sitzung.zustand),) if sitzung else ()
    spalten = (("kennung", "Kennung"), ("datum", "Datum"), ("zustand", "Zustand"))
    return Tabelle("naechste_sitzung", "Nächste Sitzung", spalten, rows, nur_daten=True)


def vakanzen(bestand: Bestand, stichtag: date) -> Tabelle:
    """Vacant seats, and who may name for them."""
    taken = bestand.ordentliche(stichtag)
    rows = tuple(
        (
            sitz.bezeichnung or sitz.kennung,
            ", ".join(stelle_kurz(bestand, s, stichtag) for s in sitz.benannt_von),
            sitz.kennung,
        )
        for sitz in bestand.sitze(stichtag)
        if sitz.kennung not in taken
    )
    spalten = (("sitz", "Sitz"), ("benannt_von", "Benennen darf"), ("kennung", "Kennung"))
    return Tabelle("vakanzen", "Vakante Sitze", spalten, rows)


def arbeitsgruppen(bestand: Bestand, stichtag: date) -> Tabelle:
    """AGs that are not closed, with the time they have left."""
    rows = tuple(
        (ag.name, stand, ag.ende, _rest(ag.ende, stichtag), ag.kennung)
        for ag in bestand.arbeitsgruppen.values()
        if (stand := agstand(ag, stichtag)) != "abgeschlossen"
    )
    spalten = (
        ("name", "Arbeitsgruppe"),
        ("stand", "Stand"),
        ("ende", "Mandat bis"),
        ("rest", "Noch"),
        ("kennung", "Kennung"),
    )
    return Tabelle("arbeitsgruppen", "Arbeitsgruppen", spalten, rows, worte=BEZEICHNUNG)


def _rest(ende: date, stichtag: date) -> str:
    days = (ende - stichtag).days
    if days < 0:
        return f"abgelaufen seit {anzahl(-days, 'Tag', 'Tagen')}"
    return anzahl(days, "Tag", "Tage") if days < 60 else f"{days // 30} Monate"


def empfehlungen(bestand: Bestand, stichtag: date) -> Tabelle:
    """How many Empfehlungen are in which state."""
    known = [
        e for e in bestand.empfehlungen.values() if min((f.vom for f in e.fassungen), default=stichtag) <= stichtag
    ]
    votes = bestand.entscheidungen
    count = Counter(empfehlungsstand(e, votes.get(e.kennung, ()), stichtag) for e in known)
    rows = tuple((stand, count[stand]) for stand in EMPFEHLUNG if count[stand])  # type: ignore[index]
    spalten = (("stand", "Stand"), ("anzahl", "Anzahl"))
    return Tabelle("empfehlungen", "Empfehlungen", spalten, rows, worte=BEZEICHNUNG)


def _schritte(bestand: Bestand, stichtag: date) -> Iterator[tuple[str, str]]:
    """The next sensible commands, the most urgent first."""
    sitzung = naechste_sitzung(bestand, stichtag)
    if sitzung is None:
        yield "netzint sitzung neu", "die nächste Sitzung anlegen"
    else:
        fassung = bestand.fassung(sitzung.datum)
        frist = fassung.strategiegruppe.ladungsfrist.soll if fassung else 14
        bis = letzter_versandtag(sitzung.datum, frist)
        if sitzung.zustand == "terminiert":
            yield f"netzint dokument erzeugen {sitzung.kennung}", f"Einladung erzeugen und bis {datum(bis)} versenden"
        yield f"netzint sitzung zeigen {sitzung.kennung}", "die Tagesordnung ansehen"
    yield "netzint pruefen", "alle Daten prüfen"
    if bestand.sitzungen_von(STRATEGIEGRUPPE):
        yield "netzint sitzung liste", "alle Sitzungen ansehen"
