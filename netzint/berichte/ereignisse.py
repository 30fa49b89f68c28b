"""What happened, where a part of an entry is new: a forwarding, a vote, a prolongation, told as one would tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from netzint.berichte.nennung import describe, describe_ohne, is_lang
from netzint.berichte.worte import tell_antrag, tell_stimmen
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import Angabe
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.zustaende import BEZEICHNUNG

Erzaehlung = tuple[Callable[[Any], str], frozenset[str]]
"""How it is told, and the fields that are told with it; what else it says follows behind."""


def _am(verb: str, feld: str = "am") -> Erzaehlung:
    return (lambda e: f"{verb} am {datum(getattr(e, feld))}"), frozenset({feld})


def _mit_beschluss(kopf: Callable[[Any], str], *felder: str) -> Erzaehlung:
    return (lambda e: f"{kopf(e)}{basis(e.beschluss)}"), frozenset({*felder, "beschluss"})


def basis(beschluss: str | None) -> str:
    """`` (Beschluss x/y)``, or nothing."""
    return f" (Beschluss {beschluss})" if beschluss else ""


def _tell_beschluss(e: Any) -> str:
    votes = tell_stimmen(e.ja, e.nein, e.enthaltung)
    result = BEZEICHNUNG.get(e.ergebnis, e.ergebnis)
    more = describe_ohne(e.antrag, _list_gesagtes(e.antrag))
    sealed = "; versiegelt" if e.siegel else ""
    return f"Beschluss {e.kennung}: {result}" + (f" mit {votes}" if votes else "") + sealed + (
        f"; Antrag: {tell_antrag(e.antrag)}" + (f" ({more})" if more else "")
    )  # fmt: skip


def _list_gesagtes(antrag: Any) -> set[str]:
    """What the motion in a few words says already."""
    said = {"art", "ag", "empfehlungen", "fassung", "fassungen", "sitzung"}
    named = {"schwerpunkt": "thema", "ziel": "ziel"}.get(antrag.art)
    short = antrag.art == "sonstiges" and not is_lang(antrag.wortlaut or "")
    return said | ({named} if named else set()) | ({"wortlaut"} if short else set())


_EREIGNISSE: Mapping[str, Erzaehlung] = {
    "Verlaengerung": _mit_beschluss(lambda e: f"verlängert bis {datum(e.bis)}, ab {datum(e.ab)}", "ab", "bis"),
    "Mandatsaenderung": _mit_beschluss(lambda e: f"Mandat geändert ab {datum(e.ab)}", "ab"),
    "Abschluss": _mit_beschluss(lambda e: f"abgeschlossen am {datum(e.am)}", "am"),
    "Ausnahmeverlaengerung": _mit_beschluss(lambda e: f"verlängert bis {datum(e.bis)}", "bis"),
    "Ausnahmeende": _mit_beschluss(lambda e: f"beendet zum {datum(e.zum)}", "zum"),
    "Schwerpunkt": _mit_beschluss(lambda e: f"Themenschwerpunkt ab {datum(e.ab)}", "ab"),
    "Weiterleitung": (lambda e: f"weitergeleitet an {e.stelle} am {datum(e.am)}", frozenset({"stelle", "am"})),
    "Umsetzungsstand": (
        lambda e: f"Rückmeldung vom {datum(e.am)}: {BEZEICHNUNG.get(e.status, e.status)}",
        frozenset({"am", "status"}),
    ),
    "Zurueckziehung": _am("von der AG zurückgezogen"),
    "Entfallen": _am("entfallen"),
    "Absage": _am("abgesagt"),
    "Absetzung": _am("abgesetzt"),
    "Einladung": _am("Einladung versandt", "versandt"),
    "Niederschrift": (lambda e: f"Niederschrift vom {datum(e.vom)}", frozenset({"vom"})),
    "Umlaufabschluss": (
        lambda e: f"Umlauf abgeschlossen am {datum(e.am)}: {BEZEICHNUNG.get(e.ergebnis, e.ergebnis)}",
        frozenset({"am", "ergebnis"}),
    ),
    "Widerspruch": (lambda e: f"Widerspruch von {e.mitglied} am {datum(e.am)}", frozenset({"mitglied", "am"})),
    "Zuordnung": (lambda e: f"zugeordnet zu {e.thema} am {datum(e.am)}", frozenset({"thema", "am"})),
    "Erledigung": (
        lambda e: f"erledigt am {datum(e.am)}: {str(e.art).replace('_', ' ')}",
        frozenset({"am", "art"}),
    ),
    "Verlegung": (lambda e: f"verlegt am {datum(e.am)}, bisher {datum(e.von)}", frozenset({"am", "von"})),
    "Beschluss": (
        _tell_beschluss,
        frozenset({"kennung", "antrag", "ja", "nein", "enthaltung", "ergebnis", "siegel"}),
    ),
    "Empfehlungsfassung": (
        lambda e: (
            f"Fassung {e.nr} vom {datum(e.vom)}" + (f", eingereicht am {datum(e.eingereicht)}" if e.eingereicht else "")
        ),
        frozenset({"nr", "vom", "eingereicht"}),
    ),
}
"""By the class of the part."""


def tell_ereignis(teil: Any) -> str | None:
    """The event that a new part records, with everything it says; None where nothing better is known than its name."""
    known = _EREIGNISSE.get(type(teil).__name__)
    if known is None or not isinstance(teil, Angabe):
        return None
    tell, said = known
    rest = describe_ohne(teil, said)
    return tell(teil) + (f"; {rest}" if rest else "")


def _person(e: Any) -> str:
    more = ", ".join(
        [*([f"für {e.fuer}"] if e.fuer else []), *([f"nicht bei {aufzaehlung(e.nicht_bei)}"] if e.nicht_bei else [])]
    )
    return f"{e.mitglied} ({more})" if more else str(e.mitglied)


_GEBUENDELT: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "Anwesend": ("Anwesenheit", _person),
    "Umlaufstimme": ("Stimmen", lambda e: f"{e.mitglied} {e.stimme} ({datum(e.am)})"),
    "Adressat": ("Adressaten", lambda e: f"{e.stelle} ({describe_ohne(e, {'stelle'})})"),
}
"""Lists of short parts, which fill one sentence together."""


def buendle(items: Sequence[Any], liste: str) -> str | None:
    """Several items that came or went together, as one subject; None where each deserves a sentence."""
    kinds = {type(item) for item in items}
    if all(issubclass(kind, str | int | date) for kind in kinds):
        return f"{liste}: {aufzaehlung([describe(item) for item in items])}"
    known = _GEBUENDELT.get(type(items[0]).__name__) if len(kinds) == 1 else None
    if known is None:
        return None
    name, tell = known
    count = anzahl(len(items), "Eintrag", "Einträge")
    return f"{feldname(name)} ({count}): {aufzaehlung([tell(item) for item in items])}"
