"""The variables of the texts of mails, with invented examples."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

TERMINE = ("vormerkung", "einladung", "aenderung", "verlegung", "veranstaltung")
"""Occasions whose mail says when and where."""
ANLAESSE = (
    "vormerkung", "einladung", "aenderung", "verlegung", "absage", "niederschrift", "weiterleitung", "wiedervorlage",
    "veranstaltung",
)  # fmt: skip
"""What a mail is about: the values of ``mail.anlass``."""

MAIL = Feld("mail", "Die E-Mail", felder=(
    Feld("anlass", f"worum es geht: {', '.join(ANLAESSE)}", "einladung"),
    Feld("was", "die Sitzung oder Veranstaltung; passt hinter „zur“", "14. Sitzung der Strategiegruppe", pflicht=False),
    Feld("titel", "Titel der Veranstaltung oder Empfehlung", "", pflicht=False),
    Feld("datum", "Tag der Sitzung oder Veranstaltung, sonst des Schreibens", "2026-12-03"),
    Feld("bis", "letzter Tag, wenn es mehrere sind", "", pflicht=False),
    Feld("beginn", "Beginn", "10:00", pflicht=False),
    Feld("ende", "Ende", "15:30", pflicht=False),
    Feld("ort", "Ort", "Stuttgart, Haus der Beispiele", pflicht=False),
    Feld("form", "Form in Worten", "in Präsenz", pflicht=False),
    Feld("bisher", "der frühere Tag, wenn verlegt ist", "", pflicht=False),
    Feld("grund", "warum abgesagt oder verlegt ist", "", pflicht=False),
    Feld("geaendert", "was sich geändert hat", [], liste=True),
    Feld("tops", "die Tagesordnung", liste=True, felder=(
        Feld("nummer", "Nummer als Text", "1"),
        Feld("titel", "Gegenstand", "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit"),
    ), beispiel=({"nummer": "1"}, {"nummer": "2", "titel": "Mehrsprachige Erstinformation zur Kommunalwahl"})),
    Feld("programm", "Programm der Veranstaltung", "", pflicht=False),
    Feld("rueckmeldung_bis", "Tag, bis zu dem Rückmeldung erbeten ist", "2026-11-26", pflicht=False),
    Feld("stellvertretung", "Satz zur Stellvertretung",
        "Wer verhindert ist, gibt die Einladung bitte an die persönliche Stellvertretung weiter.", pflicht=False),
    Feld("empfehlung", "Nummer der Empfehlung", "", pflicht=False),
    Feld("beschluss", "wann und wie sie angenommen wurde", "", pflicht=False),
    Feld("weitergeleitet", "Tag der Weiterleitung", "", pflicht=False),
    Feld("stand", "letzter bekannter Stand der Umsetzung", "", pflicht=False),
    Feld("antwort_bis", "Tag, bis zu dem um Antwort gebeten ist", "", pflicht=False),
    Feld("anlagen", "Namen der angehängten Dateien", ["einladung-sg-2026-03.pdf"], liste=True),
))  # fmt: skip
