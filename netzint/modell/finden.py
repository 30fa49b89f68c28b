"""Finding the entry that somebody means: by its Kennung, or by the name people know it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from netzint.modell.aehnlich import meinten_sie, meinten_sie_wort
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.arten import NACH_NAME
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bedarf import Bedarf
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import aufzaehlung, datum, fold
from netzint.modell.stelle import Stelle
from netzint.modell.thema import Thema
from netzint.modell.umlauf import Umlauf
from netzint.modell.veranstaltung import Veranstaltung
from netzint.modell.ziel import Ziel

GENANNT = 5
"""So many are named where a name fits several."""


class _Wort(NamedTuple):
    """What a kind is called in messages, and by what names its entries are known beside their Kennung."""

    keine: str
    """``Ein Mitglied``; the sentence goes on with „… gibt es nicht.“"""
    wort: str
    """The word before the commands about them."""
    namen: Callable[[Any], Iterable[str | None]]
    neu: str = "neu"
    """The command by which there is a first one."""


_ARTEN: Mapping[str, _Wort] = {
    "stelle": _Wort("Eine Stelle", "stelle", lambda e: (e.name, e.kurz, e.ags, *(f.name for f in e.frueher))),
    "mitglied": _Wort("Ein Mitglied", "mitglied", lambda e: (e.name, e.voller_name), "benennen"),
    "arbeitsgruppe": _Wort(
        "Eine Arbeitsgruppe",
        "ag",
        lambda e: (e.name, e.kennung.removeprefix("ag-"), *e.aliase, *(f.name for f in e.frueher)),
        "einsetzen",
    ),
    "thema": _Wort("Ein Thema", "thema", lambda e: (e.titel, e.kennung.removeprefix("thema-"))),
    "ziel": _Wort("Ein Ziel", "ziel", lambda e: (e.titel, e.kennung.removeprefix("ziel-"))),
    "bedarf": _Wort("Einen Bedarf", "bedarf", lambda e: (e.titel,), "melden"),
    "empfehlung": _Wort("Eine Empfehlung", "empfehlung", lambda e: (e.titel,)),
    "beschlussvorlage": _Wort("Eine Beschlussvorlage", "beschlussvorlage", lambda e: (e.betreff,)),
    "sitzung": _Wort("Eine Sitzung", "sitzung", lambda e: (datum(e.datum), f"{e.datum:%d.%m.%Y}", e.datum.isoformat())),
    "umlauf": _Wort("Ein Umlaufverfahren", "umlauf", lambda e: (e.titel,)),
    "veranstaltung": _Wort("Eine Veranstaltung", "veranstaltung", lambda e: (e.titel,)),
    "ausnahme": _Wort("Eine Ausnahme", "ausnahme", lambda e: (e.kennung.removeprefix("ausnahme-"),)),
    "beauftragte": _Wort("Einen solchen Eintrag", "beauftragte", lambda e: (e.name, e.stelle)),
}


def find_eintrag(bestand: Bestand, art: str, text: str) -> Eintrag:
    """The entry of a kind by its Kennung in any case of letters, or by a name, title or alias that only one has.

    Raises NetzintFehler (wrong usage) if there is none or more than one; what is like it is named.
    """
    entries = bestand.nach_art.get(NACH_NAME[art].model, {})
    found = entries.get(text.strip().lower())
    if found is not None:
        return found
    wort = _ARTEN[art]
    named = _by_name(entries, wort, text)
    if len(named) == 1:
        return entries[named[0]]
    if named:
        raise _ambiguous(text, named)
    raise _unknown(bestand, art, text, entries)


def find_in_allen(bestand: Bestand, text: str) -> Eintrag:
    """The entry of any kind by its Kennung, or by a name that only one has. Raises NetzintFehler (wrong usage)."""
    name = text.strip().lower()
    found = bestand.eintraege.get(name)
    if found is not None:
        return found
    if name in bestand.unlesbar:
        raise NetzintFehler(f"Der Eintrag {name} ist nicht lesbar.", "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    alle = [(wort, entries) for art, wort in _ARTEN.items() if (entries := bestand.nach_art.get(NACH_NAME[art].model))]
    named = [entries[kennung] for wort, entries in alle for kennung in _by_name(entries, wort, text)]
    if len(named) > 1:
        exact = [e for e in named if any(_plain(text) == _plain(n) for n in _names(e) if n)] or named
        # A Vorlage is often called like what it is about, and that is what people mean.
        named = [e for e in exact if not isinstance(e, Beschlussvorlage)] or exact
    if len(named) == 1:
        return named[0]
    if named:
        raise _ambiguous(text, [entry.kennung for entry in named])
    names = dict.fromkeys(n for wort, entries in alle for entry in entries.values() for n in wort.namen(entry) if n)
    sonst = "Eine Kennung nennen, z. B. sg-2026-02; suchen: netzint suche TEXT"
    hinweis = meinten_sie(text, bestand.eintraege) or meinten_sie(text, names, sonst)
    raise NetzintFehler(f"Einen Eintrag „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def keine_da(art: str) -> NetzintFehler:
    """How it is said that there is no entry of a kind yet."""
    wort = _ARTEN[art]
    return NetzintFehler(f"{wort.keine} gibt es noch nicht.", f"Zuerst: netzint {wort.wort} {wort.neu}")


def _names(entry: Eintrag) -> Iterable[str | None]:
    wort = _ARTEN.get(type(entry).__name__.lower())
    return wort.namen(entry) if wort else ()


def _ambiguous(text: str, kennungen: list[str]) -> NetzintFehler:
    more = " …" if len(kennungen) > GENANNT else ""
    hinweis = f"Bitte eine Kennung nennen: {', '.join(kennungen[:GENANNT])}{more}"
    return NetzintFehler(f"„{text}“ ist nicht eindeutig.", hinweis, Ausgang.AUFRUF)


def _by_name(entries: Mapping[str, Eintrag], wort: _Wort, text: str) -> list[str]:
    """Whose name it is; if it is nobody's, in whose names all of its words stand."""
    wanted = _plain(text)
    names = {kennung: [_plain(name) for name in wort.namen(entry) if name] for kennung, entry in entries.items()}
    exact = [kennung for kennung, known in names.items() if wanted in known]
    if exact or len(wanted) < 3:
        return exact
    words = set(wanted.split())
    return [kennung for kennung, known in names.items() if any(words <= set(name.split()) for name in known)]


