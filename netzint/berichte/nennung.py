"""What parts of an entry are called in a sentence, and what they say, in few words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.klartext import to_klartext
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.typen import Monatstag

LAENGE = 90
"""Signs of a text that are shown where it is only mentioned."""

_NENNUNG: Mapping[str, Callable[[Any], str]] = {
    "Tagesordnungspunkt": lambda e: f"TOP {e.nummer} „{e.titel}“" if e.nummer else f"TOP „{e.titel}“",
    "Beschluss": lambda e: f"Beschluss {e.kennung}",
    "Mandat": lambda e: f"Mandat {e.sitz or e.gremium} ({e.rolle}) ab {datum(e.von)}",
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
    "Frueher": lambda e: f"Früherer Stand bis {datum(e.bis)}",
    "FruehererName": lambda e: f"Früherer Name bis {datum(e.bis)}",
    "Zielfassung": lambda e: f"Frühere Fassung bis {datum(e.bis)}",
    "Beratung": lambda e: f"Beratung in {e.gremium}",
    "Abweichung": lambda e: f"Abweichung von Regel {e.regel}",
    "Berichtigung": lambda e: f"Berichtigung zu {e.zu}",
    "Fassung": lambda e: f"Geschäftsordnung ab {datum(e.gilt_ab)}",
    "Sitz": lambda e: f"Sitz {e.kennung}",
}
"""How an item of a list is called; what is not here is called after its list and its title."""
_GENANNT: Mapping[str, frozenset[str]] = {
    "Tagesordnungspunkt": frozenset({"titel"}),
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
}
"""What is said in the name already."""
_KNAPP = frozenset({"titel", "name", "betreff", "datum", "art", "gremium", "stelle", "arbeitsgruppe", "von", "regel"})
"""What a whole entry is described by where it is only mentioned."""


def nenne(item: Any, liste: str) -> str:
    """``TOP „Verschiedenes“``, ``Mandat sitz-gemeindetag (ordentlich) ab 1. März 2027``, ``Ziele: ziel-teilhabe``."""
    if not isinstance(item, Angabe):
        return f"{liste}: {describe(item)}"
    known = _NENNUNG.get(type(item).__name__)
    if known is not None:
        return known(item)
    titel = getattr(item, "titel", None) or getattr(item, "name", None) or getattr(item, "kennung", None)
    return f"{liste}: „{titel}“" if titel else liste


def describe(wert: Any, *, knapp: bool = False) -> str:
    """A value in few words; of a part its fields, of an entry (``knapp``) only those by which people know it."""
    if isinstance(wert, Angabe):
        return _describe_angabe(wert, knapp=knapp)
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, Monatstag):
        return str(wert)
    if isinstance(wert, date):
        return datum(wert)
    if isinstance(wert, tuple) and not hasattr(wert, "_fields"):
        return aufzaehlung([describe(item) for item in wert]) or "nichts"
    if isinstance(wert, dict):
        return ", ".join(f"{feldname(str(key))} {describe(value)}" for key, value in wert.items())
    return _shorten(str(wert)) if wert is not None else "nichts"


def describe_ohne(wert: Angabe, gesagt: Collection[str]) -> str:
    """What a part says beside these fields."""
    fields = [name for name in ordered_fields(type(wert)) if name in to_klartext(wert) and name not in gesagt]
    return ", ".join(f"{feldname(name)} {describe(getattr(wert, name))}" for name in fields)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    shown = line if len(line) <= LAENGE else f"{line[: LAENGE - 1].rstrip()}…"
    return f"„{shown}“" if " " in shown and not shown.startswith("„") else shown


def _describe_angabe(wert: Angabe, *, knapp: bool) -> str:
    said = _GENANNT.get(type(wert).__name__, frozenset())
    if knapp and isinstance(wert, Eintrag):
        said = frozenset(type(wert).model_fields) - _KNAPP
    return describe_ohne(wert, said)
