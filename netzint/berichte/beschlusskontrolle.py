"""The Beschlusskontrolle: per Empfehlung and Stelle what came of it, with a traffic light (R16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle, Tage, Zelle
from netzint.berichte.worte import short
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Umsetzungsstand, Weiterleitung
from netzint.modell.finden import find_ag, find_empfehlung, find_stelle
from netzint.modell.sprache import anzahl, datum
from netzint.recht.annahme import find_annahme, open_adressaten
from netzint.recht.empfehlungsstand import ampel_am
from netzint.recht.fristen import next_wiedervorlage, stand_am
from netzint.recht.zustaende import BEZEICHNUNG, ENDGUELTIG, Ampel

WARTET = "nicht_weitergeleitet"
"""Accepted, but this Adressat has not got it yet."""
_WORTE = {**BEZEICHNUNG, WARTET: "noch nicht weitergeleitet"}
_SPALTEN = (
    ("ampel", "Ampel"), ("empfehlung", "Empfehlung"), ("titel", "Titel"), ("stelle_name", "Stelle"),
    ("stelle", "Kennung der Stelle"), ("status", "Stand"), ("seit", "Seit"), ("wiedervorlage", "Wieder am"),
    ("faellig", "Wann"), ("naeheres", "Näheres"), ("wer", "Wer"), ("bis", "Bis"), ("grund", "Grund"),
    ("vermerk", "Vermerk"), ("nachweis_link", "Nachweis"), ("nachweis_eur", "Euro"), ("nachweis_am", "Nachweis vom"),
)  # fmt: skip
_VERBORGEN = (
    "titel", "stelle", "seit", "wiedervorlage", "faellig", "wer", "bis", "grund", "vermerk",
    "nachweis_link", "nachweis_eur", "nachweis_am",
)  # fmt: skip


class Auswahl(NamedTuple):
    """Which rows are wanted; what is empty restricts nothing."""

    empfehlung: str = ""
    ag: str = ""
    stelle: str = ""
    ampel: str = ""
    nur_offene: bool = False
    nur_faellige: bool = False


class Kontrolle(NamedTuple):
    """One row: an Empfehlung at a Stelle, as known on a day."""

    empfehlung: Empfehlung
    stelle: str
    status: str
    stand: Umsetzungsstand | None
    wiedervorlage: date | None
    ampel: Ampel


def beschlusskontrolle(bestand: Bestand, stichtag: date, auswahl: Auswahl) -> Bericht:
    """All rows that are wanted, the earliest Wiedervorlage of each traffic light in the order of the Empfehlungen."""
    wanted, alle = _resolve(bestand, auswahl), list(list_kontrolle(bestand, stichtag))
    rows = [k for k in alle if _is_wanted(k, wanted, stichtag)]
    table = kontrolle_tabelle(bestand, rows, stichtag)
    if not alle:
        table = table._replace(leer="noch ist keine Empfehlung angenommen oder weitergeleitet")
    return Bericht(
        "netzint.beschlusskontrolle/1",
        f"Beschlusskontrolle am {datum(stichtag)}",
        tuple(_saetze(rows, stichtag)),
        (_zahlen(rows, stichtag), table),
        _schritte(rows, stichtag),
    )


def kontrolle_tabelle(bestand: Bestand, rows: list[Kontrolle], stichtag: date) -> Tabelle:
    """The rows as a table."""
    cells = tuple(_row(bestand, k, stichtag) for k in rows)
    leer = "nichts, was dazu passt"
    return Tabelle(
        "beschlusskontrolle",
        "Umsetzung",
        _SPALTEN,
        cells,
        leer,
        worte=_WORTE,
        verborgen=_VERBORGEN,
        ampel="ampel",
    )


def list_kontrolle(bestand: Bestand, tag: date) -> Iterator[Kontrolle]:
    """Every Empfehlung at every Stelle to which it went, or by its vote should go."""
    for empfehlung in bestand.empfehlungen.values():
        if empfehlung.entfallen is None:
            yield from kontrolle_of(bestand, empfehlung, tag)


def kontrolle_of(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Iterator[Kontrolle]:
    """The same for one Empfehlung."""
    for weiterleitung in empfehlung.weiterleitungen:
        if weiterleitung.am <= tag:
            stand = stand_am(weiterleitung, tag)
            status = stand.status if stand else "offen"
            due, light = _due(bestand, weiterleitung, tag), ampel_am(weiterleitung, tag)
            yield Kontrolle(empfehlung, weiterleitung.stelle, status, stand, due, light)
    annahme = find_annahme(bestand, empfehlung, tag)
    for adressat in open_adressaten(bestand, empfehlung, annahme, tag) if annahme else ():
        yield Kontrolle(empfehlung, adressat.stelle, WARTET, None, None, "grau")


def _due(bestand: Bestand, weiterleitung: Weiterleitung, tag: date) -> date | None:
    fassung = bestand.fassung(weiterleitung.am)
    return next_wiedervorlage(weiterleitung, tag, fassung.fristen) if fassung else weiterleitung.antwort_bis


def _resolve(bestand: Bestand, auswahl: Auswahl) -> Auswahl:
    """Names as Kennungen; an unknown one is refused."""
    return auswahl._replace(
        empfehlung=auswahl.empfehlung and find_empfehlung(bestand, auswahl.empfehlung).kennung,
        ag=auswahl.ag and find_ag(bestand, auswahl.ag).kennung,
        stelle=auswahl.stelle and find_stelle(bestand, auswahl.stelle).kennung,
    )


def _is_wanted(k: Kontrolle, auswahl: Auswahl, stichtag: date) -> bool:
    pairs = (
        (auswahl.empfehlung, k.empfehlung.kennung),
        (auswahl.ag, k.empfehlung.arbeitsgruppe),
        (auswahl.stelle, k.stelle),
        (auswahl.ampel, k.ampel),
    )
    if any(wanted and wanted != given for wanted, given in pairs):
        return False
    if auswahl.nur_offene and k.status in ENDGUELTIG:
        return False
    return not auswahl.nur_faellige or _is_overdue(k, stichtag)


def _is_overdue(k: Kontrolle, stichtag: date) -> bool:
    return k.wiedervorlage is not None and k.wiedervorlage <= stichtag


def _row(bestand: Bestand, k: Kontrolle, stichtag: date) -> tuple[Zelle, ...]:
    stand = k.stand
    proof = stand.nachweis if stand else None
    return (
        k.ampel,
        k.empfehlung.kennung.upper(),
        k.empfehlung.titel,
        stelle_kurz(bestand, k.stelle, stichtag),
        k.stelle,
        k.status,
        stand.am if stand else None,
        k.wiedervorlage,
        Tage((k.wiedervorlage - stichtag).days) if k.wiedervorlage else None,
        _naeheres(k, stichtag),
        stand.wer if stand else None,
        stand.bis if stand else None,
        short(stand.grund) if stand and stand.grund else None,
        short(stand.vermerk) if stand and stand.vermerk else None,
        proof.link if proof else None,
        proof.betrag_eur if proof else None,
        proof.am if proof else None,
    )


def _naeheres(k: Kontrolle, stichtag: date) -> str:
    """Who, until when, why, and what shows it, in one cell for people."""
    parts = [_tell_wiedervorlage(k.wiedervorlage, stichtag)] if k.wiedervorlage else []
    if k.stand is None:
        return "; ".join([*parts, *(["noch keine Rückmeldung"] if k.status != WARTET else [])])
    stand = k.stand
    parts += [stand.wer] if stand.wer else []
    parts += [f"bis {stand.bis:%d.%m.%Y}"] if stand.bis else []
    parts += [f"an {stand.an}"] if stand.an else []
    parts += [short(text) for text in (stand.grund, stand.vermerk) if text]
    if stand.nachweis:
        amount = stand.nachweis.betrag_eur
        parts.append("Nachweis liegt vor" if amount is None else f"Nachweis: {amount} Euro")
    return "; ".join(part.removesuffix(".") for part in parts)


def _tell_wiedervorlage(am: date, stichtag: date) -> str:
    late = f" ({Tage((am - stichtag).days)})" if am < stichtag else ""
    return f"wieder am {am:%d.%m.%Y}{late}"


def _days_late(k: Kontrolle, stichtag: date) -> bool:
    return k.wiedervorlage is not None and k.wiedervorlage < stichtag


def _saetze(rows: list[Kontrolle], stichtag: date) -> Iterator[str]:
    lights = Counter(k.ampel for k in rows)
    late = sum(_days_late(k, stichtag) for k in rows)
    words = f"{lights['gruen']} grün, {lights['gelb']} gelb, {lights['rot']} rot, {lights['grau']} grau"
    yield f"{anzahl(len(rows), 'Umsetzung', 'Umsetzungen')}: {words}; {late} überfällig."
    yield (
        "Grün: umgesetzt oder erledigt. Gelb: in Umsetzung oder teilweise. Rot: nicht aufgegriffen, auch wenn es "
        "danach erledigt ist. Grau: offen oder abgegeben."
    )


def _zahlen(rows: list[Kontrolle], stichtag: date) -> Tabelle:
    """The sentence again, for machines."""
    lights = Counter(k.ampel for k in rows)
    late = sum(_days_late(k, stichtag) for k in rows)
    keys = ("anzahl", "gruen", "gelb", "rot", "grau", "ueberfaellig")
    row = (len(rows), lights["gruen"], lights["gelb"], lights["rot"], lights["grau"], late)
    return Tabelle("zahlen", "Zahlen", tuple((key, key.capitalize()) for key in keys), (row,), nur_daten=True)


def _schritte(rows: list[Kontrolle], stichtag: date) -> tuple[tuple[str, str], ...]:
    """The most overdue one, and what has not been forwarded."""
    steps = []
    late = sorted((k for k in rows if _days_late(k, stichtag)), key=lambda k: (k.wiedervorlage or stichtag, k.stelle))
    if late:
        act = "ueberpruefen" if late[0].stand else "rueckmeldung"
        name = f"{late[0].empfehlung.kennung} --stelle {late[0].stelle}"
        steps.append((f"netzint empfehlung {act} {name}", "am längsten überfällig"))
    waiting = next((k for k in rows if k.status == WARTET), None)
    if waiting:
        steps.append(
            (f"netzint empfehlung weiterleiten {waiting.empfehlung.kennung}", "angenommen, nicht weitergeleitet")
        )
    return tuple(steps)
