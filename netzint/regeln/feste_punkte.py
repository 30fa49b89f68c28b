"""The fixed items of a Tagesordnung of the Strategiegruppe, at its beginning and at its end."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import erfasst_ab


@regel("S405", Schwere.HINWEIS)
def feste_punkte_fehlen(bestand: Bestand) -> Verstoesse:
    """Der Strategiegruppe fehlt die Tagesordnung oder darauf ein fester Punkt, oder er steht nicht an seinem Platz.

    Warum: Am Anfang stehen Begrüßung mit Feststellung der Ladung und der Beschlussfähigkeit, die Genehmigung der
    Tagesordnung und die Genehmigung der letzten Niederschrift, am Ende Verschiedenes und die nächsten Termine.

    Beispiel: Der erste TOP ist schon eine Beschlussvorlage.

    Abhilfe: Den Punkt ergänzen oder umstellen.
    """
    start, was_held = erfasst_ab(bestand), False
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if sitzung.datum >= start and not (sitzung.abgesagt or sitzung.entfallen):
            for text, word in _missing(sitzung, has_minutes=was_held):
                yield verstoss(sitzung.an("tagesordnung"), text, word)
        was_held = was_held or sitzung.zustand == "durchgefuehrt"


def _missing(sitzung: Sitzung, *, has_minutes: bool) -> Iterator[tuple[str, str]]:
    """What is missing, and the word by which it is known."""
    if not sitzung.tagesordnung:
        if sitzung.einladung:
            yield f"Zu {sitzung.kennung} ist eingeladen, eine Tagesordnung steht aber nicht da", ""
        return
    for where, word, at in _fixed([top.titel.lower() for top in sitzung.tagesordnung], has_minutes=has_minutes):
        if word not in at:
            yield f"Auf der Tagesordnung von {sitzung.kennung} fehlt {where} der feste Punkt mit „{word.title()}“", word


def _fixed(titles: list[str], *, has_minutes: bool) -> Iterator[tuple[str, str, str]]:
    """Where a fixed item belongs, the word by which it is known, and what stands there."""
    yield "an erster Stelle", "begrüßung", titles[0]
    yield "am Anfang", "tagesordnung", " ".join(titles[:3])
    if has_minutes:
        yield "am Anfang", "niederschrift", " ".join(titles[:4])
    yield "am Ende", "verschiedenes", " ".join(titles[-2:])


REGELN: tuple[Regel, ...] = (feste_punkte_fehlen,)
