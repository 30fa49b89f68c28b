"""The one way to a document: data and template → Markdown → tree → files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from netzint.dokumente.anker import resolve
from netzint.dokumente.arten import MIT_VORLAGE
from netzint.dokumente.baum import Baum
from netzint.dokumente.briefbogen import BRIEFBOGEN, ENDUNGEN
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.felder import complete
from netzint.dokumente.html import write_html
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.md import write_md
from netzint.dokumente.ordnung import Ordnung, append_teile, arrange
from netzint.dokumente.umgebung import fill_in
from netzint.recht.siegel import pruefsumme

ENDUNG = ".j2"


class Vorlagen(NamedTuple):
    """What the office's documents are made from: the files of ``vorlagen/`` by name."""

    texte: Mapping[str, str]
    """Templates."""
    briefbogen: Mapping[str, bytes]
    """Letterheads of word processors, like ``brief.docx``."""

    @classmethod
    def decode(cls, dateien: Mapping[str, bytes]) -> Vorlagen:
        """The files as they were read. What is not UTF-8 is said where a template is read."""
        texte = {name: data.decode("utf-8-sig", "replace") for name, data in dateien.items() if name.endswith(ENDUNG)}
        return cls(texte, {name: data for name, data in dateien.items() if name.casefold().endswith(ENDUNGEN)})


def _write_pdf(satz: Satz) -> bytes:
    from netzint.dokumente.pdf import write_pdf

    return write_pdf(satz)


def _write_docx(satz: Satz) -> bytes:
    from netzint.dokumente.docx import write_docx

    return write_docx(satz)


def _write_odt(satz: Satz) -> bytes:
    from netzint.dokumente.odt import write_odt

    return write_odt(satz)


SCHREIBER: dict[str, Callable[[Satz], bytes]] = {
    "md": lambda satz: satz.markdown.encode(),
    "html": lambda satz: write_html(satz.baum, satz.kopf).encode(),
    "pdf": _write_pdf,
    "docx": _write_docx,
    "odt": _write_odt,
}
"""File ending → writer."""
NEBENHER = frozenset({"pdf"})
"""Formats whose writer leaves the interpreter to others while it computes."""
STANDARD = ("md", "html")
"""The formats that are made where nobody asks for others."""
UEBLICH = ("pdf", "docx", "html", "md")
"""The formats that an office gets of each document, unless its netzwerk.yaml names others."""


class Teil(NamedTuple):
    """A document that stands in another one, from a new page on."""

    art: str
    daten: Mapping[str, Any]


class Dokument(NamedTuple):
    """A finished document, one file per format."""

    art: str
    kennung: str
    titel: str
    dateien: dict[str, bytes]


def render(
    vorlagen: Vorlagen,
    art: str,
    daten: Mapping[str, Any],
    kopf: Kopf,
    formate: Collection[str] = (),
    teile: Sequence[Teil] = (),
) -> Dokument:
    """Make one document from plain data, in these formats or the usual ones.

    ``art`` is a key of ``arten.MIT_VORLAGE``. ``teile`` stand behind it, numbered, without letterhead and foot of their
    own. Optional variables may be left out of ``daten``. The same input gives the same bytes. Raises VorlagenFehler
    with template, line and remedy.
    """
    satz, titel = compose(vorlagen, art, daten, kopf, teile)
    return Dokument(art, kopf.kennung, titel, {form: write(satz, form) for form in formate or STANDARD})


def compose(
    vorlagen: Vorlagen, art: str, daten: Mapping[str, Any], kopf: Kopf, teile: Sequence[Teil] = ()
) -> tuple[Satz, str]:
    """The first half of ``render``: the document on its way to its writers, and its title."""
    baum, ordnung = _set(vorlagen, art, daten)
    if teile:
        rumpf = [_set(vorlagen, teil.art, teil.daten)[1].rumpf for teil in teile]
        baum = append_teile(baum, ordnung, rumpf)
    baum = resolve(baum)
    return Satz(baum, kopf, write_md(baum), vorlagen.briefbogen), ordnung.titel


def write(satz: Satz, form: str) -> bytes:
    """The second half of ``render``: the file in one format."""
    return SCHREIBER[form](_name_briefbogen(satz, form))


def _name_briefbogen(satz: Satz, form: str) -> Satz:
    """With the digest of the letterhead, if there is one: another letterhead makes another file of the same words."""
    data = satz.briefbogen.get(BRIEFBOGEN.get(form, ""))
    return satz if data is None else satz._replace(kopf=satz.kopf._replace(briefbogen=pruefsumme(data)))


def _set(vorlagen: Vorlagen, art: str, daten: Mapping[str, Any]) -> tuple[Baum, Ordnung]:
    """The tree of one document, and its parts."""
    kind = MIT_VORLAGE[art]
    complete_daten = complete(kind.felder, daten)
    markdown = fill_in(vorlagen.texte, kind.vorlage, complete_daten)
    try:
        baum = parse_baum(markdown)
        return baum, arrange(baum)
    except VorlagenFehler as error:
        from netzint.dokumente.fundzeile import locate

        raise locate(error, vorlagen.texte, kind.vorlage, complete_daten) from None
