"""What machines read: JSON, CSV and GitHub's commands, each safe for the reader it is meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.cli.zeichen import escape, escape_zeile, is_harmlos

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BOM = "\ufeff"
"""Excel takes a CSV file for UTF-8 only with it."""

FORMELZEICHEN = ("=", "+", "-", "@", "::")
"""What a spreadsheet takes for a formula, or a CI runner for a command, at the start of a cell."""


def json_text(schema: str, inhalt: Mapping[str, Any]) -> str:
    """A JSON document with its versioned ``schema``; keys sorted, umlauts readable, nothing invisible in it."""
    return fremdes_json({**inhalt, "schema": schema})


def fremdes_json(inhalt: object) -> str:
    """The same in a form that others have laid down."""
    import json

    text = json.dumps(inhalt, ensure_ascii=False, sort_keys=True, indent=2)
    text = text.replace("##[", "#\\u0023[")
    return "\n".join(_escape_json(zeile) for zeile in text.split("\n")) + "\n"


def _escape_json(zeile: str) -> str:
    """Such characters stand only inside JSON strings, where the escape says the same to every reader."""
    if zeile.isprintable():
        return zeile
    return "".join(z if is_harmlos(z) else _utf16(z) for z in zeile)


def _utf16(zeichen: str) -> str:
    einheiten = zeichen.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{einheiten[i : i + 4]}" for i in range(0, len(einheiten), 4))


def csv_text(kopf: Sequence[str], zeilen: Sequence[Sequence[str | int]], *, mehrzeilig: bool = False) -> str:
    """A CSV document as Excel opens it in German: ``;`` between cells, CRLF, BOM in front.

    ``mehrzeilig``: line breaks inside a cell are kept, as what is filled in and read back needs them.
    """
    import csv
    import io

    speicher = io.StringIO()
    schreiber = csv.writer(speicher, delimiter=";", lineterminator="\r\n")
    clean = _escape_zeilen if mehrzeilig else escape_csv
    for zeile in (kopf, *zeilen):
        schreiber.writerow([zelle if isinstance(zelle, int) else clean(zelle) for zelle in zeile])
    return BOM + speicher.getvalue()


def escape_csv(zelle: str) -> str:
    """A cell that no spreadsheet runs: a ``'`` in front of whatever might be a formula; one line only."""
    text = escape(" ".join(zelle.splitlines())).replace("##[", "#⟨U+0023⟩[")
    return f"'{text}" if text.lstrip(" \u00a0'\"").startswith(FORMELZEICHEN) else text


def _escape_zeilen(zelle: str) -> str:
    return "\n".join(escape_csv(zeile) for zeile in zelle.splitlines())


def escape_github(text: str) -> str:
    """The message of a GitHub command; line breaks survive, everything else invisible is made visible."""
    zeilen = (escape(zeile) for zeile in text.splitlines())
    return "%0A".join(escape_zeile(zeile).replace("%", "%25") for zeile in zeilen)


def escape_github_eigenschaft(text: str) -> str:
    """A property (file, title …) of a GitHub command."""
    return escape_github(text).replace(":", "%3A").replace(",", "%2C")


def github_zeile(stufe: str, eigenschaften: Mapping[str, str | int], text: str) -> str:
    """One command, ``::error file=…,line=…::text``; empty properties are left out. The only line to start so."""
    angaben = ",".join(f"{k}={escape_github_eigenschaft(str(v))}" for k, v in eigenschaften.items() if v)
    return f"::{stufe}{' ' if angaben else ''}{angaben}::{escape_github(text)}"
