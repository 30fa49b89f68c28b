"""The immutable snapshot of everything, with look-ups by Kennung and by day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.arten import NACH_NAME
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bedarf import Bedarf
from netzint.modell.befund import Ort
from netzint.modell.beschluss import Beschluss
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.entscheidung import Entscheidung, collect_entscheidungen
from netzint.modell.faecher import Alle, Einzige, Fach, Faecher, abgeleitet, make_fach
from netzint.modell.geschaeftsordnung import Fassung, Geschaeftsordnung, Sitz
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mandat, Mitglied
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.stelle import Stelle
from netzint.modell.thema import Thema
from netzint.modell.umlauf import Umlauf
from netzint.modell.veranstaltung import Veranstaltung
from netzint.modell.ziel import Ziel

STRATEGIEGRUPPE = "strategiegruppe"
GESCHAEFTSSTELLE = "geschaeftsstelle"


class MandatVon(NamedTuple):
    """A Mandat with the person who holds it and its place in the person's file."""

    mitglied: Mitglied
    nr: int
    mandat: Mandat

    def an(self, *feld: str | int) -> Ort:
        """The place of a value in this Mandat."""
        return self.mitglied.an("mandate", self.nr, *feld)


class BeschlussIn(NamedTuple):
    """A Beschluss with the Sitzung and the TOP in which it was taken."""

    sitzung: Sitzung
    top: Tagesordnungspunkt
    beschluss: Beschluss
    nr: tuple[int, int]

    @property
    def kennung(self) -> str:
        """How it is named from outside: ``sg-2026-03/he-2026-04``."""
        return f"{self.sitzung.kennung}/{self.beschluss.kennung}"

    def an(self, *feld: str | int) -> Ort:
        """The place of a value in this Beschluss."""
        return self.sitzung.an("tagesordnung", self.nr[0], "beschluesse", self.nr[1], *feld)


def _sort_into_faecher(eintraege: Iterable[Eintrag]) -> dict[str, Fach]:
    by_art: dict[str, dict[str, Eintrag]] = defaultdict(dict)
    for eintrag in sorted(eintraege, key=attrgetter("kennung")):
        by_art[type(eintrag).__name__.lower()][eintrag.kennung] = eintrag
    return {art: make_fach(entries) for art, entries in by_art.items()}


