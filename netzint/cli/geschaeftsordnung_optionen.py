"""Options of ``netzint geschaeftsordnung …``: one for each value that it fixes, made from the table of values."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from netzint.cli.optionen import tag_option, text_option
from netzint.modell.geschaeftsordnung_werte import WERTE, Wert

if TYPE_CHECKING:
    from collections.abc import Collection

    from netzint.ablage.transaktion import Vorgang
    from netzint.modell.bestand import Bestand
    from netzint.vorgaenge.geschaeftsordnung import Geplant

Ab = Annotated[
    date | None,
    tag_option("--ab", hilfe="Der erste Tag, an dem es gilt; frühestens der Tag nach dem Beschluss.", pflicht=True),
]
Kuenftige = Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag der künftigen Fassung.", pflicht=True)]
Beschluss = Annotated[
    str | None,
    text_option(
        "--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss der Strategiegruppe darüber.", pflicht=True
    ),
]
Quelle = Annotated[
    list[str] | None,
    text_option(
        "--quelle", metavar="WERT=TEXT",
        hilfe="Woher ein Wert kommt, z. B. „ladungsfrist=§ 4 Abs. 1“; sonst der Beschluss. Mehrmals möglich.",
    ),
]  # fmt: skip
_METAVAR = {"anteil": "ANTEIL", "ja_nein": "ja|nein", "liste": "TEXT, TEXT"}
_KURZ = 24
"""Closed values that are no longer than this stand in the help page themselves."""


def with_werten(function: Callable[..., Any]) -> Callable[..., Any]:
    """A command whose ``**werte`` are options, one for each value of the table."""
    signature = inspect.signature(function, eval_str=True)
    own = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
    options = {wert.feld: _option(wert) for wert in WERTE}
    made = [
        inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=a) for n, a in options.items()
    ]
    head = [p for p in own if p.kind is not inspect.Parameter.KEYWORD_ONLY]
    rest = [p for p in own if p.kind is inspect.Parameter.KEYWORD_ONLY]
    function.__signature__ = signature.replace(parameters=[*head, *rest, *made])  # type: ignore[attr-defined]
    function.__annotations__ |= options
    return function


def _option(wert: Wert) -> Any:
    values = "|".join(wert.worte)
    metavar = _METAVAR.get(wert.art) or wert.einheit[1].upper() or (values if len(values) <= _KURZ else "BANK")
    return Annotated[str | None, text_option(f"--{wert.option}", metavar=metavar, hilfe=wert.hilfe)]


def given(werte: dict[str, Any]) -> dict[str, str]:
    """Those that were typed."""
    return {name: str(text) for name, text in werte.items() if text is not None}


def with_folgen(plane: Callable[[Bestand, Collection[str]], Geplant | None], stichtag: date) -> Vorgang:
    """The Vorgang that also says what comes of it; with ``--probe`` before anything is written."""

    def vorgang(bestand: Bestand, vergeben: Collection[str]) -> Any:
        from netzint.berichte.geschaeftsordnung_folgen import folgen

        geplant = plane(bestand, vergeben)
        if geplant is None:
            return None
        told = folgen(bestand, bestand.replaced([geplant.nachher]), geplant.ab, stichtag)
        return geplant.aenderung._replace(hinweise=(*geplant.aenderung.hinweise, *told))

    return vorgang
