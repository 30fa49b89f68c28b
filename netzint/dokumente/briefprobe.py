"""A small document made with a letterhead: whatever may be wrong with it, some things only show when it is used."""

from __future__ import annotations

from netzint.dokumente.baum import Absatz, Linie, Liste, Tabelle, Text, Ueberschrift
from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.pipeline import SCHREIBER


def try_out(name: str, data: bytes) -> list[VorlagenFehler]:
    """What goes wrong when a small document is made with it."""
    words = (Text("Probe"),)
    blocks = (Ueberschrift(1, words), Liste(((Absatz(words),),), 1), Tabelle((words,), ((words,),), ("",)), Linie())
    satz = Satz((*blocks, Absatz(words)), Kopf("probe", "Netzwerk"), "", {name: data})
    try:
        SCHREIBER[name.rpartition(".")[2]](satz)
    except VorlagenFehler as error:
        return [error.at(name, 0)]
    except Exception:  # noqa: BLE001 - whatever a foreign file provokes is a finding about it
        hinweis = "Vergleichen Sie ihn mit dem mitgelieferten."
        return [VorlagenFehler(SCHEITERT, "Mit diesem Briefbogen lässt sich kein Schreiben erzeugen.", hinweis, name)]
    return []
