"""Sitzungen as lists and one by one."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import anzahl, aufzaehlung, datum, wochentag
from netzint.recht.zustaende import BEZEICHNUNG


def naechste_sitzung(bestand: Bestand, stichtag: date) -> Sitzung | None:
    """The next Sitzung of the Strategiegruppe that is planned."""
    planned = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand in ("terminiert", "eingeladen"))
    return next((s for s in planned if s.datum >= stichtag), None)


def laufende_nummer(bestand: Bestand, sitzung: Sitzung) -> int:
    """Which Sitzung of its Gremium this is, cancelled ones not counted; as far as they are recorded."""
    held = (s for s in bestand.sitzungen_von(sitzung.gremium) if s.zustand not in ("abgesagt", "entfallen"))
    return 1 + sum((s.datum, s.kennung) < (sitzung.datum, sitzung.kennung) for s in held)


def liste(bestand: Bestand, stichtag: date, gremium: str | None = None) -> Bericht:
    """All Sitzungen, or those of one Gremium, by date."""
    chosen = (s for s in bestand.sitzungen.values() if gremium is None or s.gremium == gremium)
    rows = tuple(
        (s.datum, s.kennung, s.gremium, s.zustand, len(s.tagesordnung), s.ort or "")
        for s in sorted(chosen, key=lambda s: (s.datum, s.kennung))
    )
    spalten = (
        ("datum", "Datum"),
        ("kennung", "Kennung"),
        ("gremium", "Gremium"),
        ("zustand", "Zustand"),
        ("tops", "TOPs"),
        ("ort", "Ort"),
    )
    tabelle = Tabelle("sitzungen", "Sitzungen", spalten, rows, worte=BEZEICHNUNG, verborgen=("gremium",))
    return Bericht("netzint.sitzungen/1", f"Sitzungen, Stand {datum(stichtag)}", tabellen=(tabelle,))


def zeigen(bestand: Bestand, kennung: str) -> Bericht:
    """One Sitzung with its Tagesordnung, the reason for each TOP and the Beschlüsse."""
    sitzung = find_sitzung(bestand, kennung)
    rows = tuple(
        (top.nummer or str(n), top.titel, _warum(top), (top.vorlage or "").upper(), _ergebnis(top), top.kennung)
        for n, top in enumerate(sitzung.tagesordnung, 1)
    )
    spalten = (
        ("nummer", "TOP"),
        ("titel", "Titel"),
        ("weil", "Warum"),
        ("vorlage", "Vorlage"),
        ("ergebnis", "Ergebnis"),
        ("kennung", "Kennung"),
    )
    tabelle = Tabelle("tagesordnung", "Tagesordnung", spalten, rows, "noch leer", in_klammern=("weil", "titel"))
    titel = f"Sitzung {sitzung.kennung.upper()}"
    return Bericht("netzint.sitzung/1", titel, tuple(_saetze(sitzung)), (_daten(sitzung), tabelle), _schritte(sitzung))


def _daten(sitzung: Sitzung) -> Tabelle:
    """The sentences again, for machines."""
    versandt = sitzung.einladung.versandt if sitzung.einladung else None
    row: dict[str, Zelle] = {
        "kennung": sitzung.kennung,
        "gremium": sitzung.gremium,
        "datum": sitzung.datum,
        "beginn": sitzung.beginn,
        "ort": sitzung.ort,
        "form": sitzung.form,
        "zustand": sitzung.zustand,
        "versandt": versandt,
        "verteiler": len(sitzung.einladung.verteiler) if sitzung.einladung else 0,
        "eingeladene_gaeste": len(sitzung.einladung.gaeste) if sitzung.einladung else 0,
        "verlegt_von": sitzung.verlegt[-1].von if sitzung.verlegt else None,
        "verlegt_am": sitzung.verlegt[-1].am if sitzung.verlegt else None,
        "zweite_ladung_zu": sitzung.zweite_ladung_zu,
        "abgesagt": sitzung.abgesagt.am if sitzung.abgesagt else None,
        "abgesagt_grund": " ".join(sitzung.abgesagt.grund.split()) if sitzung.abgesagt else None,
        "entschuldigt": len(sitzung.entschuldigt),
        "anwesend": len(sitzung.anwesend),
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("sitzung", "Sitzung", spalten, (tuple(row.values()),), nur_daten=True)


def _warum(top: Tagesordnungspunkt) -> str:
    """Why it stands there, and what happened to it after the Einladung."""
    since = (
        "Tischvorlage"
        if top.tischvorlage
        else f"eingeladen als TOP {top.umgestellt[0].nummer}"
        if top.umgestellt
        else ""
    )
    return "; ".join(filter(None, (top.weil, since)))


def _ergebnis(top: Tagesordnungspunkt) -> str:
    if top.abgesetzt:
        return "abgesetzt"
    return aufzaehlung([BEZEICHNUNG[b.ergebnis] for b in top.beschluesse])


def _saetze(sitzung: Sitzung) -> list[str]:
    when = f"{wochentag(sitzung.datum)}, {datum(sitzung.datum)}"
    clock = f", {sitzung.beginn} Uhr" if sitzung.beginn else ""
    saetze = [f"{when}{clock}{', ' + sitzung.ort if sitzung.ort else ''} ({BEZEICHNUNG[sitzung.zustand]})"]
    if sitzung.einladung:
        number, guests = len(sitzung.einladung.verteiler), len(sitzung.einladung.gaeste)
        more = f" und {anzahl(guests, 'Gast', 'Gäste')}" if guests else ""
        saetze.append(f"Eingeladen am {datum(sitzung.einladung.versandt)}, Verteiler: {number} Personen{more}.")
    if sitzung.verlegt:
        saetze.append(f"Verlegt, zuletzt vom {datum(sitzung.verlegt[-1].von)} (am {datum(sitzung.verlegt[-1].am)}).")
    if sitzung.zweite_ladung_zu:
        saetze.append(f"Zweite Ladung nach {sitzung.zweite_ladung_zu.upper()}.")
    if sitzung.anwesend:
        saetze.append(f"Anwesend: {len(sitzung.anwesend)}, entschuldigt: {len(sitzung.entschuldigt)}.")
    if sitzung.abgesagt:
        saetze.append(f"Abgesagt am {datum(sitzung.abgesagt.am)}: {' '.join(sitzung.abgesagt.grund.split())}")
    return saetze


def _schritte(sitzung: Sitzung) -> tuple[tuple[str, str], ...]:
    k = sitzung.kennung
    papers = (f"netzint dokument erzeugen {k}", "die Unterlagen neu erzeugen")
    if sitzung.zustand == "terminiert":
        invite = (f"netzint sitzung einladen {k}", "festhalten, dass die Einladung versandt ist")
        return ((f"netzint sitzung fortschreiben {k}", "aufnehmen, was inzwischen offen ist"), papers, invite)
    if sitzung.zustand == "eingeladen":
        return ((f"netzint sitzung beginnen {k}", "am Sitzungstag die Anwesenheit festhalten"), papers)
    return ()
