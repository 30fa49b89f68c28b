"""The declaration of accessibility (§ 10 L-BGG, order and wording of L-BGG-DVO, Anlage 1), made from data.

It says what the data say, and names what they leave open: a declaration without an assessment would be no declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from netzint.dokumente.seite.abschnitt import Daten
from netzint.modell.barrierefreiheit import LUECKENGRUND, Anlaufstelle, Barriere, Barrierefreiheit
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sprache import datum

NORM = "§ 10 Absatz 1 L-BGG"


def erklaerung(netzwerk: Netzwerk | None) -> Daten:
    """What the template writes out: sentences of each part, gaps by their ground, and whom to turn to."""
    if netzwerk is None or netzwerk.barrierefreiheit is None:
        return {"vorhanden": False, "kontakt": _office(netzwerk)}
    given = netzwerk.barrierefreiheit
    return {
        "vorhanden": True,
        "netzwerk": netzwerk.name,
        "stand": _stand(given),
        "gilt_fuer": given.gilt_fuer or "",
        "gruppen": list(_gaps(given)),
        "erstellung": " ".join(_assessment(given)),
        "kontakt": _stelle(given.kontakt) if given.kontakt else _office(netzwerk),
        "schlichtung": _stelle(given.schlichtung) if given.schlichtung else {},
        "ueberwachung": _stelle(given.ueberwachung) if given.ueberwachung else {},
    }


def _stand(given: Barrierefreiheit) -> str:
    kinds = {barriere.grund == "unvereinbar" for barriere in given.barrieren}
    named = {True: "Unvereinbarkeiten", False: "Ausnahmen"}
    gaps = " und ".join(named[kind] for kind in (True, False) if kind in kinds)
    if given.status == "vollstaendig":
        return f"Diese Seite ist mit {NORM} vollständig vereinbar."
    if given.status == "teilweise":
        return f"Diese Seite ist {f'wegen der folgenden {gaps} ' if gaps else ''}teilweise mit {NORM} vereinbar."
    listed = f" Die {gaps} sind nachstehend aufgeführt." if gaps else ""
    return f"Diese Seite ist nicht mit {NORM} vereinbar.{listed}"


def _assessment(given: Barrierefreiheit) -> Iterator[str]:
    how = f"einer Bewertung durch {given.bewertet_durch}" if given.bewertet_durch else "einer Selbstbewertung"
    yield f"Diese Erklärung wurde am {datum(given.bewertet)} erstellt. Sie beruht auf {how}."
    if given.ueberprueft:
        yield f"Sie wurde zuletzt am {datum(given.ueberprueft)} überprüft."


def _gaps(given: Barrierefreiheit) -> Iterator[Daten]:
    for grund, titel in LUECKENGRUND.items():
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
