"""What somebody took part in: a Mandat cannot end before that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import datum
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


def _list_mitwirkung(bestand: Bestand, kennung: str, gremium: str, bis: date) -> Iterator[tuple[date, str]]:
    for sitzung in bestand.sitzungen_von(gremium):
        there = {name for a in sitzung.anwesend for name in (a.mitglied, a.fuer)} | {*sitzung.entschuldigt}
        if sitzung.datum > bis and kennung in there | {sitzung.leitung}:
            yield sitzung.datum, f"war die Sitzung {sitzung.kennung.upper()} mit dieser Person"
    for umlauf in bestand.umlaeufe.values() if gremium == STRATEGIEGRUPPE else ():
        if umlauf.versandt > bis and kennung in umlauf.verteiler and not umlauf.entfallen:
            yield umlauf.versandt, f"ging der Umlauf {umlauf.kennung.upper()} auch an diese Person"
