"""A new Empfehlung, a new wording of it, and what does not belong to the wording."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_ag, find_empfehlung, find_ziel
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.recht.empfehlungsweg import planned_top
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.empfehlung_schritt import check_ag, require_schritt
from netzint.vorgaenge.empfehlung_wortlaut import (
    Wortlaut,
    append_fassung,
    list_hinweise,
    make_fassung,
    revise_fassung,
)
from netzint.vorgaenge.nummern import next_kennung

_OHNE_ZIEL = "Sie nennt noch kein strategisches Ziel; nachtragen mit: netzint empfehlung aendern {he} --ziel ZIEL"


class Rahmen(NamedTuple):
    """What was typed beside the wording; None leaves it as it is."""

    titel: str | None = None
    ziele: tuple[str, ...] = ()
    begruendung: str | None = None


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    ag: str,
    rahmen: Rahmen,
    wortlaut: Wortlaut,
    am: date | None,
    stichtag: date,
) -> Aenderung:
    """A new Empfehlung of an AG with its first Fassung."""
    found, tag = find_ag(bestand, ag), check_nicht_kuenftig("--am", am or stichtag, stichtag)
    check_ag(bestand, found, tag, "Eine Fassung")
    titel = clean_zeile("--titel", rahmen.titel or "")
    fassung = make_fassung(bestand, 1, tag, titel, wortlaut)
    kennung = next_kennung("he", stichtag.year, vergeben)
    values = {
        "kennung": kennung,
        "titel": titel,
        "arbeitsgruppe": found.kennung,
        "ziele": _find_ziele(bestand, rahmen.ziele),
        "begruendung": clean_prosa("--begruendung", rahmen.begruendung) if rahmen.begruendung else None,
        "fassungen": [to_klartext(fassung)],
    }
    hinweise = list_hinweise(fassung)
    if not rahmen.ziele:
        hinweise += (_OHNE_ZIEL.format(he=kennung),)
    return Aenderung(
        "empfehlung-neu",
        f"Empfehlung {kennung.upper()} der {found.kennung} angelegt",
        neu=(require(Empfehlung, values),),
        hinweise=(*hinweise, *_same_title(bestand, titel)),
        danach=(
            (f"netzint empfehlung einreichen {kennung}", "wenn die AG sie eingereicht hat"),
            (f"netzint empfehlung fassung {kennung}", "wenn sich der Wortlaut noch ändert"),
        ),
    )


def fassung(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    wortlaut: Wortlaut,
    am: date | None,
    stichtag: date,
) -> Aenderung:
    """A new wording of the AG; what is not typed is taken over from the newest one."""
    empfehlung = require_schritt(bestand, kennung, "fassung", stichtag)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    check_ag(bestand, bestand.arbeitsgruppen[empfehlung.arbeitsgruppe], tag, "Eine Fassung")
    new = revise_fassung(bestand, empfehlung, wortlaut, tag)
    he = empfehlung.kennung
    return Aenderung(
        "empfehlung-fassung",
        f"Fassung {new.nr} der Empfehlung {he.upper()}",
        gesetzt=(append_fassung(empfehlung, new),),
        hinweise=(*list_hinweise(new), *_on_agenda(bestand, he, new.nr)),
        danach=((f"netzint empfehlung einreichen {he}", "wenn die AG diese Fassung eingereicht hat"),),
    )


def aendern(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, rahmen: Rahmen, ohne_ziel: tuple[str, ...]
) -> Aenderung | None:
    """Title, Ziele and Begründung: they are no part of the wording that is voted on. None if nothing changes."""
    empfehlung = find_empfehlung(bestand, kennung)
    he = empfehlung.kennung
    steps: list[Setzen] = []
    if rahmen.titel is not None:
        steps.append(Setzen("empfehlung", he, ("titel",), clean_zeile("--titel", rahmen.titel)))
    ziele = _change_ziele(bestand, empfehlung, rahmen.ziele, ohne_ziel)
    if ziele != list(empfehlung.ziele):
        steps.append(Setzen("empfehlung", he, ("ziele",), list(ziele) or None))
    if rahmen.begruendung is not None:
        steps.append(Setzen("empfehlung", he, ("begruendung",), clean_prosa("--begruendung", rahmen.begruendung)))
    if not (steps or rahmen.ziele or ohne_ziel):
        raise falsch("Es ist nicht angegeben, was sich ändert.", "Zum Beispiel: --titel, --ziel oder --begruendung")
    changed = tuple(s for s in steps if getattr(empfehlung, str(s.feld[0])) != s.wert)
    if not changed:
        return None
    return Aenderung("empfehlung-aendern", f"Angaben zur Empfehlung {he.upper()} geändert", gesetzt=changed)


def _find_ziele(bestand: Bestand, names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(find_ziel(bestand, name).kennung for name in names))


def _change_ziele(bestand: Bestand, empfehlung: Empfehlung, mit: tuple[str, ...], ohne: tuple[str, ...]) -> list[str]:
    gone = _find_ziele(bestand, ohne)
    strange = [ziel for ziel in gone if ziel not in empfehlung.ziele]
    if strange:
        known = ", ".join(empfehlung.ziele) or "keine"
        raise falsch(f"{empfehlung.kennung.upper()} nennt {strange[0]} nicht.", f"Genannt sind: {known}.")
    kept = [ziel for ziel in empfehlung.ziele if ziel not in gone]
    return list(dict.fromkeys([*kept, *_find_ziele(bestand, mit)]))


def _same_title(bestand: Bestand, titel: str) -> tuple[str, ...]:
    same = [e.kennung.upper() for e in bestand.empfehlungen.values() if e.titel.casefold() == titel.casefold()]
    return (f"Denselben Titel trägt schon {same[0]}.",) if same else ()


def _on_agenda(bestand: Bestand, he: str, nr: int) -> tuple[str, ...]:
    planned = planned_top(bestand, he)
    if planned is None:
        return ()
    where = planned[0].kennung
    return (f"Auf der Tagesordnung von {where.upper()} steht noch die Fassung davor, nicht Fassung {nr}.",)
