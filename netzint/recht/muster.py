"""Ready-made parts of a Geschäftsordnung: what ``netzint init`` lays down, and what tests start from.

Two presets for Beschlussfähigkeit and votes. Everything in them is data once it is written; the engine in
``abstimmung.py`` knows neither of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from netzint.modell.geschaeftsordnung import (
    Abstimmungsrecht,
    Arbeitsgruppenrecht,
    Beschlussfaehigkeit,
    Fassung,
    Fristenrecht,
    Koerperschaften,
    Ladungsfrist,
    Sitz,
    SitzungenJeJahr,
    Strategiegruppenrecht,
    Umlaufrecht,
    Vorsitz,
)
from netzint.modell.typen import Anteil

if TYPE_CHECKING:
    from datetime import date

    from netzint.modell.typen import Koerperschaft

Bezug = Literal["soll", "besetzt"]
VERBAENDE = ("gemeindetag", "staedtetag", "landkreistag")
BEZEICHNUNGEN = {"staedtetag": "Landesverbände – Städtetag"}
"""Where the name that is made of the Kennung would lack its umlaut."""
KOERPERSCHAFTEN: tuple[Koerperschaft, ...] = ("gemeinde", "stadt", "landkreis")
LEITUNGSAEMTER = (
    "Bürgermeister",
    "Bürgermeisterin",
    "Oberbürgermeister",
    "Oberbürgermeisterin",
    "Landrat",
    "Landrätin",
)
_SITZQUELLEN = (
    ("ministerium", "abc", "„Ministerium für Soziales, Gesundheit und Integration – drei Personen“"),
    ("", VERBAENDE, "„eine Person je kommunaler Verbandsvertretung“"),
    (
        "kommunen",
        KOERPERSCHAFTEN,
        "„eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer Stadt und einem Landkreis“",
    ),
    (
        "beauftragte",
        KOERPERSCHAFTEN,
        (
            "„eine Integrationsbeauftragte bzw. ein Integrationsbeauftragter aus einer Gemeinde, einer Stadt und einem "
            "Landkreis“"
        ),
    ),
)
QUELLEN = {
    "strategiegruppe.sitze": (
        "„besteht aus insgesamt 12 ordentlichen Mitgliedern, die von Seiten des Ministeriums … wie auch der kommunalen "
        "Landesverbände benannt werden“"
    ),
    **{
        "-".join(filter(None, ("strategiegruppe.sitze.sitz", group, part))): words
        for group, parts, words in _SITZQUELLEN
        for part in parts
    },
    "strategiegruppe.sitzungen_je_jahr": (
        "„Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt.“"
    ),
}


class Muster(NamedTuple):
    """What a preset settles."""

    beschlussfaehigkeit: Beschlussfaehigkeit
    abstimmung: Abstimmungsrecht
    umlauf: Umlaufrecht


def vwvfg(bezug: Bezug = "soll") -> Muster:
    """By analogy with §§ 88 ff. LVwVfG: more than half and at least three; at a tie the chair's vote decides."""
    return Muster(
        Beschlussfaehigkeit(
            anteil=Anteil(strikt=True, zaehler=1, nenner=2), bezug=bezug, mindestens=3, zweite_ladung=1
        ),
        Abstimmungsrecht(mehrheit="einfach", gleichstand="vorsitz"),
        Umlaufrecht(erlaubt=True, frist=14),
    )


def gemo_bw(bezug: Bezug = "soll") -> Muster:
    """By analogy with § 37 GemO: half, a quarter if most are befangen, three the second time; a tie rejects."""
    return Muster(
        Beschlussfaehigkeit(
            anteil=Anteil(strikt=False, zaehler=1, nenner=2),
            bezug=bezug,
            mindestens=1,
            zweite_ladung=3,
            bei_befangenheit=Anteil(strikt=False, zaehler=1, nenner=4),
        ),
        Abstimmungsrecht(mehrheit="einfach", gleichstand="abgelehnt"),
        Umlaufrecht(erlaubt=True, frist=14),
    )


def sitze() -> tuple[Sitz, ...]:
    """The twelve seats as the source names them; who fills the benches of the Kommunen is an assumption."""
    ministerium = tuple(
        Sitz(kennung=f"sitz-ministerium-{c}", bank="ministerium", stelle="ministerium", benannt_von=("ministerium",))
        for c in "abc"
    )
    verbaende = tuple(
        Sitz(
            kennung=f"sitz-{verband}",
            bezeichnung=BEZEICHNUNGEN.get(verband),
            bank="landesverbaende",
            stelle=verband,
            benannt_von=(verband,),
        )
        for verband in VERBAENDE
    )
    kommunen = tuple(
        Sitz(kennung=f"sitz-kommunen-{art}", bank="kommunen", koerperschaft=art, amt="leitung", benannt_von=VERBAENDE)
        for art in KOERPERSCHAFTEN
    )
    beauftragte = tuple(
        Sitz(
            kennung=f"sitz-beauftragte-{art}",
            bank="integrationsbeauftragte",
            koerperschaft=art,
            amt="integrationsbeauftragung",
            benannt_von=VERBAENDE,
        )
        for art in KOERPERSCHAFTEN
    )
    return ministerium + verbaende + kommunen + beauftragte


def strategiegruppe(muster: Muster | None = None) -> Strategiegruppenrecht:
    """The Strategiegruppe with the defaults for whatever the sources leave open."""
    preset = muster or vwvfg()
    return Strategiegruppenrecht(
        sitze=sitze(),
        vorsitz=Vorsitz(bank="ministerium", vertretung="landesverbaende"),
        stellvertretung="persoenlich",
        befangen_vertretung=False,
        sitzungen_je_jahr=SitzungenJeJahr(mindestens=2, hoechstens=3),
        sitzungsabstand=17,
        ladungsfrist=Ladungsfrist(soll=14, muss=7),
        beschlussfaehigkeit=preset.beschlussfaehigkeit,
        abstimmung=preset.abstimmung,
        umlauf=preset.umlauf,
    )


def fassung(gilt_ab: date, muster: Muster | None = None) -> Fassung:
    """A whole Fassung, ready to be written by ``netzint init``."""
    return Fassung(
        gilt_ab=gilt_ab,
        strategiegruppe=strategiegruppe(muster),
        arbeitsgruppen=Arbeitsgruppenrecht(karenz=90),
        fristen=Fristenrecht(rueckmeldung=84, bedarf_alt=180, amtsende=90),
        koerperschaften=Koerperschaften(
            gemeinde=("gemeinde",), stadt=("stadt", "grosse_kreisstadt", "stadtkreis"), landkreis=("landkreis",)
        ),
        leitungsaemter=LEITUNGSAEMTER,
        quellen=dict(QUELLEN),
    )
