"""The catalogue of findings about templates (family V)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_FEHLER, _WARNUNG, _HINWEIS = Schwere.FEHLER, Schwere.WARNUNG, Schwere.HINWEIS

VORLAGEN: tuple[Codeeintrag, ...] = (
    Codeeintrag(
        "V101", _FEHLER, "Die Vorlage lässt sich nicht lesen.",
        "Eine Klammer, ein {% endif %} oder {% endfor %} fehlt, oder ein Zeichen steht an der falschen Stelle.",
        "Die genannte Zeile mit einer mitgelieferten Vorlage vergleichen.",
        "{% for top in tops %} ohne {% endfor %}",
    ),
    Codeeintrag(
        "V102", _FEHLER, "Die Vorlage verwendet ein Sprachmittel, das es hier nicht gibt.",
        "Vorlagen füllen aus, wiederholen und lassen weg; alles andere könnte Rechner und Daten schaden.",
        "Mit if, for, set, with, include und den Filtern aus vorlagen/README.md auskommen.",
        "{{ range(10) }}",
    ),
    Codeeintrag(
        "V103", _FEHLER, "Die Vorlage nennt eine Variable, die es nicht gibt.",
        "Ein Tippfehler ließe das Schreiben sonst erst beim Erzeugen scheitern.",
        "Den Namen in vorlagen/README.md nachsehen.",
        "{{ sitzung.dattum }}",
    ),
    Codeeintrag(
        "V104", _FEHLER, "Die Vorlage nennt einen Filter oder eine Prüfung, die es nicht gibt.",
        "Nur die Filter aus vorlagen/README.md sind erlaubt.",
        "Den Namen in vorlagen/README.md nachsehen.",
        "{{ sitzung.datum | dattum }}",
    ),
    Codeeintrag(
        "V105", _FEHLER, "Ein eingebundener Teil fehlt oder bindet sich selbst ein.",
        "{% include %} nennt eine Datei im Ordner vorlagen/.",
        "Den Namen nach include prüfen oder die Datei anlegen.",
        '{% include "kopff.md.j2" %}',
    ),
    Codeeintrag(
        "V106", _FEHLER, "Zu einer Art von Schreiben fehlt die Vorlage.",
        "Ohne sie lässt sich das Schreiben nicht erzeugen.",
        "Die mitgelieferte Vorlage legt „netzint init . --erneuern“ wieder hin.",
        "vorlagen/einladung.md.j2 ist gelöscht",
    ),
    Codeeintrag(
        "V107", _FEHLER, "Die Vorlage scheitert an Beispielangaben.",
        "Jede Vorlage wird einmal mit vollständigen und einmal mit möglichst leeren Angaben ausgefüllt.",
        "Die genannte Zeile ändern; was leer sein kann, mit {% if %} umschließen.",
        "{{ sitzung.ort | datum }}",
    ),
    Codeeintrag(
        "V108", _FEHLER, "Die Vorlage braucht zu viel Zeit, Speicher oder Platz.",
        "Das Ausfüllen wurde abgebrochen, damit es weder Rechner noch Prüfung anhält.",
        "Ineinander gestellte Schleifen verringern.",
        "zwölf Schleifen ineinander",
    ),
    Codeeintrag(
        "V109", _HINWEIS, "Eine Vorlage wird nirgends verwendet.",
        "Zu ihrem Namen gibt es keine Art von Schreiben, und keine Vorlage bindet sie ein.",
        "Umbenennen, einbinden oder löschen.",
        "vorlagen/kopf-alt.md.j2",
    ),
    Codeeintrag(
        "V110", _FEHLER, "Der Briefbogen lässt sich nicht lesen.",
        "brief.docx und brief.odt sind gewöhnliche Dokumente von Word und LibreOffice, ohne Kennwort.",
        "Die Datei dort öffnen und als .docx oder .odt neu speichern.",
        "eine umbenannte PDF-Datei, ein Dokument mit Kennwort",
    ),
    Codeeintrag(
        "V111", _FEHLER, "Der Briefbogen enthält Makros oder eingebettete Programme.",
        "Was in einem Briefbogen läuft, liefe auf dem Rechner eines jeden, der ein Schreiben öffnet.",
        "Makros und eingebettete Objekte entfernen und als .docx oder .odt speichern.",
        "vbaProject.bin, Basic-Module, OLE-Objekte, Ereignisse",
    ),
    Codeeintrag(
        "V112", _FEHLER, "Der Briefbogen lädt etwas von anderswo nach.",
        "Ein Schreiben verriete sonst, wer es wann öffnet, oder änderte sich nach dem Versand.",
        "Bilder einbetten statt verknüpfen, die Dokumentvorlage lösen; Verweise auf Webseiten sind erlaubt.",
        "ein verknüpftes Bild, eine entfernte Dokumentvorlage, INCLUDETEXT",
    ),
    Codeeintrag(
        "V113", _FEHLER, "Der Briefbogen ist zu groß.",
        "Er steckt in jedem Schreiben; und ein winziges Paket kann sich zu Gigabytes entpacken.",
        "Bilder verkleinern und Überflüssiges entfernen.",
        "ein Logo mit 20 MB",
    ),
    Codeeintrag(
        "V114", _FEHLER, "Dem Briefbogen fehlt die Stelle für das Schreiben, oder er hat mehrere.",
        "Das Schreiben kommt dorthin, wo {{ inhalt }} steht.",
        "Genau einmal {{ inhalt }} als eigenen Absatz in den Text setzen, nicht in Kopfzeile, Rahmen oder Tabelle.",
        "{{ inhalt }} zweimal, oder mitten in einem Satz",
    ),
    Codeeintrag(
        "V115", _HINWEIS, "Dem Briefbogen fehlt ein Feld, das ein Schreiben haben sollte.",
        "Absender und Nummer sagen, woher ein Blatt kommt und wozu es gehört.",
        "Das genannte Feld in Kopf oder Fuß des Briefbogens setzen.",
        "{{ netzwerk }} kommt nicht vor",
    ),
    Codeeintrag(
        "V116", _WARNUNG, "Ein Briefbogen fehlt.",
        "Ohne ihn lässt sich in diesem Format kein Schreiben erzeugen.",
        "Den mitgelieferten legt „netzint init . --erneuern“ wieder hin.",
        "vorlagen/brief.odt ist gelöscht",
    ),
    Codeeintrag(
        "V117", _HINWEIS, "Einem Bild im Briefbogen fehlt der Alternativtext.",
        "Wer das Schreiben vorgelesen bekommt, erfährt sonst nicht, was dort zu sehen ist.",
        "Rechte Maustaste auf das Bild, „Alternativtext“; ein Schmuckbild dort als dekorativ kennzeichnen.",
        "ein Wappen ohne Beschreibung",
    ),
)  # fmt: skip
