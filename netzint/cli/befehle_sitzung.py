"""The commands of Sitzungen, Beschlussvorlagen and Umläufe, as ``befehle.py`` lists them."""

from __future__ import annotations

from netzint.cli.deutsch import Eintrag, Gruppeneintrag

SITZUNG_TOP = Gruppeneintrag(
    "Einzelne Punkte einer Tagesordnung aufnehmen, umstellen und streichen.",
    {
        "neu": Eintrag(
            "Einen Punkt auf die Tagesordnung nehmen; nach der Einladung als Tischvorlage.", "sitzung_top:neu"
        ),
        "verschieben": Eintrag(
            "Einen Punkt an einen anderen Platz stellen; nach der Einladung nur mit Grund.", "sitzung_top:verschieben"
        ),
        "streichen": Eintrag(
            "Einen Punkt streichen; nach der Einladung bleibt er als abgesetzt stehen, mit Grund.",
            "sitzung_top:streichen",
        ),
        "aendern": Eintrag("Titel, Begründung oder Bezug eines Punktes ändern.", "sitzung_top:aendern"),
    },
)

SITZUNG = Gruppeneintrag(
    "Sitzungen ansetzen, vorbereiten und ansehen.",
    {
        "neu": Eintrag("Eine Sitzung anlegen und ihre Tagesordnung vorschlagen.", "sitzung:neu"),
        "fortschreiben": Eintrag(
            "Die Tagesordnung auf den Stand von heute bringen.", "sitzung_vorbereitung:fortschreiben"
        ),
        "top": SITZUNG_TOP,
        "einladen": Eintrag(
            "Festhalten, dass eingeladen ist, und die Unterlagen dazu erzeugen.", "sitzung_vorbereitung:einladen"
        ),
        "aendern": Eintrag("Ort, Uhrzeit oder Form einer geplanten Sitzung ändern.", "sitzung_termin:aendern"),
        "verlegen": Eintrag("Eine Sitzung auf einen anderen Tag verlegen.", "sitzung_termin:verlegen"),
        "absagen": Eintrag("Eine Sitzung absagen.", "sitzung_termin:absagen"),
        "entfallen": Eintrag(
            "Eine versehentlich angelegte Sitzung aufgeben; ihre Nummer bleibt verbraucht.", "sitzung_termin:entfallen"
        ),
        "beginnen": Eintrag(
            "Eine Sitzung eröffnen: festhalten, wer da ist; zeigt, ob sie beschlussfähig ist.",
            "sitzung_verlauf:beginnen",
        ),
        "anwesend": Eintrag(
            "Zeigen, wer in einer Sitzung da ist, oder mit den Angaben dazu es ändern.", "sitzung_verlauf:anwesend"
        ),
        "abstimmen": Eintrag(
            "Eine Abstimmung festhalten; das Ergebnis wird berechnet und erklärt.", "abstimmung:abstimmen"
        ),
        "verlauf": Eintrag("Festhalten, was zu einem TOP beraten wurde.", "sitzung_verlauf:verlauf"),
        "abschliessen": Eintrag(
            "Eine Sitzung abschließen und ausführen, was sie beschlossen hat.", "sitzung_verlauf:abschliessen"
        ),
        "niederschrift": Eintrag(
            "Die Niederschrift einer Sitzung entwerfen und erzeugen; noch einmal aufgerufen, sie neu erzeugen.",
            "sitzung_verlauf:niederschrift",
        ),
        "liste": Eintrag("Alle Sitzungen mit Datum und Zustand zeigen.", "sitzung:liste"),
        "zeigen": Eintrag("Eine Sitzung mit ihrer Tagesordnung zeigen.", "sitzung:zeigen"),
        "verteiler": Eintrag(
            "Zeigen, wer zu einer Sitzung eingeladen ist oder wird, mit Adressen.", "sitzung:verteiler"
        ),
    },
)

BESCHLUSSVORLAGE = Gruppeneintrag(
    "Beschlussvorlagen schreiben, ändern und ansehen.",
    {
        "neu": Eintrag(
            "Eine Beschlussvorlage schreiben: für einen freien Beschluss oder über Empfehlungen.",
            "beschlussvorlage:neu",
        ),
        "aendern": Eintrag(
            "Den Text einer Beschlussvorlage schreiben oder ändern: Sachverhalt, Vorschlag, Kosten und mehr.",
            "beschlussvorlage:aendern",
        ),
        "entfallen": Eintrag(
            "Eine Beschlussvorlage aufgeben, die nicht gebraucht wird; ihre Nummer bleibt verbraucht.",
            "beschlussvorlage:entfallen",
        ),
        "liste": Eintrag(
            "Die Beschlussvorlagen zeigen: wie weit jede ist, und was ihr noch fehlt.", "beschlussvorlage:liste"
        ),
        "zeigen": Eintrag("Eine Beschlussvorlage mit ihrem ganzen Text zeigen.", "beschlussvorlage:zeigen"),
    },
)

UMLAUF = Gruppeneintrag(
    "Schriftlich abstimmen zwischen zwei Sitzungen.",
    {
        "neu": Eintrag("Eine Sache zur schriftlichen Abstimmung an alle Mitglieder geben.", "umlauf:neu"),
        "stimme": Eintrag("Die Antwort eines Mitglieds eintragen.", "umlauf:stimme"),
        "widerspruch": Eintrag(
            "Einen Widerspruch gegen das Verfahren eintragen; er beendet den Umlauf.", "umlauf:widerspruch"
        ),
        "aendern": Eintrag(
            "Die Frist eines laufenden Umlaufs verlängern, seinen Titel ändern oder jemanden als befangen eintragen.",
            "umlauf:aendern",
        ),
        "entfallen": Eintrag(
            "Einen laufenden Umlauf aufgeben, zum Beispiel weil sich die Sache erledigt hat.", "umlauf:entfallen"
        ),
        "abschliessen": Eintrag("Einen Umlauf auszählen und ausführen, was beschlossen ist.", "umlauf:abschliessen"),
        "liste": Eintrag("Alle Umlaufverfahren mit Frist und Stand zeigen.", "umlauf:liste"),
        "zeigen": Eintrag("Ein Umlaufverfahren mit allen Antworten zeigen.", "umlauf:zeigen"),
    },
)
