"""Stellen from a table."""

from __future__ import annotations

from functools import partial
from typing import get_args

from netzint.modell.bestand import Bestand
from netzint.modell.gebiet import Gebiet
from netzint.modell.kennung import is_kennung
from netzint.modell.klartext import Klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import fold
from netzint.modell.stelle import Kommunalstatus, Stelle
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import falsch
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importzeile import Spalte, Zeile, is_same
from netzint.vorgaenge.stelle import Angaben, make_kennung, read_felder

SPALTEN = (
    Spalte("kennung", "Kennung", "leer bei neuen; sonst, welche Stelle gemeint ist"),
    Spalte("name", "Name", "voller Name", auch=("Stelle", "Bezeichnung")),
    Spalte("kurz", "Kurzname", "Kurzname für Tabellen", auch=("Kurz", "Abkürzung")),
    Spalte("art", "Art", "was für eine Stelle das ist, z. B. Stadt, Landkreis, Träger"),
    Spalte("status", "Status", "nur bei Städten: Stadtkreis oder Große Kreisstadt"),
    Spalte("ags", "AGS", "Amtlicher Gemeindeschlüssel; Excel streicht gern die führende Null, das macht nichts",
           auch=("Gemeindeschlüssel", "Amtlicher Gemeindeschlüssel", "Schlüssel")),
    Spalte("anschrift", "Anschrift", "Postanschrift, eine Zeile je Zeile (Alt+Eingabe)", auch=("Adresse",)),
    Spalte("e_mail", "E-Mail", "Adresse der Poststelle", auch=("Mail", "E-Mail-Adresse")),
)  # fmt: skip


def take(lage: Lage, zeile: Zeile) -> Aenderung | str | None:
    """The Stelle that a row is about, by Kennung, AGS or name."""
    ags = zeile.read("ags", clean_ags)
    gebiet = zeile.attempt("ags", lambda: _look_up(lage, ags)) if ags else None
    found = _find(lage, zeile, ags)
    felder = _read_felder(zeile, ags)
    if felder is None:
        return None
    if gebiet is not None and "name" in felder and fold(gebiet.kurz) not in fold(str(felder["name"])):
        text = f"„{felder['name']}“ passt nicht zum Schlüssel {gebiet.ags}."
        zeile.tell("name", text, f"Im Gemeindeverzeichnis ist das: {gebiet.name}.")
    lage.refuse_twice(zeile, "name", "kennung", found.kennung if found else _key(zeile, ags))
    if zeile.fehler:
        return None
    return _change(found, felder) if found else _lay_down(lage, zeile, felder, gebiet)


def clean_ags(text: str) -> str:
    """A key with the leading zero that a spreadsheet has taken for no part of a number."""
    digits = "".join(text.split())
    if not digits.isdecimal():
        raise falsch(f"„{text}“ ist kein Gemeindeschlüssel.", "Acht Ziffern, bei Landkreisen fünf, z. B. 08115003.")
    return f"0{digits}" if len(digits) in (4, 7) and digits.startswith("8") else digits


def _look_up(lage: Lage, ags: str) -> Gebiet | None:
    if lage.verzeichnis is None:
        return None
    gebiet = lage.verzeichnis.find(ags)
    if gebiet is None:
        raise falsch(f"Den Schlüssel „{ags}“ gibt es im Gemeindeverzeichnis nicht.", "Im Verzeichnis nachschlagen.")
    return gebiet


def _key(zeile: Zeile, ags: str | None) -> str:
    return zeile.text("kennung") or ags or zeile.text("name") or ""


def _find(lage: Lage, zeile: Zeile, ags: str | None) -> Stelle | None:
    kennung = (zeile.text("kennung") or "").lower()
    stellen = lage.bestand.stellen
    if kennung:
        if kennung not in stellen and (not is_kennung(kennung) or lage.bestand.known(kennung)):
            zeile.tell("kennung", f"Eine Stelle „{kennung}“ gibt es nicht.", "Bei neuen Stellen die Zelle leer lassen.")
        return stellen.get(kennung)
    name = fold(zeile.text("name") or "")
    running = [s for s in stellen.values() if s.bis is None]
    same = [s for s in running if ags and s.ags == ags]
    same = same or [s for s in running if name and fold(s.name) == name and (not ags or s.ags is None)]
    if len(same) > 1:
        zeile.tell("name", f"„{zeile.text('name')}“ ist nicht eindeutig.", "In der Spalte „Kennung“ sagen, welche.")
    return same[0] if same else None


def _read_felder(zeile: Zeile, ags: str | None) -> dict[str, Klartext] | None:
    """Each cell for itself, so that everything wrong is told at once."""
    felder: dict[str, Klartext] = {"ags": ags} if ags else {}
    art, status = zeile.text("art"), zeile.text("status")
    if art and fold(art).replace(" ", "_") in get_args(Kommunalstatus):
        art, status = "stadt", status or art
    texte = {"art": art, "status": status, **{f: zeile.text(f) for f in ("name", "kurz", "anschrift", "e_mail")}}
    for feld, text in texte.items():
        if text is not None:
            felder |= zeile.attempt(feld, partial(read_felder, Angaben(**{feld: text}))) or {}
    return None if zeile.fehler else felder


def _change(found: Stelle, felder: dict[str, Klartext]) -> Aenderung | str:
    changed = {f: w for f, w in felder.items() if not is_same(str(w), getattr(found, f))}
    if not changed:
        return found.kennung
    steps = tuple(Setzen("stelle", found.kennung, (feld,), wert) for feld, wert in changed.items())
    return Aenderung("stelle-aendern", found.kennung, gesetzt=steps)


def _lay_down(lage: Lage, zeile: Zeile, felder: dict[str, Klartext], gebiet: Gebiet | None) -> Aenderung | None:
    if gebiet is not None:
        known = {f: getattr(gebiet, f) for f in ("name", "kurz", "art", "status", "ags")}
        felder = {**{f: w for f, w in known.items() if w}, **felder}
    for feld in ("name", "art"):
        if feld not in felder:
            zeile.require(feld)
    if zeile.fehler:
        return None
    kennung = (zeile.text("kennung") or "").lower() or make_kennung(lage.bestand, lage.vergeben, felder, gebiet)
    stelle = zeile.attempt("name", lambda: require(Stelle, {"kennung": kennung, **felder}))
    return Aenderung("stelle-neu", kennung, neu=(stelle,)) if stelle else None


def rows(bestand: Bestand) -> list[dict[str, str]]:
    """The Stellen that are recorded and not ended, as cells."""
    running = (s for s in bestand.stellen.values() if s.bis is None)
    return [{spalte.feld: (getattr(s, spalte.feld) or "").strip() for spalte in SPALTEN} for s in running]


STELLEN = Importart("stellen", SPALTEN, take, rows, egal=("Bis",))
