"""Which drafts there are to write about a Kennung, and to whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netzint.berichte.empfaenger import Empfaenger, of_sitzung, of_stelle
from netzint.berichte.empfaenger_wahl import choose_empfaenger
from netzint.dokumente import mailanlass
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.erzeugen import erzeuge, find_auftraege, tag_der_unterlagen
from netzint.dokumente.kalender import methode, write_einladung
from netzint.dokumente.kontext import Daten
from netzint.dokumente.mail import Absender, Anlage, Entwurf, Kalenderteil, write_mail
from netzint.dokumente.mailtext import make_mailtext
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.dokumente.termin import make_termin
from netzint.modell.adresse import Adressbuch, to_adresse
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_in_allen
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import aufzaehlung
from netzint.modell.veranstaltung import Veranstaltung
from netzint.recht.terminfolge import stempel
from netzint.recht.wiedervorlage import list_wiedervorlagen


class Wunsch(NamedTuple):
    """What was asked for."""

    art: str = ""
    """The occasion; "" is the one that suits the state."""
    an: tuple[str, ...] = ()
    verdeckt: bool = False


class Umgebung(NamedTuple):
    """What drafts are made from besides the Bestand."""

    vorlagen: Vorlagen
    buch: Adressbuch
    stichtag: date
    herkunft: Callable[[Sequence[Auftrag]], Sequence[Auftrag]] = tuple
    """Gives each document the Vorgang that it comes from, so that the attachment is the file that lies in ausgabe/."""


def find_entwuerfe(bestand: Bestand, text: str, wunsch: Wunsch, umgebung: Umgebung) -> tuple[Entwurf, ...]:
    """One draft for a Sitzung or Veranstaltung, one for each Stelle of an Empfehlung. Raises NetzintFehler."""
    entry = find_in_allen(bestand, text)
    if isinstance(entry, Sitzung):
        return (_zur_sitzung(bestand, entry, wunsch, umgebung),)
    if isinstance(entry, Veranstaltung):
        return (_zur_veranstaltung(bestand, entry, wunsch, umgebung),)
    if isinstance(entry, Empfehlung):
        return tuple(_zur_empfehlung(bestand, entry, wunsch, umgebung))
    satz = f"Zu {entry.kennung} gibt es keine E-Mail; es gibt sie zu Sitzungen, Veranstaltungen und Empfehlungen."
    raise NetzintFehler(satz, "Zum Beispiel: netzint mail sg-2026-03", Ausgang.AUFRUF)


def write_entwurf(bestand: Bestand, entwurf: Entwurf) -> bytes:
    """The file of a draft, from the office. Raises NetzintFehler if the office has no address to write from."""
    office = bestand.netzwerk.geschaeftsstelle if bestand.netzwerk else None
    mail = to_adresse(office.e_mail) if office else ""
    if office is None or not mail:
        text = "Die Geschäftsstelle hat keine E-Mail-Adresse, von der sich schreiben lässt."
        raise NetzintFehler(text, "Eintragen: netzint netzwerk aendern --e-mail ADRESSE", Ausgang.AUFRUF)
    return write_mail(Absender(office.name, mail), entwurf)


def _zur_sitzung(bestand: Bestand, sitzung: Sitzung, wunsch: Wunsch, umgebung: Umgebung) -> Entwurf:
    anlass = wunsch.art or mailanlass.default_anlass(sitzung)
    mailanlass.check_anlass(sitzung, anlass)
    people = _find_empfaenger(bestand, wunsch, sitzung.datum, umgebung) or of_sitzung(bestand, sitzung, umgebung.buch)
    early = anlass == "verlegung" and sitzung.einladung is None
    papers = () if early else _anlagen(bestand, sitzung.kennung, anlass, umgebung)
    daten = mailanlass.mail_zur_sitzung(bestand, sitzung, anlass, tag_der_unterlagen(sitzung, umgebung.stichtag))
    invitation = None if anlass == "niederschrift" else sitzung
    tag = mailanlass.tag_der_mail(sitzung, anlass, umgebung.stichtag)
    return _entwurf(bestand, sitzung.kennung, daten, tag, people, wunsch, umgebung, papers, invitation)


def _zur_veranstaltung(bestand: Bestand, event: Veranstaltung, wunsch: Wunsch, umgebung: Umgebung) -> Entwurf:
    possible = ("absage",) if event.abgesagt else ("veranstaltung", *(("verlegung",) if event.verlegt else ()))
    anlass = wunsch.art or possible[-1]
    if anlass not in possible or event.entfallen:
        text = f"„{anlass}“ passt nicht zum Stand von {event.kennung.upper()}."
        raise NetzintFehler(text, "" if event.entfallen else f"Möglich ist: {aufzaehlung(possible)}.", Ausgang.AUFRUF)
    people = _find_empfaenger(bestand, wunsch._replace(an=wunsch.an or event.arbeitsgruppen), event.datum, umgebung)
    if not people:
        text = f"Zu {event.kennung.upper()} ist nicht eingetragen, wer eingeladen wird."
        hinweis = "Mit --an angeben, an wen es geht, z. B. --an strategiegruppe --an beauftragte"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)
    daten = mailanlass.mail_zur_veranstaltung(event, anlass)
    tag = min(umgebung.stichtag, event.datum) if anlass == "veranstaltung" else stempel(event)
    return _entwurf(bestand, event.kennung, daten, tag, people, wunsch, umgebung, (), event)


def _zur_empfehlung(bestand: Bestand, empfehlung: Empfehlung, wunsch: Wunsch, umgebung: Umgebung) -> Iterator[Entwurf]:
    """A letter to each Stelle that it was forwarded to, or that is to be asked again."""
    k, tag = empfehlung.kennung, umgebung.stichtag
    art = wunsch.art or "weiterleitung"
    if art not in ("weiterleitung", "wiedervorlage"):
        hinweis = "Möglich ist: weiterleitung und wiedervorlage."
        raise NetzintFehler(f"„{art}“ passt nicht zu einer Empfehlung.", hinweis, Ausgang.AUFRUF)
    letters = {
        w.stelle: (w.am, mailanlass.mail_zur_weiterleitung(bestand, empfehlung, w))
        for w in empfehlung.weiterleitungen
        if w.am <= tag and art == "weiterleitung"
    }
    for due in list_wiedervorlagen(bestand, tag) if art == "wiedervorlage" else ():
        if due.empfehlung.kennung == k and due.am <= tag:
            sent = due.weiterleitung
            daten = mailanlass.mail_zur_wiedervorlage(bestand, empfehlung, sent, due.am, tag)
            letters[sent.stelle] = (tag, daten)
    chosen = _find_stellen(bestand, wunsch.an, letters) if wunsch.an else tuple(letters)
    if not chosen:
        what = "weitergeleitet" if art == "weiterleitung" else "zur Wiedervorlage fällig"
        text = f"{k.upper()} ist an keine Stelle {what}; es gibt nichts zu schreiben."
        raise NetzintFehler(text, f"Ansehen: netzint empfehlung zeigen {k}", Ausgang.AUFRUF)
    all_papers = _anlagen(bestand, k, art, umgebung)
    for stelle in chosen:
        name, (day, daten) = f"{k}-{stelle}", letters[stelle]
        papers = tuple(a for a in all_papers if a.name == f"{art}-{name}.pdf")
        people = of_stelle(bestand, stelle, day, umgebung.buch) if stelle in bestand.stellen else ()
        yield _entwurf(bestand, name, daten, day, people, wunsch, umgebung, papers, None)


def _find_stellen(bestand: Bestand, an: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    from netzint.modell.finden import find_stelle

    wanted = [find_stelle(bestand, text).kennung for text in an]
    for stelle in wanted:
        if stelle not in known:
            hinweis = f"Möglich ist: {aufzaehlung(tuple(known))}." if known else ""
            raise NetzintFehler(f"An die Stelle {stelle} ist hier nichts zu schreiben.", hinweis, Ausgang.AUFRUF)
    return tuple(dict.fromkeys(wanted))


def _find_empfaenger(bestand: Bestand, wunsch: Wunsch, tag: date, umgebung: Umgebung) -> tuple[Empfaenger, ...]:
    return choose_empfaenger(bestand, wunsch.an, tag, umgebung.buch)


def _anlagen(bestand: Bestand, kennung: str, anlass: str, umgebung: Umgebung) -> tuple[Anlage, ...]:
    """The documents as PDF, as soon as netzint can write it."""
    kinds = mailanlass.ANLAGEN.get(anlass, ())
    if "pdf" not in SCHREIBER or not kinds:
        return ()
    art = anlass if anlass == "wiedervorlage" else ""
    wanted = [a for a in find_auftraege(bestand, kennung, umgebung.stichtag, art) if a.art in kinds]
    dateien = erzeuge(umgebung.herkunft(wanted), umgebung.vorlagen, "", ("pdf",))
    return tuple(Anlage(name.lstrip("/"), content) for name, content in dateien.items())


def _entwurf(
    bestand: Bestand,
    kennung: str,
    daten: Daten,
    tag: date,
    people: tuple[Empfaenger, ...],
    wunsch: Wunsch,
    umgebung: Umgebung,
    papers: tuple[Anlage, ...],
    eingeladen: Sitzung | Veranstaltung | None,
) -> Entwurf:
    """The draft. The calendar stands in the mail and is attached, too: a program that edits drafts may drop the one."""
    kalender = None
    if eingeladen is not None:
        termin = make_termin(bestand, eingeladen)
        named = () if wunsch.verdeckt else people
        kalender = Kalenderteil(methode(termin, named), write_einladung(bestand, termin, named))
        papers = (*papers, Anlage(f"termin-{kennung}.ics", kalender.inhalt, "application/ics"))
    text = make_mailtext(bestand, umgebung.vorlagen, {**daten, "anlagen": [p.name for p in papers]})
    return Entwurf(kennung, daten["anlass"], tag, text, people, wunsch.verdeckt, kalender, papers)
