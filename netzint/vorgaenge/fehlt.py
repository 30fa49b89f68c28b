"""A refusal that a person at a terminal can be asked about: what is missing has a name."""

from __future__ import annotations

from netzint.modell.fehler import Ausgang, NetzintFehler


class FehltNoch(NetzintFehler):
    """Something was not said that the act needs. ``was`` names it, so that the command can ask and try again."""

    def __init__(self, was: str, text: str, hinweis: str) -> None:
        super().__init__(text, hinweis, Ausgang.AUFRUF)
        self.was = was
