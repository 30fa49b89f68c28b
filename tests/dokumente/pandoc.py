"""pandoc as an independent reader: what words does it find in a file?"""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pypandoc

from netzint.dokumente.baum import Absatz, Baum, Liste, Tabelle, Ueberschrift, Zeile, Zitat, plain_text

MARKDOWN = "commonmark+pipe_tables"


def read_text(data: bytes, form: str) -> str:
    """All words of a docx, odt or Markdown file in their order, without any space."""
    done = subprocess.run([pypandoc.get_pandoc_path(), "-f", form, "-t", "json"], input=data, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    found: list[str] = []
    _collect(json.loads(done.stdout)["blocks"], found)
    return squeeze("".join(found))


def squeeze(text: str) -> str:
    """Without any space: how lines and cells are parted is not what is compared."""
    return "".join(text.split())


def _collect(node: Any, found: list[str]) -> None:
    if isinstance(node, list):
        for inner in node:
            _collect(inner, found)
    elif isinstance(node, dict) and "t" in node:
        inhalt: Any = node.get("c")
        if node["t"] == "Str":
            found.append(inhalt)
        elif node["t"] in ("Code", "CodeBlock", "Math"):
            found.append(inhalt[1])
        elif node["t"] == "Link":
            _collect(inhalt[1], found)
        elif node["t"] not in ("RawInline", "RawBlock"):
            _collect(inhalt, found)


def words_of(baum: Baum) -> str:
    """The words of a tree in their order, without any space."""
    return squeeze("".join(list_lines(baum)))


def list_lines(baum: Baum) -> list[str]:
    """The words of a tree, line by line, cell by cell."""
    return [plain_text(zeile) for zeile in _lines(baum)]


def _lines(baum: Baum) -> list[Zeile]:
    lines: list[Zeile] = []
    for block in baum:
        match block:
            case Ueberschrift() | Absatz():
                lines.append(block.inhalt)
            case Liste():
                lines += [line for punkt in block.punkte for line in _lines(punkt)]
            case Tabelle():
                lines += [cell for row in (block.kopf, *block.zeilen) for cell in row]
            case Zitat():
                lines += _lines(block.inhalt)
    return lines
