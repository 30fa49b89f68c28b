"""Umlaufverfahren as a list and one by one."""

from __future__ import annotations

from datetime import date

from netzint.berichte.noch_nicht import refuse_noch_nicht
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.worte import tell_antrag
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_umlauf
from netzint.modell.grund import Entfallen
from netzint.modell.sprache import anzahl, datum
from netzint.modell.umlauf import Umlauf, Umlaufabschluss
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.umlaeufe import Lauf, find_lauf
from netzint.regeln.umlaufstimmen import count_umlauf

WORTE = {**BEZEICHNUNG, "laeuft": "läuft", "faellig": "Frist abgelaufen", "widersprochen": "widersprochen"}
STIMMEN = {"ja": "Ja", "nein": "Nein", "enthaltung": "Enthaltung", "": "keine Antwort"}


def stand_am(umlauf: Umlauf, tag: date) -> str:
    """How far it is on a day: running, due to be counted, or its result."""
    if umlauf.entfallen and umlauf.entfallen.am <= tag:
        return "entfallen"
    if umlauf.abschluss and umlauf.abschluss.am <= tag:
        return umlauf.abschluss.ergebnis
    return "laeuft" if tag <= umlauf.frist else "faellig"


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All Umläufe sent up to a day."""
    sent = sorted(
        (u for u in bestand.umlaeufe.values() if u.versandt <= stichtag), key=lambda u: (u.versandt, u.kennung)
    )
    rows = tuple(
        (u.kennung, u.titel, u.versandt, u.frist, stand_am(u, stichtag), len(_votes(u, stichtag)), len(u.verteiler))
        for u in sent
    )
    spalten = (
        ("kennung", "Kennung"),
        ("titel", "Worum es geht"),
        ("versandt", "versandt"),
        ("frist", "Frist"),
        ("stand", "Stand"),
        ("antworten", "Antworten"),
        ("gefragt", "gefragt"),
    )
    tabelle = Tabelle("umlaeufe", "Umlaufverfahren", spalten, rows, worte=WORTE, verborgen=("gefragt",))
    return Bericht("netzint.umlaeufe/1", f"Umlaufverfahren, Stand {datum(stichtag)}", tabellen=(tabelle,))


def _votes(umlauf: Umlauf, tag: date) -> list[tuple[str, str, date]]:
    return [(s.mitglied, s.stimme, s.am) for s in umlauf.stimmen if s.am <= tag]


def zeigen(bestand: Bestand, kennung: str, stichtag: date) -> Bericht:
    """One Umlauf: the question, who answered how, and what follows from it."""
    umlauf = find_umlauf(bestand, kennung)
    refuse_noch_nicht(f"Das Umlaufverfahren {umlauf.kennung.upper()}", umlauf.versandt, stichtag)
    lauf = find_lauf(bestand, umlauf)
    answered = {person: (vote, am) for person, vote, am in _votes(umlauf, stichtag)}
    asked = lauf.gefragt if lauf else umlauf.verteiler
    rows = tuple(_row(bestand, person, answered.get(person)) for person in dict.fromkeys([*asked, *answered]))
    spalten = (("mitglied", "Mitglied"), ("name", "Name"), ("stimme", "Stimme"), ("am", "am"))
    tabelle = Tabelle("stimmen", "Antworten", spalten, rows, worte=STIMMEN)
    titel = f"Umlaufverfahren {umlauf.kennung.upper()}: {umlauf.titel}"
    saetze = tuple(_saetze(bestand, umlauf, stichtag))
    schritte = _steps(umlauf, stichtag, open_answers=len(rows) - len(answered))
    return Bericht("netzint.umlauf/1", titel, saetze, (_daten(umlauf, lauf, stichtag), tabelle), schritte)


def _row(bestand: Bestand, person: str, answer: tuple[str, date] | None) -> tuple[Zelle, ...]:
    entry = bestand.mitglieder.get(person)
    vote, am = answer or ("", None)
    return (person, entry.voller_name if entry else person, vote, am)


def _saetze(bestand: Bestand, umlauf: Umlauf, tag: date) -> list[str]:
    stand = stand_am(umlauf, tag)
    found = [f"Versandt am {datum(umlauf.versandt)}, Antworten bis zum {datum(umlauf.frist)} ({WORTE[stand]})."]
    found.append(f"Antrag: {tell_antrag(umlauf.antrag)}")
    if umlauf.vorlage:
        found.append(f"Beschlussvorlage {umlauf.vorlage.upper()}.")
    if umlauf.befangen:
        found.append(f"Befangen: {', '.join(umlauf.befangen)}.")
    objections = [w for w in umlauf.widerspruch if w.am <= tag]
    found += [f"Widerspruch von {w.mitglied} am {datum(w.am)}: beendet das Verfahren." for w in objections]
    if umlauf.entfallen and stand == "entfallen":
        found.append(f"Aufgegeben am {datum(umlauf.entfallen.am)}: {' '.join(umlauf.entfallen.grund.split())}")
    lauf = find_lauf(bestand, umlauf)
    if lauf and umlauf.abschluss and umlauf.abschluss.am <= tag and stand != "widersprochen":
        found.append(count_umlauf(lauf).erklaerung)
    elif lauf and stand in ("laeuft", "faellig"):
        number = anzahl(len(_votes(umlauf, tag)), "Antwort", "Antworten")
        found.append(f"Bisher {number}; beschlossen wird, wenn sich mindestens {count_umlauf(lauf).noetig} beteiligen.")
    return found


def _daten(umlauf: Umlauf, lauf: Lauf | None, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kennung": umlauf.kennung,
        "titel": umlauf.titel,
        "versandt": umlauf.versandt,
        "frist": umlauf.frist,
        "vorlage": umlauf.vorlage,
        "antrag": tell_antrag(umlauf.antrag),
        "art": umlauf.antrag.art,
        "stand": stand_am(umlauf, tag),
        "antworten": len(_votes(umlauf, tag)),
        "noetig": count_umlauf(lauf).noetig if lauf else None,
        "widerspruch": ", ".join(f"{w.mitglied} {w.am}" for w in umlauf.widerspruch if w.am <= tag),
        "befangen": ", ".join(umlauf.befangen),
        "abgeschlossen": _past(umlauf.abschluss, tag),
        "entfallen": _past(umlauf.entfallen, tag),
    }
    return Tabelle("umlauf", "Umlauf", tuple((k, k.capitalize()) for k in row), (tuple(row.values()),), nur_daten=True)


def _past(ende: Umlaufabschluss | Entfallen | None, tag: date) -> date | None:
    return ende.am if ende is not None and ende.am <= tag else None


def _steps(umlauf: Umlauf, tag: date, open_answers: int) -> tuple[tuple[str, str], ...]:
    k, stand = umlauf.kennung, stand_am(umlauf, tag)
    if stand == "faellig" or (stand == "laeuft" and not open_answers):
        return ((f"netzint umlauf abschliessen {k}", "auszählen und ausführen"),)
    if stand == "laeuft":
        waiting = anzahl(open_answers, "Antwort fehlt", "Antworten fehlen")
        return ((f"netzint umlauf stimme {k}", f"eine Antwort eintragen; {waiting} noch"),)
    return ()
