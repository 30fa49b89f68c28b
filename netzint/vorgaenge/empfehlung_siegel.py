"""The sealed wording: what is forwarded, excerpted and shown as decided, or a refusal that names what broke it."""

from __future__ import annotations

from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.sprache import datum
from netzint.recht.annahme import find_annahme, judge_siegel
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.empfehlung_schritt import tell_moegliches


def require_annahme(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Entscheidung:
    """The vote that accepted it, if the wording is sealed and unchanged. Raises NetzintFehler (refused) otherwise."""
    annahme = find_annahme(bestand, empfehlung, tag)
    if annahme is None:
        text = f"Über {empfehlung.kennung.upper()} ist kein annehmender Beschluss erfasst; beschlossen ist nichts."
        raise ablehnen(text, tell_moegliches(bestand, empfehlung, tag))
    require_wortlaut(empfehlung, annahme.entscheidung)
    return annahme.entscheidung


def require_wortlaut(empfehlung: Empfehlung, vote: Entscheidung) -> Empfehlungsfassung:
    """The Fassung that a vote was about, if its Siegel fits. Raises NetzintFehler (refused) otherwise."""
    fassung, he = empfehlung.fassung(vote.fassung), empfehlung.kennung
    stand = judge_siegel(vote, fassung)
    if fassung is not None and stand == "gilt":
        return fassung
    if stand == "ohne_fassung":
        text = f"Der Beschluss {vote.beschluss} nennt Fassung {vote.fassung} von {he.upper()}; die gibt es nicht."
        raise ablehnen(text, "Näheres: netzint pruefen")
    if stand == "fehlt":
        text = f"Der Beschluss {vote.beschluss} hat kein Siegel: Ob der Wortlaut noch der beschlossene ist, ist offen."
        raise ablehnen(text, f"Wenn es feststeht: netzint empfehlung siegeln {he}")
    text = (
        f"Fassung {vote.fassung} von {he.upper()} ist nicht mehr die, über die am {datum(vote.am)} abgestimmt wurde "
        f"({vote.beschluss}): Das Siegel passt nicht."
    )
    hinweis = f"Was geändert wurde, zeigt: netzint verlauf {he}\nZurück führt: netzint zuruecknehmen VORGANG"
    raise ablehnen(text, hinweis)
