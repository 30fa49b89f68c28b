"""Who is at a Sitzung and whether it can decide: seat by seat, in words."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Anwesend, Gast, Sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.sitzungszeit import sitzung_am
from netzint.recht.versand import tell_einladen
from netzint.regeln.beschlussfaehigkeit import tell_faehigkeit
from netzint.regeln.offene_tops import list_offene_tops

WORTE = {
    "anwesend": "da",
    "vertreten": "vertreten",
    "entschuldigt": "entschuldigt",
    "unentschuldigt": "nicht entschuldigt",
    "ohne_stimme": "da, ohne Stimme",
}
"""What people call the ways of being at a Sitzung, or not."""


def anwesenheit(bestand: Bestand, kennung: str, stichtag: date) -> Bericht:
    """One Sitzung on a day: who is there, who is represented, who is not, and whether there is a quorum."""
    sitzung = sitzung_am(find_sitzung(bestand, kennung), stichtag)
    rows = _list_sitze(bestand, sitzung) if sitzung.gremium == STRATEGIEGRUPPE else _list_ag(bestand, sitzung)
    spalten = (
        ("mitglied", "Mitglied"),
        ("name", "Name"),
        ("platz", "Sitz"),
        ("anwesenheit", "Anwesenheit"),
        ("vertretung", "vertreten durch"),
        ("nicht_bei", "nicht bei TOP"),
    )
    deputy = ("vertretung", "anwesenheit")
    tabelle = Tabelle(
        "anwesenheit", "Anwesenheit", spalten, rows, worte=WORTE, in_klammern=deputy, verborgen=("platz",)
    )
    gaeste = Tabelle(
        "gaeste",
        "Gäste",
        (("kennung", "Kennung"), ("name", "Woher"), ("funktion", "Funktion")),
        tuple(_gast(bestand, gast, sitzung.datum) for gast in sitzung.gaeste),
    )
    saetze = tuple(_saetze(bestand, sitzung))
    titel = f"Anwesenheit in der Sitzung {sitzung.kennung.upper()} am {datum(sitzung.datum)}"
    return Bericht("netzint.anwesenheit/1", titel, saetze, (tabelle, gaeste), _steps(bestand, sitzung, stichtag))


def _saetze(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    if not sitzung.anwesend:
        return ["Es ist noch nicht festgehalten, wer da ist."]
    chair = f"Leitung: {_name(bestand, sitzung.leitung)} ({sitzung.leitung})." if sitzung.leitung else ""
    missing = [_name(bestand, k) for k in _unexcused(bestand, sitzung)]
    away = f"Nicht entschuldigt: {', '.join(missing)}." if missing else ""
    return [text for text in (chair, *tell_faehigkeit(bestand, sitzung), away) if text]


def _unexcused(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    seen = {p for a in sitzung.anwesend for p in (a.mitglied, a.fuer) if p} | set(sitzung.entschuldigt)
    return [k for k in _members(bestand, sitzung) if k not in seen]


def _members(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    if sitzung.gremium == STRATEGIEGRUPPE:
        taken = bestand.ordentliche(sitzung.datum)
        return [taken[s.kennung].mitglied.kennung for s in bestand.sitze(sitzung.datum) if s.kennung in taken]
    return [m.mitglied.kennung for m in bestand.mandate_in(sitzung.gremium, sitzung.datum)]


def _list_sitze(bestand: Bestand, sitzung: Sitzung) -> tuple[tuple[Zelle, ...], ...]:
    """A row for each seat in the order of the Geschäftsordnung, then for those who are there without a vote."""
    taken = bestand.ordentliche(sitzung.datum)
    rows = [
        _row(bestand, sitzung, taken[sitz.kennung].mitglied.kennung, sitz.name)
        for sitz in bestand.sitze(sitzung.datum)
        if sitz.kennung in taken
    ]
    shown = {row[0] for row in rows}
    others = [a for a in sitzung.anwesend if a.fuer is None and a.mitglied not in shown]
    return (*rows, *(_other(bestand, sitzung, a) for a in others))


def _list_ag(bestand: Bestand, sitzung: Sitzung) -> tuple[tuple[Zelle, ...], ...]:
    rows = {m.mitglied.kennung: m.mandat.rolle for m in bestand.mandate_in(sitzung.gremium, sitzung.datum)}
    found = [_row(bestand, sitzung, kennung, rolle) for kennung, rolle in rows.items()]
    return (*found, *(_other(bestand, sitzung, a) for a in sitzung.anwesend if a.mitglied not in rows))


def _row(bestand: Bestand, sitzung: Sitzung, kennung: str, platz: str) -> tuple[Zelle, ...]:
    own = next((a for a in sitzung.anwesend if a.mitglied == kennung), None)
    deputy = next((a for a in sitzung.anwesend if a.fuer == kennung), None)
    if own is not None:
        how = "anwesend"
    elif deputy is not None:
        how = "vertreten"
    elif kennung in sitzung.entschuldigt:
        how = "entschuldigt"
    else:
        how = "unentschuldigt" if sitzung.anwesend else ""
    missed = (own or deputy).nicht_bei if own or deputy else ()  # type: ignore[union-attr]
    stands_in = deputy.mitglied if deputy else ""
    return (kennung, _name(bestand, kennung), platz, how, stands_in, _numbers(sitzung, missed))


def _other(bestand: Bestand, sitzung: Sitzung, entry: Anwesend) -> tuple[Zelle, ...]:
    missed = _numbers(sitzung, entry.nicht_bei)
    return (entry.mitglied, _name(bestand, entry.mitglied), "", "ohne_stimme", "", missed)


def _numbers(sitzung: Sitzung, missed: tuple[str, ...]) -> str:
    numbers = {top.kennung: top.nummer or str(nr) for nr, top in enumerate(sitzung.tagesordnung, 1)}
    ordered = [*(kennung for kennung in numbers if kennung in missed), *(k for k in missed if k not in numbers)]
    return ", ".join(numbers.get(kennung, kennung) for kennung in ordered)


def _gast(bestand: Bestand, gast: Gast, tag: date) -> tuple[Zelle, ...]:
    stelle = bestand.stellen.get(gast.stelle or "")
    name = _name(bestand, gast.mitglied) if gast.mitglied else stelle.name_am(tag) if stelle else gast.stelle
    return (gast.mitglied or gast.stelle or "", name or "", gast.funktion or "")


def _name(bestand: Bestand, kennung: str) -> str:
    person = bestand.mitglieder.get(kennung)
    return person.voller_name if person else kennung


def _steps(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> tuple[tuple[str, str], ...]:
    k = sitzung.kennung
    if sitzung.zustand == "terminiert" and sitzung.gremium == STRATEGIEGRUPPE:
        return ((tell_einladen(bestand, sitzung, stichtag), "zuerst einladen"),)
    if not sitzung.anwesend:
        held = sitzung.zustand in ("terminiert", "eingeladen")
        return ((f"netzint sitzung beginnen {k} --alle", "festhalten, wer da ist"),) if held else ()
    if sitzung.ist_abgeschlossen:
        return ()
    left = list_offene_tops(bestand, sitzung)
    if not left:
        return ((f"netzint sitzung abschliessen {k}", "ausführen, was beschlossen ist"),)
    number = sitzung.tagesordnung[left[0]].nummer or left[0] + 1
    why = f"{anzahl(len(left), 'Punkt wartet', 'Punkte warten')} auf ein Ergebnis"
    return ((f"netzint sitzung abstimmen {k} {number}", why),)
