"""What is asked at a terminal about a new Stelle; elsewhere the Vorgang says what is missing."""

from __future__ import annotations

from netzint.cli import fragen


def ask_name() -> str | None:
    """The full name."""
    return fragen.ask_text("Voller Name der Stelle", option="NAME") if fragen.is_dialog() else None


def ask_neuer_name() -> str | None:
    """The name from now on."""
    return fragen.ask_text("Der neue Name", option="--name") if fragen.is_dialog() else None


def ask_art() -> str | None:
    """The kind."""
    from netzint.berichte.stellen import ARTNAMEN

    arten = [art for art in ARTNAMEN if art not in ("stadtkreis", "grosse_kreisstadt")]
    return fragen.ask_wahl("Was für eine Stelle ist das", arten, option="--art") if fragen.is_dialog() else None
