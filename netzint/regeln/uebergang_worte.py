"""Changes in few words, for the texts of findings: never more of a text than that it changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from netzint.modell.feldnamen import feldname
from netzint.regeln.tage import deutsch
from netzint.regeln.wechsel import Wechsel

_KURZ = 40
_GENANNT = 4


def tell_alle(wechsel: Sequence[Wechsel]) -> str:
    """Several changes, the first of them by name."""
    told = [tell(change) for change in wechsel[:_GENANNT]]
    more = len(wechsel) - len(told)
    return "; ".join([*told, f"und {more} weitere"] if more else told)


def tell(change: Wechsel) -> str:
    """``Ja-Stimmen: 9 → 8``"""
    name = feldname(next(str(part) for part in reversed(change.davor or change.feld) if isinstance(part, str)))
    old, new = _shorten(change.alt), _shorten(change.neu)
    if change.neu is None:
        return f"{name} gestrichen ({old})" if old else f"{name} gestrichen"
    if change.alt is None:
        return f"{name} eingetragen ({new})" if new else f"{name} eingetragen"
    return f"{name}: {old} → {new}" if old and new else f"{name} geändert"


def _shorten(wert: Any) -> str:
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if type(wert) is date:
        return deutsch(wert)
    if isinstance(wert, list) and all(isinstance(item, str | int) for item in wert):
        text = ", ".join(map(str, wert)) or "niemand"
    elif isinstance(wert, dict):
        text = next((str(wert[key]) for key in ("kennung", "mitglied", "stelle", "am", "nr") if key in wert), "")
    else:
        text = "" if wert is None or isinstance(wert, list) else str(wert)
    return text if len(text) <= _KURZ and "\n" not in text else ""
