"""Which documents belong to a Kennung, and how they are made: the way from a Bestand to files below ``ausgabe/``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import partial

from netzint.dokumente import kontext_sitzung, schreiben
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.briefe import find_briefe
from netzint.dokumente.eingaben import digest_of, with_herkunft
from netzint.dokumente.jahr import OHNE_VERGLEICH, find_jahresauftraege, list_adressen
from netzint.dokumente.kontext_jahr import Grenzen
from netzint.dokumente.kontext_niederschrift import niederschrift
from netzint.dokumente.listen import LISTEN, liste_zu
from netzint.dokumente.papiere import common, list_papiere, papier, papier_ohne_sitzung
from netzint.dokumente.pipeline import NEBENHER, STANDARD, Teil, Vorlagen, compose, write
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung


def find_auftraege(
    bestand: Bestand, kennung: str, stichtag: date, art: str = "", grenzen: Grenzen = OHNE_VERGLEICH
) -> tuple[Auftrag, ...]:
    """All documents of a Sitzung, Beschlussvorlage, Empfehlung, Beschluss, AG, person or seat, or of the whole network.

    Beschlussauszüge and lists of a Sitzung only if ``art`` asks for them; ``grenzen`` are for a Jahresbericht. Raises
    NetzintFehler (wrong usage) for any other Kennung.
    """
    sitzung = bestand.sitzungen.get(kennung)
    of_all = find_jahresauftraege(bestand, kennung, stichtag, art, grenzen)
    if of_all is not None:
        return of_all
    letters = find_briefe(bestand, kennung, stichtag, art)
    if letters is not None:
        return letters
    if schreiben.is_beschluss(bestand, kennung) or (sitzung is not None and art == schreiben.AUSZUG):
        return schreiben.auszuege(bestand, kennung)
    if sitzung is not None:
        _require_statt(sitzung)
        day = tag_der_unterlagen(sitzung, stichtag)
        if art in LISTEN:
            return (liste_zu(bestand, sitzung, day, art),)
        papers = list_papiere(bestand, sitzung, stichtag, art)
        minutes = [_niederschrift(bestand, sitzung, stichtag)] if sitzung.zustand == "durchgefuehrt" else []
        return (_tagesordnung(bestand, sitzung, day), _einladung(bestand, sitzung, day), *papers, *minutes)
    if kennung in bestand.beschlussvorlagen:
        entry, last = bestand.beschlussvorlagen[kennung], find_sitzung_of(bestand, kennung)
        return (papier(bestand, entry, last, art) if last else papier_ohne_sitzung(bestand, entry),)
    if kennung in bestand.unlesbar:
        raise NetzintFehler(f"Der Eintrag {kennung} ist nicht lesbar.", "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    known = (bestand.sitzungen, bestand.beschlussvorlagen, bestand.umlaeufe, bestand.empfehlungen,
             bestand.arbeitsgruppen)  # fmt: skip
    raise _unknown(
        kennung, [*list_adressen(stichtag), *bestand.alle_sitze, *(name for names in known for name in names)]
    )


def tag_der_unterlagen(sitzung: Sitzung, stichtag: date) -> date:
    """The day that stands on the papers: once they are sent, that of the dispatch; never after the Sitzung."""
    return sitzung.einladung.versandt if sitzung.einladung else min(stichtag, sitzung.datum)


def _require_statt(sitzung: Sitzung) -> None:
    if sitzung.zustand in ("abgesagt", "entfallen"):
        text = f"Die Sitzung {sitzung.kennung.upper()} ist {sitzung.zustand}; zu ihr gibt es keine Unterlagen."
        raise NetzintFehler(text, "Den Stand davor nimmt --stand JJJJ-MM-TT.", Ausgang.AUFRUF)


def _unknown(kennung: str, known: Collection[str]) -> NetzintFehler:
    hinweis = meinten_sie(kennung, known, "Alle Sitzungen zeigt: netzint sitzung liste")
    text = (
        f"Zu „{kennung}“ gibt es keine Dokumente; es gibt sie zu Sitzungen, Vorlagen, Beschlüssen, Umläufen, "
        "Empfehlungen, Arbeitsgruppen, deren Mitgliedern und Sitzen, zu einem Jahr und zur Beschlusskontrolle."
    )
    return NetzintFehler(text, hinweis, Ausgang.AUFRUF)


def find_sitzung_of(bestand: Bestand, vorlage: str) -> Sitzung | None:
    """The latest Sitzung that a Beschlussvorlage lies before."""
    found = [s for s in bestand.sitzungen.values() if any(t.vorlage == vorlage for t in s.tagesordnung)]
    return max(found, key=lambda s: (s.datum, s.kennung), default=None)


def _tagesordnung(bestand: Bestand, sitzung: Sitzung, day: date) -> Auftrag:
    daten = {
        **common(bestand, sitzung, day),
        "tops": kontext_sitzung.tops(bestand, sitzung),
        "beschlusskontrolle": kontext_sitzung.beschlusskontrolle(bestand, sitzung, day),
    }
    return Auftrag("tagesordnung", sitzung.kennung, day, daten)


def _einladung(bestand: Bestand, sitzung: Sitzung, day: date) -> Auftrag:
    daten = {
        **common(bestand, sitzung, day),
        "tops": kontext_sitzung.tops(bestand, sitzung),
        "unterlagen": kontext_sitzung.unterlagen(bestand, sitzung),
        "verteiler": kontext_sitzung.verteiler(bestand, sitzung, day),
    }
    return Auftrag("einladung", sitzung.kennung, day, daten)


def _niederschrift(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> Auftrag:
    """The minutes; before they are noted they are a draft of the day of asking."""
    day = sitzung.niederschrift.vom if sitzung.niederschrift else max(stichtag, sitzung.datum)
    daten = {**common(bestand, sitzung, day), "niederschrift": niederschrift(bestand, sitzung)}
    return Auftrag("niederschrift", sitzung.kennung, day, daten)


Schreiben = Callable[[], bytes]


def _at_once(schreiben: Schreiben) -> Schreiben:
    content = schreiben()
    return lambda: content


def erzeuge(
    auftraege: Iterable[Auftrag],
    vorlagen: Vorlagen,
    ordner: str,
    formate: Collection[str] = (),
    nebenher: Callable[[Schreiben], Schreiben] = _at_once,
) -> dict[str, bytes]:
    """Render documents: ``ordner/einladung-sg-2026-03.md`` → bytes. Raises NetzintFehler if a template is at fault.

    Without ``formate`` the usual ones. ``nebenher`` may begin a piece of work, and gives what waits for its result.
    """
    begun: dict[str, Schreiben] = {}
    for auftrag in auftraege:
        daten, kopf = with_herkunft(auftrag, vorlagen)
        teile = [Teil(teil.art, with_herkunft(teil, vorlagen)[0]) for teil in auftrag.teile]
        satz, _ = compose(vorlagen, auftrag.art, daten, kopf, teile)
        for form in sorted(formate or STANDARD, key=lambda form: form not in NEBENHER):
            begin = nebenher if form in NEBENHER else _at_once
            begun[f"{ordner}/{auftrag.name}.{form}"] = begin(partial(write, satz, form))
    return {name: content() for name, content in begun.items()}


def digest_einladung(bestand: Bestand, kennung: str, vorlagen: Vorlagen) -> str:
    """The digest in the foot of the Einladung to a Sitzung, as its ``einladung.inhalt`` records it."""
    sitzung = bestand.sitzungen[kennung]
    auftrag = _einladung(bestand, sitzung, tag_der_unterlagen(sitzung, sitzung.datum))
    return digest_of(auftrag, vorlagen)
