"""The types of single values. Every scalar arrives as text; the type of its field gives it its meaning.

So ``NO``, ``"14:30"``, ``0123`` and ``1.10`` stay what the author wrote, whatever YAML would make of them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_ISO_TAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_MONAT = re.compile(r"([0-9]{4})-([0-9]{2})")
_KEIN_DATUM = "„{wert}“ ist kein Datum der Form JJJJ-MM-TT"
_ZAHL = re.compile(r"0|[1-9][0-9]{0,8}")
_ANTEIL = re.compile(r"(mehr_als|mindestens)_([1-9][0-9]?)/([1-9][0-9]?)")


class Monatstag(date):
    """A day of which only the month is known: its first as ``von``, its last as ``bis``. Written ``2021-10``."""

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


class Anteil(NamedTuple):
    """A share as law writes it: more than (``strikt``) or at least ``zaehler/nenner``. Integers only."""

    strikt: bool
    zaehler: int
    nenner: int

    def __str__(self) -> str:
        return f"{'mehr_als' if self.strikt else 'mindestens'}_{self.zaehler}/{self.nenner}"


def parse_datum(value: object) -> date:
    """``2026-12-03`` as a date; nothing else (no time stamps, no 3.12.2026: files are read in diffs)."""
    if isinstance(value, str):
        return _datum_of_text(value)
    if type(value) is date:
        return value
    raise PydanticCustomError("datum", _KEIN_DATUM, {"wert": _shown(value)})


def parse_von(value: object) -> date:
    """A first day: ``2021-10-05``, or ``2021-10`` for the first of a month of which no more is known."""
    month = _parse_monat(value)
    return month if month is not None else parse_datum(value)


def parse_bis(value: object) -> date:
    """A last day, inclusive: ``2022-07-31``, or ``2022-07`` for the last of a month of which no more is known."""
    month = _parse_monat(value)
    if month is None:
        return parse_datum(value)
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    last = following - timedelta(days=1)
    return Monatstag(last.year, last.month, last.day)


@lru_cache(maxsize=20_000)
def _datum_of_text(text: str) -> date:
    if not _ISO_TAG.fullmatch(text):
        raise PydanticCustomError("datum", _KEIN_DATUM, {"wert": _shown(text)})
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("datum_gibt_es_nicht", "den Tag „{wert}“ gibt es nicht", {"wert": text}) from None


def _parse_monat(value: object) -> Monatstag | None:
    if isinstance(value, Monatstag):
        return value
    match = _ISO_MONAT.fullmatch(value) if isinstance(value, str) and len(value) == 7 else None
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and 1 <= year <= 9998):
        raise PydanticCustomError("datum_gibt_es_nicht", "den Monat „{wert}“ gibt es nicht", {"wert": str(value)})
    return Monatstag(year, month, 1)


def parse_zahl(value: object) -> int:
    """A whole number from 0 on, without leading zero or separators."""
    if type(value) is int and value >= 0:
        return value
    if isinstance(value, str) and _ZAHL.fullmatch(value):
        return int(value)
    raise PydanticCustomError("zahl", "„{wert}“ ist keine ganze Zahl ab 0", {"wert": _shown(value)})


def parse_ja_nein(value: object) -> bool:
    """``ja`` or ``nein``; nothing that other programs take for a truth value."""
    if isinstance(value, bool):
        return value
    if value == "ja":
        return True
    if value == "nein":
        return False
    raise PydanticCustomError("ja_nein", "„{wert}“ ist weder „ja“ noch „nein“", {"wert": _shown(value)})


def parse_anteil(value: object) -> Anteil:
    """``mehr_als_1/2`` or ``mindestens_2/3``; never above the whole."""
    if isinstance(value, Anteil):
        return value
    match = _ANTEIL.fullmatch(value) if isinstance(value, str) else None
    if match is None or int(match[2]) > int(match[3]):
        text = "„{wert}“ ist kein Anteil wie „mehr_als_1/2“ oder „mindestens_2/3“"
        raise PydanticCustomError("anteil", text, {"wert": _shown(value)})
    return Anteil(match[1] == "mehr_als", int(match[2]), int(match[3]))


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value if len(value) <= 60 else value[:59] + "…"
    return {"dict": "ein Block", "list": "eine Liste"}.get(type(value).__name__, type(value).__name__)


def _schema(**keys: Any) -> WithJsonSchema:
    return WithJsonSchema(keys)


class Verweis(NamedTuple):
    """Marks a text as the Kennung of something else, with the kinds it may name."""

    arten: tuple[str, ...]


_TAG_ODER_MONAT = r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$"
_KENNUNG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_KURZ = StringConstraints(pattern=_KENNUNG, max_length=60)

Datum = Annotated[date, PlainValidator(parse_datum), _schema(type="string", format="date")]
Von = Annotated[date, PlainValidator(parse_von), _schema(type="string", pattern=_TAG_ODER_MONAT)]
Bis = Annotated[date, PlainValidator(parse_bis), _schema(type="string", pattern=_TAG_ODER_MONAT)]
Zahl = Annotated[int, PlainValidator(parse_zahl), _schema(type="integer", minimum=0)]
JaNein = Annotated[bool, PlainValidator(parse_ja_nein), _schema(enum=["ja", "nein"])]
AnteilWert = Annotated[Anteil, PlainValidator(parse_anteil), _schema(type="string", pattern=f"^{_ANTEIL.pattern}$")]

Zeile = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*$")]
"""One line of text."""
Prosa = Annotated[str, StringConstraints(min_length=1), "prosa"]
"""Text of several lines, in the file as a block scalar."""
Uhrzeit = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Mailadresse = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Siegelwert = Annotated[str, StringConstraints(pattern=r"^n1:[0-9a-f]{64}$")]
Kennung = Annotated[str, _KURZ]

StelleRef = Annotated[str, _KURZ, Verweis(("stelle",))]
MitgliedRef = Annotated[str, _KURZ, Verweis(("mitglied",))]
AgRef = Annotated[str, _KURZ, Verweis(("arbeitsgruppe",))]
ThemaRef = Annotated[str, _KURZ, Verweis(("thema",))]
ZielRef = Annotated[str, _KURZ, Verweis(("ziel",))]
BedarfRef = Annotated[str, _KURZ, Verweis(("bedarf",))]
EmpfehlungRef = Annotated[str, _KURZ, Verweis(("empfehlung",))]
VorlageRef = Annotated[str, _KURZ, Verweis(("beschlussvorlage",))]
SitzungRef = Annotated[str, _KURZ, Verweis(("sitzung",))]
SitzRef = Annotated[str, _KURZ, Verweis(("sitz",))]
GremiumRef = Annotated[str, _KURZ, Verweis(("gremium", "arbeitsgruppe"))]
"""``strategiegruppe``, ``geschaeftsstelle`` or the Kennung of an AG."""
FederfuehrungRef = Annotated[str, _KURZ, Verweis(("gremium", "arbeitsgruppe", "stelle"))]
NeueAgRef = Annotated[str, _KURZ, Verweis(("arbeitsgruppe", "vorhaben"))]
"""An AG, or one that is still to be set up: then the motion that names it says all that is to be fixed."""
NeuesZielRef = Annotated[str, _KURZ, Verweis(("ziel", "vorhaben"))]
"""A Ziel, or one that is still to be adopted: then the motion that names it has its wording."""
BeschlussRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=121),
    Verweis(("beschluss",)),
]
"""``x/y`` always means Sitzung/Beschluss (or Umlauf/Beschluss)."""

Koerperschaft = Literal["gemeinde", "stadt", "landkreis"]
Bank = Literal["ministerium", "landesverbaende", "kommunen", "integrationsbeauftragte"]
