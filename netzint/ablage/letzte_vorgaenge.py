"""The last Vorgänge of the history, as they are shown to choose from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from netzint.ablage import gitlesen

_BERLIN = ZoneInfo("Europe/Berlin")
_FORM = "%x01%(trailers:key=Vorgang-Id,valueonly)%x00%P%x00%ct%x00%s"


def list_vorgaenge(wurzel: Path, hoechstens: int = 15) -> tuple[tuple[str, str], ...]:
    """Number, day and what was done, the latest first; commits by hand are none, and the beginning stays."""
    if not gitlesen.head(wurzel):
        return ()
    args = ("log", f"-{4 * hoechstens}", "--no-merges", f"--format={_FORM}", "HEAD", "--")
    records = gitlesen.run(wurzel, *args).decode("utf-8", "replace").split("\x01")[1:]
    rows = [[part.strip() for part in record.split("\0")] for record in records]
    named = [(ids.split()[-1], f"{_day(when)}  {betreff}") for ids, parents, when, betreff in rows if ids and parents]
    return tuple(named[:hoechstens])


def _day(seconds: str) -> str:
    return f"{datetime.fromtimestamp(int(seconds), _BERLIN):%d.%m.%Y}"
