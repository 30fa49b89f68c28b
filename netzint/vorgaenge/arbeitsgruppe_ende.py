"""Whether an AG can be closed on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.arbeitsgruppe import Abschluss, Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import datum
from netzint.recht.zustaende import ARBEITSGRUPPE, agstand, is_erlaubt
from netzint.regeln.arbeitsgruppen import grace_of, list_spaetere
from netzint.vorgaenge.angaben import ablehnen


def check_abschluss(bestand: Bestand, ag: Arbeitsgruppe, am: date) -> None:
    """Raises NetzintFehler if the AG cannot be closed on a day."""
    stand = agstand(ag, am)
    if ag.abschluss is not None or not is_erlaubt(ARBEITSGRUPPE, stand, "abgeschlossen"):
        tag = ag.abschluss.am if ag.abschluss else am
        raise ablehnen(
            f"{ag.kennung} ist schon seit dem {datum(tag)} abgeschlossen.", f"Ansehen: netzint ag zeigen {ag.kennung}"
        )
    if am < ag.mandat.von:
        raise ablehnen(
            f"{ag.kennung} beginnt erst am {datum(ag.mandat.von)}, der Abschluss am {datum(am)} läge davor.",
            "Ein späteres --am angeben.",
        )
    late = [m for m in bestand.mandate_in(ag.kennung) if m.mandat.von > am]
    if late:
        first = min(late, key=lambda m: m.mandat.von)
        raise ablehnen(
            f"Das Mandat von {first.mitglied.kennung} beginnt erst am {datum(first.mandat.von)}, nach dem Abschluss.",
            "Ein späteres --am angeben oder das Mandat vorher zurücknehmen.",
        )
    for kennung, day, words in _list_verwaiste(bestand, ag, am):
        raise ablehnen(
            f"{words} vom {datum(day)} ({kennung}) läge zu lange nach dem Abschluss von {ag.kennung} am {datum(am)}.",
            _tell_weg(bestand, kennung, ag),
        )


def _tell_weg(bestand: Bestand, kennung: str, ag: Arbeitsgruppe) -> str:
    sitzung = bestand.sitzungen.get(kennung)
    if sitzung is not None and sitzung.zustand in ("terminiert", "eingeladen"):
        return f"Absagen: netzint sitzung absagen {kennung}"
    return (
        f"Ist der Tag falsch: netzint berichtigen {kennung}. Ist er richtig, war {ag.kennung} da noch an der Arbeit "
        "und lässt sich erst zu einem späteren Tag abschließen."
    )


def _list_verwaiste(bestand: Bestand, ag: Arbeitsgruppe, am: date) -> Iterator[tuple[str, date, str]]:
    """What of the AG could not be dated so any more if it were closed on a day."""
    closed = ag.model_copy(update={"abschluss": Abschluss(am=am, beschluss=None, grund=None)})
    limit, before = grace_of(bestand, closed), grace_of(bestand, ag)
    found = list_spaetere(bestand, ag, limit) if limit < before else iter(())
    return ((ort.kennung, day, words) for ort, day, words in found if day <= before)
