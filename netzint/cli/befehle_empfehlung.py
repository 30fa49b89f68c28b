"""The commands of Empfehlungen, as ``befehle.py`` lists them."""

from __future__ import annotations

from netzint.cli.deutsch import Eintrag, Gruppeneintrag

EMPFEHLUNG = Gruppeneintrag(
    "Empfehlungen vom ersten Wortlaut bis zur Erledigung führen.",
    {
        "neu": Eintrag("Eine Empfehlung einer Arbeitsgruppe mit ihrer ersten Fassung anlegen.", "empfehlung:neu"),
        "fassung": Eintrag(
            "Eine neue Fassung des Wortlauts eintragen; was nicht angegeben ist, bleibt wie es war.",
            "empfehlung:fassung",
        ),
        "aendern": Eintrag(
            "Titel, Ziele oder Begründung ändern; den Wortlaut ändert „empfehlung fassung“.", "empfehlung:aendern"
        ),
        "einreichen": Eintrag(
            "Eintragen, dass die Arbeitsgruppe die neueste Fassung eingereicht hat.", "empfehlung:einreichen"
        ),
        "zurueckziehen": Eintrag(
            "Eintragen, dass die Arbeitsgruppe eine Empfehlung vor der Abstimmung zurückzieht.",
            "empfehlung:zurueckziehen",
        ),
        "entfallen": Eintrag("Eine Nummer zurückgeben, unter der nie etwas eingereicht wurde.", "empfehlung:entfallen"),
        "siegeln": Eintrag("Das Siegel eines Beschlusses nachtragen, der noch keines hat.", "empfehlung:siegeln"),
        "weiterleiten": Eintrag(
            "Den beschlossenen Wortlaut an die betroffenen Stellen weiterleiten; die Schreiben liegen in ausgabe/.",
            "empfehlung_umsetzung:weiterleiten",
        ),
        "rueckmeldung": Eintrag(
            "Eintragen, was eine Stelle geantwortet hat: ob sie die Empfehlung aufgreift; wenn nicht, warum.",
            "empfehlung_umsetzung:rueckmeldung",
        ),
        "umsetzung": Eintrag(
            "Eintragen, wie weit eine Stelle mit der Umsetzung ist: wer, bis wann, mit welchem Nachweis.",
            "empfehlung_umsetzung:umsetzung",
        ),
        "ueberpruefen": Eintrag(
            "Eintragen, was die Überprüfung der Umsetzung bei einer Stelle ergab und wann wieder gefragt wird.",
            "empfehlung_umsetzung:ueberpruefen",
        ),
        "erledigen": Eintrag(
            "Die Sache bei einer Stelle mit einem Erledigungsvermerk abschließen.", "empfehlung_umsetzung:erledigen"
        ),
        "abgeben": Eintrag(
            "Eintragen, dass eine Stelle die Sache abgegeben hat; sie geht damit an die andere Stelle.",
            "empfehlung_umsetzung:abgeben",
        ),
        "liste": Eintrag(
            "Alle Empfehlungen mit ihrem Stand zeigen und was als Nächstes fehlt.", "empfehlung_fragen:liste"
        ),
        "zeigen": Eintrag(
            "Das ganze Leben einer Empfehlung zeigen: Wortlaut, Verlauf, Umsetzung, was fehlt und wer am Zug ist.",
            "empfehlung_fragen:zeigen",
        ),
    },
)
