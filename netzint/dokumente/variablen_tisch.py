"""The variables of a Tischvorlage, with invented examples."""

from __future__ import annotations

from netzint.dokumente.felder import Feld
from netzint.dokumente.variablen import BESCHLUSSVORLAGE, TABELLE

VORLAGE = BESCHLUSSVORLAGE._replace(text="Die Beschlussvorlage, wenn es zu dem Punkt eine gibt", pflicht=False)

TISCHVORLAGE = Feld("tischvorlage", "Was nach dem Versand der Einladung dazukam oder sich geändert hat", felder=(
    Feld("top", "Nummer des Tagesordnungspunkts", "4.3", pflicht=False),
    Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("neu", "ja, wenn der ganze Punkt dazukam", beispiel=True, pflicht=False),
    Feld("weil", "warum der Punkt dazukam", "am 20. November 2026 von der AG eingereicht", pflicht=False),
    Feld("versandt", "Tag, an dem die Einladung versandt wurde", "2026-11-12", pflicht=False),
    Feld("geaendert", "Tag, an dem die Vorlage zuletzt geändert wurde, wenn nach dem Versand", "2026-11-30",
        pflicht=False),
    Feld("grund", "warum sie geändert wurde, ein Satz", "Die Kosten liegen jetzt vor.", pflicht=False),
    TABELLE,
))  # fmt: skip
