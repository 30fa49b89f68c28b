"""What a document is made of, and the digest of it: the same inputs, the same digest, and nothing else goes in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from netzint import __version__
from netzint.dokumente.arten import MIT_VORLAGE
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.kontext import Daten
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.umgebung import Umgebung, to_plain
from netzint.recht.siegel import pruefsumme


def with_herkunft(auftrag: Auftrag, vorlagen: Vorlagen) -> tuple[Daten, Kopf]:
    """The data of a document with where they come from, and what its writers must know.

    The Vorgang is no input: what was made by it and what is made again later have the same digest.
    """
    dokument, digest = _name(auftrag), digest_of(auftrag, vorlagen)
    herkunft = {"pruefsumme": digest, **({"vorgang": auftrag.vorgang} if auftrag.vorgang else {})}
    office = auftrag.daten["netzwerk"]
    kopf = Kopf(
        auftrag.kennung, office["name"], dokument["nummer"], datum=dokument["datum"], vorgang=auftrag.vorgang,
        pruefsumme=digest, stelle=office["stelle"], anschrift=office["anschrift"], e_mail=office["e_mail"],
        art=auftrag.art, fassung=__version__, oeffentlich=auftrag.oeffentlich,
    )  # fmt: skip
    return {**auftrag.daten, "dokument": dokument, "herkunft": herkunft}, kopf


def digest_of(auftrag: Auftrag, vorlagen: Vorlagen) -> str:
    """``n1:`` and the SHA-256 of kind, data and the templates really used, as JSON with sorted keys.

    A letterhead has its own digest, which stands in the properties of the files that have one: so the number in the
    foot is the same in every format, and the recorded one of an Einladung is that of whatever was sent.
    """
    inputs = _list_inputs(auftrag, vorlagen)
    if auftrag.teile:
        inputs["teile"] = [_list_inputs(teil, vorlagen) for teil in auftrag.teile]
    return pruefsumme(json.dumps(inputs, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))


def _list_inputs(auftrag: Auftrag, vorlagen: Vorlagen) -> Daten:
    texte = {name: vorlagen.texte.get(name) for name in list_teile(vorlagen.texte, MIT_VORLAGE[auftrag.art].vorlage)}
    return {"art": auftrag.art, "dokument": _name(auftrag), "daten": to_plain(auftrag.daten), "vorlagen": texte}


def _name(auftrag: Auftrag) -> Daten:
    number = auftrag.nummer or auftrag.kennung.upper()
    dokument = {"kennung": auftrag.kennung, "nummer": number, "datum": auftrag.datum.isoformat()}
    return {**dokument, "oeffentlich": True} if auftrag.oeffentlich else dokument


def list_teile(texte: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The names of a template and of all that it includes, however deep, whether they are there or not."""
    found: dict[str, None] = {}
    todo = [name]
    while todo:
        teil = todo.pop()
        if teil not in found:
            found[teil] = None
            todo += _included(teil, texte[teil]) if teil in texte else ()
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _included(name: str, text: str) -> tuple[str, ...]:
    return tuple(_find_included(name, text))


def _find_included(name: str, text: str) -> Iterator[str]:
    """None in a broken template: it is refused where it is filled in, with line and remedy."""
    try:
        tree = Umgebung({}).parse(text, name)
        yield from (teil for teil in find_referenced_templates(tree) if teil)
    except (VorlagenFehler, TemplateSyntaxError, RecursionError):
        return
