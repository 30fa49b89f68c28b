"""Which documents belong to a Kennung, and how they are made: the way from a Bestand to files below ``ausgabe/``."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netzint.dokumente import kontext, kontext_sitzung, schreiben
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext import Daten
from netzint.dokumente.kontext_niederschrift import niederschrift
from netzint.dokumente.kontext_vorlage import beschlussvorlage
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import render
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.recht.siegel import pruefsumme


def find_auftraege(bestand: Bestand, kennung: str, stichtag: date, art: str = "") -> tuple[Auftrag, ...]:
    """All documents of a Sitzung, Beschlussvorlage, Empfehlung or Beschluss.

    The Beschlussauszüge of a Sitzung only if ``art`` asks for them. Raises NetzintFehler (wrong usage) for any other
    Kennung.
    """
    sitzung = bestand.sitzungen.get(kennung)
    if kennung in bestand.empfehlungen:
        return schreiben.weiterleitungen(bestand, kennung, stichtag)
    if schreiben.is_beschluss(bestand, kennung) or (sitzung is not None and art == schreiben.AUSZUG):
        return schreiben.auszuege(bestand, kennung)
    if sitzung is not None:
        _require_statt(sitzung)
        day = tag_der_unterlagen(sitzung, stichtag)
        vorlagen = [bestand.beschlussvorlagen.get(top.vorlage or "") for top in sitzung.tagesordnung]
        papers = (_vorlage(bestand, v, sitzung) for v in dict.fromkeys(v.kennung for v in vorlagen if v))
        minutes = [_niederschrift(bestand, sitzung, stichtag)] if sitzung.zustand == "durchgefuehrt" else []
        return (_tagesordnung(bestand, sitzung, day), _einladung(bestand, sitzung, day), *papers, *minutes)
    if kennung in bestand.beschlussvorlagen:
        return (_vorlage(bestand, kennung, _sitzung_of(bestand, kennung)),)
    if kennung in bestand.unlesbar:
        raise NetzintFehler(f"Der Eintrag {kennung} ist nicht lesbar.", "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    raise _unknown(kennung, [*bestand.sitzungen, *bestand.beschlussvorlagen, *bestand.empfehlungen])


def tag_der_unterlagen(sitzung: Sitzung, stichtag: date) -> date:
    """The day that stands on the papers: once they are sent, that of the dispatch; never after the Sitzung."""
    return sitzung.einladung.versandt if sitzung.einladung else min(stichtag, sitzung.datum)


def _require_statt(sitzung: Sitzung) -> None:
    if sitzung.zustand in ("abgesagt", "entfallen"):
        text = f"Die Sitzung {sitzung.kennung.upper()} ist {sitzung.zustand}; zu ihr gibt es keine Unterlagen."
        raise NetzintFehler(text, "Den Stand davor nimmt --stand JJJJ-MM-TT.", Ausgang.AUFRUF)


def _unknown(kennung: str, known: Collection[str]) -> NetzintFehler:
    hinweis = meinten_sie(kennung, known, "Alle Sitzungen zeigt: netzint sitzung liste")
    text = f"Zu „{kennung}“ gibt es keine Dokumente; es gibt sie zu Sitzungen, Vorlagen, Beschlüssen und Empfehlungen."
    return NetzintFehler(text, hinweis, Ausgang.AUFRUF)


def _sitzung_of(bestand: Bestand, vorlage: str) -> Sitzung:
    found = [s for s in bestand.sitzungen.values() if any(t.vorlage == vorlage for t in s.tagesordnung)]
    if not found:
        text = f"{vorlage.upper()} steht auf keiner Tagesordnung."
        raise NetzintFehler(text, "Den Tagesordnungspunkt in der Sitzung mit „vorlage:“ verbinden.", Ausgang.AUFRUF)
    return max(found, key=lambda s: (s.datum, s.kennung))


def _tagesordnung(bestand: Bestand, sitzung: Sitzung, day: date) -> Auftrag:
    daten = {
        **_common(bestand, sitzung, day),
        "tops": kontext_sitzung.tops(bestand, sitzung),
        "beschlusskontrolle": kontext_sitzung.beschlusskontrolle(bestand, sitzung, day),
    }
    return Auftrag("tagesordnung", sitzung.kennung, day, daten)


def _einladung(bestand: Bestand, sitzung: Sitzung, day: date) -> Auftrag:
    daten = {
        **_common(bestand, sitzung, day),
        "tops": kontext_sitzung.tops(bestand, sitzung),
        "unterlagen": kontext_sitzung.unterlagen(bestand, sitzung),
        "verteiler": kontext_sitzung.verteiler(bestand, sitzung, day),
    }
    return Auftrag("einladung", sitzung.kennung, day, daten)


def _niederschrift(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> Auftrag:
    """The minutes; before they are noted they are a draft of the day of asking."""
    day = sitzung.niederschrift.vom if sitzung.niederschrift else max(stichtag, sitzung.datum)
    daten = {**_common(bestand, sitzung, day), "niederschrift": niederschrift(bestand, sitzung)}
    return Auftrag("niederschrift", sitzung.kennung, day, daten)


def _vorlage(bestand: Bestand, kennung: str, sitzung: Sitzung) -> Auftrag:
    entry: Beschlussvorlage = bestand.beschlussvorlagen[kennung]
    daten = {**_common(bestand, sitzung, entry.vom), "beschlussvorlage": beschlussvorlage(bestand, entry, sitzung)}
    return Auftrag("beschlussvorlage", kennung, entry.vom, daten)


def _common(bestand: Bestand, sitzung: Sitzung, day: date) -> Daten:
    return {
        "netzwerk": kontext.netzwerk(bestand),
        "gremium": kontext.gremium(bestand, sitzung.gremium),
        "sitzung": kontext.sitzung(bestand, sitzung, day),
    }


def erzeuge(
    auftraege: Iterable[Auftrag], vorlagen: Mapping[str, str], ordner: str, formate: Collection[str] = ()
) -> dict[str, bytes]:
    """Render documents: ``ordner/einladung-sg-2026-03.md`` → bytes. Raises NetzintFehler if a template is at fault."""
    dateien: dict[str, bytes] = {}
    for auftrag in auftraege:
        dokument = render(vorlagen, auftrag.art, *_with_herkunft(auftrag, vorlagen))
        for ending, content in dokument.dateien.items():
            if not formate or ending in formate:
                dateien[f"{ordner}/{auftrag.art}-{auftrag.kennung}.{ending}"] = content
    return dateien


def digest_einladung(bestand: Bestand, kennung: str, vorlagen: Mapping[str, str]) -> str:
    """The digest in the foot of the Einladung to a Sitzung, as its ``einladung.inhalt`` records it."""
    sitzung = bestand.sitzungen[kennung]
    auftrag = _einladung(bestand, sitzung, tag_der_unterlagen(sitzung, sitzung.datum))
    return _with_herkunft(auftrag, vorlagen)[1].pruefsumme


def _with_herkunft(auftrag: Auftrag, vorlagen: Mapping[str, str]) -> tuple[Daten, Kopf]:
    """The data with the digest of everything the document is made of: the same inputs, the same digest."""
    day, number = auftrag.datum.isoformat(), auftrag.nummer or auftrag.kennung.upper()
    dokument = {"kennung": auftrag.kennung, "nummer": number, "datum": day}
    inputs = {"art": auftrag.art, "dokument": dokument, "daten": auftrag.daten, "vorlagen": dict(vorlagen)}
    digest = pruefsumme(json.dumps(inputs, ensure_ascii=False, sort_keys=True).encode())
    daten = {**auftrag.daten, "dokument": dokument, "herkunft": {"pruefsumme": digest}}
    kopf = Kopf(auftrag.kennung, auftrag.daten["netzwerk"]["name"], number, datum=day, pruefsumme=digest)
    return daten, kopf
