"""What there is to know of templates: which there are, and which variables each may use."""

from __future__ import annotations

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.dokumente.arten import MIT_VORLAGE
from netzint.dokumente.felder import Feld, list_paths
from netzint.modell.sprache import anzahl


def list_arten() -> Bericht:
    """Every kind of document that has a template."""
    spalten = (("dokumentart", "Art"), ("titel", "Titel"), ("wofuer", "Wofür"), ("vorlage_datei", "Datei"))
    rows = tuple((art.name, art.titel, art.wofuer, f"vorlagen/{art.vorlage}") for art in MIT_VORLAGE.values())
    schritte = (
        ("netzint vorlage variablen einladung", "was in einer Vorlage stehen kann"),
        ("netzint vorlage vorschau einladung", "sie mit Beispieldaten ansehen"),
        ("netzint vorlage pruefen", "alle Vorlagen prüfen"),
    )
    tabelle = Tabelle("vorlagen", "Vorlagen", spalten, rows, verborgen=("vorlage_datei",))
    satz = "Jede liegt unter dem Namen ihrer Art in vorlagen/, die Einladung zum Beispiel in vorlagen/einladung.md.j2."
    return Bericht("netzint.vorlagen/1", "Vorlagen der Dokumente", (satz,), (tabelle,), schritte)


def list_variablen(name: str) -> Bericht:
    """The variables of one kind, with meaning and example."""
    art = MIT_VORLAGE[name]
    spalten = (
        ("variable", "Variable"),
        ("bedeutung", "Bedeutung"),
        ("wahlfrei", "Kann leer sein"),
        ("beispiel", "Beispiel"),
    )
    rows = tuple(
        (path, feld.text, "nein" if feld.pflicht else "ja", _example(feld)) for path, feld in list_paths(art.felder)
    )
    saetze = (
        f"{anzahl(len(rows), 'Variable', 'Variablen')} in vorlagen/{art.vorlage}: {art.wofuer}.",
        "„[]“ steht für jeden Eintrag einer Liste. Wie man Vorlagen schreibt, steht in vorlagen/README.md.",
    )
    tabelle = Tabelle("variablen", "Variablen", spalten, rows)
    schritte = ((f"netzint vorlage vorschau {name}", "mit Beispieldaten ansehen"),)
    return Bericht("netzint.vorlage/1", f"Vorlage „{art.titel}“", saetze, (tabelle,), schritte)


def _example(feld: Feld) -> str | None:
    if feld.felder:
        return None
    if isinstance(feld.beispiel, bool):
        return "ja" if feld.beispiel else "nein"
    values = feld.beispiel if feld.liste else [feld.beispiel]
    return "; ".join(" ".join(str(value).split()) for value in values or () if value not in (None, "")) or None
