"""The dialect of Markdown that documents are written in, as markdown-it reads it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

DEEPEST = 20
_BR = re.compile(r"<br ?/?>", re.IGNORECASE)
_SCHEMES = re.compile(r"(https?|mailto|tel):|#[\w-]", re.IGNORECASE)


def _rule_br(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """``<br>`` is the only line break that also works in a table."""
    match = _BR.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


@cache
def build_parser() -> MarkdownIt:
    """markdown-it with what our tree has a node for, and what has to be refused by name."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": DEEPEST + 5})
    parser.enable(["blockquote", "fence", "heading", "hr", "lheading", "list", "table"])
    parser.enable(["autolink", "backticks", "emphasis", "entity", "escape", "image", "link", "newline"])
    parser.enable(["balance_pairs", "fragments_join"])
    parser.inline.ruler.before("autolink", "br", _rule_br)
    encode = parser.normalizeLink
    parser.normalizeLink = lambda url: url if url.startswith("#") else encode(url)  # type: ignore[method-assign]
    parser.validateLink = lambda url: bool(_SCHEMES.match(url))  # type: ignore[method-assign]
    return parser


def list_ueberschriften(markdown: str) -> list[int]:
    """The lines of the headings of a Markdown text, from 1 on."""
    return [token.map[0] + 1 for token in build_parser().parse(markdown) if token.type == "heading_open" and token.map]
