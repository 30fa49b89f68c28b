"""Kennungen and numbers are given once; what has a history stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.arten import NACH_NAME
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag, Nummeriert
from netzint.modell.klartext import plain_wert
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.thema import Thema
from netzint.modell.verweise import iter_verweise
from netzint.modell.ziel import Ziel
from netzint.regeln.gemeinsam import aufzaehlung
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, vergleiche

_GENANNT = 3
_MERKMALE: Mapping[str, Callable[[Any], set[object]]] = {
    "stelle": lambda e: {("name", e.name), ("art", e.art), ("ags", e.ags or e.name)},
    "mitglied": lambda e: {
        ("name", e.name),
        *(("mandat", m.gremium, m.sitz, m.von) for m in e.mandate),
        *(("amt", a.stelle, a.von) for a in e.aemter),
    },
    "arbeitsgruppe": lambda e: {("name", e.name), ("thema", e.thema), ("beschluss", e.mandat.beschluss, e.mandat.von)},
    "thema": lambda e: {("titel", e.titel), ("seit", e.aufgenommen)},
    "ziel": lambda e: {("titel", e.titel), ("text", e.beschreibung), ("ab", e.ab)},
    "bedarf": lambda e: {("titel", e.titel), ("text", e.beschreibung or e.titel), ("gemeldet", e.gemeldet)},
    "empfehlung": lambda e: {
        ("titel", e.titel),
        *(("wortlaut", f.wortlaut) for f in e.fassungen),
        *(("vom", e.arbeitsgruppe, f.vom) for f in e.fassungen),
    },
    "beschlussvorlage": lambda e: {("betreff", e.betreff), ("antrag", repr(e.antrag)), ("vom", e.vom)},
    "sitzung": lambda e: {
        ("am", e.gremium, e.datum),
        *(("am", e.gremium, v.von) for v in e.verlegt),
        *(("top", t.kennung, t.titel) for t in e.tagesordnung if t.bezug or t.vorlage or t.weil),
    },
    "umlauf": lambda e: {("titel", e.titel), ("antrag", repr(e.antrag)), ("versandt", e.versandt)},
    "veranstaltung": lambda e: {("titel", e.titel), ("am", e.datum), *(("am", v.von) for v in e.verlegt)},
    "ausnahme": lambda e: {("regel", e.regel, e.fuer), ("beschluss", e.beschluss)},
    "beauftragte": lambda e: {("wer", e.name or e.mitglied), ("wo", e.stelle, e.von)},
}
"""By what an entry is known to be the same thing; it is another one if nothing of all this is as it was."""


def is_anderes(alt: Eintrag, neu: Eintrag) -> bool:
    """Whether two entries under one Kennung are two things."""
    describe = _MERKMALE.get(type(alt).__name__.lower())
    return type(alt) is not type(neu) or (describe is not None and describe(alt).isdisjoint(describe(neu)))


@uebergangsregel("N401")
def entfallene_nummer_lebt_wieder(uebergang: Uebergang) -> Verstoesse:
    """Eine Nummer, die entfallen war, gilt auf einmal wieder.

    Warum: Eine aufgegebene Nummer wird nie wieder vergeben; wer sie in einem Schreiben findet, muss sehen, dass sie
    nicht mehr gilt.

    Beispiel: In bv-2025-004 ist „entfallen“ gestrichen, und die Vorlage steht wieder auf einer Tagesordnung.

    Abhilfe: „entfallen“ wiederherstellen und eine neue Nummer vergeben. War es ein Versehen: netzint zuruecknehmen
    VORGANG.
    """
    for art in NACH_NAME.values():
        for alt, neu in uebergang.geaendert(art.model) if issubclass(art.model, Nummeriert) else ():
            if alt.entfallen is not None and neu.entfallen is None:
                change = Wechsel(("entfallen",), ("entfallen",), plain_wert(alt.entfallen), None)
                if list_offene(alt, neu, [change]):
                    yield verstoss(neu, f"{alt.kennung} war entfallen und gilt auf einmal wieder")


@uebergangsregel("N402")
def kennung_steht_fuer_etwas_anderes(uebergang: Uebergang) -> Verstoesse:
    """Unter derselben Kennung steht auf einmal etwas ganz anderes.

    Warum: Kennungen stehen in Schreiben, Niederschriften und im Verlauf. Was einmal für etwas stand, darf nie für
    etwas anderes stehen.

    Beispiel: bedarf-2025-01 war ein Bedarf der Stadt Musterstadt und ist jetzt einer vom Landkreis, mit anderem Titel.

    Abhilfe: Den alten Eintrag wiederherstellen und für den neuen eine eigene Kennung vergeben.
    """
    for art in NACH_NAME.values():
        for alt, neu in uebergang.geaendert(art.model):
            if is_anderes(alt, neu) and list_offene(alt, neu, [_identity(alt)]):
                yield verstoss(neu, f"Unter {alt.kennung} steht etwas ganz anderes als vorher")


def _identity(alt: Eintrag) -> Wechsel:
    """Accounted for by ``zu: kennung``."""
    return Wechsel(("kennung",), ("kennung",), alt.kennung, alt.kennung)


@uebergangsregel("N403")
def fruehere_kennung_ist_neu_vergeben(uebergang: Uebergang) -> Verstoesse:
    """Eine Kennung ist neu vergeben, die früher schon etwas anderes bezeichnet hat.

    Warum: Auch was gelöscht oder zurückgenommen ist, steht noch im Verlauf und in dem, was verschickt wurde.

    Beispiel: staedtetag-3 war schon einmal eine andere Person, deren Eintrag zurückgenommen wurde.

    Abhilfe: Dem neuen Eintrag eine Kennung geben, die noch nie vergeben war; netzint tut das von selbst.
    """
    before = uebergang.alt.netzwerk
    given_up = frozenset(before.nicht_mehr_vergeben if before else ())
    for art in NACH_NAME.values():
        for neu in uebergang.neue(art.model):
            once = uebergang.einst.get(neu.kennung)
            if once is not None and not is_anderes(once, neu):
                continue  # it has come back as what it was
            if once is not None or neu.kennung in given_up:
                yield verstoss(neu, f"Die Kennung {neu.kennung} hat früher schon etwas anderes bezeichnet")


@uebergangsregel("N404")
def kennung_ist_wieder_frei(uebergang: Uebergang) -> Verstoesse:
    """Eine Kennung steht nicht mehr unter „nicht_mehr_vergeben“.

    Warum: Die Liste verhindert, dass zwei Personen im Verlauf dieselbe Kennung haben.

    Beispiel: In daten/netzwerk.yaml ist „nicht_mehr_vergeben: [staedtetag-3]“ gestrichen.

    Abhilfe: Die Zeile wiederherstellen.
    """
    for alt, neu in uebergang.geaendert(Netzwerk):
        there = {*neu.nicht_mehr_vergeben, *uebergang.neu.kennungen("mitglied")}
        gone = [kennung for kennung in alt.nicht_mehr_vergeben if kennung not in there]
        changes = [c for c in vergleiche(alt, neu) if c.feld == ("nicht_mehr_vergeben",)]
        if gone and list_offene(alt, neu, changes):
            text = f"Unter „nicht_mehr_vergeben“ fehlt auf einmal {aufzaehlung(gone)}"
            yield verstoss(neu.an("nicht_mehr_vergeben"), text, *gone)


@uebergangsregel("N405")
def nummerierter_eintrag_ist_geloescht(uebergang: Uebergang) -> Verstoesse:
    """Ein Eintrag mit einer laufenden Nummer ist gelöscht.

    Warum: Eine Lücke in den Nummern muss sich erklären. Was nicht mehr gilt, bleibt als Datei mit dem Vermerk
    „entfallen“; was beschlossen oder versandt ist, bleibt ohnehin.

    Beispiel: daten/sitzungen/sg-2024-01.yaml gibt es nicht mehr.

    Abhilfe: Die Datei wiederherstellen; gilt die Nummer nicht mehr, mit „entfallen: {am: …, grund: …}“.
    """
    for art in NACH_NAME.values():
        if issubclass(art.model, Nummeriert):
            for alt in uebergang.geloescht(art.model):
                text = f"{alt.kennung} ist gelöscht, die Nummer hat damit keinen Nachweis mehr{_tell(uebergang, alt)}"
                yield verstoss(alt, text)


@uebergangsregel("N406")
def benannter_eintrag_ist_geloescht(uebergang: Uebergang) -> Verstoesse:
    """Ein Eintrag ist gelöscht, den andere nennen oder genannt haben.

    Warum: Wer eine Kennung liest, muss nachsehen können, was sie bedeutet, auch in Jahren noch.

    Beispiel: daten/themen/thema-wohnen.yaml ist gelöscht, ag-huerdenabbau arbeitet aber an diesem Thema.

    Abhilfe: Die Datei wiederherstellen. Was endet, bekommt einen letzten Tag („bis“).
    """
    for art in NACH_NAME.values():
        if not issubclass(art.model, (Nummeriert, Arbeitsgruppe, Ausnahme)):
            for alt in uebergang.geloescht(art.model):
                if not _rests_on_beschluss(alt) and (named := _tell(uebergang, alt)):
                    yield verstoss(alt, f"{alt.kennung} ist gelöscht{named}")


@uebergangsregel("N407", fach="R09")
def beschlossenes_ist_geloescht(uebergang: Uebergang) -> Verstoesse:
    """Gelöscht ist, was auf einem Beschluss der Strategiegruppe beruht: eine AG, eine Ausnahme, ein Ziel, ein Thema.

    Warum: „Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein“ (Akteure im Netzwerk
    Integration). Was sie beschlossen hat, bleibt nachzulesen, auch wenn es zu Ende ist.

    Beispiel: daten/ausnahmen/ausnahme-q103.yaml ist gelöscht, als wäre nie eine Ausnahme beschlossen worden.

    Abhilfe: Die Datei wiederherstellen. Eine AG wird abgeschlossen, eine Ausnahme beendet, ein Thema oder Ziel bekommt
    einen letzten Tag.
    """
    for art in NACH_NAME.values():
        for alt in uebergang.geloescht(art.model):
            if _rests_on_beschluss(alt):
                yield verstoss(alt, f"{alt.kennung} ist gelöscht, beruht aber auf einem Beschluss")


def _rests_on_beschluss(entry: Eintrag) -> bool:
    if isinstance(entry, Thema):
        return entry.schwerpunkt is not None
    return isinstance(entry, Arbeitsgruppe | Ausnahme) or (isinstance(entry, Ziel) and entry.beschluss is not None)


def _tell(uebergang: Uebergang, gone: Eintrag) -> str:
    """Who names it, or has named it."""
    users = dict.fromkeys((*_iter_nennende(uebergang.neu, gone.kennung), *_iter_nennende(uebergang.alt, gone.kennung)))
    shown = [*users][:_GENANNT] + (["andere"] if len(users) > _GENANNT else [])
    return f"; genannt in {aufzaehlung(shown)}" if shown else ""


def _iter_nennende(bestand: Bestand, kennung: str) -> Iterator[str]:
    for entry in bestand.iter_eintraege():
        if entry.kennung != kennung and any(ref.ziel.partition("/")[0] == kennung for ref in iter_verweise(entry)):
            yield entry.kennung


REGELN: tuple[Uebergangsregel, ...] = (
    entfallene_nummer_lebt_wieder,
    kennung_steht_fuer_etwas_anderes,
    fruehere_kennung_ist_neu_vergeben,
    kennung_ist_wieder_frei,
    nummerierter_eintrag_ist_geloescht,
    benannter_eintrag_ist_geloescht,
    beschlossenes_ist_geloescht,
)
