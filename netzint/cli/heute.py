"""The only place that knows what day it is. Call it as ``heute.today()``, so that tests can set it."""

from __future__ import annotations

from datetime import date, datetime

ZEITZONE = "Europe/Berlin"


def today() -> date:
    """Today where the Geschäftsstelle sits, wherever the computer thinks it is."""
    from zoneinfo import ZoneInfo  # late: whoever names a day need not wait for it

    return datetime.now(ZoneInfo(ZEITZONE)).date()
