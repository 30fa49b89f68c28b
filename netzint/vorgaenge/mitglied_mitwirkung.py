"""What somebody took part in, or was not asked to: a Mandat cannot end before the one or reach back over the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.mitglied import Mitglied
from netzint.modell.sprache import datum
from netzint.regeln.tage import day_before
from netzint.vorgaenge.angaben import ablehnen


def check_mitwirkung(bestand: Bestand, kennung: str, gremium: str, bis: date) -> None:
    """Raises NetzintFehler if somebody took part in what the Gremium did after the last day that is asked for."""
    later = sorted(_list_mitwirkung(bestand, kennung, gremium, bis))
    if not later:
        return
    tag, what = later[-1]
    raise ablehnen(
        f"Das Mandat von {kennung} kann nicht am {datum(bis)} enden: am {datum(tag)} {what}.",
        f"Das Mandat frühestens am {datum(tag)} enden lassen (ein späteres --zum, --bis oder --ab), "
        "oder zuerst berichtigen, was dort festgehalten ist.",
    )


def check_vorher(bestand: Bestand, person: Mitglied, gremium: str, alt: date, von: date) -> None:
    """Raises NetzintFehler if somebody took part before the first day that is asked for, and in no other Mandat."""
    held = [m for m in person.mandate if m.gremium == gremium]
    known = sorted(_list_mitwirkung(bestand, person.kennung, gremium, day_before(alt)))
    for tag, what in known:
        if tag < von and not any(m.gilt_am(tag) for m in held):
            raise ablehnen(
                f"Das Mandat von {person.kennung} kann nicht erst am {datum(von)} beginnen: am {datum(tag)} {what}.",
                f"Ein --ab bis zum {datum(tag)} angeben, oder zuerst berichtigen, was dort festgehalten ist.",
            )


def check_ladung(bestand: Bestand, kennung: str, von: date, bis: date | None) -> None:
    """Raises NetzintFehler if a Sitzung was held to which this ordentliche Mitglied would have had to be invited."""
    for sitzung in reversed(bestand.sitzungen_von(STRATEGIEGRUPPE)):
        invited = sitzung.einladung
        if sitzung.zustand != "durchgefuehrt" or invited is None or not invited.verteiler:
            continue
        there = {name for a in sitzung.anwesend for name in (a.mitglied, a.fuer)}
        known = kennung in there or kennung in {*invited.verteiler, *sitzung.entschuldigt}
        if von <= invited.versandt and (bis is None or sitzung.datum <= bis) and not known:
            raise ablehnen(
                f"Das Mandat kann nicht am {datum(von)} beginnen: am {datum(invited.versandt)} wurde zur Sitzung "
                f"{sitzung.kennung.upper()} ohne diese Person eingeladen, und sie ist gehalten.",
                f"Mit --ab einen Tag nach dem {datum(invited.versandt)} angeben.",
            )


def _list_mitwirkung(bestand: Bestand, kennung: str, gremium: str, bis: date) -> Iterator[tuple[date, str]]:
    for sitzung in bestand.sitzungen_von(gremium):
        there = {name for a in sitzung.anwesend for name in (a.mitglied, a.fuer)} | {*sitzung.entschuldigt}
        if sitzung.datum > bis and sitzung.zustand == "durchgefuehrt" and kennung in there | {sitzung.leitung}:
            yield sitzung.datum, f"war die Sitzung {sitzung.kennung.upper()} mit dieser Person"
    for umlauf in bestand.umlaeufe.values() if gremium == STRATEGIEGRUPPE else ():
        if umlauf.versandt > bis and kennung in umlauf.verteiler and not umlauf.entfallen:
            yield umlauf.versandt, f"ging der Umlauf {umlauf.kennung.upper()} auch an diese Person"
