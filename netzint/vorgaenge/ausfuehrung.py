"""Carrying out what was decided: each accepted motion becomes the change that it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netzint.modell.antrag import (
    AgAbschliessen,
    AgEinsetzen,
    AgVerlaengern,
    Antrag,
    NiederschriftAntrag,
    SchwerpunktAntrag,
    ZielAntrag,
)
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_ag
from netzint.regeln.ausfuehrung import is_ausgefuehrt
from netzint.vorgaenge import arbeitsgruppe, thema, ziel
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen


def carry_out(bestand: Bestand, beschluesse: Iterable[tuple[str, Antrag]], tag: date) -> tuple[Aenderung, ...]:
    """What accepted Beschlüsse (``x/y`` with its motion) of one day ask for, as far as it is not done yet.

    Raises NetzintFehler, naming the Beschluss, if one of them cannot be carried out.
    """
    parts = []
    for kennung, antrag in beschluesse:
        if is_ausgefuehrt(bestand, kennung, antrag):
            continue
        try:
            part = _execute(bestand, kennung, antrag, tag)
        except NetzintFehler as fehler:
            text = f"Der Beschluss {kennung} lässt sich nicht ausführen. {fehler.text}"
            hinweis = f"{fehler.hinweis}{_tell_korrektur(bestand, kennung)}"
            raise NetzintFehler(text, hinweis, fehler.ausgang) from fehler
        if part is not None and (part.neu or part.gesetzt):
            parts.append(part)
            bestand = bestand.replaced(part.neu) if part.neu else bestand
    return tuple(parts)


def _tell_korrektur(bestand: Bestand, kennung: str) -> str:
    """As long as the Sitzung is not closed, the other way is to record the vote as it was."""
    k, _, name = kennung.partition("/")
    sitzung = bestand.sitzungen.get(k)
    if sitzung is None or sitzung.ist_abgeschlossen:
        return ""
    tops = enumerate(sitzung.tagesordnung, 1)
    number = next(top.nummer or nr for nr, top in tops if name in [b.kennung for b in top.beschluesse])
    return (
        f"\nWurde anders beschlossen: netzint sitzung abstimmen {k} {number} --korrigieren --kennung {name} --ja … "
        "--nein … (oder --ergebnis vertagt)"
    )


def _execute(bestand: Bestand, kennung: str, antrag: Antrag, tag: date) -> Aenderung | None:
    match antrag:
        case AgEinsetzen():
            return arbeitsgruppe.einsetzen(bestand, antrag, kennung, tag)
        case AgVerlaengern():
            return arbeitsgruppe.verlaengern(bestand, antrag, kennung)
        case AgAbschliessen():
            ag = find_ag(bestand, antrag.ag)
            return arbeitsgruppe.abschliessen(bestand, ag, kennung, antrag.am or tag, antrag.grund)
        case NiederschriftAntrag():
            return _approve(bestand, kennung, antrag.sitzung)
        case SchwerpunktAntrag():
            return thema.zum_schwerpunkt(bestand, antrag.thema, tag, kennung)
        case ZielAntrag():
            return ziel.beschliessen(bestand, antrag, kennung, tag)
        case _:
            return None


def _approve(bestand: Bestand, beschluss: str, kennung: str) -> Aenderung:
    """The approval noted in the Sitzung whose minutes were approved."""
    if bestand.sitzungen[kennung].niederschrift is None:
        text = f"Zur Sitzung {kennung.upper()} ist keine Niederschrift vermerkt."
        raise ablehnen(text, f"Zuerst: netzint sitzung niederschrift {kennung}")
    step = Setzen("sitzung", kennung, ("niederschrift", "genehmigt"), beschluss)
    betreff = f"Niederschrift der Sitzung {kennung.upper()} genehmigt"
    return Aenderung("niederschrift-genehmigt", betreff, gesetzt=(step,), beschluss=beschluss)
