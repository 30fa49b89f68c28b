"""Which cells of the answers may be empty: by table, the keys of these columns. In all others something always stands.

The JSON Schemas allow ``null`` there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LEER = {
    "abgeschlossen": "beschluss",
    "adressen": "adressen",
    "aemter": "bis funktion",
    "aenderungen": "beschluss",
    "andere": "bis name",
    "angaben": "option wert",
    "anwesenheit": "anteil anwesenheit nicht_bei platz vertretung",
    "arbeitsgruppe": "abgeschlossen beschluss",
    "aufgaben": "am wann",
    "ausnahme": "beendet beendet_durch beendet_weil beschlossen_am titel",
    "ausnahmen": "titel",
    "baenke": "fehlt",
    "befundwandel": "hinweis kennung pfad",
    "barrieren": "alternative begruendung behoben_bis",
    "beauftragte": "mitglied name",
    "bedarf": "ag alter_tage thema vorlauf_tage",
    "bedarfe": "ag alter thema vorlauf",
    "beschluesse": "befangen enthaltung erklaerung ja nein stimmen top",
    "beschlusskontrolle": (
        "bis faellig grund nachweis_am nachweis_eur nachweis_link naeheres seit vermerk wer wiedervorlage"
    ),
    "beschlussvorlage": "berichterstattung entfallen fehlt wo",
    "beschlussvorlagen": "fehlt wo",
    "besetzung": "bisher dann",
    "dokumentpruefung": "art commit dokument netzint pruefsumme stand unterschied versandt vom vorgang",
    "eintrag": "bis e_mail kreis mitglied name telefon",
    "empfehlung": "begruendung beschlossen_am beschlossene_fassung beschluss siegel siegelstand ziele",
    "empfehlungen": "bis fehlt wer",
    "ergebnisse": "link",
    "erklaerung": "wert",
    "fassungen": "beschluss bis",
    "fehlt": "bis",
    "fristen": "befehl",
    "fristwandel": "bisher",
    "frueher": "art beschluss name status",
    "gaeste": "funktion kennung name",
    "gebiete": "kreis status stelle",
    "kommend": "bis ort",
    "kreise": "wo",
    "lebenslauf": "naeheres",
    "mandate": "benannt_am benannt_durch bis funktion grund sitz stelle",
    "mandatsaenderungen": "auftrag staendige",
    "mitglieder": "bis",
    "person": "anrede e_mail telefon titel",
    "personen": "bis funktion",
    "regel": "fach satz",
    "regeln": "fach",
    "sitze": "benannt_von bis funktion mangel mitglied name vakant_seit vertretung vertretung_name vertretung_von von",
    "sitzung": "abgesagt abgesagt_grund beginn ort verlegt_am verlegt_von versandt zweite_ladung_zu",
    "sitzungen": "ort",
    "stationen": "kennung",
    "stelle": "ags anschrift bis e_mail kurz nachfolge status",
    "stellen": "ags bis status",
    "stimmen": "am stimme",
    "tagesordnung": "ergebnis vorlage weil",
    "thema": "beschluss bis schwerpunkt_ab",
    "umlauf": "abgeschlossen befangen entfallen noetig vorlage widerspruch",
    "unterschiede": "feld kennung",
    "vakanzen": "benannt_von",
    "veranstaltung": "arbeitsgruppen beginn bis ende ort themen",
    "variablen": "beispiel",
    "vergangen": "bis ort",
    "verlaengerungen": "beschluss grund staendige",
    "verlauf": "beschluss commit vorgang vorgang_id wer",
    "verlegt": "grund",
    "verteiler": "e_mail stelle",
    "werte": "roh",
    "zahlen": "aeltester_tage neu_commit vorlauf_mittel_tage",
    "ziel": "beschluss bis",
    "ziele": "beschluss bis",
}
LEER: Mapping[str, frozenset[str]] = MappingProxyType(
    {tabelle: frozenset(keys.split()) for tabelle, keys in _LEER.items()}
)
