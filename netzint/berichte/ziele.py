"""The strategic aims on a day, in the wording that counted then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_ziel
from netzint.modell.sprache import anzahl, datum
from netzint.modell.ziel import Ziel
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.zustaende import BEZEICHNUNG

STAND = {"kuenftig": "noch nicht in Kraft", "gilt": "gilt", "beendet": "nicht weiter verfolgt"}


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All Ziele that had been adopted by a day, with how many Empfehlungen serve them."""
    known = sorted((z for z in bestand.ziele.values() if z.ab <= stichtag), key=lambda z: (z.ab, z.kennung))
    served = [he for he in bestand.empfehlungen.values() if _counts(he, stichtag)]
    rows = tuple(
        (
            z.titel,
            " ".join(z.beschreibung_am(stichtag).split()),
            z.ab,
            z.bis if z.bis is not None and z.bis < stichtag else None,
            sum(z.kennung in he.ziele for he in served),
            z.beschluss or "",
            z.kennung,
        )
        for z in known
    )
    spalten = (
        ("titel", "Ziel"),
        ("wortlaut", "Wortlaut"),
        ("ab", "Ab"),
        ("bis", "Bis"),
        ("empfehlungen", "Empfehlungen"),
        ("beschluss", "Beschluss"),
        ("kennung", "Kennung"),
    )
    tabelle = Tabelle("ziele", "Strategische Ziele", spalten, rows, verborgen=("wortlaut", "beschluss"))
    saetze = tuple(f"{row[6]}: {row[1]}" for row in rows)
    count = (f"{anzahl(len(known), 'Ziel', 'Ziele')}.",) if known else ()
    schritte = () if known else (("netzint ziel neu", "ein Ziel vorbereiten"),)
    return Bericht("netzint.ziele/1", f"Ziele am {datum(stichtag)}", (*count, *saetze), (tabelle,), schritte)


def _counts(empfehlung: Empfehlung, tag: date) -> bool:
    gone = empfehlung.entfallen is not None and empfehlung.entfallen.am <= tag
    return not gone and any(f.vom <= tag for f in empfehlung.fassungen)


def zeigen(bestand: Bestand, text: str, stichtag: date) -> Bericht:
    """One Ziel: its wording on a day, how it was worded before, and the Empfehlungen that serve it."""
    ziel = find_ziel(bestand, text)
    return Bericht(
        "netzint.ziel/1",
        f"Ziel „{ziel.titel}“ ({ziel.kennung})",
        tuple(_saetze(ziel, stichtag)),
        (_daten(ziel, stichtag), _frueher(ziel, stichtag), _empfehlungen(bestand, ziel, stichtag)),
        tuple(_schritte(ziel, stichtag)),
    )


def stand_am(ziel: Ziel, tag: date) -> str:
    """``kuenftig``, ``gilt`` or ``beendet``."""
    if ziel.ab > tag:
        return "kuenftig"
    return "beendet" if ziel.bis is not None and ziel.bis < tag else "gilt"


def _saetze(ziel: Ziel, tag: date) -> Iterator[str]:
    yield f"Stand am {datum(tag)}: {STAND[stand_am(ziel, tag)]}."
    yield f"Ziel seit dem {datum(ziel.ab)}."
    if ziel.bis is not None:
        yield f"Es gilt bis zum {datum(ziel.bis)}."
    by = _beschluss_am(ziel, tag)
    yield f"Wortlaut{f' nach {by}' if by else ''}: {' '.join(ziel.beschreibung_am(tag).split())}"


def _beschluss_am(ziel: Ziel, tag: date) -> str | None:
    """What the wording of a day rests on."""
    earlier = sorted((f for f in ziel.frueher if f.bis >= tag), key=lambda f: f.bis)
    return earlier[0].beschluss if earlier else ziel.beschluss


def _daten(ziel: Ziel, tag: date) -> Tabelle:
    """The sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kennung": ziel.kennung,
        "titel": ziel.titel,
        "stand": stand_am(ziel, tag),
        "ab": ziel.ab,
        "bis": ziel.bis,
        "wortlaut": " ".join(ziel.beschreibung_am(tag).split()),
        "beschluss": _beschluss_am(ziel, tag),
    }
    return Tabelle("ziel", "Ziel", tuple((k, k) for k in row), (tuple(row.values()),), nur_daten=True)


def _frueher(ziel: Ziel, tag: date) -> Tabelle:
    rows = tuple((f.bis, " ".join(f.beschreibung.split()), f.beschluss) for f in ziel.frueher if f.bis < tag)
    spalten = (("bis", "Bis"), ("wortlaut", "Wortlaut"), ("beschluss", "Beschluss"))
    return Tabelle("frueher", "Frühere Wortlaute", spalten, rows)


def _empfehlungen(bestand: Bestand, ziel: Ziel, tag: date) -> Tabelle:
    own = [e for e in bestand.empfehlungen.values() if ziel.kennung in e.ziele]
    known = [e for e in own if min((f.vom for f in e.fassungen), default=tag) <= tag]
    rows = tuple(
        (e.kennung, e.titel, empfehlungsstand(e, bestand.entscheidungen.get(e.kennung, ()), tag)) for e in known
    )
    spalten = (("kennung", "Kennung"), ("titel", "Titel"), ("stand", "Stand"))
    return Tabelle("empfehlungen", "Empfehlungen", spalten, rows, worte=BEZEICHNUNG)


def _schritte(ziel: Ziel, tag: date) -> Iterator[tuple[str, str]]:
    if stand_am(ziel, tag) == "gilt":
        yield f"netzint ziel fortschreiben {ziel.kennung}", "einen neuen Wortlaut vorbereiten"
        yield f"netzint spur {ziel.kennung}", "was daraus geworden ist"