def _plain(text: str) -> str:
    """Folded, without quotes, other signs and leading zeros: „AG Empowerment“ is found however it is typed."""
    return " ".join(word.lstrip("0") for word in re.findall(r"[a-z0-9]+", fold(text)))


def _unknown(bestand: Bestand, art: str, text: str, entries: Mapping[str, Eintrag]) -> NetzintFehler:
    name, wort = text.strip().lower(), _ARTEN[art]
    alle = f"Alle zeigt: netzint {wort.wort} liste"
    if name in bestand.unlesbar:
        return NetzintFehler(f"Der Eintrag {name} ist nicht lesbar.", "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    other = bestand.eintraege.get(name)
    if other is not None:
        found = NACH_NAME[type(other).__name__.lower()]
        satz = f"{name} ist etwas anderes ({found.klasse}); der Eintrag steht in {found.pfad(name)}."
        return NetzintFehler(satz, alle, Ausgang.AUFRUF)
    names = {name: entry.kennung for entry in entries.values() for name in wort.namen(entry) if name}
    sonst = meinten_sie_wort(text, names, f"{alle}; neu: netzint {wort.wort} {wort.neu}")
    hinweis = meinten_sie(text, entries) or meinten_sie(text, names, sonst)
    return NetzintFehler(f"{wort.keine} „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def find_mitglied(bestand: Bestand, text: str) -> Mitglied:
    """A person."""
    return cast(Mitglied, find_eintrag(bestand, "mitglied", text))


def find_stelle(bestand: Bestand, text: str) -> Stelle:
    """A Stelle."""
    return cast(Stelle, find_eintrag(bestand, "stelle", text))


def find_ag(bestand: Bestand, text: str) -> Arbeitsgruppe:
    """An AG."""
    return cast(Arbeitsgruppe, find_eintrag(bestand, "arbeitsgruppe", text))


def find_thema(bestand: Bestand, text: str) -> Thema:
    """A Thema."""
    return cast(Thema, find_eintrag(bestand, "thema", text))


def find_ziel(bestand: Bestand, text: str) -> Ziel:
    """A Ziel."""
    return cast(Ziel, find_eintrag(bestand, "ziel", text))


def find_bedarf(bestand: Bestand, text: str) -> Bedarf:
    """A Bedarf."""
    return cast(Bedarf, find_eintrag(bestand, "bedarf", text))


def find_empfehlung(bestand: Bestand, text: str) -> Empfehlung:
    """An Empfehlung."""
    return cast(Empfehlung, find_eintrag(bestand, "empfehlung", text))


def find_vorlage(bestand: Bestand, text: str) -> Beschlussvorlage:
    """A Beschlussvorlage."""
    return cast(Beschlussvorlage, find_eintrag(bestand, "beschlussvorlage", text))


def find_sitzung(bestand: Bestand, text: str) -> Sitzung:
    """A Sitzung."""
    return cast(Sitzung, find_eintrag(bestand, "sitzung", text))


def find_umlauf(bestand: Bestand, text: str) -> Umlauf:
    """An Umlauf."""
    return cast(Umlauf, find_eintrag(bestand, "umlauf", text))


def find_veranstaltung(bestand: Bestand, text: str) -> Veranstaltung:
    """A Veranstaltung."""
    return cast(Veranstaltung, find_eintrag(bestand, "veranstaltung", text))


def find_ausnahme(bestand: Bestand, text: str) -> Ausnahme:
    """An Ausnahme."""
    return cast(Ausnahme, find_eintrag(bestand, "ausnahme", text))


def find_beauftragte(bestand: Bestand, text: str) -> Beauftragte:
    """An entry of the directory of Integrationsbeauftragte; by the Kommune or person, if one of hers is not ended."""
    meant = {text.strip().lower(), *_by_name(bestand.stellen, _ARTEN["stelle"], text)}
    meant.update(_by_name(bestand.mitglieder, _ARTEN["mitglied"], text))
    running = [e for e in bestand.beauftragte.values() if e.bis is None and {e.stelle, e.mitglied} & meant]
    if len(running) == 1:
        return running[0]
    return cast(Beauftragte, find_eintrag(bestand, "beauftragte", text))


def find_sitz(bestand: Bestand, text: str, tag: date) -> Sitz:
    """A seat of the Strategiegruppe on a day, by Kennung (with or without ``sitz-``) or name."""
    sitze = {sitz.kennung: sitz for sitz in bestand.sitze(tag)}
    wanted = _plain(text)
    for sitz in sitze.values():
        if wanted in (_plain(sitz.kennung), _plain(sitz.kennung.removeprefix("sitz-")), _plain(sitz.name)):
            return sitz
    bank = [kennung for kennung in sitze if len(wanted) > 2 and wanted in _plain(kennung)]
    gibt_es = f"Es gibt: {aufzaehlung(bank or list(sitze))}."
    hinweis = gibt_es if len(bank) > 1 else meinten_sie(text, [*sitze, *(s.name for s in sitze.values())], gibt_es)
    raise NetzintFehler(f"Einen Sitz „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def find_beschluss(bestand: Bestand, text: str) -> str:
    """The Kennung ``x/y`` of a Beschluss that was taken in a Sitzung or an Umlauf."""
    name = text.strip().lower()
    known = [*bestand.beschluesse, *bestand.umlaufbeschluesse]
    if name in known:
        return name
    hinweis = meinten_sie(name, known, "Sitzung/Beschluss angeben; alle zeigt: netzint beschluesse")
    raise NetzintFehler(f"Einen Beschluss „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)
