"""Periods in calendar days. Every function takes its days; none knows what day it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from netzint.recht.zustaende import ENDGUELTIG, OFFEN

if TYPE_CHECKING:
    from netzint.modell.empfehlung import Umsetzungsstand, Weiterleitung
    from netzint.modell.geschaeftsordnung import Arbeitsgruppenrecht, Fristenrecht, Ladungsfrist, Umlaufrecht

Ladungsurteil = Literal["gewahrt", "unter_soll", "unter_muss"]


def tage_dazwischen(versandt: date, sitzung: date) -> int:
    """Whole days between dispatch and Sitzung; neither of the two counts. 0 if there are none."""
    return max(0, (sitzung - versandt).days - 1)


def letzter_versandtag(sitzung: date, frist: int) -> date:
    """The last day on which an Einladung keeps a Ladungsfrist of so many days."""
    return sitzung - timedelta(days=frist + 1)


def fruehester_sitzungstag(versandt: date, frist: int) -> date:
    """The first day for a Sitzung whose Einladung goes out on a day."""
    return versandt + timedelta(days=frist + 1)


def judge_ladung(versandt: date, sitzung: date, frist: Ladungsfrist) -> Ladungsurteil:
    """Whether the Ladungsfrist was kept: below ``muss`` is worse than below ``soll``."""
    days = tage_dazwischen(versandt, sitzung)
    if days < frist.muss:
        return "unter_muss"
    return "unter_soll" if days < frist.soll else "gewahrt"


def antwort_bis(weitergeleitet: date, recht: Fristenrecht) -> date:
    """The day by which a Stelle is asked for its first reply (84 days after the Weiterleitung by default)."""
    return weitergeleitet + timedelta(days=recht.rueckmeldung)


def umlauf_bis(versandt: date, recht: Umlaufrecht) -> date:
    """The last day for a vote or an objection in an Umlauf."""
    return versandt + timedelta(days=recht.frist)


def amtszeit_bis(von: date, monate: int) -> date:
    """The day some months later, on which a term is over; the first of the next month where that month is too short."""
    years, month = divmod(von.month - 1 + monate, 12)
    if von.year + years > date.max.year:
        return date.max
    try:
        return date(von.year + years, month + 1, von.day)
    except ValueError:
        return amtszeit_bis(date(von.year + years, month + 1, 1), 1)


def karenz_bis(ende: date, recht: Arbeitsgruppenrecht) -> date:
    """The last day on which something of an AG may still be dated after its end."""
    return ende + timedelta(days=recht.karenz)


def is_alter_bedarf(gemeldet: date, tag: date, recht: Fristenrecht) -> bool:
    """Whether an open Bedarf has waited so long that it comes onto the Tagesordnung."""
    return (tag - gemeldet).days > recht.bedarf_alt


def is_bald(ende: date, tag: date, recht: Fristenrecht) -> bool:
    """Whether an end lies ahead, and near enough to stand under Fristen; the last day itself still does."""
    return 0 <= (ende - tag).days <= recht.amtsende


def stand_am(weiterleitung: Weiterleitung, tag: date) -> Umsetzungsstand | None:
    """What was last known of the Umsetzung on a day; None before the first report. Of one day the later entry."""
    known = [stand for stand in weiterleitung.stand if stand.am <= tag]
    return max(reversed(known), key=lambda stand: stand.am) if known else None


def next_wiedervorlage(weiterleitung: Weiterleitung, tag: date, recht: Fristenrecht) -> date | None:
    """The day on which a Stelle is to be asked again, as it was known on ``tag``; None once nothing is left to ask.

    What the last report says goes first. If it says nothing and the matter is open: the end that the Stelle gave if
    it lies after the report, otherwise the usual period from the report on. Before any report: ``antwort_bis``.
    """
    stand = stand_am(weiterleitung, tag)
    if stand is None:
        return weiterleitung.antwort_bis or antwort_bis(weiterleitung.am, recht)
    if stand.status in ENDGUELTIG:
        return None
    if stand.wiedervorlage is not None:
        return stand.wiedervorlage
    if stand.status not in OFFEN:
        return None
    return stand.bis if stand.bis is not None and stand.bis > stand.am else antwort_bis(stand.am, recht)
