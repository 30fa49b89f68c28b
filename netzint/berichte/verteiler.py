"""Who is invited to a Sitzung, with the addresses to send to."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.sitzungszeit import sitzung_am
from netzint.recht.verteiler import list_eingeladen

SPALTEN = (
    ("name", "Name"), ("als", "Als"), ("e_mail", "E-Mail"), ("stelle", "Stelle"), ("kennung", "Kennung"),
)  # fmt: skip


def verteiler(bestand: Bestand, kennung: str, stichtag: date) -> Bericht:
    """Who was invited; before the dispatch: who is to be invited. The last line can be pasted into a mail."""
    sitzung = sitzung_am(find_sitzung(bestand, kennung), stichtag)
    sent = sitzung.einladung
    invited = sent is not None and bool(sent.verteiler)
    roles = list_eingeladen(bestand, sitzung)
    rows = tuple(_zeile(bestand, k, role, stichtag) for k, role in roles.items())
    mails = [str(row[2]) for row in rows if row[2]]
    missing = len(rows) - len(mails)
    wann = f"eingeladen am {datum(sent.versandt)}" if sent and invited else "noch nicht eingeladen"
    saetze = [f"Sitzung am {datum(sitzung.datum)}, {wann}."]
    if missing:
        saetze.append(f"Ohne E-Mail-Adresse: {anzahl(missing, 'Person', 'Personen')}.")
    tabellen = (
        _kopf(sitzung.kennung, sitzung.datum, sent.versandt if sent and invited else None, missing),
        Tabelle("verteiler", "Verteiler", SPALTEN, rows, "noch niemand", verborgen=("kennung",)),
        Tabelle("adressen", "Zum Einfügen in eine E-Mail", (("adressen", "Adressen"),), (("; ".join(mails),),)),
    )
    return Bericht("netzint.verteiler/1", f"Verteiler {sitzung.kennung.upper()}", tuple(saetze), tabellen)


def _kopf(kennung: str, tag: date, versandt: date | None, missing: int) -> Tabelle:
    spalten = (("kennung", "Kennung"), ("datum", "Datum"), ("versandt", "Versandt"), ("ohne_adresse", "Ohne Adresse"))
    return Tabelle("sitzung", "Sitzung", spalten, ((kennung, tag, versandt, missing),), nur_daten=True)


def _zeile(bestand: Bestand, kennung: str, role: str, tag: date) -> tuple[str, str, str, str, str]:
    entry = bestand.mitglieder.get(kennung)
    if entry is None:
        return kennung, role, "", "", kennung
    mail = entry.dienstlich.e_mail if entry.dienstlich else None
    places = [bestand.stellen[amt.stelle] for amt in entry.aemter_am(tag) if amt.stelle in bestand.stellen]
    name = places[0].kurz or places[0].name_am(tag) if places else ""
    return entry.voller_name, role, mail or "", name, kennung
