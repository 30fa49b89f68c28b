"""Stellen as a list and one by one, and what the official register says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_stelle
from netzint.modell.gebiet import Gebiet, Verzeichnis
from netzint.modell.kreise import KREISE
from netzint.modell.mitglied import WORTE
from netzint.modell.sprache import anzahl, datum
from netzint.modell.stelle import Stelle

ARTNAMEN = {
    "ministerium": "Ministerium",
    "landesverband": "Landesverband",
    "gemeinde": "Gemeinde",
    "stadt": "Stadt",
    "landkreis": "Landkreis",
    "behoerde": "Behörde",
    "traeger": "Träger",
    "hochschule": "Hochschule",
    "sonstige": "Sonstige",
    "stadtkreis": "Stadtkreis",
    "grosse_kreisstadt": "Große Kreisstadt",
}
GEZEIGT = 50
"""So many matches of a search in the register are shown."""


def liste(bestand: Bestand, stichtag: date, art: str | None = None) -> Bericht:
    """The Stellen that there are on a day, by kind and name."""
    known = [s for s in bestand.stellen.values() if s.bis is None or s.bis >= stichtag]
    chosen = [s for s in known if art in (None, s.art_am(stichtag))]
    order = list(ARTNAMEN)
    chosen.sort(key=lambda s: (order.index(s.art_am(stichtag)), s.name_am(stichtag), s.kennung))
    rows = tuple(
        (s.name_am(stichtag), _kind(s, stichtag), s.ags, s.bis, s.kennung, s.art_am(stichtag), s.status_am(stichtag))
        for s in chosen
    )
    spalten = (
        ("name", "Name"),
        ("art_name", "Art"),
        ("ags", "AGS"),
        ("bis", "Bis"),
        ("kennung", "Kennung"),
        ("art", "Art"),
        ("status", "Status"),
    )
    tabelle = Tabelle("stellen", "Stellen", spalten, rows, verborgen=("art", "status"))
    return Bericht("netzint.stellen/1", f"Stellen am {datum(stichtag)}", tabellen=(tabelle,))


def _kind(stelle: Stelle, tag: date) -> str:
    """The kind in words, or the status, which says more."""
    return ARTNAMEN[stelle.status_am(tag) or stelle.art_am(tag)]


def zeigen(bestand: Bestand, stichtag: date, kennung: str) -> Bericht:
    """One Stelle: what it is, was, who works there on the day, and for which seats it may name."""
    stelle = find_stelle(bestand, kennung)
    earlier = Tabelle(
        "frueher",
        "Frühere Namen und Arten",
        (("bis", "Bis"), ("name", "Name"), ("art", "Art"), ("status", "Status")),
        tuple((f.bis, f.name, f.art, f.status) for f in stelle.frueher if f.bis < stichtag),
        worte=ARTNAMEN,
    )
    seats = tuple((s.name, s.kennung) for s in bestand.sitze(stichtag) if stelle.kennung in s.benannt_von)
    naming = Tabelle("benennt", "Darf benennen für", (("sitz_name", "Sitz"), ("sitz", "Kennung")), seats, "keinen Sitz")
    tables = (_daten(stelle, stichtag), earlier, _people(bestand, stelle, stichtag), naming)
    titel = f"{stelle.name_am(stichtag)} ({stelle.kennung}) am {datum(stichtag)}"
    return Bericht("netzint.stelle/1", titel, tuple(_saetze(stelle, stichtag)), tables)


def _daten(stelle: Stelle, tag: date) -> Tabelle:
    row: dict[str, Zelle] = {
        "kennung": stelle.kennung,
        "name": stelle.name_am(tag),
        "kurz": stelle.kurz,
        "art": stelle.art_am(tag),
        "status": stelle.status_am(tag),
        "ags": stelle.ags,
        "anschrift": stelle.anschrift,
        "e_mail": stelle.e_mail,
        "bis": stelle.bis,
        "nachfolge": stelle.nachfolge,
    }
    return Tabelle("stelle", "Stelle", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _saetze(stelle: Stelle, tag: date) -> list[str]:
    kind = ARTNAMEN[stelle.art_am(tag)]
    status = stelle.status_am(tag)
    saetze = [f"{kind}{f', {ARTNAMEN[status]}' if status else ''}{f', AGS {stelle.ags}' if stelle.ags else ''}."]
    if stelle.anschrift or stelle.e_mail:
        saetze.append("; ".join([*(stelle.anschrift or "").splitlines(), *([stelle.e_mail] if stelle.e_mail else [])]))
    if stelle.bis:
        nach = f"; Nachfolge: {stelle.nachfolge}" if stelle.nachfolge else ""
        saetze.append(f"Es gibt sie nur bis {datum(stelle.bis)}{nach}.")
    return saetze


def _people(bestand: Bestand, stelle: Stelle, tag: date) -> Tabelle:
    rows = tuple(
        (person.voller_name, amt.funktion, amt.amt, amt.von, amt.bis, person.kennung)
        for person in bestand.mitglieder.values()
        for amt in person.aemter_am(tag)
        if amt.stelle == stelle.kennung
    )
    spalten = (
        ("name", "Name"),
        ("funktion", "Funktion"),
        ("amt", "Amt"),
        ("von", "Seit"),
        ("bis", "Bis"),
        ("kennung", "Kennung"),
    )
    return Tabelle("personen", "Wer dort tätig ist", spalten, rows, "niemand", worte=WORTE)


def register(verzeichnis: Verzeichnis, bestand: Bestand, text: str | None, datei: str = "") -> Bericht:
    """What the register says to a name or a key; without one how much there is in it.

    ``datei`` is how a command line names the register, if it is not remembered.
    """
    titel = f"Gemeindeverzeichnis, Gebietsstand {datum(verzeichnis.stand)}"
    if text is None:
        return Bericht("netzint.register-umfang/1", titel, tuple(_remark_luecken(verzeichnis)), (_counts(verzeichnis),))
    found = verzeichnis.search(text)
    exact = verzeichnis.find(text)
    if not found and exact is not None:
        found = (exact,)
    rows = tuple(_gebiet_row(gebiet, bestand) for gebiet in found[:GEZEIGT])
    spalten = (
        ("ags", "AGS"),
        ("name", "Name"),
        ("art", "Art"),
        ("status", "Status"),
        ("kreis", "Kreis"),
        ("stelle", "Erfasst als"),
        ("eintrag", "Eintrag"),
    )
    tabelle = Tabelle("gebiete", "Kommunen", spalten, rows, "nichts gefunden", worte=ARTNAMEN, verborgen=("eintrag",))
    treffer = Tabelle("zahlen", "Zahlen", (("treffer", "Treffer"), ("gezeigt", "Gezeigt")),
                      ((len(found), len(rows)),), nur_daten=True)  # fmt: skip
    saetze = [f"{anzahl(len(found), 'Kommune', 'Kommunen')} zu „{text}“."]
    if len(found) > GEZEIGT:
        saetze.append(f"Gezeigt werden die ersten {GEZEIGT}; genauer suchen hilft.")
    if not found and (like := meinten_sie(text, dict.fromkeys(g.kurz for g in verzeichnis.gebiete))):
        saetze.append(like)
    saetze += _remark_luecken(verzeichnis)
    new = next((g for g, row in zip(found, rows, strict=False) if row[5] is None), None)
    woher = f' --register "{datei}"' if datei else ""
    schritte = ((f"netzint stelle neu --ags {new.ags}{woher}", "die Kommune als Stelle anlegen"),) if new else ()
    return Bericht("netzint.register/1", titel, tuple(saetze), (tabelle, treffer), schritte)


def _remark_luecken(verzeichnis: Verzeichnis) -> Iterator[str]:
    """A file that was cut off between two lines looks like a whole one."""
    if 0 < verzeichnis.kreise < len(KREISE):
        yield f"Die Datei nennt nur {verzeichnis.kreise} der {len(KREISE)} Stadt- und Landkreise; ist sie vollständig?"


def _gebiet_row(gebiet: Gebiet, bestand: Bestand) -> tuple[Zelle, ...]:
    known = next((s.kennung for s in bestand.stellen.values() if s.ags == gebiet.ags and s.bis is None), None)
    kreis = gebiet.kreis.name if gebiet.kreis and gebiet.art != "landkreis" else None
    return gebiet.ags, gebiet.name, gebiet.art, gebiet.status, kreis, known, gebiet.eintrag


def _counts(verzeichnis: Verzeichnis) -> Tabelle:
    counts = Counter(g.status or g.art for g in verzeichnis.gebiete)
    rows = tuple((name, counts[name]) for name in ARTNAMEN if counts[name])
    return Tabelle("arten", "Kommunen", (("art", "Art"), ("anzahl", "Anzahl")), rows, worte=ARTNAMEN)
