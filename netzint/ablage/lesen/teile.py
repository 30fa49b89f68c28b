"""From plain data to entries: the models judge, and what they say gets its place in the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.ablage.cache.angaben import Gelesen
from netzint.ablage.lesen.blick import DATEN
from netzint.modell.arten import NACH_NAME, NACH_ORDNER, Art, art_of_pfad, place_of
from netzint.modell.befund import Befund, Schwere

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand
    from netzint.modell.fach import Fach
    from netzint.modell.grund import Eintrag
    from netzint.modell.merkmale import Schlicht

NETZWERK = "daten/netzwerk.yaml"
_ERFASST_AB = re.compile(rb"^erfasst_ab: *(\d{4}-\d\d-\d\d) *(?:#.*)?\r?$", re.MULTILINE)
_WARTET = {
    NETZWERK: "was erst ab „erfasst_ab“ gilt, zum Beispiel Benennungen, Stimmen und Beschlussfähigkeit",
    "daten/geschaeftsordnung.yaml": "was sie regelt, zum Beispiel Sitze, Beschlussfähigkeit, Mehrheiten und Fristen",
}
Lesen = Callable[[str], bytes | None]


class Teil(NamedTuple):
    """What one file gave: an entry if and only if no finding is a Fehler. It may not have been made yet."""

    eintrag: Eintrag | None
    befunde: tuple[Befund, ...]
    inhalt: str
    """The content id, "" if it is not known."""
    gueltig: bool
    """Whether it is an entry."""


def make_teil(gelesen: Gelesen, read: Lesen) -> Teil:
    """Validate one file, unless that is known."""
    if gelesen.bekannt:
        return Teil(None, (), gelesen.inhalt, gueltig=True)
    art, kennung = place_of(gelesen.pfad)
    befunde = tuple(with_kennung(b, gelesen.pfad) for b in gelesen.befunde)
    eintrag, wrong = validate(art, kennung, gelesen.wert) if gelesen.wert is not None else (None, [])
    if wrong:
        befunde += locate([with_kennung(b, gelesen.pfad) for b in wrong], read)
    if eintrag is None and befunde and gelesen.pfad in _WARTET:
        befunde = (_tell_folgen(befunde[0], read), *befunde[1:])
    return Teil(eintrag, befunde, gelesen.inhalt, gueltig=eintrag is not None)


def _tell_folgen(befund: Befund, read: Lesen) -> Befund:
    """What cannot be judged until this is right again."""
    known = befund.pfad == NETZWERK and _read_erfasst_ab(read) is not None
    waiting = "was vor der Gründung datiert ist" if known else _WARTET[befund.pfad]
    return befund._replace(hinweis=f"{befund.hinweis} Bis dahin ungeprüft: {waiting}.".lstrip())


def validate(art: Art, kennung: str, wert: Mapping[str, Any]) -> tuple[Eintrag | None, list[Befund]]:
    """The entry that plain data stand for, or findings of the F family without places in the file."""
    from pydantic import ValidationError

    if "kennung" in wert:
        return None, [_report_kennung(kennung)]
    try:
        return _validator(art)({"kennung": kennung, **wert}), []
    except ValidationError as error:
        from netzint.modell.meldungen import to_befunde

        return None, to_befunde(error, wert, art.model)


@cache
def _validator(art: Art) -> Callable[[object], Eintrag]:
    """A kind's own validator, without the detour through the class: this is called for every file."""
    from netzint.modell.kernschema import build_validator

    return build_validator(art.model)


def _report_kennung(kennung: str) -> Befund:
    text = "Den Schlüssel „kennung“ gibt es hier nicht."
    hinweis = f"Die Zeile löschen: die Kennung „{kennung}“ ergibt sich aus dem Namen der Datei."
    return Befund("F101", Schwere.FEHLER, text, hinweis, feld=("kennung",), schluessel=("kennung",))


def with_kennung(befund: Befund, pfad: str) -> Befund:
    """The finding with the file it is about."""
    place = art_of_pfad(pfad)
    return befund._replace(pfad=pfad, kennung=place[1] if place else "")


