"""What stands at each place of the thread: kind, words, day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.spur_faden import Punkt
from netzint.berichte.worte import art_of, name_of, short, tell_antrag, tell_stimmen
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Umsetzungsstand, Weiterleitung
from netzint.recht.empfehlungsweg import stand_der_empfehlung
from netzint.recht.sitzungszeit import termin_am, zustand_am
from netzint.recht.zustaende import BEZEICHNUNG, agstand


class Worte(NamedTuple):
    """How a place is told."""

    art: str
    text: str
    am: date | None
    kennung: str


def describe(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    """What stands at a place, as known on a day."""
    tell = _WORTE.get(punkt.art)
    if tell is not None:
        return tell(bestand, punkt, tag)
    entry = bestand.eintraege[punkt.kennung]
    day = next((d for feld in ("datum", "vom", "versandt") if isinstance(d := getattr(entry, feld, None), date)), None)
    return Worte(art_of(entry), name_of(bestand, entry), day, punkt.kennung)


def _bedarf(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    bedarf = bestand.bedarfe[punkt.kennung]
    done = bedarf.erledigt
    end = f" – {done.art.replace('_', ' ')}" if done and done.am <= tag else ""
    by = stelle_kurz(bestand, bedarf.gemeldet.von, tag)
    return Worte("Bedarf", f"{bedarf.titel}, gemeldet von {by}{end}", bedarf.gemeldet.am, punkt.kennung)


def _thema(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    thema = bestand.themen[punkt.kennung]
    focus = " – Themenschwerpunkt" if thema.schwerpunkt and thema.schwerpunkt.ab <= tag else ""
    return Worte("Thema", f"{thema.titel}{focus}", thema.aufgenommen, punkt.kennung)


def _ziel(bestand: Bestand, punkt: Punkt, _tag: date) -> Worte:
    ziel = bestand.ziele[punkt.kennung]
    return Worte("Ziel", ziel.titel, ziel.ab, punkt.kennung)


def _ag(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    ag = bestand.arbeitsgruppen[punkt.kennung]
    return Worte("Arbeitsgruppe", f"{ag.name} – {BEZEICHNUNG[agstand(ag, tag)]}", ag.mandat.von, punkt.kennung)


def _empfehlung(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    empfehlung = bestand.empfehlungen[punkt.kennung]
    stand = BEZEICHNUNG[stand_der_empfehlung(bestand, empfehlung, tag)]
    first = min((f.vom for f in empfehlung.fassungen), default=None)
    return Worte("Empfehlung", f"{empfehlung.titel} – {stand}", first, punkt.kennung)


def _sitzung(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    sitzung = bestand.sitzungen[punkt.kennung]
    top = next((t for t in sitzung.tagesordnung if t.kennung == punkt.teil), None)
    where = f", TOP {top.nummer or sitzung.tagesordnung.index(top) + 1}" if top else ""
    text = f"{name_of(bestand, sitzung)}{where} – {BEZEICHNUNG[zustand_am(sitzung, tag)]}"
    return Worte("Sitzung", text, termin_am(sitzung, tag), punkt.kennung)


def _beschluss(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    entry, umlauf = bestand.beschluesse.get(punkt.kennung), bestand.umlaufbeschluesse.get(punkt.kennung)
    if entry is not None:
        b = entry.beschluss
        votes = tell_stimmen(b.ja, b.nein, b.enthaltung)
        text = f"{tell_antrag(b.antrag)} – {BEZEICHNUNG[b.ergebnis]}{f' ({votes})' if votes else ''}"
        return Worte("Beschluss", text, entry.sitzung.datum, punkt.kennung)
    if umlauf is None:
        return Worte("Beschluss", "nicht erfasst", None, punkt.kennung)
    end = umlauf.abschluss if umlauf.abschluss and umlauf.abschluss.am <= tag else None
    result = BEZEICHNUNG.get(end.ergebnis, end.ergebnis) if end else "läuft"
    day = end.am if end else umlauf.versandt
    return Worte("Umlauf", f"{tell_antrag(umlauf.antrag)} – {result}", day, punkt.kennung)


def _find(bestand: Bestand, punkt: Punkt) -> Weiterleitung:
    return next(w for w in bestand.empfehlungen[punkt.kennung].weiterleitungen if w.stelle == punkt.teil)


def _sitz(bestand: Bestand, punkt: Punkt, _tag: date) -> Worte:
    return Worte("Sitz", bestand.alle_sitze[punkt.kennung].name, None, punkt.kennung)


def _weiterleitung(bestand: Bestand, punkt: Punkt, tag: date) -> Worte:
    weiterleitung = _find(bestand, punkt)
    text = f"{punkt.kennung.upper()} an {stelle_kurz(bestand, punkt.teil, tag)}"
    return Worte("Weiterleitung", text, weiterleitung.am, punkt.teil)


def _stand(bestand: Bestand, punkt: Punkt, _tag: date) -> Worte:
    stand = _find(bestand, punkt).stand[punkt.nr]
    art = "Erledigung" if stand.status == "erledigt" else "Rückmeldung" if punkt.nr == 0 else "Umsetzung"
    return Worte(art, _tell_stand(stand), stand.am, "")


def _tell_stand(stand: Umsetzungsstand) -> str:
    parts = [BEZEICHNUNG[stand.status]]
    parts += [f"an {stand.an}"] if stand.an else []
    parts += [stand.wer] if stand.wer else []
    parts += [f"bis {stand.bis:%d.%m.%Y}"] if stand.bis else []
    parts += [short(text) for text in (stand.vermerk, stand.grund) if text]
    return "; ".join(parts)


_WORTE: Mapping[str, Callable[[Bestand, Punkt, date], Worte]] = {
    "bedarf": _bedarf,
    "thema": _thema,
    "ziel": _ziel,
    "arbeitsgruppe": _ag,
    "empfehlung": _empfehlung,
    "sitzung": _sitzung,
    "beschluss": _beschluss,
    "weiterleitung": _weiterleitung,
    "stand": _stand,
    "sitz": _sitz,
}
