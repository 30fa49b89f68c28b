"""The variables of Einsetzungsschreiben and Abschlussbericht of an AG, with invented examples."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

_AG = (
    Feld("arbeitsgruppe", "Name der Arbeitsgruppe; passt hinter „die“ und „der“",
        "AG „Demokratiebildung und politische Partizipation“"),
    Feld("thema", "das Thema aus dem Einsetzungsbeschluss", "Demokratiebildung und politische Partizipation"),
    Feld("auftrag", "der Auftrag",
        "Handlungsempfehlungen dazu erarbeiten, wie Kommunen politische Beteiligung stärken können."),
    Feld("zahl", "festgelegte Zahl der ständigen Mitglieder", 9),
    Feld("von", "erster Tag", "2025-09-01"),
)  # fmt: skip
_BESCHLUSS = "Sitzung der Strategiegruppe am 8. Juli 2025"

EINSETZUNG = Feld("einsetzung", "Die Arbeitsgruppe und das Mitglied, an das geschrieben wird", felder=(
    *_AG,
    Feld("bis", "voraussichtlich letzter Tag, mit Verlängerungen", "2026-12-31"),
    Feld("beschluss", "worauf die Einsetzung beruht", _BESCHLUSS, pflicht=False),
    Feld("rolle", "als was das Mitglied dazugehört", "ständiges Mitglied"),
    Feld("ab", "ab wann", "2025-09-01"),
    Feld("mitglied_bis", "bis wann, wenn früher Schluss ist", "2026-06-30", pflicht=False),
    Feld("leitung", "wer die Arbeitsgruppe leitet (ohne das Mitglied selbst)", ["Frau Dr. Erika Beispiel"], liste=True),
    Feld("naechste_sitzung", "Tag der nächsten Sitzung der Arbeitsgruppe", "2025-10-14", pflicht=False),
))  # fmt: skip

_TEXTE = (
    Feld("titel", "Titel", "Konzept „Politik vor Ort erklären“"),
    Feld("vom", "Tag", "2026-06-10"),
    Feld("link", "wo der Text liegt", "https://netzwerk.example/konzept", pflicht=False),
    Feld("inhalt", "Zusammenfassung", "Bausteine für Rathausführungen in einfacher Sprache.", pflicht=False),
)

ABSCHLUSS = Feld("abschluss", "Die Arbeitsgruppe an ihrem Ende", felder=(
    *_AG,
    Feld("bis", "letzter Tag nach dem Einsetzungsbeschluss", "2026-12-31"),
    Feld("entwurf", "Satz, wenn die Arbeitsgruppe noch nicht abgeschlossen ist", "", pflicht=False),
    Feld("einsetzung", "worauf die Einsetzung beruht", _BESCHLUSS, pflicht=False),
    Feld("verlaengerungen", "Verlängerungen", liste=True, felder=(
        Feld("bis", "neues Ende", "2027-03-31"),
        Feld("zahl", "neue Zahl der ständigen Mitglieder", 10, pflicht=False),
        Feld("beschluss", "worauf sie beruht", "Sitzung der Strategiegruppe am 7. Juli 2026", pflicht=False),
    ), beispiel=({"zahl": 10, "beschluss": "Sitzung der Strategiegruppe am 7. Juli 2026"},)),
    Feld("abgeschlossen", "Tag des Abschlusses", "2027-03-18", pflicht=False),
    Feld("abschluss", "Beschluss über den Abschluss", "Sitzung der Strategiegruppe am 18. März 2027", pflicht=False),
    Feld("grund", "warum sie abgeschlossen wurde", "Auftrag erfüllt, Empfehlungen vorgelegt.", pflicht=False),
    Feld("mitglieder", "alle, die dazugehörten", liste=True, felder=(
        Feld("name", "Name", "Frau Leyla Beispiel"),
        Feld("rolle", "Rolle in Worten", "Leitung"),
        Feld("stelle", "Stelle", "Stadt Musterstadt", pflicht=False),
        Feld("von", "erster Tag", "2025-09-01"),
        Feld("bis", "letzter Tag, wenn vorher ausgeschieden", "2026-06-30", pflicht=False),
    ), beispiel=({"stelle": "Stadt Musterstadt"}, {"name": "Herr Jonas Muster", "rolle": "ständiges Mitglied",
        "stelle": "Landesstelle", "bis": "2026-06-30"})),
    Feld("sitzungen", "die gehaltenen Sitzungen der Arbeitsgruppe", liste=True, felder=(
        Feld("datum", "Tag", "2025-10-14"),
        Feld("ort", "Ort", "Videokonferenz", pflicht=False),
        Feld("anwesend", "wie viele da waren", 8),
    ), beispiel=({"ort": "Videokonferenz"}, {"datum": "2026-02-03", "anwesend": 9, "ort": "Musterburg"})),
    Feld("empfehlungen", "die Empfehlungen der Arbeitsgruppe", liste=True, felder=(
        Feld("nummer", "Nummer", "HE-2026-04"),
        Feld("titel", "Titel", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("ergebnis", "was die Strategiegruppe beschloss, mit Tag", "angenommen am 3. Dezember 2026", pflicht=False),
        Feld("stand", "wie weit sie seitdem ist", "in Umsetzung", pflicht=False),
    ), beispiel=({"ergebnis": "angenommen am 3. Dezember 2026", "stand": "in Umsetzung"},
        {"nummer": "HE-2026-05", "titel": "Ansprechstelle für politische Beteiligung", "stand": "eingereicht"})),
    Feld("konzepte", "Konzepte neben den Empfehlungen", liste=True, felder=_TEXTE,
        beispiel=({"inhalt": "Bausteine für Rathausführungen in einfacher Sprache."},)),
    Feld("berichte", "was die Arbeitsgruppe selbst berichtet hat", liste=True, felder=_TEXTE,
        beispiel=({"titel": "Abschlussbericht der AG", "vom": "2027-03-10",
            "inhalt": "Vier Empfehlungen, zwei davon mit Erprobung."},)),
    Feld("offen", "was noch offen ist, Sätze",
        ["HE-2026-05 „Ansprechstelle für politische Beteiligung“ ist eingereicht."], liste=True),
))  # fmt: skip
