"""``netzint dokument pruefen``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler


def pruefen(
    datei: Annotated[Path, typer.Argument(metavar="DATEI", help="Das Dokument: pdf, docx, odt, html oder md.")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> int:
    """Prüfen, ob ein Dokument genau so von netzint stammt, woraus es entstand und was daran geändert wurde.

    Ausgang 0: genau so erzeugt; 1: anders, oder die Angaben gibt es in keinem Stand. Durchsucht werden der
    Arbeitsordner, der Vorgang, den das Dokument nennt, und frühere Stände; --stand beginnt dort statt heute.
    """
    from netzint.berichte.dokumentpruefung import GENAU, dokumentpruefung
    from netzint.cli.nachweis import Datei, Suche, judge
    from netzint.dokumente.ausweis import read_ausweis

    data = _read(datei)
    gelesen = Datei(datei.name, data, read_ausweis(datei.name, data))
    suche = Suche(wurzel, read(wurzel, stichtag, stand), gelesen)
    suche.run()
    nachweis = judge(suche)
    show_bericht(dokumentpruefung(nachweis), form)
    return Ausgang.GUT if nachweis.ergebnis == GENAU else Ausgang.BEFUNDE


def _read(datei: Path) -> bytes:
    """The bytes; of a file that is much too large no more than tells that it is."""
    from netzint.dokumente.ausweis import GROESSTE
    from netzint.modell.umgebung import ursache

    try:
        with datei.open("rb") as stream:
            return stream.read(GROESSTE + 1)
    except OSError as error:
        text = f"Die Datei „{datei}“ ließ sich nicht lesen ({ursache(error)})."
        raise NetzintFehler(text, "Den Namen der Datei prüfen.", Ausgang.AUFRUF) from error
