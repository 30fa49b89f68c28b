"""What an Einsetzungsschreiben tells a member: what the AG was set up for, and as what they belong to it."""

from __future__ import annotations

from datetime import date

from netzint.dokumente.kontext import Daten, person
from netzint.dokumente.kontext_brief import an_person, tell_beschluss_am
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand, MandatVon
from netzint.recht.zustaende import agstand

ROLLEN = {
    "leitung": "Leitung",
    "staendig": "ständiges Mitglied",
    "gast": "Gast",
    "sachverstaendig": "sachverständige Person",
}
"""What people are in an AG, as it stands in letters and reports."""


def einsetzung(bestand: Bestand, ag: Arbeitsgruppe, entry: MandatVon, tag: date) -> Daten:
    """Everything the template may show; ``tag`` is the day of the letter."""
    day = max(tag, entry.mandat.von)
    thema = bestand.themen.get(ag.thema)
    chairs = [m for m in bestand.mandate_in(ag.kennung, day) if m.mandat.rolle == "leitung"]
    coming = (s for s in bestand.sitzungen_von(ag.kennung) if s.zustand in ("terminiert", "eingeladen"))
    nearest = next((s.datum.isoformat() for s in coming if s.datum >= tag), "")
    return {
        "arbeitsgruppe": ag.name_am(day),
        "thema": thema.titel if thema else ag.thema,
        "auftrag": ag.auftrag_am(day),
        "zahl": ag.zahl_am(day),
        "von": ag.mandat.von.isoformat(),
        "bis": ag.ende.isoformat(),
        "beschluss": tell_beschluss_am(bestand, ag.mandat.beschluss),
        "rolle": ROLLEN.get(entry.mandat.rolle, entry.mandat.rolle),
        "ab": entry.mandat.von.isoformat(),
        "mitglied_bis": entry.mandat.bis.isoformat() if entry.mandat.bis and entry.mandat.bis != ag.ende else "",
        "leitung": [person(bestand, m.mitglied.kennung) for m in chairs if m.mitglied != entry.mitglied],
        "naechste_sitzung": nearest,
    }


def brief_an(bestand: Bestand, entry: MandatVon, tag: date) -> Daten:
    """To whom it goes."""
    return an_person(bestand, entry.mitglied.kennung, max(tag, entry.mandat.von))


def list_mitglieder(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> tuple[MandatVon, ...]:
    """Who belongs to an AG on a day or will, each once, the Leitung first; nobody once it is closed."""
    if agstand(ag, tag) == "abgeschlossen":
        return ()
    found: dict[str, MandatVon] = {}
    for entry in bestand.mandate_in(ag.kennung):
        if entry.mandat.bis is None or entry.mandat.bis >= tag:
            found.setdefault(entry.mitglied.kennung, entry)
    return tuple(sorted(found.values(), key=rang))


def rang(entry: MandatVon) -> tuple[int, str]:
    """The order of lists: by role, then by Kennung."""
    known = [*ROLLEN]
    rolle = entry.mandat.rolle
    return (known.index(rolle) if rolle in known else len(known), entry.mitglied.kennung)
