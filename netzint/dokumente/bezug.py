"""Which files a document is made of, as far as its name tells: the entries that it is about, and its templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from netzint.dokumente.arten import MIT_VORLAGE
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.eingaben import list_teile
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.arten import ARTEN, NACH_NAME, jahr_und_nummer, without_form
from netzint.modell.bestand import Bestand
from netzint.modell.verweise import iter_verweise

ALLES = "daten/"
NETZWERK = "daten/netzwerk.yaml"
VORLAGEN = "vorlagen/"
_DATEINAME = re.compile(r"\w[\w .-]*")
"""A broken template may name a part anywhere on the disk."""
_LAENGSTER = 300
"""No name of a document is longer."""


def list_pfade(bestand: Bestand, auftrag: Auftrag, vorlagen: Vorlagen) -> tuple[str, ...]:
    """Paths below the Wurzel, sorted.

    These are the entries in the document's name and all that they name, those whose Kennungen stand in it,
    netzwerk.yaml and the templates really used; of a document about the whole network all data.
    """
    about = list_eintraege(bestand, auftrag.kennung)
    known = bestand.art_nach_kennung
    named = (found for kennung in about for found in _list_genannte(bestand, kennung))
    entries = {name for name in (*about, *named, *_list_texte(auftrag.daten)) if name in known}
    paths = {NACH_NAME[known[kennung]].pfad(kennung) for kennung in entries} | {NETZWERK} if about else {ALLES}
    arten = {auftrag.art, *(teil.art for teil in auftrag.teile)}
    used = {teil for art in arten for teil in list_teile(vorlagen.texte, MIT_VORLAGE[art].vorlage)}
    return tuple(sorted(paths | {VORLAGEN + name for name in used if _DATEINAME.fullmatch(name)}))


def list_eintraege(bestand: Bestand, name: str) -> tuple[str, ...]:
    """The Kennungen that the name of a document begins or ends with, the longest first.

    ``he-2026-01-ministerium`` is a letter about an Empfehlung to a Stelle.
    """
    known = bestand.art_nach_kennung
    return tuple(sorted(_split(name) & known.keys(), key=lambda part: (-len(part), part)))


def list_fruehere(name: str) -> tuple[str, ...]:
    """The paths of all entries that may once have been there, going by the name of a document."""
    numbered = (part for part in _split(name) if jahr_und_nummer(part))
    return tuple(art.pfad(part) for part in sorted(numbered) for art in ARTEN if not any(without_form(art, [part])))


def _split(name: str) -> set[str]:
    words = name[:_LAENGSTER].split("-")
    ends = range(len(words))
    return {"-".join(words[: nr + 1]) for nr in ends} | {"-".join(words[nr:]) for nr in ends}


def _list_texte(wert: object) -> Iterator[str]:
    """Every text in the data, in small letters."""
    if isinstance(wert, str):
        yield wert.lower()
    elif isinstance(wert, Mapping | list | tuple):
        for inner in wert.values() if isinstance(wert, Mapping) else wert:
            yield from _list_texte(inner)


def _list_genannte(bestand: Bestand, kennung: str) -> Iterator[str]:
    """Of a reference ``x/y`` the entry that it stands in."""
    entry = bestand.find(kennung)
    if entry is not None:
        yield from (fund.ziel.partition("/")[0] for fund in iter_verweise(entry))
