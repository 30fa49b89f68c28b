"""The form of a document for the public: which kinds have one, and what stands in the place of what is left out.

The words that are not public are gone before anything is made (``recht.oeffentlichkeit.publish``); here the gaps that
they leave are told, and a last look finds names that stand in free text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.erzeugen import find_auftraege, find_sitzung_of
from netzint.dokumente.jahr import find_jahr, find_jahresauftraege
from netzint.dokumente.kontext import Daten
from netzint.dokumente.kontext_listen import mappe
from netzint.dokumente.listen import MAPPE, liste_zu
from netzint.dokumente.oeffentlich_wahl import find_grund, iter_tops
from netzint.dokumente.papiere import TISCHVORLAGE, VORLAGE, papier
from netzint.dokumente.schreiben import AUSZUG
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.recht.oeffentlichkeit import NICHT_OEFFENTLICH, OHNE_NAMEN, publish

_PUNKT = ("nummer", "titel", "vorlage", "verlauf", "abgesetzt")
_BESCHLUSS = ("kennung", "antrag", "wortlaut", "stimmen", "ergebnis")
"""What is public of a TOP that is public, and of a vote in it."""


class NameImText(NetzintFehler):
    """A name that is not public stands in a text that is."""


def find_oeffentliche(bestand: Bestand, kennung: str, stichtag: date, art: str = "") -> tuple[Auftrag, ...]:
    """The documents of a Kennung in the form for the public; those that have none are left out.

    Raises NetzintFehler (refused) with the reason if none is left, and if a name stands in a free text that is public.
    """
    if find_jahr(kennung) is not None:
        reports = find_jahresauftraege(bestand, kennung, stichtag, oeffentlich=True) or ()
        return tuple(_finish(bestand, report) for report in reports)
    given = find_auftraege(bestand, kennung, stichtag, art)
    seen = publish(bestand)
    made: list[Auftrag] = []
    reasons: list[str] = []
    for auftrag in [a for a in given if art in ("", a.art)] or given:
        reason = find_grund(bestand, auftrag)
        if reason:
            reasons.append(reason)
        else:
            made.append(_finish(bestand, _make(bestand, seen, auftrag, stichtag)))
    if not made:
        text = f"Davon gibt es keine öffentliche Fassung. {' '.join(dict.fromkeys(reasons))}"
        raise NetzintFehler(text, "Ohne --oeffentlich entsteht die Fassung für das Haus.")
    return tuple(made)


def _make(bestand: Bestand, seen: Bestand, auftrag: Auftrag, stichtag: date) -> Auftrag:
    """The same document, made of what is public."""
    if auftrag.art in (VORLAGE, TISCHVORLAGE):
        sitzung = find_sitzung_of(bestand, auftrag.kennung)
        if sitzung is None:
            text = (
                f"{auftrag.kennung.upper()} steht auf keiner Tagesordnung; so lange gibt es keine öffentliche Fassung."
            )
            raise NetzintFehler(text, "Ohne --oeffentlich entsteht die Fassung für das Haus.")
        return _vorlage(bestand, seen, auftrag.kennung, sitzung)
    if auftrag.art == MAPPE:
        return _mappe(bestand, seen, auftrag)
    if auftrag.art == AUSZUG:
        names = {f"{s.kennung}-{s.tagesordnung[nr].kennung}": s.kennung for s, nr in iter_tops(bestand)}
        found = find_auftraege(seen, names[auftrag.kennung], stichtag, AUSZUG)
        return _auszug(next(a for a in found if a.kennung == auftrag.kennung))
    found = find_auftraege(seen, auftrag.kennung, stichtag)
    made = next(a for a in found if a.art == auftrag.art)
    sitzung = bestand.sitzungen[auftrag.kennung]
    return _niederschrift(made, sitzung) if auftrag.art == "niederschrift" else _tagesordnung(made)


def _vorlage(bestand: Bestand, seen: Bestand, kennung: str, sitzung: Sitzung) -> Auftrag:
    """Its TOP may be hidden; the paper is public by its own mark."""
    made = papier(seen, seen.beschlussvorlagen[kennung], seen.sitzungen[sitzung.kennung], VORLAGE)
    paper = {**made.daten["beschlussvorlage"], "nachgereicht": ""}
    if paper.get("berichterstattung") == OHNE_NAMEN:
        paper["berichterstattung"] = ""
    # What came of it elsewhere, or in a TOP that is not public, has no mark of its own.
    here = bestand.sitzungen[sitzung.kennung].tagesordnung
    shown = any(top.vorlage == kennung and top.oeffentlich for top in here)
    paper["beratungsfolge"] = [
        {**step, "ergebnis": step["ergebnis"] if shown and step["datum"] == sitzung.datum.isoformat() else ""}
        for step in paper["beratungsfolge"]
    ]
    return _with(made, beschlussvorlage=paper)


def _mappe(bestand: Bestand, seen: Bestand, auftrag: Auftrag) -> Auftrag:
    """The papers that are public, with a sentence for each that is not."""
    sitzung = bestand.sitzungen[auftrag.kennung]
    public: list[Daten] = []
    missing: list[str] = []
    for row in mappe(bestand, sitzung):
        entry = bestand.beschlussvorlagen[row["nummer"].lower()]
        if entry.oeffentlich:
            hidden = not any(t.vorlage == entry.kennung and t.oeffentlich for t in sitzung.tagesordnung)
            public.append({**row, "nr": str(len(public) + 1), **({"top": ""} if hidden else {})})
        else:
            missing.append(f"Die Vorlage zu TOP {row['top']} ist nicht öffentlich.")
    made = liste_zu(seen, seen.sitzungen[sitzung.kennung], auftrag.datum, MAPPE)
    teile = tuple(_vorlage(bestand, seen, row["nummer"].lower(), sitzung) for row in public)
    return _with(made, vorlagen=public, fehlende=missing)._replace(teile=teile)


def _tagesordnung(made: Auftrag) -> Auftrag:
    return _with(made, beschlusskontrolle=[])


def _auszug(made: Auftrag) -> Auftrag:
    """Without the chair, unless public."""
    found: Daten = made.daten["auszug"]
    return _with(made, auszug={**found, "leitung": _public(found["leitung"])})


def _niederschrift(made: Auftrag, sitzung: Sitzung) -> Auftrag:
    """TOPs that are not public have a sentence; nobody is named who has not allowed it, missing or not.

    What is not taken over here (corrections, remarks) is not public.
    """
    found: Daten = made.daten["niederschrift"]
    told: Daten = {
        "vom": found["vom"],
        "ladung": found["ladung"],
        "fuehrung": _public(found["fuehrung"]),
        "leitung": _public(found["leitung"]),
        "genehmigung": "Diese Niederschrift ist genehmigt. Dies ist die Fassung für die Öffentlichkeit.",
        "beschlussfaehigkeit": found["beschlussfaehigkeit"][:1],
        "anwesend": [_present(row) for row in found["anwesend"]],
        "punkte": [
            _punkt(punkt, top.oeffentlich, taken_off=top.abgesetzt is not None)
            for punkt, top in zip(found["punkte"], sitzung.tagesordnung, strict=True)
        ],
    }
    for name in ("geschaeftsstelle", "ohne_stimme", "entschuldigt", "unentschuldigt"):
        told[name] = [one for one in found[name] if one != OHNE_NAMEN]
    return _with(made, niederschrift=told)


def _present(row: Daten) -> Daten:
    """Whoever left for a TOP may have been befangen: it is not told."""
    return {**row, "fuer": "Stellvertretung" if row["fuer"] == OHNE_NAMEN else row["fuer"], "nicht_bei": ""}


def _punkt(punkt: Daten, oeffentlich: bool, *, taken_off: bool) -> Daten:  # noqa: FBT001 - as it stands in the data
    if oeffentlich:
        votes = [{key: b[key] for key in _BESCHLUSS} for b in punkt["beschluesse"]]
        return {**{key: punkt[key] for key in _PUNKT}, "beschluesse": votes}
    text = f"TOP {punkt['nummer']} wurde nichtöffentlich beraten."
    if taken_off:
        text = f"TOP {punkt['nummer']} war nichtöffentlich und wurde von der Tagesordnung abgesetzt."
    return {"nummer": punkt["nummer"], "titel": NICHT_OEFFENTLICH, "verlauf": text}


def _public(name: str) -> str:
    return "" if name == OHNE_NAMEN else name


def _with(auftrag: Auftrag, **daten: Any) -> Auftrag:
    return auftrag._replace(daten={**auftrag.daten, **daten})


def _finish(bestand: Bestand, auftrag: Auftrag) -> Auftrag:
    """Mark it, hide the chair of the Sitzung unless public, and look for names a last time."""
    daten = auftrag.daten
    if "sitzung" in daten:
        daten = {**daten, "sitzung": {**daten["sitzung"], "leitung": _public(daten["sitzung"]["leitung"])}}
    teile = tuple(_finish(bestand, teil) for teil in auftrag.teile)
    _refuse_names(bestand, auftrag.nummer or auftrag.kennung.upper(), daten)
    return auftrag._replace(daten=daten, teile=teile, oeffentlich=True)


def _refuse_names(bestand: Bestand, name: str, daten: Daten) -> None:
    words = [text.casefold() for text in _texts(daten)]
    for person in bestand.mitglieder.values():
        if not person.oeffentlich and any(person.name.casefold() in text for text in words):
            text = f"In {name} steht in einem öffentlichen Text der Name einer Person ({person.kennung})."
            hinweis = (
                f"Den Text ändern, oder den Namen freigeben: netzint mitglied aendern {person.kennung} --oeffentlich"
            )
            raise NameImText(text, hinweis)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
