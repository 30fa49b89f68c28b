"""Which unquoted scalars mean the same to every YAML reader."""

from __future__ import annotations

import re

WORTE = frozenset(
    form
    for wort in ("y", "n", "yes", "no", "true", "false", "on", "off", "null")
    for form in (wort, wort.capitalize(), wort.upper())
) | {"~", "=", "<<"}
"""What YAML 1.1 or 1.2 takes for a truth value, nothing, or an instruction."""

ANFANG = frozenset("0123456789+-.") | {""} | {wort[0] for wort in WORTE}
"""How a scalar begins that may be one of the words, a number or a time, or is empty: the cheap question first."""

ZAHLARTIG = re.compile(
    r"""
      -0 | \+[0-9]+ | [-+]?0[0-9_]+                       # leading zero, sign lost
    | [-+]?[0-9_]*_[0-9_]*                                # 1_000
    | [-+]?0b[01_]+ | [-+]?0o[0-7_]+ | [-+]?0x[0-9a-fA-F_]+
    | [-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*[eE][-+]?[0-9]+
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?    # 14:30
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ ]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*
    """,
    re.VERBOSE | re.DOTALL,
).fullmatch

IN_KLAMMERN = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*|-[0-9]+").fullmatch
"""Kennungen (also ``sitzung/beschluss``), dates, numbers and closed lower-case values."""


def is_mehrdeutig(value: str) -> bool:
    """Whether some YAML reader takes the unquoted ``value`` for something else than text, a date or a whole number."""
    return value[:1] in ANFANG and (value in WORTE or ZAHLARTIG(value) is not None)
