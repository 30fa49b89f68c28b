"""The table of commands: every word that ``netzint`` understands, its line of help, and where it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperOption

from netzint import __version__
from netzint.cli.ausgabe import show
from netzint.cli.befehle_empfehlung import EMPFEHLUNG
from netzint.cli.befehle_fach import ABDECKUNG, AG, AUSNAHME, BEAUFTRAGTE, BEDARF, THEMA, VERANSTALTUNG, ZIEL
from netzint.cli.befehle_ordnung import ABWEICHUNG, GESCHAEFTSORDNUNG, NETZWERK
from netzint.cli.befehle_sitzung import BESCHLUSSVORLAGE, SITZUNG, UMLAUF
from netzint.cli.deutsch import Eintrag, Gruppe, Gruppeneintrag

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

VORGABE = "lage"
"""What ``netzint`` alone does."""

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
        "mandat-berichtigen": Eintrag(
            "Ein falsch eingetragenes Mandat berichtigen: Sitz, Tage, Benennung; das Bisherige bleibt vermerkt.",
            "mitglied_berichtigen:mandat_berichtigen",
        ),
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
        "aufgehen-in": Eintrag("Eine Stelle in einer anderen aufgehen lassen.", "stelle_ende:aufgehen_in"),
        "schliessen": Eintrag(
            "Eine Stelle ohne Nachfolge enden lassen; die Ämter dort enden mit ihr.", "stelle_ende:schliessen"
        ),
        "aendern": Eintrag("Angaben zu einer Stelle ändern oder berichtigen.", "stelle:aendern"),
        "liste": Eintrag("Alle Stellen an einem Tag zeigen.", "stelle:liste"),
        "zeigen": Eintrag("Eine Stelle mit den Personen zeigen, die dort tätig sind.", "stelle:zeigen"),
        "register": Eintrag("Im amtlichen Gemeindeverzeichnis nachschlagen.", "stelle:register"),
    },
)

VORLAGE = Gruppeneintrag(
    "Die Vorlagen der Dokumente ansehen, ausprobieren und prüfen.",
    {
        "liste": Eintrag("Alle Arten von Dokumenten zeigen, die eine Vorlage haben.", "vorlage:liste"),
        "variablen": Eintrag(
            "Zeigen, was in einer Vorlage eingesetzt werden kann: Variable, Bedeutung, Beispiel.", "vorlage:variablen"
        ),
        "vorschau": Eintrag(
            "Eine Vorlage mit erfundenen Beispieldaten ausgefüllt zeigen; nichts wird geöffnet.", "vorlage:vorschau"
        ),
        "pruefen": Eintrag(
            "Nur die Vorlagen prüfen, auch solche, die noch nicht festgeschrieben sind.", "vorlage:pruefen"
        ),
    },
)

IMPORTIEREN = Gruppeneintrag(
    "Tabellen (CSV) einlesen: alles auf einmal und geprüft, oder nichts.",
    {
        "personen": Eintrag(
            "Personen mit ihren Ämtern aus einer Tabelle einlesen; Mandate trägt „netzint mitglied benennen“ ein.",
            "importieren:personen",
        ),
        "stellen": Eintrag(
            "Stellen aus einer Tabelle einlesen, auf Wunsch mit dem Gemeindeverzeichnis abgeglichen.",
            "importieren:stellen",
        ),
        "beauftragte": Eintrag(
            "Das Verzeichnis der Integrationsbeauftragten aus einer Tabelle einlesen.", "importieren:beauftragte"
        ),
        "bedarfe": Eintrag("Bedarfe aus einer Tabelle einlesen.", "importieren:bedarfe"),
    },
)

DOKUMENT = Gruppeneintrag(
    "Dokumente aus den Daten erzeugen.",
    {
        "erzeugen": Eintrag("Die Dokumente zu einer Kennung neu erzeugen.", "dokument:erzeugen"),
        "pruefen": Eintrag(
            "Prüfen, ob ein Dokument genau so von netzint stammt, woraus es entstand und was daran geändert wurde.",
            "dokument_pruefen:pruefen",
        ),
        "paket": Eintrag(
            "Alle Unterlagen einer Sitzung in eine ZIP-Datei packen, mit Inhaltsverzeichnis.", "dokument:paket"
        ),
    },
)

BEFEHLE = Gruppeneintrag(
    "Die Gremienarbeit des Netzwerks: Daten prüfen, Sitzungen vorbereiten, Dokumente erzeugen.\n\n"
    "Ohne Befehl zeigt netzint die Lage. Was ein Befehl braucht, zeigt seine eigene Hilfe („netzint thema neu --help“);"
    " fehlt davon etwas, so fragt er danach.",
    {
        "lage": Eintrag("Zeigen, was heute wichtig ist, und die nächsten Schritte.", "lage:lage"),
        "fristen": Eintrag("Alle Fristen zeigen, oder als Kalender ausgeben.", "fristen:fristen"),
        "bericht": Eintrag("Die Seite mit Bildern und Tabellen zum Stand des Netzwerks schreiben.", "bericht:bericht"),
        "kalender": Eintrag(
            "Sitzungen und Veranstaltungen als Kalender ausgeben: alle zum Abonnieren, oder eine zum Einladen.",
            "kalender:kalender",
        ),
        "pruefen": Eintrag("Alle Daten und Vorlagen prüfen.", "pruefen:pruefen"),
        "regel": Eintrag("Die Regeln auflisten oder eine erklären.", "regel:regel"),
        "sitzung": SITZUNG,
        "beschlussvorlage": BESCHLUSSVORLAGE,
        "umlauf": UMLAUF,
        "geschaeftsordnung": GESCHAEFTSORDNUNG,
        "strategiegruppe": Eintrag(
            "Die zwölf Sitze der Strategiegruppe als Bild zeigen.", "strategiegruppe:strategiegruppe"
        ),
        "bedarf": BEDARF,
        "thema": THEMA,
        "ziel": ZIEL,
        "ag": AG,
        "netzwerk": NETZWERK,
        "mitglied": MITGLIED,
        "stelle": STELLE,
        "beauftragte": BEAUFTRAGTE,
        "abdeckung": ABDECKUNG,
        "veranstaltung": VERANSTALTUNG,
        "ausnahme": AUSNAHME,
        "abweichung": ABWEICHUNG,
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
        "vorlage": VORLAGE,
        "mail": Eintrag("E-Mail-Entwürfe zum Öffnen im Mailprogramm schreiben; netzint versendet nichts.", "mail:mail"),
        "kennzahlen": Eintrag(
            "Sitzungen, Anwesenheit, Empfehlungen und Dauern in Zahlen, Jahr für Jahr.", "kennzahlen:kennzahlen"
        ),
        "suche": Eintrag("In allen Einträgen suchen; mit Datei und Zeile.", "suche:suche"),
        "vergleich": Eintrag("Zeigen, was sich zwischen zwei Ständen geändert hat, in Worten.", "vergleich:vergleich"),
        "verlauf": Eintrag("Zeigen, wann, durch wen und warum ein Eintrag geändert wurde.", "verlauf:verlauf"),
        "berichtigen": Eintrag(
            "Eine falsche Angabe berichtigen; was vorher dort stand, bleibt vermerkt.", "korrektur:berichtigen"
        ),
        "zuruecknehmen": Eintrag(
            "Einen Vorgang durch die entgegengesetzte Änderung zurücknehmen.", "korrektur:zuruecknehmen"
        ),
        "bearbeiten": Eintrag(
            "Einen Eintrag im eigenen Editor ändern, prüfen und festschreiben.", "bearbeiten:bearbeiten"
        ),
        "importieren": IMPORTIEREN,
        "festschreiben": Eintrag(
            "Von Hand geänderte Daten und Vorlagen prüfen und festschreiben.", "festschreiben:festschreiben"
        ),
        "textconv": Eintrag(
            "Einen Eintrag für „git diff“ in Worten zeigen, eine Angabe je Zeile.", "textconv:textconv", versteckt=True
        ),
        "abgleich": Eintrag(
            "Mit dem Server abgleichen: die Vorgänge der anderen holen, eigene darauf setzen, prüfen und hochladen.",
            "abgleich:abgleich",
        ),
        "formatieren": Eintrag("Dateien in die übliche Form bringen.", "festschreiben:formatieren"),
        "init": Eintrag("Einen leeren, gültigen Datenordner für ein Netzwerk anlegen.", "anfang:init"),
        "einrichten": Eintrag(
            "Git in diesem Ordner sagen, wie netzint-Daten zusammengeführt, verglichen und geprüft werden.",
            "einrichten:einrichten",
        ),
        "merge-treiber": Eintrag(
            "Zwei Fassungen einer Datei Angabe für Angabe zusammenführen; Git ruft das selbst auf.",
            "merge_treiber:merge_treiber",
            versteckt=True,
        ),
        "haken": Eintrag(
            "Vor einem Commit prüfen, was vorgemerkt ist; Git ruft das selbst auf.", "haken:haken", versteckt=True
        ),
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
