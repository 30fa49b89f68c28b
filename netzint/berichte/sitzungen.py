"""Sitzungen as lists and one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import anzahl, aufzaehlung, datum, wochentag
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.offene_tops import list_offene_tops


def naechste_sitzung(bestand: Bestand, stichtag: date) -> Sitzung | None:
    """The next Sitzung of the Strategiegruppe that is planned on a day, as it is then."""
    planned = (
        s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if zustand_am(s, stichtag) in ("terminiert", "eingeladen")
    )
    return next((sitzung_am(s, stichtag) for s in planned if s.datum >= stichtag), None)


def laufende_nummer(bestand: Bestand, sitzung: Sitzung) -> int:
    """Which Sitzung of its Gremium this is, cancelled ones not counted; as far as they are recorded."""
    held = (s for s in bestand.sitzungen_von(sitzung.gremium) if s.zustand not in ("abgesagt", "entfallen"))
    return 1 + sum((s.datum, s.kennung) < (sitzung.datum, sitzung.kennung) for s in held)


def zustand_am(sitzung: Sitzung, tag: date) -> str:
    """The state on a day: what came later, by its own date, has not happened yet."""
    if sitzung.entfallen is not None and sitzung.entfallen.am <= tag:
        return "entfallen"
    if sitzung.abgesagt is not None and sitzung.abgesagt.am <= tag:
        return "abgesagt"
    if sitzung.zustand == "durchgefuehrt" and sitzung.datum <= tag:
        return "durchgefuehrt"
    return "eingeladen" if sitzung.einladung is not None and sitzung.einladung.versandt <= tag else "terminiert"


def sitzung_am(sitzung: Sitzung, tag: date) -> Sitzung:
    """The Sitzung as it was on a day: without what came later, by its own date."""
    later: dict[str, object] = {}
    if sitzung.datum > tag:
        tops = (t.model_copy(update={"beschluesse": (), "verlauf": None}) for t in sitzung.tagesordnung)
        later |= {"tagesordnung": tuple(tops), "anwesend": (), "entschuldigt": (), "gaeste": (), "niederschrift": None}
    dated: tuple[tuple[str, date | None], ...] = (
        ("einladung", sitzung.einladung.versandt if sitzung.einladung else None),
        ("abgesagt", sitzung.abgesagt.am if sitzung.abgesagt else None),
        ("entfallen", sitzung.entfallen.am if sitzung.entfallen else None),
        ("abgeschlossen", sitzung.abgeschlossen),
        ("niederschrift", sitzung.niederschrift.vom if sitzung.niederschrift else None),
    )
    later |= {feld: None for feld, am in dated if am is not None and am > tag}
    return sitzung.model_copy(update=later) if later else sitzung


def liste(bestand: Bestand, stichtag: date, gremium: str | None = None) -> Bericht:
    """All Sitzungen, or those of one Gremium, by date."""
    chosen = (s for s in bestand.sitzungen.values() if gremium is None or s.gremium == gremium)
    rows = tuple(
        (s.datum, s.kennung, s.gremium, zustand_am(s, stichtag), len(s.tagesordnung), s.ort or "")
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


def _schritte(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> tuple[tuple[str, str], ...]:
    """What comes next in the life of this Sitzung, whatever its state."""
    k, past, ist_ag = sitzung.kennung, sitzung.datum < stichtag, sitzung.gremium != STRATEGIEGRUPPE
    papers = (f"netzint dokument erzeugen {k}", "die Unterlagen neu erzeugen")
    top = (f"netzint sitzung top neu {k}", "einen Punkt aufnehmen")
    if sitzung.zustand == "terminiert":
        invite = (f"netzint sitzung einladen {k}", "festhalten, dass die Einladung versandt ist")
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
