"""How long the page takes on the shipped example, with the comparison to the last Sitzung."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.beispiel import lay_down
from tests.buero import STICHTAG
from tests.leistung.messgeraet import Aufruf, netzint

AM_TAG_DER_SITZUNG = "2026-07-07T12:00:00+0200"


def build(ordner: Path) -> Path:
    """The example as a repository that begins on the day of its last Sitzung."""
    target = ordner / "beispiel"
    if not target.exists():
        lay_down(target)
        env = {**os.environ, "GIT_COMMITTER_DATE": AM_TAG_DER_SITZUNG, "GIT_AUTHOR_DATE": AM_TAG_DER_SITZUNG}
        ident = ("-c", "user.name=Jemand", "-c", "user.email=jemand@example.org")
        for args in (("init", "-q"), ("add", "-A"), (*ident, "commit", "-q", "-m", "Beispiel")):
            subprocess.run(["git", *args], cwd=target, env=env, check=True)
    return target


def page(ordner: Path) -> Aufruf:
    """``netzint bericht`` on the example."""
    return netzint("bericht", "--stichtag", STICHTAG.isoformat(), ordner=build(ordner))
