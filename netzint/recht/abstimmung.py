"""Majority and quorum: the one place where votes are weighed. Whole numbers only; nothing is rounded.

The ways to a quorum and what a tie means are those of §§ 90, 91 LVwVfG and § 37 GemO (Baden-Württemberg); which
of them apply, and with which numbers, says the Geschäftsordnung. ``muster.py`` has both as presets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from netzint.modell.beschluss import Beschlussergebnis
    from netzint.modell.geschaeftsordnung import Abstimmungsrecht, Beschlussfaehigkeit
    from netzint.modell.typen import Anteil

Mehrheit = Literal["ja", "nein", "gleichstand"]
Ergebnis = Literal["angenommen", "abgelehnt", "nicht_beschlussfaehig"]
Quorumsgrund = Literal["regel", "befangenheit", "zweite_ladung"]


class Sitzlage(NamedTuple):
    """The seats at the moment of one vote, as counts."""

    soll: int
    """Seats that the Geschäftsordnung knows."""
    besetzt: int
    """Seats that somebody held on that day."""
    anwesend: int
    """Present and entitled for this vote, in person or represented; without those who were befangen."""
    ja: int
    nein: int
    enthaltung: int = 0
    nicht_teilgenommen: int = 0
    befangen: int = 0
    leitung_stimmberechtigt: bool = False
    """Whether whoever chaired had a vote here: present, entitled, not befangen."""
    stimme_leitung: Literal["ja", "nein"] | None = None
    """How the chair voted; None for an abstention, no vote, or where it is not known."""
    zweite_ladung: bool = False
    """Invited a second time on the same matter, with the notice that the relief applies."""
    alle_geladen: bool = True
    """Nobody was left out of the Ladung. Who came without one counts as invited; that is the caller's judgement."""

    @property
    def stimmen(self) -> int:
        """What has to equal ``anwesend``: Ja + Nein + Enthaltung + nicht teilgenommen."""
        return self.ja + self.nein + self.enthaltung + self.nicht_teilgenommen


class Quorum(NamedTuple):
    """How many must be present, and by which of the ways."""

    noetig: int
    grund: Quorumsgrund


class Auszaehlung(NamedTuple):
    """What follows from a Sitzlage. ``erklaerung`` is German prose that stands for itself."""

    beschlussfaehig: bool
    noetig: int
    mehrheit: Mehrheit
    ergebnis: Ergebnis
    erklaerung: str


def smallest_zahl(anteil: Anteil, basis: int) -> int:
    """The smallest whole number that satisfies a share: mindestens_2/3 of 9 is 6, mehr_als_1/2 of 12 is 7."""
    whole, rest = divmod(anteil.zaehler * basis, anteil.nenner)
    return whole + 1 if anteil.strikt or rest else whole


def find_quorum(lage: Sitzlage, recht: Beschlussfaehigkeit) -> Quorum:
    """How many must be present. Each relief is one more way to a quorum and never raises what is needed."""
    basis = _basis(lage, recht)
    ways = [Quorum(max(recht.mindestens, smallest_zahl(recht.anteil, basis)), "regel")]
    if recht.bei_befangenheit is not None and 2 * lage.befangen > basis:
        relieved = max(recht.mindestens, smallest_zahl(recht.bei_befangenheit, basis))
        ways.append(Quorum(relieved, "befangenheit"))
    if lage.zweite_ladung:
        ways.append(Quorum(recht.zweite_ladung, "zweite_ladung"))
    least = min(ways, key=lambda way: way.noetig)
    return least._replace(noetig=max(1, least.noetig))


def compare_stimmen(ja: int, nein: int, mehrheit: Literal["einfach"] | Anteil) -> Mehrheit:
    """Which side has it, of the votes cast: Enthaltungen count neither way.

    Only a simple majority knows a tie. Where 2/3 are needed, 3 to 3 has simply missed them, and the chair's vote
    cannot make up for it. Without a single Ja nothing is accepted.
    """
    if mehrheit == "einfach" or (mehrheit.strikt and 2 * mehrheit.zaehler == mehrheit.nenner):
        return "gleichstand" if ja == nein else "ja" if ja > nein else "nein"
    return "ja" if ja >= _noetige_ja(ja, nein, mehrheit) else "nein"


def count_abstimmung(lage: Sitzlage, faehigkeit: Beschlussfaehigkeit, recht: Abstimmungsrecht) -> Auszaehlung:
    """Quorum, majority and result of one vote, with the reason in words."""
    quorum = find_quorum(lage, faehigkeit)
    quorate = lage.alle_geladen and lage.anwesend >= quorum.noetig
    mehrheit = compare_stimmen(lage.ja, lage.nein, recht.mehrheit)
    ergebnis: Ergebnis = "nicht_beschlussfaehig"
    if quorate:
        ergebnis = "angenommen" if _is_angenommen(lage, mehrheit, recht) else "abgelehnt"
    text = f"{_tell_quorum(lage, faehigkeit, quorum, quorate)} {_tell_stimmen(lage, recht, mehrheit, ergebnis)}"
    return Auszaehlung(quorate, quorum.noetig, mehrheit, ergebnis, text)


