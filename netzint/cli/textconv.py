"""``netzint textconv``: git's way to show an entry in a diff. Nothing slow is imported here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from netzint.cli.ausgabe import show

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEMAS = Path(__file__).parents[1] / "mitgeliefert" / "schemas"


def textconv(
    datei: Annotated[Path, typer.Argument(metavar="DATEI", help="Die Datei, wie Git sie übergibt.")],
) -> None:
    """Einen Eintrag für „git diff“ in Worten zeigen, eine Angabe je Zeile.

    „netzint einrichten“ trägt den Befehl in Git ein; dann zeigen „git diff“, „git log -p“ und „git show“ Änderungen in
    daten/ so. Was kein Eintrag ist, erscheint, wie es in der Datei steht; einen Fehler gibt es nie.
    """
    try:
        data = datei.read_bytes()
    except OSError:
        return
    for zeile in _lines(data):
        show(zeile)


def _lines(data: bytes) -> list[str]:
    from netzint.ablage.leser.datei import parse
    from netzint.berichte.textzeilen import recognize, to_zeilen
    from netzint.modell.feldnamen import feldname

    try:
        wert = parse(data).wert
        art = recognize(wert) if wert else None
        if wert is not None and art is not None:
            return [feldname(art), *to_zeilen(wert, _read_schema(art))]
    except Exception:  # noqa: BLE001, S110 (a diff of what is broken has to be seen, too)
        pass
    return data.decode("utf-8", "backslashreplace").replace("\r\n", "\n").removesuffix("\n").split("\n")


def _read_schema(art: str) -> Mapping[str, Any]:
    """For the order of the fields; without it that of the alphabet does."""
    import json

    try:
        found: Mapping[str, Any] = json.loads((_SCHEMAS / f"{art}.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found
