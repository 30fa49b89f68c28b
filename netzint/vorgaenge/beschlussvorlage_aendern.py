"""``beschlussvorlage aendern`` and ``entfallen``: freely until the Unterlagen are sent, afterwards as Tischvorlage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from netzint.modell.antrag import SonstigerAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage, Nachreichung
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_vorlage
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.recht.zustaende import BESCHLUSSVORLAGE, is_erlaubt
from netzint.regeln.vorlagenstand import Vorlagenlage, find_vorlagenlage
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.beschlussvorlage import next_steps
from netzint.vorgaenge.beschlussvorlage_angaben import Angaben, clean_angaben
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.sitzung_punkte import fixed_numbers


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    angaben: Angaben,
    stichtag: date,
    grund: str | None = None,
) -> Aenderung | None:
    """Write or change the text of a Beschlussvorlage; None if all of it is so already.

    Once the Unterlagen are sent, what the members have before them does not change unseen: it needs a reason, and the
    Vorlage says that it lies on the table in a new form.
    """
    vorlage = find_vorlage(bestand, kennung)
    lage = find_vorlagenlage(bestand, vorlage, stichtag)
    if not is_erlaubt(BESCHLUSSVORLAGE, lage.stand, lage.stand):
        raise _refuse(bestand, vorlage, lage, "ändern")
    steps = list(_changes(bestand, vorlage, angaben))
    if not steps:
        return None
    note = clean_prosa("--grund", grund) if grund else ""
    if lage.stand == "versandt":
        steps.append(_nachreichen(bestand, vorlage, lage, note, stichtag))
    return Aenderung(
        "beschlussvorlage-aendern",
        f"{vorlage.kennung.upper()} geändert ({', '.join(_names(steps))})",
        gesetzt=(*steps, *_steps_am_top(bestand, vorlage, lage, steps)),
        grund="" if lage.stand == "versandt" else note,
        hinweise=_remarks(lage),
        danach=_danach(bestand, vorlage, lage, stichtag),
    )


def _changes(bestand: Bestand, vorlage: Beschlussvorlage, angaben: Angaben) -> Iterator[Setzen]:
    values = clean_angaben(bestand, angaben)
    if not values and angaben.beschlossen is None:
        hinweis = "Zum Beispiel --sachverhalt @DATEI oder --beschlussvorschlag TEXT; alle Angaben nennt --help."
        raise FehltNoch("angabe", "Es fehlt, was sich ändern soll.", hinweis)
    kept = {feld: wert for feld, wert in {**to_klartext(vorlage), **values}.items() if wert is not None}
    after = require(Beschlussvorlage, {"kennung": vorlage.kennung, **kept})
    plain = to_klartext(after)
    for feld in values:
        if getattr(after, feld) != getattr(vorlage, feld):
            yield Setzen("beschlussvorlage", vorlage.kennung, (feld,), plain.get(feld))
    if angaben.beschlossen is not None:
        yield from _change_antrag(vorlage, clean_prosa("--beschlossen", angaben.beschlossen))


def _change_antrag(vorlage: Beschlussvorlage, wortlaut: str) -> Iterator[Setzen]:
    if not isinstance(vorlage.antrag, SonstigerAntrag):
        raise falsch(
            f"{vorlage.kennung.upper()} beantragt etwas Bestimmtes; einen freien Wortlaut hat sie nicht.",
            "In eigenen Worten: --beschlussvorschlag TEXT. Ist etwas anderes gemeint: netzint beschlussvorlage neu",
        )
    if vorlage.antrag.wortlaut != wortlaut:
        yield Setzen("beschlussvorlage", vorlage.kennung, ("antrag", "wortlaut"), wortlaut)


def _names(steps: list[Setzen]) -> list[str]:
    return [str(step.feld[0]) for step in steps if step.feld[0] != "nachgereicht"]


def _nachreichen(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage, grund: str, tag: date) -> Setzen:
    if not grund:
        sitzung = bestand.sitzungen[lage.wo]
        text = f"{vorlage.kennung.upper()} ist zur Sitzung am {datum(sitzung.datum)} schon versandt."
        hinweis = "Den Grund mit --grund angeben; die neue Fassung liegt dann als Tischvorlage vor."
        raise FehltNoch("grund", f"{text} Eine Änderung braucht einen Grund.", hinweis)
    wert = to_klartext(require(Nachreichung, {"am": tag, "grund": grund}))
    return Setzen("beschlussvorlage", vorlage.kennung, ("nachgereicht", len(vorlage.nachgereicht)), wert)


def _steps_am_top(
    bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage, steps: list[Setzen]
) -> tuple[Schritt, ...]:
    """The TOP that is called like the Vorlage is called like it afterwards, too, as long as nobody has seen it."""
    renamed = next((step.wert for step in steps if step.feld == ("betreff",)), None)
    if renamed is None or lage.stand != "tagesordnung":
        return ()
    return tuple(
        Setzen("sitzung", lage.wo, ("tagesordnung", nr, "titel"), renamed)
        for nr, top in enumerate(bestand.sitzungen[lage.wo].tagesordnung)
        if top.vorlage == vorlage.kennung and top.titel == vorlage.betreff
    )


def _remarks(lage: Vorlagenlage) -> tuple[str, ...]:
    if lage.stand != "versandt":
        return ()
    return (f"Die Vorlage ist versandt; den Eingeladenen die neue Fassung geben: netzint sitzung verteiler {lage.wo}",)


def _danach(
    bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage, stichtag: date
) -> tuple[tuple[str, str], ...]:
    show = (f"netzint beschlussvorlage zeigen {vorlage.kennung}", "die Vorlage ansehen")
    if lage.stand not in ("tagesordnung", "versandt"):
        return (show, *next_steps(bestand, vorlage.kennung, stichtag))
    return (show, (f"netzint dokument erzeugen {vorlage.kennung}", "das Dokument neu erzeugen"))


def entfallen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    grund: str,
    stichtag: date,
    am: date | None = None,
) -> Aenderung:
    """Give up a Beschlussvorlage; its number is used by nothing else."""
    vorlage = find_vorlage(bestand, kennung)
    lage = find_vorlagenlage(bestand, vorlage, stichtag)
    has_top = lage.stand in ("tagesordnung", "versandt")
    if has_top or not is_erlaubt(BESCHLUSSVORLAGE, lage.stand, "entfallen"):
        raise _refuse(bestand, vorlage, lage, "allein aufgeben" if has_top else "aufgeben")
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if tag < vorlage.vom:
        text = f"{vorlage.kennung.upper()} ist vom {datum(vorlage.vom)} und kann nicht vorher entfallen sein."
        raise falsch(text, "Bei --am diesen oder einen späteren Tag angeben.")
    again = ("Was noch offen ist, kommt mit einer neuen Vorlage auf die nächste Tagesordnung.",)
    wert = {"am": tag, "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        "beschlussvorlage-entfallen",
        f"{vorlage.kennung.upper()} entfällt, die Nummer wird nicht mehr vergeben",
        gesetzt=(Setzen("beschlussvorlage", vorlage.kennung, ("entfallen",), wert),),
        hinweise=again if vorlage.antrag.art in ("empfehlung", "niederschrift") else (),
        danach=(("netzint beschlussvorlage liste --offen", "die übrigen ansehen"),),
    )


def _refuse(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage, verb: str) -> NetzintFehler:
    """What stands against it, and what is possible instead."""
    k, wo, top = vorlage.kennung, lage.wo, _find_top(bestand, vorlage, lage)
    what, way = {
        "entfallen": ("entfallen", "Eine neue legt an: netzint beschlussvorlage neu"),
        "entschieden": (f"entschieden ({wo})", f"Was falsch festgehalten ist, berichtigt: netzint berichtigen {k}"),
        "ueberholt": (
            f"überholt: entschieden ist ohne sie ({wo})",
            f"Sie aufgeben: netzint beschlussvorlage entfallen {k}",
        ),
        "zurueckverwiesen": (
            f"in {wo.upper()} an die Arbeitsgruppe zurückverwiesen",
            "Zur neuen Fassung der Empfehlung gehört eine neue Vorlage: netzint sitzung neu oder fortschreiben",
        ),
        "im_umlauf": (
            f"im Umlauf ({wo.upper()})",
            f"Abgestimmt wird über das, was versandt ist. Soll es anders lauten: netzint umlauf entfallen {wo}",
        ),
        "tagesordnung": (
            f"auf der Tagesordnung von {wo.upper()}",
            f"Zusammen mit ihrem Punkt: netzint sitzung top streichen {wo} {top} --mit-vorlage --grund TEXT",
        ),
        "versandt": (
            f"zur Sitzung {wo.upper()} versandt",
            f"Den Punkt absetzen: netzint sitzung top streichen {wo} {top} --mit-vorlage --grund TEXT",
        ),
    }[lage.stand]
    return ablehnen(f"{k.upper()} ist {what}; sie lässt sich nicht {verb}.", way)


def _find_top(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage) -> str:
    """The number of its TOP, if it has one."""
    sitzung = bestand.sitzungen.get(lage.wo)
    tops = zip(fixed_numbers(sitzung), sitzung.tagesordnung, strict=True) if sitzung else ()
    return next((number for number, top in tops if top.vorlage == vorlage.kennung), "")
