"""The variables of letters that ask a Stelle for something, and of the address of every such letter."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

BRIEF = Feld("brief", "An wen das Schreiben geht", felder=(
    Feld("anschrift", "Name und Anschrift, mehrere Zeilen",
        "Städtetag Baden-Württemberg\nBeispielweg 2\n70000 Beispielstadt"),
    Feld("anrede", "Anrede, ohne Komma", "Sehr geehrte Damen und Herren"),
))  # fmt: skip

BENENNUNG = Feld("benennung", "Die Anfrage, wer für einen Sitz benannt wird", felder=(
    Feld("sitz", "Name des Sitzes", "Kommunen – Stadt"),
    Feld("bank", "Bank, zu der er gehört", "Kommunen"),
    Feld("anlass", "warum jetzt angefragt wird, Sätze", "Er ist seit dem 1. September 2026 nicht besetzt."),
    Feld("nur_stellvertretung", "ja, wenn nur eine Stellvertretung fehlt", beispiel=False, pflicht=False),
    Feld("gesucht", "wer gesucht ist; passt hinter „benennen Sie uns“",
        "die Leiterin oder den Leiter der Kommunalverwaltung einer Stadt"),
    Feld("erlaeuterung", "was die Geschäftsordnung dazu sagt, Sätze",
        ["Als Stadt zählen hier Städte, Große Kreisstädte und Stadtkreise.",
            "Eine Person kann nur einen Sitz innehaben."], liste=True),
    Feld("auch", "welche Stellen außerdem benennen dürfen",
        ["Gemeindetag Baden-Württemberg", "Landkreistag Baden-Württemberg"], liste=True),
    Feld("bis", "Tag, bis zu dem die Benennung erbeten ist", "2026-12-21"),
    Feld("stellvertretung", "Satz zur Stellvertretung",
        "Bitte nennen Sie uns auch eine Person, die das Mitglied persönlich vertritt.", pflicht=False),
))  # fmt: skip

WIEDERVORLAGE = Feld("wiedervorlage", "Die Rückfrage an eine Stelle zu einer Empfehlung", felder=(
    Feld("titel", "Titel der Empfehlung", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("empfehlung", "Nummer der Empfehlung", "HE-2026-04"),
    Feld("arbeitsgruppe", "Name der Arbeitsgruppe; passt hinter „der“",
        "AG „Demokratiebildung und politische Partizipation“"),
    Feld("beschluss", "wann und wie sie angenommen wurde",
        "in der Sitzung der Strategiegruppe am 3. Dezember 2026 angenommen", pflicht=False),
    Feld("weitergeleitet", "Tag der Weiterleitung", "2026-12-10"),
    Feld("rolle", "Rolle der Stelle in Worten", "federführend", pflicht=False),
    Feld("frist", "bis wann die Stelle umsetzen soll", "2027-06-30", pflicht=False),
    Feld("beantwortet", "ja, wenn die Stelle schon geantwortet hat", beispiel=True, pflicht=False),
    Feld("erbeten_war", "Tag, bis zu dem um Antwort gebeten war, wenn er vorbei ist", "2027-09-01", pflicht=False),
    Feld("bis", "Tag, bis zu dem jetzt um Antwort gebeten wird", "2027-10-08"),
    Feld("stand", "was die Stelle mitgeteilt oder eine Überprüfung ergeben hat, das Älteste zuerst", liste=True,
        felder=(
            Feld("am", "Tag", "2027-03-04"),
            Feld("status", "Stand in Worten", "in Umsetzung"),
            Feld("wer", "wer dort zuständig ist", "Dezernat II", pflicht=False),
            Feld("bis", "bis wann umgesetzt sein soll", "2027-12-31", pflicht=False),
            Feld("text", "Grund, Vermerk und Nachweis", "Mittel erst im Doppelhaushalt.", pflicht=False),
        ), beispiel=({"wer": "Dezernat II", "bis": "2027-12-31", "text": "Mittel erst im Doppelhaushalt."},)),
    Feld("wortlaut", "beschlossener Wortlaut",
        "Den Kommunen wird empfohlen, vor jeder Kommunalwahl in mehreren Sprachen zu informieren.", pflicht=False),
    Feld("massnahme", "konkrete Maßnahme", "Ein gemeinsames Faltblatt in **acht Sprachen**.", pflicht=False),
    Feld("pruefbar", "woran man die Umsetzung erkennt", "Anteil der Kommunen mit mehrsprachiger Erstinformation",
        pflicht=False),
))  # fmt: skip
