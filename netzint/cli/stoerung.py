"""When something else than the data is wrong: the computer, or netzint itself."""

from __future__ import annotations

import errno

from netzint.modell.umgebung import URSACHEN

HINWEIS = "Bitte das beheben und den Befehl wiederholen; „netzint lage“ zeigt den jetzigen Stand."


def explain_umgebung(fehler: OSError | MemoryError) -> tuple[str, str] | None:
    """A German sentence and a remedy for what disk, rights or memory refuse; ``None`` if it is something else."""
    if isinstance(fehler, MemoryError):
        return f"{URSACHEN[errno.ENOMEM]}.", HINWEIS
    satz = URSACHEN.get(fehler.errno or 0)
    if satz is None:
        return None
    return (f"{satz}: {fehler.filename}" if isinstance(fehler.filename, str) else f"{satz}."), HINWEIS


def write_bericht(fehler: BaseException) -> str:
    """Lay down what a developer needs, in a file that only the user can read; its path, or nothing if it failed."""
    import os
    import platform
    import tempfile
    import traceback

    from netzint import __version__

    zeilen = [f"netzint {__version__}", f"Python {platform.python_version()}", platform.platform(), ""]
    text = "\n".join(zeilen) + "\n" + "".join(traceback.format_exception(fehler))
    try:
        nummer, pfad = tempfile.mkstemp(prefix="netzint-bericht-", suffix=".txt")
        with os.fdopen(nummer, "w", encoding="utf-8", errors="backslashreplace") as datei:
            datei.write(text)
    except OSError:
        return ""
    return pfad
