"""A Sitzung as it was on a day: what came later, by its own date, has not happened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzint.modell.bestand import STRATEGIEGRUPPE
from netzint.modell.sitzung import Einladung

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netzint.modell.bestand import Bestand
    from netzint.modell.sitzung import Sitzung, Verlegung

GEPLANT = ("terminiert", "eingeladen")


def naechste_sitzung(bestand: Bestand, tag: date) -> Sitzung | None:
    """The next Sitzung of the Strategiegruppe that is planned on a day, as it is then."""
    coming = (s for s in list_geplante(bestand, tag) if s.datum >= tag)
    return min(coming, key=lambda s: (s.datum, s.kennung), default=None)


def list_geplante(bestand: Bestand, tag: date) -> Iterator[Sitzung]:
    """The Sitzungen of the Strategiegruppe that are planned on a day and not held, as they are then."""
    planned = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if zustand_am(s, tag) in GEPLANT)
    return (sitzung_am(s, tag) for s in planned)


def zustand_am(sitzung: Sitzung, tag: date) -> str:
    """The state on a day."""
    if sitzung.entfallen is not None and sitzung.entfallen.am <= tag:
        return "entfallen"
    if sitzung.abgesagt is not None and sitzung.abgesagt.am <= tag:
        return "abgesagt"
    if sitzung.zustand == "durchgefuehrt" and termin_am(sitzung, tag) == sitzung.datum <= tag:
        return "durchgefuehrt"
    einladung = _einladung_am(sitzung, tag)
    return "eingeladen" if einladung is not None else "terminiert"


def termin_am(sitzung: Sitzung, tag: date) -> date:
    """The day that it was planned for on a day: until it was moved, the one that was given up."""
    moved = _next_verlegung(sitzung, tag)
    return moved.von if moved else sitzung.datum


def _next_verlegung(sitzung: Sitzung, tag: date) -> Verlegung | None:
    """The first move that had not happened yet."""
    later = (v for v in sitzung.verlegt if v.am > tag)
    return min(later, key=lambda v: v.am, default=None)


def _einladung_am(sitzung: Sitzung, tag: date) -> Einladung | None:
    """The Einladung as it was on a day; of one to a day that was given up only the dispatch is known."""
    moved = _next_verlegung(sitzung, tag)
    if moved is not None:
        sent = moved.eingeladen is not None and moved.eingeladen <= tag
        return Einladung.model_validate({"versandt": moved.eingeladen}) if sent else None
    return sitzung.einladung if sitzung.einladung is not None and sitzung.einladung.versandt <= tag else None


def sitzung_am(sitzung: Sitzung, tag: date) -> Sitzung:
    """The Sitzung as it was on a day."""
    datum = termin_am(sitzung, tag)
    later: dict[str, object] = {}
    if datum > tag or datum != sitzung.datum:
        tops = (t.model_copy(update={"beschluesse": (), "verlauf": None}) for t in sitzung.tagesordnung)
        later |= {"tagesordnung": tuple(tops), "anwesend": (), "entschuldigt": (), "gaeste": (), "niederschrift": None}
    if datum != sitzung.datum:
        later |= {"datum": datum, "verlegt": tuple(v for v in sitzung.verlegt if v.am <= tag)}
    if (einladung := _einladung_am(sitzung, tag)) != sitzung.einladung:
        later["einladung"] = einladung
    dated: tuple[tuple[str, date | None], ...] = (
        ("abgesagt", sitzung.abgesagt.am if sitzung.abgesagt else None),
        ("entfallen", sitzung.entfallen.am if sitzung.entfallen else None),
        ("abgeschlossen", sitzung.abgeschlossen),
        ("niederschrift", sitzung.niederschrift.vom if sitzung.niederschrift else None),
    )
    later |= {feld: None for feld, am in dated if am is not None and am > tag}
    return sitzung.model_copy(update=later) if later else sitzung
