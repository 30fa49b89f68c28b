"""The groups of variables that the kinds of documents share, with the invented examples that previews show."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

NETZWERK = Feld("netzwerk", "Das Netzwerk und seine Geschäftsstelle", felder=(
    Feld("name", "Name des Netzwerks", "Netzwerk Integration Baden-Württemberg"),
    Feld("stelle", "Name der Geschäftsstelle", "Geschäftsstelle des Netzwerks Integration"),
    Feld("anschrift", "Anschrift, mehrere Zeilen", "Beispielstraße 1\n70000 Beispielstadt"),
    Feld("e_mail", "E-Mail-Adresse", "geschaeftsstelle@netzwerk.example"),
    Feld("beispieldaten", "ja, wenn alle Angaben erfunden sind", beispiel=True, pflicht=False),
))  # fmt: skip

DOKUMENT = Feld("dokument", "Das Schreiben selbst", felder=(
    Feld("kennung", "Kennung", "bv-2026-007"),
    Feld("nummer", "Nummer, wie sie gezeigt wird", "BV-2026-007"),
    Feld("aktenzeichen", "Aktenzeichen", "NIBW-04-0027", pflicht=False),
    Feld("datum", "Tag des Schreibens", "2026-11-12"),
    Feld("ort", "Ort des Schreibens", "Stuttgart", pflicht=False),
    Feld("oeffentlich", "ja, wenn es die Fassung für die Öffentlichkeit ist", beispiel=False, pflicht=False),
))  # fmt: skip

HERKUNFT = Feld("herkunft", "Woraus das Schreiben entstand", felder=(
    Feld("vorgang", "Kennzeichen des Vorgangs", "v-20261112-7f3a", pflicht=False),
    Feld("pruefsumme", "Prüfsumme der Angaben, aus denen es entstand", "n1:5d41402abc4b2a76b9719d911017c592",
        pflicht=False),
))  # fmt: skip

GREMIUM = Feld("gremium", "Name des Gremiums; passt hinter „der“", "Strategiegruppe")

SITZUNG = Feld("sitzung", "Die Sitzung", felder=(
    Feld("kennung", "Kennung", "sg-2026-03"),
    Feld("nummer", "laufende Nummer der Sitzung", 14),
    Feld("datum", "Tag", "2026-12-03"),
    Feld("wochentag", "Wochentag", "Donnerstag"),
    Feld("beginn", "Beginn", "10:00"),
    Feld("ende", "voraussichtliches Ende", "15:30", pflicht=False),
    Feld("ort", "Ort", "Stuttgart, Haus der Beispiele", pflicht=False),
    Feld("form", "Form in Worten", "in Präsenz"),
    Feld("zugang", "Adresse der Videokonferenz", "https://video.example/nibw-14", pflicht=False),
    Feld("leitung", "wer die Sitzung leitet", "Vorsitz (Ministerium)", pflicht=False),
    Feld("ladungsfrist", "Satz zur Ladungsfrist",
        "Die Ladungsfrist beträgt 14 Tage; die Einladung ist bis zum 18. November 2026 zu versenden."),
    Feld("rueckmeldung_bis", "Tag, bis zu dem Rückmeldung erbeten ist", "2026-11-26", pflicht=False),
    Feld("stellvertretung", "Satz zur Stellvertretung",
        "Wer verhindert ist, gibt die Einladung bitte an die persönliche Stellvertretung weiter.", pflicht=False),
    Feld("zweite_ladung", "Satz, wenn es die zweite Einladung zu denselben Punkten ist", "", pflicht=False),
))  # fmt: skip

TABELLE = Feld("tabelle", "Tabelle zu diesem Punkt", pflicht=False, felder=(
    Feld("titel", "Überschrift der Tabelle", "", pflicht=False),
    Feld("spalten", "Namen der Spalten", [], liste=True),
    Feld("zeilen", "Zeilen", [], liste=True, felder=(Feld("zellen", "Werte, einer je Spalte", [], liste=True),)),
))  # fmt: skip

_TOP = (
    Feld("nummer", "Nummer als Text", "4"),
    Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld(
        "weil",
        "warum der Punkt auf der Tagesordnung steht",
        "am 2. November 2026 von der AG eingereicht",
        pflicht=False,
    ),
    Feld("vorlage", "Nummer der Beschlussvorlage", "BV-2026-007", pflicht=False),
)

TOPS = Feld("tops", "Die Tagesordnungspunkte", liste=True, felder=(
    *_TOP,
    Feld("oeffentlich", "ja, wenn der Punkt öffentlich ist", beispiel=False, pflicht=False),
    Feld("unterpunkte", "Unterpunkte", [], liste=True, felder=_TOP),
    TABELLE,
), beispiel=(
    {"nummer": "1", "titel": "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit"},
    {"nummer": "2", "titel": "Genehmigung der Tagesordnung"},
    {"nummer": "3", "titel": "Genehmigung der Niederschrift der 13. Sitzung",
        "weil": "Niederschrift vom 16. Juli 2026"},
    {"nummer": "4", "titel": "Empfehlungen der AG „Demokratiebildung und politische Partizipation“", "unterpunkte": (
        {"nummer": "4.1", "titel": "Mehrsprachige Erstinformation zur Kommunalwahl",
            "weil": "am 2. November 2026 von der AG eingereicht", "vorlage": "BV-2026-007"},
        {"nummer": "4.2", "titel": "Beteiligungslotsinnen und Beteiligungslotsen",
            "weil": "in der 13. Sitzung vertagt", "vorlage": "BV-2026-005"},
    )},
    {"nummer": "5", "titel": "Überprüfung der Umsetzung", "weil": "zwei Wiedervorlagen sind fällig"},
    {"nummer": "6", "titel": "Besetzung der Strategiegruppe", "weil": "ein Sitz ist unbesetzt", "tabelle": {
        "titel": "Unbesetzte Sitze", "spalten": ["Sitz", "Bank", "seit"],
        "zeilen": ({"zellen": ["Kommunen, Landkreis", "Kommunen", "1. September 2026"]},),
    }},
    {"nummer": "7", "titel": "Verschiedenes, nächste Termine"},
))  # fmt: skip

UNTERLAGEN = Feld(
    "unterlagen", "Anlagen zur Einladung", ["Beschlussvorlage BV-2026-005", "Beschlussvorlage BV-2026-007"], liste=True
)

VERTEILER = Feld("verteiler", "An wen das Schreiben geht", liste=True, felder=(
    Feld("name", "Name mit Anrede und Titel", "Frau Dr. Erika Beispiel"),
    Feld("funktion", "Funktion", "Oberbürgermeisterin", pflicht=False),
    Feld("stelle", "Stelle", "Stadt Musterstadt", pflicht=False),
    Feld("als", "Als was, wenn nicht als Mitglied", "als Gast", pflicht=False),
), beispiel=(
    {"name": "Frau Dr. Erika Beispiel", "funktion": "Oberbürgermeisterin", "stelle": "Stadt Musterstadt"},
    {"name": "Herr Max Muster", "funktion": "Referatsleiter",
        "stelle": "Ministerium für Soziales, Gesundheit und Integration"},
))  # fmt: skip

BESCHLUSSKONTROLLE = Feld("beschlusskontrolle", "Stand der Umsetzung beschlossener Empfehlungen", liste=True, felder=(
    Feld("empfehlung", "Nummer der Empfehlung", "HE-2026-02"),
    Feld("titel", "Titel der Empfehlung", "Sprachmittlung in der Verwaltung"),
    Feld("stelle", "Stelle, an die sie ging", "Städtetag"),
    Feld("stand", "Stand in Worten", "in Umsetzung"),
    Feld("wer", "wer dort zuständig ist", "Dezernat II", pflicht=False),
    Feld("bis", "bis wann", "2027-06-30", pflicht=False),
    Feld("grund", "Grund einer Verzögerung oder Ablehnung", "Mittel erst im Doppelhaushalt", pflicht=False),
), beispiel=(
    {"wer": "Dezernat II", "bis": "2027-06-30", "grund": "Mittel erst im Doppelhaushalt"},
    {"empfehlung": "HE-2025-04", "titel": "Wegweiser für Ehrenamtliche", "stelle": "Landkreistag",
        "stand": "noch offen"},
))  # fmt: skip

BESCHLUSSVORLAGE = Feld("beschlussvorlage", "Die Beschlussvorlage", felder=(
    Feld("nummer", "Nummer", "BV-2026-007"),
    Feld("betreff", "Betreff", "Mehrsprachige Erstinformation zur Kommunalwahl"),
    Feld("top", "Nummer des Tagesordnungspunkts", "4.1", pflicht=False),
    Feld("umlauf", "Nummer des Umlaufverfahrens, wenn schriftlich abgestimmt wird", "", pflicht=False),
    Feld("antwort_bis", "letzter Tag für Antworten im Umlaufverfahren", "", pflicht=False),
    Feld("empfehlung", "Nummer der Empfehlung", "HE-2026-04", pflicht=False),
    Feld("fassung", "Fassung der Empfehlung, über die abgestimmt wird", 2, pflicht=False),
    Feld("eingereicht", "Tag, an dem die AG sie eingereicht hat", "2026-11-02", pflicht=False),
    Feld("federfuehrung", "wer federführend ist", "AG „Demokratiebildung und politische Partizipation“"),
    Feld("berichterstattung", "wer berichtet", "AG-Leitung", pflicht=False),
    Feld("beschlussvorschlag", "Punkte des Beschlussvorschlags", [
        "Die Strategiegruppe nimmt die Empfehlung HE-2026-04 in der Fassung 2 an.",
        "Die Geschäftsstelle leitet sie weiter und erbittet eine erste Rückmeldung binnen zwölf Wochen.",
    ], liste=True),
    Feld("wortlaut", "Wortlaut der Empfehlung",
        "Die Kommunen informieren Zugewanderte vor jeder Kommunalwahl in mehreren Sprachen.", pflicht=False),
    Feld("massnahme", "konkrete Maßnahme",
        "Ein gemeinsames Faltblatt in **acht Sprachen**:\n\n- Wer darf wählen?\n- Wie wird gewählt?", pflicht=False),
    Feld("pruefbar", "woran man die Umsetzung erkennt", "Anteil der Kommunen mit mehrsprachiger Erstinformation",
        pflicht=False),
    Feld("adressaten", "an wen sich die Empfehlung richtet", liste=True, felder=(
        Feld("stelle", "Stelle", "Städtetag Baden-Württemberg"),
        Feld("rolle", "Rolle in Worten", "federführend"),
        Feld("frist", "bis wann", "2027-06-30", pflicht=False),
    ), beispiel=({"frist": "2027-06-30"}, {"stelle": "Gemeindetag Baden-Württemberg", "rolle": "beteiligt"})),
    Feld("empfehlungen", "bei einem Antrag über mehrere Empfehlungen: jede mit ihrem Wortlaut", (), liste=True, felder=(
        Feld("nummer", "Nummer", "HE-2026-04"),
        Feld("titel", "Titel", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("fassung", "Fassung, über die abgestimmt wird", 2),
        Feld("eingereicht", "Tag, an dem die AG sie eingereicht hat", "2026-11-02", pflicht=False),
        Feld("wortlaut", "Wortlaut", "Die Kommunen informieren vor jeder Kommunalwahl in mehreren Sprachen."),
        Feld("massnahme", "konkrete Maßnahme", "Ein gemeinsames Faltblatt in acht Sprachen."),
        Feld("pruefbar", "woran man die Umsetzung erkennt", "Anteil der Kommunen mit Faltblatt"),
        Feld("adressaten", "an wen sie sich richtet", liste=True, felder=(
            Feld("stelle", "Stelle", "Städtetag Baden-Württemberg"),
            Feld("rolle", "Rolle in Worten", "federführend"),
            Feld("frist", "bis wann", "2027-06-30", pflicht=False),
        )),
    )),
    Feld("sachverhalt", "Sachverhalt",
        "In den Kommunen gibt es sehr unterschiedliche Angebote.\n\nEine landesweite Übersicht fehlt bisher.",
        pflicht=False),
    Feld("begruendung", "Begründung", "Wer die Wahl nicht versteht, geht nicht hin.", pflicht=False),
    Feld("finanzielle_auswirkungen", "finanzielle Auswirkungen",
        "Keine beim Netzwerk; Druckkosten tragen die Kommunen.", pflicht=False),
    Feld("betroffene_stellen", "Namen der betroffenen Stellen", ["Städtetag Baden-Württemberg",
        "Gemeindetag Baden-Württemberg"], liste=True),
    Feld("anlagen", "Anlagen", ["Entwurf des Faltblatts"], liste=True),
    Feld("nachgereicht", "Tag, an dem sie nach dem Versand geändert wurde; sie ist dann Tischvorlage", "2026-11-30",
        pflicht=False),
    Feld("beratungsfolge", "wo beraten wird und wurde", liste=True, felder=(
        Feld("gremium", "Gremium", "Strategiegruppe"),
        Feld("datum", "Tag", "2026-12-03", pflicht=False),
        Feld("ergebnis", "Ergebnis in Worten", "Beschlussfassung", pflicht=False),
    ), beispiel=(
        {"gremium": "AG „Demokratiebildung und politische Partizipation“", "datum": "2026-10-20",
            "ergebnis": "Zustimmung"},
        {"datum": "2026-12-03", "ergebnis": "Beschlussfassung"},
    )),
))  # fmt: skip
