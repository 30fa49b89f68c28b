"""What is recorded for the declaration of accessibility: assessment, whom to turn to, what is not accessible."""

from __future__ import annotations

from netzint.berichte.tabelle import Tabelle
from netzint.modell.barrierefreiheit import LUECKENGRUND, VEREINBARKEIT, Anlaufstelle, Barrierefreiheit
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sprache import datum

AENDERN = ("netzint netzwerk barrierefreiheit --help", "eintragen, was in der Erklärung zur Barrierefreiheit steht")
_SPALTEN = (("name", "Was"), ("wert", "Wert"), ("option", "Ändern mit"), ("feld", "Angabe"))
_BARRIEREN = (
    ("was", "Barriere"), ("grund", "Grund"), ("begruendung", "Näheres"), ("alternative", "Alternative"),
    ("behoben_bis", "Behoben bis"),
)  # fmt: skip


def tabellen(netzwerk: Netzwerk | None) -> tuple[Tabelle, ...]:
    """Two tables; of a network without a declaration they are empty and say so."""
    given = netzwerk.barrierefreiheit if netzwerk else None
    rows = _angaben(given) if given else ()
    gaps = tuple(
        (b.was, LUECKENGRUND[b.grund], _line(b.begruendung), _line(b.alternative), b.behoben_bis)
        for b in (given.barrieren if given else ())
    )
    return (
        Tabelle(
            "erklaerung", "Erklärung zur Barrierefreiheit", _SPALTEN, rows, "noch nicht eingetragen",
            verborgen=("feld",),
        ),
        Tabelle("barrieren", "Barrieren", _BARRIEREN, gaps, "keine eingetragen", nur_daten=given is None),
    )  # fmt: skip


def _angaben(given: Barrierefreiheit) -> tuple[tuple[str | None, ...], ...]:
    return (
        ("Stand", VEREINBARKEIT[given.status], "--status", "barrierefreiheit.status"),
        ("Bewertet", datum(given.bewertet), "--bewertet", "barrierefreiheit.bewertet"),
        (
            "Bewertet durch", given.bewertet_durch or "das Netzwerk selbst", "--bewertet-durch",
            "barrierefreiheit.bewertet_durch",
        ),
        (
            "Überprüft", datum(given.ueberprueft) if given.ueberprueft else None, "--ueberprueft",
            "barrierefreiheit.ueberprueft",
        ),
        ("Gilt für", given.gilt_fuer, "--gilt-fuer", "barrierefreiheit.gilt_fuer"),
        ("Kontakt", _stelle(given.kontakt) or "die Geschäftsstelle", "--kontakt", "barrierefreiheit.kontakt"),
        ("Schlichtungsstelle", _stelle(given.schlichtung), "--schlichtung", "barrierefreiheit.schlichtung"),
        ("Überwachungsstelle", _stelle(given.ueberwachung), "--ueberwachung", "barrierefreiheit.ueberwachung"),
    )  # fmt: skip


def _stelle(stelle: Anlaufstelle | None) -> str | None:
    if stelle is None:
        return None
    address = ", ".join((stelle.anschrift or "").strip().splitlines())
    return "; ".join(filter(None, (stelle.name, address, stelle.telefon, stelle.e_mail, stelle.link)))


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
