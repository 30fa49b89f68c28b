"""Which variables does a template name, and are they declared? Answered without running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import nodes

from netzint.dokumente.fehler import TEIL, VARIABLE, VorlagenFehler, suggest
from netzint.dokumente.felder import Feld

_LOOP = Feld("loop", "Zähler der Schleife", felder=tuple(
    Feld(name, "") for name in ("index", "index0", "revindex", "revindex0", "first", "last", "length")
))  # fmt: skip
_SAME = frozenset({"sonst"})
"""Filters that hand on what they are given."""

Bekannt = Mapping[str, Feld | None]
"""Names in reach; None is a value of which nothing more is known."""


class Baeume(NamedTuple):
    """The parsed templates, and what was found about them."""

    baeume: Mapping[str, nodes.Template]
    vorhanden: frozenset[str]


def find_unknown(baeume: Baeume, name: str, felder: Sequence[Feld]) -> Iterator[VorlagenFehler]:
    """Every undeclared variable in template ``name`` and in what it includes, with its line."""
    yield from _Pruefer(baeume, (name,)).check_all(baeume.baeume[name].body, {feld.name: feld for feld in felder})


def _element(feld: Feld | None) -> Feld | None:
    """What a loop over ``feld`` hands out."""
    return feld._replace(liste=False) if feld is not None and feld.liste else None


class _Pruefer:
    """Walks one template; ``way`` are the templates that led here."""

    def __init__(self, baeume: Baeume, way: tuple[str, ...]) -> None:
        self._baeume = baeume
        self._way = way

    def _found(self, code: str, wert: str, meldung: str, hinweis: str, node: nodes.Node) -> VorlagenFehler:
        return VorlagenFehler(code, meldung, hinweis, self._way[-1], node.lineno, wert)

    def check_all(self, body: Sequence[nodes.Node], known: Bekannt) -> Iterator[VorlagenFehler]:
        """A sequence of statements; what ``set`` names is known from there on."""
        reach = dict(known)
        for node in body:
            yield from self._check(node, reach)
            if isinstance(node, nodes.Assign):
                reach.update(self._bind(node.target, self._resolve(node.node, reach)))

    def _check(self, node: nodes.Node, known: Bekannt) -> Iterator[VorlagenFehler]:
        match node:
            case nodes.For():
                yield from self._check_for(node, known)
            case nodes.If():
                yield from self._check(node.test, known)
                for body in (node.body, node.elif_, node.else_):
                    yield from self.check_all(body, known)
            case nodes.With():
                yield from self._check_with(node, known)
            case nodes.Include():
                yield from self._check_include(node, known)
            case nodes.Assign():
                yield from self._check(node.node, known)
            case nodes.Name():
                if node.name not in known:
                    yield self._unknown(node.name, node.name, known, node)
            case nodes.Getattr() | nodes.Getitem():
                yield from self._check_access(node, known)
            case _:
                yield from self._check_children(node, known)

    def _check_children(self, node: nodes.Node, known: Bekannt) -> Iterator[VorlagenFehler]:
        for child in node.iter_child_nodes():
            yield from self._check(child, known)

    def _check_with(self, node: nodes.With, known: Bekannt) -> Iterator[VorlagenFehler]:
        inner = dict(known)
        for target, value in zip(node.targets, node.values, strict=True):
            yield from self._check(value, known)
            inner.update(self._bind(target, self._resolve(value, known)))
        yield from self.check_all(node.body, inner)

    @staticmethod
    def _bind(target: nodes.Node, value: Feld | None) -> dict[str, Feld | None]:
        """What the names in a target stand for; of several names at once nothing is known."""
        if isinstance(target, nodes.Name):
            return {target.name: value}
        return dict.fromkeys((name.name for name in target.find_all(nodes.Name)), None)

    def _unknown(self, full: str, name: str, known: Sequence[str] | Bekannt, node: nodes.Node) -> VorlagenFehler:
        remedy = suggest(name, known) or "Alle Variablen nennt vorlagen/README.md."
        return self._found(VARIABLE, full, f"Die Variable „{full}“ gibt es hier nicht.", remedy, node)

    def _check_for(self, node: nodes.For, known: Bekannt) -> Iterator[VorlagenFehler]:
        yield from self._check(node.iter, known)
        inner = {**known, **self._bind(node.target, _element(self._resolve(node.iter, known))), "loop": _LOOP}
        if node.test is not None:
            yield from self._check(node.test, inner)
        yield from self.check_all(node.body, inner)
        yield from self.check_all(node.else_, known)

    def _check_include(self, node: nodes.Include, known: Bekannt) -> Iterator[VorlagenFehler]:
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if name in self._way:
            yield self._found(
                TEIL, name, f"Der Teil „{name}“ bindet sich selbst ein.", "Nehmen Sie den include heraus.", node
            )
        elif name not in self._baeume.vorhanden:
            remedy = suggest(name, self._baeume.vorhanden) or "Legen Sie die Datei im Ordner vorlagen/ an."
            yield self._found(TEIL, name, f"Den Teil „{name}“ gibt es nicht.", remedy, node)
        elif name in self._baeume.baeume and len(self._way) < 20:
            yield from _Pruefer(self._baeume, (*self._way, name)).check_all(self._baeume.baeume[name].body, known)

    def _check_access(self, node: nodes.Getattr | nodes.Getitem, known: Bekannt) -> Iterator[VorlagenFehler]:
        yield from self._check(node.node, known)
        base, key = self._resolve(node.node, known), _key(node)
        if base is None or key is None:
            return
        if base.liste:
            if isinstance(key, str):
                meldung = f"„{_spell(node.node)}“ ist eine Liste und hat kein „{key}“."
                remedy = f"Nehmen Sie {{% for eintrag in {_spell(node.node)} %}}."
                yield self._found(VARIABLE, _spell(node), meldung, remedy, node)
        elif key not in (names := [feld.name for feld in base.felder]):
            yield self._unknown(_spell(node), str(key), names, node)

    def _resolve(self, node: nodes.Node, known: Bekannt) -> Feld | None:
        """The declared variable that an expression stands for, if that can be told."""
        match node:
            case nodes.Name():
                return known.get(node.name)
            case nodes.Filter() if node.name in _SAME and node.node is not None:
                return self._resolve(node.node, known)
            case nodes.Getattr() | nodes.Getitem():
                base, key = self._resolve(node.node, known), _key(node)
                if base is None or key is None:
                    return None
                if base.liste:
                    return _element(base)
                return next((feld for feld in base.felder if feld.name == key), None)
        return None


def _key(node: nodes.Getattr | nodes.Getitem) -> str | int | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node.arg, nodes.Const) else None


def _spell(node: nodes.Node | None) -> str:
    """An expression as it was written, near enough."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_spell(node.node)}.{node.attr}"
        case nodes.Getitem():
            return f"{_spell(node.node)}[{_key(node)}]"
        case nodes.Filter():
            return _spell(node.node)
    return "…"
