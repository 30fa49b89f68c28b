"""What matters today, on one screen: ``netzint lage``."""

from __future__ import annotations

from collections import Counter
from datetime import date

from netzint.berichte.aufgaben import ZWECK, Aufgabe, list_aufgaben, tell_wann
from netzint.berichte.fristen import KEINE, Nachtraege, default_bis, fristen_tabelle
from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl, aufzaehlung, datum, wochentag
from netzint.recht.agzeiten import ende_am, list_bekannte
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.sitzungszeit import naechste_sitzung
from netzint.recht.zustaende import BEZEICHNUNG, EMPFEHLUNG, agstand

FRISTEN = 5
"""So many of them are told; all of them shows ``netzint fristen``."""
ZEILEN_AUFGABEN, ZEILEN_FRISTEN, GENANNT = 4, 3, 2
"""What has to fit one screen of 80 × 24: lines for tasks and for deadlines, names in a sentence."""


def lage(bestand: Bestand, stichtag: date, nachtraege: Nachtraege = KEINE) -> Bericht:
    """What is to be done, the most urgent first; the next Sitzung, seats, AGs, Empfehlungen, the next Fristen."""
    name = bestand.netzwerk.name if bestand.netzwerk else "Netzwerk"
    bis = default_bis(bestand, stichtag)
    aufgaben = list_aufgaben(bestand, stichtag, nachtraege)
    return Bericht(
        "netzint.lage/1",
        f"{name}: Lage am {datum(stichtag)}",
        (
            _sitzung(bestand, stichtag),
            _sitze(bestand, stichtag),
            _arbeitsgruppen(bestand, stichtag),
            _empfehlungen(bestand, stichtag),
        ),
        (
            _sitzung_daten(bestand, stichtag),
            _sitze_daten(bestand, stichtag),
            aufgaben_tabelle(aufgaben, stichtag),
            vakanzen(bestand, stichtag),
            arbeitsgruppen(bestand, stichtag),
            empfehlungen(bestand, stichtag),
            naechste_fristen(bestand, stichtag, bis, nachtraege),
        ),
        _schritte(bestand, stichtag, aufgaben),
    )


def naechste_fristen(bestand: Bestand, stichtag: date, bis: date, nachtraege: Nachtraege) -> Tabelle:
    """The next few deadlines; what is overdue is to be done and stands there."""
    found = fristen_tabelle(bestand, stichtag, bis, nachtraege)
    ahead = tuple(row for row in found.zeilen if isinstance(row[0], date) and row[0] >= stichtag)
    hidden = (*found.verborgen, "tage")
    return found._replace(titel="Nächste Fristen", zeilen=ahead[:FRISTEN], hoechstens=ZEILEN_FRISTEN, verborgen=hidden)


def _sitzung(bestand: Bestand, stichtag: date) -> str:
    sitzung = naechste_sitzung(bestand, stichtag)
    if sitzung is None:
        return "Nächste Sitzung: noch keine angelegt."
    tag = f"{wochentag(sitzung.datum)}, {datum(sitzung.datum)}"
    return f"Nächste Sitzung: {sitzung.kennung.upper()} am {tag} ({BEZEICHNUNG[sitzung.zustand]})."


def _sitze(bestand: Bestand, stichtag: date) -> str:
    number, held = _count_sitze(bestand, stichtag)
    free = vakanzen(bestand, stichtag).zeilen
    named = "; frei: " + ", ".join(f"{row[0]} ({row[2]})" for row in free) if 0 < len(free) <= GENANNT else ""
    return f"Strategiegruppe: {held} von {number} Sitzen besetzt{named}."


def _arbeitsgruppen(bestand: Bestand, stichtag: date) -> str:
    rows = sorted(arbeitsgruppen(bestand, stichtag).zeilen, key=lambda row: str(row[2]))
    told = [f"{kennung} bis {ende:%d.%m.%Y} ({rest})" for _, _, ende, rest, kennung in rows[:GENANNT]]
    more = [anzahl(len(rows) - GENANNT, "weitere", "weitere")] if len(rows) > GENANNT else []
    return f"Arbeitsgruppen: {aufzaehlung([*told, *more]) or 'keine aktiv'}."


def _empfehlungen(bestand: Bestand, stichtag: date) -> str:
    """With every state by itself the sentence would push the rest off the screen: the data have them all."""
    count: Counter[str] = Counter()
    for stand, n in empfehlungen(bestand, stichtag).zeilen:
        if stand != "entfallen":  # a number that was never used
            count["angenommen" if stand == "geaendert_angenommen" else str(stand)] += int(str(n))
    return "Empfehlungen: " + (", ".join(f"{n} {BEZEICHNUNG[s]}" for s, n in count.items()) or "noch keine") + "."


def aufgaben_tabelle(aufgaben: tuple[Aufgabe, ...], stichtag: date) -> Tabelle:
    """What is to be done, with the command for it."""
    rows = tuple((a.text, tell_wann(a, stichtag), a.am, a.befehl) for a in aufgaben)
    spalten = (("text", "Was"), ("wann", "Wann"), ("am", "Tag"), ("befehl", "Befehl"))
    hidden = ("am", "befehl")
    return Tabelle(
        "aufgaben", "Jetzt zu tun", spalten, rows, "nichts Dringendes", verborgen=hidden, hoechstens=ZEILEN_AUFGABEN
    )


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
            sitz.name,
            ", ".join(stelle_kurz(bestand, s, stichtag) for s in sitz.benannt_von),
            sitz.kennung,
        )
        for sitz in bestand.sitze(stichtag)
        if sitz.kennung not in taken
    )
    spalten = (("sitz", "Sitz"), ("benannt_von", "Benennen darf"), ("kennung", "Kennung"))
    return Tabelle("vakanzen", "Vakante Sitze", spalten, rows, nur_daten=True)


def arbeitsgruppen(bestand: Bestand, stichtag: date) -> Tabelle:
    """AGs that are not closed, with the time they have left."""
    rows = tuple(
        (ag.name_am(stichtag), stand, ende := ende_am(bestand, ag, stichtag), _rest(ende, stichtag), ag.kennung)
        for ag in list_bekannte(bestand, stichtag)
        if (stand := agstand(ag, stichtag)) != "abgeschlossen"
    )
    spalten = (
        ("name", "Arbeitsgruppe"),
        ("stand", "Stand"),
        ("ende", "Mandat bis"),
        ("rest", "Noch"),
        ("kennung", "Kennung"),
    )
    return Tabelle("arbeitsgruppen", "Arbeitsgruppen", spalten, rows, worte=BEZEICHNUNG, nur_daten=True)


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
    return Tabelle("empfehlungen", "Empfehlungen", spalten, rows, worte=BEZEICHNUNG, nur_daten=True)


def _schritte(bestand: Bestand, stichtag: date, aufgaben: tuple[Aufgabe, ...]) -> tuple[tuple[str, str], ...]:
    """The next three sensible commands, the most urgent first; where little is to be done, what is worth a look."""
    steps = {a.befehl: ZWECK[a.art] for a in reversed(aufgaben)}
    found = list(steps.items())[::-1]
    sitzung = naechste_sitzung(bestand, stichtag)
    if sitzung is not None:
        found.append((f"netzint sitzung zeigen {sitzung.kennung}", "die Tagesordnung ansehen"))
    found += [("netzint fristen", "alle Fristen ansehen"), ("netzint pruefen", "alle Daten prüfen")]
    found.append(("netzint sitzung liste", "alle Sitzungen ansehen"))
    return tuple(found)[:3]
