"""Drawing what somebody might type: mostly what exists and fits, sometimes the wrong kind, a slip, or nonsense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Protocol, TypeVar

from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung

T = TypeVar("T")

VORNAMEN = ("Anna", "Özlem", "Jörg", "Mai-Linh", "Karl", "Zoë", "Peter", "Aylin", "Ruth", "Søren", "Uta", "Ben")
NACHNAMEN = ("Müller", "Yıldız", "von der Aue", "Großmann", "O'Neill", "Brändle", "Schäfer", "Nguyen", "Weiß", "Kurz")
SAETZE = (
    "Kurz und knapp.",
    "Die Kommunen prüfen das bis zum Herbst.\nDer Rest folgt: siehe Anlage # 3.",
    "„Mitreden vor Ort“ – mit Übersetzung: ja!",
    "- erster Punkt\n- zweiter Punkt\n\nSchluss.",
    "Weil es so vereinbart war & bleibt; 100 %",
    "Ab 3.12.2026, 10:00 Uhr: neue Räume",
)
ZEILEN = (
    "Sprachmittlung in der Verwaltung",
    "Wohnen: was fehlt?",
    "Räume & Zeiten",
    "Anerkennung ausländischer Abschlüsse",
    "Ehrenamt #gemeinsam",
    "ja",
    "2026",
    "„Vor Ort“ – Runde 2",
)
UNFUG = ("gibt-es-nicht", "xyz", "", "sg-2031-99", "Ä", "ministerium-1", "he-2026-99", "strategiegruppe", "a" * 400)
FALSCH = 0.04
"""So often something else is said than what would fit."""


class Ort(Protocol):
    """Where something is done: in memory, or in a repository."""

    heute: date

    @property
    def bestand(self) -> Bestand:
        """Everything as it is."""

    @property
    def dateien(self) -> Mapping[str, bytes]:
        """Every file as it is: path → bytes."""

    @property
    def vorgaenge(self) -> Iterable[str]:
        """The numbers of what was done, the oldest first."""


class Wurf:
    """One throw: an office, its day, and chance."""

    def __init__(self, welt: Ort, zufall: Random) -> None:
        self.welt = welt
        self.zufall = zufall

    @property
    def bestand(self) -> Bestand:
        """Everything as it is."""
        return self.welt.bestand

    def ja(self, anteil: float) -> bool:
        """True in this part of all cases."""
        return self.zufall.random() < anteil

    def aus(self, werte: Iterable[T], sonst: T) -> T:
        """One of these, or this if there is none."""
        found = list(werte)
        return self.zufall.choice(found) if found else sonst

    def eins(self, werte: Iterable[str]) -> str:
        """One of these; sometimes something that is none of them."""
        if self.ja(FALSCH):
            return self.falsch()
        return self.aus(werte, self.aus(UNFUG, ""))

    def falsch(self) -> str:
        """A Kennung of any kind, a slip of the pen, or nonsense."""
        any_kennung = self.aus(self.bestand.eintraege, "xyz")
        return self.aus((any_kennung, any_kennung[:-1], any_kennung.upper(), self.aus(UNFUG, "")), "")

    def mehrere(self, option: str, werte: Iterable[str], hoechstens: int = 3) -> list[str]:
        """The option several times, each with another value."""
        found = list(werte)
        chosen = self.zufall.sample(found, min(len(found), self.zufall.randint(0, hoechstens)))
        return [word for value in chosen for word in (option, self.falsch() if self.ja(FALSCH) else value)]

    def opt(self, option: str, wert: str | Callable[[], str], anteil: float = 0.3) -> list[str]:
        """The option with its value in this part of all cases."""
        if not self.ja(anteil):
            return []
        return [option, wert if isinstance(wert, str) else wert()]

    def fast(self, option: str, wert: str | Callable[[], str]) -> list[str]:
        """A mandatory option: hardly ever forgotten."""
        return self.opt(option, wert, 0.97)

    def schalter(self, option: str, anteil: float = 0.2) -> list[str]:
        """A switch in this part of all cases."""
        return [option] if self.ja(anteil) else []

    def tag(self, von: int = -20, bis: int = 0) -> str:
        """A day around today; sometimes far away, sometimes none at all, sometimes as people write it."""
        if self.ja(FALSCH):
            return self.aus(("2019-01-01", "2099-12-31", "31.2.2026", "gestern", "2026-13-01", "2020-06-01"), "")
        day = self.welt.heute + timedelta(days=self.zufall.randint(von, bis))
        return self.schreib(day)

    def schreib(self, day: date) -> str:
        """A day, sometimes as people write it."""
        return f"{day.day}.{day.month}.{day.year}" if self.ja(0.2) else day.isoformat()

    def satz(self) -> str:
        """Prose."""
        return "" if self.ja(FALSCH / 2) else self.aus(SAETZE, "")

    def zeile(self) -> str:
        """A line of text."""
        return "" if self.ja(FALSCH / 2) else f"{self.aus(ZEILEN, '')} {self.zufall.randint(1, 400)}"

    def zahl(self, werte: Sequence[int]) -> str:
        """A number; sometimes none."""
        return self.aus(("-1", "viele", "0", "99"), "") if self.ja(FALSCH) else str(self.aus(werte, 0))

    def uhrzeit(self) -> str:
        """A time of day."""
        return self.aus(("10:00", "9.30", "14 Uhr", "23:59", "25:00"), "")

    def name(self) -> str:
        """The name of a person, mostly a new one."""
        if self.ja(0.05):
            return self.aus((m.name for m in self.bestand.mitglieder.values()), "Anna Müller")
        return f"{self.aus(VORNAMEN, '')} {self.aus(NACHNAMEN, '')}-{self.aus(NACHNAMEN, '')}"

    # What there is

    def mitglied(self) -> str:
        """Somebody: by Kennung, sometimes by name."""
        chosen = self.aus(self.bestand.mitglieder.values(), None)
        if chosen is None or self.ja(FALSCH):
            return self.falsch()
        return chosen.name if self.ja(0.1) else chosen.kennung

    def sitzende(self) -> list[str]:
        """Who has a Mandat in the Strategiegruppe today."""
        return [m.mitglied.kennung for m in self.bestand.mandate_in("strategiegruppe", self.welt.heute)]

    def stelle(self) -> str:
        """A Stelle."""
        return self.eins(self.bestand.stellen)

    def sitz(self) -> str:
        """A seat, with or without its first word."""
        seat = self.eins(s.kennung for s in self.bestand.sitze(self.welt.heute))
        return seat.removeprefix("sitz-") if self.ja(0.4) else seat

    def ag(self) -> str:
        """An AG."""
        return self.eins(self.bestand.arbeitsgruppen)

    def thema(self) -> str:
        """A Thema."""
        return self.eins(self.bestand.themen)

    def ziel(self) -> str:
        """A Ziel."""
        return self.eins(self.bestand.ziele)

    def empfehlung(self) -> str:
        """An Empfehlung; the newer the likelier."""
        return self.eins(list(self.bestand.empfehlungen)[-8:] if self.ja(0.7) else self.bestand.empfehlungen)

    def vorlage(self) -> str:
        """A Beschlussvorlage; the newer the likelier."""
        return self.eins(list(self.bestand.beschlussvorlagen)[-5:] if self.ja(0.7) else self.bestand.beschlussvorlagen)

    def sitzung(self, *zustaende: str) -> str:
        """A Sitzung, mostly one in one of these states and not closed yet."""
        fitting = [s for s in self.bestand.sitzungen.values() if not zustaende or s.zustand in zustaende]
        fresh = [s.kennung for s in fitting if not s.ist_abgeschlossen]
        if fresh and self.ja(0.85):
            return self.eins(fresh)
        return self.eins([s.kennung for s in fitting] if self.ja(0.6) else self.bestand.sitzungen)

    def find_sitzung(self, kennung: str) -> Sitzung | None:
        """The Sitzung of this Kennung, if there is one."""
        return self.bestand.sitzungen.get(kennung)

    def top(self, kennung: str, *, offen: bool = False) -> str:
        """A TOP of a Sitzung, by number, Kennung or title."""
        sitzung = self.find_sitzung(kennung)
        tops = list(enumerate(sitzung.tagesordnung, 1)) if sitzung else []
        if offen:
            tops = [(nr, top) for nr, top in tops if not top.beschluesse] or tops
        if not tops or self.ja(FALSCH):
            return self.falsch()
        nr, top = self.zufall.choice(tops)
        return self.aus((top.nummer or str(nr), top.kennung, top.kennung, top.titel), "")

    def beschluss(self) -> str:
        """A Beschluss, named from outside."""
        return self.eins(list(self.bestand.beschluesse)[-20:])
