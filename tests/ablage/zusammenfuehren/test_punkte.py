"""Which item of a list is which."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from netzint.ablage.zusammenfuehren.ordnung import Ordnung
from netzint.ablage.zusammenfuehren.punkte import make_punkt, pair
from netzint.modell.arten import ARTEN
from netzint.modell.grund import Angabe, ordered_fields

if TYPE_CHECKING:
    from collections.abc import Iterator


def _flatten(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _flatten(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [typ for part in get_args(annotation) for typ in _flatten(part)]
    return [annotation]


def _list_listen(model: type[Angabe], gesehen: set[type[Angabe]]) -> Iterator[tuple[str, type[Angabe]]]:
    """Every list of parts in a kind of entry, by the name of its field."""
    gesehen.add(model)
    for name, info in model.model_fields.items():
        for typ in _flatten(info.annotation):
            is_liste = get_origin(typ) is tuple
            for inner in _flatten(get_args(typ)[0]) if is_liste else [typ]:
                if isinstance(inner, type) and issubclass(inner, Angabe):
                    if is_liste:
                        yield name, inner
                    if inner not in gesehen:
                        yield from _list_listen(inner, gesehen)


def test_die_punkte_jeder_liste_der_modelle_haben_etwas_woran_man_sie_erkennt() -> None:
    gesehen: set[type[Angabe]] = set()
    listen = {liste for art in ARTEN for liste in _list_listen(art.model, gesehen)}

    unerkannt = {
        (name, model.__name__)
        for name, model in listen
        if make_punkt(name, dict.fromkeys(model.model_fields, "x")).schluessel is None
    }

    assert len(listen) > 20
    assert unerkannt == {("verlaengerungen", "Ausnahmeverlaengerung")}  # by the rest of what it says


def test_gleiche_ordnung_wie_die_modelle() -> None:
    for art in ARTEN:
        assert Ordnung(art.pfad("x-1" if art.ordner else art.name)).keys(()) == ordered_fields(art.model), art.name


def test_die_ordnung_reicht_bis_in_die_listen() -> None:
    weg = ("tagesordnung", "he-2026-04", "beschluesse", "he-2026-04")

    assert Ordnung("daten/sitzungen/sg-2026-03.yaml").keys(weg)[:2] == ("kennung", "antrag")
    assert Ordnung("daten/unbekannt.yaml").keys(()) == ()


def test_ein_anwesender_ist_mit_und_ohne_klammer_derselbe() -> None:
    ohne, mit = make_punkt("anwesend", "gs-1"), make_punkt("anwesend", {"mitglied": "gs-1", "fuer": "gs-2"})

    assert pair([ohne], [mit]) == {0: 0}


def test_eine_andere_kennung_ist_ein_anderer_punkt() -> None:
    alt, neu = (make_punkt("tagesordnung", {"kennung": name, "titel": "T", "weil": "W"}) for name in ("a", "b"))

    assert pair([alt], [neu]) == {}
