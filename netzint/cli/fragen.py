"""Questions to a person at a terminal. Without one the proposal counts, so that every command runs unattended."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from netzint.cli.ausgabe import render, show
from netzint.cli.eingabe import Eingabefehler, clean_eingabe, parse_datum, parse_mail, parse_prosa, parse_uhrzeit
from netzint.cli.vorschlag import fold, suggest
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

T = TypeVar("T")
GEZEIGT = 30
"""So many entries are shown to choose from; any other may be typed."""


def is_dialog() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_text(frage: str, vorschlag: str = "", *, option: str = "", leer: bool = False, datei: bool = False) -> str:
    """One line of text. ``option`` is what to use instead where nobody can be asked; ``leer``: it may stay empty.

    ``datei``: ``@DATEI`` stands for the text of a file.
    """
    parse = parse_prosa if datei else _parse_text
    return _ask(frage, vorschlag, vorschlag if vorschlag or leer else None, parse, option)


def take_name(angabe: str | None, option: str | None, name: str) -> str | None:
    """The name or title of something new, typed as an Angabe or as an option ``--titel``; both only if they agree."""
    if angabe is None or option is None or angabe == option:
        return option if angabe is None else angabe
    first, second = (" ".join(text.split()) for text in (angabe, option))
    text = f"Zweierlei ist angegeben: „{first}“ und, mit {name}, „{second}“."
    raise NetzintFehler(text, "Eins von beiden weglassen; Texte mit Leerzeichen in Anführungszeichen.", Ausgang.AUFRUF)


def ask_prosa(frage: str, *, option: str = "", leer: bool = False) -> str:
    """Text of several lines; a line with nothing but a dot ends it."""
    if not is_dialog():
        return _take_vorschlag(frage, "" if leer else None, option)
    show(f"{frage} (mehrere Zeilen; eine Zeile nur mit einem Punkt beendet die Eingabe):")
    while True:
        text = "\n".join(iter(lambda: _read("  "), "."))
        try:
            text = clean_eingabe(text)
            return text if leer else _parse_text(text)
        except Eingabefehler as fehler:
            show(str(fehler))


def ask_datum(frage: str, vorschlag: date | None = None, *, option: str = "") -> date:
    """A date; the proposal is shown as people write it."""
    gezeigt = f"{vorschlag:%d.%m.%Y}" if vorschlag else ""
    return _ask(frage, gezeigt, vorschlag, parse_datum, option)


def ask_mail(frage: str, vorschlag: str = "", *, option: str = "") -> str:
    """An address for e-mail."""
    return _ask(frage, vorschlag, vorschlag or None, parse_mail, option)


def ask_uhrzeit(frage: str, vorschlag: str = "", *, option: str = "", leer: bool = False) -> str:
    """A time as ``HH:MM``; ``leer``: it may stay empty."""
    return _ask(frage, vorschlag, vorschlag if vorschlag or leer else None, parse_uhrzeit, option)


def ask_wahl(frage: str, werte: Sequence[str], vorschlag: str = "", *, option: str = "", zeigen: bool = True) -> str:
    """One of several values, by its number or its name. ``zeigen=False``: they have been shown already."""
    if zeigen and is_dialog():
        for nummer, wert in enumerate(werte, 1):
            show(f"  {nummer}  {wert}")
    return _ask(frage, vorschlag, vorschlag or None, lambda text: _parse_wahl(text, werte), option)


def ask_eintrag(
    frage: str,
    auswahl: Sequence[tuple[str, str]],
    *,
    option: str,
    vorschlag: str = "",
    finde: Callable[[str], object] | None = None,
) -> str:
    """One of several entries, each shown as Kennung and name: chosen by number, or typed (Kennung or name).

    What was typed is handed on as it is: the Vorgang knows best what it may mean. ``finde`` refuses at once what
    means nothing (NetzintFehler), so that nobody answers all other questions in vain.
    """
    if is_dialog():
        shown = auswahl if len(auswahl) <= GEZEIGT + 5 else auswahl[:GEZEIGT]
        width = max((len(kennung) for kennung, _ in shown), default=0)
        for nummer, (kennung, name) in enumerate(shown, 1):
            show(f"  {nummer:>3}  {kennung.ljust(width)}  {name}")
        if len(shown) < len(auswahl):
            show(f"  … und {len(auswahl) - len(shown)} weitere; auch eine Kennung oder ein Name geht.")
    kennungen = [kennung for kennung, _ in auswahl]
    return _ask(frage, vorschlag, vorschlag or None, lambda text: _parse_eintrag(text, kennungen, finde), option)


def ask_zahl(frage: str, *, option: str) -> int:
    """A number of one or more."""
    return _ask(frage, "", None, _parse_zahl, option)


def ask_ja(frage: str, *, vorschlag: bool) -> bool:
    """Yes or no."""
    return _ask(frage, "ja" if vorschlag else "nein", vorschlag, _parse_ja, "")


def _ask(frage: str, gezeigt: str, vorschlag: T | None, parse: Callable[[str], T], option: str) -> T:
    if not is_dialog():
        return _take_vorschlag(frage, vorschlag, option)
    zeile = render([frage, f" [{gezeigt}]" if gezeigt else "", ": "], farbe=False)
    while True:
        try:
            antwort = clean_eingabe(_read(zeile))
            if antwort or vorschlag is None:
                return parse(antwort)
        except Eingabefehler as fehler:
            show(str(fehler))
            continue
        return vorschlag


def _take_vorschlag(frage: str, vorschlag: T | None, option: str) -> T:
    if vorschlag is None:
        hinweis = f"Bitte {'mit ' if option.startswith('-') else ''}{option} angeben." if option else ""
        raise NetzintFehler(f"Es fehlt eine Angabe: {frage}", hinweis, Ausgang.AUFRUF)
    return vorschlag


def _read(zeile: str) -> str:
    try:
        return input(zeile)
    except EOFError:
        raise KeyboardInterrupt from None


def _parse_text(text: str) -> str:
    if not text:
        raise Eingabefehler("Bitte etwas eingeben; Strg-C bricht ab.")
    return text


def _parse_wahl(text: str, werte: Sequence[str]) -> str:
    if text.isdecimal() and 1 <= int(text) <= len(werte):
        return werte[int(text) - 1]
    for wert in werte:
        if fold(wert) == fold(text):
            return wert
    raise Eingabefehler(f"„{text}“ steht nicht zur Wahl. {suggest(text, werte)}".rstrip())


def _parse_zahl(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise Eingabefehler(f"„{text}“ ist keine Zahl; bitte nur mit Ziffern schreiben.")
    return int(text)


def _parse_eintrag(text: str, kennungen: Sequence[str], finde: Callable[[str], object] | None) -> str:
    if text.isdecimal():
        if not 1 <= int(text) <= len(kennungen):
            raise Eingabefehler(f"Bitte eine Zahl von 1 bis {len(kennungen)}, eine Kennung oder einen Namen eingeben.")
        return kennungen[int(text) - 1]
    text = _parse_text(text)
    try:
        if finde is not None:
            finde(text)
    except NetzintFehler as fehler:
        raise Eingabefehler(f"{fehler.text} {fehler.hinweis}".rstrip()) from fehler
    return text


def _parse_ja(text: str) -> bool:
    if fold(text) in {"j", "ja"}:
        return True
    if fold(text) in {"n", "nein"}:
        return False
    raise Eingabefehler("Bitte „ja“ oder „nein“ eingeben.")
