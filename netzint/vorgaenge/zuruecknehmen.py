"""The opposite change of a Vorgang: decided from what it did, never by rewriting history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.modell.arten import Art, art_of_pfad, jahr_und_nummer
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.sprache import datum, fold
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch

ZURUECK = "Zurückgenommen: "
WIEDER = "Wiederhergestellt: "
BERUHT = "Auf diesem Vorgang beruht schon anderes:"
NOCH_EINMAL = "Dieselben Stellen wurden seither noch einmal geändert:"
WIDERSPRUCH = "Ohne diesen Vorgang stimmte nicht mehr:"
NICHTS = "Es wurde nichts geändert."
STATT_DESSEN = {
    "bedarf-melden": "netzint bedarf erledigen",
    "empfehlung-neu": "netzint empfehlung zurueckziehen",
    "sitzung-neu": "netzint sitzung absagen",
    "ag-sitzung": "netzint sitzung absagen",
    "umlauf-neu": "netzint umlauf entfallen",
    "veranstaltung-neu": "netzint veranstaltung absagen",
}
"""What ends an entry that others have worked on since it was laid down."""


class Damals(NamedTuple):
    """A Vorgang of the past, as its commit tells it."""

    commit: str
    vorgang_id: str
    vorgang: str
    betreff: str


class Spaeteres(NamedTuple):
    """A later commit that stands in the way; without ``vorgang_id`` it is not one of netzint's."""

    commit: str
    vorgang_id: str
    betreff: str
    tag: date


class Beruht(Exception):
    """A Vorgang cannot be taken back: ``satz`` says in one line why, ``genauer`` where."""

    def __init__(self, satz: str, genauer: str) -> None:
        super().__init__(satz)
        self.satz = satz
        self.genauer = genauer


class Umkehr(NamedTuple):
    """What the opposite of a change does with one file."""

    pfad: str
    vorher: bytes | None
    """Before the Vorgang."""
    nachher: bytes | None
    """After the Vorgang."""
    jetzt: bytes | None


def keeps_number(art: Art, kennung: str) -> bool:
    """Whether what was laid down stays as a file: a number that was given is never given again."""
    return jahr_und_nummer(kennung) is not None and "entfallen" in art.model.model_fields


def gives_up(umkehr: Umkehr) -> str | None:
    """The Kennung that must never be given again once its file is gone: that of a person, which is a number, too."""
    found = art_of_pfad(umkehr.pfad)
    return found[1] if found and found[0].name == "mitglied" and is_neu(umkehr) and umkehr.jetzt is not None else None


def is_neu(umkehr: Umkehr) -> bool:
    """Whether the Vorgang laid this file down."""
    return umkehr.vorher is None and umkehr.nachher is not None


def zuruecknehmen(bestand: Bestand, damals: Damals, pfade: Iterable[str], grund: str) -> Aenderung:
    """The Aenderung that takes a Vorgang back; its files are given by ``ablage``. Refused without a reason."""
    reason = check_grund(bestand, grund)
    kennungen = [found[1] for found in map(art_of_pfad, sorted(pfade)) if found]
    return Aenderung(
        "zuruecknehmen",
        _betreff(damals.betreff),
        beruehrt=tuple(kennungen),
        grund=f"{reason}\n\nBetrifft den Vorgang {damals.vorgang_id}.",
        danach=tuple((f"netzint verlauf {k}", "sehen, was seither gilt") for k in kennungen[:1]),
    )


def check_grund(bestand: Bestand, grund: str) -> str:
    """The reason as it will stand in the history. Raises NetzintFehler if it may not stand there."""
    reason = clean_prosa("--grund", grund).strip()
    check_ohne_namen(bestand, reason)
    return reason


def tell_beruht(damals: Damals, fehler: Beruht, spaeter: Spaeteres | None) -> NetzintFehler:
    """Why a Vorgang cannot be taken back, the later one that has to go first, and what can be done instead."""
    if spaeter is None:
        return ablehnen(f"{fehler.satz}\n{fehler.genauer}", f"{NICHTS} {_statt_dessen(damals, fehler)}")
    name = spaeter.vorgang_id or f"Commit {spaeter.commit[:10]}"
    lines = [fehler.satz, f"{name} vom {datum(spaeter.tag)}: {spaeter.betreff}"]
    lines += [fehler.genauer] if fehler.genauer.startswith(WIDERSPRUCH) else []
    zuerst = (
        f"Zuerst diesen zurücknehmen: netzint zuruecknehmen {name}, danach den anderen."
        if spaeter.vorgang_id
        else "Er ist kein Vorgang von netzint: Was er änderte, von Hand zurückstellen und festschreiben."
    )
    return ablehnen("\n".join(lines), f"{NICHTS} {zuerst} {_statt_dessen(damals, fehler)}")


def _statt_dessen(damals: Damals, fehler: Beruht) -> str:
    found = art_of_pfad(fehler.genauer.partition("\n")[0])
    befehl = STATT_DESSEN.get(damals.vorgang, "netzint berichtigen")
    fits = found and (damals.vorgang not in STATT_DESSEN or found[0].name in damals.vorgang)
    return f"Oder statt dessen: {befehl} {found[1] if found and fits else 'KENNUNG'}"


def _betreff(damals: str) -> str:
    """What was taken back and comes again is named as what it was."""
    was = damals.removeprefix(ZURUECK).removeprefix(WIEDER)
    return f"{WIEDER if damals.startswith(ZURUECK) else ZURUECK}{was}"


def check_ohne_namen(bestand: Bestand, text: str) -> None:
    """Raises NetzintFehler (wrong usage) if a person's name stands in a text that goes into the history."""
    folded = f" {fold(text)} "
    names = [(m.name, m.kennung) for m in bestand.mitglieder.values()]
    names += [(b.name, b.kennung) for b in bestand.beauftragte.values() if b.name]
    for name, kennung in names:
        if fold(name) in folded:
            raise falsch(
                f"In der Begründung steht der Name von {kennung}.",
                f"Statt des Namens die Kennung {kennung} schreiben: der Verlauf nennt keine Namen.",
            )
