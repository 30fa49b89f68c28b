"""Examples for what the example files leave out, so that an editor has one to show for every field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

NACH_NAME: Mapping[str, Any] = MappingProxyType(
    {
        "auftrag": "Handlungsempfehlungen zum Thema erarbeiten.\n",
        "begruendung": "Viele Eingewanderte kennen ihre Rechte vor Ort nicht.\n",
        "beschreibung": "Wer neu im Land ist, findet die zuständige Stelle beim ersten Versuch.\n",
        "betrag_eur": 250000,
        "bewertet_durch": "Geschäftsstelle des Netzwerks",
        "bezeichnung": "Gemeindetag",
        "e_mail": "poststelle@stadt.example",
        "gilt_fuer": "https://netzwerk.example/stand.html",
        "grund": "In der Niederschrift war falsch gezählt.\n",
        "inhalt": "Das Konzept liegt der Strategiegruppe vor.\n",
        "kalenderdomain": "netzwerk.example",
        "kurz": "Musterstadt",
        "leitungsaemter": "Oberbürgermeisterin",
        "link": "https://netzwerk.example/bericht",
        "name": "AG „Sprache und Arbeit“",
        "nummer": "3.1",
        "programm": "10 Uhr Begrüßung, 11 Uhr Vorträge, 14 Uhr Arbeitsgruppen\n",
        "quellen": {"strategiegruppe.umlauf.frist": "Annahme"},
        "regel": "S301",
        "telefon": "0711 0000-0",
        "titel": "Zwischenbericht",
        "vermerk": "Das Vorhaben ist im Haushalt 2027 eingeplant.\n",
        "wer": "Amt für Integration",
        "wortlaut": "Die Strategiegruppe nimmt den Bericht zur Kenntnis.\n",
        "zu": "he-2026-04",
        "statt": "8",
    }
)
"""Texts and numbers by the name of their field."""
KENNUNGEN: Mapping[str, str] = MappingProxyType(
    {
        "arbeitsgruppe": "ag-demokratiebildung",
        "bedarf": "bedarf-2026-01",
        "beschluss": "sg-2026-02/he-2026-01",
        "beschlussvorlage": "bv-2026-007",
        "empfehlung": "he-2026-04",
        "gremium": "strategiegruppe",
        "mitglied": "kommunen-stadt-2",
        "sitz": "sitz-kommunen-stadt",
        "sitzung": "sg-2026-02",
        "stelle": "stadt-musterstadt",
        "thema": "thema-demokratiebildung",
        "ziel": "ziel-teilhabe",
    }
)
"""By the kind of entry that is named."""
UHRZEIT, TAG, SIEGEL, ANTEIL = "15:30", "2026-12-31", "n1:" + "0123456789abcdef" * 4, "mehr_als_1/2"


def find_beispiel(name: str, schema: Mapping[str, Any]) -> Any:
    """An example for a field of this name and with this schema; None for a block, whose fields have theirs."""
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return next((b for way in schema["anyOf"] if (b := find_beispiel(name, way)) is not None), None)
    if schema.get("type") == "array":
        inner = find_beispiel(name, schema["items"])
        return None if inner is None else [inner]
    if schema.get("type") == "integer":
        return NACH_NAME.get(name, 1)
    if schema.get("type") == "object":
        return NACH_NAME.get(name)
    return _find_text(name, schema) if schema.get("type") == "string" else None


def _find_text(name: str, schema: Mapping[str, Any]) -> str:
    pattern = str(schema.get("pattern", ""))
    if schema.get("format") == "date" or pattern.startswith(r"^\d{4}"):
        return TAG
    kinds = str(schema.get("$comment", "")).removeprefix("Kennung: ").split(", ")
    for mark, example in (("([01]", UHRZEIT), ("n1:", SIEGEL), ("mehr_als", ANTEIL)):
        if mark in pattern:
            return example
    if kinds[0] in KENNUNGEN:
        return KENNUNGEN[kinds[0]]
    if pattern.startswith("^[a-z]"):
        return "he-2026-04"
    return str(NACH_NAME.get(name, "Ein Text"))
