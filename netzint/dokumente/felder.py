"""How the variables of a template are declared: name, meaning, example. One source for manual, check and preview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Feld(NamedTuple):
    """One variable. With ``felder`` it is a group, with ``liste`` a list of such values or groups.

    ``beispiel`` of a list is the list; what its groups leave out is filled from the fields' own examples if
    ``pflicht``, and is empty if not.
    """

    name: str
    text: str
    beispiel: Any = None
    felder: tuple[Feld, ...] = ()
    liste: bool = False
    pflicht: bool = True

    @property
    def leer(self) -> Any:
        """The value that stands for nothing."""
        if self.liste:
            return []
        return {feld.name: feld.leer for feld in self.felder} if self.felder else ""


def make_example(
    felder: Sequence[Feld], given: Mapping[str, Any] | None = None, *, full: bool = True
) -> dict[str, Any]:
    """Example data; with ``full=False`` every list is empty and everything optional is left empty."""
    given = given or {}
    return {feld.name: _example(feld, given, full) for feld in felder}


def _example(feld: Feld, given: Mapping[str, Any], full: bool) -> Any:  # noqa: FBT001 - private
    if not full and (feld.liste or not feld.pflicht):
        return feld.leer
    if feld.name not in given and given and not feld.pflicht:
        return feld.leer
    value = given.get(feld.name, feld.beispiel)
    if not feld.felder:
        return list(value or ()) if feld.liste else value
    if feld.liste:
        entries = value if value is not None else ({},)
        return [make_example(feld.felder, entry, full=full) for entry in entries]
    return make_example(feld.felder, value, full=full)


def complete(felder: Sequence[Feld], daten: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    """``daten`` with every optional value that is left out or None made empty.

    Raises ValueError for an undeclared or a missing name: both are mistakes of the code that makes the data.
    """
    strange = sorted(set(daten) - {feld.name for feld in felder})
    if strange:
        raise ValueError(f"undeclared variable {path}{strange[0]}")
    return {feld.name: _complete(feld, daten.get(feld.name), f"{path}{feld.name}") for feld in felder}


def _complete(feld: Feld, value: Any, path: str) -> Any:
    if value is None:
        if feld.pflicht and not feld.liste:
            raise ValueError(f"missing variable {path}")
        return feld.leer
    if not feld.felder:
        return value
    if feld.liste:
        return [complete(feld.felder, entry, f"{path}[].") for entry in value]
    return complete(feld.felder, value, f"{path}.")


def list_paths(felder: Sequence[Feld], path: str = "") -> Iterator[tuple[str, Feld]]:
    """Every variable with its full name, ``tops[].titel``, in the order of declaration."""
    for feld in felder:
        full = f"{path}{feld.name}" + ("[]" if feld.liste else "")
        yield full, feld
        yield from list_paths(feld.felder, f"{full}.")
