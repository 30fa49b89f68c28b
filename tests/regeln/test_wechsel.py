"""Which item of a list became which: the comparison and the rules about changes know it, and so does a merge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from netzint.ablage.zusammenfuehren.punkte import Punkt, make_punkt, pair
from netzint.modell.arten import NACH_NAME
from netzint.modell.grund import Angabe, ordered_fields
from netzint.modell.meldungen import find_models
from netzint.regeln.wechsel import pair_items

NACH_AEHNLICHKEIT = frozenset({"Gast", "Ausnahmeverlaengerung"})
"""What a merge knows by likeness: a guest by all that is said, a prolongation without a first day by what is left."""


def list_listen(model: type[Angabe], seen: set[type[Angabe]]) -> Iterator[tuple[str, type[Angabe]]]:
    """Every field that holds a list of parts, and what its items are."""
    seen.add(model)
    for name in ordered_fields(model):
        annotation = model.model_fields[name].annotation
        for teil in find_models(annotation):
            if str(annotation).startswith("tuple["):
                yield name, teil
            if teil not in seen:
                yield from list_listen(teil, seen)


LISTEN = sorted(
    {listen for art in NACH_NAME.values() for listen in list_listen(art.model, set())},
    key=lambda listen: (listen[0], listen[1].__name__),
)


def make_items(teil: type[Angabe], anders: str = "") -> list[dict[str, str]]:
    """Two items, in which everything is different; ``anders``: this field is not what it was."""
    return [
        {name: f"{name} {nr}{' neu' if name == anders else ''}" for name in ordered_fields(teil)} for nr in ("a", "b")
    ]


@pytest.mark.parametrize(("liste", "teil"), LISTEN, ids=[f"{name}-{teil.__name__}" for name, teil in LISTEN])
def test_wer_umgestellt_und_geaendert_ist_wird_wiedererkannt(liste: str, teil: type[Angabe]) -> None:
    alt, aehnlich = make_items(teil), teil.__name__ in NACH_AEHNLICHKEIT
    neue = [make_items(teil, anders)[::-1] for anders in ordered_fields(teil)]

    assert any({*pair_items(parts(teil, alt), parts(teil, neu))} == {(0, 1), (1, 0)} for neu in neue)
    assert any(pair(points(liste, alt), points(liste, neu), aehnlich=aehnlich) == {0: 1, 1: 0} for neu in neue)


def parts(teil: type[Angabe], items: list[dict[str, str]]) -> list[Angabe]:
    return [teil.model_construct(**item) for item in items]  # type: ignore[arg-type]  # any value will do


def points(liste: str, items: list[dict[str, str]]) -> list[Punkt]:
    return [make_punkt(liste, dict(item)) for item in items]
