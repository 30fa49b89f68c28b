"""Set one field of an entry, put in or move a list item, and touch nothing but its lines: all else stays as it is.

The result is read strictly again and compared with what was wanted; a difference is a refusal, never a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from netzint.ablage.bearbeiten import klammern, verschieben, zeilen
from netzint.ablage.bearbeiten.baum import Knoten, UngewohntFehler, find_weg, read_baum
from netzint.ablage.bearbeiten.plan import Plan, Schritt, make_plan, make_plan_einfuegen, make_plan_verschieben
from netzint.ablage.bearbeiten.text import Dokument
from netzint.ablage.leser.bau import Wert
from netzint.ablage.leser.datei import parse
from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.fehler import NetzintFehler
from netzint.modell.klartext import Klartext

Ordnung = Callable[[Feldpfad], tuple[str, ...]]
"""The keys of the mapping at a path, in the order of the file."""

HINWEIS = "Es wurde nichts geändert. Die Datei mit „netzint formatieren DATEI“ in Form bringen, dann noch einmal."


def set_feld(data: bytes, feld: Feldpfad, wert: Klartext | None, *, ordnung: Ordnung | None = None) -> bytes:
    """The file with one field set, added, appended (one behind the end of a list) or, with ``None``, taken out.

    What is missing on the way is made; what is left empty goes, too. NetzintFehler if the file cannot be edited so.
    """
    return _carry_out(data, feld, make_plan(_read(data), feld, wert), ordnung)


def insert_punkt(data: bytes, feld: Feldpfad, wert: Klartext, *, ordnung: Ordnung | None = None) -> bytes:
    """The file with a new list item before the one that has its number now, or behind the last."""
    return _carry_out(data, feld, make_plan_einfuegen(_read(data), feld, wert), ordnung)


def move_punkt(data: bytes, feld: Feldpfad, nach: int) -> bytes:
    """The file with a list item moved to another number, its own comments with it."""
    return _carry_out(data, feld, make_plan_verschieben(_read(data), feld, nach), None)


def apply(data: bytes, felder: Iterable[tuple[Feldpfad, Klartext | None]], *, ordnung: Ordnung | None = None) -> bytes:
    """Several fields, one after the other; a later path counts in what the earlier ones made."""
    for feld, wert in felder:
        data = set_feld(data, feld, wert, ordnung=ordnung)
    return data


def _carry_out(data: bytes, feld: Feldpfad, plan: Plan, ordnung: Ordnung | None) -> bytes:
    if not plan.schritte:
        return data
    try:
        dok = Dokument.of(data)
        for schritt in plan.schritte:
            _perform(dok, schritt, ordnung)
        result = dok.to_bytes()
    except (UngewohntFehler, UnicodeEncodeError):
        raise _ungewohnt(feld) from None
    if parse(result).wert != plan.ziel:
        raise _ungewohnt(feld)
    return result


def _read(data: bytes) -> dict[str, Wert]:
    gelesen = parse(data)
    if gelesen.wert is None:
        befund = next(b for b in gelesen.befunde if b.schwere is Schwere.FEHLER)
        raise NetzintFehler(f"Zeile {befund.zeile}: {befund.text} ({befund.code}).", HINWEIS)
    return gelesen.wert


def _perform(dok: Dokument, schritt: Schritt, ordnung: Ordnung | None) -> None:
    wurzel = read_baum(dok.text)
    eltern = find_weg(wurzel, schritt.feld[:-1])
    behaelter = eltern[-1].knoten if eltern else wurzel
    stelle = _find_stelle(behaelter, schritt, ordnung)
    if schritt.art == "verschieben":
        verschieben.move(dok, behaelter, stelle, schritt.nach)
    elif behaelter.klammern:
        klammern.edit(dok, wurzel, eltern, schritt, stelle)
    elif schritt.art == "einfuegen":
        zeilen.insert(dok, behaelter, stelle, schritt.feld[-1], schritt.wert)
    elif schritt.art == "entfernen":
        zeilen.remove(dok, behaelter, stelle)
    else:
        zeilen.replace(dok, behaelter.kinder[stelle], schritt.wert)


def _find_stelle(behaelter: Knoten, schritt: Schritt, ordnung: Ordnung | None) -> int:
    """The place among the children: of the one that is meant, or where a new one belongs."""
    name = schritt.feld[-1]
    if isinstance(name, int):
        return name
    namen = [str(kind.name) for kind in behaelter.kinder]
    if name in namen:
        return namen.index(name)
    folge = ordnung(schritt.feld[:-1]) if ordnung else ()
    if name not in folge:
        return len(namen)
    davor = set(folge[: folge.index(name)])
    danach = set(folge) - davor
    hinter_letztem = max((nr + 1 for nr, n in enumerate(namen) if n in davor), default=0)
    if hinter_letztem:
        return hinter_letztem
    return next((nr for nr, n in enumerate(namen) if n in danach), len(namen))


def _ungewohnt(feld: Feldpfad) -> NetzintFehler:
    name = ".".join(str(teil) for teil in feld)
    return NetzintFehler(f"„{name}“ lässt sich in dieser Datei nicht ändern, ohne anderes zu berühren.", HINWEIS)
