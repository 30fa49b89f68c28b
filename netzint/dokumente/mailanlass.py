"""What the mail about a Sitzung, Veranstaltung or forwarded Empfehlung says: the data for the office's template."""

from __future__ import annotations

from datetime import date

from netzint.berichte.sitzungen import laufende_nummer
from netzint.dokumente import kontext, kontext_sitzung
from netzint.dokumente.kontext import Daten
from netzint.dokumente.kontext_weiterleitung import weiterleitung
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Weiterleitung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.veranstaltung import Veranstaltung
from netzint.recht.fristen import antwort_bis, stand_am
from netzint.recht.terminfolge import stempel
from netzint.recht.zustaende import BEZEICHNUNG

MOEGLICH = {
    "terminiert": ("vormerkung", "einladung", "verlegung"),
    "eingeladen": ("einladung", "aenderung", "verlegung"),
    "abgesagt": ("absage",),
    "durchgefuehrt": ("niederschrift",),
    "entfallen": (),
}
"""State of a Sitzung → what there is to write about."""
UNTERLAGEN = ("einladung", "tagesordnung", "beschlussvorlage", "tischvorlage")
"""The kinds of documents that go with an Einladung."""
ANLAGEN = {
    "einladung": UNTERLAGEN,
    "aenderung": UNTERLAGEN,
    "verlegung": UNTERLAGEN,
    "niederschrift": ("niederschrift",),
    "weiterleitung": ("weiterleitung",),
    "wiedervorlage": ("wiedervorlage",),
}
"""Occasion → kinds of documents that are attached."""
_WORTE = {
    "ort": "der Ort", "beginn": "der Beginn", "ende": "das Ende", "form": "die Form", "titel": "der Titel",
    "bis": "der letzte Tag",
}  # fmt: skip
_MIT_RUECKMELDUNG = ("einladung", "aenderung", "verlegung")


def default_anlass(sitzung: Sitzung) -> str:
    """What most likely is to be written now."""
    if sitzung.zustand == "eingeladen" and sitzung.einladung:
        changed = bool(sitzung.geaendert) and sitzung.geaendert[-1].am >= sitzung.einladung.versandt
        return "aenderung" if changed else "einladung"
    if sitzung.zustand == "terminiert" and sitzung.verlegt and sitzung.verlegt[-1].eingeladen:
        return "verlegung"
    return next(iter(MOEGLICH[sitzung.zustand]), "")


def check_anlass(sitzung: Sitzung, anlass: str) -> None:
    """Raise NetzintFehler (wrong usage) where there is nothing of that kind to write about a Sitzung."""
    possible = [a for a in MOEGLICH[sitzung.zustand] if a != "verlegung" or sitzung.verlegt]
    if anlass in possible:
        return
    text = f"Die Sitzung {sitzung.kennung.upper()} ist {BEZEICHNUNG[sitzung.zustand]}"
    if not possible:
        raise NetzintFehler(f"{text}; zu ihr ist nichts zu schreiben.", "", Ausgang.AUFRUF)
    hinweis = f"Möglich ist jetzt: {aufzaehlung(possible)}."
    raise NetzintFehler(f"{text}; „{anlass}“ passt dazu nicht.", hinweis, Ausgang.AUFRUF)


def tag_der_mail(sitzung: Sitzung, anlass: str, stichtag: date) -> date:
    """The day that the draft carries: that of the recorded step it is about; where nothing is recorded, of asking."""
    if anlass == "vormerkung":
        return max(stempel(sitzung), min(stichtag, sitzung.datum))
    if anlass == "niederschrift" and sitzung.niederschrift:
        return sitzung.niederschrift.vom
    return max(stempel(sitzung), sitzung.datum) if anlass == "niederschrift" else stempel(sitzung)


