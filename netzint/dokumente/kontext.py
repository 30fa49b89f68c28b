"""What every document knows: network, Gremium, Sitzung. Templates get plain dicts, lists and text, nothing else."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from netzint.berichte.sitzungen import laufende_nummer
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.geschaeftsordnung import Strategiegruppenrecht
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import aufzaehlung, datum, wochentag
from netzint.recht.feiertage import list_feiertage
from netzint.recht.fristen import letzter_versandtag

FORMEN = {"praesenz": "in Präsenz", "video": "als Videokonferenz", "hybrid": "in Präsenz und als Videokonferenz"}
VERTRETUNG = {
    "persoenlich": "Wer verhindert ist, gibt die Einladung bitte an die persönliche Stellvertretung weiter.",
    "pool": "Wer verhindert ist, teilt es bitte mit, damit eine Stellvertretung der Bank eingeladen werden kann.",
}
_ADRESSE = re.compile(r"https?://\S+")
RUECKMELDUNG = 7
"""Days before the Sitzung by which an answer is asked for."""

Daten = dict[str, Any]


def netzwerk(bestand: Bestand) -> Daten:
    """The network and its office. Raises NetzintFehler if netzwerk.yaml cannot be read."""
    if bestand.netzwerk is None:
        raise NetzintFehler(
            "Ohne lesbare daten/netzwerk.yaml fehlt der Briefkopf.", "Die Datei mit „netzint pruefen“ ansehen."
        )
    office = bestand.netzwerk.geschaeftsstelle
    return {
        "name": bestand.netzwerk.name,
        "stelle": office.name,
        "anschrift": office.anschrift.strip(),
        "e_mail": office.e_mail,
        "beispieldaten": bestand.netzwerk.beispieldaten,
    }


def gremium(bestand: Bestand, kennung: str) -> str:
    """The name of a Gremium as it stands behind „der“."""
    ag = bestand.arbeitsgruppen.get(kennung)
    return ag.name if ag else {"geschaeftsstelle": "Geschäftsstelle"}.get(kennung, kennung.capitalize())


def sitzung(bestand: Bestand, entry: Sitzung, tag: date) -> Daten:
    """The Sitzung: day, time, place, periods; ``tag`` is the day of the document."""
    recht = find_recht(bestand, entry)
    ort, zugang = _split_ort(entry)
    return {
        "kennung": entry.kennung,
        "nummer": laufende_nummer(bestand, entry),
        "datum": entry.datum.isoformat(),
        "wochentag": wochentag(entry.datum),
        "beginn": entry.beginn or "10:00",
        "ende": entry.ende or "",
        "ort": ort,
        "zugang": zugang,
        "form": FORMEN[entry.form],
        "leitung": person(bestand, entry.leitung) if entry.leitung else "",
        "ladungsfrist": _ladungsfrist(recht, entry) if recht else "",
        "rueckmeldung_bis": _rueckmeldung(entry.datum, tag),
        "stellvertretung": VERTRETUNG.get(recht.stellvertretung, "") if recht else "",
        "zweite_ladung": _zweite_ladung(bestand, entry, recht),
    }


def _split_ort(entry: Sitzung) -> tuple[str, str]:
    """The place, and the address of the Videokonferenz where it is noted with it."""
    found = _ADRESSE.search(entry.ort or "")
    if found is None:
        return entry.ort or ("Videokonferenz, die Zugangsdaten folgen" if entry.form == "video" else ""), ""
    rest = " ".join(_ADRESSE.sub(" ", entry.ort or "").split()).strip(" ,;:()")
    return rest or "Videokonferenz", found[0].rstrip(".,;)")


def _rueckmeldung(datum_der_sitzung: date, tag: date) -> str:
    """A week before; where that is past already, the day before; nothing if there is no day left."""
    days = [datum_der_sitzung - timedelta(days=n) for n in (RUECKMELDUNG, 1)]
    return next((bis.isoformat() for bis in days if bis > tag), "")


def find_recht(bestand: Bestand, entry: Sitzung) -> Strategiegruppenrecht | None:
    """The law of the Strategiegruppe on that day; an AG has none of these periods."""
    fassung = bestand.fassung(entry.datum)
    return fassung.strategiegruppe if fassung and entry.gremium == STRATEGIEGRUPPE else None


def _ladungsfrist(recht: Strategiegruppenrecht, entry: Sitzung) -> str:
    last = letzter_versandtag(entry.datum, recht.ladungsfrist.soll)
    free = [f"{name} ({datum(tag)})" for tag, name in list_feiertage(last, entry.datum)]
    inside = f" In die Frist {'fallen' if len(free) > 1 else 'fällt'}: {aufzaehlung(free)}." if free else ""
    return (
        f"Die Ladungsfrist beträgt {recht.ladungsfrist.soll} Tage; "
        f"die Einladung ist bis zum {datum(last)} zu versenden.{inside}"
    )


def _zweite_ladung(bestand: Bestand, entry: Sitzung, recht: Strategiegruppenrecht | None) -> str:
    first = bestand.sitzungen.get(entry.zweite_ladung_zu or "")
    if first is None or recht is None:
        return ""
    genug = recht.beschlussfaehigkeit.zweite_ladung
    return (
        f"Dies ist die zweite Ladung nach der Sitzung vom {datum(first.datum)}, die nicht beschlussfähig war. "
        f"Zu den wiederaufgenommenen Punkten genügt die Anwesenheit von {genug} Stimmberechtigten."
    )


def stelle(bestand: Bestand, kennung: str, tag: date) -> str:
    """The name of a Stelle on a day."""
    entry = bestand.stellen.get(kennung)
    return entry.name_am(tag) if entry else kennung


def person(bestand: Bestand, kennung: str) -> str:
    """A person by name, with form of address and title."""
    entry = bestand.mitglieder.get(kennung)
    return " ".join(filter(None, (entry.anrede, entry.voller_name))) if entry else kennung
