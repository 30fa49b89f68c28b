"""Stellen, the people of the Strategiegruppe and the directory of Integrationsbeauftragte."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from netzint.modell.kreise import KREIS_NACH_AGS
from tests.leistung.texte import ascii_wort, ortsname, person, tage
from tests.leistung.welt import STICHTAG, Welt

VERBAENDE = {"gemeindetag": "Gemeindetag", "staedtetag": "Städtetag", "landkreistag": "Landkreistag"}
KOERPERSCHAFTEN = ("gemeinde", "stadt", "landkreis")
SITZE = (
    *(f"ministerium-{x}" for x in "abc"),
    *VERBAENDE,
    *(f"kommunen-{k}" for k in KOERPERSCHAFTEN),
    *(f"beauftragte-{k}" for k in KOERPERSCHAFTEN),
)
_LEITUNG = {"gemeinde": "Bürgermeisterin", "stadt": "Oberbürgermeisterin", "landkreis": "Landrätin"}
_ANDERE = (
    ("traeger", "Bildungswerk"), ("traeger", "Caritasverband"), ("traeger", "Diakonie"), ("behoerde", "Jobcenter"),
    ("behoerde", "Schulamt"), ("traeger", "Volkshochschule"), ("sonstige", "Verein Miteinander"),
    ("hochschule", "Hochschule"),
)  # fmt: skip


class Platz(NamedTuple):
    """A Mandat in the Strategiegruppe."""

    sitz: str
    mitglied: str
    rolle: str
    von: date
    bis: date | None

    def gilt_am(self, tag: date) -> bool:
        """Whether it is held on a day."""
        return self.von <= tag and (self.bis is None or tag <= self.bis)


def write_stellen(welt: Welt) -> None:
    """The ministry, the Landesverbände, Kommunen (half of all), and others."""
    welt.write("stellen", "ministerium", "name: Ministerium für Beispiele\nkurz: Ministerium\nart: ministerium\n")
    for kennung, name in VERBAENDE.items():
        welt.write("stellen", kennung, f"name: {name} Beispielland\nkurz: {name}\nart: landesverband\n")
    ags = _iter_ags()
    while len(welt.dateien) < welt.mischung.stellen:
        nr = len(welt.dateien)
        if nr % 2:
            _write_andere(welt, nr)
        else:
            _write_kommune(welt, nr, ags)
    welt.stellen = ["ministerium", *VERBAENDE, *(k for art in KOERPERSCHAFTEN for k in welt.kommunen[art])]


def _iter_ags() -> dict[str, list[str]]:
    """Keys of Kreise that do not exist, in the order in which they are popped."""
    kreise = [f"08{nr:03}" for nr in range(999, 0, -1) if f"08{nr:03}" not in KREIS_NACH_AGS]
    return {"landkreis": kreise[400::-1], "gemeinde": [f"{k}{nr:03}" for k in kreise[401:] for nr in range(1, 100)]}


def _write_kommune(welt: Welt, nr: int, ags: dict[str, list[str]]) -> None:
    zufall = welt.zufall
    art = "landkreis" if nr % 24 == 8 and ags["landkreis"] else "stadt" if nr % 4 == 2 else "gemeinde"
    ort = ortsname(zufall)
    kennung = f"{art}-{ascii_wort(ort)}-{nr}"
    vorsilbe = {"gemeinde": "Gemeinde", "stadt": "Stadt", "landkreis": "Landkreis"}[art]
    schluessel = ags["landkreis" if art == "landkreis" else "gemeinde"].pop()
    text = f"name: {vorsilbe} {ort}\nkurz: {ort}\nart: {art}\n"
    if art == "stadt" and nr % 3 == 0:
        text += "status: grosse_kreisstadt\n"
    text += f'ags: "{schluessel}"\nanschrift: |\n  Rathausplatz {nr % 90 + 1}\n  {70000 + nr % 9000} {ort}\n'
    text += f"e_mail: poststelle@{kennung}.example\n"
    if art == "stadt" and nr % 5 == 0:
        text += f'frueher:\n  - {{name: "Gemeinde {ort}", art: gemeinde, bis: 2019-12-31}}\n'
    welt.kommunen[art].append(kennung)
    welt.write("stellen", kennung, text)


def _write_andere(welt: Welt, nr: int) -> None:
    art, name = welt.zufall.choice(_ANDERE)
    ort = ortsname(welt.zufall)
    kennung = f"{ascii_wort(name)}-{ascii_wort(ort)}-{nr}"
    text = f"name: {name} {ort}\nart: {art}\nanschrift: |\n  Am Markt {nr % 70 + 1}\n  {70000 + nr % 9000} {ort}\n"
    welt.write("stellen", kennung, f"{text}e_mail: info@{kennung}.example\n")


def write_strategiegruppe(welt: Welt) -> list[Platz]:
    """The people on the twelve seats over the years, a deputy for most, and the Geschäftsstelle."""
    plaetze: list[Platz] = []
    start, jahre = date(2020, 6, 1), STICHTAG.year - welt.mischung.ab_jahr + 1
    young = jahre < 4
    for i, sitz in enumerate(SITZE):
        wechsel = [tage(date(welt.mischung.ab_jahr, 4, 1), 360 * j + 17 * i) for j in range(i % 2, jahre, 2 + i % 3)]
        grenzen = [start, *(tag for tag in wechsel if tag < STICHTAG and (i % 3 == 0 or not young))]
        for nr, von in enumerate(grenzen, 1):
            bis = tage(grenzen[nr], -1) if nr < len(grenzen) else None
            plaetze.append(Platz(sitz, _first_kennung(sitz, nr), "ordentlich", von, bis))
        if sitz in VERBAENDE or not (young or sitz == "ministerium-c"):
            plaetze.append(Platz(sitz, _first_kennung(sitz, len(grenzen) + 1), "stellvertretend", start, None))
    for nr, platz in enumerate(plaetze):
        _write_platz(welt, platz, nr)
    mandat = "mandate:\n  - {gremium: geschaeftsstelle, rolle: mitarbeit, von: 2020-06}\n"
    welt.write("mitglieder", "gs-1", person(welt.zufall) + mandat)
    return plaetze


def _first_kennung(sitz: str, nr: int) -> str:
    return f"{sitz}-{nr}"


def _write_platz(welt: Welt, platz: Platz, nr: int) -> None:
    bank, _, teil = platz.sitz.partition("-")
    stelle = _stelle_of(welt, bank, teil, nr)
    amt = {"kommunen": "leitung", "beauftragte": "integrationsbeauftragung"}.get(bank, "mitarbeit")
    funktion = {"kommunen": _LEITUNG.get(teil, ""), "beauftragte": "Integrationsbeauftragte"}.get(bank, "Referentin")
    text = person(welt.zufall)
    text += f"dienstlich:\n  e_mail: {platz.mitglied}@{stelle}.example\n  telefon: 0711 {40000 + nr}\n"
    text += f"aemter:\n  - von: 2018-01-01\n    stelle: {stelle}\n    amt: {amt}\n    funktion: {funktion}\n"
    first = platz.von == date(2020, 6, 1)
    text += "mandate:\n  - gremium: strategiegruppe\n"
    text += f"    sitz: sitz-{platz.sitz}\n    rolle: {platz.rolle}\n    von: {'2020-06' if first else platz.von}\n"
    text += f"    bis: {platz.bis}\n" if platz.bis else ""
    if not first:
        benennt = bank if bank == "ministerium" or bank in VERBAENDE else "staedtetag"
        text += f"    benannt: {{durch: {benennt}, am: {tage(platz.von, -20)}}}\n"
    text += f"    ende: {{grund: nachbenannt, am: {tage(platz.bis, -25)}}}\n" if platz.bis else ""
    welt.write("mitglieder", platz.mitglied, text)
    if bank == "beauftragte":
        welt.ib_mitglieder.setdefault(stelle, (platz.mitglied, date(2018, 1, 1)))


def _stelle_of(welt: Welt, bank: str, teil: str, nr: int) -> str:
    if bank == "ministerium" or bank in VERBAENDE:
        return bank
    kommunen = welt.kommunen[teil]
    return kommunen[nr % len(kommunen)]


def write_beauftragte(welt: Welt) -> None:
    """The directory: today's people first, then their predecessors."""
    folge: dict[str, list[str]] = defaultdict(list)
    alle = [k for art in KOERPERSCHAFTEN for k in welt.kommunen[art]]
    for nr in range(welt.mischung.beauftragte):
        stelle = alle[nr % len(alle)]
        runde = nr // len(alle)
        kennung = f"ib-{stelle}" + (f"-{runde + 1}" if runde else "")
        erst = nr % len(alle)
        mitglied, seit = welt.ib_mitglieder.get(stelle, ("", date(2019 + erst % 3, 1 + erst % 12, 1)))
        von = seit if not runde else date(seit.year - 2 * runde, 1, 1)
        text = f"stelle: {stelle}\nvon: {von}\n"
        text += f"bis: {tage(date.fromisoformat(folge[stelle][-1]), -1)}\n" if runde else ""
        folge[stelle].append(str(von))
        if mitglied and not runde:
            text += f"mitglied: {mitglied}\n"
        else:
            text += person(welt.zufall)
            text += f"dienstlich:\n  e_mail: integration@{stelle}.example\n  telefon: 07000 {10000 + nr % 80000}\n"
        welt.write("beauftragte", kennung, text)
