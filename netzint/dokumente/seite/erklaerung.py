"""The declaration of accessibility (Implementing Decision (EU) 2018/1523; § 10 L-BGG, §§ 12a to 12d BGG), from data.

It says what the data say, and names what they leave open: a declaration without an assessment would be no declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from netzint.dokumente.seite.abschnitt import Daten
from netzint.modell.barrierefreiheit import Anlaufstelle, Barriere, Barrierefreiheit
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sprache import datum

STATUS = {
    "vollstaendig": "vollständig vereinbar",
    "teilweise": "teilweise vereinbar",
    "nicht": "nicht vereinbar",
}
GRUENDE = {
    "unvereinbar": "Noch nicht vereinbar mit den Anforderungen",
    "unverhaeltnismaessig": "Unverhältnismäßige Belastung",
    "ausgenommen": "Fällt nicht unter die Anforderungen",
}
NORM = "§ 10 des Landes-Behindertengleichstellungsgesetzes (L-BGG) und der EN 301 549"


def erklaerung(netzwerk: Netzwerk | None) -> Daten:
    """What the template writes out: sentences of each part, gaps by their ground, and whom to turn to."""
    if netzwerk is None or netzwerk.barrierefreiheit is None:
        return {"vorhanden": False, "kontakt": _office(netzwerk)}
    given = netzwerk.barrierefreiheit
    return {
        "vorhanden": True,
        "netzwerk": netzwerk.name,
        "status": STATUS[given.status],
        "norm": NORM,
        "gilt_fuer": given.gilt_fuer or "",
        "gruppen": list(_gaps(given)),
        "erstellung": " ".join(_assessment(given)),
        "kontakt": _stelle(given.kontakt) if given.kontakt else _office(netzwerk),
        "schlichtung": _stelle(given.schlichtung) if given.schlichtung else {},
        "ueberwachung": _stelle(given.ueberwachung) if given.ueberwachung else {},
    }


def _assessment(given: Barrierefreiheit) -> Iterator[str]:
    how = f"durch {given.bewertet_durch}" if given.bewertet_durch else "durch das Netzwerk selbst (Selbstbewertung)"
    yield f"Diese Erklärung beruht auf einer Bewertung vom {datum(given.bewertet)} {how}."
    if given.ueberprueft:
        yield f"Sie wurde zuletzt am {datum(given.ueberprueft)} überprüft."


def _gaps(given: Barrierefreiheit) -> Iterator[Daten]:
    for grund, titel in GRUENDE.items():
        found = [b for b in given.barrieren if b.grund == grund]
        if found:
            yield {"titel": titel, "barrieren": [_tell(barriere) for barriere in found]}


def _tell(barriere: Barriere) -> Daten:
    more = [" ".join(text.split()) for text in (barriere.begruendung, barriere.alternative) if text]
    if barriere.behoben_bis:
        more.append(f"Behoben bis {datum(barriere.behoben_bis)}.")
    return {"was": barriere.was, "mehr": more}


def _office(netzwerk: Netzwerk | None) -> Daten:
    if netzwerk is None:
        return {}
    office = netzwerk.geschaeftsstelle
    return _lines(office.name, office.anschrift, office.e_mail, office.telefon, None)


def _stelle(stelle: Anlaufstelle) -> Daten:
    return _lines(stelle.name, stelle.anschrift, stelle.e_mail, stelle.telefon, stelle.link)


def _lines(name: str, anschrift: str | None, e_mail: str | None, telefon: str | None, link: str | None) -> Daten:
    return {
        "name": name,
        "anschrift": (anschrift or "").strip().splitlines(),
        "e_mail": e_mail or "",
        "telefon": telefon or "",
        "link": link or "",
    }
