"""The own files with the new numbers: names of files, Kennungen wherever they stand, and what is inside a Sitzung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netzint.ablage.bearbeiten.feld import apply
from netzint.ablage.leser.datei import parse
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import Feldpfad
from netzint.modell.klartext import Klartext
from netzint.vorgaenge.umnummern import Umnummerung, rename_nummer


def rename_pfad(pfad: str, um: Umnummerung) -> str:
    """The path of an entry that is called otherwise; every other path as it is."""
    place = art_of_pfad(pfad)
    return place[0].pfad(um.kennungen.get(place[1], place[1])) if place else pfad


def rename_datei(data: bytes, pfad: str, um: Umnummerung) -> bytes:
    """The content of an own file of data with all that is called otherwise. ``pfad``: as it was."""
    place = art_of_pfad(pfad)
    if place is None or not um:
        return data
    try:
        text = um.rename(data.decode())
    except UnicodeDecodeError:
        return data
    kennung = place[1]
    for punkt in um.nummern:
        text = rename_nummer(text, punkt) if punkt.sitzung == kennung else text
    felder = list(_iter_felder(text.encode(), kennung, um))
    return apply(text.encode(), felder) if felder else text.encode()


def _iter_felder(data: bytes, kennung: str, um: Umnummerung) -> Iterator[tuple[Feldpfad, Klartext]]:
    """What has to be set inside a Sitzung."""
    tops, nummern, votes = (
        {(punkt.top, punkt.alt): punkt.neu for punkt in punkte if punkt.sitzung == kennung}
        for punkte in (um.tops, um.nummern, um.beschluesse)
    )
    if not (tops or nummern or votes):
        return
    wert = parse(data).wert or {}
    for t, top in enumerate(_maps(wert.get("tagesordnung"))):
        name = str(top.get("kennung"))
        for b, vote in enumerate(_maps(top.get("beschluesse"))):
            if neu := votes.get((name, str(vote.get("kennung")))):
                yield ("tagesordnung", t, "beschluesse", b, "kennung"), neu
        if neu := nummern.get((name, str(top.get("nummer")))):
            yield ("tagesordnung", t, "nummer"), neu
        if neu := tops.get((name, name)):
            yield ("tagesordnung", t, "kennung"), neu
    yield from _iter_genannte(wert, {alt: neu for (_, alt), neu in tops.items()}, ("anwesend", "nicht_bei"))
    for nr, entry in enumerate(_maps(wert.get("berichtigungen"))):
        if neu := {alt: neu for (_, alt), neu in votes.items()}.get(str(entry.get("zu"))):
            yield ("berichtigungen", nr, "zu"), neu


def _iter_genannte(
    wert: Mapping[str, object], names: Mapping[str, str], felder: tuple[str, str]
) -> Iterator[tuple[Feldpfad, Klartext]]:
    """TOPs that are named in a list of each item of a list."""
    outer, inner = felder
    for nr, item in enumerate(_maps(wert.get(outer))):
        listed = item.get(inner)
        for i, name in enumerate(listed if isinstance(listed, list) else []):
            if neu := names.get(str(name)):
                yield (outer, nr, inner, i), neu


def _maps(wert: object) -> list[dict[str, object]]:
    """The items of a list, each as a mapping; what is none is empty, and keeps its place."""
    items = wert if isinstance(wert, list) else []
    return [item if isinstance(item, dict) else {} for item in items]
