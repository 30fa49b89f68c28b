"""The commit message and the one identity behind it."""

from __future__ import annotations

import re
import unicodedata

from netzint.ablage.schreibweg.plan import Plan
from netzint.modell.fehler import NetzintFehler

_STEUERZEICHEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

_TRENNER = re.compile(r"^(---|. -+ >8).*")
"""Lines at which git takes a message to be over, so that it would not find the trailers below."""


def build_nachricht(plan: Plan) -> str:
    """Subject, body and trailers, NFC, as git expects them. Raises NetzintFehler if there is no subject."""
    subject = _TRENNER.sub("", _one_line(plan.betreff))
    if not subject:
        raise NetzintFehler("Der Vorgang hat keinen Betreff.", "Ein Commit braucht einen Satz als Betreff.")
    body = "\n".join(_TRENNER.sub(r" \g<0>", line.rstrip()) for line in _clean(plan.rumpf).splitlines()).strip("\n")
    trailers = "\n".join(f"{_check_key(key)}: {_one_line(value)}" for key, value in plan.trailer)
    return "\n\n".join(part for part in (subject, body, trailers) if part) + "\n"


def build_urheber(plan: Plan) -> dict[str, str]:
    """Author and committer are the same and come from the data, never from the person's own git settings."""
    name, mail = _one_line(plan.autor_name), _one_line(plan.autor_mail)
    if not name.strip(".,:;<>\"\\' ") or not mail or set("<>") & set(name + mail):
        text = "Für den Commit fehlen Name oder E-Mail-Adresse der Geschäftsstelle."
        raise NetzintFehler(text, "Beides in „daten/netzwerk.yaml“ eintragen.")
    return {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", mail))
    }


def _check_key(key: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9-]+", key):
        raise ValueError(key)
    return key


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    return _STEUERZEICHEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
