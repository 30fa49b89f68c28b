"""The sealed wording: what is forwarded, excerpted and shown as decided, or a refusal that names what broke it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import datum
from netzint.recht.annahme import find_annahme, judge_siegel
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.empfehlung_schritt import tell_moegliches

_GESIEGELT = {"wortlaut", "massnahme", "pruefbar", "adressaten"}


def require_annahme(bestand: Bestand, empfehlung: Empfehlung, tag: date) -> Entscheidung:
    """The vote that accepted it, if the wording is sealed and unchanged. Raises NetzintFehler (refused) otherwise."""
    annahme = find_annahme(bestand, empfehlung, tag)
    if annahme is None:
        text = f"Über {empfehlung.kennung.upper()} ist kein annehmender Beschluss erfasst; beschlossen ist nichts."
        raise ablehnen(text, tell_moegliches(bestand, empfehlung, tag))
    require_wortlaut(empfehlung, annahme.entscheidung)
    return annahme.entscheidung


def check_gesiegelt(bestand: Bestand, entry: Eintrag, geaendert: Mapping[str, Mapping[str, object]]) -> None:
    """Raises NetzintFehler for a correction of a wording that a Siegel binds, with the way for a mere copying mistake.

    ``geaendert``: the fields that change, by the name of their part (``fassungen.2``, ``fassungen.2.adressaten.…``).
    """
    if not isinstance(entry, Empfehlung):
        return
    he = entry.kennung
    for vote in bestand.entscheidungen.get(he, ()):
        part = f"fassungen.{vote.fassung}"
        touched = _GESIEGELT & set(geaendert.get(part, ())) or any(n.startswith(f"{part}.adr") for n in geaendert)
        if vote.siegel is None or not touched:
            continue
        lift = vote.beschluss if vote.ort.kennung in bestand.sitzungen else vote.ort.kennung
        raise ablehnen(
            f"Fassung {vote.fassung} von {he.upper()} steht mit dem Beschluss {vote.beschluss} vom {datum(vote.am)} "
            "fest; sein Siegel bindet diesen Wortlaut.",
            f"Soll anderes gelten: netzint empfehlung neu --ag {entry.arbeitsgruppe}\nIst nur falsch abgeschrieben: "
            f"zuerst netzint berichtigen {lift} --setze siegel= --grund TEXT, dann dieselbe Eingabe, dann netzint "
            f"empfehlung siegeln {he}",
        )


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
