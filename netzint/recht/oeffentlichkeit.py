"""What the public may see: only what is marked so. The one place that decides it, for documents and for the page.

Marks stand at TOPs, Beschlussvorlagen, Veranstaltungen and people (``oeffentlich``). Not public, unless it stands in a
public TOP: what was said, moved and decided. Never public: who was befangen, who voted how, who was there or missing by
name (but people marked so), reasons beside the matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.veranstaltung import Veranstaltung

NICHT_OEFFENTLICH = "Nichtöffentlicher Tagesordnungspunkt"
"""What stands in the place of the title of a TOP that is not public."""
OHNE_NAMEN = "(Name nicht öffentlich)"
_VERWEIS = "://"
_REMARKS: dict[str, object] = {"berichtigungen": (), "abweichung": ()}


def is_empfehlung_oeffentlich(bestand: Bestand, empfehlung: Empfehlung) -> bool:
    """Whether it was voted on in a public TOP, or lies in a public Beschlussvorlage."""
    votes = bestand.entscheidungen.get(empfehlung.kennung, ())
    decided = (bestand.beschluesse.get(v.beschluss) for v in votes)
    if any(b is not None and b.top.oeffentlich for b in decided):
        return True
    papers = (v for v in bestand.beschlussvorlagen.values() if v.oeffentlich)
    return any(empfehlung.kennung in getattr(v.antrag, "empfehlungen", ()) for v in papers)


def publish(bestand: Bestand) -> Bestand:
    """The Bestand without the words that are not public.

    Who was there stays as Kennungen, so that quorum and majorities are counted as they were; the names are gone, and
    the TOPs that are not public have nothing but their number.
    """
    return bestand.replaced([*_people(bestand), *_sitzungen(bestand), *_veranstaltungen(bestand)])


def _people(bestand: Bestand) -> Iterator[Eintrag]:
    for person in bestand.mitglieder.values():
        contact: dict[str, object] = {"dienstlich": None, **_REMARKS}
        yield person.model_copy(update=contact if person.oeffentlich else contact | _nameless(person))


def _nameless(person: Mitglied) -> dict[str, object]:
    aemter = tuple(amt.model_copy(update={"funktion": None}) for amt in person.aemter)
    return {"name": OHNE_NAMEN, "titel": None, "anrede": None, "aemter": aemter}


def _sitzungen(bestand: Bestand) -> Iterator[Eintrag]:
    for sitzung in bestand.sitzungen.values():
        public = {v.kennung for v in bestand.beschlussvorlagen.values() if v.oeffentlich}
        tops = tuple(_top(top, public) for top in sitzung.tagesordnung)
        invited = sitzung.einladung
        yield sitzung.model_copy(
            update={
                "tagesordnung": tops,
                "ort": _place(sitzung),
                "gaeste": (),
                **_REMARKS,
                "einladung": invited.model_copy(update={"grund": None, "gaeste": ()}) if invited else None,
                "verlegt": tuple(v.model_copy(update={"grund": None}) for v in sitzung.verlegt),
            }
        )


def _place(sitzung: Sitzung) -> str | None:
    """Not the way into a Videokonferenz."""
    hidden = sitzung.form == "video" or _VERWEIS in (sitzung.ort or "")
    return None if hidden else sitzung.ort


def _top(top: Tagesordnungspunkt, oeffentliche_vorlagen: set[str]) -> Tagesordnungspunkt:
    if top.oeffentlich:
        paper = top.vorlage if top.vorlage in oeffentliche_vorlagen else None
        votes = tuple(b.model_copy(update={"namentlich": None, "befangen": ()}) for b in top.beschluesse)
        return top.model_copy(update={"vorlage": paper, "beschluesse": votes})
    off = top.abgesetzt.model_copy(update={"grund": ""}) if top.abgesetzt else None
    return Tagesordnungspunkt(kennung=top.kennung, nummer=top.nummer, titel=NICHT_OEFFENTLICH, abgesetzt=off)


def _veranstaltungen(bestand: Bestand) -> Iterator[Eintrag]:
    """One that is not public keeps nothing but its day."""
    for event in bestand.veranstaltungen.values():
        if not event.oeffentlich:
            yield Veranstaltung(
                kennung=event.kennung,
                titel="Nichtöffentliche Veranstaltung",
                art=event.art,
                datum=event.datum,
                oeffentlich=False,
                abgesagt=event.abgesagt.model_copy(update={"grund": ""}) if event.abgesagt else None,
            )
