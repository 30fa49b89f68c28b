"""What a question about a day before an entry existed is answered with."""

from __future__ import annotations

from datetime import date

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import datum


def refuse_noch_nicht(was: str, seit: date | None, stichtag: date) -> None:
    """Raises NetzintFehler (wrong usage) if it only came after the Stichtag."""
    if seit is not None and seit > stichtag:
        raise NetzintFehler(
            f"{was} gab es am {datum(stichtag)} noch nicht.",
            f"Zu sehen ab dem {datum(seit)}: --stichtag {seit:%d.%m.%Y}",
            Ausgang.AUFRUF,
        )
