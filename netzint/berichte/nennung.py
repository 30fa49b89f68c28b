"""What parts of an entry are called in a sentence, and what they say, in few words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from netzint.berichte.wertworte import Wort, in_worten
from netzint.modell.feldnamen import feldname, wertname
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.klartext import to_klartext
from netzint.modell.sprache import MONATE, aufzaehlung, datum
from netzint.modell.typen import Anteil, Monatstag

LAENGE = 90
"""Signs of a text that are shown where it is only mentioned."""
_TAG = re.compile(r"\d{4}-\d\d-\d\d")
"""What a Berichtigung says stood there is text, days too."""
_SIEGEL = re.compile(r"n\d+:[0-9a-f]{64}")

_NENNUNG: Mapping[str, Callable[[Any], str]] = {
    "Tagesordnungspunkt": lambda e: f"TOP {e.nummer} „{e.titel}“" if e.nummer else f"TOP „{e.titel}“",
    "Beschluss": lambda e: f"Beschluss {e.kennung}",
    "Mandat": lambda e: f"Mandat {e.sitz or e.gremium} ({wertname(e.rolle)}) ab {datum(e.von)}",
    "Amt": lambda e: f"Amt bei {e.stelle} ab {datum(e.von)}",
    "Verlaengerung": lambda e: f"Verlängerung bis {datum(e.bis)}",
    "Empfehlungsfassung": lambda e: f"Fassung {e.nr}",
    "Adressat": lambda e: f"Adressat {e.stelle}",
    "Weiterleitung": lambda e: f"Weiterleitung an {e.stelle}",
    "Umsetzungsstand": lambda e: f"Stand vom {datum(e.am)}",
    "Verlegung": lambda e: f"Verlegung vom {datum(e.von)}",
    "Anwesend": lambda e: f"Anwesenheit {e.mitglied}",
    "Gast": lambda e: f"Gast {e.mitglied or e.stelle or e.funktion or ''}".rstrip(),
    "Umlaufstimme": lambda e: f"Stimme von {e.mitglied}",
    "Widerspruch": lambda e: f"Widerspruch von {e.mitglied}",
    "Frueher": lambda e: f"Früherer Stand bis {describe(e.bis)}",
    "FruehererName": lambda e: f"Früherer Name bis {describe(e.bis)}",
    "Zielfassung": lambda e: f"Frühere Fassung bis {describe(e.bis)}",
    "Beratung": lambda e: f"Beratung in {e.gremium}",
    "Abweichung": lambda e: f"Abweichung von Regel {e.regel}",
    "Berichtigung": lambda e: f"Berichtigung zu {e.zu}",
    "Fassung": lambda e: f"Geschäftsordnung ab {datum(e.gilt_ab)}",
    "Sitz": lambda e: f"Sitz {e.kennung}",
}
"""How an item of a list is called; what is not here is called after its list and its title."""
_GENANNT: Mapping[str, frozenset[str]] = {
    "Tagesordnungspunkt": frozenset({"titel", "nummer"}),
    "Beschluss": frozenset({"kennung"}),
    "Mandat": frozenset({"sitz", "rolle", "von"}),
    "Amt": frozenset({"stelle", "von"}),
    "Weiterleitung": frozenset({"stelle"}),
    "Adressat": frozenset({"stelle"}),
    "Umsetzungsstand": frozenset({"am"}),
    "Empfehlungsfassung": frozenset({"nr"}),
    "Anwesend": frozenset({"mitglied"}),
    "Umlaufstimme": frozenset({"mitglied"}),
    "Widerspruch": frozenset({"mitglied"}),
    "Verlaengerung": frozenset({"bis"}),
    "Sitz": frozenset({"kennung"}),
    "Verlegung": frozenset({"von"}),
    "Frueher": frozenset({"bis"}),
    "FruehererName": frozenset({"bis"}),
    "Zielfassung": frozenset({"bis"}),
    "Beratung": frozenset({"gremium"}),
    "Abweichung": frozenset({"regel"}),
    "Berichtigung": frozenset({"zu"}),
    "Fassung": frozenset({"gilt_ab"}),
    "Ergebnis": frozenset({"titel"}),
    "Agbericht": frozenset({"titel"}),
}
"""What is said in the name already."""
KNAPP = frozenset({"titel", "name", "betreff", "datum", "art", "gremium", "stelle", "arbeitsgruppe", "von", "regel"})
"""What a whole entry is described by where it is only mentioned."""


def nenne(item: Any, liste: str) -> str:
    """``TOP „Verschiedenes“``, ``Mandat sitz-gemeindetag (ordentlich) ab 1. März 2027``, ``Ziele: ziel-teilhabe``."""
    if not isinstance(item, Angabe):
        return f"{liste}: {describe(item)}"
    known = _NENNUNG.get(type(item).__name__)
    if known is not None:
        return known(item)
    titel = getattr(item, "titel", None) or getattr(item, "name", None) or getattr(item, "kennung", None)
    return ": ".join(filter(None, (liste, f"„{titel}“" if titel else "")))


def describe(wert: Any, *, knapp: bool = False) -> str:
    """A value in few words; of a part its fields, of an entry (``knapp``) only those by which people know it."""
    if isinstance(wert, Angabe):
        return _describe_angabe(wert, knapp=knapp)
    if isinstance(wert, date):
        return f"{MONATE[wert.month - 1]} {wert.year}" if isinstance(wert, Monatstag) else datum(wert)
    if isinstance(wert, tuple | list) and not isinstance(wert, Anteil):
        return aufzaehlung([_describe_item(item) for item in wert]) or "nichts"
    if isinstance(wert, dict):
        return ", ".join(_describe_feld(str(key), value) for key, value in wert.items())
    return _describe_wort(wert)


def _describe_wort(wert: Any) -> str:
    if wert is None or isinstance(wert, bool):
        return "nichts" if wert is None else "ja" if wert else "nein"
    if isinstance(wert, Anteil):
        return wertname(str(wert))
    if _SIEGEL.fullmatch(str(wert)):
        return f"{wert[:11]}…"
    tag = _spell_tag(str(wert))
    return tag if isinstance(wert, Wort) or tag != wert else _shorten(tag)


def _spell_tag(text: str) -> str:
    try:
        return datum(date.fromisoformat(text)) if _TAG.fullmatch(text) else text
    except ValueError:
        return text


def _describe_item(item: Any) -> str:
    """An item among others: by its name, and what else it says in parentheses."""
    if not isinstance(item, Angabe):
        return describe(item)
    rest = _describe_angabe(item, knapp=False)
    return " ".join(filter(None, (nenne(item, ""), f"({rest})" if rest else "")))


def describe_ohne(wert: Angabe, gesagt: Collection[str]) -> str:
    """What a part says beside these fields."""
    model, said = type(wert), to_klartext(wert)
    fields = [name for name in ordered_fields(model) if name in said and name not in gesagt]
    return ", ".join(_describe_feld(name, in_worten(model, name, getattr(wert, name))) for name in fields)


def _describe_feld(name: str, wert: Any) -> str:
    """``Ort Ulm``; parts in parentheses, and items that have names of their own without that of their list."""
    if isinstance(wert, Angabe | dict):
        return f"{feldname(name)} ({describe(wert)})"
    named = isinstance(wert, tuple) and all(type(item).__name__ in _NENNUNG for item in wert)
    return describe(wert) if named else f"{feldname(name)} {describe(wert)}"


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return _quote(f"{line[: LAENGE - 1].rstrip()}…") if is_lang(line) else _quote(line)


def _quote(line: str) -> str:
    """In quotation marks what has several words, unless it is a quotation, which may have been cut."""
    if line.startswith("„") and line.count("„") == 1 and line[-1] in "“…":
        return line if line.endswith("“") else f"{line}“"
    return f"„{line}“" if " " in line else line


def write_out(text: str, wert: Any) -> str:
    """A sentence about a value, with the long texts in it whole: who decides on them has to read them."""
    for long in _iter_lange(wert):
        text = text.replace(_shorten(long), _quote(" ".join(long.split())), 1)
    return text


def _iter_lange(wert: Any) -> Iterator[str]:
    if isinstance(wert, str):
        yield from (wert,) if is_lang(wert) else ()
    elif isinstance(wert, Angabe):
        for name in ordered_fields(type(wert)):
            yield from _iter_lange(getattr(wert, name))
    elif isinstance(wert, tuple | list | dict):
        for item in wert.values() if isinstance(wert, dict) else wert:
            yield from _iter_lange(item)


def is_lang(text: str) -> bool:
    """Whether only the beginning of a text is shown where it is only mentioned."""
    return len(" ".join(text.split())) > LAENGE


def _describe_angabe(wert: Angabe, *, knapp: bool) -> str:
    said = _GENANNT.get(type(wert).__name__, frozenset())
    if knapp and isinstance(wert, Eintrag):
        said = frozenset(type(wert).model_fields) - KNAPP
    return describe_ohne(wert, said)
