"""The strategic aims on a day, in the wording that counted then."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl, datum


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All Ziele that had been adopted by a day, with how many Empfehlungen serve them."""
    known = sorted((z for z in bestand.ziele.values() if z.ab <= stichtag), key=lambda z: (z.ab, z.kennung))
    served = [he for he in bestand.empfehlungen.values() if not he.entfallen]
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
