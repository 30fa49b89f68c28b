"""What an AG is by its Beschlüsse on a day: since when it is known, and until when it was prolonged by then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netzint.modell.arbeitsgruppe import Arbeitsgruppe, Mandatsaenderung, Verlaengerung
    from netzint.modell.bestand import Bestand


def bekannt_seit(bestand: Bestand, ag: Arbeitsgruppe) -> date:
    """The day of the Beschluss that set it up, or its first one."""
    decided = bestand.tag_des_beschlusses(ag.mandat.beschluss) if ag.mandat.beschluss else None
    return min(decided or ag.mandat.von, ag.mandat.von)


def list_bekannte(bestand: Bestand, tag: date) -> tuple[Arbeitsgruppe, ...]:
    """The AGs that were decided on, or had begun, by a day; in the order of their beginnings."""
    known = [ag for ag in bestand.arbeitsgruppen.values() if bekannt_seit(bestand, ag) <= tag]
    return tuple(sorted(known, key=lambda ag: (ag.mandat.von, ag.kennung)))


def ende_am(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> date:
    """The last day of the period, with the Verlängerungen that had been decided by a day."""
    return max([ag.mandat.bis, *(v.bis for v in verlaengerungen_am(bestand, ag, tag))])


def verlaengerungen_am(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> tuple[Verlaengerung, ...]:
    """The Verlängerungen that had been decided by a day."""
    return tuple(v for v in ag.verlaengerungen if _is_decided(bestand, v.beschluss, v.ab, tag))


def aenderungen_am(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> tuple[Mandatsaenderung, ...]:
    """The changes of its Auftrag and number that had been decided by a day."""
    return tuple(a for a in ag.mandatsaenderungen if _is_decided(bestand, a.beschluss, a.ab, tag))


def _is_decided(bestand: Bestand, beschluss: str | None, ab: date, tag: date) -> bool:
    """Whether a change was decided by a day; once it counts, or where no day of its Beschluss is recorded, it was."""
    decided = bestand.tag_des_beschlusses(beschluss) if beschluss else None
    return decided is None or min(decided, ab) <= tag
