"""The variables of the lists and of the bundle: Verteiler, attendance list, Beschlusskontrolle, Vorlagenmappe."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

VERTEILERLISTE = Feld("liste", "Der Verteiler", felder=(
    Feld("fuer", "wofür er gilt", "14. Sitzung der Strategiegruppe am 3. Dezember 2026"),
    Feld("stand", "Satz dazu, von wann er ist", "Eingeladen wurde am 12. November 2026."),
    Feld("personen", "wer dazugehört", liste=True, felder=(
        Feld("name", "Name mit Titel", "Dr. Erika Beispiel"),
        Feld("als", "als was", "Mitglied"),
        Feld("funktion", "Amtsbezeichnung", "Oberbürgermeisterin", pflicht=False),
        Feld("stelle", "Stelle", "Stadt Musterstadt", pflicht=False),
        Feld("e_mail", "dienstliche Adresse", "ob@musterstadt.example", pflicht=False),
    ), beispiel=(
        {"funktion": "Oberbürgermeisterin", "stelle": "Stadt Musterstadt", "e_mail": "ob@musterstadt.example"},
        {"name": "Max Muster", "als": "Stellvertretung", "stelle": "Städtetag"},
    )),
    Feld("ohne_adresse", "Satz, wenn Adressen fehlen", "Ohne E-Mail-Adresse: 1 Person.", pflicht=False),
))  # fmt: skip

_PERSON = (
    Feld("name", "Name mit Anrede und Titel", "Frau Dr. Erika Beispiel"),
    Feld("platz", "Sitz, Rolle, oder wen sie vertritt", "Kommunen – Stadt", pflicht=False),
)

ANWESENHEITSLISTE = Feld("anwesenheit", "Wer unterschreiben soll, in Gruppen", liste=True, felder=(
    Feld("titel", "Überschrift der Gruppe", "Ordentliche Mitglieder"),
    Feld("personen", "die Personen", liste=True, felder=_PERSON),
    Feld("leere_zeilen", "so viele Zeilen bleiben frei (für Gäste, die nicht angemeldet sind)", [], liste=True,
        pflicht=False),
), beispiel=(
    {"personen": ({"platz": "Kommunen – Stadt"}, {"name": "Herr Max Muster", "platz": "Ministerium 1"})},
    {"titel": "Stellvertretungen", "personen": ({"name": "Frau Kim Mustermann", "platz": "für Herrn Max Muster"},)},
    {"titel": "Gäste", "personen": (), "leere_zeilen": ["", ""]},
))  # fmt: skip

KONTROLLE = Feld("kontrolle", "Die Beschlusskontrolle", felder=(
    Feld("am", "Tag, für den sie gilt", "2026-11-22"),
    Feld("zahlen", "Satz mit den Zahlen", "2 Umsetzungen: 0 grün, 1 gelb, 0 rot, 1 grau; 1 überfällig."),
    Feld("zeilen", "je Empfehlung und Stelle eine Zeile", liste=True, felder=(
        Feld("empfehlung", "Nummer der Empfehlung", "HE-2026-02"),
        Feld("titel", "Titel der Empfehlung", "Sprachmittlung in der Verwaltung"),
        Feld("stelle", "Stelle", "Städtetag"),
        Feld("stand", "Stand in Worten", "in Umsetzung"),
        Feld("ampel", "Farbe der Ampel in Worten", "gelb"),
        Feld("seit", "Tag der Rückmeldung", "2026-09-01", pflicht=False),
        Feld("wer", "wer dort zuständig ist", "Dezernat II", pflicht=False),
        Feld("bis", "bis wann", "2027-06-30", pflicht=False),
        Feld("wiedervorlage", "wann wieder gefragt wird", "2027-01-15", pflicht=False),
        Feld("ueberfaellig", "ja, wenn dieser Tag vorbei ist", beispiel=False, pflicht=False),
        Feld("grund", "Grund einer Verzögerung oder Ablehnung", "Mittel erst im Doppelhaushalt", pflicht=False),
        Feld("vermerk", "Erledigungsvermerk oder Ergebnis einer Prüfung", "Das Faltblatt liegt vor.", pflicht=False),
        Feld("nachweis", "Nachweis in Worten", "12.500 Euro, 1. Oktober 2026", pflicht=False),
    ), beispiel=(
        {"seit": "2026-09-01", "wer": "Dezernat II", "bis": "2027-06-30", "wiedervorlage": "2027-01-15",
            "grund": "Mittel erst im Doppelhaushalt"},
        {"empfehlung": "HE-2025-04", "titel": "Wegweiser für Ehrenamtliche", "stelle": "Landkreistag",
            "stand": "offen", "ampel": "grau", "wiedervorlage": "2026-10-01", "ueberfaellig": True},
    )),
))  # fmt: skip

MAPPE = Feld("vorlagen", "Die Beschlussvorlagen in ihrer Reihenfolge", liste=True, felder=(
    Feld("nr", "laufende Nummer in der Mappe", "1"),
    Feld("nummer", "Nummer der Vorlage", "BV-2026-007"),
    Feld("top", "Nummer des Tagesordnungspunkts", "4.1", pflicht=False),
    Feld("betreff", "Betreff", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("vom", "Tag der Vorlage", "2026-11-10"),
), beispiel=({"top": "4.1"}, {"nr": "2", "nummer": "BV-2026-005", "top": "4.2",
    "betreff": "Beteiligungslotsinnen und Beteiligungslotsen"}))  # fmt: skip

FEHLENDE = Feld(
    "fehlende", "was in der öffentlichen Fassung fehlt, Sätze",
    ["Die Vorlage zu TOP 6 ist nicht öffentlich."], liste=True, pflicht=False,
)  # fmt: skip
