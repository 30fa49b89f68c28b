"""What came of an Empfehlung at one Stelle: answers, progress, checks, and the Erledigungsvermerk."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_stelle
from netzint.recht.annahme import find_annahme
from netzint.recht.fristen import stand_am
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import falsch
from netzint.vorgaenge.empfehlung_stand import Meldung, find_weiterleitung, record, status_of
from netzint.vorgaenge.empfehlung_weiterleitung import append_weiterleitung

AUFGEGRIFFEN = {
    "aufgegriffen": "in_umsetzung",
    "teilweise": "teilweise",
    "nicht_aufgegriffen": "nicht_aufgegriffen",
    "offen": "offen",
}
"""What a Stelle answers, and the status that it gives."""
FORTSCHRITT = ("in_umsetzung", "teilweise", "umgesetzt")
_GRUND = {
    "nicht_aufgegriffen": "Warum greift die Stelle sie nicht auf? Aus dem Grund lernt das Netzwerk.",
    "teilweise": "Was greift die Stelle nicht auf, und warum?",
}


def rueckmeldung(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, antwort: str, meldung: Meldung, stichtag: date
) -> Aenderung:
    """A Stelle has answered whether it takes the Empfehlung up; a partial or declining answer has its reason."""
    an = find_weiterleitung(bestand, kennung, meldung.stelle, stichtag)
    status = AUFGEGRIFFEN[antwort]
    if status in _GRUND and not meldung.grund:
        raise falsch("Es fehlt der Grund der Stelle.", f"{_GRUND[status]} Angeben mit --grund")
    return record(bestand, an, "empfehlung-rueckmeldung", "Rückmeldung zu", status, meldung, stichtag)


def umsetzung(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, status: str, meldung: Meldung, stichtag: date
) -> Aenderung:
    """How far the Umsetzung is at a Stelle, who does it, until when, and the evidence."""
    an = find_weiterleitung(bestand, kennung, meldung.stelle, stichtag)
    return record(bestand, an, "empfehlung-umsetzung", "Umsetzung von", status, meldung, stichtag)


def ueberpruefen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    status: str | None,
    meldung: Meldung,
    stichtag: date,
) -> Aenderung:
    """The network has checked: what came out, and when it asks again. Without a status the last one is confirmed."""
    an = find_weiterleitung(bestand, kennung, meldung.stelle, stichtag)
    before = stand_am(an.weiterleitung, stichtag)
    new = status or status_of(an.weiterleitung, stichtag)
    if new == "nicht_aufgegriffen" and not meldung.grund:
        meldung = meldung._replace(grund=before.grund if before and before.status == new else None)
        if not meldung.grund:
            raise falsch("Es fehlt der Grund der Stelle.", f"{_GRUND[new]} Angeben mit --grund")
    return record(bestand, an, "empfehlung-ueberpruefen", "Überprüfung von", new, meldung, stichtag)


def erledigen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, meldung: Meldung, stichtag: date
) -> Aenderung:
    """The matter is closed at a Stelle, with the Erledigungsvermerk that says by what one saw it."""
    an = find_weiterleitung(bestand, kennung, meldung.stelle, stichtag)
    return record(bestand, an, "empfehlung-erledigen", "Erledigung von", "erledigt", meldung, stichtag)


def abgeben(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, an: str, meldung: Meldung, stichtag: date
) -> Aenderung:
    """A Stelle has passed the Empfehlung on; it is forwarded to the other one in the same act."""
    von = find_weiterleitung(bestand, kennung, meldung.stelle, stichtag)
    ziel = find_stelle(bestand, an)
    if ziel.kennung == von.weiterleitung.stelle:
        raise falsch(f"{ziel.kennung} kann nicht an sich selbst abgeben.", "Mit --an die andere Stelle nennen.")
    done = record(bestand, von, "empfehlung-abgeben", "Abgabe von", "abgegeben", meldung, stichtag, an=ziel.kennung)
    tag, he = meldung.am or stichtag, von.empfehlung.kennung
    if any(w.stelle == ziel.kennung for w in von.empfehlung.weiterleitungen):
        return done._replace(hinweise=(f"An {ziel.kennung} ist {he.upper()} schon weitergeleitet.",))
    annahme = find_annahme(bestand, von.empfehlung, stichtag)
    step = append_weiterleitung(von.empfehlung, 0, ziel.kennung, tag, None)
    hinweis = f"{he.upper()} ist damit an {ziel.kennung} weitergeleitet."
    if annahme is None or annahme.siegelstand != "gilt":
        hinweis += " Ein Schreiben dazu gibt es nicht, weil kein gesiegelter Beschluss erfasst ist."
    return done._replace(gesetzt=(*done.gesetzt, step), hinweise=(hinweis,))
