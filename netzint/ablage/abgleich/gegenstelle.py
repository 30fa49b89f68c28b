"""Which branch of which server the current branch is compared with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import prozess
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.fehler import Ausgang, NetzintFehler

_ZWEIGE = "refs/heads/"
_FORM = "--format=%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)"


class Gegenstelle(NamedTuple):
    """``ref``: the branch's name there. ``verfolgt``: the ref by which this clone knows it. ``neu``: not set up yet."""

    server: str
    ref: str
    verfolgt: str
    neu: bool

    @property
    def name(self) -> str:
        """``origin/main``."""
        return f"{self.server}/{self.ref.removeprefix(_ZWEIGE)}"


def find_gegenstelle(wurzel: Path, zweig: str, von: str = "") -> Gegenstelle:
    """What the branch (its full name) is set up for, or the branch of that name at the server ``von``.

    Raises NetzintFehler if there is none.
    """
    verfolgt, server, ref = gitlesen.run(wurzel, "for-each-ref", _FORM, zweig).decode().strip("\n").split("\0")
    servers = gitlesen.run(wurzel, "remote").decode("utf-8", "replace").split()
    if von and von not in servers:
        hinweis = meinten_sie(von, servers, f"Bekannt: {', '.join(servers) or 'keiner'}.")
        raise NetzintFehler(f"Einen Server „{von}“ kennt dieser Ordner nicht.", hinweis, Ausgang.AUFRUF)
    if server in servers and verfolgt and von in ("", server):
        return Gegenstelle(server, ref, verfolgt, neu=False)
    if von:
        there = ref if ref.startswith(_ZWEIGE) and server in servers else zweig
        return Gegenstelle(von, there, f"refs/remotes/{von}/{there.removeprefix(_ZWEIGE)}", neu=not server)
    raise _refuse(zweig.removeprefix(_ZWEIGE), servers)


def _refuse(zweig: str, servers: list[str]) -> NetzintFehler:
    if not servers:
        text = "Dieser Ordner ist mit keinem Server verbunden; es gibt nichts abzugleichen."
        return NetzintFehler(text, "Verbinden: git remote add origin ADRESSE, dann: netzint abgleich --server origin")
    text = f"Für den Zweig „{zweig}“ ist nicht festgelegt, womit er abgeglichen wird."
    return NetzintFehler(text, f"Den Server nennen: netzint abgleich --server {servers[0]}")


def set_gegenstelle(wurzel: Path, gegenstelle: Gegenstelle, zweig: str) -> None:
    """Remember it for the next time, as ``git push --set-upstream`` does."""
    name = zweig.removeprefix(_ZWEIGE)
    for key, value in (("remote", gegenstelle.server), ("merge", gegenstelle.ref)):
        prozess.execute(wurzel, "config", f"branch.{name}.{key}", value)
