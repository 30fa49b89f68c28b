"""Sending a matter round for a decision in writing between two Sitzungen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_empfehlung, find_mitglied, find_vorlage
from netzint.modell.geschaeftsordnung import Umlaufrecht
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import anzahl, datum, to_kennung
from netzint.modell.umlauf import Umlauf
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import umlauf_bis
from netzint.recht.siegel import siegel
from netzint.recht.zustaende import BEZEICHNUNG, EMPFEHLUNG, is_erlaubt
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.beschlussvorlage import is_entschieden
from netzint.vorgaenge.nummern import next_kennung


class Frage(NamedTuple):
    """What is asked: by a Beschlussvorlage, about an Empfehlung, or a free wording."""

    vorlage: str | None = None
    empfehlung: str | None = None
    beschlossen: str | None = None
    titel: str | None = None
    frist: date | None = None
    befangen: tuple[str, ...] = ()


def neu(bestand: Bestand, vergeben: Collection[str], *, frage: Frage, am: date, stichtag: date) -> Aenderung:
    """Send a matter round. Raises NetzintFehler if the Geschäftsordnung does not allow it, or not on this matter."""
    check_nicht_kuenftig("--am", am, stichtag)
    recht = _require_erlaubt(bestand, am)
    matter = _find_sache(bestand, frage, am)
    members = [m.mitglied.kennung for m in _ordentliche(bestand, am)]
    befangen = [find_mitglied(bestand, text).kennung for text in frage.befangen]
    values = {
        "kennung": next_kennung("um", am.year, vergeben),
        "versandt": am,
        "frist": _check_frist(frage.frist or umlauf_bis(am, recht), am, recht),
        "verteiler": members,
        "befangen": befangen,
        **matter,
    }
    umlauf = require(Umlauf, {key: value for key, value in values.items() if value})
    k = umlauf.kennung
    return Aenderung(
        "umlauf-neu",
        f"Umlaufverfahren {k.upper()} versandt, Antworten bis zum {datum(umlauf.frist)}",
        neu=(umlauf,),
        hinweise=(
            f"Gefragt: {anzahl(len(members), 'Mitglied', 'Mitglieder')}.",
            "Wer nicht antwortet, hat nicht teilgenommen; ein Widerspruch beendet das Verfahren.",
        ),
        danach=(
            (f"netzint umlauf stimme {k} MITGLIED ja", "eine Antwort eintragen (ja, nein oder enthaltung)"),
            (f"netzint umlauf widerspruch {k} MITGLIED", "einen Widerspruch gegen das Verfahren eintragen"),
            (f"netzint umlauf abschliessen {k}", f"auszählen, nach dem {datum(umlauf.frist)} oder wenn alle da sind"),
        ),
    )


def _require_erlaubt(bestand: Bestand, tag: date) -> Umlaufrecht:
    fassung = bestand.fassung(tag)
    if fassung is None or not fassung.strategiegruppe.umlauf.erlaubt:
        raise ablehnen(
            f"Die Geschäftsordnung vom {datum(tag)} sieht keine Umlaufverfahren vor.",
            "Die Sache auf die nächste Tagesordnung nehmen: netzint sitzung top neu",
        )
    return fassung.strategiegruppe.umlauf


def _check_frist(frist: date, am: date, recht: Umlaufrecht) -> date:
    earliest = umlauf_bis(am, recht)
    if frist < earliest:
        raise ablehnen(
            f"Die Frist bis zum {datum(frist)} ist zu kurz: Die Geschäftsordnung verlangt {recht.frist} Tage.",
            f"Den {datum(earliest)} oder einen späteren Tag angeben: --frist {earliest.isoformat()}",
        )
    return frist


def _ordentliche(bestand: Bestand, tag: date) -> list[Any]:
    taken = bestand.ordentliche(tag)
    found = [taken[sitz.kennung] for sitz in bestand.sitze(tag) if sitz.kennung in taken]
    if not found:
        raise ablehnen("Die Strategiegruppe hat an diesem Tag keine Mitglieder.", "Zuerst: netzint mitglied benennen")
    return found


def _find_sache(bestand: Bestand, frage: Frage, am: date) -> dict[str, Any]:
    """Title, motion, Kennung of the Beschluss, and the Siegel of the wording that is sent."""
    if sum(x is not None for x in (frage.vorlage, frage.empfehlung, frage.beschlossen)) != 1:
        text = "Genau eine Sache kommt in den Umlauf."
        raise falsch(text, "Angeben mit --vorlage bv-2026-009, --empfehlung he-2026-04 oder --beschlossen TEXT")
    titel = clean_zeile("--titel", frage.titel) if frage.titel else None
    if frage.beschlossen is not None:
        if titel is None:
            raise falsch("Es fehlt, worum es geht.", 'Angeben mit --titel, z. B. --titel "Termin des Fachtags"')
        antrag = {"art": "sonstiges", "wortlaut": clean_prosa("--beschlossen", frage.beschlossen)}
        return {"titel": titel, "antrag": antrag, "beschluss": to_kennung(titel)}
    vorlage = find_vorlage(bestand, frage.vorlage) if frage.vorlage else None
    if vorlage is not None:
        _check_vorlage(bestand, vorlage)
        return _of_antrag(bestand, vorlage.antrag, titel or vorlage.betreff, am) | {"vorlage": vorlage.kennung}
    empfehlung = find_empfehlung(bestand, frage.empfehlung or "")
    handed_in = [f.nr for f in empfehlung.fassungen if f.eingereicht is not None and f.eingereicht <= am]
    values = {"art": "empfehlung", "empfehlungen": [empfehlung.kennung], "fassung": max(handed_in, default=1)}
    return _of_antrag(bestand, require(EmpfehlungAntrag, values), titel or empfehlung.titel, am)


def _check_vorlage(bestand: Bestand, vorlage: Beschlussvorlage) -> None:
    name = vorlage.kennung.upper()
    if vorlage.entfallen is not None or is_entschieden(bestand, vorlage):
        what = "entfallen" if vorlage.entfallen else "schon entschieden"
        raise ablehnen(f"{name} ist {what}.", "Alle Beschlüsse zeigt: netzint beschluesse")
    for umlauf in bestand.umlaeufe.values():
        if umlauf.vorlage == vorlage.kennung and umlauf.abschluss is None and umlauf.entfallen is None:
            raise _already(name, umlauf)


def _already(name: str, umlauf: Umlauf) -> NetzintFehler:
    text = f"{name} ist schon im Umlauf ({umlauf.kennung.upper()}, Antworten bis zum {datum(umlauf.frist)})."
    return ablehnen(text, f"Ansehen: netzint umlauf zeigen {umlauf.kennung}")


def _of_antrag(bestand: Bestand, antrag: Antrag, titel: str, am: date) -> dict[str, Any]:
    found: dict[str, Any] = {"titel": titel, "antrag": to_klartext(antrag)}
    if not isinstance(antrag, EmpfehlungAntrag):
        return found | {"beschluss": to_kennung(titel)}
    seals = []
    for kennung in antrag.empfehlungen:
        empfehlung = bestand.empfehlungen[kennung]
        stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(kennung, ()), am)
        fassung = empfehlung.fassung(antrag.fassung)
        if fassung is None or not is_erlaubt(EMPFEHLUNG, stand, "angenommen"):
            raise ablehnen(
                f"{kennung.upper()} ist {BEZEICHNUNG[stand]}; abgestimmt wird über eingereichte Empfehlungen.",
                f"Was fehlt, zeigt: netzint empfehlung zeigen {kennung}",
            )
        for umlauf in bestand.umlaeufe.values():
            is_running = umlauf.abschluss is None and umlauf.entfallen is None
            if is_running and isinstance(umlauf.antrag, EmpfehlungAntrag) and kennung in umlauf.antrag.empfehlungen:
                raise _already(kennung.upper(), umlauf)
        seals.append(siegel(fassung))
    base = antrag.empfehlungen[0] if len(antrag.empfehlungen) == 1 else to_kennung(titel)
    return found | {"beschluss": base, "siegel": seals}
