"""People from a table: who they are and their office. Mandate are acts of their own, each with its Benennung."""

from __future__ import annotations

from datetime import date
from functools import partial

from netzint.modell.bestand import Bestand
from netzint.modell.eingabe import parse_datum_mit_jahr
from netzint.modell.fehler import NetzintFehler
from netzint.modell.mitglied import Amt, Mitglied
from netzint.modell.sprache import datum, fold
from netzint.modell.typen import parse_ja_nein
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import falsch
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importzeile import Spalte, Zeile, is_same
from netzint.vorgaenge.mitglied_aendern import aendern, clean_person
from netzint.vorgaenge.mitglied_person import Person, Vorgabe, choose

SPALTEN = (
    Spalte("kennung", "Kennung", "leer bei neuen; sonst, welche Person gemeint ist"),
    Spalte("name", "Name", "Vor- und Nachname", pflicht=True),
    Spalte("titel", "Titel", "akademischer Grad", auch=("Grad", "Akademischer Grad")),
    Spalte("anrede", "Anrede", "Frau oder Herr"),
    Spalte("e_mail", "E-Mail", "dienstliche Adresse; private nie", auch=("Mail", "E-Mail-Adresse")),
    Spalte("telefon", "Telefon", "dienstliche Nummer", auch=("Tel",)),
    Spalte("stelle", "Stelle", "wo sie tätig ist: Kennung oder Name einer erfassten Stelle", auch=("Dienststelle",)),
    Spalte("amt", "Amt", "leitung, integrationsbeauftragung oder mitarbeit; leer: mitarbeit"),
    Spalte("funktion", "Funktion", "Amtsbezeichnung, z. B. Oberbürgermeisterin", auch=("Amtsbezeichnung",)),
    Spalte("amt_seit", "Amt seit", "erster Tag des Amts; leer bei neuen: heute"),
    Spalte("oeffentlich", "Öffentlich", "ja, wenn der Name öffentlich stehen darf"),
)  # fmt: skip
EGAL = ("Platz", "Rolle", "Seit", "Bis", "Gremium", "Sitz")
FREMD = (("Mandate", "Personen"),)
_PERSON = ("name", "titel", "anrede", "e_mail", "telefon")
_AMT = ("amt", "funktion")


def take(lage: Lage, zeile: Zeile) -> Aenderung | str | None:
    """The person that a row is about: by Kennung or name."""
    name = zeile.text("name") if zeile.text("kennung") else zeile.require("name")
    stelle = zeile.read("stelle", lage.find_stelle)
    seit = zeile.read("amt_seit", partial(parse_datum_mit_jahr, bezug=lage.stichtag))
    oeffentlich = zeile.read("oeffentlich", _parse_ja)
    found = _find(lage, zeile, name or "")
    _check_person(zeile)
    if zeile.fehler:
        return None
    if found is None and name is not None:
        return _lay_down(lage, zeile, name, stelle, seit, oeffentlich)
    return _change(lage, zeile, found, stelle, seit, oeffentlich) if found else None


def _parse_ja(text: str) -> bool:
    try:
        return parse_ja_nein(fold(text))
    except ValueError:
        raise falsch(f"„{text}“ ist weder ja noch nein.", "„ja“ oder „nein“ schreiben.") from None


def _check_person(zeile: Zeile) -> None:
    """Each cell for itself, so that everything wrong is told at once."""
    for feld in _PERSON:
        zeile.read(feld, partial(clean_person, feld.replace("_", "-")))


def _find(lage: Lage, zeile: Zeile, name: str) -> Mitglied | None:
    kennung = (zeile.text("kennung") or "").lower()
    if kennung:
        if kennung not in lage.bestand.mitglieder:
            zeile.tell(
                "kennung", f"Eine Person „{kennung}“ gibt es nicht.", "Bei neuen Personen die Zelle leer lassen."
            )
        return lage.bestand.mitglieder.get(kennung)
    same = [m for m in lage.bestand.mitglieder.values() if fold(name) in (fold(m.name), fold(m.voller_name))]
    if len(same) > 1:
        text = f"„{name}“ heißen mehrere: {', '.join(m.kennung for m in same)}."
        zeile.tell("name", text, "In der Spalte „Kennung“ sagen, wer gemeint ist.")
    return same[0] if same else None


