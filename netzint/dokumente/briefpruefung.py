"""Whether a letterhead may be used: it comes from anybody's pull request, so it is looked at before it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from netzint.dokumente.briefbogen import REMEDY, is_mitgeliefert
from netzint.dokumente.docx_pruefung import check_docx
from netzint.dokumente.fehler import (
    OFFICE_BILD,
    OFFICE_FEHLT,
    OFFICE_FELD,
    VorlagenFehler,
)
from netzint.dokumente.odt_pruefung import check_odt
from netzint.dokumente.paket import unpack

_NEBENBEI = frozenset({OFFICE_FELD, OFFICE_BILD})
"""What may be better, but hinders no letter."""


def check_briefbogen(name: str, data: bytes) -> Iterator[VorlagenFehler]:
    """Everything that is wrong with it, with its name. Nothing in it is run; all is read within limits."""
    try:
        teile = unpack(data)
        for error in check_docx(data, teile) if name.endswith(".docx") else check_odt(teile):
            yield error.at(name, 0)
    except VorlagenFehler as error:
        yield error.at(name, 0)


def open_briefbogen(name: str, briefbogen: Mapping[str, bytes]) -> bytes:
    """The bytes of a letterhead that may be used. Raises VorlagenFehler if it is missing, or not fit.

    One as it is shipped is known to be fit.
    """
    if name not in briefbogen:
        raise VorlagenFehler(OFFICE_FEHLT, f"Der Briefbogen „{name}“ fehlt im Ordner vorlagen/.", REMEDY)
    data = briefbogen[name]
    found = None if is_mitgeliefert(data) else _find_fehler(name, data)
    if found:
        raise VorlagenFehler(*found)
    return data


@lru_cache(maxsize=4)
def _find_fehler(name: str, data: bytes) -> tuple[str, str, str, str] | None:
    serious = (error for error in check_briefbogen(name, data) if error.code not in _NEBENBEI)
    return next(((error.code, error.meldung, error.hinweis, error.vorlage) for error in serious), None)
