"""The fields of brief.docx: docxtpl fills them in, in a language that has names and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from netzint.dokumente.fehler import OFFICE_UNLESBAR, SPRACHE, VARIABLE, VorlagenFehler, translate_syntax
from netzint.dokumente.paket import open_stream

_NUR_FELDER = "In einem Briefbogen gibt es nur Felder wie {{ netzwerk }}."


class Feldsprache(ImmutableSandboxedEnvironment):
    """Jinja with names alone: no statements, no filters, no attributes, no calls."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
        self.globals = {}
        self.filters = {}
        self.tests = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.body:
            inner = node.nodes if isinstance(node, nodes.Output) else [node]
            if any(not isinstance(part, nodes.TemplateData | nodes.Name) for part in inner):
                raise VorlagenFehler(
                    SPRACHE, "Hier stehen Anweisungen, Filter oder Punkte in geschweiften Klammern.", _NUR_FELDER
                )
        return template


def find_namen(data: bytes) -> frozenset[str]:
    """The names of all fields. Raises VorlagenFehler where something else stands in braces, or nothing can be read."""
    from docxtpl import DocxTemplate

    return frozenset(_guarded(lambda: DocxTemplate(open_stream(data)).get_undeclared_template_variables(Feldsprache())))


def fill_in(name: str, data: bytes, werte: Mapping[str, str]) -> Any:
    """The document (of python-docx) with its fields filled. Raises VorlagenFehler."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(open_stream(data))
    try:
        _guarded(lambda: template.render(dict(werte), Feldsprache(), autoescape=True))
    except VorlagenFehler as error:
        raise error.at(name, 0) from None
    return template.docx


def _guarded(work: Any) -> Any:
    """Whatever the libraries say to a file of somebody else's is a finding about it."""
    try:
        return work()
    except VorlagenFehler:
        raise
    except TemplateSyntaxError as error:
        found = translate_syntax(error)
        raise VorlagenFehler(found.code, found.meldung, _NUR_FELDER) from None
    except UndefinedError as error:
        raise VorlagenFehler(VARIABLE, f"Ein Feld gibt es nicht ({error}).", _NUR_FELDER) from None
    except Exception as error:
        raise VorlagenFehler(
            OFFICE_UNLESBAR, "Word-Teile der Datei fehlen oder sind beschädigt.", "In Word neu speichern."
        ) from error
