"""T2: of each Bedarf it is known who reported it, when, and what became of it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from netzint.modell.bedarf import Bedarf
from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.bestand import Bestand
from netzint.recht.fristen import is_alter_bedarf
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


@regel("T201", Schwere.FEHLER, "R23", je="bedarf")
def bedarf_geht_rueckwaerts(bestand: Bestand) -> Verstoesse:
    """Ein Bedarf wurde zugeordnet oder erledigt, bevor er gemeldet war.

    Warum: „bestehende Bedarfe im Integrationsbereich möglichst frühzeitig zu eruieren“ (Hintergrund des Netzwerks
    Integration): Erst wird gemeldet, dann zugeordnet, dann erledigt; daran misst sich, wie früh.

    Beispiel: gemeldet: {am: 2026-05-04, …} und erledigt: {am: 2026-03-12, …}

    Abhilfe: Eines der Daten berichtigen.
    """
    for bedarf in bestand.bedarfe.values():
        for (_, before), (feld, day) in pairwise(_steps(bedarf)):
            if day < before:
                text = f"{bedarf.kennung} ist am {deutsch(day)} {feld[0]}, der Schritt davor ist vom {deutsch(before)}"
                yield verstoss(bedarf.an(*feld), text)


def _steps(bedarf: Bedarf) -> list[tuple[Feldpfad, date]]:
    steps: list[tuple[Feldpfad, date]] = [(("gemeldet", "am"), bedarf.gemeldet.am)]
    if bedarf.zugeordnet:
        steps.append((("zugeordnet", "am"), bedarf.zugeordnet.am))
    if bedarf.erledigt:
        steps.append((("erledigt", "am"), bedarf.erledigt.am))
    return steps


@regel("T202", Schwere.FEHLER, "R23", je="bedarf")
def abgegebener_bedarf_ohne_empfaenger(bestand: Bestand) -> Verstoesse:
    """Ein Bedarf ist abgegeben, aber es steht nicht da, an wen.

    Warum: Zu jedem Bedarf soll sich zeigen lassen, was aus ihm wurde; „abgegeben“ allein sagt das nicht.

    Beispiel: erledigt: {am: 2026-03-12, art: abgegeben}

    Abhilfe: Unter „an“ die Stelle nennen.
    """
    for bedarf in bestand.bedarfe.values():
        if bedarf.erledigt and bedarf.erledigt.art == "abgegeben" and bedarf.erledigt.an is None:
            yield verstoss(bedarf.an("erledigt"), f"{bedarf.kennung} ist abgegeben; „an“ fehlt")


@regel("T203", Schwere.HINWEIS, "R23", je="bedarf")
def bedarf_ist_lange_offen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Ein Bedarf ist am Stichtag lange gemeldet und noch keinem Thema zugeordnet.

    Warum: „bestehende Bedarfe im Integrationsbereich möglichst frühzeitig zu eruieren“ (Hintergrund des Netzwerks
    Integration). Ab wann ein offener Bedarf alt ist, steht in der Geschäftsordnung unter „fristen.bedarf_alt“.

    Beispiel: Am 03.03.2026 gemeldet, am 22.11.2026 weder „zugeordnet“ noch „erledigt“.

    Abhilfe: Den Bedarf einem Thema zuordnen (netzint bedarf zuordnen), oder eintragen, was aus ihm wurde (netzint
    bedarf erledigen).
    """
    fassung = bestand.fassung(stichtag)
    for bedarf in bestand.bedarfe.values() if fassung else ():
        is_open = not (bedarf.zugeordnet or bedarf.erledigt or bedarf.entfallen)
        if fassung and is_open and is_alter_bedarf(bedarf.gemeldet.am, stichtag, fassung.fristen):
            age = (stichtag - bedarf.gemeldet.am).days
            text = f"{bedarf.kennung} ist seit {deutsch(bedarf.gemeldet.am)} offen, das sind {age} Tage"
            yield verstoss(bedarf.an("gemeldet", "am"), text)


REGELN: tuple[Regel, ...] = (
    bedarf_geht_rueckwaerts,
    abgegebener_bedarf_ohne_empfaenger,
    bedarf_ist_lange_offen,
)
