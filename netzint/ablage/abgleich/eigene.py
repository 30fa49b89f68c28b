"""The own commits that the others do not have, as they are, and whether they may be made again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg.versetzen import Wechsel, list_wechsel
from netzint.ablage.transaktion import VORGANG_ID
from netzint.modell.fehler import NetzintFehler

_PERSON = re.compile(r"(.*?) ?<([^>]*)> (\d+) ([+-]\d{4})")
_VORGANG = re.compile(rf"^{VORGANG_ID}: (v-[0-9a-f]+)\s*$", re.MULTILINE)
_VON_HAND = "Mit Git selbst: git pull --no-rebase, dann „netzint pruefen“ und git push"


class Person(NamedTuple):
    """Who made a commit, and when, as git writes it: ``@1700000000 +0100``."""

    name: str
    mail: str
    wann: str


class Eigener(NamedTuple):
    """One commit."""

    commit: str
    davor: str
    autor: Person
    bearbeiter: Person
    nachricht: str
    wechsel: tuple[Wechsel, ...]

    @property
    def betreff(self) -> str:
        """The first line of its message."""
        return self.nachricht.split("\n", 1)[0]

    @property
    def vorgang_id(self) -> str:
        """The own id of the Vorgang; "" if netzint did not make it."""
        found = _VORGANG.findall(self.nachricht)
        return str(found[-1]) if found else ""


def list_eigene(wurzel: Path, eigene: str, fremde: str) -> tuple[Eigener, ...]:
    """The commits from where both sides parted to the own one, the oldest first.

    Raises NetzintFehler if they are not one line: then nobody can say what they would be on top of something else.
    """
    args = ("rev-list", "--reverse", "--topo-order", "--parents", eigene, f"^{fremde}", "--")
    lines = [line.split() for line in gitlesen.run(wurzel, *args).decode().splitlines()]
    if any(len(line) == 1 for line in lines):
        text = "Ihr Stand und der auf dem Server haben keinen gemeinsamen Anfang."
        raise NetzintFehler(text, "Ist es der richtige Server? Die Adresse zeigt: git remote -v")
    if any(len(line) > 2 for line in lines):
        text = "Unter Ihren Commits, die der Server noch nicht hat, ist eine Zusammenführung (merge)."
        raise NetzintFehler(f"{text} Es wurde nichts geändert.", _VON_HAND)
    raw = gitlesen.read_objects(wurzel, [line[0] for line in lines])
    return tuple(_parse(wurzel, commit, davor, raw[commit][2]) for commit, davor in lines)


def _parse(wurzel: Path, commit: str, davor: str, raw: bytes) -> Eigener:
    head, _, message = raw.partition(b"\n\n")
    fields = dict(line.split(" ", 1) for line in head.decode("utf-8", "replace").split("\n") if " " in line[1:])
    encoding = fields.get("encoding", "utf-8")
    try:
        words = message.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        words = message.decode("utf-8", "replace")
    autor, bearbeiter = _parse_person(fields["author"]), _parse_person(fields["committer"])
    return Eigener(commit, davor, autor, bearbeiter, words, list_wechsel(wurzel, davor, commit))


def _parse_person(text: str) -> Person:
    found = _PERSON.fullmatch(text)
    if found is None:
        raise NetzintFehler("Ein eigener Commit nennt seinen Autor nicht lesbar.", _VON_HAND)
    return Person(found[1], found[2], f"@{found[3]} {found[4]}")


def refuse_verschickte(wurzel: Path, eigene: tuple[Eigener, ...]) -> None:
    """Raise NetzintFehler if another server, or another branch of it, has some of them: they must not change."""
    args = ("for-each-ref", "--format=%(refname:short)", "--contains", eigene[0].commit, "refs/remotes")
    elsewhere = gitlesen.run(wurzel, *args).decode("utf-8", "replace").split()
    if elsewhere:
        text = f"Ihre Vorgänge liegen schon auf „{elsewhere[0]}“; sie lassen sich nicht mehr neu aufsetzen."
        raise NetzintFehler(f"{text} Es wurde nichts geändert.", _VON_HAND)


def refuse_zurueckgesetzt(wurzel: Path, verfolgt: str, eigene: str, fremde: str) -> None:
    """Raise NetzintFehler if something that looks like an own commit was on the server once: its history was changed.

    ``verfolgt``: the ref by which this clone knows the server's branch, and remembers what it has been.
    """
    fork = gitlesen.run(wurzel, "merge-base", "--fork-point", verfolgt, eigene, check=False).decode().strip()
    if fork and gitlesen.run(wurzel, "rev-list", "-1", fork, f"^{fremde}", "--"):
        text = "Auf dem Server fehlen Vorgänge, die schon dort waren; jemand hat dort etwas zurückgesetzt."
        hinweis = "Es wurde nichts geändert. Bitte mit den anderen klären, was gilt; danach mit Git selbst: git pull"
        raise NetzintFehler(text, f"{hinweis} oder git push")
