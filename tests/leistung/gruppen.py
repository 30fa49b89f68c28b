"""Arbeitsgruppen with their Themen, members and Sitzungen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.leistung.texte import FELDER, ZIELGRUPPEN, ascii_wort, block, person, tage
from tests.leistung.welt import STICHTAG, Termin, Welt

DAUER = 3
"""An AG lives from the Sitzung that sets it up to the third one after that."""
_STAENDIGE = 10
_OFFENES_ENDE = date(2027, 9, 30)


class Gruppe(NamedTuple):
    """An AG, and the Sitzungen (by their place in the calendar) that set it up and closed it."""

    kennung: str
    name: str
    thema: str
    eingesetzt: int
    abgeschlossen: int | None
    von: date
    ende: date


def write_themen_und_ziele(welt: Welt) -> None:
    """One Thema for each AG and some more, and a few aims."""
    for nr in range(welt.mischung.arbeitsgruppen + 2):
        feld, gruppe = FELDER[nr % len(FELDER)], ZIELGRUPPEN[nr // len(FELDER) % len(ZIELGRUPPEN)]
        kennung = f"thema-{ascii_wort(feld)}-{nr + 1}"
        text = f"titel: {feld} und {gruppe}\nbeschreibung: {block(welt.zufall, 3)}aufgenommen: 2020-09\n"
        welt.write("themen", kennung, text)
        welt.themen.append(kennung)
    for nr in range(min(8, 2 + welt.mischung.arbeitsgruppen)):
        kennung = f"ziel-{ascii_wort(FELDER[nr])}"
        welt.write("ziele", kennung, f"titel: {FELDER[nr]}\nbeschreibung: {block(welt.zufall, 2)}ab: 2020-11\n")
        welt.ziele.append(kennung)


def write_gruppen(welt: Welt) -> list[Gruppe]:
    """All AGs, spread evenly over the Sitzungen but the last."""
    termine, anzahl = welt.termine, welt.mischung.arbeitsgruppen
    gruppen = []
    for nr in range(anzahl):
        i = nr * (len(termine) - 1) // anzahl
        feld, ziel = FELDER[nr % len(FELDER)], ZIELGRUPPEN[nr // len(FELDER) % len(ZIELGRUPPEN)]
        kennung = f"ag-{ascii_wort(feld)}-{nr + 1}"
        closed = i + DAUER if i + DAUER < len(termine) else None
        ende = termine[closed].tag if closed is not None else _OFFENES_ENDE
        thema = welt.themen[nr]
        gruppe = Gruppe(kennung, f"AG „{feld} und {ziel}“", thema, i, closed, tage(termine[i].tag, 7), ende)
        _write_gruppe(welt, gruppe, termine)
        gruppen.append(gruppe)
    return gruppen


def _write_gruppe(welt: Welt, gruppe: Gruppe, termine: list[Termin]) -> None:
    text = f"name: {gruppe.name}\nthema: {gruppe.thema}\nmandat:\n  auftrag: {block(welt.zufall, 2, 4)}"
    text += f"  staendige_mitglieder: {_STAENDIGE}\n  von: {gruppe.von}\n  bis: {gruppe.ende}\n"
    text += f"  beschluss: {termine[gruppe.eingesetzt].kennung}/{einsetzung(gruppe)}\n"
    if gruppe.abgeschlossen is not None:
        closed = termine[gruppe.abgeschlossen]
        text += f"berichte:\n  - titel: Abschlussbericht\n    vom: {tage(closed.tag, -21)}\n"
        text += f"    inhalt: {block(welt.zufall, 2, 6)}"
        text += f"abschluss: {{am: {closed.tag}, beschluss: {closed.kennung}/{abschluss(gruppe)}}}\n"
    welt.write("arbeitsgruppen", gruppe.kennung, text)


def einsetzung(gruppe: Gruppe) -> str:
    """The Kennung of the Beschluss that sets it up."""
    return f"einsetzung-{gruppe.kennung}"


def abschluss(gruppe: Gruppe) -> str:
    """The Kennung of the Beschluss that closes it."""
    return f"abschluss-{gruppe.kennung}"


def write_mitglieder(welt: Welt, gruppen: list[Gruppe]) -> dict[str, list[str]]:
    """The members of the AGs: ten ständige with the Leitung, the others guests and experts. AG → Kennungen."""
    vorhanden = sum(pfad.startswith("daten/mitglieder/") for pfad in welt.dateien)
    offen = max(_STAENDIGE * len(gruppen), welt.mischung.mitglieder - vorhanden)
    members: dict[str, list[str]] = {}
    for nr, gruppe in enumerate(gruppen):
        anzahl = offen // len(gruppen) + (nr < offen % len(gruppen))
        members[gruppe.kennung] = [f"{gruppe.kennung}-{i:02}" for i in range(1, anzahl + 1)]
        for i, kennung in enumerate(members[gruppe.kennung]):
            _write_mitglied(welt, gruppe, kennung, i)
    return members


def _write_mitglied(welt: Welt, gruppe: Gruppe, kennung: str, nr: int) -> None:
    staedte = welt.kommunen["stadt"]
    rolle = "leitung" if nr == 0 else "staendig" if nr < _STAENDIGE else "gast" if nr % 2 else "sachverstaendig"
    stelle = welt.stellen[welt.zufall.randrange(len(welt.stellen))]
    amt, funktion, seit = "mitarbeit", "Sachbearbeitung Integration", "2019-03-01"
    if nr == 1:
        stelle = staedte[welt.zufall.randrange(len(staedte))]
        if stelle not in welt.ib_mitglieder:
            welt.ib_mitglieder[stelle] = (kennung, date(2019, 3, 1))
            amt, funktion = "integrationsbeauftragung", "Integrationsbeauftragte"
    text = person(welt.zufall)
    text += f"dienstlich:\n  e_mail: {kennung}@{stelle}.example\n  telefon: 07000 {10000 + len(welt.dateien) % 89999}\n"
    text += f"aemter:\n  - von: {seit}\n    stelle: {stelle}\n    amt: {amt}\n    funktion: {funktion}\n"
    text += f"mandate:\n  - gremium: {gruppe.kennung}\n    rolle: {rolle}\n    von: {gruppe.von}\n"
    if gruppe.abgeschlossen is not None:
        text += f"    bis: {gruppe.ende}\n    ende: {{grund: ag_abgeschlossen, am: {gruppe.ende}}}\n"
    welt.write("mitglieder", kennung, text)


def write_ag_sitzungen(welt: Welt, gruppen: list[Gruppe], members: dict[str, list[str]]) -> None:
    """The Sitzungen of the AGs, spread evenly over the time of each."""
    anzahl = welt.mischung.ag_sitzungen
    for nr, gruppe in enumerate(gruppen):
        je_ag = anzahl // len(gruppen) + (nr < anzahl % len(gruppen))
        letzter = min(gruppe.ende, tage(STICHTAG, -10))
        schritt = (letzter - gruppe.von).days // (je_ag + 1)
        for j in range(1, je_ag + 1):
            tag = tage(gruppe.von, 22 + (schritt - 1) * j)
            if tag <= letzter:
                kennung = welt.nummer(f"{gruppe.kennung}-sitzung", tag.year)
                welt.write("sitzungen", kennung, _ag_sitzung(welt, gruppe, members[gruppe.kennung], tag))


def _ag_sitzung(welt: Welt, gruppe: Gruppe, people: list[str], tag: date) -> str:
    verteiler = people[:_STAENDIGE]
    fehlt = verteiler[1 + tag.toordinal() % (_STAENDIGE - 1)]
    text = f'gremium: {gruppe.kennung}\ndatum: {tag}\nbeginn: "13:30"\nende: "16:00"\nort: Rathaus, Sitzungssaal\n'
    text += f"einladung:\n  versandt: {tage(tag, -21)}\n  verteiler:\n"
    text += "".join(f"    - {person}\n" for person in verteiler)
    text += f"leitung: {verteiler[0]}\ntagesordnung:\n"
    for nr, (kennung, titel) in enumerate((("begruessung", "Begrüßung"), ("stand", "Stand der Arbeit")), 1):
        text += f'  - kennung: {kennung}\n    nummer: "{nr}"\n    titel: {titel}\n'
        text += f"    verlauf: {block(welt.zufall, nr, 6)}"
    text += '  - kennung: verschiedenes\n    nummer: "3"\n    titel: Verschiedenes, nächste Termine\nanwesend:\n'
    text += "".join(f"  - {person}\n" for person in verteiler if person != fehlt)
    return text + f"entschuldigt: [{fehlt}]\nniederschrift: {{fuehrung: {verteiler[0]}, vom: {tage(tag, 6)}}}\n"
