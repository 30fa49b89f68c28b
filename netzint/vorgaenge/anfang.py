"""``netzint init``: the first entries of a new network."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.modell.meldungen import require
from netzint.modell.netzwerk import FORMAT, Netzwerk
from netzint.modell.sprache import datum
from netzint.modell.typen import parse_von
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import falsch

NAME = "Netzwerk Integration Baden-Württemberg"
GEGRUENDET = "2020-06"
"""The signing of the declaration of intent, June 2020; from then on the shipped Geschäftsordnung applies."""
ANSCHRIFT = "Straße und Hausnummer, PLZ Ort"
E_MAIL = "geschaeftsstelle@netzwerk.example"


class Angaben(NamedTuple):
    """What a new network is asked for, as it was typed."""

    name: str
    geschaeftsstelle: str
    anschrift: str
    """The lines of the address, separated by commas."""
    e_mail: str
    gegruendet: str
    """A month or a day, as the data write it."""
    erfasst_ab: date | None
    """If nobody said so: from today on, or from the founding if that is still to come."""


def propose_geschaeftsstelle(name: str) -> str:
    """What the office of a network is called if nobody says otherwise; other nouns are not declined for fear of it."""
    noun, space, rest = name.partition(" ")
    return f"Geschäftsstelle des Netzwerks{space}{rest}" if noun == "Netzwerk" else f"Geschäftsstelle {name}"


def neu(angaben: Angaben, stichtag: date) -> Aenderung:
    """Lay down a network: its own file, and the day from which the shipped Geschäftsordnung applies."""
    first = parse_von(angaben.gegruendet)
    if angaben.erfasst_ab is not None and angaben.erfasst_ab < first:
        text = f"--erfasst-ab: Der {datum(angaben.erfasst_ab)} liegt vor der Gründung ({first})."
        raise falsch(text, "Einen späteren Tag angeben, oder --gegruendet prüfen.")
    netzwerk = require(
        Netzwerk,
        {
            "kennung": "netzwerk",
            "format": str(FORMAT),
            "name": angaben.name,
            "gegruendet": angaben.gegruendet,
            "erfasst_ab": (angaben.erfasst_ab or max(stichtag, first)).isoformat(),
            "geschaeftsstelle": {
                "name": angaben.geschaeftsstelle,
                "anschrift": "".join(f"{line.strip()}\n" for line in angaben.anschrift.split(",") if line.strip()),
                "e_mail": angaben.e_mail,
            },
        },
    )
    tag = date(netzwerk.gegruendet.year, netzwerk.gegruendet.month, netzwerk.gegruendet.day)
    ab = Setzen("geschaeftsordnung", "geschaeftsordnung", ("fassungen", 0, "gilt_ab"), tag)
    gesetzt = () if angaben.gegruendet == GEGRUENDET else (ab,)
    rueckgaengig = "Rückgängig machen: den Ordner löschen."
    return Aenderung("init", f"{angaben.name} angelegt", (netzwerk,), gesetzt, korrektur=rueckgaengig)


def next_steps(ordner: str, angaben: Angaben) -> tuple[tuple[str, str], ...]:
    """What to do after it: command and reason."""
    offen = angaben.anschrift == ANSCHRIFT or angaben.e_mail == E_MAIL
    eintragen = (
        "netzint netzwerk aendern",
        "Anschrift und E-Mail-Adresse eintragen",
    )
    return (
        (f'cd "{ordner}"', "in den neuen Ordner wechseln"),
        ("git config netzint.bearbeitung KÜRZEL", "Ihr Kürzel: wer gehandelt hat, steht damit im Verlauf"),
        *((eintragen,) if offen else ()),
        ("netzint geschaeftsordnung zeigen", "durchsehen: Sitze, Quoren, Fristen; was eine Annahme ist, steht dabei"),
        ("netzint strategiegruppe", "zeigt die zwölf Sitze und wer für sie benennen darf"),
        ("netzint stelle neu", "Kommunen und andere Stellen anlegen, auch aus dem Gemeindeverzeichnis"),
        ("netzint mitglied benennen", "die Mitglieder eintragen, Sitz für Sitz"),
        ("netzint", "zeigt jeden Tag, was ansteht und womit es geht"),
    )
