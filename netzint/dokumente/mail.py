"""A mail draft as an ``.eml`` file (RFC 5322, MIME): text, HTML, calendar, attachments. Nothing is ever sent from here.

The parts are built by ``MIMEMultipart`` and ``Header``: ``EmailMessage`` corrupts long German subjects (Python 3.11 to
3.13). Boundaries, Message-ID and Date come from the content, so the same draft is the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from email import charset
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from typing import NamedTuple

from netzint.berichte.empfaenger import Empfaenger
from netzint.dokumente.mailtext import Mailtext
from netzint.dokumente.zeichen import eine_zeile

_POLICY = compat32.clone(linesep="\r\n", mangle_from_=False)
_VERSAND = time(8, tzinfo=UTC)
"""A draft carries the day of its data; the mail program puts the real time in its place when it sends."""
_JE_WORT = 45
"""Bytes that fit into one encoded word of at most 75 characters, whichever way it is encoded."""
_SCHLICHT = re.compile(r"[A-Za-z0-9 .-]+")


class Anlage(NamedTuple):
    """An attached file; its name is ASCII."""

    name: str
    inhalt: bytes
    typ: str = "application/pdf"


class Kalenderteil(NamedTuple):
    """A date that mail programs offer to take over."""

    methode: str
    inhalt: bytes


class Entwurf(NamedTuple):
    """A draft."""

    kennung: str
    anlass: str
    tag: date
    inhalt: Mailtext
    empfaenger: tuple[Empfaenger, ...]
    verdeckt: bool
    """Whether nobody may see who else gets it."""
    kalender: Kalenderteil | None
    anlagen: tuple[Anlage, ...]

    @property
    def name(self) -> str:
        """The file it goes into."""
        return f"mail-{self.anlass}-{self.kennung}.eml"

    @property
    def offene(self) -> tuple[Empfaenger, ...]:
        """Who stands in „An“."""
        return () if self.verdeckt else tuple(p for p in self.empfaenger if p.e_mail and p.offen)

    @property
    def verdeckte(self) -> tuple[Empfaenger, ...]:
        """Who stands in „Bcc“."""
        return tuple(p for p in self.empfaenger if p.e_mail and (self.verdeckt or not p.offen))

    @property
    def ohne_adresse(self) -> tuple[Empfaenger, ...]:
        """Whom it cannot reach."""
        return tuple(p for p in self.empfaenger if not p.e_mail)


class Absender(NamedTuple):
    """The office."""

    name: str
    e_mail: str


def write_mail(absender: Absender, entwurf: Entwurf) -> bytes:
    """The file. Whatever stands in the data, it has the headers named here and no others."""
    digest = hashlib.sha256(repr((absender, entwurf)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    message = MIMEMultipart("mixed", boundary=_boundary("mixed", digest))
    own = Empfaenger("", absender.name, "", absender.e_mail, offen=True)
    to = entwurf.offene or ((own,) if entwurf.verdeckte else ())
    message["Subject"] = _header("Subject", entwurf.inhalt.betreff)  # type: ignore[assignment]  # typeshed: str only
    message["From"] = _addresses((own,))
    for name, people in (("To", to), ("Bcc", entwurf.verdeckte)):
        if people:
            message[name] = _addresses(people)
    message["Date"] = format_datetime(datetime.combine(entwurf.tag, _VERSAND))
    message["Message-ID"] = f"<{entwurf.anlass}.{digest}@{absender.e_mail.rpartition('@')[2]}>"
    message["Content-Language"] = "de"
    message["X-Unsent"] = "1"
    message.attach(_body(entwurf, digest))
    for anlage in entwurf.anlagen:
        message.attach(_attachment(anlage))
    return message.as_bytes(policy=_POLICY)


def _boundary(part: str, digest: str) -> str:
    """``=_`` occurs in no encoded part, so no content can end it."""
    return f"=_netzint_{part}_{digest}"


def _body(entwurf: Entwurf, digest: str) -> MIMEMultipart:
    """The same said three times; the last one a program understands is the best."""
    body = MIMEMultipart("alternative", boundary=_boundary("alternative", digest))
    body.attach(_text(entwurf.inhalt.text, "plain"))
    body.attach(_text(entwurf.inhalt.html, "html"))
    if entwurf.kalender is not None:
        part = MIMEBase("text", "calendar", charset="utf-8", method=entwurf.kalender.methode)
        body.attach(_fill(part, entwurf.kalender.inhalt))
    del body["MIME-Version"]
    return body


def _text(text: str, subtype: str) -> MIMEText:
    readable = charset.Charset("utf-8")
    readable.body_encoding = charset.QP
    part = MIMEText(text, subtype, readable)  # type: ignore[arg-type]  # typeshed knows names of charsets only
    del part["MIME-Version"]
    return part


def _attachment(anlage: Anlage) -> MIMEBase:
    part = MIMEBase(*anlage.typ.split("/", 1), name=anlage.name)
    part.add_header("Content-Disposition", "attachment", filename=anlage.name)
    return _fill(part, anlage.inhalt)


def _fill(part: MIMEBase, content: bytes) -> MIMEBase:
    part.set_payload(content)
    encode_base64(part)
    del part["MIME-Version"]
    return part


def _header(name: str, text: str) -> Header:
    """A line of words. What is not plain ASCII, or looks like an encoded word, is encoded (RFC 2047)."""
    line = eine_zeile(text)
    plain = line.isascii() and "=?" not in line
    return Header(line, "us-ascii" if plain else "utf-8", header_name=name)


def _addresses(people: Iterable[Empfaenger]) -> str:
    """``Name <address>, …``; the addresses were checked to be nothing but addresses."""
    return ", ".join(f"{_phrase(eine_zeile(p.name))} <{p.e_mail}>".strip() for p in people)


def _phrase(name: str) -> str:
    """A name in front of an address: quoted if it is plain, otherwise in encoded words that end where words end.

    ``Header`` breaks names inside their words; Python's own reader, among others, shows a gap there.
    """
    if not name:
        return ""
    if _SCHLICHT.fullmatch(name):
        return f'"{name}"'
    lines = [""]
    for piece in re.findall(r"\S{1,11} ?", name):
        if len((lines[-1] + piece).encode("utf-8", "replace")) > _JE_WORT:
            lines.append("")
        lines[-1] += piece
    return " ".join(charset.Charset("utf-8").header_encode(line) for line in lines if line)
