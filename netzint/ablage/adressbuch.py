"""The office's own list of addresses: a CSV file outside the repository, so that nothing private ever gets into git."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.modell.adresse import Adressbuch, Adresse, to_adresse
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.kennung import is_kennung
from netzint.modell.umgebung import ursache

EINSTELLUNG = "netzint.adressbuch"
"""Where git remembers the path of the file, for this clone only."""
HOECHSTENS = 1024 * 1024
SPALTEN = ("kennung", "e_mail", "offen")
_AUFBAU = (
    "Die erste Zeile heißt „kennung;e_mail;offen“; danach je Zeile eine Kennung, eine Adresse und „ja“, wenn andere"
    " sie sehen dürfen."
)


def find_adressbuch(wurzel: Path, datei: Path | None) -> Adressbuch:
    """The list that was named, or else the one that git remembers for this clone; empty if there is none.

    Raises NetzintFehler if it cannot be read, is at fault (all errors at once), or lies inside the repository.
    """
    path = datei or _remembered(wurzel)
    return _read(wurzel, path) if path is not None else {}


def _remembered(wurzel: Path) -> Path | None:
    text = gitlesen.run(wurzel, "config", "--type=path", "--get", EINSTELLUNG, check=False).decode("utf-8", "replace")
    return Path(text.strip()) if text.strip() else None


def _read(wurzel: Path, datei: Path) -> Adressbuch:
    if datei.resolve().is_relative_to(wurzel.resolve()):
        text = f"Das Adressbuch „{datei}“ liegt im Ordner der Daten; was dort liegt, wird leicht mit festgeschrieben."
        hinweis = f"An einen anderen Ort legen und dort eintragen: git config {EINSTELLUNG} PFAD"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)
    rows = list(csv.reader(io.StringIO(_load(datei)), delimiter=";"))
    if rows and len(rows[0]) == 1 and "," in rows[0][0]:
        rows = list(csv.reader(io.StringIO(_load(datei))))
    head = [cell.strip().casefold().replace("-", "_").replace("email", "e_mail") for cell in rows[0]] if rows else []
    if not {"kennung", "e_mail"} <= set(head):
        raise _refuse(datei, "hat keine Spalten „kennung“ und „e_mail“", _AUFBAU)
    return _collect(datei, [dict(zip(head, (cell.strip() for cell in row), strict=False)) for row in rows[1:]])


def _collect(datei: Path, rows: list[dict[str, str]]) -> Adressbuch:
    errors = list(_find_errors(rows))
    if errors:
        raise _refuse(datei, f"enthält Fehler: {'; '.join(errors)}", _AUFBAU)
    filled = (row for row in rows if any(row.values()))
    return {
        row["kennung"].casefold(): Adresse(to_adresse(row["e_mail"]), row.get("offen", "").casefold() == "ja")
        for row in filled
    }


def _find_errors(rows: list[dict[str, str]]) -> Iterator[str]:
    """One sentence for each mistake, with its line; the addresses themselves are not repeated."""
    seen: set[str] = set()
    for nr, row in enumerate(rows, 2):
        if not any(row.values()):
            continue
        kennung = row.get("kennung", "").casefold()
        if not is_kennung(kennung):
            yield f"Zeile {nr}: keine Kennung"
        elif kennung in seen:
            yield f"Zeile {nr}: {kennung} steht schon weiter oben"
        seen.add(kennung)
        if not to_adresse(row.get("e_mail", "")):
            yield f"Zeile {nr}: keine gültige E-Mail-Adresse"
        if row.get("offen", "").casefold() not in ("", "ja", "nein"):
            yield f"Zeile {nr}: „offen“ ist weder ja noch nein"


def _load(datei: Path) -> str:
    try:
        with datei.open("rb") as stream:
            data = stream.read(HOECHSTENS + 1)
    except OSError as error:
        raise _refuse(datei, f"lässt sich nicht lesen ({ursache(error)})", "") from error
    if len(data) > HOECHSTENS:
        raise _refuse(datei, "ist zu groß", _AUFBAU)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # as Excel saves it in German


def _refuse(datei: Path, what: str, hinweis: str) -> NetzintFehler:
    remedy = hinweis or f"Den Pfad prüfen; eingetragen wird er so: git config {EINSTELLUNG} PFAD"
    return NetzintFehler(f"Das Adressbuch „{datei}“ {what}.", remedy, Ausgang.AUFRUF)
