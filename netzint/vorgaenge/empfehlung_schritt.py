"""Whether a step of an Empfehlung is possible now: the table says it, and a refusal names the way on."""

from __future__ import annotations

from datetime import date

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_empfehlung
from netzint.modell.sprache import datum
from netzint.recht.empfehlungsweg import list_fehlendes, stand_der_empfehlung
from netzint.recht.zustaende import BEZEICHNUNG, agstand, list_schritte
from netzint.regeln.arbeitsgruppen import grace_of
from netzint.vorgaenge.angaben import ablehnen

_TUN = {
    "fassung": "eine neue Fassung",
    "einreichen": "das Einreichen",
    "zurueckziehen": "das Zurückziehen",
    "entfallen": "das Entfallen",
    "abstimmen": "die Abstimmung",
    "weiterleiten": "das Weiterleiten",
    "rueckmeldung": "ein Stand der Umsetzung",
}
"""What each step is called where it is refused or offered."""


def require_schritt(bestand: Bestand, name: str, schritt: str, stichtag: date) -> Empfehlung:
    """The Empfehlung that was named, if this step is possible in its state. Raises NetzintFehler otherwise."""
    empfehlung = find_empfehlung(bestand, name)
    stand = stand_der_empfehlung(bestand, empfehlung, stichtag)
    if schritt in list_schritte(stand):
        return empfehlung
    text = f"{empfehlung.kennung.upper()} ist {BEZEICHNUNG[stand]}; {_TUN[schritt]} ist jetzt nicht möglich."
    raise ablehnen(text, tell_moegliches(bestand, empfehlung, stichtag))


def tell_moegliches(bestand: Bestand, empfehlung: Empfehlung, stichtag: date) -> str:
    """What can be done with an Empfehlung now, each line with its command."""
    stand = stand_der_empfehlung(bestand, empfehlung, stichtag)
    missing = list_fehlendes(bestand, empfehlung, stichtag)
    if missing:
        return "\n".join(f"Möglich: {f.befehl} ({f.text.rstrip('.')})" for f in missing[:3])
    he = empfehlung.kennung
    lines = [f"Möglich: netzint empfehlung {s} {he} ({_TUN[s]})" for s in list_schritte(stand) if s == "fassung"]
    if not lines and stand in ("zurueckgezogen", "entfallen"):
        lines = [f"Soll die Sache wiederkommen: netzint empfehlung neu --ag {empfehlung.arbeitsgruppe}"]
    return "\n".join(lines or [f"Ihre Geschichte zeigt: netzint empfehlung zeigen {he}"])


def check_ag(bestand: Bestand, ag: Arbeitsgruppe, tag: date, was: str) -> None:
    """Whether something of an AG may be dated so. Raises NetzintFehler before it begins and after its grace."""
    if agstand(ag, tag) == "eingesetzt":
        text = f"Am {datum(tag)} gab es {ag.kennung} noch nicht; sie besteht seit dem {datum(ag.mandat.von)}."
        raise ablehnen(text, "Bei --am den richtigen Tag angeben, oder eine andere AG.")
    limit = grace_of(bestand, ag)
    if tag > limit:
        raise _too_late(f"{was} vom {datum(tag)} ist zu spät", ag, limit)


def _too_late(text: str, ag: Arbeitsgruppe, limit: date) -> NetzintFehler:
    over, way = f"seit dem {datum(ag.ende)} zu Ende", f"Sonst verlängern: netzint ag verlaengern {ag.kennung}"
    if ag.abschluss is not None:
        over = f"seit dem {datum(ag.abschluss.am)} abgeschlossen"
        way = (
            "Sonst braucht es eine neue AG (netzint ag einsetzen); was liegen bleibt: netzint empfehlung zurueckziehen"
        )
    return ablehnen(f"{text}: {ag.kennung} ist {over}.", f"Bis zum {datum(limit)} war es noch möglich (--am). {way}")
