"""Which Sitzung is meant, asked on a terminal if nobody said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

from netzint.cli import fragen
from netzint.cli.ausgabe import show
from netzint.cli.lesen import read_head
from netzint.cli.optionen import wort_argument
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from netzint.modell.bestand import Bestand
    from netzint.modell.sitzung import Sitzung
    from netzint.vorgaenge.rahmen import Wunsch

TopArgument = Annotated[str | None, wort_argument("TOP", "Der TOP: Nummer, Kennung oder Titel, z. B. 4.")]
SitzungArgument = Annotated[str | None, wort_argument("KENNUNG", "Die Sitzung, z. B. sg-2026-03.")]


class Wahl(NamedTuple):
    """Which Sitzungen an act is for, and what is said where there is none."""

    passt: Callable[[Sitzung], bool]
    keine: str
    hinweis: str


GEPLANT = Wahl(
    lambda s: s.zustand in ("terminiert", "eingeladen"),
    "Es ist keine Sitzung angesetzt.",
    "Eine anlegen: netzint sitzung neu",
)
TERMINIERT = Wahl(
    lambda s: s.zustand == "terminiert",
    "Keine Sitzung wartet noch auf ihre Einladung.",
    "Eine anlegen: netzint sitzung neu; alle zeigt: netzint sitzung liste",
)
EROEFFNET = Wahl(
    lambda s: s.zustand == "durchgefuehrt" and not s.ist_abgeschlossen,
    "Es ist keine Sitzung eröffnet.",
    "Eröffnen: netzint sitzung beginnen; alle zeigt: netzint sitzung liste",
)
OFFEN = Wahl(
    lambda s: GEPLANT.passt(s) or EROEFFNET.passt(s),
    "Es gibt keine Sitzung, deren Tagesordnung noch offen ist.",
    "Eine anlegen: netzint sitzung neu",
)
UNGENEHMIGT = Wahl(
    lambda s: s.zustand == "durchgefuehrt" and not (s.niederschrift and s.niederschrift.genehmigt),
    "Es gibt keine Sitzung, deren Niederschrift noch nicht genehmigt ist.",
    "Alle zeigt: netzint sitzung liste",
)


def ask_sitzung(wurzel: Path, tag: date, kennung: str | None, wahl: Wahl = GEPLANT) -> str:
    """The Sitzung that was named, or one of those that fit, asked at a terminal until it is found.

    Raises NetzintFehler where nobody can be asked, and where none fits.
    """
    if kennung is not None or not fragen.is_dialog():
        return kennung if kennung is not None else fragen.ask_eintrag("Sitzung", (), option="KENNUNG")
    from netzint.modell.finden import find_sitzung
    from netzint.modell.sprache import datum
    from netzint.recht.zustaende import BEZEICHNUNG

    bestand = read_head(wurzel, tag).bestand
    fitting = sorted(filter(wahl.passt, bestand.sitzungen.values()), key=lambda s: (s.datum, s.kennung))
    if not fitting:
        raise NetzintFehler(wahl.keine, wahl.hinweis, Ausgang.ABGELEHNT)
    auswahl = [(s.kennung, f"{datum(s.datum)} ({BEZEICHNUNG[s.zustand]})") for s in fitting]
    vorschlag = auswahl[0][0] if len(auswahl) == 1 else ""
    finde = partial(find_sitzung, bestand)
    return fragen.ask_eintrag("Sitzung", auswahl, option="KENNUNG", vorschlag=vorschlag, finde=finde)


def ask_top(wurzel: Path, tag: date, kennung: str, top: str | None, frage: str = "Welcher TOP") -> str:
    """The TOP that was named, or one of those of the Sitzung, asked until there is one of that name."""
    if top is not None or not fragen.is_dialog():
        return top if top is not None else fragen.ask_text(frage, option="TOP")
    from netzint.modell.finden import find_sitzung
    from netzint.vorgaenge.sitzung_punkte import fixed_numbers
    from netzint.vorgaenge.tops import find_top

    sitzung = find_sitzung(read_head(wurzel, tag).bestand, kennung)
    for nummer, punkt in zip(fixed_numbers(sitzung), sitzung.tagesordnung, strict=True):
        show(f"  {nummer:>4}  {punkt.titel}")
    while True:
        answer = fragen.ask_text(f"{frage} (Nummer oder Titel)", option="TOP")
        try:
            find_top(sitzung, answer)
        except NetzintFehler as fehler:
            show(f"{fehler.text} {fehler.hinweis}")
        else:
            return answer


def ask_grund(wurzel: Path, tag: date, vorgang: Callable[..., object], grund: str | None) -> str | None:
    """The reason, asked for where the act says that it needs one; on the state that is committed."""
    if grund is not None or not fragen.is_dialog():
        return grund
    from netzint.vorgaenge.fehlt import FehltNoch

    try:
        vorgang(read_head(wurzel, tag).bestand, ())
    except FehltNoch as fehlt:
        show(fehlt.text)
        return fragen.ask_prosa("Grund", option="--grund")
    return None


def ask_wunsch(wurzel: Path, tag: date, wunsch: Wunsch, zweite: str | None, *, nachtrag: bool) -> tuple[Wunsch, bool]:
    """What was asked for of a new Sitzung, with what is missing asked at a terminal; and whether it has been already.

    Enter takes the proposal; of a Sitzung that has been there is none.
    """
    if not fragen.is_dialog():
        return wunsch, nachtrag
    from netzint.vorgaenge.rahmen import apply_wunsch, propose_rahmen
    from netzint.vorgaenge.zweite_ladung import propose_zweite

    bestand = read_head(wurzel, tag).bestand
    rahmen = apply_wunsch(propose_zweite(bestand, tag) if zweite else propose_rahmen(bestand, tag), wunsch)
    datum = wunsch.datum or _ask_datum(bestand, tag, None if nachtrag else rahmen.datum)
    past = nachtrag or (datum < tag and _ask_nachtrag(datum))
    beginn, ort = ("", "") if past else (rahmen.beginn or "", rahmen.ort or "")
    asked = wunsch._replace(
        datum=datum,
        beginn=wunsch.beginn or fragen.ask_uhrzeit("Beginn", beginn, option="--beginn", leer=past) or None,
        ort=wunsch.ort or fragen.ask_text("Ort", ort, option="--ort", leer=True) or None,
    )
    return asked, past


def _ask_datum(bestand: Bestand, tag: date, vorschlag: date | None) -> date:
    """A day on which a Sitzung can be, or (without a proposal) has been; asked again otherwise."""
    from netzint.vorgaenge.rahmen import check_datum

    while True:
        datum = fragen.ask_datum("Tag der Sitzung", vorschlag, option="--datum")
        try:
            check_datum(bestand, tag, datum, nachtrag=vorschlag is None or datum < tag)
        except NetzintFehler as fehler:
            show(fehler.text)
        else:
            return datum


def _ask_nachtrag(datum: date) -> bool:
    """Whether a day in the past is meant; if not, the act refuses it and says what would be right."""
    from netzint.modell.sprache import datum as in_worten

    frage = f"Der {in_worten(datum)} ist vorbei. Eine Sitzung nachtragen, die damals war"
    return fragen.ask_ja(frage, vorschlag=False)


def ask_versand(bestand: Bestand, kennung: str, tag: date, am: date | None) -> date | None:
    """When the Einladung to a Sitzung that has been went out, asked at a terminal; otherwise what was typed."""
    from netzint.modell.finden import find_sitzung

    if am is not None or not fragen.is_dialog() or find_sitzung(bestand, kennung).datum >= tag:
        return am
    return fragen.ask_datum("Wann war die Einladung versandt worden", option="--am")
