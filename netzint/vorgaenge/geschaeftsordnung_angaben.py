"""What people type for the values of a Geschäftsordnung, as the data write it. German refusals name the option."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple, get_args

from netzint.modell.befund import Feldpfad
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.geschaeftsordnung_werte import HOECHSTENS, WERTE, Wert, read_wert
from netzint.modell.klartext import Klartext
from netzint.modell.sprache import fold
from netzint.modell.stelle import Kommunalstatus, Stellenart
from netzint.modell.typen import Anteil, parse_anteil
from netzint.vorgaenge.angaben import clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import parse_wert

_BRUECHE = {"haelfte": "1/2", "drittel": "1/3", "zwei drittel": "2/3", "drei viertel": "3/4", "viertel": "1/4"}
_BRUCH = re.compile(r"(mehr als|mindestens)(?: (?:die|der|das|ein|einem))? (.+)")


class Schritt(NamedTuple):
    """One change within a Fassung."""

    feld: Feldpfad
    wert: Klartext | None
    """None takes it out."""
    quelle: str = ""
    """The key under which the source of this value is noted; empty: it has none of its own."""
    einfuegen: bool = False
    """A new item of a list, instead of another value."""


def read_werte(fassung: Fassung, werte: Mapping[str, str]) -> list[Schritt]:
    """What differs from a Fassung, of what was typed. Raises NetzintFehler for the first value that cannot be meant."""
    read = ((wert, parse(wert, werte[wert.feld])) for wert in WERTE if wert.feld in werte)
    return [Schritt(wert.pfad, neu, wert.schluessel) for wert, neu in read if neu != plain(read_wert(fassung, wert))]


def plain(value: object) -> Klartext | None:
    """A value of the model as the data write it."""
    if isinstance(value, Anteil):
        return str(value)
    if isinstance(value, tuple):
        return list(value)
    return value  # type: ignore[return-value]


def parse(wert: Wert, text: str) -> Klartext | None:
    """A typed value; None is what takes it out."""
    option = f"--{wert.option}"
    line = clean_zeile(option, text)
    if wert.leer and fold(line).replace(" ", "_") == wert.leer:
        return None
    if wert.art == "zahl":
        return _parse_zahl(wert, option, line)
    if wert.art == "anteil":
        return _parse_anteil(wert, option, line)
    if wert.art == "liste":
        return _parse_liste(wert, option, line)
    if wert.art == "ja_nein":
        return parse_wert(option, line, ("ja", "nein")) == "ja"
    return parse_wert(option, line, [*wert.worte, *filter(None, (wert.leer,))])


def _parse_zahl(wert: Wert, option: str, text: str) -> int:
    number, _, unit = text.partition(" ")
    known = not unit or fold(unit) in [fold(word) for word in (*wert.einheit, f"{wert.einheit[1]}n")]
    leer = f" oder „{wert.leer}“" if wert.leer else ""
    if not (number.isascii() and number.isdecimal() and known):
        beispiel = f"So ist es richtig: {option} 3 (in {wert.einheit[1]}{'n' if wert.einheit[1][-1] == 'e' else ''})"
        raise falsch(f"„{text}“ ist bei {option} keine ganze Zahl.", f"{beispiel}{leer}.")
    most = HOECHSTENS[wert.einheit]
    if len(number) > 6 or not wert.mindestens <= int(number) <= most:
        raise falsch(f"{text} ist bei {option} nicht möglich.", f"Möglich: {wert.mindestens} bis {most}{leer}.")
    return int(number)


def _parse_anteil(wert: Wert, option: str, text: str) -> str:
    """``mehr_als_1/2``, also as people say it: ``mehr als die Hälfte``, ``mindestens zwei Drittel``."""
    words = fold(text).replace("_", " ")
    if words in wert.worte:
        return words
    found = _BRUCH.fullmatch(words)
    share = f"{found[1]}_{_BRUECHE.get(found[2], found[2])}".replace(" ", "_") if found else words
    try:
        return str(parse_anteil(share))
    except ValueError:
        others = "".join(f" oder „{word}“" for word in (*wert.worte, wert.leer) if word)
        hinweis = f"So ist es richtig: mehr_als_1/2, mindestens_2/3{others}."
        raise falsch(f"„{text}“ ist bei {option} kein Anteil.", hinweis) from None


def _parse_liste(wert: Wert, option: str, text: str) -> list[Klartext]:
    items = dict.fromkeys(item for part in text.split(",") if (item := " ".join(part.split())))
    if wert.pfad[0] != "koerperschaften":
        return list(items)
    possible: Collection[str] = (*get_args(Stellenart), *get_args(Kommunalstatus))
    return list(dict.fromkeys(parse_wert(option, item, possible) for item in items))


def spell(wert: Wert, value: Klartext | None) -> str:
    """A value as it is typed, ready for a command line."""
    if value is None:
        return wert.leer
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return f'"{", ".join(map(str, value))}"' if isinstance(value, list) else str(value)


def read_quellen(fassung: Fassung, angaben: Collection[str]) -> Mapping[str, str]:
    """``ladungsfrist=§ 4 Abs. 1`` as the key of the value (or of a seat) and where it comes from."""
    return dict(_read_quelle(fassung, angabe) for angabe in angaben)


def _read_quelle(fassung: Fassung, angabe: str) -> tuple[str, str]:
    name, gleich, text = angabe.partition("=")
    if not gleich:
        hinweis = "So ist es richtig: --quelle ladungsfrist=§ 4 Abs. 1"
        raise falsch(f"„{angabe}“ sagt nicht, woher welcher Wert kommt.", hinweis)
    keys = {wert.feld: wert.schluessel for wert in WERTE}
    keys |= {s.kennung.replace("-", "_"): f"strategiegruppe.sitze.{s.kennung}" for s in fassung.strategiegruppe.sitze}
    return keys[parse_wert("--quelle", name.strip().lstrip("-"), list(keys))], clean_zeile("--quelle", text)
