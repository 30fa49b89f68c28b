"""The immutable snapshot of everything, with look-ups by Kennung and by day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.arten import NACH_NAME
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bedarf import Bedarf
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.entscheidung import Entscheidung, collect_entscheidungen
from netzint.modell.fach import Fach, Nachgesehen, sort_into_faecher
from netzint.modell.faecher import Alle, Einzige, Faecher, abgeleitet
from netzint.modell.geschaeftsordnung import Fassung, Geschaeftsordnung, Sitz
from netzint.modell.grund import Eintrag
from netzint.modell.merkmale import Sitzungsmerkmal
from netzint.modell.mitglied import Mitglied
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sitzung import Sitzung
from netzint.modell.stelle import Stelle
from netzint.modell.thema import Thema
from netzint.modell.umlauf import Umlauf
from netzint.modell.veranstaltung import Veranstaltung
from netzint.modell.ziel import Ziel
from netzint.modell.zugehoerig import BeschlussIn as BeschlussIn  # noqa: PLC0414 (is asked for here by everybody else)
from netzint.modell.zugehoerig import MandatVon as MandatVon  # noqa: PLC0414 (likewise)

STRATEGIEGRUPPE = "strategiegruppe"
GESCHAEFTSSTELLE = "geschaeftsstelle"


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

    def __init__(
        self,
        eintraege: Iterable[Eintrag] | Mapping[str, Fach],
        unlesbar: Iterable[str] = (),
        erfasst_ab: date | None = None,
    ) -> None:
        """Of entries, or of what becomes entries when they are asked for."""
        faecher = eintraege if isinstance(eintraege, Mapping) else sort_into_faecher(eintraege)
        super().__init__(faecher, unlesbar, erfasst_ab)

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
        return Bestand(merged.values(), self.unlesbar, self._erfasst_ab)

    def restricted(self, faecher: Mapping[str, Fach]) -> Bestand:
        """The same Bestand with nothing but these entries in these kinds; it still knows all Kennungen."""
        part = Bestand({**self.faecher, **faecher}, self._unlesbar, self._erfasst_ab)
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
    def _mandate_nach_gremium(self) -> Nachgesehen[tuple[MandatVon, ...]]:
        """Mandate by Gremium, each in the order of their first days."""
        leute: dict[str, list[str]] = defaultdict(list)
        for kennung, merkmal in self.merkmale("mitglied").items():
            for gremium in merkmal.gremien:
                leute[gremium].append(kennung)

        def find(gremium: str) -> tuple[MandatVon, ...]:
            people = map(self.mitglieder.__getitem__, leute.get(gremium, ()))
            held = [MandatVon(m, nr, mandat) for m in people for nr, mandat in enumerate(m.mandate)]
            here = (mandat for mandat in held if mandat.mandat.gremium == gremium)
            return tuple(sorted(here, key=lambda m: (m.mandat.von, m.mitglied.kennung)))

        return Nachgesehen(find)

    def mandate_in(self, gremium: str, tag: date | None = None) -> tuple[MandatVon, ...]:
        """Mandate in a Gremium, on a day or ever; in the order of their first days."""
        mandate = self._mandate_nach_gremium[gremium]
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
    def _sitzungen_nach_gremium(self) -> Nachgesehen[tuple[Sitzung, ...]]:
        """Sitzungen by Gremium, each in the order of their days."""
        self.merkmale("sitzung")

        def find(gremium: str) -> tuple[Sitzung, ...]:
            here = self.sitzungen_mit(lambda merkmal: merkmal.gremium == gremium)
            return tuple(sorted(here, key=lambda s: (s.datum, s.kennung)))

        return Nachgesehen(find)

    def sitzungen_mit(self, passt: Callable[[Sitzungsmerkmal], object]) -> Iterator[Sitzung]:
        """The Sitzungen with such a Merkmal, in the order of their Kennungen."""
        return (self.sitzungen[kennung] for kennung, merkmal in self.merkmale("sitzung").items() if passt(merkmal))

    def sitzungen_von(self, gremium: str = STRATEGIEGRUPPE) -> tuple[Sitzung, ...]:
        """The Sitzungen of a Gremium in the order of their days."""
        return self._sitzungen_nach_gremium[gremium]

    @abgeleitet
    def beschluesse(self) -> Mapping[str, BeschlussIn]:
        """All Beschlüsse taken in Sitzungen by ``x/y``, in the order of their days."""
        with_some = self.sitzungen_mit(lambda merkmal: merkmal.beschluesse)
        ordered = sorted(with_some, key=lambda s: (s.datum, s.kennung))
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
    def _empfehlungen_nach_ag(self) -> Nachgesehen[tuple[Empfehlung, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for kennung, merkmal in self.merkmale("empfehlung").items():
            found[merkmal.arbeitsgruppe].append(kennung)
        return Nachgesehen(lambda ag: tuple(map(self.empfehlungen.__getitem__, found.get(ag, ()))))

    def empfehlungen_von(self, ag: str) -> tuple[Empfehlung, ...]:
        """The Empfehlungen that an AG worked out."""
        return self._empfehlungen_nach_ag[ag]
