"""``netzint bericht``: the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import show, show_nebenbei
from netzint.cli.kalender import check_datei
from netzint.cli.lesen import read
from netzint.cli.optionen import Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.cli.lesen import Frage
    from netzint.dokumente.seite.abschnitt import Blick
    from netzint.modell.bestand import Bestand
    from netzint.modell.sitzung import Sitzung

DATEI, DATEI_OEFFENTLICH = "bericht.html", "bericht-oeffentlich.html"


def bericht(
    *,
    wurzel: Wurzel = Path(),
    oeffentlich: Annotated[
        bool, typer.Option("--oeffentlich", help="Weglassen, was nicht als öffentlich gekennzeichnet ist.")
    ] = False,
    nach: Annotated[
        Path | None,
        typer.Option("--nach", metavar="DATEI", show_default=False, help="Die Zieldatei; sonst in ausgabe/."),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """Die Seite mit Bildern und Tabellen zum Stand des Netzwerks schreiben.

    Eine einzige Datei, die jeder Browser ohne Internet zeigt und druckt: Sitze, Arbeitsgruppen, Empfehlungen mit
    Ampel, Termine, Fristen, Änderungen seit der letzten Sitzung, Bedarfe, Integrationsbeauftragte, und die Erklärung
    zur Barrierefreiheit aus daten/netzwerk.yaml.

    Mit --oeffentlich fehlen Fristen und Änderungen, die Namen von Personen ohne „oeffentlich: ja“, die Titel
    nichtöffentlicher Punkte und die Empfehlungen, über die nicht öffentlich beraten wurde.
    """
    from netzint.ablage.ausgabe import ORDNER, write_dokumente
    from netzint.dokumente.seite.seite import write_seite

    check_datei(nach, DATEI)
    data = write_seite(_look(wurzel, read(wurzel, stichtag, stand), stand, oeffentlich=oeffentlich))
    target = nach or wurzel / ORDNER / (DATEI_OEFFENTLICH if oeffentlich else DATEI)
    _, problem = write_dokumente(target.parent, {target.name: data}, gewaehlt=nach is not None)
    if problem:
        raise NetzintFehler(
            problem, "Platz und Schreibrechte prüfen, oder mit --nach eine andere Datei nennen.", Ausgang.UMGEBUNG
        )
    show(str(nach) if nach else f"{ORDNER}/{target.name}")


def _look(wurzel: Path, frage: Frage, stand: str, *, oeffentlich: bool) -> Blick:
    from netzint.berichte.aenderungen import letzte_sitzung
    from netzint.dokumente.seite.abschnitt import look
    from netzint.vorgaenge.sitzung_abgleich import count_nachtraege

    bestand, tag = frage.bestand, frage.stichtag
    if oeffentlich:
        _tell_erklaerung(bestand)
        return look(bestand, tag, oeffentlich=True)
    seit = letzte_sitzung(bestand, tag)
    davor = _read_davor(wurzel, seit, stand) if seit else None
    return look(bestand, tag, nachtraege=count_nachtraege(bestand, tag), seit=seit, davor=davor)


def _read_davor(wurzel: Path, seit: Sitzung, stand: str) -> Bestand | None:
    """What was recorded when the last Sitzung ended; None if nothing was, or if an earlier Stand is shown."""
    from netzint.ablage import gitlesen
    from netzint.ablage.lesen.bestand import read_bestand

    try:
        commit = gitlesen.resolve_stand(wurzel, seit.datum.isoformat())
    except NetzintFehler:
        return None
    earlier = stand and gitlesen.committer_date(wurzel, gitlesen.resolve_stand(wurzel, stand)) < seit.datum
    return None if earlier else read_bestand(wurzel, stand=commit).bestand


def _tell_erklaerung(bestand: Bestand) -> None:
    if bestand.netzwerk is None or bestand.netzwerk.barrierefreiheit is None:
        show_nebenbei(
            "Für die Öffentlichkeit fehlt die Erklärung zur Barrierefreiheit: barrierefreiheit in daten/netzwerk.yaml."
        )
