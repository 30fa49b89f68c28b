"""What a finished file says of itself: its format, and where it comes from. Files are foreign: nothing is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from typing import NamedTuple

from netzint.dokumente import paket
from netzint.dokumente.arten import ALLE
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.herkunft import VORSATZ
from netzint.dokumente.xmltext import parse_teil
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import MONATE

GROESSTE = 40 * 2**20
"""Bytes of a file; netzint's own are far smaller."""
_VERSCHLUESSELT = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
_ENDE = 2048
"""Within so many bytes at its end a PDF says that this is its end."""
_ODT = b"application/vnd.oasis.opendocument.text"
_PAAR = re.compile(re.escape(VORSATZ) + r"([a-z]+)=((?:n1 (?=[0-9a-f]{64}))?[^\s;,<>()]{1,200})")
"""LibreOffice takes the colon out of ``n1:…`` when it saves a file of Word."""
_PRUEFSUMME = re.compile(r"Prüfsumme\s+(n1:[0-9a-f]{64})(?![0-9a-z])")
_VORGANG = re.compile(r"Vorgang\s+(v-[0-9a-f]{6,32})(?![0-9a-z])")
_TAG = re.compile(rf"\b(\d{{1,2}})\.\s+({'|'.join(MONATE)})\s+(\d{{4}})\b")
_NAME = re.compile(rf"({'|'.join(sorted(ALLE, key=len, reverse=True))})-([a-z0-9-]+?)(-oeffentlich)?\.[a-z]+")


class Ausweis(NamedTuple):
    """What a file says of itself. Everything may be missing, and everything may be a lie."""

    form: str
    """``pdf``, ``docx``, ``odt``, ``html`` or ``md``."""
    angaben: Mapping[str, str]
    """By name, as in its properties: ``art``, ``kennung``, ``datum``, ``vorgang``, ``pruefsumme``, …"""
    text: str = ""
    """Of a text file its text."""

    def get(self, name: str) -> str:
        """One of them, or ""."""
        return self.angaben.get(name, "")

    @property
    def is_oeffentlich(self) -> bool:
        """Whether it may be the form for the public."""
        return self.get("oeffentlich") == "ja" or (self.form == "md" and "öffentlich" in self.text.casefold())

    @property
    def tage(self) -> tuple[date, ...]:
        """The days that may be the document's own: the one in its properties, or those in its text, the last first."""
        try:
            return (date.fromisoformat(self.get("datum")),)
        except ValueError:
            return tuple(dict.fromkeys(reversed(list(_find_tage(self.text)))))


def read_ausweis(name: str, data: bytes) -> Ausweis:
    """The file ``name`` with these bytes. Raises NetzintFehler (wrong usage) for what is none of our formats."""
    if len(data) > GROESSTE:
        raise _refuse(name, f"ist größer als {GROESSTE // 2**20} MB; so groß ist kein Dokument von netzint.")
    if data.startswith(b"%PDF-"):
        return Ausweis("pdf", _read_pdf(name, data))
    if data.startswith(b"PK"):
        return _read_paket(name, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refuse(name, "ist weder PDF noch Word, ODT, HTML oder Markdown.") from None
    if re.match(r"\s*(<!doctype html|<html)", text, re.IGNORECASE):
        return Ausweis("html", _read_meta(text), text)
    if not name.casefold().endswith((".md", ".markdown", ".txt")) and not _PRUEFSUMME.search(text):
        raise _refuse(name, "ist weder PDF noch Word, ODT, HTML oder Markdown.")
    return Ausweis("md", _read_fuss(name, text), text)


def _read_pdf(name: str, data: bytes) -> dict[str, str]:
    """Without any pair the file is foreign, unless it only cannot be looked into."""
    found = _find_paare(data.decode("latin-1"))
    if not found and _VERSCHLUESSELT.search(data):
        raise _refuse(name, "ist verschlüsselt; woraus sie entstand, lässt sich nicht lesen.")
    if not found and b"%%EOF" not in data[-_ENDE:]:
        raise _refuse(name, "ist nicht vollständig: Das Ende des PDF fehlt.")
    return found


def _find_paare(text: str) -> dict[str, str]:
    return {name: value.replace("n1 ", "n1:") for name, value in _PAAR.findall(text)}


def _refuse(name: str, what: str) -> NetzintFehler:
    hinweis = "Prüfen lassen sich Dokumente, die netzint erzeugt hat: netzint dokument erzeugen KENNUNG"
    return NetzintFehler(f"Die Datei „{name}“ {what}", hinweis, Ausgang.AUFRUF)


def unpack(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of a package. Raises NetzintFehler (wrong usage) if it is damaged, closed or much too large."""
    try:
        return paket.unpack(data, GROESSTE)
    except VorlagenFehler as error:
        raise _refuse(name, f"lässt sich nicht lesen. {error.meldung}") from None


def parse_xml(name: str, data: bytes) -> object:
    """The root of an XML part; entities are not expanded, nothing is fetched. Raises NetzintFehler (wrong usage)."""
    try:
        return parse_teil(name, data)
    except VorlagenFehler as error:
        raise _refuse(name, f"lässt sich nicht lesen. {error.meldung}") from None


def _read_paket(name: str, data: bytes) -> Ausweis:
    parts = unpack(name, data)
    if "word/document.xml" in parts:
        return Ausweis("docx", _read_properties(name, parts.get("docProps/core.xml")))
    if parts.get("mimetype", b"").startswith(_ODT) and "content.xml" in parts:
        return Ausweis("odt", _read_properties(name, parts.get("meta.xml")))
    raise _refuse(name, "ist ein Paket, aber kein Dokument von Word oder LibreOffice Writer.")


def _read_properties(name: str, data: bytes | None) -> dict[str, str]:
    """Pairs in a line of keywords (Word, PDF) or as properties with names of their own (ODF)."""
    if data is None:
        return {}
    found: dict[str, str] = {}
    for node in parse_xml(name, data).iter():  # type: ignore[attr-defined]
        own = next((value for key, value in node.attrib.items() if key.endswith("}name")), "")
        if own.startswith(VORSATZ):
            found[own.removeprefix(VORSATZ)] = (node.text or "").strip()
        found |= _find_paare(node.text or "")
    return found


class _Meta(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "meta" and name.startswith(VORSATZ):
            self.found[name.removeprefix(VORSATZ)] = given.get("content") or ""


def _read_meta(text: str) -> dict[str, str]:
    parser = _Meta()
    parser.feed(text)
    parser.close()
    return parser.found


def _read_fuss(name: str, text: str) -> dict[str, str]:
    """Markdown has no properties: what stands in the foot, and what the name of the file says."""
    found = {}
    if match := _NAME.fullmatch(name.casefold()):
        found = {"art": match[1], "kennung": match[2]}
    for key, pattern in (("pruefsumme", _PRUEFSUMME), ("vorgang", _VORGANG)):
        if hits := pattern.findall(text):
            found[key] = hits[-1]
    return found


def _find_tage(text: str) -> Iterator[date]:
    for day, month, year in _TAG.findall(text):
        try:
            yield date(int(year), MONATE.index(month) + 1, int(day))
        except ValueError:
            continue
