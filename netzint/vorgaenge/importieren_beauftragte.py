"""The directory of Integrationsbeauftragte from a table."""

from __future__ import annotations

from datetime import date
from functools import partial

from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bestand import Bestand
from netzint.modell.eingabe import parse_datum_mit_jahr
from netzint.modell.finden import find_mitglied
from netzint.modell.sprache import datum, fold
from netzint.vorgaenge import beauftragte
from netzint.vorgaenge.aenderung import Aenderung, join
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importzeile import Spalte, Zeile, is_same

SPALTEN = (
    Spalte("kennung", "Kennung", "leer bei neuen; sonst, welcher Eintrag gemeint ist"),
    Spalte("stelle", "Kommune", "Kennung oder Name einer erfassten Gemeinde, Stadt oder eines Landkreises",
           auch=("Stelle", "Ort")),
    Spalte("mitglied", "Mitglied", "wenn die Person schon erfasst ist: ihre Kennung; dann ohne Kontaktdaten",
           auch=("Person",)),
    Spalte("name", "Name", "Vor- und Nachname"),
    Spalte("anrede", "Anrede", "Frau oder Herr"),
    Spalte("e_mail", "E-Mail", "dienstliche Adresse", auch=("Mail", "E-Mail-Adresse")),
    Spalte("telefon", "Telefon", "dienstliche Nummer", auch=("Tel",)),
    Spalte("von", "Seit", "erster Tag; leer: heute", auch=("Ab", "Beginn")),
    Spalte("bis", "Bis", "letzter Tag, wenn es endet", auch=("Ende",)),
)  # fmt: skip
_PERSON = ("name", "anrede", "e_mail", "telefon")


def take(lage: Lage, zeile: Zeile) -> Aenderung | str | None:
    """The entry that a row is about: by Kennung, or by the Kommune and the person."""
    text = zeile.require("stelle") if not zeile.text("kennung") else zeile.text("stelle")
    stelle = zeile.attempt("stelle", lambda: lage.find_stelle(text)) if text else None
    mitglied = zeile.read("mitglied", lambda t: find_mitglied(lage.bestand, t).kennung)
    parse = partial(parse_datum_mit_jahr, bezug=lage.stichtag)
    von, bis = zeile.read("von", parse), zeile.read("bis", parse)
    found = _find(lage, zeile, stelle, mitglied) if not zeile.fehler else None
    if zeile.fehler:
        return None
    if found is None and not mitglied:
        zeile.require("name", "Es fehlt, wer es ist.")
    key = (found.kennung,) if found else (stelle or "", mitglied or zeile.text("name") or "")
    lage.refuse_twice(zeile, "name", *key)
    if zeile.fehler:
        return None
    if found is not None:
        return _change(lage, zeile, found, stelle, mitglied, von, bis)
    return _lay_down(lage, zeile, stelle or "", mitglied, von, bis)


def _find(lage: Lage, zeile: Zeile, stelle: str | None, mitglied: str | None) -> Beauftragte | None:
    kennung = (zeile.text("kennung") or "").lower()
    if kennung:
        if kennung not in lage.bestand.beauftragte:
            zeile.tell("kennung", f"Einen Eintrag „{kennung}“ gibt es nicht.", "Bei neuen die Zelle leer lassen.")
        return lage.bestand.beauftragte.get(kennung)
    name = fold(zeile.text("name") or "")
    own = [e for e in lage.bestand.beauftragte.values() if e.stelle == stelle]
    same = [e for e in own if (mitglied and e.mitglied == mitglied) or (name and fold(_name(lage.bestand, e)) == name)]
    running = [e for e in same if e.bis is None] or same[-1:]
    return running[0] if running else None


def _name(bestand: Bestand, eintrag: Beauftragte) -> str:
    person = bestand.mitglieder.get(eintrag.mitglied or "")
    return person.name if person else eintrag.name or ""


