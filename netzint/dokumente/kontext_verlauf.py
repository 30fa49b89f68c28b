"""How a Sitzung went, for its Niederschrift: the Ladung, who came and left at which TOP, what was put right later."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.berichte.worte import tell_stimmen
from netzint.dokumente.kontext import find_recht, person
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Berichtigung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.fristen import judge_ladung, tage_dazwischen
from netzint.recht.zustaende import BEZEICHNUNG

_STIMMEN = ("ja", "nein", "enthaltung")


def tell_ladung(bestand: Bestand, sitzung: Sitzung) -> str:
    """Whether the Ladung was in order, by the Geschäftsordnung of the day; for an AG only when it was invited."""
    sent = sitzung.einladung
    if sent is None:
        return "Eine Einladung ist nicht vermerkt."
    days = anzahl(tage_dazwischen(sent.versandt, sitzung.datum), "Tag", "Tage")
    when = f"Eingeladen wurde am {datum(sent.versandt)}; dazwischen lagen {days}"
    recht = find_recht(bestand, sitzung)
    if recht is None:
        return f"{when}."
    soll, muss = (anzahl(n, "Tag", "Tage") for n in (recht.ladungsfrist.soll, recht.ladungsfrist.muss))
    short = f"Die Ladungsfrist von {anzahl(recht.ladungsfrist.soll, 'Tag', 'Tagen')} war verkürzt"
    missed = _not_invited(bestand, sitzung)
    judged = judge_ladung(sent.versandt, sitzung.datum, recht.ladungsfrist)
    start = {
        "gewahrt": f"Die Ladung {'war nicht vollständig' if missed else 'war ordnungsgemäß'}: {when} (Frist: {soll}).",
        "unter_soll": f"{short}: {when} (mindestens nötig: {muss}).",
        "unter_muss": f"Die Ladung war nicht fristgerecht: {when} (Frist: {soll}, mindestens nötig: {muss}).",
    }[judged]
    why = [f"Grund: {' '.join(sent.grund.split())}"] if sent.grund else []
    left_out = [f"Nicht eingeladen: {aufzaehlung([person(bestand, k) for k in missed])}."] if missed else []
    return " ".join((start, *why, *left_out))


def _not_invited(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    """Members of the day of dispatch whom no Einladung reached. Who came or was excused had heard of it."""
    sent = sitzung.einladung
    if sent is None or not sent.verteiler:
        return []
    reached = {*sent.verteiler, *sitzung.entschuldigt}
    reached.update(person for a in sitzung.anwesend for person in (a.mitglied, a.fuer) if person)
    taken = bestand.ordentliche(sitzung.datum).values()
    return [m.mitglied.kennung for m in taken if m.mandat.gilt_am(sent.versandt) and m.mitglied.kennung not in reached]


def tell_wechsel(bestand: Bestand, sitzung: Sitzung, nr: int) -> list[str]:
    """Who is not there yet at the first TOP that is dealt with, and who comes or leaves before a later one."""
    dealt = [n for n, top in enumerate(sitzung.tagesordnung) if not top.abgesetzt]
    if nr not in dealt:
        return []
    place = dealt.index(nr)
    gone = _absent(sitzung, sitzung.tagesordnung[nr])
    if place == 0:
        return [f"Noch nicht anwesend: {_name(bestand, gone)}."] if gone else []
    before = _absent(sitzung, sitzung.tagesordnung[dealt[place - 1]])
    came, left = [p for p in before if p not in gone], [p for p in gone if p not in before]
    told = ((came, ("kommt", "kommen"), " hinzu."), (left, ("verlässt", "verlassen"), " die Sitzung."))
    return [f"{_name(bestand, who)} {verb[len(who) > 1]}{rest}" for who, verb, rest in told if who]


def _absent(sitzung: Sitzung, top: Tagesordnungspunkt) -> list[str]:
    return [a.mitglied for a in sitzung.anwesend if top.kennung in a.nicht_bei]


def _name(bestand: Bestand, people: list[str]) -> str:
    return aufzaehlung([person(bestand, kennung) for kennung in people])


def tell_hinweise(bestand: Bestand, top: Tagesordnungspunkt) -> Iterator[str]:
    """What is special about a TOP: it came late, was moved, or is taken up again."""
    if top.tischvorlage:
        yield "Der Punkt wurde nach dem Versand der Einladung aufgenommen (Tischvorlage)."
    for moved in top.umgestellt:
        yield f"Der Punkt wurde umgestellt; eingeladen war er als TOP {moved.nummer}. {' '.join(moved.grund.split())}"
    if top.wiederaufnahme:
        day = bestand.tag_des_beschlusses(top.wiederaufnahme)
        yield f"Wiederaufgenommen aus der Sitzung am {datum(day)}." if day else "Wiederaufgenommen."


def tell_berichtigung(bestand: Bestand, sitzung: Sitzung, entry: Berichtigung) -> str:
    """What was put right after the minutes were written."""
    if isinstance(entry.statt, str):
        stood = entry.statt
    else:
        votes = tell_stimmen(*(_number(entry.statt.get(k)) for k in _STIMMEN))
        named = ((k, _word(bestand, v)) for k, v in entry.statt.items() if k not in _STIMMEN)
        rest = [text if key == entry.zu else f"{key.replace('_', ' ')}: {text}" for key, text in named]
        stood = ", ".join(filter(None, (votes, *rest)))
    day = bestand.tag_des_beschlusses(entry.beschluss) if entry.beschluss else None
    by = f", Beschluss vom {datum(day)}" if day else ""
    why = " ".join(entry.grund.split())
    numbered = [(top.nummer or str(nr), top) for nr, top in enumerate(sitzung.tagesordnung, 1)]
    tops = [nr for nr, top in numbered if entry.zu in (top.kennung, *(b.kennung for b in top.beschluesse))]
    what = f" zu TOP {tops[0]}" if tops else f" zu {entry.zu}" if entry.zu else ""
    return f"Berichtigt am {datum(entry.am)}{what}{by}: Zuvor stand „{stood or 'nichts'}“. Grund: {why}"


def _number(value: object) -> int | None:
    return int(str(value)) if str(value).isdecimal() else None


def _word(bestand: Bestand, value: object) -> str:
    """A value as people read it: somebody by name, a list as one reads it out."""
    if isinstance(value, list):
        return aufzaehlung([_word(bestand, item) for item in value])
    if isinstance(value, dict) and "mitglied" in value:
        fuer = f" in Vertretung für {person(bestand, str(value['fuer']))}" if value.get("fuer") else ""
        return f"{person(bestand, str(value['mitglied']))}{fuer}"
    if str(value) in bestand.mitglieder:
        return person(bestand, str(value))
    return BEZEICHNUNG.get(str(value), str(value)) if value is not None else "nichts"


def tell_entwurf(sitzung: Sitzung) -> str:
    """What a Niederschrift says of itself as long as it is not approved; nothing afterwards."""
    if sitzung.niederschrift and sitzung.niederschrift.genehmigt:
        return ""
    who = "die Strategiegruppe" if sitzung.gremium == STRATEGIEGRUPPE else "die Arbeitsgruppe"
    return f"Entwurf, noch nicht genehmigt. Über die Genehmigung beschließt {who}."
