"""What stands in each column of every answer, key by key: its kind, and what it means, for the JSON Schemas.

One key means the same everywhere. Where a table cannot help it, ``ANDERS`` says so by ``tabelle.key``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from netzint.berichte.leere_zellen import LEER
from netzint.berichte.spaltentexte import ANDERS, TEXTE


class Spaltenart(StrEnum):
    """What a cell may hold."""

    TEXT = "text"
    ZAHL = "zahl"
    TAG = "tag"
    KENNUNG = "kennung"


class Spalte(NamedTuple):
    """A column: what kind of value it holds, and what that means, in German."""

    art: Spaltenart
    beschreibung: str
    leer: bool = False
    """Whether a cell may be empty."""


TAGE = {
    "ab": "Der erste Tag, an dem es gilt",
    "abgesagt": "Der Tag der Absage",
    "abgeschlossen": "Der Tag des Abschlusses",
    "am": "Der Tag, an dem es geschah oder ansteht",
    "aufgenommen": "Der Tag der Aufnahme in den Themenspeicher",
    "beendet": "Der Tag, zu dem es vorzeitig beendet wurde",
    "benannt_am": "Der Tag der Benennung",
    "beschlossen_am": "Der Tag des Beschlusses",
    "bis": "Der letzte Tag, an dem es gilt; bei Aufgaben der Tag, bis zu dem sie zu tun sind",
    "datum": "Der Tag, an dem es stattfindet",
    "ende": "Der letzte Tag des Mandats, mit allen Verlängerungen",
    "entfallen": "Der Tag, an dem es aufgegeben wurde",
    "frist": "Der letzte Tag der Frist",
    "gemeldet": "Der Tag der Meldung",
    "nachweis_am": "Der Tag des Nachweises",
    "schwerpunkt_ab": "Der Tag, von dem an das Thema Schwerpunkt ist",
    "seit": "Der Tag der letzten Meldung",
    "stichtag": "Der Tag, für den die Antwort gilt",
    "vakant_seit": "Der erste Tag, an dem der Sitz nicht besetzt ist",
    "verlegt_am": "Der Tag, an dem zuletzt verlegt wurde",
    "verlegt_von": "Der frühere Termin",
    "versandt": "Der Tag des Versands",
    "vertretung_von": "Der erste Tag der Stellvertretung",
    "vom": "Das Datum des Schriftstücks",
    "von": "Der erste Tag",
    "wiedervorlage": "Der Tag der nächsten Überprüfung",
}
ZAHLEN = {
    "abgelehnt": "Wie viele abgelehnt wurden",
    "aeltester_tage": "Alter des ältesten offenen Bedarfs in Tagen",
    "ag_sitzungen": "Wie viele Sitzungen von Arbeitsgruppen stattfanden",
    "alter": "Alter in Tagen",
    "alter_tage": "Alter in Tagen",
    "angenommen": "Wie viele angenommen wurden",
    "antworten": "Wie viele geantwortet haben",
    "anwesend": "Wie viele anwesend waren",
    "anzahl": "Wie viele es sind",
    "bedarfe": "Wie viele Bedarfe es sind",
    "beschlossene_fassung": "Die Nummer der Fassung, über die beschlossen wurde",
    "beschluesse": "Wie viele Beschlüsse es sind",
    "besetzt": "Wie viele Sitze besetzt sind",
    "bisher": "Die Zahl vor dem Wechsel",
    "dann": "Die Zahl nach dem Wechsel",
    "eingeladene_gaeste": "Wie viele Gäste eingeladen sind",
    "eingereicht": "Wie viele eingereicht wurden",
    "eintraege": "Wie viele Einträge es sind",
    "empfehlungen": "Wie viele Empfehlungen es sind",
    "enthaltung": "Wie viele sich enthalten haben",
    "entschuldigt": "Wie viele entschuldigt sind",
    "faellig": "Tage bis zur Wiedervorlage; kleiner als 0, wenn sie überfällig ist",
    "fassung": "Die Nummer der neuesten Fassung",
    "fehlen_bisher": "Wie viele vor dem Wechsel fehlen",
    "fehlen_dann": "Wie viele nach dem Wechsel fehlen",
    "festgelegt": "Wie viele ständige Mitglieder festgelegt sind",
    "fristen": "Wie viele Fristen es sind",
    "gefehlt": "Wie oft ein besetzter Sitz leer blieb",
    "gefragt": "Wie viele gefragt sind",
    "gelb": "Wie viele in Umsetzung sind",
    "gemeinden": "Wie viele Gemeinden des Kreises es haben",
    "gezeigt": "Wie viele davon gezeigt sind",
    "grau": "Wie viele noch offen sind",
    "gruen": "Wie viele umgesetzt sind",
    "insgesamt": "Wie viele es insgesamt sind",
    "ja": "Wie viele mit Ja gestimmt haben",
    "jahr": "Das Kalenderjahr",
    "kreise": "Wie viele Stadt- und Landkreise es gibt",
    "kuerzeste": "Die kürzeste Dauer in Tagen",
    "laengste": "Die längste Dauer in Tagen",
    "landkreise_abgedeckt": "Wie viele Landkreise abgedeckt sind",
    "mandate": "Wie viele Mandate es sind",
    "median": "Die mittlere Dauer (Median) in Tagen",
    "mit_ag": "Wie viele zu einer Arbeitsgruppe geführt haben",
    "nachweis_eur": "Der nachgewiesene Betrag in Euro",
    "nein": "Wie viele mit Nein gestimmt haben",
    "noetig": "Wie viele sich beteiligen müssen, damit etwas beschlossen ist",
    "nr": "Die laufende Nummer, von 1 an gezählt",
    "offen": "Wie viele offen sind",
    "ohne_adresse": "Wie viele keine E-Mail-Adresse haben",
    "ohne_kreis": "Wie viele Einträge zu keinem Kreis gehören",
    "personen": "Wie viele Personen es sind",
    "quorum": "Wie viele anwesend sein müssen",
    "quorum_bisher": "Wie viele vor dem Wechsel anwesend sein müssen",
    "quorum_dann": "Wie viele nach dem Wechsel anwesend sein müssen",
    "rest": "Tage bis zum Ende des Mandats; kleiner als 0, wenn es abgelaufen ist",
    "rot": "Wie viele nicht aufgegriffen wurden",
    "selbst": "Wie oft das Mitglied selbst da war",
    "sitze": "Wie viele Sitze es gibt",
    "sitzungen": "Wie viele Sitzungen der Strategiegruppe stattfanden",
    "staendige": "Wie viele ständige Mitglieder es sind",
    "stadtkreise_abgedeckt": "Wie viele Stadtkreise abgedeckt sind",
    "tage": "Tage bis dahin; kleiner als 0, wenn der Tag vorbei ist",
    "tops": "Wie viele Tagesordnungspunkte es sind",
    "treffer": "Wie viele gefunden wurden",
    "ueberfaellig": "Wie viele überfällig sind",
    "umgesetzt": "Wie viele umgesetzt wurden, je Stelle gezählt",
    "umlaeufe": "Wie viele Umlaufverfahren abgeschlossen wurden",
    "veranstaltungen": "Wie viele Veranstaltungen stattfanden",
    "verteiler": "Wie viele Personen im Verteiler stehen",
    "vertreten": "Wie oft die Stellvertretung da war",
    "vorlauf": "Tage von der Meldung bis zur Arbeitsgruppe",
    "vorlauf_mittel_tage": "Tage von der Meldung bis zur Arbeitsgruppe, im Mittel",
    "vorlauf_tage": "Tage von der Meldung bis zur Arbeitsgruppe",
    "weiterleitungen": "Wie viele Weiterleitungen es sind",
    "zeile": "Die Zeile in der Datei, von 1 an gezählt",
    "zugeordnet": "Wie viele einem Thema zugeordnet sind",
}
KENNUNGEN = {
    "beendet_durch": "Der Beschluss über das Ende, in der Form Sitzung/Beschluss",
    "ag": "Die Arbeitsgruppe",
    "arbeitsgruppe": "Die Arbeitsgruppe",
    "benannt_durch": "Die benennende Stelle",
    "beschluss": "Der Beschluss, in der Form Sitzung/Beschluss",
    "berichterstattung": "Die Person, die berichtet",
    "empfehlung": "Die Empfehlung",
    "federfuehrung": "Die Geschäftsstelle, die Arbeitsgruppe oder die Stelle, die federführend ist",
    "gremium": "Die Strategiegruppe, eine Arbeitsgruppe oder die Geschäftsstelle",
    "kennung": "Die Kennung des Eintrags",
    "mitglied": "Die Person",
    "nachfolge": "Die Stelle, die die Aufgaben weiterführt",
    "sitz": "Der Sitz",
    "stelle": "Die Stelle",
    "thema": "Das Thema",
    "vertretung": "Die Person, die vertritt",
    "vorlage": "Die Beschlussvorlage",
    "zweite_ladung_zu": "Die nicht beschlussfähige Sitzung, zu der dies die zweite Ladung ist",
}


def find_spalte(tabelle: str, key: str) -> Spalte:
    """What stands in a column of a table. Raises KeyError for a column that nobody has explained."""
    leer = key in LEER.get(tabelle, ())
    if f"{tabelle}.{key}" in ANDERS:
        art, text = ANDERS[f"{tabelle}.{key}"]
        return Spalte(Spaltenart(art), text, leer)
    for kind, known in _ALLE:
        if key in known:
            return Spalte(kind, known[key], leer)
    raise KeyError(f"{tabelle}.{key}")


def is_kennung(tabelle: str, key: str) -> bool:
    """Whether a column holds Kennungen, which machines get as the data have them."""
    art, _ = ANDERS.get(f"{tabelle}.{key}", (Spaltenart.KENNUNG if key in KENNUNGEN else "", ""))
    return art == Spaltenart.KENNUNG


_ALLE = (
    (Spaltenart.TAG, TAGE),
    (Spaltenart.ZAHL, ZAHLEN),
    (Spaltenart.KENNUNG, KENNUNGEN),
    (Spaltenart.TEXT, TEXTE),
)
