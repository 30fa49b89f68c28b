"""Whether something waits to be exchanged: one sentence for ``netzint lage``, as far as it is known without asking."""

from __future__ import annotations

from pathlib import Path

from netzint.ablage.gitaufruf import execute
from netzint.ablage.gitordner import find_git_ordner
from netzint.modell.sprache import anzahl


def tell_stand(wurzel: Path) -> str:
    """What the server does not have yet, and what it had at the last look that is not here; "" if there is nothing.

    One call of git, and none where no branch belongs to a server.
    """
    if not _has_server(wurzel):
        return ""
    code, output = execute(wurzel, ("rev-list", "--left-right", "--count", "@{upstream}...HEAD", "--"), None)
    if code:
        return ""
    fremde, eigene = map(int, output.split())
    teile = [f"{anzahl(eigene, 'Vorgang', 'Vorgänge')} noch nicht hochgeladen"] if eigene else []
    teile += [f"{anzahl(fremde, 'Änderung', 'Änderungen')} der anderen noch nicht geholt"] if fremde else []
    return f"Abgleich: {', '.join(teile)} (netzint abgleich)." if teile else ""


def _has_server(wurzel: Path) -> bool:
    git_ordner = find_git_ordner(wurzel)
    try:
        if git_ordner is None:
            return False
        common = git_ordner / "commondir"
        gemeinsam = git_ordner / common.read_text("utf-8").strip() if common.exists() else git_ordner
        return b"[branch " in (gemeinsam / "config").read_bytes()
    except (OSError, UnicodeDecodeError):
        return False
