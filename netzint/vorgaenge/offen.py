"""What is open on a day: the questions to the Bestand from which the Tagesordnung is computed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag, NiederschriftAntrag
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bedarf import Bedarf
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, BeschlussIn, Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.geschaeftsordnung import Sitz
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.modell.thema import Thema
from netzint.modell.umlauf import Umlauf
from netzint.modell.veranstaltung import Veranstaltung
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.fristen import is_alter_bedarf
from netzint.recht.wiederkehr import is_abgestimmt, is_erledigt, list_wiederaufgenommen
from netzint.recht.wiedervorlage import Faellig, list_wiedervorlagen
from netzint.regeln.vorlagenstand import is_entschieden
from netzint.vorgaenge.inzwischen import is_erledigter_umlauf

WIEDER = ("vertagt", "nicht_beschlussfaehig")
"""Results after which the matter comes back by itself."""


class Wiederkehr(NamedTuple):
    """A matter that comes back: its TOP, why, and what it refers to."""

    top: str
    titel: str
    weil: str
    beschluss: str
    vorlage: str | None
    bezug: tuple[str, ...]
    antrag: dict[str, Any] | None


def unapproved_sitzungen(bestand: Bestand, tag: date) -> tuple[Sitzung, ...]:
    """Sitzungen before a day whose minutes are not approved: held ones with minutes, and planned ones to come."""
    approved = {
        entry.beschluss.antrag.sitzung
        for entry in bestand.beschluesse.values()
        if isinstance(entry.beschluss.antrag, NiederschriftAntrag) and entry.beschluss.ergebnis in ANGENOMMEN
    }
    found = []
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        done = sitzung.kennung in approved or (sitzung.niederschrift and sitzung.niederschrift.genehmigt)
        if sitzung.datum < tag and sitzung.zustand not in ("abgesagt", "entfallen") and not done:
            found.append(sitzung)
    recorded = bestand.netzwerk.erfasst_ab if bestand.netzwerk else date.min
    return tuple(s for s in found if s.datum >= recorded)


def postponed_matters(bestand: Bestand, tag: date) -> tuple[Wiederkehr, ...]:
    """Beschlüsse vertagt or without quorum, and Umläufe that came to nothing, that nobody has taken up since."""
    resumed = list_wiederaufgenommen(bestand, tag)
    found = [
        _returning(bestand, entry, tag)
        for kennung, entry in bestand.beschluesse.items()
        if entry.beschluss.ergebnis in WIEDER
        and kennung not in resumed
        and entry.sitzung.datum < tag
        and not is_erledigt(bestand, entry)
        and not _is_entschieden(bestand, entry.top.vorlage)
        and find_umlauf(bestand, getattr(entry.beschluss.antrag, "empfehlungen", ()), entry.top.vorlage) is None
    ]
    left = (u for kennung, u in bestand.umlaufbeschluesse.items() if kennung not in resumed)
    return (*found, *(_from_umlauf(umlauf) for umlauf in left if _is_offen_geblieben(bestand, umlauf, tag)))


def _is_offen_geblieben(bestand: Bestand, umlauf: Umlauf, tag: date) -> bool:
    """Whether an Umlauf met an objection, or too few took part, and nobody has voted or asked again since."""
    end = umlauf.abschluss
    failed = umlauf.widerspruch or (end is not None and end.ergebnis == "nicht_beschlussfaehig")
    if not failed or umlauf.entfallen or (end is not None and end.am >= tag):
        return False
    if _is_entschieden(bestand, umlauf.vorlage) or is_erledigter_umlauf(bestand, umlauf):
        return False
    later = (u for u in bestand.umlaeufe.values() if u.kennung > umlauf.kennung and not u.entfallen)
    again = any(_is_same(umlauf, other) for other in later)
    return not again and not is_abgestimmt(bestand, umlauf.antrag)


def _is_entschieden(bestand: Bestand, kennung: str | None) -> bool:
    """Whether it was decided on a Vorlage, in a Sitzung or in an Umlauf."""
    vorlage = bestand.beschlussvorlagen.get(kennung or "")
    return vorlage is not None and is_entschieden(bestand, vorlage)


def _is_same(umlauf: Umlauf, other: Umlauf) -> bool:
    if isinstance(umlauf.antrag, EmpfehlungAntrag) and isinstance(other.antrag, EmpfehlungAntrag):
        return set(umlauf.antrag.empfehlungen) <= set(other.antrag.empfehlungen)
    return umlauf.antrag == other.antrag


def _from_umlauf(umlauf: Umlauf) -> Wiederkehr:
    name = umlauf.kennung.upper()
    weil = f"im Umlaufverfahren {name} wurde widersprochen"
    if not umlauf.widerspruch:
        weil = f"am Umlaufverfahren {name} beteiligten sich zu wenige"
    kennung = f"{umlauf.kennung}/{umlauf.beschluss}"
    return Wiederkehr(umlauf.beschluss, umlauf.titel, weil, kennung, umlauf.vorlage, (umlauf.kennung,), None)


def _returning(bestand: Bestand, entry: BeschlussIn, tag: date) -> Wiederkehr:
    how = "vertagt" if entry.beschluss.ergebnis == "vertagt" else "ohne Beschlussfähigkeit aufgerufen"
    weil = f"in der Sitzung vom {datum(entry.sitzung.datum)} {how}"
    antrag, newer = entry.beschluss.antrag, _newer_fassung(bestand, entry, tag)
    vorlage, plain = entry.top.vorlage, None
    if newer is not None and isinstance(antrag, EmpfehlungAntrag):
        weil += f", neue Fassung am {datum(newer.eingereicht or newer.vom)} eingereicht"
        vorlage = ready_vorlage(bestand, antrag.empfehlungen[0], newer.nr)
        plain = {"art": "empfehlung", "empfehlungen": list(antrag.empfehlungen), "fassung": str(newer.nr)}
    return Wiederkehr(entry.top.kennung, entry.top.titel, weil, entry.kennung, vorlage, entry.top.bezug, plain)


def _newer_fassung(bestand: Bestand, entry: BeschlussIn, tag: date) -> Empfehlungsfassung | None:
    """The wording handed in since that is to be voted on instead; a motion on several keeps theirs."""
    antrag = entry.beschluss.antrag
    if not isinstance(antrag, EmpfehlungAntrag) or len(antrag.empfehlungen) != 1:
        return None
    empfehlung = bestand.empfehlungen.get(antrag.empfehlungen[0])
    last = _submitted(empfehlung, tag) if empfehlung else None
    return last if last is not None and last.nr > antrag.vorgelegt[antrag.empfehlungen[0]] else None


def find_umlauf(bestand: Bestand, empfehlungen: Collection[str], vorlage: str | None = None) -> Umlauf | None:
    """The running Umlauf on the same matter: with the same Vorlage, or on all of some Empfehlungen."""
    for umlauf in bestand.umlaeufe.values():
        same = empfehlungen and set(empfehlungen) <= set(getattr(umlauf.antrag, "empfehlungen", ()))
        over = umlauf.abschluss or umlauf.entfallen or umlauf.widerspruch
        if not over and (same or (vorlage and umlauf.vorlage == vorlage)):
            return umlauf
    return None


def submitted_empfehlungen(bestand: Bestand, stichtag: date) -> tuple[tuple[Empfehlung, Empfehlungsfassung], ...]:
    """Empfehlungen handed in up to a day on which no vote is out: neither final, nor postponed, nor in Umlauf."""
    found = []
    for empfehlung in bestand.empfehlungen.values():
        fassung = _submitted(empfehlung, stichtag)
        stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(empfehlung.kennung, ()), stichtag)
        if fassung is not None and stand == "eingereicht" and not find_umlauf(bestand, [empfehlung.kennung]):
            found.append((empfehlung, fassung))
    return tuple(sorted(found, key=lambda pair: (pair[1].eingereicht or date.min, pair[0].kennung)))


def _submitted(empfehlung: Empfehlung, stichtag: date) -> Empfehlungsfassung | None:
    handed_in = [f for f in empfehlung.fassungen if f.eingereicht is not None and f.eingereicht <= stichtag]
    return max(handed_in, key=lambda f: f.nr, default=None)


def ready_vorlage(bestand: Bestand, empfehlung: str, fassung: int) -> str | None:
    """The Beschlussvorlage that is there already for this wording and has not been dealt with."""
    used = {top.vorlage for s in bestand.sitzungen.values() for top in s.tagesordnung if top.beschluesse}
    for vorlage in bestand.beschlussvorlagen.values():
        antrag = vorlage.antrag
        if vorlage.entfallen or vorlage.kennung in used or not isinstance(antrag, EmpfehlungAntrag):
            continue
        if antrag.vorgelegt == {empfehlung: fassung}:
            return vorlage.kennung
    return None


def open_arbeitsgruppen(bestand: Bestand, tag: date) -> tuple[Arbeitsgruppe, ...]:
    """AGs that have begun and are not closed on a day."""
    ags = bestand.arbeitsgruppen.values()
    return tuple(a for a in ags if a.mandat.von <= tag and not (a.abschluss and a.abschluss.am <= tag))


def due_weiterleitungen(bestand: Bestand, stichtag: date, tag: date) -> tuple[Faellig, ...]:
    """Weiterleitungen that, as known on the Stichtag, are due for Überprüfung up to a day."""
    return tuple(f for f in list_wiedervorlagen(bestand, stichtag) if f.am <= tag)


def new_themen(bestand: Bestand, tag: date) -> tuple[Thema, ...]:
    """Themen taken up since the last held Sitzung that no AG works on and that are no Schwerpunkt yet."""
    held = [s.datum for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand == "durchgefuehrt" and s.datum < tag]
    since = max(held, default=date.min)
    busy = {ag.thema for ag in bestand.arbeitsgruppen.values()}
    return tuple(
        thema
        for thema in bestand.themen.values()
        if since < thema.aufgenommen <= tag and thema.kennung not in busy and not thema.schwerpunkt and not thema.bis
    )


def old_bedarfe(bestand: Bestand, tag: date) -> tuple[Bedarf, ...]:
    """Bedarfe that nobody took up for longer than the Geschäftsordnung says, the oldest first."""
    fassung = bestand.fassung(tag)
    if fassung is None:
        return ()
    waiting = (b for b in bestand.bedarfe.values() if not (b.erledigt or b.zugeordnet or b.entfallen))
    old = (b for b in waiting if is_alter_bedarf(b.gemeldet.am, tag, fassung.fristen))
    return tuple(sorted(old, key=lambda b: (b.gemeldet.am, b.kennung)))


def vacant_sitze(bestand: Bestand, tag: date) -> tuple[Sitz, ...]:
    """Seats without ordentliches Mitglied on a day."""
    taken = bestand.ordentliche(tag)
    return tuple(sitz for sitz in bestand.sitze(tag) if sitz.kennung not in taken)


def coming_veranstaltungen(bestand: Bestand, tag: date) -> tuple[Veranstaltung, ...]:
    """Veranstaltungen after a day, the next first."""
    coming = (v for v in bestand.veranstaltungen.values() if v.datum > tag and not (v.abgesagt or v.entfallen))
    return tuple(sorted(coming, key=lambda v: (v.datum, v.kennung)))
