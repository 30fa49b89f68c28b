"""The lines of a file in the house's form, made from its nodes and their comments."""

from __future__ import annotations

from netzint.ablage.bearbeiten.baum import Kind, Knoten
from netzint.ablage.formatieren.form import Form
from netzint.ablage.formatieren.kommentare import Beiwerk, Kommentare
from netzint.ablage.leser.dialekt import IN_KLAMMERN
from netzint.ablage.yamltext import (
    is_prosa,
    join_strich,
    needs_quotes,
    quote,
    quote_if_needed,
    render_flat,
    render_value,
)


class Satz:
    """Sets one file: 2 columns for a mapping, 2 for a dash and 2 behind it, keys in the order of the model."""

    def __init__(self, text: str, wurzel: Knoten, form: Form) -> None:
        self._text = text
        self._wurzel = wurzel
        self._form = form
        self._kommentare = Kommentare(text, wurzel)

    def lines(self) -> list[str]:
        """All lines of the file."""
        if not self._wurzel.kinder:
            return ["{}"]
        self._wurzel.klammern = False
        kopf = self._kommentare.take_kopf()
        return [*kopf, *self._behaelter(self._wurzel, 0, self._form)]

    def _behaelter(self, knoten: Knoten, spalte: int, form: Form) -> list[str]:
        lines = [line for kind in _sort(knoten, form) for line in self._kind(kind, spalte, _form_of(kind, form))]
        return lines + _indent(self._kommentare.fuss(knoten), spalte)

    def _kind(self, kind: Kind, spalte: int, form: Form) -> list[str]:
        beiwerk = self._kommentare.of(kind)
        ist_punkt = isinstance(kind.name, int)
        kopf = " " * spalte + ("-" if ist_punkt else f"{quote_if_needed(str(kind.name))}:")
        if kind.knoten.is_block and ist_punkt:
            self._pull_up(kind, form, beiwerk)
            zeilen = join_strich(kopf, self._behaelter(kind.knoten, spalte + 2, form))
        elif kind.knoten.is_block:
            zeilen = [*_append(kopf, beiwerk), *self._behaelter(kind.knoten, spalte + 2, form)]
        else:
            zeilen = self._blatt(kind, kopf, spalte, form, beiwerk)
        return _indent(beiwerk.davor, spalte) + zeilen

    def _pull_up(self, kind: Kind, form: Form, beiwerk: Beiwerk) -> None:
        """Comments between a dash and the first key behind it go above the dash."""
        beiwerk.davor += [text for text, _ in beiwerk.dahinter]
        erstes = self._kommentare.of(_sort(kind.knoten, form)[0])
        beiwerk.davor += erstes.davor
        erstes.davor.clear()

    def _blatt(self, kind: Kind, kopf: str, spalte: int, form: Form, beiwerk: Beiwerk) -> list[str]:
        knoten = kind.knoten
        if knoten.is_prosa and not self._has_plus(knoten):
            inline, zeilen = self._prosa(kind, spalte)
        elif knoten.is_behaelter:
            inline, *zeilen = self._klammer(knoten, spalte + 2, form).split("\n")
        elif is_prosa(knoten.wert):  # quoted so far, or with „|+“, which would swallow empty lines below it
            inline, zeilen = render_value(knoten.wert, spalte, 0)
        else:
            inline, zeilen = _spell(knoten, form, klammern=False), []
        if zeilen and knoten.is_behaelter:  # brackets over several lines: what stood behind them stays there
            return [f"{kopf} {inline}", *zeilen[:-1], *_append(zeilen[-1], beiwerk)]
        return [*_append(f"{kopf} {inline}", beiwerk), *zeilen]

    def _has_plus(self, knoten: Knoten) -> bool:
        return "+" in self._text[knoten.start : knoten.ende].partition("\n")[0].partition("#")[0]

    def _prosa(self, kind: Kind, spalte: int) -> tuple[str, list[str]]:
        """A block scalar as it is, indented anew."""
        kopf, *roh = self._text[kind.knoten.start : kind.knoten.ende].split("\n")
        zeichen = kopf.partition("#")[0].strip(" ")
        ziffer = "".join(filter(str.isdigit, zeichen))
        erste = next((line for line in roh if line.strip(" ")), "")
        tiefe = kind.spalte + int(ziffer) if ziffer else len(erste) - len(erste.lstrip(" "))
        zeilen = [line[tiefe:] for line in roh]
        ziffer = "2" if next((line for line in zeilen if line), "").startswith(" ") else ""
        return zeichen[0] + ziffer + ("-" if "-" in zeichen else ""), _indent(zeilen, spalte + 2)

    def _klammer(self, knoten: Knoten, spalte: int, form: Form) -> str:
        """A value in brackets; where its author has broken the lines, they stay broken."""
        if not knoten.is_behaelter:
            return _spell(knoten, form, klammern=True)
        text = ""
        umbrueche = self._find_umbrueche(knoten)
        for kind in _sort(knoten, form):
            schluessel = f"{render_flat(str(kind.name))}: " if isinstance(kind.name, str) else ""
            trenner = f",\n{' ' * spalte}" if kind.name in umbrueche else ", "
            text += (trenner if text else "") + schluessel
            text += self._klammer(kind.knoten, spalte, _form_of(kind, form))
        return f"[{text}]" if knoten.art == "liste" else f"{{{text}}}"

    def _find_umbrueche(self, knoten: Knoten) -> set[str | int]:
        """The children in front of which the author has broken the line."""
        paare = zip(knoten.kinder, knoten.kinder[1:], strict=False)
        return {kind.name for vor, kind in paare if "\n" in self._text[vor.knoten.ende : kind.start]}


def _form_of(kind: Kind, form: Form) -> Form:
    return form.feld(kind.name) if isinstance(kind.name, str) else form.punkt()


def _sort(knoten: Knoten, form: Form) -> list[Kind]:
    """The children in the order of the model; keys that it does not know last."""
    if knoten.art == "liste":
        return knoten.kinder
    werte = {str(kind.name): kind.knoten.wert for kind in knoten.kinder}
    rang = {name: nr for nr, name in enumerate(form.narrow(werte).ordnung)}
    return sorted(knoten.kinder, key=lambda kind: rang.get(str(kind.name), len(rang)))


def _spell(knoten: Knoten, form: Form, *, klammern: bool) -> str:
    """A scalar on one line: quotes stay (as double ones) but for dates and numbers, and come where they are missing."""
    value = knoten.wert
    if form.is_schlicht(value):
        return value
    if knoten.art or needs_quotes(value) or (klammern and not IN_KLAMMERN(value)):
        return quote(value)
    return quote_if_needed(value) if form.is_text else value


def _append(line: str, beiwerk: Beiwerk) -> list[str]:
    """A line with the comment behind it, in its old column if there is room; a second comment goes above."""
    *weitere, letzter = beiwerk.dahinter or [("", 0)]
    beiwerk.davor += [text for text, _ in weitere]
    text, spalte = letzter
    return [f"{line}{' ' * max(2, spalte - len(line))}{text}" if text else line]


def _indent(lines: list[str], spalte: int) -> list[str]:
    return [f"{' ' * spalte}{line}" if line else "" for line in lines]
