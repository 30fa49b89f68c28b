"""The states that things go through, as tables one can read. What is not in a table is not allowed.

None of these states is stored where it can be computed; ``empfehlungsstand.py`` computes that of an Empfehlung.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netzint.modell.arbeitsgruppe import Arbeitsgruppe

    Uebergaenge = Mapping[str, frozenset[str]]

Agstand = Literal["eingesetzt", "aktiv", "ausgelaufen", "abgeschlossen"]
Empfehlungsstand = Literal[
    "erarbeitet",
    "eingereicht",
    "angenommen",
    "geaendert_angenommen",
    "abgelehnt",
    "vertagt",
    "zurueckverwiesen",
    "weitergeleitet",
    "in_umsetzung",
    "teilweise",
    "umgesetzt",
    "nicht_aufgegriffen",
    "erledigt",
    "zurueckgezogen",
    "entfallen",
]
Vorlagenstand = Literal[
    "vorbereitet",
    "tagesordnung",
    "versandt",
    "im_umlauf",
    "offen_geblieben",
    "zurueckverwiesen",
    "entschieden",
    "ueberholt",
    "entfallen",
]
Ampel = Literal["gruen", "gelb", "rot", "grau"]


def _table(rows: dict[str, str]) -> Uebergaenge:
    return MappingProxyType({von: frozenset(nach.split()) for von, nach in rows.items()})


SITZUNG = _table(
    {
        "terminiert": "eingeladen abgesagt entfallen",
        "eingeladen": "durchgefuehrt abgesagt terminiert",
        "durchgefuehrt": "",
        "abgesagt": "",
        "entfallen": "",
    }
)
"""A Sitzung. One that moves to another day is invited to anew; one without a quorum counts as held."""

AG_SITZUNG = MappingProxyType({**SITZUNG, "terminiert": SITZUNG["terminiert"] | {"durchgefuehrt"}})
"""A Sitzung of an AG: it may be held without a formal Einladung."""

_ABSTIMMUNG = "angenommen geaendert_angenommen abgelehnt vertagt zurueckverwiesen"
_RUECKMELDUNG = "in_umsetzung teilweise umgesetzt nicht_aufgegriffen erledigt"
_UNTERWEGS = f"weitergeleitet {_RUECKMELDUNG}"

EMPFEHLUNG = _table(
    {
        "erarbeitet": "erarbeitet eingereicht zurueckgezogen entfallen",
        "eingereicht": f"eingereicht {_ABSTIMMUNG} zurueckgezogen",
        "vertagt": f"{_ABSTIMMUNG} eingereicht zurueckgezogen",
        "zurueckverwiesen": "erarbeitet eingereicht zurueckgezogen",
        "abgelehnt": "erarbeitet eingereicht",
        "angenommen": "weitergeleitet",
        "geaendert_angenommen": "weitergeleitet",
        "weitergeleitet": _UNTERWEGS,
        "in_umsetzung": _UNTERWEGS,
        "teilweise": _UNTERWEGS,
        "umgesetzt": "umgesetzt teilweise erledigt",
        "nicht_aufgegriffen": _UNTERWEGS,
        "erledigt": "erledigt teilweise",
        "zurueckgezogen": "",
        "entfallen": "",
    }
)
"""An Empfehlung as a whole. After a rejection only a new wording comes back; a wording is voted on finally once.

