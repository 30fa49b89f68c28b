"""Waivers that run on by another Beschluss, and waivers that are not needed any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.ausnahme import Ausnahme, Ausnahmeende, Ausnahmeverlaengerung
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ausnahme
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.regeln.ausnahmen import list_gedeckt
from netzint.regeln.tage import day_after
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.beschlussbezug import Beschlossen, require_angenommen

GENANNT = 3
"""So many findings that come back are told one by one."""


def verlaengern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    ausnahme: str,
    bis: date,
    beschluss: str,
    grund: str | None = None,
) -> Aenderung:
    """A waiver lasts longer, by a Beschluss of its own. Raises NetzintFehler if it is ended, or lasts as long."""
    found = find_ausnahme(bestand, ausnahme)
    _check_laeuft(found)
    decided = require_angenommen(bestand, beschluss)
    _check_beschluss(found, decided)
    if bis <= found.frist:
        raise falsch(f"{found.kennung} gilt schon bis zum {datum(found.frist)}.", "Ein späteres --bis angeben.")
    if bis < max(decided.am, stichtag):
        raise ablehnen(f"Bis zum {datum(bis)} verlängert, wäre sie schon abgelaufen.", "Ein späteres --bis angeben.")
    values = {
        "bis": bis,
        "beschluss": decided.kennung,
        "grund": clean_prosa("--grund", grund) if grund is not None else None,
    }
    wert = to_klartext(require(Ausnahmeverlaengerung, values))
    gap = f"Zwischen dem {datum(found.frist)} und dem Beschluss am {datum(decided.am)} galt sie nicht."
    return Aenderung(
        "ausnahme-verlaengern",
        f"{found.kennung} von Regel {found.regel} bis {datum(bis)} verlängert",
        gesetzt=(Setzen("ausnahme", found.kennung, ("verlaengerungen", len(found.verlaengerungen)), wert),),
        beschluss=decided.kennung,
        hinweise=(gap,) if decided.am > found.frist else (),
        danach=((f"netzint ausnahme zeigen {found.kennung}", "die Ausnahme mit ihren Befunden ansehen"),),
    )


def _check_laeuft(ausnahme: Ausnahme) -> None:
    if ausnahme.beendet is not None:
        raise ablehnen(
            f"{ausnahme.kennung} ist zum {datum(ausnahme.ende)} beendet.",
            "Eine neue beschließen lassen und eintragen: netzint ausnahme neu",
        )


def _check_beschluss(ausnahme: Ausnahme, decided: Beschlossen) -> None:
    """A Beschluss grants one period; a wrong day in it is put right, not prolonged."""
    if decided.kennung in ausnahme.beschluesse:
        raise ablehnen(
            f"Auf {decided.kennung} beruht {ausnahme.kennung} schon; es braucht einen Beschluss über die Verlängerung.",
            f"Ist nur der Tag falsch eingetragen: netzint berichtigen {ausnahme.kennung}",
        )


def beenden(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    ausnahme: str,
    grund: str,
    zum: date | None = None,
    beschluss: str | None = None,
) -> Aenderung:
    """A waiver ends before its time, or has lapsed for good. It never ends in the past: what it covered stays so."""
    found = find_ausnahme(bestand, ausnahme)
    _check_laeuft(found)
    decided = require_angenommen(bestand, beschluss) if beschluss is not None else None
    last = min(stichtag, found.frist) if zum is None else zum
    if last > found.frist:
        raise falsch(
            f"{found.kennung} gilt nur bis zum {datum(found.frist)}.",
            "Ein früheres --zum angeben; länger gilt sie durch Beschluss: netzint ausnahme verlaengern",
        )
    if last < min(stichtag, found.frist):
        raise ablehnen(
            f"Rückwirkend zum {datum(last)} endet eine Ausnahme nicht; was sie gedeckt hat, bleibt gedeckt.",
            f"Ein --zum ab dem {datum(min(stichtag, found.frist))} angeben oder weglassen.",
        )
    values = {"zum": last, "beschluss": decided.kennung if decided else None, "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        "ausnahme-beenden",
        f"{found.kennung} von Regel {found.regel} endet zum {datum(last)}",
        gesetzt=(Setzen("ausnahme", found.kennung, ("beendet",), to_klartext(require(Ausnahmeende, values))),),
        beschluss=decided.kennung if decided else None,
        hinweise=tuple(_tell_return(bestand, found, last)),
        danach=(("netzint pruefen", "was ohne die Ausnahme zu tun ist"),),
    )


def _tell_return(bestand: Bestand, ausnahme: Ausnahme, last: date) -> Iterator[str]:
    """What the waiver has covered and what stands as a finding again from the next day on."""
    after = day_after(last)
    found = list_gedeckt(bestand, ausnahme, after)
    for breach in found[:GENANNT]:
        yield f"Ab dem {datum(after)} ist das wieder ein Befund ({ausnahme.regel}): {breach.text}."
    if len(found) > GENANNT:
        yield f"Ebenso {len(found) - GENANNT} weitere; alle zeigt: netzint ausnahme zeigen {ausnahme.kennung}"
