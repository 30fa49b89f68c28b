"""The directory of Integrationsbeauftragte, and how much of the country it covers (R25)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.berichte.beauftragte import name_of
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bestand import Bestand
from netzint.modell.kreise import KREIS_NACH_AGS, KREISE, Kreis
from netzint.modell.sprache import anzahl, datum
from netzint.modell.stelle import Stelle

ARTEN = {
    "stadtkreis": "Stadtkreis",
    "landkreis": "Landkreis",
    "gemeinde": "Gemeinde",
    "stadt": "Stadt",
    "ja": "ja",
    "nein": "nein",
}


class Im(NamedTuple):
    """Somebody in the directory on a day, with the Kommune and the Kreis it lies in."""

    eintrag: Beauftragte
    stelle: Stelle
    kreis: Kreis | None
    """None: it has no Gemeindeschlüssel, or one of a Kreis that does not exist."""


def list_im_amt(bestand: Bestand, tag: date) -> tuple[Im, ...]:
    """Who is in the directory on a day, by Kommune."""
    found = []
    for eintrag in sorted(bestand.beauftragte.values(), key=lambda e: (e.stelle, e.von, e.kennung)):
        stelle = bestand.stellen.get(eintrag.stelle)
        if stelle is not None and eintrag.von <= tag and (eintrag.bis is None or tag <= eintrag.bis):
            found.append(Im(eintrag, stelle, KREIS_NACH_AGS.get((stelle.ags or "")[:5])))
    return tuple(found)


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """The directory on a day."""
    people = list_im_amt(bestand, stichtag)
    rows = tuple(
        (
            im.stelle.name_am(stichtag),
            im.stelle.art_am(stichtag),
            name_of(bestand, im.eintrag),
            im.eintrag.von,
            im.eintrag.mitglied,
            im.eintrag.kennung,
        )
        for im in people
    )
    spalten = (
        ("kommune", "Kommune"),
        ("art", "Art"),
        ("name", "Name"),
        ("von", "Seit"),
        ("mitglied", "Mitglied"),
        ("kennung", "Kennung"),
    )
    tabelle = Tabelle("beauftragte", "Integrationsbeauftragte", spalten, rows, worte=ARTEN, verborgen=("mitglied",))
    schritte = (("netzint abdeckung", "welche Stadt- und Landkreise jemanden haben"),)
    titel = f"Integrationsbeauftragte am {datum(stichtag)}"
    return Bericht("netzint.beauftragte/1", titel, (f"{len(rows)} im Verzeichnis.",), (tabelle,), schritte)


def abdeckung(bestand: Bestand, stichtag: date) -> Bericht:
    """The 44 Kreise: one is covered if it has somebody itself, or one of its Gemeinden has (as rule T304 counts)."""
    people = list_im_amt(bestand, stichtag)
    by_kreis: dict[str, list[Im]] = defaultdict(list)
    for im in people:
        if im.kreis is not None:
            by_kreis[im.kreis.ags].append(im)
    rows = tuple(_row(kreis, by_kreis.get(kreis.ags, [])) for kreis in KREISE)
    spalten = (
        ("kreis", "Kreis"),
        ("art", "Art"),
        ("ags", "Schlüssel"),
        ("abgedeckt", "Abgedeckt"),
        ("kreis_selbst", "Kreis selbst"),
        ("gemeinden", "Gemeinden"),
        ("wo", "Wo"),
    )
    return Bericht(
        "netzint.abdeckung/1",
        f"Abdeckung am {datum(stichtag)}",
        tuple(_saetze(by_kreis, people)),
        (
            _zahlen(by_kreis, people),
            Tabelle("kreise", "Stadt- und Landkreise", spalten, rows, worte=ARTEN),
            _ohne(people),
        ),
        (("netzint beauftragte neu", "jemanden in das Verzeichnis eintragen"),) if len(by_kreis) < len(KREISE) else (),
    )


def _row(kreis: Kreis, people: list[Im]) -> tuple[Zelle, ...]:
    own = [im for im in people if _is_kreis(im)]
    places = {im.stelle.kennung for im in people if not _is_kreis(im)}
    where = ", ".join(dict.fromkeys(im.stelle.kennung for im in people))
    return (
        kreis.name,
        kreis.art,
        kreis.ags,
        "ja" if people else "nein",
        "ja" if own else "nein",
        len(places),
        where,
    )


def _is_kreis(im: Im) -> bool:
    """Whether the Kreis itself has somebody: a Landkreis has five digits, a Stadtkreis is its only Gemeinde."""
    return len(im.stelle.ags or "") == 5 or (im.kreis is not None and im.kreis.art == "stadtkreis")


def _saetze(by_kreis: dict[str, list[Im]], people: tuple[Im, ...]) -> Iterator[str]:
    yield f"{len(by_kreis)} von {len(KREISE)} Stadt- und Landkreisen haben Integrationsbeauftragte im Verzeichnis."
    for art, words in (("stadtkreis", "Stadtkreise"), ("landkreis", "Landkreise")):
        all_of = [k for k in KREISE if k.art == art]
        yield f"{words}: {sum(k.ags in by_kreis for k in all_of)} von {len(all_of)}."
    unknown = {im.stelle.kennung for im in people if im.kreis is None}
    if unknown:
        number = anzahl(len(unknown), "Kommune zählt", "Kommunen zählen")
        yield f"{number} nicht mit: Zu ihrem Gemeindeschlüssel gibt es in Baden-Württemberg keinen Kreis."


def _zahlen(by_kreis: dict[str, list[Im]], people: tuple[Im, ...]) -> Tabelle:
    """The numbers of the sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kreise": len(KREISE),
        "abgedeckt": len(by_kreis),
        "stadtkreise_abgedeckt": sum(k.art == "stadtkreis" and k.ags in by_kreis for k in KREISE),
        "landkreise_abgedeckt": sum(k.art == "landkreis" and k.ags in by_kreis for k in KREISE),
        "eintraege": len(people),
        "ohne_kreis": len({im.stelle.kennung for im in people if im.kreis is None}),
    }
    return Tabelle("zahlen", "Zahlen", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _ohne(people: tuple[Im, ...]) -> Tabelle:
    """Kommunen that cannot be counted; those of the shipped example are invented, with Kreise that do not exist."""
    unknown = {im.stelle.kennung: im.stelle for im in people if im.kreis is None}
    rows = tuple((stelle.name, stelle.ags or "fehlt", kennung) for kennung, stelle in sorted(unknown.items()))
    spalten = (("name", "Kommune"), ("ags", "Schlüssel"), ("kennung", "Kennung"))
    return Tabelle("ohne_kreis", "Zählen nicht mit (kein solcher Kreis)", spalten, rows)
