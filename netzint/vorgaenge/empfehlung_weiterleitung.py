"""Forwarding an accepted Empfehlung to the betroffene Stellen: only the wording that the Siegel still fits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_stelle
from netzint.modell.klartext import Klartext
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.annahme import find_annahme, open_adressaten, passed_on
from netzint.recht.fristen import antwort_bis as compute_antwort_bis
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.empfehlung_schritt import require_schritt, tell_moegliches
from netzint.vorgaenge.empfehlung_siegel import require_annahme


def weiterleiten(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    stellen: tuple[str, ...],
    am: date | None,
    antwort_bis: date | None,
    stichtag: date,
) -> Aenderung:
    """Forward to the named Stellen, or to all that are still open."""
    empfehlung = require_schritt(bestand, kennung, "weiterleiten", stichtag)
    vote, he = require_annahme(bestand, empfehlung, stichtag), empfehlung.kennung
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if tag < vote.am:
        text = f"{he.upper()} ist erst seit dem {datum(vote.am)} angenommen ({vote.beschluss})."
        raise falsch(text, "Bei --am den Tag der Weiterleitung angeben.")
    chosen = _choose(bestand, empfehlung, stellen, stichtag)
    bis = _answer_day(bestand, tag, antwort_bis)
    steps = [append_weiterleitung(empfehlung, n, stelle, tag, bis.stored) for n, stelle in enumerate(chosen)]
    to = chosen[0] if len(chosen) == 1 else anzahl(len(chosen), "Stelle", "Stellen")
    return Aenderung(
        "empfehlung-weiterleiten",
        f"Empfehlung {he.upper()} an {to} weitergeleitet",
        gesetzt=tuple(steps),
        beschluss=vote.beschluss,
        hinweise=(f"Erste Rückmeldung erbeten bis {datum(bis.day)} ({bis.why}).",),
        danach=(
            (f"netzint mail {he}", "die E-Mails an die Stellen entwerfen"),
            (f"netzint empfehlung rueckmeldung {he} --stelle {chosen[0]}", "wenn die Stelle geantwortet hat"),
            (f"netzint beschlusskontrolle --empfehlung {he}", "den Stand bei allen Stellen ansehen"),
        ),
    )


def append_weiterleitung(empfehlung: Empfehlung, nr: int, stelle: str, am: date, antwort_bis: date | None) -> Setzen:
    """The step that adds a Weiterleitung behind the others; the ``nr``-th of this Vorgang."""
    wert: dict[str, Klartext] = {"stelle": stelle, "am": am}
    if antwort_bis is not None:
        wert["antwort_bis"] = antwort_bis
    return Setzen("empfehlung", empfehlung.kennung, ("weiterleitungen", len(empfehlung.weiterleitungen) + nr), wert)


class _Antwort(NamedTuple):
    day: date
    stored: date | None
    why: str


def _answer_day(bestand: Bestand, tag: date, given: date | None) -> _Antwort:
    """When the first reply is due; stored only if it is not what the Geschäftsordnung says."""
    fassung = bestand.fassung(tag)
    usual = compute_antwort_bis(tag, fassung.fristen) if fassung else None
    if given is None and usual is not None and fassung is not None:
        return _Antwort(usual, None, f"{fassung.fristen.rueckmeldung} Tage nach der Geschäftsordnung")
    if given is None:
        raise falsch("Ohne Geschäftsordnung ist die Frist zur Rückmeldung nicht bekannt.", "Angeben mit --antwort-bis")
    if given < tag:
        text = f"Die Rückmeldung kann nicht bis zum {datum(given)} erbeten sein, vor der Weiterleitung."
        raise falsch(text, "Bei --antwort-bis einen Tag danach angeben.")
    return _Antwort(given, None if given == usual else given, "so angegeben")


def _choose(bestand: Bestand, empfehlung: Empfehlung, names: tuple[str, ...], tag: date) -> tuple[str, ...]:
    """The Stellen to forward to: the named ones, each checked, or all that are open."""
    annahme = find_annahme(bestand, empfehlung, tag)
    open_ = open_adressaten(bestand, empfehlung, annahme, tag) if annahme else ()
    waiting = [*(a.stelle for a in open_), *passed_on(empfehlung, tag)]
    if not names:
        if waiting:
            return tuple(_existing(bestand, stelle, tag) for stelle in dict.fromkeys(waiting))
        text = f"{empfehlung.kennung.upper()} ist schon an alle Adressaten weitergeleitet."
        raise ablehnen(text, tell_moegliches(bestand, empfehlung, tag))
    allowed = [*waiting, *(n for s in waiting if (n := bestand.stellen[s].nachfolge))]
    found = dict.fromkeys(find_stelle(bestand, name).kennung for name in names)
    for stelle in found:
        _check_stelle(empfehlung, stelle, allowed)
    return tuple(_existing(bestand, stelle, tag) for stelle in found)


def _check_stelle(empfehlung: Empfehlung, stelle: str, allowed: list[str]) -> None:
    he = empfehlung.kennung.upper()
    done = next((w for w in empfehlung.weiterleitungen if w.stelle == stelle), None)
    if done is not None:
        raise ablehnen(
            f"{he} ist schon am {datum(done.am)} an {stelle} weitergeleitet.", f"Offen ist: {_name(allowed)}."
        )
    if stelle not in allowed:
        text = f"{stelle} ist kein Adressat des beschlossenen Wortlauts von {he}."
        raise ablehnen(text, f"Offen ist: {_name(allowed)}. Andere Adressaten braucht eine neue Empfehlung.")


def _name(stellen: list[str]) -> str:
    return aufzaehlung(stellen) or "keine Stelle"


def _existing(bestand: Bestand, kennung: str, tag: date) -> str:
    stelle = bestand.stellen[kennung]
    if stelle.bis is not None and stelle.bis < tag:
        weiter = f"Ihre Nachfolge: --stelle {stelle.nachfolge}" if stelle.nachfolge else "Mit --stelle andere nennen."
        raise ablehnen(f"Die Stelle {kennung} gibt es seit dem {datum(stelle.bis)} nicht mehr.", weiter)
    return kennung
