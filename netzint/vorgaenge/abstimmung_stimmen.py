"""The votes as they were counted: who could vote, what is missing, what follows. The law itself is in ``recht``."""

from __future__ import annotations

from typing import Any, NamedTuple

from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_mitglied
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, fold
from netzint.regeln.stimmrecht import Stimmlage, compute_stimmlage
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.tops import short_top

Daten = dict[str, Any]
_FELDER = ("ja", "nein", "enthaltung")


class Stimmen(NamedTuple):
    """What was counted; people as they were typed."""

    ja: int | None = None
    nein: int | None = None
    enthaltung: int | None = None
    einstimmig: bool = False
    namentlich_ja: tuple[str, ...] = ()
    namentlich_nein: tuple[str, ...] = ()
    namentlich_enthaltung: tuple[str, ...] = ()
    befangen: tuple[str, ...] = ()
    leitung: str | None = None
    """How the chair voted: ja, nein or enthaltung; asked for only where it decides."""

    @property
    def ist_namentlich(self) -> bool:
        """Whether votes were taken by name."""
        return bool(self.namentlich_ja or self.namentlich_nein or self.namentlich_enthaltung)

    @property
    def ist_gezaehlt(self) -> bool:
        """Whether any votes were given."""
        given = (self.ja, self.nein, self.enthaltung)
        return self.einstimmig or self.ist_namentlich or any(n is not None for n in given)


class Saal(NamedTuple):
    """The room at one TOP."""

    bestand: Bestand
    sitzung: Sitzung
    nr: int

    def stimmlage(self, beschluss: Beschluss) -> Stimmlage:
        """What a vote comes to here. Raises NetzintFehler where that cannot be told."""
        found = compute_stimmlage(self.bestand, self.sitzung, self.sitzung.tagesordnung[self.nr], beschluss)
        if found is None:
            text = "Wer stimmberechtigt ist, lässt sich nicht feststellen."
            raise ablehnen(text, "Geschäftsordnung und Mitglieder mit „netzint pruefen“ ansehen.")
        return found

    @property
    def ist_strategiegruppe(self) -> bool:
        """Whether quorum and majority of the Geschäftsordnung apply."""
        return self.sitzung.gremium == STRATEGIEGRUPPE


def find_befangene(saal: Saal, stimmen: Stimmen) -> list[str]:
    """Who is befangen. Refused for somebody who was not there at this TOP anyway, neither in person nor represented."""
    there = saal.sitzung.da_bei(saal.sitzung.tagesordnung[saal.nr].kennung)
    found = [find_mitglied(saal.bestand, text).kennung for text in stimmen.befangen]
    for person in found:
        if person not in there:
            raise ablehnen(
                f"{person} ist bei {short_top(saal.sitzung, saal.nr)} nicht als anwesend vermerkt und kann dort nicht "
                "befangen sein.",
                f"Wer da war und wegen der Befangenheit hinausging: dieselbe Eingabe mit --da {person}. Sonst "
                "--befangen weglassen.",
            )
    return list(dict.fromkeys(found))


def count(saal: Saal, stimmen: Stimmen, berechtigt: tuple[str, ...]) -> Daten:
    """The votes as they stand in a Beschluss. Raises NetzintFehler if they cannot be those of the people there."""
    named = _namentlich(saal, stimmen, berechtigt)
    counts = _counts(stimmen, named, len(berechtigt))
    rest = len(berechtigt) - sum(counts.values())
    if rest < 0:
        raise _too_many(saal, sum(counts.values()), berechtigt)
    missing = {"nicht_teilgenommen": rest} if rest and saal.ist_strategiegruppe else {}
    return {**counts, **missing, **({"namentlich": named} if named else {})}


def _namentlich(saal: Saal, stimmen: Stimmen, berechtigt: tuple[str, ...]) -> dict[str, list[str]]:
    typed = {feld: getattr(stimmen, f"namentlich_{feld}") for feld in _FELDER}
    named = {feld: [find_mitglied(saal.bestand, t).kennung for t in texts] for feld, texts in typed.items() if texts}
    seen: set[str] = set()
    for person in (person for people in named.values() for person in people):
        if person in seen:
            raise falsch(f"{person} ist bei der namentlichen Abstimmung zweimal genannt.", "Jede Person einmal nennen.")
        seen.add(person)
        if person not in berechtigt:
            where = short_top(saal.sitzung, saal.nr)
            raise ablehnen(
                f"{person} hat bei {where} keine Stimme.", f"Stimmberechtigt sind: {', '.join(berechtigt) or 'niemand'}"
            )
    return named


def _counts(stimmen: Stimmen, named: dict[str, list[str]], berechtigt: int) -> dict[str, int]:
    given = {feld: getattr(stimmen, feld) for feld in _FELDER}
    if stimmen.einstimmig:
        if any(number is not None for number in given.values()) or named:
            raise falsch("--einstimmig heißt: alle haben mit Ja gestimmt.", "Entweder --einstimmig oder die Zahlen.")
        return {"ja": berechtigt, "nein": 0, "enthaltung": 0}
    for feld, number in given.items():
        if named and number is not None and number != len(named.get(feld, [])):
            text = f"Bei --{feld} steht {number}, namentlich sind es {len(named.get(feld, []))}."
            raise falsch(text, "Bei namentlicher Abstimmung ergeben sich die Zahlen aus den Namen.")
    return {feld: len(named.get(feld, [])) if named else given[feld] or 0 for feld in _FELDER}


def _too_many(saal: Saal, number: int, berechtigt: tuple[str, ...]) -> NetzintFehler:
    where = short_top(saal.sitzung, saal.nr)
    may = "stimmberechtigt" if saal.ist_strategiegruppe else "da"
    text = f"Angegeben sind {anzahl(number, 'Stimme', 'Stimmen')}; bei {where} sind {len(berechtigt)} Personen {may}"
    hinweis = f"Die Anwesenheit zeigt und ändert: netzint sitzung anwesend {saal.sitzung.kennung}"
    return ablehnen(f"{text}: {', '.join(berechtigt) or 'niemand'}.", hinweis)


def find_stimme_leitung(lage: Stimmlage, stimmen: Stimmen, gleichstand: str) -> str | None:
    """The vote of the chair to be recorded: only on a tie, and only where the chair has one.

    Raises NetzintFehler if it would decide and nobody said how it was, or if it was given where it does not count.
    """
    given = fold(stimmen.leitung) if stimmen.leitung else None
    if given not in (None, "ja", "nein", "enthaltung"):
        raise falsch(f"„{stimmen.leitung}“ ist keine Stimme.", "Es gibt: ja, nein, enthaltung.")
    is_tie = lage.auszaehlung.mehrheit == "gleichstand"
    may = lage.lage.leitung_stimmberechtigt
    if given in ("ja", "nein") and not (is_tie and may):
        why = "die Leitung hat hier keine Stimme" if is_tie else "sie zählt nur bei Stimmengleichheit eigens"
        raise falsch(f"--stimme-leitung passt hier nicht: {why}.", "Ohne diese Angabe wiederholen.")
    decides = is_tie and may and gleichstand == "vorsitz"
    if decides and given is None and lage.lage.stimme_leitung is None:
        raise FehltNoch(
            "leitung",
            f"Stimmengleichheit ({lage.lage.ja} Ja, {lage.lage.nein} Nein): Die Stimme der Leitung entscheidet.",
            "Angeben, wie die Leitung gestimmt hat: --stimme-leitung ja, nein oder enthaltung",
        )
    return given if given != "enthaltung" and decides else None
