"""The child process that tries templates out. It is the only place where a foreign template runs unchecked.

It reads one JSON object from stdin and writes one JSON line per step: ``{"bei": name}`` before a template is touched,
so that the parent knows which one killed it, and ``{"befund": …}`` for each finding; ``{"fertig": true}`` at the end.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from jinja2.meta import find_referenced_templates

from netzint.dokumente.arten import MIT_VORLAGE, Art
from netzint.dokumente.fehler import AUFWAND, FEHLT, SCHEITERT, UNBENUTZT, VorlagenFehler
from netzint.dokumente.felder import complete
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Vorlagen, render
from netzint.dokumente.statik import Baeume, find_unknown
from netzint.dokumente.umgebung import Umgebung, fill_in

if TYPE_CHECKING:
    from jinja2 import nodes

LONGEST_LINE = 1000


def limit(speicher_mib: int, cpu_s: int) -> None:
    """Take memory, processor time and files away from this process, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, speicher_mib * 2**20),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def _say(**step: object) -> None:
    sys.stdout.write(json.dumps(step) + "\n")
    sys.stdout.flush()


def _report(error: VorlagenFehler) -> None:
    meldung, hinweis = error.meldung[:LONGEST_LINE], error.hinweis[:LONGEST_LINE]
    _say(befund=[error.code, error.vorlage, error.zeile, meldung, hinweis, error.wert[:LONGEST_LINE]])


def check_briefbogen(briefbogen: Mapping[str, bytes], done: frozenset[str]) -> None:
    """Check the letterheads: what is in them, and whether a document comes out."""
    from netzint.dokumente.briefprobe import try_out
    from netzint.dokumente.briefpruefung import check_briefbogen

    for name in sorted(set(briefbogen) - done):
        _say(bei=name)
        for error in [*check_briefbogen(name, briefbogen[name])] or try_out(name, briefbogen[name]):
            _report(error)
    _say(bei="")


def check(vorlagen: Mapping[str, str], done: frozenset[str]) -> None:
    """Check all templates, leaving out the steps in ``done`` that killed an earlier child."""
    baeume = _parse_all(vorlagen, done)
    for name in _unused(vorlagen, baeume):
        _report(VorlagenFehler(UNBENUTZT, "Diese Vorlage wird nirgends verwendet.", "Umbenennen oder löschen.", name))
    for art in MIT_VORLAGE.values():
        if art.vorlage in baeume and art.name not in done:
            _say(bei=art.name)
            _check_art(vorlagen, baeume, art)
        elif art.vorlage not in vorlagen:
            _report(VorlagenFehler(FEHLT, f"Zu „{art.titel}“ fehlt die Vorlage.", "Legen Sie sie an.", art.vorlage))


def _parse_all(vorlagen: Mapping[str, str], done: frozenset[str]) -> dict[str, nodes.Template]:
    umgebung, baeume = Umgebung(vorlagen), {}
    for name, text in sorted(vorlagen.items()):
        if name in done:
            continue
        _say(bei=name)
        try:
            baeume[name] = umgebung.parse_vorlage(name, text)
        except VorlagenFehler as error:
            _report(error)
    _say(bei="")
    return baeume


def _check_art(vorlagen: Mapping[str, str], baeume: Mapping[str, nodes.Template], art: Art) -> None:
    """Look for undeclared variables; without any, and with all templates readable, fill the template in."""
    found = list(find_unknown(Baeume(baeume, frozenset(vorlagen)), art.vorlage, art.felder))
    for unknown in found:
        _report(unknown)
    if not found and len(baeume) == len(vorlagen):
        for full in (True, False):
            error = _try_out(vorlagen, art, full=full)
            if error is not None:
                _report(error)
                return


def _unused(vorlagen: Mapping[str, str], baeume: Mapping[str, nodes.Template]) -> Iterator[str]:
    used = {art.vorlage for art in MIT_VORLAGE.values()}
    for tree in baeume.values():
        used |= {name for name in find_referenced_templates(tree) if name}
    yield from sorted(set(vorlagen) - used)


def _try_out(vorlagen: Mapping[str, str], art: Art, *, full: bool) -> VorlagenFehler | None:
    """What goes wrong with the example data, complete or as empty as they may be."""
    daten = art.example(full=full)
    how = "" if full else " (mit möglichst leeren Angaben)"
    try:
        render(Vorlagen(vorlagen, {}), art.name, daten, Kopf(art.name, daten["netzwerk"]["name"]))
    except VorlagenFehler as error:
        return VorlagenFehler(error.code, error.meldung + how, error.hinweis, error.vorlage, error.zeile, error.wert)
    except MemoryError:
        return VorlagenFehler(
            AUFWAND, "Die Vorlage braucht zu viel Speicher.", "Prüfen Sie die Schleifen.", art.vorlage
        )
    except Exception:  # noqa: BLE001 - whatever a foreign template provokes is a finding about it
        remedy = "Vergleichen Sie sie mit der mitgelieferten."
        return VorlagenFehler(SCHEITERT, "Die Vorlage lässt sich nicht ausfüllen." + how, remedy, art.vorlage)
    return None


def fill(vorlagen: Mapping[str, str], art: str, *, voll: bool) -> None:
    """Fill in the template of one kind with its example data, and say the Markdown that comes of it."""
    kind = MIT_VORLAGE[art]
    try:
        _say(text=fill_in(vorlagen, kind.vorlage, complete(kind.felder, kind.example(full=voll))))
    except VorlagenFehler as error:
        _report(error.at(kind.vorlage, 0))
    except Exception:  # noqa: BLE001 - whatever a foreign template provokes is a finding about it
        text, remedy = "Die Vorlage lässt sich nicht ausfüllen.", "Vergleichen Sie sie mit der mitgelieferten."
        _report(VorlagenFehler(SCHEITERT, text, remedy, kind.vorlage))


def main() -> None:
    """Entry of the child."""
    auftrag = json.load(sys.stdin)
    limit(auftrag["speicher_mib"], auftrag["cpu_s"])
    done = frozenset(auftrag["erledigt"])
    if "briefbogen" in auftrag:
        check_briefbogen({name: b64decode(data) for name, data in auftrag["briefbogen"].items()}, done)
    if "vorlagen" in auftrag:
        check(auftrag["vorlagen"], done)
    if "ausfuellen" in auftrag:
        fill(**auftrag["ausfuellen"])
    _say(fertig=True)
