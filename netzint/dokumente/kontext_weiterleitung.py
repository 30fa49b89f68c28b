"""What a Weiterleitungsschreiben shows: one Empfehlung in the wording that was voted on, to one Stelle."""

from __future__ import annotations

from datetime import date

from netzint.dokumente.kontext import Daten, gremium, stelle
from netzint.dokumente.kontext_vorlage import ROLLEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Adressat, Empfehlung, Empfehlungsfassung, Weiterleitung
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.sprache import datum
from netzint.recht.fristen import antwort_bis
from netzint.vorgaenge.empfehlung_siegel import require_annahme, require_wortlaut


def weiterleitung(bestand: Bestand, empfehlung: Empfehlung, sent: Weiterleitung) -> Daten:
    """Everything the template may show. Raises NetzintFehler (refused) if the wording is not the sealed one."""
    vote = require_annahme(bestand, empfehlung, sent.am)
    fassung = require_wortlaut(empfehlung, vote)
    own = find_adressat(bestand, fassung, sent.stelle)
    entry = bestand.stellen.get(sent.stelle)
    return {
        "empfaenger": stelle(bestand, sent.stelle, sent.am),
        "anschrift": (entry.anschrift or "").strip() if entry else "",
        "titel": empfehlung.titel,
        "empfehlung": empfehlung.kennung.upper(),
        "arbeitsgruppe": gremium(bestand, empfehlung.arbeitsgruppe),
        "beschluss": tell_beschluss(bestand, vote),
        "rolle": ROLLEN[own.rolle] if own else "",
        "frist": own.frist.isoformat() if own and own.frist else "",
        "abgegeben_von": _passed_by(bestand, empfehlung, sent),
        "antwort_bis": _answer_day(bestand, sent),
        **wortlaut(bestand, fassung, sent.am),
        "begruendung": empfehlung.begruendung or "",
        "siegel": vote.siegel or "",
    }


def wortlaut(bestand: Bestand, fassung: Empfehlungsfassung, tag: date) -> Daten:
    """The sealed parts of a wording, and its number."""
    return {
        "fassung": fassung.nr,
        "wortlaut": fassung.wortlaut,
        "massnahme": fassung.massnahme,
        "pruefbar": fassung.pruefbar,
        "adressaten": [_adressat(bestand, a, tag) for a in fassung.adressaten],
    }


def _adressat(bestand: Bestand, adressat: Adressat, tag: date) -> Daten:
    frist = adressat.frist.isoformat() if adressat.frist else ""
    return {"stelle": stelle(bestand, adressat.stelle, tag), "rolle": ROLLEN[adressat.rolle], "frist": frist}


def tell_beschluss(bestand: Bestand, vote: Entscheidung) -> str:
    """When and how it was accepted, as the middle of a sentence: „in der Sitzung am … angenommen“."""
    changed = "in geänderter Fassung angenommen" if vote.ergebnis == "geaendert_angenommen" else "angenommen"
    if vote.beschluss in bestand.beschluesse:
        return f"in der Sitzung der {gremium(bestand, STRATEGIEGRUPPE)} am {datum(vote.am)} {changed}"
    return f"im Umlaufverfahren am {datum(vote.am)} {changed}"


def find_adressat(bestand: Bestand, fassung: Empfehlungsfassung, kennung: str) -> Adressat | None:
    """The Adressat that the Stelle is, or has taken the place of."""
    for adressat in fassung.adressaten:
        entry = bestand.stellen.get(adressat.stelle)
        if kennung in (adressat.stelle, entry.nachfolge if entry else None):
            return adressat
    return None


def _passed_by(bestand: Bestand, empfehlung: Empfehlung, sent: Weiterleitung) -> str:
    """The Stelle that passed it on to this one."""
    passed = (w.stelle for w in empfehlung.weiterleitungen for s in w.stand if s.an == sent.stelle and s.am <= sent.am)
    by = next(passed, "")
    return stelle(bestand, by, sent.am) if by else ""


def _answer_day(bestand: Bestand, sent: Weiterleitung) -> str:
    fassung = bestand.fassung(sent.am)
    due = sent.antwort_bis or (antwort_bis(sent.am, fassung.fristen) if fassung else None)
    return due.isoformat() if due else ""
