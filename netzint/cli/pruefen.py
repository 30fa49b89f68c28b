"""``netzint pruefen``. Nothing slow is imported here: an unchanged repository is answered from the cache."""

from __future__ import annotations

from pathlib import Path

from netzint.cli.befunde_ausgabe import Pruefung, count, show_pruefung
from netzint.cli.optionen import Pruefformat, Pruefformatwahl, Stand, Stichtag, Streng, Wurzel, resolve_zeit
from netzint.cli.rendern import check_vorlagen
from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang


def pruefen(
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Pruefformat = Pruefformatwahl.TEXT,
    streng: Streng = False,
) -> int:
    """Alle Daten und Vorlagen prüfen."""
    from netzint.ablage.lesen.pruefung import check
    from netzint.cli.lesen import tell_journal

    tell_journal(wurzel)
    zeit = resolve_zeit(wurzel, stichtag, stand)
    result = check(wurzel, zeit.stichtag, zeit.commit or None, weitere=check_vorlagen)
    pruefung = Pruefung(result.befunde, result.dateien, zeit.stichtag, zeit.commit)
    show_pruefung(pruefung, form, result.lines)
    found = count(result.befunde)
    return Ausgang.BEFUNDE if found[Schwere.FEHLER] or (streng and found[Schwere.WARNUNG]) else Ausgang.GUT
