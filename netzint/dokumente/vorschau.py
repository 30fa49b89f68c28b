"""What a template comes to with its example data. It may be a foreign one: only the child process fills it in."""

from __future__ import annotations

import json
from typing import Any

from netzint.dokumente.arten import MAILTEXT, MIT_VORLAGE
from netzint.dokumente.fehler import AUFWAND, FEHLT, VorlagenFehler
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.md import write_md
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.dokumente.vorlagenpruefung import Grenzen, talk
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.fehler import Ausgang, NetzintFehler

NUR_TEXT = ("md", "html")
"""A mail is no document of its own."""


def find_art(text: str) -> str:
    """The kind that is meant: by its name or that of its template's file. Raises NetzintFehler (wrong usage)."""
    name = text.strip().lower().replace("\\", "/").rpartition("/")[2].removesuffix(".j2").removesuffix(".md")
    if name in MIT_VORLAGE:
        return name
    titel = {art.titel.lower(): art.name for art in MIT_VORLAGE.values()}
    if text.strip().lower() in titel:
        return titel[text.strip().lower()]
    hinweis = meinten_sie(name, MIT_VORLAGE, "Alle zeigt: netzint vorlage liste")
    raise NetzintFehler(f"Eine Vorlage für „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def find_format(art: str, text: str) -> str:
    """The format that is meant. Raises NetzintFehler (wrong usage)."""
    form, known = text.strip().lower(), NUR_TEXT if art == MAILTEXT.name else tuple(SCHREIBER)
    if form not in known:
        text = f"Das Format „{text}“ gibt es für „{art}“ nicht."
        raise NetzintFehler(text, f"Möglich: {', '.join(known)}.", Ausgang.AUFRUF)
    return form


def preview(vorlagen: Vorlagen, art: str, form: str, *, full: bool = True, grenzen: Grenzen | None = None) -> bytes:
    """The document of a kind with its example data (or as empty as they may be), in one format.

    Raises VorlagenFehler with template, line and remedy.
    """
    kind = MIT_VORLAGE[art]
    if kind.vorlage not in vorlagen.texte:
        raise VorlagenFehler(FEHLT, f"Zu „{kind.titel}“ fehlt die Vorlage.", "Legen Sie sie an.", kind.vorlage)
    markdown = _fill_in_child(vorlagen, art, grenzen or Grenzen(), full=full)
    try:
        baum = parse_baum(markdown)
    except VorlagenFehler as error:
        raise error.at(kind.vorlage, 0) from None
    netzwerk = kind.example(full=full)["netzwerk"]
    kopf = Kopf("beispiel", netzwerk["name"], art=art)
    return SCHREIBER[form](Satz(baum, kopf, write_md(baum), vorlagen.briefbogen))


def _fill_in_child(vorlagen: Vorlagen, art: str, grenzen: Grenzen, *, full: bool) -> str:
    order = {"vorlagen": dict(vorlagen.texte), "art": art, "voll": full}
    auftrag = {"ausfuellen": order, "erledigt": [], "speicher_mib": grenzen.speicher_mib, "cpu_s": grenzen.cpu_s}
    for line in talk(json.dumps(auftrag).encode(), grenzen).splitlines():
        step = _read(line)
        if "text" in step:
            return str(step["text"])
        if "befund" in step:
            code, vorlage, zeile, meldung, hinweis, wert = step["befund"]
            raise VorlagenFehler(code, meldung, hinweis, vorlage, zeile, wert)
    text = "Das Ausfüllen wurde abgebrochen: zu viel Zeit, Speicher oder Text."
    raise VorlagenFehler(AUFWAND, text, "Prüfen Sie die Schleifen und die Teile.", MIT_VORLAGE[art].vorlage)


def _read(line: bytes) -> dict[str, Any]:
    try:
        step = json.loads(line)
    except ValueError:  # cut off by a kill
        return {}
    return step if isinstance(step, dict) else {}
