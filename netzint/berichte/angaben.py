"""What can be put right in an entry: every value with the path that ``netzint berichtigen`` takes."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.angabenpfade import Wert, iter_werte
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.klartext import Klartext
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import kurzdatum

LAENGE = 60
"""So much of a long text is shown."""


def zeigen(eintrag: Eintrag, teil: Angabe, name: str) -> Bericht:
    """The values of an entry, or of the part of it that is called ``name``."""
    werte = enumerate(list_werte(teil, name), 1)
    rows = tuple((nr, w.pfad, feldname(w.feld), show_wert(w.wert)) for nr, w in werte)
    spalten = (("nr", "Nr"), ("angabe", "Angabe"), ("bedeutung", "Was das ist"), ("wert", "Wert"))
    where = f"{eintrag.kennung}/{name}" if is_benannt(teil, name) else eintrag.kennung
    beispiel = f"netzint berichtigen {where} --setze ANGABE=WERT --grund TEXT"
    return Bericht(
        "netzint.angaben/1",
        f"Was sich in {where} berichtigen lässt",
        tabellen=(Tabelle("angaben", "Angaben", spalten, rows),),
        schritte=((beispiel, "was bisher dort stand, bleibt vermerkt"),),
    )


def list_werte(teil: Angabe, name: str) -> tuple[Wert, ...]:
    """The values below a part, by their paths from the entry; of a TOP or Beschluss by their names in it."""
    found = tuple(iter_werte(teil, f"{name}." if name and not is_benannt(teil, name) else ""))
    return (*found, Wert("anwesend", "anwesend", write_anwesende(teil))) if isinstance(teil, Sitzung) else found


def write_anwesende(sitzung: Sitzung) -> list[Klartext]:
    """The whole list of those present, as it is typed: with a colon whom somebody stood in for."""
    return [f"{a.mitglied}:{a.fuer}" if a.fuer else a.mitglied for a in sitzung.anwesend]


def is_benannt(teil: Angabe, name: str) -> bool:
    """Whether a part is meant by a Kennung of its own, as a TOP or Beschluss is, and not by its path."""
    return bool(name) and getattr(teil, "kennung", None) == name


def show_wert(wert: Klartext | None) -> str:
    """One line, as a person would type it."""
    if wert is None or wert == []:
        return "–"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, list):
        return ", ".join(show_wert(item) for item in wert)
    text = kurzdatum(wert) if isinstance(wert, date) else " ".join(str(wert).split())
    return text if len(text) <= LAENGE else f"{text[: LAENGE - 1]}…"
