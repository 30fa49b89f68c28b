"""The codes of two states brought together (Z1): what they say differently, and git cannot decide."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.katalog import Codeeintrag

_F = Schwere.FEHLER

ZUSAMMEN: tuple[Codeeintrag, ...] = (
    Codeeintrag(
        "Z101",
        _F,
        "Derselbe Wert ist auf beiden Seiten verschieden geändert",
        "Welcher gilt, kann nur entscheiden, wer die Sache kennt.",
        "Auf einer der beiden Seiten den Wert der anderen übernehmen, oder den Unterschied vorher klären.",
        "ort: „Stuttgart“ auf der einen, „Ulm“ auf der anderen Seite",
    ),
    Codeeintrag(
        "Z102",
        _F,
        "Eine Kennung ist auf beiden Seiten neu vergeben",
        "Zwei verschiedene Einträge hätten dieselbe Nummer; was schon darauf verweist, meinte den falschen.",
        "Der Eintrag, der noch nicht versandt und nicht veröffentlicht ist, braucht eine andere Kennung: "
        "„netzint abgleich“ vergibt sie mit allen Verweisen neu.",
        "bv-2026-008 auf beiden Seiten, mit verschiedenem Betreff",
    ),
    Codeeintrag(
        "Z103",
        _F,
        "Auf der einen Seite gelöscht, auf der anderen geändert",
        "Eine der beiden Absichten ginge verloren.",
        "Klären, was gilt, und auf der anderen Seite ebenso löschen oder die Änderung zurücknehmen.",
        "ein TOP, den eine Seite streicht und die andere umbenennt",
    ),
    Codeeintrag(
        "Z104",
        _F,
        "Diese Datei lässt sich nicht zusammenführen",
        "Sie ist auf beiden Seiten verschieden geändert und keine lesbare Datendatei.",
        "Auf einer der beiden Seiten den Stand der anderen übernehmen und dort weiterarbeiten.",
        "eine Vorlage, in der beide denselben Absatz geändert haben",
    ),
)
ZUSAMMEN_NACH_CODE = {eintrag.code: eintrag for eintrag in ZUSAMMEN}
