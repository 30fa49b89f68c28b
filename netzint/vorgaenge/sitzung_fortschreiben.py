"""``sitzung fortschreiben``: what has come and gone is taken over into a Tagesordnung that is planned already."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.versand import tell_einladen
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.sitzung_abgleich import Abgleich, Paar, Wegfall, compare, needs_vorlage
from netzint.vorgaenge.sitzung_folgende import take_from_later
from netzint.vorgaenge.sitzung_punkte import (
    fixed_numbers,
    make_top,
    make_vorlagen,
    place_of_schluss,
    sub_nummer,
    tell_schreiben,
)
from netzint.vorgaenge.sitzung_stand import FESTE, is_eingeladen, require_sitzung, setze
from netzint.vorgaenge.tops import match_top
from netzint.vorgaenge.vorschlag import Vorschlag


class _Plan(NamedTuple):
    """What will be taken over, with the Beschlussvorlagen that it needs."""

    sitzung: Sitzung
    abgleich: Abgleich
    vorlagen: dict[str, Beschlussvorlage]
    stichtag: date


def fortschreiben(
    bestand: Bestand, vergeben: Collection[str], *, kennung: str, stichtag: date, ohne: Collection[str] = ()
) -> Aenderung | None:
    """Take over what has come and gone; None if nothing has. The TOPs named in ``ohne`` stay as they are.

    After the Einladung what has come is a Tischvorlage, and nothing vanishes.
    """
    sitzung = require_sitzung(bestand, kennung, "sie lässt sich nicht fortschreiben", ("terminiert", "eingeladen"))
    if sitzung.gremium != STRATEGIEGRUPPE:
        text = "Fortgeschrieben wird nur die Tagesordnung der Strategiegruppe; die einer AG stellt die AG auf."
        raise ablehnen(text, f"Einen Punkt aufnehmen: netzint sitzung top neu {sitzung.kennung}")
    if sitzung.datum < stichtag:
        name = sitzung.kennung.upper()
        text = f"Die Sitzung {name} war am {datum(sitzung.datum)}; was heute offen ist, stand dort nicht."
        raise ablehnen(text, f"Was dort stand, aufnehmen: netzint sitzung top neu {sitzung.kennung}")
    found = compare(bestand, sitzung, stichtag)
    abgleich = _leave_out(found, ohne)
    late = is_eingeladen(sitzung)
    if late:
        abgleich = abgleich._replace(erledigt=(), geaendert=())
    if not abgleich.anzahl:
        return None
    wanted = [*abgleich.dazu, *(p.vorschlag for p in abgleich.geaendert if needs_vorlage(bestand, p))]
    plan = _Plan(sitzung, abgleich, make_vorlagen(bestand, wanted, stichtag, vergeben), stichtag)
    k = sitzung.kennung
    taken, said = take_from_later(bestand, sitzung.datum, abgleich.dazu)
    return Aenderung(
        "sitzung-fortschreiben",
        f"Tagesordnung von {k.upper()} fortgeschrieben: {_count(abgleich, late=late)}",
        neu=tuple(plan.vorlagen.values()),
        gesetzt=(*_change(bestand, plan), *_remove(plan), *_add(plan), *_give_back(bestand, plan), *taken),
        hinweise=(*describe(abgleich), *said, *(_left(found) if late else ())),
        danach=(
            (f"netzint sitzung zeigen {k}", "die Tagesordnung ansehen"),
            _danach_dokumente(k)
            if late
            else (tell_einladen(bestand, sitzung, stichtag), "einladen, sobald die Einladung versandt ist"),
            *tell_schreiben(plan.vorlagen.values()),
        ),
    )


def list_erledigte(bestand: Bestand, kennung: str, stichtag: date) -> tuple[Wegfall, ...]:
    """What would be taken off a Tagesordnung that is not out yet; empty if nothing, or if it is out."""
    sitzung = find_sitzung(bestand, kennung)
    planned = sitzung.zustand == "terminiert" and sitzung.gremium == STRATEGIEGRUPPE and sitzung.datum >= stichtag
    return compare(bestand, sitzung, stichtag).erledigt if planned else ()


def _danach_dokumente(kennung: str) -> tuple[str, str]:
    return f"netzint dokument erzeugen {kennung}", "die Tischvorlagen erzeugen"


def _leave_out(abgleich: Abgleich, ohne: Collection[str]) -> Abgleich:
    tops: list[Vorschlag | Tagesordnungspunkt]
    tops = [*abgleich.dazu, *(w.top for w in abgleich.erledigt), *(p.top for p in abgleich.geaendert)]
    open_, names = [top.kennung for top in tops], set()
    for name in ohne:
        nr = match_top(name, open_, [top.titel for top in tops])
        if nr is None:
            hinweis = meinten_sie(name, open_, f"Weglassen kann man: {aufzaehlung(open_) or 'nichts'}.")
            raise falsch(f"Zu „{name}“ gibt es nichts zu übernehmen.", hinweis)
        names.add(open_[nr])
    return abgleich._replace(
        dazu=tuple(v for v in abgleich.dazu if v.kennung not in names),
        erledigt=tuple(w for w in abgleich.erledigt if w.top.kennung not in names),
        geaendert=tuple(p for p in abgleich.geaendert if p.top.kennung not in names),
    )


def _count(abgleich: Abgleich, *, late: bool) -> str:
    come, gone, new = len(abgleich.dazu), len(abgleich.erledigt), len(abgleich.geaendert)
    parts = [
        f"{anzahl(come, 'Punkt', 'Punkte')} {'als Tischvorlage' if late else 'dazu'}" if come else "",
        f"{gone} gestrichen" if gone else "",
        f"{new} auf neuem Stand" if new else "",
    ]
    return ", ".join(filter(None, parts))


def describe(abgleich: Abgleich) -> tuple[str, ...]:
    """What has come and gone, in sentences."""
    return (
        *(f"Dazu kommt: {v.titel} – {v.weil or 'offen'} ({v.kennung})." for v in abgleich.dazu),
        *(_describe_gone(w) for w in abgleich.erledigt),
        *(f"Auf neuem Stand: {p.top.titel} – {p.vorschlag.weil} ({p.top.kennung})." for p in abgleich.geaendert),
    )


def _describe_gone(wegfall: Wegfall) -> str:
    return f"Erledigt: {wegfall.top.titel} – {wegfall.grund} ({wegfall.top.kennung})."


def _left(found: Abgleich) -> tuple[str, ...]:
    """What stays on a Tagesordnung that is out, though it is settled."""
    return tuple(
        f"{_describe_gone(w)} Die Einladung ist versandt, darum bleibt der Punkt stehen; absetzen: "
        "netzint sitzung top streichen"
        for w in found.erledigt
    )


def _change(bestand: Bestand, plan: _Plan) -> list[Schritt]:
    steps: list[Schritt] = []
    for nr, top, vorschlag in plan.abgleich.geaendert:
        values: dict[str, Any] = {"weil": vorschlag.weil or None} if top.weil is not None else {}
        if vorschlag.sammelt:
            values["bezug"] = list(vorschlag.bezug)
        if needs_vorlage(bestand, Paar(nr, top, vorschlag)):
            values["vorlage"] = vorschlag.vorlage or plan.vorlagen[vorschlag.kennung].kennung
        old = {"weil": top.weil, "bezug": list(top.bezug), "vorlage": top.vorlage}
        steps += [setze(plan.sitzung, "tagesordnung", nr, k, wert=v) for k, v in values.items() if v != old[k]]
    return steps


def _remove(plan: _Plan) -> list[Schritt]:
    gone = sorted((w.nr for w in plan.abgleich.erledigt), reverse=True)
    return [setze(plan.sitzung, "tagesordnung", nr, wert=None) for nr in gone]


def _add(plan: _Plan) -> list[Schritt]:
    """Each new TOP behind the one that the computed order has before it, and never behind the fixed last items."""
    gone = {w.nr for w in plan.abgleich.erledigt}
    numbers = [n for nr, n in enumerate(fixed_numbers(plan.sitzung)) if nr not in gone]
    order = [top.kennung for nr, top in enumerate(plan.sitzung.tagesordnung) if nr not in gone]
    own = {p.vorschlag.kennung: p.top.kennung for p in plan.abgleich.paare}
    steps: list[Schritt] = []
    for vorschlag in plan.abgleich.dazu:
        platz = _place(vorschlag, plan.abgleich.vorschlaege, order, own)
        paper = plan.vorlagen.get(vorschlag.kennung)
        extra: dict[str, Any] = {}
        if is_eingeladen(plan.sitzung):
            if order[platz - 1] in FESTE:  # 2.1 would look like a part of „Genehmigung der Tagesordnung“
                platz = place_of_schluss(order)
            platz, extra["nummer"] = sub_nummer(numbers, platz)
            extra["tischvorlage"] = True
        wert = make_top(vorschlag, paper.kennung if paper else None, **extra)
        steps.append(Einfuegen("sitzung", plan.sitzung.kennung, ("tagesordnung", platz), wert))
        order.insert(platz, vorschlag.kennung)
        numbers.insert(platz, extra.get("nummer", ""))
    return steps


def _place(vorschlag: Vorschlag, proposed: tuple[Vorschlag, ...], order: list[str], own: dict[str, str]) -> int:
    before = [v.kennung for v in proposed[: proposed.index(vorschlag)]]
    known = [order.index(k) for v in reversed(before) if (k := own.get(v, v)) in order]
    return min(known[0] + 1 if known else len(order), place_of_schluss(order))


def _give_back(bestand: Bestand, plan: _Plan) -> list[Schritt]:
    """Prepared Vorlagen of TOPs that went, or whose wording is a new one: their numbers are used by nothing else."""
    new = {p.top.vorlage for p in plan.abgleich.geaendert if needs_vorlage(bestand, p)}
    dropped = {w.top.vorlage for w in plan.abgleich.erledigt} | new
    used = {t.vorlage for s in bestand.sitzungen.values() if s != plan.sitzung for t in s.tagesordnung}
    used |= {u.vorlage for u in bestand.umlaeufe.values()}
    steps: list[Schritt] = []
    for kennung in sorted(v for v in dropped - used if v is not None):
        vorlage = bestand.beschlussvorlagen.get(kennung)
        if vorlage is not None and vorlage.entfallen is None:
            grund = f"Der Punkt steht nicht mehr auf der Tagesordnung von {plan.sitzung.kennung.upper()}.\n"
            if kennung in new:
                grund = "Es gibt eine neue Vorlage zu einer neueren Fassung.\n"
            wert = {"am": plan.stichtag, "grund": grund}
            steps.append(Setzen("beschlussvorlage", kennung, ("entfallen",), wert))
    return steps
