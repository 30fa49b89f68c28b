"""Random acts: tables as Excel saves them, and what is known of the accessibility of the page."""

from __future__ import annotations

import atexit
import csv
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from netzint.vorgaenge.importieren_beauftragte import BEAUFTRAGTE
from netzint.vorgaenge.importieren_bedarfe import BEDARFE
from netzint.vorgaenge.importieren_personen import PERSONEN
from netzint.vorgaenge.importieren_stellen import STELLEN
from tests.kreislauf.wurf import Wurf

ARTEN = {art.name: art for art in (PERSONEN, STELLEN, BEAUFTRAGTE, BEDARFE)}


def einlesen(w: Wurf) -> list[str]:
    """A table of new entries, or of known ones that are changed; it lies in a folder of its own."""
    art = ARTEN[w.aus(ARTEN, "bedarfe")]
    known = art.rows(w.bestand)
    rows = [_row(w, art.name) for _ in range(w.zufall.randint(1, 3))]
    if known and w.ja(0.5):
        chosen = dict(w.aus(known, {}))
        rows.append(chosen | {key: value for key, value in _row(w, art.name).items() if w.ja(0.2)})
    tabelle = find_ordner() / "tabelle.csv"
    write(
        tabelle, [spalte.titel for spalte in art.spalten], [[row.get(s.feld, "") for s in art.spalten] for row in rows]
    )
    return ["importieren", art.name, str(tabelle)]


@cache
def find_ordner() -> Path:
    """Where the table lies as long as the tests run: never in the folder that somebody calls them from."""
    ordner = Path(tempfile.mkdtemp(prefix="netzint-tabelle-"))
    atexit.register(shutil.rmtree, ordner, ignore_errors=True)
    return ordner


def write(tabelle: Path, head: list[str], rows: Iterable[list[str]]) -> None:
    """Save it as Excel does."""
    with tabelle.open("w", encoding="utf-8-sig", newline="") as datei:
        csv.writer(datei, delimiter=";").writerows([head, *rows])


def _row(w: Wurf, art: str) -> dict[str, str]:
    cells: dict[str, dict[str, Callable[[], str]]] = {
        "personen": {
            "name": w.name, "anrede": lambda: w.eins(("Frau", "Herr")), "e_mail": lambda: "amt@ort.example",
            "stelle": w.stelle, "amt": lambda: w.eins(("leitung", "mitarbeit")), "funktion": w.zeile,
            "amt_seit": lambda: w.tag(-400, 0), "oeffentlich": lambda: w.eins(("ja", "Nein")),
        },
        "stellen": {
            "name": w.zeile, "art": lambda: w.eins(("Stadt", "gemeinde", "Träger", "Landkreis")), "kurz": w.zeile,
            "anschrift": w.satz,
        },
        "beauftragte": {"stelle": w.stelle, "name": w.name, "von": lambda: w.tag(-400, 0), "telefon": lambda: "0711 1"},
        "bedarfe": {
            "titel": w.zeile, "beschreibung": w.satz, "von": w.stelle, "am": lambda: w.tag(-200, 0), "thema": w.thema,
        },
    }  # fmt: skip
    needed = {"name", "titel", "stelle", "von", "art"}
    return {key: make() for key, make in cells[art].items() if w.ja(0.95 if key in needed else 0.4)}


def erklaeren(w: Wurf) -> list[str]:
    """What the declaration of accessibility says."""
    words = [*w.opt("--status", lambda: w.eins(("vollständig", "teilweise", "nicht")), 0.6)]
    words += [*w.opt("--bewertet", lambda: w.tag(-300, 0), 0.5), *w.opt("--ueberprueft", lambda: w.tag(-300, 0), 0.2)]
    words += [*w.opt("--schlichtung", "Schlichtungsstelle; Weg 1, 70000 Ort; 0711 1", 0.2)]
    words += [*w.opt("--gilt-fuer", w.eins(("https://netz.example", "netz.example")), 0.2)]
    if w.ja(0.5):
        return ["netzwerk", "barrierefreiheit", *words, *w.opt("--behoben", w.zeile, 0.1)]
    named = [*w.fast("--barriere", w.zeile), *w.opt("--weshalb", lambda: w.eins(("ausgenommen", "unvereinbar")), 0.8)]
    named += [*w.opt("--begruendung", w.satz), *w.opt("--behoben-bis", lambda: w.tag(-20, 300), 0.2)]
    return ["netzwerk", "barrierefreiheit", *words, *named]
