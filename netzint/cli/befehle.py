"""The table of commands: every word that ``netzint`` understands, its line of help, and where it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperOption

from netzint import __version__
from netzint.cli.ausgabe import show
from netzint.cli.befehle_empfehlung import EMPFEHLUNG
from netzint.cli.befehle_fach import ABDECKUNG, AG, AUSNAHME, BEAUFTRAGTE, BEDARF, THEMA, VERANSTALTUNG, ZIEL
from netzint.cli.deutsch import Eintrag, Gruppe, Gruppeneintrag

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

VORGABE = "lage"
"""What ``netzint`` alone does."""

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

MITGLIED = Gruppeneintrag(
    "Mitglieder benennen, ablösen, ändern und ansehen.",
    {
        "benennen": Eintrag("Jemanden auf einen freien Sitz der Strategiegruppe benennen.", "mitglied:benennen"),
        "nachbenennen": Eintrag(
            "Jemanden als Nachfolge auf einen Sitz benennen; das bisherige Mandat endet am Tag davor.",
            "mitglied:nachbenennen",
        ),
        "stellvertretung": Eintrag(
            "Für einen Sitz der Strategiegruppe eine Stellvertretung benennen.", "mitglied:stellvertretung"
        ),
        "aufruecken": Eintrag(
            "Eine Stellvertretung ordentliches Mitglied werden lassen; sie endet damit.", "mitglied:aufruecken"
        ),
        "abberufen": Eintrag("Ein Mandat beenden: durch Abberufung, Niederlegung oder Tod.", "mitglied_ende:abberufen"),
        "amt-beendet": Eintrag(
            "Vermerken, dass ein Amt endet; das Mandat läuft weiter, bis jemand nachfolgt.", "mitglied_ende:amt_beendet"
        ),
        "aendern": Eintrag("Angaben zu einer Person ändern: Name, Erreichbarkeit, Amt.", "mitglied_ende:aendern"),
        "liste": Eintrag("Alle Personen mit ihren Mandaten an einem Tag zeigen.", "mitglied:liste"),
        "zeigen": Eintrag("Eine Person mit ihren Ämtern und Mandaten zeigen.", "mitglied:zeigen"),
        "was-waere-wenn": Eintrag(
            "Zeigen, was ein Wechsel in der Strategiegruppe bewirken würde; nichts wird geändert.",
            "mitglied_ende:was_waere_wenn",
        ),
    },
)

STELLE = Gruppeneintrag(
    "Stellen anlegen, umbenennen, auflösen und ansehen.",
    {
        "neu": Eintrag("Eine Stelle anlegen, von Hand oder aus dem Gemeindeverzeichnis.", "stelle:neu"),
        "umbenennen": Eintrag("Einer Stelle von einem Tag an einen neuen Namen geben.", "stelle:umbenennen"),
        "aufgehen-in": Eintrag("Eine Stelle in einer anderen aufgehen lassen.", "stelle:aufgehen_in"),
        "aendern": Eintrag("Angaben zu einer Stelle ändern oder berichtigen.", "stelle:aendern"),
        "liste": Eintrag("Alle Stellen an einem Tag zeigen.", "stelle:liste"),
        "zeigen": Eintrag("Eine Stelle mit den Personen zeigen, die dort tätig sind.", "stelle:zeigen"),
        "register": Eintrag("Im amtlichen Gemeindeverzeichnis nachschlagen.", "stelle:register"),
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
        "abschliessen": Eintrag("Einen Umlauf auszählen und ausführen, was beschlossen ist.", "umlauf:abschliessen"),
        "liste": Eintrag("Alle Umlaufverfahren mit Frist und Stand zeigen.", "umlauf:liste"),
        "zeigen": Eintrag("Ein Umlaufverfahren mit allen Antworten zeigen.", "umlauf:zeigen"),
    },
)

DOKUMENT = Gruppeneintrag(
    "Dokumente aus den Daten erzeugen.",
    {"erzeugen": Eintrag("Die Dokumente zu einer Kennung neu erzeugen.", "dokument:erzeugen")},
)

BEFEHLE = Gruppeneintrag(
    "Die Gremienarbeit des Netzwerks: Daten prüfen, Sitzungen vorbereiten, Dokumente erzeugen.\n\n"
    "Ohne Befehl zeigt netzint die Lage. Was ein Befehl braucht, zeigt seine eigene Hilfe („netzint thema neu --help“);"
    " fehlt davon etwas, so fragt er danach.",
    {
        "lage": Eintrag("Zeigen, was heute wichtig ist, und die nächsten Schritte.", "lage:lage"),
        "fristen": Eintrag("Alle Fristen zeigen, oder als Kalender ausgeben.", "fristen:fristen"),
        "pruefen": Eintrag("Alle Daten und Vorlagen prüfen.", "pruefen:pruefen"),
        "regel": Eintrag("Die Regeln auflisten oder eine erklären.", "regel:regel"),
        "sitzung": SITZUNG,
        "umlauf": UMLAUF,
        "strategiegruppe": Eintrag(
            "Die zwölf Sitze der Strategiegruppe als Bild zeigen.", "strategiegruppe:strategiegruppe"
        ),
        "bedarf": BEDARF,
        "thema": THEMA,
        "ziel": ZIEL,
        "ag": AG,
        "mitglied": MITGLIED,
        "stelle": STELLE,
        "beauftragte": BEAUFTRAGTE,
        "abdeckung": ABDECKUNG,
        "veranstaltung": VERANSTALTUNG,
        "ausnahme": AUSNAHME,
        "empfehlung": EMPFEHLUNG,
        "beschlusskontrolle": Eintrag(
            "Zeigen, was aus den beschlossenen Empfehlungen bei jeder Stelle geworden ist, mit Ampel.",
            "beschluesse:beschlusskontrolle",
        ),
        "beschluesse": Eintrag(
            "Alle Beschlüsse zeigen: Antrag, Stimmen und Ergebnis; zu einer Kennung auch, warum es so ausging.",
            "beschluesse:beschluesse",
        ),
        "spur": Eintrag("Die ganze Kette zeigen: woher etwas kommt und was daraus wurde.", "spur:spur"),
        "dokument": DOKUMENT,
        "kennzahlen": Eintrag(
            "Sitzungen, Anwesenheit, Empfehlungen und Dauern in Zahlen, Jahr für Jahr.", "kennzahlen:kennzahlen"
        ),
        "suche": Eintrag("In allen Einträgen suchen; mit Datei und Zeile.", "suche:suche"),
        "verlauf": Eintrag("Zeigen, wann, durch wen und warum ein Eintrag geändert wurde.", "verlauf:verlauf"),
        "berichtigen": Eintrag(
            "Eine falsche Angabe berichtigen; was vorher dort stand, bleibt vermerkt.", "korrektur:berichtigen"
        ),
        "zuruecknehmen": Eintrag(
            "Einen Vorgang durch die entgegengesetzte Änderung zurücknehmen.", "korrektur:zuruecknehmen"
        ),
        "festschreiben": Eintrag(
            "Von Hand geänderte Daten und Vorlagen prüfen und festschreiben.", "festschreiben:festschreiben"
        ),
        "formatieren": Eintrag("Dateien in die übliche Form bringen.", "festschreiben:formatieren"),
        "init": Eintrag("Einen leeren, gültigen Datenordner für ein Netzwerk anlegen.", "anfang:init"),
    },
)


def _show_version(_ctx: Context, _param: Parameter, value: Any) -> None:
    if value:
        show(f"netzint {__version__}")
        raise typer.Exit


def build_hauptgruppe() -> Gruppe:
    """``netzint`` itself. The folder given here counts for every command (see ``optionen.Wurzel``)."""
    wurzel = TyperOption(
        param_decls=["--wurzel", "-C"],
        metavar="ORDNER",
        help="Der Ordner mit den Daten; sonst der nächste von hier aufwärts.",
    )
    version = TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Die Version zeigen.",
    )
    return Gruppe(
        "netzint",
        BEFEHLE,
        vorgabe=VORGABE,
        params=[wurzel, version],
        context_settings={"help_option_names": ["--help", "-h"]},
    )
