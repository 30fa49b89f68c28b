"""Sitzungen as lists and one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import anzahl, aufzaehlung, datum, wochentag
from netzint.recht.sitzungszeit import sitzung_am, termin_am, zustand_am
from netzint.recht.versand import tell_einladen
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.offene_tops import list_offene_tops


def laufende_nummer(bestand: Bestand, sitzung: Sitzung) -> int:
    """Which Sitzung of its Gremium this is, cancelled ones not counted; as far as they are recorded."""
    held = (s for s in bestand.sitzungen_von(sitzung.gremium) if s.zustand not in ("abgesagt", "entfallen"))
    return 1 + sum((s.datum, s.kennung) < (sitzung.datum, sitzung.kennung) for s in held)


def liste(bestand: Bestand, stichtag: date, gremium: str | None = None) -> Bericht:
    """All Sitzungen, or those of one Gremium, by date."""
    chosen = (s for s in bestand.sitzungen.values() if gremium is None or s.gremium == gremium)
    rows = sorted(
        (termin_am(s, stichtag), s.kennung, s.gremium, zustand_am(s, stichtag), len(s.tagesordnung), s.ort or "")
        for s in chosen
    )
    spalten = (
        ("datum", "Datum"),
        ("kennung", "Kennung"),
        ("gremium", "Gremium"),
        ("zustand", "Zustand"),
        ("tops", "TOPs"),
        ("ort", "Ort"),
    )
    tabelle = Tabelle("sitzungen", "Sitzungen", spalten, tuple(rows), worte=BEZEICHNUNG, verborgen=("gremium",))
    return Bericht("netzint.sitzungen/1", f"Sitzungen, Stand {datum(stichtag)}", tabellen=(tabelle,))


def zeigen(bestand: Bestand, kennung: str, stichtag: date) -> Bericht:
    """One Sitzung with its Tagesordnung, the reason for each TOP and the Beschlüsse."""
    sitzung = sitzung_am(find_sitzung(bestand, kennung), stichtag)
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
    return Bericht(
        "netzint.sitzung/1",
        titel,
        tuple(_saetze(sitzung)),
        (_daten(sitzung), tabelle),
        _schritte(bestand, sitzung, stichtag),
    )


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
        to = f", Verteiler: {number} Personen{more}" if number else ""
        saetze.append(f"Eingeladen am {datum(sitzung.einladung.versandt)}{to}.")
    if sitzung.verlegt:
        saetze.append(f"Verlegt, zuletzt vom {datum(sitzung.verlegt[-1].von)} (am {datum(sitzung.verlegt[-1].am)}).")
    if sitzung.zweite_ladung_zu:
        saetze.append(f"Zweite Ladung nach {sitzung.zweite_ladung_zu.upper()}.")
    if sitzung.anwesend:
        saetze.append(f"Anwesend: {len(sitzung.anwesend)}, entschuldigt: {len(sitzung.entschuldigt)}.")
    if sitzung.abgesagt:
        saetze.append(f"Abgesagt am {datum(sitzung.abgesagt.am)}: {' '.join(sitzung.abgesagt.grund.split())}")
    return saetze


def _schritte(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> tuple[tuple[str, str], ...]:
    """What comes next in the life of this Sitzung, whatever its state."""
    k, past, ist_ag = sitzung.kennung, sitzung.datum < stichtag, sitzung.gremium != STRATEGIEGRUPPE
    papers = (f"netzint dokument erzeugen {k}", "die Unterlagen neu erzeugen")
    top = (f"netzint sitzung top neu {k}", "einen Punkt aufnehmen")
    if sitzung.zustand == "terminiert":
        when = "eintragen, wann eingeladen wurde" if past else "festhalten, dass die Einladung versandt ist"
        invite = (tell_einladen(bestand, sitzung, stichtag), when)
        if past or ist_ag:
            return (top, _begin(k) if past and ist_ag else invite)
        return ((f"netzint sitzung fortschreiben {k}", "aufnehmen, was inzwischen offen ist"), papers, invite)
    if sitzung.zustand == "eingeladen":
        return (_begin(k), papers)
    if sitzung.zustand != "durchgefuehrt":
        return ()
    return tuple(_after(bestand, sitzung))


def _begin(kennung: str) -> tuple[str, str]:
    return f"netzint sitzung beginnen {kennung}", "am Sitzungstag die Anwesenheit festhalten"


def _after(bestand: Bestand, sitzung: Sitzung) -> Iterator[tuple[str, str]]:
    """Votes, the end, and the minutes."""
    k = sitzung.kennung
    if not sitzung.ist_abgeschlossen:
        for nr in list_offene_tops(bestand, sitzung)[:1]:
            top = sitzung.tagesordnung[nr].nummer or nr + 1
            yield f"netzint sitzung abstimmen {k} {top}", "die nächste Abstimmung festhalten"
        yield f"netzint sitzung abschliessen {k}", "am Ende ausführen, was beschlossen ist"
    elif sitzung.niederschrift is None:
        yield f"netzint sitzung niederschrift {k}", "die Niederschrift entwerfen"
    else:
        yield f"netzint dokument paket {k}", "alle Unterlagen in eine Datei packen"
