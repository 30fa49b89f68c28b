"""``netzint lage``."""

from __future__ import annotations

from pathlib import Path

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel


def lage(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Zeigen, was heute wichtig ist, und die nächsten Schritte.

    Auf einem Bildschirm, das Dringendste zuerst. Ungekürzt steht es in „netzint fristen“ und in „--format json“.
    """
    from netzint.ablage.abgleich.stand import tell_stand
    from netzint.berichte.lage import lage as make
    from netzint.cli.einrichten import remind
    from netzint.vorgaenge.sitzung_abgleich import count_nachtraege

    frage = read(wurzel, stichtag, stand)
    nachtraege = count_nachtraege(frage.bestand, frage.stichtag)
    bericht = make(frage.bestand, frage.stichtag, nachtraege)
    abgleich = "" if stand else tell_stand(wurzel)
    show_bericht(bericht._replace(saetze=(*bericht.saetze, *filter(None, [abgleich]))), form)
    remind(wurzel)
