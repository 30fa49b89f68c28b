"""The one exception that the command line catches, and the exit codes that are a promise to scripts."""

from __future__ import annotations

from enum import IntEnum


class Ausgang(IntEnum):
    """Exit codes of every command."""

    GUT = 0
    BEFUNDE = 1
    """At least one Fehler in the data (with ``--streng``: at least one Warnung)."""
    AUFRUF = 2
    """Wrong usage: unknown option, date that is none, Kennung that does not exist."""
    ABGELEHNT = 3
    """Refused; nothing was changed."""
    NACHZUZIEHEN = 4
    """Committed, but the work tree still has to be brought up to it."""
    UMGEBUNG = 5
    """Disk, rights, git missing or too old."""
    STOERUNG = 70
    """A bug of netzint."""
    UNTERBROCHEN = 130


class NetzintFehler(Exception):
    """A command that cannot go on. ``text`` says what is the matter, ``hinweis`` what to do next; both German."""

    def __init__(self, text: str, hinweis: str = "", ausgang: Ausgang = Ausgang.ABGELEHNT) -> None:
        super().__init__(text)
        self.text = text
        self.hinweis = hinweis
        self.ausgang = ausgang


class Eingabefehler(ValueError):
    """Something typed that cannot be meant; the text is German and complete."""
