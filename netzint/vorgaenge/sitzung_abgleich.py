"""A Tagesordnung compared with what is open today: what has come, what is settled, what has a new reason."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import datum
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.zustaende import BEZEICHNUNG, agstand
from netzint.regeln.vorlagenstand import is_entschieden
from netzint.vorgaenge.offen import find_umlauf
from netzint.vorgaenge.sitzung import compute_vorschlaege
from netzint.vorgaenge.sitzung_stand import FESTE, is_eingeladen
from netzint.vorgaenge.vorschlag import Vorschlag, planned_before

SAMMELND = ("ueberpruefung", "neue-themen", "offene-bedarfe", "vakanzen", "veranstaltungen")
VOR_DER_ABSTIMMUNG = ("eingereicht", "vertagt")


class Paar(NamedTuple):
    """A TOP, by its place, with what is proposed for it now."""

    nr: int
    top: Tagesordnungspunkt
    vorschlag: Vorschlag


class Wegfall(NamedTuple):
    """A TOP, by its place, that nothing asks for any more, and why."""

    nr: int
    top: Tagesordnungspunkt
    grund: str


class Abgleich(NamedTuple):
    """What has come and gone since the Tagesordnung was computed. Its order, and what was put there by hand, stays."""

    vorschlaege: tuple[Vorschlag, ...]
    paare: tuple[Paar, ...]
    dazu: tuple[Vorschlag, ...]
    erledigt: tuple[Wegfall, ...]
    geaendert: tuple[Paar, ...]

    @property
    def anzahl(self) -> int:
        """How many changes there are to take over."""
        return len(self.dazu) + len(self.erledigt) + len(self.geaendert)


def compare(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> Abgleich:
    """What the Tagesordnung of a planned Sitzung of the Strategiegruppe would be today, beside what it is."""
    empty = sitzung.model_copy(update={"tagesordnung": ()})
    proposed = compute_vorschlaege(bestand.replaced([empty]), stichtag, sitzung.datum)
    paare, dazu = [], []
    for vorschlag in proposed:
        nr = _find(sitzung, vorschlag)
        if nr is not None:
            paare.append(Paar(nr, sitzung.tagesordnung[nr], vorschlag))
        elif not vorschlag.fest:
            dazu.append(vorschlag)
    known = {paar.nr for paar in paare}
    rest = [(nr, top) for nr, top in enumerate(sitzung.tagesordnung) if nr not in known and not top.abgesetzt]
    settled = (
        Wegfall(nr, top, _why_replaced(top, dazu) or why_settled(bestand, sitzung, top, stichtag)) for nr, top in rest
    )
    return Abgleich(
        proposed,
        tuple(paare),
        tuple(dazu),
        tuple(w for w in settled if w.grund),
        tuple(p for p in paare if _is_changed(bestand, p)),
    )


def count_nachtraege(bestand: Bestand, stichtag: date) -> dict[str, int]:
    """How many changes wait to be taken over, by the Kennung of each planned Sitzung that has some."""
    found = {}
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if sitzung.zustand in ("terminiert", "eingeladen") and sitzung.datum >= stichtag:
            abgleich = compare(bestand, sitzung, stichtag)
            found[sitzung.kennung] = len(abgleich.dazu) if is_eingeladen(sitzung) else abgleich.anzahl
    return {kennung: number for kennung, number in found.items() if number}


def _find(sitzung: Sitzung, vorschlag: Vorschlag) -> int | None:
    """The place of the TOP that a proposal is about: of the same Kennung, taking up the same, or with its Vorlage."""
    for nr, top in enumerate(sitzung.tagesordnung):
        same = vorschlag.kennung == top.kennung
        again = vorschlag.wiederaufnahme is not None and vorschlag.wiederaufnahme == top.wiederaufnahme
        if same or again or (vorschlag.vorlage is not None and vorschlag.vorlage == top.vorlage):
            return nr
    return None


def _is_changed(bestand: Bestand, paar: Paar) -> bool:
    """Whether the reason, what a gathering TOP gathers, or the wording to be voted on is another by now."""
    top, vorschlag = paar.top, paar.vorschlag
    if vorschlag.fest or top.abgesetzt:
        return False
    reason = top.weil is not None and top.weil != (vorschlag.weil or None)
    gathers = vorschlag.sammelt and top.bezug != vorschlag.bezug
    return reason or gathers or needs_vorlage(bestand, paar)


def needs_vorlage(bestand: Bestand, paar: Paar) -> bool:
    """Whether the TOP lacks its Beschlussvorlage, or has one for a wording that a newer one has replaced."""
    wanted, known = paar.vorschlag.antrag, bestand.beschlussvorlagen.get(paar.top.vorlage or "")
    if wanted is None or (paar.top.vorlage is not None and paar.top.vorlage == paar.vorschlag.vorlage):
        return False
    if known is None:
        return paar.top.vorlage is None
    laid_before = known.antrag.vorgelegt if isinstance(known.antrag, EmpfehlungAntrag) else {}
    numbers = {he: int(wanted.get("fassung", 1)) for he in wanted.get("empfehlungen", ())}
    return known.entfallen is not None or not numbers.items() <= laid_before.items()


def _why_replaced(top: Tagesordnungspunkt, dazu: list[Vorschlag]) -> str:
    """The question of Verlängerung or Abschluss gives way to a Beschlussvorlage that answers it."""
    kind, _, ag = top.kennung.partition("-")
    if kind != "ende":
        return ""
    papers = (v.vorlage for v in dazu if v.vorlage is not None and ag in v.bezug and v.kennung not in SAMMELND)
    paper = next(papers, None)
    return f"dazu gibt es jetzt die Beschlussvorlage {paper.upper()}" if paper else ""


def why_settled(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, tag: date) -> str:
    """Why a computed TOP has nothing left to deal with; empty for one that was put there by hand."""
    vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
    if vorlage is not None and vorlage.entfallen:
        return f"{vorlage.kennung.upper()} ist entfallen"
    elsewhere = _on_earlier(bestand, sitzung, top)
    if elsewhere:
        return f"steht schon auf der Tagesordnung von {elsewhere.upper()}"
    hes = _empfehlungen(bestand, top)
    if hes:
        return _why_decided(bestand, hes, tag)
    if vorlage is not None and (why := _why_elsewhere(bestand, vorlage)):
        return why
    if top.wiederaufnahme:
        return "inzwischen entschieden"
    return _why_over(bestand, top, tag)


def _why_elsewhere(bestand: Bestand, vorlage: Beschlussvorlage) -> str:
    """Whether a Vorlage that is not about Empfehlungen went round instead, or was decided so."""
    umlauf = find_umlauf(bestand, (), vorlage.kennung)
    if umlauf is not None:
        return f"darüber läuft das Umlaufverfahren {umlauf.kennung.upper()}"
    return f"{vorlage.kennung.upper()} ist entschieden" if is_entschieden(bestand, vorlage) else ""


def _on_earlier(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt) -> str:
    if top.kennung in FESTE or top.kennung in SAMMELND:
        return ""
    for earlier in planned_before(bestand, sitzung.datum):
        if any(other.kennung == top.kennung and other.bezug == top.bezug for other in earlier.tagesordnung):
            return earlier.kennung if top.weil else ""
    return ""


def _empfehlungen(bestand: Bestand, top: Tagesordnungspunkt) -> tuple[str, ...]:
    vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
    if vorlage is not None and isinstance(vorlage.antrag, EmpfehlungAntrag):
        return vorlage.antrag.empfehlungen
    return (top.kennung,) if top.kennung in bestand.empfehlungen else ()


def _why_decided(bestand: Bestand, hes: tuple[str, ...], tag: date) -> str:
    umlauf = find_umlauf(bestand, hes)
    if umlauf is not None:
        return f"darüber läuft das Umlaufverfahren {umlauf.kennung.upper()}"
    known = [bestand.empfehlungen[he] for he in hes if he in bestand.empfehlungen]
    states = [(e.kennung, empfehlungsstand(e, bestand.entscheidungen.get(e.kennung, ()), tag)) for e in known]
    if any(stand in VOR_DER_ABSTIMMUNG for _, stand in states):
        return ""
    return ", ".join(f"{he.upper()} ist {BEZEICHNUNG[stand]}" for he, stand in states)


def _why_over(bestand: Bestand, top: Tagesordnungspunkt, tag: date) -> str:
    """The reason for TOPs whose Kennung says what they are about."""
    if top.kennung in SAMMELND:
        return "davon ist nichts mehr offen"
    kind, _, what = top.kennung.partition("-")
    ag = bestand.arbeitsgruppen.get(what)
    if kind == "niederschrift" and what in bestand.sitzungen:
        entfaellt = bestand.sitzungen[what].zustand in ("abgesagt", "entfallen")
        return "die Sitzung fand nicht statt" if entfaellt else "die Niederschrift ist genehmigt"
    if kind in ("ende", "bericht") and ag is not None:
        stand = agstand(ag, tag)
        return f"das Mandat läuft bis {datum(ag.ende)}" if stand == "aktiv" else f"die AG ist {BEZEICHNUNG[stand]}"
    return ""
