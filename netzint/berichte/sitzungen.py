"""Sitzungen as lists and one by one."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.arten import NACH_NAME
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import aufzaehlung, datum, wochentag
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


def find_sitzung(bestand: Bestand, kennung: str) -> Sitzung:
    """The Sitzung of this Kennung, in any case of letters. Raises NetzintFehler (wrong usage) if there is none."""
    name = kennung.lower()
    sitzung = bestand.sitzungen.get(name)
    if sitzung is not None:
        return sitzung
    liste_zeigt = "Alle zeigt: netzint sitzung liste"
    if name in bestand.unlesbar:
        raise NetzintFehler(f"Der Eintrag {name} ist nicht lesbar.", "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    if name in bestand.eintraege:
        pfad = NACH_NAME[type(bestand.eintraege[name]).__name__.lower()].pfad(name)
        raise NetzintFehler(f"{name} ist keine Sitzung; der Eintrag steht in {pfad}.", liste_zeigt, Ausgang.AUFRUF)
    hinweis = meinten_sie(name, bestand.sitzungen, liste_zeigt)
    raise NetzintFehler(f"Eine Sitzung „{kennung}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def zeigen(bestand: Bestand, kennung: str) -> Bericht:
    """One Sitzung with its Tagesordnung, the reason for each TOP and the Beschlüsse."""
    sitzung = find_sitzung(bestand, kennung)
    rows = tuple(
        (top.nummer or str(n), top.titel, top.weil or "", (top.vorlage or "").upper(), _ergebnis(top), top.kennung)
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
        "anwesend": len(sitzung.anwesend),
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("sitzung", "Sitzung", spalten, (tuple(row.values()),), nur_daten=True)


def _ergebnis(top: Tagesordnungspunkt) -> str:
    return aufzaehlung([BEZEICHNUNG[b.ergebnis] for b in top.beschluesse])


def _saetze(sitzung: Sitzung) -> list[str]:
    when = f"{wochentag(sitzung.datum)}, {datum(sitzung.datum)}"
    clock = f", {sitzung.beginn} Uhr" if sitzung.beginn else ""
    saetze = [f"{when}{clock}{', ' + sitzung.ort if sitzung.ort else ''} ({BEZEICHNUNG[sitzung.zustand]})"]
    if sitzung.einladung:
        number = len(sitzung.einladung.verteiler)
        saetze.append(f"Eingeladen am {datum(sitzung.einladung.versandt)}, Verteiler: {number} Personen.")
    if sitzung.anwesend:
        saetze.append(f"Anwesend: {len(sitzung.anwesend)}, entschuldigt: {len(sitzung.entschuldigt)}.")
    if sitzung.abgesagt:
        saetze.append(f"Abgesagt am {datum(sitzung.abgesagt.am)}: {' '.join(sitzung.abgesagt.grund.split())}")
    return saetze


def _schritte(sitzung: Sitzung) -> tuple[tuple[str, str], ...]:
    if sitzung.zustand in ("terminiert", "eingeladen"):
        return ((f"netzint dokument erzeugen {sitzung.kennung}", "die Unterlagen neu erzeugen"),)
    return ()