class Bestand(Faecher):
    """All entries that could be read, by kind and Kennung."""

    netzwerk = Einzige(Netzwerk)
    geschaeftsordnung = Einzige(Geschaeftsordnung)
    stellen = Alle(Stelle)
    mitglieder = Alle(Mitglied)
    arbeitsgruppen = Alle(Arbeitsgruppe)
    themen = Alle(Thema)
    ziele = Alle(Ziel)
    bedarfe = Alle(Bedarf)
    empfehlungen = Alle(Empfehlung)
    beschlussvorlagen = Alle(Beschlussvorlage)
    sitzungen = Alle(Sitzung)
    umlaeufe = Alle(Umlauf)
    veranstaltungen = Alle(Veranstaltung)
    ausnahmen = Alle(Ausnahme)
    beauftragte = Alle(Beauftragte)

    def __init__(self, eintraege: Iterable[Eintrag] | Mapping[str, Fach], unlesbar: Iterable[str] = ()) -> None:
        """Of entries, or of what becomes entries when they are asked for."""
        super().__init__(eintraege if isinstance(eintraege, Mapping) else _sort_into_faecher(eintraege), unlesbar)

    @property
    def nach_art(self) -> Mapping[type[Eintrag], Mapping[str, Eintrag]]:
        """Every entry by kind and Kennung, of the kinds that have any; the order is that of ``iter_eintraege``."""
        return {art.model: entries for name, art in NACH_NAME.items() if (entries := self.von_art(name))}

    @abgeleitet
    def eintraege(self) -> Mapping[str, Eintrag]:
        """Every entry by Kennung; where two kinds share one, the later kind wins (and a rule reports it)."""
        return {entry.kennung: entry for entry in self.iter_eintraege()}

    def replaced(self, neu: Iterable[Eintrag]) -> Bestand:
        """The same Bestand with these entries in place of, or beside, the old ones."""
        merged: dict[tuple[type[Eintrag], str], Eintrag] = {(type(e), e.kennung): e for e in self.iter_eintraege()}
        merged.update({(type(e), e.kennung): e for e in neu})
        return Bestand(merged.values(), self.unlesbar)

    def restricted(self, faecher: Mapping[str, Fach]) -> Bestand:
        """The same Bestand with nothing but these entries in these kinds; it still knows all Kennungen."""
        part = Bestand({**self.faecher, **faecher}, self._unlesbar)
        part.become_part_of(self, faecher)
        return part

    def iter_eintraege(self) -> Iterator[Eintrag]:
        """Every entry, kind by kind."""
        for art in NACH_NAME:
            yield from self.von_art(art).values()

    def known(self, kennung: str) -> bool:
        """Whether an entry of this Kennung exists, readable or not."""
        return kennung in self.art_nach_kennung or kennung in self.unlesbar

    # Geschäftsordnung

    def fassung(self, tag: date) -> Fassung | None:
        """The wording of the Geschäftsordnung on a day; before the first one the first one counts."""
        days, fassungen = self._fassungen
        return fassungen[max(bisect_right(days, tag) - 1, 0)] if fassungen else None

    @abgeleitet
    def _fassungen(self) -> tuple[list[date], list[Fassung]]:
        """The Fassungen in the order of their first days, beside these days; of two from one day the first."""
        by_day: dict[date, Fassung] = {}
        for fassung in self.geschaeftsordnung.fassungen if self.geschaeftsordnung else ():
            by_day.setdefault(fassung.gilt_ab, fassung)
        days = sorted(by_day)
        return days, [by_day[day] for day in days]

    def sitze(self, tag: date) -> tuple[Sitz, ...]:
        """The seats of the Strategiegruppe on a day."""
        fassung = self.fassung(tag)
        return fassung.strategiegruppe.sitze if fassung else ()

    @abgeleitet
    def alle_sitze(self) -> Mapping[str, Sitz]:
        """Every seat of any Fassung by Kennung; the latest Fassung describes it."""
        fassungen = self.geschaeftsordnung.fassungen if self.geschaeftsordnung else ()
        return {s.kennung: s for f in sorted(fassungen, key=lambda f: f.gilt_ab) for s in f.strategiegruppe.sitze}

    # Mandate

    @abgeleitet
    def mandate(self) -> tuple[MandatVon, ...]:
        """All Mandate of all people."""
        return tuple(MandatVon(m, nr, mandat) for m in self.mitglieder.values() for nr, mandat in enumerate(m.mandate))

    @abgeleitet
    def mandate_nach_gremium(self) -> Mapping[str, tuple[MandatVon, ...]]:
        """Mandate by Gremium, each in the order of their first days."""
        found: dict[str, list[MandatVon]] = defaultdict(list)
        for mandat in sorted(self.mandate, key=lambda m: (m.mandat.von, m.mitglied.kennung)):
            found[mandat.mandat.gremium].append(mandat)
        return {gremium: tuple(mandate) for gremium, mandate in found.items()}

    def mandate_in(self, gremium: str, tag: date | None = None) -> tuple[MandatVon, ...]:
        """Mandate in a Gremium, on a day or ever."""
        mandate = self.mandate_nach_gremium.get(gremium, ())
        return mandate if tag is None else tuple(m for m in mandate if m.mandat.gilt_am(tag))

    @abgeleitet
    def mandate_nach_sitz(self) -> Mapping[str, tuple[MandatVon, ...]]:
        """Mandate in the Strategiegruppe by seat, each in the order of their first days; deputies too."""
        found: dict[str, list[MandatVon]] = defaultdict(list)
        for mandat in self.mandate_in(STRATEGIEGRUPPE):
            if mandat.mandat.sitz is not None:
                found[mandat.mandat.sitz].append(mandat)
        return {sitz: tuple(mandate) for sitz, mandate in found.items()}

    def ordentliche(self, tag: date) -> Mapping[str, MandatVon]:
        """Who sits on which seat on a day: seat → Mandat (the first, where a seat is taken twice)."""
        taken: dict[str, MandatVon] = {}
        for mandat in self.mandate_in(STRATEGIEGRUPPE, tag):
            if mandat.mandat.rolle == "ordentlich" and mandat.mandat.sitz is not None:
                taken.setdefault(mandat.mandat.sitz, mandat)
        return taken

    # Sitzungen and Beschlüsse

    @abgeleitet
    def sitzungen_nach_gremium(self) -> Mapping[str, tuple[Sitzung, ...]]:
        """Sitzungen by Gremium, each in the order of their days."""
        found: dict[str, list[Sitzung]] = defaultdict(list)
        for sitzung in sorted(self.sitzungen.values(), key=lambda s: (s.datum, s.kennung)):
            found[sitzung.gremium].append(sitzung)
        return {gremium: tuple(sitzungen) for gremium, sitzungen in found.items()}

    def sitzungen_von(self, gremium: str = STRATEGIEGRUPPE) -> tuple[Sitzung, ...]:
        """The Sitzungen of a Gremium in the order of their days."""
        return self.sitzungen_nach_gremium.get(gremium, ())

    @abgeleitet
    def beschluesse(self) -> Mapping[str, BeschlussIn]:
        """All Beschlüsse taken in Sitzungen by ``x/y``, in the order of their days."""
        ordered = sorted(self.sitzungen.values(), key=lambda s: (s.datum, s.kennung))
        found = (
            BeschlussIn(sitzung, top, beschluss, (t, b))
            for sitzung in ordered
            for t, top in enumerate(sitzung.tagesordnung)
            for b, beschluss in enumerate(top.beschluesse)
        )
        by_kennung: dict[str, BeschlussIn] = {}
        for beschluss in found:
            by_kennung.setdefault(beschluss.kennung, beschluss)
        return by_kennung

    @abgeleitet
    def umlaufbeschluesse(self) -> Mapping[str, Umlauf]:
        """Umläufe by ``x/y``."""
        return {f"{u.kennung}/{u.beschluss}": u for u in self.umlaeufe.values()}

    def tag_des_beschlusses(self, kennung: str) -> date | None:
        """The day on which ``x/y`` was decided, or None if there is no such Beschluss (yet)."""
        if kennung in self.beschluesse:
            return self.beschluesse[kennung].sitzung.datum
        umlauf = self.umlaufbeschluesse.get(kennung)
        return umlauf.abschluss.am if umlauf and umlauf.abschluss else None

    # Empfehlungen

    @abgeleitet
    def entscheidungen(self) -> Mapping[str, tuple[Entscheidung, ...]]:
        """All votes on Empfehlungen, in Sitzungen and Umläufen, by the Kennung of the Empfehlung; earliest first."""
        return collect_entscheidungen(self.beschluesse, self.umlaufbeschluesse)

    @abgeleitet
    def empfehlungen_nach_ag(self) -> Mapping[str, tuple[Empfehlung, ...]]:
        """Empfehlungen by the AG that worked them out."""
        found: dict[str, list[Empfehlung]] = defaultdict(list)
        for empfehlung in self.empfehlungen.values():
            found[empfehlung.arbeitsgruppe].append(empfehlung)
        return {ag: tuple(empfehlungen) for ag, empfehlungen in found.items()}
