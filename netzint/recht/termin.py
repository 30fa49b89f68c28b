"""Which day to propose for the next Sitzung."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from netzint.recht.feiertage import is_sitzungsfrei

if TYPE_CHECKING:
    from collections.abc import Collection

VORBEREITUNG = 7
"""Days to prepare the Einladung, on top of the Ladungsfrist."""
_DIENSTAG_BIS_DONNERSTAG = (1, 2, 3)


def propose_datum(
    stichtag: date, last: date | None, ladungsfrist_soll: int, abstand_wochen: int, taken: Collection[date]
) -> date:
    """The next Tuesday, Wednesday or Thursday that is free, not too soon after the last Sitzung nor after today.

    stichtag: the day of the proposal; the Sitzung is at least ``ladungsfrist_soll`` + 7 days later.
    last: the last Sitzung, held or planned; the next is ``abstand_wochen`` weeks after it. None if there was none.
    taken: days on which there is another Sitzung or a Veranstaltung.
    """
    tag = stichtag + timedelta(days=ladungsfrist_soll + VORBEREITUNG)
    if last is not None:
        tag = max(tag, last + timedelta(weeks=abstand_wochen))
    while tag.weekday() not in _DIENSTAG_BIS_DONNERSTAG or tag in taken or is_sitzungsfrei(tag):
        tag += timedelta(days=1)
    return tag
