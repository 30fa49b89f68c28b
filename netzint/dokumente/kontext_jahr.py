"""What the Jahresbericht shows: figures, what was done and decided, who came and went, and what changed in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from netzint.berichte.beschluesse import list_vermerke
from netzint.berichte.bestandsvergleich import list_paare, tell_paare
from netzint.berichte.kennzahlen import kennzahlen
from netzint.berichte.sitzungen import laufende_nummer
from netzint.berichte.tabelle import Tabelle
from netzint.berichte.vergleichssatz import GRUPPEN
from netzint.berichte.worte import art_of, name_of, tell_stimmen
from netzint.dokumente.kontext import FORMEN, Daten, gremium, person, stelle
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bedarf import Bedarf
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.oeffentlichkeit import is_empfehlung_oeffentlich, publish
from netzint.recht.zustaende import BEZEICHNUNG, agstand

ZAHLEN = {
    "eingereicht": "Empfehlungen eingereicht",
    "angenommen": "Empfehlungen angenommen",
    "abgelehnt": "Empfehlungen abgelehnt",
    "umgesetzt": "Umsetzungen, je Stelle gezählt",
}
"""What a figure is called here, if not as in ``netzint kennzahlen``."""
ERLEDIGT = {
    "aufgegriffen": "aufgegriffen", "erledigt": "erledigt", "abgegeben": "abgegeben",
    "nicht_weiterverfolgt": "nicht weiterverfolgt",
}  # fmt: skip
SAETZE = 8
"""So many changes of one entry are told; the rest is counted."""
_STILL = ("dienstlich", "berichtigungen")
"""Contact data and the wording of corrections are nothing for a report."""


class Grenzen(NamedTuple):
    """What was known at the beginning and at the end of a year, and how these two states are called."""

    anfang: Bestand | None
    ende: Bestand | None
    text: str = ""
    """What is compared, or why nothing can be."""


class Zeitraum(NamedTuple):
    """The part of a year that is over."""

    von: date
    bis: date

    def has(self, tag: date | None) -> bool:
        """Whether a day lies in it."""
        return tag is not None and self.von <= tag <= self.bis


def zeitraum(jahr: int, stichtag: date) -> Zeitraum:
    """The year, or so much of it as is over."""
    return Zeitraum(date(jahr, 1, 1), min(date(jahr, 12, 31), max(stichtag, date(jahr, 1, 1))))


def jahresbericht(bestand: Bestand, zeit: Zeitraum, grenzen: Grenzen, *, oeffentlich: bool = False) -> Daten:
    """The year of a Bestand. For the public without the annex and without what is not public; the figures stay."""
    figures = {t.schluessel: t for t in kennzahlen(bestand, zeit.bis, zeit.bis.year).tabellen}
    seen = publish(bestand) if oeffentlich else bestand
    return {
        "jahr": str(zeit.bis.year),
        "bis": zeit.bis.isoformat(),
        "laufend": zeit.bis != date(zeit.bis.year, 12, 31),
        "zahlen": [*_zahlen(figures["arbeit"]), *_zahlen(figures["empfehlungen"])],
        "sitzungen": [_sitzung(bestand, s) for s in _held(bestand, zeit)],
        "anwesenheit": [_anwesenheit(row) for row in figures["anwesenheit"].zeilen],
        "beschluesse": list(_beschluesse(seen, zeit, oeffentlich=oeffentlich)),
        "empfehlungen": [_empfehlung(bestand, e, zeit) for e in _moved(bestand, zeit, oeffentlich=oeffentlich)],
        "arbeitsgruppen": [_ag(bestand, ag, zeit) for ag in _existing(bestand, zeit)],
        "veranstaltungen": [
            {"datum": v.datum.isoformat(), "art": v.art, "titel": v.titel, "ort": v.ort or ""}
            for v in sorted(seen.veranstaltungen.values(), key=lambda v: (v.datum, v.kennung))
            if zeit.has(v.datum) and not (v.abgesagt or v.entfallen) and (v.oeffentlich or not oeffentlich)
        ],
        "bedarfe": [] if oeffentlich else [_bedarf(bestand, b, zeit) for b in _reported(bestand, zeit)],
        "besetzung": [row for day, row in sorted(_besetzung(seen, zeit), key=lambda pair: pair[0])],
        "anlage": "" if oeffentlich else grenzen.text,
        "aenderungen": [] if oeffentlich else list(_aenderungen(grenzen)),
    }


def _zahlen(table: Tabelle) -> Iterator[Daten]:
    for row in table.zeilen:
        for (key, name), value in list(zip(table.spalten, row, strict=True))[1:]:
            yield {"was": ZAHLEN.get(key, name), "wert": value}


def _held(bestand: Bestand, zeit: Zeitraum) -> list[Sitzung]:
    return [s for s in bestand.sitzungen_von() if s.zustand == "durchgefuehrt" and zeit.has(s.datum)]


def _sitzung(bestand: Bestand, sitzung: Sitzung) -> Daten:
    seats = bestand.ordentliche(sitzung.datum).values()
    there = {person for a in sitzung.anwesend for person in (a.mitglied, a.fuer)}
    decided = [b for top in sitzung.tagesordnung for b in top.beschluesse if b.ergebnis != "nicht_beschlussfaehig"]
    return {
        "nummer": laufende_nummer(bestand, sitzung),
        "datum": sitzung.datum.isoformat(),
        "form": FORMEN[sitzung.form],
        "anwesend": sum(m.mitglied.kennung in there for m in seats),
        "beschluesse": len(decided),
    }


def _anwesenheit(row: tuple[object, ...]) -> Daten:
    return dict(zip(("bank", "selbst", "vertreten", "gefehlt", "anteil"), row[1:], strict=True))


def _beschluesse(bestand: Bestand, zeit: Zeitraum, *, oeffentlich: bool) -> Iterator[Daten]:
    """An Umlauf carries no mark that it is public."""
    for v in list_vermerke(bestand):
        if (
            zeit.has(v.am)
            and v.gremium == STRATEGIEGRUPPE
            and not (oeffentlich and v.kennung not in bestand.beschluesse)
        ):
            result = BEZEICHNUNG.get(v.ergebnis, v.ergebnis)
            votes = tell_stimmen(*v.stimmen)
            yield {"datum": v.am.isoformat(), "titel": v.titel, "ergebnis": result, "stimmen": votes}


def _moved(bestand: Bestand, zeit: Zeitraum, *, oeffentlich: bool) -> list[Empfehlung]:
    """Empfehlungen that were handed in, voted on, forwarded or answered in that time."""
    return [
        e
        for e in bestand.empfehlungen.values()
        if e.entfallen is None
        and any(map(zeit.has, _days(bestand, e)))
        and (not oeffentlich or is_empfehlung_oeffentlich(bestand, e))
    ]


def _days(bestand: Bestand, empfehlung: Empfehlung) -> Iterator[date | None]:
    yield from (f.eingereicht for f in empfehlung.fassungen)
    yield from (v.am for v in bestand.entscheidungen.get(empfehlung.kennung, ()))
    for sent in empfehlung.weiterleitungen:
        yield sent.am
        yield from (stand.am for stand in sent.stand)


def _empfehlung(bestand: Bestand, empfehlung: Empfehlung, zeit: Zeitraum) -> Daten:
    stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(empfehlung.kennung, ()), zeit.bis)
    return {
        "nummer": empfehlung.kennung.upper(),
        "titel": empfehlung.titel,
        "arbeitsgruppe": gremium(bestand, empfehlung.arbeitsgruppe),
        "stand": BEZEICHNUNG.get(stand, stand),
    }


def _existing(bestand: Bestand, zeit: Zeitraum) -> list[Arbeitsgruppe]:
    """AGs whose Mandat ran, or that were closed, in that time."""
    found = bestand.arbeitsgruppen.values()
    return [ag for ag in found if ag.mandat.von <= zeit.bis and (ag.abschluss is None or ag.abschluss.am >= zeit.von)]


def _ag(bestand: Bestand, ag: Arbeitsgruppe, zeit: Zeitraum) -> Daten:
    held = [s for s in bestand.sitzungen_von(ag.kennung) if s.zustand == "durchgefuehrt" and zeit.has(s.datum)]
    stand = agstand(ag, zeit.bis)
    known = [bestand.tag_des_beschlusses(v.beschluss) if v.beschluss else v.ab for v in ag.verlaengerungen]
    events = [f"eingesetzt ab {datum(ag.mandat.von)}"] if zeit.has(ag.mandat.von) else []
    events += [
        f"verlängert bis {datum(v.bis)}" for v, day in zip(ag.verlaengerungen, known, strict=True) if zeit.has(day)
    ]
    events += [f"abgeschlossen am {datum(ag.abschluss.am)}"] if ag.abschluss and zeit.has(ag.abschluss.am) else []
    return {
        "name": ag.name_am(zeit.bis),
        "stand": BEZEICHNUNG.get(stand, stand),
        "bis": ag.ende.isoformat(),
        "sitzungen": len(held),
        "geschehen": ", ".join(events),
    }


def _reported(bestand: Bestand, zeit: Zeitraum) -> list[Bedarf]:
    return [b for b in bestand.bedarfe.values() if b.entfallen is None and zeit.has(b.gemeldet.am)]


def _bedarf(bestand: Bestand, bedarf: Bedarf, zeit: Zeitraum) -> Daten:
    thema = bestand.themen.get(bedarf.zugeordnet.thema) if bedarf.zugeordnet else None
    stand = f"im Themenspeicher: {thema.titel}" if thema and bedarf.zugeordnet else "noch offen"
    if bedarf.erledigt is not None and bedarf.erledigt.am <= zeit.bis:
        stand = ERLEDIGT[bedarf.erledigt.art]
    return {
        "nummer": bedarf.kennung.upper(),
        "titel": bedarf.titel,
        "gemeldet_von": stelle(bestand, bedarf.gemeldet.von, bedarf.gemeldet.am),
        "stand": stand,
    }


def _besetzung(bestand: Bestand, zeit: Zeitraum) -> Iterator[tuple[tuple[date, str, int], Daten]]:
    """Each seat that was newly taken, and each that fell vacant."""
    for m in bestand.mandate_in(STRATEGIEGRUPPE):
        if m.mandat.rolle != "ordentlich" or m.mandat.sitz is None:
            continue
        seat = bestand.alle_sitze.get(m.mandat.sitz)
        row = {"sitz": seat.name if seat else m.mandat.sitz, "name": person(bestand, m.mitglied.kennung)}
        if zeit.has(m.mandat.bis) and m.mandat.bis is not None:
            yield (m.mandat.bis, m.mandat.sitz, 0), {**row, "was": f"bis {datum(m.mandat.bis)}"}
        if zeit.has(m.mandat.von):
            yield (m.mandat.von, m.mandat.sitz, 1), {**row, "was": f"neu ab {datum(m.mandat.von)}"}


def _aenderungen(grenzen: Grenzen) -> Iterator[Daten]:
    """What is different at the end: who sits where, then entry by entry, in the order of what matters most."""
    if grenzen.anfang is None or grenzen.ende is None:
        return
    alt, neu = grenzen.anfang, grenzen.ende
    told = [s for s in tell_paare(alt, neu, list_paare(alt, neu), inhalt=False) if s.feld.split(".")[0] not in _STILL]
    for (gruppe, art, kennung), some in groupby(told, key=lambda s: (s.gruppe, s.art if s.kennung else "", s.kennung)):
        texts = list(dict.fromkeys(satz.text for satz in some))
        rest = len(texts) - SAETZE
        more = [f"und {anzahl(rest, 'weitere Änderung', 'weitere Änderungen')}"] if rest > 0 and art else []
        shown = texts[:SAETZE] if art else texts
        source = neu if kennung in neu.eintraege else alt
        was = _name(source, source.von_art(art)[kennung]) if art else GRUPPEN[gruppe]
        yield {"was": was, "saetze": [*shown, *more]}


def _name(bestand: Bestand, entry: Eintrag) -> str:
    name = name_of(bestand, entry)
    return f"{art_of(entry)} {entry.kennung}" + (f": {name}" if name != entry.kennung else "")
