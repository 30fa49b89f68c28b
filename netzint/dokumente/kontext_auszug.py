"""What a Beschlussauszug shows: one TOP, what was decided on it, and to whom that goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.sitzungen import laufende_nummer
from netzint.berichte.worte import tell_stimmen
from netzint.dokumente.kontext import Daten, gremium, person, stelle
from netzint.dokumente.kontext_vorlage import word_antrag
from netzint.dokumente.kontext_weiterleitung import wortlaut
from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import datum
from netzint.modell.umlauf import Umlauf
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.vorgaenge.empfehlung_siegel import require_wortlaut

VORBEHALT = "Dieser Auszug steht unter dem Vorbehalt, dass die Niederschrift genehmigt wird."


def auszug_of_top(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, nummer: str) -> Daten:
    """Everything the template may show of one TOP. Raises NetzintFehler (refused) if a Siegel does not fit."""
    number = laufende_nummer(bestand, sitzung)
    return {
        "titel": top.titel,
        "anlass": f"{number}. Sitzung der {gremium(bestand, sitzung.gremium)} am {datum(sitzung.datum)}",
        "top": nummer,
        "ort": sitzung.ort or "",
        "leitung": person(bestand, sitzung.leitung) if sitzung.leitung else "",
        "vorlage": top.vorlage.upper() if top.vorlage else "",
        "vorbehalt": "" if sitzung.niederschrift and sitzung.niederschrift.genehmigt else VORBEHALT,
        "beschluesse": [_beschluss(bestand, sitzung, b) for b in top.beschluesse],
        "geht_an": list(
            dict.fromkeys(n for b in top.beschluesse for n in _recipients(bestand, b.antrag, sitzung.datum))
        ),
    }


def auszug_of_umlauf(bestand: Bestand, umlauf: Umlauf) -> Daten:
    """The same for an Umlauf that is closed."""
    end = umlauf.abschluss
    day = end.am if end else umlauf.frist
    given = [s.stimme for s in umlauf.stimmen if umlauf.versandt <= s.am <= umlauf.frist]
    votes = tell_stimmen(given.count("ja"), given.count("nein"), given.count("enthaltung"))
    result = end.ergebnis if end else ""
    return {
        "titel": umlauf.titel,
        "anlass": f"Umlaufverfahren {umlauf.kennung.upper()} der {gremium(bestand, STRATEGIEGRUPPE)}, {datum(day)}",
        "vorlage": umlauf.vorlage.upper() if umlauf.vorlage else "",
        "beschluesse": [_words(bestand, f"{umlauf.kennung}/{umlauf.beschluss}", umlauf.antrag, day, result, votes)],
        "geht_an": list(_recipients(bestand, umlauf.antrag, day)),
    }


def _beschluss(bestand: Bestand, sitzung: Sitzung, beschluss: Beschluss) -> Daten:
    votes = tell_stimmen(beschluss.ja, beschluss.nein, beschluss.enthaltung)
    befangen = len(beschluss.befangen)
    votes += f", {befangen} befangen" if votes and befangen else ""
    kennung = f"{sitzung.kennung}/{beschluss.kennung}"
    return _words(bestand, kennung, beschluss.antrag, sitzung.datum, beschluss.ergebnis, votes)


def _words(bestand: Bestand, kennung: str, antrag: Antrag, tag: date, ergebnis: str, stimmen: str) -> Daten:
    return {
        "kennung": kennung,
        "antrag": word_antrag(bestand, antrag, tag),
        "ergebnis": BEZEICHNUNG.get(ergebnis, ergebnis),
        "stimmen": stimmen,
        "empfehlungen": list(_empfehlungen(bestand, kennung, antrag, tag)),
    }


def _empfehlungen(bestand: Bestand, kennung: str, antrag: Antrag, tag: date) -> Iterator[Daten]:
    """The wordings that were finally decided on; what comes back has none that is sealed."""
    for empfehlung in _voted(bestand, antrag):
        votes = bestand.entscheidungen.get(empfehlung.kennung, ())
        vote = next(v for v in votes if v.beschluss == kennung)
        if vote.endgueltig:
            fassung = require_wortlaut(empfehlung, vote)
            yield {
                "nummer": empfehlung.kennung.upper(),
                "titel": empfehlung.titel,
                **wortlaut(bestand, fassung, tag),
                "siegel": vote.siegel or "",
            }


def _voted(bestand: Bestand, antrag: Antrag) -> list[Empfehlung]:
    names = antrag.empfehlungen if isinstance(antrag, EmpfehlungAntrag) else ()
    return [bestand.empfehlungen[he] for he in names if he in bestand.empfehlungen]


def _recipients(bestand: Bestand, antrag: Antrag, tag: date) -> Iterator[str]:
    """Whom it concerns: the AG, and for an Empfehlung the Adressaten; everything else stays with the office."""
    voted = _voted(bestand, antrag)
    for empfehlung in voted:
        yield gremium(bestand, empfehlung.arbeitsgruppe)
        number = antrag.vorgelegt[empfehlung.kennung] if isinstance(antrag, EmpfehlungAntrag) else 0
        fassung = empfehlung.fassung(number)
        yield from (stelle(bestand, a.stelle, tag) for a in (fassung.adressaten if fassung else ()))
    ag = getattr(antrag, "ag", None)
    if ag is not None:
        yield gremium(bestand, ag)
    if not voted and ag is None:
        yield gremium(bestand, "geschaeftsstelle")
