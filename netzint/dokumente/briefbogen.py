"""Letterheads that the office changes in its own word processor: their names, and the fields that they may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from netzint.dokumente.fehler import (
    OFFICE_AKTIV,
    OFFICE_FEHLT,
    OFFICE_FELD,
    OFFICE_INHALT,
    UNBENUTZT,
    VARIABLE,
    VorlagenFehler,
    suggest,
)
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.xmltext import ERSATZ, clean
from netzint.modell.sprache import datum

BRIEFBOGEN = {"docx": "brief.docx", "odt": "brief.odt"}
"""Format → name of its letterhead."""
MARKE = "\ue000inhalt\ue000"
"""What stands for the marker while fields are filled in; no value can hold it."""
INHALT = "inhalt"
"""The marker: there the document itself is written."""
ENDUNGEN = (".docx", ".odt", ".docm", ".dotx", ".dotm", ".ott")
"""What may be meant as a letterhead; the names of all but two of them are findings."""
SPERRDATEIEN = ("~$", ".~lock.")
"""What Word and LibreOffice lay beside a file while somebody has it open."""


MIT_MAKROS = (".docm", ".dotm")
REMEDY = "Den mitgelieferten legt „netzint init . --erneuern“ wieder hin."


GEPRUEFT = frozenset(
    (
        "a5d0c86c537c8938cfe6f898436845f436e235e1991295ee10a1ae917501833f",
        "8c48eb1221669ba003a5db408b1825262f48217b24d504272802b334a5639936",
    )
)
"""SHA-256 of the shipped letterheads. The tests check them, so that ``pruefen`` need not do it each time."""


class Briefbogenfeld(NamedTuple):
    """One field; ``{{ name }}`` in a letterhead becomes its value."""

    name: str
    text: str
    beispiel: str
    pflicht: bool = False


FELDER: tuple[Briefbogenfeld, ...] = (
    Briefbogenfeld(INHALT, "das Schreiben selbst; ein eigener Absatz im Text, genau einmal", "", pflicht=True),
    Briefbogenfeld("netzwerk", "Name des Netzwerks", "Netzwerk Integration Baden-Württemberg", pflicht=True),
    Briefbogenfeld("stelle", "Name der Geschäftsstelle", "Geschäftsstelle des Netzwerks Integration"),
    Briefbogenfeld("anschrift", "ihre Anschrift, mehrere Zeilen", "Beispielstraße 1\n70000 Beispielstadt"),
    Briefbogenfeld("e_mail", "ihre E-Mail-Adresse", "geschaeftsstelle@netzwerk.example"),
    Briefbogenfeld(
        "absender", "Stelle, Anschrift und E-Mail in einer Zeile", "Geschäftsstelle … · Beispielstraße 1, …"
    ),
    Briefbogenfeld("titel", "Titel des Schreibens", "Beschlussvorlage BV-2026-007"),
    Briefbogenfeld("nummer", "Nummer, wie sie gezeigt wird", "BV-2026-007"),
    Briefbogenfeld("aktenzeichen", "Aktenzeichen; kann leer sein", "NIBW-04-0027"),
    Briefbogenfeld("zeichen", "Aktenzeichen und Nummer, für die Fußzeile", "NIBW-04-0027 · BV-2026-007", pflicht=True),
    Briefbogenfeld("datum", "Tag des Schreibens", "12. November 2026"),
    Briefbogenfeld("kennung", "Kennung", "bv-2026-007"),
    Briefbogenfeld("vorgang", "Kennzeichen des Vorgangs; kann leer sein", "v-20261112-7f3a"),
    Briefbogenfeld("pruefsumme", "Prüfsumme der Angaben", "n1:5d41402abc4b2a76b9719d911017c592"),
)
NAMEN = frozenset(feld.name for feld in FELDER)


def is_mitgeliefert(data: bytes | None) -> bool:
    """Whether this is a letterhead as it is shipped, or none."""
    return data is None or sha256(data).hexdigest() in GEPRUEFT


def fill_felder(kopf: Kopf, titel: str) -> dict[str, str]:
    """The value of each field but the marker, as plain text that every file can hold."""
    day = date.fromisoformat(kopf.datum) if kopf.datum else None
    werte = {
        "netzwerk": kopf.netzwerk,
        "stelle": kopf.stelle,
        "anschrift": kopf.anschrift,
        "e_mail": kopf.e_mail,
        "absender": " · ".join(filter(None, (kopf.stelle, ", ".join(kopf.anschrift.split("\n")), kopf.e_mail))),
        "titel": titel,
        "nummer": kopf.nummer or kopf.kennung.upper(),
        "aktenzeichen": kopf.aktenzeichen,
        "zeichen": kopf.zeichen,
        "datum": datum(day) if day else "",
        "kennung": kopf.kennung,
        "vorgang": kopf.vorgang,
        "pruefsumme": kopf.pruefsumme,
    }
    return {name: clean(wert).replace(MARKE[0], ERSATZ) for name, wert in werte.items()}


def check_felder(namen: Iterable[str], marken: int) -> Iterator[VorlagenFehler]:
    """Fields that do not exist, those that a letter should have, and whether there is one place for the document.

    ``marken``: how often the marker stands as a paragraph of its own in the text.
    """
    used = frozenset(namen)
    for name in sorted(used - NAMEN):
        remedy = suggest(name, NAMEN) or "Alle Felder nennt vorlagen/README.md."
        yield VorlagenFehler(VARIABLE, f"Das Feld „{name}“ gibt es nicht.", remedy, wert=name)
    if marken != 1:
        text = "steht mehrmals im Text" if marken else "fehlt als eigener Absatz im Text"
        hinweis = "Genau einmal {{ inhalt }} als eigenen Absatz setzen, nicht in Kopfzeile, Rahmen oder Tabelle."
        yield VorlagenFehler(OFFICE_INHALT, f"Das Feld {{{{ inhalt }}}} {text}.", hinweis)
    for feld in FELDER:
        known = feld.name in used or (feld.name == "zeichen" and "nummer" in used)
        if feld.pflicht and feld.name != INHALT and not known:
            text = f"Das Feld {{{{ {feld.name} }}}} ({feld.text}) kommt nicht vor."
            yield VorlagenFehler(OFFICE_FELD, text, "In Kopf oder Fuß des Briefbogens einsetzen.", wert=feld.name)


def check_namen(namen: Iterable[str]) -> Iterator[VorlagenFehler]:
    """What the names of the files alone tell."""
    there = [name for name in namen if not name.startswith(SPERRDATEIEN)]
    for name in BRIEFBOGEN.values():
        if name not in there:
            yield VorlagenFehler(OFFICE_FEHLT, f"Der Briefbogen „{name}“ fehlt.", REMEDY, name)
    for name in there:
        if name.casefold().endswith(MIT_MAKROS):
            hinweis = "Als .docx speichern; Makros haben in einem Briefbogen keinen Platz."
            yield VorlagenFehler(OFFICE_AKTIV, "Dieses Dokument kann Makros enthalten.", hinweis, name)
        elif name not in BRIEFBOGEN.values():
            hinweis = f"Ein Briefbogen heißt {' oder '.join(BRIEFBOGEN.values())}: umbenennen oder löschen."
            yield VorlagenFehler(UNBENUTZT, "Dieses Dokument wird nirgends verwendet.", hinweis, name)
