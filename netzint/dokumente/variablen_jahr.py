"""The variables of the Jahresbericht, with invented examples."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

_ZAHL = (Feld("was", "was gezählt wird", "Sitzungen"), Feld("wert", "die Zahl", 3))

JAHR = Feld("jahr", "Das Berichtsjahr", felder=(
    Feld("jahr", "das Jahr", "2026"),
    Feld("bis", "letzter Tag, der mitzählt", "2026-12-31"),
    Feld("laufend", "ja, wenn das Jahr noch läuft", beispiel=False, pflicht=False),
    Feld("zahlen", "das Jahr in Zahlen", liste=True, felder=_ZAHL, beispiel=({}, {"was": "Beschlüsse", "wert": 11})),
    Feld("sitzungen", "Sitzungen der Strategiegruppe", liste=True, felder=(
        Feld("nummer", "laufende Nummer", 13),
        Feld("datum", "Tag", "2026-03-12"),
        Feld("form", "Form in Worten", "in Präsenz"),
        Feld("anwesend", "so viele Sitze waren vertreten", 11),
        Feld("beschluesse", "so viele Beschlüsse", 4),
    ), beispiel=({}, {"nummer": 14, "datum": "2026-12-03", "anwesend": 12, "beschluesse": 7})),
    Feld("anwesenheit", "Anwesenheit je Bank", liste=True, felder=(
        Feld("bank", "Bank", "Kommunen"),
        Feld("selbst", "selbst da", 7),
        Feld("vertreten", "vertreten", 1),
        Feld("gefehlt", "gefehlt", 1),
        Feld("anteil", "Anteil in Worten", "88 %"),
    ), beispiel=({},)),
    Feld("beschluesse", "Beschlüsse", liste=True, felder=(
        Feld("datum", "Tag", "2026-03-12"),
        Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("ergebnis", "Ergebnis in Worten", "angenommen"),
        Feld("stimmen", "Stimmen in Worten", "9 Ja, 1 Nein, 1 Enthaltung", pflicht=False),
    ), beispiel=({"stimmen": "9 Ja, 1 Nein, 1 Enthaltung"},)),
    Feld("empfehlungen", "Empfehlungen, bei denen sich etwas tat", liste=True, felder=(
        Feld("nummer", "Nummer", "HE-2026-04"),
        Feld("titel", "Titel", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("arbeitsgruppe", "Name der Arbeitsgruppe", "AG „Demokratiebildung und politische Partizipation“"),
        Feld("stand", "Stand am Ende des Zeitraums in Worten", "weitergeleitet"),
    ), beispiel=({},)),
    Feld("arbeitsgruppen", "Arbeitsgruppen", liste=True, felder=(
        Feld("name", "Name", "AG „Demokratiebildung und politische Partizipation“"),
        Feld("stand", "Stand in Worten", "aktiv"),
        Feld("bis", "bis wann ihr Mandat läuft", "2027-12-31"),
        Feld("sitzungen", "so viele Sitzungen im Jahr", 4),
        Feld("geschehen", "was im Jahr geschah, in Worten", "verlängert bis 31. Dezember 2027", pflicht=False),
    ), beispiel=({"geschehen": "verlängert bis 31. Dezember 2027"},)),
    Feld("veranstaltungen", "Veranstaltungen", liste=True, felder=(
        Feld("datum", "Tag", "2026-10-08"),
        Feld("art", "Art", "Fachtag"),
        Feld("titel", "Titel", "Mitbestimmen vor Ort"),
        Feld("ort", "Ort", "Stuttgart", pflicht=False),
    ), beispiel=({"ort": "Stuttgart"},)),
    Feld("bedarfe", "gemeldete Bedarfe", liste=True, felder=(
        Feld("nummer", "Nummer", "BE-2026-03"),
        Feld("titel", "Titel", "Sprachmittlung in Bürgerbüros"),
        Feld("gemeldet_von", "wer ihn gemeldet hat", "Stadt Musterstadt"),
        Feld("stand", "was daraus wurde", "noch offen"),
    ), beispiel=({},)),
    Feld("besetzung", "Sitze, die neu besetzt oder frei wurden", liste=True, felder=(
        Feld("sitz", "Sitz", "Kommunen – Stadt"),
        Feld("name", "wer", "Frau Dr. Erika Beispiel"),
        Feld("was", "was geschah", "neu ab 1. September 2026"),
    ), beispiel=({},)),
    Feld("aenderungen", "Anlage: was sich zwischen Anfang und Ende geändert hat", liste=True, felder=(
        Feld("was", "Eintrag", "AG „Demokratiebildung und politische Partizipation“ (ag-demokratiebildung)"),
        Feld("saetze", "die Änderungen", ["Verlängerung bis 31. Dezember 2027 eingetragen"], liste=True),
    ), beispiel=({"saetze": ["Verlängerung bis 31. Dezember 2027 eingetragen"]},)),
    Feld("anlage", "Satz zur Anlage: welche Stände verglichen sind, oder warum sie fehlt",
        "Verglichen ist, was am 31. Dezember 2025 und am 31. Dezember 2026 festgeschrieben war.", pflicht=False),
))  # fmt: skip