def mail_zur_sitzung(bestand: Bestand, sitzung: Sitzung, anlass: str, tag: date) -> Daten:
    """About a Sitzung; ``tag`` is the day of the papers."""
    known = kontext.sitzung(bestand, sitzung, tag)
    name = kontext.gremium(bestand, sitzung.gremium)
    counted = sitzung.zustand != "abgesagt"
    invites = anlass in _MIT_RUECKMELDUNG and (anlass != "verlegung" or sitzung.einladung is not None)
    tops = kontext_sitzung.tops(bestand, sitzung) if invites else []
    return {
        "anlass": anlass,
        "was": f"{laufende_nummer(bestand, sitzung)}. Sitzung der {name}" if counted else f"Sitzung der {name}",
        **{key: known[key] for key in ("datum", "beginn", "ende", "form")},
        "ort": ", ".join(filter(None, (known["ort"], known["zugang"]))),
        "bisher": sitzung.verlegt[-1].von.isoformat() if sitzung.verlegt and anlass == "verlegung" else "",
        "grund": _grund(sitzung, anlass),
        "geaendert": _geaendert(sitzung) if anlass == "aenderung" else [],
        "tops": [{"nummer": top["nummer"], "titel": top["titel"]} for top in tops],
        "rueckmeldung_bis": known["rueckmeldung_bis"] if invites else "",
        "stellvertretung": known["stellvertretung"] if invites else "",
    }


def _grund(entry: Sitzung | Veranstaltung, anlass: str) -> str:
    if anlass == "absage" and entry.abgesagt:
        return " ".join(entry.abgesagt.grund.split())
    if anlass == "verlegung" and entry.verlegt:
        return " ".join((entry.verlegt[-1].grund or "").split())
    return ""


def _geaendert(sitzung: Sitzung) -> list[str]:
    since = sitzung.einladung.versandt if sitzung.einladung else date.min
    return list(dict.fromkeys(_WORTE[what] for g in sitzung.geaendert if g.am >= since for what in g.was))


def mail_zur_veranstaltung(event: Veranstaltung, anlass: str) -> Daten:
    """About a Veranstaltung: an invitation, that it is moved, or called off."""
    return {
        "anlass": anlass,
        "was": f"{event.art} „{event.titel}“",
        "titel": f"{event.art} „{event.titel}“",
        "datum": event.datum.isoformat(),
        "bis": event.bis.isoformat() if event.bis and event.bis > event.datum else "",
        "beginn": event.beginn or "",
        "ende": event.ende or "",
        "ort": event.ort or "",
        "form": kontext.FORMEN[event.form],
        "bisher": event.verlegt[-1].von.isoformat() if event.verlegt and anlass == "verlegung" else "",
        "grund": _grund(event, anlass),
        "programm": event.programm or "" if anlass == "veranstaltung" else "",
    }


def mail_zur_weiterleitung(bestand: Bestand, empfehlung: Empfehlung, sent: Weiterleitung) -> Daten:
    """The first letter to a Stelle. Raises NetzintFehler if the wording is not the sealed one."""
    known = weiterleitung(bestand, empfehlung, sent)
    return {
        "anlass": "weiterleitung",
        "titel": empfehlung.titel,
        "datum": sent.am.isoformat(),
        **{key: known[key] for key in ("empfehlung", "beschluss", "antwort_bis")},
    }


def mail_zur_wiedervorlage(
    bestand: Bestand, empfehlung: Empfehlung, sent: Weiterleitung, faellig: date, stichtag: date
) -> Daten:
    """Asking again; ``faellig`` is the day by which an answer or a report was asked for."""
    known = stand_am(sent, stichtag)
    fassung = bestand.fassung(sent.am)
    asked = sent.antwort_bis or (antwort_bis(sent.am, fassung.fristen) if fassung else None)
    due = asked if known is None and asked else faellig
    return {
        "anlass": "wiedervorlage",
        "titel": empfehlung.titel,
        "datum": stichtag.isoformat(),
        "empfehlung": empfehlung.kennung.upper(),
        "weitergeleitet": sent.am.isoformat(),
        "stand": f"{BEZEICHNUNG[known.status]} (am {datum(known.am)})" if known else "",
        "antwort_bis": due.isoformat() if due <= stichtag else "",
    }
