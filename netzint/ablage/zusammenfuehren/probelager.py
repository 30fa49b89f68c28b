"""A repository for the time of one question: git merges in it, and the real one is only read.

It has no configuration but ours, so that nothing a foreign repository names as a driver is started.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.einrichtung.aufruf import build_aufruf
from netzint.ablage.einrichtung.werte import TREIBER
from netzint.ablage.gitordner import find_gemeinsamer_ordner
from netzint.modell.fehler import Ausgang, NetzintFehler

_ATTRIBUTE = "daten/*.yaml merge=netzint\ndaten/**/*.yaml merge=netzint\n"


@contextmanager
def open_probelager(wurzel: Path) -> Iterator[Path]:
    """Its folder. All objects of the real repository are known in it, and what is made in it goes with it."""
    quelle = find_gemeinsamer_ordner(wurzel)
    objekte = str((quelle / "objects").absolute()) if quelle else ""
    if quelle is None or not Path(objekte).is_dir() or "\n" in objekte:
        raise NetzintFehler(
            "Hier ist kein Git-Repository, das sich lesen lässt.", "Den Ordner prüfen.", Ausgang.UMGEBUNG
        )
    form = gitlesen.run(wurzel, "rev-parse", "--show-object-format").decode().strip()
    with tempfile.TemporaryDirectory(prefix="netzint-probe-") as name:
        lager = Path(name)
        gitlesen.run(lager, "init", "--quiet", "--bare", "--template=", f"--object-format={form}", str(lager))
        (lager / "objects" / "info").mkdir(parents=True, exist_ok=True)
        (lager / "objects" / "info" / "alternates").write_bytes(f"{objekte}\n".encode())
        (lager / "info").mkdir(exist_ok=True)
        (lager / "info" / "attributes").write_text(_ATTRIBUTE, "utf-8")
        if (quelle / "shallow").is_file():
            shutil.copy(quelle / "shallow", lager / "shallow")
        aufruf = build_aufruf().replace("%", "%%")
        gitlesen.run(lager, "config", "merge.netzint.driver", f"{aufruf} {TREIBER}", mehr={"GIT_DIR": name})
        gitlesen.run(lager, "config", "merge.renames", "false", mehr={"GIT_DIR": name})  # Kennungen never change
        yield lager
