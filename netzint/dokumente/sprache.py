"""The small language of our templates: which constructs of Jinja may stand in one, and nothing else.

Calls, macros, arithmetic that multiplies, and everything that could build large values are left out: a template
fills in, repeats and leaves out. This holds the sandbox together with ``umgebung``, which hands out data only.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from jinja2 import nodes

from netzint.dokumente.fehler import FILTER, SPRACHE, SYNTAX, VorlagenFehler, suggest

_ALLOWED: frozenset[type[nodes.Node]] = frozenset({
    nodes.Template, nodes.Output, nodes.TemplateData,
    nodes.For, nodes.If, nodes.Include, nodes.Assign, nodes.With,
    nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Add, nodes.Sub, nodes.Neg, nodes.List,
    nodes.Tuple,
})  # fmt: skip

_REMEDY: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Call: ("Aufrufe mit ( ) gibt es in Vorlagen nicht.", "Nehmen Sie einen Filter: {{ wert | filter }}."),
    nodes.Concat: (
        "Das Zeichen ~ gibt es in Vorlagen nicht.",
        "Schreiben Sie nebeneinander: {{ a }} {{ b }}.",
    ),
    nodes.Macro: ("Makros gibt es in Vorlagen nicht.", 'Nehmen Sie einen Teil: {% include "teil.md.j2" %}.'),
    nodes.Extends: ("{% extends %} gibt es in Vorlagen nicht.", 'Nehmen Sie {% include "teil.md.j2" %}.'),
    nodes.Block: ("{% block %} gibt es in Vorlagen nicht.", 'Nehmen Sie {% include "teil.md.j2" %}.'),
    nodes.Scope: (
        "{% autoescape %} gibt es in Vorlagen nicht.",
        "Daten werden immer als Text eingesetzt; nur Prosa mit dem Filter „prosa“ darf Markdown enthalten.",
    ),
}
_UNSICHTBAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of reading: what is read is then not what is written."""
_ERSATZ = "\N{REPLACEMENT CHARACTER}"
_GENERAL = ("Dieses Sprachmittel gibt es in Vorlagen nicht.", "Es gibt if, for, set, with, include und die Filter.")


def _refuse(meldung: str, hinweis: str, node: nodes.Node, name: str) -> VorlagenFehler:
    line = node.lineno or next((inner.lineno for inner in node.find_all(nodes.Node) if inner.lineno), 0)
    return VorlagenFehler(SPRACHE, meldung, hinweis, name, line, type(node).__name__)


def _check_include(node: nodes.Include, name: str) -> None:
    plain = isinstance(node.template, nodes.Const) and isinstance(node.template.value, str)
    if not plain or not node.with_context or node.ignore_missing:
        raise _refuse(
            "{% include %} nennt genau einen Teil, in Anführungszeichen.", '{% include "kopf.md.j2" %}', node, name
        )


def _check_name(node: nodes.Filter | nodes.Test, name: str, known: Collection[str]) -> None:
    """Jinja itself looks at names inside ``{% if %}`` only when it gets there."""
    if node.name not in known:
        kind = "Den Filter" if isinstance(node, nodes.Filter) else "Die Prüfung"
        remedy = suggest(node.name, known) or f"Es gibt: {', '.join(sorted(known))}."
        raise VorlagenFehler(FILTER, f"{kind} „{node.name}“ gibt es nicht.", remedy, name, node.lineno, node.name)


def check_language(template: nodes.Template, name: str, filters: Collection[str], tests: Collection[str]) -> None:
    """Raise for the first construct, filter or test that our templates do not have."""
    stack: list[nodes.Node] = [template]
    while stack:
        node = stack.pop()
        if type(node) not in _ALLOWED:
            raise _refuse(*_REMEDY.get(type(node), _GENERAL), node, name)
        if isinstance(node, nodes.Include):
            _check_include(node, name)
        if isinstance(node, nodes.Filter | nodes.Test):
            _check_name(node, name, filters if isinstance(node, nodes.Filter) else tests)
        if isinstance(node, nodes.For) and node.recursive:
            raise _refuse("{% for … recursive %} gibt es in Vorlagen nicht.", "Nehmen Sie zwei Schleifen.", node, name)
        stack.extend(reversed(list(node.iter_child_nodes())))


def check_zeichen(source: str, name: str) -> None:
    """Raise for the first character that nobody can have meant."""
    at = source.find(_ERSATZ)
    hidden = _UNSICHTBAR.search(source)
    if at >= 0:
        meldung = "Die Vorlage ist nicht in UTF-8 gespeichert; hier stand wohl ein Umlaut."
        hinweis = "Speichern Sie sie im Editor mit der Kodierung UTF-8."
    elif hidden:
        at = hidden.start()
        meldung = f"Hier steht ein unsichtbares Zeichen (U+{ord(hidden[0]):04X})."
        hinweis = "Löschen Sie es, notfalls mit den Zeichen davor und dahinter, und schreiben Sie diese neu."
    else:
        return
    raise VorlagenFehler(SYNTAX, meldung, hinweis, name, source.count("\n", 0, at) + 1)
