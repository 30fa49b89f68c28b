"""What was decided is carried out: an accepted Beschluss leaves its trace in the entry that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.antrag import (
    AgAbschliessen,
    AgEinsetzen,
    AgVerlaengern,
    Antrag,
    NiederschriftAntrag,
    SchwerpunktAntrag,
    ZielAntrag,
)
from netzint.modell.befund import Ort, Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


class Offen(NamedTuple):
    """An accepted Beschluss ``x/y`` that nothing shows to have been carried out."""

    kennung: str
    antrag: Antrag
    am: date
    gremium: str
    ort: Ort

    @property
    def befehl(self) -> str:
        """The command that carries it out."""
        where = self.kennung.partition("/")[0]
        return f"netzint {'umlauf' if where.startswith('um-') else 'sitzung'} abschliessen {where}"


@je_bestand
def list_unausgefuehrte(bestand: Bestand) -> tuple[Offen, ...]:
    """Accepted and not carried out, in the order of their days; only what is from the recorded time.

    While a Sitzung is not closed its Beschlüsse are still to be carried out: that it is open says S165.
    """
    start = erfasst_ab(bestand)
    found = (entry for entry in _accepted(bestand) if entry.am >= start)
    return tuple(entry for entry in found if not is_ausgefuehrt(bestand, entry.kennung, entry.antrag))


def _accepted(bestand: Bestand) -> Iterator[Offen]:
    for kennung, entry in bestand.beschluesse.items():
        beschluss, sitzung = entry.beschluss, entry.sitzung
        may_decide = sitzung.gremium == STRATEGIEGRUPPE or isinstance(beschluss.antrag, NiederschriftAntrag)
        if beschluss.ergebnis in ANGENOMMEN and may_decide and sitzung.ist_abgeschlossen:
            yield Offen(kennung, beschluss.antrag, sitzung.datum, sitzung.gremium, entry.an())
    for kennung, umlauf in bestand.umlaufbeschluesse.items():
        if umlauf.abschluss and umlauf.abschluss.ergebnis in ANGENOMMEN and not umlauf.entfallen:
            yield Offen(kennung, umlauf.antrag, umlauf.abschluss.am, STRATEGIEGRUPPE, umlauf.an("abschluss"))


def is_ausgefuehrt(bestand: Bestand, kennung: str, antrag: Antrag) -> bool:
    """Whether an accepted motion shows in what it is about. What cannot be found is reported elsewhere."""
    look = _SPUREN.get(type(antrag))
    return look is None or look(bestand, kennung, antrag)


def _is_eingesetzt(bestand: Bestand, _kennung: str, antrag: AgEinsetzen) -> bool:
    return bestand.known(antrag.ag)


def _is_verlaengert(bestand: Bestand, kennung: str, antrag: AgVerlaengern) -> bool:
    ag = bestand.arbeitsgruppen.get(antrag.ag)
    return ag is None or ag.ende >= antrag.bis or any(v.beschluss == kennung for v in ag.verlaengerungen)


def _is_geschlossen(bestand: Bestand, _kennung: str, antrag: AgAbschliessen) -> bool:
    ag = bestand.arbeitsgruppen.get(antrag.ag)
    return ag is None or ag.abschluss is not None


def _is_genehmigt(bestand: Bestand, _kennung: str, antrag: NiederschriftAntrag) -> bool:
    sitzung = bestand.sitzungen.get(antrag.sitzung)
    return sitzung is None or bool(sitzung.niederschrift and sitzung.niederschrift.genehmigt)


def _is_schwerpunkt(bestand: Bestand, _kennung: str, antrag: SchwerpunktAntrag) -> bool:
    thema = bestand.themen.get(antrag.thema)
    return thema is None or thema.schwerpunkt is not None


def _is_ziel(bestand: Bestand, kennung: str, antrag: ZielAntrag) -> bool:
    ziel = bestand.ziele.get(antrag.ziel)
    if ziel is None:
        return antrag.ziel in bestand.unlesbar or not antrag.vollstaendig
    resting = {ziel.beschluss, *(f.beschluss for f in ziel.frueher)}
    return kennung in resting or (ziel.beschluss is not None and antrag.beschreibung in (None, ziel.beschreibung))


_SPUREN: dict[type, Callable[[Bestand, str, Any], bool]] = {
    AgEinsetzen: _is_eingesetzt,
    AgVerlaengern: _is_verlaengert,
    AgAbschliessen: _is_geschlossen,
    NiederschriftAntrag: _is_genehmigt,
    SchwerpunktAntrag: _is_schwerpunkt,
    ZielAntrag: _is_ziel,
}
"""Where each kind of motion leaves its trace. An Empfehlung is accepted by the vote itself; anything else is free."""


@regel("B401", Schwere.WARNUNG)
def beschlossenes_ist_nicht_ausgefuehrt(bestand: Bestand) -> Verstoesse:
    """Etwas ist beschlossen, aber nicht ausgeführt.

    Warum: Mit dem Abschluss der Sitzung wird eingetragen, was sie beschlossen hat: die Arbeitsgruppe ist eingesetzt,
    verlängert oder abgeschlossen, das Thema ist Schwerpunkt, das Ziel gilt. Sonst rechnet niemand damit weiter.

    Beispiel: sg-2026-03 hat die Verlängerung einer AG angenommen, deren Zeitraum aber nicht verlängert ist.

    Abhilfe: Den Abschluss der Sitzung (des Umlaufs) nachholen, zum Beispiel: netzint sitzung abschliessen sg-2026-03
    """
    for offen in list_unausgefuehrte(bestand):
        if isinstance(offen.antrag, NiederschriftAntrag) and offen.gremium == STRATEGIEGRUPPE:
            continue  # S163 says so
        text = f"Der Beschluss {offen.kennung} vom {deutsch(offen.am)} ist nicht ausgeführt"
        yield verstoss(offen.ort, text, offen.kennung, hinweis=f"Ausführen mit: {offen.befehl}")


REGELN: tuple[Regel, ...] = (beschlossenes_ist_nicht_ausgefuehrt,)
