"""Empfehlungen: whether they are konkret, addressed, serve a Ziel, and stay advice (R11, R18, R22)."""

from __future__ import annotations

import re

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.empfehlungsfassungen import an_fassung, list_fassungen
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss

_PLATZHALTER = re.compile(r"[\W_]*|(tbd|todo|xx+|n\.? ?n\.?|k\.? ?a\.?|folgt|(noch )?offen)\W*", re.IGNORECASE)
PFLICHT = re.compile(r"\bverpflicht\w*", re.IGNORECASE)
_KURZ = 30
"""Longer texts are no placeholders, and not worth the search."""
_INHALT = (("wortlaut", "Der Wortlaut"), ("massnahme", "Die Maßnahme"), ("pruefbar", "Das prüfbare Ergebnis"))


def why_not_konkret(feld: str, text: str, titel: str) -> str:
    """What keeps one text of a wording from being konkret, as the rest of a sentence; empty if nothing does."""
    text = text.strip()
    if len(text) < _KURZ and _PLATZHALTER.fullmatch(text):
        return f"ist nur ein Platzhalter („{text}“)"
    return "wiederholt nur den Titel" if feld != "wortlaut" and text.casefold() == titel.casefold() else ""


@regel("E101", Schwere.FEHLER, "R11", je="empfehlung")
def empfehlung_ist_nicht_konkret(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist nicht konkret: Wortlaut, Maßnahme oder prüfbares Ergebnis sagen nichts.

    Warum: „lösungsorientierte konkrete Handlungsempfehlungen erarbeiten“ (Akteure im Netzwerk Integration). Konkret
    heißt: eine Maßnahme, wenigstens ein Adressat und ein Ergebnis, das man prüfen kann.

    Beispiel: „massnahme: …“, oder im Feld „pruefbar“ steht noch einmal der Titel.

    Abhilfe: Die Angabe ausschreiben oder die Fassung erst einreichen, wenn sie fertig ist.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        for feld, wort in _INHALT:
            problem = why_not_konkret(feld, getattr(fassung, feld), empfehlung.titel)
            if not problem:
                continue
            where = f"der Empfehlung {empfehlung.kennung}, Fassung {fassung.nr},"
            yield verstoss(an_fassung(empfehlung, nr, feld), f"{wort} {where} {problem}", str(fassung.nr))


@regel("E102", Schwere.FEHLER, "R11", je="empfehlung")
def empfehlung_hat_keinen_adressaten(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung richtet sich an niemanden.

    Warum: „Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen an die betroffenen Stellen“ (Akteure im Netzwerk
    Integration). Ohne Adressat gibt es keine betroffene Stelle.

    Beispiel: „adressaten: []“.

    Abhilfe: Wenigstens eine Stelle unter „adressaten“ eintragen, eine davon federführend.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        if not fassung.adressaten:
            text = f"Die Empfehlung {empfehlung.kennung}, Fassung {fassung.nr}, nennt keinen Adressaten"
            yield verstoss(an_fassung(empfehlung, nr, "adressaten"), text, str(fassung.nr))


@regel("E103", Schwere.WARNUNG, "R11", je="empfehlung")
def federfuehrung_ist_nicht_eindeutig(bestand: Bestand) -> Verstoesse:
    """Nicht genau ein Adressat einer Empfehlung ist federführend.

    Warum: Ist niemand oder sind mehrere federführend, fühlt sich bei der Überprüfung der Umsetzung niemand zuständig.

    Beispiel: Zwei Adressaten tragen „rolle: federfuehrend“.

    Abhilfe: Genau einen Adressaten auf „federfuehrend“ setzen, die anderen auf „beteiligt“.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        leading = [a.stelle for a in fassung.adressaten if a.rolle == "federfuehrend"]
        if fassung.adressaten and len(leading) != 1:
            count = f"sind {len(leading)} Adressaten" if leading else "ist kein Adressat"
            text = f"Bei der Empfehlung {empfehlung.kennung}, Fassung {fassung.nr}, {count} federführend"
            yield verstoss(an_fassung(empfehlung, nr, "adressaten"), text, str(fassung.nr))


@regel("E104", Schwere.FEHLER, "R15", je="empfehlung")
def adressat_steht_doppelt(bestand: Bestand) -> Verstoesse:
    """Dieselbe Stelle steht zweimal unter den Adressaten einer Fassung.

    Warum: Zu jeder Empfehlung gibt es je Stelle genau eine Weiterleitung und einen Stand der Umsetzung.

    Beispiel: Der Städtetag steht einmal als federführend und einmal als beteiligt.

    Abhilfe: Einen der beiden Einträge streichen.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        seen: set[str] = set()
        for a, adressat in enumerate(fassung.adressaten):
            if adressat.stelle in seen:
                where = f"Die Empfehlung {empfehlung.kennung}, Fassung {fassung.nr},"
                text = f"{where} nennt die Stelle {adressat.stelle} mehrmals als Adressaten"
                yield verstoss(
                    an_fassung(empfehlung, nr, "adressaten", a, "stelle"), text, str(fassung.nr), adressat.stelle
                )
            seen.add(adressat.stelle)


@regel("E110", Schwere.HINWEIS, "R18", je="empfehlung")
def empfehlung_dient_keinem_ziel(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung nennt kein strategisches Ziel, dem sie dient.

    Warum: „Formulierung von strategischen Zielen“ (Akteure im Netzwerk Integration). Nur was ein Ziel nennt, erscheint
    in der Übersicht, was zu diesem Ziel geschehen ist.

    Beispiel: Das Feld „ziele“ fehlt.

    Abhilfe: Wenigstens ein Ziel eintragen: netzint empfehlung aendern KENNUNG --ziel ZIEL
    """
    for empfehlung in bestand.empfehlungen.values():
        if not empfehlung.ziele and empfehlung.entfallen is None:
            yield verstoss(empfehlung.an("ziele"), f"Die Empfehlung {empfehlung.kennung} nennt kein Ziel")


@regel("E111", Schwere.HINWEIS, "R22", je="empfehlung")
def empfehlung_spricht_von_verpflichtung(bestand: Bestand) -> Verstoesse:
    """Die neueste Fassung einer Empfehlung spricht von einer Verpflichtung.

    Warum: „als kontinuierliches Austausch- und Beratungsgremium“ (Hintergrund). Was das Netzwerk beschließt, ist Rat:
    Eine Stelle kann ablehnen und sagt dann, warum.

    Beispiel: „Die Kommunen werden verpflichtet, …“.

    Abhilfe: Als Empfehlung formulieren („Den Kommunen wird empfohlen, …“), wenn nicht von einer Pflicht die Rede ist,
    die ohnehin besteht.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        if fassung is not empfehlung.fassungen[-1]:
            continue
        for feld in ("wortlaut", "massnahme"):
            text = getattr(fassung, feld)
            found = PFLICHT.search(text) if "erpflicht" in text.lower() else None
            if found:
                text = f"Die Empfehlung {empfehlung.kennung}, Fassung {fassung.nr}, spricht von „{found[0]}“"
                yield verstoss(an_fassung(empfehlung, nr, feld), text, str(fassung.nr))


REGELN: tuple[Regel, ...] = (
    empfehlung_ist_nicht_konkret,
    empfehlung_hat_keinen_adressaten,
    federfuehrung_ist_nicht_eindeutig,
    adressat_steht_doppelt,
    empfehlung_dient_keinem_ziel,
    empfehlung_spricht_von_verpflichtung,
)
