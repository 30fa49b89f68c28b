"""Which commit a state is compared with: the last one that it has in common with BASIS.

What BASIS has got meanwhile is none of the request's doing and must not look like a deletion.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gitaufruf import OHNE_GIT
from netzint.modell.fehler import Ausgang, NetzintFehler


class Basis(NamedTuple):
    """What is compared with."""

    name: str
    """As it was typed."""
    commit: str
    """The commit that BASIS and what is judged have in common."""
    kopf: str
    """The commit that is judged, or that the work tree rests on."""


def find_basis(wurzel: Path, name: str, stand: str = "") -> Basis:
    """The state to compare with. ``stand`` is the judged commit, empty for the work tree.

    Raises NetzintFehler: wrong usage for what is not there, environment where the clone holds only part of the history.
    """
    if not gitlesen.is_repository(wurzel):
        raise NetzintFehler(f"Der Ordner „{wurzel}“ ist kein Git-Repository.", OHNE_GIT, Ausgang.UMGEBUNG)
    kopf = stand or gitlesen.head(wurzel)
    if not kopf:
        text = "Hier ist noch nichts festgeschrieben; es gibt noch keinen Stand, mit dem sich vergleichen ließe."
        raise NetzintFehler(text, "Ohne --gegen prüfen, oder zuerst: netzint festschreiben", Ausgang.AUFRUF)
    wanted = _resolve(wurzel, name)
    found = gitlesen.run(wurzel, "merge-base", "--end-of-options", wanted, kopf, check=False).decode().split()
    if not found:
        raise _explain_fremd(wurzel, name)
    return Basis(name, found[0], kopf)


def _resolve(wurzel: Path, name: str) -> str:
    try:
        return gitlesen.resolve_stand(wurzel, name)
    except NetzintFehler as fehler:
        if gitlesen.is_flach(wurzel):
            text = f"Den Stand „{name}“ gibt es in diesem Klon nicht; er enthält nur einen Teil der Geschichte."
            hinweis = f"{gitlesen.GANZ} Fehlt nur der Zweig: git fetch origin ZWEIG"
            raise NetzintFehler(text, hinweis, Ausgang.UMGEBUNG) from fehler
        hinweis = f"{fehler.hinweis} Liegt er nur auf dem Server, zuerst: git fetch"
        raise NetzintFehler(fehler.text, hinweis, fehler.ausgang) from fehler


def _explain_fremd(wurzel: Path, name: str) -> NetzintFehler:
    if gitlesen.is_flach(wurzel):
        text = (
            f"Wo „{name}“ und der geprüfte Stand auseinandergehen, ist nicht zu erkennen: Dieser Klon enthält nur "
            "einen Teil der Geschichte."
        )
        return NetzintFehler(text, gitlesen.GANZ, Ausgang.UMGEBUNG)
    text = f"„{name}“ und der geprüfte Stand haben keine gemeinsame Geschichte; sie lassen sich nicht vergleichen."
    return NetzintFehler(text, "Prüfen, ob es derselbe Bestand ist: git log --oneline --graph --all", Ausgang.AUFRUF)
