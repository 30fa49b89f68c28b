"""A comparison as an answer: sentences group by group for people, the same in tables for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from netzint.berichte.bestandsvergleich import Vergleich
from netzint.berichte.fristvergleich import ENTFAELLT, NEU, Fristwirkung
from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.berichte.vergleichssatz import GRUPPEN, Satz, name_eintrag
from netzint.berichte.vergleichsseiten import Seite as Seite  # noqa: PLC0414 (is asked for here by everybody else)
from netzint.berichte.vergleichsseiten import Seiten as Seiten  # noqa: PLC0414 (likewise)
from netzint.modell.befund import Befund
from netzint.modell.sprache import anzahl, datum

FRISTEN, BEFUNDE = "Wirkung auf Fristen", "Wirkung auf Befunde"
NEUER_BEFUND, ERLEDIGT, UNGEPRUEFT = "neu", "erledigt", "nicht mehr geprüft oder erledigt"

RUECKWAERTS = "Achtung: Der zweite Stand ist der ältere; gezeigt ist der Weg zurück."


class Abschnitt(NamedTuple):
    """A heading and what stands under it: what somebody is told, and of what."""

    titel: str
    zeilen: tuple[tuple[str, tuple[str, ...]], ...]
    """Pairs of what it is about (which may be empty) and sentences."""

    @property
    def zahl(self) -> int:
        """How many sentences these are."""
        return sum(len(saetze) for _, saetze in self.zeilen)


def build_bericht(vergleich: Vergleich, seiten: Seiten) -> Bericht:
    """The answer of ``netzint vergleich``."""
    lines = list(list_kopf(vergleich, seiten))
    for abschnitt in list_abschnitte(vergleich):
        lines += ["", abschnitt.titel, *_lines(abschnitt)]
    return Bericht("netzint.vergleich/1", titel(seiten), tuple(lines), _tabellen(vergleich, seiten))


def list_kopf(vergleich: Vergleich, seiten: Seiten) -> tuple[str, ...]:
    """What stands before the groups."""
    return (summarize(vergleich), *((RUECKWAERTS,) if seiten.rueckwaerts and not vergleich.leer else ()))


def titel(seiten: Seiten) -> str:
    """``Vergleich: 12ab34cd56 vom 12. November 2026 → jetziger Stand``"""
    return f"Vergleich: {seiten.alt.name} → {seiten.neu.name}"


def summarize(vergleich: Vergleich) -> str:
    """How much is different, in one sentence."""
    if vergleich.leer:
        return "Nichts ist anders."
    w = vergleich.wirkung
    fehler = sum(b.schwere == "fehler" for b in w.neue)
    n = vergleich.eintraege
    parts = [(anzahl(n, "Eintrag", "Einträge") if n else "Kein Eintrag") + " anders"]
    parts += [anzahl(len(w.fristen), "Frist", "Fristen") + " betroffen"] if w.fristen else []
    parts += [anzahl(len(w.neue), "neuer Befund", "neue Befunde") + _tell_fehler(fehler)] if w.neue else []
    gone = UNGEPRUEFT if w.ungeprueft else ERLEDIGT
    parts += [anzahl(len(w.erledigte), "Befund", "Befunde") + f" {gone}"] if w.erledigte else []
    return f"{'; '.join(parts)}. Fristen und Befunde am {datum(vergleich.stichtag)}."


def _tell_fehler(fehler: int) -> str:
    return f", davon {fehler} Fehler" if fehler else ", kein Fehler"


def list_abschnitte(vergleich: Vergleich) -> list[Abschnitt]:
    """What is different group by group, then what it does."""
    found = [
        Abschnitt(GRUPPEN[gruppe], tuple(_zeilen(saetze)))
        for gruppe, saetze in groupby(vergleich.saetze, key=lambda satz: satz.gruppe)
    ]
    w = vergleich.wirkung
    fristen = tuple(tell_frist(f) for f in w.fristen)
    befunde = tuple(
        text + (f" ({mal}-mal)" if mal > 1 else "")
        for wie, some in ((NEUER_BEFUND, w.neue), (UNGEPRUEFT if w.ungeprueft else ERLEDIGT, w.erledigte))
        for text, mal in Counter(tell_befund(wie, b) for b in some).items()
    )
    found += [Abschnitt(FRISTEN, (("", fristen),))] if fristen else []
    found += [Abschnitt(BEFUNDE, (("", befunde),))] if befunde else []
    return found


def _zeilen(saetze: Iterable[Satz]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, some in groupby(saetze, key=name_eintrag):
        yield name, tuple(dict.fromkeys(satz.text for satz in some))


def tell_frist(frist: Fristwirkung) -> str:
    """``Ladung SG-2026-03: Einladung … versenden, 19. November 2026 statt 12. November 2026``"""
    number = frist.kennung.upper() if frist.kennung[-2:].isdecimal() and "-20" in frist.kennung else frist.kennung
    head = f"{frist.art} {number}: {frist.text}"
    if frist.wie == ENTFAELLT:
        return f"{head}, {datum(frist.am)}: entfällt"
    return f"{head}, {datum(frist.am)}" + (
        " (neu)" if frist.wie == NEU else f" statt {datum(frist.bisher or date.min)}"
    )


def tell_befund(wie: str, befund: Befund) -> str:
    """``neu: Fehler S301 (daten/sitzungen/sg-2026-03.yaml): …``"""
    where = f" ({befund.pfad})" if befund.pfad else ""
    more = f" → {befund.hinweis}" if befund.hinweis and wie == NEUER_BEFUND else ""
    return f"{wie}: {befund.schwere.capitalize()} {befund.code}{where}: {befund.text}{more}"


def _lines(abschnitt: Abschnitt) -> Iterator[str]:
    for name, saetze in abschnitt.zeilen:
        if name and len(saetze) > 1:
            yield f"  {name}"
            yield from (f"    {satz}" for satz in saetze)
        else:
            yield from (f"  {name}: {satz}" if name else f"  {satz}" for satz in saetze)


def _tabellen(vergleich: Vergleich, seiten: Seiten) -> tuple[Tabelle, ...]:
    w = vergleich.wirkung
    zahlen = (seiten.alt.commit, seiten.neu.commit, vergleich.stichtag, vergleich.eintraege)
    spalten = (("alt_commit", "Älterer Commit"), ("neu_commit", "Neuerer Commit"), ("stichtag", "Stichtag"),
               ("eintraege", "Einträge"))  # fmt: skip
    saetze = tuple((s.gruppe, s.art, s.kennung, s.feld, s.text, _ja(s.berichtigung)) for s in vergleich.saetze)
    fristen = tuple((f.wie, f.am, f.bisher, f.art, f.text, f.kennung) for f in w.fristen)
    gone = UNGEPRUEFT if w.ungeprueft else ERLEDIGT
    befunde = [(NEUER_BEFUND, b) for b in w.neue] + [(gone, b) for b in w.erledigte]
    return (
        Tabelle("zahlen", "Zahlen", spalten, (zahlen,), nur_daten=True),
        Tabelle("unterschiede", "Unterschiede", _UNTERSCHIED, saetze, nur_daten=True),
        Tabelle("fristwandel", FRISTEN, _FRIST, fristen, nur_daten=True),
        Tabelle("befundwandel", BEFUNDE, _BEFUND, tuple(_befund(*pair) for pair in befunde), nur_daten=True),
    )


def _ja(value: bool) -> str:  # noqa: FBT001 (says no more than its name)
    return "ja" if value else "nein"


def _befund(wie: str, b: Befund) -> tuple[str, ...]:
    return (wie, str(b.schwere), b.code, b.pfad, b.kennung, b.text, b.hinweis)


_UNTERSCHIED = (
    ("gruppe", "Gruppe"), ("art", "Art"), ("kennung", "Kennung"), ("feld", "Angabe"), ("text", "Was"),
    ("berichtigung", "Berichtigung"),
)  # fmt: skip
_FRIST = (
    ("wie", "Wie"), ("am", "Am"), ("bisher", "Bisher"), ("art", "Frist"), ("text", "Worum es geht"),
    ("kennung", "Kennung"),
)  # fmt: skip
_BEFUND = (
    ("wie", "Wie"), ("schwere", "Schwere"), ("code", "Code"), ("pfad", "Datei"), ("kennung", "Kennung"),
    ("text", "Was"), ("hinweis", "Abhilfe"),
)  # fmt: skip
