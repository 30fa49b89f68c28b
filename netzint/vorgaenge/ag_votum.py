"""What an AG itself votes on: it decides nothing finally, but its Yes to an Empfehlung asks for handing it in."""

from __future__ import annotations

import re

from netzint.modell.antrag import SonstigerAntrag
from netzint.modell.beschluss import ANGENOMMEN, Beschluss
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.recht.empfehlungsweg import stand_der_empfehlung
from netzint.recht.zustaende import list_schritte

_NUMMER = re.compile(r"\bhe-\d{4}-\d{2,}\b")


def list_einzureichende(
    bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss
) -> tuple[str, ...]:
    """Empfehlungen of the AG that a vote of it is about, whose newest wording is not handed in yet."""
    if beschluss.ergebnis not in ANGENOMMEN or not isinstance(beschluss.antrag, SonstigerAntrag):
        return ()
    told = " ".join((top.kennung, *top.bezug, top.titel, beschluss.antrag.wortlaut or "")).lower()
    named = dict.fromkeys(_NUMMER.findall(told))
    return tuple(kennung for kennung in named if _is_offen(bestand, sitzung, kennung))


def _is_offen(bestand: Bestand, sitzung: Sitzung, kennung: str) -> bool:
    empfehlung = bestand.empfehlungen.get(kennung)
    if empfehlung is None or empfehlung.arbeitsgruppe != sitzung.gremium:
        return False
    may = "einreichen" in list_schritte(stand_der_empfehlung(bestand, empfehlung, sitzung.datum))
    return may and empfehlung.fassungen[-1].eingereicht is None


def danach_einreichen(
    bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss
) -> tuple[tuple[str, str], ...]:
    """The commands that hand them in."""
    found = list_einzureichende(bestand, sitzung, top, beschluss)
    return tuple((f"netzint empfehlung einreichen {he}", "die AG hat zugestimmt: sie einreichen") for he in found)
