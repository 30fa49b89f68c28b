"""What somebody means by ``--an``: a Gremium, a Bank, the directory, a Stelle, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import get_args

from netzint.berichte import empfaenger
from netzint.berichte.empfaenger import Empfaenger
from netzint.modell.adresse import Adressbuch
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_ag, find_mitglied, find_stelle
from netzint.modell.sprache import aufzaehlung, fold
from netzint.modell.typen import Bank

BAENKE: tuple[str, ...] = get_args(Bank)
VERZEICHNIS = "beauftragte"
_WEGE = "Möglich sind: strategiegruppe, eine AG, eine Bank (bank-kommunen …), beauftragte, eine Stelle, eine Person."

_Finder = Callable[[], tuple[Empfaenger, ...]]


def choose_empfaenger(bestand: Bestand, worte: Iterable[str], tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    """Everybody who is meant, each once, in the order of the words. Raises NetzintFehler (wrong usage)."""
    return empfaenger.unique(p for wort in worte for p in _resolve(bestand, wort, tag, buch))


def _resolve(bestand: Bestand, wort: str, tag: date, buch: Adressbuch) -> tuple[Empfaenger, ...]:
    found = dict(_iter_meanings(bestand, wort, tag, buch))
    if len(found) > 1:
        text = f"„{wort}“ kann Verschiedenes meinen."
        raise NetzintFehler(text, f"Bitte eines davon nennen: {aufzaehlung(list(found))}.", Ausgang.AUFRUF)
    if not found:
        known = (STRATEGIEGRUPPE, GESCHAEFTSSTELLE, VERZEICHNIS, *(f"bank-{b}" for b in BAENKE))
        names = (*known, *bestand.arbeitsgruppen, *bestand.stellen, *bestand.mitglieder)
        hinweis = meinten_sie(wort, names, _WEGE)
        raise NetzintFehler(f"An „{wort}“ lässt sich nichts schreiben; das gibt es nicht.", hinweis, Ausgang.AUFRUF)
    return next(iter(found.values()))()


def _iter_meanings(bestand: Bestand, wort: str, tag: date, buch: Adressbuch) -> Iterable[tuple[str, _Finder]]:
    """Each way to say it without doubt, with whom it means."""
    name = fold(wort.strip())
    if name in (STRATEGIEGRUPPE, GESCHAEFTSSTELLE):
        yield name, partial(empfaenger.of_gremium, bestand, name, tag, buch)
    if name == VERZEICHNIS:
        yield name, partial(empfaenger.of_beauftragten, bestand, tag, buch)
    bank = name.removeprefix("bank-").removeprefix("bank ")
    if bank in BAENKE:
        yield f"bank-{bank}", partial(empfaenger.of_bank, bestand, bank, tag, buch)
    if name.startswith(("bank-", "bank ")):
        return
    ag = _try(find_ag, bestand, wort)
    if ag is not None:
        yield ag, partial(empfaenger.of_gremium, bestand, ag, tag, buch)
    stelle = _try(find_stelle, bestand, wort.strip().removeprefix("stelle-"))
    if stelle is not None:
        yield f"stelle-{stelle}", partial(empfaenger.of_kommune, bestand, stelle, tag, buch)
    if not name.startswith("stelle-"):
        person = _try(find_mitglied, bestand, wort)
        if person is not None:
            yield person, partial(empfaenger.of_person, bestand, person, buch)


def _try(find: Callable[[Bestand, str], object], bestand: Bestand, wort: str) -> str | None:
    """The Kennung it is or names; None if it is none of these, or several."""
    try:
        return str(getattr(find(bestand, wort), "kennung"))  # noqa: B009 (an entry of any kind)
    except NetzintFehler:
        return None
