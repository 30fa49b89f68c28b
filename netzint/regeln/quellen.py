"""The sentences of the public description of the network that rules go back to, by the row that a rule names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_AKTEURE, _HINTERGRUND = "Akteure im Netzwerk Integration", "Hintergrund des Netzwerks Integration"
_SAETZE = {
    "R01": "Die Strategiegruppe ist das strategische und organisatorische Gremium des Netzwerkes Integration",
    "R02": "besteht aus insgesamt 12 ordentlichen Mitgliedern",
    "R03": "die von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt werden",
    "R04": "Ministerium für Soziales, Gesundheit und Integration – drei Personen",
    "R05": "Kommunale Landesverbände – drei Personen (eine Person je kommunaler Verbandsvertretung)",
    "R06": "Kommunen – drei Personen (eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer "
    "Stadt und einem Landkreis)",
    "R07": "Integrationsbeauftragte – drei Personen (… aus einer Gemeinde, einer Stadt und einem Landkreis)",
    "R08": "Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt.",
    "R09": "Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein",
    "R10": "die sich mit dem von ihr vorgegebenen Thema eingehend befassen",
    "R11": "lösungsorientierte konkrete Handlungsempfehlungen erarbeiten",
    "R12": "Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch "
    "festgelegt.",
    "R13": "Bereits eingesetzte Arbeitsgruppen (abgeschlossen)",
    "R14": "Finale Abstimmung über die Umsetzung der von den operativen Arbeitsgruppen erarbeiteten konkreten "
    "Handlungsempfehlungen",
    "R15": "Weiterleitung der Handlungs- bzw. Umsetzungsempfehlungen an die betroffenen Stellen",
    "R16": "Überprüfung der Umsetzung der Empfehlungen",
    "R17": "Identifikation von Themenschwerpunkten",
    "R18": "Formulierung von strategischen Zielen",
    "R20": "temporär zusätzlich Fachtage, Informationsveranstaltungen etc.",
    "R21": "Unterzeichnung einer gemeinsamen Absichtserklärung im Juni 2020",
    "R22": "als kontinuierliches Austausch- und Beratungsgremium",
    "R23": "bestehende Bedarfe im Integrationsbereich möglichst frühzeitig zu eruieren",
    "R24": "Strategien und Lösungswege zu diskutieren und gegebenenfalls Konzepte zu entwickeln",
    "R25": "flächendeckende Struktur der kommunalen Integrationsbeauftragten",
}
QUELLEN: Mapping[str, str] = MappingProxyType(
    {fach: f"„{satz}“ ({_AKTEURE if fach < 'R21' else _HINTERGRUND})" for fach, satz in _SAETZE.items()}
)
"""The row → the sentence in quotation marks and where it stands."""