def _change(
    lage: Lage,
    zeile: Zeile,
    found: Beauftragte,
    stelle: str | None,
    mitglied: str | None,
    von: date | None,
    bis: date | None,
) -> Aenderung | str | None:
    hinweis = f"Berichtigen: netzint berichtigen {found.kennung}"
    if stelle not in (None, found.stelle):
        zeile.tell("stelle", f"{found.kennung} gilt für {found.stelle}.", hinweis)
    if von not in (None, found.von):
        zeile.tell("von", f"{found.kennung} gilt seit dem {datum(found.von)}.", hinweis)
    if bis is not None and found.bis is not None and bis != found.bis:
        zeile.tell("bis", f"{found.kennung} endete schon am {datum(found.bis)}.", hinweis)
    angaben = _changed(lage.bestand, zeile, found, mitglied)
    act = partial(beauftragte.aendern, lage.bestand, (), eintrag=found.kennung, angaben=angaben)
    parts = [zeile.attempt("name", act)] if angaben != beauftragte.Angaben() else []
    if bis is not None and found.bis is None:
        end = partial(beauftragte.beenden, lage.bestand, (), stichtag=lage.stichtag, eintrag=found.kennung, bis=bis)
        parts.append(zeile.attempt("bis", end))
    changes = [part for part in parts if part]
    if zeile.fehler:
        return None
    return join("beauftragte-aendern", found.kennung, changes)._replace(hinweise=()) if changes else found.kennung


def _changed(bestand: Bestand, zeile: Zeile, found: Beauftragte, mitglied: str | None) -> beauftragte.Angaben:
    """What the row says otherwise than it is recorded."""
    if mitglied is not None:
        return beauftragte.Angaben(mitglied=mitglied if mitglied != found.mitglied else None)
    person = bestand.mitglieder.get(found.mitglied or "")
    holder = person or found
    contact = holder.dienstlich
    now: dict[str, str | None] = {"name": holder.name, "anrede": holder.anrede}
    now |= {"e_mail": contact.e_mail, "telefon": contact.telefon} if contact else {}
    said = {feld: zeile.text(feld) for feld in _PERSON}
    if person is not None and is_same(said["name"], person.voller_name):
        said["name"] = None
    return beauftragte.Angaben(**{feld: None if is_same(text, now.get(feld)) else text for feld, text in said.items()})


def _lay_down(
    lage: Lage, zeile: Zeile, stelle: str, mitglied: str | None, von: date | None, bis: date | None
) -> Aenderung | None:
    texte = {feld: zeile.text(feld) for feld in _PERSON}
    if mitglied is not None:
        texte["name"] = None  # netzint's own list shows it beside the Kennung
    angaben = beauftragte.Angaben(mitglied=mitglied, **texte)
    act = partial(
        beauftragte.neu, lage.bestand, lage.vergeben, stichtag=lage.stichtag, stelle=stelle, angaben=angaben, von=von
    )
    made = zeile.attempt("name", act)
    if made is None or bis is None:
        return made and made._replace(hinweise=())
    entry = made.neu[0]
    assert isinstance(entry, Beauftragte)  # noqa: S101 (what ``neu`` lays down)
    if bis < entry.von:
        zeile.tell("bis", f"Der {datum(bis)} liegt vor dem ersten Tag ({datum(entry.von)}).", "Beide Tage prüfen.")
    return made._replace(neu=(entry.model_copy(update={"bis": bis}),), hinweise=())


def rows(bestand: Bestand) -> list[dict[str, str]]:
    """The entries that have not ended, as cells."""
    return [_row(bestand, entry) for entry in bestand.beauftragte.values() if entry.bis is None]


def _row(bestand: Bestand, entry: Beauftragte) -> dict[str, str]:
    contact = entry.dienstlich
    return {
        "kennung": entry.kennung, "stelle": entry.stelle, "mitglied": entry.mitglied or "",
        "name": _name(bestand, entry), "anrede": entry.anrede or "", "von": entry.von.isoformat(),
        "e_mail": (contact and contact.e_mail) or "", "telefon": (contact and contact.telefon) or "",
    }  # fmt: skip


BEAUFTRAGTE = Importart("beauftragte", SPALTEN, take, rows, egal=("Art",))
