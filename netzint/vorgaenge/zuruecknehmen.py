"""The opposite change of a Vorgang: decided from what it did, never by rewriting history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netzint.modell.arten import Art, art_of_pfad, jahr_und_nummer
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import fold
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch

ZURUECK = "Zurückgenommen: "
WIEDER = "Wiederhergestellt: "


class Damals(NamedTuple):
    """A Vorgang of the past, as its commit tells it."""

    commit: str
    vorgang_id: str
    vorgang: str
    betreff: str


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
    reason = clean_prosa("--grund", grund).strip()
    check_ohne_namen(bestand, reason)
    kennungen = [found[1] for found in map(art_of_pfad, sorted(pfade)) if found]
    return Aenderung(
        "zuruecknehmen",
        _betreff(damals.betreff),
        beruehrt=tuple(kennungen),
        grund=f"{reason}\n\nBetrifft den Vorgang {damals.vorgang_id}.",
        danach=tuple((f"netzint verlauf {k}", "sehen, was seither gilt") for k in kennungen[:1]),
    )


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


def refuse_changed_since(pfade: Mapping[str, str]) -> None:
    """Raises NetzintFehler if later Vorgänge changed the same places. ``pfade``: path → subject of the later change."""
    if pfade:
        lines = [f"{pfad}: {betreff}" for pfad, betreff in pfade.items()]
        raise ablehnen(
            "\n".join(["Dieselben Stellen wurden seither noch einmal geändert:", *lines]),
            "Zuerst die späteren Vorgänge zurücknehmen (netzint verlauf KENNUNG zeigt sie) oder: netzint berichtigen",
        )
