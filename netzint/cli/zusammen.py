"""``netzint pruefen --zusammen A B``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.ausgabe import show_nebenbei
from netzint.cli.befunde_ausgabe import Pruefung, count, show_pruefung
from netzint.cli.optionen import Pruefformatwahl, resolve_zeit
from netzint.cli.rendern import check_vorlagen
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang, NetzintFehler

Zusammen = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--zusammen",
        metavar="A B",
        show_default=False,
        help="Zwei Stände (REV) zusammengeführt prüfen: was jeder für sich erfüllt und beide zusammen verletzen.",
    ),
]
"""Write ``zusammen: Zusammen = None``."""


def refuse_neben_zusammen(*andere: str) -> None:
    """Two states brought together are neither one of the past nor to be compared with a third."""
    if any(andere):
        text = "--zusammen nennt schon beide Stände; --stand und --gegen gelten dabei nicht."
        raise NetzintFehler(text, "Beispiel: netzint pruefen --zusammen main zweig", Ausgang.AUFRUF)


def pruefe_zusammen(
    wurzel: Path, staende: tuple[str, str], stichtag: str, form: Pruefformatwahl, *, streng: bool
) -> int:
    """Merge in memory, judge the whole, and show what neither of the two has alone."""
    from netzint.ablage.zusammen import check_zusammen

    eine, andere = (resolve_zeit(wurzel, stichtag, stand) for stand in staende)
    tag = max(eine.stichtag, andere.stichtag)
    result = check_zusammen(wurzel, eine.commit, andere.commit, tag, check_vorlagen)
    baum = result.ergebnis.stand_oid or ""
    pruefung = Pruefung(result.neue, result.ergebnis.dateien, tag, baum, streng=streng)
    show_pruefung(pruefung, form, result.ergebnis.lines)
    found = count(result.neue)
    _tell(staende, result.strittig, found[Schwere.FEHLER] - result.strittig, result.bekannte)
    return Ausgang.BEFUNDE if found[Schwere.FEHLER] or (streng and found[Schwere.WARNUNG]) else Ausgang.GUT


def _tell(staende: tuple[str, str], strittig: int, neue: int, bekannte: int) -> None:
    """The answer in a sentence, beside what machines read."""
    from netzint.modell.sprache import anzahl

    eine, andere = staende
    if strittig:
        stellen = anzahl(strittig, "Stelle", "Stellen")
        show_nebenbei(f"„{eine}“ und „{andere}“ lassen sich so nicht zusammenführen: {stellen} zu klären.")
    if neue:
        show_nebenbei(f"Jeder Stand für sich hat das nicht, beide zusammen schon: {anzahl(neue, 'Fehler', 'Fehler')}.")
    if not strittig and not neue:
        show_nebenbei(f"„{eine}“ und „{andere}“ passen zusammen.")
    if bekannte:
        befunde = anzahl(bekannte, "Befund hat", "Befunde haben")
        show_nebenbei(f"{befunde} schon die Stände für sich; sie zeigt: netzint pruefen --stand REV")
