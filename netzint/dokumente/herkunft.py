"""Where a document comes from, as its properties say it in every format, so that a file can be traced back."""

from __future__ import annotations

from netzint.dokumente.kopf import Kopf

VORSATZ = "netzint."


def list_herkunft(kopf: Kopf) -> tuple[tuple[str, str], ...]:
    """Name and value; what is empty is left out."""
    pairs = (
        (f"{VORSATZ}art", kopf.art),
        (f"{VORSATZ}kennung", kopf.kennung),
        (f"{VORSATZ}datum", kopf.datum),
        (f"{VORSATZ}oeffentlich", "ja" if kopf.oeffentlich else ""),
        (f"{VORSATZ}vorgang", kopf.vorgang),
        (f"{VORSATZ}pruefsumme", kopf.pruefsumme),
        (f"{VORSATZ}briefbogen", kopf.briefbogen),
        (f"{VORSATZ}fassung", kopf.fassung),
    )
    return tuple((name, value) for name, value in pairs if value)
