"""``netzint strategiegruppe``: the seats as a picture."""

from __future__ import annotations

from pathlib import Path

from netzint.cli.bericht_ausgabe import show_bericht, show_schritte
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel


def strategiegruppe(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die zwölf Sitze der Strategiegruppe als Bild zeigen."""
    from netzint.berichte import strategiegruppe as bericht

    frage = read(wurzel, stichtag, stand)
    result = bericht.sitze(frage.bestand, frage.stichtag)
    if form != Formatwahl.TEXT:
        show_bericht(result, form)
        return
    from netzint.cli.ausgabe import Farbig, Stil, screen_width, show
    from netzint.cli.sitzbild import draw

    show(Farbig(result.titel, Stil.STARK))
    for satz in result.saetze:
        show(satz)
    show()
    for zeile in draw(result.tabellen[0], screen_width()):
        show(*zeile)
    if result.schritte:
        show()
        show_schritte(result.schritte)