def _lay_down(
    lage: Lage,
    zeile: Zeile,
    name: str,
    stelle: str | None,
    seit: date | None,
    oeffentlich: bool | None,  # noqa: FBT001
) -> Aenderung | None:
    """Somebody new; as nobody has named her yet, her Kennung says where she works."""
    if stelle is None:
        zeile.require("stelle")
        return None
    lage.refuse_twice(zeile, "name", "name", name)
    texte = {feld: zeile.text(feld) for feld in (*_PERSON, *_AMT) if feld != "name"}
    person = Person(name=name, stelle=stelle, amt_seit=seit, **texte)  # type: ignore[arg-type]
    vorgabe = Vorgabe(f"{stelle[:56].rstrip('-')}")
    act = partial(choose, lage.bestand, lage.vergeben, person, vorgabe, lage.stichtag)
    made = zeile.attempt("stelle", act)
    if made is None:
        return None
    mitglied = made.mitglied.model_copy(update={"oeffentlich": True}) if oeffentlich else made.mitglied
    return Aenderung("mitglied-neu", mitglied.kennung, neu=(mitglied,))


def _change(
    lage: Lage,
    zeile: Zeile,
    found: Mitglied,
    stelle: str | None,
    seit: date | None,
    oeffentlich: bool | None,  # noqa: FBT001
) -> Aenderung | str | None:
    said = {feld: zeile.text(feld) for feld in _PERSON}
    if is_same(said["name"], found.voller_name):
        said["name"] = None
    contact = found.dienstlich
    now: dict[str, str | None] = {"name": found.name, "titel": found.titel, "anrede": found.anrede}
    now |= {"e_mail": contact.e_mail, "telefon": contact.telefon} if contact else {}
    changed = {feld: text for feld, text in said.items() if not is_same(text, now.get(feld))}
    try:
        office = _office(lage, zeile, found, stelle, seit)
    except NetzintFehler as error:
        zeile.tell("stelle", error.text, error.hinweis)
        return None
    public = oeffentlich if oeffentlich not in (None, found.oeffentlich) else None
    neu = Person(**changed, **office, oeffentlich=public)  # type: ignore[arg-type]
    if neu == Person():
        return found.kennung  # a person with several Mandate has several rows in netzint's own list
    lage.refuse_twice(zeile, "name", "kennung", found.kennung)
    act = partial(aendern, lage.bestand, lage.vergeben, stichtag=lage.stichtag, mitglied=found.kennung, neu=neu)
    made = zeile.attempt("stelle" if office else "name", act)
    return None if zeile.fehler else made._replace(hinweise=()) if made else found.kennung


def _office(lage: Lage, zeile: Zeile, found: Mitglied, stelle: str | None, seit: date | None) -> dict[str, object]:
    """What the row says otherwise about the office at the Stelle; a new one needs its first day."""
    if stelle is None:
        if seit or zeile.text("amt"):
            raise falsch("Es fehlt, zu welcher Stelle das Amt gehört.", "In der Spalte „Stelle“ angeben.")
        return {}
    held = [amt for amt in found.aemter if amt.stelle == stelle and (amt.bis is None or amt.bis >= lage.stichtag)]
    if not held:
        if seit is None:
            raise falsch(
                f"{found.kennung} hat kein laufendes Amt bei {stelle}.", "Für ein neues Amt „Amt seit“ angeben."
            )
        return {"stelle": stelle, "amt_seit": seit, **{f: t for f in _AMT if (t := zeile.text(f))}}
    amt = next((a for a in held if a.amt == fold(zeile.text("amt") or a.amt)), held[0])
    if seit not in (None, amt.von):
        hinweis = f"Berichtigen: netzint berichtigen {found.kennung}"
        raise falsch(f"Das Amt bei {stelle} begann am {datum(amt.von)}.", hinweis)
    changed: dict[str, object] = {
        f: t for f in _AMT if (t := zeile.text(f)) and not is_same(fold(t), fold(_of(amt, f)))
    }
    return {"stelle": stelle, **changed} if changed else {}


def _of(amt: Amt, feld: str) -> str:
    return str(getattr(amt, feld) or "")


def rows(bestand: Bestand) -> list[dict[str, str]]:
    """The people that are recorded, as cells; of several running offices the last one."""
    return [_row(person) for person in bestand.mitglieder.values()]


def _row(person: Mitglied) -> dict[str, str]:
    contact, amt = person.dienstlich, next((a for a in reversed(person.aemter) if a.bis is None), None)
    row = {"kennung": person.kennung, "name": person.name, "titel": person.titel or "", "anrede": person.anrede or ""}
    row |= {"e_mail": (contact and contact.e_mail) or "", "telefon": (contact and contact.telefon) or ""}
    row["oeffentlich"] = "ja" if person.oeffentlich else ""
    if amt is not None:
        row |= {"stelle": amt.stelle, "amt": amt.amt, "funktion": amt.funktion or "", "amt_seit": str(amt.von)}
    return row


PERSONEN = Importart("personen", SPALTEN, take, rows, EGAL, FREMD)
