"""The table of commands."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from typer.core import TyperGroup

from netzint.cli.befehle import BEFEHLE
from netzint.cli.deutsch import Eintrag, Gruppeneintrag, build_befehl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def iter_eintraege(
    eintraege: Mapping[str, Eintrag | Gruppeneintrag] = BEFEHLE.eintraege, davor: str = ""
) -> Iterator[tuple[str, Eintrag]]:
    """Every command with its line of the table."""
    for name, eintrag in eintraege.items():
        if isinstance(eintrag, Gruppeneintrag):
            yield from iter_eintraege(eintrag.eintraege, f"{davor}{name} ")
        else:
            yield f"{davor}{name}", eintrag


@pytest.mark.parametrize(("name", "eintrag"), list(iter_eintraege()))
def test_jeder_befehl_der_tabelle_ist_da_und_sagt_was_die_tabelle_sagt(name: str, eintrag: Eintrag) -> None:
    befehl = build_befehl(name, eintrag)

    assert not isinstance(befehl, TyperGroup)
    assert (befehl.help or "").split("\n")[0] == eintrag.hilfe


def test_jede_zeile_der_tabelle_ist_ein_satz() -> None:
    assert all(eintrag.hilfe.endswith(".") for _, eintrag in iter_eintraege())
    assert inspect.cleandoc(BEFEHLE.hilfe) == BEFEHLE.hilfe
