"""One report of a Stelle, or one check: what is typed, to which Weiterleitung it belongs, and whether it may follow."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Umsetzungsstand, Weiterleitung
from netzint.modell.finden import find_empfehlung, find_stelle
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.fristen import next_wiedervorlage, stand_am
from netzint.recht.zustaende import BEZEICHNUNG, OFFEN, UMSETZUNG, anfang, is_erlaubt
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.empfehlung_schritt import tell_moegliches


class Meldung(NamedTuple):
    """What was typed of a report or a check; what is None is not said."""

    stelle: str | None = None
    am: date | None = None
    wer: str | None = None
    bis: date | None = None
    wiedervorlage: date | None = None
    grund: str | None = None
    vermerk: str | None = None
    link: str | None = None
    betrag_eur: int | None = None
    nachweis_am: date | None = None


class An(NamedTuple):
    """The Weiterleitung that an act is about."""

    empfehlung: Empfehlung
    nr: int
    weiterleitung: Weiterleitung

    @property
    def name(self) -> str:
        return f"{self.empfehlung.kennung.upper()} bei {self.weiterleitung.stelle}"


def find_weiterleitung(bestand: Bestand, kennung: str, name: str | None, tag: date) -> An:
    """The Weiterleitung to a Stelle; without a name the only one that is not closed."""
    empfehlung = find_empfehlung(bestand, kennung)
    sent = [(nr, w) for nr, w in enumerate(empfehlung.weiterleitungen) if w.am <= tag]
    if not sent:
        text = f"{empfehlung.kennung.upper()} ist noch an keine Stelle weitergeleitet."
        raise ablehnen(text, tell_moegliches(bestand, empfehlung, tag))
    known = aufzaehlung([w.stelle for _, w in sent])
    if name is None:
        running = [(nr, w) for nr, w in sent if UMSETZUNG[status_of(w, tag)]]
        if len(running) != 1:
            raise falsch("Es ist nicht angegeben, um welche Stelle es geht.", f"Mit --stelle angeben: {known}.")
        return An(empfehlung, *running[0])
    stelle = find_stelle(bestand, name).kennung
    for nr, weiterleitung in sent:
        if weiterleitung.stelle == stelle:
            return An(empfehlung, nr, weiterleitung)
    raise ablehnen(
        f"{empfehlung.kennung.upper()} ist nicht an {stelle} weitergeleitet.", f"Weitergeleitet ist an: {known}."
    )


def status_of(weiterleitung: Weiterleitung, tag: date) -> str:
    stand = stand_am(weiterleitung, tag)
    return stand.status if stand else anfang(UMSETZUNG)


def record(
    bestand: Bestand,
    bei: An,
    vorgang: str,
    wort: str,
    status: str,
    meldung: Meldung,
    stichtag: date,
    **mehr: str,
) -> Aenderung:
    tag = check_nicht_kuenftig("--am", meldung.am or stichtag, stichtag)
    _check_step(bei, status, stichtag)
    _check_days(bei, tag, meldung)
    values = {**_kept(bei.weiterleitung, status, stichtag), **_values(meldung), **mehr}
    stand = require(Umsetzungsstand, {"am": tag, "status": status, **values})
    feld = ("weiterleitungen", bei.nr, "stand", len(bei.weiterleitung.stand))
    he = bei.empfehlung.kennung
    return Aenderung(
        vorgang,
        f"{wort} {bei.name}: {BEZEICHNUNG[status]}",
        gesetzt=(Setzen("empfehlung", he, feld, to_klartext(stand)),),
        hinweise=_tell_next(bestand, bei.weiterleitung, stand),
        danach=_next_steps(bei, status),
    )


def _check_step(an: An, status: str, stichtag: date) -> None:
    """Ask the table; a refusal names the state and the ways on."""
    before = status_of(an.weiterleitung, stichtag)
    if is_erlaubt(UMSETZUNG, before, status):
        return
    row = [BEZEICHNUNG[s] for s in UMSETZUNG if is_erlaubt(UMSETZUNG, before, s)]
    text = f"{an.name} ist „{BEZEICHNUNG[before]}“; darauf kann nicht „{BEZEICHNUNG[status]}“ folgen."
    if row:
        raise ablehnen(text, f"Möglich ist: {aufzaehlung(row)}.")
    raise ablehnen(
        text, f"War das ein Irrtum, zeigt netzint verlauf {an.empfehlung.kennung} den Vorgang zum Zurücknehmen."
    )


def _check_days(an: An, tag: date, meldung: Meldung) -> None:
    last = max([an.weiterleitung.am, *(stand.am for stand in an.weiterleitung.stand)])
    if tag < last:
        what = "Der letzte Stand" if an.weiterleitung.stand else "Die Weiterleitung"
        raise falsch(
            f"{what} ist vom {datum(last)}; der neue kann nicht vom {datum(tag)} sein.", "Den Tag bei --am prüfen."
        )
    for option, day in (("--wiedervorlage", meldung.wiedervorlage), ("--bis", meldung.bis)):
        if day is not None and day < tag:
            raise falsch(f"Der {datum(day)} ({option}) liegt vor dem Stand vom {datum(tag)}.", "Das Jahr prüfen.")
    if meldung.nachweis_am is not None and meldung.nachweis_am > tag:
        text = f"Der Nachweis vom {datum(meldung.nachweis_am)} liegt nach dem Stand vom {datum(tag)}."
        raise falsch(text, "Den Tag bei --nachweis-am prüfen.")


def _kept(weiterleitung: Weiterleitung, status: str, tag: date) -> dict[str, Any]:
    """Who does it and until when still hold as long as it is under way and nobody says otherwise."""
    before = stand_am(weiterleitung, tag)
    if before is None or status not in OFFEN or before.status not in OFFEN:
        return {}
    return {"wer": before.wer, "bis": before.bis}


def _values(meldung: Meldung) -> dict[str, Any]:
    """What was typed, without what was not."""
    proof = {"link": meldung.link, "betrag_eur": meldung.betrag_eur, "am": meldung.nachweis_am}
    found: dict[str, Any] = {
        "wer": clean_zeile("--wer", meldung.wer) if meldung.wer else None,
        "bis": meldung.bis,
        "wiedervorlage": meldung.wiedervorlage,
        "grund": clean_prosa("--grund", meldung.grund) if meldung.grund else None,
        "vermerk": clean_prosa("--vermerk", meldung.vermerk) if meldung.vermerk else None,
        "nachweis": proof if any(value is not None for value in proof.values()) else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _tell_next(bestand: Bestand, weiterleitung: Weiterleitung, stand: Umsetzungsstand) -> tuple[str, ...]:
    """When it is asked about again, by the Geschäftsordnung if nobody said so."""
    fassung = bestand.fassung(weiterleitung.am)
    after = weiterleitung.model_copy(update={"stand": (*weiterleitung.stand, stand)})
    due = next_wiedervorlage(after, stand.am, fassung.fristen) if fassung else stand.wiedervorlage
    return (f"Nächste Wiedervorlage: {datum(due)}.",) if due else ()


def _next_steps(an: An, status: str) -> tuple[tuple[str, str], ...]:
    ziel = f"{an.empfehlung.kennung} --stelle {an.weiterleitung.stelle}"
    see = (f"netzint empfehlung zeigen {an.empfehlung.kennung}", "das ganze Leben der Empfehlung ansehen")
    if status in ("umgesetzt", "nicht_aufgegriffen"):
        return ((f"netzint empfehlung erledigen {ziel}", "mit einem Erledigungsvermerk abschließen"), see)
    if status in ("erledigt", "abgegeben"):
        return (see,)
    return ((f"netzint empfehlung umsetzung {ziel}", "wenn die Stelle weiter ist"), see)
