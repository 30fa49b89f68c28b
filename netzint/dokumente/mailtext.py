"""The words of a mail: the office's template filled in, as subject, plain text and HTML."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from netzint.dokumente import kontext
from netzint.dokumente.anker import unlink
from netzint.dokumente.arten import MAILTEXT
from netzint.dokumente.baum import Baum
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.felder import complete
from netzint.dokumente.html import write_rumpf
from netzint.dokumente.kontext import Daten
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.reintext import write_text
from netzint.dokumente.umgebung import fill_in
from netzint.dokumente.zeichen import eine_zeile
from netzint.modell.bestand import Bestand

_STIL = (
    "body{font-family:Calibri,Carlito,Arial,sans-serif;font-size:11pt;line-height:1.4}"
    "table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:2px 12px 2px 0}"
)


class Mailtext(NamedTuple):
    """What a mail says."""

    betreff: str
    text: str
    html: str


def make_mailtext(bestand: Bestand, vorlagen: Vorlagen, mail: Daten) -> Mailtext:
    """Fill in ``mail.md.j2``; its title becomes the subject. Raises VorlagenFehler with line and remedy."""
    daten = complete(MAILTEXT.felder, {"netzwerk": kontext.netzwerk(bestand), "mail": mail})
    markdown = fill_in(vorlagen.texte, MAILTEXT.vorlage, daten)
    try:
        parts = arrange(unlink(parse_baum(markdown)))
    except VorlagenFehler as error:
        raise error.at(MAILTEXT.vorlage, 0) from None
    baum: Baum = (*parts.rumpf[1:], *parts.fuss)
    return Mailtext(eine_zeile(parts.titel), write_text(baum) + "\n", _write_html(parts.titel, baum))


def _write_html(titel: str, baum: Baum) -> str:
    """Without a viewport, script, or anything from elsewhere: mail programs strip or block it."""
    head = f'<meta charset="utf-8">\n<title>{escape(titel)}</title>\n<style>{_STIL}</style>'
    body = write_rumpf(baum)
    return f'<!doctype html>\n<html lang="de">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
