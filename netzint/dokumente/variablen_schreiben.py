"""The variables of Weiterleitungsschreiben and Beschlussauszug, with invented examples."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

_WORTLAUT = (
    Feld("fassung", "Nummer der Fassung, über die abgestimmt wurde", 2),
    Feld("wortlaut", "beschlossener Wortlaut",
        "Den Kommunen wird empfohlen, vor jeder Kommunalwahl in mehreren Sprachen zu informieren."),
    Feld("massnahme", "konkrete Maßnahme", "Ein gemeinsames Faltblatt in **acht Sprachen**."),
    Feld("pruefbar", "woran man die Umsetzung erkennt", "Anteil der Kommunen mit mehrsprachiger Erstinformation"),
    Feld("adressaten", "an wen sich die Empfehlung richtet", liste=True, felder=(
        Feld("stelle", "Stelle", "Städtetag Baden-Württemberg"),
        Feld("rolle", "Rolle in Worten", "federführend"),
        Feld("frist", "bis wann", "2027-06-30", pflicht=False),
    ), beispiel=({"frist": "2027-06-30"}, {"stelle": "Gemeindetag Baden-Württemberg", "rolle": "beteiligt"})),
    Feld("siegel", "Siegel des beschlossenen Wortlauts",
        "n1:ec256921037960edbf0b1e0858babe4f653495923bec789f6841d4c19d68cdb7", pflicht=False),
)  # fmt: skip

WEITERLEITUNG = Feld("weiterleitung", "Die Weiterleitung einer Empfehlung an eine Stelle", felder=(
    Feld("empfaenger", "Name der Stelle", "Städtetag Baden-Württemberg"),
    Feld("anschrift", "Anschrift der Stelle, mehrere Zeilen", "Beispielweg 2\n70000 Beispielstadt", pflicht=False),
    Feld("titel", "Titel der Empfehlung", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("empfehlung", "Nummer der Empfehlung", "HE-2026-04"),
    Feld("arbeitsgruppe", "Name der Arbeitsgruppe; passt hinter „der“",
        "AG „Demokratiebildung und politische Partizipation“"),
    Feld("beschluss", "wann und wie sie angenommen wurde",
        "in der Sitzung der Strategiegruppe am 3. Dezember 2026 angenommen"),
    Feld("rolle", "Rolle der Stelle in Worten", "federführend", pflicht=False),
    Feld("frist", "bis wann die Stelle umsetzen soll", "2027-06-30", pflicht=False),
    Feld("abgegeben_von", "Stelle, die die Sache hierher abgegeben hat", "", pflicht=False),
    Feld("antwort_bis", "Tag, bis zu dem eine erste Rückmeldung erbeten ist", "2027-03-04", pflicht=False),
    *_WORTLAUT,
    Feld("begruendung", "Begründung", "Wer die Wahl nicht versteht, geht nicht hin.", pflicht=False),
))  # fmt: skip

AUSZUG = Feld("auszug", "Der Beschlussauszug", felder=(
    Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("anlass", "Sitzung oder Umlaufverfahren mit Tag", "14. Sitzung der Strategiegruppe am 3. Dezember 2026"),
    Feld("top", "Nummer des Tagesordnungspunkts", "4.1", pflicht=False),
    Feld("ort", "Ort der Sitzung", "Stuttgart, Haus der Beispiele", pflicht=False),
    Feld("leitung", "wer die Sitzung leitete", "Frau Dr. Erika Beispiel", pflicht=False),
    Feld("vorlage", "Nummer der Beschlussvorlage", "BV-2026-007", pflicht=False),
    Feld("beschluesse", "was beschlossen wurde", liste=True, felder=(
        Feld("kennung", "Kennung des Beschlusses", "sg-2026-03/he-2026-04"),
        Feld("antrag", "Punkte des Antrags",
            ["Die Empfehlung HE-2026-04 wird in der Fassung 2 angenommen."], liste=True),
        Feld("ergebnis", "Ergebnis in Worten", "angenommen"),
        Feld("stimmen", "Stimmen in Worten", "9 Ja, 1 Nein, 1 Enthaltung", pflicht=False),
        Feld("empfehlungen", "die Empfehlungen in der Fassung, über die abgestimmt wurde", liste=True, felder=(
            Feld("nummer", "Nummer der Empfehlung", "HE-2026-04"),
            Feld("titel", "Titel", "Mehrsprachige Erstinformation zur Kommunalwahl"),
            *_WORTLAUT,
        )),
    )),
    Feld("vorbehalt", "Satz, solange die Niederschrift nicht genehmigt ist", "", pflicht=False),
    Feld("geht_an", "an wen der Auszug geht", ["Städtetag Baden-Württemberg"], liste=True),
))  # fmt: skip
