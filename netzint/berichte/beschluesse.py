"""All Beschlüsse of Sitzungen and Umläufe: what was moved, how was voted, what came out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.worte import tell_antrag
from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.beschluss import Beschlussergebnis, Namentlich
from netzint.modell.bestand import STRATEGIEGRUPPE, BeschlussIn, Bestand
from netzint.modell.finden import find_ag, find_beschluss, find_in_allen
from netzint.modell.sprache import anzahl, datum, fold
from netzint.modell.umlauf import Umlauf
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.stimmrecht import list_stimmlagen
from netzint.regeln.umlaeufe import find_lauf
from netzint.regeln.umlaufstimmen import count_umlauf

WORTE = {**BEZEICHNUNG, "widersprochen": "widersprochen"}
ERGEBNISSE = (*get_args(Beschlussergebnis), "widersprochen")
_SPALTEN = (
    ("am", "Am"), ("beschluss", "Beschluss"), ("top", "TOP"), ("titel", "Gegenstand"), ("antrag", "Antrag"),
    ("art", "Art"), ("stimmen", "Ja:Nein:Enth."), ("ja", "Ja"), ("nein", "Nein"), ("enthaltung", "Enthaltungen"),
    ("befangen", "Befangen"), ("ergebnis", "Ergebnis"), ("gremium", "Gremium"), ("erklaerung", "Warum"),
)  # fmt: skip
_VERBORGEN = ("top", "titel", "art", "ja", "nein", "enthaltung", "befangen", "gremium", "erklaerung")


class Auswahl(NamedTuple):
    """Which Beschlüsse are wanted; what is empty restricts nothing."""

    kennung: str = ""
    """A Sitzung, an Umlauf, a Beschluss ``x/y``, or an Empfehlung, AG, Thema, Ziel that it is about."""
    gremium: str = ""
    ergebnis: str = ""
    von: date = date.min


class Vermerk(NamedTuple):
    """One Beschluss, wherever it was taken."""

    am: date
    kennung: str
    top: str
    titel: str
    antrag: Antrag
    stimmen: tuple[int | None, int | None, int | None]
    befangen: tuple[str, ...]
    ergebnis: str
    gremium: str
    erklaerung: str
    platz: tuple[int, int] = (0, 0)
    """Where it stands in its Sitzung: by TOP, and by its place there."""


def beschluesse(bestand: Bestand, stichtag: date, auswahl: Auswahl) -> Bericht:
    """All that was decided up to a day; for one Kennung with the reason of each result."""
    name = _find(bestand, auswahl.kennung)
    wanted = auswahl._replace(gremium=_find_gremium(bestand, auswahl.gremium))
    found = [v for v in list_vermerke(bestand) if v.am <= stichtag]
    chosen = [v for v in found if _is_about(v, name) and _fits(v, wanted)]
    leer = "keine, die dazu passen" if found else "noch keine"
    table = Tabelle(
        "beschluesse", "Beschlüsse", _SPALTEN, tuple(map(_row, chosen)), leer, worte=WORTE, verborgen=_VERBORGEN
    )
    reasons = tuple((v.kennung, f"{v.titel}. {v.erklaerung}".strip()) for v in chosen)
    why = Tabelle("erklaerungen", "Warum", (("beschluss", "Beschluss"), ("erklaerung", "Erklärung")), reasons)
    zahl = Tabelle("zahlen", "Zahlen", (("anzahl", "Anzahl"),), ((len(chosen),),), nur_daten=True)
    about = f" zu {name}" if name else ""
    count = anzahl(len(chosen), "Beschluss", "Beschlüsse")
    tables = (zahl, table, why) if name else (zahl, table)
    return Bericht("netzint.beschluesse/1", f"Beschlüsse{about} bis {datum(stichtag)}", (f"{count}.",), tables)


def list_vermerke(bestand: Bestand) -> list[Vermerk]:
    """Every Beschluss with its result: by day, within a Sitzung as its Tagesordnung has them."""
    return sorted([*_from_sitzungen(bestand), *_from_umlaeufe(bestand)], key=_order)


def _order(v: Vermerk) -> tuple[date, str, tuple[int, int], str]:
    return v.am, v.kennung.partition("/")[0], v.platz, v.kennung


def _from_sitzungen(bestand: Bestand) -> Iterator[Vermerk]:
    counted = {s.eintrag.kennung: s.auszaehlung.erklaerung for s in list_stimmlagen(bestand)}
    for kennung, entry in bestand.beschluesse.items():
        b = entry.beschluss
        yield Vermerk(
            entry.sitzung.datum,
            kennung,
            entry.top.nummer or str(entry.nr[0] + 1),
            entry.top.titel,
            b.antrag,
            (b.ja, b.nein, b.enthaltung),
            b.befangen,
            b.ergebnis,
            entry.sitzung.gremium,
            _explain(entry, counted.get(kennung, "")),
            entry.nr,
        )


OHNE_STIMMEN = ("vertagt", "zurueckverwiesen")
"""Results that need no count."""


def _explain(entry: BeschlussIn, counted: str) -> str:
    """Why the result is what it is: the count in words, and what no count can say."""
    if (entry.beschluss.ja, entry.beschluss.nein) == (None, None) and entry.beschluss.ergebnis in OHNE_STIMMEN:
        return f"Ohne Auszählung vermerkt: {BEZEICHNUNG[entry.beschluss.ergebnis]}."
    parts = [counted.replace("nicht_beschlussfaehig", "nicht beschlussfähig")] if counted else []
    if entry.beschluss.ergebnis in ("vertagt", "zurueckverwiesen", "geaendert_angenommen"):
        parts.append(f"Vermerkt ist: {BEZEICHNUNG[entry.beschluss.ergebnis]}.")
    if not parts and entry.sitzung.gremium != STRATEGIEGRUPPE:
        parts.append("In einer Arbeitsgruppe wird nicht nach der Geschäftsordnung ausgezählt.")
    if entry.beschluss.namentlich is not None:
        parts.append(_tell_namentlich(entry.beschluss.namentlich))
    return " ".join(parts) or "Die Anwesenheit ist nicht erfasst; nachgezählt werden kann nicht."


def _tell_namentlich(votes: Namentlich) -> str:
    named = (("Ja", votes.ja), ("Nein", votes.nein), ("Enthaltung", votes.enthaltung))
    return "; ".join(f"{word}: {', '.join(people)}" for word, people in named if people) + "."


def _from_umlaeufe(bestand: Bestand) -> Iterator[Vermerk]:
    for kennung, umlauf in bestand.umlaufbeschluesse.items():
        if umlauf.abschluss is not None and not umlauf.entfallen:
            given = [s.stimme for s in umlauf.stimmen if umlauf.versandt <= s.am <= umlauf.frist]
            votes = (given.count("ja"), given.count("nein"), given.count("enthaltung"))
            why, end = _explain_umlauf(bestand, umlauf), umlauf.abschluss
            yield Vermerk(
                end.am, kennung, "", umlauf.titel, umlauf.antrag, votes, umlauf.befangen, end.ergebnis,
                STRATEGIEGRUPPE, why,
            )  # fmt: skip


def _explain_umlauf(bestand: Bestand, umlauf: Umlauf) -> str:
    if umlauf.widerspruch:
        first = umlauf.widerspruch[0]
        return f"Dem Verfahren wurde am {datum(first.am)} widersprochen; die Sache kommt in die nächste Sitzung."
    lauf = find_lauf(bestand, umlauf)
    return f"Im Umlauf bis {datum(umlauf.frist)}. {count_umlauf(lauf).erklaerung}" if lauf else ""


def _row(v: Vermerk) -> tuple[Zelle, ...]:
    return (
        v.am, v.kennung, v.top, v.titel, tell_antrag(v.antrag), v.antrag.art, _count(*v.stimmen), *v.stimmen,
        ", ".join(v.befangen), v.ergebnis, v.gremium, v.erklaerung,
    )  # fmt: skip


def _count(ja: int | None, nein: int | None, enthaltung: int | None) -> str:
    """``9:1:0``; what is not recorded is a dash, and nothing at all stays empty."""
    votes = (ja, nein, enthaltung)
    return "" if votes == (None, None, None) else ":".join("–" if v is None else str(v) for v in votes)


def _find(bestand: Bestand, text: str) -> str:
    """What the Beschlüsse are to be about, by Kennung or by name."""
    name = text.strip().lower()
    if not name or name in bestand.beschluesse or name in bestand.umlaufbeschluesse:
        return name
    if "/" in name:
        return find_beschluss(bestand, name)
    return find_in_allen(bestand, text).kennung


def _find_gremium(bestand: Bestand, text: str) -> str:
    """A Gremium by Kennung or name."""
    name = fold(text.strip())
    return name if name in ("", STRATEGIEGRUPPE) else find_ag(bestand, text).kennung


def _is_about(v: Vermerk, name: str) -> bool:
    if not name or name in (v.kennung, v.kennung.partition("/")[0]):
        return True
    antrag = v.antrag
    if isinstance(antrag, EmpfehlungAntrag):
        return name in antrag.empfehlungen
    return name in (getattr(antrag, feld, None) for feld in ("ag", "thema", "ziel", "sitzung"))


def _fits(v: Vermerk, auswahl: Auswahl) -> bool:
    return v.am >= auswahl.von and auswahl.gremium in ("", v.gremium) and auswahl.ergebnis in ("", v.ergebnis)
