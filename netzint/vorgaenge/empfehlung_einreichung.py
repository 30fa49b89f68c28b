"""Handing in, taking back, giving up a number, and adding a Siegel that was forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_empfehlung
from netzint.modell.sprache import datum
from netzint.recht.annahme import Annahme, find_annahme, list_entscheidungen, open_adressaten
from netzint.recht.empfehlungsweg import next_sitzung, planned_top, running_umlauf
from netzint.recht.siegel import siegel
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.empfehlung_schritt import check_ag, require_schritt, tell_moegliches
from netzint.vorgaenge.sitzung_stand import is_eingeladen


def einreichen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, am: date | None, stichtag: date
) -> Aenderung:
    """The AG has handed in the newest Fassung."""
    empfehlung = require_schritt(bestand, kennung, "einreichen", stichtag)
    he, newest = empfehlung.kennung, empfehlung.fassungen[-1]
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if newest.eingereicht is not None or _was_voted(bestand, empfehlung, newest.nr, stichtag):
        done = f"schon am {datum(newest.eingereicht)} eingereicht" if newest.eingereicht else "schon abgestimmt"
        text = f"Fassung {newest.nr} von {he.upper()} ist {done}."
        raise ablehnen(text, f"Einen neuen Wortlaut trägt ein: netzint empfehlung fassung {he}")
    if tag < newest.vom:
        text = f"Fassung {newest.nr} ist vom {datum(newest.vom)}; sie kann nicht am {datum(tag)} eingereicht sein."
        raise falsch(text, "Bei --am einen Tag danach angeben.")
    check_ag(bestand, bestand.arbeitsgruppen[empfehlung.arbeitsgruppe], tag, "Eine Einreichung")
    feld = ("fassungen", len(empfehlung.fassungen) - 1, "eingereicht")
    return Aenderung(
        "empfehlung-einreichen",
        f"Empfehlung {he.upper()}, Fassung {newest.nr}, eingereicht",
        gesetzt=(Setzen("empfehlung", he, feld, tag),),
        danach=_onto_agenda(bestand, stichtag),
    )


def _was_voted(bestand: Bestand, empfehlung: Empfehlung, nr: int, tag: date) -> bool:
    return any(e.fassung == nr and e.endgueltig for e in list_entscheidungen(bestand, empfehlung.kennung, tag))


def _onto_agenda(bestand: Bestand, tag: date) -> tuple[tuple[str, str], ...]:
    sitzung = next_sitzung(bestand, tag)
    if sitzung is None:
        return (("netzint sitzung neu", "die nächste Sitzung anlegen; die Empfehlung steht dann auf der Tagesordnung"),)
    return ((f"netzint sitzung fortschreiben {sitzung.kennung}", "auf die Tagesordnung der nächsten Sitzung nehmen"),)


def zurueckziehen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, grund: str, am: date | None, stichtag: date
) -> Aenderung:
    """The AG takes an Empfehlung back before the vote."""
    empfehlung = require_schritt(bestand, kennung, "zurueckziehen", stichtag)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    _check_after(bestand, empfehlung, tag, stichtag)
    he = empfehlung.kennung
    return Aenderung(
        "empfehlung-zurueckziehen",
        f"Empfehlung {he.upper()} zurückgezogen",
        gesetzt=(Setzen("empfehlung", he, ("zurueckgezogen",), {"am": tag, "grund": clean_prosa("--grund", grund)}),),
        danach=tuple(_danach_zurueckgezogen(bestand, he)),
    )


def _danach_zurueckgezogen(bestand: Bestand, he: str) -> Iterator[tuple[str, str]]:
    """Where the matter still waits for a vote."""
    planned, running = planned_top(bestand, he), running_umlauf(bestand, he)
    if planned:
        sitzung, top = planned
        why = f' --grund "{he.upper()} ist zurückgezogen"' if is_eingeladen(sitzung) else ""
        yield f"netzint sitzung top streichen {sitzung.kennung} {top}{why}", "sie steht noch auf der Tagesordnung"
    if running:
        yield f"netzint umlauf entfallen {running.kennung}", "sie ist noch im Umlauf"


def _check_after(bestand: Bestand, empfehlung: Empfehlung, tag: date, stichtag: date) -> None:
    """Not before any Fassung or its Einreichung, and not before the last vote that brought it back."""
    votes = list_entscheidungen(bestand, empfehlung.kennung, stichtag)
    done = [(v.am, f"{BEZEICHNUNG[v.ergebnis]} in {v.beschluss}") for v in votes]
    for fassung in empfehlung.fassungen:
        done.append((fassung.vom, f"Fassung {fassung.nr}"))
        done += [(fassung.eingereicht, f"Fassung {fassung.nr} eingereicht")] if fassung.eingereicht else []
    last, what = max(done)
    if tag < last:
        text = f"{empfehlung.kennung.upper()} kann nicht vor dem {datum(last)} zurückgezogen sein ({what})."
        raise falsch(text, "Bei --am einen Tag danach angeben.")


def entfallen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, grund: str, am: date | None, stichtag: date
) -> Aenderung:
    """The number was never needed: nothing was handed in under it. The file stays, so that the gap explains itself."""
    empfehlung = require_schritt(bestand, kennung, "entfallen", stichtag)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    he = empfehlung.kennung
    if any(f.eingereicht for f in empfehlung.fassungen) or list_entscheidungen(bestand, he, stichtag):
        text = f"{he.upper()} war schon eingereicht; die Nummer bleibt vergeben."
        raise ablehnen(text, f"Gemeint ist wohl: netzint empfehlung zurueckziehen {he}")
    return Aenderung(
        "empfehlung-entfallen",
        f"Nummer {he.upper()} entfallen",
        gesetzt=(Setzen("empfehlung", he, ("entfallen",), {"am": tag, "grund": clean_prosa("--grund", grund)}),),
    )


def siegeln(bestand: Bestand, _vergeben: Collection[str], *, kennung: str, stichtag: date) -> Aenderung:
    """Add the Siegel that a vote lacks. A Siegel that is there is never replaced: it is what tells of a change."""
    empfehlung = find_empfehlung(bestand, kennung)
    annahme, he = find_annahme(bestand, empfehlung, stichtag), empfehlung.kennung
    if annahme is None:
        text = f"Über {he.upper()} gibt es keinen annehmenden Beschluss, der ein Siegel bräuchte."
        raise ablehnen(text, tell_moegliches(bestand, empfehlung, stichtag))
    beschluss = annahme.entscheidung.beschluss
    if annahme.siegelstand != "fehlt":
        has = {
            "gilt": "hat ein Siegel, und es gilt",
            "passt_nicht": "hat ein Siegel, das zum heutigen Wortlaut nicht passt; ersetzt wird es nie",
            "ohne_fassung": "nennt eine Fassung, die es nicht gibt",
        }
        raise ablehnen(f"Der Beschluss {beschluss} {has[annahme.siegelstand]}.", f"Näheres: netzint verlauf {he}")
    return Aenderung(
        "empfehlung-siegeln",
        f"Siegel zum Beschluss {beschluss} nachgetragen",
        gesetzt=(_seal_step(bestand, beschluss),),
        beschluss=beschluss,
        hinweise=("Damit ist festgehalten, dass der heutige Wortlaut der beschlossene ist; bitte vorher vergleichen.",),
        danach=(_next_step(bestand, empfehlung, annahme, stichtag),),
    )


def _next_step(bestand: Bestand, empfehlung: Empfehlung, annahme: Annahme, tag: date) -> tuple[str, str]:
    if open_adressaten(bestand, empfehlung, annahme, tag):
        return f"netzint empfehlung weiterleiten {empfehlung.kennung}", "den beschlossenen Wortlaut weiterleiten"
    return f"netzint empfehlung zeigen {empfehlung.kennung}", "den beschlossenen Wortlaut ansehen"


def _seal_step(bestand: Bestand, beschluss: str) -> Setzen:
    """All Siegel of one vote: en bloc there is one for each Empfehlung."""
    entry, umlauf = bestand.beschluesse.get(beschluss), bestand.umlaufbeschluesse.get(beschluss)
    antrag = entry.beschluss.antrag if entry else umlauf.antrag if umlauf else None
    assert isinstance(antrag, EmpfehlungAntrag)  # noqa: S101 - for the type checker; it is how the vote was found
    seals = [_seal(bestand, he, antrag.vorgelegt[he], beschluss) for he in antrag.empfehlungen]
    if entry:
        feld = ("tagesordnung", entry.nr[0], "beschluesse", entry.nr[1], "siegel")
        return Setzen("sitzung", entry.sitzung.kennung, feld, seals)
    return Setzen("umlauf", beschluss.partition("/")[0], ("siegel",), seals)


def _seal(bestand: Bestand, he: str, nr: int, beschluss: str) -> str:
    empfehlung = bestand.empfehlungen.get(he)
    fassung = empfehlung.fassung(nr) if empfehlung else None
    if fassung is None:
        text = f"Der Beschluss {beschluss} nennt Fassung {nr} von {he.upper()}; die gibt es nicht."
        raise ablehnen(text, "Näheres: netzint pruefen")
    return siegel(fassung)
