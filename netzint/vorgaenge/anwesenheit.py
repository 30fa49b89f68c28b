"""Who is there: the list of those present as it is, what was reported, and the list that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Anwesend, Gast, Sitzung
from netzint.modell.sprache import datum
from netzint.regeln.besetzung import mandate_am
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.gaeste import drop_gast, list_eingeladene_gaeste, parse_gast, remark_gaeste
from netzint.vorgaenge.stellvertretung import list_mitglieder, list_stellvertretungen, why_not
from netzint.vorgaenge.tops import find_top


class Meldung(NamedTuple):
    """What was reported; people as they were typed, pairs as ``PERSON:ANGABE``."""

    alle: bool = False
    """Every ordentliches Mitglied (every member of the AG) of whom nothing else is said."""
    da: tuple[str, ...] = ()
    vertretung: tuple[str, ...] = ()
    entschuldigt: tuple[str, ...] = ()
    unentschuldigt: tuple[str, ...] = ()
    kommt: tuple[str, ...] = ()
    geht: tuple[str, ...] = ()
    nicht_bei: tuple[str, ...] = ()
    durchgehend: tuple[str, ...] = ()
    gast: tuple[str, ...] = ()
    ohne_gast: tuple[str, ...] = ()
    leitung: str | None = None

    @property
    def ist_leer(self) -> bool:
        """Whether nothing was reported at all."""
        return self == Meldung()


class Liste:
    """The attendance of one Sitzung while it is being changed. Raises NetzintFehler for what cannot be."""

    def __init__(self, bestand: Bestand, sitzung: Sitzung) -> None:
        self.bestand, self.sitzung, self.tag = bestand, sitzung, sitzung.datum
        self.da: dict[str, Anwesend] = {a.mitglied: a for a in sitzung.anwesend}
        self.entschuldigt: dict[str, None] = dict.fromkeys(sitzung.entschuldigt)
        self.gaeste: list[Gast] = list(sitzung.gaeste)
        self.hinweise: list[str] = []
        self.ist_strategiegruppe = sitzung.gremium == STRATEGIEGRUPPE

    def apply(self, meldung: Meldung) -> None:
        """All that was reported, in the order in which one thing rests on another."""
        self._each(meldung.unentschuldigt, self._miss)
        self._each(meldung.entschuldigt, self._excuse)
        if meldung.alle:
            self._fill(meldung)
        people = [find_mitglied(self.bestand, text) for text in meldung.da]
        for person in sorted(people, key=lambda p: not self._holds(p, "ordentlich")):
            self._come(person)
        self._each(meldung.durchgehend, lambda p: self._stay(p, ()))
        self._pairs(meldung.kommt, "--kommt", lambda p, top: self._miss_tops(p, range(find_top(self.sitzung, top))))
        self._pairs(meldung.geht, "--geht", self._leave)
        self._pairs(meldung.nicht_bei, "--nicht-bei", self._miss_named)
        self._pairs(meldung.vertretung, "--vertretung", self._represent)
        self._take_gaeste(meldung)

    def _take_gaeste(self, meldung: Meldung) -> None:
        """Those who were invited, if all are there; those who were named besides, in whatever role they were named."""
        typed = [parse_gast(self.bestand, self.sitzung, text) for text in meldung.gast]
        if meldung.alle:
            self.gaeste += list_eingeladene_gaeste(self.bestand, self.sitzung, self.gaeste)
        for text in meldung.ohne_gast:
            self.gaeste = drop_gast(self.bestand, self.gaeste, text)
        named = {gast.mitglied for gast in typed if gast.mitglied}
        kept = [gast for gast in self.gaeste if gast.mitglied not in named]
        self.gaeste = kept + [gast for gast in typed if gast not in kept]
        self.hinweise += remark_gaeste(self.sitzung, list_eingeladene_gaeste(self.bestand, self.sitzung, self.gaeste))

    def _fill(self, meldung: Meldung) -> None:
        """Everybody of whom it was not said that they are away; who comes later or goes earlier is there, too."""
        represented = {self._name(_split(text, "--vertretung")[1]) for text in meldung.vertretung}
        at_times = (*meldung.kommt, *meldung.geht, *meldung.nicht_bei)
        partly = {self._name(text.partition(":")[0]) for text in at_times}
        away = {*self.entschuldigt, *map(self._name, meldung.unentschuldigt), *(represented - partly)}
        for kennung in list_mitglieder(self.bestand, self.sitzung):
            if kennung not in away:
                self.da.setdefault(kennung, Anwesend(mitglied=kennung))

    def _name(self, text: str) -> str:
        return find_mitglied(self.bestand, text).kennung

    def _each(self, texts: Iterable[str], act: Callable[[Mitglied], None]) -> None:
        for text in texts:
            act(find_mitglied(self.bestand, text))

    def _pairs(self, texts: Iterable[str], option: str, act: Callable[[Mitglied, str], None]) -> None:
        for text in texts:
            name, rest = _split(text, option)
            act(find_mitglied(self.bestand, name), rest)

    # who is there

    def _come(self, person: Mitglied) -> None:
        self._require_mandat(person)
        self.entschuldigt.pop(person.kennung, None)
        is_deputy = self.ist_strategiegruppe and not self._holds(person, "ordentlich")
        if is_deputy and self._holds(person, "stellvertretend") and person.kennung not in self.da:
            self._stand_in(person)
        else:
            self.da.setdefault(person.kennung, Anwesend(mitglied=person.kennung))

    def _require_mandat(self, person: Mitglied) -> None:
        gremien = (self.sitzung.gremium, GESCHAEFTSSTELLE)
        if any(m.gremium in gremien and m.gilt_am(self.tag) for m in person.mandate):
            return
        where = "der Strategiegruppe" if self.ist_strategiegruppe else self.sitzung.gremium.upper()
        text = f"{person.kennung} hat am {datum(self.tag)} kein Mandat in {where}."
        raise ablehnen(text, f'Als Gast eintragen: --gast "{person.kennung}: in welcher Funktion"')

    def _holds(self, person: Mitglied, rolle: str) -> bool:
        return bool(mandate_am(person, self.tag, rolle))

    def _stand_in(self, person: Mitglied) -> None:
        """A deputy came: the seat is the one whose holder is away; of several the person at the door has to say."""
        away = [k for k in list_mitglieder(self.bestand, self.sitzung) if self._is_free(k)]
        fits = [k for k in away if not why_not(self.bestand, person, k, self.tag)]
        if len(fits) > 1:
            raise falsch(
                f"{person.kennung} kann mehrere vertreten: {', '.join(fits)}.",
                f"Angeben, wen: --vertretung {person.kennung}:{fits[0]}",
            )
        self.da[person.kennung] = Anwesend(mitglied=person.kennung, fuer=fits[0] if fits else None)
        if fits:
            self.hinweise.append(f"{person.kennung} vertritt {fits[0]}.")
        else:
            self.hinweise.append(f"{person.kennung} nimmt ohne Stimme teil: zu vertreten ist niemand.")

    def _is_free(self, kennung: str) -> bool:
        return kennung not in self.da and all(a.fuer != kennung for a in self.da.values())

    def _represent(self, deputy: Mitglied, text: str) -> None:
        member = find_mitglied(self.bestand, text)
        problem = "in einer AG gibt es das nicht"
        if self.ist_strategiegruppe:
            problem = why_not(self.bestand, deputy, member.kennung, self.tag)
        if problem:
            allowed = list_stellvertretungen(self.bestand, self.sitzung, member.kennung)
            hinweis = f"Vertreten kann: {', '.join(allowed)}." if allowed else "Für dieses Mitglied gibt es niemanden."
            raise ablehnen(f"{deputy.kennung} kann {member.kennung} nicht vertreten: {problem}.", hinweis)
        there = self.da.get(member.kennung)
        tops = [top.kennung for top in self.sitzung.tagesordnung]
        covered = tuple(top for top in tops if there is not None and top not in there.nicht_bei)
        if there is not None and covered == tuple(tops):
            raise ablehnen(
                f"{member.kennung} ist selbst da und kann nicht vertreten werden.",
                f"Fehlt das Mitglied: --entschuldigt {member.kennung}; geht es früher: --geht {member.kennung}:TOP",
            )
        self.entschuldigt.pop(deputy.kennung, None)
        self.da[deputy.kennung] = Anwesend(mitglied=deputy.kennung, fuer=member.kennung, nicht_bei=covered)

    # who is not

    def _excuse(self, person: Mitglied) -> None:
        self._require_mandat(person)
        self.da.pop(person.kennung, None)
        self.entschuldigt[person.kennung] = None

    def _miss(self, person: Mitglied) -> None:
        self.da.pop(person.kennung, None)
        self.entschuldigt.pop(person.kennung, None)

    # coming and going

    def _leave(self, person: Mitglied, text: str) -> None:
        self._miss_tops(person, range(find_top(self.sitzung, text), len(self.sitzung.tagesordnung)))

    def _miss_named(self, person: Mitglied, text: str) -> None:
        self._miss_tops(person, [find_top(self.sitzung, part) for part in text.split(",")])

    def _miss_tops(self, person: Mitglied, places: Iterable[int]) -> None:
        tops, missed = self.sitzung.tagesordnung, {self.sitzung.tagesordnung[nr].kennung for nr in places}
        before = self.da[person.kennung].nicht_bei if person.kennung in self.da else ()
        self._stay(person, tuple(t.kennung for t in tops if t.kennung in missed or t.kennung in before))

    def _stay(self, person: Mitglied, missed: tuple[str, ...]) -> None:
        entry = self.da.get(person.kennung)
        if entry is None:
            raise falsch(f"{person.kennung} steht nicht unter den Anwesenden.", f"Zuerst: --da {person.kennung}")
        if missed and len(missed) == len(self.sitzung.tagesordnung):
            raise falsch(
                f"{person.kennung} wäre danach bei keinem TOP da.",
                f"Wer gar nicht kommt: --entschuldigt {person.kennung} oder --unentschuldigt {person.kennung}",
            )
        self.da[person.kennung] = entry.model_copy(update={"nicht_bei": missed})

    def be_at(self, person: Mitglied, nr: int) -> None:
        """There at one TOP, whatever else; who was not on the list at all is there at that TOP only."""
        kennungen = [top.kennung for top in self.sitzung.tagesordnung]
        if person.kennung not in self.da:
            self._come(person)
            missed = tuple(k for k in kennungen if k != kennungen[nr])
        else:
            missed = tuple(k for k in self.da[person.kennung].nicht_bei if k != kennungen[nr])
        self._stay(person, missed)

    def miss_at(self, person: Mitglied, nr: int) -> None:
        """Not there at one TOP."""
        self._miss_tops(person, [nr])


def _split(text: str, option: str) -> tuple[str, str]:
    name, sep, rest = text.partition(":")
    if not sep or not rest.strip():
        example = "staedtetag-3:staedtetag-1" if option == "--vertretung" else "staedtetag-1:4"
        raise falsch(f"„{text}“ ist keine Angabe zu {option}.", f"Zwei Angaben mit Doppelpunkt, z. B. {example}")
    return name.strip(), rest.strip()