A row names itself where something may happen without a change of state: a newer wording, a report of one of several
Stellen. From erledigt a further Stelle leads back, and so does passing on from what others reported.
"""

UMSETZUNG = _table(
    {
        "offen": f"offen {_RUECKMELDUNG} abgegeben",
        "in_umsetzung": f"{_RUECKMELDUNG} abgegeben",
        "teilweise": f"{_RUECKMELDUNG} abgegeben",
        "umgesetzt": "umgesetzt teilweise erledigt",
        "nicht_aufgegriffen": f"{_RUECKMELDUNG} abgegeben",
        "abgegeben": "erledigt",
        "erledigt": "",
    }
)
"""The Umsetzung at one Stelle, from one report to the next; the same again is a report too. A check may find that
what was reported as umgesetzt is so only in part. A Stelle that declined may come round: all this is advice."""

ARBEITSGRUPPE = _table(
    {
        "eingesetzt": "aktiv abgeschlossen",
        "aktiv": "ausgelaufen abgeschlossen",
        "ausgelaufen": "aktiv abgeschlossen",
        "abgeschlossen": "",
    }
)
"""An AG. From ausgelaufen a Verlängerung leads back."""

_VORLAGE = "tagesordnung im_umlauf entschieden ueberholt entfallen"

BESCHLUSSVORLAGE = _table(
    {
        "vorbereitet": f"vorbereitet {_VORLAGE}",
        "tagesordnung": f"{_VORLAGE} vorbereitet versandt",
        "versandt": "versandt vorbereitet offen_geblieben zurueckverwiesen entschieden ueberholt entfallen",
        "im_umlauf": "vorbereitet offen_geblieben entschieden ueberholt",
        "offen_geblieben": f"offen_geblieben {_VORLAGE}",
        "zurueckverwiesen": _VORLAGE,
        "entschieden": "",
        "ueberholt": "entfallen",
        "entfallen": "",
    }
)
"""A Beschlussvorlage. A row names itself where the text may still change; once it is sent, only as Tischvorlage. What
stands on a Tagesordnung goes together with its TOP. Decided by a vote that does not name it, it is ueberholt."""

EMPFEHLUNG_SCHRITTE = _table(
    {
        "fassung": "erarbeitet eingereicht",
        "einreichen": "eingereicht",
        "zurueckziehen": "zurueckgezogen",
        "entfallen": "entfallen",
        "abstimmen": _ABSTIMMUNG.replace("vertagt ", ""),
        "weiterleiten": "weitergeleitet in_umsetzung teilweise",
        "rueckmeldung": _RUECKMELDUNG,
    }
)
"""What can be done with an Empfehlung as a whole, and to which states it leads. ``rueckmeldung`` stands for all that
a Stelle reports or the network checks; whether that is possible at one Stelle says UMSETZUNG."""

OFFEN = frozenset({"offen", "in_umsetzung", "teilweise"})
"""Umsetzung that is asked about again even if nobody noted a Wiedervorlage."""
ENDGUELTIG = frozenset({"abgegeben", "erledigt"})
"""Umsetzung that is not asked about any more."""

BEZEICHNUNG: Mapping[str, str] = MappingProxyType(
    {
        "terminiert": "terminiert",
        "eingeladen": "eingeladen",
        "durchgefuehrt": "durchgeführt",
        "abgesagt": "abgesagt",
        "erarbeitet": "erarbeitet",
        "eingereicht": "eingereicht",
        "angenommen": "angenommen",
        "geaendert_angenommen": "geändert angenommen",
        "abgelehnt": "abgelehnt",
        "vertagt": "vertagt",
        "zurueckverwiesen": "zurückverwiesen",
        "nicht_beschlussfaehig": "nicht beschlussfähig",
        "weitergeleitet": "weitergeleitet",
        "offen": "offen",
        "in_umsetzung": "in Umsetzung",
        "teilweise": "teilweise umgesetzt",
        "umgesetzt": "umgesetzt",
        "nicht_aufgegriffen": "nicht aufgegriffen",
        "abgegeben": "abgegeben",
        "erledigt": "erledigt",
        "zurueckgezogen": "zurückgezogen",
        "entfallen": "entfallen",
        "eingesetzt": "eingesetzt",
        "aktiv": "aktiv",
        "ausgelaufen": "ausgelaufen",
        "abgeschlossen": "abgeschlossen",
        "vorbereitet": "vorbereitet",
        "tagesordnung": "auf der Tagesordnung",
        "versandt": "versandt",
        "im_umlauf": "im Umlauf",
        "offen_geblieben": "offen geblieben",
        "ueberholt": "überholt",
        "entschieden": "entschieden",
    }
)
"""How every state is called in reports; the same word means the same in all tables."""

AMPEL: Mapping[str, Ampel] = MappingProxyType(
    {
        "umgesetzt": "gruen",
        "erledigt": "gruen",
        "in_umsetzung": "gelb",
        "teilweise": "gelb",
        "nicht_aufgegriffen": "rot",
        "offen": "grau",
        "abgegeben": "grau",
    }
)
"""The traffic light of the Beschlusskontrolle."""


def is_erlaubt(tabelle: Uebergaenge, von: str, nach: str) -> bool:
    """Whether a step is in the table; an unknown state has no steps."""
    return nach in tabelle.get(von, frozenset())


def list_schritte(stand: str) -> tuple[str, ...]:
    """What can be done with an Empfehlung in this state: the steps that lead to a state in its row."""
    row = EMPFEHLUNG.get(stand, frozenset())
    return tuple(schritt for schritt, nach in EMPFEHLUNG_SCHRITTE.items() if nach & row)


def anfang(tabelle: Uebergaenge) -> str:
    """The state in which everything starts: the first row."""
    return next(iter(tabelle))


def agstand(ag: Arbeitsgruppe, tag: date) -> Agstand:
    """The state of an AG on a day. The day of the Abschluss counts as closed.

    A day between two periods, before a late Verlängerung begins, is ausgelaufen.
    """
    if ag.abschluss is not None and tag >= ag.abschluss.am:
        return "abgeschlossen"
    if tag < ag.mandat.von:
        return "eingesetzt"
    periods = [(ag.mandat.von, ag.mandat.bis), *((v.ab, v.bis) for v in ag.verlaengerungen)]
    return "aktiv" if any(von <= tag <= bis for von, bis in periods) else "ausgelaufen"
