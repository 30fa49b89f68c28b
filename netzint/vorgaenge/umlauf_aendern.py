"""A running Umlauf that goes on otherwise than planned: longer, with somebody befangen, or not at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_mitglied
from netzint.modell.sprache import anzahl, datum
from netzint.modell.umlauf import Umlauf
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.inzwischen import is_gegenstandslos
from netzint.vorgaenge.umlauf_antworten import list_fehlende, require_laufend, take_to_sitzung


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    stichtag: date,
    titel: str | None = None,
    frist: date | None = None,
    befangen: Collection[str] = (),
) -> Aenderung | None:
    """More time, another title, or somebody who turned out to be befangen. None if all of it is so already."""
    umlauf = require_laufend(bestand, kennung)
    if titel is None and frist is None and not befangen:
        raise falsch("Es fehlt, was sich ändern soll.", "Angeben: --frist, --titel oder --befangen.")
    steps: list[Schritt] = []
    if titel is not None and (line := clean_zeile("--titel", titel)) != umlauf.titel:
        steps.append(Setzen("umlauf", umlauf.kennung, ("titel",), line))
    if frist is not None and frist != umlauf.frist:
        _check_laenger(umlauf, frist, stichtag)
        steps.append(Setzen("umlauf", umlauf.kennung, ("frist",), frist))
    for nr, person in enumerate(_neue_befangene(bestand, umlauf, befangen), len(umlauf.befangen)):
        steps.append(Setzen("umlauf", umlauf.kennung, ("befangen", nr), person))
    if not steps:
        return None
    what = ", ".join(dict.fromkeys(str(step.feld[0]) for step in steps))
    return Aenderung(
        "umlauf-aendern",
        f"Umlaufverfahren {umlauf.kennung.upper()} geändert ({what})",
        gesetzt=tuple(steps),
        hinweise=("Bitte allen Gefragten mitteilen.",) if frist is not None else (),
        danach=((f"netzint umlauf zeigen {umlauf.kennung}", "den Stand ansehen"),),
    )


def _check_laenger(umlauf: Umlauf, frist: date, stichtag: date) -> None:
    """The period may grow while it runs; it never shrinks, because those who are asked rely on it."""
    name = umlauf.kennung.upper()
    if frist < umlauf.frist:
        raise ablehnen(
            f"Die Frist von {name} läuft bis zum {datum(umlauf.frist)}; kürzer wird sie nicht.",
            f"Haben alle geantwortet, geht es früher zu Ende: netzint umlauf abschliessen {umlauf.kennung}",
        )
    if stichtag > umlauf.frist:
        raise ablehnen(
            f"Die Frist von {name} ist am {datum(umlauf.frist)} abgelaufen; verlängern ließ sie sich bis dahin.",
            f"Auszählen: netzint umlauf abschliessen {umlauf.kennung}",
        )


def _neue_befangene(bestand: Bestand, umlauf: Umlauf, texts: Collection[str]) -> list[str]:
    found = dict.fromkeys(find_mitglied(bestand, text).kennung for text in texts)
    for person in found:
        if any(s.mitglied == person for s in umlauf.stimmen):
            raise ablehnen(
                f"{person} hat zu {umlauf.kennung.upper()} schon abgestimmt.",
                f"War die Stimme ein Versehen: netzint berichtigen {umlauf.kennung}",
            )
        if person not in umlauf.befangen and person not in list_fehlende(bestand, umlauf):
            raise ablehnen(
                f"{person} ist zu {umlauf.kennung.upper()} nicht gefragt und kann darin nicht befangen sein.",
                f"Wer gefragt ist, zeigt: netzint umlauf zeigen {umlauf.kennung}",
            )
    return [person for person in found if person not in umlauf.befangen]


def entfallen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    grund: str,
    stichtag: date,
    am: date | None = None,
) -> Aenderung:
    """Give up an Umlauf before it is counted. Its number stays used; what is still open comes onto a Tagesordnung."""
    umlauf = require_laufend(bestand, kennung)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    last = max([umlauf.versandt, *(s.am for s in umlauf.stimmen)])
    if tag < last:
        what = "versandt" if last == umlauf.versandt else "zuletzt beantwortet"
        text = f"{umlauf.kennung.upper()} ist am {datum(last)} {what} und kann nicht vorher entfallen sein."
        raise falsch(text, "Bei --am diesen oder einen späteren Tag angeben.")
    wert = {"am": tag, "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        "umlauf-entfallen",
        f"Umlaufverfahren {umlauf.kennung.upper()} aufgegeben",
        gesetzt=(Setzen("umlauf", umlauf.kennung, ("entfallen",), wert),),
        hinweise=(*_tell_stimmen(umlauf), _tell_sache(bestand, umlauf)),
        danach=_danach(bestand, umlauf, stichtag),
    )


def _danach(bestand: Bestand, umlauf: Umlauf, tag: date) -> tuple[tuple[str, str], ...]:
    if umlauf.vorlage or isinstance(umlauf.antrag, EmpfehlungAntrag):
        return take_to_sitzung(bestand, tag)
    return ((f"netzint umlauf zeigen {umlauf.kennung}", "ansehen, was bis dahin geantwortet wurde"),)


def _tell_stimmen(umlauf: Umlauf) -> tuple[str, ...]:
    number = len(umlauf.stimmen)
    asked = f"Bitte allen Gefragten mitteilen: {', '.join(umlauf.verteiler)}." if umlauf.verteiler else ""
    verb = "zählt" if number == 1 else "zählen"
    kept = f"{anzahl(number, 'Stimme bleibt', 'Stimmen bleiben')} vermerkt und {verb} nicht." if number else ""
    return tuple(filter(None, (asked, kept)))


def _tell_sache(bestand: Bestand, umlauf: Umlauf) -> str:
    """What becomes of the matter: what its AG has handed in, and what a Vorlage proposes, stays open."""
    antrag = umlauf.antrag
    if isinstance(antrag, EmpfehlungAntrag):
        names = ", ".join(he.upper() for he in antrag.empfehlungen if not is_gegenstandslos(bestand, he, umlauf))
        if not names:
            return "Darüber ist anderswo entschieden; auf der Tagesordnung erscheint nichts."
        return f"Offen bleibt die Abstimmung über {names}; das kommt von selbst auf die nächste Tagesordnung."
    if umlauf.vorlage:
        return (
            f"{umlauf.vorlage.upper()} bleibt offen und kommt von selbst auf die nächste Tagesordnung. Ist die Sache "
            f"erledigt: netzint beschlussvorlage entfallen {umlauf.vorlage}"
        )
    return "Soll die Strategiegruppe darüber noch beraten: netzint sitzung top neu KENNUNG TITEL"
