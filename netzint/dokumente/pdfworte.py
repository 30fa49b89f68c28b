"""The words of a PDF, read in a child process: a foreign PDF may ask for more time and memory than there is."""

from __future__ import annotations

from netzint.modell.fehler import Ausgang, NetzintFehler

ZEIT = 40.0
"""Seconds by the clock."""
_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from netzint.dokumente.pdfkind import main; main()"


def read_pdf(name: str, data: bytes) -> str:
    """The text of all pages. Raises NetzintFehler (wrong usage) for a damaged, locked or huge file."""
    import subprocess
    import sys

    command = [sys.executable, "-I", "-X", "utf8", "-c", _CHILD, *filter(None, sys.path)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=ZEIT, check=False)
    except subprocess.TimeoutExpired:
        done = None
    except OSError as error:
        text = "Das PDF ließ sich nicht lesen: Der Leser ließ sich nicht starten."
        raise NetzintFehler(text, "Noch einmal versuchen.", Ausgang.UMGEBUNG) from error
    if done is None or done.returncode:
        text = f"Die Datei „{name}“ lässt sich nicht lesen. Das PDF ist beschädigt, geschützt oder viel zu groß."
        raise NetzintFehler(text, "In einem PDF-Programm öffnen und ansehen; das Original noch einmal anfordern.",
                            Ausgang.AUFRUF)  # fmt: skip
    return done.stdout.decode("utf-8", "replace")
