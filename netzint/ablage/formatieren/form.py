"""What the models say about the form of a file: the order of keys, and which values are dates, numbers or texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from netzint.modell.befund import Feldpfad

if TYPE_CHECKING:
    from netzint.modell.grund import Angabe, Eintrag

_SCHLICHT: dict[Any, Callable[[str], object]] = {
    date: re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?").fullmatch,
    int: re.compile(r"0|[1-9][0-9]*").fullmatch,
    bool: re.compile(r"ja|nein").fullmatch,
}


class Form(NamedTuple):
    """What may stand in one place: the types that its field allows."""

    typen: tuple[Any, ...] = ()

    @classmethod
    def of(cls, *annotations: Any) -> Form:
        """The form of a field with these annotations; unions are taken apart."""
        return cls(tuple(dict.fromkeys(typ for annotation in annotations for typ in _flatten(annotation))))

    @property
    def ordnung(self) -> tuple[str, ...]:
        """The keys in the order of the file; of several possible models those of all."""
        from netzint.modell.grund import ordered_fields

        return tuple(dict.fromkeys(name for model in self._models() for name in ordered_fields(model)))

    @property
    def is_text(self) -> bool:
        """Whether only text may stand here, so that digits want quotes."""
        return bool(self.typen) and all(typ is str for typ in self.typen)

    def is_schlicht(self, value: str) -> bool:
        """Whether the value stands without quotes here: a date, a number, yes or no."""
        return any(typ in _SCHLICHT and bool(_SCHLICHT[typ](value)) for typ in self.typen)

    def narrow(self, werte: Mapping[str, str]) -> Form:
        """Of several possible models those that allow these closed values: ``art`` says which motion it is."""
        passend = Form(tuple(model for model in self._models() if _allows(model, werte)))
        return passend if passend.typen else self

    def feld(self, name: str) -> Form:
        """The form of the value of a key."""
        fields = [model.model_fields[name].annotation for model in self._models() if name in model.model_fields]
        return Form.of(*fields, *(get_args(typ)[1] for typ in self.typen if _origin(typ) is dict))

    def punkt(self) -> Form:
        """The form of a list item."""
        return Form.of(*(get_args(typ)[0] for typ in self.typen if _origin(typ) is tuple))

    def _models(self) -> list[type[Angabe]]:
        from netzint.modell.grund import Angabe

        return [typ for typ in self.typen if isinstance(typ, type) and issubclass(typ, Angabe)]


def feldordnung(model: type[Eintrag]) -> Callable[[Feldpfad], tuple[str, ...]]:
    """The order of the keys at a path, as ``bearbeiten.set_feld`` asks for it."""

    def ordnung(feld: Feldpfad) -> tuple[str, ...]:
        form = Form.of(model)
        for teil in feld:
            form = form.feld(teil) if isinstance(teil, str) else form.punkt()
        return form.ordnung

    return ordnung


def _allows(model: type[Angabe], werte: Mapping[str, str]) -> bool:
    fields = [(model.model_fields[name].annotation, wert) for name, wert in werte.items() if name in model.model_fields]
    return all(wert in get_args(annotation) for annotation, wert in fields if _origin(annotation) is Literal)


def _flatten(annotation: Any) -> list[Any]:
    """Unions and Annotated taken apart; a plain model, type or container is what is left."""
    from types import NoneType, UnionType
    from typing import Annotated, Union

    origin = _origin(annotation)
    if origin is Annotated:
        return _flatten(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [typ for part in get_args(annotation) for typ in _flatten(part)]
    return [] if annotation is NoneType else [annotation]


def _origin(annotation: Any) -> Any:
    from typing import get_origin

    return get_origin(annotation)
