"""The page as a whole: its sections in their order, and the file that the template makes of them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from netzint import __version__
from netzint.berichte.beschlusskontrolle import list_kontrolle
from netzint.dokumente.seite import arbeit, gremien
from netzint.dokumente.seite.abschnitt import Blick, Daten, split_long
from netzint.dokumente.seite.erklaerung import erklaerung
from netzint.dokumente.umgebung import to_plain
from netzint.modell.sprache import anzahl, datum
from netzint.recht.sitzungszeit import naechste_sitzung
from netzint.recht.zustaende import agstand

if TYPE_CHECKING:
    from jinja2 import Template

_STIL = "stil.css"
_INTERN = (arbeit.fristen, arbeit.aenderungen)
"""Sections for the office alone: they tell of what is not decided yet."""
_ALLE = (
    gremien.zusammensetzung, gremien.arbeitsgruppen, arbeit.empfehlungen, arbeit.umsetzung, arbeit.termine,
    *_INTERN, arbeit.bedarfe, gremien.abdeckung,
)  # fmt: skip


def write_seite(blick: Blick) -> bytes:
    """The HTML file. The same Bestand, day and view give the same bytes."""
    return _template().render(to_plain(build_seite(blick))).encode()


def build_seite(blick: Blick) -> Daten:
    """All that the template shows, as plain data."""
    netzwerk = blick.bestand.netzwerk
    return {
        "netzwerk": netzwerk.name if netzwerk else "Netzwerk",
        "stelle": netzwerk.geschaeftsstelle.name if netzwerk else "",
        "tag": datum(blick.tag),
        "iso": blick.tag.isoformat(),
        "oeffentlich": blick.oeffentlich,
        "beispieldaten": bool(netzwerk and netzwerk.beispieldaten),
        "kennwerte": _kennwerte(blick),
        "abschnitte": [make(blick) for make in _ALLE if not (blick.oeffentlich and make in _INTERN)],
        "erklaerung": erklaerung(netzwerk),
        "fassung": __version__,
        "stil": _read(_STIL),
    }


def _kennwerte(blick: Blick) -> list[Daten]:
    """The few numbers that everybody asks for first, each leading to its section."""
    bestand, tag = blick.bestand, blick.tag
    seats, taken = bestand.sitze(tag), bestand.ordentliche(tag)
    active = sum(agstand(ag, tag) == "aktiv" for ag in bestand.arbeitsgruppen.values())
    lights = [k.ampel for k in list_kontrolle(bestand, tag) if blick.may_name(k.empfehlung.kennung)]
    sitzung = naechste_sitzung(bestand, tag)
    when = f"in {anzahl((sitzung.datum - tag).days, 'Tag', 'Tagen')}" if sitzung else "noch keine"
    return [
        _kennwert("Sitze besetzt", f"{sum(s.kennung in taken for s in seats)} von {len(seats)}", "zusammensetzung"),
        _kennwert(f"Arbeitsgruppe{'' if active == 1 else 'n'} aktiv", str(active), "arbeitsgruppen"),
        _kennwert("Umsetzungen grün", f"{lights.count('gruen')} von {len(lights)}", "umsetzung"),
        _kennwert("Nächste Sitzung", "heute" if sitzung and sitzung.datum == tag else when, "termine"),
    ]


def _kennwert(name: str, wert: str, ziel: str) -> Daten:
    return {"name": name, "wert": wert, "ziel": ziel}


@cache
def _template() -> Template:
    """The page's own template: it comes with netzint, so data are all that has to be made harmless."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    umgebung = Environment(
        loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    umgebung.filters["trennbar"] = split_long
    return umgebung.get_template("seite.html.j2")


def _read(name: str) -> str:
    return (files("netzint") / "dokumente" / "seite" / "gestalt" / name).read_text(encoding="utf-8")
