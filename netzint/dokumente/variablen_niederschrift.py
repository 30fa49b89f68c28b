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
    Feld("ergebnis", "Ergebnis in Worten", "geändert angenommen"),
    Feld("erklaerung", "wie sich das Ergebnis ergibt",
        "11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. 9 Ja gegen 1 Nein bei 1 Enthaltung: angenommen.",
        pflicht=False),
), beispiel=(
    {"befangen": ["Frau Dr. Erika Beispiel"], "wortlaut": ({},), "stimmen": "9 Ja, 1 Nein, 1 Enthaltung"},
))  # fmt: skip

NIEDERSCHRIFT = Feld("niederschrift", "Die Niederschrift", felder=(
    Feld("fuehrung", "wer sie geführt hat", "Frau Kim Mustermann", pflicht=False),
    Feld("vom", "Tag der Niederschrift", "2026-12-10", pflicht=False),
    Feld("leitung", "wer die Sitzung geleitet hat", "Frau Dr. Karin Beispiel", pflicht=False),
    Feld("genehmigung", "Satz zur Genehmigung",
        "Diese Niederschrift ist noch nicht genehmigt; darüber beschließt die nächste Sitzung."),
    Feld("ladung", "Satz zur Ladung", "Eingeladen wurde am 12. November 2026, 20 Tage vor der Sitzung."),
    Feld("beschlussfaehigkeit", "Sätze zur Beschlussfähigkeit",
        ["11 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig."], liste=True),
    Feld("anwesend", "wer da war, mit Stimme oder als Mitglied der AG", liste=True, felder=(
        Feld("name", "Name", "Frau Dr. Erika Beispiel"),
        Feld("platz", "Sitz oder Rolle", "Kommunen – Stadt", pflicht=False),
        Feld("fuer", "in Vertretung für", "Herr Max Muster", pflicht=False),
        Feld("nicht_bei", "Nummern der TOPs, bei denen die Person nicht da war", "8 und 9", pflicht=False),
    ), beispiel=({"platz": "Kommunen – Stadt", "nicht_bei": "8 und 9"}, {"fuer": "Herr Max Muster"})),
    Feld("ohne_stimme", "wer sonst dazugehört und ohne Stimme da war", ["Frau Kim Mustermann"], liste=True),
    Feld("gaeste", "Gäste", ["Stadt Musterstadt (Integrationsbeauftragte)"], liste=True),
    Feld("entschuldigt", "wer entschuldigt fehlte", ["Herr Max Muster"], liste=True),
    Feld("unentschuldigt", "wer unentschuldigt fehlte", ["Herr Udo Beispiel"], liste=True),
    Feld("punkte", "die Tagesordnungspunkte", liste=True, felder=(
        Feld("nummer", "Nummer", "4"),
        Feld("titel", "Gegenstand", "Mehrsprachige Erstinformation zur Kommunalwahl"),
        Feld("vorlage", "Nummer der Beschlussvorlage", "BV-2026-007", pflicht=False),
        Feld("verlauf", "Gang der Beratung", "Die AG-Leitung stellt die Empfehlung vor.", pflicht=False),
        Feld("abgesetzt", "warum der Punkt abgesetzt wurde", "", pflicht=False),
        _BESCHLUSS,
    ), beispiel=(
        {"nummer": "1", "titel": "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit",
            "verlauf": "Die Leitung begrüßt die Anwesenden.", "beschluesse": ()},
        {"vorlage": "BV-2026-007", "verlauf": "Die AG-Leitung stellt die Empfehlung vor.", "beschluesse": ({},)},
        {"nummer": "5", "titel": "Überprüfung der Umsetzung", "abgesetzt": "die Rückmeldungen fehlen noch",
            "beschluesse": ()},
    )),
))  # fmt: skip
