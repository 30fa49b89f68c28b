"""The sandbox in which a template runs: it sees plain data, a handful of filters, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from netzint.dokumente.aufwand import MOST, Aufwand, Zaehlwerk
from netzint.dokumente.fehler import (
    AUFWAND,
    FEHLT,
    SCHEITERT,
    TEIL,
    VARIABLE,
    VorlagenFehler,
    suggest,
    translate_syntax,
)
from netzint.dokumente.filter import FILTER, PRUEFUNGEN
from netzint.dokumente.inert import Markdown, make_inert
from netzint.dokumente.sprache import check_language, check_zeichen

ENDUNG = ".md.j2"
FOLDER = "vorlagen/"
LARGEST = 2_000_000
"""Characters of Markdown in one document."""
_TAG = re.compile(r"\{[%#].*?[%#]\}")
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})


class _Fehlend(StrictUndefined):
    """A name that does not exist; using it in any way says so in German."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """The sentence, a line break, and the remedy if one can be told."""
        known = self._undefined_obj
        remedy = suggest(str(self._undefined_name), map(str, known)) if isinstance(known, Mapping) else ""
        return f"Die Variable „{self._undefined_name}“ gibt es hier nicht.\n{remedy}"


def _finalize(value: object) -> str:
    """What ``{{ … }}`` prints: data as inert text; only what a filter made Markdown stays Markdown."""
    if isinstance(value, Markdown):
        return str(value)
    if isinstance(value, Undefined):
        return str(value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if value is None:
        return ""
    if isinstance(value, float):
        return make_inert(f"{value:g}".replace(".", ","))
    if isinstance(value, str | int):
        return make_inert(str(value))
    raise VorlagenFehler(
        SCHEITERT,
        "Eine Liste oder Gruppe lässt sich nicht am Stück ausgeben.",
        "Nehmen Sie {% for %} oder den Filter „liste“.",
    )


def _keep_line_ends(source: str) -> str:
    """Lines that hold only tags leave nothing behind (trim_blocks); one with words keeps its end, tag or not."""
    return (
        "\n".join(
            f"{line.rstrip()[:-2]}+%}}" if line.rstrip().endswith("%}") and _TAG.sub("", line).strip() else line
            for line in source.split("\n")
        )
        .replace("-+%}", "-%}")
        .replace("++%}", "+%}")
    )


class Umgebung(ImmutableSandboxedEnvironment):
    """Jinja reduced to our language; attributes are keys of the data, never methods of Python's."""

    code_generator_class = Zaehlwerk
    intercepted_binops = frozenset({"+"})

    def __init__(self, vorlagen: Mapping[str, str]) -> None:
        def load(name: str) -> tuple[str, str, None] | None:
            return (vorlagen[name], FOLDER + name, None) if name in vorlagen else None

        super().__init__(
            loader=FunctionLoader(load), undefined=_Fehlend, finalize=_finalize, optimized=False,
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False,
        )  # fmt: skip
        self.globals = {}
        self.aufwand = Aufwand()
        self.filters = {name: self.aufwand.charged(entry.function) for name, entry in FILTER.items()}
        self.tests = {name: entry[0] for name, entry in PRUEFUNGEN.items()}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        check_zeichen(source, name or "")
        template = super()._parse(_keep_line_ends(source), name, filename)
        check_language(template, name or "", FILTER, PRUEFUNGEN)
        return template

    def zaehle(self, werte: object) -> object:
        """What a loop goes through, after it was counted."""
        self.aufwand.charge(werte)
        return werte

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        self.aufwand.charge(name)
        return super().get_template(name, parent, globals)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        self.aufwand.charge(left, right)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        if isinstance(obj, Undefined):
            return str(obj)
        return self.undefined(obj=obj, name=argument)

    def parse_vorlage(self, name: str, text: str) -> nodes.Template:
        """The syntax tree of one template; raises VorlagenFehler with name, line and remedy."""
        try:
            tree = self.parse(text, name, FOLDER + name)
            self.compile(tree, name, FOLDER + name, raw=True)
        except TemplateSyntaxError as error:
            raise translate_syntax(error).at(name, error.lineno) from None
        except RecursionError:
            raise VorlagenFehler(
                AUFWAND, "Die Vorlage ist zu tief geschachtelt.", "Teilen Sie sie auf.", name
            ) from None
        else:
            return tree


@lru_cache(maxsize=4)
def _umgebung(vorlagen: tuple[tuple[str, str], ...]) -> Umgebung:
    return Umgebung(dict(vorlagen))


def to_plain(value: object) -> Any:
    """Data as a template may see it: dicts, lists, text, numbers, yes and no. Days become ISO text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(entry) for entry in value]
    if type(value) in (int, float):
        return value
    raise TypeError(f"a template sees plain data only, not {type(value).__name__}")


def fill_in(vorlagen: Mapping[str, str], name: str, daten: Mapping[str, Any]) -> str:
    """The Markdown that template ``name`` makes of ``daten``. Raises VorlagenFehler."""
    if name not in vorlagen:
        raise VorlagenFehler(FEHLT, f"Die Vorlage {name} fehlt.", f"Legen Sie sie im Ordner {FOLDER} an.")
    try:
        umgebung = _umgebung(tuple(sorted(vorlagen.items())))
        umgebung.aufwand.left = MOST
        template = umgebung.get_template(name)
        return "".join(_stop_when_long(template.generate(to_plain(daten)), name))
    except (VorlagenFehler, TemplateError, RecursionError, TypeError, ValueError, ArithmeticError) as error:
        raise _explain(error, name, daten) from None


def _stop_when_long(parts: Iterator[str], name: str) -> Iterator[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > LARGEST:
            raise VorlagenFehler(AUFWAND, "Das Schreiben wird viel zu lang.", "Prüfen Sie die Schleifen.", name)
        yield part


def _explain(error: Exception, name: str, daten: Mapping[str, Any]) -> VorlagenFehler:
    """Any error of a run as ours, with the innermost line of a template."""
    place, line = _place(error, name)
    match error:
        case VorlagenFehler():
            found = error
        case TemplateSyntaxError():
            found = translate_syntax(error)
            place, line = (error.name or name).removeprefix(FOLDER), error.lineno
        case UndefinedError():
            meldung, _, remedy = str(error).partition("\n")
            remedy = remedy or suggest(meldung.partition("„")[2].partition("“")[0], daten)
            found = VorlagenFehler(VARIABLE, meldung, remedy or "Alle Variablen nennt vorlagen/README.md.")
        case TemplateNotFound():
            found = VorlagenFehler(
                TEIL, f"Den Teil „{error.name}“ gibt es nicht.", "Prüfen Sie den Namen nach include."
            )
        case RecursionError():
            found = VorlagenFehler(
                TEIL,
                "Ein Teil bindet sich selbst ein, oder die Vorlage ist zu tief geschachtelt.",
                "Prüfen Sie die Namen nach include, und teilen Sie die Stelle auf.",
            )
        case _:
            found = VorlagenFehler(
                SCHEITERT, "Mit diesem Wert geht das nicht.", "Prüfen Sie Variable und Filter in der Zeile."
            )
    return found.at(place, line)


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost line of a template; where they include each other without end, the one that leads back in."""
    places, trace = [(name, 0)], error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(FOLDER) and file.endswith(ENDUNG):
            places.append((file.removeprefix(FOLDER), trace.tb_lineno))
        trace = trace.tb_next
    return places[1] if isinstance(error, RecursionError) and len(places) > 1 else places[-1]