def check_format(known: Mapping[str, Any] | None, read: Lesen) -> Befund | None:
    """F120 if the data are newer than this netzint. ``known`` is what the cache has of the file."""
    from netzint.modell.netzwerk import FORMAT

    wert = _parse(read(NETZWERK)) if known is None else known
    given = wert.get("format") if wert else None
    if not (isinstance(given, str) and given.isascii() and given.isdecimal() and int(given) > FORMAT):
        return None
    text = f"Die Daten haben das Format {given}; dieses netzint kennt nur Format {FORMAT}."
    hinweis = "netzint aktualisieren (so, wie es eingerichtet wurde); bis dahin nichts ändern."
    found = Befund("F120", Schwere.FEHLER, text, hinweis, NETZWERK, kennung="netzwerk", feld=("format",))
    return locate([found], read)[0]


def _parse(data: bytes | None) -> Mapping[str, Any] | None:
    from netzint.ablage.leser.datei import parse

    return parse(data).wert if data is not None else None


def build_bestand(
    teile: Mapping[str, Teil],
    namen: Iterable[Befund],
    make: Callable[[str, str], Eintrag],
    recall: Callable[[str, str, str], Schlicht | None],
    known: Mapping[str, Fach],
    read: Lesen,
) -> Bestand:
    """The entries that could be read; known to exist are also those that could not.

    ``make`` gives the entry of a kind and a Kennung when it is first asked for, ``recall`` what is remembered of the
    Merkmal of a kind, a Kennung and a content id. Kinds that are ``known`` stay as they are.
    """
    from netzint.modell.bestand import Bestand
    from netzint.modell.fach import Fach

    def make_one(art: str, kennungen: list[str]) -> Fach:
        pfad = NACH_NAME[art].pfad
        return Fach(kennungen, partial(make, art), lambda kennung: recall(art, kennung, teile[pfad(kennung)].inhalt))

    unlesbar = {b.kennung for b in namen if b.kennung}
    unlesbar |= {place_of(pfad)[1] for pfad, teil in teile.items() if not teil.gueltig}
    by_ordner = _list_gueltige(teile)
    einzelne = by_ordner.pop(DATEN, [])
    by_art = {NACH_ORDNER[ordner.rpartition("/")[2]].name: kennungen for ordner, kennungen in by_ordner.items()}
    by_art |= {kennung: [kennung] for kennung in einzelne}
    faecher = {art: known.get(art) or make_one(art, kennungen) for art, kennungen in by_art.items()}
    return Bestand(faecher, unlesbar, _read_erfasst_ab(read) if "netzwerk" in unlesbar else None)


def _read_erfasst_ab(read: Lesen) -> date | None:
    """The day in the line of a netzwerk.yaml that is no entry: half of the rules would wait for it."""
    days = set(_ERFASST_AB.findall(read(NETZWERK) or b""))
    try:
        return date.fromisoformat(days.pop().decode()) if len(days) == 1 else None
    except ValueError:
        return None


def _list_gueltige(teile: Mapping[str, Teil]) -> dict[str, list[str]]:
    """Folder → Kennungen of the entries in it: at 10,000 files to ask for the kind of each path takes too long."""
    found: dict[str, list[str]] = defaultdict(list)
    for pfad, teil in teile.items():
        if teil.gueltig:
            ordner, _, name = pfad.rpartition("/")
            found[ordner].append(name[:-5])
    return found


def locate(befunde: Iterable[Befund], read: Lesen) -> tuple[Befund, ...]:
    """Fill in line and column where a finding names a file below ``daten/`` and has no line yet; order is kept."""
    listed = list(befunde)
    without = [n for n, b in enumerate(listed) if not b.zeile and not b.code.startswith("L") and art_of_pfad(b.pfad)]
    if not without:
        return tuple(listed)
    from netzint.ablage.leser.genau import find_position, find_positionen

    for pfad, numbers in groupby(sorted(without, key=lambda n: listed[n].pfad), key=lambda n: listed[n].pfad):
        data = read(pfad)
        if data is not None:
            positionen = find_positionen(data)
            for n in numbers:
                ort = find_position(positionen, listed[n].feld, am_schluessel=listed[n].code == "F101")
                listed[n] = listed[n]._replace(zeile=ort.zeile, spalte=ort.spalte)
    return tuple(listed)
