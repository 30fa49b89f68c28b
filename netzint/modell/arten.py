"""The kinds of entries: folder, model, form of the Kennung. Path, Kennung and kind determine each other."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import filterfalse
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netzint.modell.grund import Eintrag


class Art(NamedTuple):
    """One kind of entry. ``ordner`` is empty for the two single files."""

    name: str
    ordner: str
    klasse: str
    muster: str
    form: str
    """The form of the Kennung in words, for messages."""

    @property
    def model(self) -> type[Eintrag]:
        """The pydantic class, imported on first use (pydantic is slow to load)."""
        found: type[Eintrag] = getattr(import_module(f"netzint.modell.{self.name}"), self.klasse)
        return found

    def pfad(self, kennung: str) -> str:
        """The path of an entry below the root: ``daten/sitzungen/sg-2026-03.yaml``."""
        return f"daten/{self.ordner}/{kennung}.yaml" if self.ordner else f"daten/{kennung}.yaml"


_FREI = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

ARTEN: tuple[Art, ...] = (
    Art("netzwerk", "", "Netzwerk", "netzwerk", "netzwerk"),
    Art("geschaeftsordnung", "", "Geschaeftsordnung", "geschaeftsordnung", "geschaeftsordnung"),
    Art("stelle", "stellen", "Stelle", _FREI, "ein sprechender Name, z. B. stadt-musterstadt"),
    Art(
        "mitglied",
        "mitglieder",
        "Mitglied",
        _FREI,
        "der zuerst eingenommene Sitz und eine Zahl, z. B. kommunen-stadt-2",
    ),
    Art("arbeitsgruppe", "arbeitsgruppen", "Arbeitsgruppe", r"ag(-[a-z0-9]+)+", "ag-…"),
    Art("thema", "themen", "Thema", r"thema(-[a-z0-9]+)+", "thema-…"),
    Art("ziel", "ziele", "Ziel", r"ziel(-[a-z0-9]+)+", "ziel-…"),
    Art("bedarf", "bedarfe", "Bedarf", r"bedarf-(\d{4})-(\d{2,})", "bedarf-JJJJ-NN"),
    Art("empfehlung", "empfehlungen", "Empfehlung", r"he-(\d{4})-(\d{2,})", "he-JJJJ-NN"),
    Art("beschlussvorlage", "beschlussvorlagen", "Beschlussvorlage", r"bv-(\d{4})-(\d{3,})", "bv-JJJJ-NNN"),
    Art("sitzung", "sitzungen", "Sitzung", r"(?:sg|ag(?:-[a-z0-9]+)+-sitzung)-(\d{4})-(\d{2,})", "sg-JJJJ-NN"),
    Art("umlauf", "umlaeufe", "Umlauf", r"um-(\d{4})-(\d{2,})", "um-JJJJ-NN"),
    Art("veranstaltung", "veranstaltungen", "Veranstaltung", r"va-(\d{4})-(\d{2,})", "va-JJJJ-NN"),
    Art("ausnahme", "ausnahmen", "Ausnahme", r"ausnahme(-[a-z0-9]+)+", "ausnahme-…"),
    Art("beauftragte", "beauftragte", "Beauftragte", r"ib(-[a-z0-9]+)+", "ib-… und die Kommune"),
)
NACH_NAME = {art.name: art for art in ARTEN}
NACH_ORDNER = {art.ordner: art for art in ARTEN if art.ordner}
EINZELN = {art.name: art for art in ARTEN if not art.ordner}
ORDNER = frozenset(NACH_ORDNER)

_NUMMERIERT = re.compile(r"(.+)-(\d{4})-(\d{2,})")
_MUSTER = {art.name: re.compile(art.muster) for art in ARTEN}


def art_of_pfad(pfad: str) -> tuple[Art, str] | None:
    """The kind and the Kennung that a path stands for, or None: ``daten/ziele/ziel-x.yaml`` → (ziel, ``ziel-x``)."""
    parts = pfad.split("/")
    if parts[0] != "daten" or not pfad.endswith(".yaml"):
        return None
    kennung = parts[-1].removesuffix(".yaml")
    art = EINZELN.get(kennung) if len(parts) == 2 else NACH_ORDNER.get(parts[1]) if len(parts) == 3 else None
    return (art, kennung) if art else None


@cache
def place_of(pfad: str) -> tuple[Art, str]:
    """The same for a path that is known to be an entry's, and asked for often: at 10,000 files each call counts."""
    _, ordner, *name = pfad[:-5].split("/")
    return (NACH_ORDNER[ordner], name[0]) if name else (EINZELN[ordner], ordner)


def without_form(art: Art, kennungen: Iterable[str]) -> Iterator[str]:
    """Those of the Kennungen that have not the form their kind asks for."""
    return filterfalse(_MUSTER[art.name].fullmatch, kennungen)


def jahr_und_nummer(kennung: str) -> tuple[str, int, int] | None:
    """Series, year and number of a numbered Kennung: ``bv-2026-007`` → (``bv``, 2026, 7); otherwise None."""
    match = _NUMMERIERT.fullmatch(kennung)
    return (match[1], int(match[2]), int(match[3])) if match else None
