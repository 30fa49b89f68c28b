"""What the lists show: Verteiler, attendance list, Beschlusskontrolle, and the contents of the Vorlagenmappe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from netzint.berichte.beschlusskontrolle import WARTET, Kontrolle, list_kontrolle
from netzint.berichte.empfaenger import Empfaenger, of_gremium, of_sitzung
from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.sitzungen import laufende_nummer
from netzint.dokumente.kontext import Daten, gremium, person, stelle
from netzint.dokumente.kontext_niederschrift import ROLLEN
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Nachweis
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.verteiler import list_eingeladen
from netzint.recht.zustaende import BEZEICHNUNG

FARBEN = {"gruen": "grün", "gelb": "gelb", "rot": "rot", "grau": "grau"}
FREI = 4
"""Lines for guests whom nobody announced."""
_GRUPPEN = {
    "Mitglied": "Mitglieder", "Stellvertretung": "Stellvertretungen", "Gast": "Gäste",
}  # fmt: skip


def verteiler_of_sitzung(bestand: Bestand, sitzung: Sitzung, tag: date) -> Daten:
    """Who was invited, with the official addresses; before the dispatch: who is to be invited."""
    sent = sitzung.einladung
    wann = f"Eingeladen wurde am {datum(sent.versandt)}." if sent else "Eingeladen ist noch niemand."
    name = f"{laufende_nummer(bestand, sitzung)}. Sitzung der {gremium(bestand, sitzung.gremium)}"
    return _verteiler(bestand, of_sitzung(bestand, sitzung, {}), f"{name} am {datum(sitzung.datum)}", wann, tag)


def verteiler_of_gremium(bestand: Bestand, kennung: str, tag: date) -> Daten:
    """Everybody with a Mandat there on a day."""
    people = of_gremium(bestand, kennung, tag, {})
    return _verteiler(bestand, people, gremium(bestand, kennung), f"Stand vom {datum(tag)}.", tag)


def _verteiler(bestand: Bestand, people: Iterable[Empfaenger], fuer: str, stand: str, tag: date) -> Daten:
    rows = [_receiver(bestand, one, tag) for one in people]
    missing = sum(not row["e_mail"] for row in rows)
    told = f"Ohne E-Mail-Adresse: {anzahl(missing, 'Person', 'Personen')}." if missing else ""
    return {"fuer": fuer, "stand": stand, "personen": rows, "ohne_adresse": told}


def _receiver(bestand: Bestand, one: Empfaenger, tag: date) -> Daten:
    entry = bestand.mitglieder.get(one.kennung)
    amt = next(iter(entry.aemter_am(tag)), None) if entry else None
    return {
        "name": one.name,
        "als": one.als,
        "funktion": (amt.funktion or "") if amt else "",
        "stelle": stelle(bestand, amt.stelle, tag) if amt else "",
        "e_mail": one.e_mail,
    }


def anwesenheit(bestand: Bestand, sitzung: Sitzung) -> list[Daten]:
    """Who is to sign: members in the order of the seats, deputies, the office, guests with room for more."""
    invited = list_eingeladen(bestand, sitzung)
    places = _places(bestand, sitzung)
    groups = {role: [k for k, r in invited.items() if r == role] for role in _GRUPPEN}
    office = [m.mitglied.kennung for m in bestand.mandate_in(GESCHAEFTSSTELLE, sitzung.datum)]
    known = {"Mitglied": groups["Mitglied"], "Stellvertretung": groups["Stellvertretung"]}
    found = [_group(bestand, _GRUPPEN[role], people, places) for role, people in known.items() if people]
    found += [_group(bestand, "Geschäftsstelle", [k for k in office if k not in invited], places)] if office else []
    return [*found, _group(bestand, "Gäste", groups["Gast"], places) | {"leere_zeilen": [""] * FREI}]


def _group(bestand: Bestand, titel: str, people: Iterable[str], places: dict[str, str]) -> Daten:
    rows = [{"name": person(bestand, k), "platz": places.get(k, "")} for k in dict.fromkeys(people)]
    return {"titel": titel, "personen": rows}


def _places(bestand: Bestand, sitzung: Sitzung) -> dict[str, str]:
    """The seat of each member, whom a deputy represents; in an AG the role."""
    mandate = bestand.mandate_in(sitzung.gremium, sitzung.datum)
    if sitzung.gremium != STRATEGIEGRUPPE:
        return {m.mitglied.kennung: ROLLEN.get(m.mandat.rolle, m.mandat.rolle) for m in mandate}
    names = {s.kennung: s.name for s in bestand.sitze(sitzung.datum)}
    own = {m.mitglied.kennung: names.get(m.mandat.sitz or "", "") for m in mandate if m.mandat.rolle == "ordentlich"}
    taken = bestand.ordentliche(sitzung.datum)
    for m in mandate:
        holder = taken.get(m.mandat.sitz or "")
        if m.mandat.rolle == "stellvertretend":
            seat = names.get(m.mandat.sitz or "", "")
            whom = f"für {holder.mitglied.voller_name}" if holder else "Sitz unbesetzt"
            own.setdefault(m.mitglied.kennung, f"{whom} ({seat})" if seat else whom)
    return own


def kontrolle(bestand: Bestand, stichtag: date) -> Daten:
    """Every Empfehlung at every Stelle, as known on a day."""
    rows = list(list_kontrolle(bestand, stichtag))
    lights = Counter[str](k.ampel for k in rows)
    late = sum(_is_late(k, stichtag) for k in rows)
    words = ", ".join(f"{lights[key]} {name}" for key, name in FARBEN.items())
    return {
        "am": stichtag.isoformat(),
        "zahlen": f"{anzahl(len(rows), 'Umsetzung', 'Umsetzungen')}: {words}; {late} überfällig.",
        "zeilen": [_row(bestand, k, stichtag) for k in rows],
    }


def _is_late(k: Kontrolle, stichtag: date) -> bool:
    return k.wiedervorlage is not None and k.wiedervorlage < stichtag


def _row(bestand: Bestand, k: Kontrolle, stichtag: date) -> Daten:
    stand = k.stand
    passed = f"abgegeben an {stelle_kurz(bestand, stand.an, stichtag)}. " if stand and stand.an else ""
    return {
        "empfehlung": k.empfehlung.kennung.upper(),
        "titel": k.empfehlung.titel,
        "stelle": stelle_kurz(bestand, k.stelle, stichtag),
        "stand": "noch nicht weitergeleitet" if k.status == WARTET else BEZEICHNUNG.get(k.status, k.status),
        "ampel": FARBEN[k.ampel],
        "seit": stand.am.isoformat() if stand else "",
        "wer": (stand.wer or "") if stand else "",
        "bis": stand.bis.isoformat() if stand and stand.bis else "",
        "wiedervorlage": k.wiedervorlage.isoformat() if k.wiedervorlage else "",
        "ueberfaellig": _is_late(k, stichtag),
        "grund": passed + _line(stand.grund) if stand else "",
        "vermerk": _line(stand.vermerk) if stand else "",
        "nachweis": _nachweis(stand.nachweis) if stand and stand.nachweis else "",
    }


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _nachweis(proof: Nachweis) -> str:
    amount = f"{proof.betrag_eur:,} Euro".replace(",", ".") if proof.betrag_eur is not None else ""
    return ", ".join(filter(None, (amount, datum(proof.am) if proof.am else "", proof.link or "")))


def mappe(bestand: Bestand, sitzung: Sitzung) -> list[Daten]:
    """The Beschlussvorlagen of a Sitzung in the order of its Tagesordnung, each once."""
    found: dict[str, str] = {}
    for nr, top in enumerate(sitzung.tagesordnung, 1):
        if top.vorlage in bestand.beschlussvorlagen and not top.abgesetzt:
            found.setdefault(top.vorlage or "", top.nummer or str(nr))
    papers = [(bestand.beschlussvorlagen[kennung], top) for kennung, top in found.items()]
    return [
        {"nr": str(nr), "nummer": v.kennung.upper(), "top": top, "betreff": v.betreff, "vom": v.vom.isoformat()}
        for nr, (v, top) in enumerate(papers, 1)
    ]