def tell_beschlussfaehigkeit(lage: Sitzlage, recht: Beschlussfaehigkeit) -> str:
    """Whether a vote taken now would have a quorum, in German; if not, how many are missing."""
    quorum = find_quorum(lage, recht)
    missing = quorum.noetig - lage.anwesend
    text = _tell_quorum(lage, recht, quorum, lage.alle_geladen and missing <= 0)
    return text if missing <= 0 else f"{text} Es {'fehlt' if missing == 1 else 'fehlen'} {missing}."


def fits_ergebnis(gezaehlt: Ergebnis, vermerkt: Beschlussergebnis) -> bool:
    """Whether a recorded result can be true for what was counted.

    ``vertagt`` and ``zurueckverwiesen`` decide nothing: they need no quorum, only no majority against them.
    """
    if vermerkt in ("vertagt", "zurueckverwiesen"):
        return gezaehlt != "abgelehnt"
    return vermerkt == gezaehlt or (vermerkt == "geaendert_angenommen" and gezaehlt == "angenommen")


def _basis(lage: Sitzlage, recht: Beschlussfaehigkeit) -> int:
    return lage.soll if recht.bezug == "soll" else lage.besetzt


def _noetige_ja(ja: int, nein: int, mehrheit: Anteil) -> int:
    return max(1, smallest_zahl(mehrheit, ja + nein))


def _chair_decides(lage: Sitzlage, recht: Abstimmungsrecht) -> bool:
    return recht.gleichstand == "vorsitz" and lage.leitung_stimmberechtigt and lage.stimme_leitung is not None


def _is_angenommen(lage: Sitzlage, mehrheit: Mehrheit, recht: Abstimmungsrecht) -> bool:
    if mehrheit == "gleichstand":
        return _chair_decides(lage, recht) and lage.stimme_leitung == "ja"
    return mehrheit == "ja"


def _tell_quorum(lage: Sitzlage, recht: Beschlussfaehigkeit, quorum: Quorum, quorate: bool) -> str:  # noqa: FBT001
    seats = "Sitzen" if recht.bezug == "soll" else "besetzten Sitzen"
    text = f"{lage.anwesend} von {_basis(lage, recht)} {seats} anwesend"
    if lage.befangen:
        text += f" ({lage.befangen} befangen)"
    verdict = "beschlussfähig" if quorate else "nicht beschlussfähig"
    return f"{text}, {_tell_noetig(quorum) if lage.alle_geladen else 'aber nicht alle geladen'}: {verdict}."


def _tell_noetig(quorum: Quorum) -> str:
    is_one = quorum.noetig == 1
    if quorum.grund == "regel":
        return f"nötig {'ist' if is_one else 'sind'} {quorum.noetig}"
    enough = f"{'genügt' if is_one else 'genügen'} {quorum.noetig}"
    if quorum.grund == "zweite_ladung":
        return f"nach zweiter Ladung {enough}"
    return f"bei Befangenheit von mehr als der Hälfte {enough}"


def _tell_stimmen(lage: Sitzlage, recht: Abstimmungsrecht, mehrheit: Mehrheit, ergebnis: Ergebnis) -> str:
    if ergebnis == "nicht_beschlussfaehig":
        return "Ein Beschluss ist nicht zustande gekommen."
    text = f"{lage.ja} Ja gegen {lage.nein} Nein"
    if lage.enthaltung:
        text += f" bei {lage.enthaltung} {'Enthaltung' if lage.enthaltung == 1 else 'Enthaltungen'}"
    if lage.nicht_teilgenommen:
        text += f", {lage.nicht_teilgenommen} ohne Stimmabgabe"
    if mehrheit == "gleichstand":
        text += _tell_gleichstand(lage, recht)
    elif recht.mehrheit != "einfach":
        text += f", nötig sind {_noetige_ja(lage.ja, lage.nein, recht.mehrheit)} Ja"
    return f"{text}: {ergebnis}."


def _tell_gleichstand(lage: Sitzlage, recht: Abstimmungsrecht) -> str:
    if recht.gleichstand == "abgelehnt":
        return ", Stimmengleichheit"
    if _chair_decides(lage, recht):
        voted = "Ja" if lage.stimme_leitung == "ja" else "Nein"
        return f", bei Stimmengleichheit entscheidet die Stimme der Leitung ({voted})"
    return ", Stimmengleichheit ohne entscheidende Stimme der Leitung"
