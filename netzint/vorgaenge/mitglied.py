"""Vorgänge around the seats of the Strategiegruppe: naming, following; and who works in the Geschäftsstelle."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import GESCHAEFTSSTELLE, Bestand
from netzint.modell.meldungen import require
from netzint.modell.mitglied import Mandat
from netzint.modell.sprache import datum
from netzint.regeln.sitzlage import sitzname
from netzint.regeln.tage import last_day
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.mitglied_person import (
    Person,
    Vorgabe,
    choose,
    parse_wert,
)
from netzint.vorgaenge.mitglied_platz import (
    check_free,
    ordinary_on,
)
from netzint.vorgaenge.mitglied_sitz import (
    ENDEGRUENDE,
    Angaben,
    find_predecessor,
    read_platz,
    take,
    with_end,
    write,
)


def benennen(
    bestand: Bestand, vergeben: Collection[str], *, stichtag: date, angaben: Angaben, person: Person
) -> Aenderung:
    """Somebody takes a free seat as ordentliches Mitglied."""
    platz, benannt = read_platz(bestand, angaben, "ordentlich", stichtag)
    check_free(bestand, platz)
    return take(bestand, vergeben, platz, benannt, person, "mitglied-benennen")


def nachbenennen(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    angaben: Angaben,
    person: Person,
    vorher: str = "nachbenannt",
) -> Aenderung:
    """Somebody follows on a seat; the Mandat of whoever sits there ends the day before, for the reason ``vorher``."""
    platz, benannt = read_platz(bestand, angaben, "ordentlich", stichtag)
    if not ordinary_on(bestand, platz.sitz.kennung):
        text = f"Auf dem Sitz {sitzname(platz.sitz)} saß noch niemand."
        raise ablehnen(text, f"Zum ersten Mal besetzen: netzint mitglied benennen {platz.sitz.kennung}")
    before = find_predecessor(bestand, platz)
    check_free(bestand, platz, (before.mitglied.kennung,) if before else ())
    taken = take(bestand, vergeben, platz, benannt, person, "mitglied-nachbenennen")
    grund = parse_wert("--endegrund", vorher, ENDEGRUENDE)
    return with_end(bestand, taken, before, platz, grund, benannt.am)


def in_geschaeftsstelle(
    bestand: Bestand, vergeben: Collection[str], *, person: Person, rolle: str = "mitarbeit", ab: date
) -> Aenderung:
    """Somebody works in the Geschäftsstelle: keeps minutes, has no vote, is named by nobody."""
    chosen = choose(bestand, vergeben, person, Vorgabe("gs"), ab)
    if any(m.gremium == GESCHAEFTSSTELLE and last_day(m) >= ab for m in chosen.mitglied.mandate):
        text = f"{chosen.mitglied.kennung} gehört schon zur Geschäftsstelle."
        raise ablehnen(
            text, f"Beenden: netzint mitglied abberufen {chosen.mitglied.kennung} --gremium geschaeftsstelle"
        )
    wert = parse_wert("--rolle", rolle, ("leitung", "mitarbeit"))
    mandat = require(Mandat, {"gremium": GESCHAEFTSSTELLE, "rolle": wert, "von": ab})
    betreff = f"{chosen.mitglied.kennung} arbeitet ab {datum(ab)} in der Geschäftsstelle"
    return write(chosen, mandat, Aenderung("mitglied-benennen", betreff, hinweise=chosen.hinweise))
