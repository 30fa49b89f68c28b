"""``netzint pruefen``. Nothing slow is imported here: an unchanged repository is answered from the cache."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.befunde_ausgabe import Pruefung, count, show_pruefung
from netzint.cli.optionen import Pruefformat, Pruefformatwahl, Stand, Stichtag, Streng, Wurzel, resolve_zeit
from netzint.cli.rendern import check_vorlagen
from netzint.cli.zusammen import Zusammen, pruefe_zusammen, refuse_neben_zusammen
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from netzint.ablage.lesen.pruefung import Ergebnis

Gegen = Annotated[
    str,
    typer.Option(
        "--gegen", metavar="BASIS", show_default=False,
        help="Mit dem letzten gemeinsamen Stand mit BASIS (Zweig, Commit, Tag) vergleichen: Nur Neues führt zum "
        "Ausgang 1.",
    ),
]  # fmt: skip


def pruefen(
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    gegen: Gegen = "",
    zusammen: Zusammen = None,
    form: Pruefformat = Pruefformatwahl.TEXT,
    streng: Streng = False,
) -> int:
    """Alle Daten und Vorlagen prüfen.

    Mit --gegen BASIS wird beurteilt, was seit dem gemeinsamen Stand dazugekommen ist, zum Beispiel durch einen Pull
    Request: Alte Befunde stehen getrennt und zählen nicht; Regeln mit N melden, was nachträglich geändert wurde. Für
    andere Programme: github (Anmerkungen), sarif, junit, codequality (GitLab).
    """
    from netzint.ablage.lesen.pruefung import check
    from netzint.cli.lesen import tell_journal

    tell_journal(wurzel)
    if zusammen:
        refuse_neben_zusammen(stand, gegen)
        return pruefe_zusammen(wurzel, zusammen, stichtag, form, streng=streng)
    zeit = resolve_zeit(wurzel, stichtag, stand)
    result = check(wurzel, zeit.stichtag, zeit.commit or None, weitere=check_vorlagen)
    pruefung = Pruefung(result.befunde, result.dateien, zeit.stichtag, zeit.commit, streng=streng)
    if gegen:
        pruefung = _compare(wurzel, gegen, result, pruefung)
    show_pruefung(pruefung, form, result.lines)
    return judge(pruefung)


def _compare(wurzel: Path, gegen: str, result: Ergebnis, pruefung: Pruefung) -> Pruefung:
    from netzint.ablage.gegen.pruefung import check_gegen
    from netzint.cli.befunde_gegen import Gegen

    found = check_gegen(wurzel, gegen, result, weitere=check_vorlagen)
    neu, told = tuple(n.neu for n in found.befunde), tuple(n.aenderung for n in found.befunde)
    beside = Gegen(gegen, found.basis.commit, neu, told, found.behoben)
    return pruefung._replace(befunde=tuple(n.befund for n in found.befunde), gegen=beside)


def judge(pruefung: Pruefung) -> Ausgang:
    """The exit code; with a comparison only what is new counts."""
    gegen = pruefung.gegen
    counted = [b for nr, b in enumerate(pruefung.befunde) if gegen is None or gegen.neu[nr]]
    found = count(counted)
    fails = found[Schwere.FEHLER] or (pruefung.streng and found[Schwere.WARNUNG])
    return Ausgang.BEFUNDE if fails else Ausgang.GUT
