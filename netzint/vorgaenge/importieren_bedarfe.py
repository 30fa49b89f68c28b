"""Bedarfe from a table."""

from __future__ import annotations

from datetime import date
from functools import partial

from netzint.modell.bedarf import Bedarf
from netzint.modell.bestand import Bestand
from netzint.modell.eingabe import parse_datum_mit_jahr
from netzint.modell.finden import find_thema
from netzint.modell.sprache import datum, fold
from netzint.vorgaenge import bedarf
from netzint.vorgaenge.aenderung import Aenderung, join
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importzeile import Spalte, Zeile, is_same

SPALTEN = (
    Spalte("kennung", "Kennung", "leer bei neuen; sonst, welcher Bedarf gemeint ist"),
    Spalte("titel", "Titel", "worum es geht, in einer Zeile", pflicht=True, auch=("Bedarf",)),
    Spalte("beschreibung", "Beschreibung", "was gebraucht wird"),
    Spalte("von", "Von", "die meldende Stelle: Kennung oder Name", auch=("Gemeldet von", "Stelle")),
    Spalte("am", "Gemeldet", "der Tag der Meldung; leer: heute", auch=("Gemeldet am", "Am", "Datum")),
    Spalte("thema", "Thema", "wenn er einem Thema zugeordnet ist: Kennung oder Titel"),
)  # fmt: skip


def take(lage: Lage, zeile: Zeile) -> Aenderung | str | None:
    """The Bedarf that a row is about: by Kennung, or by title, who reported it and when."""
    titel = zeile.text("titel") if zeile.text("kennung") else zeile.require("titel")
    text = zeile.text("von") if zeile.text("kennung") else zeile.require("von")
    von = zeile.attempt("von", lambda: lage.find_stelle(text)) if text else None
    am = zeile.read("am", partial(parse_datum_mit_jahr, bezug=lage.stichtag))
    thema = zeile.read("thema", lambda t: find_thema(lage.bestand, t).kennung)
    found = _find(lage, zeile, titel or "", von, am) if not zeile.fehler else None
    lage.refuse_twice(zeile, "titel", *((found.kennung,) if found else (titel or "", von or "", str(am))))
    if zeile.fehler:
        return None
    if found is not None:
        return _change(lage, zeile, found, von, am, thema)
    act = partial(
        bedarf.melden, lage.bestand, lage.vergeben, stichtag=lage.stichtag, titel=titel or "", von=von or "", am=am,
        beschreibung=zeile.text("beschreibung"), thema=thema,
    )  # fmt: skip
    return zeile.attempt("titel", act)


def _find(lage: Lage, zeile: Zeile, titel: str, von: str | None, am: date | None) -> Bedarf | None:
    kennung = (zeile.text("kennung") or "").lower()
    if kennung:
        if kennung not in lage.bestand.bedarfe:
            zeile.tell(
                "kennung", f"Einen Bedarf „{kennung}“ gibt es nicht.", "Bei neuen Bedarfen die Zelle leer lassen."
            )
        return lage.bestand.bedarfe.get(kennung)
    same = [
        b
        for b in lage.bestand.bedarfe.values()
        if b.entfallen is None and fold(b.titel) == fold(titel) and b.gemeldet.von == von
    ]
    dated = [b for b in same if am in (None, b.gemeldet.am)]
    return next((b for b in dated if b.erledigt is None), dated[0] if dated and am else None)


def _change(
    lage: Lage, zeile: Zeile, found: Bedarf, von: str | None, am: date | None, thema: str | None
) -> Aenderung | str | None:
    hinweis = f"Berichtigen: netzint berichtigen {found.kennung}"
    if von not in (None, found.gemeldet.von):
        zeile.tell("von", f"{found.kennung} hat {found.gemeldet.von} gemeldet.", hinweis)
    if am not in (None, found.gemeldet.am):
        zeile.tell("am", f"{found.kennung} wurde am {datum(found.gemeldet.am)} gemeldet.", hinweis)
    titel, beschreibung = zeile.text("titel"), zeile.text("beschreibung")
    titel = None if is_same(titel, found.titel) else titel
    beschreibung = None if is_same(beschreibung, found.beschreibung) else beschreibung
    parts = []
    if titel or beschreibung:
        act = partial(bedarf.aendern, lage.bestand, (), bedarf=found.kennung, titel=titel, beschreibung=beschreibung)
        parts.append(zeile.attempt("titel", act))
    if thema not in (None, found.zugeordnet and found.zugeordnet.thema):
        put = partial(
            bedarf.zuordnen, lage.bestand, (), stichtag=lage.stichtag, bedarf=found.kennung, thema=thema or ""
        )
        parts.append(zeile.attempt("thema", put))
    changes = [part for part in parts if part]
    if zeile.fehler:
        return None
    return join("bedarf-aendern", found.kennung, changes)._replace(hinweise=()) if changes else found.kennung


def rows(bestand: Bestand) -> list[dict[str, str]]:
    """The Bedarfe that are recorded, as cells."""
    return [
        {
            "kennung": b.kennung, "titel": b.titel, "beschreibung": (b.beschreibung or "").strip(),
            "von": b.gemeldet.von, "am": b.gemeldet.am.isoformat(), "thema": b.zugeordnet.thema if b.zugeordnet else "",
        }
        for b in bestand.bedarfe.values()
        if b.entfallen is None
    ]  # fmt: skip


BEDARFE = Importart("bedarfe", SPALTEN, take, rows, egal=("Stand", "Alter (Tage)", "AG", "Tage bis AG"))
