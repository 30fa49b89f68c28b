"""What every writer gets: a document that is complete but for its format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netzint.dokumente.baum import Baum
from netzint.dokumente.kopf import Kopf


class Satz(NamedTuple):
    """A document on its way to a writer."""

    baum: Baum
    kopf: Kopf
    markdown: str
    """The same as canonical Markdown."""
    briefbogen: Mapping[str, bytes]
