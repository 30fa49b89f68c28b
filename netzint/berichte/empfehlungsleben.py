"""The whole life of one Empfehlung: its wording, what happened, what came of it, and what is missing next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.beschlusskontrolle import kontrolle_of, kontrolle_tabelle
from netzint.berichte.empfehlungen import is_known
from netzint.berichte.fristquellen import gremium_name, stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.worte import short
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_empfehlung
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.annahme import SIEGELWORTE, find_annahme, judge_siegel, list_entscheidungen
from netzint.recht.empfehlungsweg import Fehlt, list_fehlendes, stand_der_empfehlung
from netzint.recht.zustaende import BEZEICHNUNG

ROLLEN = {"federfuehrend": "federführend", "beteiligt": "beteiligt"}
Zeile = tuple[date, str, str, str]
"""Day, what happened, details, and the Kennung that it stands in."""


def zeigen(bestand: Bestand, name: str, stichtag: date) -> Bericht:
    """One Empfehlung as known on a day. Raises NetzintFehler (wrong usage) if there was none yet."""
    empfehlung = find_empfehlung(bestand, name)
    if not is_known(empfehlung, stichtag):
        first = min((f.vom for f in empfehlung.fassungen), default=None)
        text = f"{empfehlung.kennung.upper()} gab es am {datum(stichtag)} noch nicht."
        raise NetzintFehler(text, f"Ihre erste Fassung ist vom {datum(first)}." if first else "", Ausgang.AUFRUF)
    missing = list_fehlendes(bestand, empfehlung, stichtag)
    return Bericht(
        "netzint.empfehlung/1",
        f"{empfehlung.kennung.upper()}: {empfehlung.titel}",
        tuple(_saetze(bestand, empfehlung, missing, stichtag)),
        (
            _daten(bestand, empfehlung, stichtag),
            _wortlaut(bestand, empfehlung, stichtag),
            _lebenslauf(bestand, empfehlung, stichtag),
            kontrolle_tabelle(bestand, list(kontrolle_of(bestand, empfehlung, stichtag)), stichtag)._replace(
                leer="noch an keine Stelle weitergeleitet"
            ),
            _fehlt(bestand, missing, stichtag),
        ),
        tuple((f.befehl, f"am Zug: {_wer(bestand, f.wer, stichtag)}") for f in missing[:3]),
    )


def _saetze(bestand: Bestand, empfehlung: Empfehlung, missing: tuple[Fehlt, ...], tag: date) -> Iterator[str]:
    stand = BEZEICHNUNG[stand_der_empfehlung(bestand, empfehlung, tag)]
    yield f"{gremium_name(bestand, empfehlung.arbeitsgruppe)}; Stand am {datum(tag)}: {stand}."
    annahme = find_annahme(bestand, empfehlung, tag)
    if annahme:
        vote = annahme.entscheidung
        siegel = SIEGELWORTE[annahme.siegelstand]
        yield f"Beschlossen ist Fassung {vote.fassung} ({vote.beschluss}, {datum(vote.am)}): {siegel}."
    if not missing:
        yield "Es fehlt nichts mehr."
        return
    first = missing[0]
    bis = f" Bis {datum(first.bis)}." if first.bis else ""
    yield f"Als Nächstes: {first.text}{bis} Am Zug: {_wer(bestand, first.wer, tag)}."


def _daten(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    annahme = find_annahme(bestand, empfehlung, tag)
    row: dict[str, Zelle] = {
        "kennung": empfehlung.kennung,
        "arbeitsgruppe": empfehlung.arbeitsgruppe,
        "stand": stand_der_empfehlung(bestand, empfehlung, tag),
        "ziele": ", ".join(empfehlung.ziele),
        "begruendung": " ".join((empfehlung.begruendung or "").split()),
        "beschluss": annahme.entscheidung.beschluss if annahme else None,
        "beschlossen_am": annahme.entscheidung.am if annahme else None,
        "beschlossene_fassung": annahme.entscheidung.fassung if annahme else None,
        "siegel": annahme.entscheidung.siegel if annahme else None,
        "siegelstand": annahme.siegelstand if annahme else None,
    }
    spalten = tuple((key, key.replace("_", " ").capitalize()) for key in row)
    return Tabelle("empfehlung", "Empfehlung", spalten, (tuple(row.values()),), nur_daten=True)


def _wortlaut(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Tabelle:
    """The wording that counts: the accepted one, otherwise the newest."""
    annahme = find_annahme(bestand, empfehlung, tag)
    newest = [f for f in empfehlung.fassungen if f.vom <= tag][-1]
    fassung = annahme.fassung if annahme and annahme.fassung else newest
    rows = (
        ("Wortlaut", " ".join(fassung.wortlaut.split())),
        ("Maßnahme", " ".join(fassung.massnahme.split())),
        ("Prüfbar an", fassung.pruefbar),
        ("Adressaten", _adressaten(bestand, fassung, tag)),
        *((("Ziele", ", ".join(empfehlung.ziele)),) if empfehlung.ziele else ()),
    )
    which = "beschlossener Wortlaut" if annahme else "neueste"
    titel = f"Fassung {fassung.nr} ({which})"
    return Tabelle("wortlaut", titel, (("teil", "Teil"), ("text", "Text")), rows)


def _adressaten(bestand: Bestand, fassung: Empfehlungsfassung, tag: date) -> str:
    words = []
    for adressat in fassung.adressaten:
        frist = f", bis {adressat.frist:%d.%m.%Y}" if adressat.frist else ""
        words.append(f"{stelle_kurz(bestand, adressat.stelle, tag)} ({ROLLEN[adressat.rolle]}{frist})")
    return aufzaehlung(words)


def _lebenslauf(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Tabelle:
    """All that happened up to the day, the earliest first."""
    found = [zeile for zeile in iter_ereignisse(bestand, empfehlung, tag) if zeile[0] <= tag]
    rows = tuple(sorted(found, key=lambda zeile: zeile[0]))
    spalten = (("am", "Am"), ("was", "Was"), ("naeheres", "Näheres"), ("kennung", "Kennung"))
    return Tabelle("lebenslauf", "Was bisher geschah", spalten, rows)


def iter_ereignisse(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Iterator[Zeile]:
    """What is recorded of an Empfehlung, in the order of the file; of one day in the order that makes sense."""
    he = empfehlung.kennung.upper()
    for fassung in empfehlung.fassungen:
        yield fassung.vom, f"Fassung {fassung.nr}", "" if fassung.eingereicht else "nicht eingereicht", he
        if fassung.eingereicht:
            yield fassung.eingereicht, "eingereicht", f"Fassung {fassung.nr}", he
    for vote in list_entscheidungen(bestand, empfehlung.kennung, tag):
        result = BEZEICHNUNG.get(vote.ergebnis, vote.ergebnis)
        siegel = SIEGELWORTE[judge_siegel(vote, empfehlung.fassung(vote.fassung))] if vote.endgueltig else ""
        yield vote.am, result, ", ".join(filter(None, (f"Fassung {vote.fassung}", siegel))), vote.beschluss
    if empfehlung.zurueckgezogen:
        yield empfehlung.zurueckgezogen.am, "zurückgezogen", short(empfehlung.zurueckgezogen.grund), he
    if empfehlung.entfallen:
        yield empfehlung.entfallen.am, "entfallen", short(empfehlung.entfallen.grund), he
    yield from _iter_umsetzung(bestand, empfehlung, tag)


def _iter_umsetzung(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Iterator[Zeile]:
    for weiterleitung in empfehlung.weiterleitungen:
        name = stelle_kurz(bestand, weiterleitung.stelle, tag)
        yield weiterleitung.am, "weitergeleitet", f"an {name}", weiterleitung.stelle
        for stand in weiterleitung.stand:
            link = stand.nachweis.link if stand.nachweis else None
            more = next((short(text) for text in (stand.vermerk, stand.grund, link) if text), "")
            yield stand.am, BEZEICHNUNG[stand.status], f"{name}{': ' + more if more else ''}", weiterleitung.stelle


def _fehlt(bestand: Bestand, missing: tuple[Fehlt, ...], tag: date) -> Tabelle:
    rows = tuple((f.text, _wer(bestand, f.wer, tag), f.bis, f.wer, f.befehl) for f in missing)
    spalten = (("was", "Was"), ("am_zug", "Am Zug"), ("bis", "Bis"), ("wer", "Kennung"), ("befehl", "Befehl"))
    return Tabelle("fehlt", "Was fehlt", spalten, rows, "nichts mehr", verborgen=("wer", "befehl"))


def _wer(bestand: Bestand, kennung: str, tag: date) -> str:
    """Who has to act, by name."""
    if kennung in (GESCHAEFTSSTELLE, STRATEGIEGRUPPE):
        return {"geschaeftsstelle": "Geschäftsstelle"}.get(kennung, kennung.capitalize())
    ag = bestand.arbeitsgruppen.get(kennung)
    return ag.name if ag else stelle_kurz(bestand, kennung, tag)
