"""Giving up what was laid down by mistake: the file stays, so that the gap in the numbers explains itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.bedarf import Bedarf
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_bedarf, find_veranstaltung
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.veranstaltung import Veranstaltung
from netzint.modell.verweise import iter_verweise
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa

GENANNT = 5
_STATTDESSEN = {
    "bedarf": "Was daraus wurde, festhalten: netzint bedarf erledigen",
    "veranstaltung": "Statt dessen absagen: netzint veranstaltung absagen",
}


def bedarf(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, bedarf: str, grund: str, am: date | None = None
) -> Aenderung:
    """A Bedarf that nobody reported, or twice. What became of a real one is recorded by ``bedarf erledigen``."""
    found = find_bedarf(bestand, bedarf)
    if found.zugeordnet is not None or found.erledigt is not None:
        stand = "erledigt" if found.erledigt else "einem Thema zugeordnet"
        raise ablehnen(
            f"{found.kennung} ist schon {stand}.",
            f"Was daraus wurde: netzint bedarf erledigen {found.kennung}; ein Versehen: netzint zuruecknehmen VORGANG",
        )
    return _give_up(bestand, found, stichtag, grund, am or stichtag, "bedarf")


def veranstaltung(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    veranstaltung: str,
    grund: str,
    am: date | None = None,
) -> Aenderung:
    """A Veranstaltung that was never meant to be. One that was announced is cancelled."""
    found = find_veranstaltung(bestand, veranstaltung)
    if found.abgesagt is not None:
        raise ablehnen(
            f"{found.kennung} ist schon am {datum(found.abgesagt.am)} abgesagt.",
            "Das genügt; alle zeigt: netzint veranstaltung liste",
        )
    return _give_up(bestand, found, stichtag, grund, am or stichtag, "veranstaltung")


def _give_up(
    bestand: Bestand, found: Bedarf | Veranstaltung, stichtag: date, grund: str, am: date, art: str
) -> Aenderung:
    kennung = found.kennung
    if found.entfallen is not None:
        raise ablehnen(f"{kennung} ist schon entfallen.", f"Alle zeigt: netzint {art} liste")
    users = list(dict.fromkeys(_iter_nennende(bestand, kennung)))
    if users:
        more = " und weitere" if len(users) > GENANNT else ""
        raise ablehnen(
            f"{kennung.upper()} steht schon in {aufzaehlung([u.upper() for u in users[:GENANNT]])}{more}.",
            f"{_STATTDESSEN[art]} {kennung}",
        )
    wert = {"am": check_nicht_kuenftig("--am", am, stichtag), "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        f"{art}-entfallen",
        f"{kennung.upper()} entfällt, die Nummer wird nicht mehr vergeben",
        gesetzt=(Setzen(art, kennung, ("entfallen",), wert),),
        danach=((f"netzint {art} liste", "die anderen ansehen"),),
    )


def _iter_nennende(bestand: Bestand, kennung: str) -> Iterator[str]:
    """Which entries name it."""
    for entry in bestand.iter_eintraege():
        named = {verweis.ziel for verweis in iter_verweise(entry)}
        bezug = {ziel for top in getattr(entry, "tagesordnung", ()) for ziel in top.bezug}
        if entry.kennung != kennung and kennung in named | bezug:
            yield entry.kennung
