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
from netzint.modell.sprache import anzahl, datum, fold, to_kennung
from netzint.modell.umlauf import Umlauf
from netzint.recht.fristen import umlauf_bis
from netzint.recht.siegel import siegel
from netzint.regeln.umlaeufe import find_lauf
from netzint.regeln.umlaufstimmen import count_umlauf
from netzint.regeln.vorlagenstand import find_vorlagenlage, is_entschieden
from netzint.vorgaenge.abstimmbar import require_abstimmbar
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.offen import submitted_empfehlungen


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
    befangen = _find_befangene(bestand, members, frage.befangen)
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
    lauf = find_lauf(bestand, umlauf)
    told = (f"Beschlossen wird nur, wenn sich mindestens {count_umlauf(lauf).noetig} beteiligen.",) if lauf else ()
    return Aenderung(
        "umlauf-neu",
        f"Umlaufverfahren {k.upper()} versandt, Antworten bis zum {datum(umlauf.frist)}",
        neu=(umlauf,),
        hinweise=(
            f"Gefragt: {anzahl(len(set(members) - set(befangen)), 'Mitglied', 'Mitglieder')}.",
            "Wer nicht antwortet, hat nicht teilgenommen; ein Widerspruch beendet das Verfahren.",
            *told,
        ),
        danach=(
            (f"netzint umlauf stimme {k}", "eine Antwort eintragen (ja, nein oder enthaltung)"),
            (f"netzint umlauf widerspruch {k}", "einen Widerspruch gegen das Verfahren eintragen"),
            (
                f"netzint umlauf abschliessen {k}",
                f"auszählen, nach dem {datum(umlauf.frist)} oder sobald alle geantwortet haben",
            ),
        ),
    )


def find_sache(bestand: Bestand, text: str) -> Frage:
    """What one word means that is to be sent round: a Beschlussvorlage, otherwise an Empfehlung."""
    try:
        return Frage(vorlage=find_vorlage(bestand, text).kennung)
    except NetzintFehler:
        return Frage(empfehlung=find_empfehlung(bestand, text).kennung)


def list_sachen(bestand: Bestand, tag: date) -> list[tuple[str, str]]:
    """What could go round: Vorlagen that wait, and Empfehlungen handed in that have none; with their titles."""
    waiting = [
        v
        for v in bestand.beschlussvorlagen.values()
        if find_vorlagenlage(bestand, v, tag).stand in ("vorbereitet", "tagesordnung", "offen_geblieben")
        and v.vom <= tag
    ]
    laid_before = {he for v in waiting if isinstance(v.antrag, EmpfehlungAntrag) for he in v.antrag.empfehlungen}
    alone = (e for e, _ in submitted_empfehlungen(bestand, tag) if e.kennung not in laid_before)
    return [*((v.kennung, v.betreff) for v in waiting), *((e.kennung, e.titel) for e in alone)]


def _find_befangene(bestand: Bestand, members: Collection[str], texts: Collection[str]) -> list[str]:
    found = list(dict.fromkeys(find_mitglied(bestand, text).kennung for text in texts))
    for person in found:
        if person not in members:
            text = f"{person} ist kein ordentliches Mitglied und wird nicht gefragt."
            raise falsch(text, "Bei --befangen ein Mitglied der Strategiegruppe nennen.")
    return found


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
        raise falsch(
            text, "Angeben mit --vorlage bv-2026-009, --empfehlung he-2026-04, oder TITEL und --beschlossen TEXT"
        )
    titel = clean_zeile("--titel", frage.titel) if frage.titel else None
    if frage.beschlossen is not None:
        if titel is None:
            raise falsch("Es fehlt, worum es geht.", 'Den Titel angeben: netzint umlauf neu "Termin des Fachtags" …')
        _refuse_doppelt(bestand, titel)
        antrag = {"art": "sonstiges", "wortlaut": clean_prosa("--beschlossen", frage.beschlossen)}
        return {"titel": titel, "antrag": antrag, "beschluss": to_kennung(titel)}
    vorlage = find_vorlage(bestand, frage.vorlage) if frage.vorlage else None
    if vorlage is not None:
        _check_vorlage(bestand, vorlage)
        return _of_antrag(bestand, vorlage.antrag, titel or vorlage.betreff, am) | {"vorlage": vorlage.kennung}
    empfehlung = find_empfehlung(bestand, frage.empfehlung or "")
    number = require_abstimmbar(bestand, empfehlung.kennung, am)
    values = {"art": "empfehlung", "empfehlungen": [empfehlung.kennung], "fassung": number}
    return _of_antrag(bestand, require(EmpfehlungAntrag, values), titel or empfehlung.titel, am)


def _check_vorlage(bestand: Bestand, vorlage: Beschlussvorlage) -> None:
    name = vorlage.kennung.upper()
    if vorlage.entfallen is not None or is_entschieden(bestand, vorlage):
        what = "entfallen" if vorlage.entfallen else "schon entschieden"
        raise ablehnen(f"{name} ist {what}.", "Alle Beschlüsse zeigt: netzint beschluesse")
    for umlauf in bestand.umlaeufe.values():
        if umlauf.vorlage == vorlage.kennung and umlauf.abschluss is None and umlauf.entfallen is None:
            raise _already(name, umlauf)


def _refuse_doppelt(bestand: Bestand, titel: str) -> None:
    for umlauf in bestand.umlaeufe.values():
        if umlauf.abschluss is None and umlauf.entfallen is None and fold(umlauf.titel) == fold(titel):
            raise _already(f"„{titel}“", umlauf)


def _already(name: str, umlauf: Umlauf) -> NetzintFehler:
    text = f"{name} ist schon im Umlauf ({umlauf.kennung.upper()}, Antworten bis zum {datum(umlauf.frist)})."
    return ablehnen(text, f"Ansehen: netzint umlauf zeigen {umlauf.kennung}")


def _of_antrag(bestand: Bestand, antrag: Antrag, titel: str, am: date) -> dict[str, Any]:
    found: dict[str, Any] = {"titel": titel, "antrag": to_klartext(antrag)}
    if not isinstance(antrag, EmpfehlungAntrag):
        return found | {"beschluss": to_kennung(titel)}
    seals = []
    for kennung, number in antrag.vorgelegt.items():
        require_abstimmbar(bestand, kennung, am, number)
        for umlauf in bestand.umlaeufe.values():
            is_running = umlauf.abschluss is None and umlauf.entfallen is None
            if is_running and isinstance(umlauf.antrag, EmpfehlungAntrag) and kennung in umlauf.antrag.empfehlungen:
                raise _already(kennung.upper(), umlauf)
        fassung = bestand.empfehlungen[kennung].fassung(number)
        seals += [siegel(fassung)] if fassung else []
    base = antrag.empfehlungen[0] if len(antrag.empfehlungen) == 1 else to_kennung(titel)
    return found | {"beschluss": base, "siegel": seals}
