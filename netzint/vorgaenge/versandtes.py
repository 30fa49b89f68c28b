"""Which Kennungen others have before them already, on paper or in their mail: those never change."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Eintrag, Nummeriert
from netzint.modell.sitzung import Sitzung
from netzint.modell.umlauf import Umlauf
from netzint.modell.verweise import iter_verweise
from netzint.vorgaenge.angaben import ablehnen

_TOPS = "tagesordnung"
_EINGELADEN = ("einladung", _TOPS, "gremium", "zweite_ladung_zu")
"""The fields of a Sitzung that its Einladung is made of."""


def refuse_versandte(bestand: Bestand, kennungen: Collection[str]) -> None:
    """Raise NetzintFehler if one of these, which are to be given anew, was sent. ``bestand``: the own state."""
    for entry, was in _iter_versandte(bestand):
        named = {entry.kennung, *_iter_genannte(entry)}
        for kennung in sorted(named.intersection(kennungen)):
            raise ablehnen(
                f"{kennung.upper()} ist zweimal vergeben: von Ihnen und von den anderen. Ihre Nummer steht schon in "
                f"{was}, und was versandt ist, bekommt keine neue Nummer.",
                "Es wurde nichts geändert. Den Versand zurücknehmen (netzint zuruecknehmen VORGANG --grund …; die "
                f"Nummer des Vorgangs zeigt: netzint verlauf {entry.kennung}), noch einmal „netzint abgleich“, dann "
                "mit der neuen Nummer versenden und den Empfängern sagen, dass sie die frühere ersetzt.",
            )


class Ueberholt(NamedTuple):
    """A Sitzung that one side has invited to meanwhile, while the other side changed what the Einladung says."""

    kennung: str
    satz: str


def find_ueberholte(basis: Bestand, eigene: Bestand, fremde: Bestand, zusammen: Bestand) -> Iterator[Ueberholt]:
    """The Sitzungen whose Einladung, new on one side, would not say any more what holds of both sides together."""
    for kennung, neu in sorted(zusammen.sitzungen.items()):
        for stand, satz in (
            (fremde, "Die anderen haben inzwischen zu {} eingeladen; Ihre Änderungen stehen nicht in der Einladung."),
            (eigene, "Sie haben zu {} eingeladen; was die anderen inzwischen geändert haben, steht nicht darin."),
        ):
            davor, alt = basis.sitzungen.get(kennung), stand.sitzungen.get(kennung)
            is_neu = alt is not None and alt.einladung and (davor is None or davor.einladung != alt.einladung)
            if alt is not None and is_neu and _list_gesagtes(alt) != _list_gesagtes(neu):
                yield Ueberholt(kennung, satz.format(kennung.upper()))
                break


def _list_gesagtes(sitzung: Sitzung) -> tuple[object, ...]:
    """What the Einladung tells; what is laid on the table comes later."""
    tops = [(top.nummer, top.titel) for top in sitzung.tagesordnung if not top.tischvorlage]
    return (sitzung.datum, sitzung.beginn, sitzung.ort, sitzung.form, sitzung.abgesagt, *tops)


def _iter_versandte(bestand: Bestand) -> Iterator[tuple[Eintrag, str]]:
    """The entries that went out, and as what."""
    for entry in bestand.iter_eintraege():
        if isinstance(entry, Nummeriert) and entry.entfallen is None and (was := _tell_versand(entry)):
            yield entry, was


def _tell_versand(entry: Nummeriert) -> str:
    name = entry.kennung.upper()
    if isinstance(entry, Sitzung):
        if entry.einladung or any(v.eingeladen for v in entry.verlegt):
            return f"der Einladung zu {name}"
        return f"der Niederschrift von {name}" if entry.niederschrift else ""
    if isinstance(entry, Umlauf):
        return f"dem Umlauf {name}"
    return f"der Weiterleitung von {name}" if isinstance(entry, Empfehlung) and entry.weiterleitungen else ""


def _iter_genannte(entry: Eintrag) -> Iterator[str]:
    """What it names; of a Sitzung that is not in the minutes yet only what stood in the Einladung."""
    if not isinstance(entry, Sitzung):
        yield from (found.ziel.partition("/")[0] for found in iter_verweise(entry))
        return
    ganz = entry.niederschrift is not None
    later = {nr for nr, top in enumerate(entry.tagesordnung) if top.tischvorlage and not ganz}
    for found in iter_verweise(entry):
        field, nr = (*found.feld, None)[:2]
        if ganz or (field in _EINGELADEN and "beschluesse" not in found.feld and not (field == _TOPS and nr in later)):
            yield found.ziel.partition("/")[0]
    for nr, top in enumerate(entry.tagesordnung):
        yield from (*top.bezug, top.kennung) if nr not in later else ()
