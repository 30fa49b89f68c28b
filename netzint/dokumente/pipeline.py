"""The one way to a document: data and template → Markdown → tree → files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from netzint.dokumente.arten import ALLE
from netzint.dokumente.baum import Baum
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.felder import complete
from netzint.dokumente.html import write_html
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.md import write_md
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.umgebung import fill_in

Schreiber = Callable[[Baum, Kopf], bytes]

SCHREIBER: dict[str, Schreiber] = {
    "md": lambda baum, kopf: write_md(baum).encode(),  # noqa: ARG005 - every writer has the same form
    "html": lambda baum, kopf: write_html(baum, kopf).encode(),
}
"""File ending → writer."""


class Dokument(NamedTuple):
    """A finished document, one file per format."""

    art: str
    kennung: str
    titel: str
    dateien: dict[str, bytes]


def render(vorlagen: Mapping[str, str], art: str, daten: Mapping[str, Any], kopf: Kopf) -> Dokument:
    """Make one document of kind ``art`` (a key of ``arten.ALLE``) from plain data, in every format.

    ``vorlagen`` maps file names to texts. Optional variables may be left out of ``daten``. The same input gives the
    same bytes. Raises VorlagenFehler with template, line and remedy.
    """
    kind = ALLE[art]
    markdown = fill_in(vorlagen, kind.vorlage, complete(kind.felder, daten))
    try:
        baum = parse_baum(markdown)
        titel = arrange(baum).titel
    except VorlagenFehler as error:
        raise error.at(kind.vorlage, 0) from None
    return Dokument(art, kopf.kennung, titel, {ending: write(baum, kopf) for ending, write in SCHREIBER.items()})
