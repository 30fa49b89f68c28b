"""What the Abschlussbericht of an AG shows: what it was to do, who did it, what came of it, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.dokumente.kontext import Daten, person, stelle
from netzint.dokumente.kontext_brief import tell_beschluss_am
from netzint.dokumente.kontext_einsetzung import ROLLEN, rang
from netzint.modell.arbeitsgruppe import Arbeitsgruppe, Ergebnis
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sprache import datum
from netzint.recht.annahme import list_entscheidungen
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import next_wiedervorlage
from netzint.recht.zustaende import BEZEICHNUNG, agstand

_UNENTSCHIEDEN = {
    "erarbeitet": "ist erarbeitet und nicht eingereicht",
    "eingereicht": "ist eingereicht; eine Abstimmung der Strategiegruppe ist noch nicht erfasst",
    "vertagt": "ist vertagt",
    "zurueckverwiesen": "ist an die Arbeitsgruppe zurückverwiesen",
    "angenommen": "ist angenommen und noch nicht weitergeleitet",
    "geaendert_angenommen": "ist in geänderter Fassung angenommen und noch nicht weitergeleitet",
}


def tag_des_abschlusses(ag: Arbeitsgruppe, stichtag: date) -> date:
    """The day that the report tells of: that of the Abschluss or of the AG's own report; before them the Stichtag."""
    if ag.abschluss is None or agstand(ag, stichtag) != "abgeschlossen":
        return stichtag
    own = [b.vom for b in ag.berichte if b.art == "abschlussbericht" and b.vom <= stichtag]
    return max([ag.abschluss.am, *own])


def abschluss(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> Daten:
    """Everything the template may show, as it was known on a day."""
    thema = bestand.themen.get(ag.thema)
    end = ag.abschluss if ag.abschluss and ag.abschluss.am <= tag else None
    own = [b for b in ag.berichte if b.vom <= tag and b.art != "zwischenbericht"]
    known = [e for e in bestand.empfehlungen_von(ag.kennung) if min(f.vom for f in e.fassungen) <= tag]
    return {
        "arbeitsgruppe": ag.name_am(tag),
        "entwurf": "" if end else f"Entwurf: Die Arbeitsgruppe ist am {datum(tag)} noch nicht abgeschlossen.",
        "thema": thema.titel if thema else ag.thema,
        "auftrag": ag.auftrag_am(tag),
        "zahl": ag.zahl_am(tag),
        "von": ag.mandat.von.isoformat(),
        "bis": ag.mandat.bis.isoformat(),
        "einsetzung": tell_beschluss_am(bestand, ag.mandat.beschluss),
        "verlaengerungen": [
            {
                "bis": v.bis.isoformat(),
                "zahl": v.staendige_mitglieder or "",
                "beschluss": tell_beschluss_am(bestand, v.beschluss),
            }
            for v in ag.verlaengerungen
            if (bestand.tag_des_beschlusses(v.beschluss or "") or v.ab) <= tag
        ],
        "abgeschlossen": end.am.isoformat() if end else "",
        "abschluss": tell_beschluss_am(bestand, end.beschluss) if end else "",
        "grund": " ".join((end.grund or "").split()) if end else "",
        "mitglieder": [_mitglied(bestand, m, tag) for m in _people(bestand, ag, tag)],
        "sitzungen": [
            {"datum": s.datum.isoformat(), "ort": s.ort or "", "anwesend": len(s.anwesend)}
            for s in bestand.sitzungen_von(ag.kennung)
            if s.zustand == "durchgefuehrt" and s.datum <= tag
        ],
        "empfehlungen": [_empfehlung(bestand, e, tag) for e in known],
        "konzepte": [_text(k) for k in ag.konzepte if k.vom <= tag],
        "berichte": [_text(Ergebnis(titel=b.titel, vom=b.vom, link=b.link, inhalt=b.inhalt)) for b in own],
        "offen": [text for e in known for text in _open(bestand, e, tag)],
    }


def _people(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> list[MandatVon]:
    """Everybody who ever belonged to it, by role; who changed roles stands there with each."""
    return sorted((m for m in bestand.mandate_in(ag.kennung) if m.mandat.von <= tag), key=rang)


def _mitglied(bestand: Bestand, entry: MandatVon, tag: date) -> Daten:
    bis = entry.mandat.bis
    day = max(entry.mandat.von, min(tag, bis) if bis else tag)
    amt = next(iter(entry.mitglied.aemter_am(day)), None)
    return {
        "name": person(bestand, entry.mitglied.kennung),
        "rolle": ROLLEN.get(entry.mandat.rolle, entry.mandat.rolle),
        "stelle": stelle(bestand, amt.stelle, day) if amt else "",
        "von": entry.mandat.von.isoformat(),
        "bis": bis.isoformat() if bis and bis <= tag else "",
    }


def _empfehlung(bestand: Bestand, entry: Empfehlung, tag: date) -> Daten:
    votes = list_entscheidungen(bestand, entry.kennung, tag)
    stand = empfehlungsstand(entry, votes, tag)
    last = votes[-1] if votes else None
    return {
        "nummer": entry.kennung.upper(),
        "titel": entry.titel,
        "ergebnis": f"{BEZEICHNUNG[last.ergebnis]} am {datum(last.am)}" if last else "",
        "stand": BEZEICHNUNG[stand] if last is None or stand != last.ergebnis else "",
    }


def _text(entry: Ergebnis) -> Daten:
    inhalt = entry.inhalt or ""
    return {"titel": entry.titel, "vom": entry.vom.isoformat(), "link": entry.link or "", "inhalt": inhalt}


def _open(bestand: Bestand, entry: Empfehlung, tag: date) -> Iterator[str]:
    """What is left to do about one Empfehlung: in the Strategiegruppe, and at each Stelle."""
    votes = list_entscheidungen(bestand, entry.kennung, tag)
    stand = empfehlungsstand(entry, votes, tag)
    name = f"{entry.kennung.upper()} „{entry.titel}“"
    if stand in _UNENTSCHIEDEN:
        yield f"{name} {_UNENTSCHIEDEN[stand]}."
    for sent in entry.weiterleitungen:
        fassung = bestand.fassung(sent.am)
        due = next_wiedervorlage(sent, tag, fassung.fristen) if fassung and sent.am <= tag else None
        if due is not None and stand not in ("zurueckgezogen", "entfallen"):
            where = stelle(bestand, sent.stelle, tag)
            yield f"{name}: Umsetzung bei der Stelle {where}, Wiedervorlage am {datum(due)}."
