"""What all models share: frozen, closed (an unknown key is a finding), and the fields every entry may carry.

Modules of models do without ``from __future__ import annotations``: pydantic would have to compile each annotation
again, which every run that judges anything would wait for.
"""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from netzint.modell.befund import Ort
from netzint.modell.typen import BeschlussRef, Datum, Kennung, Prosa, Zeile


class Angabe(BaseModel):
    """A part of an entry."""

    # A model learns to judge when it is first asked to: most runs need few of them, and all together take long.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Abweichung(Angabe):
    """A recorded fact of the past that breaks a rule, with the reason it stands; the Fehler becomes a Warnung."""

    regel: Zeile = Field(description="Code der Regel, z. B. S301")
    grund: Prosa = Field(description="warum die Angabe trotzdem stimmt")


class Berichtigung(Angabe):
    """What stood there before a correction: a correction is an entry, never a silent overwriting."""

    zu: Zeile = Field(description="was berichtigt wurde (Kennung des Beschlusses oder Feld)")
    am: Datum = Field(description="Tag der Berichtigung")
    statt: dict[str, Any] | str = Field(description="was vorher dort stand")
    beschluss: BeschlussRef | None = Field(None, description="worauf die Berichtigung beruht")
    grund: Prosa = Field(description="warum berichtigt wurde")


class Entfallen(Angabe):
    """A number that was given and is not used any more; the file stays, so that the gap explains itself."""

    am: Datum = Field(description="Tag")
    grund: Prosa = Field(description="warum")


class Eintrag(Angabe):
    """One file in ``daten/``. Its Kennung is the file's name and does not stand in the file."""

    kennung: Kennung = Field(description="Name der Datei ohne „.yaml“", exclude=True)
    abweichung: tuple[Abweichung, ...] = Field((), description="begründete Abweichungen von einer Regel")
    berichtigungen: tuple[Berichtigung, ...] = Field((), description="was früher hier stand und berichtigt wurde")

    def an(self, *feld: str | int) -> Ort:
        """The place of a value in this entry: ``mitglied.an("mandate", 0, "von")``."""
        return Ort(self.kennung, feld, type(self).__name__.lower())


class Nummeriert(Eintrag):
    """An entry whose Kennung carries a number of a year; numbers are never used again."""

    entfallen: Entfallen | None = Field(None, description="wenn die Nummer nicht mehr gilt")


GEMEINSAM = ("entfallen", "abweichung", "berichtigungen")
"""The shared fields, in the order in which they end a file."""


@cache
def ordered_fields(model: type[Angabe]) -> tuple[str, ...]:
    """The field names of a model in the order of the file: own ones first, the shared ones last."""
    names = tuple(model.model_fields)
    own = tuple(name for name in names if name not in GEMEINSAM and name != "kennung")
    has_own_kennung = "kennung" in names and not issubclass(model, Eintrag)
    head = ("kennung",) if has_own_kennung else ()
    return head + own + tuple(name for name in GEMEINSAM if name in names)
