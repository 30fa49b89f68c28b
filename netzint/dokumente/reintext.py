"""The tree as plain text, as the text part of a mail shows it: every word, no marks of Markdown."""

from __future__ import annotations

from netzint.dokumente.baum import (
    Absatz,
    Baum,
    Betont,
    Block,
    Linie,
    Liste,
    Seitenwechsel,
    Stark,
    Stueck,
    Tabelle,
    Text,
    Ueberschrift,
    Umbruch,
    Verweis,
    Zeile,
    Zitat,
    plain_text,
)


def write_text(baum: Baum) -> str:
    """Blocks with a blank line between them; lines are as long as their paragraphs, the mail program breaks them."""
    return "\n\n".join(_write_block(block) for block in baum)


def _write_block(block: Block) -> str:
    match block:
        case Ueberschrift():
            title = _write_line(block.inhalt).replace("\n", " ")
            return f"{title}\n{'-' * len(title)}"
        case Absatz():
            return _write_line(block.inhalt)
        case Liste():
            return _write_list(block)
        case Tabelle():
            return _write_table(block)
        case Zitat():
            return _indent(write_text(block.inhalt), "> ", "> ")
        case Linie() | Seitenwechsel():
            return "-" * 40
    raise AssertionError(f"no text for {type(block).__name__}")


def _write_list(liste: Liste) -> str:
    marks = ["- "] * len(liste.punkte)
    if liste.beginn is not None:
        marks = [f"{nr}. " for nr in range(liste.beginn, liste.beginn + len(liste.punkte))]
    pairs = zip(marks, liste.punkte, strict=True)
    return "\n".join(_indent(write_text(punkt), mark, " " * len(mark)) for mark, punkt in pairs)


def _indent(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{rest if at else first}{line}".rstrip() for at, line in enumerate(lines))


def _write_table(tabelle: Tabelle) -> str:
    """Key facts as „Tag: …“; any other table in columns, the last one as wide as it likes."""
    if tabelle.is_angaben:
        return "\n".join(f"{plain_text(key)}: {plain_text(value)}" for key, value in tabelle.zeilen)
    rows = [[plain_text(cell) for cell in row] for row in (tabelle.kopf, *tabelle.zeilen)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(tabelle.kopf))]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in padded)


def _write_line(zeile: Zeile) -> str:
    return "".join(_write_piece(stueck) for stueck in zeile)


def _write_piece(stueck: Stueck) -> str:
    match stueck:
        case Text():
            return stueck.text
        case Umbruch():
            return "\n"
        case Stark() | Betont():
            return _write_line(stueck.inhalt)
        case Verweis():
            words = _write_line(stueck.inhalt)
            target = stueck.ziel.removeprefix("mailto:").removeprefix("tel:")
            return words if words == target else f"{words} ({target})"
