"""How much a template may ask for: a foreign one must neither fill the memory nor keep the machine busy for hours."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from netzint.dokumente.fehler import AUFWAND, VorlagenFehler

MOST = 2_000_000
"""Turns of loops, and letters handed to filters, put together or naming a part, in all, for one document."""
_ZAEHLEND = "zaehle"


class Aufwand:
    """What is left of it."""

    def __init__(self) -> None:
        self.left = MOST

    def charge(self, *werte: object) -> None:
        """One, and as many as the texts and lists are long. Raises VorlagenFehler when too much was asked for."""
        self.left -= 1 + sum(len(wert) for wert in werte if isinstance(wert, str | list | dict))
        if self.left < 0:
            raise VorlagenFehler(
                AUFWAND, "Die Vorlage braucht viel zu viele Schritte.", "Prüfen Sie die Schleifen und die Teile."
            )

    def charged(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that charges for its value."""

        @wraps(function)
        def count(wert: object, *args: object, **more: object) -> Any:
            self.charge(wert)
            return function(wert, *args, **more)

        return count


class Zaehlwerk(CodeGenerator):
    """Makes code in which each loop hands what it goes through to the environment's ``zaehle`` first."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        through = node.iter
        counting = nodes.EnvironmentAttribute(_ZAEHLEND)
        node.iter = nodes.Call(counting, [through], [], None, None, lineno=through.lineno)
        super().visit_For(node, frame)
        node.iter = through  # the tree is looked at afterwards, as it was written
