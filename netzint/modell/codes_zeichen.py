"""The codes of bytes and characters (L1)."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_F = Schwere.FEHLER

ZEICHEN: tuple[Codeeintrag, ...] = (
    Codeeintrag(
        "L101",
        _F,
        "Datei zu groß",
        "Ein Eintrag ist ein Blatt, kein Archiv; große Dateien bremsen jede Prüfung.",
        "Den Inhalt auf mehrere Einträge verteilen.",
        "eine Datei mit mehr als 256 KiB",
    ),
    Codeeintrag(
        "L102",
        _F,
        "Datei ist nicht in UTF-8",
        "Sonst werden Umlaute still zu anderen Zeichen.",
        "Die Datei im Editor mit der Kodierung UTF-8 speichern.",
        "eine in Windows-1252 gespeicherte Datei",
    ),
    Codeeintrag(
        "L103",
        _F,
        "Datei beginnt mit einer Bytemarke (BOM)",
        "Die unsichtbare Marke gehört für manche Programme zum ersten Wort.",
        "Im Editor „UTF-8“ statt „UTF-8 mit BOM“ wählen.",
        "⟨U+FEFF⟩name: …",
    ),
    Codeeintrag(
        "L104",
        _F,
        "Datei ist leer",
        "Ein Eintrag ohne Angaben sagt nichts.",
        "Den Eintrag ausfüllen oder die Datei löschen.",
        "eine Datei, die nur Kommentare enthält",
    ),
    Codeeintrag(
        "L111",
        _F,
        "NUL-Zeichen",
        "NUL beendet für viele Programme den Text.",
        "Das Zeichen löschen.",
        "name: A⟨U+0000⟩B",
    ),
    Codeeintrag(
        "L112",
        _F,
        "Steuerzeichen",
        "Steuerzeichen sind unsichtbar und lenken Bildschirme und Drucker.",
        "Das Zeichen löschen.",
        "name: A⟨U+001B⟩B",
    ),
    Codeeintrag(
        "L113",
        _F,
        "Unsichtbares Formatzeichen",
        "Zeichen ohne Breite, weiche Trennstriche und Richtungszeichen lassen zwei verschiedene Texte gleich aussehen.",
        "Das Zeichen löschen, den Text notfalls neu tippen.",
        "name: Musterstadt⟨U+200B⟩",
    ),
    Codeeintrag(
        "L114",
        _F,
        "Privates oder unzulässiges Zeichen",
        "Das Zeichen hat keine allgemein gültige Bedeutung.",
        "Das Zeichen durch ein übliches ersetzen.",
        "name: ⟨U+E000⟩",
    ),
    Codeeintrag(
        "L115",
        _F,
        "Ungewöhnlicher Zeilentrenner",
        "Manche Programme beginnen hier eine neue Zeile, andere nicht.",
        "Durch einen gewöhnlichen Zeilenumbruch ersetzen.",
        "name: A⟨U+2028⟩B",
    ),
    Codeeintrag(
        "L116",
        _F,
        "Tabulator",
        "Wie weit ein Tabulator einrückt, ist in jedem Programm anders.",
        "Durch Leerzeichen ersetzen.",
        "⟨Tabulator⟩name: A",
    ),
    Codeeintrag(
        "L117",
        _F,
        "Zerlegte Zeichen (nicht NFC)",
        "„ü“ aus zwei Zeichen sieht aus wie „ü“ aus einem, ist aber beim Vergleichen etwas anderes.",
        "Das Zeichen neu tippen.",
        "name: Mu⟨U+0308⟩ller",
    ),
    Codeeintrag(
        "L118",
        _F,
        "Einzelnes Wagenrücklaufzeichen (CR)",
        "Was hinter dem Zeichen steht, kann am Bildschirm überdeckt werden.",
        "Die Datei mit Zeilenenden LF oder CRLF speichern.",
        "name: A⟨U+000D⟩ort: B",
    ),
    Codeeintrag(
        "L119",
        _F,
        "Konfliktmarke von git",
        "Beim Zusammenführen blieb offen, welche Fassung gilt.",
        "Die richtige Fassung stehen lassen und die Marken löschen.",
        "<<<<<<< HEAD",
    ),
)
