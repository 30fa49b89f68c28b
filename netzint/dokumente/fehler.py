"""What can be wrong with a template, in German: one exception, and the translation of Jinja's English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

SYNTAX, SPRACHE, VARIABLE, FILTER, TEIL, FEHLT, SCHEITERT, AUFWAND, UNBENUTZT = (
    "V101", "V102", "V103", "V104", "V105", "V106", "V107", "V108", "V109",
)  # fmt: skip
OFFICE_UNLESBAR, OFFICE_AKTIV, OFFICE_AUSSEN, OFFICE_GROSS, OFFICE_INHALT, OFFICE_FELD, OFFICE_FEHLT, OFFICE_BILD = (
    "V110", "V111", "V112", "V113", "V114", "V115", "V116", "V117",
)  # fmt: skip


class VorlagenFehler(NetzintFehler):
    """A template that cannot be used; ``meldung`` is the sentence without the place, ``wert`` the name it is about.

    Without ``vorlage`` the ``zeile`` is one of the text that came of the template.
    """

    def __init__(
        self, code: str, meldung: str, hinweis: str = "", vorlage: str = "", zeile: int = 0, wert: str = ""
    ) -> None:
        place = f"Vorlage {vorlage}" + (f", Zeile {zeile}" if zeile else "") + ": " if vorlage else ""
        super().__init__(place + meldung, hinweis)
        self.code = code
        self.meldung = meldung
        self.vorlage = vorlage
        self.zeile = zeile
        self.wert = wert
        self.ueberschrift: int | None = None
        """The heading of the document that it is about, counted from 0, where it is about one."""

    def at(self, vorlage: str, zeile: int) -> VorlagenFehler:
        """The same error with its place, unless it knows one."""
        if self.vorlage:
            return self
        return VorlagenFehler(self.code, self.meldung, self.hinweis, vorlage, zeile, self.wert)


def suggest(name: str, known: Iterable[str]) -> str:
    """``Meinten Sie „…“?`` or nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    hit = process.extractOne(
        name.casefold(), sorted(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return f"Meinten Sie „{hit[0]}“?" if hit else ""


_TOKENS = {
    "begin of comment": "{#",
    "end of comment": "#}",
    "begin of statement block": "{%",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of print statement": "}}",
    "end of template": "das Ende der Vorlage",
    "template data / text": "Text",
    "name": "ein Name",
    "integer": "eine Zahl",
    "float": "eine Zahl",
    "string": "Text in Anführungszeichen",
}


def _token(word: str) -> str:
    german = _TOKENS.get(word, word)
    return german if " " in german or german == "Text" else f"„{german}“"


_CLOSE = "Jedes {% if %} braucht sein {% endif %}, jedes {% for %} sein {% endfor %}."
_BRACES = "Prüfen Sie, ob jede Klammer ({{ … }}, {% … %}) geschlossen ist."

_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (
        r"Unexpected end of template\..*block that needs to be closed is '(?P<a>\w+)'",
        "{{% {a} %}} ist nicht geschlossen.",
        _CLOSE,
    ),
    (r"Unexpected end of template", "Die Vorlage ist zu Ende, bevor alles geschlossen ist.", _CLOSE),
    (
        r"Encountered unknown tag '(?P<a>end\w+|el\w+)'",
        "{{% {a} %}} steht hier, ohne dass etwas Passendes offen ist.",
        _CLOSE,
    ),
    (
        r"Encountered unknown tag '(?P<a>[^']+)'",
        "Die Anweisung {{% {a} %}} gibt es nicht.",
        "Es gibt if, for, set, with und include.",
    ),
    (r"unexpected end of template, expected '(?P<a>.+)'", "Die Vorlage bricht ab; erwartet war {A}.", _BRACES),
    (r"expected token '(?P<a>.+)', got '(?P<b>.+)'", "Erwartet war {A}, da steht aber {B}.", _BRACES),
    (r"Expected an expression, got '(?P<b>.+)'", "Hier fehlt eine Variable oder ein Wert.", _BRACES),
    (r"unexpected '(?P<a>.+)', expected '(?P<b>.+)'", "Da steht {A}, erwartet war {B}.", _BRACES),
    (r"unexpected char '(?P<a>.+)' at \d+", "Das Zeichen „{a}“ hat hier keinen Platz.", _BRACES),
    (r"unexpected '(?P<a>.+)'", "{A} steht an einer Stelle, an der es keinen Sinn ergibt.", _BRACES),
    (r"Missing end of comment", "Eine Bemerkung ist nicht geschlossen.", "Bemerkungen stehen zwischen {# und #}."),
    (r"Missing end of raw", "{{% raw %}} ist nicht geschlossen.", "Schließen Sie mit {% endraw %}."),
    (r"tag name expected", "Nach {{% fehlt die Anweisung.", "Es gibt if, for, set, with und include."),
    (r"[Cc]an'?t assign|cannot assign", "An diese Stelle kann nichts zugewiesen werden.", ""),
    (r"chain multiple tests", "Zwei Prüfungen mit „is“ hintereinander gehen nicht.", "Verbinden Sie sie mit „and“."),
)  # fmt: skip


def _fill(pattern: str, match: re.Match[str]) -> str:
    """Put the parts of Jinja's sentence into the German one; capital letters stand for translated tokens."""
    parts = match.groupdict()
    return pattern.format(**parts, **{name.upper(): _token(part) for name, part in parts.items()})


def translate_syntax(error: TemplateSyntaxError) -> VorlagenFehler:
    """Jinja's complaint about a template as ours."""
    message, line = error.message or "", error.lineno
    for pattern, german, remedy in _MESSAGES:
        match = re.search(pattern, message, re.DOTALL)
        if match:
            return VorlagenFehler(SYNTAX, _fill(german, match), remedy, zeile=line)
    return VorlagenFehler(SYNTAX, "Diese Stelle ist nicht zu verstehen.", _BRACES, zeile=line)
