"""The catalogue of findings about templates (family V)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_FEHLER, _HINWEIS = Schwere.FEHLER, Schwere.HINWEIS

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
)  # fmt: skip
