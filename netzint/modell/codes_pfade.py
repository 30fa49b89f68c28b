"""The codes of paths and file names (L5)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_F = Schwere.FEHLER
_H = Schwere.HINWEIS

PFADE: tuple[Codeeintrag, ...] = (
    Codeeintrag(
        "L501",
        _F,
        "Symbolischer Verweis",
        "Ein Verweis kann aus dem Datenordner hinausführen.",
        "Durch die Datei selbst ersetzen.",
        "daten/stellen/a.yaml → /etc/passwd",
    ),
    Codeeintrag(
        "L502",
        _F,
        "Keine gewöhnliche Datei",
        "Rohre, Geräte und Sockel lassen das Lesen hängen.",
        "Den Eintrag löschen.",
        "eine FIFO in daten/stellen",
    ),
    Codeeintrag(
        "L503",
        _F,
        "Fremdes git-Repositorium in den Daten",
        "Seine Dateien gehören nicht zum Bestand und können Befehle mitbringen.",
        "Den Ordner löschen oder verschieben.",
        "daten/stellen/.git",
    ),
    Codeeintrag(
        "L504",
        _F,
        "Namen unterscheiden sich nur in der Schreibweise",
        "Unter Windows und macOS ist das dieselbe Datei.",
        "Eine der beiden umbenennen oder löschen.",
        "stadt-a.yaml und Stadt-A.yaml",
    ),
    Codeeintrag(
        "L505",
        _F,
        "Dateiname ist keine Kennung",
        "Dateiname und Kennung sind dasselbe.",
        "Die Datei umbenennen: Kleinbuchstaben, Ziffern, einzelne Bindestriche.",
        "daten/stellen/Stadt Müster.yaml",
    ),
    Codeeintrag(
        "L506",
        _F,
        "Unbekannter Ordner",
        "Der Ordner sagt, welche Art von Eintrag darin steht.",
        "Die Dateien in den richtigen Ordner verschieben.",
        "daten/sonstiges/",
    ),
    Codeeintrag(
        "L507",
        _F,
        "Falsche Endung",
        "Einträge enden auf .yaml; alles andere wird nicht gelesen.",
        "Die Datei umbenennen in .yaml.",
        "daten/stellen/stadt-a.yml",
    ),
    Codeeintrag(
        "L508",
        _H,
        "Überbleibsel eines Programms",
        "Sicherungs- und Sperrdateien gehören nicht zu den Daten.",
        "Die Datei löschen, wenn sie nicht mehr gebraucht wird.",
        "daten/stellen/stadt-a.yaml~",
    ),
    Codeeintrag(
        "L509",
        _F,
        "Ordner daten/ fehlt",
        "Ohne Daten gibt es nichts zu prüfen.",
        "Im richtigen Ordner aufrufen oder mit „netzint init“ beginnen.",
        "ein leerer Ordner",
    ),
    Codeeintrag(
        "L510",
        _F,
        "Nicht lesbar",
        "Was nicht gelesen werden kann, wird nicht geprüft.",
        "Die Zugriffsrechte prüfen.",
        "ein Ordner ohne Leserecht",
    ),
    Codeeintrag(
        "L511",
        _F,
        "Unbekannte Datei",
        "Unmittelbar in daten/ stehen nur netzwerk.yaml, geschaeftsordnung.yaml und README.md.",
        "Die Datei in den Ordner ihrer Art verschieben.",
        "daten/stadt-a.yaml",
    ),
)
