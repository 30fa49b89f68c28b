"""The form of a rule and the one way to judge a Bestand.

A rule is a small generator from a Bestand (and, where time matters, the Stichtag) to Verstöße; its docstring is the
manual that ``netzint regel CODE`` prints: title, then paragraphs ``Warum:``, ``Beispiel:``, ``Abhilfe:``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol, cast

from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund, Ort, Schwere
from netzint.modell.bestand import Bestand

EINTRAG = " ".join(NACH_NAME)
"""As ``je`` of a rule: every entry by itself, of whatever kind."""


class Verstoss(NamedTuple):
    """What a rule yields: where, what is wrong there, and what tells it from its like."""

    ort: Ort
    text: str
    schluessel: tuple[str, ...] = ()
    hinweis: str = ""
    """What to do; empty: the rule's own Abhilfe."""


Verstoesse = Iterator[Verstoss]
OhneTag = Callable[[Bestand], Verstoesse]
MitTag = Callable[[Bestand, date], Verstoesse]
Regelfunktion = OhneTag | MitTag


class Regel:
    """One rule: code, severity, what it comes from, and the function that finds Verstöße."""

    def __init__(
        self, code: str, schwere: Schwere, funktion: Regelfunktion, fach: str, *, erlaesslich: bool, je: tuple[str, ...]
    ) -> None:
        self.code = code
        self.schwere = schwere
        self.funktion = funktion
        self.fach = fach
        """The row of the domain table (``R02``), or empty: implied by the form of the data."""
        self.erlaesslich = erlaesslich
        """Whether an Ausnahme or Abweichung can soften it; not for what makes data unreadable."""
        self.je = je
        """Kinds whose entries it judges one by one: what it says of some does not depend on the others."""
        self.mit_tag = funktion.__code__.co_argcount == 2

    @cached_property
    def _absaetze(self) -> dict[str, str]:
        parts = re.split(r"\n\n +(Warum|Beispiel|Abhilfe): ", self.funktion.__doc__ or "")
        plain = [" ".join(part.split()) for part in parts]
        return {"Titel": plain[0], **dict(zip(plain[1::2], plain[2::2], strict=True))}

    @property
    def titel(self) -> str:
        """The rule in one sentence."""
        return self._absaetze["Titel"]

    @property
    def warum(self) -> str:
        """The reason, with the source sentence where there is one."""
        return self._absaetze.get("Warum", "")

    @property
    def beispiel(self) -> str:
        """An example of a breach."""
        return self._absaetze.get("Beispiel", "")

    @property
    def abhilfe(self) -> str:
        """What to do."""
        return self._absaetze.get("Abhilfe", "")

    def verstoesse(self, bestand: Bestand, stichtag: date) -> Verstoesse:
        """All breaches of this rule."""
        if self.mit_tag:
            return cast(MitTag, self.funktion)(bestand, stichtag)
        return cast(OhneTag, self.funktion)(bestand)


class _Ortbar(Protocol):
    def an(self, *feld: str | int) -> Ort: ...


def regel(
    code: str,
    schwere: Schwere = Schwere.FEHLER,
    fach: str = "",
    *,
    erlaesslich: bool = True,
    je: str | tuple[str, ...] = (),
) -> Callable[[Regelfunktion], Regel]:
    """Make a rule of a generator. ``fach`` names the row of the domain table it comes from, e.g. ``R02``.

    ``je`` names the kind whose entries it judges one by one, or several kinds between blanks if no entry of any of them
    matters to another. Kinds that do matter to one another, but each of which it judges one by one while the others
    stay as they are, are named apart: ``je=("sitzung", "mitglied")``. A test holds it to that; it makes judging after a
    change fast (``urteilen.py``).
    """

    def make(funktion: Regelfunktion) -> Regel:
        return Regel(code, schwere, funktion, fach, erlaesslich=erlaesslich, je=(je,) if isinstance(je, str) else je)

    return make


def verstoss(wo: Ort | _Ortbar, text: str, *schluessel: str, hinweis: str = "") -> Verstoss:
    """A breach at a place, or at anything that knows its place."""
    return Verstoss(wo if isinstance(wo, Ort) else wo.an(), text, schluessel, hinweis)


def judge(bestand: Bestand, stichtag: date, regeln: Iterable[Regel]) -> list[Befund]:
    """Apply rules. Lines and columns are still 0: the reader looks them up where findings are shown."""
    return [
        soften(befund, rule, bestand, stichtag) for rule in regeln for befund in find_befunde(rule, bestand, stichtag)
    ]


def find_befunde(rule: Regel, bestand: Bestand, stichtag: date) -> Iterator[Befund]:
    """What one rule finds, before any Ausnahme or Abweichung is looked at."""
    return (to_befund(rule, breach) for breach in rule.verstoesse(bestand, stichtag))


def to_befund(rule: Regel, breach: Verstoss) -> Befund:
    """A breach as a finding: without lines, and with the rule's own Abhilfe where it says nothing else."""
    kennung, feld, art = breach.ort
    pfad = NACH_NAME[art].pfad(kennung) if art else ""
    hinweis = breach.hinweis or rule.abhilfe
    return Befund(rule.code, rule.schwere, breach.text, hinweis, pfad, 0, 0, kennung, feld, breach.schluessel)


def soften(befund: Befund, rule: Regel, bestand: Bestand, stichtag: date) -> Befund:
    """A waiver in force makes any finding a Hinweis; a recorded Abweichung makes a Fehler a Warnung."""
    if not rule.erlaesslich:
        return befund
    for ausnahme in bestand.ausnahmen.values():
        fits = ausnahme.regel == befund.code and (not ausnahme.fuer or befund.kennung in ausnahme.fuer)
        if fits and stichtag <= ausnahme.ende:
            text = f"{befund.text} (Ausnahme {ausnahme.kennung} bis {ausnahme.ende:%d.%m.%Y})"
            return befund._replace(schwere=Schwere.HINWEIS, text=text)
    entry = bestand.find(befund.kennung)
    abweichung = next((a for a in entry.abweichung if a.regel == befund.code), None) if entry else None
    if abweichung is not None and befund.schwere is Schwere.FEHLER:
        text = f"{befund.text} (Abweichung: {' '.join(abweichung.grund.split())})"
        return befund._replace(schwere=Schwere.WARNUNG, text=text)
    return befund
