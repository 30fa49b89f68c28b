"""The negative control: what one would write with GitPython in ten minutes. Every safety test must fail on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import git

from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.plan import Ergebnis, Plan
from netzint.modell.fehler import Ausgang

PUNKTE = ("naiv_geschrieben", "naiv_vorgemerkt")


def commit(wurzel: Path, plane: Callable[[str], Plan | None]) -> Ergebnis | None:
    """Write, ``index.add``, ``index.commit``."""
    with git.Repo(wurzel) as repo:
        head = repo.head.commit.hexsha if repo.head.is_valid() else ""
        plan = plane(head)
        if plan is None:
            return None
        reach("vor_ersetzen")
        for path, data in plan.dateien.items():
            if data is None:
                (wurzel / path).unlink()
            else:
                (wurzel / path).parent.mkdir(parents=True, exist_ok=True)
                (wurzel / path).write_bytes(data)
        reach("naiv_geschrieben")
        repo.index.add([path for path, data in plan.dateien.items() if data is not None])
        gone = [path for path, data in plan.dateien.items() if data is None]
        if gone:
            repo.index.remove(gone)
        reach("naiv_vorgemerkt")
        author = git.Actor(plan.autor_name, plan.autor_mail)
        made = repo.index.commit(plan.betreff, author=author, committer=author)
        return Ergebnis(made.hexsha, tuple(plan.dateien), (), Ausgang.GUT)
