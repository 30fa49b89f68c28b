"""The F family: an entry was read, but its values do not fit its kind. The sentences are in ``meldungen.py``."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_WARUM = "Nur was eine feste Form hat, kann geprüft, gezählt und in Dokumente übernommen werden."


def _entry(code: str, titel: str, abhilfe: str, beispiel: str, warum: str = _WARUM) -> Codeeintrag:
    return Codeeintrag(code, Schwere.FEHLER, titel, warum, abhilfe, beispiel)


FORMAT: tuple[Codeeintrag, ...] = (
    _entry(
        "F101",
        "Ein Schlüssel ist unbekannt.",
        "Den Schlüssel berichtigen; alle Schlüssel stehen in daten/README.md.",
        "gremum: strategiegruppe",
        "Ein verschriebener Schlüssel ginge sonst still verloren.",
    ),
    _entry("F102", "Eine notwendige Angabe fehlt.", "Die Angabe ergänzen.", "eine Sitzung ohne datum"),
    _entry("F103", "Ein Datum hat nicht die Form JJJJ-MM-TT.", "So schreiben: 2026-12-03.", "datum: 3.12.2026"),
    _entry("F104", "Ein Datum gibt es nicht.", "Tag und Monat prüfen.", "datum: 2026-02-30"),
    _entry("F105", "Eine Zahl ist keine ganze Zahl ab 0.", "Nur Ziffern schreiben.", "ja: -3"),
    _entry("F106", "Ein Wert ist weder ja noch nein.", "„ja“ oder „nein“ schreiben.", "oeffentlich: true"),
    _entry("F107", "Ein Anteil hat nicht die Form mehr_als_1/2.", "Zum Beispiel mindestens_2/3.", "anteil: 50%"),
    _entry(
        "F108",
        "Ein Wert steht nicht in der Liste der möglichen Werte.",
        "Einen der möglichen Werte wählen.",
        "form: vor Ort",
    ),
    _entry(
        "F109",
        "Statt eines Wertes steht eine Liste oder ein Block.",
        "Einen einzelnen Wert schreiben.",
        "titel: [a, b]",
    ),
    _entry("F110", "Statt einer Liste steht etwas anderes.", "Mit „- “ oder in […] schreiben.", "ziele: ziel-teilhabe"),
    _entry(
        "F111", "Statt eines Blocks steht etwas anderes.", "Angaben als „schlüssel: wert“ schreiben.", "mandat: 2026"
    ),
    _entry("F112", "Ein Wert hat nicht die verlangte Form.", "Die Form steht im Befund.", 'beginn: "25:00"'),
    _entry("F113", "Ein Text ist leer.", "Etwas eintragen oder die Zeile weglassen.", 'titel: ""'),
    _entry("F114", "Ein Text ist zu lang für eine Zeile.", "Kürzer fassen.", "ein Titel mit 400 Zeichen"),
    _entry("F115", "Eine Liste hat zu wenige Einträge.", "Mindestens einen Eintrag angeben.", "empfehlungen: []"),
    _entry(
        "F120",
        "Die Daten haben ein neueres Format, als dieses netzint kennt.",
        "netzint aktualisieren (so, wie es eingerichtet wurde); bis dahin nichts ändern.",
        "format: 2",
        "Ein älteres netzint würde neue Angaben nicht verstehen und könnte sie beschädigen.",
    ),
)
