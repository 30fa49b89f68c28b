"""Words for invented entries: a pool of sentences, names of Kommunen, people and working groups."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

_WER = (
    "Die Kommunen", "Die Ausländerbehörden", "Die Integrationsbeauftragten", "Die Träger der Sprachkurse",
    "Viele Einrichtungen", "Die Beratungsstellen", "Die beteiligten Schulen", "Die Jobcenter",
)  # fmt: skip
_TUT = (
    "brauchen verlässliche Mittel", "wünschen sich klare Zuständigkeiten", "berichten von langen Wartezeiten",
    "stimmen ihre Angebote ab", "erproben mehrsprachige Formulare", "sehen großen Bedarf", "gewinnen Ehrenamtliche",
    "prüfen gemeinsame Lösungen", "legen dazu Zahlen vor", "setzen auf örtliche Netzwerke",
)  # fmt: skip
_WOBEI = (
    "bei der Anerkennung von Abschlüssen", "für die Begleitung von Familien", "in der frühen Bildung",
    "beim Übergang in den Beruf", "für Menschen ohne Wahlrecht", "bei der Suche nach Wohnraum",
    "in den ländlichen Räumen", "beim Zugang zu Gesundheitsdiensten", "im Bürgerbüro", "für Hochbetagte",
)  # fmt: skip

FELDER = (
    "Sprachförderung", "Demokratiebildung", "Wohnraum", "Gesundheit", "Anerkennung", "Ehrenamt", "Sprachmittlung",
    "Ausbildung", "Elternarbeit", "Antidiskriminierung", "Beratung", "Digitalisierung", "Kultur", "Sport",
    "Einbürgerung",
    "Mobilität", "Frühe Bildung", "Arbeitsmarkt", "Quartiersarbeit", "Jugendhilfe", "Pflege", "Verwaltungszugang",
    "Familiennachzug", "Rückkehrberatung", "Psychosoziale Hilfe", "Hochschulzugang", "Gründung", "Medienbildung",
)  # fmt: skip
ZIELGRUPPEN = (
    "Frauen", "Jugendliche", "Familien", "Ältere", "Alleinerziehende", "Auszubildende", "Studierende", "Fachkräfte",
    "Kinder", "Geflüchtete", "Neuzugewanderte", "Beschäftigte", "Eltern", "Ehrenamtliche", "Schulen", "Vereine",
    "Betriebe", "Landkreise", "Gemeinden", "Städte", "Träger", "Kitas", "Nachbarschaften", "Hochschulen", "Kliniken",
    "Beratungsstellen", "Ausländerbehörden", "Jobcenter", "Bibliotheken", "Volkshochschulen",
)  # fmt: skip

_STAMM = (
    "Birken", "Linden", "Eschen", "Tannen", "Brunnen", "Kirch", "Alt", "Neu", "Ober", "Unter", "Sonnen", "Reben",
    "Mühl",
    "Stein", "Wald", "Wiesen",
)  # fmt: skip
_ENDUNG = ("bach", "heim", "ingen", "weiler", "dorf", "au", "berg", "hausen", "feld", "tal", "stetten", "kirch")
_VORNAMEN = (
    "Erika", "Karin", "Leyla", "Amira", "Petra", "Sabine", "Milena", "Dilek", "Walter", "Jürgen", "Emre", "Goran",
    "Peter",
    "Stefan", "Tomasz", "Samir",
)  # fmt: skip
_NACHNAMEN = (
    "Beispiel", "Muster", "Probst", "Öztürk", "Yılmaz", "Kowalski", "Weißhaupt", "Jäger", "Schäfer", "Nguyen", "Haile",
    "Marković", "Baumgärtner", "Okafor", "Vogt", "Rössler",
)  # fmt: skip


_ASCII = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss", ord(" "): "-"}


@cache
def saetze() -> tuple[str, ...]:
    """800 sentences, each on one line of at most 96 columns."""
    return tuple(f"{wer} {tut} {wobei}." for wer in _WER for tut in _TUT for wobei in _WOBEI)


def block(zufall: Random, anzahl: int, einzug: int = 2) -> str:
    """A block scalar of several sentences, from the ``|`` on."""
    zeilen = zufall.choices(saetze(), k=anzahl)
    rand = "\n" + " " * einzug
    return f"|{rand}{rand.join(zeilen)}\n"


def ortsname(zufall: Random) -> str:
    """A name that no Kommune needs to have."""
    return zufall.choice(_STAMM) + zufall.choice(_ENDUNG)


def person(zufall: Random) -> str:
    """The lines ``name`` and ``anrede`` of an invented person."""
    nr = zufall.randrange(len(_VORNAMEN))
    anrede = "Frau" if nr < len(_VORNAMEN) // 2 else "Herr"
    return f"name: {_VORNAMEN[nr]} {zufall.choice(_NACHNAMEN)}\nanrede: {anrede}\n"


def ascii_wort(text: str) -> str:
    """A word as it may stand in a Kennung: ``Frühe Bildung`` → ``fruehe-bildung``."""
    return text.lower().translate(_ASCII)


def tage(tag: date, anzahl: int) -> date:
    """The day so many days later."""
    return tag + timedelta(days=anzahl)
