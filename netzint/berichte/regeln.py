"""The rules as a list and one by one: what ``netzint regel`` prints. One catalogue over all families of codes."""

from __future__ import annotations

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.befund import Schwere
from netzint.modell.codes_format import FORMAT
from netzint.modell.codes_lesen import LESEN
from netzint.modell.codes_vorlagen import VORLAGEN
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.katalog import Codeeintrag
from netzint.regeln.alle import ALLE
from netzint.regeln.register import Regel

WORT = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}


def catalogue() -> dict[str, Codeeintrag]:
    """Every code that a finding can have, by code."""
    entries = (*LESEN, *FORMAT, *(_entry(regel) for regel in ALLE), *VORLAGEN)
    return {entry.code: entry for entry in sorted(entries)}


def _entry(regel: Regel) -> Codeeintrag:
    return Codeeintrag(regel.code, regel.schwere, regel.titel, regel.warum, regel.abhilfe, regel.beispiel)


def liste() -> Bericht:
    """All codes with their severity, title and the row of the domain table they come from."""
    fach = {regel.code: regel.fach for regel in ALLE}
    rows = tuple((e.code, WORT[e.schwere], e.titel, fach.get(e.code, "")) for e in catalogue().values())
    spalten = (("code", "Code"), ("schwere", "Schwere"), ("titel", "Regel"), ("fach", "Quelle"))
    return Bericht(
        "netzint.regeln/1",
        "Regeln",
        (f"Es sind {len(rows)}.",),
        (Tabelle("regeln", "Liste", spalten, rows),),
        schritte=(("netzint regel CODE", "eine Regel mit Quelle, Beispiel und Abhilfe erklären"),),
    )


def erklaere(code: str) -> Bericht:
    """One rule in full. Raises NetzintFehler (wrong usage) for an unknown code."""
    known = catalogue()
    entry = known.get(code)
    if entry is None:
        hinweis = meinten_sie(code, known, "Alle zeigt: netzint regel")
        raise NetzintFehler(f"Eine Regel „{code}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)
    regel = next((r for r in ALLE if r.code == code), None)
    parts = (("Warum", entry.warum), ("Beispiel", entry.beispiel), ("Abhilfe", entry.abhilfe))
    saetze = (f"{WORT[entry.schwere]}: {entry.titel}", *(f"{name}: {text}" for name, text in parts if text))
    if regel is not None and regel.erlaesslich:
        saetze += ("Ausnahme: Die Strategiegruppe kann davon durch Beschluss abweichen (daten/ausnahmen/).",)
    return Bericht("netzint.regel/1", f"Regel {code}", saetze, (_angaben(entry, regel),))


def _angaben(entry: Codeeintrag, regel: Regel | None) -> Tabelle:
    """The same for machines, as one row."""
    row = {
        "code": entry.code,
        "schwere": str(entry.schwere),
        "titel": entry.titel,
        "warum": entry.warum,
        "beispiel": entry.beispiel,
        "abhilfe": entry.abhilfe,
        "fach": regel.fach if regel else "",
        "erlaesslich": "ja" if regel and regel.erlaesslich else "nein",
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("regel", "Angaben", spalten, (tuple(row.values()),), nur_daten=True)
