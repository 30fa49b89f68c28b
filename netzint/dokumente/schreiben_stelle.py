"""Letters that ask a Stelle for something: to name somebody to a seat, or how the Umsetzung of an Empfehlung goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from netzint.dokumente import kontext
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext_benennung import Anlass, benennung, find_anlass, find_stellvertretung
from netzint.dokumente.kontext_brief import an_stelle
from netzint.dokumente.kontext_wiedervorlage import wiedervorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.sprache import datum
from netzint.recht.wiedervorlage import Faellig, list_wiedervorlagen
from netzint.vorgaenge.aenderung import Aenderung

BENENNUNG, WIEDERVORLAGE = "benennungsanfrage", "wiedervorlage"


def anfragen_zum_sitz(bestand: Bestand, kennung: str, stichtag: date) -> tuple[Auftrag, ...]:
    """One letter to each Stelle that may name to a seat: for the member, or only for a deputy that is missing."""
    sitz = next((s for s in bestand.sitze(stichtag) if s.kennung == kennung), None)
    if sitz is None:
        text = f"Den Sitz {kennung} gibt es am {datum(stichtag)} nicht."
        raise NetzintFehler(text, "Alle Sitze zeigt: netzint strategiegruppe", Ausgang.AUFRUF)
    anlass = find_anlass(bestand, sitz, stichtag) or find_stellvertretung(bestand, sitz, stichtag)
    if anlass is None:
        text = f"Der Sitz „{sitz.name}“ ist besetzt, auch auf absehbare Zeit; anzufragen ist nichts."
        raise NetzintFehler(text, "Alle Sitze zeigt: netzint strategiegruppe", Ausgang.AUFRUF)
    return tuple(_anfragen(bestand, sitz, anlass, stichtag))


def alle_anfragen(bestand: Bestand, stichtag: date) -> tuple[Auftrag, ...]:
    """The letters for every seat that is vacant or soon will be; none if all are taken."""
    found = ((sitz, find_anlass(bestand, sitz, stichtag)) for sitz in bestand.sitze(stichtag))
    return tuple(a for sitz, anlass in found if anlass for a in _anfragen(bestand, sitz, anlass, stichtag))


def _anfragen(bestand: Bestand, sitz: Sitz, anlass: Anlass, tag: date) -> Iterator[Auftrag]:
    for wer in sitz.benannt_von:
        daten = {
            "netzwerk": kontext.netzwerk(bestand),
            "brief": an_stelle(bestand, wer, tag),
            "benennung": benennung(bestand, sitz, wer, anlass, tag),
        }
        yield Auftrag(BENENNUNG, f"{sitz.kennung}-{wer}", tag, daten, sitz.kennung.upper())


def wiedervorlagen(bestand: Bestand, kennung: str, stichtag: date) -> tuple[Auftrag, ...]:
    """One letter to each Stelle whose answer or report on an Empfehlung is due or overdue on a day."""
    asked = [due for due in list_wiedervorlagen(bestand, stichtag) if due.empfehlung.kennung == kennung]
    return _faellige(bestand, asked, stichtag, f"Zu {kennung.upper()} ist am")


def alle_wiedervorlagen(bestand: Bestand, stichtag: date) -> tuple[Auftrag, ...]:
    """The same for all Empfehlungen at once."""
    return _faellige(bestand, list_wiedervorlagen(bestand, stichtag), stichtag, "Am")


def _faellige(bestand: Bestand, asked: Sequence[Faellig], stichtag: date, anfang: str) -> tuple[Auftrag, ...]:
    """The letters that are due. Raises NetzintFehler if none is; ``anfang`` begins the sentence."""
    found = tuple(_letter(bestand, due, stichtag) for due in asked if due.am <= stichtag)
    if found:
        return found
    coming = f"; die nächste ist es am {datum(asked[0].am)}" if asked else ""
    ist = "" if anfang.endswith("am") else " ist"
    text = f"{anfang} {datum(stichtag)}{ist} keine Wiedervorlage fällig{coming}."
    raise NetzintFehler(text, "Alle Fristen zeigt: netzint fristen", Ausgang.AUFRUF)


def neue_wiedervorlagen(bestand: Bestand, aenderung: Aenderung, stichtag: date) -> tuple[Auftrag, ...]:
    """After an Überprüfung: the letter to each Stelle whose state was noted and that is asked again some day."""
    noted = {
        (s.kennung, int(s.feld[1]))
        for s in aenderung.gesetzt
        if s.art == "empfehlung" and s.feld[0] == "weiterleitungen" and s.feld[2:3] == ("stand",)
    }
    due = list_wiedervorlagen(bestand, stichtag) if noted else ()
    return tuple(_letter(bestand, d, stichtag) for d in due if (d.empfehlung.kennung, d.nr) in noted)


def _letter(bestand: Bestand, due: Faellig, tag: date) -> Auftrag:
    stelle = due.weiterleitung.stelle
    daten = {
        "netzwerk": kontext.netzwerk(bestand),
        "brief": an_stelle(bestand, stelle, tag),
        "wiedervorlage": wiedervorlage(bestand, due, tag),
    }
    he = due.empfehlung.kennung
    return Auftrag(WIEDERVORLAGE, f"{he}-{stelle}", tag, daten, he.upper())
