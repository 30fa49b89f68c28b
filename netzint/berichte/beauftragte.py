"""One entry of the directory of Integrationsbeauftragte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_beauftragte
from netzint.modell.kreise import KREIS_NACH_AGS
from netzint.modell.mitglied import Dienstlich
from netzint.modell.sprache import datum

STAND = {"kuenftig": "künftig", "laeuft": "im Amt", "beendet": "beendet"}


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """Who it is, where, since when, how to reach her, and who was it before or after."""
    eintrag = find_beauftragte(bestand, text)
    stelle = bestand.stellen.get(eintrag.stelle)
    kommune = stelle.name_am(stichtag) if stelle else eintrag.stelle
    return Bericht(
        "netzint.beauftragung/1",
        f"Integrationsbeauftragung {kommune} ({eintrag.kennung})",
        tuple(_saetze(bestand, eintrag, stichtag)),
        (_daten(bestand, eintrag, stichtag), _andere(bestand, eintrag)),
        tuple(_schritte(eintrag, stichtag)),
    )


def stand_am(eintrag: Beauftragte, tag: date) -> str:
    """``kuenftig``, ``laeuft`` or ``beendet``."""
    if eintrag.von > tag:
        return "kuenftig"
    return "beendet" if eintrag.bis is not None and eintrag.bis < tag else "laeuft"


def name_of(bestand: Bestand, eintrag: Beauftragte) -> str:
    """The name, from the person's own file if she is recorded as Mitglied."""
    person = bestand.mitglieder.get(eintrag.mitglied or "")
    return person.voller_name if person else eintrag.name or ""


def _contact(bestand: Bestand, eintrag: Beauftragte) -> Dienstlich | None:
    person = bestand.mitglieder.get(eintrag.mitglied or "")
    return person.dienstlich if person else eintrag.dienstlich


def _saetze(bestand: Bestand, eintrag: Beauftragte, tag: date) -> Iterator[str]:
    known = f" ({eintrag.mitglied})" if eintrag.mitglied else ""
    yield f"{name_of(bestand, eintrag)}{known}."
    bis = f" bis zum {datum(eintrag.bis)}" if eintrag.bis else ""
    yield f"Stand am {datum(tag)}: {STAND[stand_am(eintrag, tag)]}, seit dem {datum(eintrag.von)}{bis}."
    contact = _contact(bestand, eintrag)
    reach = [part for part in (contact.e_mail, contact.telefon) if part] if contact else []
    yield f"Dienstlich erreichbar: {', '.join(reach)}." if reach else "Keine dienstliche Adresse eingetragen."
    stelle = bestand.stellen.get(eintrag.stelle)
    kreis = KREIS_NACH_AGS.get((stelle.ags or "")[:5]) if stelle else None
    yield f"Kreis: {kreis.name} ({kreis.ags})." if kreis else "Die Kommune zählt bei der Abdeckung nicht mit."


def _daten(bestand: Bestand, eintrag: Beauftragte, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    contact, stelle = _contact(bestand, eintrag), bestand.stellen.get(eintrag.stelle)
    kreis = KREIS_NACH_AGS.get((stelle.ags or "")[:5]) if stelle else None
    row: dict[str, Zelle] = {
        "kennung": eintrag.kennung,
        "stelle": eintrag.stelle,
        "name": name_of(bestand, eintrag),
        "mitglied": eintrag.mitglied,
        "stand": stand_am(eintrag, tag),
        "von": eintrag.von,
        "bis": eintrag.bis,
        "e_mail": contact.e_mail if contact else None,
        "telefon": contact.telefon if contact else None,
        "kreis": kreis.ags if kreis else None,
    }
    return Tabelle("eintrag", "Eintrag", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _andere(bestand: Bestand, eintrag: Beauftragte) -> Tabelle:
    own = [b for b in bestand.beauftragte.values() if b.stelle == eintrag.stelle and b.kennung != eintrag.kennung]
    rows = tuple((b.von, b.bis, name_of(bestand, b), b.kennung) for b in sorted(own, key=lambda b: (b.von, b.kennung)))
    spalten = (("von", "Von"), ("bis", "Bis"), ("name", "Name"), ("kennung", "Kennung"))
    return Tabelle("andere", "Davor, danach oder daneben", spalten, rows, "niemand")


def _schritte(eintrag: Beauftragte, tag: date) -> Iterator[tuple[str, str]]:
    if stand_am(eintrag, tag) != "beendet":
        yield f"netzint beauftragte aendern {eintrag.kennung}", "Name oder Erreichbarkeit ändern"
        yield f"netzint beauftragte neu --stelle {eintrag.stelle} --nachfolge", "jemand folgt nach"
