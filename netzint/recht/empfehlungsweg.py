"""What an Empfehlung needs next, and who has to act: its state in words, with the command that does it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.annahme import find_annahme, open_adressaten, passed_on
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import karenz_bis, next_wiedervorlage, stand_am
from netzint.recht.sitzungszeit import naechste_sitzung, sitzung_am
from netzint.recht.zustaende import BEZEICHNUNG, OFFEN, list_schritte

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netzint.modell.bestand import Bestand
    from netzint.modell.empfehlung import Empfehlung, Weiterleitung
    from netzint.modell.sitzung import Sitzung
    from netzint.modell.umlauf import Umlauf
    from netzint.recht.zustaende import Empfehlungsstand


class Fehlt(NamedTuple):
    """One thing that is missing: in words, who has to act (Kennung of a Gremium or Stelle), by when, and how."""

    text: str
    wer: str
    befehl: str
    bis: date | None = None


def stand_der_empfehlung(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Empfehlungsstand:
    """The state on a day."""
    return empfehlungsstand(empfehlung, bestand.entscheidungen.get(empfehlung.kennung, ()), tag)


def list_fehlendes(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> tuple[Fehlt, ...]:
    """What is missing next, as known on a day; nothing once it is settled everywhere."""
    stand = stand_der_empfehlung(bestand, empfehlung, tag)
    he = empfehlung.kennung
    if stand in ("erarbeitet", "zurueckverwiesen") and _is_verwaist(bestand, empfehlung, tag):
        text = "Die Arbeitsgruppe ist abgeschlossen; einen neuen Wortlaut reicht niemand mehr ein."
        return (Fehlt(text, GESCHAEFTSSTELLE, f"netzint empfehlung zurueckziehen {he}"),)
    if stand == "erarbeitet":
        text = f"Die Arbeitsgruppe reicht Fassung {empfehlung.fassungen[-1].nr} ein." if empfehlung.fassungen else ""
        return (
            Fehlt(text or "Die erste Fassung fehlt.", empfehlung.arbeitsgruppe, f"netzint empfehlung einreichen {he}"),
        )
    if stand == "zurueckverwiesen":
        text = "Die Arbeitsgruppe überarbeitet den Wortlaut und reicht eine neue Fassung ein."
        return (Fehlt(text, empfehlung.arbeitsgruppe, f"netzint empfehlung fassung {he}"),)
    if "abstimmen" in list_schritte(stand):
        return (_vote(bestand, empfehlung, tag),)
    waiting = sorted(_implementation(bestand, empfehlung, tag), key=lambda f: f.bis or date.max)
    return (*_forwarding(bestand, empfehlung, tag), *waiting)


def _is_verwaist(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> bool:
    """Whether the AG is closed for so long that nothing of it may be dated any more."""
    ag = bestand.arbeitsgruppen.get(empfehlung.arbeitsgruppe)
    fassung = bestand.fassung(ag.abschluss.am) if ag and ag.abschluss else None
    return bool(ag and ag.abschluss and fassung and tag > karenz_bis(ag.abschluss.am, fassung.arbeitsgruppen))


def next_sitzung(bestand: Bestand, tag: date) -> Sitzung | None:
    """The next planned Sitzung of the Strategiegruppe."""
    planned = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand in ("terminiert", "eingeladen"))
    return next((s for s in planned if s.datum >= tag), None)


def running_umlauf(bestand: Bestand, kennung: str, tag: date = date.max) -> Umlauf | None:
    """The Umlauf in which an Empfehlung is being voted on, on a day."""
    running = (u for u in bestand.umlaeufe.values() if u.versandt <= tag and not _has_ended(u, tag))
    return next(
        (u for u in running if isinstance(u.antrag, EmpfehlungAntrag) and kennung in u.antrag.empfehlungen), None
    )


def _has_ended(umlauf: Umlauf, tag: date) -> bool:
    ends = (umlauf.abschluss, umlauf.entfallen, *umlauf.widerspruch)
    return any(end is not None and end.am <= tag for end in ends)


def planned_top(bestand: Bestand, kennung: str, tag: date = date.max) -> tuple[Sitzung, str] | None:
    """The Sitzung, as it was on a day, and the TOP that is to vote on an Empfehlung, by its name or by its Vorlage.

    A Sitzung that has begun and is not closed counts, too, as long as nothing is decided on the TOP.
    """
    # most Sitzungen are long over: what they were like on the day need not be worked out
    left = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.abgeschlossen is None or s.abgeschlossen > tag)
    for sitzung in sorted((sitzung_am(s, tag) for s in left), key=_order):
        if sitzung.zustand in ("abgesagt", "entfallen") or sitzung.ist_abgeschlossen:
            continue
        for top in sitzung.tagesordnung:
            vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
            antrag = vorlage.antrag if vorlage else None
            named = isinstance(antrag, EmpfehlungAntrag) and kennung in antrag.empfehlungen
            if not (top.abgesetzt or top.beschluesse) and (top.kennung == kennung or named):
                return sitzung, top.kennung
    return None


def _order(sitzung: Sitzung) -> tuple[date, str]:
    return sitzung.datum, sitzung.kennung


def _vote(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Fehlt:
    he = empfehlung.kennung
    umlauf = running_umlauf(bestand, he, tag)
    if umlauf is not None:
        text = f"Die Strategiegruppe stimmt im Umlaufverfahren {umlauf.kennung.upper()} ab."
        return Fehlt(text, STRATEGIEGRUPPE, f"netzint umlauf zeigen {umlauf.kennung}", umlauf.frist)
    planned = planned_top(bestand, he, tag)
    if planned is not None:
        sitzung, top = planned
        text = f"Die Strategiegruppe stimmt in der Sitzung {sitzung.kennung.upper()} ab."
        return Fehlt(text, STRATEGIEGRUPPE, _lead_to_vote(sitzung, top, tag), sitzung.datum)
    text = "Die Geschäftsstelle setzt sie auf die Tagesordnung der nächsten Sitzung."
    sitzung_ = naechste_sitzung(bestand, tag)
    befehl = f"netzint sitzung fortschreiben {sitzung_.kennung}" if sitzung_ else "netzint sitzung neu"
    return Fehlt(text, GESCHAEFTSSTELLE, befehl, sitzung_.datum if sitzung_ else None)


def _lead_to_vote(sitzung: Sitzung, top: str, tag: date) -> str:
    """The command that leads to the vote: first the Sitzung has to be invited to, and to begin."""
    step = {"durchgefuehrt": f"abstimmen {sitzung.kennung} {top}", "eingeladen": f"beginnen {sitzung.kennung}"}
    if sitzung.datum > tag:
        return f"netzint sitzung zeigen {sitzung.kennung}"
    return f"netzint sitzung {step.get(sitzung.zustand, f'einladen {sitzung.kennung}')}"


def _forwarding(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Iterator[Fehlt]:
    annahme = find_annahme(bestand, empfehlung, tag)
    he = empfehlung.kennung
    if annahme is not None and annahme.siegelstand != "gilt" and empfehlung.entfallen is None:
        yield _seal(empfehlung, annahme.siegelstand, annahme.entscheidung.beschluss)
    if annahme is not None and open_adressaten(bestand, empfehlung, annahme, tag):
        stellen = [a.stelle for a in open_adressaten(bestand, empfehlung, annahme, tag)]
        names = aufzaehlung([_short_name(bestand, s, tag) for s in stellen])
        yield Fehlt(f"Weiterzuleiten an {names}.", GESCHAEFTSSTELLE, f"netzint empfehlung weiterleiten {he}")
    for stelle in passed_on(empfehlung, tag):
        befehl = f"netzint empfehlung weiterleiten {he} --stelle {stelle}"
        name = _short_name(bestand, stelle, tag)
        yield Fehlt(f"Abgegeben an {name}, dorthin aber nicht weitergeleitet.", GESCHAEFTSSTELLE, befehl)


def _seal(empfehlung: Empfehlung, siegelstand: str, beschluss: str) -> Fehlt:
    he = empfehlung.kennung
    if siegelstand == "fehlt":
        text = f"Der Beschluss {beschluss} hat kein Siegel; vorher wird nichts weitergeleitet."
        return Fehlt(text, GESCHAEFTSSTELLE, f"netzint empfehlung siegeln {he}")
    text = f"Der Wortlaut ist nicht mehr der beschlossene ({beschluss}); er muss wiederhergestellt werden."
    return Fehlt(text, GESCHAEFTSSTELLE, f"netzint verlauf {he}")


def _implementation(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Iterator[Fehlt]:
    for weiterleitung in empfehlung.weiterleitungen:
        if weiterleitung.am <= tag:
            yield from _at_stelle(bestand, empfehlung, weiterleitung, tag)


def hand_over(bestand: Bestand, empfehlung: str, stelle: str, tag: date) -> str:
    """The command that passes a matter on from a Stelle that has ended by that day; empty if it has not."""
    found = bestand.stellen.get(stelle)
    if found is None or found.bis is None or found.bis >= tag:
        return ""
    an = f" --an {found.nachfolge}" if found.nachfolge else ""
    return f"netzint empfehlung abgeben {empfehlung} --stelle {stelle}{an}"


def _at_stelle(bestand: Bestand, empfehlung: Empfehlung, weiterleitung: Weiterleitung, tag: date) -> Iterator[Fehlt]:
    fassung = bestand.fassung(weiterleitung.am)
    bis = next_wiedervorlage(weiterleitung, tag, fassung.fristen) if fassung else weiterleitung.antwort_bis
    stand, name = stand_am(weiterleitung, tag), _short_name(bestand, weiterleitung.stelle, tag)
    ziel = f"{empfehlung.kennung} --stelle {weiterleitung.stelle}"
    step = hand_over(bestand, empfehlung.kennung, weiterleitung.stelle, tag)
    if step and (stand is None or stand.status in OFFEN):
        yield Fehlt(f"{name} gibt es nicht mehr; die Sache braucht eine andere Stelle.", GESCHAEFTSSTELLE, step, bis)
    elif stand is None:
        text = f"Die erste Rückmeldung von {name} steht aus."
        yield Fehlt(text, weiterleitung.stelle, f"netzint empfehlung rueckmeldung {ziel}", bis)
    elif stand.status in ("umgesetzt", "nicht_aufgegriffen"):
        text = f"Bei {name} ({BEZEICHNUNG[stand.status]}) fehlt der Erledigungsvermerk."
        yield Fehlt(text, GESCHAEFTSSTELLE, f"netzint empfehlung erledigen {ziel}", bis)
    elif bis is not None:
        since = f"{BEZEICHNUNG[stand.status]} seit {datum(stand.am)}"
        text = f"Bei {name} ({since}) ist die Umsetzung wieder zu überprüfen."
        yield Fehlt(text, GESCHAEFTSSTELLE, f"netzint empfehlung ueberpruefen {ziel}", bis)


def _short_name(bestand: Bestand, kennung: str, tag: date) -> str:
    stelle = bestand.stellen.get(kennung)
    return (stelle.kurz or stelle.name_am(tag)) if stelle else kennung
