"""The variables of the Niederschrift: attendance, quorum, and per TOP its course and its Beschlüsse."""

from __future__ import annotations

from netzint.dokumente.felder import Feld

_BESCHLUSS = Feld("beschluesse", "Beschlüsse zu diesem Punkt", liste=True, pflicht=False, felder=(
    Feld("kennung", "Kennung des Beschlusses", "sg-2026-03/he-2026-04"),
    Feld("antrag", "worüber abgestimmt wurde, Sätze",
        ["Die Empfehlung HE-2026-04 „Mehrsprachige Erstinformation“ wird in der Fassung 2 angenommen."], liste=True),
    Feld("wortlaut", "Wortlaut der angenommenen Empfehlungen, je eine Angabe", ({},), liste=True, felder=(
        Feld("empfehlung", "Nummer und Fassung", "HE-2026-04, Fassung 2"),
        Feld("wortlaut", "Wortlaut", "Die Kommunen informieren vor jeder Kommunalwahl in mehreren Sprachen."),
        Feld("massnahme", "konkrete Maßnahme", "Ein gemeinsames Faltblatt in acht Sprachen."),
        Feld("pruefbar", "woran man die Umsetzung erkennt", "Anteil der Kommunen mit Faltblatt"),
    )),
    Feld("stimmen", "die Stimmen in Worten", "9 Ja, 1 Nein, 1 Enthaltung", pflicht=False),
    Feld("namentlich", "namentliche Abstimmung, Sätze", [], liste=True),
    Feld("befangen", "wer befangen war", ["Frau Dr. Erika Beispiel"], liste=True),
    Feld("beschlussfaehigkeit", "Satz zur Beschlussfähigkeit bei dieser Abstimmung",
        "11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig.", pflicht=False),
    Feld("ergebnis", "Ergebnis in Worten", "geändert angenommen"),
    Feld("erklaerung", "wie sich das Ergebnis ergibt",
        "9 Ja gegen 1 Nein bei 1 Enthaltung: angenommen.",
        pflicht=False),
), beispiel=(
    {"befangen": ["Frau Dr. Erika Beispiel"], "wortlaut": ({},), "stimmen": "9 Ja, 1 Nein, 1 Enthaltung",
        "beschlussfaehigkeit": "11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig.",
        "erklaerung": "9 Ja gegen 1 Nein bei 1 Enthaltung: angenommen."},
))  # fmt: skip

NIEDERSCHRIFT = Feld("niederschrift", "Die Niederschrift", felder=(
    Feld("fuehrung", "wer sie geführt hat", "Frau Kim Mustermann", pflicht=False),
    Feld("vom", "Tag der Niederschrift", "2026-12-10", pflicht=False),
    Feld("leitung", "wer die Sitzung geleitet hat", "Frau Dr. Karin Beispiel", pflicht=False),
    Feld("entwurf", "Satz, solange sie nicht genehmigt ist", "", pflicht=False),
    Feld("genehmigung", "Satz zur Genehmigung",
        "Genehmigt in der Sitzung am 18. März 2027 (Beschluss sg-2027-01/niederschrift)."),
    Feld("ladung", "Sätze zur Ladung",
        "Die Ladung war ordnungsgemäß: Eingeladen wurde am 12. November 2026; dazwischen lagen 20 Tage."),
    Feld("beschlussfaehigkeit", "Sätze zur Beschlussfähigkeit",
        ["11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig."], liste=True),
    Feld("anwesend", "wer da war, mit Stimme oder als Mitglied der AG", liste=True, felder=(
        Feld("name", "Name", "Frau Dr. Erika Beispiel"),
        Feld("platz", "Sitz oder Rolle", "Kommunen – Stadt", pflicht=False),
        Feld("fuer", "in Vertretung für", "Herr Max Muster", pflicht=False),
        Feld("nicht_bei", "Nummern der TOPs, bei denen die Person nicht da war", "8 und 9", pflicht=False),
    ), beispiel=({"platz": "Kommunen – Stadt", "nicht_bei": "8 und 9"}, {"fuer": "Herr Max Muster"})),
    Feld("geschaeftsstelle", "wer von der Geschäftsstelle da war", ["Frau Kim Mustermann"], liste=True),
    Feld("ohne_stimme", "wer sonst dazugehört und ohne Stimme da war", ["Frau Eva Muster"], liste=True),
    Feld("gaeste", "Gäste", ["Stadt Musterstadt (Integrationsbeauftragte)"], liste=True),
    Feld("entschuldigt", "wer entschuldigt fehlte", ["Herr Max Muster"], liste=True),
    Feld("unentschuldigt", "wer unentschuldigt fehlte", ["Herr Udo Beispiel"], liste=True),
    Feld("punkte", "die Tagesordnungspunkte", liste=True, felder=(
        Feld("nummer", "Nummer", "4"),
        Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("vorlage", "Nummer der Beschlussvorlage", "BV-2026-007", pflicht=False),
        Feld("hinweise", "was an dem Punkt besonders ist (Tischvorlage, umgestellt, wiederaufgenommen), Sätze", [],
            liste=True),
        Feld("wechsel", "wer bei diesem Punkt kommt oder geht, Sätze", [], liste=True),
        Feld("verlauf", "Gang der Beratung", "Die AG-Leitung stellt die Empfehlung vor.", pflicht=False),
        Feld("abgesetzt", "warum der Punkt abgesetzt wurde", "", pflicht=False),
        _BESCHLUSS,
    ), beispiel=(
        {"nummer": "1", "titel": "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit",
            "verlauf": "Die Leitung begrüßt die Anwesenden.", "beschluesse": ()},
        {"vorlage": "BV-2026-007", "verlauf": "Die AG-Leitung stellt die Empfehlung vor.", "beschluesse": ({},)},
        {"nummer": "4.1", "titel": "Beteiligungslotsinnen und Beteiligungslotsen", "vorlage": "BV-2026-008",
            "hinweise": ["Der Punkt wurde nach dem Versand der Einladung aufgenommen (Tischvorlage)."],
            "wechsel": ["Herr Max Muster verlässt die Sitzung."], "beschluesse": ()},
        {"nummer": "5", "titel": "Überprüfung der Umsetzung", "abgesetzt": "die Rückmeldungen fehlen noch",
            "beschluesse": ()},
    )),
    Feld("berichtigungen", "was später berichtigt wurde, Sätze", [], liste=True),
))  # fmt: skip
