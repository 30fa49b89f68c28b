"""Every single value that a Geschäftsordnung fixes: where it stands, what people call it, what it may be.

One table for those who ask (``berichte``), those who change (``vorgaenge``) and those who type (``cli``). The seats are
not in it: they are a list with values of their own. Nothing slow is imported, so that help pages can be made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from netzint.modell.sprache import anzahl, aufzaehlung

Wertart = Literal["zahl", "anteil", "wahl", "ja_nein", "liste"]
Pfad = tuple[str, ...]
_OHNE: Mapping[str, str] = MappingProxyType({})
TAGE = ("Tag", "Tage")
WOCHEN = ("Woche", "Wochen")
MONATE = ("Monat", "Monate")
PERSONEN = ("Person", "Personen")
SITZUNGEN = ("Sitzung", "Sitzungen")
HOECHSTENS: Mapping[tuple[str, str], int] = MappingProxyType(
    {TAGE: 3660, WOCHEN: 520, MONATE: 1200, PERSONEN: 99, SITZUNGEN: 99}
)
"""What is more is a slip of the pen: ten years, a hundred years in office, a hundred people."""
BAENKE = MappingProxyType(
    {
        "ministerium": "Ministerium",
        "landesverbaende": "Landesverbände",
        "kommunen": "Kommunen",
        "integrationsbeauftragte": "Integrationsbeauftragte",
    }
)


class Wert(NamedTuple):
    """One value of a Fassung."""

    option: str
    """What it is called as an option: ``--ladungsfrist``."""
    pfad: Pfad
    """The way to it in a Fassung."""
    name: str
    """What it is called in a list."""
    hilfe: str
    """What it means, for somebody who wants to change it."""
    art: Wertart
    einheit: tuple[str, str] = ("", "")
    worte: Mapping[str, str] = _OHNE
    """Closed values and what people call them."""
    leer: str = ""
    """The word that takes it out; what people call a value that is not there. Empty: it cannot be missing."""
    mindestens: int = 0

    @property
    def feld(self) -> str:
        """Its option as a name in the program."""
        return self.option.replace("-", "_")

    @property
    def schluessel(self) -> str:
        """The key under which the Geschäftsordnung notes its source."""
        return ".".join(self.pfad)


_GRUPPE = "strategiegruppe"
_ANTEIL = "z. B. mehr_als_1/2 oder mindestens_2/3"

WERTE: tuple[Wert, ...] = (
    Wert("vorsitz", (_GRUPPE, "vorsitz", "bank"), "Den Vorsitz stellt die Bank",
         "Wer den Vorsitz stellt: ministerium, landesverbaende, kommunen oder integrationsbeauftragte.", "wahl",
         worte=BAENKE),
    Wert("vorsitz-vertretung", (_GRUPPE, "vorsitz", "vertretung"), "Die Vertretung im Vorsitz stellt die Bank",
         "Welche Bank im Vorsitz vertritt; oder „keine“.", "wahl", worte=BAENKE, leer="keine"),
    Wert("stellvertretung", (_GRUPPE, "stellvertretung"), "Stellvertretung der Mitglieder",
         "Ob und wie Mitglieder vertreten werden; persoenlich: eine Stellvertretung je Sitz.", "wahl",
         worte=MappingProxyType({"keine": "keine", "persoenlich": "eine je Sitz", "pool": "aus einem Pool"})),
    Wert("befangen-vertretung", (_GRUPPE, "befangen_vertretung"), "Für Befangene stimmt die Stellvertretung",
         "Ob die Stellvertretung einer befangenen Person abstimmt: ja oder nein.", "ja_nein"),
    Wert("amtszeit", (_GRUPPE, "amtszeit"), "Amtszeit der Mitglieder",
         "Amtszeit in Monaten; oder „unbegrenzt“.", "zahl", MONATE, leer="unbegrenzt", mindestens=1),
    Wert("sitzungen-mindestens", (_GRUPPE, "sitzungen_je_jahr", "mindestens"), "Sitzungen im Jahr, mindestens",
         "So viele Sitzungen soll es im Jahr wenigstens geben.", "zahl", SITZUNGEN),
    Wert("sitzungen-hoechstens", (_GRUPPE, "sitzungen_je_jahr", "hoechstens"), "Sitzungen im Jahr, höchstens",
         "Mehr Sitzungen soll es im Jahr nicht geben.", "zahl", SITZUNGEN, mindestens=1),
    Wert("sitzungsabstand", (_GRUPPE, "sitzungsabstand"), "Vorschlag für die nächste Sitzung nach",
         "Nach so vielen Wochen wird die nächste Sitzung vorgeschlagen.", "zahl", WOCHEN, mindestens=1),
    Wert("ladungsfrist", (_GRUPPE, "ladungsfrist", "soll"), "Ladungsfrist",
         "Tage zwischen Versand und Sitzung; was kürzer ist, gibt eine Warnung.", "zahl", TAGE),
    Wert("ladungsfrist-mindestens", (_GRUPPE, "ladungsfrist", "muss"), "Ladungsfrist, auf jeden Fall",
         "Tage, die nie unterschritten werden dürfen; was kürzer ist, ist ein Fehler.", "zahl", TAGE),
    Wert("beschlussfaehig", (_GRUPPE, "beschlussfaehigkeit", "anteil"), "Beschlussfähig, wenn anwesend sind",
         f"Welcher Anteil anwesend sein muss, {_ANTEIL}.", "anteil"),
    Wert("beschlussfaehig-von", (_GRUPPE, "beschlussfaehigkeit", "bezug"), "Beschlussfähigkeit gerechnet von",
         "Wovon der Anteil gerechnet wird: soll (allen Sitzen) oder besetzt (den besetzten).", "wahl",
         worte=MappingProxyType({"soll": "allen Sitzen", "besetzt": "den besetzten Sitzen"})),
    Wert("beschlussfaehig-mindestens", (_GRUPPE, "beschlussfaehigkeit", "mindestens"), "Beschlussfähig, mindestens",
         "So viele müssen auf jeden Fall anwesend sein.", "zahl", PERSONEN),
    Wert("beschlussfaehig-zweite-ladung", (_GRUPPE, "beschlussfaehigkeit", "zweite_ladung"),
         "Beschlussfähig nach zweiter Ladung, mindestens",
         "So viele genügen nach zweiter Ladung zum selben Gegenstand.", "zahl", PERSONEN, mindestens=1),
    Wert("beschlussfaehig-befangen", (_GRUPPE, "beschlussfaehigkeit", "bei_befangenheit"),
         "Beschlussfähig, wenn mehr als die Hälfte befangen ist",
         "Welcher Anteil genügt, wenn mehr als die Hälfte befangen ist, z. B. mindestens_1/4; oder „wie_sonst“.",
         "anteil", leer="wie_sonst"),
    Wert("mehrheit", (_GRUPPE, "abstimmung", "mehrheit"), "Mehrheit",
         f"einfach (mehr Ja als Nein) oder ein Anteil, {_ANTEIL}.", "anteil",
         worte=MappingProxyType({"einfach": "einfach: mehr Ja als Nein"})),
    Wert("gleichstand", (_GRUPPE, "abstimmung", "gleichstand"), "Bei Stimmengleichheit",
         "vorsitz (die Stimme der Leitung entscheidet) oder abgelehnt.", "wahl",
         worte=MappingProxyType({"vorsitz": "entscheidet die Stimme der Leitung", "abgelehnt": "ist abgelehnt"})),
    Wert("umlauf", (_GRUPPE, "umlauf", "erlaubt"), "Beschlüsse im Umlauf",
         "Ob schriftlich abgestimmt werden darf: ja oder nein.", "ja_nein"),
    Wert("umlauf-frist", (_GRUPPE, "umlauf", "frist"), "Frist im Umlauf",
         "Tage für Stimme oder Widerspruch.", "zahl", TAGE, mindestens=1),
    Wert("ag-karenz", ("arbeitsgruppen", "karenz"), "Karenz der Arbeitsgruppen",
         "Tage, die nach dem Ende einer Arbeitsgruppe noch etwas von ihr datiert sein darf.", "zahl", TAGE),
    Wert("rueckmeldung", ("fristen", "rueckmeldung"), "Rückmeldung auf eine Weiterleitung nach",
         "Tage bis zur ersten Antwort einer Stelle.", "zahl", TAGE, mindestens=1),
    Wert("bedarf-alt", ("fristen", "bedarf_alt"), "Offener Bedarf kommt auf die Tagesordnung nach",
         "Tage, nach denen ein offener Bedarf auf die Tagesordnung kommt.", "zahl", TAGE, mindestens=1),
    Wert("vorlauf", ("fristen", "amtsende"), "Vorlauf vor dem Ende von Mandaten und Ausnahmen",
         "So viele Tage vorher steht das Ende eines Mandats oder einer Ausnahme unter den Fristen.", "zahl", TAGE,
         mindestens=1),
    Wert("als-gemeinde", ("koerperschaften", "gemeinde"), "Als Gemeinde zählen",
         "Arten und Status, die für die Sitze als Gemeinde zählen, durch Komma getrennt.", "liste"),
    Wert("als-stadt", ("koerperschaften", "stadt"), "Als Stadt zählen",
         "Ebenso für Städte, z. B. „stadt, grosse_kreisstadt, stadtkreis“.", "liste"),
    Wert("als-landkreis", ("koerperschaften", "landkreis"), "Als Landkreis zählen",
         "Ebenso für Landkreise.", "liste"),
    Wert("leitungsaemter", ("leitungsaemter",), "Leitung einer Kommunalverwaltung sind",
         "Alle Funktionen, die eine Kommunalverwaltung leiten, durch Komma getrennt.", "liste"),
)  # fmt: skip
"""In the order of the file."""


def read_wert(fassung: Any, wert: Wert) -> Any:
    """The value in a Fassung; None where it may be missing and is."""
    part = fassung
    for name in wert.pfad:
        part = getattr(part, name)
    return part


def tell_wert(wert: Wert, value: Any) -> str:
    """The value as people say it: ``14 Tage``, ``mehr als 1/2``, ``Landesverbände``."""
    if value is None:
        return wert.leer.replace("_", " ")
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if wert.art == "zahl":
        return anzahl(value, *wert.einheit)
    if wert.art == "liste":
        return aufzaehlung([str(item).replace("_", " ") for item in value]) or "nichts"
    return wert.worte.get(str(value), str(value).replace("_", " "))


def quelle_of(quellen: Mapping[str, str], schluessel: str) -> str:
    """What is noted as the source of a value: under its own key, or under what it is a part of. Empty: assumed."""
    parts = schluessel.split(".")
    keys = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((quellen[key] for key in keys if key in quellen), "")
