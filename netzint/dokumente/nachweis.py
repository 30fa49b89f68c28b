"""Whether a file is what netzint makes: the document is found again by what the file says of itself, and made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import NamedTuple

from netzint.dokumente.arten import ALLE
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.ausweis import Ausweis
from netzint.dokumente.bezug import list_eintraege
from netzint.dokumente.briefbogen import BRIEFBOGEN
from netzint.dokumente.dateiworte import read_worte
from netzint.dokumente.eingaben import digest_of
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.jahr import OHNE_VERGLEICH
from netzint.dokumente.kontext_jahr import Grenzen
from netzint.dokumente.oeffentlich import find_oeffentliche
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.recht.siegel import pruefsumme

_GENANNT = 12
"""So many Kennungen are tried that are only named in the text."""
_TAGE = 6
_RAND = "`*_|()[]{}„“\"',.;:!?"


class Treffer(NamedTuple):
    """A document of a state that the file may be."""

    auftrag: Auftrag
    vorlagen: Vorlagen
    gleich: bool
    """It is made of exactly the inputs that the file names."""


def find_treffer(
    bestand: Bestand, vorlagen: Vorlagen, ausweis: Ausweis, name: str = "", grenzen: Grenzen = OHNE_VERGLEICH
) -> Treffer | None:
    """The document of this state with the file's digest; else the one that it most likely was; else None.

    ``name`` is that of the file; ``grenzen`` are for a Jahresbericht.
    """
    closest = None
    for auftrag in _list_auftraege(bestand, ausweis, grenzen):
        if digest_of(auftrag, vorlagen) == ausweis.get("pruefsumme"):
            return Treffer(auftrag, vorlagen, gleich=True)
        if closest is None or (auftrag.name in name.casefold() and closest.name not in name.casefold()):
            closest = auftrag
    return Treffer(closest, vorlagen, gleich=False) if closest else None


def _list_auftraege(bestand: Bestand, ausweis: Ausweis, grenzen: Grenzen) -> Iterator[Auftrag]:
    """Every document that has the kind and Kennung which the file says, or that its text may be about."""
    arten = [art] if (art := ausweis.get("art")) in ALLE else _guess_arten(ausweis.text)
    seen = set()
    for name in _list_namen(bestand, ausweis):
        for tag in islice(ausweis.tage, _TAGE):
            for kind in arten:
                for auftrag in _ask(bestand, name, tag, kind, grenzen, oeffentlich=ausweis.is_oeffentlich):
                    key = (auftrag.name, auftrag.datum)
                    if key not in seen and auftrag.art in arten and auftrag.datum in ausweis.tage:
                        seen.add(key)
                        yield auftrag


def _guess_arten(text: str) -> list[str]:
    """The kinds that the title names; all, if it names none."""
    title = next((line for line in text.splitlines() if line.startswith("# ")), "").casefold()
    return [art.name for art in ALLE.values() if art.titel.casefold() in title] or list(ALLE)


def _ask(bestand: Bestand, name: str, tag: date, art: str, grenzen: Grenzen, *, oeffentlich: bool) -> Iterator[Auftrag]:
    """Nothing where there is no such document in this state."""
    with suppress(NetzintFehler):
        yield from find_auftraege(bestand, name, tag, art, grenzen)
    if oeffentlich:
        with suppress(NetzintFehler):
            yield from find_oeffentliche(bestand, name, tag, art)


def _list_namen(bestand: Bestand, ausweis: Ausweis) -> tuple[str, ...]:
    """What to ask for: by the Kennung in the properties, or by the words of the text, the last ones first."""
    kennung, art = ausweis.get("kennung"), ausweis.get("art")
    if not kennung:
        words = (word.strip(_RAND).lower() for word in reversed(ausweis.text.split()))
        return tuple(islice(dict.fromkeys(word for word in words if word in bestand.art_nach_kennung), _GENANNT))
    about = list_eintraege(bestand, kennung)
    parts = (f"{name}/{kennung[len(name) + 1 :]}" for name in about if kennung.startswith(f"{name}-"))
    seats = (sitz for sitz in bestand.alle_sitze if kennung.startswith(sitz) or kennung.endswith(sitz))
    return tuple(dict.fromkeys((kennung, f"{art}-{kennung}", art, *about, *parts, *seats, STRATEGIEGRUPPE)))


def make_again(treffer: Treffer, ausweis: Ausweis, vorgang: str) -> bytes | None:
    """The file as netzint makes it now; None if it cannot be made, as without a letterhead."""
    auftrag = treffer.auftrag._replace(vorgang=vorgang)
    with suppress(NetzintFehler):
        return next(iter(erzeuge([auftrag], treffer.vorlagen, "", (ausweis.form,)).values()))
    return None


def has_briefbogen(treffer: Treffer, ausweis: Ausweis) -> bool:
    """Whether this state has the letterhead that the file was made with; always, where there is none."""
    name = BRIEFBOGEN.get(ausweis.form)
    data = treffer.vorlagen.briefbogen.get(name or "")
    return name is None or (data is not None and pruefsumme(data) == ausweis.get("briefbogen"))


def with_briefbogen(treffer: Treffer, ausweis: Ausweis, data: bytes) -> Treffer:
    """The same with this letterhead."""
    briefbogen = {**treffer.vorlagen.briefbogen, BRIEFBOGEN[ausweis.form]: data}
    return treffer._replace(vorlagen=treffer.vorlagen._replace(briefbogen=briefbogen))


def compare(name: str, data: bytes, again: bytes, ausweis: Ausweis) -> tuple[list[str], list[str]]:
    """The words as netzint makes them, and those in the file."""
    own = ausweis._replace(text=again.decode("utf-8", "replace")) if ausweis.text else ausweis
    return read_worte(name, again, own), read_worte(name, data, ausweis)
